"""Year over year, with the alignment named: the same dates, and the same weekdays 364 days before."""

from __future__ import annotations

from shopdesk.app.kpi.reports.heads import HEADS, change_cell, has_parts
from shopdesk.app.kpi.reports.model import Cell, Column, Entry, Section, Table
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Period

WEEKDAYS_BACK_DAYS = 364


def year(source: ReportSource, span: ReportSpan) -> Section:
    """Return the headline figures beside those of a year earlier under both alignments."""
    words = source.words
    title = words("year")
    by_date, by_weekday = span.year_before, span.period.shifted(days=-WEEKDAYS_BACK_DAYS)
    metrics = [BOARD[name] for name in HEADS if name in BOARD and has_parts(source, BOARD[name])]
    rows = [_row(source, metric, span.period, by_date, by_weekday) for metric in metrics]
    if not any(isinstance(row[2], Cell) and row[2].value is not None for row in rows):
        return Section("year", title, (source.absent(["shop_daily"], "for_year"),))
    columns = (
        Column("name", words("figure"), width=1.6),
        Column("now", words("this_period")),
        Column("by_date", words("year_same_dates")),
        Column("by_date_change", words("change")),
        Column("by_weekday", words("year_same_weekdays")),
        Column("by_weekday_change", words("change")),
    )
    note = words("year_note", dates=words.span(by_date), weekdays=words.span(by_weekday))
    return Section("year", title, (Table("year", title, columns, tuple(rows), note=note),))


def _row(
    source: ReportSource, metric: BoardMetric, now: Period, by_date: Period, by_weekday: Period
) -> tuple[Entry, ...]:
    facts, kind = source.board.facts, KINDS[metric.unit]
    this, dated, weekly = (figure(facts, metric, period) for period in (now, by_date, by_weekday))
    return (
        source.metric_name(metric),
        Cell(this.value, kind),
        Cell(dated.value, kind),
        change_cell(this, dated),
        Cell(weekly.value, kind),
        change_cell(this, weekly),
    )
