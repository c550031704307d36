"""A target: what a metric shall reach over a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.metrics import Good
from shopdesk.domain.periods import Period


class Direction(StrEnum):
    """On which side of the value the target is met."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Target:
    """A value (yuan, fraction, number, as ``Figure.value``) that a metric shall reach over a period."""

    metric: BoardMetric
    period: Period
    value: float
    direction: Direction

    def is_met(self, value: float) -> bool:
        """Return whether a value on the period's last day would meet it."""
        return value >= self.value if self.direction is Direction.AT_LEAST else value <= self.value


def usual_direction(metric: BoardMetric) -> Direction:
    """Return the side that is usually wanted: costs and refunds are kept down, spend keeps to its budget."""
    return Direction.AT_LEAST if metric.good is Good.UP else Direction.AT_MOST


def month_of(day: date) -> Period:
    """Return the calendar month of a day."""
    first = day.replace(day=1)
    return Period(first, _month_after(first).fromordinal(_month_after(first).toordinal() - 1))


def quarter_of(day: date) -> Period:
    """Return the calendar quarter of a day."""
    first = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    after = _month_after(_month_after(_month_after(first)))
    return Period(first, after.fromordinal(after.toordinal() - 1))


def next_period(period: Period) -> Period:
    """Return the period after: the next month or quarter where it is one, else as many days."""
    after = period.end.fromordinal(period.end.toordinal() + 1)
    if period == month_of(period.start):
        return month_of(after)
    if period == quarter_of(period.start):
        return quarter_of(after)
    return period.shifted(days=period.days)


def _month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
