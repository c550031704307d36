"""What one tile of the board says: the last complete day, the whole period, their changes and the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alerts.alarms import DEFAULT_RULE, AlertRule
from shopdesk.domain.kpi.alerts.judging import judged
from shopdesk.domain.kpi.alerts.verdicts import Verdict
from shopdesk.domain.kpi.alerts.watch import Watch
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.figures import Change, Figure, change, daily_values, figure
from shopdesk.domain.periods import Comparison, Period

SPARK_DAYS: Final = 14


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile. ``day`` and what hangs on it are None where the metric has no day within the period."""

    metric: BoardMetric
    day: Figure | None
    day_change: Change | None
    verdict: Verdict | None
    period: Figure
    period_change: Change | None
    spark: FloatArray


def last_complete_day(facts: DailyFacts, *, until: date, metrics: Iterable[BoardMetric] = ()) -> date | None:
    """Return the last day up to ``until`` on which the leading figures are known.

    Pay amount leads where it is there, else the first of ``metrics`` that has any day: a spend report
    that is a day ahead must not blank the board.
    """
    leading = [BOARD["pay_amount"], *metrics]
    window = Period(min(facts.start, until), until)
    for metric in leading:
        known = ~np.isnan(daily_values(facts, metric, window))
        if known.any():
            return window.start + timedelta(days=int(known.nonzero()[0][-1]))
    return None


def tile(
    facts: DailyFacts,
    metric: BoardMetric,
    *,
    day: date | None,
    period: Period,
    comparison: Comparison,
    calendar: CampaignCalendar,
    watch: Watch | None = None,
    rule: AlertRule = DEFAULT_RULE,
) -> Tile:
    """Return the tile of a metric; the day is held against the same weekday unless last year is asked for.

    Without ``watch`` (it is still being computed) the tile has no verdict.
    """
    whole = figure(facts, metric, period)
    period_change = change(facts, whole, comparison, calendar)
    if day is None:
        return Tile(metric, None, None, None, whole, period_change, daily_values(facts, metric, period)[-SPARK_DAYS:])
    one = figure(facts, metric, Period(day, day))
    against = {Comparison.PREVIOUS: Comparison.SAME_WEEKDAY}.get(comparison, comparison)
    spark = daily_values(facts, metric, Period.last(days=SPARK_DAYS, until=day))
    said = None
    if watch is not None and one.value is not None and metric.is_of_its_day:
        said = judged(facts, metric, watch, day, calendar=calendar, rule=rule)
    return Tile(metric, one, change(facts, one, against, calendar), said, whole, period_change, spark)
