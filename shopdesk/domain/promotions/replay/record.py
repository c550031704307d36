"""What a replay tells: sums of one set of offers on the same orders, by offer, tier, week and kind of customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopdesk.domain.promotions.replay.book import Fen


class BuyerGroup(StrEnum):
    """Kinds of customers that order data tell apart."""

    ALL = "all"
    NEW = "new"
    RETURNING = "returning"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over some orders, fen. ``margin`` None where a cost is missing; then ``without_cost`` says how many.

    ``revenue`` is what customers pay (with postage), ``income`` what the shop gets (platform's parts added),
    ``margin`` income less refunds, costs of goods sold and gifts; ``items`` units sold, gifts not counted.
    """

    orders: int
    items: int
    goods: int
    revenue: int
    income: int
    shop_off: int
    platform_off: int
    gift_cost: int
    refunded: int
    margin: int | None
    without_cost: int

    @property
    def order_value(self) -> float | None:
        """客单价: revenue an order in fen."""
        return self.revenue / self.orders if self.orders else None

    @property
    def items_per_order(self) -> float | None:
        """连带率."""
        return self.items / self.orders if self.orders else None

    @property
    def margin_rate(self) -> float | None:
        """Margin over income after refunds."""
        net = self.income - self.refunded
        return None if self.margin is None or net <= 0 else self.margin / net


@dataclass(frozen=True, slots=True)
class TierReach:
    """One step of a ladder: orders that got it and what it took off them, fen; ``minimum`` in fen or units."""

    offer_id: str
    minimum: int
    orders: int
    taken: int


@dataclass(frozen=True, slots=True)
class OfferCost:
    """What an offer took off: the shop's part, the platform's, and the orders it touched."""

    offer_id: str
    orders: int
    shop_off: int
    platform_off: int
    gift_cost: int


@dataclass(frozen=True, slots=True)
class ThinOrder:
    """One of the orders that leave least: position in the book, and its figures in fen."""

    position: int
    value: int
    revenue: int
    margin: int


@dataclass(frozen=True, slots=True)
class Replay:
    """A set of offers on a book. ``order_revenue`` and ``order_margin`` are per order (margin 0 where unknown)."""

    totals: Totals
    by_group: Mapping[BuyerGroup, Totals]
    by_week: Mapping[date, Totals]  # Monday of the week
    costs: tuple[OfferCost, ...]
    reach: tuple[TierReach, ...]
    thinnest: tuple[ThinOrder, ...]  # ascending margin, at most 50
    order_revenue: Fen
    order_margin: Fen
    by_engine: int = 0  # orders that the engine priced one by one, since an offer can't be vectorised
