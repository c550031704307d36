"""Tags and note of one word, as fields that keep what was typed when they are left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.app.keywords.tags import LONGEST_NOTE, SEPARATOR, WordMark, tags_from
from shopdesk.ui.cards import label
from shopdesk.ui.grid.columns import CellError
from shopdesk.ui.keywords.words.mark_columns import parse_tags


class _NoteField(QPlainTextEdit):
    """A few lines of plain text; ``left`` comes when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing has ended."""
        super().focusOutEvent(event)
        self.left.emit()


class MarksSection(QWidget):
    """``tags_set`` and ``note_set`` tell word and what is to be kept, where it differs from what is kept."""

    tags_set = Signal(str, tuple)
    note_set = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = WordMark("")
        self._title, self._problem = label("", "caption"), label("", "warn", wrap=True)
        self.tags = QLineEdit()
        self.note = _NoteField()
        self.note.setFixedHeight(52)
        self.note.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self.tags, self._problem, self.note):
            column.addWidget(widget)
        self._problem.hide()
        self.tags.editingFinished.connect(self._keep_tags)
        self.note.left.connect(self._keep_note)
        self._write()

    def show_mark(self, mark: WordMark) -> None:
        """Show what is kept; what is being typed about the same word stays."""
        same = mark.word == self._mark.word
        self._mark = mark
        if not (same and self.tags.hasFocus() and self.tags.isModified()):
            self.tags.setText(SEPARATOR.join(mark.tags))
        if not (same and self.note.hasFocus()):
            self.note.setPlainText(mark.note)
        self._problem.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self._title.setText(self.tr("Tags and note"))
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags of the word"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note on the word"))

    def _keep_tags(self) -> None:
        try:
            parse_tags(self.tags.text())
        except CellError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._problem.hide()
        found = tags_from(self.tags.text())
        if found != self._mark.tags:
            self.tags.setModified(False)
            self.tags_set.emit(self._mark.word, found)

    def _keep_note(self) -> None:
        text = self.note.toPlainText().strip()[:LONGEST_NOTE]
        if text != self._mark.note:
            self.note_set.emit(self._mark.word, text)
