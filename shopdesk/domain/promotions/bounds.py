"""What an offer can take at most, told without trying it: thousands of coupons are sorted out this way."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import singledispatch

from shopdesk.domain.promotions.benefits import COUNTS, value_at
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import (
    Benefit,
    EveryAmountOff,
    Give,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    Scope,
)

UNKNOWN = 1 << 62


def most_of(offer: Offer, ledger: Ledger) -> int:
    """Return the most fen an offer can take off a cart; ``UNKNOWN`` where only trying tells."""
    if offer.max_applications != 1:
        return UNKNOWN
    return _most(offer.benefit, ledger, offer.scope)


@singledispatch
def _most(_benefit: Benefit, _ledger: Ledger, _scope: Scope) -> int:
    return UNKNOWN


@_most.register
def _order_amount_off(benefit: OrderAmountOff, ledger: Ledger, _scope: Scope) -> int:
    return min(benefit.value, ledger.goods)


@_most.register
def _ladder(benefit: Ladder, ledger: Ledger, scope: Scope) -> int:
    if benefit.measure in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY) or benefit.scope or benefit.measure_scope:
        return UNKNOWN
    units = ledger.units_within(scope)
    reached = units if benefit.measure in COUNTS else ledger.amount_within(scope, benefit.base)
    value = value_at(benefit.tiers, reached, units=units, below=benefit.base_value)
    match benefit.give:
        case Give.ORDER_AMOUNT_OFF:
            return min(int(value), ledger.goods)
        case Give.ORDER_PERCENT_OFF:
            return _percent(value, benefit.cap, ledger.amount_within(scope, benefit.percent_base), ledger)
        case _:
            return UNKNOWN if value else 0


@_most.register
def _order_percent_off(benefit: OrderPercentOff, ledger: Ledger, scope: Scope) -> int:
    return _percent(benefit.percent, benefit.cap, ledger.amount_within(scope, benefit.base), ledger)


@_most.register
def _every_amount_off(benefit: EveryAmountOff, ledger: Ledger, scope: Scope) -> int:
    times = ledger.amount_within(scope, benefit.base) // benefit.step
    return min((times if benefit.max_times is None else min(times, benefit.max_times)) * benefit.value, ledger.goods)


def _percent(percent: Fraction, cap: int | None, amount: int, ledger: Ledger) -> int:
    most = min(math.ceil(amount * percent / 100), ledger.goods)
    return most if cap is None else min(most, cap)
