"""From a workspace to the board's facts: an immutable snapshot, the heavy joining in a job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

import pandas as pd

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
class BoardInput:
    """A snapshot of everything that the board reads."""

    frames: Mapping[str, pd.DataFrame]
    files: Mapping[str, SourceFiles]


@dataclass(frozen=True, slots=True)
class Board:
    """What the page draws from; changing the period needs nothing else."""

    facts: DailyFacts
    coverage: Coverage
    files: Mapping[str, SourceFiles]


def board_input(workspace: Workspace) -> BoardInput:
    """Return a snapshot for ``board``."""
    active = [record for record in workspace.imports() if record.active]
    present = {record.table for record in active}
    wanted = [name for name in FACT_TABLES if name in present]
    return BoardInput(
        {name: workspace.frame(name) for name in wanted}, {name: _files(active, name) for name in present}
    )


def board(given: BoardInput, context: JobContext) -> Board:
    """Join all tables to daily facts and say what is covered."""
    context.report(None, "")
    facts = collect({name: frame for name, frame in given.frames.items() if name in TABLES})
    context.check()
    return Board(facts, coverage(given.frames), given.files)


def _files(active: list[ImportRecord], table: str) -> SourceFiles:
    own = sorted((r for r in active if r.table == table), key=lambda r: r.imported_at, reverse=True)
    names = tuple(dict.fromkeys(PurePath(r.path.replace("\\", "/")).name for r in own))
    return SourceFiles(names, own[0].imported_at if own else None)
