"""An offer as the operator writes it down, checked, and turned into what the engine prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from shopdesk.domain.promotions.offers import (
    Base,
    Benefit,
    Condition,
    ConditionKind,
    EveryAmountOff,
    Gift,
    Give,
    GroupRule,
    Ladder,
    Measure,
    NthUnit,
    Offer,
    Policy,
    RoundAt,
    Scope,
    SetPrice,
    SetUnitPrice,
    ShippingPercentOff,
    Slot,
    Tier,
    UnitAmountOff,
    UnitPercentOff,
)
from shopdesk.domain.promotions.rounding import Allocation, Rounding

TENTHS = 10  # stored tenths of a percent in one percent


class OfferKind(StrEnum):
    """The tools that consoles offer."""

    ITEM_PRICE = "item_price"  # 单品一口价
    ITEM_OFF = "item_off"  # 单品直降
    ITEM_PERCENT = "item_percent"  # 单品折扣
    NTH_UNIT = "nth_unit"  # 第 N 件折扣
    BUNDLE = "bundle"  # 搭配套餐
    THRESHOLD_OFF = "threshold_off"  # 满减 (阶梯)
    THRESHOLD_PERCENT = "threshold_percent"  # 满折 (阶梯)
    GIFT = "gift"  # 满赠
    FREE_POST = "free_post"  # 满包邮
    COUPON = "coupon"  # 店铺优惠券
    EVERY_OFF = "every_off"  # 每满减 (跨店满减)
    PLATFORM_COUPON = "platform_coupon"  # 平台券


class Status(StrEnum):
    """Whether the operator runs an offer or only thinks about it."""

    DRAFT = "draft"
    ACTIVE = "active"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LadderStep:
    """From ``minimum`` (fen, or units) on: ``value`` off (fen, or tenths of a percent)."""

    minimum: int
    value: int


@dataclass(frozen=True, slots=True)
class OfferDesign:
    """One offer. Money in fen, percentages in tenths of a percent off (125 = 12.5 % off).

    ``steps`` hold the ladder of 满减, 满折 and coupons; ``value`` the single figure of the other kinds (price,
    amount, percent, postage share); empty ``skus`` mean the whole shop.
    """

    offer_id: str
    kind: OfferKind
    name: str
    status: Status = Status.DRAFT
    start: date | None = None
    end: date | None = None
    skus: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    steps: tuple[LadderStep, ...] = ()
    by_quantity: bool = False
    value: int = 0
    nth: int = 2
    cap: int | None = None
    max_times: int | None = None
    threshold: int = 0
    base: Base = Base.LIST
    shop_percent: int = 100
    gift_sku: str = ""
    gift_cost: int | None = None
    note: str = ""
    campaign: str = ""  # candidates of one campaign share it: at most one of them counts at a time


@dataclass(frozen=True, slots=True)
class StackingStage:
    """One stage of a platform: which kinds it holds and what holds among them."""

    stage: int
    key: str
    zh: str
    en: str
    kinds: tuple[OfferKind, ...]
    rule: GroupRule | None
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Stacking:
    """How a platform stacks offers: stages, pairs of stages that exclude each other, limits of ladders."""

    platform: str
    stages: tuple[StackingStage, ...]
    conflicts: frozenset[frozenset[str]] = frozenset()
    most_steps: int | None = None
    allocation: Allocation = Allocation.FLOOR_REST_LAST
    percent_rounding: Rounding = Rounding.HALF_UP

    def stage_of(self, kind: OfferKind) -> StackingStage:
        """Return the stage that holds a kind; the last one where none does."""
        return next((stage for stage in self.stages if kind in stage.kinds), self.stages[-1])

    def policy(self) -> Policy:
        """Return what the engine needs."""
        groups = {stage.key: stage.rule for stage in self.stages if stage.rule is not None}
        return Policy(self.allocation, self.percent_rounding, groups, self.conflicts)


class DesignCode(StrEnum):
    """What is wrong with an offer."""

    NO_STEPS = "offer_no_steps"
    STEPS_NOT_RISING = "offer_steps_not_rising"
    VALUE_NOT_RISING = "offer_value_not_rising"
    VALUE_ABOVE_MINIMUM = "offer_value_above_minimum"
    VALUE_MISSING = "offer_value_missing"
    PERCENT_TOO_HIGH = "offer_percent_too_high"
    ENDS_BEFORE_START = "offer_ends_before_start"
    TOO_MANY_STEPS = "offer_too_many_steps"
    BUNDLE_TOO_SMALL = "offer_bundle_too_small"
    GIFT_MISSING = "offer_gift_missing"


@dataclass(frozen=True, slots=True)
class DesignProblem:
    """One thing that is wrong; ``step`` is the position of the ladder step it is about."""

    code: DesignCode
    step: int | None = None
    values: Mapping[str, int] = field(default_factory=dict)


LADDERS = frozenset({OfferKind.THRESHOLD_OFF, OfferKind.THRESHOLD_PERCENT, OfferKind.COUPON, OfferKind.PLATFORM_COUPON})
ITEM_LEVEL = frozenset(
    {OfferKind.ITEM_PRICE, OfferKind.ITEM_OFF, OfferKind.ITEM_PERCENT, OfferKind.NTH_UNIT, OfferKind.BUNDLE}
)
PERCENT_KINDS = frozenset({OfferKind.ITEM_PERCENT, OfferKind.NTH_UNIT, OfferKind.THRESHOLD_PERCENT})
_FULL_PERCENT_TENTHS = 1000
_LEAST_BUNDLE = 2


def problems(design: OfferDesign, stacking: Stacking) -> list[DesignProblem]:
    """Return everything that keeps an offer from being priced or set at the console."""
    found = []
    if design.start is not None and design.end is not None and design.end < design.start:
        found.append(DesignProblem(DesignCode.ENDS_BEFORE_START))
    if design.kind in LADDERS:
        found += _ladder_problems(design, stacking)
    elif design.kind is OfferKind.BUNDLE:
        if len(design.skus) < _LEAST_BUNDLE:
            found.append(DesignProblem(DesignCode.BUNDLE_TOO_SMALL))
    elif design.kind is OfferKind.GIFT:
        if not design.gift_sku:
            found.append(DesignProblem(DesignCode.GIFT_MISSING))
    elif design.kind is OfferKind.EVERY_OFF:
        found += _every_problems(design)
    elif design.value <= 0 and design.kind is not OfferKind.FREE_POST:
        found.append(DesignProblem(DesignCode.VALUE_MISSING))
    if design.kind in PERCENT_KINDS and design.value > _FULL_PERCENT_TENTHS:
        found.append(DesignProblem(DesignCode.PERCENT_TOO_HIGH))
    return found


def to_offer(design: OfferDesign, stacking: Stacking) -> Offer:
    """Return the offer that the engine prices."""
    stage = stacking.stage_of(design.kind)
    return Offer(
        offer_id=design.offer_id,
        name=design.name,
        benefit=_benefit(design),
        kind=stage.key,
        stage=stage.stage,
        item_level=design.kind in ITEM_LEVEL,
        group=stage.key if stage.rule is not None and design.kind not in (OfferKind.GIFT, OfferKind.FREE_POST) else "",
        scope=_scope(design),
        condition=_condition(design),
        max_applications=None if design.kind is OfferKind.BUNDLE else 1,
        start=design.start,
        end=design.end,
        shop_percent=design.shop_percent,
    )


def to_offers(designs: Sequence[OfferDesign], stacking: Stacking) -> list[Offer]:
    """Return the offers that can be priced: not switched off and without problems."""
    return [
        to_offer(design, stacking)
        for design in designs
        if design.status is not Status.OFF and not problems(design, stacking)
    ]


def _ladder_problems(design: OfferDesign, stacking: Stacking) -> list[DesignProblem]:
    if not design.steps:
        return [DesignProblem(DesignCode.NO_STEPS)]
    found = []
    if stacking.most_steps is not None and len(design.steps) > stacking.most_steps:
        found.append(DesignProblem(DesignCode.TOO_MANY_STEPS, None, {"most": stacking.most_steps}))
    percent = design.kind is OfferKind.THRESHOLD_PERCENT
    for place, step in enumerate(design.steps):
        if step.value <= 0:
            found.append(DesignProblem(DesignCode.VALUE_MISSING, place))
        if percent and step.value > _FULL_PERCENT_TENTHS:
            found.append(DesignProblem(DesignCode.PERCENT_TOO_HIGH, place))
        if not percent and not design.by_quantity and step.minimum and step.value >= step.minimum:
            found.append(DesignProblem(DesignCode.VALUE_ABOVE_MINIMUM, place))
        if place and step.minimum <= design.steps[place - 1].minimum:
            found.append(DesignProblem(DesignCode.STEPS_NOT_RISING, place))
        if place and step.value <= design.steps[place - 1].value:
            found.append(DesignProblem(DesignCode.VALUE_NOT_RISING, place))
    return found


def _every_problems(design: OfferDesign) -> list[DesignProblem]:
    if design.threshold <= 0 or design.value <= 0:
        return [DesignProblem(DesignCode.VALUE_MISSING)]
    return [DesignProblem(DesignCode.VALUE_ABOVE_MINIMUM)] if design.value >= design.threshold else []


def _scope(design: OfferDesign) -> Scope:
    return Scope(skus=frozenset(design.skus), excluded=frozenset(design.excluded))


def _condition(design: OfferDesign) -> Condition:
    if design.kind not in (OfferKind.GIFT, OfferKind.FREE_POST) or design.threshold <= 0:
        return Condition()
    if design.by_quantity:
        return Condition(ConditionKind.QUANTITY, design.threshold)
    return Condition(ConditionKind.AMOUNT, design.threshold, base=design.base)


def _benefit(design: OfferDesign) -> Benefit:
    percent = Fraction(design.value, TENTHS)
    match design.kind:
        case OfferKind.ITEM_PRICE:
            return SetUnitPrice(design.value)
        case OfferKind.ITEM_OFF:
            return UnitAmountOff(design.value)
        case OfferKind.ITEM_PERCENT:
            return UnitPercentOff(percent, round_at=RoundAt.UNIT)
        case OfferKind.NTH_UNIT:
            return NthUnit(design.nth, percent, design.max_times)
        case OfferKind.BUNDLE:
            return SetPrice(tuple(Slot(Scope(skus=frozenset({sku}))) for sku in design.skus), design.value)
        case OfferKind.GIFT:
            return Gift(design.gift_sku, unit_price=design.value, unit_cost=design.gift_cost)
        case OfferKind.FREE_POST:
            return ShippingPercentOff(Fraction(100))
        case OfferKind.EVERY_OFF:
            return EveryAmountOff(design.threshold, design.value, design.max_times, design.base)
        case _:
            return _ladder(design)


def _ladder(design: OfferDesign) -> Ladder:
    percent = design.kind is OfferKind.THRESHOLD_PERCENT
    return Ladder(
        Measure.ORDER_QUANTITY if design.by_quantity else Measure.ORDER_AMOUNT,
        Give.ORDER_PERCENT_OFF if percent else Give.ORDER_AMOUNT_OFF,
        tuple(
            Tier(step.minimum, Fraction(step.value, TENTHS) if percent else Fraction(step.value))
            for step in design.steps
        ),
        base=design.base,
    )
