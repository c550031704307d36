"""The strip under a heat map: colours from low to high, and what a dashed cell means."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat
from shopdesk.ui.charts.heat_colours import HeatScale, cell_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_STEP_PX = 12.0
_GAP_PX = 8.0


class HeatLegend(Canvas):
    """Low value, strip, high value with its unit, and the dashed cell with its words (empty: no such cells)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scale = HeatScale(0, 1)
        self._format: ValueFormat = formats.full
        self._suffix = ""
        self._thin = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(
        self, scale: HeatScale, *, value_format: ValueFormat = formats.full, suffix: str = "", thin: str = ""
    ) -> None:
        """Show a scale; ``thin`` says what becomes of cells with few data."""
        self._scale, self._format, self._suffix, self._thin = scale, value_format, suffix, thin
        self.describe(f"{self._low()} – {self._high()} {thin}".strip())
        self.updateGeometry()
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the strip."""
        t = tokens()
        metrics = painter.fontMetrics()
        x, middle = rect.left(), rect.center().y()
        x = self._write(painter, x, rect, self._low(), metrics.horizontalAdvance(self._low()))
        for value in self._scale.steps():
            painter.fillRect(QRectF(x, middle - 5, _STEP_PX, 10), cell_colour(value, self._scale))
            x += _STEP_PX
        x = self._write(painter, x + _GAP_PX, rect, self._high(), metrics.horizontalAdvance(self._high()))
        if self._thin:
            pen = QPen(QColor(t.disabled), 1)
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawRect(QRectF(x + 8, middle - 5, 14, 10))
            self._write(painter, x + 22 + _GAP_PX, rect, self._thin, metrics.horizontalAdvance(self._thin))

    def table(self) -> ChartTable:
        """Return the strip's values."""
        rows = tuple((value,) for value in self._scale.steps())
        return ChartTable((self.tr("Value"),), rows, (self._format,))

    def sizeHint(self) -> QSize:
        """Return the room of all words."""
        metrics = QFontMetricsF(body_font(pixels=CAPTION_PT_PX))
        width = metrics.horizontalAdvance(self._low() + self._high() + self._thin) + 10 * _STEP_PX + 3 * _GAP_PX
        return QSize(int(width) + (36 if self._thin else 4), 20)

    def _low(self) -> str:
        return self._format(self._scale.low)

    def _high(self) -> str:
        return self._format(self._scale.high) + self._suffix

    def _write(self, painter: QPainter, x: float, rect: QRectF, text: str, width: float) -> float:
        painter.setPen(QColor(tokens().secondary))
        painter.drawText(QRectF(x, rect.top(), width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width + _GAP_PX
