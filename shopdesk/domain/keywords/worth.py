"""What a click on a word is worth once chance is taken out: shrinkage within its quadrant, carts beside orders.

Words are the cells of ``joint_counts`` and quadrants its groups. A word with 20 clicks and no order stays near its
quadrant, with a wide interval. Carts and favourites, of which there are several for each order, speak for words and
for quadrants as far as the orders of all words bear them out. What an order brings is shrunk towards the shop's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import special

from shopdesk.domain.gamma_poisson import chance_above, interval
from shopdesk.domain.joint_counts import JointPrior, Scale, joint_rates

FloatArray: TypeAlias = NDArray[np.float64]

WORD_PRIOR: Final = JointPrior(
    cells=Scale(0.33, 0.35, (0.15, 0.25, 0.35, 0.5, 0.75, 1.1)), noise=Scale(0.2, 0.4, (0.1, 0.2, 0.35))
)
"""Conversions of a quadrant's words lie about .35 apart (logarithm), what carts have of their own .2."""
USUALLY_APART: Final = 0.5
"""How far a shop's quadrants lie from what is usual (logarithm), where that is told: what is usual is hearsay."""
ORDER_VALUE_CV: Final = 0.6
"""Spread of order values assumed where too few single-order words are there to measure it."""
MIN_SINGLES: Final = 20
VALUE_BETWEEN: Final = Scale(0.12, 0.7, (0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3))
"""How far order values of words lie apart, relative to the shop's."""


@dataclass(frozen=True, slots=True)
class Worth:
    """One value a word, in yuan a click (revenue): mean, median, 80 % interval; NaN where unknown.

    ``cvr`` is the shrunk conversion, ``shape`` that of the Gamma which stands for the value, ``expected`` the
    orders that a click was to bring before the word's own orders were seen, ``strength`` how many expected orders
    that is worth, ``order_value`` the yuan an order brings, ``beside`` its relative variance, ``exponent`` how far
    carts speak for orders (0 where there are none).
    """

    mean: FloatArray
    median: FloatArray
    low: FloatArray
    high: FloatArray
    cvr: FloatArray
    shape: FloatArray
    expected: FloatArray
    order_value: FloatArray
    beside: FloatArray
    strength: FloatArray
    exponent: float = 0.0

    def chance_above(self, threshold: FloatArray) -> FloatArray:
        """Return the probability that the value of a click is above a threshold in yuan, NaN where unknown."""
        with np.errstate(divide="ignore", invalid="ignore"):
            chance = chance_above(self.mean, self.shape, threshold)
        return np.where(np.isnan(self.mean) | np.isnan(threshold), np.nan, chance)

    def quantile(self, share: float) -> FloatArray:
        """Return the value that a share of the posterior lies below."""
        return np.asarray(self.mean * special.gammaincinv(self.shape, share) / self.shape, dtype=float)


def click_values(
    *,
    clicks: FloatArray,
    orders: FloatArray,
    revenue_yuan: FloatArray,
    group: NDArray[np.int64],
    signal: FloatArray | None = None,
    usual: FloatArray | None = None,
) -> Worth:
    """Return what a click on each word is worth; NaN clicks count as none, ``group`` numbers the quadrants.

    ``signal`` counts carts and favourites, NaN for words of which none are reported. ``usual`` is by word what its
    quadrant usually converts against the others (``usual_conversion``): where the belief starts from.
    """
    n = np.nan_to_num(clicks)
    y = np.where(n > 0, np.nan_to_num(orders), 0.0)
    revenue = np.nan_to_num(revenue_yuan)
    if not n.size or n.sum() <= 0 or y.sum() <= 0 or revenue.sum() <= 0:
        nothing = np.full(n.size, np.nan)
        return Worth(*(nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing))
    known = ~np.isnan(signal) if signal is not None else np.zeros(n.size, dtype=bool)
    carts = np.where(known, np.nan_to_num(signal), 0.0) if signal is not None else np.zeros(n.size)
    start, prior = np.ones(n.size), WORD_PRIOR
    if usual is not None and np.ptp(usual) > 0:
        start, prior = usual, replace(WORD_PRIOR, groups=USUALLY_APART)
    follow = start**prior.group_exponent
    rates = joint_rates(y, n * start, carts, np.where(known, n * follow, 0.0), group, prior=prior)
    value, value_spread = order_values(y, revenue, between=VALUE_BETWEEN, cv=order_value_cv(y, revenue))
    cvr = start * rates.mean
    mean = cvr * value
    shape = 1 / ((1 + rates.spread2) * (1 + value_spread) - 1)
    return Worth(
        mean,
        mean * special.gammaincinv(shape, 0.5) / shape,
        *interval(mean, shape),
        cvr,
        shape,
        start * rates.before,
        value,
        value_spread,
        1 / rates.before_spread2,
        rates.exponent,
    )


def order_values(
    orders: FloatArray, revenue: FloatArray, *, between: Scale, cv: float
) -> tuple[FloatArray, FloatArray]:
    """Return the mean order value of each cell, pulled to the shop's, and its relative variance.

    ``cv`` is the spread of single orders. How far cells differ is averaged over a grid by its likelihood: few can't
    tell, and one guess would either believe every chance difference or none.
    """
    shop = revenue.sum() / orders.sum()
    some = orders > 0
    own = np.divide(revenue, orders, out=np.full(orders.size, shop), where=some) / shop
    chance = cv**2 / np.maximum(orders, 1e-9)
    apart = np.array(between.grid)[:, None]
    total = apart**2 + chance
    fit = -0.5 * (np.log(total) + (own - 1) ** 2 / total)[:, some].sum(axis=1)
    fit += between.log_prior(apart[:, 0])
    weight = np.exp(fit - fit.max())
    weight /= weight.sum()
    pull = apart**2 / total
    mean, variance = pull * (own - 1), pull * chance
    found = weight @ mean
    return shop * (1 + found), weight @ (variance + mean**2) - found**2


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
