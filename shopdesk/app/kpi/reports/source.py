"""What a report is made from: the open shop with its board, the day it is about, and the words."""

from __future__ import annotations

import calendar as months
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.reports.buyers_once import BuyersOnce
from shopdesk.app.kpi.reports.model import Absent, Kind
from shopdesk.app.kpi.reports.words import Words
from shopdesk.app.kpi.watching import WatchesOnce
from shopdesk.app.workspace import Workspace
from shopdesk.domain.currencies import rows_of_one_currency
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric, Catalogue
from shopdesk.domain.kpi.segments.build import SegmentSet
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

KINDS: Final[dict[Unit, Kind]] = {
    Unit.MONEY: Kind.MONEY,
    Unit.COUNT: Kind.INTEGER,
    Unit.PEOPLE: Kind.INTEGER,
    Unit.RATIO: Kind.PERCENT,
    Unit.TIMES: Kind.TIMES,
    Unit.SECONDS: Kind.NUMBER,
    Unit.NUMBER: Kind.NUMBER,
}


class ReportKind(StrEnum):
    """The reports there are."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    PERSONA = "persona"
    ALERTS = "alerts"


@dataclass(frozen=True, slots=True)
class ReportSpan:
    """What a report is about and what it is held against; ``base`` and ``year_base`` name these in words."""

    period: Period
    before: Period
    base: str
    year_before: Period
    year_base: str


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Everything the builders read. ``day`` is the last complete day up to which the report looks.

    ``watches`` gives what was to be expected of each day; computed when first asked for.
    """

    workspace: Workspace
    board: Board
    day: date
    calendar: CampaignCalendar
    words: Words
    made_at: datetime
    segments: SegmentSet
    metrics: Catalogue
    buyers: BuyersOnce
    watches: WatchesOnce

    def rows(self, table: str) -> pd.DataFrame:
        """Return the rows of a fact table that may be added to one another (one currency)."""
        return rows_of_one_currency(self.workspace.frame(table))[0]

    def day_rows(self, table: str, period: Period) -> pd.DataFrame:
        """Return the rows of single days within a period; empty where the table has none."""
        rows = self.rows(table)
        if rows.empty or "date" not in rows.columns:
            return rows.iloc[:0]
        single = rows["date"].notna() & (rows["date"] == rows["date_end"])
        days = rows["date"].dt.date
        found: pd.DataFrame = rows.loc[single & (days >= period.start) & (days <= period.end)]
        return found

    def metric_name(self, metric: BoardMetric) -> str:
        """Return the name of a metric in the language of the report."""
        return self.words.pair(metric.zh, metric.en)

    def table_name(self, table: str) -> str:
        """Return what a fact table is called."""
        return self.words(f"table_{table}") if self.words.has(f"table_{table}") else table

    def absent(self, tables: Sequence[str], purpose: str) -> Absent:
        """Return the note that a source is missing; ``purpose`` names a word that says what it would be for."""
        names = [self.table_name(table) for table in tables]
        text = self.words("absent", names=self.words.listed(names), purpose=self.words(purpose))
        return Absent(text, tables[0])


def span_of(kind: ReportKind, day: date, words: Words) -> ReportSpan:
    """Return what a report of a day is about: the day, its last whole week, its month so far, its quarter so far."""
    match kind:
        case ReportKind.DAILY | ReportKind.ALERTS:
            period = Period(day, day)
            return _span(period, period.shifted(days=-7), words, "base_day")
        case ReportKind.WEEKLY:
            end = day if day.weekday() == 6 else day - timedelta(days=day.weekday() + 1)
            period = Period.last(days=7, until=end)
            return _span(period, period.shifted(days=-7), words, "base_week")
        case ReportKind.MONTHLY:
            period = Period(day.replace(day=1), day)
            return _span(
                period, _months_back(period, 1), words, "base_month" if _is_whole(period) else "base_month_so_far"
            )
        case ReportKind.PERSONA:
            start = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
            period = Period(start, day)
            return _span(period, _months_back(period, 3), words, "base_quarter")


def _span(period: Period, before: Period, words: Words, base: str) -> ReportSpan:
    if period.days <= 7:
        return ReportSpan(period, before, words(base), period.shifted(days=-364), words("base_year_weekday"))
    return ReportSpan(period, before, words(base), _months_back(period, 12), words("base_year"))


def _is_whole(period: Period) -> bool:
    return period.end.day == months.monthrange(period.end.year, period.end.month)[1]


def _months_back(period: Period, count: int) -> Period:
    """Return the same days some months earlier; a whole month stays whole."""
    return Period(_back(period.start, count), _back(period.end, count, whole=_is_whole(period)))


def _back(day: date, count: int, *, whole: bool = False) -> date:
    month = day.year * 12 + day.month - 1 - count
    year, place = divmod(month, 12)
    last = months.monthrange(year, place + 1)[1]
    return date(year, place + 1, last if whole else min(day.day, last))
