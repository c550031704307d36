"""Choose a backup to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.dialog_shell import DialogShell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.app.services import Backup


class BackupsDialog(DialogShell):
    """Lists the checked backups, newest first; the present state is kept as a backup too."""

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = list(backups)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(600, 420)
        intro = (
            self.tr("The shop becomes as it was then. Its present state is backed up first, so you can come back.")
            if backups
            else self.tr("There is no backup yet: one is made before each import and once a day.")
        )
        self.column.addWidget(label(intro, "secondary", wrap=True))
        self.table = QTableWidget(len(self._backups), 3)
        self.table.setProperty("framed", True)
        self.table.setProperty("padded", True)
        self.table.setHorizontalHeaderLabels([self.tr("Made"), self.tr("Size"), self.tr("File")])
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setColumnWidth(0, 150)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for row, backup in enumerate(self._backups):
            texts = (f"{backup.made_at:%Y-%m-%d %H:%M}", formats.file_size(backup.size_bytes), backup.path.name)
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if place == 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, place, item)
        self.table.doubleClicked.connect(self.accept)
        self.table.itemSelectionChanged.connect(self._show_button)
        self.column.addWidget(self.table, 1)
        bottom = QHBoxLayout()
        self.go = button(self.tr("Restore this backup"), primary=True)
        self.go.clicked.connect(self.accept)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        bottom.addStretch(1)
        bottom.addWidget(cancel)
        bottom.addWidget(self.go)
        self.column.addLayout(bottom)
        if self._backups:
            self.table.selectRow(0)
        self._show_button()

    def chosen(self) -> Backup | None:
        """Return the selected backup."""
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _show_button(self) -> None:
        self.go.setEnabled(self.chosen() is not None)
