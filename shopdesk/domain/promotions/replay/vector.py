"""Every order of a book priced under offers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shopdesk.domain.promotions.offers import Offer, Policy
from shopdesk.domain.promotions.replay.book import Fen, OrderBook
from shopdesk.domain.promotions.replay.by_engine import Ask, Progress, price_by_engine
from shopdesk.domain.promotions.replay.priced import Priced


def price_book(
    book: OrderBook,
    offers: Sequence[Offer],
    policy: Policy,
    *,
    prices: Fen | None = None,
    floors: Fen | None = None,
    dated: bool = False,
    progress: Progress | None = None,
) -> Priced:
    """Price every order; see ``replay`` for the arguments."""
    before = book.item_price if prices is None else prices
    lowest = np.zeros(book.lines, dtype=np.int64) if floors is None else floors
    paid, shipping = before * book.quantity, book.shipping.copy()
    if not offers:
        return Priced(paid, shipping, ())
    ask = Ask(book, offers, policy, before, lowest, dated)
    uses = price_by_engine(ask, np.arange(book.orders, dtype=np.int64), paid, shipping, progress)
    return Priced(paid, shipping, tuple(uses), by_engine=book.orders)
