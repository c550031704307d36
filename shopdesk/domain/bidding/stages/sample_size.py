"""How much a test of items costs before it starts: clicks for two rates, and what a given number of clicks is good for.

The habit of "100 clicks each" is held against its own arithmetic here: no figure in this module is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist
from typing import Final

import numpy as np

ALPHA: Final = 0.05
"""Two-sided chance of taking chance for a difference."""
POWER: Final = 0.80
"""Chance of seeing a difference that is there."""


def trials_needed(rate: float, other: float, *, alpha: float = ALPHA, power: float = POWER) -> int | None:
    """Return the clicks (or impressions) that each of two needs until their rates can be told apart, None if equal.

    ``n = (z₁₋α/₂ + z_power)² (p₁q₁ + p₂q₂) / (p₁ - p₂)²`` (Fleiss 1981, eq. 3.13 with unpooled variances), rounded.
    Raises ``ValueError`` where a rate isn't strictly between 0 and 1.
    """
    if not (0 < rate < 1 and 0 < other < 1):
        raise ValueError(f"no test of {rate} against {other}")
    if rate == other:
        return None
    normal = NormalDist()
    reach = normal.inv_cdf(1 - alpha / 2) + normal.inv_cdf(power)
    return max(1, round(reach**2 * (rate * (1 - rate) + other * (1 - other)) / (rate - other) ** 2))


def chance_of_best(rates: Sequence[float], trials: int) -> float:
    """Return how likely the item with the highest rate is alone in front after ``trials`` clicks each.

    Exact for binomial counts; a tie picks nobody. Raises ``ValueError`` without two items or for impossible rates.
    """
    from scipy import stats

    if len(rates) < 2 or trials < 0 or not all(0 <= rate <= 1 for rate in rates):
        raise ValueError(f"no test of {list(rates)} with {trials} trials")
    best, *others = sorted(rates, reverse=True)
    counts = np.arange(trials + 1)
    behind = np.prod([stats.binom.cdf(counts - 1, trials, rate) for rate in others], axis=0)
    return float(stats.binom.pmf(counts, trials, best) @ behind)
