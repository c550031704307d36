"""The import preview: one page inside the window from the files to the one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from shopdesk.ui import formats, icons
from shopdesk.ui.cards import Card, button, label, rule
from shopdesk.ui.importing import wording
from shopdesk.ui.importing.file_table import FileTable, FileTableModel
from shopdesk.ui.importing.mapping_view import MappingView
from shopdesk.ui.importing.notes_panel import NotesPanel
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX, PADDING_PX, ROW_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shopdesk.app.services import Prepared, ReportKind
    from shopdesk.domain.issues import Issue

MOST_FILE_ROWS = 7


class ImportPage(QWidget):
    """Shows prepared sheets and what the user decides; it stores nothing itself."""

    accepted = Signal()
    cancelled = Signal()
    add_files = Signal()
    remapped = Signal(int, object)  # row, Recognition
    rebuilt = Signal(int, str, int)  # row, kind, header row
    encoding_chosen = Signal(int, str)
    days_given = Signal(int, object, object)
    save_rejected = Signal()

    def __init__(self, kinds: Mapping[str, ReportKind], word: Callable[[Issue], str]) -> None:
        super().__init__()
        self._kinds, self._word = kinds, word
        self._is_busy = False
        self._own_shop_note = False
        self.model = FileTableModel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, GUTTER_PX, MARGIN_PX, GUTTER_PX)
        column.setSpacing(GUTTER_PX)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._build_files())
        splitter.addWidget(self._build_lower())
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        self._splitter = splitter
        column.addWidget(splitter, 1)
        column.addWidget(self._build_footer())
        self.model.chosen_changed.connect(self._count)
        self.model.modelReset.connect(self._keep_selection)
        self._selected = 0
        self.show_texts()

    @property
    def keep_old(self) -> bool:
        """Whether stored figures of the same days win."""
        return bool(self.policy.currentData())

    def set_sheets(self, sheets: Sequence[Prepared]) -> None:
        """Show prepared sheets; the first that needs an answer is selected."""
        self.model.set_sheets(sheets, self._kinds, self._word)
        open_rows = [row for row, sheet in enumerate(sheets) if sheet.sheet is not None and not wording.is_ready(sheet)]
        self.select(open_rows[0] if open_rows else 0)
        rows = min(max(len(sheets), 2), MOST_FILE_ROWS)
        self._splitter.setSizes([36 + ROW_PX * (rows + 1) + 6, 10_000])
        self.show_texts()

    def replace(self, row: int, sheets: Sequence[Prepared]) -> None:
        """Put sheets read or converted anew in place of one."""
        self.model.replace(row, sheets)
        self.show_texts()

    def select(self, row: int) -> None:
        """Select a file."""
        self._selected = row
        self.table.selectRow(row)
        self._show_selected()

    def set_busy(self, busy: bool) -> None:
        """While a sheet is converted anew nothing can be imported."""
        self._is_busy = busy
        self._count()

    def set_own_shop_note(self, shown: bool) -> None:
        """Say that a new shop is made because the sample is open."""
        self._own_shop_note = shown
        self.show_texts()

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        sheets = self.model.sheets
        known = sum(bool(wording.kind_name(sheet, self._kinds)) for sheet in sheets)
        rows = sum(wording.row_count(sheet) or 0 for sheet in sheets)
        summary = self.tr("{files} {files:file|files} · {known} recognised · {rows} {rows:row|rows}")
        self.files.set_title(
            self.tr("Import preview"),
            summary.format(files=formats.full(len(sheets)), known=formats.full(known), rows=formats.full(rows)),
        )
        self._policy_name.setText(self.tr("Stored figures of the same days:"))
        chosen = self.policy.currentIndex()
        self.policy.setItemText(0, self.tr("replace by the new ones"))
        self.policy.setItemText(1, self.tr("keep the stored ones"))
        self.policy.setCurrentIndex(max(0, chosen))
        self.policy.setAccessibleName(self._policy_name.text())
        self.add_button.setText(self.tr("Add files"))
        self.add_button.setIcon(icons.icon("plus"))
        self.remember.setText(self.tr("Remember such tables, recognise them next time"))
        if self._own_shop_note:
            self._promise.setText(self.tr("The sample is open: your files go into a shop of their own"))
        else:
            self._promise.setText(self.tr("Can be undone as a whole; your files stay as they are"))
        self.cancel.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Files to import"))
        self.model.show_texts()
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_selected"):
            self.show_texts()
        super().changeEvent(event)

    def _build_files(self) -> Card:
        self.files = Card("x", padding=0)
        self._policy_name = label("", "caption")
        self.policy = QComboBox()
        self.policy.setProperty("small", True)
        self.policy.addItem("", False)
        self.policy.addItem("", True)
        self.add_button = button(small=True)
        self.add_button.clicked.connect(self.add_files)
        for widget in (self._policy_name, self.policy, self.add_button):
            self.files.add_action(widget)
        self.table = FileTable(self.model)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.files.body.addWidget(self.table)
        self.files.setMinimumHeight(36 + 3 * ROW_PX)
        return self.files

    def _build_lower(self) -> QWidget:
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.setChildrenCollapsible(False)
        self.mapping = MappingView()
        self.mapping.mapped.connect(lambda recognition: self.remapped.emit(self._selected, recognition))
        self.mapping.rebuilt.connect(lambda kind, row: self.rebuilt.emit(self._selected, kind, row))
        self.mapping.encoding_chosen.connect(lambda name: self.encoding_chosen.emit(self._selected, name))
        self.mapping.sheet_chosen.connect(self._choose_sheet)
        self.notes = NotesPanel()
        self.notes.days_given.connect(lambda first, last: self.days_given.emit(self._selected, first, last))
        self.notes.save_rejected.connect(self.save_rejected)
        self.notes.set_kinds(self._kinds)
        self.notes.column_answered.connect(lambda recognition: self.remapped.emit(self._selected, recognition))
        lower.addWidget(self.mapping)
        lower.addWidget(self.notes)
        lower.setStretchFactor(0, 8)
        lower.setStretchFactor(1, 3)
        lower.setSizes([960, 360])
        return lower

    def _build_footer(self) -> Card:
        footer = Card(padding=8)
        row = QHBoxLayout()
        row.setSpacing(PADDING_PX)
        self.remember = QCheckBox()
        self.remember.setChecked(True)
        self._promise = label("", "caption")
        self._promise.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._outlook = label("", "caption")
        self.cancel = button()
        self.cancel.clicked.connect(self.cancelled)
        self.accept = button(primary=True)
        self.accept.clicked.connect(self.accepted)
        row.addWidget(self.remember)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._promise, 1)
        for widget in (self._outlook, self.cancel, self.accept):
            row.addWidget(widget)
        footer.body.addLayout(row)
        footer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return footer

    def _row_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.sheets) and row != self._selected:
            self._selected = row
            self._show_selected()

    def _keep_selection(self) -> None:
        if self.model.sheets:
            self.select(min(self._selected, len(self.model.sheets) - 1))

    def _show_selected(self) -> None:
        sheets = self.model.sheets
        selected = sheets[self._selected] if self._selected < len(sheets) else None
        self.mapping.set_prepared(selected, self._kinds)
        self.notes.set_sheets(selected, sheets, self._word)

    def _choose_sheet(self, name: str) -> None:
        source = self.model.sheets[self._selected].source
        for row, sheet in enumerate(self.model.sheets):
            if sheet.source == source and sheet.sheet is not None and sheet.sheet.name == name:
                self.select(row)

    def _count(self) -> None:
        chosen = self.model.chosen_sheets()
        files = len({(sheet.source.path, sheet.source.member) for sheet in chosen})
        rows = sum(sheet.conversion.data_rows for sheet in chosen if sheet.conversion)
        skipped = sum(
            sheet.conversion.rejected.num_rows
            for sheet in chosen
            if sheet.conversion and sheet.conversion.rejected is not None
        )
        replaced = sum(sheet.overlap.replaced for sheet in chosen)
        parts = [
            self.tr("now: {files} {files:file|files}, {rows} {rows:row|rows}").format(
                files=formats.full(files), rows=formats.full(rows - skipped)
            )
        ]
        if replaced and not self.keep_old:
            parts.append(self.tr("{count} replaced").format(count=formats.full(replaced)))
        if skipped:
            parts.append(self.tr("{count} skipped").format(count=formats.full(skipped)))
        self._outlook.setText(self.tr(", ").join(parts) if chosen else "")
        self.accept.setText(
            self.tr("Import {count} {count:file|files}").format(count=formats.full(files))
            if files
            else self.tr("Import")
        )
        self.accept.setEnabled(bool(chosen) and not self._is_busy)
