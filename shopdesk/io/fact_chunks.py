"""Typed frames as blobs: Arrow IPC, zstd, cut into parts that SQLite takes.

Text that comes again is stored once with its places: a keyword report takes a quarter of the room so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from shopdesk.domain.parallel import each

PART_BYTES: Final = 32 << 20
_ZSTD_LEVEL: Final = 1
_SAMPLE_ROWS: Final = 4_000
_REPEATING_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """One stored piece of a chunk and its SHA-256 in hex."""

    data: bytes
    sha256: str


def encode(table: pa.Table) -> list[Part]:
    """Return the parts of a frame, at least one; schema metadata is left out."""
    sink = pa.BufferOutputStream()
    codec = pa.Codec("zstd", compression_level=_ZSTD_LEVEL)
    bare = _coded(table.replace_schema_metadata(None))
    with pa.ipc.new_stream(sink, bare.schema, options=pa.ipc.IpcWriteOptions(compression=codec)) as writer:
        writer.write_table(bare)
    data = memoryview(sink.getvalue())
    pieces = [bytes(data[start : start + PART_BYTES]) for start in range(0, len(data), PART_BYTES)]
    return [Part(piece, hashlib.sha256(piece).hexdigest()) for piece in pieces]


def decode(parts: Iterable[bytes]) -> pa.Table:
    """Return the frame; raises ``pa.ArrowInvalid`` or ``OSError`` where the bytes are damaged."""
    with pa.ipc.open_stream(pa.py_buffer(b"".join(parts))) as reader:
        table = reader.read_all()
    columns = each(_plain, table.columns, rows=table.num_rows)
    return pa.table(columns, names=table.column_names)


def _coded(table: pa.Table) -> pa.Table:
    return pa.table(each(_coded_column, table.columns, rows=table.num_rows), names=table.column_names)


def _coded_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_string(column.type) or not len(column):
        return column
    first = column.slice(0, _SAMPLE_ROWS).dictionary_encode()
    if len(first.chunk(0).dictionary) > _REPEATING_SHARE * len(first):
        return column
    return column.dictionary_encode()


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_dictionary(column.type):
        return column
    return pa.chunked_array([chunk.dictionary_decode() for chunk in column.chunks], column.type.value_type)


def is_intact(part: Part) -> bool:
    """Return whether the bytes are those that were stored."""
    return hashlib.sha256(part.data).hexdigest() == part.sha256
