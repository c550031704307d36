"""Ranges dragged with the mouse, the fill handle, and scrolling while the pointer is outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from shopdesk.ui.grid.selection import Block
from shopdesk.ui.tokens import Tokens

if TYPE_CHECKING:
    from shopdesk.ui.grid.view import GridView

_HANDLE_PX: Final = 7
_REACH_PX: Final = 5  # around the handle
_SCROLL_MS: Final = 40


class GridMouse:
    """The mouse of a view: answers whether it took an event."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self._dragging = False
        self._base: QItemSelection | None = None
        self._fill_from: Block | None = None
        self._fill_to: Block | None = None
        self._at = QPoint()
        self._timer = QTimer(view)
        self._timer.setInterval(_SCROLL_MS)
        self._timer.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> bool:
        """Start a fill or a Shift range; False lets Qt select the cell."""
        if event.button() != Qt.MouseButton.LeftButton:
            return event.button() == Qt.MouseButton.RightButton  # the context menu selects
        point = event.position().toPoint()
        if self._handle_rect().adjusted(-_REACH_PX, -_REACH_PX, _REACH_PX, _REACH_PX).contains(point):
            self._fill_from = self._whole_block()
            self._fill_to = self._fill_from
            return True
        index = self._view.indexAt(point)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid() and self._view.current_cell():
            self._view.extend_to(index.row(), index.column())
            self._dragging = True
            return True
        return False

    def pressed(self, event: QMouseEvent) -> None:
        """Note where a drag starts after Qt has selected the cell."""
        index = self._view.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self._dragging = True
        self._view.set_anchor((index.row(), index.column()))
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._base = QItemSelection(self._view.selectionModel().selection()) if adds else None

    def move(self, event: QMouseEvent) -> bool:
        """Extend the dragged range or fill."""
        self._at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            near = self._handle_rect().adjusted(-2, -2, 2, 2).contains(self._at)
            shape = Qt.CursorShape.CrossCursor if near else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
            return False
        if not self._dragging and self._fill_from is None:
            return False
        self._follow()
        inside = self._view.viewport().rect().contains(self._at)
        if inside:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """End a drag; a fill becomes one edit."""
        self._timer.stop()
        was_filling = self._fill_from is not None
        source, target = self._fill_from, self._fill_to
        self._dragging, self._base, self._fill_from, self._fill_to = False, None, None, None
        if source is not None and target is not None and source != target:
            self._view.actions_.fill_to(source, target)
        self._view.viewport().update()
        return was_filling and event.button() == Qt.MouseButton.LeftButton

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw the fill handle and the outline of a fill under way; the painter's clip keeps each half in its place."""
        if self._fill_to is not None:
            painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._block_rect(self._fill_to).adjusted(0, 0, -1, -2))
        handle = self._handle_rect()
        if not handle.isNull():
            painter.fillRect(handle.adjusted(-1, -1, 1, 1), QColor(tokens.card))
            painter.fillRect(handle, QColor(tokens.accent))

    def _follow(self) -> None:
        view = self._view
        area = view.viewport().rect()
        point = QPoint(min(max(self._at.x(), 0), area.right()), min(max(self._at.y(), 0), area.bottom()))
        index = view.indexAt(point)
        if not index.isValid():
            row = view.grid.rowCount() - 1 if point.y() > 0 else 0
            index = view.indexAt(QPoint(point.x(), view.rowViewportPosition(row) + 1))
        if not index.isValid():
            return
        if self._fill_from is not None:
            self._fill_to = self._stretched(self._fill_from, index.row(), index.column())
            view.viewport().update()
        elif (index.row(), index.column()) != view.current_cell():
            view.extend_to(index.row(), index.column(), base=self._base)

    def _stretched(self, source: Block, row: int, column: int) -> Block:
        """Return the source grown to a cell, along rows or along columns, whichever is farther."""
        shown = self._view.shown_columns()
        places = [shown.index(c) for c in source.columns]
        at = shown.index(column)
        down = max(row - source.bottom, source.top - row, 0)
        across = max(at - max(places), min(places) - at, 0)
        if down >= across:
            return Block(min(source.top, row), max(source.bottom, row), source.columns)
        left, right = min(*places, at), max(*places, at)
        return Block(source.top, source.bottom, tuple(shown[left : right + 1]))

    def _whole_block(self) -> Block | None:
        """Return the selection as one rectangle of shown columns, None where it isn't one."""
        view = self._view
        shown = view.shown_columns()
        found = view.blocks()
        spans = {(b.top, b.bottom) for b in found}
        places = sorted({shown.index(c) for b in found for c in b.columns if c in shown})
        if len(spans) != 1 or not places or places[-1] - places[0] + 1 != len(places):
            return None
        top, bottom = spans.pop()
        return Block(top, bottom, tuple(shown[place] for place in places))

    def _handle_rect(self) -> QRect:
        block = self._whole_block()
        view = self._view
        if block is None or not view.hasFocus() or view.state() == view.State.EditingState:
            return QRect()
        if not any(view.grid.columns[c].editable for c in block.columns) or view.grid.read_only:
            return QRect()
        corner = view.visualRect(view.grid.index(block.bottom, block.columns[-1])).bottomRight()
        return QRect(corner.x() - _HANDLE_PX + 2, corner.y() - _HANDLE_PX + 2, _HANDLE_PX, _HANDLE_PX)

    def _block_rect(self, block: Block) -> QRect:
        view = self._view
        first = view.visualRect(view.grid.index(block.top, block.columns[0]))
        last = view.visualRect(view.grid.index(block.bottom, block.columns[-1]))
        return first.united(last)

    def _scroll_on(self) -> None:
        view = self._view
        area = view.viewport().rect()
        over = min(self._at.y(), 0) + max(self._at.y() - area.bottom(), 0)
        aside = min(self._at.x(), 0) + max(self._at.x() - area.right(), 0)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + over)
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + aside)
        self._follow()
