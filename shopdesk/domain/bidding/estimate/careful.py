"""Whether today's bids already follow what words are worth: then there is less to gain than the values alone promise.

Two beliefs are weighed by how well they foretell the orders of each word. Open: the rate of a word lies around that of
its quadrant, whatever its bid. Careful: it lies around its bid, since whoever set it knew. Each integrates over what
it doesn't know (Gamma–Poisson marginal likelihood); a plan is foreseen under both, by their weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import special

from shopdesk.domain.bidding.estimate.history import Floats, Words

CAREFUL: Final = 0.3
"""Belief before the orders that bids follow values; an assumption."""
OPEN_STRENGTH: Final = 8.0
CAREFUL_STRENGTH: Final = 25.0
"""How many orders of its own a word needs until they count as much as quadrant, or bid."""
_SPREAD: Final = 0.8
_STRENGTHS: Final = np.geomspace(2, 128, 7)
_LEVELS: Final = np.geomspace(0.25, 4, 17)
_LEVEL_SPREAD: Final = 0.6


@dataclass(frozen=True, slots=True)
class Careful:
    """The weight of the belief that bids follow values, and what it makes of each word: value (any unit), spread."""

    weight: float
    value: Floats
    spread: Floats


def careful(words: Words) -> Careful:
    """Return what speaks for careful bids; weight 0 without bids that differ or orders that could tell."""
    clicks, orders = np.nan_to_num(words.cells.clicks), np.nan_to_num(words.cells.orders)
    known = words.bids > 0
    count, total = clicks.sum(), orders.sum()
    if known.sum() < 3 or not total > 0 or not count > 0 or np.ptp(np.log(words.bids[known])) < 0.05:
        return Careful(0.0, np.ones(clicks.size), np.full(clicks.size, 0.35))
    bids = np.where(known, words.bids, np.median(words.bids[known]))
    expected = clicks * bids * (total / (clicks * bids).sum())
    plain = clicks * (total / count)
    quadrants = np.unique(np.array(words.quadrants), return_inverse=True)[1]
    one = _averaged(orders, expected, CAREFUL_STRENGTH)
    other = _open(orders, plain, quadrants)
    odds = CAREFUL / (1 - CAREFUL) * np.exp(np.clip(one - other, -50, 50))
    shape = CAREFUL_STRENGTH + orders
    return Careful(float(odds / (1 + odds)), bids * shape / (CAREFUL_STRENGTH + expected), 1 / np.sqrt(shape))


def _open(orders: Floats, plain: Floats, quadrants: Floats) -> float:
    """Return the log likelihood with an unknown level of each quadrant."""
    levels = np.log(_LEVELS)
    prior = -((levels / _LEVEL_SPREAD) ** 2) / 2
    prior = prior - special.logsumexp(prior)
    weights = _weights(OPEN_STRENGTH)
    found = np.zeros(_STRENGTHS.size)
    for quadrant in range(int(quadrants.max()) + 1):
        own = quadrants == quadrant
        by_level = [
            _likelihood(orders[own], plain[own] * level) + belief for level, belief in zip(_LEVELS, prior, strict=True)
        ]
        found += special.logsumexp(by_level, axis=0)
    return float(special.logsumexp(found + weights))


def _averaged(orders: Floats, expected: Floats, centre: float) -> float:
    return float(special.logsumexp(_likelihood(orders, expected) + _weights(centre)))


def _weights(centre: float) -> Floats:
    weight = -((np.log(_STRENGTHS / centre) / _SPREAD) ** 2) / 2
    return np.asarray(weight - special.logsumexp(weight), dtype=float)


def _likelihood(orders: Floats, expected: Floats) -> Floats:
    """Return the log likelihood of all words at each strength, constants of the orders left out."""
    live = expected > 0
    y, e = orders[live], expected[live]
    a = _STRENGTHS[:, None]
    some = y > 0
    plain = (a * np.log(a / (a + e))).sum(axis=1)
    k, m = y[some], e[some]
    ordered = special.gammaln(a + k) - special.gammaln(a) + k * np.log(m / (a + m))
    return np.asarray(plain + ordered.sum(axis=1), dtype=float)
