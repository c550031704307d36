"""Offers as data: what is given, on what, under which condition, and in which order it is worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.rounding import Rounding

MINUTES_OF_DAY = 1440


class Base(StrEnum):
    """Which price is looked at: after item-level offers (parallel, 平行) or as it stands now (sequential, 递进)."""

    LIST = "list"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which lines: empty ``skus`` and ``tags`` mean all; prices in fen after item-level offers."""

    skus: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()  # skus
    excluded_tags: frozenset[str] = frozenset()
    price_min: int | None = None
    price_max: int | None = None
    undiscounted_only: bool = False


EVERYTHING = Scope()


class ConditionKind(StrEnum):
    """What a condition looks at."""

    ALWAYS = "always"
    AMOUNT = "amount"
    QUANTITY = "quantity"
    CONTAINS = "contains"
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Condition:
    """When an offer applies; ``value`` in fen or units (of what a cart must contain: 1 where it is 0); ``scope`` None
    means the scope of the offer.
    """

    kind: ConditionKind = ConditionKind.ALWAYS
    value: int = 0
    op: str = "gte"  # gte, gt, eq
    base: Base = Base.CURRENT
    scope: Scope | None = None
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitLimits:
    """How many units of a line or an order an item-level benefit touches."""

    per_line: int | None = None
    per_order: int | None = None
    cheapest_first: bool = False


class RoundAt(StrEnum):
    """Where a percentage becomes whole fen."""

    UNIT = "unit"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of a ladder: from ``minimum`` (fen or units) on, ``value`` (fen or percent) is given.

    ``units`` are needed besides, where a step asks for an amount and a number of units together.
    """

    minimum: int
    value: Fraction
    units: int = 0


@dataclass(frozen=True, slots=True)
class OrderAmountOff:
    """满减: a fixed amount (fen), shared over the lines."""

    value: int
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class OrderPercentOff:
    """满折: a percentage of the sum, at most ``cap`` fen, shared over the lines."""

    percent: Fraction
    cap: int | None = None
    base: Base = Base.CURRENT
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class UnitAmountOff:
    """直降: fen off each unit."""

    value: int
    limits: UnitLimits = UnitLimits()
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class UnitPercentOff:
    """打折: percent off each unit, of the item price or of the price now."""

    percent: Fraction
    base: Base = Base.CURRENT
    round_at: RoundAt = RoundAt.LINE
    rounding: Rounding | None = None
    limits: UnitLimits = UnitLimits()
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class SetUnitPrice:
    """一口价: the price of a unit in fen, where that is lower than now."""

    value: int
    limits: UnitLimits = UnitLimits()
    scope: Scope | None = None


class Measure(StrEnum):
    """What a ladder climbs on."""

    ORDER_AMOUNT = "order_amount"
    LINE_AMOUNT = "line_amount"
    ORDER_QUANTITY = "order_quantity"
    LINE_QUANTITY = "line_quantity"


class Give(StrEnum):
    """What a step of a ladder gives."""

    ORDER_AMOUNT_OFF = "order_amount_off"
    ORDER_PERCENT_OFF = "order_percent_off"
    LINE_AMOUNT_OFF = "line_amount_off"
    LINE_PERCENT_OFF = "line_percent_off"


@dataclass(frozen=True, slots=True)
class Ladder:
    """阶梯满减/满折: only the highest step reached counts; ``base_value`` is given below the first step.

    It climbs on the goods that it discounts, or on those of ``measure_scope`` whatever the offer covers. ``base`` is
    what the steps look at, ``percent_base`` what percentages are taken of, ``cap`` the most they give.
    """

    measure: Measure
    give: Give
    tiers: tuple[Tier, ...]
    base_value: Fraction = Fraction(0)
    base: Base = Base.CURRENT
    measure_scope: Scope | None = None
    scope: Scope | None = None
    percent_base: Base = Base.CURRENT
    cap: int | None = None  # fen


@dataclass(frozen=True, slots=True)
class EveryAmountOff:
    """每满 X 减 Y: ``value`` fen for each whole ``step`` fen, at most ``max_times`` times."""

    step: int
    value: int
    max_times: int | None = None
    base: Base = Base.CURRENT
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class PerGroup:
    """Every full group of ``size`` units, those of the largest lines first: fen or percent off each of them.

    ``tiers`` make the percentage depend on the amount of the whole order; ``percent`` holds below the first.
    """

    size: int
    value: int = 0
    percent: Fraction = Fraction(0)
    tiers: tuple[Tier, ...] = ()
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class NthUnit:
    """第 N 件: of each group of ``nth`` units (dearest groups first) the cheapest is given at percent off."""

    nth: int
    percent: Fraction
    max_times: int | None = None
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class BundlePrice:
    """N 件一口价: ``quantity`` units, the cheapest first, for ``price`` fen together."""

    quantity: int
    price: int
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a set: choose ``quantity`` units out of what the scope allows."""

    scope: Scope
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class SetPrice:
    """搭配套餐, also M 选 N: one unit choice per slot (the dearest fitting), for ``price`` fen together."""

    slots: tuple[Slot, ...]
    price: int
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class CheapestUnitFree:
    """The cheapest unit costs nothing (3 for 2 together with a quantity condition)."""

    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class BuyGet:
    """买 X 送 Y: the dearest units are bought, the dearest of the rest given, all of them or none.

    ``value`` caps what a given unit gets (fen). No unit is bought that the gift needs.
    """

    buy: Scope
    buy_quantity: int
    get: Scope
    get_quantity: int
    value: int | None = None
    percent: Fraction = Fraction(100)
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class ShippingPercentOff:
    """包邮 (100) or a share of the postage."""

    percent: Fraction
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Gift:
    """满赠: units added for nothing; ``unit_price`` is what they are worth, ``unit_cost`` what they cost the shop."""

    sku: str
    quantity: int = 1
    unit_price: int = 0
    unit_cost: int | None = None
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class ShippingAmountOff:
    """Fen off the postage."""

    value: int
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class SetShipping:
    """The postage in fen, where that is lower than now."""

    value: int
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class GiftTier:
    """One step of a ladder of gifts: from ``minimum`` (fen or units) on."""

    minimum: int
    gift: Gift


@dataclass(frozen=True, slots=True)
class GiftLadder:
    """阶梯满赠: the gift of the highest step reached."""

    tiers: tuple[GiftTier, ...]
    measure: Measure = Measure.ORDER_AMOUNT
    base: Base = Base.CURRENT
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Several benefits of one offer, worked out in order."""

    of: tuple[Benefit, ...]
    scope: Scope | None = None


Benefit: TypeAlias = (
    OrderAmountOff
    | OrderPercentOff
    | UnitAmountOff
    | UnitPercentOff
    | SetUnitPrice
    | Ladder
    | EveryAmountOff
    | PerGroup
    | NthUnit
    | BundlePrice
    | SetPrice
    | CheapestUnitFree
    | BuyGet
    | ShippingPercentOff
    | ShippingAmountOff
    | SetShipping
    | Gift
    | GiftLadder
    | Several
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer. Stages run upwards, within a stage the higher ``priority`` first, then the given order.

    ``item_level`` marks offers that make the item price (单品级): thresholds on the list base look at the
    price after them. ``lowers_base`` marks those that lower that base later (店铺红包). ``group`` names a group
    of the policy, ``kind`` a row of its pair matrix, ``excludes`` single offers that can't run beside this one.
    ``shop_percent`` is the part of the discount that the shop pays. ``per_buyer`` limits the orders of one buyer,
    ``budget`` (fen, costs of gifts counted) what the offer gives in all. The minutes are those of the first and
    the last day. ``buyers`` says whom it is for: who prices a cart leaves out those that aren't for its buyer.
    """

    offer_id: str
    benefit: Benefit
    name: str = ""
    kind: str = ""
    stage: int = 0
    priority: int = 0
    item_level: bool = False
    exclusive: bool = False
    group: str = ""
    scope: Scope = EVERYTHING
    condition: Condition = Condition()
    max_applications: int | None = 1
    start: date | None = None
    end: date | None = None
    shop_percent: int = 100
    start_minute: int = 0
    end_minute: int = MINUTES_OF_DAY
    excludes: frozenset[str] = frozenset()
    lowers_base: bool = False
    per_buyer: int | None = None
    budget: int | None = None
    buyers: BuyerKind = BuyerKind.ANY
