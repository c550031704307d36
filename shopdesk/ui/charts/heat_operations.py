"""What is done to the selected cells of a week: typed, nudged, filled, cleared, exchanged with a spreadsheet."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from shopdesk.ui import formats
from shopdesk.ui.charts.heat_block import Block, cells_of
from shopdesk.ui.charts.heat_model import Edit, HeatAction, HeatModel
from shopdesk.ui.charts.heat_paste import filled, placed
from shopdesk.ui.grid.clipboard import format_cells, parse_cells


class Selecting(Protocol):
    """The part of the view that the operations need."""

    def selected(self) -> Block | None:
        """Return the selected block."""

    def select(self, top: int, left: int, bottom: int, right: int) -> None:
        """Select a block, both ends included."""


class HeatOperations(QObject):
    """Every method is one step; ``refused`` tells a cell and why something did not go in."""

    refused = Signal(int, int, str)

    def __init__(self, view: Selecting, cells: HeatModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._cells = cells

    def type(self, row: int, column: int, text: str) -> None:
        """Put what was typed at a cell into all selected ones."""
        places = cells_of(self._view.selected())
        if (row, column) not in places:
            places = [(row, column)]
        self._cells.apply_texts([(*place, text) for place in places], HeatAction.TYPE)

    def set_to(self, value: float) -> None:
        """Set all selected cells."""
        self._cells.apply([(*place, value) for place in cells_of(self._view.selected())], HeatAction.TYPE)

    def nudge(self, step: float) -> None:
        """Raise or lower all selected cells, stopping at the limits; cells that are off stay off.

        Where cells can only be switched, up is on and down is off.
        """
        limits = self._cells.layer.limits
        if limits is None:
            return
        edits: list[Edit] = []
        for row, column in cells_of(self._view.selected()):
            value = self._cells.value(row, column)
            if limits.is_switch:
                edits.append((row, column, limits.low if step > 0 else 0.0))
            elif math.isfinite(value) and not (limits.off and value == 0):
                edits.append((row, column, max(limits.low, min(limits.high, value + step))))
        self._cells.apply(edits, HeatAction.NUDGE, step=step)

    def clear(self) -> None:
        """Give the selected cells back their neutral value: 100 in a week of modifiers."""
        self._reset(HeatAction.CLEAR)

    def cut(self) -> None:
        """Copy the selected cells, then give them back their neutral value."""
        if self._cells.layer.limits is not None:
            self.copy()
            self._reset(HeatAction.CUT)

    def copy(self) -> None:
        """Put the selected block on the clipboard, as Excel reads it."""
        box = self._view.selected()
        if box is None:
            return
        cells, role = self._cells, Qt.ItemDataRole.EditRole
        rows = [
            [str(cells.data(cells.index(row, column), role)) for column in range(box[1], box[3] + 1)]
            for row in range(box[0], box[2] + 1)
        ]
        QGuiApplication.clipboard().setText(format_cells(rows))

    def paste(self) -> None:
        """Put the clipboard in; see ``heat_paste`` for where a block goes."""
        block = parse_cells(QGuiApplication.clipboard().text())
        box = self._view.selected()
        if not block or box is None or self._cells.layer.limits is None:
            return
        pasted = placed(block, box, columns=self._cells.columnCount())
        if pasted.halves:
            message = self.tr("The two halves of some hours differ: show half hours first, then paste.")
            self.refused.emit(box[0], box[1], message)
            return
        self._view.select(*pasted.block)
        self._cells.apply_texts(pasted.cells, HeatAction.PASTE)
        if pasted.lost:
            message = self.tr(
                "{count} {count:cell|cells} did not fit into the week and {count:was|were} left out"
            ).format(count=formats.full(pasted.lost))
            self.refused.emit(box[0], box[1], message)

    def fill(self, target: Block) -> None:
        """Repeat the selected block over ``target``, which contains it."""
        source = self._view.selected()
        if source is None:
            return
        self._repeat(source, target)
        self._view.select(*target)

    def fill_from(self, *, down: bool) -> None:
        """Repeat the first row (or the first column) of the selection over the rest of it."""
        box = self._view.selected()
        if box is None:
            return
        top, left, bottom, right = box
        source = (top, left, top, right) if down else (top, left, bottom, left)
        self._repeat(source, box)

    def _repeat(self, source: Block, target: Block) -> None:
        values = ((at, self._cells.value(*of)) for at, of in filled(source, target))
        self._cells.apply([(*at, value) for at, value in values if math.isfinite(value)], HeatAction.FILL)

    def _reset(self, action: HeatAction) -> None:
        scale, limits = self._cells.layer.scale, self._cells.layer.limits
        if limits is not None:
            neutral = limits.low if scale.centre is None else scale.centre
            self._cells.apply([(*place, neutral) for place in cells_of(self._view.selected())], action)
