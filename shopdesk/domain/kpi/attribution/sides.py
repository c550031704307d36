"""The two periods of a comparison: sums over the days on which everything needed is known, days that lack named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from shopdesk.domain.kpi.catalogue import FEN_PARTS, PEOPLE_PARTS, BoardMetric, roll_up
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import Basis, Figure, figure
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.periods import Period

ADDED = frozenset({RollUp.SUM, RollUp.PEOPLE})


@dataclass(frozen=True, slots=True)
class Side:
    """One period: sums of its parts (yuan, counts) over ``days`` days; ``missing`` days are in none of them."""

    period: Period
    sums: Mapping[str, float]
    days: int
    missing: tuple[date, ...]

    def scaled(self, *, days: int) -> Mapping[str, float]:
        """Return the sums as they would be over ``days`` average days; what isn't added up stays as it is."""
        return {
            part: total * days / self.days if roll_up(part) in ADDED else total for part, total in self.sums.items()
        }


@dataclass(frozen=True, slots=True)
class Sides:
    """Both periods; ``same_days`` False where daily means have to be compared."""

    before: Side
    after: Side
    basis: Basis

    @property
    def same_days(self) -> bool:
        """Whether both hold the same number of days, so that sums can be compared."""
        return self.before.days == self.after.days

    def sums(self, *, per_day: bool) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """Return the sums of both, of the periods or of their average day."""
        return (
            (self.before.scaled(days=1), self.after.scaled(days=1)) if per_day else (self.before.sums, self.after.sums)
        )


def sides(facts: DailyFacts, parts: Sequence[str], *, before: Period, after: Period) -> Sides | None:
    """Return the sums of parts that are added up, over the days that have all of them; None where a side has none."""
    if any(roll_up(part) not in ADDED for part in parts):
        return None
    first, last = _side(facts, parts, before), _side(facts, parts, after)
    if not first.days or not last.days:
        return None
    people = [part for part in parts if part in PEOPLE_PARTS]
    if not people or max(first.days, last.days) == 1:
        return Sides(first, last, Basis.EXACT)
    given = [_platform_sums(facts, people, side) for side in (first, last)]
    if given[0] is None or given[1] is None:
        return Sides(first, last, Basis.DAY_SUM)
    pair = [
        Side(side.period, {**side.sums, **found}, side.days, side.missing)
        for side, found in zip((first, last), given, strict=True)
        if found is not None
    ]
    return Sides(pair[0], pair[1], Basis.PLATFORM)


def figure_sides(facts: DailyFacts, metric: BoardMetric, *, before: Period, after: Period) -> Sides | Period:
    """Return the parts of a metric as the board counts them, or the period in which one of them is unknown."""
    made = []
    for period in (before, after):
        found = figure(facts, metric, period)
        if any(part.amount is None for part in found.parts):
            return period
        sums = {part.part: part.amount for part in found.parts if part.amount is not None}
        made.append((Side(period, sums, max(1, found.days), _missing(facts, found)), found.basis))
    return Sides(made[0][0], made[1][0], made[1][1])


def _missing(facts: DailyFacts, found: Figure) -> tuple[date, ...]:
    parts = [part.part for part in found.parts if roll_up(part.part) in ADDED]
    return _side(facts, parts, found.rests_on).missing if parts and found.missing_days else ()


def _side(facts: DailyFacts, parts: Sequence[str], period: Period) -> Side:
    windows = np.vstack([facts.window(part, period) for part in parts])
    known = ~np.isnan(windows).any(axis=0)
    sums = {
        part: float(window[known].sum()) / (100 if part in FEN_PARTS else 1)
        for part, window in zip(parts, windows, strict=True)
    }
    missing = tuple(period.start + timedelta(days=int(place)) for place in np.flatnonzero(~known))
    return Side(period, sums, int(known.sum()), missing)


def _platform_sums(facts: DailyFacts, people: Sequence[str], side: Side) -> Mapping[str, float] | None:
    """Return the platform's own counts of people for exactly this period, None unless it gave all of them."""
    if side.period.days == 1:
        return {}
    matching = [total for total in facts.totals if total.period == side.period]
    platforms = {source.platform for part in people for source in facts.parts[part].sources}
    if len(matching) != 1 or len(platforms) > 1 or side.missing:
        return None
    given = matching[0].sums
    return {part: given[part] for part in people} if all(part in given for part in people) else None
