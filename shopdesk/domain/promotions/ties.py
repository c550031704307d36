"""Who wins where two offers save the same: face value, threshold, expiry, id, as the policy says."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import TypeAlias

from shopdesk.domain.promotions.offers import (
    Benefit,
    ConditionKind,
    EveryAmountOff,
    Ladder,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    UnitAmountOff,
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import TieBreak

TieKey: TypeAlias = tuple[float | str, ...]


def tie_key(offer: Offer, rules: tuple[TieBreak, ...]) -> TieKey:
    """Return a key that sorts the winner of a tie first."""
    return tuple(_part(offer, rule) for rule in rules)


def _part(offer: Offer, rule: TieBreak) -> float | str:
    match rule:
        case TieBreak.FACE_VALUE:
            return -_face(offer.benefit)
        case TieBreak.THRESHOLD:
            return -_threshold(offer)
        case TieBreak.EXPIRY:
            return (offer.end or date.max).toordinal()
        case TieBreak.ID:
            return offer.offer_id


def _threshold(offer: Offer) -> int:
    if offer.condition.kind is not ConditionKind.ALWAYS:
        return offer.condition.value
    if isinstance(offer.benefit, Ladder):
        return max((tier.minimum for tier in offer.benefit.tiers), default=0)
    return offer.benefit.step if isinstance(offer.benefit, EveryAmountOff) else 0


@singledispatch
def _face(_benefit: Benefit) -> float:
    return 0.0


@_face.register
def _amount(benefit: OrderAmountOff | UnitAmountOff | EveryAmountOff) -> float:
    return float(benefit.value)


@_face.register
def _percent(benefit: OrderPercentOff | UnitPercentOff) -> float:
    return float(benefit.percent)


@_face.register
def _top_step(benefit: Ladder) -> float:
    return float(max((tier.value for tier in benefit.tiers), default=0))
