"""Year over year, with the alignment named: the same dates, the same weekdays, the same campaign or lunar days."""

from __future__ import annotations

from dataclasses import dataclass

from shopdesk.app.kpi.reports.heads import HEADS, change_cell, has_parts
from shopdesk.app.kpi.reports.model import Cell, Column, Entry, Section, Table
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.domain.kpi.alignment import base_of
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Comparison, Period


@dataclass(frozen=True, slots=True)
class _Alignment:
    key: str
    header: str
    period: Period


def year(source: ReportSource, span: ReportSpan) -> Section:
    """Return the headline figures beside those of a year earlier under each alignment that there is."""
    words = source.words
    title = words("year")
    alignments = _alignments(source, span)
    metrics = [BOARD[name] for name in HEADS if name in BOARD and has_parts(source, BOARD[name])]
    rows = [_row(source, metric, span.period, alignments) for metric in metrics]
    if not any(isinstance(cell, Cell) and cell.value is not None for row in rows for cell in row[2:]):
        return Section("year", title, (source.absent(["shop_daily"], "for_year"),))
    columns = [Column("name", words("figure"), width=2.1), Column("now", words("this_period"))]
    for one in alignments:
        columns += [Column(one.key, one.header, width=1.2), Column(f"{one.key}_change", words("change"))]
    note = words("year_note", periods=words.listed([f"{one.header} {words.span(one.period)}" for one in alignments]))
    return Section("year", title, (Table("year", title, tuple(columns), tuple(rows), note=note),))


def _alignments(source: ReportSource, span: ReportSpan) -> list[_Alignment]:
    words = source.words
    found = []
    if span.period.days > 7:
        found.append(_Alignment("by_date", words("year_same_dates"), span.year_before))
    for comparison in (Comparison.WEEKDAY_LAST_YEAR, Comparison.CAMPAIGN_LAST_YEAR, Comparison.LUNAR_LAST_YEAR):
        base = base_of(span.period, comparison, source.calendar)
        if base is None or base.comparison is not comparison:
            continue  # no such campaign, or no lunar day near: the weekdays stand there already
        campaign = "" if base.campaign is None else words.pair(base.campaign.zh, base.campaign.en)
        found.append(_Alignment(comparison.value, words(f"year_{comparison}", campaign=campaign), base.period))
    return found


def _row(source: ReportSource, metric: BoardMetric, now: Period, alignments: list[_Alignment]) -> tuple[Entry, ...]:
    facts, kind = source.board.facts, KINDS[metric.unit]
    this = figure(facts, metric, now)
    cells: list[Entry] = [source.metric_name(metric), Cell(this.value, kind)]
    for one in alignments:
        before = figure(facts, metric, one.period)
        cells += [Cell(before.value, kind), change_cell(facts, this, before)]
    return tuple(cells)
