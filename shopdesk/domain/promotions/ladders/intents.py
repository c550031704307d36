"""What orders would be worth without any ladder: the ground of every forecast, in cells that no threshold cuts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.draws import DRAWS, Floats

MOST_CELLS: Final = 96
_TOP_SHARE: Final = 0.985
_MOST_FEN: Final = 2.0**53
_TAIL_GROWTH: Final = 1.3
_LEAST_DAYS: Final = 10
"""Fewer days than this say nothing of how days differ: then orders are drawn."""
_STEPS: Final = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Cells:
    """Orders by value: lower edge and mean value (fen) and number of each cell, and the coarse cell that holds it."""

    start: Floats
    value: Floats
    orders: Floats
    coarse: npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Intents:
    """Ascending positive values (fen) with running sums of their weights; ``ratios`` (draws × coarse cells) are
    the orders of a cell in a bootstrap of the period against those seen.
    """

    values: Floats
    edges: Floats  # of the coarse cells, from 0 to above the highest value
    running_orders: Floats  # n + 1
    running_value: Floats
    ratios: Floats

    @property
    def orders(self) -> float:
        """Number of orders; with a fraction where an old ladder was taken out."""
        return float(self.running_orders[-1])

    @property
    def value(self) -> float:
        """Sum of the values in fen."""
        return float(self.running_value[-1])

    def cells(self, thresholds: Sequence[int] = ()) -> Cells:
        """Return the cells that hold an order, cut at the thresholds (fen)."""
        edges = np.union1d(self.edges, np.asarray(thresholds, dtype=np.float64)) if thresholds else self.edges
        place = np.searchsorted(self.values, edges, side="left")
        orders = np.diff(self.running_orders[place])
        held = orders > 0
        value = np.diff(self.running_value[place])[held] / orders[held]
        coarse = np.searchsorted(self.edges, edges[:-1][held], side="right") - 1
        return Cells(edges[:-1][held], value, orders[held], coarse)


def can_be_worth(values: Floats) -> npt.NDArray[np.bool_]:
    """Return which values (fen) an order can have: above 0 and no more than a float counts in whole fen."""
    worth: npt.NDArray[np.bool_] = (values > 0) & (values <= _MOST_FEN)
    return worth


def intents_of(
    values: npt.NDArray[np.int64] | Floats,
    *,
    days: npt.NDArray[np.datetime64] | None = None,
    weights: Floats | None = None,
    seed: int = 1,
    draws: int = DRAWS,
) -> Intents:
    """Return the intents of orders with these values in fen; what isn't above 0, or too much to count, is left out.

    Bootstrapped by whole days where ``days`` (one an order) hold enough of them, else by orders.
    """
    raw = np.asarray(values, dtype=np.float64)
    kept = can_be_worth(raw)
    order = np.argsort(raw[kept], kind="stable")
    sorted_values = raw[kept][order]
    weight = np.ones(len(sorted_values)) if weights is None else np.asarray(weights, dtype=np.float64)[kept][order]
    edges = coarse_edges(sorted_values)
    own_days = None if days is None else days[kept][order]
    return Intents(
        sorted_values,
        edges,
        np.concatenate([[0.0], np.cumsum(weight)]),
        np.concatenate([[0.0], np.cumsum(weight * sorted_values)]),
        _ratios(sorted_values, edges, own_days, draws, np.random.default_rng(seed)),
    )


def coarse_edges(values: Floats) -> Floats:
    """Return edges of even cells up to what 98.5 % of the ascending values stay below, then ever wider ones."""
    if not len(values):
        return np.array([0.0, 100.0])
    top, highest = float(np.quantile(values, _TOP_SHARE)), float(values[-1])
    width = next((step for step in _STEPS if top / step <= MOST_CELLS), top / MOST_CELLS)
    even = np.arange(0.0, (np.ceil(top / width) + 1) * width, width)
    tail, edge = [], even[-1]
    while edge <= highest:
        edge = max(edge * _TAIL_GROWTH, edge + width)
        tail.append(edge)
    return np.concatenate([even, tail])


def _ratios(
    values: Floats,
    edges: Floats,
    days: npt.NDArray[np.datetime64] | None,
    draws: int,
    dice: np.random.Generator,
) -> Floats:
    cell = np.searchsorted(edges, values, side="right") - 1
    seen = np.bincount(cell, minlength=len(edges) - 1).astype(np.float64)
    if not len(values):
        return np.ones((draws, len(seen)))
    names = None if days is None else np.unique(days[~np.isnat(days)])
    if days is None or names is None or len(names) < _LEAST_DAYS:
        drawn = dice.multinomial(len(values), seen / seen.sum(), size=draws).astype(np.float64)
    else:
        by_day = np.zeros((len(names), len(seen)))
        known = ~np.isnat(days)
        np.add.at(by_day, (np.searchsorted(names, days[known]), cell[known]), 1.0)
        drawn = dice.multinomial(len(names), np.full(len(names), 1 / len(names)), size=draws) @ by_day
        drawn *= len(values) / np.maximum(drawn.sum(axis=1, keepdims=True), 1.0)
    return np.where(seen > 0, drawn / np.maximum(seen, 1.0), 1.0)
