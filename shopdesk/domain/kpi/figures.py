"""One figure over one period with everything that stands behind it, and how it changed."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alignment import base_of
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import FEN_PARTS, PEOPLE_PARTS, BoardMetric, roll_up
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray, PartSeries, PartSource
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Comparison, Period

NO_CALENDAR: Final = CampaignCalendar()
SURE: Final = 1.96
OVERDISPERSION: Final = 2.0
DRIFT: Final = 0.03


class Basis(StrEnum):
    """What a figure over several days rests on."""

    EXACT = "exact"  # sums that may be added
    DAY_SUM = "day_sum"  # people counted once a day: an upper bound, 日累加
    SHOP_SUM = "shop_sum"  # people of one day, counted once a shop: an upper bound as well
    PLATFORM = "platform"  # the platform's own figure for exactly this period
    RECOUNTED = "recounted"  # made anew from orders or items, 按订单重算
    NEWEST = "newest"  # the newest value, which is a mean already


@dataclass(frozen=True, slots=True)
class PartSum:
    """One part of a figure: its sum (fen for money), the days it has, where it comes from and of how many shops.

    ``apart`` are reports that tell it by another measure and aren't joined.
    """

    part: str
    total: float | None
    days: int
    sources: tuple[PartSource, ...]
    shops: int = 1
    apart: tuple[PartSource, ...] = ()

    @property
    def is_fen(self) -> bool:
        """Whether the sum is integer fen."""
        return self.part in FEN_PARTS

    @property
    def amount(self) -> float | None:
        """The sum in yuan or as it is."""
        return self.total / 100 if self.is_fen and self.total is not None else self.total


@dataclass(frozen=True, slots=True)
class Figure:
    """A value (yuan, fraction, number) with its period, parts and basis; ``value`` None where unknown.

    ``over`` are the days that it rests on where those aren't the period: a repeat rate over 30 days is that of the
    30 days up to the period's end, so that long and short periods can be compared.
    """

    metric: BoardMetric
    period: Period
    value: float | None
    parts: tuple[PartSum, ...]
    days: int
    basis: Basis
    over: Period | None = None

    @property
    def rests_on(self) -> Period:
        """The days that the figure rests on."""
        return self.over or self.period

    @property
    def missing_days(self) -> int:
        """Days that the figure lacks of those it should rest on."""
        return self.rests_on.days - self.days


class ChangeKind(StrEnum):
    """How a change is said."""

    RELATIVE = "relative"  # share of the value before
    POINTS = "points"  # difference of two rates, in percentage points when times 100
    ABSOLUTE = "absolute"  # plain difference (ROI)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure held against the same figure of another period; ``amount`` None where it can't be known.

    ``per_day`` says that daily means were compared because the periods have a different number of days. ``comparison``
    is what was really compared (a lunar day that isn't known becomes a weekday), ``campaign`` whose days.
    ``is_clear``: chance in the number of events behind both figures can hardly explain it.
    """

    comparison: Comparison
    before: Figure
    kind: ChangeKind
    amount: float | None
    per_day: bool = False
    campaign: Campaign | None = None
    is_clear: bool = False


def is_known(facts: DailyFacts, metric: BoardMetric) -> bool:
    """Return whether there is a report for each part of a metric."""
    return all(part in facts.parts for part in metric.parts)


def daily_values(facts: DailyFacts, metric: BoardMetric, period: Period) -> FloatArray:
    """Return one value a day (yuan, fraction, number), NaN where missing or where the base is 0."""
    values = {part: _in_units(part, _series(facts, metric, part, period)) for part in metric.parts}
    if metric.formula:
        from shopdesk.domain.kpi.term import evaluate

        found = evaluate(metric.term, values)
        return np.where(np.isfinite(found), found, np.nan)
    above = values[metric.numerator]
    if not metric.denominator:
        return above * metric.factor
    below = values[metric.denominator]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = above / below * metric.factor
    return np.where(below > 0, ratio, np.nan)


def _in_units(part: str, values: FloatArray) -> FloatArray:
    return values / 100 if part in FEN_PARTS else values


def _series(facts: DailyFacts, metric: BoardMetric, part: str, period: Period) -> FloatArray:
    """Return what of a part each day stands for: the day, or the metric's window up to it."""
    counted, days = facts.counted_anew(part), metric.window_days or 1
    if counted is not None:
        from shopdesk.domain.kpi.windows import over_days

        return over_days(counted, part, period, days)
    if days == 1 or roll_up(part) is RollUp.LAST:
        return facts.window(part, period)
    longer = facts.window(part, Period(period.start - timedelta(days=days - 1), period.end))
    return np.asarray(np.lib.stride_tricks.sliding_window_view(longer, days).sum(axis=1))


def figure(facts: DailyFacts, metric: BoardMetric, period: Period) -> Figure:
    """Return the figure of a period: sums over the days on which all of its parts are known.

    A part that is a mean already gives its newest value; one that days can't be added up to is counted anew.
    """
    over = _looked_at(facts, metric, period)
    parts = _sums(facts, metric, over)
    days = min(part.days for part in parts)
    given = _platform_parts(facts, metric, over, parts) if over.days > 1 and metric.counts_people else None
    if given is not None:
        return Figure(metric, period, _value(metric, given), given, over.days, Basis.PLATFORM, over)
    return Figure(metric, period, _value(metric, parts), parts, days, _basis(metric, parts, days), over)


def _looked_at(facts: DailyFacts, metric: BoardMetric, period: Period) -> Period:
    """Return the days that a figure rests on: those of its window up to the last day of the period with data.

    A month that isn't over has its window up to now: days to come would make a repeat rate look low.
    """
    if not metric.window_days:
        return period
    lasts = [_last_day(facts, part) for part in metric.parts]
    known = [last for last in lasts if last is not None]
    if len(known) < len(lasts) or min(known) < period.start:
        return period
    return Period.last(days=metric.window_days, until=min(period.end, *known))


def _last_day(facts: DailyFacts, part: str) -> date | None:
    counted = facts.counted_anew(part)
    return facts.last_day(part) if counted is None else counted.first + timedelta(days=counted.length - 1)


def _basis(metric: BoardMetric, parts: tuple[PartSum, ...], days: int) -> Basis:
    kinds = {roll_up(part) for part in metric.parts}
    if any(kind.is_window for kind in kinds):
        return Basis.RECOUNTED
    if kinds == {RollUp.LAST}:
        return Basis.NEWEST
    people = [part for part in parts if part.part in PEOPLE_PARTS]
    if people and days > 1:
        return Basis.DAY_SUM
    return Basis.SHOP_SUM if any(part.shops > 1 for part in people) else Basis.EXACT


def _sums(facts: DailyFacts, metric: BoardMetric, over: Period) -> tuple[PartSum, ...]:
    added = [part for part in metric.parts if not roll_up(part).is_window and roll_up(part) is not RollUp.LAST]
    windows = {part: facts.window(part, over) for part in added}
    known = ~np.isnan(np.vstack(list(windows.values()))).any(axis=0) if windows else np.ones(over.days, dtype=bool)
    days = int(known.sum())
    sums = []
    for part in metric.parts:
        if part in windows:
            total, own = (float(windows[part][known].sum()) if days else None), days
        else:
            total, own = _other_total(facts, part, over, is_window=bool(metric.window_days))
        series = facts.parts.get(part)
        sums.append(
            PartSum(part, total, own, series.sources, series.shops, series.apart)
            if series
            else PartSum(part, total, own, ())
        )
    return tuple(sums)


_NOTHING: Final = PartSeries(np.array([]), ())


def _other_total(facts: DailyFacts, part: str, over: Period, *, is_window: bool) -> tuple[float | None, int]:
    """Return the newest value, or the count over the period, with the days that it stands for.

    A window of so many days is counted as a whole or not at all: in a part of it fewer people come back.
    """
    counted = facts.counted_anew(part)
    if counted is not None:
        from shopdesk.domain.kpi.windows import over_period

        total, days = over_period(counted, part, over)
        return (None, days) if is_window and days < over.days else (total, days)
    values = facts.window(part, over) if roll_up(part) is RollUp.LAST else np.array([])
    known = np.flatnonzero(~np.isnan(values))
    return (float(values[known[-1]]), over.days) if known.size else (None, 0)


def _value(metric: BoardMetric, parts: tuple[PartSum, ...]) -> float | None:
    amounts = {part.part: part.amount for part in parts}
    if any(amount is None for amount in amounts.values()):
        return None
    if metric.formula:
        from shopdesk.domain.kpi.term import evaluate

        value = float(evaluate(metric.term, {part: np.asarray(amount, float) for part, amount in amounts.items()}))
        return value if np.isfinite(value) else None
    above = amounts[metric.numerator] or 0.0
    if not metric.denominator:
        return above * metric.factor
    below = amounts[metric.denominator] or 0.0
    return above / below * metric.factor if below > 0 else None


def _platform_parts(
    facts: DailyFacts, metric: BoardMetric, period: Period, parts: tuple[PartSum, ...]
) -> tuple[PartSum, ...] | None:
    """Return parts with the platform's own period figures, None unless it gave all of them for all shops."""
    platforms = {source.platform for part in parts for source in part.sources}
    matching = [total for total in facts.totals if total.period == period]
    if len(platforms) > 1 or len(matching) != 1:
        return None
    given = matching[0].sums
    if any(part not in given for part in metric.parts if part in PEOPLE_PARTS):
        return None
    source = PartSource("shop_daily", matching[0].platform, (matching[0].kind,), period.start, period.end, period.days)
    return tuple(
        PartSum(
            part.part, given.get(part.part, part.total), period.days, (source,) if part.part in given else part.sources
        )
        for part in parts
    )


def _joined_later(now: Figure, compared: Period) -> bool:
    """Return whether one of several platforms came in after the compared period began, which would look like growth."""
    return any(
        compared.start < source.first <= now.period.end
        for part in now.parts
        if len(part.sources) > 1
        for source in part.sources
    )


def change(
    facts: DailyFacts, now: Figure, comparison: Comparison, calendar: CampaignCalendar = NO_CALENDAR
) -> Change | None:
    """Return the change against the compared period, None for ``Comparison.NONE``."""
    base = base_of(now.period, comparison, calendar)
    if base is None:
        return None
    before = figure(facts, now.metric, base.period)
    return replace(change_from(facts, now, before), comparison=base.comparison, campaign=base.campaign)


def change_from(facts: DailyFacts, now: Figure, before: Figure) -> Change:
    """Return the change against the same figure of any other period, e.g. of the calendar month before."""
    found = Change(Comparison.NONE, before, _change_kind(now.metric), None)
    if now.value is None or before.value is None or _joined_later(now, before.period):
        return found
    after_value, before_value = now.value, before.value
    per_day = now.metric.adds_up and now.days != before.days
    if per_day:
        after_value, before_value = after_value / now.days, before_value / before.days
    clear = _is_clear(after_value, before_value, [_events(facts, one) for one in (now, before)])
    if found.kind is not ChangeKind.RELATIVE:
        return replace(found, amount=after_value - before_value, per_day=per_day, is_clear=clear)
    amount = after_value / before_value - 1 if before_value > 0 else None
    return replace(found, amount=amount, per_day=per_day, is_clear=clear)


def _events(facts: DailyFacts, one: Figure) -> float:
    """Return how many events a figure rests on (buyers for money), 0 where that isn't known."""
    count = one.metric.count
    own = next((part.total for part in one.parts if part.part == count), None)
    if own is not None or roll_up(count).is_window:
        return own or 0.0
    window = facts.window(count, one.rests_on)
    return float(np.nansum(window))


def _is_clear(after: float, before: float, events: list[float]) -> bool:
    """Return whether the logarithm of a ratio is out of reach of chance: 1 / events each, doubled since orders
    differ in value and come in clusters, and a drift of 3 % that no count shows.
    """
    if after <= 0 or before <= 0 or min(events) <= 0:
        return False
    spread = math.sqrt(OVERDISPERSION * sum(1 / one for one in events) + 2 * DRIFT**2)
    return abs(math.log(after / before)) > SURE * spread


def _change_kind(metric: BoardMetric) -> ChangeKind:
    match metric.unit:
        case Unit.RATIO:
            return ChangeKind.POINTS
        case Unit.TIMES | Unit.NUMBER:
            return ChangeKind.ABSOLUTE
        case _:
            return ChangeKind.RELATIVE
