"""Regions: percents where a platform has them, else two or three cloned plans, each for a group of regions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, RegionLever
from shopdesk.domain.bidding.propose.case import Case, Moves, still
from shopdesk.domain.bidding.propose.partition import partition
from shopdesk.domain.bidding.propose.proposal import RegionGroup, Stay
from shopdesk.domain.bidding.propose.steps import bounds
from shopdesk.domain.bidding.propose.wish import Wish, wish_of
from shopdesk.domain.bidding.propose.words import has_base
from shopdesk.domain.bidding.propose.worth import earned

LEAST_CLICKS: Final = 150.0
"""Clicks in 28 days below which a group is too thin for a plan of its own."""
LEAST_GAP: Final = 5
"""Percent between the bids of neighbouring groups below which a clone isn't worth its upkeep."""
_GROUPS: Final = (3, 2)
CLONE_PERCENTS: Final = (50, 200)
"""How far the bids of a cloned plan may lie from the original's, in percent of it."""


@dataclass(frozen=True, slots=True)
class RegionPart:
    """Percents by region as set and as wanted, and the groups that stand in for them."""

    levers: dict[str, int]
    wanted: dict[str, int]
    groups: tuple[RegionGroup, ...]
    stay: Stay
    moves: Moves
    held: int


def region_part(case: Case, kappa: float) -> RegionPart:
    """Return the regions of a proposal, drawn to 100 % by ``kappa``."""
    kept = dict(case.now.regions)
    wish = wish_of(case.model.regions, case.history.regions, gate=case.settings.gate)
    lever = case.profile.regions.lever
    if lever is RegionLever.NONE:
        return RegionPart(kept, {}, (), Stay.NO_LEVER, still(), 0)
    if not wish.is_known:
        return RegionPart(kept, {}, (), wish.stay, still(), 0)
    wish = wish.flattened(kappa, follow=case.follow)
    if lever is RegionLever.ON_OFF:
        return _cloned(case, wish, kept)
    limits = case.profile.regions
    now = np.array([case.now.regions.get(name, UNCHANGED_PERCENT) for name in wish.names], dtype=float)
    allowed = bounds(now, low=limits.low, high=limits.high, unlocked=case.settings.unlocked)
    found, held = allowed.settle_percents(wish.values * UNCHANGED_PERCENT, now, step=limits.step)
    levers = kept | dict(zip(wish.names, found, strict=True))
    moves = Moves(np.array(found, dtype=float) / np.maximum(now, 1.0), wish.share)
    own = case.history.regions, case.model.regions
    if wish.stay is Stay.MOVES and not has_base(case) and earned(case, moves.ratio, *own) < 0:
        return RegionPart(kept, kept, (), Stay.NOT_WORTH, still(), 0)
    return RegionPart(levers, levers, (), _after(wish.stay, found), moves, held)


def groups_of(names: tuple[str, ...], percents: Floats, clicks: Floats, *, weeks: float) -> tuple[RegionGroup, ...]:
    """Return the best 3 or 2 groups (squared error of the logarithm, clicks as weights), none where all are too thin.

    Regions without clicks join the group nearest to their percent, so that none is lost.
    """
    order = np.argsort(percents, kind="stable")
    logs = np.log(np.maximum(percents[order], 1.0))
    for count in _GROUPS:
        pieces = partition(logs, clicks[order], count)
        found = [_group(names, percents, clicks, order[piece.start : piece.end]) for piece in pieces]
        if len(found) == count and _are_worth_it(found, weeks):
            return tuple(found)
    return ()


def _cloned(case: Case, wish: Wish, kept: dict[str, int]) -> RegionPart:
    """Return the percents as a wish, with the groups of regions that carry them; the regions themselves stay on."""
    percents = np.clip(wish.values * UNCHANGED_PERCENT, *CLONE_PERCENTS)
    wanted = dict(zip(wish.names, np.rint(percents).astype(int).tolist(), strict=True))
    factors = case.model.regions
    clicks = np.zeros(0)
    if factors is not None and case.history.regions is not None:
        clicks = np.nan_to_num(case.history.regions.clicks)
    groups = groups_of(wish.names, percents, clicks, weeks=case.history.weeks) if wish.stay is Stay.MOVES else ()
    return RegionPart(kept, wanted, groups, _after(wish.stay, list(wanted.values())), still(), 0)


def _after(stay: Stay, found: list[int]) -> Stay:
    """Return SMALL where rounding and limits left nothing of a move."""
    return Stay.SMALL if stay is Stay.MOVES and set(found) == {UNCHANGED_PERCENT} else stay


def _are_worth_it(groups: list[RegionGroup], weeks: float) -> bool:
    gaps = np.diff([group.percent for group in groups])
    least = LEAST_CLICKS * max(weeks, 0.0) / 4
    return min(group.clicks for group in groups) >= least and bool((gaps >= LEAST_GAP).all())


def _group(names: tuple[str, ...], percents: Floats, clicks: Floats, of: NDArray[np.int64]) -> RegionGroup:
    total = float(clicks[of].sum())
    mean = float(np.average(np.log(np.maximum(percents[of], 1.0)), weights=clicks[of] if total > 0 else None))
    return RegionGroup(tuple(names[place] for place in of.tolist()), round(float(np.exp(mean))), total)
