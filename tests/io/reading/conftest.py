"""One warm reader for all tests of a worker, and short ways to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shopdesk.app.importing.model import RawBook, RawSheet, SourceFile
from shopdesk.app.jobs import SILENT
from shopdesk.io.reading import Limits, SafeReader
from shopdesk.io.reading.limits import MIB_BYTES

TEST_LIMITS = Limits(worker_memory_bytes=400 * MIB_BYTES, seconds_per_file=20.0, unpacked_bytes=600 * MIB_BYTES)

Read = Callable[..., RawBook]


@pytest.fixture(scope="session")
def reader() -> Iterator[SafeReader]:
    with SafeReader(limits=TEST_LIMITS) as reader:
        reader.prewarm()
        yield reader


@pytest.fixture
def read(reader: SafeReader, tmp_path: Path) -> Read:
    """Read bytes (written under a name) or a path."""

    def read_any(content: bytes | Path, name: str = "报表 1.xls", *, encoding: str = "") -> RawBook:
        path = content if isinstance(content, Path) else tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        return reader.read(SourceFile(path), SILENT, encoding=encoding)

    return read_any


def rows(sheet: RawSheet) -> list[list[str | None]]:
    """Return the cells row by row."""
    return [list(row.values()) for row in sheet.cells.to_pylist()]


def codes(book: RawBook) -> list[str]:
    return [issue.code for issue in book.issues]
