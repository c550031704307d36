"""What a day chart shows: series over days, weeks or months, and what happened on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from shopdesk.ui import formats
from shopdesk.ui.charts.chart_table import ValueFormat
from shopdesk.ui.charts.scale import Floats


class Style(StrEnum):
    """How a series is drawn."""

    LINE = "line"
    AREA = "area"
    BAR = "bar"
    DASHED = "dashed"  # a compared period
    MEAN = "mean"  # a moving mean: a plain grey line without points


class Grain(StrEnum):
    """What one position of the axis stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    WEEKDAY = "weekday"  # Monday to Sunday, with one series a week laid over the others


@dataclass(frozen=True, slots=True)
class DaySeries:
    """One line or bar: a value a position, NaN where unknown (drawn as a gap, never as 0).

    ``kind`` is a ``domain.metrics.Unit`` value: it gives the words of values, the axis and its unit; money in
    yuan, ratios as fractions. ``value_format`` and ``unit`` override it. Series with another unit than the
    first go to the right axis. ``behind`` says what stands behind the value of a position, for the read-out;
    ``parts`` are positions of which days are missing, so that their values are not to be compared.
    """

    name: str
    values: Floats
    kind: str = "number"
    role: str = "accent"
    style: Style = Style.LINE
    unit: str | None = None
    value_format: ValueFormat | None = None
    shown: bool = True
    behind: Callable[[int], str] | None = None
    parts: frozenset[int] = frozenset()

    @property
    def unit_name(self) -> str:
        """Return the unit that stands on the axis, empty where values carry their own sign."""
        return formats.unit_name(self.kind) if self.unit is None else self.unit

    def text(self, value: float) -> str:
        """Return a value in words, without its unit."""
        return self.value_format(value) if self.value_format else formats.by_unit(value, self.kind)

    def short_text(self, value: float) -> str:
        """Return a value with its unit where room is short: 2.98 万元."""
        text = self.value_format(value) if self.value_format else formats.by_unit(value, self.kind, compact=True)
        between = "" if text.endswith(("万", "亿")) else " "
        return f"{text}{between}{self.unit_name}".rstrip() if text != formats.UNKNOWN else text

    def text_with_unit(self, value: float) -> str:
        """Return a value with its unit behind it."""
        text = self.text(value)
        return f"{text} {self.unit_name}".rstrip() if text != formats.UNKNOWN else text


@dataclass(frozen=True, slots=True)
class ExpectedBand:
    """The range that was to be expected, on the first series' axis; may reach one position further (today)."""

    name: str
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Campaign:
    """Named days, both ends included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Flag:
    """A note that hangs on a day."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Ring:
    """Points out of the ordinary on the first series, with the number of their alert; closed ones are grey."""

    number: int
    first: date
    last: date
    closed: bool = False


@dataclass(frozen=True, slots=True)
class OpenDay:
    """The unfinished day after the last position: ``name`` says until when, e.g. "today to 10:20"."""

    day: date
    value: float
    name: str


@dataclass(frozen=True, slots=True)
class DayChartData:
    """Everything one chart shows. ``starts`` are the first days of the positions, ascending.

    ``until`` is the last day that the figures hold: weeks then go from Monday to Sunday, and one that begins later or
    goes on after it is a part, as is such a month. Without it weeks are seven days from each start.
    """

    starts: tuple[date, ...] = ()
    series: tuple[DaySeries, ...] = ()
    grain: Grain = Grain.DAY
    expected: ExpectedBand | None = None
    campaigns: tuple[Campaign, ...] = ()
    flags: tuple[Flag, ...] = ()
    rings: tuple[Ring, ...] = ()
    today: OpenDay | None = None
    until: date | None = None
    from_zero: bool = True
    hidden: frozenset[str] = field(default_factory=frozenset)  # names of what the legend switched off

    def __post_init__(self) -> None:
        for one in self.series:
            if len(one.values) != len(self.starts):
                raise ValueError(f"series {one.name}: {len(one.values)} values for {len(self.starts)} positions")

    @property
    def count(self) -> int:
        """Number of positions, with the open day."""
        return len(self.starts) + (self.today is not None)

    def day(self, position: int) -> date:
        """Return the first day of a position (the open day after the last)."""
        return self.starts[position] if position < len(self.starts) or self.today is None else self.today.day

    def last_day(self, position: int) -> date:
        """Return the last day of a position."""
        last = self._whole(position)[1]
        return last if self.until is None else max(self.day(position), min(last, self.until))

    def is_part(self, position: int) -> bool:
        """Whether a position holds only some days of its week or month, so that its sum is not to be compared."""
        return (self.day(position), self.last_day(position)) != self._whole(position)

    def _whole(self, position: int) -> tuple[date, date]:
        start = self.day(position)
        if self.grain is Grain.WEEK:
            monday = start if self.until is None else start - timedelta(days=start.weekday())
            return monday, monday + timedelta(days=6)
        if self.grain is Grain.MONTH:
            first = start if self.until is None else start.replace(day=1)
            return first, (start.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return start, start

    def position(self, day: date) -> int | None:
        """Return the position a day falls into, None outside."""
        if self.today is not None and day == self.today.day:
            return len(self.starts)
        numbers = np.array([d.toordinal() for d in self.starts], dtype=np.int64)
        at = int(np.searchsorted(numbers, day.toordinal(), side="right")) - 1
        return at if at >= 0 and day <= self.last_day(at) else None

    def span(self, first: date, last: date) -> tuple[int, int] | None:
        """Return the positions that days from ``first`` to ``last`` touch, None where there are none."""
        touched = [i for i in range(self.count) if self.day(i) <= last and self.last_day(i) >= first]
        return (touched[0], touched[-1]) if touched else None

    def visible(self) -> tuple[DaySeries, ...]:
        """Return the series that are drawn."""
        return tuple(one for one in self.series if one.name not in self.hidden)

    def is_right(self, one: DaySeries) -> bool:
        """Whether a series stands on the right axis: another unit than the first series."""
        first = self.series[0]
        return (one.kind, one.unit_name) != (first.kind, first.unit_name)

    def missing(self) -> list[int]:
        """Return inner positions where the first series has no value: gaps that get their name."""
        if not self.series:
            return []
        finite = np.flatnonzero(np.isfinite(self.series[0].values))
        if not len(finite):
            return []
        inner = self.series[0].values[finite[0] : finite[-1]]
        return [int(finite[0] + i) for i in np.flatnonzero(~np.isfinite(inner))]


def is_weekend(day: date) -> bool:
    """Whether a day is Saturday or Sunday."""
    return day.weekday() >= 5


def weekend_spans(days: Sequence[date]) -> list[tuple[int, int]]:
    """Return positions (first, last) of unbroken weekend days."""
    spans: list[tuple[int, int]] = []
    for at, day in enumerate(days):
        if not is_weekend(day):
            continue
        if spans and spans[-1][1] == at - 1:
            spans[-1] = (spans[-1][0], at)
        else:
            spans.append((at, at))
    return spans
