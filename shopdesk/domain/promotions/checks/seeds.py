"""The beginnings of a worst cart: an article alone, in a number, or with what makes its item price lowest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shopdesk.domain.promotions.checks.ground import Ground, meets
from shopdesk.domain.promotions.checks.record import CartPart
from shopdesk.domain.promotions.offers import BuyGet, NthUnit, Offer, Scope, SetPrice, Slot

_MOST_NUMBERS: Final = 16
_MOST_BETWEEN: Final = 3
_MOST_UNITS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Seed:
    """``quantity`` units of an article with ``partners``.

    ``only`` is the one item-level offer that counts, "" all of them: which offer is best for the whole cart hangs on
    what else is in it, so that the one on the article may win in a larger cart.
    """

    sku: str
    quantity: int
    partners: tuple[CartPart, ...] = ()
    only: str = ""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Makes the seeds of articles on one ground; ``now`` are the item prices of single units, fen."""

    ground: Ground
    now: Mapping[str, int]
    _ranked: dict[Scope, list[tuple[int, str]]] = field(default_factory=dict)
    _cheap: dict[Scope, list[str]] = field(default_factory=dict)

    def of(self, sku: str) -> list[Seed]:
        """Return the seeds of an article, each once."""
        numbers = self._numbers(sku)
        own = [Seed(sku, number) for number in numbers]
        found = dict.fromkeys(own)
        found.update(dict.fromkeys(self._many(sku)))
        found.update(dict.fromkeys(more for seed in own[1:] for more in self._extended(seed)))
        for offer in self.ground.items:
            if meets(offer.scope, sku, self.ground.prices[sku]):
                for seed in self._partnered(sku, offer):
                    for one in (seed, *self._extended(seed), *_in_numbers(seed, numbers)):
                        found[one] = None
                        if self.ground.is_plain and len(self.ground.items) > 1:
                            found[replace(one, only=offer.offer_id)] = None
        return list(found)

    def _numbers(self, sku: str) -> list[int]:
        """Return 1, the numbers that steps ask for, and those that reach amounts where nothing else can."""
        ground = self.ground
        signature = ground.signatures[sku]
        marks = [mark for place in signature for mark in ground.marks[place]]
        found = {1} | {mark.units for mark in marks if mark.units > 1}
        prices = (ground.prices[sku], self.now[sku])  # offers of several units leave a price between or below
        if min(prices) > 0 and not ground.has_cover(signature):
            for mark in marks:
                first, last = mark.amount // max(prices), -(-mark.amount // min(prices))
                found |= {last, *range(first, first + _MOST_BETWEEN + 1)}
        return sorted(number for number in found if 1 <= number <= _MOST_UNITS)[:_MOST_NUMBERS]

    def _many(self, sku: str) -> Iterator[Seed]:
        """Yield the article with the cheapest others where steps ask for a number of units."""
        for place in self.ground.signatures[sku]:
            for mark in self.ground.marks[place]:
                if mark.units > 1:
                    ranked = self._cheapest(self.ground.orders[place].scope)
                    other = next((other for other in ranked if other != sku), None)
                    if other is not None:
                        yield Seed(sku, 1, (CartPart(other, mark.units - 1, self.ground.prices[other]),))

    def _extended(self, seed: Seed) -> Iterator[Seed]:
        """Yield a seed in the numbers of units that steps ask for: more of the same, or the cheapest others."""
        signature = self.ground.signatures[seed.sku]
        for place in signature:
            scope = self.ground.orders[place].scope
            counted = (part.quantity for part in seed.partners if meets(scope, part.sku, part.price))
            held = seed.quantity + sum(counted)
            for mark in self.ground.marks[place]:
                lacking = mark.units - held
                if lacking <= 0:
                    continue
                times = -(-mark.units // held)
                partners = tuple(replace(part, quantity=part.quantity * times) for part in seed.partners)
                yield replace(seed, quantity=seed.quantity * times, partners=partners)
                other = next((name for name in self._cheapest(scope) if name != seed.sku), None)
                if other is not None:
                    yield replace(seed, partners=_with_more(seed.partners, other, lacking, self.ground.prices[other]))

    def _partnered(self, sku: str, offer: Offer) -> Iterator[Seed]:
        match offer.benefit:
            case NthUnit(nth=nth):
                yield Seed(sku, nth)
                yield from self._dearer(sku, offer.scope, count=nth - 1)
            case SetPrice(slots=slots):
                yield from self._in_set(sku, offer.scope, slots)
            case BuyGet() as benefit:
                yield from self._given(sku, offer, benefit)
            case _:
                pass

    def _dearer(self, sku: str, scope: Scope, *, count: int) -> Iterator[Seed]:
        """Yield the article with the cheapest others that cost no less than it."""
        ranked = self._by_price(scope)
        at = bisect_left(ranked, (self.ground.prices[sku], ""))
        others = [(price, other) for price, other in ranked[at : at + 3] if other != sku]
        for price, other in others[:2]:
            yield Seed(sku, 1, (CartPart(other, count, price),))
            yield Seed(sku, 1, (CartPart(other, 2 * count + 1, price),))

    def _in_set(self, sku: str, scope: Scope, slots: Sequence[Slot]) -> Iterator[Seed]:
        own = [slot for slot in slots if meets(slot.scope, sku, self.ground.prices[sku])]
        for place in own:
            for dearest in (True, False):
                parts: dict[str, int] = {}
                for slot in slots:
                    units = slot.quantity - (slot is place)
                    self._pick(parts, _both(scope, slot.scope), units, sku=sku, dearest=dearest)
                yield Seed(sku, 1, self._parts(parts))
            if place.quantity > 1:
                yield Seed(sku, place.quantity)

    def _given(self, sku: str, offer: Offer, benefit: BuyGet) -> Iterator[Seed]:
        price = self.ground.prices[sku]
        if not meets(benefit.get, sku, price):
            return
        if meets(benefit.buy, sku, price):
            yield Seed(sku, benefit.buy_quantity + benefit.get_quantity)
        ranked = self._by_price(_both(offer.scope, benefit.buy))
        dearer = ranked[bisect_left(ranked, (price, "")) :]
        for own in (ranked, dearer):
            partner = next(((cost, other) for cost, other in own if other != sku), None)
            if partner is not None:
                cost, other = partner
                yield Seed(sku, benefit.get_quantity, (CartPart(other, benefit.buy_quantity, cost),))

    def _pick(self, parts: dict[str, int], scope: Scope, units: int, *, sku: str, dearest: bool) -> None:
        """Put so many units of what a scope covers into a cart, the dearest or the cheapest other article."""
        if units <= 0:
            return
        ranked = [other for _, other in self._by_price(scope) if other != sku]
        if ranked:
            other = ranked[-1] if dearest else ranked[0]
            parts[other] = parts.get(other, 0) + units

    def _parts(self, parts: Mapping[str, int]) -> tuple[CartPart, ...]:
        return tuple(CartPart(other, units, self.ground.prices[other]) for other, units in parts.items())

    def _cheapest(self, scope: Scope) -> list[str]:
        found = self._cheap.get(scope)
        if found is None:
            found = sorted((sku for _, sku in self._by_price(scope)), key=lambda sku: self.now[sku])[:2]
            self._cheap[scope] = found
        return found

    def _by_price(self, scope: Scope) -> list[tuple[int, str]]:
        found = self._ranked.get(scope)
        if found is None:
            prices = self.ground.prices
            goods = [sku for sku in scope.skus if sku in prices] if scope.skus else prices
            found = sorted((prices[sku], sku) for sku in goods if meets(scope, sku, prices[sku]))
            self._ranked[scope] = found
        return found


def _in_numbers(seed: Seed, numbers: Sequence[int]) -> Iterator[Seed]:
    """Yield a seed with its article in other numbers of units, each set with its own partners."""
    for number in numbers:
        times = -(-number // seed.quantity)
        if times > 1 and seed.partners:
            partners = tuple(replace(part, quantity=part.quantity * times) for part in seed.partners)
            yield replace(seed, quantity=number, partners=partners)


def _with_more(partners: tuple[CartPart, ...], sku: str, units: int, price: int) -> tuple[CartPart, ...]:
    """Return partners with more units of an article; each stands once."""
    if all(part.sku != sku for part in partners):
        return (*partners, CartPart(sku, units, price))
    return tuple(replace(part, quantity=part.quantity + units) if part.sku == sku else part for part in partners)


def _both(outer: Scope, inner: Scope) -> Scope:
    """Return what both cover, where designs make one of them the wider."""
    return inner if inner.skus or inner.excluded else outer


def needs_several(offer: Offer) -> bool:
    """Tell whether an offer looks at several units together, so that a single one never gets it."""
    match offer.benefit:
        case NthUnit(nth=nth):
            return nth > 1
        case SetPrice(slots=slots):
            return sum(slot.quantity for slot in slots) > 1
        case BuyGet():
            return True
        case _:
            return False
