"""What a customer lacks for the next step of an offer: "还差 12.00 元可享…"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from shopdesk.domain.promotions.benefits import COUNTS, climbed
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Benefit,
    EveryAmountOff,
    GiftLadder,
    Ladder,
    Measure,
    Offer,
    Scope,
)
from shopdesk.domain.promotions.result import Step, StepCode


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next step: how far the cart is, what it needs (fen or units), and what it would give then."""

    reached: int
    minimum: int
    value: str
    counts_units: bool = False
    units: int = 0  # needed besides an amount
    units_reached: int = 0

    def on(self, step: Step) -> Step:
        """Write the next step into the step of an offer."""
        below = self.below(step.offer_id, step.before, step.threshold)
        if step.code is StepCode.NOTHING_TO_TAKE:
            return below
        return replace(
            step,
            missing=below.missing,
            missing_units=below.missing_units,
            counts_units=below.counts_units,
            next_minimum=below.next_minimum,
            next_value=below.next_value,
            reached=below.reached,
            threshold=below.threshold,
        )

    def below(self, offer_id: str, goods: int, threshold: int) -> Step:
        """Return the step of an offer that gives nothing yet."""
        missing, lacking = max(0, self.minimum - self.reached), max(0, self.units - self.units_reached)
        in_units = self.counts_units or not missing  # the amount is there, only units are lacking
        next_minimum = self.minimum if missing else self.units
        return Step(
            offer_id,
            StepCode.BELOW_QUANTITY if in_units else StepCode.BELOW_AMOUNT,
            goods,
            goods,
            missing=missing or lacking,
            next_minimum=next_minimum,
            next_value=self.value,
            threshold=threshold or next_minimum,
            reached=self.reached if missing else self.units_reached,
            missing_units=lacking if missing else 0,
            counts_units=in_units,
        )


def next_step(offer: Offer, ledger: Ledger) -> Ahead | None:
    """Return how far the cart is from the next step, None where there is none."""
    return _ahead(offer.benefit, ledger, offer.scope)


@singledispatch
def _ahead(_benefit: Benefit, _ledger: Ledger, _scope: Scope) -> Ahead | None:
    return None


@_ahead.register
def _ladder(benefit: Ladder, ledger: Ledger, scope: Scope) -> Ahead | None:
    if benefit.measure in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY):
        return None
    if benefit.measure_scope is None and benefit.scope is None:
        units = ledger.units_within(scope)
        reached = units if benefit.measure in COUNTS else ledger.amount_within(scope, benefit.base)
    else:
        lines = None if benefit.measure_scope is not None else ledger.within(scope)
        lines = ledger.within(benefit.measure_scope or benefit.scope or EVERYTHING, lines)
        reached, units = climbed(lines, benefit.measure, benefit.base), sum(line.units for line in lines)
    ahead = [tier for tier in benefit.tiers if tier.minimum > reached or tier.units > units]
    if not ahead:
        return None
    tier = min(ahead, key=lambda tier: (tier.minimum, tier.units))
    return Ahead(reached, tier.minimum, str(tier.value), benefit.measure in COUNTS, tier.units, units)


@_ahead.register
def _every(benefit: EveryAmountOff, ledger: Ledger, scope: Scope) -> Ahead | None:
    lines = ledger.within(scope)
    lines = lines if benefit.scope is None else ledger.within(benefit.scope, lines)
    reached = sum(line.amount_at(benefit.base) for line in lines)
    times = reached // benefit.step
    if benefit.max_times is not None and times >= benefit.max_times:
        return None
    return Ahead(reached, (times + 1) * benefit.step, str((times + 1) * benefit.value))


@_ahead.register
def _gifts(benefit: GiftLadder, ledger: Ledger, scope: Scope) -> Ahead | None:
    lines = ledger.within(scope)
    lines = lines if benefit.scope is None else ledger.within(benefit.scope, lines)
    reached = climbed(lines, benefit.measure, benefit.base)
    ahead = [tier for tier in benefit.tiers if tier.minimum > reached]
    if not ahead:
        return None
    tier = min(ahead, key=lambda tier: tier.minimum)
    return Ahead(reached, tier.minimum, tier.gift.sku, benefit.measure in COUNTS)
