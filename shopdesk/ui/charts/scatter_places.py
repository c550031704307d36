"""Where the points of a scatter chart stand in a rectangle, and which of them a pointer means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from shopdesk.ui.charts.scale import Floats, Scale
from shopdesk.ui.charts.scatter_data import ScatterAxis, ScatterData, axis_scale, transformed

Mask = NDArray[np.bool_]

_LEFT_PX = 60.0
_BOTTOM_PX = 40.0
_TOP_PX = 22.0
_RIGHT_PX = 14.0
_GRAB_PX = 5.0
_NEAR_PX = 6.0


def shown(data: ScatterData, hidden: frozenset[str]) -> Mask:
    """Return the points that have a place on both axes and whose group isn't ``hidden``."""
    has_place: Mask = np.isfinite(transformed(data.x, data.x_axis)) & np.isfinite(transformed(data.y, data.y_axis))
    for number, group in enumerate(data.groups):
        if group.name in hidden:
            has_place &= data.group != number
    return has_place


@dataclass(frozen=True, slots=True)
class Places:
    """Scales and pixels of the points of ``data`` in one rectangle."""

    data: ScatterData
    x: Scale
    y: Scale
    xs: Floats
    ys: Floats

    @classmethod
    def of(cls, data: ScatterData, rect: QRectF) -> Places:
        """Return the places in a rectangle in logical pixels; the axes take their margins from it."""
        plot = rect.adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)
        x = axis_scale(data.x, data.x_axis, plot.left(), plot.right())
        y = axis_scale(data.y, data.y_axis, plot.bottom(), plot.top())
        xs, ys = x.pixels(transformed(data.x, data.x_axis)), y.pixels(transformed(data.y, data.y_axis))
        return cls(data, x, y, xs, ys)

    def point(self, at: int) -> QPointF:
        """Return where a point stands."""
        return QPointF(float(self.xs[at]), float(self.ys[at]))

    def line(self, name: str) -> float | None:
        """Return where the quadrant line "x" or "y" stands, None where the axis has none."""
        axis, scale = self.axis(name)
        if axis.line is None:
            return None
        return scale.pixel(float(transformed(np.array([axis.line]), axis)[0]))

    def axis(self, name: str) -> tuple[ScatterAxis, Scale]:
        """Return the axis "x" or "y" with its scale."""
        return (self.data.x_axis, self.x) if name == "x" else (self.data.y_axis, self.y)

    def line_at(self, point: QPointF) -> str:
        """Return the quadrant line that a pointer can take: "x", "y" or ""."""
        for name, at in (("x", point.x()), ("y", point.y())):
            stands = self.line(name)
            if stands is not None and abs(stands - at) <= _GRAB_PX:
                return name
        return ""

    def value_at(self, name: str, point: QPointF) -> float:
        """Return the value of an axis under a pointer, held within the axis."""
        axis, scale = self.axis(name)
        at = point.x() if name == "x" else point.y()
        value = scale.value(min(max(at, min(scale.start, scale.end)), max(scale.start, scale.end)))
        return float(10**value if axis.logarithmic else value)

    def nearest(self, point: QPointF, *, radii: Floats, among: Mask) -> int:
        """Return the point whose bubble a pointer touches, -1 for none."""
        candidates = np.flatnonzero(among)
        if not len(candidates):
            return -1
        gap = np.hypot(self.xs[candidates] - point.x(), self.ys[candidates] - point.y()) - radii[candidates]
        best = int(np.argmin(gap))
        return int(candidates[best]) if gap[best] <= _NEAR_PX else -1

    def inside(self, loop: Sequence[QPointF]) -> Mask:
        """Return which points lie inside a closed loop (even-odd rule)."""
        inside = np.zeros(len(self.xs), dtype=bool)
        for one, other in zip(loop, [*loop[1:], loop[0]], strict=True):
            if one.y() != other.y():
                crosses = (one.y() > self.ys) != (other.y() > self.ys)
                edge = one.x() + (self.ys - one.y()) * (other.x() - one.x()) / (other.y() - one.y())
                inside ^= crosses & (self.xs < edge)
        return inside
