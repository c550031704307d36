"""What is found behind dropped files, folders and zips."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from shopdesk.app.jobs import SILENT, Cancelled, JobContext
from shopdesk.io.reading import SafeReader
from tests.io.reading.conftest import codes, rows
from tests.io.reading.workbooks import inline, packed, xlsx

CSV = "日期,花费\n2026-06-19,1\n".encode()


def test_that_a_folder_of_two_hundred_files_with_three_broken_gives_the_rest(
    reader: SafeReader, tmp_path: Path
) -> None:
    folder = tmp_path / "下载 的报表"
    (folder / "六月").mkdir(parents=True)
    good = xlsx(f'<row r="1">{inline("A1", "好")}</row>')
    for number in range(197):
        (folder / ("六月" if number % 2 else ".") / f"报表 {number}.xlsx").write_bytes(good if number % 3 else CSV)
    (folder / "截断.xlsx").write_bytes(good[:500])
    (folder / "坏.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 3000)
    (folder / "炸弹.xlsx").write_bytes(packed({**dict.fromkeys(["xl/workbook.xml"], "<x/>"), "a": b"0" * 100_000_000}))
    books = [reader.read(source, SILENT) for source in reader.expand([folder])]
    assert len(books) == 200
    assert sum(bool(book.sheets) for book in books) == 197
    assert {book.source.label: codes(book)[0] for book in books if not book.sheets} == {
        "截断.xlsx": "file_truncated",
        "坏.xls": "file_kind_unknown",
        "炸弹.xlsx": "file_zip_bomb",
    }


def test_that_lock_files_hidden_files_and_foreign_kinds_are_left_out(reader: SafeReader, tmp_path: Path) -> None:
    for name, content in {
        "~$报表.xlsx": b"x", ".hidden.csv": CSV, "主图.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 50, "说明.pdf": b"%PDF-1.7",
        "报表.csv": CSV, "Thumbs.db": b"x", "程序.py": b"print(1)\n", "空.txt": b"",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(content)
    found = reader.survey([tmp_path])
    assert [source.label for source in found.sources] == ["报表.csv"]
    assert [(issue.code, issue.values["count"]) for issue in found.issues] == [("file_kinds_skipped", 4)]


@pytest.mark.parametrize("packing", ["folder", "zip"])
def test_that_each_file_called_a_table_that_is_none_gets_a_word_of_its_own(
    reader: SafeReader, tmp_path: Path, packing: str
) -> None:
    contents = {"a.csv": CSV, "b.xlsx": b"", "c.XLS": b"\x89PNG" + b"\0" * 50, "d.csv": random.Random(1).randbytes(900)}
    if packing == "zip":
        (tmp_path / "报表.zip").write_bytes(packed(contents))
    else:
        for name, content in contents.items():
            (tmp_path / name).write_bytes(content)
    found = reader.survey([tmp_path])
    answers = {source.label: codes(reader.read(source, SILENT)) for source in found.sources}
    assert found.issues == []
    assert answers == {
        "a.csv": [],
        "b.xlsx": ["file_empty"],
        "c.XLS": ["file_kind_unknown"],
        "d.csv": ["file_kind_unknown"],
    }


def test_that_a_file_named_itself_always_gets_an_answer(reader: SafeReader, tmp_path: Path) -> None:
    path = tmp_path / "说明.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    (source,) = reader.expand([path])
    assert codes(reader.read(source, SILENT)) == ["file_kind_unknown"]


def test_that_a_file_dropped_twice_comes_once(reader: SafeReader, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV)
    assert len(reader.expand([path, tmp_path, tmp_path / "." / "a.csv"])) == 1


def test_that_a_zip_gives_its_files_with_gbk_names(reader: SafeReader, tmp_path: Path) -> None:
    content = packed({"XXXXXXXX.csv": CSV, "sub/b.csv": CSV, "__MACOSX/b.csv": b"x", "图.png": b"\x89PNG"})
    path = tmp_path / "关键词报表.zip"
    path.write_bytes(content.replace(b"XXXXXXXX", "单元报表".encode("gbk")))
    found = reader.survey([path])
    assert [source.member for source in found.sources] == ["sub/b.csv", "单元报表.csv"]
    assert [source.label for source in found.sources] == ["b.csv", "单元报表.csv"]
    assert rows(reader.read(found.sources[1], SILENT).sheets[0]) == [["日期", "花费"], ["2026-06-19", "1"]]
    assert [issue.code for issue in found.issues] == ["file_kinds_skipped"]


def test_that_a_zip_in_a_zip_is_opened_and_no_deeper(reader: SafeReader, tmp_path: Path) -> None:
    book = xlsx(f'<row r="1">{inline("A1", "深")}</row>')
    inner = packed({"报表.xlsx": book, "更深.zip": packed({"a.csv": CSV})})
    path = tmp_path / "外.zip"
    path.write_bytes(packed({"内.zip": inner, "b.xlsx": book}))
    found = reader.survey([path])
    assert [source.member for source in found.sources] == ["b.xlsx", "内.zip!/报表.xlsx"]
    assert rows(reader.read(found.sources[1], SILENT).sheets[0]) == [["深"]]
    assert [issue.code for issue in found.issues] == ["file_zip_nested"]


def test_that_names_that_climb_out_of_a_zip_are_read_as_plain_names(reader: SafeReader, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"../../etc/报表.csv": CSV, "C:\\windows\\b.csv": CSV}))
    sources = reader.expand([path])
    assert sorted(source.member for source in sources) == ["etc/报表.csv", "windows/b.csv"]
    assert all(reader.read(source, SILENT).sheets for source in sources)


def test_that_a_zip_bomb_within_a_zip_is_not_unpacked(reader: SafeReader, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("大.csv", b"1,2\n" * 50_000_000)
    (source,) = reader.expand([path])
    assert codes(reader.read(source, SILENT)) == ["file_zip_bomb"]


def test_that_looking_through_a_folder_can_be_cancelled(reader: SafeReader, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(CSV)
    cancelled = JobContext(report=lambda _done, _note: None, is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        reader.survey([tmp_path], cancelled)


def test_that_what_is_left_out_stands_with_its_path(reader: SafeReader, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    path = tmp_path / "外.zip"
    path.write_bytes(packed({"更深.zip": packed({"还深.zip": packed({"a.csv": CSV})}), "b.csv": CSV}))
    found = reader.survey([tmp_path / "空", path])
    assert [(source.full_path, issue.code) for source, issue in found.left_out] == [
        (str(tmp_path / "空"), "file_folder_empty"),
        (f"{path}/更深.zip!/还深.zip", "file_zip_nested"),
    ]
    assert [source.full_path for source in found.sources] == [f"{path}/b.csv"]


def test_that_the_files_of_a_workspace_in_a_folder_are_passed_over(reader: SafeReader, tmp_path: Path) -> None:
    for name in ("店.shopdesk", "店.shopdesk-wal", "店.shopdesk-shm", "店.shopdesk.lock"):
        (tmp_path / name).write_bytes(b"pid 1")
    (tmp_path / "a.csv").write_bytes(CSV)
    found = reader.survey([tmp_path])
    assert ([source.label for source in found.sources], found.issues) == (["a.csv"], [])
