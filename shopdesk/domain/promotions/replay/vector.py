"""Every order of a book priced under offers, many at a time; those that columns can't follow by the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

import numpy as np

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook
from shopdesk.domain.promotions.replay.by_engine import Ask, Progress, price_by_engine
from shopdesk.domain.promotions.replay.counter import Counter, named, names_in
from shopdesk.domain.promotions.replay.limits import within_limits
from shopdesk.domain.promotions.replay.priced import OfferUse, Priced, joined, no_use
from shopdesk.domain.promotions.replay.sheet import Sheet
from shopdesk.domain.promotions.tags import KINDS, buyer_kinds
from shopdesk.domain.promotions.till import Moment, stopped

ORDERS_AT_ONCE: Final = 32_768
"""So many orders stay in the cache of a processor, and what a replay needs beside the book stays small."""


def price_book(
    book: OrderBook,
    offers: Sequence[Offer],
    policy: Policy,
    *,
    prices: Fen | None = None,
    floors: Fen | None = None,
    dated: bool = False,
    progress: Progress | None = None,
    by_line: bool = False,
) -> Priced:
    """Price every order of a book exactly as ``price_cart`` does one; see ``replay`` for the arguments.

    ``by_line`` keeps what each offer took off each line. Quantities are 1 or more.
    """
    before = book.item_price if prices is None else prices
    lowest = np.zeros(book.lines, dtype=np.int64) if floors is None else floors
    kinds = None if all(offer.buyers is BuyerKind.ANY for offer in offers) else buyer_kinds(book)
    ask = Ask(book, offers, policy, before, lowest, dated, by_line=by_line, kinds=kinds)
    paid, shipping = before * book.quantity, book.shipping.copy()
    if not offers or not book.orders:
        return Priced(paid, shipping, tuple(no_use(offer) for offer in offers))

    def priced(spent: frozenset[str], orders: Codes) -> tuple[list[OfferUse], Codes]:
        return _price(replace(ask, spent=spent), orders, paid, shipping, progress)

    if any(offer.per_buyer is not None or offer.budget is not None for offer in offers):
        uses, by_engine = within_limits(ask, priced, paid, shipping)
    else:
        uses, odd = priced(frozenset(), np.arange(book.orders, dtype=np.int64))
        by_engine = len(odd)
    return Priced(paid, shipping, tuple(uses), by_engine)


def _price(
    ask: Ask, orders: Codes, paid: Fen, shipping: Fen, progress: Progress | None
) -> tuple[list[OfferUse], Codes]:
    """Price some orders (ascending); return the use of every offer, and those of them that the engine priced."""
    uses: list[list[OfferUse]] = [[] for _ in ask.offers]
    odd: list[Codes] = []
    codes = {sku: code for code, sku in enumerate(ask.book.skus)}
    chunks = list(_chunks(ask, orders))
    for done, (some, running) in enumerate(chunks):
        sheet = _sheet(ask, some, codes)
        work = Counter(ask, sheet, _teller(progress, done / len(chunks), 1 / len(chunks) / (2 * len(running) + 1)))
        work.run(running)
        paid[sheet.lines], shipping[sheet.orders] = sheet.now, sheet.shipping
        odd.append(sheet.orders[sheet.odd])
        for place, found in work.uses.items():
            uses[place].append(found)
    left = np.sort(np.concatenate(odd)) if odd else np.zeros(0, dtype=np.int64)
    if len(left):
        for place, use in enumerate(price_by_engine(ask, left, paid, shipping, _second_half(progress))):
            uses[place].append(use)
    return [joined(found) if found else no_use(offer) for offer, found in zip(ask.offers, uses, strict=True)], left


def _teller(progress: Progress | None, done: float, step: float) -> Callable[[], None]:
    """Return what tells of the first half of the work, a small step each time it is called."""
    if progress is None:
        return lambda: None
    steps = count()
    return lambda: progress(min(1.0, done + step * next(steps)) / 2)


def _second_half(progress: Progress | None) -> Progress | None:
    return None if progress is None else lambda share: progress((1 + share) / 2)


def _chunks(ask: Ask, orders: Codes) -> Iterator[tuple[Codes, list[int]]]:
    """Yield orders to be priced together, and the places of the offers that run on them."""
    parts = ((some, open_) for day, running in _by_day(ask, orders) for some, open_ in _by_buyer(ask, day, running))
    for together, running in parts:
        for first in range(0, len(together), ORDERS_AT_ONCE):
            yield together[first : first + ORDERS_AT_ONCE], running


def _by_buyer(ask: Ask, orders: Codes, running: list[int]) -> Iterator[tuple[Codes, list[int]]]:
    """Part the orders where another kind of buyer gets another set of offers."""
    if ask.kinds is None:
        yield orders, running
        return
    own = ask.kinds[orders]
    for code in np.unique(own).tolist():
        kind = None if code == UNKNOWN else KINDS[code]
        yield orders[own == code], [at for at in running if ask.offers[at].buyers.is_for(kind)]


def _by_day(ask: Ask, orders: Codes) -> Iterator[tuple[Codes, list[int]]]:
    """Part the orders where another set of offers runs; a day that isn't known takes every offer as running."""
    if not ask.dated or all(offer.start is None and offer.end is None for offer in ask.offers):
        yield orders, list(range(len(ask.offers)))
        return
    days, place = np.unique(ask.book.day[orders], return_inverse=True)
    sets: dict[tuple[int, ...], list[int]] = {}
    for number, day in enumerate(days):
        known = None if np.isnat(day) else day.item()
        running = tuple(
            at for at, offer in enumerate(ask.offers) if known is None or stopped(offer, Moment(known)) is None
        )
        sets.setdefault(running, []).append(number)
    for running, numbers in sets.items():
        yield orders[np.isin(place, numbers)], list(running)


def _sheet(ask: Ask, orders: Codes, codes: Mapping[str, int]) -> Sheet:
    book, excludes = ask.book, named(ask.offers)
    sizes = book.starts[orders + 1] - book.starts[orders]
    starts = np.concatenate(([0], np.cumsum(sizes)))
    lines = np.arange(starts[-1]) + np.repeat(book.starts[orders] - starts[:-1], sizes)
    quantity = book.quantity[lines]
    now = ask.prices[lines] * quantity
    even = np.ones(len(lines), dtype=np.bool_)
    return Sheet(
        skus=book.skus,
        orders=orders,
        lines=lines,
        starts=starts,
        order=np.repeat(np.arange(len(orders), dtype=np.int64), sizes),
        sku=book.sku[lines],
        quantity=quantity,
        now=now,
        item=now.copy(),
        base=now.copy(),
        lowest=np.minimum(ask.floors[lines], ask.prices[lines]) * quantity,
        shipping=book.shipping[orders],
        even=even,
        item_even=even.copy(),
        discounted=np.zeros(len(lines), dtype=np.bool_),
        used=np.zeros(len(lines), dtype=np.bool_),
        odd=np.zeros(len(orders), dtype=np.bool_),
        excludes=excludes,
        named=frozenset(names_in(excludes)),
        spent=ask.spent,
        codes=codes,
    )
