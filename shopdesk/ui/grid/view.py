"""The one table of the application: frozen columns, fast painting, keys and mouse as in Excel."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from shopdesk.ui.grid.actions import GridActions
from shopdesk.ui.grid.cells import Scene, paint_cells, paint_current
from shopdesk.ui.grid.delegate import GridDelegate
from shopdesk.ui.grid.frozen_table import FrozenTable, Index
from shopdesk.ui.grid.highlights import Highlights
from shopdesk.ui.grid.keys import GridKeys
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.mouse import GridMouse
from shopdesk.ui.grid.place import KeptPlace
from shopdesk.ui.grid.selection import Block, SelectionStats, blocks, selection_of, stats
from shopdesk.ui.grid.sorting import next_sort
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

Cell = tuple[int, int]  # shown row, model column
_SELECT = QItemSelectionModel.SelectionFlag


class GridView(FrozenTable):
    """Shows a ``GridModel``. ``stats_changed`` carries ``SelectionStats``; ``refused`` an ``EditBatch`` with problems.

    ``row_changed`` carries the key of the current row (None without one), ``find_asked`` whether to replace.
    """

    stats_changed = Signal(object)
    refused = Signal(object)
    row_changed = Signal(object)
    find_asked = Signal(bool)
    filter_asked = Signal(int)
    columns_asked = Signal()
    export_asked = Signal()
    arranged = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(model, parent, small=small)
        self._place: KeptPlace | None = None
        self.highlights = Highlights(model)
        self._anchor: Cell | None = None
        self.actions_ = GridActions(self)
        self._keys = GridKeys(self)
        self._mouse = GridMouse(self)
        self._delegate = GridDelegate(self, self._keys.leave_editor)
        self.setItemDelegate(self._delegate)
        self._stats_timer = QTimer(self)
        self._stats_timer.setSingleShot(True)
        self._stats_timer.setInterval(0)
        self._stats_timer.timeout.connect(self._tell_stats)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(True)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self._connect()

    def _connect(self) -> None:
        self.grid.about_to_arrange.connect(self._keep_place)
        self.grid.arranged.connect(self._restore_place)
        self._header.sort_asked.connect(self.sort_by)
        self._header.filter_asked.connect(self.filter_asked)
        self._header.menu_asked.connect(self._show_header_menu)

    def sort_by(self, section: int, extend: bool = False) -> None:
        """Sort by a column: ascending, descending, original; with ``extend`` beside the columns already chosen."""
        column = self.grid.columns[section]
        keys = next_sort(self.grid.sort_keys, column.name, downwards_first=column.is_numeric, extend=extend)
        self.grid.set_sort(keys)

    def show_column(self, section: int, *, shown: bool) -> None:
        """Show or hide a column; the current cell leaves a column that is hidden."""
        super().show_column(section, shown=shown)
        visible = self.shown_columns()
        cell = self.current_cell()
        if cell is not None and cell[1] not in visible and visible:
            self.move_to(cell[0], visible[0])

    # --- cells and selection

    def current_cell(self) -> Cell | None:
        """Return the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def blocks(self) -> list[Block]:
        """Return the selected ranges."""
        return blocks(self.selectionModel().selection())

    def move_to(self, row: int, column: int) -> None:
        """Make one cell current and select only it."""
        index = self.grid.index(row, column)
        self._anchor = (row, column)
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        self.scrollTo(index)

    def extend_to(self, row: int, column: int, *, base: QItemSelection | None = None) -> None:
        """Select from the anchor to a cell, in the order of shown columns; ``base`` is kept beside it."""
        anchor = self._anchor or self.current_cell() or (row, column)
        self._anchor = anchor
        shown = self.shown_columns()
        ends = sorted((shown.index(anchor[1]), shown.index(column)))
        area = selection_of(self.grid, min(anchor[0], row), max(anchor[0], row), shown[ends[0] : ends[1] + 1])
        if base is not None:
            area.merge(base, _SELECT.Select)
        self.selectionModel().select(area, _SELECT.ClearAndSelect)
        self.selectionModel().setCurrentIndex(self.grid.index(row, column), _SELECT.NoUpdate)
        self.scrollTo(self.grid.index(row, column))

    def set_anchor(self, cell: Cell | None) -> None:
        """Note where a range starts."""
        self._anchor = cell

    def make_current(self, row: int, column: int) -> None:
        """Move the current cell inside the selection, which stays."""
        index = self.grid.index(row, column)
        self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        self.scrollTo(index)

    def select_blocks(self, found: Sequence[Block]) -> None:
        """Select ranges, e.g. what was just pasted."""
        area = QItemSelection()
        for block in found:
            area.merge(selection_of(self.grid, block.top, block.bottom, block.columns), _SELECT.Select)
        self.selectionModel().select(area, _SELECT.ClearAndSelect)

    def select_rows_of(self, top: int, bottom: int) -> None:
        """Select whole rows."""
        self.selectionModel().select(selection_of(self.grid, top, bottom, self.shown_columns()), _SELECT.ClearAndSelect)

    def selectAll(self) -> None:  # noqa: N802 (Qt's name)
        """Select every shown cell."""
        if self.grid.rowCount() and self.shown_columns():
            self.select_rows_of(0, self.grid.rowCount() - 1)

    def selected_keys(self) -> list[Hashable]:
        """Return the keys of the rows that hold a selected cell, from top to bottom."""
        spans = [np.arange(block.top, block.bottom + 1) for block in self.blocks()]
        rows = np.unique(np.concatenate(spans)) if spans else np.empty(0, dtype=np.int64)
        keys = self.grid.frame.keys
        return [keys[place] for place in self.grid.order[rows].tolist()]

    def reveal(self, key: Hashable, column: str | None = None) -> bool:
        """Make a row's cell current and bring it into view; False where the row isn't shown."""
        row = self.grid.row_of_key(key)
        shown = self.shown_columns()
        if row is None or not shown:
            return False
        at = self.grid.position(column) if column else -1
        self.move_to(row, at if at in shown else shown[0])
        return True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw the selection and tell its sums."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self._stats_timer.start()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page which row is current."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row() and self._place is None:
            self.row_changed.emit(self.grid.key(current.row()) if current.isValid() else None)

    def _tell_stats(self) -> None:
        self.stats_changed.emit(self.stats())

    def stats(self) -> SelectionStats:
        """Return counts and sums of the selected cells."""
        return stats(self.grid, self.blocks(), shown=frozenset(self.shown_columns()))

    # --- rows move, the user's place stays

    def _keep_place(self) -> None:
        self._place = KeptPlace.of(self)

    def _restore_place(self) -> None:
        self.highlights.forget()
        place, self._place = self._place, None
        if place is not None:
            self._anchor = place.restore(self)
            if place.key is not None and not self.currentIndex().isValid():
                self.row_changed.emit(None)  # the current row is filtered out or gone
        self._follow_header()
        self._stats_timer.start()
        self.arranged.emit()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the event asks for."""
        painter = QPainter(self.viewport())
        t = tokens()
        painter.fillRect(event.rect(), QColor(t.card))
        rows = self.grid.rowCount()
        first = self.rowAt(max(event.rect().top(), 0))
        if rows and first >= 0:
            last = self.rowAt(event.rect().bottom())
            scene = Scene(
                model=self.grid,
                tokens=t,
                first=first,
                last=rows - 1 if last < 0 else last,
                top=self.rowViewportPosition(first),
                row_px=self.row_px,
                blocks=self.blocks(),
                current=self.current_cell(),
                focused=self.hasFocus(),
                is_match=self.highlights.test(),
            )
            self._paint_parts(painter, scene)
        elif not rows and len(self.grid.frame):
            self._paint_empty(painter)
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.setPen(QColor(tokens().secondary))
        text = self.tr("No row passes the filters; clear one above")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_parts(self, painter: QPainter, scene: Scene) -> None:
        scrolled, frozen = self.strips()
        edge = self.frozen_width()
        area = self.viewport().rect()
        painter.save()
        painter.setClipRect(area.adjusted(edge, 0, 0, 0))
        paint_cells(painter, scrolled, scene)
        self._paint_marks(painter, scene, frozen=False)
        painter.restore()
        if frozen:
            painter.setClipRect(QRect(0, 0, edge, area.height()))
            paint_cells(painter, frozen, scene)
            self._paint_marks(painter, scene, frozen=True)
            painter.fillRect(QRect(edge - 1, 0, 1, area.height()), QColor(scene.tokens.border))

    def _paint_marks(self, painter: QPainter, scene: Scene, *, frozen: bool) -> None:
        index = self.currentIndex()
        marked = self.hasFocus() or scene.is_match is not None
        if index.isValid() and marked and (index.column() in self.frozen_columns()) == frozen:
            paint_current(painter, self.visualRect(index), scene.tokens)
        self._mouse.paint(painter, scene.tokens)

    # --- keys and mouse

    def event(self, event: QEvent) -> bool:
        """Claim the table's own shortcuts from the window while the table has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means in a table, otherwise start editing with it."""
        if self._keys.handle(event):
            event.accept()
            return
        self._delegate.typed = bool(event.text())
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the editor with the composition of an input method."""
        self._delegate.typed = True
        super().inputMethodEvent(event)

    def start_editing(self) -> None:
        """Open the editor on the current cell with its text, as F2 does."""
        self._delegate.typed = False
        index = self.currentIndex()
        if index.isValid() and self.grid.is_editable(index.row(), index.column()):
            self.edit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or start to drag a range or the fill handle."""
        if not self._mouse.press(event):
            super().mousePressEvent(event)
            self._mouse.pressed(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the range that is dragged."""
        if not self._mouse.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if not self._mouse.release(event):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit, or switch a yes-or-no cell."""
        self._delegate.typed = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.actions_.toggle(index.row(), index.column()):
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the cells."""
        from shopdesk.ui.grid.menu import cell_menu

        index = self.indexAt(event.pos())
        cell = self.current_cell() if event.reason() == QContextMenuEvent.Reason.Keyboard else None
        if cell is None and index.isValid():
            cell = (index.row(), index.column())
            if not self.selectionModel().isSelected(index):
                self.move_to(*cell)
        menu = cell_menu(self, cell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _show_header_menu(self, section: int, place: QPoint) -> None:
        from shopdesk.ui.grid.menu import HeaderMenu

        menu = HeaderMenu(self, section)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the new look, ask for texts in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.grid.retranslate()
            self.fit_titles()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.viewport().update()
        super().changeEvent(event)
