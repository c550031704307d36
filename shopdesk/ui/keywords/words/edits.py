"""What the user does to words: each a document change with a name, one step back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import RowEdit
from shopdesk.app.keywords.decisions import ASKING, WordDecision, decide, decision, take_back
from shopdesk.app.keywords.dictionary import refuse
from shopdesk.app.keywords.documents import HAND_LABELS, forget_hand, set_quadrant
from shopdesk.app.keywords.review import name_term
from shopdesk.app.keywords.tags import add_tag, mark, remove_tag, tags_from
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Label, Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.places import bids
from shopdesk.ui import formats
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.edits import EditBatch
from shopdesk.ui.plain import one_line

LONGEST_IN_NAME: Final = 20
"""Characters of a word in the name of a step."""


class WordEdits(QObject):
    """Pushes the changes of the words view; ``reveal`` shows a word again on undo.

    ``labels`` gives the labels in force, so that the history of a label knows what was before. ``labelled`` tells
    which words a hand has just put into which ``Quadrant``.
    """

    labelled = Signal(object)

    def __init__(
        self,
        context: UiContext,
        *,
        reveal: Callable[[str], None],
        labels: Callable[[], Mapping[str, Label]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._reveal = reveal
        self._labels = labels

    def set_quadrant(self, words: Iterable[str], quadrant: Quadrant) -> None:
        """Label words by hand."""
        listed = list(words)
        name = self.tr("Set quadrant of {count} {count:word|words}").format(count=formats.full(len(listed)))
        change = set_quadrant(listed, quadrant, labels=self._labels(), now=self._clock())
        self._push(change, name, listed)
        self.labelled.emit(dict.fromkeys(listed, quadrant))

    def give_back(self, words: Iterable[str]) -> None:
        """Let the rules decide again."""
        if self._context.workspace is None:
            return
        listed = list(words)
        change = forget_hand(self._context.workspace, listed, labels=self._labels(), now=self._clock())
        count = sum(edit.collection is HAND_LABELS for edit in change.edits)
        name = self.tr("Give {count} {count:word|words} back to the rules").format(count=formats.full(count))
        self._push(change, name, listed)

    def name_term(self, term: str, kind: str) -> None:
        """Put a term into the dictionary; without ``kind`` remember that it is no brand."""
        workspace = self._context.workspace
        if workspace is None:
            return
        if kind:
            name = self.tr("Put “{term}” into the dictionary").format(term=one_line(term, most=LONGEST_IN_NAME))
            self._context.push(name_term(workspace, term, TermKind(kind)), name)
        else:
            name = self.tr("“{term}” is not a brand").format(term=one_line(term, most=LONGEST_IN_NAME))
            self._context.push(refuse([term]), name)

    def add_tag(self, words: Iterable[str], tag: str) -> None:
        """Put a tag on words."""
        if self._context.workspace is None:
            return
        listed = list(words)
        change = add_tag(self._context.workspace, listed, tag)
        name = self.tr("Tag {count} {count:word|words} “{tag}”").format(
            count=formats.full(len(change.edits)), tag=one_line(tag)
        )
        self._push(change, name, listed)

    def remove_tag(self, words: Iterable[str], tag: str) -> None:
        """Take a tag from words."""
        if self._context.workspace is None:
            return
        listed = list(words)
        change = remove_tag(self._context.workspace, listed, tag)
        name = self.tr("Remove tag “{tag}” from {count} {count:word|words}").format(
            count=formats.full(len(change.edits)), tag=one_line(tag)
        )
        self._push(change, name, listed)

    def set_tags(self, word: str, tags: tuple[str, ...]) -> None:
        """Set the tags of one word."""
        if self._context.workspace is not None:
            change = mark(self._context.workspace, tags={word: tags})
            self._push(
                change, self.tr("Set tags of “{word}”").format(word=one_line(word, most=LONGEST_IN_NAME)), [word]
            )

    def set_note(self, words: Iterable[str], note: str) -> None:
        """Set the note of words."""
        if self._context.workspace is None:
            return
        listed = list(words)
        change = mark(self._context.workspace, notes=dict.fromkeys(listed, note))
        name = self.tr("Note on {count} {count:word|words}").format(count=formats.full(len(change.edits)))
        self._push(change, name, listed)

    def accept(self, words: Iterable[str], library: Library) -> int:
        """Decide as advised, where the advice asks for something; returns how many words that were."""
        found = self.accepted(words, library)
        if found:
            if len(found) == 1:
                name = self.tr("Decide about “{word}”").format(word=one_line(found[0].word, most=LONGEST_IN_NAME))
            else:
                name = self.tr("Accept advice for {count} words").format(count=formats.full(len(found)))
            self._push(decide(found), name, [one.word for one in found])
        return len(found)

    def accepted(self, words: Iterable[str], library: Library) -> list[WordDecision]:
        """Return the decisions that accept the advice of words; words without one are left out."""
        meant = set(words)
        if len(meant) == 1:
            rows = library.words.loc[[word for word in meant if word in library.words.index]]
        else:
            rows = library.words.loc[library.words["advice"].isin(ASKING), ["advice", "advice_step"]]
            rows = rows.loc[[word in meant for word in rows.index.tolist()]]
        wanted = [str(word) for word in rows.index.tolist()]
        known = bids(library, wanted)
        now = self._now()
        steps = rows["advice_step"].tolist()
        found = []
        for word, advice, step in zip(wanted, rows["advice"].tolist(), steps, strict=True):
            made = decision(
                word,
                advice=str(advice),
                step=None if step is None or step != step else float(step),
                today_fen=known.get(word),
                decided_at=now,
            )
            if made is not None:
                found.append(made)
        return found

    def take_back(self, words: Iterable[str]) -> None:
        """Forget what was decided about words."""
        if self._context.workspace is None:
            return
        listed = list(words)
        change = take_back(self._context.workspace, listed)
        name = self.tr("Take back the decision on {count} {count:word|words}").format(
            count=formats.full(len(change.edits))
        )
        self._push(change, name, listed)

    def apply_cells(self, batch: EditBatch) -> None:
        """Do what was typed, pasted or cleared in the table, as one step."""
        workspace = self._context.workspace
        if workspace is None:
            return
        labels = self._label_edits(batch, workspace)
        tags = {str(cell.key): tags_from(str(cell.new or "")) for cell in batch if cell.column == "tags"}
        notes = {str(cell.key): str(cell.new or "") for cell in batch if cell.column == "note"}
        change = SetRows(labels + mark(workspace, tags=tags, notes=notes).edits)
        self._push(change, batch.name, [str(cell.key) for cell in batch])
        given = {str(cell.key): Quadrant(str(cell.new)) for cell in batch if cell.column == "quadrant" and cell.new}
        if given:
            self.labelled.emit(given)

    def _label_edits(self, batch: EditBatch, workspace: Workspace) -> tuple[RowEdit, ...]:
        words: dict[str, list[str]] = {}
        for cell in batch:
            if cell.column == "quadrant":
                words.setdefault(str(cell.new or ""), []).append(str(cell.key))
        labels, now = self._labels(), self._clock()
        given = [
            set_quadrant(named, Quadrant(quadrant), labels=labels, now=now)
            if quadrant
            else forget_hand(workspace, named, labels=labels, now=now)
            for quadrant, named in words.items()
        ]
        return tuple(edit for change in given for edit in change.edits)

    def _push(self, change: SetRows, name: str, words: Sequence[str]) -> None:
        if words:
            self._context.push(change, name, reveal=lambda: self._reveal(words[0]))

    def _clock(self) -> datetime | None:
        services = self._context.services
        return services.now() if services is not None else None

    def _now(self) -> str:
        now = self._clock()
        return now.isoformat(timespec="seconds") if now is not None else ""
