"""Gamma–Poisson shrinkage: how far each cell's orders differ from what its clicks let expect, chance taken out.

A cell with ``events`` where ``expected`` were to come has the factor ``theta ~ Gamma(a, a)``. The strength ``a``
(how many expected events the prior is worth) is not chosen: it is averaged over a grid with its marginal
likelihood and a log-normal prior around ``Prior.centre``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import special

Floats: TypeAlias = NDArray[np.float64]

INTERVAL: Final = 0.8
_LEAST_VARIANCE: Final = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """What is believed of the strength before the data: log-normal around ``centre``, on the grid low to high."""

    centre: float
    low: float
    high: float
    steps: int
    spread: float = 0.8  # of the logarithm

    def strengths(self) -> Floats:
        """Return the grid of strengths."""
        return np.asarray(np.geomspace(self.low, self.high, self.steps), dtype=float)


@dataclass(frozen=True, slots=True)
class Shrunk:
    """The posterior factor of each cell: mean and variance, with the mean strength of the prior."""

    mean: Floats
    variance: Floats
    strength: float


def shrink(events: Floats, expected: Floats, *, prior: Prior) -> Shrunk:
    """Return the factor of each cell; one that expects nothing gets the prior's 1 and tells nothing of others."""
    strengths = prior.strengths()
    weight = _weights(events, expected, strengths, prior)
    mean, second = np.zeros(len(events)), np.zeros(len(events))
    for share, strength in zip(weight, strengths, strict=True):  # one by one: all at once take 29 times the memory
        rate = strength + expected
        own = (strength + events) / rate
        mean += share * own
        second += share * (own / rate + own**2)
    return Shrunk(mean, np.maximum(second - mean**2, _LEAST_VARIANCE), float(weight @ strengths))


def interval(mean: Floats, shape: Floats, *, level: float = INTERVAL) -> tuple[Floats, Floats]:
    """Return the bounds of Gamma distributions given by mean and shape."""
    tail = (1 - level) / 2
    low, high = (mean * special.gammaincinv(shape, at) / shape for at in (tail, 1 - tail))
    return low, high


def chance_above(mean: Floats, shape: Floats, threshold: Floats | float) -> Floats:
    """Return the probability that Gamma distributions given by mean and shape exceed a threshold; NaN unknown.

    SciPy seeks a NaN through all terms of its series, which costs a long table half a minute.
    """
    scaled = np.asarray(shape * threshold / mean, dtype=float)
    known = ~np.isnan(scaled)
    chance = np.full(scaled.shape, np.nan)
    chance[known] = special.gammaincc(np.broadcast_to(shape, scaled.shape)[known], scaled[known])
    return chance


def _weights(events: Floats, expected: Floats, strengths: Floats, prior: Prior) -> Floats:
    live = expected > 0
    e, k = expected[live], events[live]
    likelihood = np.array([_likelihood(k, e, strength) for strength in strengths])
    total = likelihood - 0.5 * (np.log(strengths / prior.centre) / prior.spread) ** 2
    weight = np.exp(total - total.max())
    return np.asarray(weight / weight.sum(), dtype=float)


def _likelihood(events: Floats, expected: Floats, strength: float) -> float:
    """Return the log likelihood of counts at one strength; only cells with events need the Gamma function."""
    some = events > 0
    k, e = events[some], expected[some]
    ordered = special.gammaln(strength + k) - special.gammaln(strength) + k * np.log(e / (strength + e))
    return float((strength * np.log(strength / (strength + expected))).sum() + ordered.sum())
