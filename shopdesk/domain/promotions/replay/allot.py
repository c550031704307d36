"""Many amounts shared over the lines of many orders at once, to the fen as ``rounding`` does it for one."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.replay.book import Codes, Fen
from shopdesk.domain.promotions.rounding import Allocation, Rounding, water_fill, whole

Mask = npt.NDArray[np.bool_]
_MOST: Final = 2**61
"""Products above that would not stay whole in 64 bits; they are worked out one by one."""


def percent_of(amounts: Fen, percent: Fraction, rounding: Rounding) -> Fen:
    """Return a percentage of non-negative amounts as whole fen."""
    part = percent / 100
    if not len(amounts):
        return amounts.copy()
    if 2 * int(amounts.max()) * part.numerator + part.denominator >= _MOST:
        return np.array([whole(int(amount) * part, rounding) for amount in amounts.tolist()], dtype=np.int64)
    product = amounts * part.numerator
    if rounding is Rounding.DOWN:
        down: Fen = product // part.denominator
        return down
    nearest: Fen = (2 * product + part.denominator - int(rounding is Rounding.HALF_DOWN)) // (2 * part.denominator)
    return nearest


def fill(total: Fen, weights: Fen, caps: Fen, starts: Codes, rule: Allocation) -> Fen:
    """Split a total for each segment of lines like ``water_fill``; ``starts`` are the first lines of the segments.

    Every segment has a line. What a full line can't take goes to the rest of its segment.
    """
    if not len(starts):
        return np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.append(starts, len(weights)))
    parts = np.zeros(len(weights), dtype=np.int64)
    large = _too_large(total, weights, starts)
    for segment in large.tolist():
        own = slice(int(starts[segment]), int(starts[segment] + sizes[segment]))
        parts[own] = water_fill(int(total[segment]), weights[own].tolist(), caps[own].tolist(), rule)
    rest = np.maximum(total, 0)
    rest[large] = 0
    weights = weights.copy()
    rows = np.arange(len(weights), dtype=np.int64)
    while True:
        tried = _share(rest, weights, starts, sizes, rule)
        full = tried > caps
        if not full.any():
            parts[rows] += tried
            return parts
        over = np.logical_or.reduceat(full, starts)
        keep = np.repeat(over, sizes)
        parts[rows[~keep]] += tried[~keep]
        parts[rows[full]] = caps[full]
        taken = np.add.reduceat(np.where(full, caps, 0), starts)
        weights[full] = 0
        rest, sizes = (rest - taken)[over], sizes[over]
        rows, weights, caps = rows[keep], weights[keep], caps[keep]
        starts = np.cumsum(sizes) - sizes


def _too_large(total: Fen, weights: Fen, starts: Codes) -> Codes:
    """Return the segments whose products would not stay whole."""
    if 2.0 * float(total.max()) * float(weights.max()) < float(_MOST):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(2.0 * total.astype(np.float64) * np.maximum.reduceat(weights, starts) >= float(_MOST))


def _share(total: Fen, weights: Fen, starts: Codes, sizes: Codes, rule: Allocation) -> Fen:
    whole_weight = np.add.reduceat(weights, starts)
    total = np.where(whole_weight > 0, total, 0)
    divisor = np.repeat(np.maximum(whole_weight, 1), sizes)
    product = np.repeat(total, sizes) * weights
    parts: Fen
    match rule:
        case Allocation.ROUND_HALF_UP_REST_LAST:
            parts = (2 * product + divisor) // (2 * divisor)
        case Allocation.ROUND_HALF_DOWN_REST_FIRST:
            parts = (2 * product + divisor - 1) // (2 * divisor)
        case _:
            parts = product // divisor
    rest = total - np.add.reduceat(parts, starts)
    if not rest.any():
        return parts
    if rule in (Allocation.FLOOR_REST_LAST, Allocation.ROUND_HALF_UP_REST_LAST):
        _to_last(parts, np.maximum(rest, 0), weights, starts)
    elif rule is Allocation.LARGEST_REMAINDER:
        _to_largest(parts, rest, product % divisor, weights, starts, sizes)
    else:
        parts += (weights > 0) & (_rank(weights > 0, starts, sizes) < np.repeat(rest, sizes))
    _take_back(parts, np.maximum(-rest, 0), starts, sizes, rule)
    return parts


def _to_last(parts: Fen, rest: Fen, weights: Fen, starts: Codes) -> None:
    """Give the rest to the last line that has a weight."""
    live = weights > 0
    if live.all():
        last = np.append(starts[1:], len(weights)) - 1
    else:
        last = np.maximum.reduceat(np.where(live, np.arange(len(weights)), -1), starts)
    some = rest > 0
    parts[last[some]] += rest[some]


def _to_largest(parts: Fen, rest: Fen, left: Fen, weights: Fen, starts: Codes, sizes: Codes) -> None:
    """Give a fen each to the lines that lost most by rounding down, the earlier first."""
    segment = np.repeat(np.arange(len(starts)), sizes)
    order = np.lexsort((-left, weights <= 0, segment))
    place = np.arange(len(weights)) - np.repeat(starts, sizes)
    parts[order] += place < np.repeat(rest, sizes)


def _take_back(parts: Fen, excess: Fen, starts: Codes, sizes: Codes, rule: Allocation) -> None:
    """Take a fen each from the first (or last) lines that got any, where rounding gave too much."""
    if not excess.any():
        return
    got = parts > 0
    rank = _rank(got, starts, sizes)
    if rule is Allocation.ROUND_HALF_UP_REST_LAST:
        rank = np.repeat(np.add.reduceat(got.astype(np.int64), starts), sizes) - 1 - rank
    parts -= got & (rank < np.repeat(excess, sizes))


def _rank(chosen: Mask, starts: Codes, sizes: Codes) -> Codes:
    """Return how many chosen lines of its segment stand before each line."""
    return running(chosen.astype(np.int64), starts, sizes)


def running(values: Fen, starts: Codes, sizes: Codes) -> Fen:
    """Return the sum of the values before each line within its segment."""
    before = np.cumsum(values) - values
    return before - np.repeat(before[starts], sizes)
