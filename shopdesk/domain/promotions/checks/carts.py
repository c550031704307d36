"""Many carts as one book, so that thousands are priced at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook, PriceBasis
from shopdesk.domain.promotions.replay.by_engine import Progress
from shopdesk.domain.promotions.replay.priced import OfferUse
from shopdesk.domain.promotions.replay.vector import price_book

_WHOLE = 100

Line = tuple[str, int, int, bool]
"""Article, fen a unit, units, whether it is the article looked at."""
Met = tuple[str, int]
"""Offer, and the minimum of its step that was given (fen or units, 0 none)."""


@dataclass(slots=True)
class Carts:
    """Carts on their way into a book; each has lines of at least one unit."""

    starts: list[int] = field(default_factory=lambda: [0])
    lines: list[Line] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def add(self, lines: Sequence[Line]) -> None:
        """Add a cart."""
        self.lines += lines
        self.starts.append(len(self.lines))

    def wanted(self) -> npt.NDArray[np.bool_]:
        """Return which lines are of the article looked at."""
        return np.fromiter((line[3] for line in self.lines), dtype=np.bool_, count=len(self.lines))

    def book(self) -> OrderBook:
        """Return the book."""
        count, lines = len(self), len(self.lines)
        codes = {sku: code for code, sku in enumerate(dict.fromkeys(line[0] for line in self.lines))}
        none = np.zeros(count, dtype=np.int64)
        price = np.fromiter((line[1] for line in self.lines), dtype=np.int64, count=lines)
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
            sku=np.fromiter((codes[line[0]] for line in self.lines), dtype=np.int64, count=lines),
            skus=tuple(codes),
            titles=tuple(codes),
            list_price=price,
            item_price=price,
            quantity=np.fromiter((line[2] for line in self.lines), dtype=np.int64, count=lines),
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

    def met_by(self, cart_of_line: Codes) -> dict[int, tuple[Met, ...]]:
        """Return the offers that took something off the article and their steps, by cart; needs uses by line."""
        found: dict[int, list[Met]] = {}
        wanted = np.zeros(len(self.line_paid), dtype=np.bool_)
        wanted[self.wanted_lines] = True
        for use in self.uses:
            touched = use.lines[(use.line_off > 0)]
            carts = np.unique(cart_of_line[touched[wanted[touched]]])
            steps = use.step[np.searchsorted(use.orders, carts)]
            for cart, step in zip(carts.tolist(), steps.tolist(), strict=True):
                found.setdefault(cart, []).append((use.offer_id, step))
        return {cart: tuple(met) for cart, met in found.items()}


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
    wanted = carts.wanted()
    if not len(carts):
        nothing = np.zeros(0, dtype=np.int64)
        return Tried(priced.paid, nothing, nothing, nothing, priced.uses, nothing)

    def own(values: Fen) -> Fen:
        summed: Fen = np.add.reduceat(np.where(wanted, values, 0), book.starts[:-1])
        return summed

    paid = own(priced.paid)
    income = paid + own(platform) // _WHOLE
    return Tried(priced.paid, own(book.quantity), paid, income, priced.uses, np.flatnonzero(wanted))
