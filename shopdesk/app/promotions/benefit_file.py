"""The benefits of a cart file: what an offer gives, by its ``type``; ``cart_file`` has the schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, TypeAlias

from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Base,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    EveryAmountOff,
    Gift,
    Give,
    Ladder,
    Measure,
    NthUnit,
    OrderAmountOff,
    OrderPercentOff,
    PerGroup,
    RoundAt,
    Scope,
    SetPrice,
    SetUnitPrice,
    Several,
    ShippingPercentOff,
    Slot,
    Tier,
    UnitAmountOff,
    UnitLimits,
    UnitPercentOff,
)
from shopdesk.domain.promotions.rounding import Rounding

Raw: TypeAlias = Mapping[str, Any]


class CartFileError(ValueError):
    """The text is not a cart: the message names what is wrong."""


@dataclass(frozen=True, slots=True)
class Money:
    """Turns decimal amounts into whole minor units and back."""

    minor_digits: int = 2

    def minor(self, amount: object) -> int:
        """Return whole minor units; refuse what doesn't fit."""
        try:
            scaled = Decimal(str(amount)).scaleb(self.minor_digits)
            if scaled != scaled.to_integral_value():
                raise CartFileError(f"{amount} has more than {self.minor_digits} decimals")
            return int(scaled)
        except (InvalidOperation, OverflowError) as error:
            raise CartFileError(f"{amount} is not an amount") from error

    def maybe(self, amount: object | None) -> int | None:
        """Return minor units or None."""
        return None if amount is None else self.minor(amount)

    def text(self, minor: int) -> str:
        """Return a decimal text in major units."""
        return str(Decimal(minor).scaleb(-self.minor_digits))


def read_scope(raw: Raw | None, money: Money) -> Scope | None:
    """Return which goods a part of an offer looks at; None where the text says nothing of them."""
    if raw is None:
        return None
    return Scope(
        frozenset(map(str, raw.get("skus", ()))),
        frozenset(map(str, raw.get("tags", ()))),
        frozenset(map(str, raw.get("excluded", ()))),
        money.maybe(raw.get("price_min")),
        money.maybe(raw.get("price_max")),
        bool(raw.get("undiscounted_only", False)),
    )


def read_benefit(raw: Raw, money: Money) -> Benefit:
    """Return the benefit of an offer by its ``type``."""
    reader = _BENEFITS.get(str(raw["type"]))
    if reader is None:
        raise CartFileError(f"unknown benefit: {raw['type']}")
    return reader(raw, money)


def _limits(raw: Raw) -> UnitLimits:
    return UnitLimits(
        raw.get("max_units_line"), raw.get("max_units_order"), cheapest_first=raw.get("pick") == "cheapest_first"
    )


def _percent_of(raw: Raw) -> Fraction:
    return Fraction(str(raw["percent"]))


def _unit_percent(raw: Raw, money: Money) -> Benefit:
    return UnitPercentOff(
        _percent_of(raw),
        Base(raw.get("base", "current")),
        RoundAt(raw.get("round_at", "line")),
        Rounding(raw["round"]) if raw.get("round") else None,
        _limits(raw),
        read_scope(raw.get("scope"), money),
    )


def _tiers(raw: Sequence[Raw], *, minimum: Callable[[Any], int], value: Callable[[Any], Fraction]) -> tuple[Tier, ...]:
    return tuple(Tier(minimum(tier["min"]), value(tier["value"])) for tier in raw)


def _ladder(raw: Raw, money: Money) -> Benefit:
    measured, given = Measure(raw.get("measure", "order_amount")), Give(raw.get("give", "order_amount_off"))
    counts = measured in (Measure.ORDER_QUANTITY, Measure.LINE_QUANTITY)
    percent = given in (Give.LINE_PERCENT_OFF, Give.ORDER_PERCENT_OFF)

    def value(amount: Any) -> Fraction:
        return Fraction(str(amount)) if percent else Fraction(money.minor(amount))

    return Ladder(
        measured,
        given,
        _tiers(raw["tiers"], minimum=int if counts else money.minor, value=value),
        value(raw.get("base_value", 0)),
        Base(raw.get("base", "current")),
        read_scope(raw.get("measure_scope"), money),
        read_scope(raw.get("scope"), money),
    )


def _every(raw: Raw, money: Money) -> Benefit:
    step = money.minor(raw["step"])
    if step <= 0:
        raise CartFileError("the step of every_amount_off must be above zero")
    times = raw.get("max_times")
    return EveryAmountOff(
        step,
        money.minor(raw["value"]),
        None if times is None else int(times),
        Base(raw.get("base", "current")),
        read_scope(raw.get("scope"), money),
    )


def _per_group(raw: Raw, money: Money) -> Benefit:
    size = int(raw["group_size"])
    if size <= 0:
        raise CartFileError("a group has at least one unit")
    ladder = raw.get("percent_tiers") or {}
    return PerGroup(
        size,
        money.minor(raw.get("value", 0)),
        Fraction(str(raw.get("percent", ladder.get("base", 0)))),
        _tiers(ladder.get("tiers", ()), minimum=money.minor, value=lambda amount: Fraction(str(amount))),
        read_scope(raw.get("scope"), money),
    )


def _nth(raw: Raw, money: Money) -> Benefit:
    nth = int(raw["nth"])
    if nth <= 0:
        raise CartFileError("nth starts at 1")
    return NthUnit(nth, _percent_of(raw), raw.get("max_times"), read_scope(raw.get("scope"), money))


def _buy_get(raw: Raw, money: Money) -> Benefit:
    buy, get = raw["buy"], raw["get"]
    return BuyGet(
        read_scope(buy.get("scope"), money) or EVERYTHING,
        int(buy.get("qty", 1)),
        read_scope(get.get("scope"), money) or EVERYTHING,
        int(get.get("qty", 1)),
        money.maybe(get.get("value")),
        Fraction(str(get.get("percent", 100))),
        read_scope(raw.get("scope"), money),
    )


_BENEFITS: dict[str, Callable[[Raw, Money], Benefit]] = {
    "order_amount_off": lambda raw, money: OrderAmountOff(
        money.minor(raw["value"]), read_scope(raw.get("scope"), money)
    ),
    "order_percent_off": lambda raw, money: OrderPercentOff(
        _percent_of(raw),
        money.maybe(raw.get("cap")),
        Base(raw.get("base", "current")),
        read_scope(raw.get("scope"), money),
    ),
    "unit_amount_off": lambda raw, money: UnitAmountOff(
        money.minor(raw["value"]), _limits(raw), read_scope(raw.get("scope"), money)
    ),
    "unit_percent_off": _unit_percent,
    "set_unit_price": lambda raw, money: SetUnitPrice(
        money.minor(raw["value"]), _limits(raw), read_scope(raw.get("scope"), money)
    ),
    "tiers": _ladder,
    "every_amount_off": _every,
    "per_group": _per_group,
    "nth_unit": _nth,
    "bundle_price": lambda raw, money: BundlePrice(
        int(raw["qty"]), money.minor(raw["price"]), read_scope(raw.get("scope"), money)
    ),
    "set_price": lambda raw, money: SetPrice(
        tuple(Slot(read_scope(slot["scope"], money) or EVERYTHING, int(slot.get("qty", 1))) for slot in raw["slots"]),
        money.minor(raw["price"]),
        read_scope(raw.get("scope"), money),
    ),
    "cheapest_unit_free": lambda raw, money: CheapestUnitFree(read_scope(raw.get("scope"), money)),
    "buy_get": _buy_get,
    "shipping_percent_off": lambda raw, money: ShippingPercentOff(
        _percent_of(raw), read_scope(raw.get("scope"), money)
    ),
    "gift": lambda raw, money: Gift(
        str(raw["sku"]),
        int(raw.get("qty", 1)),
        money.minor(raw.get("unit_price", 0)),
        money.maybe(raw.get("unit_cost")),
        read_scope(raw.get("scope"), money),
    ),
    "all": lambda raw, money: Several(
        tuple(read_benefit(part, money) for part in raw["of"]), read_scope(raw.get("scope"), money)
    ),
}
