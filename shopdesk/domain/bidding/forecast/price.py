"""What a click is to cost in the days ahead, and how sure that is: prices wander, and clicks of other prices come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Cells, History

if TYPE_CHECKING:
    from shopdesk.domain.bidding.forecast.ground import Volume

PRICE_SPREAD: Final = 0.02
"""What the price of a click wanders in a fortnight, relative, before its days are looked at."""
PRICE_DAYS: Final = 7
PRICE_BELIEF: Final = 1
"""How many moves from week to week count as much as ``PRICE_SPREAD``: as one of them."""
PRICE_STEPS: Final = 2
"""Variance of a fortnight's move against that of a week's: prices wander."""


def price(volume: Volume) -> float:
    """Return the price of a click in fen: of the last four weeks where they are known by day."""
    recent = slice(-28, None)
    clicks = float(volume.daily_clicks[recent].sum())
    if clicks >= 30:
        return float(volume.daily_cost[recent].sum()) / clicks
    return volume.cost / volume.clicks


def price_spread(volume: Volume, history: History, *, ahead: int) -> float:
    """Return the relative sd of the price of a click in the days ahead: what it wanders, and which clicks come.

    It wanders as its moves from week to week tell, less what these owe to other clicks. ``ahead`` in days.
    """
    mixed = _mixed(history)  # variance of the price between single clicks
    runs = volume.daily_clicks.size // PRICE_DAYS
    cost, clicks = (
        values[values.size - runs * PRICE_DAYS :].reshape(runs, PRICE_DAYS).sum(axis=1)
        for values in (volume.daily_cost, volume.daily_clicks)
    )
    known = (clicks >= PRICE_DAYS) & (cost > 0)
    moves = np.diff(np.log(cost[known] / clicks[known])) if known.sum() > 1 else np.zeros(0)
    chance = mixed * (1 / clicks[known][1:] + 1 / clicks[known][:-1]) if moves.size else np.zeros(0)
    wandered = PRICE_STEPS * max(float((moves**2 - chance).sum()), 0.0)
    wander = (PRICE_BELIEF * PRICE_SPREAD**2 + wandered) / (PRICE_BELIEF + moves.size)
    coming = volume.clicks / volume.days * ahead
    return float(np.sqrt(wander + mixed * (1 / max(volume.clicks, 1.0) + 1 / max(coming, 1.0))))


def _mixed(history: History) -> float:
    """Return the variance of the price between single clicks, relative, from the table whose cells differ most."""
    tables = (history.words.cells if history.words else None, history.hours, history.regions, history.audiences)
    return max((_unlike(cells) for cells in tables if cells is not None), default=0.0)


def _unlike(cells: Cells) -> float:
    known = (cells.clicks > 0) & np.isfinite(cells.cost)
    clicks, cost = cells.clicks[known], cells.cost[known]
    if not cost.sum() > 0:
        return 0.0
    price = cost / clicks * (clicks.sum() / cost.sum())
    return float(clicks @ (price - 1) ** 2 / clicks.sum())
