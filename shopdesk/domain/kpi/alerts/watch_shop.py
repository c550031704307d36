"""Watches over many metrics of a shop at once: the job behind the board's bands, verdicts and alerts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alerts.detector import Detection, detect
from shopdesk.domain.kpi.alerts.flagging import SAME_WAY, reach_of
from shopdesk.domain.kpi.alerts.level import Row
from shopdesk.domain.kpi.alerts.lifts import lifts
from shopdesk.domain.kpi.alerts.stream import (
    Batch,
    BoolArray,
    FloatArray,
    IntArray,
    Stream,
    mean,
    money,
    plain,
    rate,
)
from shopdesk.domain.kpi.alerts.watch import MIN_DAYS, WEEK_DAYS, WINDOW_DAYS, Watch, Watches
from shopdesk.domain.kpi.calendar import CampaignCalendar, names_by_day
from shopdesk.domain.kpi.catalogue import FEN_PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import daily_values
from shopdesk.domain.periods import Period

BAND_WIDER: Final = 1.45
"""What the noise's variance is multiplied by in bands: its estimate leaves outliers out, bands must not."""
_Key = tuple[bytes, ...]
_OVERLAPS: Final = np.polynomial.Polynomial([1.0] + [2 * (1 - lag / WEEK_DAYS) for lag in range(1, 4)])
"""How often noise meets that of later days in the mean of a week, by what is left of it after a day."""


@dataclass(frozen=True, slots=True)
class _Watched:
    """A metric with its streams and the number of events of each day (None: no events behind it)."""

    metric: BoardMetric
    values: FloatArray
    streams: tuple[Stream, ...]
    counts: FloatArray | None


def watch_shop(facts: DailyFacts, metrics: Iterable[BoardMetric], *, calendar: CampaignCalendar) -> Watches:
    """Return the watches of all metrics that have a value a day; a job's work (80 metrics, 3 years: about 2 s)."""
    if facts.is_empty or not facts.length:
        return Watches()
    period = Period(facts.start, facts.end)
    promoted = calendar.mask(period)
    watched = [one for metric in metrics if (one := _watched(facts, metric, period, ~promoted)) is not None]
    if not watched:
        return Watches()
    weekdays = (facts.start.weekday() + np.arange(facts.length)) % 7
    table = _Table.of([stream for one in watched for stream in one.streams], weekdays)
    names = names_by_day(calendar, period)
    return Watches({one.metric.name: _watch(one, table, facts, promoted, names) for one in watched})


def _watched(facts: DailyFacts, metric: BoardMetric, period: Period, calm: BoolArray) -> _Watched | None:
    if not metric.is_of_its_day:
        return None  # each day repeats most of the day before: no chance to be told
    values = daily_values(facts, metric, period)
    if np.isfinite(values).sum() < 2:
        return None
    counts = facts.window(metric.count, period) if metric.count in facts.parts else None
    return _Watched(metric, values, _streams(facts, metric, period, values, counts, calm), counts)


def _streams(
    facts: DailyFacts,
    metric: BoardMetric,
    period: Period,
    values: FloatArray,
    counts: FloatArray | None,
    calm: BoolArray,
) -> tuple[Stream, ...]:
    if not metric.formula and not metric.denominator:
        if metric.numerator in FEN_PARTS and counts is not None:
            return money(values, counts, calm=calm)
        is_count = metric.count == metric.numerator and metric.factor == 1
        return (plain(values, calm=calm, is_count=is_count),)
    if metric.denominator and not metric.formula and metric.count == metric.numerator and counts is not None:
        share = rate(counts, facts.window(metric.denominator, period), calm=calm & np.isfinite(values))
        return (replace(share, scale=1 / metric.factor),)
    if counts is not None:
        return (mean(values, counts, calm=calm),)
    return (plain(values, calm=calm, is_count=False),)


@dataclass(frozen=True, slots=True)
class _Column:
    """What the detector says of one stream."""

    stream: Stream
    expected: FloatArray
    error: FloatArray
    level_var: FloatArray
    day_var: FloatArray
    tail: FloatArray
    usual: FloatArray
    flags: IntArray
    weight: FloatArray
    gap: FloatArray
    window_days: IntArray
    window_events: FloatArray
    rebased: BoolArray
    week_gap: FloatArray
    week_var: FloatArray
    week_usual: FloatArray


@dataclass(frozen=True, slots=True)
class _Table:
    """What the detector says of all streams side by side: a metric shares its buyers with others, judged once.

    Arrays of shape (days, streams) of the batch; ``places`` tells the one of each stream by its key.
    """

    places: Mapping[_Key, int]
    found: Detection
    level: FloatArray  # logarithm, with weekday and what is left of the noise
    usual: FloatArray
    level_var: FloatArray
    day_var: FloatArray
    week_gap: FloatArray
    week_var: FloatArray
    week_usual: FloatArray

    @classmethod
    def of(cls, streams: Sequence[Stream], weekdays: IntArray) -> _Table:
        """Judge the streams in one batch: what a day costs hangs on the number of steps more than on the streams."""
        distinct = {_key(stream): stream for stream in streams}
        batch = Batch.of(list(distinct.values()), weekdays)
        found = detect(batch)
        outlooks, days = found.outlooks, np.arange(weekdays.size)
        level = outlooks[:, Row.LEVEL] + outlooks[:, Row.CARRIED] + outlooks[days, Row.WEEKDAYS + weekdays]
        usual = np.exp(level + batch.exposure)
        noise = BAND_WIDER * outlooks[:, Row.CARRIED_VAR] + outlooks[:, Row.SPREAD_VAR] * batch.inverse
        return cls(
            {key: place for place, key in enumerate(distinct)},
            found,
            level,
            usual,
            outlooks[:, Row.LEVEL_VAR] + outlooks[:, Row.WEEKDAY_VAR],
            noise + 1 / np.maximum(usual, 0.3),
            *_weeks(found, batch),
        )

    def column(self, stream: Stream) -> _Column:
        """Return what it says of one stream."""
        place, found = self.places[_key(stream)], self.found
        unit = stream.scale if stream.steady == 1 else stream.steady
        return _Column(
            stream,
            np.exp(self.level[:, place]) / stream.scale,
            found.error[:, place],
            self.level_var[:, place],
            self.day_var[:, place],
            found.tails[:, place],
            self.usual[:, place] / unit,
            found.flags[:, place],
            found.weight[:, place],
            found.gap[:, place],
            found.window_days[:, place],
            found.events[:, place] / unit,
            found.rebased[:, place],
            self.week_gap[:, place],
            self.week_var[:, place],
            self.week_usual[:, place] / unit,
        )


def _key(stream: Stream) -> _Key:
    """Return all that the detector sees of a stream."""
    return stream.counts.tobytes(), stream.exposure.tobytes(), stream.inverse.tobytes(), stream.known.tobytes()


def _weeks(found: Detection, batch: Batch) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return gap, variance and expected count of the seven days up to each day, foreseen before the first of them."""
    shape = batch.counts.shape
    gap, var, usual = np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, np.nan)
    first = np.arange(shape[0] - WEEK_DAYS + 1)
    if not first.size:
        return gap, var, usual
    start = found.outlooks[: first.size]
    foreseen, weighed, seen, weight = np.zeros((4, first.size, shape[1]))
    whole = np.ones((first.size, shape[1]), dtype=bool)
    for day in range(WEEK_DAYS):
        each = slice(day, day + first.size)
        level = start[:, Row.LEVEL] + start[first, Row.WEEKDAYS + batch.weekdays[each]]
        own = np.exp(level + batch.exposure[each])
        weights = 1 / np.where(batch.inverse[each] > 0, batch.inverse[each], 1.0)  # a mean counts by its buyers
        foreseen += own
        weighed += own * weights
        seen += batch.counts[each] * weights
        weight += weights
        whole &= batch.known[each]
    noise = BAND_WIDER * start[:, Row.NOISE_VAR] * _OVERLAPS(start[:, Row.MEMORY]) / WEEK_DAYS
    spread = start[:, Row.SPREAD_VAR] * batch.inverse.any(axis=0) / np.maximum(weight, 1)
    shared = start[:, Row.LEVEL_VAR] + start[:, Row.DRIFT_VAR] * WEEK_DAYS / 3 + start[:, Row.WEEKDAY_VAR] / WEEK_DAYS
    place = slice(WEEK_DAYS - 1, None)
    gap[place] = np.where(whole, np.log((seen + 0.5) / (weighed + 0.5)), np.nan)
    var[place] = noise + (1 / foreseen + spread) + shared
    usual[place] = foreseen
    return gap, var, usual


def _watch(one: _Watched, table: _Table, facts: DailyFacts, promoted: BoolArray, names: list[str]) -> Watch:
    columns = [table.column(stream) for stream in one.streams]
    leading = columns[0]
    known = np.all([column.stream.known for column in columns], axis=0)
    ordinary = _ordinary_days(known)
    ready = ordinary >= MIN_DAYS
    expected = np.where(ready, np.prod([column.expected for column in columns], axis=0), np.nan)
    events, reach_events, week_events = _events(one, leading)
    flags, weight, reach, reach_days, strongest = _joined(columns)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.log(one.values / expected)
    lift = lifts(error, names)
    return Watch(
        one.metric.name,
        facts.start,
        one.values,
        expected,
        np.sqrt(sum(column.level_var for column in columns)),
        np.sqrt(sum(column.day_var for column in columns)),
        np.min([column.tail for column in columns], axis=0),
        np.where(ready, events, np.nan),
        ordinary,
        np.where(ready & known, flags, 0),
        weight,
        reach,
        reach_days,
        np.where(strongest == 0, reach_events, np.maximum(reach_days, 1) * events),
        np.any([column.rebased for column in columns], axis=0),
        promoted,
        np.sum([column.week_gap for column in columns], axis=0),
        np.sqrt(np.sum([column.week_var for column in columns], axis=0)),
        week_events,
        *lift,
    )


def _events(one: _Watched, leading: _Column) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return expected events of each day, of the evidence and of the week; endless where no events are counted."""
    if one.counts is None:
        endless = np.full(one.values.size, np.inf)
        return endless, endless, endless
    if not leading.stream.is_mean:
        return leading.usual, leading.window_events, leading.week_usual
    past = np.lib.stride_tricks.sliding_window_view(
        np.concatenate([np.full(MIN_DAYS, np.nan), np.where(leading.stream.known, one.counts, np.nan)[:-1]]), MIN_DAYS
    )
    ordered = np.sort(past, axis=1)
    count = np.isfinite(past).sum(axis=1)
    middle = ordered[np.arange(past.shape[0]), np.maximum(count - 1, 0) // 2]
    return middle, middle * leading.window_days, middle * WEEK_DAYS


def _joined(columns: list[_Column]) -> tuple[IntArray, FloatArray, FloatArray, IntArray, IntArray]:
    """Return flags, weight, gap and days of the evidence, and which stream gives them.

    A sum of money is flagged for its buyers or for what each spent, where the sum itself is off the same way.
    """
    if len(columns) == 1:
        only = columns[0]
        return only.flags, only.weight, only.gap, only.window_days, np.zeros(only.flags.size, dtype=np.int64)
    reach = np.sum([reach_of(column.flags, column.gap, column.error) for column in columns], axis=0)
    away = np.abs(reach) > SAME_WAY
    usable = np.array([(column.flags != 0) & (column.flags == np.sign(reach)) & away for column in columns])
    strongest = np.where(usable, [column.weight for column in columns], -np.inf).argmax(axis=0)
    flags = np.where(usable.any(axis=0), np.sign(reach), 0).astype(np.int64)
    weight = np.max([column.weight for column in columns], axis=0)
    reach_days = np.array([column.window_days for column in columns])[strongest, np.arange(reach.size)]
    return flags, weight, reach, reach_days, strongest


def _ordinary_days(known: BoolArray) -> IntArray:
    """Return how many known days the eight weeks before each day hold."""
    total = np.concatenate([[0], np.cumsum(known)])
    days = np.arange(known.size)
    return np.asarray(total[days] - total[np.maximum(days - WINDOW_DAYS, 0)])
