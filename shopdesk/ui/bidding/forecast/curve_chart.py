"""Profit or ROI against the daily budget, with its interval, the budget set, the best one and where more pays less."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shopdesk.domain.bidding.forecast.model import Curve, CurvePoint, Range
from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, known
from shopdesk.ui.charts.scale import Scale, bounds, nice_ticks
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_AXIS_PX, _FOOT_PX, _TOP_PX, _RIGHT_PX = 40.0, 16.0, 14.0, 14.0
_HEIGHT_PX: Final = 70
_DASH: Final = [2.0, 2.0]


class Shown(StrEnum):
    """What the curve shows."""

    PROFIT = "profit"
    ROI = "roi"


@dataclass(frozen=True, slots=True)
class _Place:
    """The scales of one painting and the plot between them."""

    x: Scale
    y: Scale
    plot: QRectF


class CurveChart(Canvas):
    """Arrow keys and the pointer read it out; ``days`` is the horizon that profits are summed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None
        self._shown = Shown.PROFIT
        self._budget: int | None = None
        self._days = 14
        self._cursor: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return a low wide chart."""
        return QSize(240, _HEIGHT_PX)

    def show_curve(self, curve: Curve | None, *, budget: int | None, days: int) -> None:
        """Show a curve with the budget that is set, fen a day."""
        self._curve, self._budget, self._days = curve, budget, days
        if self._cursor is not None and self._cursor >= len(self.points()):
            self._cursor = None
        self.update()

    def show_metric(self, shown: Shown) -> None:
        """Show profit or ROI."""
        self._shown = shown
        self.retranslate()
        self.update()

    def read_out(self, place: int) -> str:
        """Return what a point of the curve says."""
        point = self.points()[place]
        lines = [
            self.tr("{budget} yuan a day").format(budget=formats.money_fen(point.daily_budget, decimals=0)),
            self.tr("profit − spend in {days} days {median}, 80 % {low} … {high} yuan").format(
                days=self._days, **_texts(point.profit, _yuan)
            ),
            self.tr("ROI {median}, 80 % {low} … {high}").format(**_texts(point.roi, formats.times)),
        ]
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Name the chart."""
        self.set_name(
            self.tr("Profit against daily budget")
            if self._shown is Shown.PROFIT
            else self.tr("ROI against daily budget")
        )

    def table(self) -> ChartTable:
        """Return every point with both metrics."""
        rows = tuple(
            (
                point.daily_budget / 100,
                *(known(value / 100) for value in (point.profit.low, point.profit.median, point.profit.high)),
                *(known(value) for value in (point.roi.low, point.roi.median, point.roi.high)),
            )
            for point in self.points()
        )
        columns = (
            self.tr("Budget a day, yuan"),
            self.tr("Profit − spend low"),
            self.tr("Profit − spend median"),
            self.tr("Profit − spend high"),
            self.tr("ROI low"),
            self.tr("ROI median"),
            self.tr("ROI high"),
        )
        return ChartTable(columns, rows, (formats.full, formats.full, formats.full, formats.full))

    def event(self, event: QEvent) -> bool:
        """Read out the point under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.points():
            self._cursor = self._nearest(event.pos().x())
            QToolTip.showText(event.globalPos(), plain_tip(self.read_out(self._cursor)), self)
            self.update()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the point under the pointer."""
        if self.points():
            self._move_to(self._nearest(event.position().x()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Drop the mark."""
        self._cursor = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the points."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.points():
            super().keyPressEvent(event)
            return
        at = self._cursor if self._cursor is not None else len(self.points()) // 2
        self._move_to(max(0, min(len(self.points()) - 1, at + step)))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw axes, interval, line and marks."""
        points = self.points()
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        if len(points) < 2:
            painter.setPen(QColor(tokens().secondary))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, formats.UNKNOWN)
            return
        place = self._place(rect)
        self._paint_axes(painter, place)
        self._paint_band(painter, place)
        self._paint_marks(painter, place)
        self._paint_line(painter, place)

    def points(self) -> tuple[CurvePoint, ...]:
        """Return what is plotted."""
        return self._curve.points if self._curve is not None else ()

    def _span(self, point: CurvePoint) -> Range:
        if self._shown is Shown.ROI:
            return point.roi
        return Range(point.profit.low / 100, point.profit.median / 100, point.profit.high / 100)

    def _place(self, rect: QRectF) -> _Place:
        points = self.points()
        plot = rect.adjusted(_AXIS_PX, _TOP_PX, -_RIGHT_PX, -_FOOT_PX)
        spans = [self._span(point) for point in points]
        values = np.array([[span.low, span.median, span.high] for span in spans])
        low, high = bounds([values.ravel()], zero=True)
        x = Scale(points[0].daily_budget / 100, points[-1].daily_budget / 100, plot.left(), plot.right())
        return _Place(x, Scale(low, high, plot.bottom(), plot.top()), plot)

    def _paint_axes(self, painter: QPainter, place: _Place) -> None:
        t = tokens()
        for value in nice_ticks(place.y.low, place.y.high, count=3):
            y = place.y.pixel(value)
            painter.setPen(QPen(QColor(t.border if value == 0 else t.grid_line), 1))
            painter.drawLine(QPointF(place.plot.left(), y), QPointF(place.plot.right(), y))
            painter.setPen(QColor(t.secondary))
            text = formats.short(value)
            box = QRectF(0, y - 8, _AXIS_PX - 6, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        for value in nice_ticks(place.x.low, place.x.high, count=4, whole=True):
            box = QRectF(place.x.pixel(value) - 30, place.plot.bottom() + 1, 60, _FOOT_PX)
            painter.setPen(QColor(t.secondary))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, formats.short(value))

    def _paint_band(self, painter: QPainter, place: _Place) -> None:
        known_points = [point for point in self.points() if _is_known(self._span(point))]
        above = [self._at(place, point, self._span(point).high) for point in known_points]
        below = [self._at(place, point, self._span(point).low) for point in known_points]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().info))
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_line(self, painter: QPainter, place: _Place) -> None:
        line = [
            self._at(place, point, self._span(point).median)
            for point in self.points()
            if math.isfinite(self._span(point).median)
        ]
        painter.setPen(QPen(role_colour("accent"), 1.6))
        painter.drawPolyline(QPolygonF(line))
        if self._cursor is not None:
            self._paint_dot(painter, place, self.points()[self._cursor].daily_budget)
        elif self._budget is not None:
            self._paint_dot(painter, place, self._budget)

    def _paint_dot(self, painter: QPainter, place: _Place, budget: int) -> None:
        value = self._value_at(budget)
        if not math.isfinite(value) or not place.x.low <= budget / 100 <= place.x.high:
            return
        painter.setPen(QPen(role_colour("accent"), 1.6))
        painter.setBrush(QColor(tokens().card))
        painter.drawEllipse(QPointF(place.x.pixel(budget / 100), place.y.pixel(value)), 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_marks(self, painter: QPainter, place: _Place) -> None:
        t = tokens()
        curve = self._curve
        if curve is not None and curve.diminishing is not None:
            self._paint_rule(painter, place, curve.diminishing, t.warn_mark, "")
        if self._budget is not None:
            text = formats.money_fen(self._budget, decimals=0)
            self._paint_rule(painter, place, self._budget, t.text, text)

    def _paint_rule(self, painter: QPainter, place: _Place, budget: int, colour: str, text: str) -> None:
        if not place.x.low <= budget / 100 <= place.x.high:
            return
        x = place.x.pixel(budget / 100)
        pen = QPen(QColor(colour), 1)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, place.plot.top()), QPointF(x, place.plot.bottom()))
        if text:
            painter.setPen(QColor(tokens().text))
            box = QRectF(x - 40, place.plot.top() - _TOP_PX, 80, _TOP_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)

    def _at(self, place: _Place, point: CurvePoint, value: float) -> QPointF:
        return QPointF(place.x.pixel(point.daily_budget / 100), place.y.pixel(value))

    def _value_at(self, budget: int) -> float:
        points = self.points()
        budgets = [point.daily_budget for point in points]
        return float(np.interp(budget, budgets, [self._span(point).median for point in points]))

    def _nearest(self, pixel: float) -> int:
        wanted = self._place(QRectF(self.rect())).x.value(pixel) * 100
        return min(range(len(self.points())), key=lambda at: abs(self.points()[at].daily_budget - wanted))

    def _move_to(self, place: int) -> None:
        if place != self._cursor:
            self._cursor = place
            self.describe(self.read_out(place))
            self.update()


def _is_known(span: Range) -> bool:
    return math.isfinite(span.low) and math.isfinite(span.high)


def _yuan(fen: float) -> str:
    return formats.money_fen(fen, decimals=0)


def _texts(span: Range, write: Callable[[float], str]) -> dict[str, str]:
    return {"low": write(span.low), "median": write(span.median), "high": write(span.high)}
