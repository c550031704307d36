"""The one table of the application: frozen columns, fast painting, keys and mouse as in Excel."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from shopdesk.ui.grid.actions import GridActions
from shopdesk.ui.grid.cells import Scene, Strip, paint_cells, paint_current
from shopdesk.ui.grid.delegate import GridDelegate
from shopdesk.ui.grid.header import FrozenHeader, GridHeader
from shopdesk.ui.grid.highlights import Highlights
from shopdesk.ui.grid.keys import GridKeys
from shopdesk.ui.grid.model import GridModel, SortKey
from shopdesk.ui.grid.mouse import GridMouse
from shopdesk.ui.grid.selection import Block, SelectionStats, blocks, keep, restore, selection_of, stats
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, ROW_PX, SMALL_CONTROL_PX

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]  # shown row, model column
_SELECT = QItemSelectionModel.SelectionFlag
_LEAST_SCROLLED_PX = 120  # room that frozen columns must leave to the others


class GridView(QTableView):
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
    frozen_changed = Signal()
    columns_changed = Signal()
    arranged = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self.row_px = SMALL_CONTROL_PX if small else ROW_PX
        self.grid = model
        self.highlights = Highlights(model)
        self._frozen = 1
        self._widths: dict[str, int] = {}
        self._given: dict[str, int] = {}  # widths that the user hasn't chosen
        self._anchor: Cell | None = None
        self._kept: tuple[list[tuple[list[Hashable], tuple[int, ...]]], Hashable, str, int] | None = None
        self._header = GridHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.sectionPressed.disconnect()  # Qt would select the column; a click sorts
        self._set_up()
        self.setModel(model)
        self._frozen_header = FrozenHeader(self._header)
        self.actions_ = GridActions(self)
        self._keys = GridKeys(self)
        self._mouse = GridMouse(self)
        self._delegate = GridDelegate(self, self._keys.leave_editor)
        self.setItemDelegate(self._delegate)
        self._stats_timer = QTimer(self)
        self._stats_timer.setSingleShot(True)
        self._stats_timer.setInterval(0)
        self._stats_timer.timeout.connect(self._tell_stats)
        self._connect()
        self.apply_column_defaults()

    def _set_up(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self.row_px)
        rows.setDefaultSectionSize(self.row_px)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.row_px)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _connect(self) -> None:
        self.grid.about_to_arrange.connect(self._keep_place)
        self.grid.arranged.connect(self._restore_place)
        self.grid.columns_replaced.connect(self.apply_column_defaults)
        self._header.sort_asked.connect(self.sort_by)
        self._header.filter_asked.connect(self.filter_asked)
        self._header.menu_asked.connect(self._show_header_menu)
        for signal in (self._header.sectionResized, self._header.sectionMoved, self._header.geometriesChanged):
            signal.connect(self._follow_header)
        self._header.sectionHandleDoubleClicked.connect(self.fit_column)
        self.horizontalScrollBar().rangeChanged.connect(self._follow_header)

    # --- columns

    def shown_columns(self) -> list[int]:
        """Return the model columns that are visible, left to right."""
        header = self._header
        order = (header.logicalIndex(visual) for visual in range(header.count()))
        return [section for section in order if not header.isSectionHidden(section)]

    @property
    def frozen_count(self) -> int:
        """How many of the first shown columns stand still."""
        return self._frozen

    def set_frozen(self, count: int) -> None:
        """Freeze the first ``count`` shown columns."""
        self._frozen = max(0, count)
        self._follow_header()
        self.frozen_changed.emit()

    def frozen_columns(self) -> list[int]:
        """Return the model columns that stand still now; fewer than asked where the window is too narrow."""
        room = max(self.viewport().width() - _LEAST_SCROLLED_PX, 0)
        frozen: list[int] = []
        for section in self.shown_columns()[: self._frozen]:
            room -= self._header.sectionSize(section)
            if room < 0:
                break
            frozen.append(section)
        return frozen

    def frozen_width(self) -> int:
        """Return the pixels at the left that don't scroll."""
        return sum(self._header.sectionSize(section) for section in self.frozen_columns())

    def show_column(self, section: int, *, shown: bool) -> None:
        """Show or hide a column; the current cell leaves a column that is hidden."""
        self.width_of(section)
        self.setColumnHidden(section, not shown)
        visible = self.shown_columns()
        cell = self.current_cell()
        if cell is not None and cell[1] not in visible and visible:
            self.move_to(cell[0], visible[0])
        self._follow_header()
        self.columns_changed.emit()

    def width_of(self, section: int) -> int:
        """Return a column's width; of a hidden one the width it had."""
        header = self._header
        if not header.isSectionHidden(section):
            self._widths[self.grid.columns[section].name] = header.sectionSize(section)
        return self._widths.get(self.grid.columns[section].name, self.grid.columns[section].width)

    def apply_column_defaults(self) -> None:
        """Give every column its own width, at least that of its title, and visibility."""
        for section, column in enumerate(self.grid.columns):
            self._header.resizeSection(section, self._default_width(section))
            self.setColumnHidden(section, not column.visible)
        self._follow_header()

    def _default_width(self, section: int) -> int:
        column = self.grid.columns[section]
        width = max(column.width, self._header.title_width(section))
        self._given[column.name] = width
        return width

    def _fit_titles(self) -> None:
        """Give columns that the user hasn't resized the room of their title in the new language."""
        for section in self.shown_columns():
            if self._given.get(self.grid.columns[section].name) == self._header.sectionSize(section):
                self._header.resizeSection(section, self._default_width(section))

    def fit_column(self, section: int) -> None:
        """Make a column as wide as its header and what is shown of it now."""
        from shopdesk.ui.grid.fitting import fitting_width

        self._header.resizeSection(section, fitting_width(self, section))

    def fit_all_columns(self) -> None:
        """Fit every shown column."""
        for section in self.shown_columns():
            self.fit_column(section)

    def sort_by(self, section: int, extend: bool = False) -> None:
        """Sort by a column: ascending, descending, original; with ``extend`` beside the columns already chosen."""
        name = self.grid.columns[section].name
        keys = list(self.grid.sort_keys)
        present = next((key for key in keys if key.column == name), None)
        cycle = [False, True] if not self.grid.columns[section].is_numeric else [True, False]
        if present is None:
            following: SortKey | None = SortKey(name, cycle[0])
        else:
            following = SortKey(name, cycle[1]) if present.descending == cycle[0] else None
        if not extend:
            self.grid.set_sort([following] if following else [])
        elif present is None and following:
            self.grid.set_sort([*keys, following])
        else:
            changed = [following if key.column == name else key for key in keys]
            self.grid.set_sort([key for key in changed if key is not None])

    def _follow_header(self) -> None:
        self._frozen_header.follow(self.frozen_columns())
        self.viewport().update()

    # --- geometry: Qt asks these three; frozen columns answer with their own place

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 (Qt's name)
        """Return where a cell stands."""
        frozen = self.frozen_columns()
        if not index.isValid() or index.column() not in frozen:
            return super().visualRect(index)
        left = 0
        for section in frozen:
            if section == index.column():
                break
            left += self._header.sectionSize(section)
        return QRect(left, self.rowViewportPosition(index.row()), self._header.sectionSize(index.column()), self.row_px)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 (Qt's name)
        """Return the cell at a point of the viewport."""
        left = 0
        for section in self.frozen_columns():
            width = self._header.sectionSize(section)
            if left <= point.x() < left + width:
                return self.grid.index(self.rowAt(point.y()), section)
            left += width
        return super().indexAt(point)

    def scrollTo(  # noqa: N802 (Qt's name)
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view, beside the frozen columns, not beneath them."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.frozen_columns():
            bar.setValue(before)
            return
        hidden = self.frozen_width() - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; sideways everything is drawn anew, because frozen columns stay."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Freeze what fits."""
        super().resizeEvent(event)
        self._follow_header()

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
        rows = sorted({row for block in self.blocks() for row in range(block.top, block.bottom + 1)})
        return [self.grid.key(row) for row in rows]

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
        if current.row() != previous.row() and self._kept is None:
            self.row_changed.emit(self.grid.key(current.row()) if current.isValid() else None)

    def _tell_stats(self) -> None:
        self.stats_changed.emit(self.stats())

    def stats(self) -> SelectionStats:
        """Return counts and sums of the selected cells."""
        return stats(self.grid, self.blocks(), shown=frozenset(self.shown_columns()))

    # --- rows move, the user's place stays

    def _keep_place(self) -> None:
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self.grid.order):
            self._kept = ([], None, "", 0)
            return
        name = self.grid.columns[index.column()].name
        offset = self.rowViewportPosition(index.row())
        kept = keep(self.grid, self.selectionModel().selection())
        self._kept = (kept, self.grid.key(index.row()), name, offset)

    def _restore_place(self) -> None:
        self.highlights.forget()
        if self._kept is not None:
            kept, key, name, offset = self._kept
            self._put_back(kept, key, name, offset)
            self._kept = None
            if key is not None and not self.currentIndex().isValid():
                self.row_changed.emit(None)  # the current row is filtered out or gone
        self._follow_header()
        self._stats_timer.start()
        self.arranged.emit()

    def _put_back(
        self, kept: list[tuple[list[Hashable], tuple[int, ...]]], key: Hashable, name: str, offset: int
    ) -> None:
        row = None if key is None else self.grid.row_of_key(key)
        column = self.grid.position(name)
        self._anchor = None
        if row is None or column < 0:
            return
        self.selectionModel().setCurrentIndex(self.grid.index(row, column), _SELECT.NoUpdate)
        self.selectionModel().select(restore(self.grid, kept), _SELECT.ClearAndSelect)
        self._anchor = (row, column)
        if 0 <= offset < self.viewport().height():
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - offset)

    # --- painting

    def strips(self) -> tuple[list[Strip], list[Strip]]:
        """Return the visible scrolled and frozen columns with their places."""
        frozen_sections = self.frozen_columns()
        frozen, left = [], 0
        for section in frozen_sections:
            frozen.append(Strip(section, left, self._header.sectionSize(section)))
            left += frozen[-1].width
        scrolled = []
        for section in self.shown_columns():
            at, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
            if section not in frozen_sections and at + width > left and at < self.viewport().width():
                scrolled.append(Strip(section, at, width))
        return scrolled, frozen

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
        self._mouse.paint(painter, scene.tokens, frozen=frozen)

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
            self._fit_titles()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.viewport().update()
        super().changeEvent(event)
