"""The user's place in a grid: current cell, selection and scroll, kept by row key while the rows move."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

from shopdesk.ui.grid.selection import keep, restore

if TYPE_CHECKING:
    from shopdesk.ui.grid.view import GridView

_SELECT = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """``key`` and ``column`` name the current cell (None, "" without one), ``offset`` its pixels from the top."""

    key: Hashable = None
    column: str = ""
    offset: int = 0
    selected: tuple[tuple[list[Hashable], tuple[int, ...]], ...] = ()

    @classmethod
    def of(cls, view: GridView) -> KeptPlace:
        """Return the place as it is before the rows move."""
        index = view.currentIndex()
        if not index.isValid() or index.row() >= len(view.grid.order):
            return cls()
        return cls(
            view.grid.key(index.row()),
            view.grid.columns[index.column()].name,
            view.rowViewportPosition(index.row()),
            tuple(keep(view.grid, view.selectionModel().selection())),
        )

    def restore(self, view: GridView) -> tuple[int, int] | None:
        """Put current cell, selection and scroll back; return the cell, None where its row isn't shown."""
        row = None if self.key is None else view.grid.row_of_key(self.key)
        column = view.grid.position(self.column)
        if row is None or column < 0:
            return None
        view.selectionModel().setCurrentIndex(view.grid.index(row, column), _SELECT.NoUpdate)
        view.selectionModel().select(restore(view.grid, self.selected), _SELECT.ClearAndSelect)
        if 0 <= self.offset < view.viewport().height():
            view.executeDelayedItemsLayout()
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + view.rowViewportPosition(row) - self.offset)
        return row, column
