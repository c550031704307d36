"""Where everything of a day chart stands: margins, scales of time and value, for one visible stretch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from shopdesk.ui import formats
from shopdesk.ui.charts.day_data import DayChartData, DaySeries, Style
from shopdesk.ui.charts.day_labels import axis_text, position_name
from shopdesk.ui.charts.scale import Floats, Scale, bounds, nice_ticks

_TOP_PX = 8.0
_BOTTOM_PX = 22.0
_GAP_PX = 8.0
_TICK_ROOM_PX = 34.0


@dataclass(frozen=True, slots=True)
class Axis:
    """One value axis: its scale, tick values and their texts, its unit."""

    scale: Scale
    ticks: tuple[float, ...]
    texts: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class DayView:
    """The geometry of one painting."""

    plot: QRectF
    x: Scale
    left: Axis | None
    right: Axis | None
    first: int  # visible positions, both included
    last: int
    labels_left: float  # where the last values are written

    def axis(self, data: DayChartData, one: DaySeries) -> Axis | None:
        """Return the axis of a series."""
        return self.right if data.is_right(one) else self.left

    def slot(self) -> float:
        """Return the pixels of one position."""
        return abs(self.x.pixel(1) - self.x.pixel(0))


def lay_out(data: DayChartData, rect: QRectF, stretch: tuple[float, float], metrics: QFontMetricsF) -> DayView:
    """Place a chart into ``rect`` for the visible ``stretch`` of positions (first, last; halves allowed)."""
    first = max(0, int(np.ceil(stretch[0])))
    last = min(data.count - 1, int(np.floor(stretch[1])))
    height = rect.height() - _TOP_PX - _BOTTOM_PX
    bottom, top = rect.bottom() - _BOTTOM_PX, rect.top() + _TOP_PX
    left = _axis(data, False, (first, last), bottom, top, height)
    right = _axis(data, True, (first, last), bottom, top, height)
    left_px = _axis_width(left, metrics)
    right_px = _axis_width(right, metrics) if right else 0.0
    label_px = _label_width(data, metrics)
    plot = QRectF(
        rect.left() + left_px, top, max(10.0, rect.width() - left_px - right_px - label_px), max(10.0, height)
    )
    x = Scale(stretch[0], stretch[1], plot.left(), plot.right())
    return DayView(plot, x, left, right, first, last, plot.right() + right_px + _GAP_PX)


def _axis(
    data: DayChartData, right: bool, shown: tuple[int, int], bottom: float, top: float, height: float
) -> Axis | None:
    mine = [one for one in data.visible() if data.is_right(one) is right]
    if not mine:
        return None
    first, last = shown
    arrays: list[Floats] = [one.values[first : last + 1] for one in mine]
    if not right and data.expected is not None and data.expected.name not in data.hidden:
        arrays += [data.expected.low[first : last + 1], data.expected.high[first : last + 1]]
    if not right and data.today is not None and last >= len(data.starts):
        arrays.append(np.array([data.today.value]))
    zero = data.from_zero or any(one.style in (Style.BAR, Style.AREA) for one in mine)
    low, high = bounds(arrays, zero=zero)
    if not right and (data.flags or data.campaigns):
        high += (high - low) * 26.0 / max(60.0, height)  # room for the flags above the line
    whole = mine[0].kind in ("count", "people")
    values = nice_ticks(low, high, count=max(2, int(height / _TICK_ROOM_PX)), whole=whole)
    step = values[1] - values[0] if len(values) > 1 else (high - low)
    texts = tuple(axis_text(v, mine[0].kind, step) for v in values)
    return Axis(Scale(low, high, bottom, top), tuple(values), texts, mine[0].unit_name)


def _axis_width(axis: Axis | None, metrics: QFontMetricsF) -> float:
    if axis is None:
        return 16.0
    return max(metrics.horizontalAdvance(text) for text in (*axis.texts, axis.unit, "0")) + 2 * _GAP_PX


def labelled(data: DayChartData) -> list[DaySeries]:
    """Return the series whose last value is written outside the plot."""
    return [one for one in data.visible() if one.style in (Style.LINE, Style.AREA, Style.BAR)]


def last_known(one: DaySeries) -> int | None:
    """Return the position of the last value, None where there is none."""
    finite = np.flatnonzero(np.isfinite(one.values))
    return int(finite[-1]) if len(finite) else None


def _label_width(data: DayChartData, metrics: QFontMetricsF) -> float:
    texts = []
    for one in labelled(data):
        at = last_known(one)
        if at is not None:
            texts += [one.short_text(float(one.values[at])), position_name(data, at)]
    if data.today is not None and data.series and formats.is_known(data.today.value):
        texts += [data.today.name, data.series[0].short_text(data.today.value)]
    return (max(metrics.horizontalAdvance(text) for text in texts) + 2 * _GAP_PX) if texts else _GAP_PX
