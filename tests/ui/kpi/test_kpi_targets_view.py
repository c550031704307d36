from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.target_standing import Forecasts
from shopdesk.app.kpi.targets import (
    TARGETS,
    TargetRow,
    from_template,
    put_sprint,
    put_target,
    sprints_of,
    targets_of,
    templates,
)
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.targets.goal import Direction
from shopdesk.domain.kpi.targets.progress import Projection, Verdict
from shopdesk.domain.kpi.targets.sprint import GoalProgress, SprintGoal, goal_progress
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.targets.burn_up import BurnUpCard
from shopdesk.ui.kpi.targets.sprint_dialog import SprintDialog
from shopdesk.ui.kpi.targets.target_dialog import TargetDialog
from shopdesk.ui.kpi.targets.tile import TargetTile
from shopdesk.ui.kpi.targets.view import View
from shopdesk.ui.kpi.targets.wording import goal_verdict, projection_text
from shopdesk.ui.kpi.view import BoardState
from tests.ui.stage import END, Stage

APRIL = TargetRow("pay_amount", date(2026, 4, 1), date(2026, 4, 30), 300_000.0)
MAY = TargetRow("pay_amount", date(2026, 5, 1), date(2026, 5, 31), 300_000.0)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.add_shop(days=120)
    yield made
    made.workspace.close()


def state_of(stage: Stage) -> BoardState:
    made = board(stage.workspace, SILENT)
    return BoardState(made, Period.last(days=28, until=END), END, Comparison.PREVIOUS, CampaignCalendar())


def view_of(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show_board(state_of(stage))
    view.show()
    return view


def cell(view: View, row: int, column: str) -> str:
    return view.list.model.text(row, view.list.model.position(column))


def test_that_a_shop_without_targets_says_what_goes_here_and_offers_both_beginnings(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    assert view.empty.isVisible()
    assert view.sprint.start.isVisible()
    assert not view.list.isVisible()


def test_that_a_target_shows_what_is_there_what_was_due_and_where_it_heads(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_target(MAY))
    view = view_of(stage, qtbot)
    assert cell(view, 0, "metric") == "Sales"
    assert cell(view, 0, "value") == "≥ 300,000"
    assert cell(view, 0, "actual") == "—"
    assert "[" in cell(view, 0, "projected")
    assert view.burn_up.chart.table().columns[1:3] == ("Actual yuan", "Due yuan")
    assert "Sales 2026-05" in view.burn_up.sentence.text()


def test_that_a_value_typed_into_the_table_is_one_undoable_step(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_target(MAY))
    view = view_of(stage, qtbot)
    column = view.list.model.position("value")
    view.list.model.setData(view.list.model.index(0, column), "35万", Qt.ItemDataRole.EditRole)
    assert targets_of(stage.workspace)[0].value == 350_000
    stage.undo.undo()
    assert targets_of(stage.workspace)[0].value == 300_000


def test_that_rates_are_typed_in_percent_and_money_refuses_a_percent(stage: Stage, qtbot: QtBot) -> None:
    rate = TargetRow("pay_cvr", MAY.start, MAY.end, 0.03)
    for row in (rate, MAY):
        stage.workspace.apply(put_target(row))
    view = view_of(stage, qtbot)
    model, column = view.list.model, view.list.model.position("value")
    places = {str(model.key(row)[0]): row for row in range(model.rowCount())}  # type: ignore[index]
    for text in ("3.5", "3.5 %"):
        stage.workspace.apply(put_target(rate))
        model.setData(model.index(places["pay_cvr"], column), text, Qt.ItemDataRole.EditRole)
        changed = stage.workspace.row(TARGETS, TARGETS.key_of(rate))
        assert changed is not None
        assert changed.value == pytest.approx(0.035)
    model.setData(model.index(places["pay_amount"], column), "5%", Qt.ItemDataRole.EditRole)
    assert stage.workspace.row(TARGETS, TARGETS.key_of(MAY)) == MAY
    assert view.list.problems.isVisible()


def test_that_targets_go_on_to_the_next_month_and_are_removed(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_target(APRIL))
    view = view_of(stage, qtbot)
    view.list.go_on.click()
    assert [row.start for row in targets_of(stage.workspace)] == [MAY.start, APRIL.start]
    view.show_board(state_of(stage))
    view.show_target(APRIL)
    view.list.remove.click()
    assert targets_of(stage.workspace) == [MAY]
    stage.undo.undo()
    assert len(targets_of(stage.workspace)) == 2


def test_that_a_target_of_days_behind_us_is_reached_or_missed_without_a_chance(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_target(APRIL))
    view = view_of(stage, qtbot)
    assert cell(view, 0, "verdict") == "missed"
    assert cell(view, 0, "chance") == "—"


class TestTile:
    def tile_of(self, stage: Stage, qtbot: QtBot) -> TargetTile:
        tile = TargetTile(stage.context)
        qtbot.addWidget(tile)
        tile.show_board(state_of(stage))
        return tile

    def test_that_it_invites_where_there_is_no_target(self, stage: Stage, qtbot: QtBot) -> None:
        tile = self.tile_of(stage, qtbot)
        assert "Set a target" in tile.accessibleName()
        with qtbot.waitSignal(tile.clicked):
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)

    def test_that_it_says_target_chance_days_left_and_projection(self, stage: Stage, qtbot: QtBot) -> None:
        running = TargetRow("pay_amount", date(2026, 4, 1), date(2026, 5, 10), 300_000.0)
        stage.workspace.apply(put_target(running))
        tile = self.tile_of(stage, qtbot)
        spoken = tile.accessibleName()
        assert "target 300K" in spoken
        assert "likely" in spoken
        assert "10 days left" in spoken
        assert "projected" in spoken
        assert "sycm_shop_daily_2023.xlsx" in tile.toolTip()
        assert tile.shown_target == running


class TestTargetDialog:
    def dialog(self, stage: Stage, qtbot: QtBot, **given: object) -> TargetDialog:
        facts = board(stage.workspace, SILENT).facts
        made = TargetDialog(Forecasts(facts, until=END, calendar=CampaignCalendar()), **given)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.show()
        return made

    def test_that_a_suggestion_is_marked_and_only_taken_on_request(self, stage: Stage, qtbot: QtBot) -> None:
        dialog = self.dialog(stage, qtbot)
        dialog.span.setCurrentIndex(1)
        dialog.span.activated.emit(1)
        assert dialog.suggestion.text().startswith("Suggestion ")
        assert dialog.value.text() == ""
        dialog.take.click()
        dialog.accept_button.click()
        assert dialog.row is not None
        assert (dialog.row.start, dialog.row.end) == (MAY.start, MAY.end)
        assert dialog.row.value == pytest.approx(280_000, rel=0.1)
        assert dialog.row.direction is Direction.AT_LEAST

    def test_that_a_bad_number_keeps_it_open_and_says_why(self, stage: Stage, qtbot: QtBot) -> None:
        dialog = self.dialog(stage, qtbot)
        dialog.value.setText("many")
        dialog.accept_button.click()
        assert dialog.isVisible()
        assert "not a number" in dialog.problem.text()

    def test_that_the_same_metric_and_days_are_not_set_twice(self, stage: Stage, qtbot: QtBot) -> None:
        dialog = self.dialog(stage, qtbot, taken=[APRIL])
        dialog.value.setText("5")
        dialog.accept_button.click()
        assert "already has a target" in dialog.problem.text()

    def test_that_it_opens_with_the_target_to_edit(self, stage: Stage, qtbot: QtBot) -> None:
        row = TargetRow("pay_cvr", date(2026, 4, 3), date(2026, 4, 20), 0.031)
        dialog = self.dialog(stage, qtbot, row=row, taken=[row])
        assert dialog.value.text() == "3.1%"
        dialog.accept_button.click()
        assert dialog.row == row


class TestSprint:
    def start(self, stage: Stage) -> date:
        start = END - timedelta(days=9)
        stage.workspace.apply(put_sprint(from_template(templates()[0], start=start, name="Sprint")))
        return start

    def test_that_goals_without_reports_say_what_is_missing(self, stage: Stage, qtbot: QtBot) -> None:
        self.start(stage)
        view = view_of(stage, qtbot)
        model = view.sprint.model
        verdicts = [model.text(row, model.position("verdict")) for row in range(model.rowCount())]
        assert all("Ads by plan" in text for text in verdicts[:3])
        assert view.sprint.check.isVisible()

    def test_that_a_planned_change_typed_into_a_week_is_one_undoable_step(self, stage: Stage, qtbot: QtBot) -> None:
        self.start(stage)
        view = view_of(stage, qtbot)
        model = view.sprint.model
        model.setData(model.index(1, model.position("week0")), "3", Qt.ItemDataRole.EditRole)
        assert sprints_of(stage.workspace)[0].goals[1].changes == (0.03, 0.10, 0.10, 0.10)
        stage.undo.undo()
        assert sprints_of(stage.workspace)[0].goals[1].changes[0] == 0.0

    def test_that_an_own_base_is_typed_and_cleared_again(self, stage: Stage, qtbot: QtBot) -> None:
        self.start(stage)
        view = view_of(stage, qtbot)
        model = view.sprint.model
        column = model.position("base")
        model.setData(model.index(1, column), "3", Qt.ItemDataRole.EditRole)
        assert sprints_of(stage.workspace)[0].goals[1].base == pytest.approx(0.03)
        view.show_board(state_of(stage))
        assert model.text(1, column) == "3.00 % *"
        model.setData(model.index(1, column), "", Qt.ItemDataRole.EditRole)
        assert sprints_of(stage.workspace)[0].goals[1].base is None

    def test_that_the_dialog_makes_a_sprint_of_the_template_with_the_chosen_goals(
        self, stage: Stage, qtbot: QtBot
    ) -> None:
        facts = board(stage.workspace, SILENT).facts
        dialog = SprintDialog(facts, BOARD, start=END + timedelta(days=1))
        qtbot.addWidget(dialog)
        dialog.show()
        names = [dialog.goals.item(place).data(Qt.ItemDataRole.UserRole) for place in range(dialog.goals.count())]
        assert names[:4] == ["ad_cpc", "ad_ctr", "ad_roi", "silent_cvr"]
        dialog.goals.item(names.index("silent_cvr")).setCheckState(Qt.CheckState.Unchecked)
        dialog.goals.item(names.index("pay_cvr")).setCheckState(Qt.CheckState.Checked)
        dialog.days.setValue(14)
        dialog.buttons.accepted.emit()
        assert dialog.row is not None
        assert {goal.metric: goal.changes for goal in dialog.row.goals} == {
            "ad_cpc": (-0.05, -0.05),
            "ad_ctr": (0.0, 0.10),
            "ad_roi": (0.0, 0.0),
            "pay_cvr": (0.0, 0.0),
        }


class TestGoalVerdict:
    def found(self, stage: Stage, change: float, *, first: int = 0) -> GoalProgress:
        facts = board(stage.workspace, SILENT).facts
        period = Period(END - timedelta(days=9), END + timedelta(days=20))
        goal = SprintGoal(BOARD["pay_cvr"], (0.0,) * first + (change,) * (4 - first))
        return goal_progress(facts, goal, period, until=END, calendar=CampaignCalendar())

    def stand(self, stage: Stage, change: float, *, first: int = 0) -> str:
        return goal_verdict(self.found(stage, change, first=first), until=END)[0]

    def test_that_a_goal_out_of_reach_is_behind_with_its_chance(self, stage: Stage) -> None:
        assert self.stand(stage, 0.5) == "behind, chance <1 %"

    def test_that_a_goal_of_a_later_week_names_its_first_day(self, stage: Stage) -> None:
        assert self.stand(stage, 0.05, first=3) == f"begins {END - timedelta(days=9) + timedelta(days=21):%m-%d}"

    def test_that_a_goal_without_any_planned_change_says_so(self, stage: Stage) -> None:
        assert self.stand(stage, 0.0) == "nothing planned yet"

    def test_that_an_open_goal_says_how_many_more_events_would_tell(self, stage: Stage) -> None:
        found = replace(self.found(stage, 0.5), verdict=Verdict.UNCLEAR, chance=0.57, needed_events=364)
        assert goal_verdict(found, until=END) == (
            "can't tell yet, chance 57 %; about 360 more Buyers would tell",
            "unknown",
        )


@pytest.mark.parametrize(
    ("metric", "found", "text"),
    [
        ("pay_amount", Projection(96_132, 98_240, 101_300), "98K [96, 101]"),
        ("pay_amount", Projection(80_400, 83_100, 86_200), "83K [80, 86]"),
        ("pay_cvr", Projection(0.03271, 0.0337, 0.0347), "3.37 % [3.27, 3.47]"),
        ("ad_cpc", Projection(1.494, 1.502, 1.52), "1.50 [1.49, 1.52]"),
        ("pay_buyers", Projection(812, 850, 903), "850 [810, 900]"),
    ],
)
def test_that_a_projection_is_rounded_to_what_its_interval_knows(
    metric: str,
    found: Projection,
    text: str,
    qtbot: QtBot,
) -> None:
    formats.set_language("en")
    assert projection_text(BOARD[metric], found) == text


def test_that_the_course_of_a_target_goes_to_table_picture_and_clipboard(qtbot: QtBot) -> None:
    card = BurnUpCard()
    qtbot.addWidget(card)
    verbs = card.chart.verbs
    assert [one.isVisibleTo(card) for one in (verbs.table, verbs.png, verbs.copy)] == [True, True, True]
