"""The columns that the user fills beside the figures: tags, note, decision; and since when a word is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.decisions import WordDecision, decisions_of
from shopdesk.app.keywords.tags import (
    LONGEST_NOTE,
    LONGEST_TAG,
    MOST_TAGS,
    SEPARATOR,
    WordMark,
    marks_of,
    note_from,
    tags_from,
)
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.first_seen import first_seen, is_new
from shopdesk.domain.keywords.library import Study
from shopdesk.domain.periods import Period
from shopdesk.ui.grid.columns import CellError, Column, Kind, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.keywords.words.wording import decision_text

_COLUMNS: Final = ("tags", "note", "decision", "decision_bid", "decision_step")


def mark_columns() -> tuple[Column, ...]:
    """Return the columns, after those of the figures."""
    return (
        Column(
            name="decision",
            title=lambda: QCoreApplication.translate("KeywordWords", "Decision"),
            width=112,
            visible=False,
            text=_decision,
            text_of=("decision", "decision_bid", "decision_step"),
            help=lambda: QCoreApplication.translate(
                "KeywordWords", "What you decided about the word; the rebuild of plans and the exports take it over."
            ),
        ),
        Column(
            name="tags",
            title=lambda: QCoreApplication.translate("KeywordWords", "Tags"),
            width=112,
            visible=False,
            editable=True,
            parse=parse_tags,
            help=lambda: QCoreApplication.translate("KeywordWords", "Your own tags, separated by commas."),
        ),
        Column(
            name="note",
            title=lambda: QCoreApplication.translate("KeywordWords", "Note"),
            width=160,
            visible=False,
            editable=True,
            parse=parse_note,
        ),
        Column(
            name="first_seen",
            title=lambda: QCoreApplication.translate("KeywordWords", "First seen"),
            kind=Kind.DATE,
            width=92,
            visible=False,
            help=lambda: QCoreApplication.translate(
                "KeywordWords", "First day on which an imported keyword report has the word."
            ),
        ),
    )


def put_first_seen(frame: GridFrame, study: Study, period: Period) -> None:
    """Write into the table since when each word is there, and which are new in the period."""
    first = first_seen(study.rows, [str(word) for word in frame.keys])
    frame.set_column("first_seen", first)
    frame.set_column("is_new", is_new(first, period, since=study.first))


class MarkWriter:
    """Writes what the user marked into the table, where it differs from what was written last."""

    def __init__(self) -> None:
        self._frame: GridFrame | None = None
        self._marks: Mapping[str, WordMark] = {}
        self._decisions: Mapping[str, WordDecision] = {}

    def put(self, frame: GridFrame, workspace: Workspace) -> bool:
        """Write tags, notes and decisions; returns whether anything changed."""
        marks, decisions = marks_of(workspace), decisions_of(workspace)
        if frame is self._frame and marks == self._marks and decisions == self._decisions:
            return False
        self._frame, self._marks, self._decisions = frame, marks, decisions
        columns: dict[str, list[Any]] = {name: [None] * len(frame) for name in _COLUMNS}
        for word, mark in marks.items():
            place = frame.place(word)
            if place is not None:
                columns["tags"][place] = SEPARATOR.join(mark.tags) or None
                columns["note"][place] = mark.note or None
        for word, decided in decisions.items():
            place = frame.place(word)
            if place is not None:
                columns["decision"][place] = decided.action
                columns["decision_bid"][place], columns["decision_step"][place] = decided.bid_fen, decided.step
        for name, values in columns.items():
            frame.set_column(name, values)
        return True


def parse_tags(text: str) -> str | None:
    """Return typed tags as they are stored; raises ``CellError`` in words."""
    try:
        return SEPARATOR.join(tags_from(text)) or None
    except ValueError as error:
        if str(error) == "many":
            raise CellError(
                QCoreApplication.translate("KeywordWords", "at most {count} tags").format(count=MOST_TAGS)
            ) from None
        raise CellError(
            QCoreApplication.translate("KeywordWords", "a tag has at most {count} characters").format(count=LONGEST_TAG)
        ) from None


def parse_note(text: str) -> str | None:
    """Return a typed note as it is stored; raises ``CellError`` in words."""
    try:
        return note_from(text) or None
    except ValueError:
        raise CellError(
            QCoreApplication.translate("KeywordWords", "a note has at most {count} characters").format(
                count=LONGEST_NOTE
            )
        ) from None


def _decision(row: Row) -> str:
    action = row["decision"]
    return decision_text(str(action), row["decision_bid"], row["decision_step"]) if action else "—"
