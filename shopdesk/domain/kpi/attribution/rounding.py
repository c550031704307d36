"""Rounding a list of parts so that what is shown adds up to the shown total."""

from __future__ import annotations

import math
from collections.abc import Sequence


def shown_parts(parts: Sequence[float], total: int, *, step: float) -> tuple[int, ...]:
    """Return each part in whole steps; together they are ``total`` steps.

    Each is rounded to the nearest step; what is then left over goes to those that rounding moved the other way
    most (largest remainder), so that a part of exactly nothing stays nothing as long as others can take it.
    """
    scaled = [part / step for part in parts]
    rounded = [math.floor(abs(one) + 0.5) * (1 if one > 0 else -1) for one in scaled]
    left = total - sum(rounded)
    if not rounded or left == 0:
        return tuple(rounded)
    sign = 1 if left > 0 else -1
    due = sorted(range(len(parts)), key=lambda k: (sign * (rounded[k] - scaled[k]), -abs(scaled[k]), k))
    rounds, rest = divmod(abs(left), len(parts))
    for place, k in enumerate(due):
        rounded[k] += sign * (rounds + (place < rest))
    return tuple(rounded)


def steps_of(value: float, *, step: float) -> int:
    """Return a value in whole steps, halves away from zero."""
    scaled = value / step
    return math.floor(abs(scaled) + 0.5) * (1 if scaled > 0 else -1)
