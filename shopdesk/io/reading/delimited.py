"""Reads CSV and TSV: the fast parser where every row has the same cells, a patient one elsewhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.cells import batch_of_rows
from shopdesk.io.reading.events import Cells, Event, Problem, SheetStart, TextEncoding, Unreadable
from shopdesk.io.reading.limits import KIB_BYTES, MIB_BYTES, Limits
from shopdesk.io.reading.records import RecordReader
from shopdesk.io.reading.regular_text import read_regular
from shopdesk.io.reading.text_encoding import Decoded, decode, direct_encoding
from shopdesk.io.reading.text_layout import find_layout

BLOCK_CELLS = 400_000
TRAILING_BLANK = b" \t\r\n,;|\x1a"
SEPARATOR_LINE = re.compile(rb'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
LINE_ENDS = (b"\n", b"\r")
TAIL_BYTES = 64 * KIB_BYTES


def read_delimited(data: bytes, limits: Limits, encoding: str = "") -> Iterator[Event]:
    """Yield the one sheet of a text file; ``encoding`` is the user's choice, "" lets the bytes decide."""
    if len(data) > limits.text_bytes:
        raise Unreadable("file_too_large", limit_mib=limits.text_bytes // MIB_BYTES)
    direct = direct_encoding(data) if not encoding else None
    if direct is not None:
        batches = _read_fast(direct, limits)
        if batches is not None:
            yield TextEncoding(direct.encoding)
            yield from direct.problems
            yield SheetStart("")
            yield from batches
            return
    decoded = decode(data, encoding)
    del data, direct
    yield TextEncoding(decoded.encoding)
    yield from decoded.problems
    yield SheetStart("")
    fast = _read_fast(decoded, limits, "utf-8")
    if fast is None:
        text, delimiter = _content(decoded.data, limits)
        yield from _read_patiently(text, find_layout(text, delimiter=delimiter).delimiter, limits)
    else:
        yield from fast


def _read_fast(source: Decoded, limits: Limits, encoding: str = "") -> list[Cells] | None:
    """Return the cells where all rows are alike; ``encoding`` "" takes the bytes as the source names them."""
    name = encoding or source.encoding.removesuffix("-sig")
    text, delimiter = _content(source.data, limits)
    layout = find_layout(text, name, delimiter)
    batches = read_regular(text, layout, name) if layout.regular else None
    return None if batches is None else [Cells(batch) for batch in batches]


def _content(data: bytes, limits: Limits) -> tuple[bytes, str]:
    """Return the text without a separator line and blank end, and the separator that was given."""
    given = SEPARATOR_LINE.match(data)
    text = _without_blank_end(data[given.end() :] if given else data)
    _check_lines(text, limits)
    if not text[:TAIL_BYTES].strip() and not text.strip():
        raise Unreadable("file_no_cells")
    return text, given[1].decode("latin-1") if given else ""


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


def _without_blank_end(text: bytes) -> bytes:
    """Drop blank last lines (most platforms write one); separators of the last filled line stay."""
    end = len(text)
    while end:
        start = max(text.rfind(mark, max(0, end - TAIL_BYTES), end - 1) for mark in LINE_ENDS) + 1
        if text[start:end].strip(TRAILING_BLANK):
            whole = end == len(text) or text[end - 1 :] == b"\r\n"
            return text if whole else text[:end]  # a copy of a large text takes its time
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
