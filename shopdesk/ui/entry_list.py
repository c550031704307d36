"""The list at the left of a tab or view: a name, what it is and where it stands, with a chip, under headings or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
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
HEADING_PX: Final = 26
_LINE_PX: Final = 18
_EDGE_PX: Final = 3
_ABOVE_PX: Final = {2: 4, 3: 6}
"""Room above and below the lines of an entry, by their number."""
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Role(IntEnum):
    """Data of a list item."""

    KEY = Qt.ItemDataRole.UserRole
    SHOWN = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class EntryChip:
    """A small state at the right of one of the lines; tones are "", warn, info."""

    text: str
    tone: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its key, two or three lines (the first is its name), its chip, and what a hover says."""

    key: str
    lines: tuple[str, ...]
    chip: EntryChip | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between entries, with a word at its right."""

    title: str
    rule: str = ""


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

    def set_entries(self, entries: Sequence[Entry | Heading], *, current: str) -> None:
        """Show entries and keep ``current`` selected."""
        self._fills = True
        self.clear()
        for one in entries:
            if isinstance(one, Heading):
                self._add_heading(one)
            else:
                self._add_entry(one, current)
        self._fills = False

    def _add_heading(self, heading: Heading) -> None:
        item = QListWidgetItem(f"{heading.title} {heading.rule}")
        item.setData(Role.SHOWN, heading)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setSizeHint(QSize(0, HEADING_PX))
        item.setToolTip(f"{heading.title} · {heading.rule}")
        self.addItem(item)

    def _add_entry(self, entry: Entry, current: str) -> None:
        item = QListWidgetItem(entry.lines[0])
        told = [line for line in entry.lines if line]
        item.setData(Role.KEY, entry.key)
        item.setData(Role.SHOWN, entry)
        item.setSizeHint(QSize(0, _height(entry)))
        item.setToolTip(entry.tip or "\n".join(told))
        spoken = [*told, entry.chip.text] if entry.chip is not None else told
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        self.addItem(item)
        if entry.key == current:
            self.setCurrentItem(item)

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._fills and item.data(Role.KEY) is not None:
            self.chosen.emit(str(item.data(Role.KEY)))


def _height(shown: Entry | Heading) -> int:
    if isinstance(shown, Heading):
        return HEADING_PX
    return len(shown.lines) * _LINE_PX + 2 * _ABOVE_PX[len(shown.lines)]


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _height(index.data(Role.SHOWN)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        shown = index.data(Role.SHOWN)
        if isinstance(shown, Heading):
            _paint_heading(painter, rect, shown)
        else:
            _paint_entry(painter, rect, shown, is_selected=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading) -> None:
    t = tokens()
    painter.fillRect(rect, QColor(t.raised))
    painter.setPen(QColor(t.grid_line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    inner = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
    painter.setFont(body_font(pixels=CAPTION_PT_PX))
    painter.setPen(QColor(t.secondary))
    metrics = painter.fontMetrics()
    painter.drawText(inner, _LEFT, heading.title)
    room = inner.width() - metrics.horizontalAdvance(heading.title) - 8
    painter.drawText(inner, _RIGHT, metrics.elidedText(heading.rule, Qt.TextElideMode.ElideRight, room))


def _paint_entry(painter: QPainter, rect: QRect, entry: Entry, *, is_selected: bool) -> None:
    t = tokens()
    if is_selected:
        painter.fillRect(rect, QColor(t.selection))
        painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(t.accent))
    painter.setPen(QColor(t.grid_line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    above = _ABOVE_PX[len(entry.lines)]
    inner = rect.adjusted(PADDING_PX, above, -PADDING_PX, -above)
    looks = ((t.text, BODY_PX), (t.secondary, CAPTION_PT_PX), (t.text, CAPTION_PT_PX))
    for line, (text, (colour, size)) in enumerate(zip(entry.lines, looks, strict=False)):
        box = QRect(inner.left(), inner.top() + line * _LINE_PX, inner.width(), _LINE_PX)
        if entry.chip is not None and entry.chip.line == line:
            box.setRight(_paint_chip(painter, box, entry.chip) - 6)
        painter.setFont(body_font(pixels=size))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)


def _paint_chip(painter: QPainter, line: QRect, chip: EntryChip) -> int:
    """Paint a chip at the right of a line and return where it begins."""
    t = tokens()
    back, front, border = {
        "warn": (t.warn, t.warn_text, t.warn_mark),
        "info": (t.info, t.accent_text, t.interval),
    }.get(chip.tone, (t.raised, t.secondary, t.border))
    painter.setFont(body_font(pixels=CAPTION_PT_PX))
    width = painter.fontMetrics().horizontalAdvance(chip.text) + 12
    box = QRect(line.right() - width, line.top(), width, _LINE_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(front))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.text)
    return box.left()
