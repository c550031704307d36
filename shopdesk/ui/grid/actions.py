"""What can be done with the selected cells: copy, cut, paste, clear, fill, switch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from shopdesk.ui.grid import operations
from shopdesk.ui.grid.clipboard import format_cells, format_html, parse_cells
from shopdesk.ui.grid.columns import Kind
from shopdesk.ui.grid.copying import copied_rows
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from shopdesk.ui.grid.filters import equal_to
from shopdesk.ui.grid.selection import Block

if TYPE_CHECKING:
    from shopdesk.ui.grid.view import GridView

_MOST_HTML_CELLS: Final = 50_000  # beyond it the HTML form costs more than it helps


class GridActions:
    """The verbs of a grid view. Every one that edits sends one batch."""

    def __init__(self, view: GridView) -> None:
        self._view = view

    def copy(self, *, headers: bool = False) -> int:
        """Put the selected cells on the clipboard; return how many rows."""
        rows, as_text = copied_rows(self._view.grid, self._view.blocks(), self._view.shown_columns(), headers=headers)
        if not rows:
            return 0
        data = QMimeData()
        data.setText(format_cells(rows))
        if any(as_text) and len(rows) * len(as_text) <= _MOST_HTML_CELLS and (len(rows) > 1 or len(as_text) > 1):
            data.setHtml(format_html(rows, text_columns=as_text))
        QGuiApplication.clipboard().setMimeData(data)
        return len(rows)

    def cut(self) -> None:
        """Copy, then empty the cells that can be edited."""
        if self.copy():
            self._send(operations.clear(self._view.grid, self._view.blocks(), self._shown(), action=Action.CUT))

    def paste(self) -> None:
        """Paste the clipboard's text."""
        self.paste_text(QGuiApplication.clipboard().text())

    def paste_text(self, text: str) -> None:
        """Paste a text as Excel would: see ``operations.paste``."""
        view = self._view
        current = view.current_cell()
        shown = self._shown()
        if current is None or current[1] not in shown:
            return
        batch, area = operations.paste(view.grid, parse_cells(text), found=view.blocks(), current=current, shown=shown)
        self._send(batch)
        if area:
            view.select_blocks(area)

    def clear(self) -> None:
        """Empty the selected cells."""
        self._send(operations.clear(self._view.grid, self._view.blocks(), self._shown()))

    def fill_down(self) -> None:
        """Repeat the first selected row downwards."""
        self._send(operations.fill_down(self._view.grid, self._view.blocks(), self._shown()))

    def fill_right(self) -> None:
        """Repeat the first selected column to the right."""
        self._send(operations.fill_right(self._view.grid, self._view.blocks(), self._shown()))

    def fill_to(self, source: Block, target: Block) -> None:
        """Repeat the source over the target after a drag of the fill handle."""
        self._send(operations.fill_to(self._view.grid, source, target, self._shown()))
        self._view.select_blocks([target])

    def toggle(self, row: int, column: int) -> bool:
        """Switch a yes-or-no cell; False for any other."""
        model = self._view.grid
        descriptor = model.columns[column]
        if descriptor.kind is not Kind.BOOL or not model.is_editable(row, column):
            return False
        old = model.value(row, column)
        edit = CellEdit(model.key(row), descriptor.name, old, not old)
        model.send(EditBatch(Action.TYPE, (edit,)))
        return True

    def filter_by_cell(self) -> None:
        """Show only rows like the current cell."""
        cell = self._view.current_cell()
        if cell is None:
            return
        model = self._view.grid
        column = model.columns[cell[1]]
        model.set_filter(column.name, equal_to(model.frame, column, int(model.order[cell[0]])))

    def _shown(self) -> list[int]:
        return self._view.shown_columns()

    def _send(self, batch: EditBatch) -> None:
        self._view.grid.send(batch)
        if batch.problems or batch.skipped:
            self._view.refused.emit(batch)
