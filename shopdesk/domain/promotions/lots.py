"""Benefits on groups of units: every N-th, sets, buy X get Y; a unit is part of one of them only.

Functions are registered with ``give``; each does as many equal applications at once as units allow, since a cart
may hold ten thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.domain.promotions.benefits import give, value_at
from shopdesk.domain.promotions.ledger import LineLedger, Run
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Base,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    NthUnit,
    PerGroup,
    SetPrice,
    Slot,
)
from shopdesk.domain.promotions.rounding import water_fill
from shopdesk.domain.promotions.work import Picked, Work, by_line, first, pick


@dataclass(frozen=True, slots=True)
class Part:
    """``count`` units of a run that one application needs."""

    line: LineLedger
    run: Run
    count: int


@give.register
def _per_group(benefit: PerGroup, work: Work) -> int:
    lines = sorted(work.lines(benefit.scope), key=lambda line: -line.units)
    units = sum(run.count for line in lines for run in line.runs if not run.locked)
    reached = work.ledger.amount_within(EVERYTHING, Base.CURRENT)
    percent = value_at(benefit.tiers, reached, units=units, below=benefit.percent)
    return sum(
        work.each_off(picked, benefit.value + work.percent(picked[1].now, percent))
        for picked in first(lines, units // benefit.size * benefit.size)
    )


@give.register
def _nth_unit(benefit: NthUnit, work: Work) -> int:
    dear = work.free_units(benefit.scope, dearest=True)
    groups = sum(run.count for _, run in dear) // benefit.nth
    if benefit.max_times is not None:
        groups = min(groups, benefit.max_times)
    lot = pick(dear, groups * benefit.nth)
    for _, run in lot:
        run.used = True
    return sum(
        work.each_off(picked, work.percent(picked[1].now, benefit.percent))
        for picked in _every_nth(lot, nth=benefit.nth)
    )


@give.register
def _bundle_price(benefit: BundlePrice, work: Work) -> int:
    parts = _compose(work.free_units(benefit.scope, dearest=False), benefit.quantity)
    return _together(parts, benefit.price, work) if parts else 0


@give.register
def _set_price(benefit: SetPrice, work: Work) -> int:
    free = work.free_units(benefit.scope, dearest=True)
    parts: list[Part] = []
    for slot, fitting in _narrowest_first(benefit.slots, free, work):
        found = _compose(fitting, slot.quantity, used=parts)
        if not found:
            return 0
        parts += found
    return _together(parts, benefit.price, work) if parts else 0


@give.register
def _cheapest_unit_free(benefit: CheapestUnitFree, work: Work) -> int:
    picked = pick(work.free_units(benefit.scope, dearest=False), work.times)
    work.done = max(1, sum(run.count for _, run in picked))
    for _, run in picked:
        run.used = True
    return sum(work.each_off((line, run), run.now) for line, run in picked)


@give.register
def _buy_get(benefit: BuyGet, work: Work) -> int:
    lines = work.lines(benefit.scope)
    getting = {id(line) for line in work.within(benefit.get, lines)}
    buying = {id(line) for line in work.within(benefit.buy, lines)}
    free = work.free_units(benefit.scope, dearest=True)
    gettable = [picked for picked in free if id(picked[0]) in getting]
    supply = sum(run.count for _, run in gettable)
    spare = supply - benefit.get_quantity
    if spare < 0:
        return 0
    bought = _compose(
        [picked for picked in free if id(picked[0]) in buying], benefit.buy_quantity, keep=getting, spare=spare
    )
    given = _compose(gettable, benefit.get_quantity, used=bought)
    if not bought or not given:
        return 0
    from_gettable = sum(part.count for part in bought if id(part.line) in getting) + benefit.get_quantity
    work.done = min(work.times, _times([*bought, *given]), max(1, supply // from_gettable))
    _use(bought, work.done)
    return sum(
        work.each_off(picked, min(work.percent(picked[1].now, benefit.percent), _most(benefit.value, picked[1].now)))
        for picked in _use(given, work.done)
    )


def _most(value: int | None, price: int) -> int:
    return price if value is None else value


def _compose(
    units: Sequence[Picked],
    count: int,
    *,
    used: Sequence[Part] = (),
    keep: set[int] | None = None,
    spare: int = 0,
) -> list[Part]:
    """Return the first ``count`` units beside ``used``, [] where there are fewer.

    Of the lines ``keep`` only ``spare`` units may be taken.
    """
    parts: list[Part] = []
    for line, run in units:
        left = run.count - sum(part.count for part in used if part.run is run)
        kept = keep is not None and id(line) in keep
        part = min(count, left, spare) if kept else min(count, left)
        if part > 0:
            parts.append(Part(line, run, part))
            count -= part
            spare -= part if kept else 0
    return [] if count else parts


def _narrowest_first(slots: Sequence[Slot], free: Sequence[Picked], work: Work) -> list[tuple[Slot, list[Picked]]]:
    """Return the slots with the units that fit, those with least to choose from first."""
    fitting = []
    for slot in slots:
        lines = {id(line) for line in work.within(slot.scope)}
        fitting.append((slot, [picked for picked in free if id(picked[0]) in lines]))
    return sorted(fitting, key=lambda pair: sum(run.count for _, run in pair[1]) - pair[0].quantity)


def _times(parts: Sequence[Part]) -> int:
    """Return how often the same units can be found in the same runs."""
    needed: dict[int, int] = {}
    for part in parts:
        needed[id(part.run)] = needed.get(id(part.run), 0) + part.count
    return min(part.run.count // needed[id(part.run)] for part in parts)


def _use(parts: Sequence[Part], times: int) -> list[Picked]:
    """Take the units of several applications and mark them as used."""
    picked = [(part.line, part.line.cut(part.run, part.count * times)) for part in parts]
    for _, run in picked:
        run.used = True
    return picked


def _together(parts: Sequence[Part], price: int, work: Work) -> int:
    """Sell units for one price, as often as they last: share what one saves in proportion to their prices."""
    off = sum(part.run.now * part.count for part in parts) - price
    if off <= 0:
        return 0
    work.done = min(work.times, _times(parts))
    lines = by_line([(part.line, part.run) for part in parts])
    counted = [[part for part in parts if part.line is line] for line, _ in lines]
    weights = [sum(part.run.now * part.count for part in own) for own in counted]
    caps = [
        sum(line.room_of(part.run) * part.count for part in own) for (line, _), own in zip(lines, counted, strict=True)
    ]
    shares = water_fill(off, weights, caps, work.policy.allocation)
    work.wanted += off * work.done
    taken = 0
    for (line, _), own, share in zip(lines, counted, shares, strict=True):
        runs = [run for _, run in _use(own, work.done)]
        taken += line.take_evenly(share * work.done, work.offer_id, runs)
    return taken


def _every_nth(lot: Sequence[Picked], *, nth: int) -> list[Picked]:
    """Return the last unit of each group of ``nth`` units."""
    picked: list[Picked] = []
    before = 0
    for line, run in lot:
        size = run.count
        hits = (before + size) // nth - before // nth
        before += size
        if hits:
            picked.append((line, line.cut(run, hits)))
    return picked
