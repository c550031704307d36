from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.kpi.own_days import OWN_DAYS, calendar_of
from shopdesk.ui import formats
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from shopdesk.ui.kpi.chart.calendar_dialog import SHIPPED, CalendarDialog
from tests.ui.stage import END, Stage

IN_618 = date(2026, 6, 18)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "a.shopdesk")
    yield made
    made.workspace.close()


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> CalendarDialog:
    made = CalendarDialog(stage.context, around=END)
    qtbot.addWidget(made)
    made.show()
    return made


def edit(dialog: CalendarDialog, key: str, column: str, new: object) -> None:
    dialog.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit(key, column, None, new),)))


def test_that_a_shipped_campaign_left_out_no_longer_counts_until_undone(dialog: CalendarDialog, stage: Stage) -> None:
    key = f"{SHIPPED}2026-06-16:618"
    assert [one.en for one in calendar_of(stage.workspace).on(IN_618)] == ["618"]
    edit(dialog, key, "counts", False)
    assert calendar_of(stage.workspace).on(IN_618) == ()
    stage.undo.undo()
    assert [one.en for one in calendar_of(stage.workspace).on(IN_618)] == ["618"]


def test_that_added_days_are_named_moved_and_count(dialog: CalendarDialog, stage: Stage) -> None:
    dialog.add_days()
    (row,) = stage.workspace.rows(OWN_DAYS).values()
    edit(dialog, row.days_id, "name", "店庆")
    edit(dialog, row.days_id, "start", END - timedelta(days=20))
    assert [one.zh for one in calendar_of(stage.workspace).on(END - timedelta(days=20))] == ["店庆"]


def test_that_days_typed_the_wrong_way_round_are_put_in_order(dialog: CalendarDialog, stage: Stage) -> None:
    dialog.add_days()
    (row,) = stage.workspace.rows(OWN_DAYS).values()
    edit(dialog, row.days_id, "end", END - timedelta(days=3))
    (row,) = stage.workspace.rows(OWN_DAYS).values()
    assert (row.start, row.end) == (END - timedelta(days=3), END)
