"""What orders were worth before order-level offers: the ground that a ladder of thresholds stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.replay.book import Fen, OrderBook, PriceBasis
from shopdesk.domain.promotions.replay.rebuild import rebuild

Basis = PriceBasis
_MOST_BINS: Final = 34
_LEAST_BINS_OF_MOST: Final = 16  # for the middle 96 % of the orders
_MOST_FINE_BINS: Final = 120


@dataclass(frozen=True, slots=True)
class OrderValues:
    """Values of paid orders in fen, ascending; ``left_out`` orders weren't paid or have no value, ``without_value``
    of them were paid but have no price, or prices of 0 only.
    """

    values: Fen
    basis: Basis
    first: date | None
    last: date | None
    left_out: int
    without_value: int = 0

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
    return OrderValues(np.sort(values), book.basis, first, last, book.left_out, book.without_value)


def histogram(values: Fen, *, width: int, top: int) -> tuple[Fen, Fen]:
    """Return the left edges (fen) and the counts of bins; the last bin holds everything from ``top`` on."""
    edges = np.arange(0, top + width, width, dtype=np.int64)
    counts = np.bincount(np.minimum(values, top) // width, minlength=len(edges))[: len(edges)]
    return edges, counts.astype(np.int64)


def bins_for(values: Fen) -> tuple[int, int]:
    """Return a bin width and the start of the open last bin in fen: round figures that show 98 % of the orders.

    Where nearly all orders lie close together far from 0, as those of dear goods do, bins are fine enough to tell
    these apart.
    """
    if not len(values):
        return 1000, 30_000
    low, top = (float(np.quantile(values, share)) for share in (0.02, 0.98))
    width = next(step for step in _widths() if top / step <= _MOST_BINS)
    wanted = max((top - low) / _LEAST_BINS_OF_MOST, top / _MOST_FINE_BINS)
    if width > wanted:
        width = next(step for step in _widths() if step >= wanted)
    return width, max(width, int(np.ceil(top / width)) * width)


def _widths() -> Iterator[int]:
    """Yield 1, 2, 5, 10 yuan and so on, fen."""
    return (first * 10**zeros for zeros in count(2) for first in (1, 2, 5))


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
