"""Which fields each kind of offer has, and what becomes of its figures when kind or measure change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from shopdesk.domain.promotions.design import (
    COUPONS,
    FROM_THRESHOLD,
    LADDERS,
    SETS,
    GiftStep,
    LadderStep,
    OfferDesign,
    OfferKind,
)

_FIRST_STEP: Final = LadderStep(10_000, 500)
_TENTHS_OF_WHOLE: Final = 1000
_FEN_A_UNIT: Final = 5_000
_USUAL: Final[Mapping[OfferKind, int]] = {OfferKind.NTH_UNIT: 200, OfferKind.BUY_GET: 1000, OfferKind.POINTS: 20}
_ITEM_PRICES: Final = frozenset({OfferKind.ITEM_PRICE, OfferKind.ITEM_OFF, OfferKind.ITEM_PERCENT})
_COUNTED: Final = LADDERS | {OfferKind.GIFT, OfferKind.FREE_POST}
_PERCENT_VALUES: Final = frozenset({OfferKind.ITEM_PERCENT, *_USUAL})
_AMOUNT_VALUES: Final = frozenset({OfferKind.ITEM_OFF, OfferKind.EVERY_OFF, OfferKind.RED_PACKET})
_PRICE_VALUES: Final = frozenset({OfferKind.ITEM_PRICE, OfferKind.BUNDLE, OfferKind.CHOOSE})
"""A price can't be guessed: it stays to be typed."""


class _Means(StrEnum):
    """What the single figure of a kind says."""

    PERCENT = "percent"
    AMOUNT = "amount"
    PRICE = "price"
    NOTHING = "nothing"


class Term(StrEnum):
    """A field beside the figures of an offer that not every kind has."""

    BASE = "base"
    PERCENT_BASE = "percent_base"
    CAP = "cap"
    MAX_TIMES = "max_times"
    MAX_UNITS = "max_units"
    EXCLUDED = "excluded"
    PRICES = "prices"
    UNDISCOUNTED = "undiscounted_only"


class Measured(StrEnum):
    """What thresholds count."""

    AMOUNT = "amount"
    UNITS = "units"
    BOTH = "both"


def terms_of(offer: OfferDesign) -> frozenset[Term]:
    """Return the fields that an offer has beside its figures; limits, payer, hours and note are every offer's."""
    kind = offer.kind
    found = {
        Term.BASE: not offer.by_quantity and (kind in LADDERS | FROM_THRESHOLD or kind is OfferKind.EVERY_OFF),
        Term.PERCENT_BASE: offer.takes_percent or kind is OfferKind.ITEM_PERCENT,
        Term.CAP: offer.takes_percent or kind is OfferKind.POINTS,
        Term.MAX_TIMES: kind in SETS or kind in (OfferKind.NTH_UNIT, OfferKind.EVERY_OFF),
        Term.MAX_UNITS: kind in _ITEM_PRICES,
        Term.EXCLUDED: kind is not OfferKind.BUNDLE,
        Term.PRICES: kind is not OfferKind.BUNDLE,
        Term.UNDISCOUNTED: kind in LADDERS | FROM_THRESHOLD or kind is OfferKind.EVERY_OFF,
    }
    return frozenset(term for term, has in found.items() if has)


def measured(offer: OfferDesign) -> Measured:
    """Return what the thresholds of an offer count."""
    if offer.by_quantity:
        return Measured.UNITS
    return Measured.BOTH if any(step.units for step in offer.steps) else Measured.AMOUNT


def can_count(kind: OfferKind) -> tuple[Measured, ...]:
    """Return what thresholds of a kind may count, () where there is no choice."""
    if kind in LADDERS:
        return tuple(Measured)
    return (Measured.AMOUNT, Measured.UNITS) if kind in _COUNTED else ()


def with_measure(offer: OfferDesign, wanted: Measured) -> dict[str, Any]:
    """Return the fields with which an offer counts otherwise, with thresholds that make sense there."""
    now = measured(offer)
    if wanted is now:
        return {}
    by_quantity = wanted is Measured.UNITS
    steps = tuple(
        LadderStep(
            _threshold(step.minimum, place, offer.by_quantity, by_quantity),
            step.value,
            max(1, step.units or place + 2) if wanted is Measured.BOTH else 0,
        )
        for place, step in enumerate(offer.steps)
    )
    gifts = tuple(
        replace(step, minimum=_threshold(step.minimum, place, offer.by_quantity, by_quantity))
        for place, step in enumerate(offer.gift_steps)
    )
    threshold = _threshold(offer.threshold, 0, offer.by_quantity, by_quantity) if offer.threshold else 0
    return {"by_quantity": by_quantity, "steps": steps, "gift_steps": gifts, "threshold": threshold}


def with_percent(offer: OfferDesign, by_percent: bool) -> dict[str, Any]:
    """Return the fields of a coupon that takes a percentage, or an amount, of about the same worth."""
    if offer.by_percent == by_percent:
        return {}
    return {"by_percent": by_percent, "steps": _reworth(offer, by_percent)}


def as_kind(offer: OfferDesign, kind: OfferKind) -> dict[str, Any]:
    """Return the fields with which an offer becomes another kind; figures that mean something else are made anew."""
    fields: dict[str, Any] = {"kind": kind}
    new = replace(offer, kind=kind)
    if kind in LADDERS and not offer.steps:
        fields["steps"] = (_FIRST_STEP,)
    elif kind in LADDERS and new.takes_percent != offer.takes_percent:
        fields["steps"] = _reworth(offer, new.takes_percent)
    if offer.by_quantity and kind not in _COUNTED:
        fields |= {key: value for key, value in with_measure(offer, Measured.AMOUNT).items() if key not in fields}
    means = _meaning(kind)
    if means is not _Means.NOTHING and (means is not _meaning(offer.kind) or not offer.value):
        fields["value"] = {_Means.PERCENT: _USUAL.get(kind, 100), _Means.AMOUNT: 500}.get(means, 0)
    if kind in FROM_THRESHOLD | {OfferKind.EVERY_OFF} and not offer.threshold:
        fields["threshold"] = offer.steps[0].minimum if offer.steps and not offer.by_quantity else _FIRST_STEP.minimum
    return fields


def gift_steps_of(offer: OfferDesign) -> tuple[GiftStep, ...]:
    """Return the steps of an offer of gifts, one made of its single gift where it has none."""
    return offer.gift_steps or (GiftStep(offer.threshold, offer.gift_sku, 1, offer.gift_cost),)


def _meaning(kind: OfferKind) -> _Means:
    if kind in _PERCENT_VALUES:
        return _Means.PERCENT
    if kind in _AMOUNT_VALUES:
        return _Means.AMOUNT
    return _Means.PRICE if kind in _PRICE_VALUES else _Means.NOTHING


def _threshold(minimum: int, place: int, was_units: bool, becomes_units: bool) -> int:
    if was_units == becomes_units:
        return minimum
    return place + 2 if becomes_units else max(1, minimum) * _FEN_A_UNIT


def _reworth(offer: OfferDesign, by_percent: bool) -> tuple[LadderStep, ...]:
    """Return steps that give about the same as a percentage, or as an amount."""
    steps = []
    for place, step in enumerate(offer.steps):
        minimum = step.minimum if not offer.by_quantity else step.minimum * _FEN_A_UNIT
        if by_percent:
            worth = round(step.value * _TENTHS_OF_WHOLE / minimum / 10) * 10 if minimum else 50
            value = min(_TENTHS_OF_WHOLE - 10, max(10 * (place + 1), worth))
        else:
            value = max(100 * (place + 1), round(minimum * step.value / _TENTHS_OF_WHOLE / 100) * 100)
        steps.append(replace(step, value=value))
    return tuple(steps)


def is_coupon(kind: OfferKind) -> bool:
    """Return whether a kind may take either an amount or a percentage."""
    return kind in COUPONS
