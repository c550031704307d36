"""What can be done with all selected words at once; each entry is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from shopdesk.app.keywords.decisions import decisions_of
from shopdesk.app.keywords.tags import LONGEST_NOTE, LONGEST_TAG, all_tags, marks_of, note_from, tags_from
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.words.edits import WordEdits

MOST_TAGS_OFFERED: Final = 12


class WordMenu(QMenu):
    """Quadrant, advice, tags and note of a selection; without one everything is grey."""

    def __init__(
        self, edits: WordEdits, words: Sequence[str], library: Library, workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._edits, self._words = edits, words
        advised = len(edits.accepted(words, library))
        self.accept_action = self.addAction(
            self.tr("Accept advice ({count} {count:word|words})").format(count=formats.full(advised)),
            lambda: edits.accept(words, library),
        )
        self.accept_action.setEnabled(advised > 0)
        decided = decisions_of(workspace)
        back = self.addAction(self.tr("Take decision back"), lambda: edits.take_back(words))
        back.setEnabled(any(word in decided for word in words))
        self.addSeparator()
        self._add_quadrants()
        self.addSeparator()
        self._add_tags(workspace)
        self.addAction(self.tr("Note…"), self._ask_note)
        self.setEnabled(bool(words))

    def _add_quadrants(self) -> None:
        menu = self.addMenu(self.tr("Set quadrant"))
        for quadrant in Quadrant:
            menu.addAction(wording.quadrant_name(quadrant), partial(self._edits.set_quadrant, self._words, quadrant))
        self.addAction(self.tr("Back to the rule"), lambda: self._edits.give_back(self._words))

    def _add_tags(self, workspace: Workspace) -> None:
        menu = self.addMenu(self.tr("Add tag"))
        for tag in all_tags(workspace)[:MOST_TAGS_OFFERED]:
            menu.addAction(_plain(tag), partial(self._edits.add_tag, self._words, tag))
        menu.addSeparator()
        menu.addAction(self.tr("New tag…"), self._ask_tag)
        marks = marks_of(workspace)
        own = sorted({tag for word in self._words if word in marks for tag in marks[word].tags})
        menu = self.addMenu(self.tr("Remove tag"))
        for tag in own:
            menu.addAction(_plain(tag), partial(self._edits.remove_tag, self._words, tag))
        menu.setEnabled(bool(own))

    def _ask_tag(self) -> None:
        edits, words = self._edits, self._words

        def take(text: str) -> None:
            for tag in tags_from(text[:LONGEST_TAG])[:1]:
                edits.add_tag(words, tag)

        self._ask(self.tr("New tag"), self.tr("Tag for the selected words:"), take)

    def _ask_note(self) -> None:
        edits, words = self._edits, self._words
        title = self.tr("Note on the selected words; an empty one takes theirs away:")
        self._ask(self.tr("Note"), title, lambda text: edits.set_note(words, note_from(text[:LONGEST_NOTE])))

    def _ask(self, title: str, label: str, take: Callable[[str], None]) -> None:
        """Ask in a dialog that outlives this menu, which is gone by then."""
        dialog = QInputDialog(self.parentWidget())
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setOkButtonText(self.tr("Store"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _plain(text: str) -> str:
    """A tag may hold the sign that marks a key in menus."""
    return text.replace("&", "&&")
