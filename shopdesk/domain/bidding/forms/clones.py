"""Region premiums on a platform that only switches regions: a cloned plan for each group of regions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shopdesk.domain.bidding.forms.limits import check_budget
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import LimitProblem


@dataclass(frozen=True, slots=True)
class Clone:
    """A copy of a plan for some regions alone: its bids are ``percent`` of the original's, its hours the same.

    ``daily_budget`` is its share in fen, None where the plan's isn't known; ``problem`` where the platform takes no
    budget that small. ``regions`` are those that it delivers to; the original leaves them out.
    """

    regions: tuple[str, ...]
    percent: int
    bids: Mapping[str, int]
    daily_budget: int | None
    problem: LimitProblem | None


@dataclass(frozen=True, slots=True)
class Divided:
    """The original with what it keeps of the budget, without the regions of its clones, and the clones."""

    original: Levers
    clones: tuple[Clone, ...]
    problem: LimitProblem | None  # what is left of the original's budget is too small


def divided(
    levers: Levers, taken: Sequence[RegionGroup], groups: Sequence[RegionGroup], profile: PlatformProfile
) -> Divided:
    """Return the plan divided by the groups that were ``taken``, of all ``groups`` of the proposal.

    The budget follows what each part is expected to spend: its clicks times its bids.
    """
    moving = [group for group in taken if group.percent != UNCHANGED_PERCENT]
    if not moving:
        return Divided(levers, (), None)
    weights = [group.clicks * group.percent for group in moving]
    staying = sum(group.clicks for group in groups if group not in moving) * UNCHANGED_PERCENT
    shares = _shares(levers.daily_budget, [staying, *weights])
    clones = tuple(
        Clone(
            regions=group.names,
            percent=group.percent,
            bids={
                key: profile.bids.nearest(fen * group.percent / UNCHANGED_PERCENT) for key, fen in levers.bids.items()
            },
            daily_budget=share,
            problem=None if share is None else check_budget(share, profile),
        )
        for group, share in zip(moving, shares[1:], strict=True)
    )
    away = {name: 0 for group in moving for name in group.names}
    original = replace(levers, regions={**levers.regions, **away}, daily_budget=shares[0])
    problem = None if shares[0] is None else check_budget(shares[0], profile)
    return Divided(original, clones, problem)


def _shares(budget: int | None, weights: Sequence[float]) -> list[int | None]:
    """Divide whole yuan by weight so that they add up to the budget; the first part takes what rounding leaves."""
    total = sum(weights)
    if budget is None or total <= 0:
        return [None] * len(weights)
    parts = [int(budget * weight / total // 100) * 100 for weight in weights[1:]]
    return [budget - sum(parts), *parts]
