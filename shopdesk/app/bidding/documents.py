"""The bid plans of a workspace and the changes that edit them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import flat_week, resampled

BID_PLANS: Final = Collection("bid_plans", BidPlan, ("plan_id",))


def add_plans(plans: Iterable[BidPlan]) -> SetRows:
    """Return the change that stores new plans."""
    return SetRows.put(BID_PLANS, plans)


def remove_plan(plan: BidPlan) -> SetRows:
    """Return the change that removes a plan."""
    return SetRows.drop(BID_PLANS, [(plan.plan_id,)])


def set_fields(plan: BidPlan, **fields: Any) -> SetRows:
    """Return the change that sets fields of a plan; empty where nothing differs."""
    return _put(plan, replace(plan, **fields))


def set_audiences(plan: BidPlan, edits: Mapping[str, int]) -> SetRows:
    """Return the change that sets some audience modifiers; 100 needs no entry."""
    return _put(plan, replace(plan, audiences=_named(plan.audiences, edits)))


def new_version_id(plan: BidPlan) -> str:
    """Return an id for a version; it begins with that of its plan, so that both go when a sample is removed."""
    return f"{plan.plan_id}|{uuid4().hex}"


def differs_from(plan: BidPlan, levers: Levers) -> bool:
    """Whether a plan sets anything else than ``levers``; a bid that it doesn't name stays as it is there."""
    per_hour = max(plan.slots_per_hour, len(levers.hours) // (DAYS * HOURS_PER_DAY), 1)
    own, other = (resampled(one or flat_week(per_hour), slots_per_hour=per_hour) for one in (plan.hours, levers.hours))
    return (
        own != other
        or any(levers.bids.get(key) != fen for key, fen in plan.bids.items())
        or dict(plan.regions) != dict(levers.regions)
        or dict(plan.audiences) != dict(levers.audiences)
        or plan.daily_budget not in (None, levers.daily_budget)
    )


def _named(old: Mapping[str, int], edits: Mapping[str, int]) -> dict[str, int]:
    return {name: value for name, value in {**old, **edits}.items() if value != UNCHANGED_PERCENT}


def _put(old: BidPlan, new: BidPlan) -> SetRows:
    return SetRows(()) if new == old else SetRows.put(BID_PLANS, [new])
