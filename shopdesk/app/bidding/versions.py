"""Versions of bid plans: kept by name, marked as taken to the console, put back into the plan."""

from __future__ import annotations

from collections.abc import Collection as AnyCollection
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.kpi.day_events import DayEvent, DayEventKind, record_event
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.domain.bidding.week import flat_week

if TYPE_CHECKING:
    from shopdesk.domain.bidding.forecast.model import Forecast, Metric, Range

PLAN_VERSIONS: Final = Collection("bid_plan_versions", PlanVersion, ("version_id",))


def versions_of(workspace: Workspace, plan_id: str) -> list[PlanVersion]:
    """Return the versions of a plan, the newest first."""
    own = [version for version in workspace.rows(PLAN_VERSIONS).values() if version.plan_id == plan_id]
    return sorted(own, key=lambda version: -version.number)


def last_taken(versions: Iterable[PlanVersion]) -> PlanVersion | None:
    """Return the version that went to the console last; None where none did."""
    dated = [(version.taken_on, version.number, version) for version in versions if version.taken_on is not None]
    return max(dated, key=lambda one: one[:2])[2] if dated else None


def keep_version(
    plan: BidPlan,
    versions: AnyCollection[PlanVersion],
    *,
    name: str,
    made_on: date,
    version_id: str,
    levers: Levers | None = None,
    note: str = "",
    bases: Mapping[str, int] | None = None,
) -> PlanVersion:
    """Return a new version of a plan as it stands, or of the ``levers`` that were settled for a file.

    ``versions`` are those that the plan has, so that the number goes on; ``stored`` makes the change. ``bases`` are
    those of the plan where its bids go into the version.
    """
    chosen = plan.levers if levers is None else levers
    return PlanVersion(
        version_id=version_id,
        plan_id=plan.plan_id,
        number=1 + max((version.number for version in versions), default=0),
        name=name,
        made_on=made_on,
        bids=dict(chosen.bids),
        hours=chosen.hours,
        slots_per_hour=plan.slots_per_hour if not chosen.hours else len(chosen.hours) // 168,
        regions=dict(chosen.regions),
        audiences=dict(chosen.audiences),
        daily_budget=chosen.daily_budget,
        note=note,
        bases=dict(plan.bases if bases is None else bases),
    )


def stored(version: PlanVersion) -> SetRows:
    """Return the change that stores a version."""
    return SetRows.put(PLAN_VERSIONS, [version])


def removed(version: PlanVersion) -> SetRows:
    """Return the change that removes a version."""
    return SetRows.drop(PLAN_VERSIONS, [(version.version_id,)])


def taken(version: PlanVersion, on: date, forecast: Forecast | None) -> PlanVersion:
    """Return a version as taken to the console, with what was promised of it; ``forecast`` None: nothing was."""
    promise = {} if forecast is None else promised(forecast.new)
    days = 0 if forecast is None else forecast.days
    return replace(version, taken_on=on, forecast=promise, forecast_days=days)


def promised(ranges: Mapping[Metric, Range]) -> dict[str, float]:
    """Return a forecast as a version keeps it; a metric of which nothing is known is left out."""
    return {
        f"{metric.value}.{name}": value
        for metric, one in ranges.items()
        for name, value in (("low", one.low), ("median", one.median), ("high", one.high))
        if value == value  # NaN: nothing is known
    }


def promise_of(version: PlanVersion) -> dict[Metric, Range]:
    """Return what was promised when a version was taken; metrics that were not promised are missing."""
    from shopdesk.domain.bidding.forecast.model import Metric, Range

    found = {}
    for metric in Metric:
        values = [version.forecast.get(f"{metric.value}.{name}") for name in ("low", "median", "high")]
        if None not in values:
            low, median, high = (float(value) for value in values if value is not None)
            found[metric] = Range(low, median, high)
    return found


def tell_board(workspace: Workspace, plan: BidPlan, on: date) -> None:
    """Let the board show that a plan went to the console on a day: a log, no edit."""
    record_event(workspace, DayEvent(on, DayEventKind.PLAN_TAKEN, plan.name))


def restored(plan: BidPlan, version: PlanVersion, last: PlanVersion | None = None) -> SetRows:
    """Return the change that puts a version back into its plan; empty where the plan stands so already.

    ``last`` is the version taken last: bids on the price of a click go on from those that it set.
    """
    again = replace(
        plan,
        bids=dict(version.bids),
        bases=_bases(version, last),
        hours=version.hours or flat_week(version.slots_per_hour),
        slots_per_hour=version.slots_per_hour,
        regions=dict(version.regions),
        audiences=dict(version.audiences),
        daily_budget=version.daily_budget if version.daily_budget is not None else plan.daily_budget,
    )
    return SetRows(()) if again == plan else SetRows.put(BID_PLANS, [again])


def _bases(version: PlanVersion, last: PlanVersion | None) -> dict[str, int]:
    known = {} if last is None else {key: last.bids[key] for key in last.bases if key in last.bids}
    return {key: known.get(key, base) for key, base in version.bases.items() if key in version.bids}
