"""A parser that crashes, hangs or eats memory costs its file only."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.app.importing.model import SourceFile
from shopdesk.app.jobs import SILENT, Cancelled, JobContext
from shopdesk.io.reading import SafeReader
from tests.io.reading.conftest import TEST_LIMITS, codes, rows

ROGUE = [sys.executable, "-m", "tests.io.reading.rogue_worker"]
GOOD = b"a,b\n1,2\n"


@pytest.fixture
def rogue() -> Iterator[SafeReader]:
    with SafeReader(limits=replace(TEST_LIMITS, seconds_per_file=5.0), command=ROGUE) as reader:
        yield reader


def written(folder: Path, name: str, content: bytes) -> SourceFile:
    path = folder / name
    path.write_bytes(content)
    return SourceFile(path)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (b"ABORT ALWAYS", "file_crash"),
        (b"HANG ALWAYS", "file_timeout"),
        (b"MEMORY ALWAYS", "file_out_of_memory"),
        (b"GARBAGE ALWAYS", "file_crash"),
    ],
)
def test_that_a_rogue_file_costs_itself_only(rogue: SafeReader, tmp_path: Path, order: bytes, code: str) -> None:
    bad = rogue.read(written(tmp_path, "bad.csv", order + b"\n1\n"), SILENT)
    assert codes(bad) == [code]
    assert bad.sheets == ()
    good = rogue.read(written(tmp_path, "good.csv", GOOD), SILENT)
    assert rows(good.sheets[0]) == [["a", "b"], ["1", "2"]]


def test_that_a_second_parser_gets_a_fresh_worker_after_a_crash(rogue: SafeReader, tmp_path: Path) -> None:
    book = rogue.read(written(tmp_path, "bad.csv", b"ABORT once,b\n1,2\n"), SILENT)
    assert rows(book.sheets[0]) == [["ABORT once", "b"], ["1", "2"]]
    assert codes(book) == ["file_second_parser"]


def test_that_cancelling_ends_the_worker_within_a_fifth_of_a_second(rogue: SafeReader, tmp_path: Path) -> None:
    rogue.prewarm()
    cancelled = threading.Event()
    asked = 0.0

    def is_cancelled() -> bool:
        nonlocal asked
        if not cancelled.is_set():
            asked = time.monotonic()
            cancelled.set()
            return False
        return True

    source = written(tmp_path, "bad.csv", b"HANG ALWAYS\n")
    with pytest.raises(Cancelled):
        rogue.read(source, JobContext(report=lambda _done, _note: None, is_cancelled=is_cancelled))
    assert time.monotonic() - asked < 0.2


def test_that_a_worker_serves_file_after_file(reader: SafeReader, tmp_path: Path) -> None:
    source = written(tmp_path, "good.csv", GOOD)
    reader.read(source, SILENT)
    start = time.monotonic()
    for _ in range(20):
        reader.read(source, SILENT)
    assert time.monotonic() - start < 2.0


def test_that_two_jobs_read_at_once(reader: SafeReader, tmp_path: Path) -> None:
    sources = [written(tmp_path, f"{number}.csv", f"n\n{number}\n".encode()) for number in range(8)]
    results: dict[str, list[list[str | None]]] = {}

    def job(own: list[SourceFile]) -> None:
        for source in own:
            results[source.label] = rows(reader.read(source, SILENT).sheets[0])

    threads = [threading.Thread(target=job, args=(sources[start::2],)) for start in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert results == {f"{number}.csv": [["n"], [str(number)]] for number in range(8)}


def test_that_a_vanished_file_is_named(reader: SafeReader, tmp_path: Path) -> None:
    book = reader.read(SourceFile(tmp_path / "已删除.xlsx"), SILENT)
    assert codes(book) == ["file_missing"]
    assert book.issues[0].place.file == "已删除.xlsx"


def test_that_a_closed_reader_leaves_no_process(tmp_path: Path) -> None:
    reader = SafeReader(limits=TEST_LIMITS)
    reader.read(written(tmp_path, "good.csv", GOOD), SILENT)
    (worker, _files), *_ = reader._idle
    reader.close()
    assert not worker.alive


def test_that_the_worker_ends_with_its_parent() -> None:
    process = subprocess.run(
        [sys.executable, "-m", "shopdesk.io.reading.worker"], input=b"", capture_output=True, timeout=30, check=False
    )
    assert process.returncode == 0
    assert b'"ready"' in process.stdout
