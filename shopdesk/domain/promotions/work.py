"""One application of one offer to a ledger, and how it picks the units it touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from shopdesk.domain.promotions.ledger import Ledger, LineLedger, Run
from shopdesk.domain.promotions.offers import EVERYTHING, Gift, Scope, UnitLimits
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.rounding import whole

Picked: TypeAlias = tuple[LineLedger, Run]


@dataclass(slots=True)
class Work:
    """The ledger, whose name to book under, and what came of it.

    ``times`` is how often the benefit may still be given, ``done`` how often the last call gave it.
    """

    ledger: Ledger
    policy: Policy
    offer_id: str
    scope: Scope
    only: frozenset[int] | None = None  # positions of the lines it may touch
    times: int = 1
    done: int = 1
    wanted: int = 0  # what it would have taken without floors, where that is known
    gifts: list[Gift] = field(default_factory=list)

    def lines(self, scope: Scope | None) -> list[LineLedger]:
        """Return the lines that both the offer and the benefit cover and no other offer of the group has whole."""
        allowed = self._allowed()
        lines = self.within(self.scope, allowed)
        return lines if scope is None else self.within(scope, lines)

    def within(self, scope: Scope, lines: Sequence[LineLedger] | None = None) -> list[LineLedger]:
        """Return the lines (of some) that a scope covers; what this very offer took makes none discounted."""
        return self.ledger.within(scope, lines, own=self.offer_id)

    def _allowed(self) -> list[LineLedger]:
        return [
            line
            for i, line in enumerate(self.ledger.lines)
            if (self.only is None or i in self.only) and any(not run.locked for run in line.runs)
        ]

    def climbing(self, scope: Scope) -> list[LineLedger]:
        """Return the lines that a ladder climbs on where it names them: also goods that the offer doesn't cover."""
        return [line for line in self.within(scope, self._allowed()) if not line.is_locked]

    def whole_lines(self, scope: Scope | None) -> list[LineLedger]:
        """Return the lines of which no other offer of the group has any unit."""
        return [line for line in self.lines(scope) if not line.is_locked]

    def amount_off(self, lines: Sequence[LineLedger], amount: int) -> int:
        """Share an amount over lines and note what was wanted."""
        self.wanted += amount
        return self.ledger.spread(lines, amount, self.offer_id)

    def each_off(self, picked: Picked, amount: int) -> int:
        """Take an amount off each unit of a run and note what was wanted."""
        line, run = picked
        self.wanted += min(amount, run.now) * run.count
        return line.take_each(run, amount, self.offer_id)

    def percent(self, amount: int, percent: Fraction) -> int:
        """Return a percentage of fen, as the policy rounds."""
        return whole(amount * percent / 100, self.policy.percent_rounding)

    def limited(self, scope: Scope | None, limits: UnitLimits) -> list[Picked]:
        """Return the units that an item-level benefit touches, in the order of the lines.

        Limits count only units that cost something, of one line the dearest: those that an earlier offer with a limit
        left alone. ``per_order`` holds for each of ``times`` applications.
        """
        lines = self.lines(scope or EVERYTHING)
        if limits.per_line is None and limits.per_order is None:
            return first(lines, sum(line.units for line in lines))
        picked: list[Picked] = []
        for line in lines:
            picked += _dearest(line, line.units if limits.per_line is None else limits.per_line)
        if limits.per_order is not None:
            if limits.cheapest_first:
                picked.sort(key=lambda other: other[1].now)
            picked = pick(picked, limits.per_order * self.times)
            self.done = max(1, -(-sum(run.count for _, run in picked) // max(1, limits.per_order)))
        taken = {id(run) for _, run in picked}
        return [(line, run) for line in lines for run in line.runs if id(run) in taken]

    def free_units(self, scope: Scope | None, *, dearest: bool) -> list[Picked]:
        """Return the units that no set or group has yet, by price; from the cheapest on, none that costs nothing."""
        units = [
            (line, run)
            for line in self.lines(scope)
            for run in line.runs
            if not run.used and not run.locked and (dearest or run.now)
        ]
        return sorted(units, key=lambda picked: -picked[1].now if dearest else picked[1].now)


def _dearest(line: LineLedger, count: int) -> list[Picked]:
    """Return the dearest units of a line that cost something, the dearest first."""
    open_runs = [(line, run) for run in line.runs if not run.locked and run.now]
    return pick(sorted(open_runs, key=lambda other: -other[1].now), count)


def first(lines: Sequence[LineLedger], count: int) -> list[Picked]:
    """Return the first units of lines that no other offer of the group has."""
    return pick([(line, run) for line in lines for run in line.runs if not run.locked], count)


def pick(units: Sequence[Picked], count: int) -> list[Picked]:
    """Take the first ``count`` units, splitting the last run where it is larger."""
    picked: list[Picked] = []
    for line, run in units:
        if count <= 0:
            break
        part = line.cut(run, count)
        picked.append((line, part))
        count -= part.count
    return picked


def by_line(picked: Sequence[Picked]) -> list[tuple[LineLedger, list[Run]]]:
    """Return the runs picked of each line."""
    grouped: dict[int, tuple[LineLedger, list[Run]]] = {}
    for line, run in picked:
        grouped.setdefault(id(line), (line, []))[1].append(run)
    return list(grouped.values())
