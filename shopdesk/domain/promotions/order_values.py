"""What orders were worth before order-level offers: the ground that a ladder of thresholds stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.replay.book import Fen, OrderBook, PriceBasis
from shopdesk.domain.promotions.replay.rebuild import rebuild

Basis = PriceBasis


@dataclass(frozen=True, slots=True)
class OrderValues:
    """Values of paid orders in fen, ascending; ``left_out`` orders weren't paid or have no value."""

    values: Fen
    basis: Basis
    first: date | None
    last: date | None
    left_out: int

    @property
    def count(self) -> int:
        """Number of orders."""
        return len(self.values)

    @property
    def mean(self) -> float | None:
        """Mean value in fen, None without orders."""
        return float(self.values.mean()) if self.count else None

    @property
    def median(self) -> float | None:
        """Median value in fen, None without orders."""
        return float(np.median(self.values)) if self.count else None


@dataclass(frozen=True, slots=True)
class StepReach:
    """What a step of a ladder meets today: orders at or above it (and below the next), and close below it.

    ``cost`` is what the step would give to orders that are there already, fen.
    """

    minimum: int
    reached: int
    at_step: int
    near: int
    cost: int


def order_values(orders: pd.DataFrame, lines: pd.DataFrame, period: Period | None) -> OrderValues:
    """Return the value of each paid order after item-level and before order-level offers, from frames of the files."""
    return values_of(rebuild(orders, lines, period=period))


def values_of(book: OrderBook) -> OrderValues:
    """Return the values of the orders of a book."""
    return sorted_values(book, book.values())


def sorted_values(book: OrderBook, values: Fen) -> OrderValues:
    """Return other values of the orders of a book, e.g. after the item-level offers in use."""
    days = book.day[~np.isnat(book.day)]
    first, last = (days.min().item(), days.max().item()) if len(days) else (None, None)
    return OrderValues(np.sort(values), book.basis, first, last, book.left_out)


def histogram(values: Fen, *, width: int, top: int) -> tuple[Fen, Fen]:
    """Return the left edges (fen) and the counts of bins; the last bin holds everything from ``top`` on."""
    edges = np.arange(0, top + width, width, dtype=np.int64)
    counts = np.bincount(np.minimum(values, top) // width, minlength=len(edges))[: len(edges)]
    return edges, counts.astype(np.int64)


def bins_for(values: Fen) -> tuple[int, int]:
    """Return a bin width and the start of the open last bin in fen: round figures that show 98 % of the orders."""
    if not len(values):
        return 1000, 30_000
    top = float(np.quantile(values, 0.98))
    steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000]
    width = next((step for step in steps if top / step <= 34), 0) or 10 ** len(str(int(top / 34)))
    return width, max(width, int(np.ceil(top / width)) * width)


def reach(values: Fen, steps: Sequence[tuple[int, int]], *, near: int) -> list[StepReach]:
    """Return what each (minimum, amount off) in rising order meets among ascending values; ``near`` in fen."""
    result = []
    minima = [minimum for minimum, _ in steps]
    for place, (minimum, off) in enumerate(steps):
        above = _from(values, minimum)
        next_above = _from(values, minima[place + 1]) if place + 1 < len(steps) else 0
        close = _from(values, max(0, minimum - near)) - above
        result.append(StepReach(minimum, above, above - next_above, close, off * (above - next_above)))
    return result


def _from(values: Fen, minimum: int) -> int:
    return int(len(values) - np.searchsorted(values, minimum, side="left"))
