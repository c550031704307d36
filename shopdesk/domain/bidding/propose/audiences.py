"""Audience premiums: they can only rise, so that the coldest bought audience is what the others are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT
from shopdesk.domain.bidding.propose.case import Case, Moves, still
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.propose.steps import bounds
from shopdesk.domain.bidding.propose.wish import wish_of
from shopdesk.domain.bidding.propose.words import has_base
from shopdesk.domain.bidding.propose.worth import earned, most_ratio

LEAST_PREMIUM: Final = 0.05


@dataclass(frozen=True, slots=True)
class AudiencePart:
    """Percents by audience; ``rest`` is the factor of the coldest one, by which bids are lowered.

    ``raises``: premiums rise since they can't fall, and bids of words fall for it.
    """

    levers: dict[str, int]
    rest: float
    stay: Stay
    moves: Moves
    held: int
    raises: bool = False


def audience_part(case: Case, kappa: float, others: Sequence[Moves] = ()) -> AudiencePart:
    """Return the audiences of a proposal, drawn to no premium by ``kappa``.

    Where no bid falls for what a premium spends, it has to earn that itself; where bids do, it has to pay beside
    ``others``, what the rest of the plan does (() not known yet).
    """
    kept = dict(case.now.audiences)
    limits = case.profile.audiences
    wish = wish_of(case.model.audiences, case.history.audiences, gate=case.settings.gate)
    if limits.high is None:
        return AudiencePart(kept, 1.0, Stay.NO_LEVER, still(), 0)
    if not wish.is_known or case.history.audiences is None:
        return AudiencePart(kept, 1.0, wish.stay, still(), 0)
    wish = wish.flattened(kappa, follow=case.follow)
    clicks = counts_of(case.history.audiences).clicks
    overlap = float(clicks.sum()) / max(_plan_clicks(case), 1.0)
    only_raises = limits.low >= UNCHANGED_PERCENT
    if not only_raises:
        wanted, rest = wish.values, 1.0
    else:
        wanted, rest = premiums(wish.values, clicks, overlap=overlap, highest_only=case.settings.highest_premium)
    now = np.array([case.now.audiences.get(name, UNCHANGED_PERCENT) for name in wish.names], dtype=float)
    free = wanted
    if not has_base(case) or (only_raises and others):
        own = case.history.audiences, case.model.audiences
        most = now / UNCHANGED_PERCENT * np.maximum(most_ratio(case, *own, others), 1.0)
        whole = np.floor(most * UNCHANGED_PERCENT / limits.step) * limits.step
        wanted = np.minimum(wanted, np.maximum(whole, now) / UNCHANGED_PERCENT)
        rest *= float(np.average(free / wanted, weights=clicks if clicks.sum() > 0 else None))
    allowed = bounds(now, low=min(limits.low, UNCHANGED_PERCENT), high=limits.high, unlocked=case.settings.unlocked)
    found, held = allowed.settle_percents(wanted * UNCHANGED_PERCENT, now, step=limits.step)
    if limits.low > UNCHANGED_PERCENT:  # what is below the least premium is none
        found = [value if value >= limits.low else UNCHANGED_PERCENT for value in found]
    ratio = np.array(found, dtype=float) / np.maximum(now, 1.0)
    if not has_base(case) and earned(case, ratio, case.history.audiences, case.model.audiences) < 0:
        return AudiencePart(kept, 1.0, Stay.NOT_WORTH if wish.stay is Stay.MOVES else wish.stay, still(), 0)
    levers = kept | dict(zip(wish.names, found, strict=True))
    moves = Moves(ratio, wish.share * min(overlap, 1.0))
    stay = wish.stay
    if stay is Stay.MOVES and set(found) == {UNCHANGED_PERCENT}:
        stay = Stay.NOT_WORTH if (wanted < free).any() else Stay.SMALL
    moving = stay is Stay.MOVES
    return AudiencePart(levers, rest if moving else 1.0, stay, moves, held, only_raises and moving)


def premiums(values: Floats, bought: Floats, *, overlap: float, highest_only: bool) -> tuple[Floats, float]:
    """Return the multiplier of each audience against the coldest bought one, and that one's own factor.

    Less than 5 % is none. ``overlap`` is how many bought audiences a click belongs to on average: where premiums
    multiply instead of the highest one counting, each is taken to the power of 1 / overlap.
    """
    live = bought > 0
    if live.sum() < 2:
        return np.ones(values.size), 1.0
    rest = float(values[live].min())
    ratio = np.maximum(values / rest, 1.0)
    if not highest_only:
        ratio = ratio ** (1 / max(overlap, 1.0))
    return np.where(live & (ratio > 1 + LEAST_PREMIUM), ratio, 1.0), rest


def _plan_clicks(case: Case) -> float:
    """Return the clicks of the whole plan by the table that tells most of them; audiences may overlap."""
    tables = (case.history.words.cells if case.history.words else None, case.history.hours, case.history.regions)
    return max((float(counts_of(table).clicks.sum()) for table in tables if table is not None), default=0.0)
