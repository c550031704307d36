"""Orders rebuilt as carts before order-level offers: the ground of replay, ladders, bundles and price checks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

Fen = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int64]
Days = npt.NDArray[np.datetime64]

UNKNOWN = -1
"""In ``cost``, ``buyer`` and ``returning``: not known."""


class PriceBasis(StrEnum):
    """How the item price of the lines was found, best first."""

    PAID_AND_SHARE = "paid_and_share"  # what lines paid plus their share of order-level offers
    LINE_PRICES = "line_prices"  # price × quantity less the line's own discount
    ORDER_TOTAL = "order_total"  # no lines: one line an order, of its goods total
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OrderBook:
    """Paid orders of a period, their lines sorted by order; money in fen, read-only arrays.

    Order arrays have n entries, line arrays m, ``starts`` n + 1 offsets into the lines (every order has a line).
    ``item_price`` is a unit's price after the item-level offers that ran then, ``list_price`` before them
    (the same where unknown). ``shop_off`` and ``platform_off`` are the order-level discounts that were given,
    ``paid`` what the customer paid with postage, ``refunded`` what went back (never above ``paid``).
    """

    order_id: npt.NDArray[np.object_]
    day: Days
    buyer: Codes
    returning: Codes  # 1 bought before (any time in the files), 0 first order known, UNKNOWN
    shipping: Fen
    shop_off: Fen
    platform_off: Fen
    paid: Fen
    refunded: Fen
    starts: Codes
    sku: Codes
    skus: tuple[str, ...]
    titles: tuple[str, ...]
    list_price: Fen
    item_price: Fen
    quantity: Codes
    cost: Fen  # of a unit, UNKNOWN where no cost list tells it
    basis: PriceBasis
    left_out: int  # orders of the period that weren't paid or have no value
    refused_identity: float | None = None
    """Share of lines where paid ≠ price × quantity − discounts by more than a fen; None where it can't be tested."""
    unpaid: int = 0  # of left_out
    cancelled: int = 0  # of left_out
    without_value: int = 0  # of left_out: no price in the files, or all of them 0
    clipped_refunds: int = 0  # orders whose files say that more went back than was paid
    without_lines: int = 0  # orders that only their total tells of: one line without an article
    rising: npt.NDArray[np.bool_] | None = None
    """Whether the buyer of each order was a rising one by all orders of the files; None: this book alone tells."""

    @property
    def orders(self) -> int:
        """Number of orders."""
        return len(self.order_id)

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.sku)

    def order_of_line(self) -> Codes:
        """Return the position of the order of each line."""
        return np.repeat(np.arange(self.orders, dtype=np.int64), np.diff(self.starts))

    def values(self) -> Fen:
        """Return the goods value of each order after item-level and before order-level offers, in order."""
        if not self.orders:
            return np.zeros(0, dtype=np.int64)
        return np.add.reduceat(self.item_price * self.quantity, self.starts[:-1])
