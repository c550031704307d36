"""Plans cloned for groups of regions, where a platform can only switch regions on and off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.changes import SetRows
from shopdesk.domain.bidding.forms.clones import divided
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.propose.proposal import RegionGroup

_OFF: Final = 0


@dataclass(frozen=True, slots=True)
class CloneName:
    """What the new plan of a group is called."""

    plan_id: str
    name: str


def largest(groups: Sequence[RegionGroup]) -> RegionGroup:
    """Return the group that keeps the plan: the one with most clicks."""
    return max(groups, key=lambda group: group.clicks)


def split_regions(plan: BidPlan, plans: Iterable[BidPlan]) -> dict[str, int]:
    """Return the regions that plans divided from this one took over, with their percent of its bids."""
    away = [name for name, percent in plan.regions.items() if percent == _OFF]
    return {
        name: one.split_percent
        for one in plans
        if one.split_from == plan.plan_id
        for name in away
        if one.regions.get(name) != _OFF
    }


def clone_plans(
    plan: BidPlan,
    names: Mapping[RegionGroup, CloneName],
    groups: Sequence[RegionGroup],
    profile: PlatformProfile,
    *,
    bids: Mapping[str, int],
    every_region: Collection[str],
    bases: Mapping[str, int] | None = None,
) -> SetRows:
    """Return the change that adds a plan for each named group and takes its regions from the original.

    ``bids`` are those in force, fen by word key. The group that isn't cloned stays with the original at its own
    percent of them. Regions that are off stay off in every plan. ``bases`` say what bids were reckoned from where
    only the price of a click is known.
    """
    found = divided(replace(plan.levers, bids=bids), list(names), groups, profile)
    rest = largest(groups).percent
    own = {key: profile.bids.nearest(fen * rest / UNCHANGED_PERCENT) for key, fen in bids.items()}
    original = replace(
        plan,
        bids=own if rest != UNCHANGED_PERCENT else plan.bids,
        bases=dict(bases or {}) if rest != UNCHANGED_PERCENT else plan.bases,
        regions=found.original.regions,
        daily_budget=found.original.daily_budget,
    )
    off = {name for name, percent in plan.regions.items() if percent == _OFF}
    clones = []
    for clone in found.clones:
        named = next(name for group, name in names.items() if group.names == clone.regions)
        away = (set(every_region) - set(clone.regions)) | off
        clones.append(
            replace(
                plan,
                plan_id=named.plan_id,
                name=named.name,
                campaign_id="",
                daily_budget=clone.daily_budget,
                bids=clone.bids,
                bases=dict(bases or {}),
                split_from=plan.plan_id,
                split_percent=round(clone.percent / rest * UNCHANGED_PERCENT),
                regions=dict.fromkeys(sorted(away), _OFF),
            )
        )
    return SetRows.put(BID_PLANS, [original, *clones])
