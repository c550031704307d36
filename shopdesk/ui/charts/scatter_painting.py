"""Draws the parts of a scatter chart: axes, bubbles, quadrant lines, the read-out of one point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import role_colour
from shopdesk.ui.charts.scale import Floats, Scale, nice_ticks
from shopdesk.ui.charts.scatter_data import ScatterAxis, transformed
from shopdesk.ui.charts.scatter_places import Mask, Places
from shopdesk.ui.theme import tokens

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LINE_PX = 18  # of the read-out
_LONGEST_LINE_PX = 300  # of the read-out
_AROUND_PX = 2  # room for the ring of a chosen point
MOST_DRAWN: Final = 4_000
CELL_PX: Final = 3


def paint_axes(painter: QPainter, places: Places, *, note: str) -> None:
    """Draw grid lines, values and names of both axes; ``note`` stands below at the left."""
    t = tokens()
    x, y, data = places.x, places.y, places.data
    for value, text in _ticks(y, data.y_axis, int((y.start - y.end) / 40)):
        at = round(y.pixel(value)) + 0.5
        painter.setPen(QPen(QColor(t.grid_line), 1))
        painter.drawLine(QPointF(x.start, at), QPointF(x.end, at))
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(x.start - 68, at - 9, 60, 18), _RIGHT, text)
    for value, text in _ticks(x, data.x_axis, int((x.end - x.start) / 80)):
        at = round(x.pixel(value)) + 0.5
        painter.setPen(QPen(QColor(t.grid_line), 1))
        painter.drawLine(QPointF(at, y.start), QPointF(at, y.end))
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(at - 40, y.start + 3, 80, 16), Qt.AlignmentFlag.AlignCenter, text)
    painter.setPen(QColor(t.secondary))
    painter.drawText(QRectF(x.start, y.start + 20, x.end - x.start, 18), _RIGHT, data.x_axis.name)
    painter.drawText(QRectF(x.start - 52, y.end - 22, 300, 18), _MIDDLE, data.y_axis.name)
    painter.drawText(QRectF(x.start, y.start + 20, 300, 18), _MIDDLE, note)


def drawn(places: Places, *, radii: Floats, shown: Mask, chosen: Mask) -> NDArray[np.int64]:
    """Return the points to draw, large ones first; of many, those that another of their colour covers are left out.

    Above ``MOST_DRAWN`` shown points the plane is divided into squares of ``CELL_PX``; in each the largest bubble of
    a group stands for those that fall on it. Selecting, hovering and the table know all points.
    """
    points: NDArray[np.int64] = np.flatnonzero(shown)
    points = points[np.argsort(-radii[points], kind="stable")]
    if len(points) <= MOST_DRAWN:
        return points
    column = np.floor(places.xs[points] / CELL_PX).astype(np.int64)
    row = np.floor(places.ys[points] / CELL_PX).astype(np.int64)
    kind = places.data.group[points] * 2 + chosen[points]
    _, first = np.unique((column * 100_003 + row) * 101 + kind, return_index=True)
    kept: NDArray[np.int64] = points[np.sort(first)]
    return kept


def paint_bubbles(painter: QPainter, places: Places, *, radii: Floats, points: NDArray[np.int64], chosen: Mask) -> None:
    """Draw points, small ones on top; where some are chosen those have a ring and the others fade."""
    data = places.data
    alpha = 0.55 if len(points) <= 2000 else 0.35
    ratio = painter.device().devicePixelRatio()
    sprites: dict[tuple[int, float, bool], QPixmap] = {}
    faded = 0.15 if chosen.any() else alpha
    for i in points:
        key = (int(data.group[i]), float(radii[i]), bool(chosen[i]))
        sprite = sprites.get(key)
        if sprite is None:
            role = data.groups[key[0]].role
            look = alpha if key[2] else faded
            sprite = sprites[key] = _sprite(role, key[1], look, ratio, ring=key[2])
        half = key[1] + _AROUND_PX
        painter.drawPixmap(QPointF(places.xs[i] - half, places.ys[i] - half), sprite)


def paint_lines(painter: QPainter, places: Places) -> None:
    """Draw the quadrant lines with their values."""
    x, y = places.x, places.y
    pen = QPen(QColor(tokens().text), 1.2)
    pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    at, line = places.line("x"), places.data.x_axis.line
    if at is not None and line is not None:
        painter.drawLine(QPointF(at, y.start), QPointF(at, y.end))
        painter.drawText(QRectF(at + 4, y.end - 2, 120, 16), _MIDDLE, places.data.x_axis.value_format(line))
    at, line = places.line("y"), places.data.y_axis.line
    if at is not None and line is not None:
        painter.drawLine(QPointF(x.start, at), QPointF(x.end, at))
        painter.drawText(QRectF(x.end - 124, at - 17, 120, 16), _RIGHT, places.data.y_axis.value_format(line))


def paint_read_out(
    painter: QPainter, rect: QRectF, places: Places, at: int, *, radius: float, lines: Sequence[str]
) -> None:
    """Draw the ring, the interval and the words of the point under the pointer."""
    t = tokens()
    centre = places.point(at)
    _paint_interval(painter, places, at, centre)
    painter.setPen(QPen(QColor(t.text), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius + 2, radius + 2)
    metrics = painter.fontMetrics()
    lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, _LONGEST_LINE_PX) for line in lines]
    width = max(metrics.horizontalAdvance(line) for line in lines) + 20
    height = _LINE_PX * len(lines) + 10
    left = centre.x() + 14 if centre.x() + 14 + width < rect.right() else centre.x() - 14 - width
    top = min(max(rect.top() + 2, centre.y() - height / 2), rect.bottom() - height - 2)
    painter.setPen(QPen(QColor(t.border), 1))
    painter.setBrush(QColor(t.card))
    painter.drawRoundedRect(QRectF(left, top, width, height), 4, 4)
    for row, line in enumerate(lines):
        painter.setPen(QColor(t.text if row == 0 else t.secondary))
        box = QRectF(left + 10, top + 5 + _LINE_PX * row, width - 12, _LINE_PX)
        painter.drawText(box, _MIDDLE, line)


def _paint_interval(painter: QPainter, places: Places, at: int, centre: QPointF) -> None:
    data, y = places.data, places.y
    if not len(data.low) or not formats.is_known(float(data.low[at])):
        return
    ends = transformed(np.array([data.low[at], data.high[at]]), data.y_axis)
    if not np.isfinite(ends).all():
        return
    painter.setPen(QPen(role_colour(data.groups[int(data.group[at])].role), 2))
    low, high = (min(y.start, max(y.end, y.pixel(float(end)))) for end in ends)
    painter.drawLine(QPointF(centre.x(), low), QPointF(centre.x(), high))


def _sprite(role: str, radius: float, alpha: float, ratio: float, *, ring: bool) -> QPixmap:
    half = radius + _AROUND_PX
    side = int(np.ceil(2 * half * ratio))
    sprite = QPixmap(side, side)
    sprite.setDevicePixelRatio(ratio)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(role_colour(role, alpha=min(1.0, alpha * 1.6)), 0.8))
    painter.setBrush(role_colour(role, alpha=alpha))
    painter.drawEllipse(QPointF(half, half), radius, radius)
    if ring:
        painter.setPen(QPen(QColor(tokens().text), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(half, half), radius + 1, radius + 1)
    painter.end()
    return sprite


def _ticks(scale: Scale, axis: ScatterAxis, count: int) -> list[tuple[float, str]]:
    if not axis.logarithmic:
        return [(v, axis.value_format(v)) for v in nice_ticks(scale.low, scale.high, count=max(2, count))]
    powers = range(int(np.floor(scale.low)), int(np.ceil(scale.high)) + 1)
    marks = [p + step for p in powers for step in (0.0, float(np.log10(3)))]
    return [(v, axis.value_format(round(10**v, 6))) for v in marks if scale.low <= v <= scale.high]
