"""Clicks a week as bars with the orders of the week as dots: where a word's few orders came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, known
from shopdesk.ui.theme import tokens

_AXIS_PX = 16.0
_LEFT_PX = 30.0
_DOT_PX = 4.6
_MAX_DOTS = 6


class WeekBars(Canvas):
    """Bars are clicks, dots orders; above six orders a week their number is written instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicks: Sequence[float] = ()
        self._orders: Sequence[float] = ()
        self._weeks: Sequence[date] = ()
        self._role = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(88)

    def set_weeks(self, weeks: Sequence[date], *, clicks: Sequence[float], orders: Sequence[float], role: str) -> None:
        """Show weeks by their last day, newest last; ``role`` colours the dots."""
        self._weeks, self._clicks, self._orders, self._role = weeks, clicks, orders, role
        self._reword()
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw axis, bars and dots."""
        t = tokens()
        if not len(self._weeks):
            return
        highest = float(np.nanmax([*np.nan_to_num(self._clicks), 1.0]))
        top = _nice(highest)
        plot = rect.adjusted(_LEFT_PX, 6, 0, -_AXIS_PX)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for share in (0.0, 0.5, 1.0):
            y = plot.bottom() - share * plot.height()
            painter.setPen(QColor(t.grid_line))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if share != 0.5 or top >= 4:
                painter.setPen(QColor(t.secondary))
                painter.drawText(QRectF(0, y - 8, _LEFT_PX - 6, 16), right, formats.short(top * share))
        step = plot.width() / len(self._weeks)
        for place in range(len(self._weeks)):
            box = QRectF(plot.left() + place * step + step * 0.2, 0, step * 0.6, 0)
            self._paint_week(painter, plot, box, place, top)
        painter.setPen(QColor(t.secondary))
        under = QRectF(plot.left(), plot.bottom() + 2, plot.width(), _AXIS_PX - 2)
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, f"{self._weeks[0]:%m-%d}")
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, f"{self._weeks[-1]:%m-%d}")

    def table(self) -> ChartTable:
        """Return one row a week."""
        rows = tuple(
            (week, known(clicks), known(orders))
            for week, clicks, orders in zip(self._weeks, self._clicks, self._orders, strict=True)
        )
        return ChartTable((self.tr("Week until"), self.tr("Clicks"), self.tr("Orders")), rows)

    def retranslate(self) -> None:
        """Word the description anew."""
        self._reword()

    def sizeHint(self) -> QSize:
        """Return the room in the word panel."""
        return QSize(240, 88)

    def _paint_week(self, painter: QPainter, plot: QRectF, box: QRectF, place: int, top: float) -> None:
        t = tokens()
        clicks, orders = float(self._clicks[place]), float(self._orders[place])
        if clicks > 0:
            height = clicks / top * plot.height()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.border))
            painter.drawRect(QRectF(box.left(), plot.bottom() - height, box.width(), height))
        count = 0 if np.isnan(orders) else round(orders)
        if count > _MAX_DOTS:
            painter.setPen(role_colour(self._role))
            where = QRectF(box.left() - 6, plot.bottom() - 18, box.width() + 12, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(count))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(role_colour(self._role))
        for dot in range(count):
            middle = QPointF(box.center().x(), plot.bottom() - 5 - dot * (_DOT_PX + 2))
            painter.drawEllipse(middle, _DOT_PX / 2, _DOT_PX / 2)

    def _reword(self) -> None:
        clicks, orders = np.nansum(self._clicks), np.nansum(self._orders)
        self.describe(
            self.tr(
                "{clicks} {clicks:click|clicks} and {orders} {orders:order|orders} in {weeks} {weeks:week|weeks}"
            ).format(
                clicks=formats.full(float(clicks)),
                orders=formats.full(float(orders)),
                weeks=formats.full(len(self._weeks)),
            )
        )


def _nice(value: float) -> float:
    """Return the next 1, 2, 3, 5 or 6 times a power of ten."""
    power = 10 ** np.floor(np.log10(value))
    return float(next(step * power for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * power >= value))
