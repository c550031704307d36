"""Puts a report together from its sections: the one entry for the window, the command line and the tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import Final

from shopdesk import __version__
from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.kept_board import find_board
from shopdesk.app.kpi.own_days import calendar_of
from shopdesk.app.kpi.reports.buyers_once import BuyersOnce
from shopdesk.app.kpi.reports.daily import alert_list, daily
from shopdesk.app.kpi.reports.definitions import definitions
from shopdesk.app.kpi.reports.heads import has_parts, head_figure
from shopdesk.app.kpi.reports.model import Absent, HeadFigure, Report, Section, SourceFile
from shopdesk.app.kpi.reports.monthly import monthly
from shopdesk.app.kpi.reports.persona import persona
from shopdesk.app.kpi.reports.source import ReportKind, ReportSource, ReportSpan, span_of
from shopdesk.app.kpi.reports.weekly import weekly
from shopdesk.app.kpi.reports.words import Words
from shopdesk.app.kpi.segments import segments
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.app.kpi.watching import WatchesOnce
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.dictionary import OWN_GROUP
from shopdesk.domain.kpi.tiles import last_complete_day

_SECTIONS: Final[dict[ReportKind, Callable[[ReportSource, ReportSpan], list[Section]]]] = {
    ReportKind.DAILY: daily,
    ReportKind.WEEKLY: weekly,
    ReportKind.MONTHLY: monthly,
    ReportKind.PERSONA: persona,
    ReportKind.ALERTS: alert_list,
}


class NoFigures(Exception):
    """The shop has no day that a report could be about."""


def gather(
    workspace: Workspace,
    context: JobContext,
    *,
    made_at: datetime,
    language: str,
    day: date | None = None,
    board: Board | None = None,
    known: ReportSource | None = None,
) -> ReportSource:
    """Return what a report is made from. ``day`` is the last day it may look at; else the last complete one.

    ``board`` is handed in where it is joined already, and ``known`` an earlier source of the same board, so that
    nothing is read twice. Raises ``NoFigures`` where no figure is known up to that day.
    """
    board = board or find_board(workspace, context).board
    until = day or min(board.facts.end, made_at.date() - timedelta(days=1))
    found = None if board.facts.is_empty else last_complete_day(board.facts, until=until)
    if found is None and not board.facts.is_empty and board.facts.start <= until:
        found = min(until, board.facts.end)
    if found is None:
        raise NoFigures
    calendar, metrics = calendar_of(workspace), metrics_of(workspace)
    same_rules = known is not None and known.calendar == calendar and known.metrics == metrics
    return ReportSource(
        workspace,
        board,
        found,
        calendar,
        Words(language),
        made_at,
        known.segments if known else segments(workspace, context),
        metrics,
        known.buyers.again(context) if known else BuyersOnce(workspace, context),
        known.watches.again(context) if known and same_rules else WatchesOnce(workspace, board, context),
    )


def make_report(kind: ReportKind, source: ReportSource) -> Report:
    """Return one report of the day, week, month or quarter that ends with the day of the source."""
    words = source.words
    span = span_of(kind, source.day, words)
    made = _SECTIONS[kind](replace(source, day=span.period.end), span)
    sections = tuple(section for section in made if section.blocks)
    last = source.board.coverage.last
    return Report(
        kind.value,
        words(f"title_{kind}"),
        shop_name(source.workspace),
        words.language,
        span.period,
        words.span(span.period),
        words("as_of", day=f"{last:%Y-%m-%d}") if last else words("as_of_unknown"),
        source.made_at,
        sections,
        _missing(source, sections),
        definitions(source, sections),
        _files(source.workspace),
        __version__,
        _figures(source, span),
    )


def shop_name(workspace: Workspace) -> str:
    """Return the name of the shop: that of its file."""
    return PurePath(workspace.path).stem


def _figures(source: ReportSource, span: ReportSpan) -> tuple[HeadFigure, ...]:
    return tuple(head_figure(source, metric, span) for metric in _named(source))


def _named(source: ReportSource) -> list[BoardMetric]:
    """Return the metrics that a template may ask for; own ones also where no report gives their parts."""
    return [one for one in source.metrics.values() if one.group == OWN_GROUP or has_parts(source, one)]


def _missing(source: ReportSource, sections: Sequence[Section]) -> tuple[Absent, ...]:
    """Return every missing source once, those that the report would have used before those that end too early."""
    found = {block.text: block for section in sections for block in section.blocks if isinstance(block, Absent)}
    for covered in source.board.coverage.stale():
        if covered.last is not None and covered.last < source.day:
            text = source.words("stale", name=source.table_name(covered.table), day=f"{covered.last:%Y-%m-%d}")
            found.setdefault(text, Absent(text, covered.table))
    return tuple(found.values())


def _files(workspace: Workspace) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(
            record.table,
            PurePath(record.path.replace("\\", "/")).name,
            record.sha256,
            record.imported_at,
            record.rows,
        )
        for record in workspace.imports()
        if record.active
    )
