"""The week of a plan: three layers, edits as named steps, what is taken, refused, copied and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.templates import HourTemplate
from shopdesk.domain.bidding.forms.launch import to_launch
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import check_week, flat_week
from shopdesk.io.exports.bidding.files import PlanFiles
from shopdesk.ui.bidding.hours.card import HourCard
from shopdesk.ui.bidding.hours.layers import ACTUAL, EDIT, PROPOSED
from shopdesk.ui.bidding.plan_view import PlanView
from tests.ui.bidding.plan_views import EVENING, plan, plan_view, proposed, value_model


class Desk:
    """A card whose edits come back as the next view, as in the page."""

    def __init__(self, view: PlanView) -> None:
        self.view = view
        self.names: list[str] = []
        self.card = HourCard()
        self.card.edited.connect(self.take)
        self.card.resize(810, 270)
        self.card.set_view(view)
        self.card.show()

    def take(self, fields: dict[str, Any], name: str) -> None:
        self.names.append(name)
        assert self.view.plan is not None
        self.show(plan=replace(self.view.plan, **fields))

    def show(self, **changes: Any) -> None:
        self.view = replace(self.view, **changes)
        self.card.set_view(self.view)

    @property
    def hours(self) -> tuple[int, ...]:
        assert self.view.plan is not None
        return self.view.plan.hours


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(plan_view())
    qtbot.addWidget(desk.card)
    return desk


def test_that_a_plan_without_figures_begins_with_what_is_set_and_keeps_the_layer_chosen_by_hand(desk: Desk) -> None:
    assert desk.card.head.layer.key() == EDIT
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    desk.show(plan=plan(note="x"))
    assert desk.card.head.layer.key() == PROPOSED


def test_that_cells_which_differ_from_the_console_are_marked(desk: Desk) -> None:
    desk.card.show_edit()
    desk.card.grid.select(4, 20, 4, 20)
    desk.card.grid.does.set_to(110)
    marked = desk.card.grid.cells.layer.marked
    assert marked is not None
    assert np.argwhere(marked).tolist() == [[4, 20]]
    assert "not as on the console" in desk.card.foot.legend.accessibleDescription()


def test_that_each_action_is_one_step_with_its_name(desk: Desk) -> None:
    desk.card.show_edit()
    grid = desk.card.grid
    grid.select(4, 20, 6, 22)
    grid.does.set_to(116)
    QTest.keyClicks(grid, "+")
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText("101\t102")
    grid.select(0, 0, 0, 0)
    grid.does.paste()
    assert desk.names == ["116 % in 9 hours", "+5 % in 9 hours", "9 hours back to 100 %", "paste 2 hours"]
    assert desk.hours[:2] == (101, 102)


def test_that_a_cell_beyond_the_platform_is_refused_with_its_place_and_the_rest_goes_in(desk: Desk) -> None:
    desk.card.show_edit()
    QGuiApplication.clipboard().setText("120\t400")
    desk.card.grid.select(0, 8, 0, 8)
    desk.card.grid.does.paste()
    assert desk.hours[8:10] == (120, 100)


def test_that_a_refusal_is_told_beneath_the_week(desk: Desk) -> None:
    desk.card.show_edit()
    desk.card.grid.select(0, 8, 0, 8)
    desk.card.grid.does.set_to(400)
    assert "Mon 08:00" in desk.card.foot.message.text()
    assert "30–250 %" in desk.card.foot.message.text()
    assert desk.hours == flat_week(1)


def test_that_what_a_block_left_out_is_still_told_when_the_rest_is_drawn_later(qtbot: QtBot) -> None:
    view = plan_view()
    card = HourCard()
    qtbot.addWidget(card)
    card.set_view(view)
    card.show_edit()
    found: list[dict[str, Any]] = []
    card.edited.connect(lambda fields, _name: found.append(fields))
    QGuiApplication.clipboard().setText("120\t400")
    card.grid.select(0, 8, 0, 8)
    card.grid.does.paste()
    assert view.plan is not None
    card.set_view(replace(view, plan=replace(view.plan, **found[0])))
    assert "Mon 09:00" in card.foot.message.text()
    card.set_view(view)
    assert not card.foot.message.text()


def test_that_the_proposal_is_taken_for_the_selection_or_for_the_whole_week(desk: Desk) -> None:
    desk.card.grid.select(0, 20, 0, 23)
    desk.card.take_proposal(whole=False)
    assert desk.hours[20:24] == (120, 120, 120, 98)
    assert set(desk.hours[:20]) == {100}
    desk.card.take_proposal(whole=True)
    assert desk.hours == desk.view.proposed_hours
    assert desk.names == ["take the proposal in 4 hours", "take the proposal in 164 hours"]
    assert desk.card.head.layer.key() == EDIT


def test_that_the_proposal_says_what_stands_behind_each_cell_and_what_held_it_back(desk: Desk) -> None:
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    layer = desk.card.grid.cells.layer
    assert layer.evidence is not None
    tip = layer.evidence(0, 21)
    assert "On the console 100 %" in tip
    assert "1.32" in tip
    assert "80 %" in tip
    assert "Behind it: 2 orders" in tip
    assert "asks for 132 %: at most 20 % a review, so 120 % first" in tip


def test_that_hours_with_few_orders_are_thin_and_the_others_not(desk: Desk) -> None:
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    thin = desk.card.grid.cells.layer.thin
    assert thin is not None
    assert thin[:, :6].all()
    assert not thin[:, 6:].any()


def test_that_a_closed_gate_makes_the_whole_proposal_faint_and_says_why(desk: Desk) -> None:
    held = proposed(hours=Stay.CHANCE)
    desk.show(model=value_model(is_open=False), proposal=held)
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    thin = desk.card.grid.cells.layer.thin
    assert thin is not None
    assert thin.all()
    assert "100 % is safer" in desk.card.foot.note.text()


def test_that_a_day_is_copied_to_the_days_asked_for(desk: Desk) -> None:
    desk.card.show_edit()
    desk.card.grid.select(0, 20, 0, 22)
    desk.card.grid.does.set_to(120)
    desk.card.copy_day(0, (5, 6))
    assert [desk.hours[day * 24 + 21] for day in range(7)] == [120, 100, 100, 100, 100, 120, 120]
    assert desk.names[-1].startswith("copy Mon to Sat")


def test_that_a_template_is_moved_to_what_the_platform_takes_and_its_cost_is_told(desk: Desk) -> None:
    peaks = HourTemplate("peaks", "", (10,) * 7 + (130,) * 161)
    desk.card.use_template(peaks)
    assert desk.hours[:8] == (30,) * 7 + (130,)
    said = desk.card.foot.message.text()
    assert "a tenth less" in said
    assert "7 hours were moved" in said
    desk.show(plan=replace(desk.view.plan, note="x"))  # type: ignore[type-var]
    assert "a tenth less" in desk.card.foot.message.text()
    desk.card.grid.select(0, 0, 0, 0)
    desk.card.grid.does.set_to(100)
    assert "a tenth less" not in desk.card.foot.message.text()


def test_that_smart_bids_can_only_be_switched(desk: Desk) -> None:
    desk.show(plan=plan(is_smart=True))
    desk.card.show_edit()
    desk.card.grid.select(0, 0, 0, 1)
    desk.card.grid.does.set_to(80)
    assert desk.hours == flat_week(1)
    desk.card.grid.does.nudge(-5)
    assert desk.hours[:3] == (0, 0, 100)
    assert not desk.card.head.value.isVisibleTo(desk.card)


def test_that_one_profile_for_all_days_is_edited_as_one(qtbot: QtBot) -> None:
    desk = Desk(plan_view("pdd"))
    qtbot.addWidget(desk.card)
    desk.card.show_edit()
    desk.card.grid.select(2, 20, 2, 20)
    desk.card.grid.does.set_to(110)
    assert [desk.hours[day * 24 + 20] for day in range(7)] == [110] * 7


def test_that_limits_nobody_saw_carry_a_chip(qtbot: QtBot) -> None:
    seen, unseen = Desk(plan_view("google_ads")), Desk(plan_view("pdd"))
    for desk in (seen, unseen):
        qtbot.addWidget(desk.card)
        desk.card.show_edit()
    assert not seen.card.foot.unverified.isVisibleTo(seen.card)
    assert unseen.card.foot.unverified.isVisibleTo(unseen.card)


def test_that_leaving_the_field_without_typing_changes_nothing(desk: Desk) -> None:
    desk.card.show_edit()
    desk.card.grid.select(0, 0, 0, 0)
    desk.card.grid.does.set_to(120)
    desk.card.grid.select(0, 0, 0, 3)
    desk.names.clear()
    desk.card.head.value.editingFinished.emit()
    assert desk.names == []
    desk.card.head.value.lineEdit().textEdited.emit("110")
    desk.card.head.value.setValue(110)
    desk.card.head.value.editingFinished.emit()
    assert desk.names == ["110 % in 4 hours"]


def test_that_percents_have_a_mean_and_no_sum_in_the_status_bar(desk: Desk) -> None:
    desk.card.show_edit()
    desk.card.grid.select(0, 0, 0, 3)
    stats = desk.card.stats()
    assert (stats.count, stats.total, stats.average) == (4, None, 100)


def test_that_half_hours_keep_proposal_and_console_beside_the_plan(desk: Desk) -> None:
    desk.card.resample(2)
    assert len(desk.hours) == 336
    desk.card.grid.select(0, 40, 0, 45)
    desk.card.take_proposal(whole=False)
    assert set(desk.hours[40:46]) == {120}
    assert len(EVENING) * 2 == 6


def test_that_without_reports_the_card_says_what_to_import(qtbot: QtBot) -> None:
    desk = Desk(plan_view(history=None, model=None, proposal=None, places={}))
    qtbot.addWidget(desk.card)
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    assert "Import an ads report by hour" in desk.card.foot.note.text()
    assert desk.card.grid.cells.text(0, 0) == "—"
    desk.card.head.layer.choose(ACTUAL)
    desk.card.head.layer_chosen.emit()
    assert "No report by hour" in desk.card.foot.note.text()


def test_that_console_text_goes_out_and_comes_back(desk: Desk) -> None:
    told: list[str] = []
    desk.card.taken.connect(told.append)
    QGuiApplication.clipboard().setText("00:00-08:00:60,08:00-24:00:110")
    desk.card.menu.text_pasted.emit()
    assert desk.hours[:9] == (60,) * 8 + (110,)
    desk.card.menu.text_copied.emit()
    assert told[0].startswith("00:00-08:00:60,08:00-24:00:110;")
    QGuiApplication.clipboard().setText("00:00-24:00:10")
    desk.card.menu.text_pasted.emit()
    assert desk.hours[0] == 60
    assert desk.card.foot.message.text()


def test_that_a_week_is_pasted_in_whatever_form_a_console_or_sheet_has_it(desk: Desk) -> None:
    week = (64, *flat_week(1)[1:])
    sheet = "\n".join("\t".join(map(str, week[day * 24 : day * 24 + 24])) for day in range(7))
    for text in (to_launch(week), sheet):
        QGuiApplication.clipboard().setText(text)
        desk.card.menu.text_pasted.emit()
        assert desk.hours == week
        QGuiApplication.clipboard().setText("00:00-24:00:100")
        desk.card.menu.text_pasted.emit()
    QGuiApplication.clipboard().setText(to_launch((64, *flat_week(2)[1:])))
    desk.card.menu.text_pasted.emit()
    assert desk.hours == (64, *flat_week(2)[1:])  # 万相台 takes half hours


def test_that_a_week_comes_from_a_file_and_a_bad_one_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "w.json"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(chosen), ""))
    desk.card.console.read_file = lambda path, day: PlanFiles().read_week(path, first_day=day)
    chosen.write_text(to_launch((64, *flat_week(1)[1:])), "utf-8")
    desk.card.menu.file_wanted.emit()
    assert desk.hours == (64, *flat_week(1)[1:])
    for bad in ("{}", to_launch((10, *flat_week(1)[1:]))):
        desk.card.foot.message.setText("")
        chosen.write_text(bad, "utf-8")
        desk.card.menu.file_wanted.emit()
        assert desk.card.foot.message.text()
    chosen.unlink()
    desk.card.menu.file_wanted.emit()
    assert "w.json" in desk.card.foot.message.text()
    assert desk.hours == (64, *flat_week(1)[1:])


def test_that_a_proposal_already_set_is_no_longer_offered(desk: Desk) -> None:
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    assert desk.card.head.take.isEnabled()
    desk.card.take_proposal(whole=True)
    desk.card.head.layer.choose(PROPOSED)
    desk.card.head.layer_chosen.emit()
    assert not desk.card.head.take.isEnabled()


def test_that_a_week_with_too_many_windows_is_fitted_by_one_choice(qtbot: QtBot) -> None:
    split = (80, 100, 90, 100, 110, 100, 120, *[100] * 17)
    desk = Desk(plan_view("google_ads"))
    qtbot.addWidget(desk.card)
    desk.take({"hours": split + flat_week(1)[24:]}, "")

    def choices() -> dict[str, Any]:
        menu = desk.card.menu.build(desk.view, (), day=0, has_selection=False, parent=desk.card)
        return {action.text(): action for action in menu.actions()}

    choices()["Fit this week to the platform's limits"].trigger()
    assert check_week(desk.hours, desk.view.hour_limits) == []
    assert desk.hours[24:] == flat_week(1)[24:]
    assert "Fit this week to the platform's limits" not in choices()
