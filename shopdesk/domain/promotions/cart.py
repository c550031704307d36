"""What a customer is about to pay for: lines of goods and the postage, in integer fen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of a cart; money in fen a unit, ``floor`` the lowest price a unit may be sold at.

    ``discountable`` False keeps the line out of every offer and of every threshold; ``selected`` False
    keeps it out of the purchase.
    """

    line: str
    sku: str
    unit_price: int
    quantity: int
    tags: frozenset[str] = frozenset()
    floor: int | None = None
    discountable: bool = True
    selected: bool = True

    def __post_init__(self) -> None:
        if self.unit_price < 0 or self.quantity < 0:
            raise ValueError(f"a price or quantity below zero in line {self.line}")


@dataclass(frozen=True, slots=True)
class Cart:
    """Lines in the order the customer sees them, each with its own name, and the postage in fen."""

    lines: tuple[CartLine, ...]
    shipping_fee: int = 0

    def __post_init__(self) -> None:
        names = [line.line for line in self.lines]
        if len(set(names)) != len(names):
            raise ValueError("two lines of a cart have the same name")
        if self.shipping_fee < 0:
            raise ValueError("postage below zero")
