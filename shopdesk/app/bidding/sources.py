"""Which files stand behind a plan's figures, for what a hover says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from shopdesk.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TableSource:
    """One fact table: the names of its files, newest first, and its last day, None where it has no dates."""

    table: str
    files: tuple[str, ...]
    last: date | None


def table_sources(workspace: Workspace, tables: Iterable[str]) -> tuple[TableSource, ...]:
    """Return the files of the tables that have any, in the order asked for."""
    active = [record for record in workspace.imports() if record.active]
    found = []
    for table in tables:
        own = sorted((one for one in active if one.table == table), key=lambda one: one.imported_at, reverse=True)
        if own:
            names = tuple(dict.fromkeys(PurePath(one.path.replace("\\", "/")).name for one in own))
            found.append(TableSource(table, names, max((one.last_date for one in own if one.last_date), default=None)))
    return tuple(found)
