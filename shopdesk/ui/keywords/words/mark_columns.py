"""The columns that the user fills beside the figures: tags, note, decision; and since when a word is there."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.decisions import decisions_of
from shopdesk.app.keywords.tags import LONGEST_NOTE, LONGEST_TAG, MOST_TAGS, SEPARATOR, marks_of, note_from, tags_from
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.first_seen import first_seen, is_new
from shopdesk.domain.keywords.library import Study
from shopdesk.domain.periods import Period
from shopdesk.ui.grid.columns import CellError, Column, Kind, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.keywords.words.wording import decision_text


def mark_columns() -> tuple[Column, ...]:
    """Return the columns, after those of the figures."""
    return (
        Column(
            name="decision",
            title=lambda: QCoreApplication.translate("KeywordWords", "Decision"),
            width=112,
            visible=False,
            text=_decision,
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


def put_marks(frame: GridFrame, workspace: Workspace) -> bool:
    """Write what the user marked into the table; returns whether anything differs from what stood there."""
    changed = False
    for name, values in _values(frame.keys, workspace).items():
        if name not in frame or _listed(frame, name) != values:
            frame.set_column(name, values)
            changed = True
    return changed


def _values(words: Sequence[Hashable], workspace: Workspace) -> dict[str, list[Any]]:
    marks, decisions = marks_of(workspace), decisions_of(workspace)
    tags: list[Any] = [None] * len(words)
    notes: list[Any] = [None] * len(words)
    actions: list[Any] = [None] * len(words)
    bids: list[Any] = [None] * len(words)
    steps: list[Any] = [None] * len(words)
    for place, word in enumerate(words):
        mark = marks.get(str(word))
        if mark is not None:
            tags[place] = SEPARATOR.join(mark.tags) or None
            notes[place] = mark.note or None
        decided = decisions.get(str(word))
        if decided is not None:
            actions[place] = decided.action
            bids[place], steps[place] = decided.bid_fen, decided.step
    return {"tags": tags, "note": notes, "decision": actions, "decision_bid": bids, "decision_step": steps}


def _listed(frame: GridFrame, name: str) -> list[Any]:
    return [frame.value(name, place) for place in range(len(frame))]


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
