"""The small editor of a cell of a week grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex


class HeatDelegate(QStyledItemDelegate):
    """``typed`` takes row, column and text of what was typed, so that one number can fill a whole selection."""

    def __init__(self, parent: QObject, typed: Callable[[int, int, str], None]) -> None:
        super().__init__(parent)
        self._typed = typed

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a bare line; the cell is too narrow for buttons."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        editor.setStyleSheet("padding: 0; min-height: 0; border-width: 1px;")
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed."""
        if isinstance(editor, QLineEdit):
            self._typed(index.row(), index.column(), editor.text())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Give the editor room for three digits."""
        editor.setGeometry(option.rect.adjusted(-4, 0, 4, 0))  # type: ignore[attr-defined]
