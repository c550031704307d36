"""Logarithmic mean Divisia decomposition (LMDI-I): the change of a product in parts of its factors.

Sums exactly, doesn't depend on an order, turns its sign with time, and a part stays the same when another factor is
drilled into. Formula: Ang 2005, Energy Policy 33:867-871; zeros: the limits of Wood & Lenzen 2006, Energy Policy
34:1326-1331, and of Ang & Liu 2007, Energy Policy 35:238-246.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

_NEAR: Final = 2.0
"""Up to this ratio the difference of two logarithms would lose digits."""


def log_ratio(after: float, before: float) -> float:
    """Return ``ln(after / before)`` of two numbers of one sign, accurate where they are nearly equal."""
    high, low = abs(after), abs(before)
    if low == 0 or high == 0 or (after > 0) != (before > 0):
        raise ValueError("a logarithm needs two numbers of one sign that aren't zero")
    if high < low:
        return -log_ratio(before, after)  # the same figure whichever way time runs
    if high <= _NEAR * low:
        return math.log1p((high - low) / low)
    return math.log(high) - math.log(low)


def log_mean(after: float, before: float) -> float:
    """Return the logarithmic mean ``(a - b) / ln(a / b)``: ``a`` where both are equal, 0 where one is 0."""
    if after == before:
        return after
    if after == 0 or before == 0:
        return 0.0
    logarithm = log_ratio(after, before)
    return (after - before) / logarithm if logarithm else after


def lmdi(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return one part a factor for the change of their product; the parts add up to it.

    A value that comes from or goes to zero is borne by the factors that are zero there, in equal shares;
    where it is zero on both sides nothing changed. Raises ``ValueError`` where a factor changes its sign.
    """
    start, end = math.prod(before), math.prod(after)
    if any(x0 * x1 < 0 for x0, x1 in zip(before, after, strict=True)):
        raise ValueError("a factor changes its sign: LMDI has no logarithm for it")
    zeros = [x0 == 0 or x1 == 0 for x0, x1 in zip(before, after, strict=True)]
    if any(zeros):
        return _limits(zeros, end - start)
    logs = [log_ratio(x1, x0) for x0, x1 in zip(before, after, strict=True)]
    if start == 0 or end == 0:  # the product is too small for a number although no factor is zero
        total = math.fsum(logs)
        return tuple((end - start) * log / total if total else 0.0 for log in logs)
    mean = log_mean(end, start)
    return tuple(mean * log for log in logs)


def _limits(zeros: Sequence[bool], change: float) -> tuple[float, ...]:
    """Return the limit of the parts as all zeros go to zero at the same speed.

    With one side zero, only factors that are zero on that side count; they are all zeros there are, since a
    factor that is zero on the other side would make both values zero.
    """
    if change == 0:
        return (0.0,) * len(zeros)
    share = change / sum(zeros)
    return tuple(share if zero else 0.0 for zero in zeros)


def slopes(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return for each factor the number that its own difference is multiplied by to give its part.

    ``part = slope * (after - before)``: with it a part is handed down to the segments of its factor exactly,
    also where the segments cancel and the part is zero.
    """
    parts = lmdi(before, after)
    mean = log_mean(math.prod(after), math.prod(before))
    found = []
    for part, x0, x1 in zip(parts, before, after, strict=True):
        own = log_mean(x1, x0)
        if x0 and x1 and own:
            found.append(mean / own if mean else 0.0)
        else:
            found.append(part / (x1 - x0) if x1 != x0 else 0.0)
    return tuple(found)
