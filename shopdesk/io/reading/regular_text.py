"""The fast way through a text file whose rows are all alike: parsed in threads, decoded by distinct value.

GB18030 never uses a comma, tab, semicolon, quote or line end as a later byte of a character, so rows and cells can be
split before decoding; then only the distinct values of a column are decoded, and sent on with their places.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.domain.parallel import each
from shopdesk.io.reading.cells import (
    REPEATING_SHARE,
    batch_of_columns,
    batch_of_rows,
    column_names,
    distinct_share,
    narrow,
)
from shopdesk.io.reading.limits import EXCEL_CELL_CHARS, MIB_BYTES
from shopdesk.io.reading.short_texts import coded_short
from shopdesk.io.reading.text_layout import Layout

BLOCK_BYTES = 1 * MIB_BYTES  # at least: smaller ones cost more than a second thread saves
BLOCKS = 16  # enough for four threads
MANY_SHARE = 0.5  # of a sample's cells that are distinct from which looking them up takes the most time
ASCII_END = 128


def read_regular(text: bytes, layout: Layout, encoding: str) -> list[pa.RecordBatch] | None:
    """Return the rows of a text in UTF-8 or GB18030, None where one is not like the others or can't be decoded."""
    quotes = text.count(b'"') if b'"' in text else 0
    if quotes % 2 or (layout.delimiter == "|" and encoding != "utf-8"):
        return None
    body = pa.py_buffer(text).slice(layout.head_bytes)
    head = batch_of_rows(layout.head)
    if not body.size:
        return [head]
    try:
        table = _parse(body, layout, quoted=quotes > 0)
        if quotes and _swallowed(table):
            return None
        return _blocks(head, table, encoding)
    except (pa.ArrowInvalid, UnicodeDecodeError):
        return None


def _parse(body: pa.Buffer, layout: Layout, *, quoted: bool) -> pa.Table:
    """Return all cells as bytes, "" where empty; raises ``pa.ArrowInvalid`` at the first row of another width."""
    from pyarrow import csv

    names = column_names(layout.width)
    return csv.read_csv(
        pa.BufferReader(body),
        read_options=csv.ReadOptions(column_names=names, block_size=max(BLOCK_BYTES, body.size // BLOCKS)),
        parse_options=csv.ParseOptions(
            delimiter=layout.delimiter,
            quote_char='"' if quoted else False,
            newlines_in_values=quoted,
            ignore_empty_lines=False,
        ),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.binary()),
            check_utf8=False,
        ),
    )


def _blocks(head: pa.RecordBatch, body: pa.Table, encoding: str) -> list[pa.RecordBatch]:
    """Return the cells as text, as one block where the rows of the head have the width of the others.

    Raises ``UnicodeDecodeError`` or ``pa.ArrowInvalid``.
    """
    one = head.num_columns == body.num_columns
    tops = head.columns if one else [pa.array([], pa.string())] * body.num_columns
    pairs = list(zip(tops, body.columns, strict=True))
    pairs.reverse()  # figures stand on the right and take longest: begun last, one thread would wait for the other
    columns = each(lambda pair: _column(*pair, encoding), pairs, rows=body.num_rows)
    block = batch_of_columns(columns[::-1])
    return [block] if one else [head, block]


def _column(top: pa.Array, cells: pa.ChunkedArray, encoding: str) -> pa.Array:
    """Return the texts of the head and those below as one column, null where empty."""
    share = distinct_share(cells)
    if share > REPEATING_SHARE:
        texts = _text(pa.concat_arrays(cells.chunks), encoding)
        return pa.concat_arrays([top, _without(texts, "")])
    below, words = _coded(cells, many=share > MANY_SHARE)
    words = _text(words, encoding)
    empty = pc.index(words, "").as_py()
    places, words = _places(top, words)
    below = below if empty < 0 else _without(below, empty)
    both = [narrow(part, len(words)) for part in (places, below)]
    return pa.DictionaryArray.from_arrays(pa.concat_arrays(both), words)


def _coded(cells: pa.ChunkedArray, *, many: bool) -> tuple[pa.Array, pa.Array]:
    """Return the places of the cells among their distinct bytes, and these."""
    short = coded_short(cells) if many else None
    if short is not None:
        return short
    coded = cells.dictionary_encode()
    return pa.concat_arrays([chunk.indices for chunk in coded.chunks]), coded.chunk(0).dictionary


def _places(top: pa.Array, words: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return where the cells of the head stand among the words, and the words with those that were not among them."""
    places = []
    for text in top.to_pylist():
        place = None if text is None else pc.index(words, text).as_py()
        if place == -1:
            place = len(words)
            words = pa.concat_arrays([words, pa.array([text], pa.string())])
        places.append(place)
    return pa.array(places, pa.int32()), words


def _without(values: pa.Array, nothing: str | int) -> pa.Array:
    """Return the values with null for what stands for an empty cell."""
    where = pc.equal(values, nothing)
    return pc.if_else(where, pa.scalar(None, values.type), values) if pc.any(where).as_py() else values


def _text(values: pa.Array, encoding: str) -> pa.Array:
    if _is_ascii(values):
        return values.view(pa.string())
    if encoding == "utf-8":
        return values.cast(pa.string())  # checks that it is
    words = values.to_pylist()
    return pa.array([None if word is None else word.decode(encoding) for word in words], pa.string())


def _is_ascii(chunk: pa.Array) -> bool:
    data = chunk.buffers()[2]
    return data is None or int(np.frombuffer(data, np.uint8).max(initial=0)) < ASCII_END


def _swallowed(table: pa.Table) -> bool:
    """Return whether a cell is longer than any cell can be: a quote that never closed took in rows."""
    return any((pc.max(pc.binary_length(column)).as_py() or 0) > EXCEL_CELL_CHARS for column in table.columns)
