"""The points of a scatter chart and the numbers around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.charts.scale import Floats, Scale

Groups: TypeAlias = NDArray[np.int64]

LEAST_RADIUS_PX = 2.5
MOST_RADIUS_PX = 14.0


@dataclass(frozen=True, slots=True)
class ScatterAxis:
    """An axis: what it shows, how its values are worded, where its quadrant line stands (None: no line)."""

    name: str
    value_format: Callable[[float], str]
    line: float | None = None
    logarithmic: bool = False


@dataclass(frozen=True, slots=True)
class ScatterGroup:
    """Points of one colour."""

    name: str
    role: str


def _none() -> Floats:
    return np.empty(0)


@dataclass(frozen=True, slots=True)
class ScatterData:
    """Points by ``x`` and ``y`` (unknown ones are not drawn but counted), bubble areas by ``size``.

    ``group`` indexes ``groups``. ``low``/``high`` are the 80 % interval of y where known. Arrays have one
    length.
    """

    labels: Sequence[str]
    x: Floats
    y: Floats
    group: Groups
    groups: tuple[ScatterGroup, ...]
    x_axis: ScatterAxis
    y_axis: ScatterAxis
    size: Floats = field(default_factory=_none)
    size_name: str = ""
    low: Floats = field(default_factory=_none)
    high: Floats = field(default_factory=_none)

    def __post_init__(self) -> None:
        for array in (self.x, self.y, self.group):
            if len(array) != len(self.labels):
                raise ValueError(f"{len(array)} coordinates for {len(self.labels)} points")
        for array in (self.size, self.low, self.high):
            if len(array) not in (0, len(self.labels)):
                raise ValueError(f"{len(array)} values for {len(self.labels)} points")

    def radii(self) -> Floats:
        """Return radii in pixels, whole halves, areas in proportion to ``size``; small for many points."""
        count = len(self.labels)
        most = MOST_RADIUS_PX if count <= 1000 else 9.0 if count <= 5000 else 6.0
        if not len(self.size):
            return np.full(count, 4.0 if count <= 1000 else LEAST_RADIUS_PX)
        top = float(np.nanmax(self.size)) if np.isfinite(self.size).any() else 1.0
        share = np.sqrt(np.clip(np.nan_to_num(self.size, nan=0.0) / (top or 1.0), 0, 1))
        radii: Floats = np.round((LEAST_RADIUS_PX + (most - LEAST_RADIUS_PX) * share) * 2) / 2
        return radii


def transformed(values: Floats, axis: ScatterAxis) -> Floats:
    """Return values as they stand on an axis: logarithms where it is logarithmic, NaN where they have none."""
    if not axis.logarithmic:
        return values
    logarithms: Floats = np.log10(np.where(values > 0, values, np.nan))
    return logarithms


def axis_scale(values: Floats, axis: ScatterAxis, start: float, end: float) -> Scale:
    """Return the scale that shows all values and the line, with air at both ends."""
    shown = transformed(values, axis)
    shown = shown[np.isfinite(shown)]
    ends = [float(shown.min()), float(shown.max())] if len(shown) else []
    if axis.line is not None:
        ends += [float(v) for v in transformed(np.array([axis.line]), axis) if np.isfinite(v)]
    if not ends:
        return Scale(0.0, 1.0, start, end)
    if not axis.logarithmic and min(ends) >= 0:
        ends.append(0.0)
    low, high = min(ends), max(ends)
    span = (high - low) or 1.0
    return Scale(low - 0.04 * span, high + 0.06 * span, start, end)
