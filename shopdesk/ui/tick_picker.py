"""A small dialog that searches and ticks entries: items of the shop, goods of an offer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui.cards import label


class TickPicker(QDialog):
    """Entries are (key, text); ``picked()`` gives keys. A subclass words the search, the note and the verb."""

    def __init__(
        self, entries: Sequence[tuple[str, str]], ticked: Collection[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumSize(460, 420)
        self.search, self.list = QLineEdit(), QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.note = label("", "caption", wrap=True)
        self.take, self.cancel = QPushButton(), QPushButton()
        self.take.setProperty("primary", True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.search, self.list, self.note, buttons):
            column.addWidget(widget)
        for key, text in entries:
            self._add(key, text, is_ticked=key in ticked)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._count)
        self.list.itemClicked.connect(self.list.setCurrentItem)

    def picked(self) -> tuple[str, ...]:
        """Return the keys of the ticked entries, in the order shown."""
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def verb_text(self, count: int) -> str:
        """Return the text of the primary button for so many ticked entries."""
        raise NotImplementedError

    def _add(self, key: str, text: str, *, is_ticked: bool) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for item in self._items():
            item.setHidden(bool(wanted) and wanted not in item.text().lower())

    def _count(self) -> None:
        count = len(self.picked())
        self.take.setText(self.verb_text(count))
        self.take.setEnabled(self.may_take(count))

    def may_take(self, count: int) -> bool:
        """Return whether so many ticked entries are an answer."""
        return count >= 0
