"""The dictionaries as one table, a kind at a time: edited in the cell, added to, pasted, imported and exported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from shopdesk.app.keywords.dictionary import WRITTEN, rows_of
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.entry_checks import LONGEST_NAME, Fault
from shopdesk.app.keywords.listing import ListedTerm, Origin
from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.domain.keywords.lexicon import Doubt, TermKind
from shopdesk.ui.cards import MessageBar, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.clipboard import parse_cells
from shopdesk.ui.grid.edits import Action, EditBatch, Problem
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.keywords.dictionary.columns import columns, edited, frame_of, kind_of
from shopdesk.ui.keywords.dictionary.edits import EntryEdits
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.plain import on_button

OWN, COMPETITORS, TERMS, MODIFIERS, ORDINARY = "own", "competitor", "head", "modifier", "ordinary"
LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    OWN: (TermKind.OWN.value,),
    COMPETITORS: (TermKind.COMPETITOR.value, TermKind.NAME.value),
    TERMS: (TermKind.HEAD.value,),
    MODIFIERS: (TermKind.ATTRIBUTE.value, TermKind.SCENE.value, TermKind.MARKETING.value),
    ORDINARY: ("",),
}
"""The kinds that each list shows; a name that is added to it becomes one of the first."""


class DictionaryLists(QWidget):
    """One list at a time. ``import_wanted`` asks for a file, ``rows_pasted`` hands over a table of text."""

    import_wanted = Signal()
    rows_pasted = Signal(object)

    def __init__(self, context: UiContext, edits: EntryEdits, bar: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._rows: dict[str, ListedTerm] = {}
        self._doubts: Mapping[str, Doubt] = {}
        self.name = OWN
        self.grid = GridPanel(
            columns(), title=self._title, store=SettingsLayout(context.settings, "keyword_dictionary")
        )
        self.new_name = QLineEdit()
        self.new_name.setMaxLength(2 * LONGEST_NAME)
        self.new_name.setMinimumWidth(176)
        self.add_button = button(primary=True, small=True)
        self.selected, self.paste_button = button(small=True), button(small=True)
        self.import_button, self.export_button = button(small=True), button(small=True)
        self.hint = label("", "secondary", wrap=True)
        self._saver = SheetSaver(context, bar, self)
        self._lay_out()
        self._connect()
        self._write()

    @property
    def kind(self) -> str:
        """The kind that a new name of this list gets."""
        return LISTS[self.name][0]

    def show_list(self, name: str) -> None:
        """Show another list."""
        if name != self.name:
            self.name = name
            self.grid.model.clear_filters()
            self.grid.problems.hide()
            self.new_name.clear()
            self._fill()
        self._write()

    def show_rows(self, rows: Sequence[ListedTerm], doubts: Mapping[str, Doubt]) -> None:
        """Take all lines of all lists; ``doubts`` are the names that also mean something else."""
        self._rows = {row.entry.term: row for row in rows}
        self._doubts = doubts
        self._fill()

    def list_of(self, term: str) -> str:
        """Return the list that a term stands in, empty where it stands in none."""
        row = self._rows.get(term)
        return next((name for name, kinds in LISTS.items() if row is not None and row.entry.kind in kinds), "")

    def reveal(self, term: str) -> None:
        """Bring a term of this list into view."""
        if self.grid.model.row_of_key(term) is None:
            self.grid.model.clear_filters()
        self.grid.view.reveal(term, "term")

    def add(self) -> None:
        """Add the typed name; what is wrong with it is told above the table, and it stays to be mended."""
        text = self.new_name.text()
        fault = self._edits.add(text, self.kind)
        if fault is not None:
            self.grid.problems.show_one(Problem(0, "", text, wording.fault(fault)))
            return
        self.grid.problems.hide()
        self.new_name.clear()

    def paste(self) -> None:
        """Hand over the clipboard's table, to be looked at before any of it is stored."""
        rows = parse_cells(QGuiApplication.clipboard().text())
        if any(cell.strip() for row in rows for cell in row):
            self.rows_pasted.emit(rows)
        else:
            self.grid.problems.show_one(
                Problem(0, "", "", self.tr("The clipboard holds no text: copy names in Excel first."))
            )

    def export(self) -> None:
        """Write the shop's own entries of all lists, in the form that the import reads."""
        rows = self._edits.entries()
        if not rows:
            text = self.tr("There are no entries of your own yet; the shipped ones come with the program.")
            self.grid.problems.show_one(Problem(0, "", "", text))
            return
        head = tuple(ExportColumn(title) for title in WRITTEN)
        self._saver.save(self.tr("Dictionaries"), [ExportSheet(self.tr("Dictionaries"), head, rows_of(rows)[1:])])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for widget in (self.new_name, self.add_button):
            self.grid.left_slot.addWidget(widget)
        for widget in (self.selected, self.paste_button, self.import_button, self.export_button):
            self.grid.right_slot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid, 1)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.new_name.returnPressed.connect(self.add)
        self.selected.clicked.connect(self._open_menu)
        self.paste_button.clicked.connect(self.paste)
        self.import_button.clicked.connect(self.import_wanted)
        self.export_button.clicked.connect(self.export)
        self.grid.export_asked.connect(self.export)
        self.grid.edited.connect(self._edited)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.paste)

    def _write(self) -> None:
        self.new_name.setPlaceholderText(self._placeholder())
        self.new_name.setAccessibleName(self._placeholder())
        self.add_button.setText(self.tr("Add"))
        self.selected.setText(self.tr("Selected ▾"))
        self.selected.setToolTip(self.tr("Move, silence or remove the selected terms, or add their pinyin"))
        self.paste_button.setText(self.tr("Paste names"))
        self.paste_button.setToolTip(
            self.tr("Names copied in Excel, a row each (Ctrl+Shift+V); shown before they go in")
        )
        self.import_button.setText(self.tr("Import…"))
        self.import_button.setToolTip(self.tr("A file with names, kinds and spellings; shown before it goes in"))
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(self.tr("Your own entries of all lists, as the import reads them"))
        self.hint.setText(self._hint())
        self.grid.retitle()

    def _hint(self) -> str:
        if self.name == OWN:
            return self.tr(
                "No own brand is known: neither a shop name nor the item titles tell one. Type it above; words with it "
                "then count as brand words."
            )
        if self.name == ORDINARY:
            return self.tr(
                "Nothing is silenced. Here stand terms that you took out of the shipped lists, and names that you said "
                "are no brands."
            )
        return self.tr("There is nothing in this list yet. Type a name above, or paste or import several.")

    def _title(self) -> str:
        titles = {
            OWN: self.tr("Own brands"),
            COMPETITORS: self.tr("Competitors"),
            TERMS: self.tr("Category terms"),
            MODIFIERS: self.tr("Modifiers"),
            ORDINARY: self.tr("Ordinary words"),
        }
        return titles[self.name]

    def _placeholder(self) -> str:
        texts = {
            OWN: self.tr("Another own brand"),
            COMPETITORS: self.tr("Another competitor"),
            TERMS: self.tr("Another category term"),
            MODIFIERS: self.tr("Another attribute"),
            ORDINARY: self.tr("Another ordinary word"),
        }
        return texts[self.name]

    def _fill(self) -> None:
        shown = [row for row in self._rows.values() if row.entry.kind in LISTS[self.name]]
        self.grid.set_frame(frame_of(shown, self._doubts))
        self.hint.setVisible(not shown)
        self.grid.retitle()

    # --- edits

    def _edited(self, batch: EditBatch) -> None:
        values: dict[str, dict[str, object]] = {}
        for cell in batch:
            values.setdefault(str(cell.key), {})[cell.column] = cell.new
        news = {key: edited(self._rows[key].entry, given) for key, given in values.items() if key in self._rows}
        self._tell(self._edits.replace(news, batch.name), values)

    def _tell(self, faults: Mapping[str, Fault], values: Mapping[str, Mapping[str, object]] | None = None) -> None:
        """Say at which cell an entry could not be stored, and why."""
        problems = []
        for key, fault in faults.items():
            column = self.grid.model.column(next(iter((values or {}).get(key, {})), "term"))
            row = self.grid.model.row_of_key(key)
            problems.append(Problem(0 if row is None else row + 1, column.header(), key, wording.fault(fault)))
        if problems:
            self.grid.problems.show_batch(EditBatch(Action.TYPE, (), tuple(problems)))

    def _chosen(self) -> list[ListedTerm]:
        return [self._rows[str(key)] for key in self.grid.view.selected_keys() if str(key) in self._rows]

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.selected.mapToGlobal(self.selected.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Return what can be done with the selected terms; each entry is one step."""
        chosen = self._chosen()
        rows = [_as_entry(row) for row in chosen]
        menu = QMenu(self)
        kinds = menu.addMenu(self.tr("Move to"))
        for kind in (kind for kind in wording.KINDS if kind):
            kinds.addAction(on_button(wording.kind_name(kind)), partial(self._move, rows, kind))
        menu.addAction(self.tr("Add pinyin and initials"), lambda: self._tell(self._edits.add_pinyin(rows)))
        silence = menu.addAction(self.tr("Silence (an ordinary word)"), partial(self._move, rows, ""))
        silence.setEnabled(self.name != ORDINARY)
        menu.addSeparator()
        own = [row.entry.term for row in chosen if row.origin is Origin.SHOP]
        remove: Callable[[], None] = partial(self._edits.remove, own)
        menu.addAction(self.tr("Remove own entries"), remove).setEnabled(bool(own))
        menu.setEnabled(bool(chosen))
        return menu

    def _move(self, rows: Sequence[DictionaryTerm], kind: str) -> None:
        self._tell(self._edits.move(rows, kind))


def _as_entry(row: ListedTerm) -> DictionaryTerm:
    return edited(row.entry, {"kind": kind_of(row.entry)})
