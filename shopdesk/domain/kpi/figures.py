"""One figure over one period with everything that stands behind it, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from shopdesk.domain.kpi.catalogue import FEN_PARTS, PEOPLE_PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray, PartSource
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Comparison, Period


class Basis(StrEnum):
    """What a figure over several days rests on."""

    EXACT = "exact"  # sums that may be added
    DAY_SUM = "day_sum"  # people counted once a day: an upper bound, 日累加
    PLATFORM = "platform"  # the platform's own figure for exactly this period


@dataclass(frozen=True, slots=True)
class PartSum:
    """One part of a figure: its sum (fen for money), the days it has, and where it comes from."""

    part: str
    total: float | None
    days: int
    sources: tuple[PartSource, ...]

    @property
    def is_fen(self) -> bool:
        """Whether the sum is integer fen."""
        return self.part in FEN_PARTS


@dataclass(frozen=True, slots=True)
class Figure:
    """A value (yuan, fraction, number) with its period, parts and basis; ``value`` None where unknown."""

    metric: BoardMetric
    period: Period
    value: float | None
    parts: tuple[PartSum, ...]
    days: int
    basis: Basis

    @property
    def missing_days(self) -> int:
        """Days of the period that the figure lacks."""
        return self.period.days - self.days


class ChangeKind(StrEnum):
    """How a change is said."""

    RELATIVE = "relative"  # share of the value before
    POINTS = "points"  # difference of two rates, in percentage points when times 100
    ABSOLUTE = "absolute"  # plain difference (ROI)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure held against the same figure of another period; ``amount`` None where it can't be known.

    ``per_day`` says that daily means were compared because the periods have a different number of days.
    """

    comparison: Comparison
    before: Figure
    kind: ChangeKind
    amount: float | None
    per_day: bool = False


def daily_values(facts: DailyFacts, metric: BoardMetric, period: Period) -> FloatArray:
    """Return one value a day (yuan, fraction, number), NaN where missing or where the base is 0."""
    above = facts.window(metric.numerator, period)
    if metric.numerator in FEN_PARTS:
        above = above / 100
    if not metric.denominator:
        return above * metric.factor
    below = facts.window(metric.denominator, period)
    if metric.denominator in FEN_PARTS:
        below = below / 100
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = above / below * metric.factor
    return np.where(below > 0, ratio, np.nan)


def figure(facts: DailyFacts, metric: BoardMetric, period: Period) -> Figure:
    """Return the figure of a period: sums over the days on which all of its parts are known."""
    windows = [facts.window(part, period) for part in metric.parts]
    known = ~np.isnan(np.vstack(windows)).any(axis=0)
    days = int(known.sum())
    parts = tuple(
        PartSum(
            part,
            float(window[known].sum()) if days else None,
            days,
            facts.parts[part].sources if part in facts.parts else (),
        )
        for part, window in zip(metric.parts, windows, strict=True)
    )
    given = _platform_parts(facts, metric, period, parts) if period.days > 1 and metric.counts_people else None
    if given is not None:
        return Figure(metric, period, _value(metric, given), given, period.days, Basis.PLATFORM)
    basis = Basis.DAY_SUM if metric.counts_people and days > 1 else Basis.EXACT
    return Figure(metric, period, _value(metric, parts), parts, days, basis)


def _value(metric: BoardMetric, parts: tuple[PartSum, ...]) -> float | None:
    amounts = [None if part.total is None else part.total / (100 if part.is_fen else 1) for part in parts]
    if amounts[0] is None:
        return None
    if not metric.denominator:
        return amounts[0] * metric.factor
    below = amounts[1]
    return amounts[0] / below * metric.factor if below else None


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


def change(facts: DailyFacts, now: Figure, comparison: Comparison) -> Change | None:
    """Return the change against the compared period, None for ``Comparison.NONE``."""
    compared = now.period.compared(comparison)
    if compared is None:
        return None
    before = figure(facts, now.metric, compared)
    match now.metric.unit:
        case Unit.RATIO:
            kind = ChangeKind.POINTS
        case Unit.TIMES | Unit.NUMBER:
            kind = ChangeKind.ABSOLUTE
        case _:
            kind = ChangeKind.RELATIVE
    if now.value is None or before.value is None or _joined_later(now, compared):
        return Change(comparison, before, kind, None)
    after_value, before_value = now.value, before.value
    per_day = not now.metric.denominator and now.days != before.days
    if per_day:
        after_value, before_value = after_value / now.days, before_value / before.days
    if kind is not ChangeKind.RELATIVE:
        return Change(comparison, before, kind, after_value - before_value, per_day)
    amount = after_value / before_value - 1 if before_value > 0 else None
    return Change(comparison, before, kind, amount, per_day)
