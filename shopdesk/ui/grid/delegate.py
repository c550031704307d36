"""Cell editors: a line of text, a list of choices; what Enter, Tab and arrows do while editing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from shopdesk.ui.grid.columns import Column, Kind
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.painting import PADDING_PX
from shopdesk.ui.grid.parsing import parse_cell
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
_LEAVING: Final = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab)
_ARROWS: Final = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


class GridDelegate(QStyledItemDelegate):
    """Makes editors. ``leave`` is called after a commit by key, with the key and whether Shift was held."""

    def __init__(self, parent: QObject, leave: Callable[[int, bool], None]) -> None:
        super().__init__(parent)
        self._leave = leave
        self.typed = False  # the editor was opened by typing: arrows leave it, as in Excel

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return a list for choices, otherwise a line of text."""
        column = _column(index)
        editor: QWidget
        if column.kind is Kind.CHOICE and column.parse is None:
            editor = self._choice_editor(parent, column)
        else:
            editor = _CellLine(parent, column)
        editor.setFont(body_font(pixels=BODY_PX if column.emphasis else CAPTION_PT_PX))
        editor.setAccessibleName(column.header())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the cell's exact text or choice into the editor."""
        if isinstance(editor, QComboBox):
            value = index.data(GridModel.ROLE_VALUE)
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            if editor.isModified():
                return  # new figures arrived while typing: what is typed stays
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed text or the chosen value to the model."""
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the editor cover the cell; a text may grow to the right while it is typed."""
        rect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))
        if isinstance(editor, _CellLine) and not _column(index).is_right:
            editor.grow_from(rect.width())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit on Enter, Tab and (after typing) arrows, then let the view move; a wrong text stays open."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            key = event.key()
            leaves = key in _LEAVING or (self.typed and key in _ARROWS and isinstance(editor, QLineEdit))
            if leaves:
                self._commit(editor, key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if key == Key.Key_F2:
                self.typed = False
                return True
        return super().eventFilter(editor, event)

    def _commit(self, editor: QWidget, key: int, shift: bool) -> None:
        if isinstance(editor, _CellLine) and editor.isModified() and not editor.check():
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self._leave(key, shift)

    def _choice_editor(self, parent: QWidget, column: Column) -> QComboBox:
        editor = QComboBox(parent)
        editor.setFrame(False)
        for option in column.options():
            editor.addItem(option.title(), option.value)

        def chosen() -> None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

        editor.activated.connect(chosen)
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor


class _CellLine(QLineEdit):
    """A borderless line in the cell that grows with its text and says at once what is wrong with it."""

    def __init__(self, parent: QWidget, column: Column) -> None:
        super().__init__(parent)
        self._column = column
        self._least = 0
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft)
        self.setTextMargins(PADDING_PX - 4, 0, PADDING_PX - 4, 0)
        self._mark(wrong=False)
        self.textEdited.connect(self._edited)

    def grow_from(self, least: int) -> None:
        """Grow to the right as the text needs, never below ``least`` pixels."""
        self._least = least
        self._grow()

    def check(self) -> bool:
        """Return whether the text can go in; otherwise say why beside the editor."""
        try:
            parse_cell(self._column, self.text())
        except ValueError as error:
            self._mark(wrong=True)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), str(error), self)
            self.setAccessibleDescription(str(error))
            return False
        return True

    def _edited(self) -> None:
        self._mark(wrong=False)
        self._grow()

    def _grow(self) -> None:
        parent = self.parentWidget()
        if self._least == 0 or parent is None:
            return
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 3 * PADDING_PX
        self.resize(min(max(wanted, self._least), parent.width() - self.x()), self.height())

    def _mark(self, *, wrong: bool) -> None:
        t = tokens()
        color = t.up_text if wrong else t.accent
        self.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {color}; background: {t.card}; color: {t.text}; padding: 0px; "
            f"selection-background-color: {t.selection}; selection-color: {t.text}; }}"
        )


def _column(index: Index) -> Column:
    model = index.model()
    if not isinstance(model, GridModel):
        raise TypeError("a grid delegate needs a grid model")
    return model.columns[index.column()]
