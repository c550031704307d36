"""Copy, paste, clear, fill and replace over shown rows and columns: cells in, one batch of edits out.

Columns are model column numbers in the order shown; rows are shown rows. Nothing here knows widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from shopdesk.ui.grid.columns import CellError
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch, Problem
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.parsing import parse_cell
from shopdesk.ui.grid.selection import Block, rows_by_column

Cell = tuple[int, int]  # shown row, model column


class BatchBuilder:
    """Collects edits of one action and what could not be done."""

    def __init__(self, model: GridModel, action: Action) -> None:
        self._model = model
        self._action = action
        self._cells: dict[Cell, CellEdit] = {}
        self._problems: list[Problem] = []
        self._skipped = 0
        self._parsed: dict[tuple[int, str], Any] = {}

    def put_text(self, row: int, column: int, text: str) -> None:
        """Parse a text into a cell; a text that doesn't fit becomes a problem."""
        if not self._model.is_editable(row, column):
            self._skipped += 1
            return
        try:
            value = self._parse(column, text)
        except CellError as error:
            title = self._model.columns[column].header()
            self._problems.append(Problem(row + 1, title, text, str(error)))
            return
        self._put(row, column, value)

    def put_value(self, row: int, column: int, value: Any) -> None:
        """Put a value that another cell of the same column has, or nothing."""
        if not self._model.is_editable(row, column):
            self._skipped += 1
            return
        self._put(row, column, value)

    def refuse(self, problem: Problem) -> None:
        """Note something that could not be done."""
        self._problems.append(problem)

    def batch(self) -> EditBatch:
        """Return everything as one batch."""
        return EditBatch(self._action, tuple(self._cells.values()), tuple(self._problems), self._skipped)

    def _put(self, row: int, column: int, value: Any) -> None:
        model = self._model
        name = model.columns[column].name
        self._cells[row, column] = CellEdit(model.key(row), name, model.value(row, column), value)

    def _parse(self, column: int, text: str) -> Any:
        if (column, text) not in self._parsed:
            self._parsed[column, text] = parse_cell(self._model.columns[column], text)
        return self._parsed[column, text]


def selected_cells(found: Sequence[Block], shown: Sequence[int]) -> Iterator[Cell]:
    """Yield the selected cells of shown columns, row by row within a column."""
    by_column = rows_by_column(found)
    for column in shown:
        for row in by_column.get(column, ()):
            yield int(row), column


def paste(
    model: GridModel, rows: Sequence[Sequence[str]], *, found: Sequence[Block], current: Cell, shown: Sequence[int]
) -> tuple[EditBatch, list[Block]]:
    """Return the edits of a paste and the area it covers.

    One value fills the selection; a block fills a selection that is a whole multiple of it, otherwise it goes in
    from the selection's first cell, by shown columns and filtered rows.
    """
    builder = BatchBuilder(model, Action.PASTE)
    if not rows:
        return builder.batch(), []
    if len(rows) == 1 and len(rows[0]) == 1 and found:
        for row, column in selected_cells(found, shown):
            builder.put_text(row, column, rows[0][0])
        return builder.batch(), list(found)
    top, left, height, width = _target(rows, found, current, shown)
    fitting_rows = min(height, model.rowCount() - top)
    columns = shown[left : left + width]
    for down in range(fitting_rows):
        line = rows[down % len(rows)]
        for across, column in enumerate(columns):
            if across % _width(rows) < len(line):
                builder.put_text(top + down, column, line[across % _width(rows)])
    _note_overflow(builder, lost_rows=height - fitting_rows, lost_columns=width - len(columns))
    return builder.batch(), [Block(top, top + fitting_rows - 1, tuple(columns))]


def clear(
    model: GridModel, found: Sequence[Block], shown: Sequence[int], *, action: Action = Action.CLEAR
) -> EditBatch:
    """Return the edits that empty the selected cells; cells that must not be blank become problems."""
    builder = BatchBuilder(model, action)
    for row, column in selected_cells(found, shown):
        builder.put_text(row, column, "")
    return builder.batch()


def fill_down(model: GridModel, found: Sequence[Block], shown: Sequence[int]) -> EditBatch:
    """Return the edits that repeat the first row of each selected range; of one row, the row above it."""
    builder = BatchBuilder(model, Action.FILL)
    for block in found:
        first = block.top if block.bottom > block.top else block.top - 1
        if first < 0:
            continue
        for column in (c for c in shown if c in block.columns):
            value = model.value(first, column)
            for row in range(first + 1, block.bottom + 1):
                builder.put_value(row, column, value)
    return builder.batch()


def fill_right(model: GridModel, found: Sequence[Block], shown: Sequence[int]) -> EditBatch:
    """Return the edits that repeat the first column of each selected range; of one column, the one before it."""
    builder = BatchBuilder(model, Action.FILL)
    for block in _joined_columns(found):
        places = [at for at, column in enumerate(shown) if column in block.columns]
        if not places:
            continue
        first = places[0] if len(places) > 1 else places[0] - 1
        if first < 0:
            continue
        for row in range(block.top, block.bottom + 1):
            text = model.plain_text(row, shown[first])
            for at in places:
                if at != first:
                    builder.put_text(row, shown[at], text)
    return builder.batch()


def fill_to(model: GridModel, source: Block, target: Block, shown: Sequence[int]) -> EditBatch:
    """Return the edits of a drag of the fill handle: the source repeats over the rest of the target."""
    builder = BatchBuilder(model, Action.FILL)
    from_columns = [c for c in shown if c in source.columns]
    to_columns = [c for c in shown if c in target.columns]
    if not from_columns:
        return builder.batch()
    shift = to_columns.index(from_columns[0])
    height = source.bottom - source.top + 1
    for row in range(target.top, target.bottom + 1):
        from_row = source.top + (row - source.top) % height
        for at, column in enumerate(to_columns):
            from_column = from_columns[(at - shift) % len(from_columns)]
            if source.top <= row <= source.bottom and column in source.columns:
                continue
            if from_column == column:
                builder.put_value(row, column, model.value(from_row, column))
            else:
                builder.put_text(row, column, model.plain_text(from_row, from_column))
    return builder.batch()


def _joined_columns(found: Sequence[Block]) -> Iterable[Block]:
    """Join ranges of the same rows: moved columns split one rectangle into several ranges."""
    joined: dict[tuple[int, int], tuple[int, ...]] = {}
    for block in found:
        span = (block.top, block.bottom)
        joined[span] = joined.get(span, ()) + block.columns
    return [Block(top, bottom, columns) for (top, bottom), columns in joined.items()]


def _width(rows: Sequence[Sequence[str]]) -> int:
    return max(len(row) for row in rows)


def _target(
    rows: Sequence[Sequence[str]], found: Sequence[Block], current: Cell, shown: Sequence[int]
) -> tuple[int, int, int, int]:
    """Return top row, first place among shown columns, height and width of the area to fill."""
    height, width = len(rows), _width(rows)
    ranges = list(_joined_columns(found))
    if len(ranges) != 1:
        return current[0], shown.index(current[1]), height, width
    block = ranges[0]
    places = sorted(shown.index(column) for column in block.columns if column in shown)
    if not places:
        return current[0], shown.index(current[1]), height, width
    tall, wide = block.bottom - block.top + 1, len(places)
    if tall % height == 0 and wide % width == 0:
        return block.top, places[0], tall, wide
    return block.top, places[0], height, width


def _note_overflow(builder: BatchBuilder, *, lost_rows: int, lost_columns: int) -> None:
    if lost_rows > 0:
        reason = QCoreApplication.translate("Grid", "Rows left out because the table ends: {count}")
        builder.refuse(Problem(0, "", "", reason.format(count=f"{lost_rows:,}")))
    if lost_columns > 0:
        reason = QCoreApplication.translate("Grid", "Columns left out because the table ends: {count}")
        builder.refuse(Problem(0, "", "", reason.format(count=f"{lost_columns:,}")))
