"""The audiences of a plan: what their clicks are worth, what is proposed, edits within the limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.bidding.forecast.model import Answer
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.ui.bidding.audiences.card import AudienceCard
from shopdesk.ui.bidding.columns import factors_by_name
from shopdesk.ui.bidding.plan_view import PlanView
from tests.ui.bidding.forecasts import forecast
from tests.ui.bidding.plan_views import plan, plan_view, proposed, value_model


class Desk:
    """A card whose edits come back as the next view."""

    def __init__(self, view: PlanView) -> None:
        self.view = view
        self.names: list[str] = []
        self.card = AudienceCard()
        self.card.edited.connect(self.take)
        self.card.set_view(view)

    def take(self, fields: dict[str, Any], name: str) -> None:
        self.names.append(name)
        assert self.view.plan is not None
        self.view = replace(self.view, plan=replace(self.view.plan, **fields))
        self.card.set_view(self.view)

    def show(self, **changes: Any) -> None:
        self.view = replace(self.view, **changes)
        self.card.set_view(self.view)

    def type(self, name: str, text: str) -> bool:
        model = self.card.model
        row = model.row_of_key(name)
        assert row is not None
        return bool(model.setData(model.index(row, model.position("new")), text))

    @property
    def audiences(self) -> dict[str, int]:
        assert self.view.plan is not None
        return dict(self.view.plan.audiences)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(plan_view())
    qtbot.addWidget(desk.card)
    return desk


def test_that_the_audience_which_moves_most_stands_first(desk: Desk) -> None:
    assert desk.card.model.key(0) == "老客"


def test_that_premiums_are_typed_within_the_limits_under_a_name_that_says_what(desk: Desk) -> None:
    assert desk.type("新客", "130 %")
    assert desk.audiences == {"新客": 130}
    assert desk.names == ["新客 130 %"]
    assert not desk.type("新客", "101")
    assert not desk.type("新客", "100.5")
    assert desk.type("新客", "")
    assert desk.audiences == {}


def test_that_the_proposal_is_taken_as_one_step_and_then_no_longer_offered(desk: Desk) -> None:
    assert desk.card.take.isVisibleTo(desk.card)
    desk.card.take.click()
    assert desk.audiences == {"老客": 115}
    assert not desk.card.take.isVisibleTo(desk.card)


@pytest.mark.parametrize(
    ("together", "said"),
    [(frozenset((Lever.WORDS, Lever.AUDIENCES)), "bids of words fall for it"), (frozenset[Lever](), "spend rises")],
)
def test_that_where_premiums_only_raise_the_card_says_what_they_go_with(
    qtbot: QtBot, together: frozenset[Lever], said: str
) -> None:
    desk = Desk(plan_view(proposal=proposed(), together=together))
    qtbot.addWidget(desk.card)
    assert said in desk.card.caption.text()


def test_that_premiums_that_bids_fall_for_are_taken_with_the_bids(qtbot: QtBot) -> None:
    both = frozenset((Lever.WORDS, Lever.AUDIENCES))
    loses, gains = forecast(Answer.KEEP), forecast(Answer.BETTER)
    desk = Desk(plan_view(together=both, joint=gains, alone={Lever.AUDIENCES: loses}))
    qtbot.addWidget(desk.card)
    wanted: list[tuple[Lever, ...]] = []
    desk.card.parts_wanted.connect(wanted.append)
    assert desk.card.take.text() == "Take together"
    desk.card.take.click()
    assert wanted == [(Lever.WORDS, Lever.AUDIENCES)]
    assert desk.audiences == {}, "alone they would lose money"


@pytest.mark.parametrize(
    ("answer", "said", "offered"),
    [
        (Answer.BETTER, "", "Take it"),
        (Answer.KEEP, "Better left as it is", "Take anyway"),
        (Answer.CANNOT_TELL, "Can't tell yet", "Take anyway"),
    ],
)
def test_that_a_card_says_what_its_own_forecast_says_before_it_is_taken(
    qtbot: QtBot, answer: Answer, said: str, offered: str
) -> None:
    desk = Desk(plan_view(alone={Lever.AUDIENCES: forecast(answer)}))
    qtbot.addWidget(desk.card)
    assert desk.card.take.text() == offered
    assert bool(desk.card.take.property("flat")) is (answer is not Answer.BETTER)
    assert desk.card.caption.text().startswith(said)


def test_that_audiences_which_stay_are_counted_where_premiums_may_fall(qtbot: QtBot) -> None:
    desk = Desk(plan_view("google_ads", plan=plan(platform="google_ads")))
    qtbot.addWidget(desk.card)
    assert desk.card.caption.text() == "The other 1: too little difference, they stay at 100 %"


def test_that_a_closed_gate_says_that_100_is_safer(qtbot: QtBot) -> None:
    still = proposed(audiences=Stay.CHANCE)
    desk = Desk(plan_view(proposal=replace(still, levers=replace(still.levers, audiences={}))))
    qtbot.addWidget(desk.card)
    assert desk.card.caption.text() == "Differences within what chance brings: 100 % is safer"
    assert not desk.card.take.isVisibleTo(desk.card)


def test_that_columns_without_anything_to_say_are_left_out(qtbot: QtBot) -> None:
    bare = Desk(plan_view(model=None, proposal=None, plan=plan(audiences={"老客": 120})))
    taken = Desk(plan_view(live=Levers(audiences={"老客": 110})))
    for desk in (bare, taken):
        qtbot.addWidget(desk.card)
    assert [column.name for column in bare.card.model.columns] == ["name", "orders", "new"]
    assert "live" in [column.name for column in taken.card.model.columns]


def test_that_without_a_report_the_card_says_what_to_import(qtbot: QtBot) -> None:
    still = proposed(audiences=Stay.NO_REPORT)
    desk = Desk(plan_view(model=None, proposal=replace(still, levers=replace(still.levers, audiences={}))))
    qtbot.addWidget(desk.card)
    assert "Import an ads report by audience" in desk.card.caption.text()


def test_that_placements_are_rows_with_their_own_limits(qtbot: QtBot) -> None:
    desk = Desk(plan_view("amazon", model=None, proposal=None, plan=plan(platform="amazon", audiences={"老客": 100})))
    qtbot.addWidget(desk.card)
    assert desk.type("Top of Search", "150")
    assert desk.audiences == {"Top of Search": 150}
    desk.show(plan=plan(platform="amazon", audiences={"老客": 100, "Top of Search": 150}))
    desk.type("老客", "150")
    assert desk.audiences == {"老客": 100, "Top of Search": 150}
    assert desk.card.caption.text().startswith("老客: ")


def test_that_an_audience_of_which_nothing_is_known_gets_no_interval() -> None:
    believed = value_model().audiences
    assert believed is not None
    blind = replace(believed.factors, low=believed.factors.mean, high=believed.factors.mean)
    assert factors_by_name(believed)
    assert not factors_by_name(replace(believed, factors=blind))


def test_that_what_a_block_left_out_is_still_told_when_the_rest_is_drawn_later(qtbot: QtBot) -> None:
    view = plan_view()
    card = AudienceCard()
    qtbot.addWidget(card)
    card.resize(320, 200)
    card.set_view(view)
    card.show()
    found: list[dict[str, Any]] = []
    card.edited.connect(lambda fields, _name: found.append(fields))
    card.view.setCurrentIndex(card.model.index(0, card.model.position("new")))
    QGuiApplication.clipboard().setText("130\n999\n")
    card.view.actions_.paste()
    assert len(found) == 1
    assert view.plan is not None
    card.set_view(replace(view, plan=replace(view.plan, **found[0])))
    assert "999" in card.caption.text()
    card.set_view(view)
    assert "999" not in card.caption.text()
