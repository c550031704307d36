"""The benefits of a cart file: what an offer gives, by its ``type``; ``cart_file`` has the schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, TypeAlias

from shopdesk.domain.issues import Issue, Severity
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Base,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    EveryAmountOff,
    Gift,
    GiftLadder,
    GiftTier,
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
    SetShipping,
    SetUnitPrice,
    Several,
    ShippingAmountOff,
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
    """The text is not a cart; ``issue`` names what is wrong."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code} {values}")
        self.issue = Issue(f"cart_{code}", Severity.FILE, values={name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Money:
    """Turns decimal amounts into whole minor units and back."""

    minor_digits: int = 2

    def minor(self, amount: object) -> int:
        """Return whole minor units; refuse what doesn't fit and what is below zero."""
        try:
            scaled = Decimal(str(amount)).scaleb(self.minor_digits)
            if scaled != scaled.to_integral_value():
                raise CartFileError("decimals", value=amount, limit=self.minor_digits)
            if scaled < 0:
                raise CartFileError("below_zero", value=amount)
            return int(scaled)
        except (InvalidOperation, OverflowError) as error:
            raise CartFileError("no_amount", value=amount) from error

    def maybe(self, amount: object | None) -> int | None:
        """Return minor units or None."""
        return None if amount is None else self.minor(amount)

    def text(self, minor: int) -> str:
        """Return a decimal text in major units."""
        return str(Decimal(minor).scaleb(-self.minor_digits))


def whole_number(value: object) -> int:
    """Return a number of units or times; refuse fractions and what is below zero."""
    try:
        number = Fraction(str(value))
    except ValueError as error:
        raise CartFileError("no_number", value=value) from error
    if number.denominator != 1 or number < 0:
        raise CartFileError("no_units", value=value)
    return int(number)


def maybe_whole(value: object | None) -> int | None:
    """Return a number of units, None where there is no limit."""
    return None if value is None else whole_number(value)


def read_scope(raw: Raw | None, money: Money) -> Scope | None:
    """Return which goods a part of an offer looks at; None where the text says nothing of them."""
    if raw is None:
        return None
    return Scope(
        skus=_names(raw, "skus"),
        tags=_names(raw, "tags"),
        excluded=_names(raw, "excluded"),
        excluded_tags=_names(raw, "excluded_tags"),
        price_min=money.maybe(raw.get("price_min")),
        price_max=money.maybe(raw.get("price_max")),
        undiscounted_only=bool(raw.get("undiscounted_only", False)),
    )


def read_benefit(raw: Raw, money: Money) -> Benefit:
    """Return the benefit of an offer by its ``type``."""
    reader = _BENEFITS.get(str(raw["type"]))
    if reader is None:
        raise CartFileError("benefit", value=raw["type"])
    return reader(raw, money)


def _names(raw: Raw, key: str) -> frozenset[str]:
    names = raw.get(key) or ()
    if isinstance(names, str):
        raise CartFileError("no_list", name=key)
    return frozenset(map(str, names))


def _limits(raw: Raw) -> UnitLimits:
    return UnitLimits(
        maybe_whole(raw.get("max_units_line")),
        maybe_whole(raw.get("max_units_order")),
        cheapest_first=raw.get("pick") == "cheapest_first",
    )


def _percent(value: object) -> Fraction:
    try:
        percent = Fraction(str(value))
    except ValueError as error:
        raise CartFileError("no_percent", value=value) from error
    if percent < 0:
        raise CartFileError("below_zero", value=value)
    return percent


def _scope(raw: Raw, money: Money) -> Scope | None:
    return read_scope(raw.get("scope"), money)


def _unit_percent(raw: Raw, money: Money) -> Benefit:
    return UnitPercentOff(
        _percent(raw["percent"]),
        Base(raw.get("base", "current")),
        RoundAt(raw.get("round_at", "line")),
        Rounding(raw["round"]) if raw.get("round") else None,
        _limits(raw),
        _scope(raw, money),
    )


def _ladder(raw: Raw, money: Money) -> Benefit:
    measured, given = Measure(raw.get("measure", "order_amount")), Give(raw.get("give", "order_amount_off"))
    counts = measured in (Measure.ORDER_QUANTITY, Measure.LINE_QUANTITY)

    def value(amount: object) -> Fraction:
        if given in (Give.LINE_PERCENT_OFF, Give.ORDER_PERCENT_OFF):
            return _percent(amount)
        return Fraction(money.minor(amount))

    tiers = tuple(
        Tier(
            whole_number(tier["min"]) if counts else money.minor(tier["min"]),
            value(tier["value"]),
            whole_number(tier.get("min_qty", 0)),
        )
        for tier in raw["tiers"]
    )
    by_line = measured in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY)
    climbing = None if by_line else read_scope(raw.get("measure_scope"), money) or EVERYTHING
    return Ladder(
        measured,
        given,
        tiers,
        value(raw.get("base_value", 0)),
        Base(raw.get("base", "current")),
        climbing,
        _scope(raw, money),
        Base(raw.get("percent_base", "current")),
        money.maybe(raw.get("cap")),
    )


def _every(raw: Raw, money: Money) -> Benefit:
    step = money.minor(raw["step"])
    if step <= 0:
        raise CartFileError("step")
    return EveryAmountOff(
        step,
        money.minor(raw["value"]),
        maybe_whole(raw.get("max_times")),
        Base(raw.get("base", "current")),
        _scope(raw, money),
    )


def _per_group(raw: Raw, money: Money) -> Benefit:
    ladder = raw.get("percent_tiers") or {}
    return PerGroup(
        _at_least_one(raw["group_size"], "group_size"),
        money.minor(raw.get("value", 0)),
        _percent(raw.get("percent", ladder.get("base", 0))),
        tuple(Tier(money.minor(tier["min"]), _percent(tier["value"])) for tier in ladder.get("tiers", ())),
        _scope(raw, money),
    )


def _nth(raw: Raw, money: Money) -> Benefit:
    return NthUnit(
        _at_least_one(raw["nth"], "nth"),
        _percent(raw["percent"]),
        maybe_whole(raw.get("max_times")),
        _scope(raw, money),
    )


def _at_least_one(value: object, name: str) -> int:
    number = whole_number(value)
    if number < 1:
        raise CartFileError("below_one", name=name)
    return number


def _bundle(raw: Raw, money: Money) -> Benefit:
    return BundlePrice(_at_least_one(raw["qty"], "qty"), money.minor(raw["price"]), _scope(raw, money))


def _set(raw: Raw, money: Money) -> Benefit:
    slots = tuple(
        Slot(read_scope(slot["scope"], money) or EVERYTHING, _at_least_one(slot.get("qty", 1), "slots.qty"))
        for slot in raw["slots"]
    )
    return SetPrice(slots, money.minor(raw["price"]), _scope(raw, money))


def _buy_get(raw: Raw, money: Money) -> Benefit:
    buy, get = raw["buy"], raw["get"]
    return BuyGet(
        read_scope(buy.get("scope"), money) or EVERYTHING,
        _at_least_one(buy.get("qty", 1), "buy.qty"),
        read_scope(get.get("scope"), money) or EVERYTHING,
        _at_least_one(get.get("qty", 1), "get.qty"),
        money.maybe(get.get("value")),
        _percent(get.get("percent", 100)),
        _scope(raw, money),
    )


def _gift(raw: Raw, money: Money) -> Gift:
    return Gift(
        str(raw["sku"]),
        whole_number(raw.get("qty", 1)),
        money.minor(raw.get("unit_price", 0)),
        money.maybe(raw.get("unit_cost")),
        _scope(raw, money),
    )


def _gift_ladder(raw: Raw, money: Money) -> Benefit:
    measured = Measure(raw.get("measure", "order_amount"))
    counts = measured is Measure.ORDER_QUANTITY
    tiers = tuple(
        GiftTier(whole_number(tier["min"]) if counts else money.minor(tier["min"]), _gift(tier, money))
        for tier in raw["tiers"]
    )
    return GiftLadder(tiers, measured, Base(raw.get("base", "current")), _scope(raw, money))


_BENEFITS: dict[str, Callable[[Raw, Money], Benefit]] = {
    "order_amount_off": lambda raw, money: OrderAmountOff(money.minor(raw["value"]), _scope(raw, money)),
    "order_percent_off": lambda raw, money: OrderPercentOff(
        _percent(raw["percent"]), money.maybe(raw.get("cap")), Base(raw.get("base", "current")), _scope(raw, money)
    ),
    "unit_amount_off": lambda raw, money: UnitAmountOff(money.minor(raw["value"]), _limits(raw), _scope(raw, money)),
    "unit_percent_off": _unit_percent,
    "set_unit_price": lambda raw, money: SetUnitPrice(money.minor(raw["value"]), _limits(raw), _scope(raw, money)),
    "tiers": _ladder,
    "every_amount_off": _every,
    "per_group": _per_group,
    "nth_unit": _nth,
    "bundle_price": _bundle,
    "set_price": _set,
    "cheapest_unit_free": lambda raw, money: CheapestUnitFree(_scope(raw, money)),
    "buy_get": _buy_get,
    "shipping_percent_off": lambda raw, money: ShippingPercentOff(_percent(raw["percent"]), _scope(raw, money)),
    "shipping_amount_off": lambda raw, money: ShippingAmountOff(money.minor(raw["value"]), _scope(raw, money)),
    "set_shipping": lambda raw, money: SetShipping(money.minor(raw["value"]), _scope(raw, money)),
    "gift": _gift,
    "gift_tiers": _gift_ladder,
    "all": lambda raw, money: Several(tuple(read_benefit(part, money) for part in raw["of"]), _scope(raw, money)),
}
