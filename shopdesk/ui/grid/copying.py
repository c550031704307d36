"""The selected cells as texts, read a column at a time so that large selections stay quick."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.grid.columns import Column, Kind
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.selection import Block, rows_by_column
from shopdesk.ui.grid.texts import row_of


def copied_rows(
    model: GridModel, found: Sequence[Block], shown: Sequence[int], *, headers: bool = False
) -> tuple[list[list[str]], list[bool]]:
    """Return the texts of the selected cells and which columns are text.

    Rows and columns that hold a selected cell make up the block; cells of it that are not selected are "".
    """
    by_column = rows_by_column(found)
    columns = [column for column in shown if column in by_column]
    if not columns:
        return [], []
    rows = np.unique(np.concatenate([by_column[column] for column in columns]))
    parts = [_column_part(model, column, by_column[column], rows) for column in columns]
    block = [list(line) for line in zip(*parts, strict=True)]
    if headers:
        block.insert(0, [model.columns[column].header() for column in columns])
    return block, [model.columns[column].kind is Kind.TEXT for column in columns]


def plain_texts(frame: GridFrame, column: Column, places: NDArray[np.int64]) -> list[str]:
    """Return copied texts of a column at places of the frame."""
    if column.text is not None:
        return [column.text(row_of(frame, int(place))) for place in places]
    store = frame.store(column.name) if column.name in frame else None
    if store is not None and not isinstance(store, np.ndarray) and column.format is None and column.kind is Kind.TEXT:
        return [text or "" for text in store.take(places).to_pylist()]
    exact = {Kind.INT: 0, Kind.MONEY_FEN: 2}.get(column.kind)
    if store is not None and exact == column.places and column.format is None:
        return [text or "" for text in frame.texts(column).take(places).to_pylist()]
    if store is not None and column.is_numeric and column.format is None and column.kind is not Kind.INT:
        return _number_texts(frame.numbers(column)[places] * column.scale, column)
    shown = column.plain
    return [shown(frame.value(column.name, int(place))) for place in places]


def _number_texts(numbers: NDArray[np.float64], column: Column) -> list[str]:
    """Return numbers as ``Column.plain`` does: six places, without the zeros beyond the shown places."""
    is_money = column.kind is Kind.MONEY_FEN
    least = 2 if is_money else column.places
    most = 2 if is_money else max(least, 6)
    sign = "%" if column.kind is Kind.PERCENT else ""
    zeros = "0" * (most - least)
    texts = []
    for number in numbers.tolist():
        text = f"{number:.{most}f}"
        if zeros:
            text = text[: -len(zeros)].rstrip(".") if text.endswith(zeros) else text.rstrip("0")
        texts.append("" if math.isnan(number) else text + sign)
    return texts


def _column_part(model: GridModel, column: int, selected: NDArray[np.int64], rows: NDArray[np.int64]) -> list[str]:
    texts = plain_texts(model.frame, model.columns[column], model.order[selected])
    if len(selected) == len(rows):
        return texts
    part = [""] * len(rows)
    for at, text in zip(np.searchsorted(rows, selected), texts, strict=True):
        part[int(at)] = text
    return part
