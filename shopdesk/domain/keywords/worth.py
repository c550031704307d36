"""What a click on a word is worth once chance is taken out: Gamma-Poisson shrinkage within its quadrant.

The words of a quadrant are the cells of ``gamma_poisson``: what a word is expected to bring is its clicks times
the conversion of its quadrant. A word with 20 clicks and no order therefore stays near its quadrant, with a wide
interval. Where carts and favourites are known they come first, because there are several for each order: their
own factor ``s`` changes what is expected to ``expected * s ** rho``, and the orders then correct that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import special

from shopdesk.domain.gamma_poisson import Prior, chance_above, interval, shrink

FloatArray: TypeAlias = NDArray[np.float64]

WORD_PRIOR: Final = Prior(centre=8.0, low=1.0, high=128.0, steps=29)
CARTS_TELL: Final = 4.0
"""Orders differ less from what carts let expect than from a quadrant's average: so many times the strength."""
QUADRANT_STRENGTH: Final = 4.0
"""Expected orders that the shop's own conversion is worth against that of a quadrant."""
ORDER_VALUE_CV: Final = 0.6
"""Spread of order values assumed where too few single-order words are there to measure it."""
MIN_SINGLES: Final = 20
CV_BETWEEN: Final = (0.01, 0.30)

EXPONENTS: Final = np.linspace(0.0, 1.0, 11)
"""Candidates for the exponent of the cart factor: 0 says carts tell nothing of orders, 1 that they tell all."""
EXPONENT_PRIOR: Final = (0.8, 0.3)  # mean and sd before this shop's words are seen


@dataclass(frozen=True, slots=True)
class Worth:
    """One value a word, in yuan a click (revenue): mean, median, 80 % interval; NaN where unknown.

    ``cvr`` is the shrunk conversion, ``shape`` that of the Gamma which stands for the value, ``expected`` the
    orders that a click was to bring before the word's own orders were seen, ``order_value`` the yuan an order
    brings, ``beside`` the relative variance of all but the word's own orders, ``strength`` the mean prior strength
    of the word's quadrant in orders, ``exponent`` how far carts speak for orders (0 where there are none).
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
) -> Worth:
    """Return what a click on each word is worth; NaN clicks count as none, ``group`` numbers the quadrants.

    ``signal`` counts carts and favourites, NaN for words of which none are reported.
    """
    n, y = np.nan_to_num(clicks), np.nan_to_num(orders)
    revenue = np.nan_to_num(revenue_yuan)
    if not n.size or n.sum() <= 0 or y.sum() <= 0 or revenue.sum() <= 0:
        nothing = np.full(n.size, np.nan)
        return Worth(*(nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing))
    overall = y.sum() / n.sum()
    rate, spread = _quadrant_rates(n, y, group, overall)
    carts = _cart_factors(n, signal, group)
    exponent, doubt = _exponent(y, n * rate, carts) if carts is not None else (0.0, 0.0)
    expected, behind = rate.copy(), np.zeros(n.size)
    if carts is not None:
        expected *= carts.mean**exponent
        behind = exponent**2 * carts.spread + doubt**2 * np.log(carts.mean) ** 2
    factor, variance, strength = np.ones(n.size), np.zeros(n.size), np.full(n.size, np.nan)
    for number in np.unique(group):
        for of, prior in _cells(group == number, carts, exponent):
            expected[of] *= _to_sum(n[of] * expected[of], n[of] * rate[of])
            found = shrink(y[of], n[of] * expected[of], prior=prior)
            factor[of], strength[of] = found.mean, found.strength
            variance[of] = found.variance / found.mean**2
    value, value_spread = _order_values(y, revenue)
    cvr = expected * factor
    mean = cvr * value
    beside = (1 + behind) * (1 + spread) * (1 + value_spread) - 1
    shape = 1 / ((1 + variance) * (1 + beside) - 1)
    return Worth(
        mean,
        mean * special.gammaincinv(shape, 0.5) / shape,
        *interval(mean, shape),
        cvr,
        shape,
        expected,
        value,
        beside,
        strength,
        exponent,
    )


@dataclass(frozen=True, slots=True)
class _Carts:
    """The cart factor of each word with its relative variance; 1 and 0 where ``known`` is False."""

    mean: FloatArray
    spread: FloatArray
    known: NDArray[np.bool_]


def _quadrant_rates(
    n: FloatArray, y: FloatArray, group: NDArray[np.int64], overall: float
) -> tuple[FloatArray, FloatArray]:
    """Return the orders a click of each word's quadrant, pulled to the shop's, and its relative variance."""
    rate, spread = np.empty(n.size), np.empty(n.size)
    for number in np.unique(group):
        of = group == number
        rate[of] = (y[of].sum() + QUADRANT_STRENGTH) / (n[of].sum() + QUADRANT_STRENGTH / overall)
        spread[of] = 1 / (y[of].sum() + QUADRANT_STRENGTH)
    return rate, spread


def _cart_factors(n: FloatArray, signal: FloatArray | None, group: NDArray[np.int64]) -> _Carts | None:
    if signal is None:
        return None
    known = ~np.isnan(signal) & (n > 0)
    counts = np.where(known, np.nan_to_num(signal), 0.0)
    if counts.sum() <= 0:
        return None
    mean, spread = np.ones(n.size), np.zeros(n.size)
    for number in np.unique(group):
        of = known & (group == number)
        if counts[of].sum() > 0:
            found = shrink(counts[of], n[of] * counts[of].sum() / n[of].sum(), prior=WORD_PRIOR)
            mean[of], spread[of] = found.mean, found.variance / found.mean**2
    return _Carts(mean, spread, known)


def _cells(of: NDArray[np.bool_], carts: _Carts | None, exponent: float) -> list[tuple[NDArray[np.bool_], Prior]]:
    """Return the words of a quadrant as the cells that are fitted together, with the prior of their strength."""
    if carts is None:
        return [(of, WORD_PRIOR)]
    parts = ((of & carts.known, _after_carts(exponent)), (of & ~carts.known, WORD_PRIOR))
    return [(cells, prior) for cells, prior in parts if cells.any()]


def _after_carts(exponent: float) -> Prior:
    """Return the prior of the strength where carts have spoken: carts that tell nothing leave it as it was."""
    times = CARTS_TELL ** min(exponent / EXPONENT_PRIOR[0], 1.0)
    return replace(WORD_PRIOR, centre=WORD_PRIOR.centre * times, high=WORD_PRIOR.high * CARTS_TELL)


def _exponent(y: FloatArray, expected: FloatArray, carts: _Carts) -> tuple[float, float]:
    """Return the exponent by which the cart factor explains orders: mean and sd over the likelihood of all words.

    Regressing shrunk order factors on shrunk cart factors would understate it, since both are pulled to 1;
    the likelihood of the orders themselves is not. A wide prior around .8 speaks where there are few orders.
    """
    live = carts.known & (expected > 0)
    k, e, factor = y[live], expected[live], carts.mean[live]
    strengths = np.geomspace(4.0, 256.0, 7)[:, None]
    some = k > 0
    logs = np.empty((EXPONENTS.size, strengths.size))
    for place, exponent in enumerate(EXPONENTS):
        changed = e * factor**exponent
        changed = changed * (e.sum() / changed.sum())
        logs[place] = _likelihood(k, changed, strengths, some)
    mean, sd = EXPONENT_PRIOR
    prior = -0.5 * ((EXPONENTS - mean) / sd) ** 2
    strength_prior = -0.5 * (np.log(strengths[:, 0] / (WORD_PRIOR.centre * CARTS_TELL)) / WORD_PRIOR.spread) ** 2
    total = special.logsumexp(logs + strength_prior, axis=1) + prior
    weight = np.exp(total - total.max())
    weight /= weight.sum()
    found = float(weight @ EXPONENTS)
    return found, float(np.sqrt(weight @ (EXPONENTS - found) ** 2))


def _likelihood(k: FloatArray, e: FloatArray, a: FloatArray, some: NDArray[np.bool_]) -> FloatArray:
    """Return the log likelihood of counts at each strength; only words with orders need the Gamma function."""
    plain = (a * np.log(a / (a + e))).sum(axis=1)
    counts, means = k[some], e[some]
    ordered = special.gammaln(a + counts) - special.gammaln(a) + counts * np.log(means / (a + means))
    return np.asarray(plain + ordered.sum(axis=1), dtype=float)


def _to_sum(expected: FloatArray, before: FloatArray) -> float:
    """Return what brings the expected orders back to their sum before the cart factors spread them."""
    total = expected.sum()
    return float(before.sum() / total) if total > 0 else 1.0


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
