"""No file makes the reader raise, hang or take the window's memory; each gets a clear answer."""

from __future__ import annotations

import time

import pytest

from shopdesk.domain.issues import Severity
from tests.io.reading.conftest import Read, codes
from tests.io.reading.hostile import ANY, Hostile, encrypted_zip, hostile_files, truncations

CASES = list(hostile_files())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_that_a_hostile_file_gets_a_clear_answer(read: Read, case: Hostile) -> None:
    content = case.make()
    start = time.monotonic()
    book = read(content)
    assert time.monotonic() - start < 30
    if case.expected and case.expected != ANY:
        assert case.expected & set(codes(book)), codes(book)
    if case.rows is not None:
        assert book.sheets[0].cells.num_rows == case.rows, codes(book)
    assert book.sheets or any(issue.severity is Severity.FILE for issue in book.issues)


def test_that_cut_and_flipped_files_always_get_an_answer(read: Read) -> None:
    for number, content in enumerate(truncations()):
        book = read(content, f"{number}.xls")
        assert book.sheets or any(issue.severity is Severity.FILE for issue in book.issues)


def test_that_a_zip_entry_with_a_password_is_named(reader, tmp_path) -> None:
    path = tmp_path / "报表.zip"
    path.write_bytes(encrypted_zip())
    found = reader.survey([path])
    assert found.sources == []
    assert [issue.code for issue in found.issues] == ["file_password"]
