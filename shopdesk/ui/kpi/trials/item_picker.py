"""A small dialog that ticks items of the shop."""

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

from shopdesk.ui import formats
from shopdesk.ui.cards import label


class ItemPicker(QDialog):
    """Search and tick items given as (key, title); ``picked()`` gives keys, ``none_text`` says what none means."""

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        ticked: Collection[str],
        *,
        title: str,
        none_text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._none_text = none_text
        self.setWindowTitle(title)
        self.setMinimumSize(460, 420)
        column = QVBoxLayout(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name or id"))
        self.search.setAccessibleName(self.tr("Search items"))
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setAccessibleName(title)
        note = label(none_text, "caption", wrap=True)
        buttons = QDialogButtonBox()
        self.take = QPushButton()
        self.take.setProperty("primary", True)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (self.search, self.list, note, buttons):
            column.addWidget(widget)
        for key, name in items:
            self._add(key, name, ticked=key in ticked)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._count)
        self._count()

    def picked(self) -> tuple[str, ...]:
        """Return the keys of the ticked items, in the order shown."""
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def _add(self, key: str, name: str, *, ticked: bool) -> None:
        item = QListWidgetItem(name if name == key else f"{name}    {key}")
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for item in self._items():
            item.setHidden(bool(wanted) and wanted not in item.text().lower())

    def _count(self) -> None:
        count = len(self.picked())
        taken = self.tr("Take {count} {count:item|items}").format(count=formats.full(count))
        self.take.setText(taken if count else self.tr("Take none"))
