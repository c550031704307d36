"""Round tick values and the way from a value to a pixel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


def nice_step(span: float, *, count: int) -> float:
    """Return the round step (1, 2, 2.5 or 5 times a power of ten) that cuts ``span`` into about ``count``."""
    if span <= 0 or not math.isfinite(span):
        return 1.0
    rough = span / max(1, count)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * (1 - 1e-9))


def nice_ticks(low: float, high: float, *, count: int, whole: bool = False) -> list[float]:
    """Return round values inside ``low..high``, about ``count``; ``whole`` keeps them integer (orders, people)."""
    step = nice_step(high - low, count=count)
    if whole:
        step = max(1.0, math.ceil(step))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [i * step for i in range(first, last + 1)]


def bounds(arrays: Sequence[Floats], *, zero: bool) -> tuple[float, float]:
    """Return the value range that shows all finite values with a little air above; ``zero`` includes 0."""
    finite = [part[np.isfinite(part)] for part in arrays]
    finite = [part for part in finite if len(part)]
    if not finite:
        return 0.0, 1.0
    low = min(float(part.min()) for part in finite)
    high = max(float(part.max()) for part in finite)
    if zero:
        low, high = min(0.0, low), max(0.0, high)
    span = (high - low) or abs(high) or 1.0
    return (low if zero and low == 0 else low - 0.06 * span), (high if zero and high == 0 else high + 0.08 * span)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values ``low..high`` to pixels ``start..end`` (start may be the larger)."""

    low: float
    high: float
    start: float
    end: float

    def pixel(self, value: float) -> float:
        """Return where a value stands."""
        return self.start + (value - self.low) / ((self.high - self.low) or 1.0) * (self.end - self.start)

    def pixels(self, values: Floats) -> Floats:
        """Return where values stand, NaN staying NaN."""
        return self.start + (values - self.low) / ((self.high - self.low) or 1.0) * (self.end - self.start)

    def value(self, pixel: float) -> float:
        """Return the value at a pixel."""
        return self.low + (pixel - self.start) / ((self.end - self.start) or 1.0) * (self.high - self.low)


def runs(values: Floats) -> list[tuple[int, int]]:
    """Return the unbroken spans (start, stop) of finite values: gaps stay gaps."""
    finite = np.isfinite(values)
    if not finite.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate(([False], finite, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
