"""Words or products as points: four quadrants, bubble sizes, groups; hover reads, dragging selects."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, prepare, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, known
from shopdesk.ui.charts.scale import Floats, Scale, nice_ticks
from shopdesk.ui.charts.scatter_data import ScatterAxis, ScatterData, axis_scale, transformed
from shopdesk.ui.theme import tokens

_LEFT_PX = 60.0
_BOTTOM_PX = 40.0
_TOP_PX = 22.0
_RIGHT_PX = 14.0
_GRAB_PX = 5.0
_NEAR_PX = 6.0


def _nothing() -> ScatterData:
    plain = ScatterAxis("", formats.full)
    return ScatterData((), np.empty(0), np.empty(0), np.empty(0, dtype=np.int64), (), plain, plain)


class Scatter(Canvas):
    """300 to 30,000 points, drawn once into a picture; only what moves is drawn each frame.

    ``selected`` tells the indices (a tuple) inside the dragged rectangle (with Alt: inside the drawn loop),
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
        masks = (~right & up, right & up, ~right & ~up, right & ~up)
        return tuple(int((mask & ok).sum()) for mask in masks)  # type: ignore[return-value]

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
        xs, ys = self._pixels(QRectF(self.rect()))
        return QPointF(float(xs[at]), float(ys[at]))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the cached points and what moves above them."""
        ratio = self.devicePixelRatioF()
        if self._layer is None or self._layer.size() != (rect.size() * ratio).toSize():
            self._layer = QPixmap((rect.size() * ratio).toSize())
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            under = QPainter(self._layer)
            prepare(under)
            self._paint_points(under, rect)
            under.end()
        painter.drawPixmap(rect.topLeft(), self._layer)
        self._paint_lines(painter, rect)
        if len(self._loop) > 1:
            painter.setPen(QPen(QColor(tokens().accent), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(role_colour("accent", alpha=0.1))
            painter.drawPolygon(QPolygonF(self._loop_shape()))
        elif self._at >= 0:
            self._paint_read_out(painter, rect)

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw afresh at the picture's own resolution."""
        self._paint_points(painter, rect)
        self._paint_lines(painter, rect)

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
        self._line = self._line_at(event.position())
        if not self._line:
            self._loop = [event.position()]
            self._free_hand = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line, stretch the selection, or read the point under the pointer."""
        if self._line:
            self._move_line(event.position())
        elif self._loop:
            self._loop = [*self._loop, event.position()] if self._free_hand else [self._loop[0], event.position()]
            self.update()
        else:
            over = self._line_at(event.position())
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
            inside = self._inside(loop)
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

    def _shown(self) -> NDArray[np.bool_]:
        d = self._data
        ok: NDArray[np.bool_] = np.isfinite(transformed(d.x, d.x_axis)) & np.isfinite(transformed(d.y, d.y_axis))
        for place, group in enumerate(d.groups):
            if group.name in self._hidden:
                ok &= d.group != place
        return ok

    def _scales(self, rect: QRectF) -> tuple[Scale, Scale]:
        plot = rect.adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)
        d = self._data
        x = axis_scale(d.x, d.x_axis, plot.left(), plot.right())
        return x, axis_scale(d.y, d.y_axis, plot.bottom(), plot.top())

    def _pixels(self, rect: QRectF) -> tuple[Floats, Floats]:
        x, y = self._scales(rect)
        d = self._data
        return x.pixels(transformed(d.x, d.x_axis)), y.pixels(transformed(d.y, d.y_axis))

    def _paint_points(self, painter: QPainter, rect: QRectF) -> None:
        self._paint_axes(painter, rect)
        d, shown = self._data, self._shown()
        xs, ys = self._pixels(rect)
        alpha = 0.55 if len(d.labels) <= 2000 else 0.35
        ratio = painter.device().devicePixelRatio()
        order = np.flatnonzero(shown)[np.argsort(-self._radii[shown], kind="stable")]  # small ones on top
        sprites: dict[tuple[int, float, bool], QPixmap] = {}
        any_chosen = bool(self._chosen.any())
        for i in order:
            key = (int(d.group[i]), float(self._radii[i]), bool(self._chosen[i]) or not any_chosen)
            sprite = sprites.get(key)
            if sprite is None:
                role = d.groups[key[0]].role
                sprite = sprites[key] = _sprite(role, key[1], alpha if key[2] else 0.15, ratio)
            half = key[1] + 1
            painter.drawPixmap(QPointF(xs[i] - half, ys[i] - half), sprite)
        if any_chosen:
            painter.setPen(QPen(QColor(tokens().text), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for i in np.flatnonzero(self._chosen & shown):
                painter.drawEllipse(QPointF(xs[i], ys[i]), self._radii[i] + 1, self._radii[i] + 1)

    def _paint_axes(self, painter: QPainter, rect: QRectF) -> None:
        t = tokens()
        x, y = self._scales(rect)
        d = self._data
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, text in _ticks(y, d.y_axis, int((y.start - y.end) / 40)):
            at = round(y.pixel(value)) + 0.5
            painter.setPen(QPen(QColor(t.grid_line), 1))
            painter.drawLine(QPointF(x.start, at), QPointF(x.end, at))
            painter.setPen(QColor(t.secondary))
            painter.drawText(QRectF(x.start - 68, at - 9, 60, 18), right, text)
        for value, text in _ticks(x, d.x_axis, int((x.end - x.start) / 80)):
            at = round(x.pixel(value)) + 0.5
            painter.setPen(QPen(QColor(t.grid_line), 1))
            painter.drawLine(QPointF(at, y.start), QPointF(at, y.end))
            painter.setPen(QColor(t.secondary))
            painter.drawText(QRectF(at - 40, y.start + 3, 80, 16), Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(x.start, y.start + 20, x.end - x.start, 18), right, d.x_axis.name)
        painter.drawText(QRectF(rect.left() + 8, rect.top(), 300, 18), Qt.AlignmentFlag.AlignVCenter, d.y_axis.name)
        missing = len(d.labels) - int(self._shown().sum()) if not self._hidden else 0
        if missing:
            note = self.tr("{count} without a place on these axes").format(count=missing)
            painter.drawText(QRectF(x.start, y.start + 20, 300, 18), Qt.AlignmentFlag.AlignVCenter, note)

    def _paint_lines(self, painter: QPainter, rect: QRectF) -> None:
        x, y = self._scales(rect)
        d = self._data
        pen = QPen(QColor(tokens().text), 1.2)
        pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
        if d.x_axis.line is not None:
            at = x.pixel(float(transformed(np.array([d.x_axis.line]), d.x_axis)[0]))
            painter.drawLine(QPointF(at, y.start), QPointF(at, y.end))
            text = d.x_axis.value_format(d.x_axis.line)
            painter.drawText(QRectF(at + 4, y.end - 2, 120, 16), Qt.AlignmentFlag.AlignVCenter, text)
        if d.y_axis.line is not None:
            at = y.pixel(float(transformed(np.array([d.y_axis.line]), d.y_axis)[0]))
            painter.drawLine(QPointF(x.start, at), QPointF(x.end, at))
            text = d.y_axis.value_format(d.y_axis.line)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(x.end - 124, at - 17, 120, 16), right, text)

    def _paint_read_out(self, painter: QPainter, rect: QRectF) -> None:
        t = tokens()
        xs, ys = self._pixels(rect)
        d, at = self._data, self._at
        centre = QPointF(float(xs[at]), float(ys[at]))
        if len(d.low) and formats.is_known(float(d.low[at])):
            y = self._scales(rect)[1]
            ends = transformed(np.array([d.low[at], d.high[at]]), d.y_axis)
            if np.isfinite(ends).all():
                painter.setPen(QPen(role_colour(d.groups[int(d.group[at])].role), 2))
                low, high = (min(y.start, max(y.end, y.pixel(float(end)))) for end in ends)
                painter.drawLine(QPointF(centre.x(), low), QPointF(centre.x(), high))
        painter.setPen(QPen(QColor(t.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, self._radii[at] + 2, self._radii[at] + 2)
        lines = self.read_out(at)
        width = max(painter.fontMetrics().horizontalAdvance(line) for line in lines) + 20
        height = 18 * len(lines) + 10
        left = centre.x() + 14 if centre.x() + 14 + width < rect.right() else centre.x() - 14 - width
        top = min(max(rect.top() + 2, centre.y() - height / 2), rect.bottom() - height - 2)
        painter.setPen(QPen(QColor(t.border), 1))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(QRectF(left, top, width, height), 4, 4)
        for row, line in enumerate(lines):
            painter.setPen(QColor(t.text if row == 0 else t.secondary))
            box = QRectF(left + 10, top + 5 + 18 * row, width - 12, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)

    def _nearest(self, point: QPointF) -> int:
        shown = np.flatnonzero(self._shown())
        if not len(shown):
            return -1
        xs, ys = self._pixels(QRectF(self.rect()))
        gap = np.hypot(xs[shown] - point.x(), ys[shown] - point.y()) - self._radii[shown]
        best = int(np.argmin(gap))
        return int(shown[best]) if gap[best] <= _NEAR_PX else -1

    def _line_at(self, point: QPointF) -> str:
        x, y = self._scales(QRectF(self.rect()))
        for name, axis, scale, at in (
            ("x", self._data.x_axis, x, point.x()),
            ("y", self._data.y_axis, y, point.y()),
        ):
            if axis.line is not None:
                stands = scale.pixel(float(transformed(np.array([axis.line]), axis)[0]))
                if abs(stands - at) <= _GRAB_PX:
                    return name
        return ""

    def _move_line(self, point: QPointF) -> None:
        x, y = self._scales(QRectF(self.rect()))
        d = self._data
        axis, scale, at = (d.x_axis, x, point.x()) if self._line == "x" else (d.y_axis, y, point.y())
        value = scale.value(min(max(at, min(scale.start, scale.end)), max(scale.start, scale.end)))
        value = 10**value if axis.logarithmic else value
        moved = replace(axis, line=float(value))
        self._data = replace(d, x_axis=moved) if self._line == "x" else replace(d, y_axis=moved)
        self.line_moved.emit(self._line, float(value))
        self.update()

    def _loop_shape(self) -> list[QPointF]:
        if self._free_hand or len(self._loop) < 2:
            return self._loop
        first, last = self._loop[0], self._loop[-1]
        return [first, QPointF(last.x(), first.y()), last, QPointF(first.x(), last.y())]

    def _inside(self, loop: list[QPointF]) -> NDArray[np.bool_]:
        xs, ys = self._pixels(QRectF(self.rect()))
        inside = np.zeros(len(xs), dtype=bool)
        for one, other in zip(loop, [*loop[1:], loop[0]], strict=True):  # even-odd rule
            if one.y() != other.y():
                crosses = (one.y() > ys) != (other.y() > ys)
                edge = one.x() + (ys - one.y()) * (other.x() - one.x()) / (other.y() - one.y())
                inside ^= crosses & (xs < edge)
        return inside & self._shown()

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
            self.describe(self.tr("{count} points").format(count=formats.full(len(self._data.labels))))


def _sprite(role: str, radius: float, alpha: float, ratio: float) -> QPixmap:
    side = int(np.ceil((2 * radius + 2) * ratio))
    sprite = QPixmap(side, side)
    sprite.setDevicePixelRatio(ratio)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(role_colour(role, alpha=min(1.0, alpha * 1.6)), 0.8))
    painter.setBrush(role_colour(role, alpha=alpha))
    painter.drawEllipse(QPointF(radius + 1, radius + 1), radius, radius)
    painter.end()
    return sprite


def _ticks(scale: Scale, axis: ScatterAxis, count: int) -> list[tuple[float, str]]:
    if not axis.logarithmic:
        return [(v, axis.value_format(v)) for v in nice_ticks(scale.low, scale.high, count=max(2, count))]
    powers = range(int(np.floor(scale.low)), int(np.ceil(scale.high)) + 1)
    marks = [p + step for p in powers for step in (0.0, float(np.log10(3)))]
    return [(v, axis.value_format(round(10**v, 6))) for v in marks if scale.low <= v <= scale.high]
