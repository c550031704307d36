"""The editable week: 7 days × 24 (or 48) cells with figures, selection with fill handle, keys, clipboard."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QSizePolicy, QTableView, QToolTip, QWidget

from shopdesk.ui.charts import export
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.charts.heat_block import Block, cells_of, name_of, stretched
from shopdesk.ui.charts.heat_cells import HeatCells
from shopdesk.ui.charts.heat_delegate import HeatDelegate
from shopdesk.ui.charts.heat_model import DAYS, HeatLayer, HeatModel
from shopdesk.ui.charts.heat_operations import HeatOperations
from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

CELL_WIDTH_PX = 31
LEAST_CELL_WIDTH_PX = 27  # a narrow window: four characters still stand side by side
CELL_HEIGHT_PX = 24
NUDGE = 5.0
_ROW_HEAD_PX = 40
_HANDLE_PX = 7


class HeatGrid(QTableView):
    """A week as a table. ``edited`` gives all cells of one action (``HeatEdit``); ``does`` works on the selection."""

    edited = Signal(object)
    refused = Signal(str)
    selection_changed = Signal()
    menu_built = Signal(object)  # the context menu, for what its owner can do with the selection

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = HeatModel(self)
        self._fill_to: Block | None = None
        self._look = tokens()
        self._pictures = HeatCells()
        self.setModel(self.cells)
        self.does = HeatOperations(self, self.cells, self)
        self._standard_keys = {
            QKeySequence.StandardKey.Copy: self.does.copy,
            QKeySequence.StandardKey.Cut: self.does.cut,
            QKeySequence.StandardKey.Paste: self.does.paste,
        }
        self._control_keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_D: lambda: self.does.fill_from(down=True),
            Qt.Key.Key_R: lambda: self.does.fill_from(down=False),
        }
        self._signs: dict[str, Callable[[], None]] = {
            sign: lambda step=step: self.does.nudge(step)  # type: ignore[misc]
            for step, signs in ((NUDGE, "+="), (-NUDGE, "-−"))
            for sign in signs
        }
        self.setItemDelegate(HeatDelegate(self, self.does.type))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(20)
        down.setMinimumSectionSize(20)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(CELL_HEIGHT_PX)
        down.setFixedWidth(_ROW_HEAD_PX)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        across.setFixedHeight(CELL_HEIGHT_PX - 4)
        self.cells.applied.connect(self.viewport().repaint)  # at once: an edit shows before anything is made of it
        self.cells.edited.connect(self.edited)
        self.cells.refused.connect(self.say_refused)
        self.does.refused.connect(self.say_refused)
        self.cells.modelReset.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self._restyle()
        self._rename()
        self._fit()

    def set_layer(self, layer: HeatLayer) -> None:
        """Show a layer."""
        self.cells.set_layer(layer)

    def table(self) -> ChartTable:
        """Return the week as columns and rows."""
        return self.cells.table()

    def image(self, *, scale: float = export.SCALE) -> QImage:
        """Return the grid as a picture."""
        return export.widget_image(self, scale=scale)

    def selected(self) -> Block | None:
        """Return the selected block, None where nothing is selected."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(i) for i in range(chosen.count())]
        if not ranges:
            return None
        return (
            min(r.top() for r in ranges),
            min(r.left() for r in ranges),
            max(r.bottom() for r in ranges),
            max(r.right() for r in ranges),
        )

    def select(self, top: int, left: int, bottom: int, right: int) -> None:
        """Select a block, both ends included."""
        first, last = self.cells.index(top, left), self.cells.index(bottom, right)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(QItemSelection(first, last), flags.ClearAndSelect)

    def selected_values(self) -> list[float]:
        """Return the known values of the selected cells, for a mean or the status bar."""
        box = self.selected()
        if box is None:
            return []
        part = self.cells.layer.values[box[0] : box[2] + 1, box[1] : box[3] + 1]
        return [float(v) for v in part[np.isfinite(part)]]

    def selected_name(self) -> str:
        """Return the selected block in words, e.g. 周五–周日 20:00–23:00; empty where nothing is selected."""
        box = self.selected()
        return "" if box is None else name_of(box, columns=self.cells.columnCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, cut off, fill and nudge; everything else types or moves."""
        work = self._work_of(event)
        if work is not None:
            work()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() is not QAbstractItemView.State.EditingState:  # the editor's own Enter comes here too
                self._move_down()
        else:
            super().keyPressEvent(event)

    def _work_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        for standard, work in self._standard_keys.items():
            if event.matches(standard):
                return work
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._control_keys.get(event.key())
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.does.clear
        return self._signs.get(event.text())

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: N802  (Qt's name)
        """Let Tab go right within a day and leave the week at its end, as in every table."""
        edge = self.cells.columnCount() - 1 if next_one else 0
        at = self.currentIndex()
        if not at.isValid() or at.column() == edge:
            return QWidget.focusNextPrevChild(self, next_one)
        return super().focusNextPrevChild(next_one)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the clipboard and the picture, with their keys."""
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def build_menu(self) -> QMenu:
        """Return the context menu."""
        menu = QMenu(self)
        editable = self.cells.layer.limits is not None
        menu.addAction(self.tr("Cut"), QKeySequence.StandardKey.Cut, self.does.cut).setEnabled(editable)
        menu.addAction(self.tr("Copy"), QKeySequence.StandardKey.Copy, self.does.copy)
        menu.addAction(self.tr("Paste"), QKeySequence.StandardKey.Paste, self.does.paste).setEnabled(editable)
        menu.addAction(self.tr("Reset"), QKeySequence.StandardKey.Delete, self.does.clear).setEnabled(editable)
        down, right = QKeySequence("Ctrl+D"), QKeySequence("Ctrl+R")
        menu.addAction(self.tr("Fill down"), down, lambda: self.does.fill_from(down=True)).setEnabled(editable)
        menu.addAction(self.tr("Fill right"), right, lambda: self.does.fill_from(down=False)).setEnabled(editable)
        menu.addSeparator()
        menu.addAction(self.tr("Copy picture"), lambda: export.copy_image(self.image()))
        menu.addAction(self.tr("Copy as table"), lambda: export.copy_table(self.table()))
        self.menu_built.emit(menu)
        return menu

    def closeEditor(self, editor: QWidget, hint: object) -> None:  # noqa: N802  (Qt's name)
        """Go down after Enter, as in a spreadsheet."""
        from PySide6.QtWidgets import QAbstractItemDelegate

        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and len(cells_of(self.selected())) < 2:
            self._move_down()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to fill where the handle is taken."""
        if event.button() == Qt.MouseButton.LeftButton and self._on_handle(event.position().toPoint()):
            self._fill_to = self.selected()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the fill, or show that the handle can be taken."""
        point = event.position().toPoint()
        if self._fill_to is not None:
            self._fill_to = self._stretched(point)
            self.viewport().update()
            return
        cross = self._on_handle(point) and not event.buttons()
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fill."""
        if self._fill_to is not None:
            target, self._fill_to = self._fill_to, None
            if target != self.selected():
                self.does.fill(target)
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the selection's outline with its handle."""
        painter = QPainter(self.viewport())
        self._paint_cells(painter, event.rect())
        box = self._fill_to or self.selected()
        if box is not None:
            self._paint_selection(painter, box)
        painter.end()

    def _paint_cells(self, painter: QPainter, dirty: QRect) -> None:
        height = self.verticalHeader().defaultSectionSize()
        tops = [self.rowViewportPosition(row) for row in range(DAYS)]
        first = max(0, self.columnAt(dirty.left()))
        last = self.columnAt(dirty.right())
        last = self.cells.columnCount() - 1 if last < 0 else last
        places = [
            (column, QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), height))
            for column in range(first, last + 1)
        ]
        self._pictures.paint(painter, self.cells, places, tops)

    def _paint_selection(self, painter: QPainter, box: Block) -> None:
        rect = self._pixels(box)
        pen = QPen(QColor(tokens().accent), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if self._fill_to is not None:
            pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if self.cells.layer.limits is not None:
            handle = self._handle()
            painter.fillRect(handle, QColor(tokens().card))
            painter.fillRect(handle.adjusted(1, 1, 0, 0), QColor(tokens().accent))

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.cells.retranslate()
            self._rename()
        elif event.type() == QEvent.Type.PaletteChange and self._look is not tokens():
            self._restyle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the hours."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of all cells at their least size."""
        width = _ROW_HEAD_PX + min(24, self.cells.columnCount()) * CELL_WIDTH_PX
        extra = 12 if self.cells.columnCount() > 24 else 0
        return QSize(width, self.horizontalHeader().height() + DAYS * CELL_HEIGHT_PX + extra + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the height is fixed, the width may scroll."""
        return QSize(240, self.sizeHint().height())

    def _restyle(self) -> None:
        t = self._look = tokens()  # remembered, because a style sheet set here comes back as another PaletteChange
        head = f"background: {t.card}; border: none; color: {t.secondary}; padding: 0; font-size: {CAPTION_PT_PX}px;"
        self.setStyleSheet(
            f"QTableView {{ background: {t.card}; border: none; }}"
            f"QHeaderView {{ background: {t.card}; border: none; }} QHeaderView::section {{ {head} }}"
            f"QTableCornerButton::section {{ background: {t.card}; border: none; }}"
            f"QHeaderView::section:checked {{ color: {t.text}; }}"
        )

    def _rename(self) -> None:
        self.setAccessibleName(self.tr("Week grid: days down, hours across"))

    def _fit(self) -> None:
        columns = self.cells.columnCount()
        width = max(LEAST_CELL_WIDTH_PX, self.viewport().width() // columns)
        if self.horizontalHeader().defaultSectionSize() != width:
            self.horizontalHeader().setDefaultSectionSize(width)
        self.updateGeometry()

    def _move_down(self) -> None:
        at = self.currentIndex()
        if at.isValid() and at.row() + 1 < DAYS:
            self.setCurrentIndex(self.cells.index(at.row() + 1, at.column()))

    def _pixels(self, box: Block) -> QRect:
        first = self.visualRect(self.cells.index(box[0], box[1]))
        return first.united(self.visualRect(self.cells.index(box[2], box[3])))

    def _handle(self) -> QRect:
        box = self.selected()
        if box is None:
            return QRect()
        corner = self._pixels(box).bottomRight()
        return QRect(corner.x() - _HANDLE_PX + 1, corner.y() - _HANDLE_PX + 1, _HANDLE_PX, _HANDLE_PX)

    def _on_handle(self, point: QPoint) -> bool:
        return self.cells.layer.limits is not None and self._handle().adjusted(-2, -2, 2, 2).contains(point)

    def _stretched(self, point: QPoint) -> Block | None:
        box = self.selected()
        if box is None:
            return None
        row = self.rowAt(max(0, min(self.viewport().height() - 1, point.y())))
        column = self.columnAt(max(0, min(self.viewport().width() - 1, point.x())))
        row = DAYS - 1 if row < 0 else row
        column = self.cells.columnCount() - 1 if column < 0 else column
        return stretched(box, row=row, column=column)

    def say_refused(self, row: int, column: int, message: str) -> None:
        """Say at a cell why something could not go in."""
        corner = self.visualRect(self.cells.index(row, column)).bottomLeft()
        QToolTip.showText(self.viewport().mapToGlobal(corner), message, self)
        self.refused.emit(message)

    def _selection_changed(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()
