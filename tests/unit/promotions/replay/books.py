"""Small books of orders for tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shopdesk.domain.promotions.replay.book import UNKNOWN, OrderBook, PriceBasis

Line = tuple[str, int, int]  # sku, price of a unit in fen, units


def book_of(
    carts: Sequence[Sequence[Line]],
    *,
    shipping: Sequence[int] | None = None,
    costs: dict[str, int] | None = None,
    days: Sequence[str] | None = None,
    returning: Sequence[int] | None = None,
    paid: Sequence[int] | None = None,
    refunded: Sequence[int] | None = None,
    buyers: Sequence[int] | None = None,
) -> OrderBook:
    """Return a book of carts; by default all of one day, without postage, costs or names."""
    count, lines = len(carts), [line for cart in carts for line in cart]
    skus = tuple(sorted({sku for sku, _, _ in lines}))
    price = np.array([price for _, price, _ in lines], dtype=np.int64)
    units = np.array([units for _, _, units in lines], dtype=np.int64)
    starts = np.cumsum([0, *(len(cart) for cart in carts)]).astype(np.int64)
    post = np.array(shipping if shipping is not None else [0] * count, dtype=np.int64)
    value = np.add.reduceat(price * units, starts[:-1]) if count else np.zeros(0, dtype=np.int64)
    return OrderBook(
        order_id=np.array([str(i) for i in range(count)], dtype=object),
        day=np.array(days if days is not None else ["2026-06-01"] * count, dtype="datetime64[D]"),
        buyer=np.array(buyers if buyers is not None else [UNKNOWN] * count, dtype=np.int64),
        returning=np.array(returning if returning is not None else [UNKNOWN] * count, dtype=np.int64),
        shipping=post,
        shop_off=np.zeros(count, dtype=np.int64),
        platform_off=np.zeros(count, dtype=np.int64),
        paid=np.array(paid, dtype=np.int64) if paid is not None else value + post,
        refunded=np.array(refunded if refunded is not None else [0] * count, dtype=np.int64),
        starts=starts,
        sku=np.array([skus.index(sku) for sku, _, _ in lines], dtype=np.int64),
        skus=skus,
        titles=skus,
        list_price=price,
        item_price=price,
        quantity=units,
        cost=np.array([(costs or {}).get(sku, UNKNOWN) for sku, _, _ in lines], dtype=np.int64),
        basis=PriceBasis.LINE_PRICES if count else PriceBasis.NONE,
        left_out=0,
    )
