"""Days joined to weeks and months for the chart: sums are added, ratios are made anew from sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.figures import daily_values, figure
from shopdesk.domain.periods import Period


class Step(StrEnum):
    """The width of one point of the chart."""

    DAY = "day"
    WEEK = "week"  # Monday to Sunday
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Points:
    """One value a step; ``whole`` False where days of the step are missing or lie outside the period."""

    periods: tuple[Period, ...]
    values: FloatArray
    whole: tuple[bool, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The first day of each step, where the chart puts its point."""
        return tuple(period.start for period in self.periods)

    @property
    def parts(self) -> frozenset[int]:
        """The places of steps that have a value and are not whole."""
        known = np.flatnonzero(~np.isnan(self.values)).tolist()
        return frozenset(place for place in known if not self.whole[place])


def points(facts: DailyFacts, metric: BoardMetric, period: Period, step: Step) -> Points:
    """Return the figure of each step of a period."""
    if step is Step.DAY:
        values = daily_values(facts, metric, period)
        each = tuple(Period(day, day) for day in days_of(period))
        return Points(each, values, tuple(not missing for missing in np.isnan(values)))
    spans = steps(period, step)
    figures = [figure(facts, metric, span) for span in spans]
    values = np.array([np.nan if one.value is None else one.value for one in figures])
    whole = tuple(
        one.missing_days == 0 and span == full_step(span.start, step) for one, span in zip(figures, spans, strict=True)
    )
    return Points(spans, values, whole)


def days_of(period: Period) -> list[date]:
    """Return every day of a period."""
    return [period.start + timedelta(days=shift) for shift in range(period.days)]


def steps(period: Period, step: Step) -> tuple[Period, ...]:
    """Return the weeks or months that a period touches, cut at its ends."""
    found = []
    day = period.start
    while day <= period.end:
        full = full_step(day, step)
        found.append(Period(day, min(full.end, period.end)))
        day = full.end + timedelta(days=1)
    return tuple(found)


def full_step(day: date, step: Step) -> Period:
    """Return the whole day, week or month that a day belongs to."""
    if step is Step.WEEK:
        start = day - timedelta(days=day.weekday())
        return Period(start, start + timedelta(days=6))
    if step is Step.MONTH:
        start = day.replace(day=1)
        after = (start + timedelta(days=32)).replace(day=1)
        return Period(start, after - timedelta(days=1))
    return Period(day, day)


def moving_mean(values: FloatArray, *, days: int) -> FloatArray:
    """Return the mean of the last ``days`` values where all of them are known, NaN elsewhere."""
    out = np.full(values.size, np.nan)
    if values.size >= days:
        out[days - 1 :] = np.lib.stride_tricks.sliding_window_view(values, days).mean(axis=1)
    return out
