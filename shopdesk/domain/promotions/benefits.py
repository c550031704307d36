"""How each kind of benefit takes money off a ledger; every function returns the fen it took off goods and postage."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import singledispatch

from shopdesk.domain.promotions.ledger import LineLedger, Run
from shopdesk.domain.promotions.offers import (
    Base,
    Benefit,
    EveryAmountOff,
    Gift,
    GiftLadder,
    Give,
    Ladder,
    Measure,
    OrderAmountOff,
    OrderPercentOff,
    RoundAt,
    SetShipping,
    SetUnitPrice,
    Several,
    ShippingAmountOff,
    ShippingPercentOff,
    Tier,
    UnitAmountOff,
    UnitPercentOff,
)
from shopdesk.domain.promotions.rounding import whole
from shopdesk.domain.promotions.work import Work, by_line

COUNTS = frozenset({Measure.ORDER_QUANTITY, Measure.LINE_QUANTITY})


@singledispatch
def give(benefit: Benefit, work: Work) -> int:
    """Apply a benefit; return the fen taken off goods and postage."""
    raise NotImplementedError(type(benefit).__name__)


@give.register
def _order_amount_off(benefit: OrderAmountOff, work: Work) -> int:
    return work.amount_off(work.whole_lines(benefit.scope), benefit.value)


@give.register
def _order_percent_off(benefit: OrderPercentOff, work: Work) -> int:
    lines = work.whole_lines(benefit.scope)
    amount = work.percent(sum(line.amount_at(benefit.base) for line in lines), benefit.percent)
    return work.amount_off(lines, amount if benefit.cap is None else min(amount, benefit.cap))


@give.register
def _unit_amount_off(benefit: UnitAmountOff, work: Work) -> int:
    return sum(work.each_off(picked, benefit.value) for picked in work.limited(benefit.scope, benefit.limits))


@give.register
def _set_unit_price(benefit: SetUnitPrice, work: Work) -> int:
    return sum(
        work.each_off(picked, max(0, picked[1].now - benefit.value))
        for picked in work.limited(benefit.scope, benefit.limits)
    )


@give.register
def _unit_percent_off(benefit: UnitPercentOff, work: Work) -> int:
    picked = work.limited(benefit.scope, benefit.limits)
    rounding = benefit.rounding or work.policy.percent_rounding

    def price(run: Run) -> int:
        return run.item if benefit.base is Base.LIST else run.now

    if benefit.round_at is RoundAt.UNIT:
        return sum(
            work.each_off((line, run), whole(price(run) * benefit.percent / 100, rounding)) for line, run in picked
        )
    taken = 0
    for line, runs in by_line(picked):
        amount = whole(sum(price(run) * run.count for run in runs) * benefit.percent / 100, rounding)
        work.wanted += min(amount, sum(run.now * run.count for run in runs))
        taken += line.take_evenly(amount, work.offer_id, runs)
    return taken


@give.register
def _ladder(benefit: Ladder, work: Work) -> int:
    lines = work.whole_lines(benefit.scope)
    if benefit.measure in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY):
        return sum(_step_off(benefit, [line], [line], work) for line in lines)
    climbing = lines if benefit.measure_scope is None else work.climbing(benefit.measure_scope)
    return _step_off(benefit, lines, climbing, work)


@give.register
def _every_amount_off(benefit: EveryAmountOff, work: Work) -> int:
    lines = work.whole_lines(benefit.scope)
    times = sum(line.amount_at(benefit.base) for line in lines) // benefit.step
    if benefit.max_times is not None:
        times = min(times, benefit.max_times)
    return work.amount_off(lines, times * benefit.value)


@give.register
def _shipping_percent_off(benefit: ShippingPercentOff, work: Work) -> int:
    return _shipping_off(work, work.percent(work.ledger.shipping, benefit.percent))


@give.register
def _shipping_amount_off(benefit: ShippingAmountOff, work: Work) -> int:
    return _shipping_off(work, benefit.value)


@give.register
def _set_shipping(benefit: SetShipping, work: Work) -> int:
    return _shipping_off(work, max(0, work.ledger.shipping - benefit.value))


@give.register
def _gift(benefit: Gift, work: Work) -> int:
    work.gifts.append(benefit)
    return 0


@give.register
def _gift_ladder(benefit: GiftLadder, work: Work) -> int:
    lines = work.lines(benefit.scope)
    reached = climbed(lines, benefit.measure, benefit.base)
    met = [tier for tier in benefit.tiers if reached >= tier.minimum]
    if met:
        work.gifts.append(max(met, key=lambda tier: tier.minimum).gift)
    return 0


@give.register
def _several(benefit: Several, work: Work) -> int:
    inner = Work(work.ledger, work.policy, work.offer_id, work.scope, work.only)
    if benefit.scope is not None:
        inner.only = frozenset(
            position
            for position, line in enumerate(work.ledger.lines)
            if any(line is covered for covered in work.lines(benefit.scope))
        )
    taken = sum(give(part, inner) for part in benefit.of)
    work.wanted += inner.wanted
    work.gifts += inner.gifts
    return taken


def climbed(lines: Sequence[LineLedger], measure: Measure, base: Base) -> int:
    """Return how far lines have climbed on a ladder, fen or units."""
    if measure in COUNTS:
        return sum(line.units for line in lines)
    return sum(line.amount_at(base) for line in lines)


def value_at(tiers: Sequence[Tier], reached: int, *, units: int, below: Fraction = Fraction(0)) -> Fraction:
    """Return the value of the highest step reached; ``units`` are those of the lines that climb."""
    met = [tier for tier in tiers if reached >= tier.minimum and units >= tier.units]
    return max(met, key=lambda tier: (tier.minimum, tier.units)).value if met else below


def _step_off(ladder: Ladder, lines: Sequence[LineLedger], climbing: Sequence[LineLedger], work: Work) -> int:
    units = sum(line.units for line in climbing)
    value = value_at(ladder.tiers, climbed(climbing, ladder.measure, ladder.base), units=units, below=ladder.base_value)
    if ladder.give in (Give.ORDER_AMOUNT_OFF, Give.ORDER_PERCENT_OFF):
        amount = int(value)
        if ladder.give is Give.ORDER_PERCENT_OFF:
            amount = work.percent(sum(line.amount_at(ladder.percent_base) for line in lines), value)
        return work.amount_off(lines, amount if ladder.cap is None else min(amount, ladder.cap))
    taken = 0
    for line in lines:
        amount = int(value)
        if ladder.give is Give.LINE_PERCENT_OFF:
            amount = work.percent(line.amount_at(ladder.percent_base), value)
        amount = amount if ladder.cap is None else min(amount, ladder.cap - taken)
        work.wanted += min(amount, line.amount)
        taken += line.take_evenly(amount, work.offer_id)
    return taken


def _shipping_off(work: Work, amount: int) -> int:
    off = min(work.ledger.shipping, amount)
    work.ledger.shipping -= off
    return off
