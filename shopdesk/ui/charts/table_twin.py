"""The window that shows a chart's table twin."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from shopdesk.ui.charts import export
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.tokens import MARGIN_PX, ROW_PX

Index = QModelIndex | QPersistentModelIndex


class TableTwinModel(QAbstractTableModel):
    """A ``ChartTable`` as an item model; read-only."""

    def __init__(self, table: ChartTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def set_table(self, table: ChartTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return texts, numbers aligned right."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._table.columns[index.column()]} {self._table.text(index.row(), index.column())}"
        if role == Qt.ItemDataRole.TextAlignmentRole and self._table.is_number(index.column()):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the column names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.columns[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            right = self._table.is_number(section)
            return (
                Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None


class TableTwinView(QTableView):
    """The twin as a table; Ctrl+C copies the whole of it."""

    def __init__(self, table: ChartTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = table
        self._twin = TableTwinModel(table, self)
        self.setModel(self._twin)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self._copy)

    def set_table(self, table: ChartTable) -> None:
        """Show another table."""
        self._shown = table
        self._twin.set_table(table)

    def _copy(self) -> None:
        export.copy_table(self._shown)


class TableTwinDialog(QDialog):
    """A chart's data in a window, with copy."""

    def __init__(self, table: ChartTable, *, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(title or self.tr("Table of the chart"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        view = TableTwinView(table, self)
        view.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy table"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: export.copy_table(self._table))
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column.addWidget(view)
        column.addWidget(buttons)
        width = view.horizontalHeader().length() + 2 * MARGIN_PX + 40
        self.resize(max(420, min(960, width)), min(600, 160 + ROW_PX * len(table.rows)))
