"""Offers put where a cart finds them: a workspace may hold ten thousand, most of them on single articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shopdesk.domain.promotions.cart import Cart
from shopdesk.domain.promotions.offers import Offer


@dataclass(frozen=True, slots=True)
class Shelf:
    """Offers by the articles they name, and those that name none; positions in ``offers``."""

    offers: tuple[Offer, ...]
    by_sku: Mapping[str, tuple[int, ...]]
    general: tuple[int, ...]

    @classmethod
    def of(cls, offers: Sequence[Offer]) -> Shelf:
        """Put offers on the shelf; the order in which they are given is kept."""
        by_sku: dict[str, list[int]] = {}
        general = []
        for position, offer in enumerate(offers):
            if not offer.scope.skus:
                general.append(position)
            for sku in offer.scope.skus:
                by_sku.setdefault(sku, []).append(position)
        return cls(tuple(offers), {sku: tuple(found) for sku, found in by_sku.items()}, tuple(general))

    def fitting(self, cart: Cart) -> list[Offer]:
        """Return the offers that may touch a cart: an offer on articles that it lacks can't do anything."""
        found = set(self.general)
        for line in cart.lines:
            found.update(self.by_sku.get(line.sku, ()))
        return [self.offers[position] for position in sorted(found)]
