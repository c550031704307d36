"""Amounts and numbers of units at which offers begin to give more: a customer's best carts stand exactly on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shopdesk.domain.promotions.offers import (
    Base,
    Condition,
    ConditionKind,
    EveryAmountOff,
    Give,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
)

_MOST_MULTIPLES: Final = 6
_ROUNDS: Final = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``amount`` fen and ``units`` on an offer takes ``off`` fen or ``percent``, at most ``cap``."""

    amount: int
    units: int
    off: int = 0
    percent: Fraction = Fraction(0)
    cap: int | None = None


def marks_of(offer: Offer) -> tuple[Mark, ...]:
    """Return the steps of an offer on orders; () for one that takes nothing off goods (gifts, postage)."""
    benefit = offer.benefit
    amount, units = _wanted(offer.condition)
    match benefit:
        case Ladder():
            return tuple(_ladder_marks(benefit, amount=amount, units=units))
        case EveryAmountOff():
            times = min(benefit.max_times or _MOST_MULTIPLES, _MOST_MULTIPLES)
            return tuple(Mark(max(amount, n * benefit.step), units, n * benefit.value) for n in range(1, times + 1))
        case OrderAmountOff():
            return (Mark(amount, units, benefit.value),)
        case OrderPercentOff():
            return (Mark(amount, units, percent=benefit.percent, cap=benefit.cap),)
        case _:
            return ()


def _wanted(condition: Condition) -> tuple[int, int]:
    strictly = int(condition.op == "gt")
    if condition.kind is ConditionKind.AMOUNT:
        return condition.value + strictly, 0
    if condition.kind is ConditionKind.QUANTITY:
        return 0, condition.value + strictly
    if condition.kind is ConditionKind.ALL:
        found = [_wanted(part) for part in condition.parts]
        return max((one for one, _ in found), default=0), max((two for _, two in found), default=0)
    return 0, 0


def _ladder_marks(ladder: Ladder, *, amount: int, units: int) -> Iterable[Mark]:
    counts = ladder.measure in (Measure.ORDER_QUANTITY, Measure.LINE_QUANTITY)
    for tier in ladder.tiers:
        least = max(amount, 0 if counts else tier.minimum)
        pieces = max(units, tier.units, tier.minimum if counts else 0)
        if ladder.give in (Give.ORDER_PERCENT_OFF, Give.LINE_PERCENT_OFF):
            yield Mark(least, pieces, percent=tier.value, cap=ladder.cap)
        else:
            yield Mark(least, pieces, int(tier.value))


def gain(offer: Offer, marks: Sequence[Mark], *, listed: int, now: int) -> int:
    """Return roughly what an offer takes off goods of one scope: ``listed`` and ``now`` are their sums, fen."""
    seen = listed if _sees_list(offer) else now
    benefit = offer.benefit
    if isinstance(benefit, EveryAmountOff):
        times = seen // benefit.step
        return min(now, benefit.value * (times if benefit.max_times is None else min(times, benefit.max_times)))
    met = [mark for mark in marks if seen >= mark.amount]
    if not met:
        return 0
    best = max(met, key=lambda mark: (mark.amount, mark.units))
    percent = int(now * best.percent / 100)
    off = best.off + (percent if best.cap is None else min(percent, best.cap))
    return min(now, off)


def amounts(offers: Sequence[Offer], groups: Iterable[str]) -> list[int]:
    """Return the amounts (after item-level offers) at which offers of one scope begin to give more.

    Those come first at which about the largest share is taken off.

    ``offers`` in the order in which they are worked out; ``groups`` are those of which only the best counts.
    """
    known = {offer.offer_id: marks_of(offer) for offer in offers}
    best_of = frozenset(groups)
    found = {mark.amount for marks in known.values() for mark in marks if mark.amount > 0}
    for offer in offers:
        benefit = offer.benefit
        if isinstance(benefit, EveryAmountOff):
            found |= {-(-at // benefit.step) * benefit.step for at in tuple(found)}
    before: list[Offer] = []
    lowered = False
    for offer in offers:
        if before and (lowered or not _sees_list(offer)):
            for mark in known[offer.offer_id]:
                found |= _fixed_points(mark.amount, before, known, best_of)
        before.append(offer)
        lowered |= offer.lowers_base
    share = {at: Fraction(taken(at, offers, known, best_of), at) for at in found if at > 0}
    return sorted(share, key=lambda at: (-share[at], at))


def _fixed_points(
    wanted: int, before: Sequence[Offer], known: dict[str, tuple[Mark, ...]], best_of: frozenset[str]
) -> set[int]:
    """Return amounts of which about ``wanted`` is left after the offers before."""
    found: set[int] = set()
    for start in (wanted, 2 * wanted):
        total = start
        for _ in range(_ROUNDS):
            total = wanted + taken(total, before, known, best_of)
            found |= {total, total + 1}
    return found


def taken(total: int, offers: Sequence[Offer], known: dict[str, tuple[Mark, ...]], best_of: frozenset[str]) -> int:
    """Return roughly what offers of one scope take off goods of ``total`` fen, one after the other."""
    now = total
    best: dict[str, int] = {}
    for offer in offers:
        off = gain(offer, known[offer.offer_id], listed=total, now=now)
        if offer.group not in best_of:
            now -= off
        elif off > best.get(offer.group, 0):
            now -= off - best.get(offer.group, 0)
            best[offer.group] = off
    return total - max(0, now)


def _sees_list(offer: Offer) -> bool:
    benefit = offer.benefit
    if offer.condition.kind is ConditionKind.AMOUNT and isinstance(benefit, OrderAmountOff | OrderPercentOff):
        return offer.condition.base is Base.LIST
    return getattr(benefit, "base", Base.LIST) is Base.LIST
