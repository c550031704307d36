"""Tables as CSV that Excel opens rightly: UTF-8 with BOM, ids as text, nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from shopdesk.app.services import CellKind, ExportSheet
from shopdesk.io.atomic_file import write_beside

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def write_csv(path: Path, sheet: ExportSheet) -> None:
    """Write one table; raises ``OSError`` (a file open in Excel can't be replaced)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([guarded(column.header) for column in sheet.columns])
    kinds = [column.kind for column in sheet.columns]
    single = len(kinds) == 1
    for row in sheet.rows:
        texts = [cell_text(value, kind) for value, kind in zip(row, kinds, strict=True)]
        if single and not texts[0]:
            buffer.write('""\r\n')  # a bare empty line would not be read as a row
        else:
            writer.writerow(texts)
    for note in sheet.notes:
        writer.writerow([guarded(note)])
    write_beside(path, b"\xef\xbb\xbf" + buffer.getvalue().encode())


def cell_text(value: Any, kind: CellKind) -> str:
    """Return a value as it stands in a CSV: empty for None, money with two places, whole numbers without .0."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value if kind in ("integer", "number", "money", "percent") else guarded(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if kind == "money":
        return f"{value:.2f}"
    return number_text(value)


def number_text(value: float | int) -> str:
    """Return a number without a trailing ``.0``; every digit that it has."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def guarded(text: str) -> str:
    """Return text with an apostrophe before what a spreadsheet would run as a formula (or before an apostrophe)."""
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
