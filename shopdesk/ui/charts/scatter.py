"""Words or products as points: four quadrants, bubble sizes, groups; hover reads, dragging selects."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, prepare, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, known
from shopdesk.ui.charts.scale import Floats
from shopdesk.ui.charts.scatter_data import ScatterAxis, ScatterData
from shopdesk.ui.charts.scatter_painting import drawn, paint_axes, paint_bubbles, paint_lines, paint_read_out
from shopdesk.ui.charts.scatter_places import Mask, Places, shown
from shopdesk.ui.theme import tokens


def _nothing() -> ScatterData:
    plain = ScatterAxis("", formats.full)
    return ScatterData((), np.empty(0), np.empty(0), np.empty(0, dtype=np.int64), (), plain, plain)


class Scatter(Canvas):
    """300 to 30,000 points, drawn once into a picture; only what moves is drawn each frame.

    ``selected`` tells the indices (a tuple) inside the dragged rectangle (with Alt: inside the drawn loop; see
    ``set_loops``),
    ``hovered`` the index under the pointer or -1, ``line_moved``/``line_released`` a quadrant line ("x"/"y").
    """

    selected = Signal(object)
    hovered = Signal(int)
    activated = Signal(int)
    line_moved = Signal(str, float)
    line_released = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = _nothing()
        self._radii: Floats = np.empty(0)
        self._chosen = np.zeros(0, dtype=bool)
        self._hidden: frozenset[str] = frozenset()
        self._at = -1
        self._layer: QPixmap | None = None
        self._line = ""
        self._loop: list[QPointF] = []
        self._free_hand = False
        self._loops = False
        self.setMouseTracking(True)
        self.setMinimumSize(260, 180)

    def set_data(self, data: ScatterData) -> None:
        """Show points; the selection is dropped."""
        self._data = data
        self._radii = data.radii()
        self._chosen = np.zeros(len(data.labels), dtype=bool)
        self._at = -1
        self._speak()
        self.restyle()

    def set_hidden(self, groups: frozenset[str]) -> None:
        """Leave out groups by name (a legend switches them)."""
        self._hidden = groups
        self.restyle()

    def set_loops(self, loops: bool) -> None:
        """Let dragging draw a loop, and with Alt a rectangle; at first it is the other way round."""
        self._loops = loops

    def set_lines(self, *, x: float | None, y: float | None) -> None:
        """Put the quadrant lines somewhere else without telling; the selection stays."""
        data = self._data
        self._data = replace(data, x_axis=replace(data.x_axis, line=x), y_axis=replace(data.y_axis, line=y))
        self.restyle()

    def select(self, indices: tuple[int, ...]) -> None:
        """Mark points without telling."""
        self._chosen[:] = False
        self._chosen[list(indices)] = True
        self.restyle()

    def selection(self) -> tuple[int, ...]:
        """Return the marked points."""
        return tuple(int(i) for i in np.flatnonzero(self._chosen))

    def data(self) -> ScatterData:
        """Return what is shown, with the lines as they stand."""
        return self._data

    def quadrant_counts(self) -> tuple[int, int, int, int]:
        """Return points at upper left, upper right, lower left, lower right; a point on a line counts up and right."""
        d = self._data
        if d.x_axis.line is None or d.y_axis.line is None:
            return 0, 0, 0, 0
        right, up = d.x >= d.x_axis.line, d.y >= d.y_axis.line
        ok = np.isfinite(d.x) & np.isfinite(d.y)
        upper_left, upper_right = int((ok & up & ~right).sum()), int((ok & up & right).sum())
        return upper_left, upper_right, int((ok & ~up & ~right).sum()), int((ok & ~up & right).sum())

    def table(self) -> ChartTable:
        """Return one row a point."""
        d = self._data
        columns = (
            self.tr("Name"),
            self.tr("Group"),
            d.x_axis.name,
            d.y_axis.name,
            self.tr("80 % interval from"),
            self.tr("80 % interval to"),
            d.size_name or self.tr("Size"),
        )
        sides: list[Floats] = [a if len(a) else np.full(len(d.labels), np.nan) for a in (d.low, d.high, d.size)]
        rows = tuple(
            (
                label,
                d.groups[int(d.group[i])].name,
                known(float(d.x[i])),
                known(float(d.y[i])),
                *(known(float(side[i])) for side in sides),
            )
            for i, label in enumerate(d.labels)
        )
        wording = d.y_axis.value_format
        return ChartTable(columns, rows, (None, None, d.x_axis.value_format, wording, wording, wording, None))

    def read_out(self, at: int) -> list[str]:
        """Return what is said about a point, line by line."""
        d = self._data
        lines = [
            f"{d.labels[at]} · {d.groups[int(d.group[at])].name}",
            f"{d.x_axis.name} {d.x_axis.value_format(float(d.x[at]))}",
            f"{d.y_axis.name} {d.y_axis.value_format(float(d.y[at]))}",
        ]
        if len(d.low) and formats.is_known(float(d.low[at])):
            low, high = (d.y_axis.value_format(float(side[at])) for side in (d.low, d.high))
            lines.append(self.tr("80 % interval {low} – {high}").format(low=low, high=high))
        if len(d.size) and d.size_name:
            lines.append(f"{d.size_name} {formats.full(float(d.size[at]))}")
        return lines

    def point(self, at: int) -> QPointF:
        """Return where a point stands."""
        return self._places().point(at)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the cached points and what moves above them."""
        ratio = self.devicePixelRatioF()
        if self._layer is None or self._layer.size() != (rect.size() * ratio).toSize():
            self._layer = QPixmap((rect.size() * ratio).toSize())
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            under = QPainter(self._layer)
            prepare(under)
            self._paint_points(under, Places.of(self._data, rect))
            under.end()
        painter.drawPixmap(rect.topLeft(), self._layer)
        places = Places.of(self._data, rect)
        paint_lines(painter, places)
        if len(self._loop) > 1:
            painter.setPen(QPen(QColor(tokens().accent), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(role_colour("accent", alpha=0.1))
            painter.drawPolygon(QPolygonF(self._loop_shape()))
        elif self._at >= 0:
            radius, lines = float(self._radii[self._at]), self.read_out(self._at)
            paint_read_out(painter, rect, places, self._at, radius=radius, lines=lines)

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw afresh at the picture's own resolution."""
        places = Places.of(self._data, rect)
        self._paint_points(painter, places)
        paint_lines(painter, places)

    def restyle(self) -> None:
        """Drop the cached picture."""
        self._layer = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the cached picture."""
        self._layer = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a quadrant line, or begin a selection."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._line = self._places().line_at(event.position())
        if not self._line:
            self._loop = [event.position()]
            self._free_hand = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) is not self._loops

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line, stretch the selection, or read the point under the pointer."""
        if self._line:
            self._move_line(event.position())
        elif self._loop:
            self._loop = [*self._loop, event.position()] if self._free_hand else [self._loop[0], event.position()]
            self.update()
        else:
            over = self._places().line_at(event.position())
            shapes = {"x": Qt.CursorShape.SizeHorCursor, "y": Qt.CursorShape.SizeVerCursor}
            self.setCursor(shapes.get(over, Qt.CursorShape.ArrowCursor))
            self._hover(self._nearest(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the line go, or select; a click selects the point under it."""
        if self._line:
            name, self._line = self._line, ""
            axis = self._data.x_axis if name == "x" else self._data.y_axis
            if axis.line is not None:
                self.line_released.emit(name, axis.line)
            return
        if not self._loop:
            return
        loop, self._loop = self._loop_shape(), []
        if len(loop) > 1 and QPolygonF(loop).boundingRect().width() > 3:
            inside = self._places().inside(loop) & self._shown()
        else:
            at = self._nearest(event.position())
            inside = np.arange(len(self._chosen)) == at
        adding = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self._chosen = (self._chosen | inside) if adding else inside
        self.selected.emit(self.selection())
        self.restyle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell which point is wanted."""
        at = self._nearest(event.position())
        if at >= 0:
            self.activated.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from point to point along x, Space marks, Enter activates, Esc drops the selection."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            order = np.argsort(np.where(self._shown(), self._data.x, np.nan), kind="stable")[: int(self._shown().sum())]
            if len(order):
                found = np.flatnonzero(order == self._at)
                place = int(found[0]) + (1 if key == Qt.Key.Key_Right else -1) if len(found) else 0
                self._hover(int(order[max(0, min(len(order) - 1, place))]))
        elif key == Qt.Key.Key_Space and self._at >= 0:
            self._chosen[self._at] = not self._chosen[self._at]
            self.selected.emit(self.selection())
            self.restyle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.activated.emit(self._at)
        elif key == Qt.Key.Key_Escape and self._chosen.any():
            self._chosen[:] = False
            self.selected.emit(())
            self.restyle()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the read-out away."""
        if not self.hasFocus():
            self._hover(-1)
        super().leaveEvent(event)

    def retranslate(self) -> None:
        """Word the description anew."""
        self._speak()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(640, 360)

    def _places(self) -> Places:
        return Places.of(self._data, QRectF(self.rect()))

    def _shown(self) -> Mask:
        return shown(self._data, self._hidden)

    def _nearest(self, point: QPointF) -> int:
        return self._places().nearest(point, radii=self._radii, among=self._shown())

    def _paint_points(self, painter: QPainter, places: Places) -> None:
        visible = self._shown()
        points = drawn(places, radii=self._radii, shown=visible, chosen=self._chosen)
        paint_axes(painter, places, note=self._note(visible, len(points)))
        paint_bubbles(painter, places, radii=self._radii, points=points, chosen=self._chosen)

    def _note(self, visible: Mask, points: int) -> str:
        """Return what the picture leaves out: points without a place, and points that others cover."""
        count = int(visible.sum())
        missing = len(visible) - count if not self._hidden else 0
        notes = (
            [self.tr("{count} without a place on these axes").format(count=formats.full(missing))] if missing else []
        )
        if points < count:
            text = self.tr("{drawn} of {count} drawn: those on top of one another once")
            notes.append(text.format(drawn=formats.full(points), count=formats.full(count)))
        return " · ".join(notes)

    def _move_line(self, point: QPointF) -> None:
        places, data = self._places(), self._data
        value = places.value_at(self._line, point)
        moved = replace(places.axis(self._line)[0], line=value)
        self._data = replace(data, x_axis=moved) if self._line == "x" else replace(data, y_axis=moved)
        self.line_moved.emit(self._line, value)
        self.update()

    def _loop_shape(self) -> list[QPointF]:
        if self._free_hand or len(self._loop) < 2:
            return self._loop
        first, last = self._loop[0], self._loop[-1]
        return [first, QPointF(last.x(), first.y()), last, QPointF(first.x(), last.y())]

    def _hover(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._speak()
            self.hovered.emit(at)
            self.update()

    def _speak(self) -> None:
        if self._at >= 0:
            self.describe("; ".join(self.read_out(self._at)))
        else:
            self.describe(self.tr("{count} {count:point|points}").format(count=formats.full(len(self._data.labels))))
