"""Looks through the XML of worksheets for what the fast parser does not tell: it takes text only.

Formulas without a stored value, error cells, number cells with lost digits, and the places
(row 4294967295, column XFDZZZZ1, four milliard shared strings) that make the fast parser abort.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import column_position
from shopdesk.io.reading.events import Problem, Unreadable
from shopdesk.io.reading.limits import EXCEL_COLUMNS, EXCEL_ROWS, MIB_BYTES, Limits
from shopdesk.io.reading.xlsx_parts import XlsxParts

CHUNK_BYTES = 1 * MIB_BYTES
OVERLAP_BYTES = 2048  # a formula longer than this that stands across two chunks goes unseen
HOSTILE_CHECK_BYTES = 8 * MIB_BYTES  # larger sheets are judged only after the fast parser failed on them
DENSE_CELLS_LIMIT = 80_000_000  # the largest legal sheet of 50 columns has 52 million

FORMULA_WITHOUT_VALUE = re.compile(
    rb"<(?:\w+:)?c( [^>]*)?>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
ERROR_CELL = re.compile(rb'<(?:\w+:)?c( [^>]*\bt="e"[^>]*)>')
LONG_NUMBER = re.compile(rb"<v>-?(?:\d{16}|\d(?:\.\d+)?[eE]\+?1[5-9]|\d(?:\.\d+)?[eE]\+?[2-9])")
CELL_PLACE = re.compile(rb'<(?:\w+:)?(?:c|row)\b[^>]*?\sr="([A-Za-z]*)(\d+)"')
REFERENCE = re.compile(rb'\br="([A-Za-z]+)(\d+)"')
UNIQUE_COUNT = re.compile(rb'uniqueCount="(\d+)"')


@dataclass(slots=True)
class Finding:
    """How often something was met in a sheet, and where first."""

    count: int = 0
    row: int | None = None
    column: str = ""

    def add(self, other: Finding) -> None:
        """Count what was found further on in the sheet."""
        if not self.count:
            self.row, self.column = other.row, other.column
        self.count += other.count

    def note(self, attributes: bytes) -> None:
        """Count one cell with these attributes."""
        if not self.count and (place := REFERENCE.search(attributes)):
            self.column, self.row = place[1].decode(), int(place[2])
        self.count += 1


@dataclass(slots=True)
class SheetScan:
    """What one worksheet's XML holds."""

    formulas_without_value: Finding = field(default_factory=Finding)
    error_cells: Finding = field(default_factory=Finding)
    long_numbers: bool = False  # only told for blocks; whole sheets ask ``has_long_numbers`` where it matters

    def add(self, other: SheetScan) -> None:
        """Take in what was found further on in the sheet."""
        self.formulas_without_value.add(other.formulas_without_value)
        self.error_cells.add(other.error_cells)
        self.long_numbers = self.long_numbers or other.long_numbers

    def problems(self, sheet: str) -> Iterator[Problem]:
        """Yield the issues of the sheet."""
        for code, finding in (
            ("file_formulas_without_value", self.formulas_without_value),
            ("file_error_cells", self.error_cells),
        ):
            if finding.count:
                values: dict[str, str | int | float] = {"count": finding.count}
                yield Problem(code, Severity.WARNING, sheet, finding.row, finding.column, values=values)


def scan_sheet(archive: zipfile.ZipFile, entry: str, limits: Limits) -> SheetScan:
    """Return what a worksheet holds; raises ``Unreadable`` where its stated size lies by far."""
    scan = SheetScan()
    tail = b""
    for piece in chunks(archive, entry, limits.unpacked_bytes):
        text = tail + piece
        _scan_piece(text, scan, keep=min(len(tail), OVERLAP_BYTES))
        cut = text.rfind(b"<c", max(0, len(text) - OVERLAP_BYTES))
        tail = text[cut:] if cut >= 0 else b""
    return scan


def has_long_numbers(archive: zipfile.ZipFile, entry: str, limits: Limits) -> bool:
    """Return whether a worksheet has number cells that lost digits; asked only where long digits were read."""
    tail = b""
    for piece in chunks(archive, entry, limits.unpacked_bytes):
        if LONG_NUMBER.search(tail + piece):
            return True
        tail = piece[-64:]
    return False


def scan_text(text: bytes, scan: SheetScan) -> None:
    """Look through whole rows of a worksheet."""
    _scan_piece(text, scan, keep=0)
    scan.long_numbers = LONG_NUMBER.search(text) is not None


def check_hostile(archive: zipfile.ZipFile, parts: XlsxParts, limits: Limits, *, whole: bool) -> bool:
    """Return whether the fast parser must not see this file; large sheets are looked at only with ``whole``."""
    if parts.shared_strings and _claims_too_many_strings(archive, parts.shared_strings):
        return True
    suspects = [
        sheet.entry for sheet in parts.sheets if whole or archive.getinfo(sheet.entry).file_size <= HOSTILE_CHECK_BYTES
    ]
    return any(_has_hostile_places(archive, entry, limits) for entry in suspects)


def chunks(archive: zipfile.ZipFile, entry: str, limit_bytes: int) -> Iterator[bytes]:
    """Yield the bytes of an entry in large pieces, at most ``limit_bytes`` in all."""
    total = 0
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(CHUNK_BYTES):
                total += len(piece)
                if total > limit_bytes:
                    raise Unreadable("file_zip_bomb", limit_mib=limit_bytes // MIB_BYTES)
                yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Unreadable("file_truncated", retry=True, detail=str(error)) from None


def _scan_piece(text: bytes, scan: SheetScan, *, keep: int) -> None:
    """Look through one piece; matches that lie wholly in the overlap were counted with the piece before."""
    if b"<f" in text or b":f" in text:
        for match in FORMULA_WITHOUT_VALUE.finditer(text):
            if match.end() > keep and b't="str"' not in (match[1] or b""):
                scan.formulas_without_value.note(match[1] or b"")
    if b't="e"' in text:
        for match in ERROR_CELL.finditer(text):
            if match.end() > keep:
                scan.error_cells.note(match[1])


def _claims_too_many_strings(archive: zipfile.ZipFile, entry: str) -> bool:
    info = archive.getinfo(entry)
    with archive.open(entry) as stream:
        claim = UNIQUE_COUNT.search(stream.read(4096))
    return claim is not None and int(claim[1]) > max(1000, info.file_size)


def _has_hostile_places(archive: zipfile.ZipFile, entry: str, limits: Limits) -> bool:
    last_row = last_column = cells = 0
    first_row = EXCEL_ROWS
    tail = b""
    for piece in chunks(archive, entry, limits.unpacked_bytes):
        text = tail + piece
        for letters, digits in CELL_PLACE.findall(text):
            row = int(digits[:12])
            if letters:
                cells += 1
                last_column = max(last_column, column_position(letters.decode()))
                first_row = min(first_row, row)
                last_row = max(last_row, row)
            if row > EXCEL_ROWS or last_column >= EXCEL_COLUMNS:
                return True
        tail = text[-256:]
    area = max(0, last_row - first_row + 1) * (last_column + 1)
    return area > DENSE_CELLS_LIMIT and area > cells * 20
