"""Bids of words: those that move most, the table of all, what is taken, refused and typed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import flat_week
from shopdesk.ui.bidding.bids import rows as reasons
from shopdesk.ui.bidding.bids.card import WordCard
from shopdesk.ui.bidding.bids.rows import word_rows
from shopdesk.ui.bidding.bids.table import CHANGED, WordTable
from shopdesk.ui.bidding.plan_view import PlanView
from tests.ui.bidding.plan_views import GIFT, NUTS, RARE, plan, plan_view, proposed


class Desk:
    """Strip and table whose edits come back as the next view."""

    def __init__(self, view: PlanView) -> None:
        self.names: list[str] = []
        self.card, self.table = WordCard(), WordTable()
        for part in (self.card, self.table):
            part.edited.connect(self.take)
        self.show(view)

    def show(self, view: PlanView) -> None:
        self.view = view
        rows = word_rows(view)
        self.card.set_view(view, rows)
        self.table.set_view(view, rows)

    def take(self, fields: dict[str, Any], name: str) -> None:
        self.names.append(name)
        assert self.view.plan is not None
        self.show(replace(self.view, plan=replace(self.view.plan, **fields)))

    def type(self, key: str, text: str) -> bool:
        model = self.table.panel.model
        row = model.row_of_key(key)
        assert row is not None
        return bool(model.setData(model.index(row, model.position("new")), text))

    def cell(self, key: str, column: str) -> str:
        model = self.table.panel.model
        row = model.row_of_key(key)
        assert row is not None
        return model.text(row, model.position(column))

    @property
    def bids(self) -> dict[str, int]:
        assert self.view.plan is not None
        return dict(self.view.plan.bids)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(plan_view())
    qtbot.addWidget(desk.card)
    qtbot.addWidget(desk.table)
    return desk


def test_that_break_even_is_the_value_of_a_click_times_the_margin() -> None:
    rows = word_rows(plan_view())
    assert rows is not None
    assert rows.worth.tolist() == [200.0, 120.0, 160.0]
    assert rows.worth_low[0] == pytest.approx(160.0)
    assert rows.target[0] == pytest.approx(500 * 0.36)


def test_that_a_word_earns_what_its_clicks_are_worth_less_what_they_cost_a_week() -> None:
    rows = word_rows(plan_view())
    assert rows is not None
    assert rows.gain[0] == pytest.approx((1000 * 200 - 1000 * 150) / 4)
    assert rows.gain_low[1] == pytest.approx((400 * 80 - 400 * 150) / 4)


def test_that_reasons_tell_what_holds_a_bid() -> None:
    rows = word_rows(plan_view())
    assert rows is not None
    assert rows.reason.tolist() == [reasons.MOVES, reasons.HELD, reasons.STAYS]


def test_that_without_a_margin_no_money_is_said() -> None:
    rows = word_rows(plan_view(margin=None, proposal=None))
    assert rows is not None
    assert np.isnan(rows.worth).all()
    assert np.isnan(rows.gain).all()


def test_that_a_bid_nobody_knows_stays_unknown() -> None:
    view = plan_view(live=None, proposal=None)
    assert view.history is not None
    assert view.history.words is not None
    words = replace(view.history.words, bids=np.array([math.nan, 155.0, 150.0]))
    rows = word_rows(replace(view, history=replace(view.history, words=words)))
    assert rows is not None
    assert math.isnan(rows.new[0])
    assert rows.reason[0] == reasons.NO_BID


def test_that_the_strip_shows_the_proposal_until_something_is_set(desk: Desk) -> None:
    first = desk.card.strip.entries()[0]
    assert (first.word, first.before, first.after) == ("坚果", 150, 178)
    assert "proposed for 2 of 3 words" in desk.card.subtitle_label.text()
    assert desk.type(GIFT, "1.60")
    assert desk.card.strip.entries()[0].word == "礼盒"
    assert "1 of 3 words changed" in desk.card.subtitle_label.text()


def test_that_the_proposal_is_taken_and_refused_as_one_step(desk: Desk) -> None:
    desk.card.take.click()
    assert desk.bids == {NUTS: 178, GIFT: 124}
    assert not desk.card.take.isVisibleTo(desk.card)
    desk.table.refuse.click()
    assert desk.bids == {}
    assert desk.names == ["take the proposal for 2 words", "leave 2 words at today's bid"]


def test_that_only_selected_words_are_taken(desk: Desk) -> None:
    view = desk.table.panel.view
    rows = sorted(desk.table.panel.model.row_of_key(key) or 0 for key in (GIFT, RARE))
    view.move_to(rows[0], 0)
    view.extend_to(rows[1], 0)
    desk.table.take.click()
    assert desk.bids == {GIFT: 124}


def test_that_bids_are_typed_in_yuan_within_the_limits_and_empty_is_todays(desk: Desk) -> None:
    assert desk.type(NUTS, "1.78")
    assert desk.bids == {NUTS: 178}
    assert desk.names == ["bid of 坚果"]
    assert not desk.type(NUTS, "0.01")
    assert not desk.type(NUTS, "viel")
    assert not desk.type(NUTS, "1e999")
    assert desk.type(NUTS, "")
    assert desk.bids == {}


def test_that_a_bid_as_today_needs_no_entry(desk: Desk) -> None:
    desk.type(NUTS, "1.78")
    desk.type(NUTS, "1.50")
    assert desk.bids == {}


def test_that_the_table_filters_to_what_is_changed(desk: Desk) -> None:
    desk.type(GIFT, "1.60")
    desk.table.show_words(CHANGED)
    assert [desk.table.panel.model.key(row) for row in range(desk.table.panel.model.rowCount())] == [GIFT]


def test_that_a_word_out_of_the_filter_is_revealed_anyway(desk: Desk) -> None:
    desk.table.show_words(CHANGED)
    desk.table.reveal(RARE)
    assert desk.table.panel.model.row_of_key(RARE) is not None


def test_that_a_bid_above_all_that_a_click_is_worth_is_told(desk: Desk) -> None:
    desk.type(NUTS, "2.60")
    model = desk.table.panel.model
    row = model.row_of_key(NUTS)
    assert row is not None
    assert "Above all that a click is worth" in model.columns[model.position("new")].tooltip(model.record(row))  # type: ignore[misc]


def test_that_cells_say_what_stands_behind_them(desk: Desk) -> None:
    assert desk.cell(NUTS, "reason") == "target 1.80"
    assert "at most 20 % a review" in desk.cell(GIFT, "reason")
    assert desk.cell(NUTS, "gain") == "+125 (+25…+225)"


def test_that_without_words_the_card_says_what_to_import(qtbot: QtBot) -> None:
    desk = Desk(plan_view(history=None, model=None, proposal=None))
    qtbot.addWidget(desk.card)
    qtbot.addWidget(desk.table)
    assert "Import a keyword report" in desk.card.note.text()
    assert not desk.card.all.isVisibleTo(desk.card)


def test_that_a_missing_margin_is_asked_for(qtbot: QtBot) -> None:
    still = proposed(words=Stay.NO_MARGIN)
    view = plan_view(margin=None, proposal=replace(still, levers=Levers({}, flat_week(1))), plan=plan())
    desk = Desk(view)
    qtbot.addWidget(desk.card)
    qtbot.addWidget(desk.table)
    assert "Without a margin" in desk.card.note.text()


def test_that_a_price_standing_in_for_a_bid_is_doubted_aloud(qtbot: QtBot, desk: Desk) -> None:
    assert not desk.card.doubt.isVisibleTo(desk.card)
    other = Desk(plan_view(from_cpc=frozenset({NUTS})))
    qtbot.addWidget(other.card)
    qtbot.addWidget(other.table)
    assert other.card.doubt.isVisibleTo(other.card)
    assert "never as a price" in other.card.doubt.toolTip()


def test_that_a_bid_nobody_knows_is_changed_in_percent_or_said_first(qtbot: QtBot) -> None:
    desk = Desk(plan_view(from_cpc=frozenset({NUTS})))
    qtbot.addWidget(desk.card)
    qtbot.addWidget(desk.table)
    assert (desk.cell(NUTS, "live"), desk.cell(NUTS, "proposed"), desk.cell(GIFT, "proposed")) == (
        "≈ 1.50",
        "+19 %",
        "1.24",
    )
    strip = next(entry for entry in desk.card.strip.entries() if entry.key == NUTS)
    assert strip.is_stand_in
    assert "1.78" not in strip.spoken()
    assert not desk.type(NUTS, "2.10"), "a price would be compared with the price of a click"
    assert desk.bids == {}
    model = desk.table.panel.model
    row = model.row_of_key(NUTS)
    assert row is not None
    assert model.setData(model.index(row, model.position("change")), "10")
    assert desk.bids == {NUTS: 165}
    assert desk.cell(NUTS, "new") == "+10 %"
    assert model.setData(model.index(row, model.position("live")), "2.5")
    assert desk.view.plan is not None
    assert desk.view.plan.today == {NUTS: 250}


def test_that_a_word_left_alone_says_what_its_change_would_bring(qtbot: QtBot) -> None:
    levers = replace(proposed().levers, bids={NUTS: 178, GIFT: 155, RARE: 150})
    desk = Desk(plan_view(proposal=proposed(levers=levers, left={GIFT: 30.0})))
    qtbot.addWidget(desk.card)
    qtbot.addWidget(desk.table)
    assert "0.3 yuan" in desk.cell(GIFT, "reason")
    assert desk.card.note.text().startswith("1 word stays: ")


@pytest.mark.parametrize(("share", "cap"), [(1.0, "2.00"), (0.9, "1.80")])
def test_that_a_bid_that_stops_at_its_break_even_says_so(qtbot: QtBot, share: float, cap: str) -> None:
    levers = replace(proposed().levers, bids={NUTS: round(200 * share), GIFT: 124, RARE: 150})
    desk = Desk(plan_view(proposal=proposed(levers=levers, gamma=0.5, most_share=share)))
    qtbot.addWidget(desk.card)
    qtbot.addWidget(desk.table)
    assert f"break-even {cap}" in desk.cell(NUTS, "reason")
    tips = {entry.key: entry.tip for entry in desk.card.strip.entries()}
    assert f"Above {cap} yuan" in tips[NUTS]
    assert "break-even" not in Desk(plan_view()).cell(NUTS, "reason"), "its target lies below"
