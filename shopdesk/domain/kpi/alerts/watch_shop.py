"""Watches over many metrics of a shop at once: the job behind the board's bands, verdicts and alerts."""

from __future__ import annotations

from collections.abc import Iterable
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
_OVERLAPS: Final = np.array([1.0] + [2 * (1 - lag / WEEK_DAYS) for lag in range(1, 4)])


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
    weekdays = (facts.start.weekday() + np.arange(facts.length)) % 7
    columns: dict[int, list[_Column]] = {number: [] for number in range(len(watched))}
    # one batch: what a day costs hangs on the number of steps more than on the number of streams
    streams = [(number, stream) for number, one in enumerate(watched) for stream in one.streams]
    if streams:
        batch = Batch.of([stream for _, stream in streams], weekdays)
        found = detect(batch)
        for place, (number, stream) in enumerate(streams):
            columns[number].append(_Column.of(found, batch, place, stream))
    names = names_by_day(calendar, period)
    return Watches(
        {one.metric.name: _watch(one, columns[number], facts, promoted, names) for number, one in enumerate(watched)}
    )


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

    @classmethod
    def of(cls, found: Detection, batch: Batch, place: int, stream: Stream) -> _Column:
        outlook = found.outlooks[:, :, place]
        days = np.arange(outlook.shape[0])
        weekday = outlook[days, Row.WEEKDAYS + batch.weekdays]
        logs = outlook[:, Row.LEVEL] + outlook[:, Row.CARRIED] + weekday
        usual = np.exp(logs + stream.exposure)
        noise = BAND_WIDER * outlook[:, Row.CARRIED_VAR] + outlook[:, Row.SPREAD_VAR] * stream.inverse
        week = _week(outlook, batch.weekdays, stream)
        return cls(
            stream,
            np.exp(logs) / stream.scale,
            found.error[:, place],
            outlook[:, Row.LEVEL_VAR] + outlook[:, Row.WEEKDAY_VAR],
            noise + 1 / np.maximum(usual, 0.3),
            found.tails[:, place],
            usual / (stream.scale if stream.steady == 1 else stream.steady),
            found.flags[:, place],
            found.weight[:, place],
            found.gap[:, place],
            found.window_days[:, place],
            found.events[:, place] / (stream.scale if stream.steady == 1 else stream.steady),
            found.rebased[:, place],
            *week,
        )


def _week(outlook: FloatArray, weekdays: IntArray, stream: Stream) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return gap, variance and expected count of the seven days up to each day, foreseen before the first of them."""
    days = outlook.shape[0]
    gap, var, usual = np.full(days, np.nan), np.full(days, np.nan), np.full(days, np.nan)
    if days < WEEK_DAYS:
        return gap, var, usual
    first = np.arange(days - WEEK_DAYS + 1)
    each = first[:, None] + np.arange(WEEK_DAYS)
    level = outlook[first, Row.LEVEL][:, None] + outlook[first[:, None], Row.WEEKDAYS + weekdays[each]]
    foreseen = np.exp(level + stream.exposure[each])
    whole = stream.known[each].all(axis=1)
    weights = 1 / np.where(stream.inverse[each] > 0, stream.inverse[each], 1.0)  # a mean counts by its buyers
    seen_sum = (stream.counts[each] * weights).sum(axis=1)
    sum_foreseen = (foreseen * weights).sum(axis=1)
    start = outlook[first]
    powers = start[:, Row.MEMORY][:, None] ** np.arange(4)
    noise = BAND_WIDER * start[:, Row.NOISE_VAR] * (powers @ _OVERLAPS) / WEEK_DAYS
    chance = 1 / foreseen.sum(axis=1) + start[:, Row.SPREAD_VAR] * stream.is_mean / np.maximum(weights.sum(axis=1), 1)
    shared = start[:, Row.LEVEL_VAR] + start[:, Row.DRIFT_VAR] * WEEK_DAYS / 3 + start[:, Row.WEEKDAY_VAR] / WEEK_DAYS
    place = slice(WEEK_DAYS - 1, None)
    gap[place] = np.where(whole, np.log((seen_sum + 0.5) / (sum_foreseen + 0.5)), np.nan)
    var[place] = noise + chance + shared
    usual[place] = foreseen.sum(axis=1) / (stream.scale if stream.steady == 1 else stream.steady)
    return gap, var, usual


def _watch(one: _Watched, columns: list[_Column], facts: DailyFacts, promoted: BoolArray, names: list[str]) -> Watch:
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
