from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.alert_board import alert_board
from shopdesk.app.kpi.alert_marks import AlertMark, MarkState, mark_of, set_mark
from shopdesk.app.kpi.alert_rules import rule_row, rules_of, set_rule
from shopdesk.app.kpi.alert_sheet import alert_sheet
from shopdesk.app.kpi.kept_board import find_board
from shopdesk.app.kpi.watching import check_shop, find_watches, keep_watches, recent_alerts, waiting_count
from shopdesk.domain.kpi.alerts.alarms import alerts_of
from tests.ui.stage import END, Stage


@pytest.fixture
def shop(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path / "shop.shopdesk")
    stage.add_shop(days=120, buyers=100, last=45)
    return stage


def test_that_the_check_names_a_bad_last_day_and_what_it_cost(shop: Stage) -> None:
    found = {one.metric.name: one for one in check_shop(shop.workspace, SILENT)}
    assert found["pay_amount"].alert.direction == -1
    assert found["pay_amount"].alert.last == END
    worth = found["pay_amount"].worth
    assert worth is not None
    assert worth.amount == pytest.approx(-55 * 88, rel=0.2)


def test_that_kept_watches_raise_the_same_alerts_without_being_computed_again(shop: Stage) -> None:
    board = find_board(shop.workspace, SILENT).board
    computed = find_watches(shop.workspace, board, SILENT)
    keep_watches(shop.workspace, computed)
    kept = find_watches(shop.workspace, board, SILENT)
    assert (computed.is_kept, kept.is_kept) == (False, True)
    for name, watch in computed.watches.by_metric.items():
        again = kept.watches.by_metric[name]
        assert [one.key for one in alerts_of(again)] == [one.key for one in alerts_of(watch)]
        assert again.expected == pytest.approx(watch.expected, rel=1e-5, nan_ok=True)


def test_that_another_import_makes_kept_watches_void(shop: Stage) -> None:
    board = find_board(shop.workspace, SILENT).board
    keep_watches(shop.workspace, find_watches(shop.workspace, board, SILENT))
    shop.add_words([("坚果", "计划", 10, 5, 1)])
    board = find_board(shop.workspace, SILENT).board
    assert not find_watches(shop.workspace, board, SILENT).is_kept


def test_that_the_tiles_are_watched_until_a_rule_says_otherwise(shop: Stage) -> None:
    rules = rules_of(shop.workspace)
    assert rules["pay_amount"].is_on
    assert not rules["page_views"].is_on
    shop.workspace.apply(set_rule(rule_row(shop.workspace, "pay_amount"), is_on=False))
    shop.workspace.apply(set_rule(rule_row(shop.workspace, "page_views"), is_on=True, percent=0.001))
    rules = rules_of(shop.workspace)
    assert (rules["pay_amount"].is_on, rules["page_views"].is_on) == (False, True)
    assert rules["page_views"].percent == 0.05
    assert "pay_amount" not in {one.metric.name for one in check_shop(shop.workspace, SILENT)}


def test_that_a_dealt_with_alert_no_longer_waits_and_an_undo_brings_it_back(shop: Stage) -> None:
    board = find_board(shop.workspace, SILENT).board
    watches = find_watches(shop.workspace, board, SILENT).watches
    waiting = waiting_count(shop.workspace, watches, END)
    first = recent_alerts(shop.workspace, watches)[0]
    back = shop.workspace.apply(set_mark(first.mark, state=MarkState.HANDLED, note="called the supplier"))
    assert waiting_count(shop.workspace, watches, END) == waiting - 1
    assert mark_of(shop.workspace, first.alert).note == "called the supplier"
    shop.workspace.apply(back)
    assert waiting_count(shop.workspace, watches, END) == waiting


def test_that_an_alert_for_later_waits_from_its_day_on() -> None:
    mark = AlertMark("visitors", "2026-04-30", "down", MarkState.LATER, date(2026, 5, 3))
    assert [mark.is_waiting(date(2026, 5, day)) for day in (2, 3, 4)] == [False, True, True]


def test_that_the_panel_says_how_often_the_plain_rule_would_cry_wolf(shop: Stage) -> None:
    board = find_board(shop.workspace, SILENT).board
    found = alert_board(shop.workspace, board, find_watches(shop.workspace, board, SILENT).watches)
    assert found.last == END
    assert found.rates is not None
    assert found.rates.metrics >= 3
    assert found.waiting(END)


def test_that_two_weeks_of_data_say_too_few_and_raise_nothing(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "young.shopdesk")
    stage.add_shop(days=14, buyers=100, last=20)
    board = find_board(stage.workspace, SILENT).board
    found = alert_board(stage.workspace, board, find_watches(stage.workspace, board, SILENT).watches)
    assert found.alerts == ()
    assert found.rates is None
    assert "pay_amount" in {one.metric.name for one in found.too_few}


@pytest.mark.parametrize(("language", "header"), [("zh_CN", "指标"), ("en", "Metric")])
def test_that_alerts_come_as_a_table_in_both_languages(shop: Stage, language: str, header: str) -> None:
    sheet = alert_sheet(shop.workspace, language)
    assert sheet.columns[0].header == header
    assert sheet.rows
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)


def test_that_a_table_without_alerts_says_whether_all_is_calm_or_nothing_can_be_judged(tmp_path: Path) -> None:
    young = Stage(tmp_path / "young.shopdesk")
    assert (
        alert_sheet(young.workspace, "en").notes[0]
        == "Nothing to watch yet: import daily reports, at least 28 ordinary days."
    )
    young.add_shop(days=14, buyers=100, last=20)
    sheet = alert_sheet(young.workspace, "zh_CN")
    assert not sheet.rows
    assert sheet.notes[0].startswith("数据太少，暂不判断：")
    assert "支付金额" in sheet.notes[0]
    young.workspace.close()
