"""A world of another form, in which the order of methods must not turn around.

``python -m benchmarks.bidding.second_world [--seeds FIRST COUNT]``

One place for sale instead of six, sold at the second price against the best of many rivals (log-logistic). Rivals
follow our bids by a quarter of the way. Words, hours and regions drift from week to week, so that the weeks scored
are not those seen; the day differs by quadrant; regions come in tiers; a fourth dimension, audiences, mixes
differently by hour and tier and can't be set by the plan; order values are log-normal with a heavy tail.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.bidding.auction import Floats
from benchmarks.bidding.boards import LEVELS, LOSS, OURS, PROCESSES, SCORING, Planner, ahead, methods, the_planner
from benchmarks.bidding.history import METRICS, History
from benchmarks.bidding.scoring import Plan, limited
from benchmarks.bidding.shares import DAY, PROVINCES, WEEKEND
from benchmarks.bidding.world import HOURS, MARGIN

Counts: TypeAlias = NDArray[np.int64]

WORDS: Final = {"brand": 2, "category": 3, "competitor": 2, "long_tail": 5}
RATES: Final = {"brand": 0.05, "category": 0.02, "competitor": 0.014, "long_tail": 0.028}
SHARES: Final = {"brand": 0.07, "category": 0.55, "competitor": 0.18, "long_tail": 0.20}
PRICES: Final = {"brand": 1.1, "category": 1.3, "competitor": 1.2, "long_tail": 0.9}
AUDIENCES: Final = ((0.70, 0.8), (0.22, 1.3), (0.08, 2.2))
"""Share of searches and value of strangers, visitors and people with something in the cart."""
TIERS: Final = (0.22, 0.0, -0.25)
PAST_WEEKS: Final = 4
AHEAD: Final = 2
FOLLOW: Final = 0.25
SMOOTHNESS: Final = 0.45
"""Of the one auction: how far the best rival's bid scatters, logarithm (scale of the logistic)."""
KEPT: Final = {"word": 0.90, "hour": 0.85, "region": 0.93}
"""What is left of a deviation a week later; new ones come to the same spread."""
CART_RATE: Final = 0.08
CARTS_FOLLOW: Final = 0.6
HEAVY: Final = 0.8  # sd of the logarithm of an order's value


@dataclass(frozen=True, slots=True)
class Week:
    """Orders and carts a click by cell (word, hour, region, audience) in one week."""

    rate: Floats
    carts: Floats


@dataclass(frozen=True, slots=True)
class Shop:
    """Clicks of the only place by cell a week, the rivals' level, order values by word, today's bids, the weeks."""

    clicks: Floats
    mu: Floats
    aov: Floats
    bids: Floats
    quadrants: tuple[str, ...]
    past: tuple[Week, ...]
    ahead: tuple[Week, ...]


def shop(seed: int) -> Shop:
    """Return the shop of a seed."""
    dice = np.random.default_rng((seed, 11))
    quadrants = tuple(name for name, count in WORDS.items() for _ in range(count))
    words, regions = len(quadrants), len(PROVINCES)
    share = np.concatenate([SHARES[name] * dice.dirichlet(np.full(count, 3.0)) for name, count in WORDS.items()])
    traffic = np.concatenate([DAY * WEEKEND.get(day, 1.0) for day in range(7)]) * dice.lognormal(0, 0.1, HOURS)
    people = np.array(list(PROVINCES.values())) * dice.lognormal(0, 0.4, regions)
    tier = dice.choice(len(TIERS), regions, p=(0.3, 0.45, 0.25))
    crowd = _crowd(dice, tier)
    clicks = share[:, None, None] * traffic[:, None] * people
    price = np.array([PRICES[name] for name in quadrants]) * dice.lognormal(0, 0.2, words)
    level = np.array(TIERS)[tier]
    chased = 0.4 * level + 0.18 * dice.standard_normal(regions)
    mu = np.log(price)[:, None, None] + _day(dice, 0.12)[:, None] + chased + dice.normal(0, 0.1, (words, 1, regions))
    weeks = _weeks(dice, quadrants, level)
    return Shop(
        clicks=clicks[..., None] * crowd,
        mu=mu[..., None],
        aov=140 * dice.lognormal(0, 0.2, words),
        bids=np.round(price * 1.05, 2),
        quadrants=quadrants,
        past=tuple(weeks[:PAST_WEEKS]),
        ahead=tuple(weeks[-AHEAD:]),
    )


def _crowd(dice: np.random.Generator, tier: Counts) -> Floats:
    """Return the audiences' shares by hour and region: evenings and rich tiers have more who know the shop."""
    evening = np.tile(np.where((np.arange(24) >= 19) & (np.arange(24) <= 23), 1.0, 0.0), 7)
    known = 0.15 * evening[:, None] - 0.1 * (tier - 1)[None, :] + 0.1 * dice.standard_normal((1, tier.size))
    share = np.array([share for share, _ in AUDIENCES])
    weight = share * np.exp(known[..., None] * np.array([0.0, 1.0, 1.4]))
    return np.asarray(weight / weight.sum(-1, keepdims=True))


def _weeks(dice: np.random.Generator, quadrants: Sequence[str], level: Floats) -> list[Week]:
    words, regions = len(quadrants), level.size
    base = np.log([RATES[name] for name in quadrants])
    days = {name: _day(dice, 0.13) for name in WORDS}
    common = _day(dice, 0.13)
    own = np.stack([days[name] + common for name in quadrants])[:, :, None]
    apart = dice.normal(0, 0.12, (words, 1, regions))
    known = np.log([value for _, value in AUDIENCES])
    state = {"word": dice.normal(0, 0.35, words), "hour": np.zeros(HOURS), "region": dice.normal(0, 0.15, regions)}
    spread = {"word": 0.35, "hour": 0.08, "region": 0.15}
    noise = dice.normal(0, 0.2, (words, 1, 1)) + dice.normal(0, 0.08, (1, 1, regions))
    found = []
    for _ in range(PAST_WEEKS + AHEAD):
        for name, kept in KEPT.items():
            fresh = spread[name] * np.sqrt(1 - kept**2) * dice.standard_normal(state[name].size)
            state[name] = kept * state[name] + fresh
        log_rate = (
            (base + state["word"])[:, None, None] + own + state["hour"][:, None] + level + state["region"] + apart
        )
        rate = np.minimum(np.exp(log_rate)[..., None] * np.exp(known), 0.6)
        carts = np.minimum(CART_RATE * (rate / 0.025) ** CARTS_FOLLOW * np.exp(noise)[..., None], 0.8)
        found.append(Week(rate, carts))
    return found


def _day(dice: np.random.Generator, spread: float) -> Floats:
    """Return a week of one day's profile: three waves of random phase."""
    hours = np.arange(24)
    waves = sum(
        dice.normal() / number * np.cos(2 * np.pi * number * hours / 24 + dice.uniform(0, 2 * np.pi))
        for number in (1, 2, 3)
    )
    return np.asarray(np.tile(spread * np.asarray(waves) * 1.2, 7))


@dataclass(frozen=True, slots=True)
class Bought:
    """Clicks and cost a week by cell."""

    clicks: Floats
    cost: Floats


def bought(one: Shop, log_bid: Floats) -> Bought:
    """Return what bids buy; rivals go along with a quarter of what bids differ from today's.

    The best rival's bid is log-logistic, so the share won is ``F = 1 / (1 + exp(-z / s))``; who wins pays that bid:
    the payment is ``exp(mu)`` times the integral of ``exp(u) dF(u)`` up to ``z``.
    """
    mu = one.mu + FOLLOW * (log_bid - np.log(one.bids)[:, None, None, None])
    won, paid = auction(log_bid - mu)
    return Bought(one.clicks * won, one.clicks * paid * np.exp(mu))


_GRID: Final = np.arange(-9.0, 9.0, 0.01)
_WON: Final = 1 / (1 + np.exp(-_GRID / SMOOTHNESS))
_PAID: Final = np.concatenate([[0.0], np.cumsum(np.exp((_GRID[1:] + _GRID[:-1]) / 2) * np.diff(_WON))])


def auction(z: Floats) -> tuple[Floats, Floats]:
    """Return the share won and the payment, in units of ``exp(mu)``, at ``z``."""
    place = np.clip((z - _GRID[0]) / 0.01, 0.0, _GRID.size - 1.001)
    index = place.astype(np.int32)
    part = place - index
    won, paid = (table[index] + part * (table[index + 1] - table[index]) for table in (_WON, _PAID))
    return won, paid


def history(one: Shop, orders: float, dice: np.random.Generator) -> History:
    """Return the marginal tables of four weeks, with so many searches that they bring ``orders`` on average."""
    week = bought(one, np.log(one.bids)[:, None, None, None])
    mean = sum(float((week.clicks * past.rate).sum()) for past in one.past)
    size = orders / mean
    sums: dict[str, Floats] = {name: np.zeros(one.clicks.shape[:3]) for name in METRICS}
    cpc = week.cost / week.clicks
    for past in one.past:
        clicks = dice.poisson(week.clicks * size)
        sold, carts = dice.binomial(clicks, past.rate), dice.binomial(clicks, past.carts)
        drawn = {
            "impressions": dice.poisson(one.clicks * size * 12),
            "clicks": clicks,
            "cost": clicks * cpc,
            "orders": sold,
            "revenue": _revenue(one, sold, dice),
            "carts": carts,
        }
        for name, values in drawn.items():
            sums[name] += values.sum(-1)
    return _tables(one, sums)


def _revenue(one: Shop, sold: Counts, dice: np.random.Generator) -> Floats:
    """Return the value of orders: each log-normal with mean ``aov``."""
    revenue = np.zeros(sold.shape)
    places = np.repeat(np.arange(sold.size), sold.ravel())
    word = places // int(np.prod(sold.shape[1:]))
    values = one.aov[word] * dice.lognormal(-(HEAVY**2) / 2, HEAVY, places.size)
    np.add.at(revenue.reshape(-1), places, values)
    return revenue


def _tables(one: Shop, sums: dict[str, Floats]) -> History:
    kept = {"keyword": (1, 2), "hour": (0, 2), "region": (0, 1)}
    tables = {name: pd.DataFrame({metric: sums[metric].sum(axes) for metric in METRICS}) for name, axes in kept.items()}
    tables["keyword"]["quadrant"] = list(one.quadrants)
    tables["keyword"]["bid"] = one.bids
    return tables


class Scorer:
    """Scores plans over the weeks ahead at the spend of today's bids."""

    def __init__(self, one: Shop) -> None:
        self.shop = one
        self._value = sum(week.rate for week in one.ahead) / len(one.ahead) * one.aov[:, None, None, None]
        self.spend = float(bought(one, np.log(one.bids)[:, None, None, None]).cost.sum())

    def profit(self, plan: Plan) -> float:
        """Return the profit a week, yuan, of the plan scaled to today's spend."""
        kept = limited(plan)
        bid = np.log(kept.base)[:, None, None] + np.log(kept.hours)[:, None] + np.log(kept.regions)
        bid = bid[..., None]
        low, high, shift = -6.0, 6.0, 0.0
        for _ in range(40):
            found = bought(self.shop, bid + shift)
            gap = float(np.log(found.cost.sum() / self.spend))
            if abs(gap) < 1e-5:
                break
            low, high = (low, shift) if gap > 0 else (shift, high)
            step = shift - gap / 1.5
            shift = step if low < step < high else (low + high) / 2
        return float((MARGIN * found.clicks * self._value - found.cost).sum())

    def truth(self) -> Plan:
        """Return bids by the true values of the weeks ahead."""
        clicks = bought(self.shop, np.log(self.shop.bids)[:, None, None, None]).clicks
        revenue = clicks * self._value
        base = revenue.sum((1, 2, 3)) / clicks.sum((1, 2, 3))
        expected = clicks * base[:, None, None, None]
        hours, regions = (revenue.sum(axes) / expected.sum(axes) for axes in ((0, 2, 3), (0, 1, 3)))
        return Plan(base, hours, regions)


def scores(seed: int, planner: Planner | None = None) -> list[tuple[int, int, str, float, float]]:
    """Return seed, orders, method, share of the true values' profit, and gain by the multipliers alone."""
    one = shop(seed)
    scorer = Scorer(one)
    truth = scorer.truth()
    best = scorer.profit(truth)
    found = []
    for orders in LEVELS:
        tables = history(one, orders, np.random.default_rng((seed, orders, 12)))
        plans = methods(tables, planner or the_planner()) | {"true values": truth}
        base = plans[OURS].base
        ones = np.ones(HOURS), np.ones(len(PROVINCES))
        plain = scorer.profit(Plan(base, *ones))
        for name, plan in plans.items():
            alone = scorer.profit(Plan(base, plan.hours, plan.regions)) / plain - 1
            found.append((seed, orders, name, scorer.profit(plan) / best, alone))
    return found


def run(seeds: Sequence[int], planner: Planner | None = None) -> pd.DataFrame:
    """Return the scores of all seeds, over at most two processes."""
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=os.nice, initargs=(10,)) as pool:
        rows = [row for many in pool.map(partial(scores, planner=planner), seeds) for row in many]
    return pd.DataFrame(rows, columns=["seed", "orders", "method", "share", "gain"])


def report(found: pd.DataFrame) -> Iterator[str]:
    """Yield both boards, and where a rival is ahead."""
    levels = found["orders"].unique()
    yield f"{'share of the profit of true values | multipliers':52}" + "".join(f"{n:>32}" for n in levels)
    for method, rows in found.groupby("method", sort=False):
        cells = []
        for _, cell in rows.groupby("orders"):
            share, gain = cell["share"].to_numpy(), cell["gain"].to_numpy()
            half = 1.96 * share.std(ddof=1) / np.sqrt(share.size)
            cells.append(f"{share.mean():.3f} ± {half:.3f} | {gain.mean():+.1%} [{(gain < LOSS).mean():.2f}]")
        yield f"{method!s:52}" + "".join(f"{cell:>32}" for cell in cells)
    yield from ahead(found)


def main() -> None:
    """Print both boards."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bidding.second_world", description=__doc__)
    parser.add_argument("--seeds", nargs=2, type=int, default=(SCORING.start, len(SCORING)), metavar=("FIRST", "COUNT"))
    first, count = parser.parse_args().seeds
    for line in report(run(range(first, first + count))):
        print(line, flush=True)


if __name__ == "__main__":
    main()
