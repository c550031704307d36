"""What a unit of each line costs before the offers that are replayed, and what it may cost at least."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.offers import Offer, SetUnitPrice, UnitAmountOff, UnitPercentOff
from shopdesk.domain.promotions.replay.book import UNKNOWN, Fen, OrderBook


def starting_prices(book: OrderBook, today: Iterable[Offer]) -> Fen:
    """Return the price of a unit of each line, fen: the item price of the book, or the one on the shelf.

    Where one of ``today``'s offers makes the price of an article, it stands in place of whatever made the article's
    price then, so the shelf price is the start. Sets and every-N-th offers make no price of an article.
    """
    codes = {sku: code for code, sku in enumerate(book.skus)}
    replaced = np.zeros(len(book.skus) + 1, dtype=np.bool_)
    for offer in today:
        is_for_all = offer.buyers is BuyerKind.ANY
        if is_for_all and offer.item_level and isinstance(offer.benefit, UnitAmountOff | UnitPercentOff | SetUnitPrice):
            scopes = [scope for scope in (offer.scope, offer.benefit.scope) if scope is not None]
            narrow = min((scope.skus for scope in scopes if scope.skus), key=len, default=None)
            for sku in book.skus if narrow is None else narrow:
                named = all((not scope.skus or sku in scope.skus) and sku not in scope.excluded for scope in scopes)
                if named and sku in codes and not any(scope.tags for scope in scopes):
                    replaced[codes[sku]] = True
    return np.where(replaced[book.sku], book.list_price, book.item_price)


def line_floors(book: OrderBook, floors: Mapping[str, int]) -> Fen:
    """Return the lowest price of a unit of each line by the floors of the articles, fen; 0 where there is none."""
    by_code = np.array([*(max(0, floors.get(sku, 0)) for sku in book.skus), 0], dtype=np.int64)
    return by_code[book.sku]


def article_costs(book: OrderBook) -> dict[str, int | None]:
    """Return what a unit of each article costs the shop, fen; None where no cost list tells it."""
    known = np.full(len(book.skus), UNKNOWN, dtype=np.int64)
    np.maximum.at(known, book.sku, book.cost)
    return {sku: None if cost == UNKNOWN else cost for sku, cost in zip(book.skus, known.tolist(), strict=True) if sku}
