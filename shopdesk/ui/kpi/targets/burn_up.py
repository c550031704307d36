"""The way to a target as a chart: what has come in, the pace it should keep, and where it may end."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.targets import TargetRow
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.targets.progress import Progress, State
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, label
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import Campaign, DayChartData, DaySeries, ExpectedBand, Style
from shopdesk.ui.kpi.targets.wording import (
    amount_text,
    days_text,
    period_text,
    target_text,
    target_tip,
    verdict_text,
    wanted_text,
)
from shopdesk.ui.kpi.wording import metric_name


class BurnUpCard(Card):
    """Shows one target; a sentence under the chart says how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chart = DayChart()
        self.sentence = label("", "secondary", wrap=True)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.sentence)
        self._shown: tuple[TargetRow, Progress | None, Board, CampaignCalendar] | None = None

    def show_progress(self, row: TargetRow, found: Progress | None, board: Board, calendar: CampaignCalendar) -> None:
        """Show a target; ``found`` None where it can't be projected."""
        self._shown = (row, found, board, calendar)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self._shown is None:
            return
        row, found, board, calendar = self._shown
        if found is None:
            self.chart.set_data(DayChartData())
            self.sentence.setText(
                self.tr("This metric was removed, or is neither a sum nor a ratio of sums: it can't be projected.")
            )
            return
        metric = found.target.metric
        self.chart.set_name(f"{metric_name(metric)} {period_text(row.period)}")
        self.chart.set_data(self._data(row, found, calendar))
        self.sentence.setText(self._sentence(row, found, board))
        self.sentence.setToolTip(target_tip(row, found, board))

    def _data(self, row: TargetRow, found: Progress, calendar: CampaignCalendar) -> DayChartData:
        fan, period, chinese = found.fan, row.period, formats.language() == "zh_CN"
        adds_up = found.target.metric.adds_up
        series = [self._series(found, self.tr("Actual"), fan.actual)]
        pace = self.tr("Due") if adds_up else self.tr("Target")
        series.append(self._series(found, pace, fan.pace, style=Style.MEAN, role="secondary"))
        band = None
        if np.isfinite(fan.median).any():
            series.append(self._series(found, self.tr("Projected"), fan.median, style=Style.DASHED))
            band = ExpectedBand(self.tr("80 %"), fan.low, fan.high)
        return DayChartData(
            starts=tuple(period.start + timedelta(days=place) for place in range(period.days)),
            series=tuple(series),
            expected=band,
            campaigns=tuple(Campaign(one.name(chinese=chinese), one.start, one.end) for one in calendar.within(period)),
            from_zero=adds_up,
        )

    def _series(
        self, found: Progress, name: str, values: FloatArray, *, style: Style = Style.LINE, role: str = "accent"
    ) -> DaySeries:
        metric = found.target.metric
        kind = "ratio_x" if metric.unit is Unit.TIMES else metric.unit.value
        return DaySeries(
            name, values, kind=kind, role=role, style=style, value_format=lambda value: amount_text(metric, value)
        )

    def _sentence(self, row: TargetRow, found: Progress, board: Board) -> str:
        metric = found.target.metric
        wanted = wanted_text(metric, board.facts)
        if wanted:
            return wanted
        head = f"{metric_name(metric)} {period_text(row.period)} {target_text(metric, row.value, row.direction)}"
        parts = [f"{head}: {verdict_text(found.verdict, found.chance)}"]
        if metric.adds_up and found.actual is not None and found.pace:
            text = self.tr("{actual} so far, due by now {pace}")
            values = (amount_text(metric, one) for one in (found.actual, found.pace))
            parts.append(text.format(actual=next(values), pace=next(values)))
        if found.state is State.RUNNING:
            parts.append(days_text(found))
        unknown = [note.zh if formats.language() == "zh_CN" else note.en for note in found.campaigns if not note.runs]
        if unknown:
            text = self.tr("{names} never seen in this shop: counted as ordinary days")
            parts.append(text.format(names=formats.listed(unknown)))
        if found.missing:
            parts.append(
                self.tr("{count} {count:day|days} missing, not counted as 0").format(
                    count=formats.full(len(found.missing))
                )
            )
        return " · ".join(parts)
