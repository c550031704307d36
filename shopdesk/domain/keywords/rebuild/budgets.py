"""Budgets by quadrant: money goes where the return is surely higher, and stays where nobody can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MOST_STEP: Final = 0.20
"""Share of a budget that one review may move."""
RETURN_EXPONENT: Final = 0.6
"""Revenue grows with spend to this power until it is measured: a default, to be checked by the user."""
WORTH_SAYING: Final = 0.05
"""Smaller changes of a budget than this share are left alone."""
HEADROOM: Final = 1.25
"""A new campaign's budget over what its words cost a day until now, so that the cap doesn't stop them."""


def whole_yuan(budget: float) -> float:
    """Return a daily budget in whole yuan, at least one: a budget of nothing would stop what is to run on."""
    return float(max(round(budget), 1))


@dataclass(frozen=True, slots=True)
class QuadrantReturn:
    """Spend of a quadrant in yuan a day with its return on it and the 80 % interval, None where unknown."""

    spend: float
    roi: float | None
    low: float | None
    high: float | None


def shares(returns: Mapping[str, QuadrantReturn]) -> Mapping[str, float]:
    """Return the factor of each quadrant's budget: 1 where its return can't be told from the account's.

    Revenue is ``a · spend^β`` (β .6), so that equal marginal return wants spend in proportion to
    ``roi^(1 / (1 - β))``; only quadrants whose 80 % interval lies wholly above or below the account's return
    move, by 20 % at most, and what some give is what others get.
    """
    spend = sum(one.spend for one in returns.values())
    known = [one for one in returns.values() if one.roi is not None and one.spend > 0]
    if spend <= 0 or len(known) < 2:
        return dict.fromkeys(returns, 1.0)
    usual = sum((one.roi or 0.0) * one.spend for one in known) / sum(one.spend for one in known)
    wanted = {name: _wanted(one, usual) for name, one in returns.items()}
    given = sum(-change * returns[name].spend for name, change in wanted.items() if change < 0)
    taken = sum(change * returns[name].spend for name, change in wanted.items() if change > 0)
    moved = min(given, taken)
    if moved <= 0:
        return dict.fromkeys(returns, 1.0)
    down, up = moved / given, moved / taken
    return {name: 1 + change * (down if change < 0 else up) for name, change in wanted.items()}


def _wanted(one: QuadrantReturn, usual: float) -> float:
    if one.roi is None or one.low is None or one.high is None or one.spend <= 0 or usual <= 0:
        return 0.0
    if one.low <= usual <= one.high:
        return 0.0
    ideal = float(min(one.roi / usual, 2.0) ** (1 / (1 - RETURN_EXPONENT)))  # twice the return is beyond the step
    return min(max(ideal - 1, -MOST_STEP), MOST_STEP)
