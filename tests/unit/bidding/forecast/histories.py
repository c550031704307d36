"""Histories of plans made by dice, for tests of forecasts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from shopdesk.domain.bidding.dimensions import REGIONS
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, History, Words
from shopdesk.domain.bidding.forecast.elasticity import Elasticity
from shopdesk.domain.bidding.forecast.ground import Ground, prepare
from shopdesk.domain.bidding.levers import Levers

PRIOR = Elasticity(1.9, 0.7, 0.9)
AUDIENCES = ("浏览未购7天", "加购未购15天", "店铺老客")


def cells(names: tuple[str, ...], clicks: int, dice: np.random.Generator, *, rate: float = 0.03) -> Cells:
    share = dice.dirichlet(np.full(len(names), 2.0))
    got = dice.multinomial(clicks, share).astype(float)
    orders = dice.binomial(got.astype(int), rate).astype(float)
    carts = dice.binomial(got.astype(int), min(0.9, 3 * rate)).astype(float)
    return Cells(names, got * 25, got, got * 130.0, orders, orders * 8_900.0, carts)


def history(seed: int = 1, *, words: int = 12, clicks: int = 4_000, rate: float = 0.03) -> History:
    dice = np.random.default_rng(seed)
    names = tuple(f"g\t{number}\t" for number in range(words))
    return History(
        words=Words(
            cells(names, clicks, dice, rate=rate), ("category", "long_tail") * (words // 2), np.full(words, 160.0)
        ),
        hours=cells(tuple(map(str, range(168))), clicks, dice, rate=rate),
        regions=cells(REGIONS[:31], clicks, dice, rate=rate),
        audiences=cells(AUDIENCES, clicks // 2, dice, rate=rate),
        weeks=4.0,
    )


def today(of: History, *, daily_budget: int | None = None) -> Levers:
    names = of.words.cells.names if of.words is not None else ()
    return Levers(bids=dict.fromkeys(names, 160), hours=(100,) * 168, daily_budget=daily_budget)


def ground(of: History, *, elasticity: Elasticity = PRIOR, now: Levers | None = None) -> Ground:
    made = prepare(estimate(of), of, reference=now or today(of), elasticity=elasticity)
    assert made is not None
    return made


def changed(now: Levers, seed: int = 3, *, daily_budget: int | None = None) -> Levers:
    dice = np.random.default_rng(seed)
    return replace(
        now,
        bids={name: int(bid * dice.uniform(0.8, 1.2)) for name, bid in now.bids.items()},
        hours=tuple(int(percent) for percent in dice.integers(80, 121, 168)),
        regions={name: int(percent) for name, percent in zip(REGIONS, dice.integers(80, 121, 31), strict=False)},
        audiences={AUDIENCES[1]: 120},
        daily_budget=daily_budget,
    )
