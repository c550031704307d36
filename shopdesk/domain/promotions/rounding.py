"""Where the odd fen goes: exact rounding, proportional shares that sum to the whole, and water-filling."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction


class Rounding(StrEnum):
    """How a fraction of a fen is made whole."""

    HALF_UP = "half_up"
    HALF_DOWN = "half_down"
    DOWN = "down"


class Allocation(StrEnum):
    """Which line gets the odd fen when an amount is shared in proportion."""

    FLOOR_REST_LAST = "floor_rest_last"
    FLOOR_REST_FIRST = "floor_rest_first"
    ROUND_HALF_UP_REST_LAST = "round_half_up_rest_last"
    ROUND_HALF_DOWN_REST_FIRST = "round_half_down_rest_first"
    LARGEST_REMAINDER = "largest_remainder"


def whole(value: Fraction, rounding: Rounding) -> int:
    """Return a non-negative amount as whole fen."""
    floor, rest = divmod(value.numerator, value.denominator)
    if rounding is Rounding.DOWN:
        return floor
    doubled = 2 * rest
    up = doubled > value.denominator or (doubled == value.denominator and rounding is Rounding.HALF_UP)
    return floor + int(up)


def share(total: int, weights: Sequence[int], rule: Allocation) -> list[int]:
    """Split ``total`` fen in proportion to ``weights``; the parts are never negative and sum to the total.

    Weights are non-negative and not all zero (otherwise all parts are 0).
    """
    weight = sum(weights)
    if weight <= 0 or total <= 0:
        return [0] * len(weights)
    match rule:
        case Allocation.FLOOR_REST_LAST | Allocation.FLOOR_REST_FIRST | Allocation.LARGEST_REMAINDER:
            parts = [total * w // weight for w in weights]
        case Allocation.ROUND_HALF_UP_REST_LAST:
            parts = [whole(Fraction(total * w, weight), Rounding.HALF_UP) for w in weights]
        case Allocation.ROUND_HALF_DOWN_REST_FIRST:
            parts = [whole(Fraction(total * w, weight), Rounding.HALF_DOWN) for w in weights]
    rest = total - sum(parts)
    order = _order(total, weights, rule)
    if rest > 0 and rule in (Allocation.FLOOR_REST_LAST, Allocation.ROUND_HALF_UP_REST_LAST):
        parts[order[0]] += rest
    else:
        _settle(parts, rest=rest, order=order)
    return parts


def water_fill(total: int, weights: Sequence[int], caps: Sequence[int], rule: Allocation) -> list[int]:
    """Split like ``share`` but give no part more than its cap; what a full part can't take goes to the rest.

    The parts sum to ``min(total, sum of caps of parts with weight)``.
    """
    parts = [0] * len(weights)
    left = list(range(len(weights)))
    rest = total
    while left and rest > 0:
        tried = share(rest, [weights[i] for i in left], rule)
        full = [i for i, part in zip(left, tried, strict=True) if part > caps[i]]
        if not full:
            for i, part in zip(left, tried, strict=True):
                parts[i] = part
            break
        for i in full:
            parts[i] = caps[i]
            rest -= caps[i]
        left = [i for i in left if i not in set(full)]
    return parts


def _order(total: int, weights: Sequence[int], rule: Allocation) -> list[int]:
    """Return the parts in the order in which they take (or give back) the odd fen."""
    live = [i for i, w in enumerate(weights) if w > 0]
    match rule:
        case Allocation.FLOOR_REST_LAST | Allocation.ROUND_HALF_UP_REST_LAST:
            return live[::-1]
        case Allocation.LARGEST_REMAINDER:
            weight = sum(weights)
            return sorted(live, key=lambda i: -(total * weights[i] % weight))
        case _:
            return live


def _settle(parts: list[int], *, rest: int, order: Sequence[int]) -> None:
    """Add a rest (or take a negative one) fen by fen in order, never below zero."""
    step = 1 if rest > 0 else -1
    while rest:
        for i in order:
            if rest and parts[i] + step >= 0:
                parts[i] += step
                rest -= step
