"""Orders priced again, summed up: what customers would have paid, what the shop kept, and what each offer cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook
from shopdesk.domain.promotions.replay.by_engine import Progress
from shopdesk.domain.promotions.replay.per_order import by_order, order_costs, refunds
from shopdesk.domain.promotions.replay.priced import OfferUse, Priced, minima_of, threshold_of
from shopdesk.domain.promotions.replay.record import BuyerGroup, OfferCost, Replay, ThinOrder, TierReach, Totals
from shopdesk.domain.promotions.replay.vector import price_book

MOST_THIN = 50
_GROUPS = {BuyerGroup.NEW: 0, BuyerGroup.RETURNING: 1, BuyerGroup.UNKNOWN: UNKNOWN}
_MONDAY = np.datetime64("1970-01-05", "D")
_NO_WEEK = np.iinfo(np.int64).max
_SUMMED = ("goods", "revenue", "income", "shop_off", "platform_off", "gift_cost", "refunded")
DAYS_OF_WEEK = 7
NOTHING = Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
_Number = TypeVar("_Number", int, float)


def replay(
    book: OrderBook,
    offers: Sequence[Offer],
    policy: Policy,
    *,
    prices: Fen | None = None,
    floors: Fen | None = None,
    dated: bool = False,
    progress: Progress | None = None,
) -> Replay:
    """Price every order of a book under offers and sum up; nobody is assumed to buy anything else because of them.

    ``prices``: of a unit of each line before the offers, fen (None: the item price of the book; see
    ``starting_prices``). ``floors``: the lowest price of a unit of each line, 0 none. ``dated`` lets an offer count
    only on the days of its period; else the question is what would be if it had run all the time. ``progress`` hears
    the share done while orders go through the engine one by one, and may raise to stop.
    """
    before = book.item_price if prices is None else prices
    priced = price_book(book, offers, policy, prices=before, floors=floors, dated=dated, progress=progress)
    return _summed(book, offers, _figures(book, before, priced), priced)


def happened(book: OrderBook) -> Replay:
    """Return what the files say: the order-level discounts that were given, whichever offers gave them."""
    nothing, all_known = np.zeros(book.orders, dtype=np.int64), np.ones(book.orders, dtype=np.bool_)
    off = book.shop_off, book.platform_off
    figures = _with_margin(book, book.values(), book.paid, off, nothing, book.refunded, all_known)
    return _summed(book, (), figures, Priced(book.item_price * book.quantity, book.shipping, ()))


@dataclass(frozen=True, slots=True)
class _Figures:
    """Per order, fen; ``margin`` 0 where it isn't ``known``, and no gift costs then count."""

    goods: Fen
    revenue: Fen
    income: Fen
    shop_off: Fen
    platform_off: Fen
    gift_cost: Fen
    refunded: Fen
    margin: Fen
    known: npt.NDArray[np.bool_]
    items: Codes


def _figures(book: OrderBook, prices: Fen, priced: Priced) -> _Figures:
    platform, gifts, taken = (np.zeros(book.orders, dtype=np.int64) for _ in range(3))
    known = np.ones(book.orders, dtype=np.bool_)
    for use in priced.uses:
        platform[use.orders] += use.platform
        taken[use.orders] += use.taken
        gifts[use.orders] += np.maximum(use.gift_cost, 0)
        known[use.orders] &= use.gift_cost != UNKNOWN
    goods = by_order(book, prices * book.quantity)
    revenue = goods + book.shipping - taken
    back = refunds(book, revenue)
    return _with_margin(book, goods, revenue, (taken - platform, platform), gifts, back, known)


def _with_margin(
    book: OrderBook,
    goods: Fen,
    revenue: Fen,
    off: tuple[Fen, Fen],
    gifts: Fen,
    back: Fen,
    known: npt.NDArray[np.bool_],
) -> _Figures:
    """Work the margin out; ``off`` are the parts of the shop and of the platform."""
    cost = order_costs(book)
    known = known & (cost != UNKNOWN)
    income = revenue + off[1]
    margin = np.where(known, income - back - cost - gifts, 0)
    return _Figures(goods, revenue, income, *off, gifts, back, margin, known, by_order(book, book.quantity))


def _summed(book: OrderBook, offers: Sequence[Offer], figures: _Figures, priced: Priced) -> Replay:
    everyone = _totals(figures, np.zeros(book.orders, dtype=np.int64))
    groups = _totals(figures, book.returning)
    return Replay(
        totals=everyone.get(0, NOTHING),
        by_group={group: groups[code] for group, code in _GROUPS.items() if code in groups},
        by_week=_weeks(book, figures),
        costs=tuple(_cost(use) for use in priced.uses),
        reach=tuple(_reach(offers, priced.uses)),
        thinnest=_thinnest(figures),
        order_revenue=figures.revenue,
        order_margin=figures.margin,
        by_engine=priced.by_engine,
    )


def _totals(figures: _Figures, codes: Codes) -> dict[int, Totals]:
    """Return the totals of the orders of each code."""
    if not len(codes):
        return {}
    order = None if (codes[1:] >= codes[:-1]).all() else np.argsort(codes, kind="stable")
    ranked = codes if order is None else codes[order]
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))

    def summed(values: Fen) -> list[int]:
        found: list[int] = np.add.reduceat(values if order is None else values[order], starts).tolist()
        return found

    orders, unknown = np.diff(np.append(starts, len(codes))).tolist(), summed((~figures.known).astype(np.int64))
    columns = zip(
        orders,
        summed(figures.items),
        *(summed(getattr(figures, name)) for name in _SUMMED),
        [None if missing else margin for margin, missing in zip(summed(figures.margin), unknown, strict=True)],
        unknown,
        strict=True,
    )
    return {code: Totals(*row) for code, row in zip(ranked[starts].tolist(), columns, strict=True)}


def _weeks(book: OrderBook, figures: _Figures) -> dict[date, Totals]:
    """Return the totals of each week by its Monday; orders without a day belong to none."""
    week = (book.day - _MONDAY).astype(np.int64) // DAYS_OF_WEEK
    week = np.where(np.isnat(book.day), _NO_WEEK, week)
    return {
        (_MONDAY + np.timedelta64(DAYS_OF_WEEK * number, "D")).item(): totals
        for number, totals in _totals(figures, week).items()
        if number != _NO_WEEK
    }


def _cost(use: OfferUse) -> OfferCost:
    platform = int(use.platform.sum())
    gifts = use.gift_cost[use.gift_cost != UNKNOWN]
    return OfferCost(use.offer_id, len(use.orders), int(use.taken.sum()) - platform, platform, int(gifts.sum()))


def _reach(offers: Sequence[Offer], uses: Sequence[OfferUse]) -> Iterator[TierReach]:
    """Yield every step of the ladders, and the threshold of other offers that have one."""
    for offer, use in zip(offers, uses, strict=True):
        threshold = threshold_of(offer)
        minima = minima_of(offer.benefit) or (() if threshold is None else (threshold,))
        for minimum in minima:
            here = use.step == minimum
            yield TierReach(offer.offer_id, minimum, int(here.sum()), int(use.taken[here].sum()))


def _thinnest(figures: _Figures) -> tuple[ThinOrder, ...]:
    """Return the orders that leave least; one that sent money back is thin for that and isn't listed."""
    margin = figures.margin
    listed = np.flatnonzero(figures.known & (figures.refunded == 0))
    if len(listed) > MOST_THIN:
        listed = listed[margin[listed] <= np.partition(margin[listed], MOST_THIN - 1)[MOST_THIN - 1]]
    listed = listed[np.lexsort((listed, margin[listed]))][:MOST_THIN]
    return tuple(ThinOrder(int(at), int(figures.goods[at]), int(figures.revenue[at]), int(margin[at])) for at in listed)


@dataclass(frozen=True, slots=True)
class Difference:
    """One set of offers against another on the same orders, second less first; fen, orders.

    ``margin`` None where either is unknown. ``cheaper`` and ``dearer`` count orders that would pay less or more.
    """

    revenue: int
    income: int
    shop_off: int
    platform_off: int
    gift_cost: int
    refunded: int
    margin: int | None
    order_value: float | None
    margin_rate: float | None
    cheaper: int
    dearer: int
    by_group: Mapping[BuyerGroup, int]  # of the margin, of income where a cost is unknown
    by_week: Mapping[date, int]


def compare(first: Replay, second: Replay) -> Difference:
    """Return what the second set of offers makes other than the first; both of one book."""
    one, two = first.totals, second.totals
    change = second.order_revenue - first.order_revenue
    return Difference(
        revenue=two.revenue - one.revenue,
        income=two.income - one.income,
        shop_off=two.shop_off - one.shop_off,
        platform_off=two.platform_off - one.platform_off,
        gift_cost=two.gift_cost - one.gift_cost,
        refunded=two.refunded - one.refunded,
        margin=_less(two.margin, one.margin),
        order_value=_less(two.order_value, one.order_value),
        margin_rate=_less(two.margin_rate, one.margin_rate),
        cheaper=int((change < 0).sum()),
        dearer=int((change > 0).sum()),
        by_group={group: _kept(second.by_group[group], totals) for group, totals in first.by_group.items()},
        by_week={week: _kept(second.by_week[week], totals) for week, totals in first.by_week.items()},
    )


def _less(two: _Number | None, one: _Number | None) -> _Number | None:
    return None if one is None or two is None else two - one


def _kept(two: Totals, one: Totals) -> int:
    change = _less(two.margin, one.margin)
    return two.income - one.income if change is None else change
