"""Item-level offers on the beginnings of carts, whose lines then stand before the offers on orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.checks.carts import Carts, Met, try_carts
from shopdesk.domain.promotions.checks.ground import Ground
from shopdesk.domain.promotions.checks.seeds import Seed, needs_several
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.shelf import Shelf

_MANY: Final = 50
"""More offers than that go cart by cart, since few of them touch one."""

Settled = tuple[list[int], tuple[Met, ...]]
"""What the lines of a seed cost (fen, the article last), and the offers that lower the article with their steps."""


def settle(ground: Ground, seeds: Sequence[Seed], items: Sequence[Offer]) -> list[Settled]:
    """Return seeds as item-level offers leave them."""
    general = any(not offer.scope.skus for offer in items)
    named = frozenset(sku for offer in items for sku in offer.scope.skus)
    found: list[Settled] = [(listed(ground, seed), ()) for seed in seeds]
    touched = [
        place
        for place, seed in enumerate(seeds)
        if items and (general or seed.sku in named or any(part.sku in named for part in seed.partners))
    ]
    some = [seeds[place] for place in touched]
    settled = _one_by_one(ground, some, items) if len(items) > _MANY else _together(ground, some, items)
    for place, own in zip(touched, settled, strict=True):
        found[place] = own
    return found


def item_prices(ground: Ground) -> dict[str, int]:
    """Return what a single unit of each article costs after item-level offers, fen."""
    items = [offer for offer in ground.items if not needs_several(offer)]
    names = list(ground.prices)
    found = settle(ground, [Seed(sku, 1) for sku in names], items)
    return {sku: paid[-1] for sku, (paid, _) in zip(names, found, strict=True)}


def listed(ground: Ground, seed: Seed) -> list[int]:
    """Return what the lines of a seed cost without offers, fen."""
    return [part.price * part.quantity for part in seed.partners] + [ground.prices[seed.sku] * seed.quantity]


def _together(ground: Ground, seeds: Sequence[Seed], items: Sequence[Offer]) -> list[Settled]:
    carts = Carts()
    for seed in seeds:
        partners = [(part.sku, part.price, part.quantity, False) for part in seed.partners]
        carts.add([*partners, (seed.sku, ground.prices[seed.sku], seed.quantity, True)])
    result = try_carts(carts, items, ground.policy, by_line=True)
    paid = result.line_paid.tolist()
    starts = carts.starts
    met = result.met_by(np.repeat(np.arange(len(carts)), np.diff(np.array(starts))))
    return [(paid[starts[at] : starts[at + 1]], met.get(at, ())) for at in range(len(seeds))]


def _one_by_one(ground: Ground, seeds: Sequence[Seed], items: Sequence[Offer]) -> list[Settled]:
    shelf = Shelf.of(items)
    found: list[Settled] = []
    for seed in seeds:
        partners = [CartLine(part.sku, part.sku, part.price, part.quantity) for part in seed.partners]
        own = CartLine("", seed.sku, ground.prices[seed.sku], seed.quantity)
        priced = price_cart(Cart((*partners, own)), shelf, ground.policy)
        steps = {step.offer_id: step.threshold for step in priced.steps if step.is_applied}
        met = tuple((offer, steps.get(offer, 0)) for offer in priced.lines[-1].shares)
        found.append(([line.payable for line in priced.lines], met))
    return found
