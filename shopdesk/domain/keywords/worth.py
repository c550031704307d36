"""What a click on a word is worth once chance is taken out: Gamma-Poisson shrinkage within its quadrant.

The words of a quadrant are the cells of ``gamma_poisson``: what a word is expected to bring is its clicks times
the conversion of its quadrant. A word with 20 clicks and no order therefore stays near its quadrant, with a wide
interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

from shopdesk.domain.gamma_poisson import Prior, chance_above, interval, shrink

FloatArray: TypeAlias = NDArray[np.float64]

WORD_PRIOR: Final = Prior(centre=8.0, low=1.0, high=128.0, steps=29)
QUADRANT_STRENGTH: Final = 4.0
"""Expected orders that the shop's own conversion is worth against that of a quadrant."""
ORDER_VALUE_CV: Final = 0.6
"""Spread of order values assumed where too few single-order words are there to measure it."""
MIN_SINGLES: Final = 20
CV_BETWEEN: Final = (0.01, 0.30)


@dataclass(frozen=True, slots=True)
class Worth:
    """One value a word, in yuan a click (revenue): mean, median, 80 % interval; NaN where unknown.

    ``cvr`` is the shrunk conversion, ``shape`` that of the Gamma which stands for the value,
    ``strength`` the mean prior strength of the word's quadrant.
    """

    mean: FloatArray
    median: FloatArray
    low: FloatArray
    high: FloatArray
    cvr: FloatArray
    shape: FloatArray
    strength: FloatArray

    def chance_above(self, threshold: FloatArray) -> FloatArray:
        """Return the probability that the value of a click is above a threshold in yuan, NaN where unknown."""
        with np.errstate(divide="ignore", invalid="ignore"):
            chance = chance_above(self.mean, self.shape, threshold)
        return np.where(np.isnan(self.mean) | np.isnan(threshold), np.nan, chance)


def click_values(
    *,
    clicks: FloatArray,
    orders: FloatArray,
    revenue_yuan: FloatArray,
    group: NDArray[np.int64],
) -> Worth:
    """Return what a click on each word is worth; NaN clicks count as none, ``group`` numbers the quadrants."""
    n, y = np.nan_to_num(clicks), np.nan_to_num(orders)
    revenue = np.nan_to_num(revenue_yuan)
    nothing = np.full(n.size, np.nan)
    if not n.size or n.sum() <= 0 or y.sum() <= 0 or revenue.sum() <= 0:
        return Worth(nothing, nothing, nothing, nothing, nothing, nothing, nothing)
    overall = y.sum() / n.sum()
    factor, spread, strength = np.ones(n.size), np.zeros(n.size), np.full(n.size, np.nan)
    rate = np.full(n.size, overall)
    for number in np.unique(group):
        of = group == number
        base = (y[of].sum() + QUADRANT_STRENGTH) / (n[of].sum() + QUADRANT_STRENGTH / overall)
        found = shrink(y[of], n[of] * base, prior=WORD_PRIOR)
        own_spread = 1 / (y[of].sum() + QUADRANT_STRENGTH)
        factor[of], strength[of] = found.mean, found.strength
        spread[of] = (1 + found.variance / found.mean**2) * (1 + own_spread) - 1
        rate[of] = base
    value, value_spread = _order_values(y, revenue)
    cvr = rate * factor
    mean = cvr * value
    shape = 1 / ((1 + spread) * (1 + value_spread) - 1)
    return Worth(
        mean,
        mean * gammaincinv(shape, 0.5) / shape,
        *interval(mean, shape),
        cvr,
        shape,
        strength,
    )


def _order_values(orders: FloatArray, revenue: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the mean order value of each word, pulled to the shop's, and its relative variance."""
    shop = revenue.sum() / orders.sum()
    some = orders > 0
    own = np.divide(revenue, orders, out=np.full(orders.size, shop), where=some)
    within = order_value_cv(orders, revenue) ** 2
    gaps = (own[some] / shop - 1) ** 2
    n = orders[some]
    free = n.sum() - (n**2).sum() / n.sum()
    between = ((n * gaps).sum() - within * (n.size - 1)) / free if free > 0 else 0.0
    between = float(np.clip(between, CV_BETWEEN[0] ** 2, CV_BETWEEN[1] ** 2))
    pull = within / between
    return (orders * own + pull * shop) / (orders + pull), within / (orders + pull)


def order_value_cv(orders: FloatArray, revenue: FloatArray) -> float:
    """Return the relative spread of single order values, from words with exactly one order."""
    single = orders == 1
    if single.sum() < MIN_SINGLES:
        return ORDER_VALUE_CV
    values = revenue[single]
    return float(np.clip(values.std(ddof=1) / values.mean(), 0.1, 2.0)) if values.mean() > 0 else ORDER_VALUE_CV


def ratio_interval(*, orders: float, order_value: float, cost: float, cv: float) -> tuple[float, float]:
    """Return the 80 % interval of revenue / cost: Gamma with ``(orders + 1/2) / (1 + cv²)`` as its shape.

    The count of orders is Poisson and single orders spread by ``cv``; cost is taken as known. Half an
    order more keeps the interval open above 0 where no order came.
    """
    shape = (orders + 0.5) / (1 + cv**2)
    mean = (orders + 0.5) * order_value / cost
    low, high = interval(np.array([mean]), np.array([shape]))
    return float(low[0]), float(high[0])
