"""Many carts as one book, so that thousands are priced at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook, PriceBasis
from shopdesk.domain.promotions.replay.by_engine import Progress
from shopdesk.domain.promotions.replay.priced import OfferUse
from shopdesk.domain.promotions.replay.vector import price_book

_WHOLE = 100

Line = tuple[str, int, int, bool]
"""Article, fen a unit, units, whether it is the article looked at."""


@dataclass(slots=True)
class Carts:
    """Carts on their way into a book; each has lines of at least one unit."""

    codes: dict[str, int] = field(default_factory=dict)
    starts: list[int] = field(default_factory=lambda: [0])
    sku: list[int] = field(default_factory=list)
    price: list[int] = field(default_factory=list)
    quantity: list[int] = field(default_factory=list)
    wanted: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def add(self, lines: Sequence[Line]) -> None:
        """Add a cart."""
        for sku, price, quantity, wanted in lines:
            self.sku.append(self.codes.setdefault(sku, len(self.codes)))
            self.price.append(price)
            self.quantity.append(quantity)
            self.wanted.append(wanted)
        self.starts.append(len(self.sku))

    def book(self) -> OrderBook:
        """Return the book."""
        count, lines = len(self), len(self.sku)
        none, price = np.zeros(count, dtype=np.int64), np.array(self.price, dtype=np.int64)
        return OrderBook(
            order_id=np.full(count, "", dtype=object),
            day=np.full(count, np.datetime64("NaT", "D")),
            buyer=np.full(count, UNKNOWN, dtype=np.int64),
            returning=np.full(count, UNKNOWN, dtype=np.int64),
            shipping=none,
            shop_off=none,
            platform_off=none,
            paid=none,
            refunded=none,
            starts=np.array(self.starts, dtype=np.int64),
            sku=np.array(self.sku, dtype=np.int64),
            skus=tuple(self.codes),
            titles=tuple(self.codes),
            list_price=price,
            item_price=price,
            quantity=np.array(self.quantity, dtype=np.int64),
            cost=np.full(lines, UNKNOWN, dtype=np.int64),
            basis=PriceBasis.LINE_PRICES,
            left_out=0,
        )


@dataclass(frozen=True, slots=True)
class Tried:
    """Carts priced: of each line what is paid; of each cart the article's units, their payment, the shop's income."""

    line_paid: Fen
    units: Codes
    paid: Fen
    income: Fen
    uses: tuple[OfferUse, ...]
    wanted_lines: Codes

    def offers_of(self, cart_of_line: Codes) -> dict[int, tuple[str, ...]]:
        """Return the offers that took something off the article, by cart; needs uses by line."""
        found: dict[int, list[str]] = {}
        wanted = np.zeros(len(self.line_paid), dtype=np.bool_)
        wanted[self.wanted_lines] = True
        for use in self.uses:
            touched = use.lines[(use.line_off > 0)]
            for cart in np.unique(cart_of_line[touched[wanted[touched]]]).tolist():
                found.setdefault(cart, []).append(use.offer_id)
        return {cart: tuple(ids) for cart, ids in found.items()}


def try_carts(
    carts: Carts, offers: Sequence[Offer], policy: Policy, *, by_line: bool = False, progress: Progress | None = None
) -> Tried:
    """Price all carts; ``by_line`` keeps which offer took what off which line."""
    book = carts.book()
    by_line |= any(offer.shop_percent < _WHOLE for offer in offers)
    priced = price_book(book, offers, policy, progress=progress, by_line=by_line)
    platform = np.zeros(book.lines, dtype=np.int64)
    for offer, use in zip(offers, priced.uses, strict=True):
        if offer.shop_percent < _WHOLE and len(use.lines):
            np.add.at(platform, use.lines, use.line_off * (_WHOLE - offer.shop_percent))
    wanted = np.array(carts.wanted, dtype=np.bool_)
    if not len(carts):
        nothing = np.zeros(0, dtype=np.int64)
        return Tried(priced.paid, nothing, nothing, nothing, priced.uses, nothing)

    def own(values: Fen) -> Fen:
        summed: Fen = np.add.reduceat(np.where(wanted, values, 0), book.starts[:-1])
        return summed

    paid = own(priced.paid)
    income = paid + own(platform) // _WHOLE
    return Tried(priced.paid, own(book.quantity), paid, income, priced.uses, np.flatnonzero(wanted))
