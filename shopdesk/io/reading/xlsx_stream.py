"""The patient second reader for .xlsx: streams the XML, forgives what makes the fast parser give up.

A number cell holding "1,234.50", cells without places, a broken style part, one cell at XFD1048576:
each costs at most itself. Slower by far, so only for files that the fast parser refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_rows, column_position, number_text, serial_text
from shopdesk.io.reading.events import Cells, Event, Problem, SheetStart, Unreadable
from shopdesk.io.reading.limits import EXCEL_ROWS, Limits
from shopdesk.io.reading.safe_xml import SafeParser, read_elements
from shopdesk.io.reading.xlsx_parts import SheetPart, XlsxParts, xlsx_parts
from shopdesk.io.reading.xlsx_scan import chunks

BLOCK_CELLS = 200_000
SPARSE_ROWS_LIMIT = 100_000  # blank rows between two filled ones; more is a stray cell, not a report
BUILTIN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
NOT_FORMAT_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
PLACE = re.compile(r"([A-Za-z]+)(\d+)")

Row = list[str | None]


def stream_xlsx(source: Path | bytes, limits: Limits) -> Iterator[Event]:
    """Yield the sheets of an .xlsx, as far as they can be read."""
    with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
        parts = xlsx_parts(archive)
        strings = _shared_strings(archive, parts.shared_strings, limits)
        dates = _date_styles(archive, parts.styles)
        for part in parts.sheets[: limits.sheets]:
            yield SheetStart(part.name, part.hidden)
            yield from _stream_sheet(archive, part, parts, strings, dates, limits)


def _stream_sheet(
    archive: zipfile.ZipFile, part: SheetPart, parts: XlsxParts, strings: list[str], dates: set[int], limits: Limits
) -> Iterator[Event]:
    sheet = _SheetBuilder(strings, dates, limits, from_1904=parts.from_1904)
    parser = SafeParser(sheet.start, sheet.end, sheet.text)
    try:
        for piece in chunks(archive, part.entry, limits.unpacked_bytes):
            parser.feed(piece)
            if sheet.cells >= BLOCK_CELLS:
                yield Cells(batch_of_rows(sheet.take()))
        parser.feed(b"", final=True)
    except Unreadable as error:
        if error.code not in {"file_damaged", "file_truncated"} or not (sheet.filled_rows or sheet.rows):
            raise
        yield Cells(batch_of_rows(sheet.take()))
        values: dict[str, str | int | float] = {"row": sheet.number + 1}
        yield Problem("file_sheet_cut_off", Severity.WARNING, part.name, sheet.number + 1, values=values)
    else:
        yield Cells(batch_of_rows(sheet.take()))
    if sheet.out_of_range:
        values = {"count": sheet.out_of_range}
        yield Problem("file_cells_out_of_range", Severity.WARNING, part.name, values=values)


class _SheetBuilder:
    """Collects the rows of one worksheet from its XML."""

    def __init__(self, strings: list[str], dates: set[int], limits: Limits, *, from_1904: bool) -> None:
        self._strings, self._dates, self._limits, self._from_1904 = strings, dates, limits, from_1904
        self.rows: list[Row] = []
        self.number = 0  # of rows taken so far, blank ones included
        self.filled_rows = 0
        self.cells = 0
        self.out_of_range = 0
        self._row: Row = []
        self._row_number = 0
        self._position = -1
        self._kind = ""
        self._style = 0
        self._value: list[str] = []
        self._reading = False

    def take(self) -> list[Row]:
        """Return the rows so far and forget them."""
        rows, self.rows, self.cells = self.rows, [], 0
        return rows

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            given = attributes.get("r", "")
            self._row_number = int(given[:12]) if given.isdecimal() else self._row_number + 1
            self._row, self._position = [], -1
        elif name == "c":
            place = PLACE.fullmatch(attributes.get("r", ""))
            self._position = column_position(place[1]) if place else self._position + 1
            self._kind = attributes.get("t", "n")
            style = attributes.get("s", "0")
            self._style = int(style) if style.isdecimal() else 0
            self._value = []
        elif name in {"v", "t"}:
            self._reading = True
        elif name == "rPh":
            self._reading = False

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._reading = False
        elif name == "c":
            if self._value:
                self._put(self._text("".join(self._value)))
        elif name == "row":
            self._finish_row()

    def text(self, text: str) -> None:
        if self._reading:
            self._value.append(text)

    def _put(self, text: str | None) -> None:
        if not text:
            return
        if not 0 <= self._position < self._limits.columns or not 0 < self._row_number <= EXCEL_ROWS:
            self.out_of_range += 1
            return
        self._row.extend([None] * (self._position + 1 - len(self._row)))
        self._row[self._position] = text
        self.cells += 1

    def _finish_row(self) -> None:
        blank = self._row_number - self.number - 1
        if not self._row:
            return
        if blank < 0 or blank > SPARSE_ROWS_LIMIT:
            self.out_of_range += sum(value is not None for value in self._row)
            return
        self.rows.extend([] for _ in range(blank))
        self.rows.append(self._row)
        self.number = self._row_number
        self.filled_rows += 1
        self.cells += len(self._row)  # wide sparse rows cost memory too

    def _text(self, raw: str) -> str | None:
        if self._kind == "s":
            index = int(raw) if raw.strip().isdecimal() else -1
            return self._strings[index] if 0 <= index < len(self._strings) else None
        if self._kind == "b":
            return "true" if raw.strip() in {"1", "true"} else "false"
        if self._kind == "e":
            return None
        if self._kind == "d":
            return raw.replace("T", " ").removesuffix("Z")
        if self._kind != "n":
            return raw
        try:
            number = float(raw)
        except ValueError:
            return raw
        if self._style in self._dates and (text := serial_text(number, from_1904=self._from_1904)):
            return text
        return number_text(number)


class _StringCollector:
    """Collects the shared strings; phonetic guides are no part of the text."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._parts: list[str] = []
        self._depth = {"t": 0, "rPh": 0}

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        if name in self._depth:
            self._depth[name] += 1

    def end(self, name: str) -> None:
        if name in self._depth:
            self._depth[name] -= 1
        elif name == "si":
            self.strings.append("".join(self._parts))
            self._parts.clear()

    def text(self, piece: str) -> None:
        if self._depth["t"] and not self._depth["rPh"]:
            self._parts.append(piece)


def _shared_strings(archive: zipfile.ZipFile, entry: str, limits: Limits) -> list[str]:
    if not entry:
        return []
    collector = _StringCollector()
    parser = SafeParser(collector.start, collector.end, collector.text)
    try:
        for piece in chunks(archive, entry, limits.shared_strings_bytes):
            parser.feed(piece)
    except Unreadable as error:
        if error.code not in {"file_damaged", "file_truncated"} or not collector.strings:
            raise
    return collector.strings


def _date_styles(archive: zipfile.ZipFile, entry: str) -> set[int]:
    """Return the cell styles that show a number as a date; a broken style part gives none."""
    if not entry:
        return set()
    try:
        with archive.open(entry) as stream:
            elements = read_elements(stream, frozenset({"numFmt", "cellXfs", "cellStyleXfs", "xf", "dxfs"}))
    except (Unreadable, zipfile.BadZipFile):
        return set()
    custom = {
        attributes.get("numFmtId", ""): _is_date_code(attributes.get("formatCode", ""))
        for name, attributes in elements
        if name == "numFmt"
    }
    dates: set[int] = set()
    section, style = "", 0
    for name, attributes in elements:
        if name in {"cellXfs", "cellStyleXfs", "dxfs"}:
            section, style = name, 0
        elif name == "xf" and section == "cellXfs":
            number = attributes.get("numFmtId", "0")
            if custom.get(number, number.isdecimal() and int(number) in BUILTIN_DATES):
                dates.add(style)
            style += 1
    return dates


def _is_date_code(code: str) -> bool:
    plain = NOT_FORMAT_CODE.sub("", code.split(";", maxsplit=1)[0]).lower()
    return any(letter in plain for letter in "ymdhs年月日") and "general" not in plain
