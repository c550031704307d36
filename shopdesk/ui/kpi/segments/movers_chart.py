"""The segments that moved most, over days, weeks or months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.grouping import Step, days_of, steps
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.kpi.segments.table import SegmentTable, segment_days, segment_points, top_movers
from shopdesk.domain.periods import Period
from shopdesk.ui.charts.day_data import DayChartData, DaySeries, Grain
from shopdesk.ui.kpi.segments.wording import label_name

LINES: Final = 5
ROLES: Final = ("brand", "category", "competitor", "long_tail", "secondary")
LEAST_CHART_DAYS: Final = 14


def movers(
    dimension: str, cube: SegmentCube, table: SegmentTable, charted: Period, grain: Grain = Grain.DAY
) -> DayChartData:
    """Return the lines of the largest movers of a table over the days, weeks or months of a chart."""
    places = top_movers(table, most=LINES)
    values = segment_steps_of(cube, table.metric, charted, grain, places=places)
    series = tuple(
        DaySeries(label_name(dimension, cube.labels[place]), row, kind=table.metric.unit.value, role=role)
        for place, row, role in zip(places, values, ROLES, strict=False)
    )
    return DayChartData(starts_of(charted, grain), series, grain=grain, until=charted.end)


def segment_steps_of(
    cube: SegmentCube, metric: BoardMetric, charted: Period, grain: Grain, *, places: Iterable[int]
) -> FloatArray:
    """Return one row a label and one value a day, week or month."""
    if grain is Grain.DAY:
        return segment_days(cube, metric, charted, places=places)
    return segment_points(cube, metric, steps(charted, Step(grain.value)), places=places)


def starts_of(charted: Period, grain: Grain) -> tuple[date, ...]:
    """Return the days on which the points stand."""
    if grain is Grain.DAY:
        return tuple(days_of(charted))
    return tuple(span.start for span in steps(charted, Step(grain.value)))


def chart_period(period: Period) -> Period:
    """Return the period, or the fortnight up to its end where it is shorter."""
    if period.days >= LEAST_CHART_DAYS:
        return period
    return Period(period.end - timedelta(days=LEAST_CHART_DAYS - 1), period.end)
