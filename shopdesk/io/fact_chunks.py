"""Typed frames as blobs: Arrow IPC, zstd, cut into parts that SQLite takes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

PART_BYTES: Final = 32 << 20
_ZSTD_LEVEL: Final = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One stored piece of a chunk and its SHA-256 in hex."""

    data: bytes
    sha256: str


def encode(table: pa.Table) -> list[Part]:
    """Return the parts of a frame, at least one; schema metadata is left out."""
    sink = pa.BufferOutputStream()
    codec = pa.Codec("zstd", compression_level=_ZSTD_LEVEL)
    bare = table.replace_schema_metadata(None)
    with pa.ipc.new_stream(sink, bare.schema, options=pa.ipc.IpcWriteOptions(compression=codec)) as writer:
        writer.write_table(bare)
    data = memoryview(sink.getvalue())
    pieces = [bytes(data[start : start + PART_BYTES]) for start in range(0, len(data), PART_BYTES)]
    return [Part(piece, hashlib.sha256(piece).hexdigest()) for piece in pieces]


def decode(parts: Iterable[bytes]) -> pa.Table:
    """Return the frame; raises ``pa.ArrowInvalid`` or ``OSError`` where the bytes are damaged."""
    with pa.ipc.open_stream(pa.py_buffer(b"".join(parts))) as reader:
        return reader.read_all()


def is_intact(part: Part) -> bool:
    """Return whether the bytes are those that were stored."""
    return hashlib.sha256(part.data).hexdigest() == part.sha256
