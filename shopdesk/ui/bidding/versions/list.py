"""The versions of a plan under the list of plans: the draft, then what was kept and exported, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.ui.bidding.versions import words
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

DRAFT: Final = ""
_ROW_PX: Final = 24
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class VersionsState:
    """What the list shows: the plan, its versions newest first, the one that runs, and whether the plan differs.

    ``verdicts`` by version id; ``note`` is what a review still waits for.
    """

    plan: BidPlan
    versions: Sequence[PlanVersion]
    live: PlanVersion | None
    is_draft: bool
    today: date | None
    verdicts: Mapping[str, str]
    note: str = ""


class VersionList(QWidget):
    """``keep_wanted(name)``, ``restore_wanted(id)``, ``renamed(id, name)``, ``removed(id)``, ``compare_wanted(id, id)``
    tell what is to be done.

    The empty id is the draft; a comparison with one empty side holds the draft against a version.
    """

    keep_wanted = Signal(str)
    restore_wanted = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)
    compare_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: VersionsState | None = None
        self.keep, self.compare = LinkButton(), LinkButton()
        self.list = QListWidget()
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.note = label("", "caption", wrap=True)
        self.note.setContentsMargins(PADDING_PX, 0, PADDING_PX, 6)
        links = QHBoxLayout()
        links.setContentsMargins(PADDING_PX, 0, PADDING_PX, 0)
        links.addWidget(self.keep)
        links.addStretch(1)
        links.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(links)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        self.keep.clicked.connect(self._ask_keep)
        self.compare.clicked.connect(self._compare)
        self.list.itemActivated.connect(self._open_menu)
        self._write()

    def show_versions(self, state: VersionsState | None) -> None:
        """Show a plan's versions; the selection stays where it can."""
        chosen = set(self.selected())
        self._state = state
        self.list.clear()
        if state is not None:
            self._add(
                DRAFT, self.tr("Draft") if state.is_draft else self.tr("Draft: as it runs"), self._draft_text(state), ""
            )
            for version in state.versions:
                is_live = state.live is not None and version.version_id == state.live.version_id
                standing = words.standing_text(
                    version, is_live=is_live, verdict=state.verdicts.get(version.version_id, "")
                )
                self._add(
                    version.version_id, words.version_name(version), standing, words.tip_text(version, state.today)
                )
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setSelected(item.data(Qt.ItemDataRole.UserRole) in chosen)
        self.compare.setEnabled(self.list.count() > 1)
        self.note.setText(state.note if state is not None else "")
        self.note.setVisible(bool(self.note.text()))

    def selected(self) -> list[str]:
        """Return the ids selected, from top to bottom."""
        items = sorted(self.list.selectedItems(), key=self.list.row)
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def menu_for(self, version_id: str) -> QMenu:
        """Return what can be done with one entry."""
        menu = QMenu(self)
        version = self._version(version_id)
        if version is None:
            menu.addAction(self.tr("Keep as a version…"), self._ask_keep)
            menu.addAction(self.tr("See what differs from what runs"), lambda: self.compare_wanted.emit("", ""))
            return menu
        menu.addAction(self.tr("Compare with the draft"), lambda: self.compare_wanted.emit(version_id, DRAFT))
        menu.addAction(self.tr("Put back into the plan"), lambda: self.restore_wanted.emit(version_id))
        menu.addAction(self.tr("Name…"), lambda: self._ask_name(version))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), lambda: self.removed.emit(version_id))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the entry under the pointer, or with the current one by key."""
        item = self.list.itemAt(self.list.viewport().mapFromGlobal(event.globalPos())) or self.list.currentItem()
        if item is not None:
            self._open_menu(item)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.show_versions(self._state)
        super().changeEvent(event)

    def _add(self, key: str, name: str, standing: str, tip: str) -> None:
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setData(Qt.ItemDataRole.UserRole + 1, standing)
        item.setSizeHint(QSize(0, _ROW_PX))
        item.setToolTip(tip or name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {standing}")
        self.list.addItem(item)

    def _draft_text(self, state: VersionsState) -> str:
        return self.tr("not exported") if state.is_draft else self.tr("unchanged")

    def _version(self, version_id: str) -> PlanVersion | None:
        versions = self._state.versions if self._state is not None else ()
        return next((one for one in versions if one.version_id == version_id), None)

    def _open_menu(self, item: QListWidgetItem) -> None:
        menu = self.menu_for(str(item.data(Qt.ItemDataRole.UserRole)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = self.list.visualItemRect(item).bottomLeft()
        menu.popup(self.list.viewport().mapToGlobal(below))

    def _compare(self) -> None:
        """Compare two selected entries, else the newest version with the draft."""
        chosen = self.selected()
        if len(chosen) >= 2:
            self.compare_wanted.emit(chosen[-1], chosen[0])
        elif len(chosen) == 1 and chosen[0] != DRAFT:
            self.compare_wanted.emit(chosen[0], DRAFT)
        elif self._state is not None and self._state.versions:
            self.compare_wanted.emit(self._state.versions[0].version_id, DRAFT)

    def _ask_keep(self) -> None:
        name, said = QInputDialog.getText(self, self.tr("Keep as a version"), self.tr("Name (may stay empty)"))
        if said:
            self.keep_wanted.emit(name.strip())

    def _ask_name(self, version: PlanVersion) -> None:
        name, said = QInputDialog.getText(self, self.tr("Name the version"), self.tr("Name"), text=version.name)
        if said:
            self.renamed.emit(version.version_id, name.strip())

    def _write(self) -> None:
        self.keep.setText(self.tr("Keep…"))
        self.keep.setToolTip(self.tr("Keep the plan as it stands under a number and a name"))
        self.compare.setText(self.tr("Compare two"))
        self.compare.setToolTip(self.tr("Select two entries with Ctrl, or none for the newest version and the draft"))
        self.list.setAccessibleName(self.tr("Versions"))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens()
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
        inner = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        standing = str(index.data(Qt.ItemDataRole.UserRole + 1))
        metrics = painter.fontMetrics()
        room = inner.width() - min(metrics.horizontalAdvance(standing), inner.width() // 2) - 8
        painter.setPen(QColor(t.accent_text if index.data(Qt.ItemDataRole.UserRole) == DRAFT else t.text))
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, _LEFT, name)
        painter.setPen(QColor(t.secondary))
        rest = inner.width() - metrics.horizontalAdvance(name) - 8
        painter.drawText(inner, _RIGHT, metrics.elidedText(standing, Qt.TextElideMode.ElideRight, rest))
        painter.restore()
