"""What a bid buys on average in a second-price auction for several places: expectations as tables, no drawing.

Rivals' bids are log-normal: ``ln bid ~ N(mu, sigma)``. With ``z = ln(own bid) - mu`` a table holds for one search the
expected impressions, the expected click weight (place 1 counts 1) and the expected payment in units of ``exp(mu)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import special

Floats: TypeAlias = NDArray[np.float64]

PLACES: Final = np.array([1.0, 0.74, 0.58, 0.47, 0.39, 0.33])
"""Clicks of each place against the first."""
LOWEST: Final = -8.0
HIGHEST: Final = 7.0
STEP: Final = 0.01


@dataclass(frozen=True, slots=True)
class Market:
    """How many rivals bid in an auction and how far their bids lie apart (sd of the logarithm)."""

    name: str
    rivals: int
    sigma: float


HOT: Final = Market("hot", 12, 0.45)
ORDINARY: Final = Market("ordinary", 8, 1.0)
CALM: Final = Market("calm", 5, 1.5)
MARKETS: Final = (HOT, ORDINARY, CALM)


@dataclass(frozen=True, slots=True)
class Tables:
    """Expectations on an even grid of ``z``: impressions, clicks and payment of one search."""

    impressions: Floats
    clicks: Floats
    payment: Floats

    @property
    def grid(self) -> Floats:
        """The values of ``z``."""
        return LOWEST + STEP * np.arange(self.clicks.size)


def at(table: Floats, z: Floats) -> Floats:
    """Return the table's values at ``z``, between its points in proportion; beyond its ends the value of the end."""
    place = np.clip((z - LOWEST) / STEP, 0.0, table.size - 1.001)
    index = place.astype(np.int32)
    left = table[index]
    return np.asarray(left + (place - index) * (table[index + 1] - left))


@cache
def tables(market: Market) -> Tables:
    """Return the tables of a market.

    With ``F = Phi(z / sigma)`` the number of rivals above is ``J ~ Bin(N, 1 - F)``; the next bid below is
    ``E[next | j] = b - int_0^b (F(x) / F(b))^(N - j) dx``; nobody below: the place is free.
    """
    z = LOWEST + STEP * np.arange(round((HIGHEST - LOWEST) / STEP) + 1)
    below, above = special.log_ndtr(z / market.sigma), special.log_ndtr(-z / market.sigma)
    impressions, clicks, payment = np.zeros_like(z), np.zeros_like(z), np.zeros_like(z)
    for ahead in range(min(market.rivals + 1, PLACES.size)):
        ways = special.gammaln(market.rivals + 1) - special.gammaln(ahead + 1)
        ways -= special.gammaln(market.rivals - ahead + 1)
        chance = np.exp(ways + ahead * above + (market.rivals - ahead) * below)
        impressions += chance
        clicks += chance * PLACES[ahead]
        payment += chance * PLACES[ahead] * _next_bid(z, below, market.rivals - ahead)
    return Tables(impressions, clicks, payment)


def _next_bid(z: Floats, log_below: Floats, rivals: int) -> Floats:
    """Return the expected highest of so many bids below ``exp(z)``, in units of ``exp(mu)``."""
    if rivals == 0:
        return np.zeros_like(z)
    bid = np.exp(z)
    missing = np.empty_like(z)
    missing[0] = bid[0] / (1 + rivals)  # below the grid: bids as if even
    kept = np.exp(rivals * (log_below[:-1] - log_below[1:]))
    for place in range(1, z.size):
        width = bid[place] - bid[place - 1]
        missing[place] = missing[place - 1] * kept[place - 1] + 0.5 * width * (1 + kept[place - 1])
    return np.asarray(bid - missing)
