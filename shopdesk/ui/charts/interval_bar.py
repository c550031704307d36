"""Uncertainty drawn the same everywhere: pale bar = 80 % interval, tick = median, dashed = the line that matters."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat, known
from shopdesk.ui.charts.scale import Scale
from shopdesk.ui.theme import tokens

_BAR_PX = 9.0
_TICK_PX = 2.0
_LABEL_PX = 18.0


@dataclass(frozen=True, slots=True)
class Interval:
    """An 80 % interval with its median, and the line it is held against; NaN for unknown."""

    low: float
    median: float
    high: float
    threshold: float = math.nan  # break-even, or 1 for a factor


def paint_interval(
    painter: QPainter,
    rect: QRectF,
    interval: Interval,
    *,
    scale_low: float,
    scale_high: float,
    role: str = "accent",
    track: bool = True,
) -> None:
    """Draw an interval on the common scale into ``rect``; usable from a cell delegate.

    ``role`` names the token of the tick (the bar is its pale twin; ``secondary`` is the grey of "unchanged").
    What lies outside the scale is cut at its end and marked by an arrow head.
    """
    t = tokens()
    scale = Scale(scale_low, scale_high, rect.left() + 1, rect.right() - 1)
    middle = rect.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if track:
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    if math.isfinite(interval.low) and math.isfinite(interval.high):
        _paint_bar(painter, rect, interval, scale, role)
    if math.isfinite(interval.threshold) and scale_low <= interval.threshold <= scale_high:
        painter.setPen(QPen(QColor(t.text), 1.2, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([1.6, 1.6])
        painter.setPen(pen)
        x = scale.pixel(interval.threshold)
        reach = min(rect.height() / 2, _BAR_PX)
        painter.drawLine(QPointF(x, middle - reach), QPointF(x, middle + reach))
    painter.restore()


def _paint_bar(painter: QPainter, rect: QRectF, interval: Interval, scale: Scale, role: str) -> None:
    height = min(_BAR_PX, rect.height())
    middle = rect.center().y()
    left = max(rect.left(), min(rect.right(), scale.pixel(interval.low)))
    right = max(rect.left(), min(rect.right(), scale.pixel(interval.high)))
    painter.setPen(Qt.PenStyle.NoPen)
    fill = QColor(tokens().interval) if role == "accent" else role_colour(role, alpha=0.35)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(left, middle - height / 2, max(2.0, right - left), height), 1.5, 1.5)
    painter.setBrush(role_colour(role))
    for beyond, x, outward in (
        (interval.low < scale.low, rect.left(), -1),
        (interval.high > scale.high, rect.right(), 1),
    ):
        if beyond:
            tip = QPointF(x, middle)
            back = x - outward * 4
            painter.drawPolygon([tip, QPointF(back, middle - 3.5), QPointF(back, middle + 3.5)])
    if math.isfinite(interval.median) and scale.low <= interval.median <= scale.high:
        x = scale.pixel(interval.median)
        painter.drawRect(QRectF(x - _TICK_PX / 2, middle - height / 2 - 2, _TICK_PX, height + 4))


def interval_scale(intervals: list[Interval]) -> tuple[float, float]:
    """Return one scale from 0 for many intervals: up to the largest median and threshold, not the widest bar."""
    ends = [v for i in intervals for v in (i.median, i.threshold) if math.isfinite(v)]
    highs = sorted(i.high for i in intervals if math.isfinite(i.high))
    if highs:
        ends.append(highs[int(0.9 * (len(highs) - 1))])
    return 0.0, (max(ends) * 1.05 if ends and max(ends) > 0 else 1.0)


class IntervalBar(Canvas):
    """One interval as a widget; ``labels`` writes the threshold and the interval below the bar."""

    def __init__(self, parent: QWidget | None = None, *, labels: bool = False) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._labels = labels
        self._interval: Interval | None = None
        self._scale = (0.0, 1.0)
        self._format: ValueFormat = formats.times
        self._threshold_name = ""
        self._role = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_interval(
        self,
        interval: Interval | None,
        *,
        scale_low: float,
        scale_high: float,
        value_format: ValueFormat = formats.times,
        threshold_name: str = "",
        role: str = "accent",
    ) -> None:
        """Show an interval; None for "can't be known" leaves the track empty."""
        self._interval, self._scale = interval, (scale_low, scale_high)
        self._format, self._threshold_name, self._role = value_format, threshold_name, role
        self._reword()
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw bar, tick and line, and their labels."""
        bar = rect.adjusted(0, 0, 0, -_LABEL_PX if self._labels else 0)
        if self._interval is None:
            painter.setPen(QColor(tokens().secondary))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, formats.UNKNOWN)
            return
        low, high = self._scale
        paint_interval(painter, bar, self._interval, scale_low=low, scale_high=high, role=self._role)
        if self._labels:
            self._paint_labels(painter, rect, Scale(low, high, rect.left() + 1, rect.right() - 1))

    def table(self) -> ChartTable:
        """Return the four figures as rows."""
        i = self._interval or Interval(math.nan, math.nan, math.nan)
        rows = (
            (self.tr("Lower end of the 80 % interval"), known(i.low)),
            (self.tr("Median"), known(i.median)),
            (self.tr("Upper end of the 80 % interval"), known(i.high)),
            (self._line_name(), known(i.threshold)),
        )
        return ChartTable((self.tr("Figure"), self.tr("Value")), rows, (None, self._format))

    def retranslate(self) -> None:
        """Word the description anew."""
        self._reword()

    def sizeHint(self) -> QSize:
        """Return a bar's room."""
        return QSize(120, 20 + (int(_LABEL_PX) if self._labels else 0))

    def _line_name(self) -> str:
        return self._threshold_name or self.tr("Break-even")

    def _paint_labels(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        i = self._interval
        if i is None:
            return
        t = tokens()
        metrics = painter.fontMetrics()
        top = rect.bottom() - _LABEL_PX
        line = f"{self._line_name()} {self._format(i.threshold)}" if math.isfinite(i.threshold) else ""
        span = f"{self._format(i.low)} – {self._format(i.high)}"
        widths = (metrics.horizontalAdvance(line), metrics.horizontalAdvance(span))
        centres = (scale.pixel(i.threshold) if line else rect.left(), scale.pixel((i.low + i.high) / 2))
        lefts = _apart(centres, widths, room=(rect.left(), rect.right()))
        for text, left, width, colour in zip((line, span), lefts, widths, (t.text, t.secondary), strict=True):
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, top, width + 2, _LABEL_PX), Qt.AlignmentFlag.AlignVCenter, text)

    def _reword(self) -> None:
        i = self._interval
        if i is None:
            self.describe(self.tr("not known yet"))
            return
        self.describe(
            self.tr("median {median}, 80 % interval {low} to {high}, {line} {threshold}").format(
                median=self._format(i.median),
                low=self._format(i.low),
                high=self._format(i.high),
                line=self._line_name(),
                threshold=self._format(i.threshold),
            )
        )


def _apart(
    centres: tuple[float, float], widths: tuple[float, float], *, room: tuple[float, float], gap: float = 8
) -> tuple[float, float]:
    """Return left edges of two labels near their centres that neither touch nor leave the room."""
    lefts = [max(room[0], min(room[1] - w, c - w / 2)) for c, w in zip(centres, widths, strict=True)]
    first, second = (0, 1) if centres[0] <= centres[1] else (1, 0)
    if all(widths):
        overlap = lefts[first] + widths[first] + gap - lefts[second]
        if overlap > 0:
            lefts[first] = max(room[0], lefts[first] - overlap)
            lefts[second] = max(lefts[second], lefts[first] + widths[first] + gap)
    return lefts[0], lefts[1]
