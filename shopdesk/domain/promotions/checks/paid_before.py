"""What customers paid for a unit of each article before: the lowest of the last days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from shopdesk.domain.promotions.replay.book import OrderBook


@dataclass(frozen=True, slots=True)
class PaidBefore:
    """The lowest payment for a unit, fen rounded up, with its last day and the order."""

    price: int
    day: date
    order_id: str


def paid_before(book: OrderBook, *, days: int, last: date | None = None) -> Mapping[str, PaidBefore]:
    """Return by article the lowest paid for a unit in the last ``days`` days up to ``last`` (None: the newest).

    Order-level discounts are shared over the lines by what they cost. Gifts (lines that cost nothing) don't count.
    """
    known = ~np.isnat(book.day)
    if not book.orders or not known.any():
        return {}
    end = np.datetime64(last, "D") if last is not None else book.day[known].max().astype("datetime64[D]")
    within = known & (book.day <= end) & (book.day > end - np.timedelta64(days, "D"))
    order = book.order_of_line()
    cost = book.item_price * book.quantity
    goods = book.values()[order]
    off = np.minimum(np.maximum(book.shop_off + book.platform_off, 0)[order], goods)
    chosen = np.flatnonzero(within[order] & (cost > 0) & (book.quantity > 0))
    paid = cost[chosen] * ((goods - off)[chosen] / goods[chosen])
    unit = np.ceil(paid / book.quantity[chosen] - 1e-6).astype(np.int64)
    rank = np.lexsort((-book.day[order[chosen]].astype("datetime64[D]").astype(np.int64), unit))
    skus, first = np.unique(book.sku[chosen][rank], return_index=True)
    found = {}
    for sku, at in zip(skus.tolist(), rank[first].tolist(), strict=True):
        if sku >= 0 and book.skus[sku]:
            place = int(order[chosen[at]])
            day = book.day[place].astype("datetime64[D]").item()
            found[book.skus[sku]] = PaidBefore(int(unit[at]), day, str(book.order_id[place]))
    return found
