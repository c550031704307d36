"""A small dialog that picks articles out of the shop's goods."""

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

from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.ui import formats
from shopdesk.ui.cards import label


class GoodsPicker(QDialog):
    """Search and tick goods; ``picked()`` gives their codes. Nothing ticked means the whole shop where ``may_all``."""

    def __init__(
        self,
        goods: Sequence[Goods],
        ticked: Collection[str] = (),
        *,
        may_all: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_all = may_all
        self.setMinimumSize(460, 420)
        column = QVBoxLayout(self)
        self.search = QLineEdit()
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._note = label("", "caption", wrap=True)
        self._buttons = QDialogButtonBox()
        self._take = QPushButton()
        self._take.setProperty("primary", True)
        self._cancel = QPushButton()
        self._buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for widget in (self.search, self.list, self._note, self._buttons):
            column.addWidget(widget)
        for article in goods:
            self._add(article, ticked=article.sku in ticked)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._count)
        self.list.itemClicked.connect(self._toggle)
        self._say()
        self._count()

    def picked(self) -> list[str]:
        """Return the codes of the ticked goods, in the order shown."""
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items() if _is_ticked(item)]

    def _add(self, article: Goods, *, ticked: bool) -> None:
        price = formats.UNKNOWN if article.list_price is None else formats.money_fen(article.list_price)
        item = QListWidgetItem(f"{article.title}    {article.sku}    {price}")
        item.setData(Qt.ItemDataRole.UserRole, article.sku)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _toggle(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for item in self._items():
            item.setHidden(bool(wanted) and wanted not in item.text().lower())

    def _count(self) -> None:
        count = len(self.picked())
        if self._may_all and not count:
            self._take.setText(self.tr("Whole shop"))
            return
        self._take.setText(self.tr("Take {count} {count:item|items}").format(count=formats.full(count)))
        self._take.setEnabled(count > 0)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Choose goods"))
        self.search.setPlaceholderText(self.tr("Name or code"))
        self.search.setAccessibleName(self.tr("Search goods"))
        self.list.setAccessibleName(self.tr("Goods"))
        self._cancel.setText(self.tr("Cancel"))
        self._note.setText(
            self.tr("Nothing ticked: the offer holds for the whole shop.")
            if self._may_all
            else self.tr("Goods come from the cost list and from order lines; those sold most stand first.")
        )


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
