from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.alert_board import AlertBoard, Ended, alert_board
from shopdesk.app.kpi.alert_marks import MarkState, mark_of
from shopdesk.app.kpi.alert_rules import rule_row
from shopdesk.app.kpi.kept_board import find_board
from shopdesk.app.kpi.watching import find_watches
from shopdesk.domain.kpi.alerts.watch import Watches
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.periods import Period
from shopdesk.ui.kpi.alerts.panel import AlertsPanel
from shopdesk.ui.kpi.alerts.rules_dialog import BAND, DOWN, PLAIN, RulesDialog
from shopdesk.ui.kpi.view import CauseRequest
from tests.ui.stage import END, Stage

MONTH = Period(END - timedelta(days=29), END)
SIX_WEEKS = Period(END - timedelta(days=41), END)


@pytest.fixture
def shop(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path / "shop.shopdesk")
    stage.add_shop(days=120, buyers=100, last=45)
    return stage


def found(shop: Stage) -> tuple[AlertBoard, Watches]:
    board = find_board(shop.workspace, SILENT).board
    watches = find_watches(shop.workspace, board, SILENT).watches
    return alert_board(shop.workspace, board, watches), watches


def panel(shop: Stage, qtbot: QtBot) -> AlertsPanel:
    made = AlertsPanel(shop.context)
    qtbot.addWidget(made)
    made.show_alerts(*found(shop), today=END)
    return made


def redrawn(shop: Stage, made: AlertsPanel) -> None:
    made.show_alerts(*found(shop), today=END)


def test_that_each_alert_has_a_card_with_its_number_and_the_chip_counts_them(shop: Stage, qtbot: QtBot) -> None:
    made = panel(shop, qtbot)
    assert len(made.cards) >= 2
    assert all(card.is_waiting for card in made.cards)
    assert made.count.text().startswith(str(len(made.cards)))


def test_that_why_asks_for_the_days_of_the_alert_against_the_week_before(shop: Stage, qtbot: QtBot) -> None:
    made = panel(shop, qtbot)
    card = next(one for one in made.cards if one.shown.metric.name == "pay_amount")
    with qtbot.waitSignal(made.cause_wanted) as asked:
        card.links["cause"].click()
    last = Period(END, END)
    assert asked.args == [CauseRequest("pay_amount", last.shifted(days=-7), last)]


@pytest.mark.parametrize(("verb", "state"), [("handled", MarkState.HANDLED), ("ignored", MarkState.IGNORED)])
def test_that_a_verb_takes_the_alert_off_the_count_and_undo_puts_it_back(
    shop: Stage, qtbot: QtBot, verb: str, state: MarkState
) -> None:
    made = panel(shop, qtbot)
    before, shown = len(made.cards), made.cards[0].shown
    made.cards[0].links[verb].click()
    assert mark_of(shop.workspace, shown.alert).state is state
    with qtbot.waitSignal(made.waiting_changed) as told:
        redrawn(shop, made)
    assert told.args == [before - 1]
    assert "reopen" in made.cards[0].links
    shop.undo.undo()
    redrawn(shop, made)
    assert all(card.is_waiting for card in made.cards)


def test_that_later_brings_the_alert_back_on_its_day(shop: Stage, qtbot: QtBot) -> None:
    made = panel(shop, qtbot)
    shown = made.cards[0].shown
    made.cards[0].later_menu().actions()[1].trigger()
    mark = mark_of(shop.workspace, shown.alert)
    assert (mark.state, mark.until) == (MarkState.LATER, END + timedelta(days=3))
    assert [mark.is_waiting(END + timedelta(days=days)) for days in (2, 3)] == [False, True]


def test_that_a_cause_line_stays_with_its_alert(shop: Stage, qtbot: QtBot) -> None:
    made = panel(shop, qtbot)
    key = made.cards[1].shown.alert.key
    made.set_cause_line(key, "visitors −320")
    made.show_alerts(*found(shop), today=END + timedelta(days=1))
    assert [card.cause.text() for card in made.cards if card.shown.alert.key == key] == ["visitors −320"]
    assert [card.cause.text() for card in made.cards if card.shown.alert.key != key] == [""] * (len(made.cards) - 1)


def test_that_the_chart_gets_rings_with_the_numbers_of_the_cards(shop: Stage, qtbot: QtBot) -> None:
    made = panel(shop, qtbot)
    numbers = {card.shown.metric.name: place for place, card in enumerate(made.cards, start=1)}
    (ring,) = made.follow("pay_amount", MONTH)
    assert (ring.number, ring.first, ring.last, ring.closed) == (numbers["pay_amount"], END, END, False)
    assert made.follow("refund_rate", MONTH) == ()


@pytest.fixture
def slumped(tmp_path: Path) -> Stage:
    """A shop with a bad day five weeks ago and one at the end."""
    stage = Stage(tmp_path / "slumped.shopdesk")
    stage.add_shop(days=120, buyers=100, last=45)
    day = END - timedelta(days=35)
    bad = {"date": [day], "date_end": [day], "pay_amount": [30 * 8800], "pay_buyers": [30.0], "visitors": [3000.0]}
    stage.add("shop_daily", bad, kind="sycm_shop_daily_2023")
    return stage


def test_that_a_closed_alert_of_the_chart_period_is_listed_last_and_ringed_grey(slumped: Stage, qtbot: QtBot) -> None:
    made = panel(slumped, qtbot)
    now = len(made.cards)
    assert {ring.last for ring in made.follow("pay_amount", MONTH)} == {END}
    assert len(made.cards) == now
    rings = made.follow("pay_amount", SIX_WEEKS)
    old = next(ring for ring in rings if ring.last == END - timedelta(days=35))
    assert (old.number, old.closed) == (now + 1, True)
    assert made.cards[old.number - 1].shown.alert.last == old.last
    assert not made.cards[old.number - 1].is_waiting
    assert made.count.text().startswith(str(now))  # history waits for nobody
    made.follow("pay_cvr", MONTH)
    assert len(made.cards) == now


def test_that_a_click_on_a_card_that_changes_the_list_is_safe(slumped: Stage, qtbot: QtBot) -> None:
    made = panel(slumped, qtbot)
    made.show()
    made.follow("pay_amount", SIX_WEEKS)
    clicked = made.cards[0]
    made.metric_wanted.connect(lambda _metric: made.follow("visitors", MONTH))
    qtbot.mouseClick(clicked, Qt.MouseButton.LeftButton)
    assert clicked not in made.cards


def test_that_a_calm_a_young_and_a_waiting_panel_say_so(tmp_path: Path, qtbot: QtBot) -> None:
    texts = []
    for name, days in (("calm", 120), ("young", 14)):
        stage = Stage(tmp_path / f"{name}.shopdesk")
        stage.add_shop(days=days)
        made = panel(stage, qtbot)
        assert made.cards == []
        assert made.count.isHidden()
        texts.append(len(made.notices))
    assert texts[0] == 0
    assert texts[1] >= 1
    made.show_alerts(None, Watches(), today=date(2026, 5, 1))
    assert made.notices == []


def test_that_metrics_that_end_before_the_others_are_said_to_be_unchecked(shop: Stage, qtbot: QtBot) -> None:
    board, watches = found(shop)
    ended = Ended((BOARD["pay_amount"], BOARD["pay_cvr"]), date(2026, 4, 20))
    made = panel(shop, qtbot)
    made.show_alerts(replace(board, ended=(ended,)), watches, today=date(2026, 5, 1))
    texts = [one.text() for one in made.findChildren(QLabel)]
    assert any(one.startswith("No figures after 04-20, not checked since: ") for one in texts)


class TestRules:
    def dialog(self, shop: Stage, qtbot: QtBot) -> RulesDialog:
        made = RulesDialog(shop.context, found(shop)[1])
        qtbot.addWidget(made)
        return made

    def type(self, made: RulesDialog, metric: str, column: str, text: str) -> None:
        row = made.grid.model.row_of_key(metric)
        assert row is not None
        places = [one.name for one in made.grid.model.columns]
        made.grid.model.setData(made.grid.model.index(row, places.index(column)), text)

    def test_that_watched_metrics_come_first_with_both_rates(self, shop: Stage, qtbot: QtBot) -> None:
        made = self.dialog(shop, qtbot)
        first = made.grid.model.key(0)
        assert rule_row(shop.workspace, str(first)).is_on

    def test_that_edits_change_the_rule_at_once_and_can_be_undone(self, shop: Stage, qtbot: QtBot) -> None:
        made = self.dialog(shop, qtbot)
        self.type(made, "pay_amount", "percent", "25")
        row = rule_row(shop.workspace, "pay_amount")
        assert (row.percent, row.is_on) == (0.25, True)
        shop.undo.undo()
        assert rule_row(shop.workspace, "pay_amount").percent == 0.15

    def test_that_several_cells_of_one_metric_all_count(self, shop: Stage, qtbot: QtBot) -> None:
        from shopdesk.ui.grid import EditBatch
        from shopdesk.ui.grid.edits import Action, CellEdit

        made = self.dialog(shop, qtbot)
        cells = (
            CellEdit("visitors", "kind", BAND, PLAIN),
            CellEdit("visitors", "direction", "both", DOWN),
            CellEdit("visitors", "two_days", False, True),
        )
        made.grid.edited.emit(EditBatch(Action.PASTE, cells))
        row = rule_row(shop.workspace, "visitors")
        assert row == replace(row, is_plain=True, up=False, down=True, two_days=True)


def test_that_an_alert_names_the_reports_and_files_behind_its_figures(shop: Stage, qtbot: QtBot) -> None:
    made = panel(shop, qtbot)
    tips = [card.toolTip() for card in made.cards] + [notice.toolTip() for notice in made.notices]
    assert tips
    assert all(f"data as of {END}" in tip and "sycm_shop" in tip for tip in tips)
