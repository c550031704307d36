"""The regions of a plan: map and table, groups that get a plan of their own, edits as named steps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.app.changes import SetRows
from shopdesk.domain.bidding.profiles import RegionLever, RegionLimits
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.regions.card import RegionCard
from shopdesk.ui.bidding.regions.tiles import EDIT, PROPOSED
from tests.ui.bidding.plan_views import NUTS, plan, plan_view, proposed


class Desk:
    """A card whose edits come back as the next view."""

    def __init__(self, view: PlanView) -> None:
        self.view = view
        self.names: list[str] = []
        self.changes: list[SetRows] = []
        self.card = RegionCard()
        self.card.edited.connect(self.take)
        self.card.changed.connect(lambda change, name: (self.changes.append(change), self.names.append(name)))
        self.card.resize(490, 230)
        self.card.set_view(view)
        self.card.show()

    def take(self, fields: dict[str, Any], name: str) -> None:
        self.names.append(name)
        assert self.view.plan is not None
        self.view = replace(self.view, plan=replace(self.view.plan, **fields))
        self.card.set_view(self.view)

    def layer(self, key: str) -> None:
        self.card.figure.setCurrentIndex(self.card.figure.findData(key))
        self.card.figure.activated.emit(0)

    @property
    def regions(self) -> dict[str, int]:
        assert self.view.plan is not None
        return dict(self.view.plan.regions)


@pytest.fixture
def switching(qtbot: QtBot) -> Desk:
    desk = Desk(plan_view("taobao"))
    qtbot.addWidget(desk.card)
    return desk


@pytest.fixture
def percents(qtbot: QtBot) -> Desk:
    view = plan_view("google_ads")
    taken = proposed(wanted_regions={}, groups=())
    levers = replace(taken.levers, regions={"浙江": 110, "上海": 95})
    desk = Desk(replace(view, proposal=replace(taken, levers=levers)))
    qtbot.addWidget(desk.card)
    return desk


def test_that_a_platform_that_only_switches_shows_its_groups_outlined_and_named(switching: Desk) -> None:
    assert switching.card.figure.currentData() == PROPOSED
    assert switching.card.groups.lines() == ("A: own plan, 110 %", "The rest: 95 %")
    assert switching.card.map.spoken("浙江") == "浙江 110 group A"
    assert "group" not in switching.card.map.spoken("上海")
    assert "2 plans" in switching.card.subtitle_label.text()


def test_that_the_groups_become_plans_in_one_step(switching: Desk) -> None:
    switching.card.clone.click()
    assert switching.names == ["divide 坚果 into 2 plans"]
    original, clone = (edit.row for edit in switching.changes[0].edits)
    assert original.regions == {"浙江": 0}
    assert original.bids[NUTS] == round(150 * 0.95)
    assert clone.bids[NUTS] == 165
    assert "浙江" not in clone.regions
    assert clone.regions["上海"] == 0
    assert clone.name == "坚果 · group A"


def test_that_a_group_with_a_plan_of_its_own_is_not_cloned_again(switching: Desk) -> None:
    switching.card.clone.click()
    assert switching.view.plan is not None
    switching.view = replace(switching.view, plan=switching.changes[0].edits[0].row)
    switching.card.set_view(switching.view)
    assert not switching.card.clone.isVisibleTo(switching.card)
    switching.card.clone_groups()
    assert len(switching.changes) == 1


def test_that_enter_switches_a_region_off_and_on_again(switching: Desk) -> None:
    switching.layer(EDIT)
    switching.card.map.activated.emit("浙江")
    assert switching.regions == {"浙江": 0}
    switching.card.map.activated.emit("浙江")
    assert switching.regions == {}
    assert switching.names == ["浙江 off", "浙江 100"]


def test_that_a_percent_is_refused_where_regions_are_only_switched(switching: Desk) -> None:
    switching.layer(EDIT)
    switching.card.map.typed.emit(frozenset({"浙江"}), "110")
    assert switching.regions == {}
    assert "only takes 0 (off) and 100 (on)" in switching.card.note.text()


def test_that_typed_numbers_and_nudges_go_to_the_selection(percents: Desk) -> None:
    percents.layer(EDIT)
    both = frozenset({"浙江", "上海"})
    percents.card.map.typed.emit(both, "120 %")
    percents.card.map.nudged.emit(both, -5.0)
    assert percents.regions == {"浙江": 115, "上海": 115}
    assert percents.names == ["120 % in 2 regions", "−5 % in 2 regions"]


def test_that_names_in_either_language_are_pasted_and_strangers_are_told(percents: Desk) -> None:
    percents.layer(EDIT)
    QGuiApplication.clipboard().setText("浙江省\t112\nShanghai\t90\n火星\t80\n江苏\tabc")
    QTest.keyClick(percents.card.map, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert percents.regions == {"浙江": 112, "上海": 90}
    assert "火星" in percents.card.note.text()
    assert "not a number" in percents.card.note.text()


def test_that_the_proposal_is_taken_for_the_selection_or_all(percents: Desk) -> None:
    percents.card.map.select({"浙江"})
    percents.card.take.click()
    assert percents.regions == {"浙江": 110}
    percents.card.map.select(())
    percents.card.take_proposal()
    assert percents.regions == {"浙江": 110, "上海": 95}


def test_that_the_table_edits_one_region_and_keeps_limits(percents: Desk) -> None:
    model = percents.card.model
    column = model.position("new")
    row = model.row_of_key("浙江")
    assert row is not None
    assert model.setData(model.index(row, column), "130")
    assert percents.regions == {"浙江": 130}
    assert not model.setData(model.index(row, column), "5000")
    assert model.is_editable(row, column)


def test_that_chance_keeps_every_region_at_100_with_a_sentence(qtbot: QtBot) -> None:
    desk = Desk(plan_view(proposal=proposed(regions=Stay.CHANCE, wanted_regions={}, groups=())))
    qtbot.addWidget(desk.card)
    desk.layer(PROPOSED)
    assert desk.card.note.text() == "Differences within what chance brings: 100 % is safer"
    assert desk.card.map.spoken("浙江") == "浙江 100 few data"
    assert not desk.card.clone.isVisibleTo(desk.card)


def test_that_regions_with_few_orders_are_dashed(switching: Desk) -> None:
    assert "few data" in switching.card.map.spoken("西藏")
    assert "few data" not in switching.card.map.spoken("浙江")
    assert "32 regions" in switching.card.note.text()


def test_that_a_changed_region_is_marked(percents: Desk) -> None:
    percents.layer(EDIT)
    percents.card.map.typed.emit(frozenset({"浙江"}), "120")
    assert percents.card.map.spoken("浙江") == "浙江 120 changed"


def test_that_a_platform_without_regions_says_so(qtbot: QtBot) -> None:
    view = plan_view("taobao")
    limits = RegionLimits(RegionLever.NONE, 0, 0, view.profile.regions.evidence)
    desk = Desk(replace(view, profile=replace(view.profile, regions=limits), proposal=None, plan=plan()))
    qtbot.addWidget(desk.card)
    desk.layer(EDIT)
    desk.card.map.typed.emit(frozenset({"浙江"}), "0")
    assert desk.regions == {}
    assert desk.card.subtitle_label.text() == "no such setting"


def test_that_regions_that_were_refused_are_still_told_when_the_rest_is_drawn_later(qtbot: QtBot) -> None:
    view = plan_view("google_ads")
    card = RegionCard()
    qtbot.addWidget(card)
    card.set_view(view)
    found: list[dict[str, Any]] = []
    card.edited.connect(lambda fields, _name: found.append(fields))
    card.map.pasted.emit([("浙江", "120"), ("火星", "120")])
    assert len(found) == 1
    assert view.plan is not None
    card.set_view(replace(view, plan=replace(view.plan, **found[0])))
    assert "火星" in card.note.text()
    card.set_view(view)
    assert "火星" not in card.note.text()


def test_that_the_table_says_what_of_a_block_it_did_not_take(qtbot: QtBot) -> None:
    card = RegionCard()
    qtbot.addWidget(card)
    card.set_view(plan_view("google_ads"))
    card.view.setCurrentIndex(card.model.index(0, card.model.position("new")))
    QGuiApplication.clipboard().setText("what\n")
    card.view.actions_.paste()
    assert "what" in card.note.text()
