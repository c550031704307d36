"""Sums of an order over its lines, and what goes back of another payment."""

from __future__ import annotations

import numpy as np

from shopdesk.domain.promotions.replay.book import UNKNOWN, Fen, OrderBook


def by_order(book: OrderBook, values: Fen) -> Fen:
    """Return the sum of a figure of the lines for each order."""
    if not book.orders:
        return np.zeros(0, dtype=np.int64)
    summed: Fen = np.add.reduceat(values, book.starts[:-1])
    return summed


def order_costs(book: OrderBook) -> Fen:
    """Return what the goods of each order cost the shop, UNKNOWN where a line doesn't know."""
    unknown = by_order(book, (book.cost == UNKNOWN).astype(np.int64)) > 0
    return np.where(unknown, UNKNOWN, by_order(book, np.maximum(book.cost, 0) * book.quantity))


def refunds(book: OrderBook, revenue: Fen) -> Fen:
    """Return what would go back of other payments: the same share of each order, to the nearest fen."""
    share = np.divide(book.refunded, book.paid, out=np.zeros(book.orders), where=book.paid > 0)
    back = np.rint(share * revenue).astype(np.int64)
    return np.where((book.refunded >= book.paid) & (book.paid > 0), revenue, back)
