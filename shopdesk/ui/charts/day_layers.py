"""The painted layers of a day chart, from the bands at the back to the lines."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from shopdesk.ui.charts.canvas import role_colour
from shopdesk.ui.charts.day_data import DayChartData, DaySeries, ExpectedBand, Grain, Style, weekend_spans
from shopdesk.ui.charts.day_labels import short_day, ticks
from shopdesk.ui.charts.day_view import Axis, DayView
from shopdesk.ui.charts.scale import runs
from shopdesk.ui.theme import tokens

WEEKENDS = "\0weekends"  # the legend's key of the grey bands: no series can be named so
NAME_COVER = 0.8  # of what lies behind the name of a gap; a line is still seen through it
PART_ALPHA = 0.4  # of a bar that holds only some days of its week or month
_POINTS_FROM_PX = 7.0  # width of a position from which points are drawn on a line
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_bands(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Draw weekends, campaigns, and the expected range."""
    t = tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    days = [data.day(i) for i in range(data.count)]
    if data.grain is Grain.DAY and WEEKENDS not in data.hidden:
        for first, last in weekend_spans(days):
            painter.fillRect(_band(view, first, last), QColor(t.weekend))
    for campaign in data.campaigns:
        span = data.span(campaign.first, campaign.last)
        if span:
            painter.fillRect(_band(view, *span), role_colour("warn", alpha=1.0 if t.name == "light" else 0.7))
    if data.expected is not None and data.expected.name not in data.hidden and view.left is not None:
        _paint_expected(painter, data.expected, view, view.left)


def paint_campaign_names(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Write the campaigns' names over grid lines and bands."""
    painter.setPen(QColor(tokens().warn_text))
    for text, box in campaign_names(painter, data, view):
        painter.drawText(box, _LEFT, text)


def campaign_names(painter: QPainter, data: DayChartData, view: DayView) -> list[tuple[str, QRectF]]:
    """Return what is written of each campaign in view, and where."""
    found = []
    for campaign in data.campaigns:
        span = data.span(campaign.first, campaign.last)
        box = _band(view, *span) if span else QRectF()
        if box.intersects(view.plot):
            seen = box.intersected(view.plot)
            text = painter.fontMetrics().elidedText(campaign.name, Qt.TextElideMode.ElideRight, int(seen.width()) + 60)
            width = painter.fontMetrics().horizontalAdvance(text) + 2
            found.append((text, QRectF(seen.left() + 4, view.plot.top() + 1, width, 16)))
    return found


def _band(view: DayView, first: int, last: int) -> QRectF:
    left, right = view.x.pixel(first - 0.5), view.x.pixel(last + 0.5)
    left, right = max(left, view.plot.left()), min(right, view.plot.right())
    return QRectF(left, view.plot.top(), max(0.0, right - left), view.plot.height())


def _paint_expected(painter: QPainter, band: ExpectedBand, view: DayView, axis: Axis) -> None:
    painter.save()
    painter.setClipRect(view.plot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(role_colour("accent", alpha=0.13))
    for start, stop in runs(band.low + band.high):
        upper = [QPointF(view.x.pixel(i), axis.scale.pixel(float(band.high[i]))) for i in range(start, stop)]
        lower = [QPointF(view.x.pixel(i), axis.scale.pixel(float(band.low[i]))) for i in range(start, stop)]
        painter.drawPolygon(QPolygonF(upper + lower[::-1]))
    painter.restore()


def paint_axes(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Draw grid lines, tick texts and units."""
    t = tokens()
    plot = view.plot
    if view.left is not None:
        for value in view.left.ticks:
            y = round(view.left.scale.pixel(value)) + 0.5
            strong = value == 0
            painter.setPen(QPen(QColor(t.border if strong else t.grid_line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    for axis, box_left, width, align in (
        (view.left, plot.left() - 80, 72.0, _RIGHT),
        (view.right, plot.right() + 8, 80.0, _LEFT),
    ):
        if axis is not None:
            _paint_ticks(painter, axis, QRectF(box_left, plot.top(), width, plot.height()), align)
    for position, text in ticks(data, view.x.low, view.x.high, width=plot.width()):
        x = view.x.pixel(position)
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3))
        painter.setPen(QColor(t.secondary))
        painter.drawText(QRectF(x - 40, plot.bottom() + 4, 80, 16), Qt.AlignmentFlag.AlignCenter, text)


def _paint_ticks(painter: QPainter, axis: Axis, column: QRectF, align: Qt.AlignmentFlag) -> None:
    painter.setPen(QColor(tokens().secondary))
    unit_bottom = column.top() + (14 if axis.unit else -20)
    if axis.unit:
        painter.drawText(QRectF(column.left(), column.top() - 6, column.width(), 16), align, axis.unit)
    for value, text in zip(axis.ticks, axis.texts, strict=True):
        y = axis.scale.pixel(value)
        if y - 8 >= unit_bottom:
            painter.drawText(QRectF(column.left(), y - 9, column.width(), 18), align, text)


def paint_series(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Draw bars, areas, compared periods, means and lines, in this order."""
    order = (Style.BAR, Style.AREA, Style.DASHED, Style.MEAN, Style.LINE)
    shown = data.visible()
    bars = [one for one in shown if one.style is Style.BAR]
    parts = parts_of(data)
    painter.save()
    painter.setClipRect(view.plot.adjusted(-4, -4, 4, 4))
    for style in order:
        for one in shown:
            axis = view.axis(data, one)
            if one.style is not style or axis is None:
                continue
            if style is Style.BAR:
                _paint_bars(painter, one, view, axis, (bars.index(one), len(bars)), parts | one.parts)
            else:
                _paint_line(painter, one, view, axis, parts | one.parts)
    painter.restore()


def _paint_bars(
    painter: QPainter, one: DaySeries, view: DayView, axis: Axis, place: tuple[int, int], parts: frozenset[int]
) -> None:
    index, count = place
    room = view.slot() * 0.72
    width = room / count
    zero = axis.scale.pixel(max(axis.scale.low, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    for start, stop in runs(one.values):
        for i in range(max(start, view.first), min(stop, view.last + 1)):
            y = axis.scale.pixel(float(one.values[i]))
            left = view.x.pixel(i) - room / 2 + index * width
            painter.setBrush(role_colour(one.role, alpha=PART_ALPHA if i in parts else 1.0))
            painter.drawRect(QRectF(left, min(y, zero), max(1.0, width - 1), abs(zero - y)))


def series_pen(one: DaySeries) -> QPen:
    """Return the pen of a series' line, also for its legend."""
    width = {Style.LINE: 1.8, Style.AREA: 1.8, Style.MEAN: 1.5}.get(one.style, 1.2)
    pen = QPen(role_colour(one.role), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if one.style is Style.DASHED else Qt.PenCapStyle.RoundCap)
    if one.style is Style.DASHED:
        pen.setDashPattern([3.0, 3.0])
    return pen


def parts_of(data: DayChartData) -> frozenset[int]:
    """Return the positions that the period cuts, so that they hold some days of their week or month: ends only."""
    return frozenset(place for place in {0, len(data.starts) - 1} if place >= 0 and data.is_part(place))


def part_pen(one: DaySeries) -> QPen:
    """Return the pen to and from a point that is only a part of its week or month."""
    pen = QPen(role_colour(one.role), 1.4)
    pen.setDashPattern([2.5, 2.5])
    return pen


def _paint_line(painter: QPainter, one: DaySeries, view: DayView, axis: Axis, parts: frozenset[int]) -> None:
    """Paint a line; what leads to or from a part of a week or month is dashed, and its point hollow."""
    dots = one.style is Style.LINE and view.slot() >= _POINTS_FROM_PX
    for start, stop in runs(one.values):
        places = range(max(start, view.first - 1), min(stop, view.last + 2))
        points = [QPointF(view.x.pixel(i), axis.scale.pixel(float(one.values[i]))) for i in places]
        if not points:
            continue
        if one.style is Style.AREA:
            base = axis.scale.pixel(max(axis.scale.low, 0.0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role_colour(one.role, alpha=0.18))
            ends = [QPointF(points[-1].x(), base), QPointF(points[0].x(), base)]
            painter.drawPolygon(QPolygonF(points + ends))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(series_pen(one))
        if one.style is Style.DASHED:
            painter.drawPolyline(QPolygonF(points))
        else:  # a long smooth polyline costs the stroker several times its single lines
            steps = [
                (i in parts or i + 1 in parts, QLineF(a, b))
                for i, (a, b) in zip(places, pairwise(points), strict=False)
            ]
            painter.drawLines([line for is_part, line in steps if not is_part])
            painter.setPen(part_pen(one))
            painter.drawLines([line for is_part, line in steps if is_part])
        if dots or len(points) == 1:
            for i, point in zip(places, points, strict=True):
                painter.setPen(QPen(role_colour(one.role), 1.4) if i in parts else Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens().card) if i in parts else role_colour(one.role))
                painter.drawEllipse(point, 2.6 if i in parts else 2.0, 2.6 if i in parts else 2.0)


def paint_missing(painter: QPainter, data: DayChartData, view: DayView) -> None:
    """Name the gaps, so that a missing day is not taken for a quiet one; runs of days get one name."""
    groups: list[list[int]] = []
    for at in data.missing():
        if groups and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    pen = QPen(QColor(tokens().disabled), 1.2, Qt.PenStyle.DotLine)
    free_from = view.plot.left()
    for group in groups:
        x = view.x.pixel((group[0] + group[-1]) / 2)
        if not view.plot.left() <= x <= view.plot.right():
            continue
        name = short_day(data.day(group[0]))
        if len(group) > 1:
            name += f" – {short_day(data.day(group[-1]))}"
        text = QCoreApplication.translate("Charts", "no data {days}").format(days=name)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, view.plot.bottom() - 68), QPointF(x, view.plot.bottom() - 22))
        width = painter.fontMetrics().horizontalAdvance(text)
        if x - width / 2 < free_from:
            continue
        box = QRectF(x - width / 2 - 3, view.plot.bottom() - 20, width + 8, 16)
        painter.fillRect(box, role_colour("card", alpha=NAME_COVER))  # bars and lines go on behind the words
        painter.setPen(QColor(tokens().secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        free_from = x + width / 2 + 8
