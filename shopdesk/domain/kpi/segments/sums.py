"""What each source, item, region or buyer group brought, day by day, so that any period is summed at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.periods import Period

IntArray: TypeAlias = NDArray[np.int64]

SOURCE: Final = "source"
SOURCE_1: Final = "source_1"
ITEM: Final = "item"
REGION: Final = "region"
BUYER: Final = "buyer"
PLATFORM: Final = "platform"
AD_REGION: Final = "ad_region"
CAMPAIGN: Final = "campaign"
KEYWORD: Final = "keyword"
QUADRANT: Final = "quadrant"
DIMENSIONS: Final = (SOURCE, ITEM, REGION, BUYER, PLATFORM)
"""What is looked at; ``SOURCE_1`` are the sources at their first level, ``AD_REGION`` what ads brought by region.

``CAMPAIGN`` and ``KEYWORD`` are two cuts of the same spend as well: each divides it by itself, they are never added.
``QUADRANT`` puts the keywords together by what the library calls them.
"""

NEW_BUYERS: Final = "new"
OLD_BUYERS: Final = "old"


@dataclass(frozen=True, slots=True)
class SegmentSums:
    """One sum a label over one period: ``sums[part][place]`` belongs to ``labels[place]``.

    Parts are named as in ``DailyFacts`` (fen for money); NaN where a label's sum isn't known. ``days`` tells by part on
    how many days of the period the report was there: two periods with different counts are compared by the day.
    """

    dimension: str
    labels: tuple[str, ...]
    sums: Mapping[str, FloatArray]
    days: Mapping[str, int] = field(default_factory=dict)

    def of(self, part: str) -> FloatArray:
        """Return one sum a label, NaN for all where the part isn't told."""
        found = self.sums.get(part)
        return np.full(len(self.labels), np.nan) if found is None else found


@dataclass(frozen=True, slots=True)
class _Column:
    """Running sums of one part over the rows of a cube; ``known`` counts cells, None where every cell is known."""

    total: FloatArray
    known: IntArray | None
    covered: IntArray  # running count of days with a report, one longer than the cube has days

    def cells(self) -> FloatArray:
        """Return the value of each row, NaN where it isn't known."""
        found = np.diff(self.total)
        return found if self.known is None else np.where(np.diff(self.known) > 0, found, np.nan)


@dataclass(frozen=True, slots=True)
class SegmentCube:
    """Labels × days × parts of one dimension; immutable, so that jobs and the interface may share it.

    Only days with a row are kept: rows lie by label and day with running sums beside them, so that the sum of a period
    is the difference of two places, found by halving. A label without a row on a day that has a report brought nothing;
    a day without any report is missing.
    """

    dimension: str
    labels: tuple[str, ...]
    start: date
    length: int
    _keys: IntArray  # label * length + day, ascending
    _columns: Mapping[str, _Column]

    @classmethod
    def of(
        cls,
        dimension: str,
        labels: Sequence[str],
        *,
        start: date,
        length: int,
        codes: IntArray,
        days: IntArray,
        values: Mapping[str, FloatArray],
        is_closed: bool = False,
        covered: Mapping[str, IntArray] | None = None,
    ) -> SegmentCube:
        """Return the cube of rows: ``codes`` places of ``labels``, ``days`` counted from ``start``, NaN unknown.

        Rows of the same label and day are added. ``is_closed`` says that a day without rows, between the first and the
        last, had none (orders) rather than no report. ``covered`` gives the running counts of days with a report by
        part, where rows are only some of a report's.
        """
        keys = codes * length + days
        order = np.argsort(keys, kind="stable")
        unique, first = np.unique(keys[order], return_index=True)
        columns = {
            part: _column(column[order], first, unique, length=length, is_closed=is_closed)
            for part, column in values.items()
            if not np.isnan(column).all()
        }
        if covered is not None:
            columns = {part: replace(column, covered=covered[part]) for part, column in columns.items()}
        return cls(dimension, tuple(labels), start, length, unique, columns)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that are told."""
        return tuple(self._columns)

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=self.length - 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not self._columns or not self.labels

    def window(self, period: Period) -> SegmentSums:
        """Return the sums of a period."""
        low, high = self._reach(period)
        base = np.arange(len(self.labels), dtype=np.int64) * self.length
        first, last = np.searchsorted(self._keys, base + low), np.searchsorted(self._keys, base + high)
        sums, days = {}, {}
        for part, column in self._columns.items():
            days[part] = int(column.covered[high] - column.covered[low])
            found = column.total[last] - column.total[first]
            if not days[part]:
                found = np.full(found.size, np.nan)
            elif column.known is not None:
                found[(last > first) & (column.known[last] == column.known[first])] = np.nan
            sums[part] = found
        return SegmentSums(self.dimension, self.labels, sums, days)

    def daily(self, part: str, period: Period, *, places: Iterable[int]) -> FloatArray:
        """Return one row a label and one value a day of the period, NaN where the report or the figure is missing."""
        chosen = np.array(tuple(places), dtype=np.int64)
        out = np.full((chosen.size, period.days), np.nan)
        column = self._columns.get(part)
        low, high = self._reach(period)
        if column is None or low >= high or not chosen.size:
            return out
        shift = (period.start - self.start).days
        own = np.where(np.diff(column.covered[low : high + 1]) > 0, 0.0, np.nan)
        keys = chosen[:, None] * self.length + np.arange(low, high)[None, :]
        at = np.minimum(np.searchsorted(self._keys, keys), self._keys.size - 1)
        filled = np.broadcast_to(own, keys.shape).copy()
        there = self._keys[at] == keys
        found = column.total[at + 1] - column.total[at]
        if column.known is not None:
            found[column.known[at + 1] == column.known[at]] = np.nan
        filled[there] = found[there]
        out[:, low - shift : high - shift] = filled
        return out

    def days_known(self, part: str, period: Period) -> int:
        """Return on how many days of the period the part is told."""
        column = self._columns.get(part)
        low, high = self._reach(period)
        return 0 if column is None else int(column.covered[high] - column.covered[low])

    def regrouped(self, dimension: str, labels: Sequence[str], groups: IntArray) -> SegmentCube:
        """Return the cube of labels put together: ``groups`` has the new place of each label, -1 leaves it out.

        A day with a report stays one, even where none of the labels that are kept has a row then.
        """
        codes, days = np.divmod(self._keys, self.length)
        kept = groups[codes] >= 0
        values = {part: column.cells()[kept] for part, column in self._columns.items()}
        return SegmentCube.of(
            dimension,
            labels,
            start=self.start,
            length=self.length,
            codes=groups[codes[kept]],
            days=days[kept],
            values=values,
            covered={part: column.covered for part, column in self._columns.items()},
        )

    def _reach(self, period: Period) -> tuple[int, int]:
        shift = (period.start - self.start).days
        low = min(max(0, shift), self.length)
        return low, max(low, min(self.length, shift + period.days))


def empty_cube(dimension: str) -> SegmentCube:
    """Return the cube of a dimension of which no report tells."""
    return SegmentCube(dimension, (), date(1970, 1, 1), 0, np.zeros(0, dtype=np.int64), {})


def _column(values: FloatArray, first: IntArray, keys: IntArray, *, length: int, is_closed: bool) -> _Column:
    unknown = np.isnan(values)
    sums = np.add.reduceat(np.where(unknown, 0.0, values), first)
    cells = np.add.reduceat(~unknown, first, dtype=np.int64)
    covered = np.zeros(length, dtype=bool)
    told = keys[cells > 0] % length
    covered[told] = True
    if is_closed:
        covered[told.min() : told.max() + 1] = True
    return _Column(
        np.concatenate([[0.0], np.cumsum(sums)]),
        np.concatenate([[0], np.cumsum(cells)]) if unknown.any() else None,
        np.concatenate([[0], np.cumsum(covered)]),
    )
