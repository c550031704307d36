"""What a cart costs, line by line and offer by offer, and why: a trace of codes and values that the interface words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.promotions.offers import Gift


class StepCode(StrEnum):
    """What happened to an offer."""

    APPLIED = "applied"
    GIFT = "gift"
    SHIPPING = "shipping"
    NOT_STARTED = "not_started"
    ENDED = "ended"
    BELOW_AMOUNT = "below_amount"
    BELOW_QUANTITY = "below_quantity"
    NOT_IN_CART = "not_in_cart"
    CONDITION_UNMET = "condition_unmet"
    NOT_BEST = "not_best"
    CONFLICT = "conflict"
    EXCLUDED = "excluded"
    POOLED = "pooled"
    USED_UP = "used_up"
    BUDGET_SPENT = "budget_spent"
    NOTHING_TO_TAKE = "nothing_to_take"


APPLIED_CODES = frozenset({StepCode.APPLIED, StepCode.GIFT, StepCode.SHIPPING})


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the trace.

    ``before``/``after`` are the goods in fen; ``taken`` what the offer took off goods and postage, ``not_given``
    what floors kept it from taking, ``over_budget`` what its budget did; ``lines`` its share by line, ``gifts``
    what it added, ``times`` how often it came to bear. ``missing`` (fen or units) is what the customer lacks for
    the offer or for its next step ``next_minimum``, which would take ``next_value``; ``missing_units`` what is
    lacking besides where a step asks for both. ``other`` names the offer that stood in the way, or that counts
    the goods of this one too.
    """

    offer_id: str
    code: StepCode
    before: int
    after: int
    taken: int = 0
    not_given: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)
    missing: int = 0
    next_minimum: int = 0
    next_value: str = ""
    threshold: int = 0
    reached: int = 0
    other: str = ""
    day: str = ""
    missing_units: int = 0
    counts_units: bool = False  # what ``missing`` and ``next_minimum`` are in; else fen
    over_budget: int = 0
    times: int = 1
    gifts: tuple[Gift, ...] = ()

    @property
    def is_applied(self) -> bool:
        """Whether the offer did something."""
        return self.code in APPLIED_CODES


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line: ``units`` are (count, price now, price after item-level offers); ``shares`` what each offer took."""

    line: str
    sku: str
    quantity: int
    unit_price: int
    units: tuple[tuple[int, int, int], ...]
    shares: Mapping[str, int]

    @property
    def listed(self) -> int:
        """What the line costs without offers, fen."""
        return self.unit_price * self.quantity

    @property
    def payable(self) -> int:
        """What the customer pays for the line, fen."""
        return sum(count * now for count, now, _ in self.units)

    @property
    def discount(self) -> int:
        """What all offers took, fen."""
        return self.listed - self.payable

    def unit_discounts(self) -> list[int]:
        """Return the discount of each unit, in order."""
        return [self.unit_price - now for count, now, _ in self.units for _ in range(count)]

    def refund(self, quantity: int) -> int:
        """Return what the customer gets back for the last ``quantity`` units: their own paid share."""
        if not 0 <= quantity <= self.quantity:
            raise ValueError(f"can't give back {quantity} of {self.quantity} units")
        back = 0
        for count, now, _ in reversed(self.units):
            part = min(count, quantity)
            back += part * now
            quantity -= part
        return back


@dataclass(frozen=True, slots=True)
class PricedCart:
    """A priced cart; all money in integer fen. ``platform_paid`` is the part of the discount the platform bears."""

    lines: tuple[PricedLine, ...]
    shipping_fee: int
    shipping: int
    gifts: tuple[Gift, ...]
    steps: tuple[Step, ...]
    platform_paid: int

    @property
    def goods_total(self) -> int:
        """What the goods cost without offers."""
        return sum(line.listed for line in self.lines)

    @property
    def discount_total(self) -> int:
        """What the offers took off the goods."""
        return sum(line.discount for line in self.lines)

    @property
    def payable(self) -> int:
        """What the customer pays, postage included."""
        return self.goods_total - self.discount_total + self.shipping

    @property
    def shop_income(self) -> int:
        """What the shop gets: the payment and the platform's part of the discount."""
        return self.payable + self.platform_paid

    @property
    def gift_cost(self) -> int | None:
        """What the gifts cost the shop, fen; None where the cost of one isn't known."""
        costs = [(gift.unit_cost, gift.quantity) for gift in self.gifts]
        return None if any(cost is None for cost, _ in costs) else sum((cost or 0) * count for cost, count in costs)

    def margin(self, cost: int | None) -> int | None:
        """Return what is left of the shop's income after goods (``cost``, fen) and gifts; None where unknown."""
        gifts = self.gift_cost
        return None if cost is None or gifts is None else self.shop_income - cost - gifts

    @property
    def applied(self) -> tuple[str, ...]:
        """The offers that did something, in order."""
        return tuple(dict.fromkeys(step.offer_id for step in self.steps if step.is_applied))
