"""Budgets and limits per buyer on a book: orders in the order of their days, each after what was given before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from shopdesk.domain.promotions.policy import GroupRule
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen
from shopdesk.domain.promotions.replay.by_engine import Ask, price_one
from shopdesk.domain.promotions.replay.priced import OfferUse, chosen, joined, no_use
from shopdesk.domain.promotions.till import Usage

Pricer = Callable[[frozenset[str], Codes], tuple[list[OfferUse], Codes]]
"""Prices some orders without limits but for the offers whose budget is gone; tells which of them the engine did."""


def within_limits(ask: Ask, priced: Pricer, paid: Fen, shipping: Fen) -> tuple[list[OfferUse], int]:
    """Price every order under the limits; return the use of each offer, and how many orders the engine priced.

    All orders are priced without limits first. Going through those where a limited offer did something, the ones that
    a limit stands in the way of are priced again by the engine. When a budget is gone, the rest is priced without it.
    """
    rest = np.argsort(ask.book.day, kind="stable").astype(np.int64)
    tally = _Tally(ask)
    found: list[list[OfferUse]] = [[] for _ in ask.offers]
    by_engine = 0
    while len(rest):
        uses, odd = priced(tally.spent(), np.sort(rest))
        before = tally.spent()
        again: list[int] = []
        done = len(rest)
        for number, events in _events(ask, uses, rest):
            position = int(rest[number])
            if events is not None and tally.stands(position, events):
                tally.count(position, events)
                continue
            again.append(position)
            fresh = price_one(ask, position, tally.usage(position), paid, shipping)
            tally.count(position, [(place, int(use.spent[0])) for place, use in enumerate(fresh) if len(use.orders)])
            for place, use in enumerate(fresh):
                found[place].append(use)
            if tally.spent() != before:
                done = number + 1
                break
        kept = np.setdiff1d(rest[:done], np.array(again, dtype=np.int64))
        for place, use in enumerate(uses):
            found[place].append(_only(ask, use, kept))
        by_engine += len(again) + int(np.isin(odd, kept).sum())
        rest = rest[done:]
    return [joined(some) if some else no_use(offer) for offer, some in zip(ask.offers, found, strict=True)], by_engine


@dataclass(slots=True)
class _Tally:
    """What limited offers have given so far."""

    ask: Ask
    given: dict[int, int] = field(default_factory=dict)  # place → fen
    orders: dict[tuple[int, int], int] = field(default_factory=dict)  # place and buyer → orders

    def stands(self, position: int, events: Sequence[tuple[int, int]]) -> bool:
        """Tell whether an order keeps what was priced without limits; events are (place, fen)."""
        buyer = int(self.ask.book.buyer[position])
        for place, spent in events:
            offer = self.ask.offers[place]
            if offer.budget is not None and self.given.get(place, 0) + spent > offer.budget:
                return False
            if offer.per_buyer is not None and self.orders.get((place, buyer), 0) >= offer.per_buyer:
                return False
        return True

    def count(self, position: int, events: Sequence[tuple[int, int]]) -> None:
        """Note what was given; a buyer without a name is another one each time."""
        buyer = int(self.ask.book.buyer[position])
        for place, spent in events:
            self.given[place] = self.given.get(place, 0) + spent
            if buyer != UNKNOWN:
                self.orders[place, buyer] = self.orders.get((place, buyer), 0) + 1

    def usage(self, position: int) -> dict[str, Usage]:
        """Return what the engine is told before an order."""
        buyer = int(self.ask.book.buyer[position])
        return {
            offer.offer_id: Usage(self.orders.get((place, buyer), 0), self.given.get(place, 0))
            for place, offer in enumerate(self.ask.offers)
            if offer.budget is not None or offer.per_buyer is not None
        }

    def spent(self) -> frozenset[str]:
        """Return the offers whose budget is gone."""
        return frozenset(
            offer.offer_id
            for place, offer in enumerate(self.ask.offers)
            if offer.budget is not None and self.given.get(place, 0) >= offer.budget
        )


def _events(ask: Ask, uses: Sequence[OfferUse], rest: Codes) -> Iterator[tuple[int, list[tuple[int, int]] | None]]:
    """Yield the numbers (in ``rest``) of the orders that limits may touch, with what limited offers gave there.

    None where only the engine can tell: goods of a limited offer in a pool may count under another one.
    """
    number_of = np.full(ask.book.orders, UNKNOWN, dtype=np.int64)
    number_of[rest] = np.arange(len(rest))
    events: dict[int, list[tuple[int, int]]] = {}
    for place, offer in enumerate(ask.offers):
        if offer.budget is None and offer.per_buyer is None:
            continue
        if ask.policy.groups.get(offer.group) is GroupRule.POOL_EQUAL:
            yield from ((number, None) for number in range(len(rest)))
            return
        for number, spent in zip(number_of[uses[place].orders].tolist(), uses[place].spent.tolist(), strict=True):
            events.setdefault(number, []).append((place, spent))
    yield from sorted(events.items())


def _only(ask: Ask, use: OfferUse, kept: Codes) -> OfferUse:
    wanted = np.zeros(ask.book.orders, dtype=np.bool_)
    wanted[kept] = True
    lines = np.searchsorted(ask.book.starts, use.lines, side="right") - 1
    return chosen(use, wanted[use.orders], wanted[lines])
