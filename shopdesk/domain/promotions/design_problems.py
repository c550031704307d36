"""What keeps an offer from being priced or set at the console."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.promotions.design import LADDERS, PERCENT_KINDS, OfferDesign, OfferKind
from shopdesk.domain.promotions.stacking import Stacking

_FULL_PERCENT_TENTHS = 1000
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


@dataclass(frozen=True, slots=True)
class DesignProblem:
    """One thing that is wrong; ``step`` is the position of the ladder step it is about."""

    code: DesignCode
    step: int | None = None
    values: Mapping[str, int] = field(default_factory=dict)


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
