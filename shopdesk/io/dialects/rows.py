"""Which rows of a sheet are facts, and which are totals, notes, blank or headers again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.io.dialects.cells import Coded, Mask, as_mask
from shopdesk.io.dialects.headers import normalised
from shopdesk.io.dialects.problems import Problems

TOTAL_MARKS: Final = pa.array(
    [
        "合计",
        "汇总",
        "总计",
        "全部",
        "总体",
        "总和",
        "小计",
        "合计:",
        "总计:",
        "汇总:",
        "total",
        "grand total",
        "totals",
    ]
)
_TOTAL_START: Final = r"^(?:total|总计|合计|汇总)\s*[:：-]"
_NOTE_FILLED: Final = 1
_WIDE_SHEET: Final = 3


def is_total_text(texts: pa.Array) -> Mask:
    """Return which distinct texts mark a total row."""
    lowered = pc.utf8_lower(texts)
    marked = pc.or_(pc.is_in(lowered, value_set=TOTAL_MARKS), pc.match_substring_regex(lowered, _TOTAL_START))
    return as_mask(marked)


def blank_rows(columns: Iterable[Coded], *, rows: int) -> Mask:
    """Return the rows in which nothing is written."""
    blank = np.ones(rows, dtype=np.bool_)
    for column in columns:
        blank &= ~column.filled()
        if not blank.any():
            break
    return blank


def total_rows(columns: Iterable[Coded], named: Iterable[Coded], *, rows: int) -> Mask:
    """Return the rows whose first filled cell, or whose date or id, says that they are a total."""
    total = np.zeros(rows, dtype=np.bool_)
    pending = np.ones(rows, dtype=np.bool_)
    for column in columns:
        total |= pending & column.rows(is_total_text(column.values))
        pending &= ~column.filled()
        if not pending.any():
            break
    for column in named:
        total |= column.rows(is_total_text(column.values))
    return total


def note_rows(columns: Iterable[Coded], *, rows: int, width: int, needed: Iterable[Coded]) -> Mask:
    """Return the rows with a single filled cell that names nothing: footers and remarks below the table."""
    if width < _WIDE_SHEET:
        return np.zeros(rows, dtype=np.bool_)
    filled: npt.NDArray[np.int16] = np.zeros(rows, dtype=np.int16)
    for column in columns:
        filled += column.filled()
        if (filled > _NOTE_FILLED).all():
            break
    single: Mask = filled == _NOTE_FILLED
    if not single.any():
        return single
    for column in needed:
        copyright_line = as_mask(
            pc.match_substring_regex(column.values, r"^(?:[©@]\s*\(?[cC]?\)?\s*20\d\d|注[:：]|说明[:：]|数据来源)")
        )
        single &= ~column.filled() | column.rows(copyright_line)
    return single


def repeated_headers(columns: Mapping[int, Coded], headers: Mapping[int, str], *, rows: int) -> Mask:
    """Return the rows that are the header once more, as in files put together by hand."""
    same = np.ones(rows, dtype=np.bool_)
    compared = 0
    for position, column in columns.items():
        name = normalised(headers.get(position, ""))
        if not name or compared == _WIDE_SHEET:
            continue
        again = np.array(
            [text is not None and normalised(text) == name for text in _few(column.raw, name)], dtype=np.bool_
        )
        same &= column.rows(again)
        compared += 1
        if not same.any():
            break
    return same if compared >= 2 else np.zeros(rows, dtype=np.bool_)


def _few(texts: pa.Array, name: str) -> Iterator[str | None]:
    """Yield the texts, with all that can't be the header for their length as None: normalising is slow."""
    longest = 2 * len(name) + 12
    fits = as_mask(
        pc.and_(
            pc.less_equal(pc.utf8_length(texts), longest), pc.invert(pc.match_substring_regex(texts, r"^[\d.,%/: -]+$"))
        )
    )
    if fits.sum() > 5000:
        yield from (text if text == name else None for text in pc.utf8_lower(texts).to_pylist())
        return
    yield from (text if fit else None for text, fit in zip(texts.to_pylist(), fits, strict=True))


def sift(
    columns: Mapping[int, Coded],
    headers: Mapping[int, str],
    *,
    firsts: list[Coded],
    named: list[Coded],
    needed: list[Coded],
    skipped: list[tuple[Coded, tuple[str, ...]]],
    problems: Problems,
) -> Mask:
    """Return the rows to keep; says in notes how many were left out and why (blank rows silently)."""
    every = list(columns.values())
    rows = len(problems.rows)
    blank = blank_rows(every, rows=rows)
    left = ~blank
    for code, mask in (
        ("row_repeated_header", repeated_headers(columns, headers, rows=rows)),
        ("row_total", total_rows(firsts, named, rows=rows)),
        ("row_note", note_rows(every, rows=rows, width=len(headers), needed=needed)),
        *(("row_skipped", _valued(column, values)) for column, values in skipped),
    ):
        problems.summary(code, mask & left)
        left &= ~mask
    return left


def _valued(column: Coded, values: tuple[str, ...]) -> Mask:
    return column.rows(as_mask(pc.is_in(column.values, value_set=pa.array(values))))
