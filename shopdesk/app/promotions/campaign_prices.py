"""What each article costs a customer under a campaign: alone, and at the lowest on the orders replayed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.floors import floors_of
from shopdesk.app.promotions.study import ended_off, last_order_day
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.catalogue import Goods, goods_of
from shopdesk.domain.promotions.categories import article_categories
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.design_offers import beside, to_offers
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.replay.vector import price_book
from shopdesk.domain.promotions.shelf import Shelf

if TYPE_CHECKING:
    from shopdesk.app.jobs import JobContext
    from shopdesk.app.promotions.checks import PriceRow
    from shopdesk.app.promotions.design_study import DesignStudy
    from shopdesk.app.workspace import Workspace
    from shopdesk.domain.promotions.offers import Offer
    from shopdesk.domain.promotions.stacking import Stacking


@dataclass(frozen=True, slots=True)
class ArticlePrice:
    """One article, fen a unit, None unknown.

    ``campaign`` is its price after item-level offers, ``alone`` what one unit costs after all offers, bought by
    itself: of both those that are for everybody; ``alone_of`` the latter for the kinds of buyers that offers are for.
    ``replayed`` is the lowest that its share of an order came to on the orders replayed, ``sold`` the units in them.
    """

    goods: Goods
    sold: int
    floor: int | None
    campaign: int | None
    alone: int | None
    alone_of: Mapping[BuyerKind, int]
    replayed: int | None
    worst: PriceRow | None

    @property
    def least_margin(self) -> int | None:
        """What is left of the least that the shop can come to get, fen."""
        if self.worst is None or self.goods.unit_cost is None:
            return None
        return self.worst.income - self.goods.unit_cost


def campaign_offers(workspace: Workspace, offer: OfferDesign, stacking: Stacking) -> list[Offer]:
    """Return the offers that count while an offer runs: those in use without its rivals, and itself."""
    designs = list(workspace.rows(OFFERS).values())
    live = ended_off(designs, last_order_day(workspace))
    counted = beside(live, replace(offer, status=Status.ACTIVE))
    tags: Mapping[str, frozenset[str]] = {}
    if any(design.tags or design.excluded_tags for design in counted):
        tags = article_categories(workspace.frame("item_daily"), workspace.frame("order_lines"))
    return to_offers(counted, stacking, tags=tags)


def article_prices(
    workspace: Workspace,
    offers: Sequence[Offer],
    stacking: Stacking,
    *,
    day: date | None,
    study: DesignStudy | None,
    worst: Mapping[str, PriceRow],
    context: JobContext,
) -> list[ArticlePrice]:
    """Return every article that the files name, those sold most first.

    ``day`` is one on which the campaign runs; ``study`` gives the orders and their prices,
    ``worst`` the lowest that the check found.
    """
    goods = goods_of(workspace.frame("costs"), workspace.frame("order_lines"))
    floors = floors_of(workspace, {one.sku: one.unit_cost for one in goods})
    replayed = {} if study is None else _replayed(study, offers, stacking)
    sold = {} if study is None else _sold(study)
    general = [offer for offer in offers if offer.buyers is BuyerKind.ANY]
    items, shelf = Shelf.of([offer for offer in general if offer.item_level]), Shelf.of(general)
    shelves = {kind: Shelf.of([one for one in offers if one.buyers.is_for(kind)]) for kind in named_kinds(offers)}
    found = []
    for one in goods:
        context.check()
        price = one.list_price

        def at(shelf_of: Shelf, sku: str = one.sku, price: int | None = price) -> int | None:
            return None if price is None else _priced(sku, price, shelf_of, stacking, day)

        alone_of = {kind: value for kind, own in shelves.items() if (value := at(own)) is not None}
        found.append(
            ArticlePrice(
                goods=one,
                sold=sold.get(one.sku, 0),
                floor=floors.get(one.sku),
                campaign=at(items),
                alone=at(shelf),
                alone_of=alone_of,
                replayed=replayed.get(one.sku),
                worst=worst.get(one.sku),
            )
        )
    return sorted(found, key=lambda one: (-one.sold, one.goods.sku))


def named_kinds(offers: Sequence[Offer]) -> tuple[BuyerKind, ...]:
    """Return the kinds of buyers that some of the offers are for, in the order in which they are told."""
    named = {offer.buyers for offer in offers}
    return tuple(kind for kind in BuyerKind if kind is not BuyerKind.ANY and kind in named)


def _priced(sku: str, price: int, shelf: Shelf, stacking: Stacking, day: date | None) -> int:
    """Return what one unit costs; no floor holds the price, since no console knows it."""
    cart = Cart((CartLine("1", sku, price, 1),))
    return price_cart(cart, shelf, stacking.policy(), day=day).lines[0].payable


def _sold(study: DesignStudy) -> dict[str, int]:
    """Return units sold in the orders replayed by article."""
    book = study.book
    known = book.sku >= 0
    units = np.bincount(book.sku[known], weights=book.quantity[known], minlength=len(book.skus))
    return {sku: round(count) for sku, count in zip(book.skus, units.tolist(), strict=True) if sku}


def _replayed(study: DesignStudy, offers: Sequence[Offer], stacking: Stacking) -> dict[str, int]:
    """Return the lowest share of a unit in the orders by article, fen, odd fen rounded up."""
    book, base = study.book, study.replay
    priced = price_book(book, offers, stacking.policy(), prices=base.prices)
    known = book.sku >= 0
    each = -(-priced.paid[known] // book.quantity[known])
    lowest = np.full(len(book.skus), np.iinfo(np.int64).max, dtype=np.int64)
    np.minimum.at(lowest, book.sku[known], each)
    sold = np.bincount(book.sku[known], minlength=len(book.skus)) > 0
    return {sku: int(low) for sku, low, is_sold in zip(book.skus, lowest, sold, strict=True) if is_sold and sku}
