"""A grid as a sheet for .xlsx: the rows and columns shown, in their order, numbers as numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from shopdesk.app.services import CellKind, ExportColumn, ExportSheet
from shopdesk.ui.grid.columns import Column, Kind
from shopdesk.ui.grid.view import GridView

_KINDS: dict[Kind, CellKind] = {
    Kind.INT: "integer",
    Kind.FLOAT: "number",
    Kind.RATIO: "number",
    Kind.MONEY_FEN: "money",
    Kind.PERCENT: "percent",
}


def sheet_of(view: GridView, *, name: str, notes: tuple[str, ...] = ()) -> ExportSheet:
    """Return what a grid shows; a number whose cell words it otherwise (a chance) stays a number."""
    columns = [view.grid.columns[section] for section in view.shown_columns()]
    values = [_values(view, column) for column in columns]
    heads = tuple(ExportColumn(column.header(), _KINDS.get(column.kind, "text")) for column in columns)
    return ExportSheet(name, heads, list(zip(*values, strict=True)), notes)


def _values(view: GridView, column: Column) -> list[Any]:
    frame, order = view.grid.frame, view.grid.order
    if column.kind in _KINDS:
        numbers = frame.numbers(column)[order]
        if column.kind is Kind.MONEY_FEN:
            numbers = numbers / 100
        whole = column.kind is Kind.INT or (column.kind is Kind.FLOAT and column.places == 0)
        return [None if np.isnan(value) else round(value) if whole else float(value) for value in numbers]
    texts = frame.texts(column).to_pylist()
    return [texts[place] for place in order]
