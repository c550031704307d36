"""How honest the review of a campaign is: false alarms where nothing changed, and what it sees where much did.

Shops are those of ``benchmarks.ladders``; their orders come by day, with weekdays, days that hang together, a slow
drift and visitors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from benchmarks.ladders.shops import Setting, Shop, shop
from benchmarks.ladders.truth import Floats
from benchmarks.measuring import Line
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.review.days import DaySums
from shopdesk.domain.promotions.review.record import CampaignReview, Verdict
from shopdesk.domain.promotions.review.review import review_campaign

SHOPS: Final = 300
FIRST: Final = date(2026, 1, 5)
_FEN: Final = 100


@dataclass(frozen=True, slots=True)
class Course:
    """How a shop's days go: orders a day, and whether visitors are known."""

    rate: float
    history: int
    campaign: int
    is_known: bool
    drift: float
    bound: float


def course(dice: np.random.Generator) -> Course:
    """Return how the days of a shop go."""
    return Course(
        rate=float(np.exp(dice.uniform(np.log(3), np.log(80)))),
        history=int(dice.integers(35, 200)),
        campaign=int(dice.integers(7, 22)),
        is_known=bool(dice.random() < 0.5),
        drift=float(dice.uniform(0.0, 0.05)),
        bound=float(dice.uniform(0.0, 0.6)),
    )


def days_of(one: Shop, way: Course, dice: np.random.Generator, *, lift: float = 1.0) -> DaySums:
    """Return the days of a shop whose last ``way.campaign`` bring ``lift`` times the orders."""
    count = way.history + way.campaign
    noise = np.zeros(count)
    for day in range(1, count):
        noise[day] = way.bound * noise[day - 1] + dice.normal(0, 0.18)
    weekly = np.cumsum(dice.normal(0, way.drift, count // 7 + 2))[np.arange(count) // 7]
    weekday = np.exp(dice.normal(0, 0.15, 7))[np.arange(count) % 7]
    visitors = dice.poisson(np.maximum(1.0, 30 * way.rate * weekday * np.exp(noise + weekly))).astype(float)
    wanted = visitors / 30
    wanted[way.history :] *= lift
    table = np.zeros((4, count))
    for day, mean in enumerate(wanted):
        table[:, day] = _one_day(one, int(dice.poisson(mean)), dice)
    margin, orders, revenue, off = table
    known = visitors if way.is_known else np.full(count, np.nan)
    return DaySums(FIRST, orders, revenue, off, revenue, margin, known, np.ones(count, dtype=bool))


def _one_day(one: Shop, count: int, dice: np.random.Generator) -> Floats:
    """Return margin, orders, payments and discounts (none) of a day in fen."""
    value = one.customers[dice.integers(0, len(one.customers), count)]
    money = one.economics
    left = (1 - money.fee) * value - (1 - money.margin) * value - money.shipping
    return float(_FEN) * np.array([left.sum(), count / _FEN, value.sum(), 0.0], dtype=np.float64)


def looked_at(seed: int, *, lift: float = 1.0) -> CampaignReview:
    """Return the review of one shop; the same seed is the same shop."""
    dice = np.random.default_rng((seed, 401))
    one, way = shop(Setting("review"), seed), course(dice)
    days = days_of(one, way, dice, lift=lift)
    start = FIRST + timedelta(days=way.history)
    return review_campaign(days, start=start, end=start + timedelta(days=way.campaign - 1))


def measure(*, quick: bool = False) -> Iterator[Line]:
    """Yield what the review says where nothing, little and much changed, and whether its intervals hold."""
    count = SHOPS // 5 if quick else SHOPS
    for title, lift in (("nothing changed", 1.0), ("a fifth more orders", 1.2), ("half more orders", 1.5)):
        found = [looked_at(seed, lift=lift) for seed in range(count)]
        for verdict in (Verdict.BETTER, Verdict.WORSE):
            share = sum(one.verdict is verdict for one in found) / count
            yield Line(f"campaign review: {title}, called {verdict.value}", 100 * share, "%")
    changes = [one.effects[Row.MARGIN].change for one in map(looked_at, range(SHOPS, SHOPS + count)) if one.effects]
    held = sum(change.low <= 0 <= change.high for change in changes) / max(1, len(changes))
    yield Line("campaign review: nothing changed, 80 % interval of the margin holds it", 100 * held, "%")
