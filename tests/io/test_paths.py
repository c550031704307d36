"""File names and addresses that hold on every system."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.file_names import file_stem
from shopdesk.io import paths


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("坚果 铺", "坚果 铺"),
        ("A/B: 店*?", "A B  店"),
        ("con", "con_"),
        ("Aux.2026", "Aux.2026_"),
        ("COM1", "COM1_"),
        ("console", "console"),
        ("店.", "店"),
        (" .. ", ""),
    ],
)
def test_that_a_shop_name_becomes_a_file_name_that_windows_takes(name: str, stem: str) -> None:
    assert file_stem(name) == stem


@given(st.text(max_size=300))
def test_that_no_name_is_too_long_or_ends_in_what_windows_drops(name: str) -> None:
    stem = file_stem(name)
    assert len(stem.encode(errors="replace")) <= 130
    assert not stem.endswith((" ", "."))
    assert not set(stem) & set('<>:"/\\|?*\n\t')


def test_that_a_second_shop_of_one_name_gets_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path))
    first = paths.free_workspace("坚果")
    first.parent.mkdir()
    first.touch()
    assert (first.name, paths.free_workspace("坚果").name) == ("坚果.shopdesk", "坚果 2.shopdesk")


def test_that_sqlite_opens_a_file_whose_path_has_signs_with_a_meaning(tmp_path: Path) -> None:
    file = tmp_path / "店 100%#?.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE one (a)")
    with closing(sqlite3.connect(paths.database_address(file), uri=True)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchone() == ("one",)


def test_that_the_address_of_a_file_on_a_windows_share_has_no_host() -> None:
    class Share(PureWindowsPath):
        def absolute(self) -> Share:
            return self

    address = paths.database_address(Share(r"\\server\shops\a b.shopdesk"))  # type: ignore[arg-type]
    assert address == "file:////server/shops/a%20b.shopdesk?mode=ro"
