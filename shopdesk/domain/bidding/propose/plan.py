"""From values to levers: value-proportional bids under a budget, each in the form that the platform has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import History
from shopdesk.domain.bidding.estimate.model import ValueModel
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.domain.bidding.propose.audiences import audience_part
from shopdesk.domain.bidding.propose.case import Case, Moves
from shopdesk.domain.bidding.propose.hours import hour_part
from shopdesk.domain.bidding.propose.proposal import Proposal, Stay
from shopdesk.domain.bidding.propose.regions import region_part
from shopdesk.domain.bidding.propose.settings import Settings
from shopdesk.domain.bidding.propose.words import WordPart, word_part

SPEND_ELASTICITY: Final = 1.9
"""Percent more spend for a percent more bid, until a shop's own changes tell."""
CPC_SHARE: Final = 0.35
"""Share of that elasticity which is a dearer click: an auction's next price leaves that much of a higher bid."""
_MOST_KAPPA: Final = 64.0
_HALVINGS: Final = 12
_ROUNDS: Final = 2
"""How often bids and what they fall for are fitted to one another: raises are capped by what pays beside the bids."""


def propose(
    model: ValueModel,
    history: History,
    settings: Settings,
    profile: PlatformProfile,
    *,
    now: Levers,
    is_smart: bool,
    slots_per_hour: int,
    elasticity: float = SPEND_ELASTICITY,
) -> Proposal:
    """Return the plan that the values ask for, in the platform's form, at most 20 % from ``now`` where not unlocked.

    Spend is held at the daily budget (at today's where none is given), bids below what a click's margin is worth,
    the average CPC below its limit: the lowest of the three multipliers counts, since applying them one after the
    other would cut twice. ``elasticity`` is that of spend to bids.
    """
    case = Case(model, history, settings, profile, now, is_smart, slots_per_hour, elasticity)
    draft = _draft(case)
    limit = _cpc_limit(case)
    if limit is None or draft.cpc <= limit:
        return draft.proposal
    low, high = 0.0, _MOST_KAPPA
    for _ in range(_HALVINGS):
        middle = float(np.expm1((np.log1p(low) + np.log1p(high)) / 2))
        low, high = (middle, high) if _draft(case, kappa=middle).cpc > limit else (low, middle)
    draft = _draft(case, kappa=high)
    if draft.cpc > limit:  # even a flat plan is too dear: lower all bids
        fall = (limit / draft.cpc) ** (1 / (CPC_SHARE * elasticity))
        draft = _draft(case, kappa=high, most_gamma=draft.proposal.gamma * fall)
    return draft.proposal


@dataclass(frozen=True, slots=True)
class _Draft:
    """A plan with what it makes of the average CPC."""

    proposal: Proposal
    cpc: float


def _draft(case: Case, *, kappa: float = 0.0, most_gamma: float = float("inf")) -> _Draft:
    """Return the plan at one price of the CPC limit: ``kappa`` draws every value to the average."""
    hours, regions, audiences = hour_part(case, kappa), region_part(case, kappa), audience_part(case, kappa)

    def based() -> WordPart:
        others = [hours.moves, regions.moves, audiences.moves]
        return word_part(case, kappa, others, scale=hours.lift * audiences.rest, most_gamma=most_gamma)

    words = based()
    for _ in range(_ROUNDS if (hours.raises or audiences.raises) and words.stay is Stay.MOVES else 0):
        hours = hour_part(case, kappa, [words.moves, regions.moves, audiences.moves])
        audiences = audience_part(case, kappa, [words.moves, regions.moves, hours.moves])
        words = based()
    others = [hours.moves, regions.moves, audiences.moves]
    proposal = Proposal(
        Levers(words.bids, hours.slots, regions.levers, audiences.levers, case.settings.daily_budget),
        words=words.stay,
        hours=hours.stay,
        regions=regions.stay,
        audiences=audiences.stay,
        wanted_regions=regions.wanted,
        groups=regions.groups,
        gamma=words.gamma,
        raised=frozenset(name for name, part in (("hours", hours), ("audiences", audiences)) if part.raises),
        most_share=hours.lift * audiences.rest,
        cut_by_limits=hours.held + regions.held + audiences.held + words.held,
    )
    return _Draft(proposal, _cpc_growth([words.moves, *others], case.elasticity))


def _cpc_growth(moves: list[Moves], elasticity: float) -> float:
    clicks = elasticity * (1 - CPC_SHARE)
    return float(np.prod([one.growth(elasticity) / one.growth(clicks) for one in moves]))


def _cpc_limit(case: Case) -> float | None:
    """Return the most that a click may cost as a multiple of today's average, None where no limit binds."""
    most, words = case.settings.most_cpc, case.history.words
    if most is None or words is None:
        return None
    counts = counts_of(words.cells)
    clicks, cost = float(counts.clicks.sum()), float(counts.cost.sum())
    return most * clicks / cost if cost > 0 and clicks > 0 else None
