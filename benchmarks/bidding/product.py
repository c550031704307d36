"""A simulated shop's reports in the product's own shapes, and a set of levers back in the simulator's."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.bidding.auction import Floats
from benchmarks.bidding.history import History as Tables
from benchmarks.bidding.scoring import Plan
from benchmarks.bidding.world import HOURS, WEEKS
from shopdesk.domain.bidding.estimate.history import Cells, History, Words
from shopdesk.domain.bidding.forecast.elasticity import Elasticity, learn
from shopdesk.domain.bidding.forecast.ground import Volume
from shopdesk.domain.bidding.levers import Levers

FEN: Final = 100
LAST: Final = date(2026, 6, 21)  # a Sunday: the weeks of the simulation begin on Monday
LEAST_CLICKS: Final = 10


def history_of(tables: Tables) -> History:
    """Return the reports as the estimate takes them, money in fen."""
    words = tables["keyword"]
    bids = np.asarray(words["bid"].to_numpy(dtype=float) * FEN)
    return History(
        words=Words(_cells(words), tuple(words["quadrant"]), bids),
        hours=_cells(tables["hour"]),
        regions=_cells(tables["region"]),
        audiences=_cells(tables["audience"]) if "audience" in tables else None,
        weeks=WEEKS,
    )


def today(history: History) -> Levers:
    """Return today's bids, everything else at 100 %."""
    if history.words is None:
        return Levers(hours=(100,) * HOURS)
    bids = {name: round(bid) for name, bid in zip(history.words.cells.names, history.words.bids, strict=True)}
    return Levers(bids=bids, hours=(100,) * HOURS)


def daily_volume(history: History, dice: np.random.Generator) -> Volume:
    """Return the days that add up to the reports: clicks that are Poisson fall on equal weekdays evenly."""
    if history.hours is None:
        raise ValueError("no hours")
    weekdays = history.hours.clicks.reshape(7, 24).sum(axis=1).astype(int)
    weeks = round(history.weeks)
    days = np.stack([dice.multinomial(count, np.full(weeks, 1 / weeks)) for count in weekdays], axis=1).ravel()
    cost, clicks = float(history.hours.cost.sum()), float(history.hours.clicks.sum())
    return Volume(
        cost=cost,
        clicks=clicks,
        days=history.weeks * 7,
        daily_cost=days * cost / clicks if clicks else days * 0.0,
        daily_clicks=days.astype(float),
        last=LAST,
    )


def elasticity_of(history: History) -> Elasticity:
    """Return what the prices of clicks against the bids say of the market, as the study does."""
    prior = Elasticity(1.9, 0.7, 0.9)
    if history.words is None:
        return prior
    cells = history.words.cells
    prices = cells.cost / np.where(cells.clicks >= LEAST_CLICKS, cells.clicks, np.nan)
    return learn(prior, bids=history.words.bids, prices=prices, spend=cells.cost)


def plan_of(levers: Levers, history: History) -> Plan:
    """Return levers as bids in yuan and multipliers, in the order of the reports."""
    if history.words is None or history.regions is None:
        raise ValueError("no words or regions")
    bids = [levers.bids[name] / FEN for name in history.words.cells.names]
    regions = [levers.regions.get(name, 100) / 100 for name in history.regions.names]
    hours = np.array(levers.hours or (100,) * HOURS, dtype=float) / 100
    return Plan(np.maximum(bids, 0.01), np.maximum(hours, 1e-3), np.maximum(regions, 1e-3))


def _cells(table: pd.DataFrame) -> Cells:
    def column(name: str, scale: float = 1.0) -> Floats:
        return np.asarray(table[name].to_numpy(dtype=float) * scale)

    return Cells(
        tuple(str(name) for name in table.index),
        column("impressions"),
        column("clicks"),
        column("cost", FEN),
        column("orders"),
        column("revenue", FEN),
        column("carts"),
    )
