"""What a replacement in many cells would do, before it does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from shopdesk.ui.grid.finding import Replacement
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.tokens import MARGIN_PX, SPACE_PX

_MOST_LISTED: Final = 1_000
_SIZE_PX: Final = (640, 420)


class ReplacePreview(QDialog):
    """Lists the cells with a tick each; ``chosen`` carries the ticked ``Replacement``s."""

    chosen = Signal(list)

    def __init__(
        self, model: GridModel, wanted: Sequence[Replacement], *, skipped: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wanted = list(wanted)
        self.setWindowTitle(self.tr("Replace all"))
        self.resize(*_SIZE_PX)
        self._note = QLabel(self._summary(skipped), self)
        self._note.setWordWrap(True)
        self.table = QTableWidget(min(len(wanted), _MOST_LISTED), 4, self)
        self.table.setAccessibleName(self.tr("Cells to be replaced"))
        self.table.setHorizontalHeaderLabels([self.tr("Row"), self.tr("Column"), self.tr("Before"), self.tr("After")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        for at, one in enumerate(self._wanted[:_MOST_LISTED]):
            self._fill_row(model, at, one)
        self.table.resizeColumnsToContents()
        self.table.itemChanged.connect(self._count_ticked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.accept_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(2 * SPACE_PX)
        layout.addWidget(self._note)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self._count_ticked()

    def _summary(self, skipped: int) -> str:
        refused = sum(bool(one.reason) for one in self._wanted)
        parts = [self.tr("Cells that would change: {count}.").format(count=f"{len(self._wanted) - refused:,}")]
        if refused:
            parts.append(self.tr("Cells that can't take the new text: {count}.").format(count=f"{refused:,}"))
        if skipped > 0:
            parts.append(self.tr("Matches that can't be edited and stay: {count}.").format(count=f"{skipped:,}"))
        if len(self._wanted) > _MOST_LISTED:
            parts.append(self.tr("The first {count} are listed; all are replaced.").format(count=f"{_MOST_LISTED:,}"))
        return " ".join(parts)

    def _fill_row(self, model: GridModel, at: int, one: Replacement) -> None:
        first = QTableWidgetItem(f"{one.row + 1:,}")
        if one.reason:
            first.setFlags(Qt.ItemFlag.ItemIsSelectable)
        else:
            first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            first.setCheckState(Qt.CheckState.Checked)
        after = f"{one.after} ({one.reason})" if one.reason else one.after
        cells = (first, *(QTableWidgetItem(t) for t in (model.columns[one.column].header(), one.before, after)))
        for place, item in enumerate(cells):
            item.setToolTip(item.text())
            self.table.setItem(at, place, item)

    def ticked(self) -> list[Replacement]:
        """Return the replacements that will be done."""
        listed = [one for at, one in enumerate(self._wanted[:_MOST_LISTED]) if not one.reason and self._is_ticked(at)]
        return listed + [one for one in self._wanted[_MOST_LISTED:] if not one.reason]

    def _is_ticked(self, at: int) -> bool:
        item = self.table.item(at, 0)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _count_ticked(self) -> None:
        count = len(self.ticked())
        self.accept_button.setText(self.tr("Replace ({count})").format(count=f"{count:,}"))
        self.accept_button.setEnabled(count > 0)

    def _take(self) -> None:
        self.chosen.emit(self.ticked())
        self.accept()
