"""Orders that are priced one by one by the engine, equal carts once: for offers that choose single units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import numpy as np

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import Gift, Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook
from shopdesk.domain.promotions.replay.priced import OfferUse, minima_of, threshold_of
from shopdesk.domain.promotions.result import Step
from shopdesk.domain.promotions.rounding import Rounding, whole
from shopdesk.domain.promotions.shelf import Shelf
from shopdesk.domain.promotions.tags import KINDS
from shopdesk.domain.promotions.till import Moment, Usage, stopped

Progress = Callable[[float], None]
_Values = tuple[int, int, int, int, int]  # taken, platform, gift cost, spent, step
_FEW_OFFERS = 16
_TELL_EVERY = 64  # carts between two words of progress


@dataclass(frozen=True, slots=True)
class Ask:
    """What to price: ``prices`` and ``floors`` of a unit of each line, fen (a floor of 0 is none).

    ``dated`` honours the period of the offers by the day of each order; else every offer counts as running.
    ``spent`` are offers whose budget is gone. ``by_line`` keeps what each offer took off each line. ``kinds`` of the
    buyers (see ``buyer_kinds``) are needed only where an offer isn't for all.
    """

    book: OrderBook
    offers: Sequence[Offer]
    policy: Policy
    prices: Fen
    floors: Fen
    dated: bool = False
    spent: frozenset[str] = frozenset()
    by_line: bool = False
    kinds: Codes | None = None

    def buyer(self, position: int) -> BuyerKind | None:
        """Return the kind of an order's buyer: ``ANY`` where no offer asks, None where it can't be told."""
        if self.kinds is None:
            return BuyerKind.ANY
        code = int(self.kinds[position])
        return None if code == UNKNOWN else KINDS[code]

    def usage(self) -> dict[str, Usage]:
        """Return what the engine is told of the offers whose budget is gone."""
        return {offer.offer_id: Usage(spent=offer.budget or 0) for offer in self.offers if offer.offer_id in self.spent}


@dataclass(slots=True)
class _Rows:
    orders: list[int] = field(default_factory=list)
    values: list[_Values] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    off: list[int] = field(default_factory=list)


def price_by_engine(
    ask: Ask, positions: Codes, paid: Fen, shipping: Fen, progress: Progress | None = None
) -> list[OfferUse]:
    """Price some orders of the book into ``paid`` (of lines) and ``shipping``; return the use of each offer."""
    rows = [_Rows() for _ in ask.offers]
    known: dict[object, _Answer] = {}
    usage, fitting = ask.usage(), Fitting(ask)
    for done, position in enumerate(positions.tolist()):
        if progress is not None and done % _TELL_EVERY == 0:
            progress(done / len(positions))
        key = _key(ask, position)
        answer = known.get(key)
        if answer is None:
            answer = known[key] = _answer(ask, position, usage, fitting)
        _write(ask, position, answer, rows, paid, shipping)
    return [_use(offer, row) for offer, row in zip(ask.offers, rows, strict=True)]


def price_one(ask: Ask, position: int, usage: Mapping[str, Usage], paid: Fen, shipping: Fen) -> list[OfferUse]:
    """Price one order after what offers gave before; see ``price_by_engine``."""
    rows = [_Rows() for _ in ask.offers]
    _write(ask, position, _answer(ask, position, {**usage, **ask.usage()}, Fitting(ask)), rows, paid, shipping)
    return [_use(offer, row) for offer, row in zip(ask.offers, rows, strict=True)]


def _write(ask: Ask, position: int, answer: _Answer, rows: Sequence[_Rows], paid: Fen, shipping: Fen) -> None:
    first = int(ask.book.starts[position])
    paid[first : first + len(answer.paid)] = answer.paid
    shipping[position] = answer.shipping
    for place, values, shares in answer.uses:
        row = rows[place]
        row.orders.append(position)
        row.values.append(values)
        if ask.by_line:
            row.lines += [first + line for line, _ in shares]
            row.off += [off for _, off in shares]


def cart_of(ask: Ask, position: int) -> Cart:
    """Return an order of the book as the cart that the engine takes; its lines are named by their place in it."""
    book = ask.book
    first, last = int(book.starts[position]), int(book.starts[position + 1])
    lines = tuple(
        CartLine(
            str(line - first),
            book.skus[int(book.sku[line])],
            int(ask.prices[line]),
            int(book.quantity[line]),
            floor=int(ask.floors[line]) or None,
        )
        for line in range(first, last)
    )
    return Cart(lines, int(book.shipping[position]))


class Fitting:
    """Finds the few of many offers that touch a cart, and the first of each group, which says when its turn is."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._shelf = Shelf.of(ask.offers) if len(ask.offers) > _FEW_OFFERS else None
        self._first: dict[tuple[date | None, BuyerKind | None], tuple[int, ...]] = {}

    def offers(self, cart: Cart, day: date | None, buyer: BuyerKind | None) -> Sequence[Offer]:
        """Return the offers that may touch a cart of a day and are for its buyer, in the given order."""
        return [offer for offer in self._touching(cart, day, buyer) if offer.buyers.is_for(buyer)]

    def _touching(self, cart: Cart, day: date | None, buyer: BuyerKind | None) -> Sequence[Offer]:
        if self._shelf is None:
            return self._ask.offers
        places = {*self._shelf.general, *self._firsts(day, buyer)}
        for line in cart.lines:
            places.update(self._shelf.by_sku.get(line.sku, ()))
        return [self._ask.offers[place] for place in sorted(places)]

    def _firsts(self, day: date | None, buyer: BuyerKind | None) -> tuple[int, ...]:
        found = self._first.get((day, buyer))
        if found is None:
            first: dict[tuple[int, bool, str], int] = {}
            by_turn = sorted(range(len(self._ask.offers)), key=lambda place: -self._ask.offers[place].priority)
            for place in by_turn:
                offer = self._ask.offers[place]
                if not offer.buyers.is_for(buyer):
                    continue
                if offer.group in self._ask.policy.groups and (day is None or stopped(offer, Moment(day)) is None):
                    first.setdefault((offer.stage, offer.item_level, offer.group), place)
            found = self._first[day, buyer] = tuple(first.values())
        return found


@dataclass(frozen=True, slots=True)
class _Answer:
    paid: list[int]
    shipping: int
    uses: list[tuple[int, _Values, list[tuple[int, int]]]]


def _key(ask: Ask, position: int) -> object:
    book = ask.book
    first, last = int(book.starts[position]), int(book.starts[position + 1])
    columns = (book.sku, ask.prices, book.quantity, ask.floors)
    day = book.day[position] if ask.dated else None
    return (
        int(book.shipping[position]),
        day,
        ask.buyer(position),
        *(column[first:last].tobytes() for column in columns),
    )


def _answer(ask: Ask, position: int, usage: Mapping[str, Usage], fitting: Fitting) -> _Answer:
    cart, day = cart_of(ask, position), day_of(ask, position)
    priced = price_cart(cart, fitting.offers(cart, day, ask.buyer(position)), ask.policy, day=day, usage=usage)
    places = {offer.offer_id: place for place, offer in enumerate(ask.offers)}
    uses = []
    for step in priced.steps:
        if step.is_applied:
            place = places[step.offer_id]
            shares = [(int(line), off) for line, off in step.lines.items()]
            uses.append((place, _values(ask, ask.offers[place], step), shares))
    return _Answer([line.payable for line in priced.lines], priced.shipping, uses)


def day_of(ask: Ask, position: int) -> date | None:
    """Return the day that decides which offers run; None where all do."""
    day = ask.book.day[position]
    return None if not ask.dated or np.isnat(day) else day.item()


def _values(ask: Ask, offer: Offer, step: Step) -> _Values:
    platform = step.taken - shop_part(step.taken, offer)
    spent = step.taken + sum((gift.unit_cost or 0) * gift.quantity for gift in step.gifts)
    return step.taken, platform, gift_cost(ask.book, step.gifts), spent, _step_given(offer, step)


def shop_part(taken: int, offer: Offer) -> int:
    """Return the shop's part of what an offer took."""
    return whole(Fraction(taken * offer.shop_percent, 100), Rounding.HALF_UP)


def gift_cost(book: OrderBook, gifts: Sequence[Gift]) -> int:
    """Return what gifts cost the shop, by the offer or else by the cost list of the book; UNKNOWN where one isn't."""
    total = 0
    for gift in gifts:
        cost = unit_cost(book, gift)
        if cost == UNKNOWN:
            return UNKNOWN
        total += cost * gift.quantity
    return total


def unit_cost(book: OrderBook, gift: Gift) -> int:
    """Return what one unit of a gift costs the shop, UNKNOWN where nothing tells."""
    if gift.unit_cost is not None:
        return gift.unit_cost
    if gift.sku not in book.skus:
        return UNKNOWN
    costs = book.cost[book.sku == book.skus.index(gift.sku)]
    return int(costs[-1]) if len(costs) else UNKNOWN


def _step_given(offer: Offer, step: Step) -> int:
    """Return the minimum of the step that was given: the last one below the next."""
    minima = minima_of(offer.benefit)
    if not minima:
        return threshold_of(offer) or 0
    below = [minimum for minimum in minima if not step.next_minimum or minimum < step.next_minimum]
    return below[-1] if below else 0


def _use(offer: Offer, rows: _Rows) -> OfferUse:
    values = np.array(rows.values, dtype=np.int64).reshape(-1, 5)
    return OfferUse(
        offer.offer_id,
        np.array(rows.orders, dtype=np.int64),
        taken=values[:, 0],
        platform=values[:, 1],
        gift_cost=values[:, 2],
        spent=values[:, 3],
        step=values[:, 4],
        lines=np.array(rows.lines, dtype=np.int64),
        line_off=np.array(rows.off, dtype=np.int64),
    )
