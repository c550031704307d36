"""Reads CSV and TSV: the fast parser where every row has the same cells, a patient one elsewhere."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_rows, column_names
from shopdesk.io.reading.events import Cells, Event, Problem, Progress, SheetStart, TextEncoding, Unreadable
from shopdesk.io.reading.limits import EXCEL_CELL_CHARS, KIB_BYTES, MIB_BYTES, Limits
from shopdesk.io.reading.records import RecordReader
from shopdesk.io.reading.text_encoding import decode

DELIMITERS = (",", "\t", ";", "|")
SAMPLE_BYTES = 64 * 1024
SAMPLE_RECORDS = 60
PREAMBLE_RECORDS = 30
FAST_COLUMNS_LIMIT = 2_000
BLOCK_BYTES = 4 * MIB_BYTES
BLOCK_CELLS = 400_000
TRAILING_BLANK = b" \t\r\n,;|\x1a"
SEPARATOR_LINE = re.compile(rb'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
LINE_ENDS = (b"\n", b"\r")
TAIL_BYTES = 64 * KIB_BYTES


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text file is laid out: its delimiter, and whether all rows after a preamble have one width."""

    delimiter: str
    preamble_rows: int
    preamble_bytes: int
    width: int
    regular: bool


def read_delimited(data: bytes, limits: Limits, encoding: str = "") -> Iterator[Event]:
    """Yield the one sheet of a text file; ``encoding`` is the user's choice, "" lets the bytes decide."""
    if len(data) > limits.text_bytes:
        raise Unreadable("file_too_large", limit_mib=limits.text_bytes // MIB_BYTES)
    decoded = decode(data, encoding)
    del data
    yield TextEncoding(decoded.encoding)
    yield from decoded.problems
    text = decoded.data
    given = SEPARATOR_LINE.match(text)
    if given:
        text = text[given.end() :]
    text = _without_blank_end(text)
    _check_lines(text, limits)
    if not text.strip():
        raise Unreadable("file_no_cells")
    layout = find_layout(text, given[1].decode("latin-1") if given else "")
    yield SheetStart("")
    fast = _read_fast(text, layout) if layout.regular else None
    if fast is None:
        yield from _read_patiently(text, layout.delimiter, limits)
    else:
        yield from map(Cells, fast)
    yield Progress(1.0)


def find_layout(text: bytes, delimiter: str = "") -> Layout:
    """Return the layout that the first rows show; ``delimiter`` "" lets them decide."""
    sample = _sample(text)
    candidates = {mark: _records(sample, mark) for mark in (delimiter or DELIMITERS)}
    best = max(candidates, key=lambda mark: _regularity(candidates[mark]))
    records = candidates[best]
    width = Counter(len(record) for record, _ in records).most_common(1)[0][0]
    preamble = next((number for number, (record, _) in enumerate(records) if len(record) == width), 0)
    preamble_bytes = len("".join(raw for _, raw in records[:preamble]).encode())
    regular = (
        1 <= width <= FAST_COLUMNS_LIMIT
        and preamble <= PREAMBLE_RECORDS
        and all(len(record) == width for record, _ in records[preamble:])
        and not _has_blank_lines(text[preamble_bytes:] if preamble else text)
        and text.count(b'"') % 2 == 0
    )
    return Layout(best, preamble, preamble_bytes, width, regular)


def _read_fast(text: bytes, layout: Layout) -> list[pa.RecordBatch] | None:
    """Return the rows as the fast parser gives them, None where a row is not like the others."""
    from pyarrow import csv as arrow_csv

    irregular = False

    def refuse(_row: object) -> str:
        nonlocal irregular
        irregular = True
        return "error"

    names = column_names(layout.width)
    quoted = b'"' in text
    body = pa.py_buffer(text).slice(layout.preamble_bytes) if layout.preamble_bytes else pa.py_buffer(text)
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(body),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=BLOCK_BYTES),
            parse_options=arrow_csv.ParseOptions(
                delimiter=layout.delimiter,
                quote_char='"' if quoted else False,
                newlines_in_values=quoted,
                ignore_empty_lines=False,
                invalid_row_handler=refuse,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        return None
    if irregular or (quoted and _swallowed(table)):
        return None
    batches: list[pa.RecordBatch] = table.to_batches()
    if layout.preamble_rows:
        records = _records(text[: layout.preamble_bytes].decode(), layout.delimiter)
        batches.insert(0, batch_of_rows([record for record, _ in records[: layout.preamble_rows]]))
    return batches


def _read_patiently(text: bytes, delimiter: str, limits: Limits) -> Iterator[Event]:
    """Yield rows of any width, quotes that never close, lone carriage returns."""
    reader = RecordReader(io.TextIOWrapper(io.BytesIO(text), "utf-8", "replace", newline=""), delimiter)
    rows: list[list[str]] = []
    cells = cut_rows = 0
    for number, record in enumerate(reader, start=1):
        if number > limits.rows:
            yield Problem("file_too_many_rows", Severity.WARNING, values={"limit": limits.rows})
            break
        if len(record) > limits.columns:
            cut_rows += 1
            record = record[: limits.columns]  # noqa: PLW2901 - what lies beyond can't be kept
        rows.append(record)
        cells += len(record) + 1
        if cells >= BLOCK_CELLS:
            yield Cells(batch_of_rows(rows))
            rows, cells = [], 0
    yield Cells(batch_of_rows(rows))
    if cut_rows:
        values: dict[str, str | int | float] = {"count": cut_rows, "limit": limits.columns}
        yield Problem("file_too_many_columns", Severity.WARNING, values=values)
    for row in reader.unclosed_rows[:20]:
        yield Problem("file_unclosed_quote", Severity.WARNING, row=row, values={"row": row})


def _sample(text: bytes) -> str:
    sample = text[:SAMPLE_BYTES]
    if len(text) > SAMPLE_BYTES:
        end = sample.rfind(b"\n") + 1
        sample = sample[:end] if end else sample
    return sample.decode("utf-8", errors="replace")


def _records(sample: str, delimiter: str) -> list[tuple[list[str], str]]:
    """Return the first records with the raw text of each."""
    reader = RecordReader(io.StringIO(sample, newline=""), delimiter)
    records = []
    for record in reader:
        records.append((record, reader.last_raw))
        if len(records) >= SAMPLE_RECORDS:
            break
    return records or [([""], "")]


def _regularity(records: list[tuple[list[str], str]]) -> tuple[float, int]:
    widths = Counter(len(record) for record, _ in records if len(record) > 1)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    share = count / len(records)
    return round(share * min(width, 12) ** 0.5, 3), width


def _has_blank_lines(text: bytes) -> bool:
    return b"\n\n" in text or b"\n\r\n" in text or b"\r\r" in text or text[:1] in {b"\n", b"\r"}


def _swallowed(table: pa.Table) -> bool:
    """Return whether a cell is longer than any cell can be: a quote that never closed took in rows."""
    import pyarrow.compute as pc

    return any((pc.max(pc.binary_length(column)).as_py() or 0) > EXCEL_CELL_CHARS for column in table.columns)


def _without_blank_end(text: bytes) -> bytes:
    """Drop blank last lines (most platforms write one); separators of the last filled line stay."""
    end = len(text)
    while end:
        start = max(text.rfind(mark, max(0, end - TAIL_BYTES), end - 1) for mark in LINE_ENDS) + 1
        if text[start:end].strip(TRAILING_BLANK):
            return text[:end] if end < len(text) else text
        end = start or max(0, end - TAIL_BYTES)
    return b""


def _check_lines(text: bytes, limits: Limits) -> None:
    """Refuse a line so long that no parser should see it; costs one search a limit's length."""
    position = 0
    while len(text) - position > limits.line_bytes:
        window = position + limits.line_bytes
        end = text.rfind(b"\n", position, window)
        if end < 0:
            end = text.rfind(b"\r", position, window)
        if end < 0:
            raise Unreadable("file_line_too_long", limit_mib=limits.line_bytes // MIB_BYTES)
        position = end + 1
