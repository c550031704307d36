"""Whether the review of a bid plan is honest: how often it sees what isn't there, and how often what is (seeded).

Invented shops: a plan and three others over 112 days, a season that all share, drifts of their own, days that scatter
more than chance (variance twice the mean), order values with a CV of .6, conversion that moves with season and drift.
The change comes after day 98; 14 days are held against the 14 before. Reported per number of orders in a fortnight:
"better" and "worse" where nothing was changed (A/A), how often a true +20 % and +40 % of conversion is called better,
and how often the 80 % interval of ROI holds the truth. Beside it the usual reading: "ROI rose, so it worked".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benchmarks.measuring import Line
from shopdesk.app.bidding.assumptions import BiddingAssumptions
from shopdesk.app.bidding.review import targets_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.review.change import ReviewMetric
from shopdesk.domain.bidding.review.days import DayRows
from shopdesk.domain.bidding.review.review import Review, Verdict, review

START = date(2026, 1, 5)
DAYS = 112
CHANGE = 97
WEEK = np.array([0.0, 0.0, 0.0, 0.02, 0.06, 0.14, 0.12])
CVR, CPC, VALUE, MARGIN = 0.04, 150.0, 9_000.0, 0.45
SIZES = (30, 120, 500, 2_000)
SEED = 40_000


@dataclass(frozen=True)
class World:
    """How restless a shop is: steps a day of season and drift (log volume), the same of conversion, and bunching."""

    season: float = 0.015
    drift: float = 0.006
    season_rate: float = 0.008
    drift_rate: float = 0.004
    dispersion: float = 2.0
    day_rate: float = 0.10


CALM = World(season=0.004, drift=0.002, season_rate=0.002, drift_rate=0.001, dispersion=1.0, day_rate=0.0)
USUAL = World()
RESTLESS = World(season=0.03, drift=0.015, season_rate=0.016, drift_rate=0.010, dispersion=3.0, day_rate=0.2)
WORLDS = {"calm": CALM, "usual": USUAL, "restless": RESTLESS}


def shop(draw: np.random.Generator, world: World, orders: float, *, lift: float) -> list[DayRows]:
    """Return the days of the plan (first) and of three others, ``orders`` a fortnight of the plan."""
    season = np.cumsum(draw.normal(0, world.season, DAYS))
    rate = np.cumsum(draw.normal(0, world.season_rate, DAYS)) + draw.normal(0, world.day_rate / 2, DAYS)
    days = tuple(START + timedelta(days=n) for n in range(DAYS))
    made = []
    for place in range(4):
        level = orders / 14 / CVR * (1.0 if place == 0 else float(np.exp(draw.normal(0, 0.6))))
        volume = level * np.exp(WEEK[np.arange(DAYS) % 7] + season + np.cumsum(draw.normal(0, world.drift, DAYS)))
        clicks = _counts(draw, volume, world.dispersion)
        cvr = CVR * np.exp(
            rate + np.cumsum(draw.normal(0, world.drift_rate, DAYS)) + draw.normal(0, world.day_rate, DAYS)
        )
        if place == 0:
            cvr[CHANGE + 1 :] *= 1 + lift
        sold = draw.binomial(clicks.astype(int), np.minimum(cvr, 1.0)).astype(float)
        revenue = np.where(sold > 0, draw.gamma(np.maximum(sold, 1) / 0.36, VALUE * 0.36), 0.0)
        price = CPC * np.exp(np.cumsum(draw.normal(0, 0.004, DAYS)) + draw.normal(0, 0.05, DAYS))
        values = {
            "impressions": draw.poisson(clicks / 0.03).astype(float) + clicks,
            "clicks": clicks,
            "cost": np.round(clicks * price),
            "orders": sold,
            "revenue": np.round(revenue),
        }
        made.append(DayRows("plan" if place == 0 else f"other {place}", days, values))
    return made


def reviewed(seed: int, world: World, orders: float, *, lift: float, controlled: bool = True) -> Review:
    """Return the review of one invented shop."""
    own, *others = shop(np.random.default_rng(seed), world, orders, lift=lift)
    return review(
        own,
        others if controlled else [],
        taken_on=START + timedelta(days=CHANGE),
        mature_until=own.days[-1],
        margin=MARGIN,
        promised={},
        promised_days=14,
        targets=targets_of(BiddingAssumptions()),
    )


def rates(world: World, orders: float, *, lift: float, rounds: int, controlled: bool = True) -> tuple[float, ...]:
    """Return shares: called better, called worse, interval of ROI holds the truth, ROI rose at all."""
    better = worse = held = rose = known = 0
    for number in range(rounds):
        found = reviewed(SEED + number, world, orders, lift=lift, controlled=controlled)
        better += found.verdict is Verdict.BETTER
        worse += found.verdict is Verdict.WORSE
        roi = (found.changes or {}).get(ReviewMetric.ROI)
        if roi is not None and roi.effect is not None:
            known += 1
            held += roi.effect.low <= lift <= roi.effect.high
            rose += (roi.after or 0.0) > (roi.before or 0.0)
    return better / rounds, worse / rounds, held / max(known, 1), rose / max(known, 1)


def measure(*, quick: bool) -> Iterator[Line]:
    """Return the rates by kind of shop and number of orders; beside a false "better": how often ROI rose at all."""
    rounds = 20 if quick else 400
    for name, world in WORLDS.items():
        for orders in SIZES:
            where = f"review, {name} shop, {orders} orders a fortnight"
            better, worse, held, rose = (100 * share for share in rates(world, orders, lift=0.0, rounds=rounds))
            yield Line(f"{where}: nothing changed, called better", better, "%", "ROI rose", rose)
            yield Line(f"{where}: nothing changed, called worse", worse, "%")
            yield Line(f"{where}: 80 % interval of ROI holds the truth", held, "%")
            for lift in (0.2, 0.4):
                found = rates(world, orders, lift=lift, rounds=rounds)[0]
                yield Line(f"{where}: true +{lift:.0%} called better", 100 * found, "%")


def _counts(draw: np.random.Generator, mean: Floats, dispersion: float) -> Floats:
    if dispersion <= 1:
        return draw.poisson(mean).astype(float)
    return draw.poisson(draw.gamma(mean / (dispersion - 1), dispersion - 1)).astype(float)
