"""The month so far: what came in, against the same days of the month before and of last year."""

from __future__ import annotations

from shopdesk.app.kpi.reports.heads import change_cell, has_parts
from shopdesk.app.kpi.reports.model import Cell, Column, Entry, Section, Table
from shopdesk.app.kpi.reports.source import KINDS, ReportKind, ReportSource, span_of
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.figures import figure

METRICS = ("pay_amount", "visitors", "pay_cvr", "ad_cost", "ad_roi")


def month_so_far(source: ReportSource) -> Section:
    """Return the figures of the month up to the day of the report."""
    words, facts = source.words, source.board.facts
    span = span_of(ReportKind.MONTHLY, source.day, words)
    title = words("month_so_far", day=f"{source.day:%m-%d}")
    metrics = [BOARD[name] for name in METRICS if name in BOARD and has_parts(source, BOARD[name])]
    if not metrics:
        return Section("month", title, (source.absent(["shop_daily"], "for_heads"),))
    rows: list[tuple[Entry, ...]] = []
    for metric in metrics:
        now = figure(facts, metric, span.period)
        changes = [change_cell(facts, now, figure(facts, metric, before)) for before in (span.before, span.year_before)]
        rows.append((source.metric_name(metric), Cell(now.value, KINDS[metric.unit]), *changes))
    columns = (
        Column("name", words("figure"), width=1.4),
        Column("now", words("month_to_date")),
        Column("before", span.base),
        Column("year", span.year_base),
    )
    return Section("month", title, (Table("month", title, columns, tuple(rows)),))
