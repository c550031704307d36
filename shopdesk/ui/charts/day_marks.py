"""What is written onto a day chart: flags, rings, the open day, last values, the crosshair's read-out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import role_colour
from shopdesk.ui.charts.day_data import DayChartData, Ring
from shopdesk.ui.charts.day_labels import position_name
from shopdesk.ui.charts.day_layers import campaign_names
from shopdesk.ui.charts.day_view import DayView, labelled, last_known
from shopdesk.ui.theme import tokens

_LINE_PX = 15.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

ReadOut = tuple[str, list[tuple[str, str, str]]]  # title, (role, name, value)


def paint_flags(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Hang the notes on their days; a flag that would cover another or a campaign's name goes a line lower."""
    t = tokens()
    named = [box for _, box in campaign_names(painter, data, view)]
    boxes: list[tuple[str, QRectF]] = []
    taken: list[list[tuple[float, float]]] = [[(box.left(), box.right()) for box in named], [], []]
    for flag in sorted(data.flags, key=lambda one: one.day):
        at = data.position(flag.day)
        if at is None or not view.x.low <= at <= view.x.high:
            continue
        x = round(view.x.pixel(at)) + 0.5
        text = painter.fontMetrics().elidedText(flag.text, Qt.TextElideMode.ElideRight, 140)
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        left = min(x, view.plot.right() - width)
        right = left + width + 4
        row = next((r for r, row in enumerate(taken) if all(right <= a or left >= b for a, b in row)), len(taken) - 1)
        taken[row].append((left, right))
        top = view.plot.top() + 4 + row * 22
        pen = QPen(QColor(t.text), 1)
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, view.plot.bottom()))
        boxes.append((text, QRectF(left, top, width, 20)))
    for text, box in boxes:  # after all lines: none crosses a name
        painter.setPen(QPen(QColor(t.border), 1))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QColor(t.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_rings(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Ring the points of alerts on the first series, with the alert's number."""
    if not data.series or data.series[0].name in data.hidden or view.left is None:
        return
    for ring in data.rings:
        span = data.span(ring.first, ring.last)
        if span and view.x.low <= span[1] and span[0] <= view.x.high:
            _paint_ring(painter, data, view, ring, span)


def _paint_ring(painter: QPainter, data: DayChartData, view: DayView, ring: Ring, span: tuple[int, int]) -> None:
    axis = view.left
    values = data.series[0].values[span[0] : span[1] + 1]
    known = [float(v) for v in values if formats.is_known(float(v))]
    if not known or axis is None:
        return
    t = tokens()
    colour = QColor(t.disabled if ring.closed else t.warn_text)
    top, bottom = axis.scale.pixel(max(known)) - 7, axis.scale.pixel(min(known)) + 7
    box = QRectF(view.x.pixel(span[0]) - 7, top, view.x.pixel(span[1]) - view.x.pixel(span[0]) + 14, bottom - top)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 7, 7)
    usual = float(np.nanmean(data.series[0].values))
    room_above, room_below = box.top() - view.plot.top() > 24, view.plot.bottom() - box.bottom() > 24
    above = room_above and (max(known) >= usual or not room_below)
    centre = QPointF(box.center().x(), box.top() - 11 if above else box.bottom() + 11)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.secondary) if ring.closed else colour)
    painter.drawEllipse(centre, 8, 8)
    painter.setPen(QColor(t.card))
    painter.drawText(QRectF(centre.x() - 10, centre.y() - 9, 20, 18), Qt.AlignmentFlag.AlignCenter, str(ring.number))


def paint_last_values(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Write the last values and the open day right of the plot, pushed apart where they would touch."""
    t = tokens()
    notes: list[tuple[float, list[tuple[str, QColor]]]] = []
    for place, one in enumerate(labelled(data)):
        at, axis = last_known(one), view.axis(data, one)
        if at is None or axis is None or at > view.x.high:
            continue
        value = float(one.values[at])
        strong = QColor(t.accent_text) if one.role == "accent" else role_colour(one.role)
        lines = [(one.short_text(value), strong)]
        if place == 0:
            lines.insert(0, (position_name(data, at), QColor(t.secondary)))
        notes.append((axis.scale.pixel(value), lines))
    open_note = _paint_open_day(painter, data, view)
    if open_note is not None:
        notes.append(open_note)
    _write_apart(painter, notes, view)


def _paint_open_day(
    painter: QPainter, data: DayChartData, view: DayView
) -> tuple[float, list[tuple[str, QColor]]] | None:
    today, axis = data.today, view.left
    if today is None or axis is None or not data.series or not formats.is_known(today.value):
        return None
    first = data.series[0]
    if first.name in data.hidden or len(data.starts) > view.x.high:
        return None
    point = QPointF(view.x.pixel(len(data.starts)), axis.scale.pixel(today.value))
    at = last_known(first)
    pen = QPen(role_colour(first.role), 1.4)
    if at == len(data.starts) - 1:
        pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(view.x.pixel(at), axis.scale.pixel(float(first.values[at]))), point)
    painter.setPen(QPen(role_colour(first.role), 1.4))
    painter.setBrush(QColor(tokens().card))
    painter.drawEllipse(point, 3.2, 3.2)
    grey = QColor(tokens().secondary)
    return point.y(), [(today.name, grey), (first.short_text(today.value), grey)]


def _write_apart(painter: QPainter, notes: list[tuple[float, list[tuple[str, QColor]]]], view: DayView) -> None:
    notes = sorted(notes, key=lambda note: note[0])
    tops: list[float] = []
    for y, lines in notes:
        wanted = y - len(lines) * _LINE_PX / 2
        floor = tops[-1] if tops else view.plot.top() - 4
        tops.append(max(wanted, floor) + len(lines) * _LINE_PX)
    limit = view.plot.bottom() + 8
    for place in range(len(notes) - 1, -1, -1):  # push back up what fell below the plot
        tops[place] = min(tops[place], limit)
        limit = tops[place] - len(notes[place][1]) * _LINE_PX
    for bottom, (_, lines) in zip(tops, notes, strict=True):
        for row, (text, colour) in enumerate(lines):
            painter.setPen(colour)
            y = bottom - (len(lines) - row) * _LINE_PX
            painter.drawText(QRectF(view.labels_left, y, 200, _LINE_PX), _LEFT, text)


def paint_crosshair(painter: QPainter, data: DayChartData, view: DayView, position: int, read_out: ReadOut) -> None:
    """Draw the line through a position, its points, and the box with all values."""
    t = tokens()
    x = round(view.x.pixel(position)) + 0.5
    painter.setPen(QPen(QColor(t.secondary), 1))
    painter.drawLine(QPointF(x, view.plot.top()), QPointF(x, view.plot.bottom()))
    for one in data.visible():
        axis = view.axis(data, one)
        if axis is None or position >= len(one.values) or not formats.is_known(float(one.values[position])):
            continue
        painter.setPen(QPen(QColor(t.card), 1.4))
        painter.setBrush(role_colour(one.role))
        painter.drawEllipse(QPointF(x, axis.scale.pixel(float(one.values[position]))), 3.6, 3.6)
    _paint_box(painter, view, x, read_out)


def _paint_box(painter: QPainter, view: DayView, x: float, read_out: ReadOut) -> None:
    t = tokens()
    title, rows = read_out
    metrics = painter.fontMetrics()
    names = max((metrics.horizontalAdvance(name) for _, name, _ in rows), default=0)
    values = max((metrics.horizontalAdvance(value) for *_, value in rows), default=0)
    width = max(metrics.horizontalAdvance(title), 14 + names + 16 + values) + 20
    height = 26 + 18 * len(rows) + 4
    left = x + 12 if x + 12 + width <= view.labels_left + 60 else x - 12 - width
    top = min(view.plot.top() + 4, max(0.0, view.plot.bottom() - height))
    box = QRectF(max(0.0, left), top, width, height)
    painter.setPen(QPen(QColor(t.border), 1))
    painter.setBrush(QColor(t.card))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(t.text))
    painter.drawText(QRectF(box.left() + 10, box.top() + 5, width - 20, 18), _LEFT, title)
    for row, (role, name, value) in enumerate(rows):
        y = box.top() + 26 + row * 18
        if role:
            painter.fillRect(QRectF(box.left() + 10, y + 6, 8, 6), role_colour(role))
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(box.left() + 24, y, names + 4, 18), _LEFT, name)
        painter.setPen(QColor(t.text))
        painter.drawText(QRectF(box.left() + 10, y, width - 20, 18), _RIGHT, value)
