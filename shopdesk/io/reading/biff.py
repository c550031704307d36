"""The second reader for BIFF .xls, for files that the fast parser refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_rows, number_text, serial_text
from shopdesk.io.reading.events import Cells, Event, Problem, SheetStart, Unreadable
from shopdesk.io.reading.limits import Limits

EMPTY, TEXT, NUMBER, DATE, BOOLEAN = 0, 1, 2, 3, 4


def read_biff(source: Path | bytes, limits: Limits) -> Iterator[Event]:
    """Yield the sheets of a .xls; raises ``Unreadable`` where this parser can't either."""
    book = _open(source)
    if book.nsheets > limits.sheets:
        values: dict[str, str | int | float] = {"count": book.nsheets, "limit": limits.sheets}
        yield Problem("file_too_many_sheets", Severity.WARNING, values=values)
    for index in range(min(book.nsheets, limits.sheets)):
        sheet = book.sheet_by_index(index)
        yield SheetStart(sheet.name, sheet.visibility != 0)
        rows = [[_text(cell, book.datemode) for cell in sheet.row(number)] for number in range(sheet.nrows)]
        yield Cells(batch_of_rows(rows))
        book.unload_sheet(index)


def _open(source: Path | bytes) -> Any:
    import xlrd

    options: dict[str, Any] = {"on_demand": True, "ragged_rows": True, "logfile": _Silence()}
    try:
        if isinstance(source, bytes):
            return xlrd.open_workbook(file_contents=source, **options)
        return xlrd.open_workbook(str(source), **options)
    except xlrd.XLRDError as error:
        code = "file_password" if "encrypt" in str(error).lower() else "file_damaged"
        raise Unreadable(code, detail=str(error)[:200]) from None


class _Silence:
    """Takes the parser's chatter, which is not for users."""

    def write(self, _text: str) -> None:
        """Drop it."""


def _text(cell: Any, datemode: int) -> str | None:
    if cell.ctype == TEXT:
        return str(cell.value).replace("\x00", "")
    if cell.ctype == NUMBER:
        return number_text(cell.value)
    if cell.ctype == DATE:
        return serial_text(cell.value, from_1904=datemode == 1) or number_text(cell.value)
    if cell.ctype == BOOLEAN:
        return "true" if cell.value else "false"
    return None
