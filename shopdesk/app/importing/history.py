"""The import history: what went in with which click, and the way to take it back or put it in again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shopdesk.app.changes import ActivateImports
from shopdesk.app.ports import ImportRecord


@dataclass(frozen=True, slots=True)
class PastImport:
    """The imports of one click, newest click first in ``history``."""

    batch_id: str
    imported_at: datetime
    records: tuple[ImportRecord, ...]


def history(imports: Iterable[ImportRecord]) -> list[PastImport]:
    """Return imports (oldest first) by click, newest click first."""
    batches: dict[str, list[ImportRecord]] = {}
    for record in imports:
        batches.setdefault(record.batch_id, []).append(record)
    past = [PastImport(name, records[0].imported_at, tuple(records)) for name, records in batches.items()]
    return past[::-1]


def take_back(records: Iterable[ImportRecord]) -> ActivateImports:
    """Return the change after which the figures are as if these imports had never been made."""
    return ActivateImports({record.import_id: False for record in records if record.active})


def put_in_again(records: Iterable[ImportRecord]) -> ActivateImports:
    """Return the change that takes imports in that were taken back; they count at their old place in time."""
    return ActivateImports({record.import_id: True for record in records if not record.active})
