"""Notes that hang on days of the chart: 换主图, 改详情页, what no report knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period


@dataclass(frozen=True, slots=True)
class DayNote:
    """One note on one day."""

    note_id: str
    day: date
    text: str


NOTES: Final = Collection("kpi_notes", DayNote, ("note_id",))


def notes_of(workspace: Workspace, period: Period) -> list[DayNote]:
    """Return the notes of a period by day."""
    found = [note for note in workspace.rows(NOTES).values() if period.start <= note.day <= period.end]
    return sorted(found, key=lambda note: (note.day, note.text))


def put_notes(notes: Iterable[DayNote]) -> SetRows:
    """Return the change that stores notes."""
    return SetRows.put(NOTES, notes)


def drop_note(note: DayNote) -> SetRows:
    """Return the change that removes a note."""
    return SetRows.drop(NOTES, [(note.note_id,)])
