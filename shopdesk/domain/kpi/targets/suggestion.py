"""A sensible value to start a target from: what the shop is heading for, beside last year's figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor, log10

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import Figure, figure
from shopdesk.domain.kpi.targets.goal import Target, usual_direction
from shopdesk.domain.kpi.targets.outlook import outlook
from shopdesk.domain.kpi.targets.progress import Projection, progress_of
from shopdesk.domain.periods import Comparison, Period


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``value`` is the projection's median, rounded; ``last_year`` the dates a year before, where whole."""

    value: float | None
    projection: Projection | None
    last_year: Figure | None


def suggest(
    facts: DailyFacts, metric: BoardMetric, period: Period, *, until: date, calendar: CampaignCalendar
) -> Suggestion:
    """Return what to start from; no value where too little is known."""
    seen = outlook(facts, metric, period, until=until, calendar=calendar)
    projection = progress_of(seen, Target(metric, period, 0.0, usual_direction(metric))).projection
    compared = period.compared(Comparison.LAST_YEAR)
    before = figure(facts, metric, compared) if compared is not None else None
    whole = before if before is not None and before.value is not None and before.missing_days == 0 else None
    value = rounded(projection.median) if projection is not None else whole.value if whole is not None else None
    return Suggestion(value, projection, whole)


def rounded(value: float, *, digits: int = 2) -> float:
    """Return a value rounded to so many figures: a target is a round number."""
    if value == 0:
        return 0.0
    return round(value, digits - 1 - floor(log10(abs(value))))
