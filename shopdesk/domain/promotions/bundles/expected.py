"""How often goods would meet in one order by chance: within spans of time and sizes of orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.bundles.baskets import Baskets, Codes

Floats = npt.NDArray[np.float64]

_ROUNDS: Final = 8
_BLOCK: Final = 65_536
"""Pairs reckoned at once: bounds memory to that many rows of strata."""
_DRAWN: Final = 50.0
"""A true pair is met about so many times the chance of one more place in the order: 15 % against a usual .3 %."""
_NO_SKEW: Final = 0.02


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean, variance and third cumulant of the weighted orders with both, were it chance."""

    mean: Floats
    variance: Floats
    skew: Floats

    def spread(self, alpha: float) -> Moments:
        """Return the moments where chance itself differs from pair to pair with that squared relative spread."""
        wide = alpha * self.mean**2
        return Moments(
            self.mean, self.variance + wide, self.skew + 3 * wide + 2 * alpha**2 * self.mean**3 if alpha else self.skew
        )


class Chance:
    """What chance alone would give, stratum by stratum: E_s = f_a,s · f_b,s · Σn(n−1) / (Σn)².

    n is the number of different goods of an order, f_a,s the orders of the stratum with a: margins of the same span of
    time and of orders of about the same size, so that neither season nor large carts pass for taste. No article
    is its own partner, which moves E_s up a little where few goods fill most places (Caussinus' quasi-independence).
    """

    def __init__(self, baskets: Baskets) -> None:
        kinds, strata = len(baskets.skus), max(1, baskets.strata)
        size = baskets.sizes().astype(np.float64)
        carts = np.bincount(baskets.stratum, minlength=strata).astype(np.float64)
        lines = np.maximum(np.bincount(baskets.stratum, size, minlength=strata), 1.0)
        two = np.bincount(baskets.stratum, size * (size - 1), minlength=strata)
        three = np.bincount(baskets.stratum, size * (size - 1) * (size - 2), minlength=strata)
        cells = np.bincount(baskets.sku * strata + baskets.stratum[baskets.order], minlength=kinds * strata)
        found = cells.reshape(kinds, strata).astype(np.float64)
        others = two / lines  # further goods of an order that holds an article
        self.weights: Floats = np.log1p(_DRAWN / np.maximum(others, 1.0))
        self._pull = _pulls(found * others)
        left = np.clip(1 - found * others / np.maximum(lines - found, 1.0), 0.0, 1.0)
        self._free = self._pull * left * np.sqrt(np.where(carts > 1, carts / np.maximum(carts - 1, 1), 0.0))
        self._three = _of_three(self._pull, three.astype(np.float64))

    def pairs(self, a: Codes, b: Codes) -> Floats:
        """Return the expected orders with both."""
        found = np.empty(len(a))
        for start in range(0, len(a), _BLOCK):
            part = slice(start, start + _BLOCK)
            found[part] = np.einsum("ij,ij->i", self._pull[a[part]], self._pull[b[part]])
        return found

    def weighted(self, a: Codes, b: Codes) -> Moments:
        """Return the moments of the orders with both, each weighted by how much its size lets it say."""
        w = self.weights
        moments = np.empty((3, len(a)))
        for start in range(0, len(a), _BLOCK):
            part = slice(start, start + _BLOCK)
            mean = self._pull[a[part]] * self._pull[b[part]]
            variance = np.minimum(self._free[a[part]] * self._free[b[part]], mean)
            certain = 1 - np.divide(variance, mean, out=np.ones_like(mean), where=mean > 0)
            skew = variance * np.maximum(1 - 2 * certain, _NO_SKEW)
            moments[:, part] = mean @ w, variance @ w**2, skew @ w**3
        return Moments(*moments)

    def triples(self, a: Codes, b: Codes, c: Codes) -> Floats:
        """Return the expected orders with all three, were no two of them drawn to each other."""
        found = np.empty(len(a))
        for start in range(0, len(a), _BLOCK):
            part = slice(start, start + _BLOCK)
            found[part] = (self._pull[a[part]] * self._pull[b[part]] * self._pull[c[part]]) @ self._three
        return found

    def block(self, goods: Codes) -> tuple[Floats, Floats]:
        """Return mean and variance of the orders with both for every pair of some goods, two squares."""
        pull, free = self._pull[goods], self._free[goods]
        return np.asarray(pull @ pull.T), np.asarray(free @ free.T)


def _pulls(partners: Floats) -> Floats:
    """Return u with u_a · Σ_{b≠a} u_b = partners of a, stratum by stratum (columns): then E_ab = u_a · u_b."""
    total = partners.sum(axis=0)
    pull = partners / np.sqrt(np.maximum(total, 1e-12))
    for _ in range(_ROUNDS):
        rest = np.maximum(pull.sum(axis=0) - pull, 1e-12)
        pull = np.sqrt(pull * (partners / rest))  # the mean of both steps: the bare one swings
    return np.asarray(pull)


def _of_three(pull: Floats, three: Floats) -> Floats:
    """Return, by stratum, what makes the products u_a · u_b · u_c of all triples add up to the triples there were.

    ``three``: ordered triples. The sum of all products is the third elementary symmetric polynomial of the u.
    """
    first, second, third = (np.sum(pull**power, axis=0) for power in (1, 2, 3))
    products = (first**3 - 3 * first * second + 2 * third) / 6
    return np.divide(three / 6, products, out=np.zeros_like(three), where=products > 1e-9)
