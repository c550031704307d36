"""Whether forecasts keep what they promise: how often the 80 % ranges hold what comes, and the quoted chances.

``python -m benchmarks.bidding.coverage [--seeds FIRST COUNT]``: each shop gets the product's plan, and the 14 days
after are drawn from the truth under that plan.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.bidding.auction import MARKETS
from benchmarks.bidding.boards import PROCESSES, SCORING, Setting
from benchmarks.bidding.history import draw, drawn
from benchmarks.bidding.product import FEN, daily_volume, elasticity_of, history_of, plan_of, today
from benchmarks.bidding.scoring import Plan
from benchmarks.bidding.world import HOURS, MARGIN, World, flow, log_bids, sized
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import History
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.ground import prepare
from shopdesk.domain.bidding.forecast.model import Metric
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.settings import Settings

DAYS: Final = 14
PLATFORM: Final = "google_ads"  # has a lever for each dimension
PLANS: Final = ("unchanged", "proposed", "unlocked", "all bids +20 %", "at random ±20 %")


@dataclass(frozen=True, slots=True)
class Held:
    """One forecast against what came: metric (or the expected gain), whether its range holds it, and where it lies."""

    world: str
    orders: int
    seed: int
    plan: str
    metric: str
    held: bool
    below: bool
    ratio: float
    chance: float
    better: bool


def held(setting: Setting, seed: int) -> list[Held]:
    """Return every forecast of one seed's shop at each size."""
    shop = setting.shop(seed)
    return [one for orders in setting.levels for one in _shop(setting, seed, orders, sized(shop, orders))]


def run(settings: Sequence[Setting], seeds: Sequence[int]) -> pd.DataFrame:
    """Return the forecasts of all shops, over at most two processes."""
    tasks = [(setting, seed) for setting in settings for seed in seeds]
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=os.nice, initargs=(10,)) as pool:
        found = [one for many in pool.map(_task, tasks, chunksize=2) for one in many]
    return pd.DataFrame([{name: getattr(one, name) for name in Held.__slots__} for one in found])


def report(found: pd.DataFrame) -> Iterator[str]:
    """Yield coverage by market, plan, size and metric, then how true the quoted chances are."""
    ranges = found[found.metric != "gain"]
    metrics = [metric.value for metric in Metric]
    yield f"{'80 % ranges hold what comes':72}" + "".join(f"{name:>9}" for name in [*metrics, "all", "gain"])
    title = found["world"] + ", " + found["plan"] + ", " + found["orders"].astype(str) + " orders"
    for name, rows in found.groupby(title, sort=False):
        shares = [rows[rows.metric == metric]["held"].mean() for metric in metrics]
        shares += [rows[rows.metric != "gain"]["held"].mean(), rows[rows.metric == "gain"]["held"].mean()]
        yield f"{name!s:72}" + "".join(f"{share:9.1%}" for share in shares)
    for plan, rows in ranges.groupby("plan", sort=False):
        yield f"{plan}: {rows['held'].mean():.1%} held, {rows['below'].mean():.1%} below the range"
    yield from _chances(found[found.metric == "gain"])


def _chances(gains: pd.DataFrame) -> Iterator[str]:
    for plan, rows in gains.groupby("plan", sort=False):
        if plan == PLANS[0]:
            continue
        for low in (0.0, 0.2, 0.4, 0.6, 0.8, 0.95):
            high = {0.8: 0.95, 0.95: 1.01}.get(low, low + 0.2)
            inside = rows[(rows.chance >= low) & (rows.chance < high)]
            if len(inside):
                said, came = inside["chance"].mean(), inside["better"].mean()
                yield f"{plan}: chance of a gain said {said:.0%}, came true {came:.0%} ({len(inside)} forecasts)"


def _shop(setting: Setting, seed: int, orders: int, shop: World) -> list[Held]:
    dice = np.random.default_rng((seed, orders, MARKETS.index(setting.market), 77))
    history = history_of(draw(shop, dice))
    now, model, elasticity = today(history), estimate(history), elasticity_of(history)
    ground = prepare(model, history, reference=now, elasticity=elasticity, volume=daily_volume(history, dice))
    settings, profile = Settings(MARGIN), profile_of(PLATFORM)
    plans = {"unchanged": now, "all bids +20 %": replace(now, bids={n: round(b * 1.2) for n, b in now.bids.items()})}
    for name, chosen in (("proposed", settings), ("unlocked", replace(settings, unlocked=True))):
        found = propose(
            model, history, chosen, profile, now=now, is_smart=False, slots_per_hour=1, elasticity=elasticity.spend
        )
        plans[name] = replace(found.levers, bids={**now.bids, **found.levers.bids})
    plans[PLANS[-1]] = _at_random(now, history, dice)
    before = _expected(shop, plan_of(now, history))
    rows = []
    for name in PLANS:
        told = foresee(ground, settings, now=now, new=plans[name], days=DAYS)
        came = _came(shop, plan_of(plans[name], history), dice)
        gain = _expected(shop, plan_of(plans[name], history)) - before
        key = (setting.title, orders, seed, name)
        for metric, span in told.new.items():
            if np.isfinite(came[metric]):
                value = came[metric]
                ratio = value / span.median if span.median else np.nan
                rows.append(
                    Held(*key, metric.value, span.low <= value <= span.high, value < span.low, ratio, 0.0, False)
                )
        if told.gain is not None and told.chance is not None:
            inside = told.gain.low - 1 <= gain <= told.gain.high + 1  # a fen: unchanged gains exactly nothing
            ratio = (gain - told.gain.median) / max(told.unchanged[Metric.SPEND].median, 1)
            rows.append(Held(*key, "gain", inside, gain < told.gain.low, ratio, told.chance, gain > 0))
    return rows


def _at_random(now: Levers, history: History, dice: np.random.Generator) -> Levers:
    """Return what an operator without a plan might set."""
    names = history.regions.names if history.regions else ()
    return replace(
        now,
        bids={name: round(bid * dice.uniform(0.8, 1.2)) for name, bid in now.bids.items()},
        hours=tuple(dice.integers(80, 121, HOURS).tolist()),
        regions=dict(zip(names, dice.integers(80, 121, len(names)).tolist(), strict=True)),
    )


def _expected(shop: World, plan: Plan) -> float:
    """Return the expected profit of the days ahead in fen."""
    week = flow(shop, log_bids(plan.base, plan.hours, plan.regions))
    return float((MARGIN * week.clicks * shop.revenue - week.cost).sum()) * FEN * DAYS / 7


def _came(shop: World, plan: Plan, dice: np.random.Generator) -> dict[Metric, float]:
    """Return what one fortnight under a plan brings, money in fen; NaN where it can't be said."""
    week = flow(shop, log_bids(plan.base, plan.hours, plan.regions))
    cells = drawn(shop, week, dice, weeks=DAYS / 7)
    clicks, cost, orders, revenue = (float(cells[name].sum()) for name in ("clicks", "cost", "orders", "revenue"))
    return {
        Metric.SPEND: cost * FEN,
        Metric.CLICKS: clicks,
        Metric.CPC: cost * FEN / clicks if clicks else np.nan,
        Metric.ORDERS: orders,
        Metric.REVENUE: revenue * FEN,
        Metric.ROI: revenue / cost if cost else np.nan,
        Metric.PROFIT: (MARGIN * revenue - cost) * FEN,
    }


def _task(task: tuple[Setting, int]) -> list[Held]:
    return held(*task)


def main() -> None:
    """Print coverage in all markets."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bidding.coverage", description=__doc__)
    parser.add_argument("--seeds", nargs=2, type=int, default=(SCORING.start, len(SCORING)), metavar=("FIRST", "COUNT"))
    first, count = parser.parse_args().seeds
    settings = [Setting(market, sensible=sensible) for sensible in (False, True) for market in MARKETS]
    for line in report(run(settings, range(first, first + count))):
        print(line, flush=True)


if __name__ == "__main__":
    main()
