"""Reads SpreadsheetML 2003 ("XML table"), as some tools save it under .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_rows, number_text
from shopdesk.io.reading.events import Cells, Event, Problem, SheetStart, TextEncoding, Unreadable
from shopdesk.io.reading.limits import EXCEL_ROWS, Limits
from shopdesk.io.reading.safe_xml import SafeParser
from shopdesk.io.reading.text_encoding import decode_markup

FEED_BYTES = 256 * 1024
BLOCK_CELLS = 200_000
SPARSE_ROWS_LIMIT = 100_000
DECLARED_ENCODING = re.compile(r"(<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']")
DATE_FRACTION = re.compile(r"\.\d+$")

Row = list[str | None]


def read_spreadsheetml(data: bytes, limits: Limits) -> Iterator[Event]:
    """Yield each worksheet; raises ``Unreadable`` for broken XML, document types and entities."""
    text, encoding = decode_markup(data)
    yield TextEncoding(encoding)
    # expat knows no GB18030: hand it UTF-8, and take out the declaration that would say otherwise
    content = DECLARED_ENCODING.sub(r"\1", text[:200]) + text[200:]
    book = _BookBuilder(limits)
    parser = SafeParser(book.start, book.end, book.text, encoding="utf-8")
    payload = content.lstrip("\ufeff \t\r\n").encode("utf-8", errors="replace")
    for start in range(0, len(payload), FEED_BYTES):
        parser.feed(payload[start : start + FEED_BYTES])
        yield from book.take(BLOCK_CELLS)
    parser.feed(b"", final=True)
    yield from book.take(0)
    if book.out_of_range:
        yield Problem("file_cells_out_of_range", Severity.WARNING, values={"count": book.out_of_range})
    if not book.sheets:
        raise Unreadable("file_no_table")


class _BookBuilder:
    """Collects worksheets from the XML; merged cells give their text to the first cell only."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._ready: list[Event] = []
        self._rows: list[Row] = []
        self._cells = 0
        self._row: Row = []
        self._row_number = 0
        self._position = 0
        self._across = 0
        self._type = ""
        self._data: list[str] | None = None
        self._text: str | None = None
        self.sheets = 0
        self.out_of_range = 0

    def take(self, least_cells: int) -> list[Event]:
        """Return what is ready once at least so many cells are."""
        if self._cells < least_cells:
            return []
        self._flush()
        ready, self._ready = self._ready, []
        return ready

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Worksheet":
            self._flush()
            self.sheets += 1
            self._row_number = 0
            self._ready.append(SheetStart(attributes.get("Name", f"Sheet{self.sheets}")))
        elif name == "Row":
            self._start_row(_whole(attributes.get("Index")))
        elif name == "Cell":
            index = _whole(attributes.get("Index"))
            if index and index - 1 >= self._position:
                self._position = index - 1
            self._across = _whole(attributes.get("MergeAcross"))
            self._text = None
        elif name == "Data":
            self._type, self._data = attributes.get("Type", "String"), []

    def end(self, name: str) -> None:
        if name == "Data" and self._data is not None:
            self._text, self._data = _cell_text("".join(self._data), self._type), None
        elif name == "Cell":
            self._put()
        elif name == "Row":
            self._rows.append(self._row)
            self._cells += len(self._row) + 1
        elif name == "Visible" and "".join(self._data or []).strip() in {"SheetHidden", "SheetVeryHidden"}:
            self._hide()

    def text(self, text: str) -> None:
        if self._data is not None:
            self._data.append(text)

    def _start_row(self, index: int) -> None:
        blank = max(0, index - 1 - self._row_number) if index else 0
        if blank > SPARSE_ROWS_LIMIT or self._row_number + blank >= EXCEL_ROWS:
            blank = 0
            self.out_of_range += 1
        self._rows.extend([] for _ in range(blank))
        self._row_number += blank + 1
        self._row, self._position = [], 0

    def _put(self) -> None:
        if self._position >= self._limits.columns:
            self.out_of_range += self._text is not None
        elif self._text:
            self._row.extend([None] * (self._position + 1 - len(self._row)))
            self._row[self._position] = self._text
        self._position = min(self._position + 1 + self._across, self._limits.columns)

    def _flush(self) -> None:
        if self._rows:
            self._ready.append(Cells(batch_of_rows(self._rows)))
        self._rows, self._cells = [], 0

    def _hide(self) -> None:
        for position in range(len(self._ready) - 1, -1, -1):
            event = self._ready[position]
            if isinstance(event, SheetStart):
                self._ready[position] = SheetStart(event.name, hidden=True)
                return


def _whole(text: str | None) -> int:
    return int(text[:9]) if text and text.isascii() and text.isdigit() else 0


def _cell_text(text: str, kind: str) -> str | None:
    if kind == "Number":
        try:
            return number_text(float(text))
        except ValueError:
            return text
    if kind == "DateTime":
        moment = DATE_FRACTION.sub("", text.strip()).replace("T", " ")
        return moment.removeprefix("1899-12-31 ").removeprefix("1899-12-30 ")
    if kind == "Boolean":
        return "true" if text.strip() == "1" else "false"
    return None if kind == "Error" else text
