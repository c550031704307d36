"""A report made for the window: with what it was made from, as a job's work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.reports.make import NoFigures, gather, make_report
from shopdesk.app.kpi.reports.model import Report
from shopdesk.app.kpi.reports.source import ReportKind, ReportSource
from shopdesk.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Made:
    """A report with what it was made from, so that another kind of the same day needs no new reading."""

    report: Report
    source: ReportSource


def made_of(
    workspace: Workspace,
    board: Board,
    context: JobContext,
    *,
    kind: ReportKind,
    language: str,
    day: date,
    made_at: datetime,
    before: ReportSource | None,
) -> Made | None:
    """Return the report of a day, None where no day has figures; ``before`` is what is known of it already."""
    try:
        source = gather(
            workspace,
            context,
            made_at=made_at,
            language=language,
            day=day,
            board=board,
            known=before,
        )
    except NoFigures:
        return None
    return Made(make_report(kind, source), source)
