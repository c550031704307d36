"""Every keyboard shortcut in one list."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from shopdesk.ui.actions import Actions
from shopdesk.ui.dialog_shell import DialogShell


class ShortcutsDialog(DialogShell):
    """Commands of the window as they stand, then the keys of tables."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(560, 560)
        rows = [*self._commands(actions), *self._table_keys()]
        self.table = QTableWidget(len(rows), 2)
        self.table.setProperty("framed", True)
        self.table.setProperty("padded", True)
        self.table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 190)
        for row, texts in enumerate(rows):
            for place, text in enumerate(texts):
                self.table.setItem(row, place, QTableWidgetItem(text))
        self.column.addWidget(self.table, 1)
        self.add_close(self.tr("Close"))

    def _commands(self, actions: Actions) -> list[tuple[str, str]]:
        rows = []
        for action in actions.all().values():
            keys = [k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts()]
            if keys:
                text = action.text()
                start = text.find("(&")
                plain = text if start < 0 else text[:start] + text[start + 4 :]
                rows.append((plain.replace("&", "").rstrip("…"), "  ".join(keys)))
        rows.append((self.tr("Import copied files (outside a table)"), "Ctrl+V"))
        return rows

    def _table_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Table: edit the cell"), "F2"),
            (self.tr("Table: confirm, go down / up"), "Enter  Shift+Enter"),
            (self.tr("Table: confirm, go right / left"), "Tab  Shift+Tab"),
            (self.tr("Table: give up editing"), "Esc"),
            (self.tr("Table: empty the cells"), "Delete"),
            (self.tr("Table: fill down"), "Ctrl+D"),
            (self.tr("Table: copy / paste, as in Excel"), "Ctrl+C  Ctrl+V"),
            (self.tr("Table: first / last cell"), "Ctrl+Home  Ctrl+End"),
            (self.tr("Table: select all"), "Ctrl+A"),
        ]
