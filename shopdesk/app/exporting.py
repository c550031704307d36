"""Stored figures as a table to be written: canonical column names, money in yuan, days as days."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.current_facts import current_table
from shopdesk.app.ports import ReportDialects
from shopdesk.app.services import CellKind, ExportColumn, ExportSheet
from shopdesk.app.workspace import Workspace
from shopdesk.domain.facts import TABLES
from shopdesk.domain.metrics import Catalogue

DOCUMENT_MONEY: Final = frozenset(
    ("goods_total", "paid", "payable", "shipping", "shop_discount", "platform_discount", "refunded", "unit_price",
     "line_total", "line_paid", "line_discount", "order_discount_share", "unit_cost", "list_price")
)  # fmt: skip
_CENT: Final = Decimal("0.01")


class UnknownExport(LookupError):
    """No report kind and no fact table has that name."""


def export_names(dialects: ReportDialects) -> list[tuple[str, str]]:
    """Return what can be exported, report kinds before fact tables, each with the table behind it."""
    return [(info.kind, info.table) for info in dialects.kinds()] + [(name, name) for name in TABLES]


def stored_figures(workspace: Workspace, name: str, dialects: ReportDialects) -> pa.Table:
    """Return the current figures of a report kind (from its files only) or of a fact table."""
    table = next((info.table for info in dialects.kinds() if info.kind == name), None)
    if table is None:
        if name not in TABLES:
            raise UnknownExport(name)
        return workspace.table(name)
    ids = [
        record.import_id
        for record in workspace.imports()
        if record.active and record.kind == name and record.table == table
    ]
    return current_table(table, workspace.chunks(ids))


def sheet_of(name: str, rows: pa.Table, *, catalogue: Catalogue) -> ExportSheet:
    """Return figures as a sheet under canonical names; fen become yuan with two places."""
    columns, values = [], []
    for header, column in zip(rows.column_names, rows.columns, strict=True):
        kind = _kind(header, column.type, catalogue)
        columns.append(ExportColumn(header, kind))
        values.append(_values(column, kind))
    return ExportSheet(name, tuple(columns), Columns(values))


class Columns(Sequence[Sequence[Any]]):
    """Rows over column lists, so that a large table is not copied row by row."""

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0]) if self._columns else 0

    def __getitem__(self, position: Any) -> Any:
        return [column[position] for column in self._columns]

    def __iter__(self) -> Any:
        return iter(zip(*self._columns, strict=True))


def _kind(header: str, column_type: pa.DataType, catalogue: Catalogue) -> CellKind:
    if pa.types.is_date(column_type):
        return "date"
    if pa.types.is_timestamp(column_type):
        return "datetime"
    if pa.types.is_integer(column_type):
        metric = catalogue.get(header)
        is_money = header in DOCUMENT_MONEY or (metric is not None and metric.is_fen)
        return "money" if is_money else "integer"
    return "number" if pa.types.is_floating(column_type) else "text"


def _values(column: pa.ChunkedArray, kind: CellKind) -> list[Any]:
    if kind == "money":
        return _list(pc.multiply(column.cast(pa.decimal128(19, 0)), pa.scalar(_CENT)))
    if kind == "number":
        return [None if value is None or value != value else value for value in column.to_pylist()]
    return _list(column)


def _list(values: pa.ChunkedArray) -> list[Any]:
    found: list[Any] = values.to_pylist()
    return found
