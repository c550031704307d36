"""How honest the review of a campaign is: false alarms where nothing changed, and what it sees where much did.

Shops are those of ``benchmarks.ladders``; their orders come by day, with weekdays, days that hang together, a slow
drift and visitors. Run: ``python -m benchmarks.campaign_review``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from benchmarks.ladders.shops import Setting, Shop, shop
from benchmarks.ladders.truth import Ladder, ordered
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.review.days import DaySums, Floats
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


def days_of(one: Shop, way: Course, ladder: Ladder, dice: np.random.Generator, *, lift: float = 1.0) -> DaySums:
    """Return the days of a shop whose last ``way.campaign`` run under a ladder and bring ``lift`` times the orders."""
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
        table[:, day] = _one_day(one, int(dice.poisson(mean)), ladder if day >= way.history else (), dice)
    margin, orders, revenue, off = table
    known = visitors if way.is_known else np.full(count, np.nan)
    return DaySums(FIRST, orders, revenue, off, revenue, margin, known, np.ones(count, dtype=bool))


def _one_day(one: Shop, count: int, ladder: Ladder, dice: np.random.Generator) -> Floats:
    place = dice.integers(0, len(one.customers), count)
    value, keen = one.customers[place], one.keen[place]
    if ladder and count:
        value = ordered(one.truth, value, ladder, dice, keen)
    steps = np.array([minimum for minimum, _ in ladder])
    offs = np.array([0.0, *(off for _, off in ladder)])
    off = offs[np.searchsorted(steps, value, side="right")] if len(steps) else np.zeros(len(value))
    paid = value - off
    money = one.economics
    left = (1 - money.fee) * paid - (1 - money.margin) * value - money.shipping
    sums = np.array([left.sum(), len(value) / _FEN, paid.sum(), off.sum()], dtype=np.float64)
    return sums * float(_FEN)


def looked_at(seed: int, *, lift: float = 1.0, with_ladder: bool = False) -> CampaignReview:
    """Return the review of one shop; the same seed is the same shop."""
    dice = np.random.default_rng((seed, 401))
    one, way = shop(Setting("review"), seed), course(dice)
    days = days_of(one, way, one.campaign_ladder if with_ladder else (), dice, lift=lift)
    start = FIRST + timedelta(days=way.history)
    return review_campaign(days, start=start, end=start + timedelta(days=way.campaign - 1))


def told(reviews: list[CampaignReview]) -> str:
    """Return the shares of verdicts."""
    shares = {verdict: sum(one.verdict is verdict for one in reviews) / len(reviews) for verdict in Verdict}
    return ", ".join(f"{verdict.value} {share:.1%}" for verdict, share in shares.items() if share)


def main() -> None:
    """Print what the review says of shops where nothing, little and much changed."""
    for title, lift in (("nothing changed", 1.0), ("a fifth more orders", 1.2), ("half more orders", 1.5)):
        reviews = [looked_at(seed, lift=lift) for seed in range(SHOPS)]
        print(f"{title}: {told(reviews)}")
    held = [
        one.effects[Row.MARGIN].change.low <= 0 <= one.effects[Row.MARGIN].change.high
        for one in (looked_at(seed) for seed in range(SHOPS, 2 * SHOPS))
        if one.effects
    ]
    print(f"80 % intervals that hold no change where nothing changed: {np.mean(held):.1%}")


if __name__ == "__main__":
    main()
