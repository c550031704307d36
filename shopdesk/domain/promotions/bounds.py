"""What an offer can take at most, told without trying it: thousands of coupons are sorted out this way."""

from __future__ import annotations

from functools import singledispatch

from shopdesk.domain.promotions.benefits import COUNTS, value_at
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import (
    Benefit,
    Give,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
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
    if not value:
        return 0
    return min(int(value), ledger.goods) if benefit.give is Give.ORDER_AMOUNT_OFF else UNKNOWN
