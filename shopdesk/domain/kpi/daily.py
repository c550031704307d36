"""The shop day by day: every part of every figure as one sum a day, with the report it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.catalogue import PARTS, roll_up
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

    from shopdesk.domain.kpi.windows import ItemFacts, OrderFacts, WindowFacts

FloatArray: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PartSource:
    """Where one part comes from: a fact table of one platform, its report kinds, and the days it covers."""

    table: str
    platform: str
    kinds: tuple[str, ...]
    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class PartSeries:
    """One sum a day (fen for money), NaN where the day is missing; index 0 is ``DailyFacts.start``.

    ``shops`` tells how many shops were added: a person may be in several. ``apart`` are reports that tell the same by
    another measure: joined, their seam would look like a change.
    """

    values: FloatArray
    sources: tuple[PartSource, ...]
    shops: int = 1
    apart: tuple[PartSource, ...] = ()


@dataclass(frozen=True, slots=True)
class PlatformTotal:
    """Figures that the platform itself gave for a whole period: people counted once."""

    period: Period
    platform: str
    sums: Mapping[str, float]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class DailyFacts:
    """All parts over one unbroken run of days; immutable, so that jobs and the interface may share it."""

    start: date
    length: int
    parts: Mapping[str, PartSeries]
    totals: tuple[PlatformTotal, ...] = ()
    people_platforms: frozenset[str] = field(default_factory=frozenset)
    orders: OrderFacts | None = None
    items: ItemFacts | None = None

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=self.length - 1)

    @property
    def is_empty(self) -> bool:
        """Whether no figure is known."""
        return not self.parts

    def window(self, part: str, period: Period) -> FloatArray:
        """Return one value a day of the period, NaN where missing or outside the data."""
        out = np.full(period.days, np.nan)
        series = self.parts.get(part)
        if series is None:
            return out
        shift = (period.start - self.start).days
        low, high = max(0, shift), min(self.length, shift + period.days)
        if low < high:
            out[low - shift : high - shift] = series.values[low:high]
        return out

    def without_strays(self, *, gap_days: int, fewer_than: int) -> DailyFacts:
        """Return the facts without the last days where these are few and come a long gap after all others."""
        some = np.zeros(self.length, dtype=bool)
        for series in self.parts.values():
            some |= ~np.isnan(series.values)
        known = np.flatnonzero(some)
        wide = np.flatnonzero(np.diff(known) > gap_days)
        stray = wide[known.size - 1 - wide < fewer_than]
        if not stray.size:
            return self
        length = int(known[stray[0]]) + 1
        parts = {part: replace(series, values=series.values[:length]) for part, series in self.parts.items()}
        return replace(self, length=length, parts=parts)

    def days_known(self, period: Period) -> int:
        """Return on how many days of a period anything is known."""
        some = np.zeros(period.days, dtype=bool)
        for part in self.parts:
            some |= ~np.isnan(self.window(part, period))
        return int(some.sum())

    def counted_anew(self, part: str) -> WindowFacts | None:
        """Return what a part must be counted from for each period, None where days may be added or nothing is there."""
        known = PARTS.get(part)
        if known is None or not known.origins:
            return None
        return {RollUp.ORDERS: self.orders, RollUp.ITEMS: self.items}.get(known.roll_up)

    def sources_of(self, parts: Iterable[str]) -> tuple[PartSource, ...]:
        """Return the reports that some parts are from, each once."""
        known = (self.parts[part] for part in parts if part in self.parts)
        return tuple(dict.fromkeys(source for series in known for source in series.sources))

    def last_day(self, part: str) -> date | None:
        """Return the last day on which the part is known."""
        series = self.parts.get(part)
        if series is None:
            return None
        known = np.flatnonzero(~np.isnan(series.values))
        return self.start + timedelta(days=int(known[-1])) if known.size else None


@dataclass(frozen=True, slots=True)
class Strand:
    """One part of one platform and shop before it is joined with the others: days and sums."""

    part: str
    source: PartSource
    days: NDArray[np.int64]  # days since 1970-01-01, ascending, each once
    sums: FloatArray
    is_closed: bool = False  # days after the last one had nothing (orders), rather than no report yet


def day_of(number: int) -> date:
    """Return the day of a day number."""
    return date.fromordinal(number + _EPOCH)


_EPOCH: Final = date(1970, 1, 1).toordinal()


def day_numbers(column: pd.Series) -> NDArray[np.int64]:
    """Return a datetime column as days since 1970-01-01; the column must hold no nulls."""
    return column.to_numpy(dtype="datetime64[D]").astype(np.int64)


def join(strands: Iterable[Strand], totals: Iterable[PlatformTotal] = ()) -> DailyFacts:
    """Return the facts of all strands: shops and platforms are added, day by day.

    A day that a strand misses between its own first and last day is missing in the sum as well, so that
    a forgotten file never looks like a bad day. The same holds for the days after its end while that is recent: the
    report of one platform came in before that of the other. Before its start and long after its end it adds nothing.
    """
    listed = [strand for strand in strands if strand.days.size]
    if not listed:
        return DailyFacts(date(1970, 1, 1), 0, {}, tuple(totals))
    low = min(int(strand.days[0]) for strand in listed)
    high = max(int(strand.days[-1]) for strand in listed)
    parts: dict[str, list[Strand]] = {}
    for strand in listed:
        parts.setdefault(strand.part, []).append(strand)
    joined = {
        part: _apart(group, length=high - low + 1)
        if len(group) > 1 and roll_up(part) is RollUp.LAST
        else _join_part(group, low=low, length=high - low + 1)
        for part, group in parts.items()
    }
    return DailyFacts(day_of(low), high - low + 1, joined, tuple(totals))


AWAITED_DAYS: Final = 14
"""A report that ended so recently before the others is not imported yet; one that ended earlier was given up."""


def _apart(strands: list[Strand], *, length: int) -> PartSeries:
    """Return a series without values: scores of several shops, which are means already, have no common mean."""
    values = np.full(length, np.nan)
    values.flags.writeable = False
    return PartSeries(values, tuple(dict.fromkeys(strand.source for strand in strands)), len(strands))


def _join_part(strands: list[Strand], *, low: int, length: int) -> PartSeries:
    total = np.zeros(length)
    covered = np.zeros(length, dtype=bool)
    latest = max(int(strand.days[-1]) for strand in strands) - low
    for strand in strands:
        own = np.zeros(length)
        first, last = int(strand.days[0]) - low, int(strand.days[-1]) - low
        own[first : last + 1] = np.nan
        own[strand.days - low] = strand.sums
        covered[first : last + 1] = True
        if not strand.is_closed and latest - last <= AWAITED_DAYS:
            own[last + 1 : latest + 1] = np.nan
        total += own
    total[~covered] = np.nan
    total.flags.writeable = False
    return PartSeries(total, tuple(dict.fromkeys(strand.source for strand in strands)), len(strands))
