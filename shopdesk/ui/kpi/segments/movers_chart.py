"""The segments that moved most, over days."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from shopdesk.domain.kpi.grouping import days_of
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.kpi.segments.table import SegmentTable, segment_days, top_movers
from shopdesk.domain.periods import Period
from shopdesk.ui.charts.day_data import DayChartData, DaySeries
from shopdesk.ui.kpi.segments.wording import label_name

LINES: Final = 5
ROLES: Final = ("brand", "category", "competitor", "long_tail", "secondary")
LEAST_CHART_DAYS: Final = 14


def movers(dimension: str, cube: SegmentCube, table: SegmentTable, charted: Period) -> DayChartData:
    """Return the lines of the largest movers of a table over the days of a chart."""
    places = top_movers(table, most=LINES)
    values = segment_days(cube, table.metric, charted, places=places)
    series = tuple(
        DaySeries(label_name(dimension, cube.labels[place]), row, kind=table.metric.unit.value, role=role)
        for place, row, role in zip(places, values, ROLES, strict=False)
    )
    return DayChartData(tuple(days_of(charted)), series)


def chart_period(period: Period) -> Period:
    """Return the period, or the fortnight up to its end where it is shorter."""
    if period.days >= LEAST_CHART_DAYS:
        return period
    return Period(period.end - timedelta(days=LEAST_CHART_DAYS - 1), period.end)
