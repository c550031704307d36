"""A sum by segments: plain differences, growth points (拉动率), and shares of the change where they mean something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.kpi.daily import FloatArray

LEAST_CHANGE: Final = 0.01
"""Below this share of the value before, a percentage of the change would be a large number about nothing."""


@dataclass(frozen=True, slots=True)
class Additive:
    """Differences a segment; ``growth`` are shares of the value before, ``explained`` shares of the change.

    ``growth`` is None where there was nothing before, ``explained`` where the change is too small for it.
    """

    parts: FloatArray
    growth: FloatArray | None
    explained: FloatArray | None


def additive(before: Sequence[float] | FloatArray, after: Sequence[float] | FloatArray) -> Additive:
    """Return what each segment added to the change of their sum."""
    first, last = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    parts = last - first
    start, change = float(first.sum()), float(parts.sum())
    return Additive(
        parts,
        parts / start if start else None,
        parts / change if change and is_notable(change, start) else None,
    )


def is_notable(change: float, before: float) -> bool:
    """Return whether a change is large enough for shares of it to be said."""
    return abs(change) > LEAST_CHANGE * abs(before)


def signed(before: Sequence[float], after: Sequence[float], signs: Sequence[int]) -> tuple[float, ...]:
    """Return the parts of a sum in which some terms are subtracted (sales less refunds)."""
    return tuple(sign * (x1 - x0) for sign, x0, x1 in zip(signs, before, after, strict=True))
