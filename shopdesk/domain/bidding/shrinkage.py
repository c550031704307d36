"""Factors that chance can't fake: orders per expected order of hours, regions or audiences, with a test.

The cells of a dimension are those of ``gamma_poisson``; what a cell is expected to bring is its clicks at the
average rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import special

from shopdesk.domain import gamma_poisson
from shopdesk.domain.gamma_poisson import INTERVAL, Floats, Prior

REGION_CENTRE: Final = 25.0
AUDIENCE_CENTRE: Final = 25.0
HOUR_CENTRE: Final = 60.0
CELL_CENTRE: Final = 400.0
CHANCE_LIMIT: Final = 0.2  # p at or below which differences are more than chance
LEAST_EXPECTED: Final = 3.0  # cells are merged for the test until each expects this many orders


@dataclass(frozen=True, slots=True)
class Factor:
    """One shrunk factor: posterior mean, 80 % interval, chance that it is above 1, and what stands behind it."""

    mean: float
    low: float
    high: float
    above_one: float
    orders: float
    expected: float


@dataclass(frozen=True, slots=True)
class Factors:
    """The factors of one dimension and whether chance alone explains their differences.

    ``p_value`` None: too little data for the test.
    """

    cells: tuple[Factor, ...]
    p_value: float | None

    @property
    def is_chance(self) -> bool:
        """Whether the differences stay within what chance brings (or can't be tested)."""
        return self.p_value is None or self.p_value > CHANCE_LIMIT


def shrink(orders: Sequence[float], clicks: Sequence[float], *, centre: float) -> Factors:
    """Return the factor of each cell relative to the average of all; 1 ± prior where a cell has no clicks."""
    y = np.nan_to_num(np.asarray(orders, dtype=float))
    n = np.nan_to_num(np.asarray(clicks, dtype=float))
    rate = y.sum() / n.sum() if n.sum() > 0 else 0.0
    expected = n * rate
    return Factors(_summaries(y, expected, centre=centre), chance(y, expected))


def chance(orders: Sequence[float] | Floats, expected: Sequence[float] | Floats) -> float | None:
    """Return the p-value of Pearson's test that every cell has its expected orders, None where it can't be made."""
    merged = _merged(np.asarray(orders, dtype=float), np.asarray(expected, dtype=float))
    if len(merged) < 2:
        return None
    y, e = np.array(merged).T
    statistic = float(((y - e) ** 2 / e).sum())
    return float(special.chdtrc(len(merged) - 1, statistic))


def ratio_interval(
    orders: float, clicks: float, *, value_cv: float = 0.0, level: float = INTERVAL
) -> tuple[float, float] | None:
    """Return relative bounds (e.g. .8, 1.24) of a rate seen through ``orders`` orders, None where there is none.

    ``value_cv`` is the coefficient of variation of what an order is worth (0: only the count is uncertain).
    """
    if orders <= 0 or clicks <= 0:
        return None
    spread = float(special.ndtri((1 + level) / 2)) * np.sqrt((1 + value_cv**2) / orders)
    return float(np.exp(-spread)), float(np.exp(spread))


def orders_needed(effect: float, *, level: float = INTERVAL) -> int:
    """Return how many orders a cell needs until a difference of ``effect`` (0.2 = 20 %) leaves the interval."""
    z = float(special.ndtri((1 + level) / 2))
    return int(np.ceil((z / np.log1p(effect)) ** 2))


def _summaries(y: Floats, expected: Floats, *, centre: float) -> tuple[Factor, ...]:
    found = gamma_poisson.shrink(y, expected, prior=Prior(centre=centre, low=1.0, high=5000.0, steps=60))
    shape = found.mean**2 / found.variance  # one Gamma with the mixture's mean and variance
    low, high = gamma_poisson.interval(found.mean, shape)
    above = gamma_poisson.chance_above(found.mean, shape, 1.0)
    return tuple(
        Factor(float(m), float(lo), float(hi), float(p), float(k), float(e))
        for m, lo, hi, p, k, e in zip(found.mean, low, high, above, y, expected, strict=True)
    )


def _merged(y: Floats, expected: Floats) -> list[tuple[float, float]]:
    """Join neighbouring cells until each expects ``LEAST_EXPECTED`` orders; the rest joins the last."""
    merged: list[tuple[float, float]] = []
    orders_open = expected_open = 0.0
    for k, e in zip(y, expected, strict=True):
        if e <= 0:
            continue
        orders_open, expected_open = orders_open + k, expected_open + e
        if expected_open >= LEAST_EXPECTED:
            merged.append((orders_open, expected_open))
            orders_open = expected_open = 0.0
    if expected_open and merged:
        last = merged.pop()
        merged.append((last[0] + orders_open, last[1] + expected_open))
    return merged
