"""What keeps an offer from being priced or set at the console."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.promotions.design import LADDERS, PERCENT_KINDS, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.stacking import Stacking

_FULL_PERCENT_TENTHS = 1000
_WHOLE_PERCENT = 100
_LEAST_BUNDLE = 2


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
    TOO_FEW_PIECES = "offer_too_few_pieces"
    CHOICE_TOO_LARGE = "offer_choice_too_large"
    PRICE_RANGE_EMPTY = "offer_price_range_empty"
    LIMIT_TOO_SMALL = "offer_limit_too_small"
    SHARE_OUT_OF_RANGE = "offer_share_out_of_range"


@dataclass(frozen=True, slots=True)
class DesignProblem:
    """One thing that is wrong; ``step`` is the position of the ladder step it is about."""

    code: DesignCode
    step: int | None = None
    values: Mapping[str, int] = field(default_factory=dict)


def problems(design: OfferDesign, stacking: Stacking) -> list[DesignProblem]:
    """Return everything that keeps an offer from being priced or set at the console."""
    found = list(_common_problems(design))
    match design.kind:
        case kind if kind in LADDERS:
            found += _ladder_problems(design, stacking)
        case OfferKind.BUNDLE | OfferKind.CHOOSE | OfferKind.NTH_UNIT | OfferKind.BUY_GET:
            found += _piece_problems(design)
        case OfferKind.GIFT:
            found += _gift_problems(design, stacking)
        case OfferKind.EVERY_OFF:
            found += _every_problems(design)
        case OfferKind.FREE_POST:
            pass
        case _ if design.value <= 0:
            found.append(DesignProblem(DesignCode.VALUE_MISSING))
    if design.kind in PERCENT_KINDS and design.value > _FULL_PERCENT_TENTHS:
        found.append(DesignProblem(DesignCode.PERCENT_TOO_HIGH))
    return found


def exclusion_circles(designs: Sequence[OfferDesign], stacking: Stacking) -> list[tuple[str, ...]]:
    """Return the ids of offers that exclude each other in a circle, each circle in the order in which they are priced.

    Of a circle the first that the cart reaches applies, and keeps those from running that exclude it or that it
    excludes.
    """
    counted = [design for design in designs if design.status is not Status.OFF]
    ordered = sorted(counted, key=lambda design: stacking.stage_of(design.kind).stage)
    excluded = {design.offer_id: set(design.excludes) for design in ordered}
    reached = {one: _reached(one, excluded) for one, others in excluded.items() if others}
    circles: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for one in excluded:
        if one in seen or one not in reached.get(one, ()):
            continue
        circle = tuple(other for other in excluded if other in reached[one] and one in reached.get(other, ()))
        seen.update(circle)
        if len(circle) > 1:
            circles.append(circle)
    return circles


def _reached(one: str, excluded: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ids = [one]
    while open_ids:
        for other in excluded.get(open_ids.pop(), ()):
            if other not in found:
                found.add(other)
                open_ids.append(other)
    return found


def _common_problems(design: OfferDesign) -> Iterator[DesignProblem]:
    if design.start is not None and design.end is not None:
        first, last = (design.start, design.start_minute), (design.end, design.end_minute)
        if design.end < design.start or first >= last:
            yield DesignProblem(DesignCode.ENDS_BEFORE_START)
    if design.price_min is not None and design.price_max is not None and design.price_min > design.price_max:
        yield DesignProblem(DesignCode.PRICE_RANGE_EMPTY)
    limits = (design.max_times, design.max_units, design.per_buyer, design.budget, design.cap)
    if any(limit is not None and limit < 1 for limit in limits):
        yield DesignProblem(DesignCode.LIMIT_TOO_SMALL)
    if not 0 <= design.shop_percent <= _WHOLE_PERCENT:
        yield DesignProblem(DesignCode.SHARE_OUT_OF_RANGE)


def _ladder_problems(design: OfferDesign, stacking: Stacking) -> list[DesignProblem]:
    if not design.steps:
        return [DesignProblem(DesignCode.NO_STEPS)]
    found = list(_count_problems(len(design.steps), stacking))
    for place, step in enumerate(design.steps):
        found += _step_problems(design, place, step)
    return found


def _step_problems(design: OfferDesign, place: int, step: LadderStep) -> Iterator[DesignProblem]:
    percent = design.takes_percent
    if step.value <= 0:
        yield DesignProblem(DesignCode.VALUE_MISSING, place)
    if percent and step.value > _FULL_PERCENT_TENTHS:
        yield DesignProblem(DesignCode.PERCENT_TOO_HIGH, place)
    if not percent and not design.by_quantity and step.minimum and step.value >= step.minimum:
        yield DesignProblem(DesignCode.VALUE_ABOVE_MINIMUM, place)
    if not place:
        return
    before = design.steps[place - 1]
    rises = step.minimum > before.minimum or step.units > before.units
    if not rises or step.minimum < before.minimum or step.units < before.units:
        yield DesignProblem(DesignCode.STEPS_NOT_RISING, place)
    if step.value <= before.value:
        yield DesignProblem(DesignCode.VALUE_NOT_RISING, place)


def _piece_problems(design: OfferDesign) -> Iterator[DesignProblem]:
    if design.value <= 0:
        yield DesignProblem(DesignCode.VALUE_MISSING)
    match design.kind:
        case OfferKind.BUNDLE:
            if len(design.skus) < _LEAST_BUNDLE:
                yield DesignProblem(DesignCode.BUNDLE_TOO_SMALL)
            elif design.choose < 0 or design.choose >= len(design.skus):
                yield DesignProblem(DesignCode.CHOICE_TOO_LARGE, None, {"most": len(design.skus) - 1})
        case OfferKind.BUY_GET:
            if min(design.buy_quantity, design.get_quantity) < 1:
                yield DesignProblem(DesignCode.TOO_FEW_PIECES, None, {"least": 1})
        case _ if design.nth < _LEAST_BUNDLE:
            yield DesignProblem(DesignCode.TOO_FEW_PIECES, None, {"least": _LEAST_BUNDLE})


def _gift_problems(design: OfferDesign, stacking: Stacking) -> Iterator[DesignProblem]:
    if not design.gift_steps:
        if not design.gift_sku:
            yield DesignProblem(DesignCode.GIFT_MISSING)
        return
    yield from _count_problems(len(design.gift_steps), stacking)
    for place, step in enumerate(design.gift_steps):
        if not step.sku:
            yield DesignProblem(DesignCode.GIFT_MISSING, place)
        if step.quantity < 1:
            yield DesignProblem(DesignCode.TOO_FEW_PIECES, place, {"least": 1})
        if place and step.minimum <= design.gift_steps[place - 1].minimum:
            yield DesignProblem(DesignCode.STEPS_NOT_RISING, place)


def _count_problems(steps: int, stacking: Stacking) -> Iterator[DesignProblem]:
    if stacking.most_steps is not None and steps > stacking.most_steps:
        yield DesignProblem(DesignCode.TOO_MANY_STEPS, None, {"most": stacking.most_steps})


def _every_problems(design: OfferDesign) -> list[DesignProblem]:
    if design.threshold <= 0 or design.value <= 0:
        return [DesignProblem(DesignCode.VALUE_MISSING)]
    return [DesignProblem(DesignCode.VALUE_ABOVE_MINIMUM)] if design.value >= design.threshold else []
