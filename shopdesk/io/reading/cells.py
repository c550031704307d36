"""Shapes text cells alike, whichever parser they come from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

EXACT_INTEGER = 2**53  # above it a number cell has lost digits
SAMPLE_ROWS = 4_000
REPEATING_SHARE = 0.9  # of a sample's values that may be distinct
LONG_DIGITS = r"^-?\d{16,}$"
LONG_NUMBER_CHARS = 16  # Excel keeps 15 digits of a number
CLOCK_DAYS = (b"1899-12-30 ", b"1899-12-31 ")  # day 0 of Excel: the cell held a time of day
EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no time zone
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - cells have no time zone


def column_names(width: int) -> list[str]:
    """Return ``c0`` … for a sheet of this width."""
    return [f"c{position}" for position in range(width)]


def batch_of_columns(columns: Sequence[pa.Array]) -> pa.RecordBatch:
    """Return a batch with our column names; no columns give an empty batch."""
    return pa.RecordBatch.from_arrays(list(columns), names=column_names(len(columns)))


def batch_of_rows(rows: Sequence[Sequence[str | None]]) -> pa.RecordBatch:
    """Return rows of unlike length as one batch; missing cells and empty text become null."""
    width = max(map(len, rows), default=0)
    columns: list[list[str | None]] = [[None] * len(rows) for _ in range(width)]
    for number, row in enumerate(rows):
        for position, value in enumerate(row):
            if value:
                columns[position][number] = value
    return batch_of_columns([pa.array(column, pa.string()) for column in columns])


def repeats(column: pa.ChunkedArray) -> bool:
    """Return whether values come again, as most in a report do: then each is decoded, sent and kept only once."""
    return distinct_share(column) <= REPEATING_SHARE


def distinct_share(column: pa.ChunkedArray) -> float:
    """Return which share of a sample's values is distinct; 1 where there are none."""
    first = column.slice(0, SAMPLE_ROWS).dictionary_encode()
    return len(first.chunk(0).dictionary) / len(first) if len(first) else 1.0


def compact(coded: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return chunks that share one dictionary as one chunk with places of a few bytes each."""
    values = coded.chunk(0).dictionary
    places = narrow(pa.concat_arrays([chunk.indices for chunk in coded.chunks]), len(values))
    return pa.chunked_array([pa.DictionaryArray.from_arrays(places, values)])


def narrow(places: pa.Array, count: int) -> pa.Array:
    """Return places among ``count`` values in as few bytes each as hold them."""
    for kind in (pa.int8(), pa.int16()):
        if count <= 1 << (kind.bit_width - 1):
            return places.cast(kind)
    return places


def tidy(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Name the columns, drop trailing blank rows and columns, take out NULs and the date of bare clock times."""
    columns = [_tidy_column(column) for column in batch.columns]
    while columns and columns[-1].null_count == len(columns[-1]):
        columns.pop()
    if not columns:
        return batch_of_columns([])
    rows = used_rows(columns)
    return batch_of_columns([column.slice(0, rows) for column in columns])


def contains_bytes(column: pa.Array, *needles: bytes) -> bool:
    """Return whether the raw text of a string column holds one of the byte strings (may overcount, never misses)."""
    data = column.buffers()[2]
    if data is None:
        return False
    text = data.to_pybytes()
    return any(needle in text for needle in needles)


def has_long_digits(column: pa.Array) -> bool:
    """Return whether a cell is a whole number so long that a number cell would have lost digits."""
    longest = pc.max(pc.binary_length(column)).as_py()
    if longest is None or longest < LONG_NUMBER_CHARS:
        return False
    return bool(pc.any(pc.match_substring_regex(column, LONG_DIGITS)).as_py())


def mark_damaged(column: pa.Array, is_number: pa.Array) -> pa.Array:
    """Write number cells that lost digits the way Excel shows them, so that ids from them are refused.

    ``is_number`` is true where the source cell was a number (null or false: text, which is exact).
    """
    long_number = pc.and_(pc.fill_null(is_number, False), pc.match_substring_regex(column, LONG_DIGITS))
    positions = np.flatnonzero(pc.fill_null(long_number, False).to_numpy(zero_copy_only=False))
    if not len(positions):
        return column
    values = column.to_pylist()
    for position in positions:
        values[position] = number_text(float(values[position]))
    return pa.array(values, pa.string())


def number_text(number: float) -> str:
    """Return a number cell as text: no trailing .0, no float noise; lost digits show as 1.93E+18."""
    if not math.isfinite(number):
        return ""
    if number == int(number):
        whole = int(number)
        if abs(whole) >= 10 ** (LONG_NUMBER_CHARS - 1) and (abs(whole) > EXACT_INTEGER or whole % 10 == 0):
            mantissa, _, exponent = f"{number:.14E}".partition("E")
            return f"{mantissa.rstrip('0').rstrip('.')}E{exponent}"
        return str(whole)
    return f"{number:.9f}".rstrip("0").rstrip(".")


def serial_text(serial: float, *, from_1904: bool = False) -> str:
    """Return an Excel date serial as ISO text, a bare time where it has no day; "" outside Excel's calendar."""
    if not 0 <= serial < 2_958_466:  # 9999-12-31
        return ""
    days = serial + (1 if not from_1904 and serial < 60 else 0)  # Excel believes in 1900-02-29
    moment = (EPOCH_1904 if from_1904 else EPOCH_1900) + timedelta(seconds=round(days * 86_400))
    if serial < 1:
        return moment.strftime("%H:%M:%S")
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def column_position(letters: str) -> int:
    """Return the 0-based column of A … XFD; longer nonsense gives a number past every limit."""
    position = 0
    for letter in letters[:7].upper():
        position = position * 26 + ord(letter) - 64
    return position - 1


def _tidy_column(column: pa.Array) -> pa.Array:
    if column.type != pa.string():
        column = column.cast(pa.string())
    if contains_bytes(column, b"\x00"):
        column = pc.replace_substring(column, "\x00", "")
    if pc.min(pc.binary_length(column)).as_py() == 0:
        column = pc.if_else(pc.equal(column, ""), None, column)
    if contains_bytes(column, *CLOCK_DAYS):
        column = pc.replace_substring_regex(column, r"^1899-12-3[01] (\d\d:\d\d:\d\d)", r"\1")
    return column


def used_rows(columns: Iterable[pa.Array]) -> int:
    """Return the number of rows up to the last filled cell."""
    used = 0
    for column in columns:
        length = len(column)
        if length and column[length - 1].is_valid:
            return length
        if column.null_count == 0:
            return length
        valid = np.flatnonzero(column.is_valid().to_numpy(zero_copy_only=False))
        used = max(used, int(valid[-1]) + 1 if len(valid) else 0)
    return used
