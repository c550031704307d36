"""An answer that stays true however often one looks: the sequential test with a normal mixture (mSPRT).

Johari, Pekelis and Walsh (2015): the likelihood ratio of the difference, averaged over a normal prior of spread
tau, is a martingale where nothing differs, so that the smallest 1 / ratio ever seen is a valid p-value at every look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, inf, log, sqrt
from typing import Final

from shopdesk.domain.kpi.trials.exact import Arms

TAU_SHARE: Final = 0.20
"""Spread of the differences that are reckoned with, as a share of the base rate."""
MIN_BUYERS: Final = 20
"""Buyers in both arms together below which the normal approximation isn't trusted: the look doesn't count."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look says: the p-value valid over all looks so far, and limits of the difference (fractions).

    The limits hold at all looks together with the share asked for.
    """

    p: float
    low: float
    high: float


def looks(days: Iterable[Arms], *, base: float, share: float = 0.95) -> list[Look]:
    """Return one look per entry; entries hold the sums up to their day, in order.

    ``base`` is the rate planned with before the start (a fraction above 0): it must not come from the test itself.
    Raises ``ValueError`` where it isn't strictly between 0 and 1.
    """
    if not 0 < base < 1:
        raise ValueError(f"no base rate: {base}")
    tau = TAU_SHARE * base
    smallest = 1.0
    found = []
    for arms in days:
        if arms.buyers_a + arms.buyers_b >= MIN_BUYERS and not arms.is_empty:
            smallest = min(smallest, 1 / _ratio(arms, tau))
        low, high = _limits(arms, tau, share)
        found.append(Look(smallest, low, high))
    return found


def _ratio(arms: Arms, tau: float) -> float:
    """Return the averaged likelihood ratio of the difference against none."""
    visitors = arms.visitors_a + arms.visitors_b
    pooled = (arms.buyers_a + arms.buyers_b) / visitors
    variance = pooled * (1 - pooled) * (1 / arms.visitors_a + 1 / arms.visitors_b)
    if variance <= 0:
        return 1.0
    both = variance + tau * tau
    power = tau * tau * arms.difference**2 / (2 * variance * both)
    return sqrt(variance / both) * exp(min(power, 700.0))


def _limits(arms: Arms, tau: float, share: float) -> tuple[float, float]:
    if arms.buyers_a + arms.buyers_b < MIN_BUYERS or arms.is_empty:
        return -inf, inf
    rate_a, rate_b = ((x + 0.5) / (n + 1) for x, n in _pairs(arms))
    variance = rate_a * (1 - rate_a) / arms.visitors_a + rate_b * (1 - rate_b) / arms.visitors_b
    both = variance + tau * tau
    half = sqrt(variance * both / (tau * tau) * (log(both / variance) - 2 * log(1 - share)))
    return arms.difference - half, arms.difference + half


def _pairs(arms: Arms) -> tuple[tuple[int, int], tuple[int, int]]:
    return (arms.buyers_a, arms.visitors_a), (arms.buyers_b, arms.visitors_b)
