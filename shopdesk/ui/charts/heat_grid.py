"""The editable week: 7 days × 24 (or 48) cells with figures, selection with fill handle, keys, clipboard."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
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

from shopdesk.ui import formats
from shopdesk.ui.charts import export
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.charts.heat_block import Block, cells_of, name_of, stretched
from shopdesk.ui.charts.heat_delegate import HeatDelegate
from shopdesk.ui.charts.heat_model import DAYS, Edit, HeatLayer, HeatModel
from shopdesk.ui.grid.clipboard import format_cells, parse_cells
from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

CELL_WIDTH_PX = 31
LEAST_CELL_WIDTH_PX = 27  # a narrow window: four characters still stand side by side
CELL_HEIGHT_PX = 24
NUDGE = 5.0
_ROW_HEAD_PX = 40
_HANDLE_PX = 7


class HeatGrid(QTableView):
    """A week as a table. ``edited`` gives all cells of one action: ``list[(row, column, value)]``."""

    edited = Signal(list)
    refused = Signal(str)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = HeatModel(self)
        self._fill_to: Block | None = None
        self._look = tokens()
        self.setModel(self.cells)
        self.setItemDelegate(HeatDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(20)
        down.setMinimumSectionSize(20)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(CELL_HEIGHT_PX)
        down.setFixedWidth(_ROW_HEAD_PX)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        across.setFixedHeight(CELL_HEIGHT_PX - 2)
        self.cells.edited.connect(self.edited)
        self.cells.refused.connect(self._say_refused)
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

    def set_selected(self, value: float) -> None:
        """Put one value into all selected cells."""
        self.cells.apply([(r, c, value) for r, c in cells_of(self.selected())])

    def nudge(self, step: float) -> None:
        """Raise or lower all selected cells, stopping at the limits; cells that are off stay off."""
        limits = self.cells.layer.limits
        if limits is None:
            return
        edits: list[Edit] = []
        for row, column in cells_of(self.selected()):
            value = self.cells.value(row, column)
            if math.isfinite(value) and not (limits.off and value == 0):
                edits.append((row, column, max(limits.low, min(limits.high, value + step))))
        self.cells.apply(edits)

    def copy(self) -> None:
        """Put the selected block on the clipboard, as Excel reads it."""
        box = self.selected()
        if box is None:
            return
        rows = [
            [str(self.cells.data(self.cells.index(r, c), Qt.ItemDataRole.EditRole)) for c in range(box[1], box[3] + 1)]
            for r in range(box[0], box[2] + 1)
        ]
        QGuiApplication.clipboard().setText(format_cells(rows))

    def paste(self) -> None:
        """Put the clipboard in: one value fills the selection, a block goes in from its first cell."""
        block = parse_cells(QGuiApplication.clipboard().text())
        box = self.selected()
        if not block or box is None or self.cells.layer.limits is None:
            return
        if len(block) == 1 and len(block[0]) == 1:
            self.cells.apply_texts([(r, c, block[0][0]) for r, c in cells_of(self.selected())])
            return
        inside = [
            (box[0] + r, box[1] + c, text)
            for r, row in enumerate(block)
            for c, text in enumerate(row)
            if box[0] + r < DAYS and box[1] + c < self.cells.columnCount()
        ]
        lost = sum(len(row) for row in block) - len(inside)
        self.cells.apply_texts(inside)
        self.select(box[0], box[1], max(r for r, _, _ in inside), max(c for _, c, _ in inside))
        if lost:
            message = self.tr(
                "{count} {count:cell|cells} did not fit into the week and {count:was|were} left out"
            ).format(count=formats.full(lost))
            self._say_refused(box[0], box[1], message)

    def fill(self, target: Block) -> None:
        """Repeat the selected block over ``target``, which contains it."""
        source = self.selected()
        if source is None:
            return
        top, left, bottom, right = source
        height, width = bottom - top + 1, right - left + 1
        edits: list[Edit] = []
        for row in range(target[0], target[2] + 1):
            for column in range(target[1], target[3] + 1):
                value = self.cells.value(top + (row - top) % height, left + (column - left) % width)
                if math.isfinite(value):
                    edits.append((row, column, value))
        self.cells.apply(edits)
        self.select(*target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, cut off, fill and nudge; everything else types or moves."""
        standard = QKeySequence.StandardKey
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(standard.Copy):
            self.copy()
        elif event.matches(standard.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif control and event.key() == Qt.Key.Key_D:
            self._fill_from(down=True)
        elif control and event.key() == Qt.Key.Key_R:
            self._fill_from(down=False)
        elif event.text() in ("+", "="):
            self.nudge(NUDGE)
        elif event.text() in ("-", "−"):
            self.nudge(-NUDGE)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() is not QAbstractItemView.State.EditingState:  # the editor's own Enter comes here too
                self._move_down()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the clipboard and the picture, with their keys."""
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def build_menu(self) -> QMenu:
        """Return the context menu."""
        menu = QMenu(self)
        editable = self.cells.layer.limits is not None
        menu.addAction(self.tr("Copy"), QKeySequence.StandardKey.Copy, self.copy)
        menu.addAction(self.tr("Paste"), QKeySequence.StandardKey.Paste, self.paste).setEnabled(editable)
        menu.addAction(self.tr("Reset"), QKeySequence.StandardKey.Delete, self._clear).setEnabled(editable)
        menu.addSeparator()
        menu.addAction(self.tr("Copy picture"), lambda: export.copy_image(self.image()))
        menu.addAction(self.tr("Copy as table"), lambda: export.copy_table(self.table()))
        return menu

    def closeEditor(self, editor: QWidget, hint: object) -> None:  # noqa: N802  (Qt's name)
        """Go down after Enter, as in a spreadsheet."""
        from PySide6.QtWidgets import QAbstractItemDelegate

        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
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
                self.fill(target)
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the selection's outline with its handle."""
        super().paintEvent(event)
        box = self._fill_to or self.selected()
        if box is None:
            return
        painter = QPainter(self.viewport())
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
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.cells.refresh()
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

    def _clear(self) -> None:
        """Delete gives back the neutral value: 100 in a grid of modifiers."""
        scale, limits = self.cells.layer.scale, self.cells.layer.limits
        if limits is not None:
            self.set_selected(limits.low if scale.centre is None else scale.centre)

    def _fill_from(self, *, down: bool) -> None:
        box = self.selected()
        if box is None:
            return
        edits: list[Edit] = []
        for row, column in cells_of(self.selected()):
            value = self.cells.value(box[0] if down else row, column if down else box[1])
            if math.isfinite(value):
                edits.append((row, column, value))
        self.cells.apply(edits)

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

    def _say_refused(self, row: int, column: int, message: str) -> None:
        corner = self.visualRect(self.cells.index(row, column)).bottomLeft()
        QToolTip.showText(self.viewport().mapToGlobal(corner), message, self)
        self.refused.emit(message)

    def _selection_changed(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()
