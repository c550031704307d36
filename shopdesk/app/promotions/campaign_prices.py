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
    itself; ``replayed`` the lowest that its share of an order came to on the orders replayed.
    """

    goods: Goods
    floor: int | None
    campaign: int | None
    alone: int | None
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
    shelf, items = Shelf.of(offers), Shelf.of([offer for offer in offers if offer.item_level])
    found = []
    for one in goods:
        context.check()
        price, floor = one.list_price, floors.get(one.sku)
        at, alone = (
            (None, None)
            if price is None
            else (_priced(one.sku, price, shelf_of, stacking, day) for shelf_of in (items, shelf))
        )
        found.append(ArticlePrice(one, floor, at, alone, replayed.get(one.sku), worst.get(one.sku)))
    return found


def _priced(sku: str, price: int, shelf: Shelf, stacking: Stacking, day: date | None) -> int:
    """Return what one unit costs; no floor holds the price, since no console knows it."""
    cart = Cart((CartLine("1", sku, price, 1),))
    return price_cart(cart, shelf, stacking.policy(), day=day).lines[0].payable


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
