"""How each kind of benefit takes money off many carts at once, to the fen as ``benefits`` does it off one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import singledispatch

import numpy as np

from shopdesk.domain.promotions.offers import (
    Base,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    EveryAmountOff,
    Gift,
    GiftLadder,
    Give,
    Ladder,
    Measure,
    NthUnit,
    OrderAmountOff,
    OrderPercentOff,
    PerGroup,
    RoundAt,
    Scope,
    SetPrice,
    SetShipping,
    SetUnitPrice,
    Several,
    ShippingAmountOff,
    ShippingPercentOff,
    Tier,
    UnitAmountOff,
    UnitLimits,
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.allot import Mask, fill, percent_of, running
from shopdesk.domain.promotions.replay.book import Codes, Fen
from shopdesk.domain.promotions.replay.sheet import Part


@singledispatch
def give(_benefit: Benefit, part: Part, _policy: Policy, times: Codes) -> None:
    """Apply a benefit to the lines in work, to each order as often as ``times`` says."""
    part.sheet.odd[part.at[times > 0]] = True  # a kind that nobody has written down here: the engine knows it


@give.register
def _order_amount_off(benefit: OrderAmountOff, part: Part, policy: Policy, times: Codes) -> None:
    before = part.now.copy() if times.max(initial=0) > 1 else part.now
    left = times.copy()
    while (left > 0).any():
        spread(part, part.covered(benefit.scope), np.where(left > 0, benefit.value, 0), policy)
        if left.max() == 1:
            return
        gave = part.sums((before != part.now).astype(np.int64), None) > 0
        left = np.where(gave, left - 1, 0)
        before = part.now.copy()


@give.register
def _order_percent_off(benefit: OrderPercentOff, part: Part, policy: Policy, times: Codes) -> None:
    mask = part.covered(benefit.scope)
    amount = percent_of(part.sums(part.amount_at(benefit.base), mask), benefit.percent, policy.percent_rounding)
    if benefit.cap is not None:
        amount = np.minimum(amount, benefit.cap)
    spread(part, mask, np.where(times > 0, amount, 0), policy)


@give.register
def _unit_amount_off(benefit: UnitAmountOff, part: Part, _policy: Policy, times: Codes) -> None:
    lines, hits, price, room = _units(part, benefit.scope, benefit.limits, times)
    _take_each(part, lines, hits, np.minimum(np.full(len(price), benefit.value), room))


@give.register
def _set_unit_price(benefit: SetUnitPrice, part: Part, _policy: Policy, times: Codes) -> None:
    lines, hits, price, room = _units(part, benefit.scope, benefit.limits, times)
    _take_each(part, lines, hits, np.minimum(np.maximum(0, price - benefit.value), room))


@give.register
def _unit_percent_off(benefit: UnitPercentOff, part: Part, policy: Policy, times: Codes) -> None:
    rounding = benefit.rounding or policy.percent_rounding
    if benefit.round_at is RoundAt.LINE and benefit.limits.per_line is None and benefit.limits.per_order is None:
        mask = _active(part, part.covered(benefit.scope), times)
        lines = np.flatnonzero(mask)
        listed = part.now if benefit.base is Base.CURRENT else part.sheet.item[part.rows]
        off = percent_of(listed[lines], benefit.percent, rounding)
        part.take(lines, np.minimum(off, part.room()[lines]))
        return
    lines, hits, price, room = _units(part, benefit.scope, benefit.limits, times)
    if benefit.base is Base.LIST:
        _even_only(part, lines[~part.sheet.item_even[part.rows[lines]]])
        price = part.sheet.item[part.rows[lines]] // part.quantity()[lines]
    if benefit.round_at is RoundAt.UNIT:
        _take_each(part, lines, hits, np.minimum(percent_of(price, benefit.percent, rounding), room))
        return
    off = np.minimum(percent_of(price * hits, benefit.percent, rounding), room * hits)
    units = part.quantity()[lines]
    part.now[lines] -= off
    part.even[lines] &= (off == 0) | ((hits == units) & (off % units == 0))


@give.register
def _ladder(benefit: Ladder, part: Part, policy: Policy, times: Codes) -> None:
    mask = part.covered(benefit.scope)
    own = part.quantity() if _counts_units(benefit.measure) else part.amount_at(benefit.base)
    tiers = rising(benefit.tiers)
    active = _active(part, mask, times)
    if benefit.measure in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY):
        steps = _Steps(tiers, benefit.base_value, steps_met(tiers, own, part.quantity()))
        np.maximum.at(part.step, part.order[active], steps.minima()[active])
        _take_capped(
            part, active, np.minimum(_line_off(benefit, part, policy, steps), part.room()), benefit.cap, each=True
        )
        return
    if benefit.measure_scope is None:
        met = steps_met(tiers, part.sums(own, mask), part.sums(part.quantity(), mask))
    else:
        reached, units = part.climbed(benefit.measure_scope, benefit.base)
        met = steps_met(tiers, units if _counts_units(benefit.measure) else reached, units)
    part.step = np.where(times > 0, _Steps(tiers, benefit.base_value, met).minima(), 0)
    if benefit.give in (Give.ORDER_AMOUNT_OFF, Give.ORDER_PERCENT_OFF):
        steps = _Steps(tiers, benefit.base_value, met)
        off = steps.amounts()
        if benefit.give is Give.ORDER_PERCENT_OFF:
            off = steps.percent_of(part.sums(part.amount_at(benefit.percent_base), mask), policy)
        off = off if benefit.cap is None else np.minimum(off, benefit.cap)
        spread(part, mask, np.where(times > 0, off, 0), policy)
        return
    steps = _Steps(tiers, benefit.base_value, met[part.order])
    _take_capped(
        part, active, np.minimum(_line_off(benefit, part, policy, steps), part.room()), benefit.cap, each=False
    )


def _line_off(benefit: Ladder, part: Part, policy: Policy, steps: _Steps) -> Fen:
    """Return what each line's step would take off it."""
    if benefit.give in (Give.ORDER_PERCENT_OFF, Give.LINE_PERCENT_OFF):
        return steps.percent_of(part.amount_at(benefit.percent_base), policy)
    return steps.amounts()


def _take_capped(part: Part, active: Mask, off: Fen, cap: int | None, *, each: bool) -> None:
    """Take amounts off lines, at most ``cap`` fen of each line, or of all lines of an order, the first ones first."""
    off = np.where(active, off, 0)
    if cap is not None and each:
        off = np.minimum(off, cap)
    elif cap is not None:
        before = running(off, part.starts, part.sizes)
        off = np.minimum(cap, before + off) - np.minimum(cap, before)
    lines = np.flatnonzero(off)
    part.take(lines, off[lines])


@give.register
def _every_amount_off(benefit: EveryAmountOff, part: Part, policy: Policy, times: Codes) -> None:
    mask = part.covered(benefit.scope)
    often = part.sums(part.amount_at(benefit.base), mask) // benefit.step
    if benefit.max_times is not None:
        often = np.minimum(often, benefit.max_times)
    part.step = np.where(often > 0, benefit.step, 0)
    spread(part, mask, np.where(times > 0, often * benefit.value, 0), policy)


@give.register
def _nth_unit(benefit: NthUnit, part: Part, policy: Policy, times: Codes) -> None:
    lines, units, price, room, starts, sizes = _sorted(part, benefit.scope, times, dearest=True)
    if not len(lines):
        return
    before = running(units, starts, sizes)
    groups = np.add.reduceat(units, starts) // benefit.nth
    most = np.repeat(groups if benefit.max_times is None else np.minimum(groups, benefit.max_times), sizes)
    hits = np.minimum((before + units) // benefit.nth, most) - np.minimum(before // benefit.nth, most)
    off = np.minimum(percent_of(price, benefit.percent, policy.percent_rounding), room)
    some = hits > 0
    _take_each(part, lines[some], hits[some], off[some])


@give.register
def _cheapest_unit_free(benefit: CheapestUnitFree, part: Part, _policy: Policy, times: Codes) -> None:
    lines, units, price, room, starts, sizes = _sorted(part, benefit.scope, times, dearest=False)
    if len(lines):
        units = np.where(price > 0, units, 0)
        hits = np.clip(times[part.order[lines]] - running(units, starts, sizes), 0, units)
        some = hits > 0
        _take_each(part, lines[some], hits[some], room[some])


@give.register
def _shipping_percent_off(benefit: ShippingPercentOff, part: Part, policy: Policy, times: Codes) -> None:
    _shipping_off(part, percent_of(part.shipping, benefit.percent, policy.percent_rounding), times)


@give.register
def _shipping_amount_off(benefit: ShippingAmountOff, part: Part, _policy: Policy, times: Codes) -> None:
    _shipping_off(part, np.full(len(part.at), benefit.value), times)


@give.register
def _set_shipping(benefit: SetShipping, part: Part, _policy: Policy, times: Codes) -> None:
    _shipping_off(part, np.maximum(0, part.shipping - benefit.value), times)


def _shipping_off(part: Part, off: Fen, times: Codes) -> None:
    part.shipping = part.shipping - np.where(times > 0, np.minimum(part.shipping, off), 0)


@give.register
def _gift(benefit: Gift, part: Part, _policy: Policy, times: Codes) -> None:
    part.gifts.append((benefit, times))


@give.register
def _gift_ladder(benefit: GiftLadder, part: Part, _policy: Policy, times: Codes) -> None:
    mask = part.covered(benefit.scope)
    own = part.quantity() if _counts_units(benefit.measure) else part.amount_at(benefit.base)
    reached = part.sums(own, mask)
    tiers: dict[int, Gift] = {}
    for tier in benefit.tiers:
        tiers.setdefault(tier.minimum, tier.gift)
    minima = np.array(sorted(tiers), dtype=np.int64)
    step = np.where(times > 0, np.searchsorted(minima, reached, side="right"), 0)
    part.step = np.append(0, minima)[step]
    for place, minimum in enumerate(minima.tolist(), start=1):
        part.gifts.append((tiers[minimum], (step == place).astype(np.int64)))


@give.register
def _several(benefit: Several, part: Part, policy: Policy, times: Codes) -> None:
    if any(isinstance(inner, _USE_UP) for inner in benefit.of):
        part.sheet.odd[part.at[times > 0]] = True
        return
    part.only = part.covered(benefit.scope)
    for inner in benefit.of:
        give(inner, part, policy, np.minimum(times, 1))
    part.only = None


_USE_UP = (BundlePrice, SetPrice, BuyGet, CheapestUnitFree, NthUnit, Several)
"""Benefits that use up units for those after them in one offer, or hold others: only the engine follows that."""


@give.register
def _per_group(benefit: PerGroup, part: Part, _policy: Policy, times: Codes) -> None:
    units = part.sums(part.quantity(), part.covered(benefit.scope))
    part.sheet.odd[part.at[(times > 0) & (units >= benefit.size)]] = True


@give.register
def _bundle_price(benefit: BundlePrice, part: Part, _policy: Policy, times: Codes) -> None:
    units = part.sums(part.quantity(), part.covered(benefit.scope))
    part.sheet.odd[part.at[(times > 0) & (units >= benefit.quantity)]] = True


@give.register
def _set_price(benefit: SetPrice, part: Part, _policy: Policy, times: Codes) -> None:
    touched = times > 0
    for slot in benefit.slots:
        mask = _both(part.covered(benefit.scope), part.covered(slot.scope))
        touched &= part.sums(part.quantity(), mask) >= slot.quantity
    part.sheet.odd[part.at[touched]] = True


@give.register
def _buy_get(benefit: BuyGet, part: Part, _policy: Policy, times: Codes) -> None:
    own = part.covered(benefit.scope)
    buys = part.sums(part.quantity(), _both(own, part.covered(benefit.buy))) >= benefit.buy_quantity
    gets = part.sums(part.quantity(), _both(own, part.covered(benefit.get))) >= benefit.get_quantity
    part.sheet.odd[part.at[(times > 0) & buys & gets]] = True


def spread(part: Part, mask: Mask | None, amount: Fen, policy: Policy) -> None:
    """Take an amount off the chosen lines of each order in proportion to what they cost now."""
    wanted = np.repeat(amount > 0, part.sizes)
    lines = np.flatnonzero(wanted if mask is None else wanted & mask)
    if not len(lines):
        return
    order = part.order[lines]
    starts = np.flatnonzero(np.concatenate(([True], order[1:] != order[:-1])))
    weights = part.now[lines]
    caps = np.maximum(0, weights - part.sheet.lowest[part.rows[lines]])
    part.take(lines, fill(amount[order[starts]], weights, caps, starts, policy.allocation))


class _Steps:
    """The steps that orders (or lines) stand on: place in the rising tiers, 0 below the first."""

    def __init__(self, tiers: Sequence[Tier], below: Fraction, step: Codes) -> None:
        self.tiers = tiers
        self.values = (below, *(tier.value for tier in tiers))
        self.step = step

    def minima(self) -> Codes:
        return np.array([0, *(tier.minimum for tier in self.tiers)], dtype=np.int64)[self.step]

    def amounts(self) -> Fen:
        return np.array([int(value) for value in self.values], dtype=np.int64)[self.step]

    def percent_of(self, amounts: Fen, policy: Policy) -> Fen:
        found = np.zeros(len(amounts), dtype=np.int64)
        for place, value in enumerate(self.values):
            here = self.step == place
            if value and here.any():
                found[here] = percent_of(amounts[here], value, policy.percent_rounding)
        return found


def steps_met(tiers: Sequence[Tier], reached: Fen, units: Codes) -> Codes:
    """Return the place (from 1) of the highest of the rising tiers that each has reached, 0 where none."""
    if not any(tier.units for tier in tiers):
        minima = np.array([tier.minimum for tier in tiers], dtype=np.int64)
        return np.searchsorted(minima, reached, side="right").astype(np.int64)
    step = np.zeros(len(reached), dtype=np.int64)
    for place, tier in enumerate(tiers, start=1):
        step[(reached >= tier.minimum) & (units >= tier.units)] = place
    return step


def rising(tiers: Sequence[Tier]) -> tuple[Tier, ...]:
    """Return the tiers by minimum and units; of equal ones the first counts."""
    first: dict[tuple[int, int], Tier] = {}
    for tier in tiers:
        first.setdefault((tier.minimum, tier.units), tier)
    return tuple(first[key] for key in sorted(first))


def _counts_units(measure: Measure) -> bool:
    return measure in (Measure.ORDER_QUANTITY, Measure.LINE_QUANTITY)


def _active(part: Part, mask: Mask | None, times: Codes) -> Mask:
    active = np.repeat(times > 0, part.sizes)
    return active if mask is None else active & mask


def _both(one: Mask | None, two: Mask | None) -> Mask | None:
    if one is None or two is None:
        return two if one is None else one
    return one & two


def _even_only(part: Part, lines: Codes) -> None:
    """Leave the orders of lines to the engine, as their units differ."""
    part.sheet.odd[part.at[part.order[lines]]] = True


def _take_each(part: Part, lines: Codes, hits: Codes, off: Fen) -> None:
    """Take some fen off each of the first ``hits`` units of lines."""
    units = part.quantity()[lines]
    part.now[lines] -= off * hits
    part.even[lines] &= (off == 0) | (hits == units) | (hits == 0)


def _units(part: Part, scope: Scope | None, limits: UnitLimits, times: Codes) -> tuple[Codes, Codes, Fen, Fen]:
    """Return lines, how many units of each are meant, and price and room of a unit.

    Limits count only units that cost something; ``per_order`` holds for each of ``times`` applications.
    """
    mask = _active(part, part.covered(scope), times)
    lines = np.flatnonzero(mask)
    _even_only(part, lines[~part.even[lines]])
    units = part.quantity()[lines]
    price, room = part.now[lines] // units, part.room()[lines] // units
    if limits.per_line is None and limits.per_order is None:
        return lines, units, price, room
    hits = np.where(price > 0, units if limits.per_line is None else np.minimum(units, limits.per_line), 0)
    if limits.per_order is None or not len(lines):
        return lines, hits, price, room
    order = part.order[lines]
    if limits.cheapest_first:
        by_price = np.lexsort((price, order))
        lines, hits, price, room = (column[by_price] for column in (lines, hits, price, room))
    starts = np.flatnonzero(np.concatenate(([True], order[1:] != order[:-1])))
    sizes = np.diff(np.append(starts, len(lines)))
    most = limits.per_order * times[part.order[lines]]
    return lines, np.clip(most - running(hits, starts, sizes), 0, hits), price, room


def _sorted(
    part: Part, scope: Scope | None, times: Codes, *, dearest: bool
) -> tuple[Codes, Codes, Fen, Fen, Codes, Codes]:
    """Return lines by price within their order, with units, price and room of a unit, and the edges of the orders.

    All of these lines count as used up afterwards: an offer that looks at them later is left to the engine.
    """
    part.used = _active(part, part.covered(scope), times)
    lines = np.flatnonzero(part.used)
    _even_only(part, lines[~part.even[lines] | part.sheet.used[part.rows[lines]]])
    units = part.quantity()[lines]
    price, room = part.now[lines] // units, part.room()[lines] // units
    order = part.order[lines]
    by_price = np.lexsort((-price if dearest else price, order))
    starts = np.flatnonzero(np.concatenate(([True], order[1:] != order[:-1]))) if len(lines) else order
    sizes = np.diff(np.append(starts, len(lines)))
    return lines[by_price], units[by_price], price[by_price], room[by_price], starts, sizes
