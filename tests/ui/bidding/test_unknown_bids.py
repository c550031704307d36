"""A shop whose reports name no bids: from proposal to diff only percents, until somebody types what the console has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.ui.bidding.changes import words
from shopdesk.ui.bidding.changes.view import ChangesView
from shopdesk.ui.bidding.page import BiddingPage
from tests.ui.bidding.plan_stage import page_of, stage_of, stored
from tests.ui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return stage_of(tmp_path / "店.shopdesk", bid=0)


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> BiddingPage:
    return page_of(stage, qtbot)


def changes_of(page: BiddingPage) -> ChangesView:
    page.show_view("changes", ("", ""))
    view = page.views["changes"]
    assert isinstance(view, ChangesView)
    return view


def test_that_a_taken_proposal_is_carried_as_percents_of_todays_bids(page: BiddingPage, stage: Stage) -> None:
    page.verbs.take((Lever.WORDS,))
    page.refresh()
    plan = stored(page)
    assert plan.bids
    assert set(plan.bases) == set(plan.bids)
    shown = changes_of(page).shown()
    assert shown is not None
    rows = [row for row in shown.rows if row.lever is Lever.WORDS]
    assert rows
    assert all(row.is_stand_in for row in rows)
    assert {words.value_text(row, row.old) for row in rows} == {"today's bid"}
    assert all("%" in words.value_text(row, row.new) for row in rows)
    stage.undo.undo()
    assert stored(page).bases == {}


def test_that_a_typed_bid_of_today_turns_percents_into_prices_in_one_undoable_step(
    page: BiddingPage, stage: Stage
) -> None:
    page.verbs.take((Lever.WORDS,))
    page.refresh()
    key, fen = next(iter(stored(page).bids.items()))
    base = stored(page).bases[key]
    page.desk.centre.show_table()
    page.desk.centre.table.edited.emit({"today": {key: 400}}, "typed")
    page.refresh()
    assert stored(page).today == {key: 400}
    state = page.state()
    assert key not in state.shown.from_cpc
    assert state.shown.live is not None
    assert state.shown.live.bids[key] == 400
    assert state.shown.plan is not None
    assert state.shown.plan.bids[key] == round(400 * fen / base)
    shown = changes_of(page).shown()
    assert shown is not None
    (row,) = [row for row in shown.rows if row.name == key]
    assert not row.is_stand_in
    assert (row.old, row.new) == (400, round(400 * fen / base))
    stage.undo.undo()
    page.refresh()
    assert key in page.state().shown.from_cpc


def test_that_an_edit_beside_bids_keeps_what_they_were_reckoned_from(page: BiddingPage) -> None:
    page.verbs.take((Lever.WORDS,))
    page.refresh()
    before = stored(page)
    page.desk.centre.edited.emit({"bids": {**before.bids}}, "again")
    assert stored(page) == replace(before, bases=before.bases)
