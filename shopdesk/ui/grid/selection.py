"""Selected cells as ranges of shown rows and columns, kept by key when rows move, and summed fast."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from shopdesk.ui.grid.columns import Column
from shopdesk.ui.grid.model import GridModel

_MOST_RUNS = 2_000  # more separate stretches than this are not worth restoring after a sort


@dataclass(frozen=True, slots=True)
class SelectionStats:
    """What the status bar says of the selected cells.

    ``count``, ``total`` and ``average`` are of the numeric cells, in shown units (yuan, percent), None where they
    mean nothing: several kinds of number at once, or the sum of ratios.
    """

    rows: int
    cells: int
    count: int
    total: float | None
    average: float | None
    column: Column | None  # set where all numbers come from one column or kind


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of shown rows and model columns; bounds included."""

    top: int
    bottom: int
    columns: tuple[int, ...]


def blocks(selection: QItemSelection) -> list[Block]:
    """Return the ranges of a selection."""
    return [
        Block(r.top(), r.bottom(), tuple(range(r.left(), r.right() + 1)))
        for r in (selection.at(at) for at in range(selection.count()))
        if r.isValid()
    ]


def selection_of(model: GridModel, top: int, bottom: int, columns: Iterable[int]) -> QItemSelection:
    """Return the selection of a rectangle given by rows and any set of model columns."""
    selection = QItemSelection()
    ordered = sorted(columns)
    start = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at] != ordered[at - 1] + 1:
            first, last = ordered[start], ordered[at - 1]
            selection.append(QItemSelectionRange(model.index(top, first), model.index(bottom, last)))
            start = at
    return selection


def rows_by_column(found: Sequence[Block]) -> dict[int, NDArray[np.int64]]:
    """Return the selected shown rows of each column, sorted, each once."""
    parts: dict[int, list[NDArray[np.int64]]] = {}
    for block in found:
        rows = np.arange(block.top, block.bottom + 1, dtype=np.int64)
        for column in block.columns:
            parts.setdefault(column, []).append(rows)
    return {
        column: arrays[0] if len(arrays) == 1 else np.unique(np.concatenate(arrays)) for column, arrays in parts.items()
    }


def stats(model: GridModel, found: Sequence[Block], *, shown: frozenset[int]) -> SelectionStats:
    """Return counts and sums of the selected cells of the ``shown`` columns."""
    cells = rows_by_column([Block(b.top, b.bottom, tuple(c for c in b.columns if c in shown)) for b in found])
    spans = sorted({(b.top, b.bottom) for b in found})
    rows = _union_length(spans)
    numeric = [(model.columns[at], picked) for at, picked in cells.items() if model.columns[at].is_numeric]
    values = [model.frame.numbers(column)[model.order[picked]] * column.scale for column, picked in numeric]
    known = [array[~np.isnan(array)] for array in values]
    count = sum(len(array) for array in known)
    column = numeric[0][0] if numeric and len({c.kind for c, _ in numeric}) == 1 else None
    adds = column is not None and count > 0 and all(c.adds_up for c, _ in numeric)
    total = float(sum(array.sum() for array in known)) if adds else None
    total_cells = sum(len(picked) for picked in cells.values())
    return SelectionStats(
        rows, total_cells, count, total, None if total is None else total / count, column if count else None
    )


def _union_length(spans: Sequence[tuple[int, int]]) -> int:
    length, reached = 0, -1
    for top, bottom in spans:
        length += max(0, bottom - max(top, reached + 1) + 1)
        reached = max(reached, bottom)
    return length


def keep(model: GridModel, selection: QItemSelection) -> list[tuple[list[Hashable], tuple[int, ...]]]:
    """Return the keys of the selected rows with their columns; nothing where the selection is too large."""
    kept = []
    budget = 5_000
    keys = model.frame.keys
    for block in blocks(selection):
        budget -= block.bottom - block.top + 1
        if budget < 0 or block.bottom >= len(model.order):
            return []
        kept.append(([keys[int(place)] for place in model.order[block.top : block.bottom + 1]], block.columns))
    return kept


def restore(model: GridModel, kept: Iterable[tuple[list[Hashable], tuple[int, ...]]]) -> QItemSelection:
    """Return the selection of remembered rows where they are shown now."""
    selection = QItemSelection()
    inverse = np.full(len(model.frame), -1, dtype=np.int64)
    inverse[model.order] = np.arange(len(model.order))
    for keys, columns in kept:
        places = [place for place in (model.frame.place(key) for key in keys) if place is not None]
        rows = np.unique(inverse[places]) if places else np.empty(0, dtype=np.int64)
        rows = rows[rows >= 0]
        if not len(rows):
            continue
        breaks = np.flatnonzero(np.diff(rows) > 1) + 1
        runs = np.split(rows, breaks)
        if len(runs) > _MOST_RUNS:
            continue
        for run in runs:
            part = selection_of(model, int(run[0]), int(run[-1]), columns)
            selection.merge(part, QItemSelectionModel.SelectionFlag.Select)
    return selection
