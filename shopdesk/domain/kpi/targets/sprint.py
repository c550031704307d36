"""A sprint: several metrics that shall move within a few weeks, each along a planned line from its own base.

The base is the metric over the days just before the start, as many as the sprint has. A goal plans a relative change
for each week; weeks with 0 have not begun. Planned and actual are compared over the begun weeks only, as sum over
sum: the plan of a ratio is weighted by the same denominators as the actual, that of a sum follows weekdays and
campaigns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.targets.goal import Direction
from shopdesk.domain.kpi.targets.lifts import CampaignNote
from shopdesk.domain.kpi.targets.outlook import Outlook, outlook
from shopdesk.domain.kpi.targets.progress import INTERVAL, Projection, Verdict, verdict_of
from shopdesk.domain.periods import Period

WEEK_DAYS: Final = 7
ONE_SIDED_80: Final = 0.8416
"""Standard deviations by which a true difference must show, to be seen with a chance of 80 %."""
HOPELESS: Final = 20
"""More than so many times the events of the base: the goal is too close to be told apart at all."""
LEAST_BASE_DAYS: Final = 7
"""Days of the base without which no plan is made from it."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SprintGoal:
    """What one metric shall do: the planned change of each week as a share of the base (0 = not begun)."""

    metric: BoardMetric
    changes: tuple[float, ...]
    base: float | None = None  # an own base in place of the measured one

    @property
    def direction(self) -> Direction:
        """Up where the last planned change is up."""
        return Direction.AT_LEAST if not self.changes or self.changes[-1] >= 0 else Direction.AT_MOST


@dataclass(frozen=True, slots=True)
class GoalWeek:
    """One week of a goal; ``planned`` None before it begins, ``actual`` None without a known day."""

    period: Period
    change: float
    planned: float | None
    actual: float | None
    known_days: int


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """How a goal stands over its begun weeks; None where it can't be said.

    ``needed_events`` is how many more events (clicks, orders) would tell actual and plan apart, where that is open.
    """

    goal: SprintGoal
    verdict: Verdict
    begins: date | None
    as_of: date | None
    base: float | None
    base_days: int
    base_period: Period
    planned_to_date: float | None
    actual: float | None
    planned: float | None
    projection: Projection | None
    chance: float | None
    needed_events: int | None
    days_left: int
    missing: tuple[date, ...]
    weeks: tuple[GoalWeek, ...]
    campaigns: tuple[CampaignNote, ...]


def weeks_of(period: Period, count: int) -> tuple[Period, ...]:
    """Return ``count`` weeks of a sprint; the last one takes the days that are left over."""
    starts = [period.start + timedelta(days=WEEK_DAYS * at) for at in range(count)]
    starts = [start for start in starts if start <= period.end]
    ends = [*(after - timedelta(days=1) for after in starts[1:]), period.end]
    return tuple(Period(start, end) for start, end in zip(starts, ends, strict=True))


def base_of(period: Period) -> Period:
    """Return the days just before a sprint, as many as it has."""
    return period.shifted(days=-period.days)


def whole_of(period: Period) -> Period:
    """Return the days of a sprint together with those of its base."""
    return Period(base_of(period).start, period.end)


def goal_progress(
    facts: DailyFacts, goal: SprintGoal, period: Period, *, until: date, calendar: CampaignCalendar
) -> GoalProgress:
    """Return how a goal of a sprint stands with the figures up to ``until``."""
    seen = outlook(facts, goal.metric, whole_of(period), until=until, calendar=calendar)
    return goal_progress_of(seen, goal, period, calendar=calendar)


def goal_progress_of(seen: Outlook, goal: SprintGoal, period: Period, *, calendar: CampaignCalendar) -> GoalProgress:
    """Return how a goal stands from an outlook of its metric over base and sprint (``whole_of``)."""
    before, whole = base_of(period), seen.period
    weeks = weeks_of(period, len(goal.changes))
    is_base = _days(whole, before)
    changes = np.zeros(whole.days)
    for week, change in zip(weeks, goal.changes, strict=False):
        changes[_days(whole, week)] = change
    counted = changes != 0
    base_days = int((seen.known & is_base).sum())
    base = goal.base if goal.base is not None else seen.actual(is_base) if base_days >= LEAST_BASE_DAYS else None
    plan = None if base is None else _plan(seen, base, is_base, changes, is_own=goal.base is not None)
    to_date = None if plan is None else _planned(seen, plan, counted & seen.known)
    actual = seen.actual(counted)
    projection, planned, chance = _projected(seen, plan, counted, goal.direction)
    verdict = _verdict(seen, goal, counted, base=base, chance=chance)
    begins = whole.start + timedelta(days=int(np.flatnonzero(counted)[0])) if counted.any() else None
    return GoalProgress(
        goal,
        verdict,
        begins,
        seen.as_of,
        base,
        base_days,
        before,
        to_date,
        actual,
        planned,
        projection,
        chance,
        _needed(seen, counted, actual, to_date) if verdict is Verdict.UNCLEAR else None,
        min(period.days, seen.days_left),
        tuple(day for day in seen.missing if day >= (begins or period.start)),
        tuple(
            _week(seen, week, change, plan, _days(whole, week))
            for week, change in zip(weeks, goal.changes, strict=False)
        ),
        tuple(note for note in seen.campaigns if note.zh in {one.zh for one in calendar.within(period)}),
    )


def _days(whole: Period, part: Period) -> Mask:
    mask = np.zeros(whole.days, dtype=bool)
    mask[(part.start - whole.start).days : (part.end - whole.start).days + 1] = True
    return mask


def _plan(seen: Outlook, base: float, is_base: Mask, changes: FloatArray, *, is_own: bool) -> FloatArray:
    """Return the planned value of each day: a ratio's level, or a sum's amount of that day."""
    if seen.is_ratio:
        return base * (1 + changes)
    shared = seen.shares[is_base if is_own else is_base & seen.known].sum()
    return np.asarray(base * seen.shares / shared * (1 + changes)) if shared > 0 else np.full(changes.size, np.nan)


def _planned(seen: Outlook, plan: FloatArray, days: Mask) -> float | None:
    if not days.any():
        return None
    if not seen.is_ratio:
        return float(plan[days].sum())
    exposure = seen.actual_exposure[days]
    return float((plan[days] * exposure).sum() / exposure.sum()) if exposure.sum() > 0 else None


def _projected(
    seen: Outlook, plan: FloatArray | None, counted: Mask, direction: Direction
) -> tuple[Projection | None, float | None, float | None]:
    """Return the projection over the counted days, the plan for them, and the chance that it is kept."""
    if not counted.any() or not seen.has_draws or seen.is_patchy(counted):
        return None, None, None
    totals = seen.totals(counted)
    usable = np.isfinite(totals)
    if not usable.any():
        return None, None, None
    projection = Projection(*(float(value) for value in np.percentile(totals[usable], INTERVAL)))
    if plan is None:
        return projection, None, None
    if seen.is_ratio:
        exposure = seen.exposure[:, counted][usable]
        plans = (exposure * plan[counted]).sum(axis=1) / exposure.sum(axis=1)
    else:
        plans = np.full(int(usable.sum()), float(plan[counted].sum()))
    gaps = totals[usable] - plans
    chance = float(np.mean(gaps >= 0 if direction is Direction.AT_LEAST else gaps <= 0))
    return projection, float(np.median(plans)), chance


def _verdict(seen: Outlook, goal: SprintGoal, counted: Mask, *, base: float | None, chance: float | None) -> Verdict:
    if seen.as_of is None:
        return Verdict.NO_DATA
    if chance is None or base is None or not any(goal.changes):
        return Verdict.TOO_FEW
    if seen.known[counted].all():
        return Verdict.REACHED if chance > 0 else Verdict.MISSED
    return verdict_of(chance)


def _needed(seen: Outlook, counted: Mask, actual: float | None, planned: float | None) -> int | None:
    """Return how many more events would show the difference seen so far with a chance of 80 %."""
    if not actual or not planned or seen.events_per_unit <= 0 or actual <= 0 or planned <= 0:
        return None
    gap = abs(np.log(actual / planned))
    if gap == 0:
        return None
    had = float(np.nansum(seen.actual_numerator[counted & seen.known])) * seen.events_per_unit
    wanted = seen.dispersion * (ONE_SIDED_80 / gap) ** 2
    most = HOPELESS * max(seen.recent_events or 0.0, 1.0)
    return int(np.ceil(wanted - had)) if had < wanted < most else None


def _week(seen: Outlook, week: Period, change: float, plan: FloatArray | None, days: Mask) -> GoalWeek:
    known = seen.known & days
    planned = None
    if plan is not None and change:
        planned = float(plan[days][0]) if seen.is_ratio else float(plan[days].sum())
    return GoalWeek(week, change, planned, seen.actual(days), int(known.sum()))
