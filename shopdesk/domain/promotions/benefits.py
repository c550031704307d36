"""How each kind of benefit takes money off a ledger; every function returns the fen it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import singledispatch

from shopdesk.domain.promotions.ledger import Ledger, LineLedger, Run
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Base,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    EveryAmountOff,
    Gift,
    Give,
    Ladder,
    Measure,
    NthUnit,
    OrderAmountOff,
    OrderPercentOff,
    PerGroup,
    Policy,
    RoundAt,
    Scope,
    SetPrice,
    SetUnitPrice,
    Several,
    ShippingPercentOff,
    Tier,
    UnitAmountOff,
    UnitLimits,
    UnitPercentOff,
)
from shopdesk.domain.promotions.rounding import water_fill, whole


@dataclass(slots=True)
class Work:
    """One application of one offer: the ledger, whose name to book under, and what came of it."""

    ledger: Ledger
    policy: Policy
    offer_id: str
    scope: Scope
    only: frozenset[int] | None = None  # positions of the lines it may touch
    wanted: int = 0  # what it would have taken without floors, where that is known
    gifts: list[Gift] = field(default_factory=list)

    def lines(self, scope: Scope | None) -> list[LineLedger]:
        """Return the lines that both the offer and the benefit cover."""
        allowed = [line for i, line in enumerate(self.ledger.lines) if self.only is None or i in self.only]
        lines = self.ledger.within(self.scope, allowed)
        return lines if scope is None else self.ledger.within(scope, lines)

    def amount_off(self, lines: Sequence[LineLedger], amount: int) -> int:
        """Share an amount over lines and note what was wanted."""
        self.wanted += amount
        return self.ledger.spread(lines, amount, self.offer_id)


Picked = tuple[LineLedger, Run]


@singledispatch
def give(benefit: Benefit, work: Work) -> int:
    """Apply a benefit; return the fen taken off goods and postage."""
    raise NotImplementedError(type(benefit).__name__)


@give.register
def _order_amount_off(benefit: OrderAmountOff, work: Work) -> int:
    return work.amount_off(work.lines(benefit.scope), benefit.value)


@give.register
def _order_percent_off(benefit: OrderPercentOff, work: Work) -> int:
    lines = work.lines(benefit.scope)
    amount = _percent(sum(line.amount_at(benefit.base) for line in lines), benefit.percent, work)
    return work.amount_off(lines, amount if benefit.cap is None else min(amount, benefit.cap))


@give.register
def _unit_amount_off(benefit: UnitAmountOff, work: Work) -> int:
    return sum(
        line.take_each(run, benefit.value, work.offer_id) for line, run in _limited(work, benefit.scope, benefit.limits)
    )


@give.register
def _set_unit_price(benefit: SetUnitPrice, work: Work) -> int:
    return sum(
        line.take_each(run, max(0, run.now - benefit.value), work.offer_id)
        for line, run in _limited(work, benefit.scope, benefit.limits)
    )


@give.register
def _unit_percent_off(benefit: UnitPercentOff, work: Work) -> int:
    picked = _limited(work, benefit.scope, benefit.limits)
    rounding = benefit.rounding or work.policy.percent_rounding

    def price(run: Run) -> int:
        return run.item if benefit.base is Base.LIST else run.now

    if benefit.round_at is RoundAt.UNIT:
        return sum(
            line.take_each(run, whole(price(run) * benefit.percent / 100, rounding), work.offer_id)
            for line, run in picked
        )
    return sum(
        line.take_evenly(
            whole(sum(price(run) * run.count for run in runs) * benefit.percent / 100, rounding), work.offer_id, runs
        )
        for line, runs in _by_line(picked)
    )


@give.register
def _ladder(benefit: Ladder, work: Work) -> int:
    lines = work.lines(benefit.scope)
    if benefit.measure in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY):
        return sum(_step_off(benefit, [line], measure(benefit, [line]), work) for line in lines)
    reached = measure(benefit, work.lines(benefit.measure_scope or benefit.scope))
    return _step_off(benefit, lines, reached, work)


@give.register
def _every_amount_off(benefit: EveryAmountOff, work: Work) -> int:
    lines = work.lines(benefit.scope)
    times = sum(line.amount_at(benefit.base) for line in lines) // benefit.step
    if benefit.max_times is not None:
        times = min(times, benefit.max_times)
    return work.amount_off(lines, times * benefit.value)


@give.register
def _per_group(benefit: PerGroup, work: Work) -> int:
    lines = work.lines(benefit.scope)
    units = sum(line.units for line in lines)
    percent = value_at(benefit.tiers, sum(line.amount for line in lines), below=benefit.percent)
    picked = _first(lines, units // benefit.size * benefit.size)
    return sum(
        line.take_each(run, benefit.value + _percent(run.now, percent, work), work.offer_id) for line, run in picked
    )


@give.register
def _nth_unit(benefit: NthUnit, work: Work) -> int:
    dear = _sorted_units(work.lines(benefit.scope), dearest=True)
    groups = sum(run.count for _, run in dear) // benefit.nth
    if benefit.max_times is not None:
        groups = min(groups, benefit.max_times)
    taken = 0
    for line, run in _every_nth(dear, nth=benefit.nth, times=groups):
        taken += line.take_each(run, _percent(run.now, benefit.percent, work), work.offer_id)
    return taken


@give.register
def _bundle_price(benefit: BundlePrice, work: Work) -> int:
    picked = _pick(_sorted_units(work.lines(benefit.scope), dearest=False), benefit.quantity)
    if sum(run.count for _, run in picked) < benefit.quantity:
        return 0
    _use(picked)
    return _together(picked, benefit.price, work)


@give.register
def _set_price(benefit: SetPrice, work: Work) -> int:
    chosen: list[Picked] = []
    for slot in benefit.slots:
        free = [
            (line, run)
            for line, run in _sorted_units(work.ledger.within(slot.scope, work.lines(benefit.scope)), dearest=True)
            if not any(run is other for _, other in chosen)
        ]
        picked = _pick(free, slot.quantity)
        if sum(run.count for _, run in picked) < slot.quantity:
            return 0
        chosen += picked
    _use(chosen)
    return _together(chosen, benefit.price, work)


@give.register
def _cheapest_unit_free(benefit: CheapestUnitFree, work: Work) -> int:
    picked = _pick(_sorted_units(work.lines(benefit.scope), dearest=False), 1)
    _use(picked)
    return sum(line.take_each(run, run.now, work.offer_id) for line, run in picked)


@give.register
def _buy_get(benefit: BuyGet, work: Work) -> int:
    lines = work.lines(benefit.scope)
    bought = _pick(_sorted_units(work.ledger.within(benefit.buy, lines), dearest=True), benefit.buy_quantity)
    if sum(run.count for _, run in bought) < benefit.buy_quantity:
        return 0
    _use(bought)
    given = _pick(_sorted_units(work.ledger.within(benefit.get, lines), dearest=True), benefit.get_quantity)
    _use(given)
    taken = 0
    for line, run in given:
        amount = _percent(run.now, benefit.percent, work)
        taken += line.take_each(run, amount if benefit.value is None else min(amount, benefit.value), work.offer_id)
    return taken


@give.register
def _shipping_percent_off(benefit: ShippingPercentOff, work: Work) -> int:
    off = min(work.ledger.shipping, _percent(work.ledger.shipping, benefit.percent, work))
    work.ledger.shipping -= off
    return off


@give.register
def _gift(benefit: Gift, work: Work) -> int:
    work.gifts.append(benefit)
    return 0


@give.register
def _several(benefit: Several, work: Work) -> int:
    return sum(give(part, work) for part in benefit.of)


def measure(ladder: Ladder, lines: Sequence[LineLedger]) -> int:
    """Return how far lines have climbed on a ladder, fen or units."""
    if ladder.measure in (Measure.ORDER_QUANTITY, Measure.LINE_QUANTITY):
        return sum(line.units for line in lines)
    return sum(line.amount_at(ladder.base) for line in lines)


def value_at(tiers: Sequence[Tier], reached: int, *, below: Fraction = Fraction(0)) -> Fraction:
    """Return the value of the highest step reached."""
    met = [tier for tier in tiers if reached >= tier.minimum]
    return max(met, key=lambda tier: tier.minimum).value if met else below


def _step_off(ladder: Ladder, lines: Sequence[LineLedger], reached: int, work: Work) -> int:
    value = value_at(ladder.tiers, reached, below=ladder.base_value)
    match ladder.give:
        case Give.ORDER_AMOUNT_OFF:
            return work.amount_off(lines, int(value))
        case Give.ORDER_PERCENT_OFF:
            return work.amount_off(lines, _percent(sum(line.amount for line in lines), value, work))
        case Give.LINE_AMOUNT_OFF:
            return sum(line.take_evenly(int(value), work.offer_id) for line in lines)
        case Give.LINE_PERCENT_OFF:
            return sum(line.take_evenly(_percent(line.amount, value, work), work.offer_id) for line in lines)


def _percent(amount: int, percent: Fraction, work: Work) -> int:
    return whole(amount * percent / 100, work.policy.percent_rounding)


def _together(picked: Sequence[Picked], price: int, work: Work) -> int:
    """Sell the picked units for one price: share what that saves in proportion to their prices."""
    total = sum(run.now * run.count for _, run in picked)
    off = max(0, total - price)
    work.wanted += off
    lines = _by_line(picked)
    weights = [sum(run.now * run.count for run in runs) for _, runs in lines]
    caps = [sum(line.room_of(run) * run.count for run in runs) for line, runs in lines]
    parts = water_fill(off, weights, caps, work.policy.allocation)
    return sum(
        line.take_evenly(part, work.offer_id, runs) for (line, runs), part in zip(lines, parts, strict=True) if part
    )


def _limited(work: Work, scope: Scope | None, limits: UnitLimits) -> list[Picked]:
    lines = work.lines(scope or EVERYTHING)
    per_line: list[Picked] = []
    for line in lines:
        per_line += _first([line], line.units if limits.per_line is None else limits.per_line)
    if limits.per_order is None:
        return per_line
    if limits.cheapest_first:
        per_line.sort(key=lambda picked: picked[1].now)
    return _pick(per_line, limits.per_order)


def _first(lines: Sequence[LineLedger], count: int) -> list[Picked]:
    return _pick([(line, run) for line in lines for run in line.runs], count)


def _sorted_units(lines: Sequence[LineLedger], *, dearest: bool) -> list[Picked]:
    units = [(line, run) for line in lines for run in line.runs if not run.used]
    return sorted(units, key=lambda picked: -picked[1].now if dearest else picked[1].now)


def _pick(units: Sequence[Picked], count: int) -> list[Picked]:
    """Take the first ``count`` units, splitting the last run where it is larger."""
    picked: list[Picked] = []
    for line, run in units:
        if count <= 0:
            break
        part = line.cut(run, count)
        picked.append((line, part))
        count -= part.count
    return picked


def _use(picked: Sequence[Picked]) -> None:
    for _, run in picked:
        run.used = True


def _every_nth(units: Sequence[Picked], *, nth: int, times: int) -> list[Picked]:
    """Return the last unit of each of the first ``times`` groups of ``nth`` units."""
    picked: list[Picked] = []
    before = 0
    for line, run in units:
        size = run.count
        hits = min((before + size) // nth, times) - min(before // nth, times)
        before += size
        if hits:
            picked.append((line, line.cut(run, hits)))
    return picked


def _by_line(picked: Sequence[Picked]) -> list[tuple[LineLedger, list[Run]]]:
    grouped: dict[int, tuple[LineLedger, list[Run]]] = {}
    for line, run in picked:
        grouped.setdefault(id(line), (line, []))[1].append(run)
    return list(grouped.values())
