"""Where a plan falls short of the best: what it gains when a part of what it estimates is replaced by the truth.

``python -m benchmarks.bidding.losses [--seeds FIRST COUNT] [--market ordinary]``
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from benchmarks.bidding.auction import MARKETS, Floats
from benchmarks.bidding.boards import LEVELS, TUNING, Planner, Setting, asked, the_planner
from benchmarks.bidding.history import draw
from benchmarks.bidding.oracle import best_structured, true_values
from benchmarks.bidding.scoring import Plan, Scorer
from benchmarks.bidding.world import QUADRANTS, World, flow, sized


def exchanged(shop: World, ours: Plan, best: Plan) -> dict[str, Plan]:
    """Return our plan with parts of it made true, and the true plan with parts of it made ours."""
    true = true_values(shop)
    rate, worth = _word_truths(shop)
    guess = ours.base / worth
    quadrant = np.array(QUADRANTS)
    level = np.zeros_like(guess)
    for name in set(QUADRANTS):
        inside = quadrant == name
        level[inside] = np.exp(np.log(rate[inside]).mean() - np.log(guess[inside]).mean())
    day = np.tile(true.hours.reshape(7, 24).mean(0), 7)
    return {
        "ours": ours,
        "ours, words true": replace(ours, base=true.base),
        "ours, words of the best plan": replace(ours, base=best.base),
        "ours, each quadrant's level true": replace(ours, base=ours.base * level),
        "ours, hours true": replace(ours, hours=true.hours),
        "ours, hours true as one day": replace(ours, hours=day),
        "ours, regions true": replace(ours, regions=true.regions),
        "ours, hours and regions true": replace(true, base=ours.base),
        "ours, hours and regions off": replace(ours, hours=np.ones_like(day), regions=np.ones_like(ours.regions)),
        "true values": true,
        "true values, words of the best plan": replace(true, base=best.base),
        "true values, hours of the best plan": replace(true, hours=best.hours),
        "true values, regions of the best plan": replace(true, regions=best.regions),
        "best plan": best,
    }


def losses(setting: Setting, seeds: range, planner: Planner | None = None) -> pd.DataFrame:
    """Return the share of the best plan's profit by seed, orders and what was exchanged."""
    rows = []
    for seed in seeds:
        shop = sized(setting.shop(seed), 100.0)
        scorer = Scorer(shop)
        best, outcome = best_structured(scorer)
        for orders in setting.levels:
            dice = np.random.default_rng((seed, orders, MARKETS.index(setting.market), round(setting.signal * 10)))
            ours = asked(planner or the_planner(), draw(sized(shop, orders), dice), gate=True)
            for name, plan in exchanged(shop, ours, best).items():
                rows.append((seed, orders, name, scorer.score(plan).profit / outcome.profit))
    return pd.DataFrame(rows, columns=["seed", "orders", "plan", "share"])


def report(setting: Setting, seeds: range, planner: Planner | None = None) -> Iterator[str]:
    """Yield the table of means."""
    found = losses(setting, seeds, planner)
    yield f"{setting.market.name} market, seeds {seeds[0]} to {seeds[-1]}: share of the best plan's profit"
    yield f"{'orders in 28 days':42}" + "".join(f"{orders:>9}" for orders in setting.levels)
    for name, rows in found.groupby("plan", sort=False):
        yield f"{name:42}" + "".join(f"{mean:9.3f}" for mean in rows.groupby("orders")["share"].mean())


def _word_truths(shop: World) -> tuple[Floats, Floats]:
    """Return the orders a click and the yuan an order of each word under today's bids."""
    clicks = flow(shop, np.log(shop.bids)[:, None, None]).clicks
    orders, revenue = clicks * shop.cvr, clicks * shop.revenue
    return orders.sum((1, 2)) / clicks.sum((1, 2)), revenue.sum((1, 2)) / orders.sum((1, 2))


def main() -> None:
    """Print the table of one market."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bidding.losses", description=__doc__)
    parser.add_argument("--seeds", nargs=2, type=int, default=(TUNING.start, len(TUNING)), metavar=("FIRST", "COUNT"))
    parser.add_argument("--market", choices=[market.name for market in MARKETS], default="ordinary")
    given = parser.parse_args()
    market = next(market for market in MARKETS if market.name == given.market)
    for line in report(Setting(market, levels=LEVELS), range(given.seeds[0], sum(given.seeds))):
        print(line, flush=True)


if __name__ == "__main__":
    main()
