"""Backups: checked, thinned, restorable; a damaged file pushes none out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.ports import WorkspaceError
from shopdesk.io import backups, paths
from shopdesk.io.workspace_errors import worded
from shopdesk.io.workspace_file import WorkspaceFile, open_workspace


@dataclass(frozen=True, slots=True)
class Label:
    word: str
    plan: int
    note: str = ""


LABELS = Collection("labels", Label, ("word", "plan"))
START = datetime(2026, 1, 1, 8)


class Clock:
    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


def edited(file: WorkspaceFile, word: str) -> None:
    file.write_rows([RowEdit(LABELS, (word, 1), Label(word, 1))])


def test_that_a_year_of_daily_work_keeps_twelve_days_ten_weeks_and_nine_months(tmp_path: Path) -> None:
    stamps = [START + timedelta(days=day, hours=hour) for day in range(365) for hour in (0, 4)][::-1]
    kept = [stamps[position] for position in sorted(backups.kept_positions(stamps))]
    days = {stamp.date() for stamp in kept}
    assert {(stamps[0] - timedelta(days=back)).date() for back in range(12)} <= days
    assert len({stamp.isocalendar()[:2] for stamp in kept}) >= 10
    assert len({(stamp.year, stamp.month) for stamp in kept}) == 9
    assert len(kept) <= 3 + 12 + 10 + 9


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=80))
def test_that_thinning_keeps_the_newest_and_thinning_again_changes_nothing(stamps: list[datetime]) -> None:
    ordered = sorted(stamps, reverse=True)
    kept = backups.kept_positions(ordered)
    assert not ordered or 0 in kept
    again = [ordered[position] for position in sorted(kept)]
    assert backups.kept_positions(again) == set(range(len(again)))


def test_that_a_backup_is_made_only_where_something_changed(tmp_path: Path) -> None:
    clock = Clock()
    with closing(open_workspace(tmp_path / "a.shopdesk", clock=clock, backup_root=tmp_path / "b")) as file:
        assert file.backup("import") is None
        edited(file, "a")
        first = file.backup("import")
        assert first is not None
        clock.time += timedelta(hours=1)
        assert file.backup("import") is None
        assert file.daily_backup() is None
        clock.time += timedelta(days=1)
        edited(file, "b")
        assert file.daily_backup() is not None
        assert file.daily_backup() is None


def test_that_a_restored_backup_holds_what_it_held_and_keeps_what_it_replaced(tmp_path: Path) -> None:
    clock = Clock()
    path = tmp_path / "我的 店铺.shopdesk"
    with closing(open_workspace(path, clock=clock, backup_root=tmp_path / "b")) as file:
        edited(file, "a")
        kept = file.backup("import")
        edited(file, "b")
    assert kept is not None
    backups.restore(kept, path, keep_in=kept.parent, now=clock())
    with closing(open_workspace(path, clock=clock)) as file:
        assert list(file.load_rows(LABELS)) == [("a", 1)]
    replaced = next(kept.parent.glob("replaced-*"))
    with closing(open_workspace(replaced, clock=clock)) as file:
        assert list(file.load_rows(LABELS)) == [("a", 1), ("b", 1)]


def test_that_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    path = tmp_path / "a.shopdesk"
    open_workspace(path, clock=Clock()).close()
    before = path.read_bytes()
    bad = tmp_path / "bad.shopdesk"
    bad.write_bytes(before[:5000])
    with pytest.raises(WorkspaceError, match="workspace_damaged"):
        backups.restore(bad, path, keep_in=tmp_path / "b", now=START)
    assert path.read_bytes() == before


def test_that_a_damaged_file_pushes_out_no_good_backup(tmp_path: Path) -> None:
    clock = Clock()
    path = tmp_path / "a.shopdesk"
    with closing(open_workspace(path, clock=clock)) as file:
        file.write_rows([RowEdit(LABELS, (str(i), i), Label(str(i), i, note="x" * 200)) for i in range(400)])
    folder = tmp_path / "b"
    for day in range(20):
        backups.make_backup(path, folder, now=START + timedelta(days=day), revision=day, reason="daily")
    good = sorted(entry.name for entry in folder.iterdir())
    data = bytearray(path.read_bytes())
    data[9 * 4096 : 14 * 4096] = b"\x5a" * (5 * 4096)
    path.write_bytes(data)
    with pytest.raises(WorkspaceError):
        backups.make_backup(path, folder, now=START + timedelta(days=30), revision=99, reason="daily")
    assert sorted(entry.name for entry in folder.iterdir()) == good


def test_that_a_saved_copy_is_a_whole_shop_with_backups_of_its_own(tmp_path: Path) -> None:
    clock = Clock()
    copy = tmp_path / "副本.shopdesk"
    with closing(open_workspace(tmp_path / "a.shopdesk", clock=clock, backup_root=tmp_path / "b")) as file:
        edited(file, "a")
        file.save_copy(copy)
        salt, folder = file.salt, file.backup_folder
        with pytest.raises(WorkspaceError, match="workspace_copy_onto_itself"):
            file.save_copy(file.path)
    with closing(open_workspace(copy, clock=clock, backup_root=tmp_path / "b")) as file:
        assert list(file.load_rows(LABELS)) == [("a", 1)]
        assert (file.salt, file.backup_folder != folder) == (salt, True)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/home/a/OneDrive/店铺/a.shopdesk", "workspace_synced_folder"),
        ("/home/a/我的坚果云/a.shopdesk", "workspace_synced_folder"),
        ("/home/a/百度网盘/a.shopdesk", "workspace_synced_folder"),
        ("/home/a/文档/OneDrive 说明.shopdesk", None),
        ("/home/a/文档/a.shopdesk", None),
    ],
)
def test_that_a_synchronised_folder_is_warned_of(path: str, code: str | None) -> None:
    issue = paths.risk_of(Path(path))
    assert (issue.code if issue else None) == code


def test_that_it_is_the_disk_of_the_copy_that_is_full(tmp_path: Path) -> None:
    full, damaged = sqlite3.OperationalError("full"), sqlite3.DatabaseError("torn")
    full.sqlite_errorname, damaged.sqlite_errorname = "SQLITE_FULL", "SQLITE_CORRUPT"
    shop, folder = tmp_path / "店.shopdesk", tmp_path / "backups"
    for error, code, place in ((full, "workspace_disk_full", folder), (damaged, "workspace_damaged", shop)):
        with pytest.raises(WorkspaceError) as refused, worded(shop, copied_to=folder):
            raise error
        assert (refused.value.code, refused.value.issue.values["path"]) == (code, str(place))
