"""The workspace file: what goes in comes out, and nothing that is wrong with it goes unsaid."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.ports import ImportRecord, WorkspaceError
from shopdesk.app.workspace import Workspace
from shopdesk.io import workspace_schema
from shopdesk.io.workspace_file import WorkspaceFile, open_workspace

NOW = datetime(2026, 11, 11, 9, 30)


class Shade(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Label:
    word: str
    plan: int
    share: float = 0.0
    locked: bool = False
    note: str | None = None
    shade: Shade = Shade.RED
    tags: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    bids: tuple[tuple[int, float], ...] = ()


LABELS: Collection[Label] = Collection("labels", Label, ("word", "plan"))


def opened(path: Path, **options: Any) -> WorkspaceFile:
    return open_workspace(path, clock=lambda: NOW, **options)


def record(name: str, rows: int, *, active: bool = True) -> ImportRecord:
    return ImportRecord(name, "batch", "报表.csv", "00", "kind", "wxt", "shop_daily", NOW, rows, 0, None, None, active)


text = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
finite = st.floats(allow_nan=False)
labels = st.builds(
    Label,
    word=text,
    plan=st.integers(-(2**63), 2**63 - 1),
    share=finite,
    locked=st.booleans(),
    note=st.none() | text,
    shade=st.sampled_from(Shade),
    tags=st.lists(text, max_size=2).map(tuple),
    steps=st.lists(st.builds(Step, text, finite), max_size=2).map(tuple),
    bids=st.lists(st.tuples(st.integers(), finite), max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(labels, max_size=5))
def test_that_any_documents_are_read_again_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Label]
) -> None:
    path = tmp_path_factory.mktemp("店铺 一") / "我的 店铺.shopdesk"
    with closing(opened(path)) as file:
        workspace = Workspace(file)
        workspace.apply(SetRows.put(LABELS, rows))
        expected = dict(workspace.rows(LABELS))
    with closing(opened(path)) as file:
        again = file.load_rows(LABELS)
    assert again == expected
    assert list(again) == list(expected)
    assert [type(row.locked) for row in again.values()] == [bool] * len(again)


def test_that_documents_stand_in_a_real_typed_table(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        file.write_rows([RowEdit(LABELS, ("a", 1), Label("a", 1, 0.5))])
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT word, plan, share, typeof(share) FROM doc_labels").fetchall() == [
            ("a", 1, 0.5, "real")
        ]


def test_that_a_field_added_by_a_newer_program_takes_its_default_in_old_rows(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Old:
        word: str

    @dataclass(frozen=True)
    class New:
        word: str
        priority: int = 3

    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        file.write_rows([RowEdit(Collection("terms", Old, ("word",)), ("a",), Old("a"))])
    with closing(opened(path)) as file:
        assert file.load_rows(Collection("terms", New, ("word",))) == {("a",): New("a", 3)}


def test_that_a_stored_frame_comes_back_equal_and_the_check_finds_nothing(tmp_path: Path) -> None:
    table = pa.table({"keyword": ["=1+1", None, "连衣裙"], "cost": [1, 2, None]})
    with closing(opened(tmp_path / "shop.shopdesk")) as file:
        file.add_imports([(record("one", 3), table)])
        assert file.chunk("one").equals(table)
        assert file.check() == []


def test_that_the_check_names_an_import_whose_bytes_changed(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        file.add_imports([(record("one", 1), pa.table({"a": [1]}))])
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE chunks SET data = data || x'00'")
        plain.commit()
    with closing(opened(path)) as file:
        assert "bytes are not those that were stored" in file.check()[0]


def test_that_an_import_stored_but_never_taken_in_is_gone_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        file.add_imports([(record("staged", 1, active=False), pa.table({"a": [1]}))])
        file.add_imports([(record("undone", 1), pa.table({"a": [1]}))])
        file.activate_imports({"undone": False})
    with closing(opened(path)) as file:
        assert [(entry.import_id, entry.active) for entry in file.imports()] == [("undone", False)]


def test_that_a_second_window_is_told_who_has_the_file_open(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)):
        with pytest.raises(WorkspaceError) as refused:
            opened(path)
        assert refused.value.code == "workspace_locked"
        assert refused.value.issue.values["since"] == "2026-11-11 09:30:00"
    with closing(opened(path)) as again:
        assert not again.is_read_only


def test_that_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    code = (
        "import sys, datetime, pathlib\n"
        "from shopdesk.io.workspace_file import open_workspace\n"
        "kept = open_workspace(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now)\n"
        "print('open', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path.cwd()
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"open"
        with pytest.raises(WorkspaceError):
            opened(path)
        child.kill()
    with closing(opened(path)) as file:
        assert file.salt


def test_that_a_file_open_in_a_window_can_be_read_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as window:
        window.write_rows([RowEdit(LABELS, ("a", 1), Label("a", 1))])
        with closing(opened(path, read_only=True)) as reader:
            assert reader.load_rows(LABELS) == {("a", 1): Label("a", 1)}
            with pytest.raises(WorkspaceError, match="workspace_read_only"):
                reader.set_setting("name", "x")


def test_that_each_workspace_has_its_own_lasting_salt(tmp_path: Path) -> None:
    salts = []
    for name in ("a", "b", "a"):
        with closing(opened(tmp_path / f"{name}.shopdesk")) as file:
            salts.append(file.salt)
    assert salts[0] == salts[2] != salts[1]
    assert len(salts[0]) == 32


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_version_1_file_is_brought_up_to_date(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "old.shopdesk"
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        workspace_schema.migrate(old, until=1)
        old.execute(
            "INSERT INTO imports VALUES (1, 'one', 'b', 'f.csv', '0', 'k', 'wxt', 'shop_daily', "
            "'2026-01-01T00:00:00', 0, 0, NULL, NULL, 1, 0)"
        )
    with closing(opened(path, read_only=read_only, **({} if read_only else {"backup_root": tmp_path / "b"}))) as file:
        assert [entry.import_id for entry in file.imports()] == ["one"]
    with closing(sqlite3.connect(path)) as plain:
        assert workspace_schema.file_version(plain) == (1 if read_only else workspace_schema.VERSION)
    assert read_only or len(list((tmp_path / "b").rglob("*-upgrade.shopdesk"))) == 1


def test_that_a_file_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "new.shopdesk"
    opened(path).close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        opened(path)
    assert (refused.value.code, refused.value.issue.values["version"]) == ("workspace_newer", 99)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a database at all" * 40, b"\xff" * 5000])
def test_that_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.shopdesk"
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match="workspace_not_a_workspace"):
        opened(path)
    assert path.read_bytes() == content
    assert not path.with_name(path.name + ".lock").exists()


def test_that_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.shopdesk"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (id)")
    with pytest.raises(WorkspaceError, match="workspace_not_a_workspace"):
        opened(path)


def test_that_damaged_pages_are_found_at_open(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        file.write_rows([RowEdit(LABELS, (str(i), i), Label(str(i), i, note="x" * 200)) for i in range(400)])
    data = bytearray(path.read_bytes())
    data[9 * 4096 : 14 * 4096] = b"\x5a" * (5 * 4096)
    path.write_bytes(data)
    with pytest.raises(WorkspaceError, match="workspace_damaged"):
        opened(path)


def test_that_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        workspace = Workspace(file)
        workspace.apply(SetRows.put(LABELS, [Label("a", 1)]))
        pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
        file._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(WorkspaceError, match="workspace_disk_full"):
            workspace.apply(SetRows.put(LABELS, [Label("b" * 200_000, 2)]))
        assert dict(workspace.rows(LABELS)) == {("a", 1): Label("a", 1)}
        assert file.check() == []
    with closing(opened(path)) as file:
        assert file.load_rows(LABELS) == {("a", 1): Label("a", 1)}


def test_that_a_value_sqlite_cannot_hold_is_refused_and_the_rest_of_the_change_too(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "shop.shopdesk")) as file:
        with pytest.raises(WorkspaceError, match="workspace_bad_value"):
            file.write_rows([RowEdit(LABELS, ("a", 1), Label("a", 1)), RowEdit(LABELS, ("b", 2), Label("b", 2**70))])
        assert file.load_rows(LABELS) == {}


def test_that_closing_leaves_only_the_file(tmp_path: Path) -> None:
    path = tmp_path / "shop.shopdesk"
    with closing(opened(path)) as file:
        file.set_setting("name", "一号店")
    gc.collect()
    assert [entry.name for entry in tmp_path.iterdir()] == ["shop.shopdesk"]
