"""Weeks laid over one another by weekday: this Tuesday beside the Tuesdays before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.figures import daily_values
from shopdesk.domain.periods import Period

WEEK_DAYS: Final = 7
MOST_WEEKS: Final = 6


@dataclass(frozen=True, slots=True)
class WeekLine:
    """One week from Monday to Sunday: seven values, NaN where a day is missing or outside the period."""

    week: Period
    values: FloatArray


def week_lines(
    facts: DailyFacts, metric: BoardMetric, period: Period, *, most: int = MOST_WEEKS
) -> tuple[WeekLine, ...]:
    """Return the last weeks that a period touches, newest first, at most ``most``; empty weeks are left out."""
    monday = period.end - timedelta(days=period.end.weekday())
    lines: list[WeekLine] = []
    while monday + timedelta(days=WEEK_DAYS - 1) >= period.start and len(lines) < most:
        week = Period(monday, monday + timedelta(days=WEEK_DAYS - 1))
        values = daily_values(facts, metric, week).copy()
        for place in range(WEEK_DAYS):
            if not period.start <= monday + timedelta(days=place) <= period.end:
                values[place] = np.nan
        if not np.isnan(values).all():
            lines.append(WeekLine(week, values))
        monday -= timedelta(days=WEEK_DAYS)
    return tuple(lines)
