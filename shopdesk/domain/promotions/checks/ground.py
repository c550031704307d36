"""The goods of a shop under the offers of one stretch: which offers meet which, and what a cart can be filled with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from shopdesk.domain.promotions.checks.marks import Mark, marks_of
from shopdesk.domain.promotions.offers import EVERYTHING, Offer, Scope
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import Fen

_MARK: Final = "\0"
Signature = frozenset[int]
"""Positions of the order-level offers that meet an article."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One set of offers and the goods. ``items`` make item prices, ``orders`` look at orders, in working order.

    ``members`` are the articles of each signature, cheapest first. ``is_plain`` means that nothing of the item level
    bears on the orders, so that item prices can be worked out first.
    """

    prices: Mapping[str, int]
    items: tuple[Offer, ...]
    orders: tuple[Offer, ...]
    marks: tuple[tuple[Mark, ...], ...]
    signatures: Mapping[str, Signature]
    members: Mapping[Signature, tuple[str, ...]]
    classes: tuple[Signature, ...]
    is_plain: bool
    policy: Policy
    _ranked: dict[int, tuple[list[str], Fen]] = field(default_factory=dict)

    @classmethod
    def of(cls, prices: Mapping[str, int], offers: Sequence[Offer], policy: Policy) -> Ground:
        """Part offers and goods; ``prices`` of a unit before the offers, fen."""
        items = tuple(offer for offer in offers if offer.item_level)
        orders = tuple(sorted((offer for offer in offers if not offer.item_level), key=lambda offer: offer.stage))
        marks = tuple(marks_of(offer) for offer in orders)
        signatures = _signatures(prices, orders, marks)
        members: dict[Signature, list[str]] = {}
        for sku in sorted(prices, key=lambda sku: (prices[sku], sku)):
            members.setdefault(signatures[sku], []).append(sku)
        classes = tuple(signature for signature in members if signature)
        plain = not any(
            offer.excludes
            or offer.exclusive
            or offer.scope.undiscounted_only
            or offer.scope.price_min is not None
            or offer.scope.price_max is not None
            for offer in offers
        )
        kinds = {offer.kind for offer in items}
        plain &= not any(kinds & pair for pair in policy.conflicts)
        plain &= not any(offer.budget is not None for offer in items)
        whole = {signature: tuple(skus) for signature, skus in members.items()}
        return cls(prices, items, orders, marks, signatures, whole, classes, plain, policy)

    def filler(self, place: int) -> str:
        """Return the name under which goods of a class fill a cart."""
        return f"{_MARK}{place}"

    def priced_offers(self, *, with_items: bool) -> list[Offer]:
        """Return the offers with fillers among their goods: only offers on orders see them."""
        fillers = {self.filler(place): signature for place, signature in enumerate(self.classes)}
        found = [_with_fillers(offer, place, fillers) for place, offer in enumerate(self.orders)]
        if with_items:
            found = [replace(offer, scope=_without(offer.scope, frozenset(fillers))) for offer in self.items] + found
        return found

    def ranked(self, place: int, now: Mapping[str, int]) -> tuple[list[str], Fen]:
        """Return the articles of a class that cost anything, the cheapest by ``now`` first, and what they cost, fen."""
        found = self._ranked.get(place)
        if found is None:
            pairs = sorted((now[sku], sku) for sku in self.members[self.classes[place]] if now[sku])
            costs = np.array([cost for cost, _ in pairs], dtype=np.int64)
            found = self._ranked[place] = ([sku for _, sku in pairs], costs)
        return found

    def has_cover(self, signature: Signature) -> bool:
        """Tell whether an article of these offers finds others in the shop that all of them meet too.

        Others that a rival of its own offers meets may be lost to it, so that they don't count.
        """
        own = {self.orders[place].group for place in signature}
        return any(
            len(self.members[other]) > (signature == other)
            and not any(self.orders[place].group in own for place in other - signature)
            for other in self.classes
            if signature <= other
        )

    def has_one_scope(self, signature: Signature) -> bool:
        """Tell whether all these offers see the same goods, so that one kind of filler does for all."""
        return all(not signature & other or signature <= other for other in self.classes)


def _signatures(
    prices: Mapping[str, int], orders: Sequence[Offer], marks: Sequence[tuple[Mark, ...]]
) -> dict[str, Signature]:
    """Return the offers that meet each article; offers that take nothing off goods don't count."""
    scopes: dict[Scope, list[int]] = {}
    for place, offer in enumerate(orders):
        if marks[place]:
            scopes.setdefault(offer.scope, []).append(place)
    found: dict[str, set[int]] = {sku: set() for sku in prices}
    for scope, places in scopes.items():
        goods = (sku for sku in scope.skus if sku in found) if scope.skus else iter(found)
        for sku in goods:
            if meets(scope, sku, prices[sku]):
                found[sku].update(places)
    kept: dict[Signature, Signature] = {}
    return {sku: kept.setdefault(signature, signature) for sku, own in found.items() for signature in (frozenset(own),)}


def meets(scope: Scope, sku: str, price: int) -> bool:
    """Tell whether a scope covers an article at a price; tags are articles by now, those left meet nothing."""
    if scope is EVERYTHING:
        return True
    if sku in scope.excluded or (scope.skus and sku not in scope.skus) or scope.tags:
        return False
    return (scope.price_min is None or price >= scope.price_min) and (
        scope.price_max is None or price <= scope.price_max
    )


def _with_fillers(offer: Offer, place: int, fillers: Mapping[str, Signature]) -> Offer:
    within = frozenset(name for name, signature in fillers.items() if place in signature)
    scope = offer.scope
    if scope.skus:
        return replace(offer, scope=replace(scope, skus=scope.skus | within))
    return replace(offer, scope=_without(scope, frozenset(fillers) - within))


def _without(scope: Scope, names: frozenset[str]) -> Scope:
    return scope if scope.skus or not names else replace(scope, excluded=scope.excluded | names)
