"""Whether a figure moved since a day, with the chance in it: what an action is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from typing import Final

from shopdesk.domain.kpi.attribution.chance import Z95
from shopdesk.domain.kpi.attribution.explain import Question, explain
from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.metrics import Good
from shopdesk.domain.periods import Period

MOST_DAYS: Final = 28
MOST_WAIT_DAYS: Final = 90
"""Beyond so many more days nobody should wait for an answer."""


class Outcome(StrEnum):
    """What can be said of a metric since a day."""

    NOT_YET = "not_yet"  # no full day since
    NO_DATA = "no_data"
    TOO_FEW = "too_few"
    UNCLEAR = "unclear"  # chance alone could make the difference
    CAMPAIGN = "campaign"  # campaign days on one side only: not to be compared
    BETTER = "better"
    WORSE = "worse"
    MOVED = "moved"  # a metric that is neither good high nor good low


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome with both periods; ``days_more`` is about how long a difference of this size still needs."""

    outcome: Outcome
    before: Period | None = None
    after: Period | None = None
    found: Explanation | None = None
    days_more: int | None = None


def judged(facts: DailyFacts, metric: BoardMetric, started: date, *, until: date, calendar: CampaignCalendar) -> Judged:
    """Return how a metric stands since a day against before it, whole weeks where there are any.

    Fewer than seven days are held against the same weekdays a week before, more against as many days before.
    """
    days = min(MOST_DAYS, (until - started).days + 1)
    if days < 1:
        return Judged(Outcome.NOT_YET)
    if days >= 7:
        days -= days % 7
    after = Period(started, started + timedelta(days=days - 1))
    before = after.shifted(days=-max(7, days))
    found = explain(facts, Question(metric, before, after), calendar=calendar)
    if not isinstance(found, Explanation):
        return Judged(Outcome.NO_DATA, before, after)
    return Judged(_outcome(found, calendar), before, after, found, _days_more(found, days))


def _outcome(found: Explanation, calendar: CampaignCalendar) -> Outcome:
    if bool(calendar.within(found.before.period)) != bool(calendar.within(found.after.period)):
        return Outcome.CAMPAIGN
    if found.is_thin or found.whole.part.chance is None:
        return Outcome.TOO_FEW
    if found.is_chance:
        return Outcome.UNCLEAR
    if found.metric.good is Good.CONTEXT:
        return Outcome.MOVED
    return Outcome.BETTER if (found.change > 0) == (found.metric.good is Good.UP) else Outcome.WORSE


def _days_more(found: Explanation, days: int) -> int | None:
    """Return after how many more days a difference of this size would stand out; None where that is too long."""
    chance = found.whole.part.chance
    if chance is None or not found.is_chance or not found.change:
        return None
    needed = ceil(days * (Z95 * chance.sd / abs(found.change)) ** 2)
    return needed - days if needed - days <= MOST_WAIT_DAYS else None
