"""The rows of a forecast: each metric unchanged and new, as figures and as two intervals on one scale."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shopdesk.domain.bidding.forecast.model import Forecast, Metric, Range
from shopdesk.ui.bidding.forecast import words
from shopdesk.ui.bidding.forecast.state import Compared
from shopdesk.ui.charts.canvas import Canvas
from shopdesk.ui.charts.chart_table import ChartTable, known
from shopdesk.ui.charts.interval_bar import Interval, paint_interval
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

HEAD_PX: Final = 18
ROW_PX: Final = 21
_NAME_SHARE, _FIGURE_PX = 0.34, 50.0
_HEAD_GAP_PX: Final = 8.0
_BAR_PX: Final = 7.0
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ForecastRows(Canvas):
    """A hover over a row says its formula, both intervals, and what stands behind them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forecast: Forecast | None = None
        self._compared = Compared.EDIT
        self._behind: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        return QSize(240, HEAD_PX + ROW_PX * len(Metric))

    def minimumSizeHint(self) -> QSize:
        """Return room for all rows."""
        return QSize(200, HEAD_PX + ROW_PX * len(Metric))

    def show_forecast(self, forecast: Forecast | None, compared: Compared, behind: tuple[str, ...]) -> None:
        """Show a forecast; ``behind`` are the lines that a hover adds."""
        self._forecast, self._compared, self._behind = forecast, compared, behind
        self.describe("; ".join(self._spoken(metric) for metric in Metric) if forecast is not None else "")
        self.update()

    def tip(self, metric: Metric) -> str:
        """Return what a hover over a row says."""
        lines = [words.formula_text(metric)]
        if self._forecast is not None:
            for name, found in (
                (self.tr("as is"), self._forecast.unchanged),
                (self._new_name(), self._forecast.new),
            ):
                if metric in found:
                    lines.append(f"{name}  {words.range_text(metric, found[metric])}")
        if metric is Metric.PROFIT and self._forecast is not None and self._forecast.gain is not None:
            lines.append(words.medians_text())
        return "\n".join([*lines, *self._behind])

    def event(self, event: QEvent) -> bool:
        """Show the tip of the row under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._forecast is not None:
            row = int((event.pos().y() - HEAD_PX) // self._row_height())
            if event.pos().y() >= HEAD_PX and 0 <= row < len(Metric):
                QToolTip.showText(event.globalPos(), plain_tip(self.tip(list(Metric)[row])), self)
                return True
        return super().event(event)

    def retranslate(self) -> None:
        """Name the table."""
        self.set_name(self.tr("Forecast"))

    def table(self) -> ChartTable:
        """Return medians and intervals as rows."""
        rows = []
        for metric in Metric:
            scale = 1 if metric in (Metric.CLICKS, Metric.ORDERS, Metric.ROI) else 100
            cells: list[float | None] = []
            for found in self._both():
                span = found.get(metric)
                ends = (span.low, span.median, span.high) if span is not None else (math.nan,) * 3
                cells += [known(value / scale) for value in ends]
            rows.append((words.metric_label(metric), *cells))
        names = [self.tr("as is"), self._new_name()]
        parts = [self.tr("lower end"), self.tr("median"), self.tr("upper end")]
        return ChartTable((self.tr("Metric"), *(f"{name} {part}" for name in names for part in parts)), tuple(rows))

    def figures(self, metric: Metric) -> tuple[str, str]:
        """Return both medians as written; in short where one had to be cut, since digits cut off make another sum."""
        medians = [found[metric].median if metric in found else None for found in self._both()]
        written = [words.amount(metric, median) for median in medians]
        measure = QFontMetricsF(body_font(pixels=CAPTION_PT_PX, medium=True))
        if any(measure.horizontalAdvance(text) > _FIGURE_PX for text in written):
            written = [words.short_amount(metric, median) for median in medians]
        return written[0], written[1]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw head and rows."""
        columns = self._columns(rect)
        self._paint_head(painter, rect, columns)
        height = self._row_height()
        for place, metric in enumerate(Metric):
            top = rect.top() + HEAD_PX + place * height
            self._paint_row(painter, QRectF(rect.left(), top, rect.width(), height), metric, columns)

    def _both(self) -> tuple[dict[Metric, Range], dict[Metric, Range]]:
        if self._forecast is None:
            return {}, {}
        return dict(self._forecast.unchanged), dict(self._forecast.new)

    def _new_name(self) -> str:
        return self.tr("proposal") if self._compared is Compared.PROPOSAL else self.tr("new")

    def _spoken(self, metric: Metric) -> str:
        before, after = (
            words.amount(metric, found[metric].median if metric in found else None) for found in self._both()
        )
        return f"{words.metric_label(metric)} {self.tr('unchanged')} {before}, {self._new_name()} {after}"

    def _row_height(self) -> float:
        return (self.height() - HEAD_PX) / len(Metric)

    def _columns(self, rect: QRectF) -> tuple[float, float, float]:
        """Return where the two figures end and where the bars begin."""
        first = rect.left() + rect.width() * _NAME_SHARE + _FIGURE_PX
        second = first + _FIGURE_PX + _HEAD_GAP_PX
        return first, second, second + 10

    def _paint_head(self, painter: QPainter, rect: QRectF, columns: tuple[float, float, float]) -> None:
        t = tokens()
        first, second, bars = columns
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(rect.left(), rect.top(), 80, HEAD_PX), _LEFT, self.tr("Median"))
        painter.drawText(QRectF(first - 70, rect.top(), 70, HEAD_PX), _RIGHT, self.tr("as is"))
        painter.setPen(QColor(t.accent_text))
        painter.drawText(QRectF(first, rect.top(), second - first, HEAD_PX), _RIGHT, self._new_name())
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(bars, rect.top(), rect.right() - bars, HEAD_PX), _RIGHT, self.tr("80 %"))

    def _paint_row(self, painter: QPainter, row: QRectF, metric: Metric, columns: tuple[float, float, float]) -> None:
        t = tokens()
        first, second, bars = columns
        painter.setPen(QPen(QColor(t.grid_line), 1))
        painter.drawLine(row.topLeft(), row.topRight())
        before, after = (found.get(metric) for found in self._both())
        font = body_font(pixels=CAPTION_PT_PX)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        room = first - _FIGURE_PX - row.left()
        name = QFontMetricsF(font).elidedText(words.metric_label(metric), Qt.TextElideMode.ElideRight, room + 4)
        painter.drawText(QRectF(row.left(), row.top(), room + 6, row.height()), _LEFT, name)
        old, new = self.figures(metric)
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(first - _FIGURE_PX, row.top(), _FIGURE_PX, row.height()), _RIGHT, old)
        painter.setPen(QColor(t.text))
        painter.setFont(body_font(pixels=CAPTION_PT_PX, medium=True))
        painter.drawText(QRectF(second - _FIGURE_PX, row.top(), _FIGURE_PX, row.height()), _RIGHT, new)
        self._paint_bars(painter, QRectF(bars, row.top(), row.right() - bars, row.height()), before, after)

    def _paint_bars(self, painter: QPainter, box: QRectF, before: Range | None, after: Range | None) -> None:
        ends = [v for span in (before, after) if span for v in (span.low, span.median, span.high) if math.isfinite(v)]
        if not ends:
            return
        low, high = min(ends), max(ends)
        air = (high - low) * 0.04 or abs(high) * 0.05 or 1.0
        middle = box.center()
        for span, role, shift in ((before, "secondary", -0.5), (after, "accent", 0.5)):
            if span is None:
                continue
            centre = QPointF(middle.x(), middle.y() + shift * (_BAR_PX + 2))
            bar = QRectF(box.left(), centre.y() - _BAR_PX / 2, box.width(), _BAR_PX)
            interval = Interval(span.low, span.median, span.high)
            paint_interval(painter, bar, interval, scale_low=low - air, scale_high=high + air, role=role, track=False)
