"""The small line of a tile, a card or a grid cell: the shape of the last weeks, no axis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat, known
from shopdesk.ui.charts.scale import Floats, Scale, runs
from shopdesk.ui.theme import tokens

_LINE_PX = 1.4
_DOT_PX = 2.2


def paint_sparkline(
    painter: QPainter, rect: QRectF, values: Floats, *, colour: QColor, last_point: bool = True
) -> None:
    """Draw values (NaN breaks the line) into ``rect``; usable from a cell delegate. Nothing is drawn without data."""
    finite = np.flatnonzero(np.isfinite(values))
    if not len(finite):
        return
    inner = rect.adjusted(_DOT_PX + 1, _DOT_PX + 1, -_DOT_PX - 1, -_DOT_PX - 1)
    x = Scale(0, max(1, len(values) - 1), inner.left(), inner.right())
    low, high = float(values[finite].min()), float(values[finite].max())
    if low == high:
        low, high = low - 1, high + 1
    y = Scale(low, high, inner.bottom(), inner.top())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for start, stop in runs(values):
        points = [QPointF(x.pixel(i), y.pixel(float(values[i]))) for i in range(start, stop)]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))
    if last_point:
        last = int(finite[-1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().text))
        painter.drawEllipse(QPointF(x.pixel(last), y.pixel(float(values[last]))), _DOT_PX, _DOT_PX)
    painter.restore()


class Sparkline(Canvas):
    """A sparkline as a widget; ``role`` names the token of its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._values: Floats = np.empty(0)
        self._labels: tuple[str, ...] = ()
        self._format: ValueFormat = formats.short
        self._role = "secondary"
        self._last_point = True

    def set_values(
        self,
        values: Sequence[float] | Floats,
        *,
        labels: Sequence[str] = (),
        value_format: ValueFormat = formats.short,
        role: str = "secondary",
        last_point: bool = True,
    ) -> None:
        """Show values in order of time; ``labels`` names each (for the table twin)."""
        self._values = np.asarray(values, dtype=np.float64)
        self._labels = tuple(labels)
        self._format, self._role, self._last_point = value_format, role, last_point
        self._reword()
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the line."""
        paint_sparkline(painter, rect, self._values, colour=role_colour(self._role), last_point=self._last_point)

    def table(self) -> ChartTable:
        """Return one row a value."""
        labels = self._labels or tuple(str(i + 1) for i in range(len(self._values)))
        rows = tuple((label, known(v)) for label, v in zip(labels, self._values, strict=True))
        return ChartTable((self.tr("Time"), self._name or self.tr("Value")), rows, (None, self._format))

    def retranslate(self) -> None:
        """Word the description anew."""
        self._reword()

    def sizeHint(self) -> QSize:
        """Return the size inside a tile."""
        return QSize(64, 24)

    def _reword(self) -> None:
        finite = self._values[np.isfinite(self._values)]
        if not len(finite):
            self.describe(self.tr("no data"))
            return
        self.describe(
            self.tr("{count} {count:value|values}, lowest {low}, highest {high}, last {last}").format(
                count=formats.full(len(finite)),
                low=self._format(float(finite.min())),
                high=self._format(float(finite.max())),
                last=self._format(float(finite[-1])),
            )
        )
