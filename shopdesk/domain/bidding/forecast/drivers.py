"""Which lever brings how much of a change: the Shapley value over words, hours, regions, audiences and budget.

Each lever's part is its mean contribution over all orders in which the levers could be set, so that the parts add up
to the whole and none is favoured by going first.
"""

from __future__ import annotations

from itertools import combinations
from math import factorial
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.delivery import Outcome, delivered
from shopdesk.domain.bidding.forecast.ground import Ground, Part
from shopdesk.domain.bidding.forecast.model import Driver
from shopdesk.domain.bidding.forecast.parts import Moved, hour_ratios, named_ratios, word_ratios
from shopdesk.domain.bidding.levers import Levers

BUDGET: Final = "budget"
NAMED: Final = 3
"""Cells of a lever that are named: those that move most money."""


def drivers(
    ground: Ground,
    *,
    before: dict[str, Moved],
    after: dict[str, Moved],
    now: Levers,
    new: Levers,
    days: int,
    margin: float,
    gain: float | None,
) -> tuple[Driver, ...]:
    """Return what each lever that changes contributes, the most profit first.

    Orders and spend add up to the difference of the expected, profit to ``gain`` (the median shown); profit is NaN
    where the margin isn't known.
    """
    changed = [name for name in after if after[name] is not before[name] and _differs(before[name], after[name])]
    if now.daily_budget != new.daily_budget:
        changed.append(BUDGET)
    values = {}
    for size in range(len(changed) + 1):
        for chosen in combinations(changed, size):
            values[frozenset(chosen)] = _figures(ground, frozenset(chosen), before, after, now, new, days, margin)
    parts = {name: _shapley(name, changed, values) for name in changed}
    if gain is not None and parts:
        whole = values[frozenset(changed)][2] - values[frozenset()][2]
        _fit(parts, gain - whole)
    made = [
        Driver(name, cells[:NAMED], float(part[0]), float(part[1]), float(part[2]), len(cells))
        for name, part in parts.items()
        for cells in (_cells(ground, name, now, new),)
    ]
    return tuple(sorted(made, key=lambda one: -abs(np.nan_to_num(one.profit))))


def _differs(one: Moved, other: Moved) -> bool:
    return not (np.array_equal(one.spend, other.spend) and np.array_equal(one.worth, other.worth))


def _figures(
    ground: Ground,
    chosen: frozenset[str],
    before: dict[str, Moved],
    after: dict[str, Moved],
    now: Levers,
    new: Levers,
    days: int,
    margin: float,
) -> Floats:
    parts = {name: after[name] if name in chosen else before[name] for name in before}
    levers = Levers(hours=(new if "hours" in chosen else now).hours)
    budget = (new if BUDGET in chosen else now).daily_budget
    found: Outcome = delivered(ground, parts, Levers(hours=levers.hours, daily_budget=budget), days=days)
    profit = found.profit(margin)
    return np.array(
        [
            float("nan") if found.orders is None else found.orders.mean(),
            found.spend.mean(),
            float("nan") if profit is None else profit.mean(),
        ]
    )


def _shapley(name: str, players: list[str], values: dict[frozenset[str], Floats]) -> Floats:
    others = [player for player in players if player != name]
    total = np.zeros(3)
    for size in range(len(others) + 1):
        weight = factorial(size) * factorial(len(others) - size) / factorial(len(players))
        for chosen in combinations(others, size):
            with_it = frozenset((*chosen, name))
            total += weight * (values[with_it] - values[frozenset(chosen)])
    return total


def _fit(parts: dict[str, Floats], missing: float) -> None:
    """Bring the profits, which add up to the mean, to the median that is shown; in proportion to their size."""
    sizes = {name: abs(float(part[2])) for name, part in parts.items()}
    total = sum(sizes.values())
    if not np.isfinite(missing) or total <= 0:
        return
    for name, part in parts.items():
        part[2] += missing * sizes[name] / total


def _cells(ground: Ground, name: str, now: Levers, new: Levers) -> tuple[str, ...]:
    """Return the cells of a lever that move money, those that move most first."""
    if name == BUDGET:
        return ()
    part: Part | None = getattr(ground, name)
    if part is None:
        return ()
    ratio = {
        "words": lambda: word_ratios(part, now.bids, new.bids),
        "hours": lambda: hour_ratios(now.hours, new.hours),
        "regions": lambda: named_ratios(part, now.regions, new.regions),
        "audiences": lambda: named_ratios(part, now.audiences, new.audiences),
    }[name]()
    weight = np.abs(np.expm1(np.clip(ratio, -2, 2))) * part.spend
    order = np.argsort(-weight, kind="stable")
    return tuple(part.names[place] for place in order if weight[place] > 0)
