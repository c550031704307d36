"""The orders of a shop summed up by day, with the visitors of each day where reports tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.terms import Terms
from shopdesk.domain.promotions.replay.book import UNKNOWN, OrderBook
from shopdesk.domain.promotions.replay.per_order import order_costs

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DaySums:
    """One entry a day from ``first`` on without gaps; money in fen, ``margin`` None where costs don't tell it.

    ``visitors`` are NaN where no report tells them; ``kept`` are the days that may be compared.
    """

    first: date
    orders: Floats
    revenue: Floats
    off: Floats
    income: Floats
    margin: Floats | None
    visitors: Floats
    kept: npt.NDArray[np.bool_]

    @property
    def days(self) -> int:
        """Number of days."""
        return len(self.orders)

    def place(self, day: date) -> int:
        """Return the position of a day, which may lie outside."""
        return (day - self.first).days

    def day(self, place: int) -> date:
        """Return the day at a position."""
        return self.first + timedelta(days=place)


def day_sums(
    book: OrderBook, terms: Terms, visitors: Mapping[date, float], left_out: frozenset[date]
) -> DaySums | None:
    """Return the sums of a book by day, None where no order has a day.

    The margin is the shop's income less refunds, goods (those without a cost at the shop's margin), fee and sending;
    ``left_out`` are days that nothing is held against.
    """
    dated = ~np.isnat(book.day)
    if not dated.any():
        return None
    known = book.day[dated]
    first = known.min()
    place = (known - first).astype(np.int64)
    count = int(place.max()) + 1

    def summed(values: npt.NDArray[np.generic]) -> Floats:
        return np.asarray(np.bincount(place, weights=values[dated].astype(np.float64), minlength=count), np.float64)

    start = first.item()
    days = [start + timedelta(days=number) for number in range(count)]
    income = book.paid + book.platform_off - book.refunded
    return DaySums(
        first=start,
        orders=summed(np.ones(book.orders)),
        revenue=summed(book.paid),
        off=summed(book.shop_off),
        income=summed(income),
        margin=None if terms.margin is None else summed(_margins(book, terms)),
        visitors=np.array([visitors.get(day, np.nan) for day in days], dtype=np.float64),
        kept=np.array([day not in left_out for day in days], dtype=np.bool_),
    )


def _margins(book: OrderBook, terms: Terms) -> Floats:
    costs = order_costs(book).astype(np.float64)
    if terms.margin is not None:
        costs = np.where(costs == UNKNOWN, (1.0 - terms.margin) * book.values(), costs)
    left = (book.paid + book.platform_off - book.refunded).astype(np.float64) - costs
    result: Floats = left - terms.fee * book.paid - float(terms.shipping)
    return result
