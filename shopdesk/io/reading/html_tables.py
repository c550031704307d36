"""Reads HTML tables, as web tools save them under .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_rows
from shopdesk.io.reading.events import Cells, Event, Problem, SheetStart, TextEncoding, Unreadable
from shopdesk.io.reading.limits import EXCEL_ROWS, Limits
from shopdesk.io.reading.text_encoding import decode_markup

FEED_CHARS = 256 * 1024
BLOCK_ROWS = 20_000
SPACES = re.compile(r"[ \t\r\n\f]+")
SHEET_NAME = re.compile(r"<x:Name>([^<]{1,100})</x:Name>", re.IGNORECASE)
IGNORED = frozenset({"script", "style", "head"})

Row = list[str | None]


def read_html(data: bytes, limits: Limits) -> Iterator[Event]:
    """Yield each outermost table as a sheet; raises ``Unreadable`` where there is none."""
    text, encoding = decode_markup(data)
    yield TextEncoding(encoding)
    names = SHEET_NAME.findall(text[: FEED_CHARS * 4])
    parser = _TableParser(limits)
    started = 0
    for number, rows in _blocks(parser, text):
        if number > started:
            started = number
            yield SheetStart(names[number - 1] if number <= len(names) else f"Table {number}")
        yield Cells(batch_of_rows(rows))
    if parser.cut_cells:
        yield Problem("file_cells_out_of_range", Severity.WARNING, values={"count": parser.cut_cells})
    if not started:
        raise Unreadable("file_no_table")


def _blocks(parser: _TableParser, text: str) -> Iterator[tuple[int, list[Row]]]:
    for start in range(0, len(text), FEED_CHARS):
        parser.feed(text[start : start + FEED_CHARS])
        yield from parser.take()
    parser.close()
    parser.finish()
    yield from parser.take(everything=True)


class _TableParser(HTMLParser):
    """Collects the rows of outermost tables; merged cells give their text to the first cell only."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self._limits = limits
        self._tables: list[list[Row]] = []
        self._depth = 0
        self._ignored = 0
        self._row: Row | None = None
        self._cell: list[str] | None = None
        self._column_span = self._row_span = 1
        self._spans: dict[int, int] = {}  # column → rows that a merged cell above still covers
        self._rows_seen = 0
        self.cut_cells = 0

    def take(self, *, everything: bool = False) -> list[tuple[int, list[Row]]]:
        """Return (table number, rows) that are ready, in order, and forget them."""
        taken = []
        for number, rows in enumerate(self._tables, start=1):
            complete = number < len(self._tables) or everything
            if rows and (complete or len(rows) >= BLOCK_ROWS):
                taken.append((number, list(rows)))
                rows.clear()
        return taken

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in IGNORED:
            self._ignored += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1 and len(self._tables) < self._limits.sheets:
                self._tables.append([])
                self._spans, self._rows_seen = {}, 0
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._row = []
        elif self._depth == 1 and tag in {"td", "th"}:
            self._start_cell(dict(attrs))
        elif tag in {"br", "p", "div", "li"} and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in IGNORED:
            self._ignored = max(0, self._ignored - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
            self._depth -= 1
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._ignored:
            self._cell.append(SPACES.sub(" ", data))

    def finish(self) -> None:
        """Take in the row that a cut-off file leaves open."""
        self._end_row()

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if self._row is None:
            self._row = []
        self._cell = []
        self._column_span = _span(attributes.get("colspan"), self._limits.columns)
        self._row_span = _span(attributes.get("rowspan"), EXCEL_ROWS)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        row, text = self._row, "".join(self._cell).replace("\xa0", " ").strip()
        self._cell = None
        while self._spans.get(len(row), 0) > 0:
            row.append(None)
        if len(row) >= self._limits.columns:
            self.cut_cells += 1
            return
        first = len(row)
        width = min(self._column_span, self._limits.columns - first)
        row.append(text or None)
        row.extend([None] * (width - 1))
        if self._row_span > 1:
            for column in range(first, first + width):
                self._spans[column] = self._row_span

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._spans = {column: rows - 1 for column, rows in self._spans.items() if rows > 1}
        if self._tables and self._rows_seen < self._limits.rows:
            self._tables[-1].append(self._row)
            self._rows_seen += 1
        self._row = None


def _span(text: str | None, limit: int) -> int:
    return min(int(text), limit) if text and text.isascii() and text.isdigit() and text.strip("0") else 1
