"""The diff of a plan: every change a row, refused one by one, written to a file that keeps a version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.exporting import Form, LeftOut, Order, Why, Written
from shopdesk.app.bidding.refusals import refused_changes
from shopdesk.app.bidding.versions import PLAN_VERSIONS, promise_of
from shopdesk.domain.bidding.forecast.model import Metric
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.week import flat_week
from shopdesk.ui.bidding.changes.columns import TAKE
from shopdesk.ui.bidding.changes.view import ChangesView
from shopdesk.ui.bidding.page import BiddingPage
from tests.ui.bidding.plan_stage import PLAN, TODAY, page_of, stage_of, stored
from tests.ui.stage import Stage


class Files:
    """Remembers what was to be written."""

    def __init__(self) -> None:
        self.left_out: tuple[LeftOut, ...] = ()
        self.orders: list[Order] = []
        self.found: dict[str, Levers] = {}

    def read_levers(self, path: Path) -> dict[str, Levers]:  # noqa: ARG002
        return self.found

    def write(self, order: Order) -> Written:
        self.orders.append(order)
        return Written(order.path, 3, self.left_out)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return stage_of(tmp_path / "店.shopdesk")


@pytest.fixture
def files(stage: Stage) -> Files:
    files = Files()
    stage.context.services.bid_files = files  # type: ignore[union-attr,misc]
    return files


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> BiddingPage:
    page = page_of(stage, qtbot)
    page.verbs.take((Lever.WORDS,))
    page.edits.set_fields({"hours": (120, *flat_week(1)[1:])}, "hours")
    page.refresh()
    return page


def diff(page: BiddingPage) -> ChangesView:
    page.show_view("changes", ("", ""))
    view: Any = page.views["changes"]
    page.refresh()
    assert isinstance(view, ChangesView)
    return view


def test_that_every_change_is_a_row_with_old_new_and_money(page: BiddingPage) -> None:
    view = diff(page)
    shown = view.shown()
    assert shown is not None
    assert {one.lever for one in shown.rows} == {Lever.WORDS, Lever.HOURS}
    assert all(one.money is not None for one in shown.rows)
    assert view.grid.model.rowCount() == len(shown.rows)
    texts = [
        view.grid.model.index(row, column).data()
        for row in range(view.grid.model.rowCount())
        for column in range(view.grid.model.columnCount())
    ]
    assert not any("nan" in str(text).lower() for text in texts)


def test_that_a_budget_set_here_is_a_change_to_carry_over(page: BiddingPage) -> None:
    page.edits.set_fields({"daily_budget": 9_000}, "Daily budget")
    page.refresh()
    shown = diff(page).shown()
    assert shown is not None
    assert [(one.old, one.new) for one in shown.rows if one.lever is Lever.BUDGET] == [(None, 9_000)]


def test_that_a_refused_row_stays_home_and_the_refusal_can_be_undone(page: BiddingPage, stage: Stage) -> None:
    view = diff(page)
    shown = view.shown()
    assert shown is not None
    hour = next(one for one in shown.rows if one.lever is Lever.HOURS)
    model = view.grid.model
    row = model.row_of_key(hour.key)
    assert row is not None
    assert model.setData(model.index(row, model.position(TAKE)), "")
    page.refresh()
    assert refused_changes(stage.workspace, PLAN) == {hour.key}
    again = view.shown()
    assert again is not None
    assert set(again.settled.levers.hours) == {100}
    stage.undo.undo()
    assert not refused_changes(stage.workspace, PLAN)


def test_that_a_changed_checklist_comes_back_as_one_step(
    page: BiddingPage, stage: Stage, files: Files, tmp_path: Path
) -> None:
    files.found = {"坚果": Levers(hours=(130, *flat_week(1)[1:]), daily_budget=8_000)}
    before, view = stored(page), diff(page)
    view.read_back(tmp_path / "c.xlsx")
    assert (stored(page).hours[0], stored(page).daily_budget) == (130, 8_000)
    assert stored(page).bids == before.bids
    stage.undo.undo()
    assert stored(page) == before
    files.found = {"果干": Levers()}
    view.read_back(tmp_path / "c.xlsx")
    assert "names no plan 坚果; it has 果干" in view.bar.text()
    assert stored(page) == before


def test_that_a_file_keeps_a_version_with_its_promise_in_one_step(
    page: BiddingPage, stage: Stage, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = diff(page)
    out = tmp_path / "清单.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(out), ""))
    shown = view.shown()
    assert shown is not None
    refused = next(one.key for one in shown.rows if one.lever is Lever.HOURS)
    view.choose([refused], taken=False)
    page.refresh()
    steps = stage.undo.position()
    view.export(Form.CHECKLIST)
    page.refresh()
    assert [one.lever for one in files.orders[0].plans[0].changes if one.lever is Lever.HOURS] == []
    version = next(iter(stage.workspace.rows(PLAN_VERSIONS).values()))
    assert version.taken_on == TODAY
    assert version.forecast_days == 14
    assert Metric.PROFIT in promise_of(version)
    assert set(stored(page).hours) == {100}, "the plan is what went out"
    assert stage.undo.position() == steps + 1
    stage.undo.undo()
    assert not stage.workspace.rows(PLAN_VERSIONS)
    assert stored(page).hours[0] == 120


def test_that_what_a_file_could_not_carry_is_said_beside_it_and_why(
    page: BiddingPage, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.left_out = (
        LeftOut(Lever.HOURS, "", Why.NO_FIELD),
        LeftOut(Lever.AUDIENCES, "老客", Why.NO_FIELD),
        LeftOut(Lever.REGIONS, "浙江", Why.NO_ID),
    )
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "a.xlsx"), ""))
    view = diff(page)
    view.export(Form.CHECKLIST)
    page.refresh()
    assert len(files.orders) == 1
    said = view.bar.text()
    for part in ("The file has no column for", "老客", "no report tells their id", "浙江"):
        assert part in said


def test_that_what_a_file_could_not_carry_still_waits_and_is_not_taken_to_run(
    page: BiddingPage, stage: Stage, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.left_out = (LeftOut(Lever.HOURS, "", Why.NO_FIELD),)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "a.xlsx"), ""))
    view = diff(page)
    view.export(Form.CHECKLIST)
    page.refresh()
    version = next(iter(stage.workspace.rows(PLAN_VERSIONS).values()))
    assert set(version.levers.hours) == {100}
    assert version.levers.bids == stored(page).bids
    assert version.note
    assert stored(page).hours[0] == 120
    waiting = view.shown()
    assert waiting is not None
    assert {one.lever for one in waiting.rows} == {Lever.HOURS}


def test_that_after_an_export_nothing_differs_and_the_plan_runs(
    page: BiddingPage, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = diff(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(tmp_path / "a.xlsx"), ""))
    view.export(Form.CHECKLIST)
    page.refresh()
    shown = view.shown()
    assert shown is not None
    assert not shown.rows
    assert not view.files.isEnabled()
    assert len(files.orders) == 1


def test_that_hours_alone_on_the_clipboard_leave_the_other_changes_waiting(page: BiddingPage, stage: Stage) -> None:
    view = diff(page)
    shown = view.shown()
    assert shown is not None
    page_state = page.state()
    view.exporter.copy(Form.TEXT, page_state, shown.settled)
    assert QGuiApplication.clipboard().text().startswith("00:00-01:00:120")
    version = next(iter(stage.workspace.rows(PLAN_VERSIONS).values()))
    assert not version.bids
    assert stored(page).bids
    page.refresh()
    left = view.shown()
    assert left is not None
    assert {one.lever for one in left.rows} == {Lever.WORDS}


def test_that_a_value_beyond_the_platform_holds_the_export_back(page: BiddingPage) -> None:
    page.edits.set_fields({"hours": (900, *flat_week(1)[1:])}, "hours")
    page.refresh()
    view = diff(page)
    assert view.trouble.isVisible()
    assert not view.files.isEnabled()
    shown = view.shown()
    assert shown is not None
    view.choose([one.key for one in shown.rows if one.problem is not None], taken=False)
    page.refresh()
    assert view.files.isEnabled()


def test_that_two_versions_are_held_against_each_other_without_anything_to_export(
    page: BiddingPage, stage: Stage
) -> None:
    page.keeper.keep("一")
    page.edits.set_fields({"hours": flat_week(1), "bids": {}}, "back")
    page.keeper.keep("二")
    page.refresh()
    first, second = sorted(stage.workspace.rows(PLAN_VERSIONS).values(), key=lambda one: one.number)
    view = diff(page)
    view.show_target((first.version_id, second.version_id))
    assert not view.is_way_out()
    assert not view.files.isVisible()
    shown = view.shown()
    assert shown is not None
    assert [(one.old, one.new) for one in shown.rows if one.lever is Lever.HOURS] == [(120, 100)]


def test_that_a_refusal_of_a_row_that_is_gone_refuses_nothing(page: BiddingPage) -> None:
    view = diff(page)
    shown = view.shown()
    assert shown is not None
    view.choose([one.key for one in shown.rows], taken=False)
    page.edits.set_fields({"hours": (110, *flat_week(1)[1:]), "bids": {}}, "other")
    page.refresh()
    again = view.shown()
    assert again is not None
    hours = [one for one in again.rows if one.lever is Lever.HOURS]
    assert [replace(one, money=None).new for one in hours] == [110]
