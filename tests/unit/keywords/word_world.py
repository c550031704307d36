"""Shops whose words have a known worth, to hold against what the library says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.keywords.worth import FloatArray, Worth, click_values

MARGIN: Final = 0.4
BASES: Final = np.array([0.07, 0.035, 0.02, 0.045])  # orders a click of the four quadrants


@dataclass(frozen=True, slots=True)
class WordWorld:
    """What a shop sees of its words, and in ``truth`` what a click really is worth (yuan of revenue)."""

    clicks: FloatArray
    orders: FloatArray
    revenue: FloatArray
    carts: FloatArray
    group: NDArray[np.int64]
    truth: FloatArray

    def worth(self, *, carts: bool = True) -> Worth:
        """Return what the library makes of it."""
        return click_values(
            clicks=self.clicks,
            orders=self.orders,
            revenue_yuan=self.revenue,
            group=self.group,
            signal=self.carts if carts else None,
        )

    def error(self, value: FloatArray) -> float:
        """Return the root mean square of relative errors, weighted by clicks."""
        return float(np.sqrt((self.clicks * (value / self.truth - 1) ** 2).sum() / self.clicks.sum()))

    def covered(self, worth: Worth) -> float:
        """Return the share of clicked words whose true value lies in the 80 % interval."""
        inside = (worth.low <= self.truth) & (self.truth <= worth.high)
        return float(inside[self.clicks > 0].mean())


def world(seed: int, *, orders: int, words: int = 300, carts_tell: bool = True) -> WordWorld:
    """Return a shop with about so many orders; conversion spreads by .35 within a quadrant, carts follow it by ^.8."""
    rng = np.random.default_rng(seed)
    group = rng.integers(0, 4, words)
    theta = np.exp(rng.normal(-(0.35**2) / 2, 0.35, words))
    rate = BASES[group] * theta
    size = rng.lognormal(0, 1.3, words)
    clicks = np.round(size * orders / (size * rate).sum())
    counts = rng.poisson(clicks * rate).astype(float)
    own = theta**0.8 * np.exp(rng.normal(0, 0.15, words)) if carts_tell else np.exp(rng.normal(0, 0.35, words))
    carts = rng.poisson(clicks * BASES[group] * 3 * own).astype(float)
    order_value = 90 * np.exp(rng.normal(0, 0.1, words))
    revenue = np.array(
        [rng.gamma(4, value / 4, int(count)).sum() for count, value in zip(counts, order_value, strict=True)]
    )
    return WordWorld(clicks, counts, revenue, carts, group, rate * order_value)
