"""Reads .xlsx .xlsb .xls .ods with the fast parser, as text."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_columns, has_long_digits, mark_damaged, tidy
from shopdesk.io.reading.events import Cells, Event, Problem, Progress, SheetStart, Unreadable
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.sniffing import Format
from shopdesk.io.reading.xlsx_blocks import NotCuttable, is_large, read_blocks
from shopdesk.io.reading.xlsx_parts import SheetPart, XlsxParts, xlsx_parts
from shopdesk.io.reading.xlsx_scan import SheetScan, check_hostile, has_long_numbers, scan_sheet

EXTENSIONS: dict[Format, frozenset[str]] = {
    Format.XLSX: frozenset({".xlsx", ".xlsm"}),
    Format.XLS: frozenset({".xls"}),
    Format.XLSB: frozenset({".xlsb"}),
    Format.ODS: frozenset({".ods"}),
}


def read_workbook(source: Path | bytes, kind: Format, limits: Limits) -> Iterator[Event]:
    """Yield the sheets of a workbook; raises ``Unreadable`` where the fast parser can't."""
    if kind is Format.XLSX:
        try:
            yield from _read_xlsx(source, limits)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise Unreadable("file_truncated", retry=True, detail=str(error)) from None
    else:
        reader = _open(source, kind)
        names = reader.sheet_names
        yield from _too_many(len(names), limits)
        for index, name in enumerate(names[: limits.sheets]):
            yield from _read_plain_sheet(reader, index, name)
            yield Progress((index + 1) / len(names))


def _read_xlsx(source: Path | bytes, limits: Limits) -> Iterator[Event]:
    with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
        parts = xlsx_parts(archive)
        if check_hostile(archive, parts, limits, whole=False):
            raise Unreadable("file_damaged", retry=True, detail="cell places outside Excel's limits")
        yield from _too_many(len(parts.sheets), limits)
        opened = _Opened(source)
        for number, part in enumerate(parts.sheets[: limits.sheets], start=1):
            yield SheetStart(part.name, part.hidden)
            blocks = _blocks(archive, parts, part, limits) if is_large(archive, part) else None
            if blocks is None:
                yield from _read_xlsx_sheet(opened, archive, part, limits)
            else:
                yield from blocks
            yield Progress(number / len(parts.sheets))


class _Opened:
    """The workbook in the fast parser, opened when the first sheet needs it."""

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._reader: Any = None

    def find(self, name: str) -> tuple[Any, int]:
        """Return the parser and the number of a sheet in it."""
        if self._reader is None:
            self._reader = _open(self._source, Format.XLSX)
        names = self._reader.sheet_names
        if name not in names:
            raise Unreadable("file_damaged", retry=True, detail=name)
        return self._reader, names.index(name)


def _blocks(archive: zipfile.ZipFile, parts: XlsxParts, part: SheetPart, limits: Limits) -> Iterator[Event] | None:
    """Return the events of a large sheet, None where its XML can't be cut."""
    results = read_blocks(archive, parts, part, _load_block, limits)
    try:
        first = next(results, None)
    except NotCuttable:
        return None
    return None if first is None else _block_events(part.name, chain((first,), results))


def _block_events(name: str, results: Iterable[tuple[pa.RecordBatch, SheetScan]]) -> Iterator[Event]:
    whole = SheetScan()
    try:
        for batch, scan in results:
            whole.add(scan)
            yield Cells(batch)
    except NotCuttable:
        raise Unreadable("file_damaged", retry=True, detail="rows out of order") from None
    yield from whole.problems(name)


def _load_block(book: bytes, *, marked: bool, long_numbers: bool) -> pa.RecordBatch:
    """Read one block; with a mark its rows begin at the mark's row, otherwise at row 1."""
    reader = _open(book, Format.XLSX)
    offset = _ColumnOffset()
    skip_rows = None if marked else 0
    batch = _load(reader, 0, offset, skip_rows=skip_rows)
    if long_numbers:
        batch = _mark_damaged(reader, 0, batch, skip_rows=skip_rows)
    return tidy(offset.pad(batch))


def _read_xlsx_sheet(opened: _Opened, archive: zipfile.ZipFile, part: SheetPart, limits: Limits) -> Iterator[Event]:
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="scan") as scanner:
        pending = scanner.submit(scan_sheet, archive, part.entry, limits)
        reader, index = opened.find(part.name)
        offset = _ColumnOffset()
        batch = _load(reader, index, offset)
        scan = pending.result()
    if any(map(has_long_digits, batch.columns)) and has_long_numbers(archive, part.entry, limits):
        batch = _mark_damaged(reader, index, batch)
    yield Cells(tidy(offset.pad(batch)))
    yield from scan.problems(part.name)


def _read_plain_sheet(reader: Any, index: int, name: str) -> Iterator[Event]:
    offset = _ColumnOffset()
    with _parser_errors():
        sheet = reader.load_sheet(index, header_row=None, dtypes="string", skip_rows=0, use_columns=offset)
        batch = sheet.to_arrow()
    yield SheetStart(name, sheet.visible != "visible")
    yield Cells(tidy(offset.pad(_mark_damaged(reader, index, batch))))


class _ColumnOffset:
    """Learns in which column of the sheet its first used cell stands: the parser leaves blank ones out."""

    def __init__(self) -> None:
        self._first: int | None = None

    def __call__(self, column: Any) -> bool:
        if self._first is None:
            self._first = column.absolute_index
        return True

    def pad(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the batch with the blank columns before it."""
        blank = pa.nulls(batch.num_rows, pa.string())
        return batch_of_columns([blank] * (self._first or 0) + batch.columns)


def _mark_damaged(reader: Any, index: int, batch: pa.RecordBatch, *, skip_rows: int | None = 0) -> pa.RecordBatch:
    """Mark number cells that lost digits; only columns with long text are read again, as truth values.

    Read so, a number cell is true or false and a text cell is null: the one way to tell them apart here.
    """
    columns = list(batch.columns)
    suspects = [position for position, column in enumerate(columns) if has_long_digits(column)]
    if not suspects:
        return batch
    kinds = reader.load_sheet(
        index,
        header_row=None,
        dtypes="boolean",
        skip_rows=skip_rows,
        use_columns=lambda column: column.index in suspects,
        eager=True,
    )
    for number, position in enumerate(suspects):
        columns[position] = mark_damaged(columns[position], kinds.column(number).is_valid())
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _load(reader: Any, index: int, offset: _ColumnOffset, *, skip_rows: int | None = 0) -> pa.RecordBatch:
    with _parser_errors():
        return reader.load_sheet(
            index, header_row=None, dtypes="string", skip_rows=skip_rows, eager=True, use_columns=offset
        )


def _open(source: Path | bytes, kind: Format) -> Any:
    import fastexcel

    with _parser_errors():
        return fastexcel.read_excel(source if isinstance(source, bytes) else _openable(source, kind))


def _openable(path: Path, kind: Format) -> str | bytes:
    """Return the path for the parser, or the bytes where the file has a wrong or no extension: it trusts that."""
    text = str(path.absolute())
    trusted = path.suffix.lower() in EXTENSIONS[kind] and text.isprintable()
    return text if trusted else path.read_bytes()


@contextmanager
def _parser_errors() -> Iterator[None]:
    """Turn what the parser says into ``Unreadable``; its panics pass on and end the task."""
    import fastexcel

    try:
        yield
    except (fastexcel.FastExcelError, ValueError, RuntimeError) as error:
        raise _unreadable(error) from None


def _unreadable(error: Exception) -> Unreadable:
    text = str(error)
    if "password" in text.lower() or "encrypt" in text.lower():
        return Unreadable("file_password")
    return Unreadable("file_damaged", retry=True, detail=text.splitlines()[0][:200] if text else type(error).__name__)


def _too_many(count: int, limits: Limits) -> Iterator[Problem]:
    if count > limits.sheets:
        yield Problem("file_too_many_sheets", Severity.WARNING, values={"count": count, "limit": limits.sheets})
