"""The list at the left of both parts: a name, what it is, and its answer so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX, PADDING_PX

Index = QModelIndex | QPersistentModelIndex
ENTRY_PX = 66
_LINE_PX = 18
_EDGE_PX = 3


class Role(IntEnum):
    """Data of a list item."""

    KEY = Qt.ItemDataRole.UserRole
    LINES = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: its key, its name, what it is, its answer."""

    key: str
    name: str
    what: str
    answer: str


class EntryList(QListWidget):
    """Entries; ``chosen`` gives a key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fills = False
        self.currentItemChanged.connect(self._changed)

    def set_entries(self, entries: Sequence[Entry], *, current: str) -> None:
        """Show entries and keep ``current`` selected."""
        self._fills = True
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.name)
            lines = (entry.name, entry.what, entry.answer)
            item.setData(Role.KEY, entry.key)
            item.setData(Role.LINES, lines)
            item.setSizeHint(QSize(0, ENTRY_PX))
            item.setToolTip("\n".join(line for line in lines if line))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(line for line in lines if line))
            self.addItem(item)
            if entry.key == current:
                self.setCurrentItem(item)
        self._fills = False

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._fills:
            self.chosen.emit(str(item.data(Role.KEY)))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, ENTRY_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        t = tokens()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(t.accent))
        painter.setPen(QColor(t.grid_line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        name, what, answer = index.data(Role.LINES)
        inner = rect.adjusted(PADDING_PX, 6, -PADDING_PX, -6)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        looks = ((name, t.text, BODY_PX), (what, t.secondary, CAPTION_PT_PX), (answer, t.text, CAPTION_PT_PX))
        for line, (text, colour, size) in enumerate(looks):
            painter.setFont(body_font(pixels=size))
            painter.setPen(QColor(colour))
            box = QRect(inner.left(), inner.top() + line * _LINE_PX, inner.width(), _LINE_PX)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, left, shown)
        painter.restore()
