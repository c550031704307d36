"""What the shop's reports say after four weeks under today's bids: the only thing in the simulation left to chance."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import pandas as pd

from benchmarks.bidding.auction import Floats
from benchmarks.bidding.shares import PROVINCES
from benchmarks.bidding.world import HOURS, QUADRANTS, VALUE_CV, WEEKS, Flow, World, flow

History: TypeAlias = dict[str, pd.DataFrame]

METRICS: Final = ("impressions", "clicks", "cost", "orders", "revenue", "carts")
NAMES: Final[dict[str, list[str]]] = {
    "keyword": [f"word {number:02}" for number in range(len(QUADRANTS))],
    "hour": [f"{slot // 24 + 1} {slot % 24:02}" for slot in range(HOURS)],
    "region": list(PROVINCES),
}


def draw(world: World, dice: np.random.Generator, *, weeks: float = WEEKS) -> History:
    """Return the marginal tables of ``keyword`` (with quadrant and bid), ``hour`` (Monday 00:00 first), ``region``."""
    return tables_of(world, drawn(world, flow(world, np.log(world.bids)[:, None, None]), dice, weeks=weeks))


def drawn(world: World, week: Flow, dice: np.random.Generator, *, weeks: float) -> dict[str, Floats]:
    """Return what chance makes of an average week: each metric by cell; money in yuan."""
    clicks = dice.poisson(week.clicks * weeks)
    cpc = week.cost / np.maximum(week.clicks, 1e-12)
    orders, carts = dice.binomial(clicks, world.cvr), dice.binomial(clicks, world.carts)
    shape = 1 / VALUE_CV**2
    return {
        "impressions": clicks + dice.poisson(np.maximum(week.impressions - week.clicks, 0.0) * weeks).astype(float),
        "clicks": clicks.astype(float),
        "cost": np.round(clicks * cpc, 2),
        "orders": orders.astype(float),
        "revenue": np.round(dice.gamma(np.maximum(shape * orders, 1e-9)) / shape * world.aov * (orders > 0), 2),
        "carts": carts.astype(float),
    }


def tables_of(world: World, cells: dict[str, Floats]) -> History:
    """Return the three marginal tables of metrics by cell."""
    kept = {"keyword": (1, 2), "hour": (0, 2), "region": (0, 1)}
    history = {
        name: pd.DataFrame({metric: cells[metric].sum(axes) for metric in METRICS}, index=NAMES[name])
        for name, axes in kept.items()
    }
    history["keyword"]["quadrant"] = list(QUADRANTS)
    history["keyword"]["bid"] = world.bids
    return history
