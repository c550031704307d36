"""Shapley parts: the average change that a factor makes over all orders in which the factors may change.

Works with zeros, negative numbers and any formula; equals Das Gupta 1993 (Standardization and decomposition
of rates, US Census P23-186). Doesn't agree in drill-down, which is why products prefer LMDI.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import numpy as np

from shopdesk.domain.kpi.daily import FloatArray

ArgumentT = TypeVar("ArgumentT")

MAX_FACTORS: Final = 20
"""All subsets are valued: 2**20 values are a million; a product has no such limit."""


def shapley(
    value: Callable[[Sequence[ArgumentT]], float], before: Sequence[ArgumentT], after: Sequence[ArgumentT]
) -> tuple[float, ...]:
    """Return one part a factor for the change of ``value``; a factor may be a number or a whole vector."""
    count = _checked(len(before), len(after))
    values = np.empty(1 << count)
    for subset in range(1 << count):
        values[subset] = value([after[k] if subset >> k & 1 else before[k] for k in range(count)])
    return from_subsets(values)


def from_subsets(values: FloatArray) -> tuple[float, ...]:
    """Return the parts from the value of every subset; bit ``k`` of the place says that factor ``k`` has changed."""
    count = _checked(values.size.bit_length() - 1, values.size.bit_length() - 1)
    sizes = np.zeros(1, dtype=np.int64)
    for _ in range(count):
        sizes = np.concatenate((sizes, sizes + 1))
    weights = np.array([_weight(size, count) for size in range(count)])
    parts = []
    for k in range(count):
        by_factor = values.reshape(-1, 2, 1 << k)
        changed_before = sizes.reshape(-1, 2, 1 << k)[:, 0, :]
        parts.append(math.fsum((weights[changed_before] * (by_factor[:, 1, :] - by_factor[:, 0, :])).ravel()))
    return tuple(parts)


def product_shapley(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return the Shapley parts of a product of any number of factors."""
    return tuple(slope * (x1 - x0) for slope, x0, x1 in zip(product_slopes(before, after), before, after, strict=True))


def product_slopes(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return what each factor's difference is multiplied by: the weighted mean of all products of the others."""
    count = len(before)
    weights = [_weight(size, count) for size in range(count)]
    found = []
    for k in range(count):
        sums = [1.0]  # sums[s]: all products of the others of which s have changed
        for j in range(count):
            if j != k:
                sums = [
                    before[j] * (sums[s] if s < len(sums) else 0.0) + (after[j] * sums[s - 1] if s else 0.0)
                    for s in range(len(sums) + 1)
                ]
        found.append(math.fsum(weight * total for weight, total in zip(weights, sums, strict=True)))
    return tuple(found)


def _weight(size: int, count: int) -> float:
    """Return the share of orders in which exactly the given ``size`` factors change before one of ``count``."""
    return 1 / (count * math.comb(count - 1, size))


def _checked(count: int, other: int) -> int:
    if count != other:
        raise ValueError("both sides need the same factors")
    if count > MAX_FACTORS:
        raise ValueError(f"{count} factors: at most {MAX_FACTORS} can be tried in all orders")
    return count
