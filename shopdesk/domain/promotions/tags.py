"""Customers told apart by their orders: 新客, 老客 and 高消费潜客, at each order and on a day.

What a buyer is at an order rests on the orders before it only, so that a replay gives nobody a coupon for what came
later. 高消费潜客 bought before, paid at their last order more than three of four orders of the shop, and no less than
they used to pay; a rule of thumb that should be checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
KINDS: Final = (BuyerKind.NEW, BuyerKind.RETURNING, BuyerKind.RISING)
HIGH: Final = 0.75
"""Share of the shop's orders that a high one lies above."""
REACHABLE_DAYS: Final = 365
"""Who bought longer ago has left."""


def buyer_kinds(book: OrderBook) -> Codes:
    """Return for each order the place of its buyer's kind in ``KINDS``, UNKNOWN where the files don't tell.

    What came before is read from all orders of the files, whatever the period of the book.
    """
    kinds = np.where(book.returning == UNKNOWN, UNKNOWN, book.returning).astype(np.int64)
    rising = rising_at(np.where(np.isnat(book.day), UNKNOWN, book.buyer), book.paid)
    kinds[rising if book.rising is None else book.rising] = KINDS.index(BuyerKind.RISING)
    return kinds


def rising_at(buyer: Codes, paid: Fen | Floats) -> Flags:
    """Return for each order, the earliest first, whether its buyer was a rising one then, by the orders given."""
    found = np.zeros(len(buyer), dtype=np.bool_)
    named = np.flatnonzero(buyer != UNKNOWN)
    if not len(named):
        return found
    ranked = named[np.argsort(buyer[named], kind="stable")]
    who, worth = buyer[ranked], np.asarray(paid, dtype=np.float64)[ranked]
    place = np.arange(len(ranked))
    is_first = np.append(True, who[1:] != who[:-1])
    start = np.maximum.accumulate(np.where(is_first, place, 0))
    count, whole = place - start, np.cumsum(worth)
    before = whole - worth - (whole[start] - worth[start])
    last = np.append(0.0, worth[:-1])
    found[ranked] = (count > 0) & (last > _high(paid)) & (last * count >= before)
    return found


def _is_rising(book: OrderBook, orders: Codes, count: int, before: float, high: float) -> bool:
    last = float(book.paid[orders[count - 1]])
    return last > high and last * count >= before


def _high(paid: Fen | Floats) -> float:
    return float(np.quantile(paid, HIGH)) if len(paid) else 0.0


def _by_buyer(book: OrderBook) -> Iterator[Codes]:
    """Yield the orders of each known buyer, the earliest first."""
    named = np.flatnonzero((book.buyer != UNKNOWN) & ~np.isnat(book.day))
    if not len(named):
        return
    ranked = named[np.lexsort((named, book.day[named], book.buyer[named]))]
    cuts = np.flatnonzero(np.diff(book.buyer[ranked])) + 1
    yield from np.split(ranked, cuts)


@dataclass(frozen=True, slots=True)
class Person:
    """A buyer on a day, known by the last order: ids of buyers are kept as marks only; ``spent`` in fen."""

    last_order: str
    last_day: date
    orders: int
    spent: int
    kind: BuyerKind


def people_on(book: OrderBook, day: date) -> list[Person]:
    """Return the buyers of the year up to a day who could get a coupon, those who spent most first.

    ``book`` holds all orders of the files. Each is ``RETURNING`` or ``RISING`` at the next order; who never bought is
    in no file.
    """
    high = _high(book.paid)
    found = []
    for orders in _by_buyer(book):
        until = orders[book.day[orders] <= np.datetime64(day)]
        if not len(until):
            continue
        last = int(until[-1])
        last_day: date = book.day[last].item()
        if last_day <= day - timedelta(days=REACHABLE_DAYS):
            continue
        spent = int(book.paid[until].sum())
        rising = _is_rising(book, until, len(until), float(spent), high)
        kind = BuyerKind.RISING if rising else BuyerKind.RETURNING
        found.append(Person(str(book.order_id[last]), last_day, len(until), spent, kind))
    return sorted(found, key=lambda person: (-person.spent, person.last_order))


def has_buyers(book: OrderBook) -> bool:
    """Whether the files tell buyers apart."""
    return bool((book.buyer != UNKNOWN).any())
