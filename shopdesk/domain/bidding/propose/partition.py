"""The best way to cut a row of numbers into few pieces of one value each: windows of a day, groups of regions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.propose.steps import Bounds


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbours ``start`` to ``end`` (exclusive) that get one value."""

    start: int
    end: int
    value: float


def partition(values: Floats, weights: Floats, pieces: int, allowed: Bounds | None = None) -> list[Piece]:
    """Return at most ``pieces`` pieces with the least weighted squared error, none where the bounds forbid any.

    Exact dynamic programme over running sums, O(n² pieces). A piece may be only what all its places may be
    (``allowed``). Where nothing weighs, all weigh the same.
    """
    size = values.size
    if not size:
        return []
    value, error = _pieces(values, weights if weights.sum() > 0 else np.ones(size), allowed)
    pieces = min(pieces, size)
    best = np.full((pieces + 1, size + 1), np.inf)
    best[0, 0] = 0.0
    cut = np.zeros((pieces + 1, size + 1), dtype=np.int64)
    for count in range(1, pieces + 1):
        totals = best[count - 1][:, None] + error
        cut[count] = totals.argmin(axis=0)
        best[count] = totals.min(axis=0)
    count, end = int(best[:, size].argmin()), size
    if not np.isfinite(best[count, size]):
        return []
    found = []
    while count:
        start = int(cut[count, end])
        found.append(Piece(start, end, float(value[start, end])))
        count, end = count - 1, start
    return found[::-1]


def _pieces(values: Floats, weights: Floats, allowed: Bounds | None) -> tuple[Floats, Floats]:
    """Return the best value and the squared error of every piece ``start:end``; infinite where there is none."""
    weights = weights + weights.sum() * 1e-9  # a piece that nothing weighs gets its plain mean
    middle = float(np.average(values, weights=weights))
    sums = [np.concatenate(([0.0], np.cumsum(weights * (values - middle) ** power))) for power in (0, 1, 2)]
    weight, first, second = (total[None, :] - total[:, None] for total in sums)
    size = values.size + 1
    real = np.arange(size)[:, None] < np.arange(size)[None, :]
    mean = np.divide(first, weight, out=np.zeros_like(first), where=real)
    if allowed is not None:
        low, high = _reach(allowed.low, size, np.maximum), _reach(allowed.high, size, np.minimum)
        real &= low <= high
        mean = np.minimum(np.maximum(mean, low - middle), high - middle)
    error = second - 2 * mean * first + mean**2 * weight
    return mean + middle, np.where(real, np.maximum(error, 0.0), np.inf)


def _reach(bound: Floats, size: int, of: np.ufunc) -> Floats:
    """Return the tightest bound within each piece ``start:end``."""
    found = np.zeros((size, size))
    for start in range(size - 1):
        found[start, start + 1 :] = of.accumulate(bound[start:])
    return found
