"""How many visitors an A/B test needs before it can show a lift, known before it starts."""

from __future__ import annotations

from math import asin, ceil, pi, sin, sqrt
from statistics import NormalDist
from typing import Final

ALPHA: Final = 0.05
"""Two-sided chance of taking chance for a difference."""
POWER: Final = 0.80
"""Chance of seeing a difference of the wished size."""
MOST_DAYS: Final = 90
"""A test that takes longer isn't worth it: season, assortment and prices change meanwhile."""
_NEWTON_STEPS: Final = 3


def reach(*, alpha: float = ALPHA, power: float = POWER) -> float:
    """Return how many standard errors an effect must measure to be seen with ``power``, both tails counted."""
    normal = NormalDist()
    limit = normal.inv_cdf(1 - alpha / 2)
    size = limit + normal.inv_cdf(power)
    for _ in range(_NEWTON_STEPS):  # the far tail helps a little: a visitor or two in half a million
        got = normal.cdf(size - limit) + normal.cdf(-size - limit)
        size -= (got - power) / normal.pdf(size - limit)
    return size


def visitors_per_arm(base: float, lift: float, *, alpha: float = ALPHA, power: float = POWER) -> int:
    """Return the visitors that each arm needs to see ``base`` become ``base * (1 + lift)``.

    Rates are fractions, ``lift`` is relative and may be negative. Cohen's arcsine effect
    ``h = 2 asin √p₂ - 2 asin √p₁`` (Cohen 1988, 6.2), ``n = 2 (z / h)²`` rounded up. Raises ``ValueError``
    where a rate isn't strictly between 0 and 1 or there is no lift.
    """
    wished = base * (1 + lift)
    if not 0 < base < 1 or not 0 < wished < 1 or lift == 0:
        raise ValueError(f"no test of {base} against {wished}")
    effect = 2 * (asin(sqrt(wished)) - asin(sqrt(base)))
    return ceil(2 * (reach(alpha=alpha, power=power) / effect) ** 2)


def days_needed(visitors: int, *, visitors_a_day: float) -> int | None:
    """Return the days until both arms have ``visitors`` each, None without traffic; the traffic is halved."""
    return ceil(2 * visitors / visitors_a_day) if visitors_a_day > 0 else None


def smallest_lift(base: float, visitors: float, *, alpha: float = ALPHA, power: float = POWER) -> float | None:
    """Return the smallest relative lift that ``visitors`` an arm can show, None where not even certainty would."""
    if not 0 < base < 1 or visitors <= 0:
        return None
    angle = asin(sqrt(base)) + reach(alpha=alpha, power=power) / sqrt(2 * visitors)
    return sin(angle) ** 2 / base - 1 if angle < pi / 2 else None
