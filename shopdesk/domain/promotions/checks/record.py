"""What the price check tells: how low an article can come, in which cart, and while which offers run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shopdesk.domain.promotions.offers import MINUTES_OF_DAY

FILLER = ""
"""The sku of goods that needn't exist: whatever brings a cart to an exact amount."""


@dataclass(frozen=True, slots=True)
class CartPart:
    """Some units of one article in a cart; ``price`` of a unit before any offer, fen."""

    sku: str
    quantity: int
    price: int


@dataclass(frozen=True, slots=True)
class Reached:
    """How low a unit comes in one cart: what the customer pays (rounded up) and what the shop gets (rounded down), fen.

    ``offers`` are the ids of those that lower it, ``steps`` the minimum of the step that each gave (fen or units, 0
    none).
    """

    price: int
    income: int
    parts: tuple[CartPart, ...]
    offers: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()

    @property
    def has_filler(self) -> bool:
        """Whether the cart holds goods that needn't exist."""
        return any(part.sku == FILLER for part in self.parts)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the same offers run: minutes since day 1, None without a beginning or an end (excluded).

    ``running`` are positions of the offers.
    """

    start: int | None
    end: int | None
    running: tuple[int, ...]

    @property
    def first_day(self) -> date | None:
        """Its first day."""
        return None if self.start is None else day_of(self.start)

    @property
    def last_day(self) -> date | None:
        """Its last day."""
        return None if self.end is None else day_of(self.end - 1)


@dataclass(frozen=True, slots=True)
class Lowest:
    """How low one article can come in one stretch.

    ``price`` and ``income`` are the carts in which the customer pays least and the shop gets least, goods that
    needn't exist allowed: no cart comes lower but for the odd fen of its further lines. ``real`` is the lowest found
    with goods of the shop only.
    """

    sku: str
    stretch: Stretch
    price: Reached
    income: Reached
    real: Reached


def day_of(minute: int) -> date:
    """Return the day of a minute since day 1."""
    return date.min + timedelta(days=minute // MINUTES_OF_DAY)


def minute_of(day: date, minute: int = 0) -> int:
    """Return a minute of a day as minutes since day 1."""
    return (day - date.min).days * MINUTES_OF_DAY + minute
