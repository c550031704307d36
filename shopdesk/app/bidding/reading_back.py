"""What was changed in a checklist comes back into its plan: of all else the plan keeps what it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import resampled


def fields_back(plan: BidPlan, found: Levers) -> dict[str, Any]:
    """Return the fields of a plan that a checklist sets: the whole week, of the rest what it names.

    ``found`` is what ``read_levers`` gives for the plan; a week of half hours makes the plan's week one.
    """
    fields: dict[str, Any] = {
        "regions": _named(plan.regions, found.regions),
        "audiences": _named(plan.audiences, found.audiences),
        "bids": {**plan.bids, **found.bids},
    }
    if found.hours:
        slots = max(plan.slots_per_hour, len(found.hours) // (7 * 24))
        fields |= {"hours": resampled(found.hours, slots_per_hour=slots), "slots_per_hour": slots}
    if found.daily_budget is not None:
        fields["daily_budget"] = found.daily_budget
    return fields


def _named(now: Mapping[str, int], found: Mapping[str, int]) -> dict[str, int]:
    return {name: percent for name, percent in {**now, **found}.items() if percent != UNCHANGED_PERCENT}
