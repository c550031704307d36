"""The structure after the rebuild as a tree: campaigns with their ad groups, words, spend and budget a day."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from shopdesk.domain.keywords.rebuild.model import Place
from shopdesk.domain.keywords.rebuild.tree import CampaignNode, GroupNode
from shopdesk.ui import formats
from shopdesk.ui.theme import tokens

_PLACE: Final = Qt.ItemDataRole.UserRole + 1
_WORDS_PX: Final = 56
_SPEND_PX: Final = 60
_BUDGET_PX: Final = 64
_ROW_PX: Final = 24
NAME, WORDS, SPEND, BUDGET = range(4)


class StructureTree(QTreeWidget):
    """``chosen`` gives the place of the current line, None where nothing is chosen; what is new has a plus sign."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("padded", True)
        self.setColumnCount(4)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, wide in ((WORDS, _WORDS_PX), (SPEND, _SPEND_PX), (BUDGET, _BUDGET_PX)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, wide)
        self._nodes: tuple[CampaignNode, ...] = ()
        self._write()
        self.itemSelectionChanged.connect(self._choose)
        self.itemExpanded.connect(self._fill)

    def show_campaigns(self, nodes: Sequence[CampaignNode]) -> None:
        """Show campaigns; what was open and chosen stays so."""
        opened = {item.data(NAME, _PLACE).campaign_key for item in self._tops() if item.isExpanded()}
        current = self.place()
        self._nodes = tuple(nodes)
        self.blockSignals(True)
        self.clear()
        for node in nodes:
            top = self._campaign(node)
            if node.groups:
                top.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.addTopLevelItem(top)
            if node.place.campaign_key in opened:
                self._fill(top)
                top.setExpanded(True)
        self._restore(current)
        self.blockSignals(False)

    def _fill(self, top: QTreeWidgetItem) -> None:
        """Make the ad groups of a campaign once they are wanted: large accounts have thousands that nobody opens."""
        if not top.childCount():
            top.addChildren([self._group(group) for group in self._nodes[self.indexOfTopLevelItem(top)].groups])

    def place(self) -> Place | None:
        """Return the place of the chosen line; a campaign has no ad group."""
        items = self.selectedItems()
        found = items[0].data(NAME, _PLACE) if items else None
        return found if isinstance(found, Place) else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.show_campaigns(self._nodes)

    def _tops(self) -> list[QTreeWidgetItem]:
        return [item for at in range(self.topLevelItemCount()) if (item := self.topLevelItem(at)) is not None]

    def _restore(self, current: Place | None) -> None:
        if current is None:
            return
        for top in self._tops():
            if top.data(NAME, _PLACE).campaign_key == current.campaign_key and current.adgroup:
                self._fill(top)
            for item in (top, *(top.child(at) for at in range(top.childCount()))):
                if item.data(NAME, _PLACE) == current:
                    item.setSelected(True)
                    return

    def _campaign(self, node: CampaignNode) -> QTreeWidgetItem:
        budget = formats.full(node.budget) if node.budget is not None else ""
        name = node.place.campaign or formats.UNKNOWN
        name = f"＋ {name}" if node.is_new else name
        item = QTreeWidgetItem([name, formats.full(node.words), formats.money(node.spend, decimals=0), budget])
        bare = Place(
            platform=node.place.platform,
            shop=node.place.shop,
            campaign=node.place.campaign,
            campaign_id=node.place.campaign_id,
        )
        item.setData(NAME, _PLACE, bare)
        lines = [node.place.campaign, self.tr("{count} {count:word|words}").format(count=formats.full(node.words))]
        if node.arriving:
            lines.append(self.tr("{count} come").format(count=formats.full(node.arriving)))
        if node.leaving:
            lines.append(self.tr("{count} go").format(count=formats.full(node.leaving)))
        if node.is_new:
            lines.append(self.tr("a new campaign"))
        return self._dressed(item, "\n".join(lines), is_new=node.is_new)

    def _group(self, node: GroupNode) -> QTreeWidgetItem:
        name = node.place.adgroup or formats.UNKNOWN
        name = f"＋ {name}" if node.is_new else name
        item = QTreeWidgetItem([name, formats.full(node.words), formats.money(node.spend, decimals=0), ""])
        item.setData(NAME, _PLACE, node.place)
        tip = node.place.adgroup + ("\n" + self.tr("a new ad group") if node.is_new else "")
        return self._dressed(item, tip, is_new=node.is_new)

    def _dressed(self, item: QTreeWidgetItem, tip: str, *, is_new: bool) -> QTreeWidgetItem:
        item.setSizeHint(NAME, QSize(0, _ROW_PX))
        for column in (WORDS, SPEND, BUDGET):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if is_new:
            item.setForeground(NAME, QBrush(QColor(tokens().accent_text)))
        item.setToolTip(NAME, f"<p>{escape(tip)}</p>".replace("\n", "<br>"))
        return item

    def _write(self) -> None:
        self.setHeaderLabels([self.tr("Campaign"), self.tr("Words"), self.tr("¥/day"), self.tr("Budget")])
        for column in (WORDS, SPEND, BUDGET):
            head = self.headerItem()
            head.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headerItem().setToolTip(SPEND, self.tr("What the words cost a day in the period"))
        self.headerItem().setToolTip(BUDGET, self.tr("New budget in ¥ a day; empty where it stays as it is"))
        self.setAccessibleName(self.tr("Structure after the rebuild"))

    def _choose(self) -> None:
        self.chosen.emit(self.place())
