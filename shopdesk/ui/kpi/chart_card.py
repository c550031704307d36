"""The main chart of the board: one metric with its mean, its normal band and the compared period."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from shopdesk.domain.kpi.band import normal_band
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.grouping import Points, Step, moving_mean, points
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.cards import Card
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import Campaign, DayChartData, DaySeries, ExpectedBand, Grain, Style
from shopdesk.ui.kpi.wording import metric_name, value_text

MEAN_DAYS = 7


class ChartCard(Card):
    """Shows one metric at a time; ``metric_chosen`` tells a choice in its own list."""

    metric_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chart = DayChart()
        self._choice = QComboBox()
        self._choice.setProperty("small", True)
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._choice.activated.connect(lambda place: self.metric_chosen.emit(self._choice.itemData(place)))
        self.chart.lead.addWidget(self._choice)
        self.chart.set_grain_switch(True)
        self.chart.grain_chosen.connect(self._set_step)
        self.body.addWidget(self.chart)
        self._step = Step.DAY
        self._facts: DailyFacts | None = None
        self._metric = BOARD["pay_amount"]
        self._period: Period | None = None
        self._comparison = Comparison.NONE
        self._calendar = CampaignCalendar()

    @property
    def shown_metric(self) -> BoardMetric:
        """The metric shown."""
        return self._metric

    def show_facts(
        self,
        facts: DailyFacts,
        *,
        metric: BoardMetric,
        period: Period,
        comparison: Comparison,
        calendar: CampaignCalendar,
    ) -> None:
        """Show a metric over a period."""
        self._facts, self._metric, self._period = facts, metric, period
        self._comparison, self._calendar = comparison, calendar
        self._fill_choice()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._facts is not None:
            self._fill_choice()
            self._draw()
        super().changeEvent(event)

    def _fill_choice(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._choice.blockSignals(True)
        self._choice.clear()
        self._choice.setAccessibleName(self.tr("Metric of the chart"))
        for metric in BOARD.values():
            if all(part in facts.parts for part in metric.parts):
                self._choice.addItem(metric_name(metric), metric.name)
        self._choice.setCurrentIndex(max(0, self._choice.findData(self._metric.name)))
        self._choice.blockSignals(False)

    def _set_step(self, grain: str) -> None:
        self._step = Step(grain)
        self._draw()

    def _draw(self) -> None:
        facts, period = self._facts, self._period
        if facts is None or period is None:
            return
        metric = self._metric
        found = points(facts, metric, period, self._step)
        series = [self._series(self.tr("Actual"), found.values)]
        if self._step is Step.DAY:
            series.append(self._mean(facts, period, found))
        compared = self._compared(facts, period, len(found.values))
        if compared is not None:
            series.append(compared)
        self.chart.set_name(f"{metric_name(metric)} {formats.span(period.start, period.end)}")
        self.chart.set_data(
            DayChartData(
                starts=found.days,
                series=tuple(series),
                grain=Grain(self._step.value),
                expected=self._band(facts, period) if self._step is Step.DAY else None,
                campaigns=self._campaigns(period),
                from_zero=metric.unit is not Unit.RATIO or metric.good.value != "context",
            )
        )

    def _series(self, name: str, values: FloatArray, *, style: Style = Style.LINE, role: str = "accent") -> DaySeries:
        metric = self._metric
        kind = "ratio_x" if metric.unit is Unit.TIMES else metric.unit.value
        return DaySeries(
            name, values, kind=kind, role=role, style=style, value_format=lambda value: value_text(metric, value)
        )

    def _mean(self, facts: DailyFacts, period: Period, found: Points) -> DaySeries:
        longer = Period(period.start.fromordinal(period.start.toordinal() - MEAN_DAYS + 1), period.end)
        mean = moving_mean(points(facts, self._metric, longer, Step.DAY).values, days=MEAN_DAYS)[MEAN_DAYS - 1 :]
        return self._series(self.tr("7-day mean"), mean[: len(found.values)], style=Style.MEAN, role="secondary")

    def _compared(self, facts: DailyFacts, period: Period, count: int) -> DaySeries | None:
        compared = period.compared(self._comparison)
        if compared is None or self._step is not Step.DAY:
            return None
        values = points(facts, self._metric, compared, Step.DAY).values
        fitted = np.full(count, np.nan)
        fitted[: min(count, values.size)] = values[:count]
        if np.isnan(fitted).all():
            return None
        name = self.tr("Compared")
        return self._series(name, fitted, style=Style.DASHED, role="secondary")

    def _band(self, facts: DailyFacts, period: Period) -> ExpectedBand | None:
        band = normal_band(facts, self._metric, period, calendar=self._calendar)
        on_campaign = self._calendar.mask(period)
        low, high = (np.where(on_campaign, np.nan, values) for values in (band.low95, band.high95))
        if np.isnan(low).all():
            return None
        return ExpectedBand(self.tr("Normal 95 %"), low, high)

    def _campaigns(self, period: Period) -> tuple[Campaign, ...]:
        chinese = formats.language() == "zh_CN"
        return tuple(Campaign(one.name(chinese=chinese), one.start, one.end) for one in self._calendar.within(period))
