"""The best of some 500 ladders, known exactly: the bar that no planner can see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.ladders.shops import Shop
from benchmarks.ladders.truth import Floats, Ladder, Result, expected


def truly(shop: Shop, ladder: Ladder) -> Result:
    """Return what a ladder truly brings, per order that would come without it."""
    return expected(shop.truth, shop.customers, shop.keen, shop.dice, ladder, shop.economics)


def ladders(values: Floats) -> Sequence[Ladder]:
    """Return 513 ladders or a few less: none, 144 of one step, 368 of two."""
    quantiles = np.quantile(values, np.linspace(0.1, 0.95, 12))
    places = sorted({max(9.0, round(float(value) / 10) * 10 - 1) for value in quantiles})
    depths = np.linspace(0.015, 0.2, 12)
    one = {((step, max(1.0, float(round(step * depth)))),) for step in places for depth in depths}
    dice = np.random.default_rng(5)
    steps = sorted(step for (step,) in one)
    two = set()
    for _ in range(4000):
        low, high = (steps[int(place)] for place in dice.integers(0, len(steps), 2))
        if low[0] * 1.15 <= high[0] and low[1] < high[1]:
            two.add((low, high))
        if len(two) == 368:
            break
    return [(), *sorted(one), *sorted(two)]


def best(shop: Shop, floor: float) -> tuple[tuple[Ladder, Result], tuple[Ladder, Result]]:
    """Return the ladder of most profit, and that of most revenue whose margin keeps the floor."""
    known = [(ladder, truly(shop, ladder)) for ladder in ladders(shop.customers)]
    keeping = [pair for pair in known if pair[1].margin_rate >= floor]
    return max(known, key=lambda pair: pair[1].profit), max(keeping, key=lambda pair: pair[1].revenue)
