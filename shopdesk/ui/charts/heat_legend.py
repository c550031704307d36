"""The strip under a heat map: colours from low to high, and what a dashed and a marked cell mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat
from shopdesk.ui.charts.heat_cells import CORNER_PX
from shopdesk.ui.charts.heat_colours import HeatScale, cell_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_STEP_PX = 12.0
_GAP_PX = 8.0
_SAMPLE_PX = 14.0


class HeatLegend(Canvas):
    """Low value, strip, high value with its unit; the dashed and the marked cell with their words (empty: none)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scale = HeatScale(0, 1)
        self._format: ValueFormat = formats.full
        self._suffix = ""
        self._thin = ""
        self._marked = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(
        self,
        scale: HeatScale,
        *,
        value_format: ValueFormat = formats.full,
        suffix: str = "",
        thin: str = "",
        marked: str = "",
    ) -> None:
        """Show a scale; ``thin`` says what becomes of cells with few data, ``marked`` what a corner means."""
        self._scale, self._format, self._suffix, self._thin, self._marked = scale, value_format, suffix, thin, marked
        self.describe(" ".join(part for part in (f"{self._low()} – {self._high()}", thin, marked) if part))
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
            painter.drawRect(QRectF(x + 8, middle - 5, _SAMPLE_PX, 10))
            x += 8 + _SAMPLE_PX + _GAP_PX
            x = self._write(painter, x, rect, self._thin, metrics.horizontalAdvance(self._thin))
        if self._marked:
            box = QRectF(x + 8, middle - 5, _SAMPLE_PX, 10)
            painter.fillRect(box, QColor(t.diverging[1]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            corner = box.topRight()
            painter.drawPolygon([corner, corner - QPointF(CORNER_PX, 0), corner + QPointF(0, CORNER_PX)])
            x += 8 + _SAMPLE_PX + _GAP_PX
            self._write(painter, x, rect, self._marked, metrics.horizontalAdvance(self._marked))

    def table(self) -> ChartTable:
        """Return the strip's values."""
        rows = tuple((value,) for value in self._scale.steps())
        return ChartTable((self.tr("Value"),), rows, (self._format,))

    def sizeHint(self) -> QSize:
        """Return the room of all words."""
        metrics = QFontMetricsF(body_font(pixels=CAPTION_PT_PX))
        width = metrics.horizontalAdvance(self._low() + self._high()) + 10 * _STEP_PX + 3 * _GAP_PX
        for words in (self._thin, self._marked):
            if words:
                width += metrics.horizontalAdvance(words) + _SAMPLE_PX + 2 * _GAP_PX + 8
        return QSize(int(width) + 4, 20)

    def _low(self) -> str:
        return self._format(self._scale.low)

    def _high(self) -> str:
        return self._format(self._scale.high) + self._suffix

    def _write(self, painter: QPainter, x: float, rect: QRectF, text: str, width: float) -> float:
        painter.setPen(QColor(tokens().secondary))
        painter.drawText(QRectF(x, rect.top(), width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width + _GAP_PX
