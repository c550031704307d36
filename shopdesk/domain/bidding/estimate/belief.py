"""A belief about the cells of a dimension: mean and relative spread, told as the factors that a plan is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.counts import Places
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.estimate.model import Factors
from shopdesk.domain.gamma_poisson import chance_above, interval

_LEAST_SPREAD: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Belief:
    """Posterior mean of each cell's factor, and its variance relative to the squared mean."""

    mean: Floats
    spread2: Floats

    def times(self, other: Belief) -> Belief:
        """Return the belief about a product of independent factors."""
        spread2 = self.spread2 + other.spread2 + self.spread2 * other.spread2
        return Belief(self.mean * other.mean, spread2)

    def at(self, places: Places) -> Belief:
        """Return the beliefs at some places, in their order."""
        return Belief(self.mean[places].astype(float), self.spread2[places].astype(float))

    def against(self, weight: Floats) -> Belief:
        """Return the belief with its weighted mean at 1; unweighted where nothing weighs."""
        total = weight.sum()
        centre = float((self.mean * weight).sum() / total) if total > 0 else float(self.mean.mean())
        return Belief(self.mean / centre, self.spread2)


def nothing_known(size: int) -> Belief:
    """Return the belief that every cell is the average."""
    return Belief(np.ones(size), np.zeros(size))


def factors_of(names: tuple[str, ...], belief: Belief, *, orders: Floats, expected: Floats) -> Factors:
    """Return a belief as factors; each is told as the Gamma distribution with its mean and variance."""
    spread = np.maximum(np.sqrt(belief.spread2), _LEAST_SPREAD)
    shape = 1 / spread**2
    low, high = interval(belief.mean, shape)
    median, _ = interval(belief.mean, shape, level=0.0)
    return Factors(
        names,
        belief.mean,
        median,
        low,
        high,
        chance_above(belief.mean, shape, 1.0),
        spread,
        orders,
        expected,
    )
