"""What the engine prices, made of offers as the operator writes them down."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from shopdesk.domain.promotions.design import ITEM_LEVEL, TENTHS, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.domain.promotions.offers import (
    Benefit,
    Condition,
    ConditionKind,
    EveryAmountOff,
    Gift,
    Give,
    Ladder,
    Measure,
    NthUnit,
    Offer,
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
from shopdesk.domain.promotions.stacking import Stacking


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
