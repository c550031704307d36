"""The editor of a platform's limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.limits import OWN_LIMITS, LimitField, own_limits, profile_in
from shopdesk.ui import formats
from shopdesk.ui.bidding.limits.dialog import LimitsDialog
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from tests.ui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "a.shopdesk")
    yield made
    made.workspace.close()


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> LimitsDialog:
    made = LimitsDialog(stage.context, "taobao")
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(dialog: LimitsDialog, field: LimitField, text: str | None) -> None:
    dialog.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit(field.value, "own", "", text),)))


def cell(dialog: LimitsDialog, field: LimitField, column: str) -> object:
    frame = dialog.grid.model.frame
    return frame.value(column, list(frame.keys).index(field.value))


def test_that_a_typed_limit_counts_at_once_and_is_undone(dialog: LimitsDialog, stage: Stage) -> None:
    type_in(dialog, LimitField.HOUR_HIGH, "300 %")
    type_in(dialog, LimitField.LEAST_BUDGET, "50")
    found = profile_in(stage.workspace, "taobao")
    assert (found.hours.high, found.least_budget) == (300, 5000)
    assert cell(dialog, LimitField.HOUR_HIGH, "own") == "300 %"
    assert cell(dialog, LimitField.HOUR_HIGH, "known") == "set by the shop"
    stage.undo.undo()
    assert profile_in(stage.workspace, "taobao").least_budget == 3000
    assert cell(dialog, LimitField.LEAST_BUDGET, "own") == ""


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (LimitField.HOUR_HIGH, "20"),
        (LimitField.HOUR_LOW, "abc"),
        (LimitField.HOUR_LOW, "33.5"),
        (LimitField.HOUR_LOW, "nan"),
        (LimitField.BID_LEAST, "0.055"),
        (LimitField.BID_LEAST, "0"),
        (LimitField.HOUR_LOW, "150"),
    ],
)
def test_that_a_limit_that_cannot_be_is_refused_with_the_reason(
    dialog: LimitsDialog, stage: Stage, field: LimitField, text: str
) -> None:
    type_in(dialog, field, text)
    assert dialog.problem.isVisible()
    assert dialog.problem.text()
    assert stage.workspace.rows(OWN_LIMITS) == {}
    type_in(dialog, LimitField.HOUR_HIGH, "240")
    assert not dialog.problem.isVisible()


def test_that_an_emptied_cell_and_the_button_give_the_shipped_limits_back(dialog: LimitsDialog, stage: Stage) -> None:
    type_in(dialog, LimitField.HOUR_HIGH, "300")
    type_in(dialog, LimitField.HOUR_HIGH, None)
    assert stage.workspace.rows(OWN_LIMITS) == {}
    assert not dialog.reset.isEnabled()
    type_in(dialog, LimitField.HOUR_HIGH, "300")
    type_in(dialog, LimitField.BID_LEAST, "0.10")
    dialog.reset.click()
    assert stage.workspace.rows(OWN_LIMITS) == {}
    stage.undo.undo()
    assert own_limits(stage.workspace, "taobao").bid_least == 10


def test_that_the_first_weekday_is_chosen_by_name_or_number(dialog: LimitsDialog, stage: Stage) -> None:
    dialog.platform.setCurrentIndex(dialog.platform.findData("jd"))
    assert cell(dialog, LimitField.FIRST_DAY, "shipped") == "Mon"
    type_in(dialog, LimitField.FIRST_DAY, "Sun")
    assert profile_in(stage.workspace, "jd").first_day == 6
    type_in(dialog, LimitField.FIRST_DAY, "1")
    assert profile_in(stage.workspace, "jd").first_day == 0
    type_in(dialog, LimitField.FIRST_DAY, "Funday")
    assert dialog.problem.isVisible()


def test_that_a_platform_without_a_profile_shows_the_general_one(stage: Stage, qtbot: QtBot) -> None:
    made = LimitsDialog(stage.context, "nowhere")
    qtbot.addWidget(made)
    assert made.platform.currentData() == "other"
