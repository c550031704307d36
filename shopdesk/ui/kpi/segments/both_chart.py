"""Two metrics over the days, weeks or months, a sum as bars and a rate as a line: of the shop or of one segment."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric, Catalogue
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.figures import is_known
from shopdesk.domain.kpi.grouping import Step, points
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.kpi.segments.table import can_show
from shopdesk.domain.periods import Period
from shopdesk.ui.cards import ElidedLabel
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import DayChartData, DaySeries, Grain, Style
from shopdesk.ui.kpi.segments.movers_chart import segment_steps_of, starts_of
from shopdesk.ui.kpi.wording import metric_name

PARTNERS: Final = ("pay_cvr", "aov", "order_value", "visitors", "pay_amount")
"""What is laid beside a metric: the first that is known and of the other kind."""


class BothChart(DayChart):
    """A day chart with the name of what it shows in front of its legend; ``grain`` is how wide its points are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.lead.addWidget(self.title)
        self.metrics: Catalogue = BOARD

        self.grain = Grain.DAY

    def show_shop(self, facts: DailyFacts, metric: BoardMetric, period: Period, *, name: str) -> None:
        """Show the whole shop."""
        pair = _pair(metric, [one for one in self.metrics.values() if is_known(facts, one)])
        step = Step(self.grain.value)
        found = [points(facts, one, period, step) for one in pair]
        series = [replace(_series(one, own.values), parts=own.parts) for one, own in zip(pair, found, strict=True)]
        self._show(series, period, name=name)

    def show_segment(self, cube: SegmentCube, place: int, metric: BoardMetric, period: Period, *, name: str) -> None:
        """Show one segment of a cube."""
        pair = _pair(metric, [one for one in self.metrics.values() if can_show(cube, one)])
        values = [segment_steps_of(cube, one, period, self.grain, places=[place])[0] for one in pair]
        series = [_series(one, own) for one, own in zip(pair, values, strict=True)]
        self._show(series, period, name=name)

    def _show(self, series: list[DaySeries], period: Period, *, name: str) -> None:
        self.title.setText(name)
        self.title.setToolTip(name)
        self.set_name(name)
        starts = starts_of(period, self.grain)
        self.set_data(DayChartData(starts, tuple(series), grain=self.grain, until=period.end))


def _series(metric: BoardMetric, values: FloatArray) -> DaySeries:
    return DaySeries(
        metric_name(metric),
        values,
        kind=metric.unit.value,
        role="accent" if metric.is_ratio else "category",
        style=Style.LINE if metric.is_ratio else Style.BAR,
    )


def _pair(metric: BoardMetric, known: list[BoardMetric]) -> list[BoardMetric]:
    """Return a sum for the bars and a rate for the line: the chosen metric and what explains it best."""
    offered = {one.name: one for one in known}
    wanted = (metric.denominator, *PARTNERS)
    other = next(
        (offered[one] for one in wanted if one in offered and offered[one].is_ratio != metric.is_ratio),
        None,
    )
    own = [offered.get(metric.name, metric)]
    return own if other is None else sorted([*own, other], key=lambda one: one.is_ratio)
