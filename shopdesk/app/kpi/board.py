"""From a workspace to the board's facts: the heavy reading and joining, for a job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from shopdesk.app.jobs import JobContext
from shopdesk.app.ports import ImportRecord
from shopdesk.app.workspace import Workspace
from shopdesk.domain.facts import TABLES as FACT_TABLES
from shopdesk.domain.kpi.collect import TABLES, collect
from shopdesk.domain.kpi.coverage import Coverage, coverage
from shopdesk.domain.kpi.daily import DailyFacts


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The files behind one fact table: names, newest first, and when the last one went in."""

    names: tuple[str, ...]
    imported_at: datetime | None


@dataclass(frozen=True, slots=True)
class Board:
    """What the page draws from; changing the period needs nothing else."""

    facts: DailyFacts
    coverage: Coverage
    files: Mapping[str, SourceFiles]


def board(workspace: Workspace, context: JobContext) -> Board:
    """Read all fact tables, join them to daily facts and say what is covered; a job's work.

    Reading figures never changes a workspace, so that a job may do it beside the interface.
    """
    context.report(None, "")
    active = [record for record in workspace.imports() if record.active]
    present = {record.table for record in active}
    frames = {}
    for name in FACT_TABLES:
        if name in present:
            context.check()
            frames[name] = workspace.frame(name)
    facts = collect({name: frame for name, frame in frames.items() if name in TABLES})
    return Board(facts, coverage(frames), {name: _files(active, name) for name in present})


def _files(active: list[ImportRecord], table: str) -> SourceFiles:
    own = sorted((r for r in active if r.table == table), key=lambda r: r.imported_at, reverse=True)
    names = tuple(dict.fromkeys(PurePath(r.path.replace("\\", "/")).name for r in own))
    return SourceFiles(names, own[0].imported_at if own else None)
