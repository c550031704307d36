"""What a unit of each article costs today before the offers that are checked."""

from __future__ import annotations

import numpy as np

from shopdesk.domain.promotions.replay.book import Fen, OrderBook


def current_prices(book: OrderBook, prices: Fen, listed: dict[str, int]) -> dict[str, int]:
    """Return the price of a unit by article, fen: of the last line that sold it, else what the cost list says.

    ``prices`` are those of a unit of each line of the book (see ``starting_prices``); articles of price 0 can't fall.
    """
    found = {sku: price for sku, price in listed.items() if price > 0}
    order = book.order_of_line()
    day = np.where(np.isnat(book.day), np.datetime64(0, "D"), book.day.astype("datetime64[D]"))[order]
    rank = np.argsort(day, kind="stable")
    newest = rank[prices[rank] > 0][::-1]
    codes, first = np.unique(book.sku[newest], return_index=True)
    for code, at in zip(codes.tolist(), newest[first].tolist(), strict=True):
        if code >= 0 and book.skus[code]:
            found[book.skus[code]] = int(prices[at])
    return found
