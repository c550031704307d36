"""What the engine prices, made of offers as the operator writes them down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from fractions import Fraction

from shopdesk.domain.promotions.design import (
    FROM_THRESHOLD,
    ITEM_LEVEL,
    SETS,
    TENTHS,
    OfferDesign,
    OfferKind,
    Status,
)
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Base,
    Benefit,
    BuyGet,
    Condition,
    ConditionKind,
    EveryAmountOff,
    Gift,
    GiftLadder,
    GiftTier,
    Give,
    Ladder,
    Measure,
    NthUnit,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    RoundAt,
    Scope,
    SetPrice,
    SetUnitPrice,
    ShippingPercentOff,
    Slot,
    Tier,
    UnitAmountOff,
    UnitLimits,
    UnitPercentOff,
)
from shopdesk.domain.promotions.stacking import Stacking

_ALONE = frozenset({OfferKind.GIFT, OfferKind.FREE_POST})
"""Kinds that don't compete with the others of their stage."""


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
        group=stage.key if stage.rule is not None and design.kind not in _ALONE else "",
        scope=_scope(design),
        condition=_condition(design),
        max_applications=design.max_times if design.kind in SETS else 1,
        start=design.start,
        end=design.end,
        shop_percent=design.shop_percent,
        start_minute=design.start_minute,
        end_minute=design.end_minute,
        excludes=frozenset(design.excludes) - {design.offer_id},
        lowers_base=stage.lowers_base,
        per_buyer=design.per_buyer,
        budget=design.budget,
        buyers=design.buyers,
    )


def to_offers(
    designs: Iterable[OfferDesign],
    stacking: Stacking,
    *,
    skus: AbstractSet[str] | None = None,
    tags: Mapping[str, AbstractSet[str]] | None = None,
    day: date | None = None,
) -> list[Offer]:
    """Return the offers that can be priced: not switched off and without problems.

    ``skus`` leaves out those that touch none of these articles, ``day`` those that don't run on it: of ten thousand
    few concern one cart. ``tags`` of articles turn tags of an offer into articles, for carts whose lines carry none.
    """
    return [
        to_offer(design if tags is None else with_articles(design, tags), stacking)
        for design in designs
        if design.status is not Status.OFF
        and (skus is None or _touches(design, skus))
        and (day is None or _runs(design, day))
        and not problems(design, stacking)
    ]


def _touches(design: OfferDesign, skus: AbstractSet[str]) -> bool:
    return not design.skus or not skus.isdisjoint(design.skus) or not skus.isdisjoint(design.get_skus)


def _runs(design: OfferDesign, day: date) -> bool:
    return (design.start is None or design.start <= day) and (design.end is None or day <= design.end)


def with_articles(design: OfferDesign, tags: Mapping[str, AbstractSet[str]]) -> OfferDesign:
    """Return an offer with the articles that its tags mean; tags that no article has stay, and so meet nothing."""
    if not design.tags and not design.excluded_tags:
        return design
    without = {sku for sku, own in tags.items() if not own.isdisjoint(design.excluded_tags)}
    kept = replace(design, excluded=tuple(dict.fromkeys((*design.excluded, *sorted(without)))), excluded_tags=())
    if not design.tags:
        return kept
    meant = [sku for sku in design.skus or sorted(tags) if not tags.get(sku, frozenset()).isdisjoint(design.tags)]
    return replace(kept, skus=tuple(meant), tags=()) if meant else kept


def beside(designs: Sequence[OfferDesign], candidate: OfferDesign | None) -> list[OfferDesign]:
    """Return the offers in use without other candidates of the same campaign, and the candidate itself."""
    if candidate is None:
        return [design for design in designs if design.status is Status.ACTIVE]
    kept = [
        design
        for design in designs
        if design.status is Status.ACTIVE
        and design.offer_id != candidate.offer_id
        and not (candidate.campaign and design.campaign == candidate.campaign)
    ]
    return [*kept, candidate]


def _scope(design: OfferDesign) -> Scope:
    goods = Scope(
        skus=frozenset(design.skus),
        tags=frozenset(design.tags),
        excluded=frozenset(design.excluded),
        excluded_tags=frozenset(design.excluded_tags),
        price_min=design.price_min,
        price_max=design.price_max,
        undiscounted_only=design.undiscounted_only,
    )
    if design.kind is not OfferKind.BUY_GET or not design.get_skus:
        return EVERYTHING if goods == EVERYTHING else goods
    return (
        Scope(skus=goods.skus | frozenset(design.get_skus))
        if goods == Scope(skus=goods.skus) and goods.skus
        else (EVERYTHING)
    )


def _condition(design: OfferDesign) -> Condition:
    if design.kind not in FROM_THRESHOLD or design.threshold <= 0 or design.gift_steps:
        return Condition()
    if design.by_quantity:
        return Condition(ConditionKind.QUANTITY, design.threshold)
    return Condition(ConditionKind.AMOUNT, design.threshold, base=design.base)


def _benefit(design: OfferDesign) -> Benefit:
    match design.kind:
        case OfferKind.ITEM_PRICE | OfferKind.ITEM_OFF | OfferKind.ITEM_PERCENT:
            return _item(design)
        case OfferKind.NTH_UNIT:
            return NthUnit(design.nth, Fraction(design.value, TENTHS), design.max_times)
        case OfferKind.BUNDLE | OfferKind.CHOOSE | OfferKind.BUY_GET:
            return _set(design)
        case OfferKind.GIFT:
            return _gift(design)
        case OfferKind.FREE_POST:
            return ShippingPercentOff(Fraction(100))
        case OfferKind.EVERY_OFF:
            return EveryAmountOff(design.threshold, design.value, design.max_times, design.base)
        case OfferKind.RED_PACKET:
            return OrderAmountOff(design.value)
        case OfferKind.POINTS:
            return OrderPercentOff(Fraction(design.value, TENTHS), design.cap, Base.CURRENT)
        case _:
            return _ladder(design)


def _item(design: OfferDesign) -> Benefit:
    limits = UnitLimits(per_line=design.max_units)
    if design.kind is OfferKind.ITEM_PRICE:
        return SetUnitPrice(design.value, limits)
    if design.kind is OfferKind.ITEM_OFF:
        return UnitAmountOff(design.value, limits)
    return UnitPercentOff(Fraction(design.value, TENTHS), design.percent_base, RoundAt.UNIT, limits=limits)


def _set(design: OfferDesign) -> Benefit:
    if design.kind is OfferKind.CHOOSE:
        return SetPrice((Slot(_scope(design), design.nth),), design.value)
    if design.kind is OfferKind.BUY_GET:
        bought = replace(design, get_skus=())
        given = Scope(skus=frozenset(design.get_skus)) if design.get_skus else _scope(bought)
        return BuyGet(
            _scope(bought),
            design.buy_quantity,
            given,
            design.get_quantity,
            percent=Fraction(design.value, TENTHS),
        )
    first, others = design.skus[:1], design.skus[1:]
    slots: tuple[Slot, ...]
    if design.choose:
        slots = (Slot(Scope(skus=frozenset(first))), Slot(Scope(skus=frozenset(others)), design.choose))
    else:
        slots = tuple(Slot(Scope(skus=frozenset({sku}))) for sku in design.skus)
    return SetPrice(slots, design.value)


def _gift(design: OfferDesign) -> Benefit:
    if not design.gift_steps:
        return Gift(design.gift_sku, unit_price=design.value, unit_cost=design.gift_cost)
    return GiftLadder(
        tuple(GiftTier(step.minimum, Gift(step.sku, step.quantity, unit_cost=step.cost)) for step in design.gift_steps),
        Measure.ORDER_QUANTITY if design.by_quantity else Measure.ORDER_AMOUNT,
        design.base,
    )


def _ladder(design: OfferDesign) -> Ladder:
    percent = design.takes_percent
    return Ladder(
        Measure.ORDER_QUANTITY if design.by_quantity else Measure.ORDER_AMOUNT,
        Give.ORDER_PERCENT_OFF if percent else Give.ORDER_AMOUNT_OFF,
        tuple(
            Tier(step.minimum, Fraction(step.value, TENTHS) if percent else Fraction(step.value), step.units)
            for step in design.steps
        ),
        base=design.base,
        percent_base=design.percent_base,
        cap=design.cap if percent else None,
    )
