"""The chart over days that tabs share: legend and verbs above, plot below, table twin in its place on demand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.ui.cards import Segmented
from shopdesk.ui.charts import export
from shopdesk.ui.charts.canvas import prepare
from shopdesk.ui.charts.chart_actions import ChartActions
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.charts.day_data import DayChartData, DaySeries, Grain, Style
from shopdesk.ui.charts.day_layers import WEEKENDS
from shopdesk.ui.charts.day_plot import DayPlot
from shopdesk.ui.charts.legend import Legend, LegendEntry, Mark, paint_legend
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import TITLE_PX

if TYPE_CHECKING:  # the table with its whole grid loads when it is first asked for
    from shopdesk.ui.charts.table_twin import TableTwinView

_PICTURE_HEAD_PX = 56
_PICTURE_PAD_PX = 12
_BETWEEN_PX = 12


class _PicturePlot(DayPlot):
    """A plot whose pictures carry title and legend, so that they explain themselves where they are pasted."""

    def __init__(self, chart: DayChart) -> None:
        super().__init__(chart)
        self._chart = chart

    def image(self, *, scale: float = export.SCALE) -> QImage:
        return self._chart.image(scale=scale)


class DayChart(QWidget):
    """Lines, bars and areas over days with everything around them.

    ``lead`` is the layout at the left of the legend: the page puts its title and metric choice there.
    ``grain_chosen`` asks the page for data by another grain (a ``Grain`` value); ``series_toggled`` tells
    what the legend switched.
    """

    grain_chosen = Signal(str)
    series_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._data = DayChartData()
        self._overlays_weeks = True
        self.legend = Legend()
        self.grains = Segmented()
        self.grains.hide()
        self.verbs = ChartActions()
        self.plot = _PicturePlot(self)
        self._twin: TableTwinView | None = None
        self._head = head = QHBoxLayout()
        head.setSpacing(_BETWEEN_PX)
        self.lead = QHBoxLayout()
        self.lead.setSpacing(8)
        head.addLayout(self.lead)
        head.addWidget(self.legend)
        head.addStretch(1)
        head.addWidget(self.grains)
        head.addWidget(self.verbs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        self._second = QHBoxLayout()
        column.addLayout(self._second)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.plot)
        column.addLayout(self._stack, 1)
        self.legend.toggled.connect(self._toggle)
        self.grains.chosen.connect(self.grain_chosen)
        self.verbs.table_clicked.connect(self._switch_table)
        self.verbs.png_clicked.connect(self.plot.save_picture)
        self.verbs.copy_clicked.connect(self.plot.copy_picture)
        self._retranslate()

    def set_name(self, name: str) -> None:
        """Set what the chart shows: title of its picture, name for screen readers and the file."""
        self._name = name
        self.plot.set_name(name)
        if self._twin is not None:
            self._twin.setAccessibleName(name)

    def set_data(self, data: DayChartData) -> None:
        """Show data; what the legend has switched off stays off while its name exists."""
        names = {one.name for one in data.series} | {WEEKENDS}
        if data.expected is not None:
            names.add(data.expected.name)
        started_hidden = {one.name for one in data.series if not one.shown} - self._known_names()
        hidden = (self._data.hidden & names) | started_hidden | data.hidden
        self._data = replace(data, hidden=frozenset(hidden))
        self.plot.set_data(self._data)
        self.legend.set_entries(self._entries())
        self._place_legend()
        self.grains.choose(data.grain)
        if self._twin is not None and self.is_table_shown():
            self._twin.set_table(self.table())

    def set_grain_switch(self, visible: bool, *, overlays_weeks: bool = True) -> None:
        """Show or hide the buttons day, week, month, and weeks laid over each other where the page makes them."""
        self._overlays_weeks = overlays_weeks
        self._retranslate()
        self.grains.setVisible(visible)

    def table(self) -> ChartTable:
        """Return what is plotted as columns and rows."""
        return self.plot.table()

    def is_table_shown(self) -> bool:
        """Whether the twin stands in the chart's place."""
        return self._twin is not None and self._stack.currentWidget() is self._twin

    def image(self, *, scale: float = export.SCALE) -> QImage:
        """Return title, legend and plot as one picture."""
        size = QSize(self.plot.width() + 2 * _PICTURE_PAD_PX, self.plot.height() + _PICTURE_HEAD_PX + _PICTURE_PAD_PX)
        image = export.blank_image(size, scale=scale)
        painter = QPainter(image)
        prepare(painter)
        inner = QRectF(_PICTURE_PAD_PX, 8, size.width() - 2 * _PICTURE_PAD_PX, 22)
        painter.setFont(body_font(pixels=TITLE_PX, medium=True))
        painter.setPen(QColor(tokens().text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._name)
        paint_legend(painter, inner.translated(0, 22), self._entries())
        prepare(painter)
        self.plot.paint_picture(
            painter, QRectF(_PICTURE_PAD_PX, _PICTURE_HEAD_PX, self.plot.width(), self.plot.height())
        )
        painter.end()
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the legend a line of its own where the first has no room for it."""
        super().resizeEvent(event)
        self._place_legend()

    def _place_legend(self) -> None:
        beside = [self.grains, self.verbs] if self.grains.isVisibleTo(self) else [self.verbs]
        taken = sum(one.sizeHint().width() + _BETWEEN_PX for one in beside) + self.lead.sizeHint().width()
        fits = taken + self.legend.wanted_width() + 2 * _BETWEEN_PX <= self.width()
        row, other = (self._head, self._second) if fits else (self._second, self._head)
        if row.indexOf(self.legend) < 0:
            other.removeWidget(self.legend)
            row.insertWidget(1 if fits else 0, self.legend)
            if not fits and row.count() == 1:
                row.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        overlaid = [(Grain.WEEKDAY.value, self.tr("Weeks overlaid"))] if self._overlays_weeks else []
        self.grains.set_items(
            [
                (Grain.DAY.value, self.tr("Day")),
                (Grain.WEEK.value, self.tr("Week")),
                (Grain.MONTH.value, self.tr("Month")),
                *overlaid,
            ]
        )
        self.grains.choose(self._data.grain)
        self.legend.set_entries(self._entries())

    def _known_names(self) -> set[str]:
        return {one.name for one in self._data.series}

    def _entries(self) -> list[LegendEntry]:
        hidden = self._data.hidden
        entries = [
            LegendEntry(one.name, one.name, one.role, _mark(one), one.name not in hidden) for one in self._data.series
        ]
        band = self._data.expected
        if band is not None:
            entries.append(LegendEntry(band.name, band.name, "accent", Mark.FAINT_BOX, band.name not in hidden))
        if self._data.grain is Grain.DAY and self._data.series:
            entries.append(LegendEntry(WEEKENDS, self.tr("Weekend"), "weekend", Mark.BOX, WEEKENDS not in hidden))
        return entries

    def _toggle(self, key: str, shown: bool) -> None:
        hidden = self._data.hidden - {key} if shown else self._data.hidden | {key}
        self._data = replace(self._data, hidden=hidden)
        self.plot.set_hidden(hidden)
        self.series_toggled.emit(key, shown)

    def _switch_table(self) -> None:
        if self.verbs.table.isChecked():
            twin = self._twin_made()
            twin.set_table(self.table())
            self._stack.setCurrentWidget(twin)
        else:
            self._stack.setCurrentWidget(self.plot)

    def _twin_made(self) -> TableTwinView:
        from shopdesk.ui.charts.table_twin import TableTwinView

        if self._twin is None:
            self._twin = TableTwinView(ChartTable((), ()))
            self._twin.setAccessibleName(self._name)
            self._stack.addWidget(self._twin)
        return self._twin


def _mark(one: DaySeries) -> Mark:
    if one.style in (Style.BAR, Style.AREA):
        return Mark.BOX
    return Mark.DASHED if one.style is Style.DASHED else Mark.LINE
