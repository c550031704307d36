"""Orders priced again, summed up: what customers would have paid, what the shop kept, and what each offer cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook
from shopdesk.domain.promotions.replay.by_engine import Progress
from shopdesk.domain.promotions.replay.priced import OfferUse, Priced, minima_of, threshold_of
from shopdesk.domain.promotions.replay.record import BuyerGroup, OfferCost, Replay, ThinOrder, TierReach, Totals
from shopdesk.domain.promotions.replay.vector import price_book

MOST_THIN = 50
_GROUPS = {BuyerGroup.NEW: 0, BuyerGroup.RETURNING: 1, BuyerGroup.UNKNOWN: UNKNOWN}
_MONDAY = np.datetime64("1970-01-05", "D")
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
    figures = _Figures(
        goods=book.values(),
        revenue=book.paid,
        income=book.paid + book.platform_off,
        shop_off=book.shop_off,
        platform_off=book.platform_off,
        gift_cost=np.zeros(book.orders, dtype=np.int64),
        refunded=book.refunded,
        cost=_costs(book),
    )
    return _summed(book, (), figures, Priced(book.item_price * book.quantity, book.shipping, ()))


@dataclass(frozen=True, slots=True)
class _Figures:
    """Per order, fen; ``cost`` and ``gift_cost`` UNKNOWN where not known."""

    goods: Fen
    revenue: Fen
    income: Fen
    shop_off: Fen
    platform_off: Fen
    gift_cost: Fen
    refunded: Fen
    cost: Fen

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Where a margin can be told."""
        return np.asarray((self.cost != UNKNOWN) & (self.gift_cost != UNKNOWN))

    def margin(self) -> Fen:
        """Return the margin of each order, 0 where unknown."""
        return np.where(self.known, self.income - self.refunded - self.cost - self.gift_cost, 0)


def _figures(book: OrderBook, prices: Fen, priced: Priced) -> _Figures:
    goods = _by_order(book, prices * book.quantity)
    platform, gifts, unknown = (np.zeros(book.orders, dtype=np.int64) for _ in range(3))
    taken = np.zeros(book.orders, dtype=np.int64)
    for use in priced.uses:
        platform[use.orders] += use.platform
        taken[use.orders] += use.taken
        gifts[use.orders] += np.maximum(use.gift_cost, 0)
        unknown[use.orders] |= use.gift_cost == UNKNOWN
    revenue = _by_order(book, priced.paid) + priced.shipping
    return _Figures(
        goods=goods,
        revenue=revenue,
        income=revenue + platform,
        shop_off=taken - platform,
        platform_off=platform,
        gift_cost=np.where(unknown, UNKNOWN, gifts),
        refunded=refunds(book, revenue),
        cost=_costs(book),
    )


def refunds(book: OrderBook, revenue: Fen) -> Fen:
    """Return what would go back of other payments: the same share of each order, to the nearest fen."""
    share = np.divide(book.refunded, book.paid, out=np.zeros(book.orders), where=book.paid > 0)
    return np.where(book.refunded >= book.paid, np.where(book.paid > 0, revenue, 0), np.rint(share * revenue)).astype(
        np.int64
    )


def _costs(book: OrderBook) -> Fen:
    """Return what the goods of each order cost the shop, UNKNOWN where a line doesn't know."""
    unknown = _by_order(book, (book.cost == UNKNOWN).astype(np.int64)) > 0
    return np.where(unknown, UNKNOWN, _by_order(book, np.maximum(book.cost, 0) * book.quantity))


def _by_order(book: OrderBook, values: Fen) -> Fen:
    if not book.orders:
        return np.zeros(0, dtype=np.int64)
    summed: Fen = np.add.reduceat(values, book.starts[:-1])
    return summed


def _summed(book: OrderBook, offers: Sequence[Offer], figures: _Figures, priced: Priced) -> Replay:
    items = _by_order(book, book.quantity)
    margin = figures.margin()
    return Replay(
        totals=_totals(figures, items, slice(None)),
        by_group={
            group: _totals(figures, items, book.returning == code)
            for group, code in _GROUPS.items()
            if (book.returning == code).any()
        },
        by_week=dict(_weeks(book, figures, items)),
        costs=tuple(_cost(use) for use in priced.uses),
        reach=tuple(_reach(offers, priced.uses)),
        thinnest=_thinnest(figures, margin),
        order_revenue=figures.revenue,
        order_margin=margin,
        by_engine=priced.by_engine,
    )


def _totals(figures: _Figures, items: Codes, chosen: Any) -> Totals:
    known = figures.known[chosen]
    gifts = figures.gift_cost[chosen]
    return Totals(
        orders=len(known),
        items=int(items[chosen].sum()),
        goods=int(figures.goods[chosen].sum()),
        revenue=int(figures.revenue[chosen].sum()),
        income=int(figures.income[chosen].sum()),
        shop_off=int(figures.shop_off[chosen].sum()),
        platform_off=int(figures.platform_off[chosen].sum()),
        gift_cost=int(gifts[gifts != UNKNOWN].sum()),
        refunded=int(figures.refunded[chosen].sum()),
        margin=int(figures.margin()[chosen].sum()) if known.all() else None,
        without_cost=int((~known).sum()),
    )


def _weeks(book: OrderBook, figures: _Figures, items: Codes) -> Iterator[tuple[date, Totals]]:
    """Yield the totals of each week by its Monday; orders without a day belong to none."""
    dated = ~np.isnat(book.day)
    weeks = np.where(dated, (book.day - _MONDAY).astype(np.int64) // 7, np.iinfo(np.int64).min)
    for week in np.unique(weeks[dated]).tolist():
        yield (_MONDAY + np.timedelta64(7 * week, "D")).item(), _totals(figures, items, weeks == week)


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


def _thinnest(figures: _Figures, margin: Fen) -> tuple[ThinOrder, ...]:
    """Return the orders that leave least; one that sent money back is thin for that and isn't listed."""
    listed = np.flatnonzero(figures.known & (figures.refunded == 0))
    if len(listed) > MOST_THIN:
        listed = listed[np.argpartition(margin[listed], MOST_THIN)[:MOST_THIN]]
    listed = listed[np.lexsort((listed, margin[listed]))]
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
