"""A label set by hand made an entry: the entry to be mended, and every word that it changes, before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from shopdesk.app.keywords.documents import DictionaryTerm, hand_labels
from shopdesk.app.keywords.entry_checks import LONGEST_NAME, Fault, text_fault
from shopdesk.app.keywords.teaching import Lesson, effect
from shopdesk.domain.keywords.classify import Label
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import Library, Study
from shopdesk.domain.keywords.normal import normalise
from shopdesk.ui.cards import button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.keywords.dictionary.columns import BETWEEN, parse_spellings, pieces
from shopdesk.ui.keywords.dictionary.edits import EntryEdits
from shopdesk.ui.keywords.dictionary.moved import costs_of, moved_columns, moved_frame, moved_text
from shopdesk.ui.latest_job import LatestJob

WAIT_MS = 200
"""Time without a key after which the words that an entry changes are looked up."""


class LessonDialog(QDialog):
    """Stores the entry when it is accepted, as one step; nothing happens before."""

    def __init__(
        self,
        context: UiContext,
        entry: DictionaryTerm,
        known: Study,
        library: Library | None,
        *,
        edits: EntryEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._known, self._edits = context, known, edits
        self._entry = entry
        self._costs: Mapping[str, float] = costs_of(library)
        self._lesson: Lesson | None = None
        self._job = LatestJob(context.jobs, self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self.resize(760, 520)
        self.name, self.kind, self.spellings = QLineEdit(entry.term), QComboBox(), QLineEdit()
        self.name.setMaxLength(2 * LONGEST_NAME)
        self.spellings.setText(BETWEEN.join(entry.aliases))
        self._captions = [QLabel(), QLabel(), QLabel()]
        self.problem, self.effect = label("", "warn", wrap=True), label("", "secondary", wrap=True)
        self.grid = GridPanel(
            moved_columns(), title=lambda: self.tr("Words that would change"), read_only=True, small=True
        )
        self.store, self.cancel = button(primary=True), button()
        self._lay_out()
        self._write()
        self._connect()
        self._look_up()

    def entry(self) -> DictionaryTerm:
        """Return the entry as it stands in the fields; a name that the shop has keeps what else its entry says."""
        term, aliases = normalise(self.name.text()), pieces(self.spellings.text())
        base = self._entry
        if term != base.term:
            stored = next((one for one in self._edits.entries() if one.term == term), None)
            base = stored if stored is not None else DictionaryTerm(term, "")
            aliases = tuple(dict.fromkeys((*base.aliases, *aliases)))
        return replace(base, term=term, kind=str(self.kind.currentData()), aliases=aliases)

    def accept(self) -> None:
        """Store the entry; what is wrong with it keeps the dialog open."""
        fault = self._edits.teach(self.entry())
        if fault is not None:
            self._tell(wording.fault(fault))
            return
        super().accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        for caption, field in zip(self._captions, (self.name, self.kind, self.spellings), strict=True):
            form.addRow(caption, field)
        row = QHBoxLayout()
        row.addWidget(self.effect, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.store)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self.grid, 1)
        column.addLayout(row)
        self.problem.hide()

    def _connect(self) -> None:
        self.name.textEdited.connect(self._changed)
        self.spellings.textEdited.connect(self._changed)
        self.kind.activated.connect(self._changed)
        self._wait.timeout.connect(self._look_up)
        self.store.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Put into a dictionary"))
        for caption, text in zip(
            self._captions, (self.tr("Name"), self.tr("What it is"), self.tr("Spellings")), strict=True
        ):
            caption.setText(text)
        self.spellings.setPlaceholderText(self.tr("Other names, pinyin, usual typos; separated by commas"))
        chosen = self.kind.currentData() if self.kind.count() else self._entry.kind
        self.kind.clear()
        for kind in wording.KINDS:
            self.kind.addItem(wording.kind_name(kind), kind)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))
        self.store.setText(self.tr("Put into the dictionary"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_effect()

    def _changed(self) -> None:
        self._lesson = None
        self.store.setEnabled(False)
        self.effect.setText(self.tr("Looking up what it changes…"))
        self._wait.start()

    def _look_up(self) -> None:
        """Look up in a job which words the entry would change; a text that is no name is told at once."""
        wrong = self._wrong()
        self._tell(wrong)
        self.store.setEnabled(False)
        if wrong:
            self.effect.setText("")
            self.grid.set_frame(moved_frame((), {}))
            return
        entry, known, workspace = self.entry(), self._known, self._context.workspace
        hand = hand_labels(workspace) if workspace is not None else {}

        def done(found: Lesson) -> None:
            self._lesson = found
            self.store.setEnabled(True)
            self._show_effect()

        self._job.start(self.tr("Looking up what it changes…"), lambda _job: effect(entry, known, hand), done)

    def _wrong(self) -> str:
        fault: Fault | None = text_fault(self.name.text())
        if fault is not None:
            return wording.fault(fault)
        try:
            parse_spellings(self.spellings.text())
        except ValueError as error:
            return str(error)
        fault = self._edits.teach_fault(self.entry())
        return wording.fault(fault) if fault is not None else ""

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _show_effect(self) -> None:
        if self._lesson is None:
            return
        self.effect.setText(moved_text(self._lesson.moved, self._costs))
        self.grid.set_frame(moved_frame(self._lesson.moved, self._costs))


def entry_for(word: str, quadrant: str, ruled: Label | None) -> DictionaryTerm:
    """Return the entry that a word suggests: the name that the rules see in it, else the word, for the user to cut."""
    kinds = {
        "brand": TermKind.OWN,
        "competitor": TermKind.COMPETITOR,
        "category": TermKind.HEAD,
        "long_tail": TermKind.ATTRIBUTE,
    }
    values = ruled.values if ruled is not None else {}
    named = str(values.get("unknown") or values.get("term") or word)
    return DictionaryTerm(normalise(named)[:LONGEST_NAME], kinds[quadrant].value)
