"""Tables as .xlsx: numbers as numbers, text always as text, nothing that runs as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from shopdesk.app.file_names import NotWritable
from shopdesk.app.services import CellKind, ExportColumn, ExportSheet
from shopdesk.io.atomic_file import write_beside

MAX_CELL_CHARACTERS: Final = 32_767
MAX_ROWS: Final = 1_048_576
_MAX_EXACT_INTEGER: Final = 10**15  # Excel keeps 15 digits; longer whole numbers go as text
_FORMATS: Final[dict[CellKind, str]] = {
    "text": "@",
    "integer": "#,##0",
    "number": "#,##0.00##",
    "money": "#,##0.00",
    "percent": "0.00%",
    "date": "yyyy-mm-dd",
    "datetime": "yyyy-mm-dd hh:mm:ss",
}
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as the letter A
_FORBIDDEN_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_WIDEST: Final = 60


def write_workbook(path: Path, sheets: Sequence[ExportSheet]) -> None:
    """Write sheets in order; raises ``OSError`` (a file open in Excel) or ``NotWritable`` (too many rows)."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    names: set[str] = set()
    for sheet in sheets or [ExportSheet("Sheet1", (), ())]:
        if len(sheet.rows) >= MAX_ROWS:
            raise NotWritable("rows", str(len(sheet.rows)))
        _write_sheet(book.create_sheet(free_sheet_name(sheet.name, names)), sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    write_beside(path, buffer.getvalue())


def write_rejected(path: Path, sheets: Sequence[tuple[str, pa.Table]]) -> None:
    """Write refused rows with their reasons, one sheet a source file, all cells as text."""
    write_workbook(path, [_rejected_sheet(name, rows) for name, rows in sheets])


def _rejected_sheet(name: str, rows: pa.Table) -> ExportSheet:
    columns = tuple(ExportColumn(header) for header in rows.column_names)
    values = [column.to_pylist() for column in rows.columns]
    return ExportSheet(name, columns, [[_text(value) for value in row] for row in zip(*values, strict=True)])


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _write_sheet(target: Any, sheet: ExportSheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    target.freeze_panes = "A2"
    for position, column in enumerate(sheet.columns, start=1):
        target.column_dimensions[get_column_letter(position)].width = column.width or _fitted(column.header)
    heads = []
    for column in sheet.columns:
        cell = _text_cell(WriteOnlyCell, target, column.header)
        cell.font = Font(bold=True)
        heads.append(cell)
    target.append(heads)
    for cells in _rows(target, sheet, WriteOnlyCell):
        target.append(cells)
    for note in sheet.notes:
        target.append([_text_cell(WriteOnlyCell, target, note)])


def _rows(target: Any, sheet: ExportSheet, cell_type: Any) -> Iterator[list[Any]]:
    kinds = [column.kind for column in sheet.columns]
    for row in sheet.rows:
        yield [_cell(cell_type, target, value, kind) for value, kind in zip(row, kinds, strict=True)]


def _cell(cell_type: Any, target: Any, value: Any, kind: CellKind) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _text_cell(cell_type, target, value)
    if isinstance(value, int) and abs(value) >= _MAX_EXACT_INTEGER:
        return _text_cell(cell_type, target, str(value))
    cell = cell_type(target, value)
    cell.number_format = _FORMATS["datetime" if isinstance(value, datetime) else _date_kind(value, kind)]
    return cell


def _date_kind(value: Any, kind: CellKind) -> CellKind:
    return "date" if isinstance(value, date) else kind


def clean_text(text: str) -> str:
    """Return a text as a cell may hold it: cut to length, without signs that XML refuses."""
    return _LOOKS_ESCAPED.sub("_x005F_", _ILLEGAL.sub("\ufffd", text[:MAX_CELL_CHARACTERS]))


def _text_cell(cell_type: Any, target: Any, text: str) -> Any:
    cell = cell_type(target, clean_text(text))
    cell.data_type = "s"  # openpyxl takes a leading "=" for a formula and "#N/A" for an error
    cell.number_format = "@"
    return cell


def free_sheet_name(name: str, taken: set[str]) -> str:
    """Return a sheet name that Excel allows and that no other sheet has, whatever its case."""
    base = _FORBIDDEN_IN_NAMES.sub(" ", name).strip(" '")[:31] or "Sheet"
    free, number = base, 1
    while free.casefold() in taken:
        number += 1
        free = f"{base[: 30 - len(str(number))]}~{number}"
    taken.add(free.casefold())
    return free


def _fitted(header: str) -> float:
    wide = sum(2 if ord(character) > 0x2E80 else 1 for character in header)
    return float(min(max(wide + 2, 10), _WIDEST))
