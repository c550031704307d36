"""Where a key takes the current cell: pure steps over shown rows and shown columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

Key = Qt.Key
Cell = tuple[int, int]  # shown row, place among shown columns


@dataclass(frozen=True, slots=True)
class Extent:
    """The size of what is shown, and whether a cell holds something."""

    rows: int
    columns: int
    page: int
    filled: Callable[[int, int], bool]

    def clamp(self, row: int, column: int) -> Cell:
        """Return the nearest cell inside."""
        return min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)


_STEPS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}


def moved(cell: Cell, key: int, *, ctrl: bool, extent: Extent) -> Cell | None:
    """Return the cell that a navigation key leads to, None for other keys."""
    row, column = cell
    step = _STEPS.get(Key(key))
    if step is not None:
        return data_edge(cell, step, extent) if ctrl else extent.clamp(row + step[0], column + step[1])
    if key == Key.Key_Home:
        return extent.clamp(0 if ctrl else row, 0)
    if key == Key.Key_End:
        return extent.clamp(extent.rows - 1 if ctrl else row, extent.columns - 1)
    if key == Key.Key_PageUp:
        return extent.clamp(row - extent.page, column)
    if key == Key.Key_PageDown:
        return extent.clamp(row + extent.page, column)
    return None


def data_edge(cell: Cell, step: tuple[int, int], extent: Extent) -> Cell:
    """Return where Ctrl and an arrow lead: the end of the filled stretch, else the next filled cell, else the end."""
    row, column = cell
    down, across = step

    def inside(r: int, c: int) -> bool:
        return 0 <= r < extent.rows and 0 <= c < extent.columns

    if not inside(row + down, column + across):
        return cell
    stretch = extent.filled(row, column) and extent.filled(row + down, column + across)
    row, column = row + down, column + across
    while inside(row + down, column + across):
        if stretch and not extent.filled(row + down, column + across):
            break
        if not stretch and extent.filled(row, column):
            break
        row, column = row + down, column + across
    return row, column


def next_in_block(cell: Cell, key: int, *, back: bool, top: int, bottom: int, left: int, right: int) -> Cell:
    """Return the next cell of a selected rectangle: Enter runs down its columns, Tab along its rows, around."""
    row, column = cell
    height, width = bottom - top + 1, right - left + 1
    if key == Key.Key_Tab:
        at = ((row - top) * width + (column - left) + (-1 if back else 1)) % (height * width)
        return top + at // width, left + at % width
    at = ((column - left) * height + (row - top) + (-1 if back else 1)) % (height * width)
    return top + at % height, left + at // height
