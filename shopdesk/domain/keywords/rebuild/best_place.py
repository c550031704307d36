"""Which of several places a word keeps: the one whose clicks earn most, where that can be told apart from chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, sqrt
from typing import Final

from shopdesk.domain.keywords.rebuild.model import Bought
from shopdesk.domain.keywords.rebuild.verdicts import Verdict

PLACE_PRIOR_ORDERS: Final = 8.0
"""Expected orders that a word's own value is worth against that of one of its places."""
SURE_BETTER: Final = 0.8


@dataclass(frozen=True, slots=True)
class Kept:
    """The place kept; ``chance`` that it earns more a click than the one with most clicks, None where it is that."""

    bought: Bought
    chance: float | None


def best_place(places: Sequence[Bought], verdict: Verdict, *, margin: float | None) -> Kept:
    """Return the place that a word keeps: that with most clicks, unless another is better with a chance of 80 %.

    What a click earns at a place is the word's own value, times ``(a + orders) / (a + expected)`` (Gamma–Poisson,
    ``a`` = 8 expected orders), times the margin, minus what a click costs there. Without margin or value nothing can be
    told apart.
    """
    usual = max(places, key=lambda one: (one.clicks, one.cost, one.key))
    if not margin or not verdict.value or not verdict.cvr:
        return Kept(usual, None)
    base, spread = _earned(usual, verdict, margin)
    found = Kept(usual, None)
    most = SURE_BETTER
    for one in places:
        if one is usual or one.clicks <= 0:
            continue
        mean, own_spread = _earned(one, verdict, margin)
        gap = sqrt(spread + own_spread)
        chance = 0.5 * (1 + erf((mean - base) / gap / sqrt(2))) if gap > 0 else 0.0
        if chance >= most:
            found, most = Kept(one, chance), chance
    return found


def _earned(one: Bought, verdict: Verdict, margin: float) -> tuple[float, float]:
    """Return mean and variance of what a click earns at a place, in yuan."""
    expected = one.clicks * (verdict.cvr or 0.0)
    shape, rate = PLACE_PRIOR_ORDERS + one.orders, PLACE_PRIOR_ORDERS + expected
    worth = margin * (verdict.value or 0.0)
    price = one.cost / one.clicks if one.clicks > 0 else 0.0
    return worth * shape / rate - price, worth**2 * shape / rate**2
