from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from shopdesk import bootstrap
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.charts.day_data import Grain
from tests.ui.kpi.board_page import page_of
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    made.workspace.close()


def test_that_an_empty_shop_says_what_goes_here_and_offers_the_import(stage: Stage, qtbot: QtBot) -> None:
    page = page_of(stage, qtbot)
    assert page.empty.isVisible()
    with qtbot.waitSignal(stage.context.import_requested):
        page.empty.action.click()


def test_that_tiles_show_the_last_day_with_its_change_and_verdict(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    page = page_of(stage, qtbot)
    spoken = page.overview.tiles.tile("pay_amount").accessibleName()
    assert "3,520" in spoken
    assert "▼" in spoken
    assert "low · worse" in spoken
    assert page.overview.when.text() == "04-30 Thu vs a week ago"


def test_that_unknown_figures_are_dashes_and_never_zero(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    page = page_of(stage, qtbot)
    assert "—" in page.overview.tiles.tile("ad_cost").accessibleName()


def test_that_the_whole_period_adds_up_and_names_people_as_an_upper_bound(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(buyers=10)
    stage.context.period = Period(END - timedelta(days=6), END)
    page = page_of(stage, qtbot)
    page.overview.mode.choose("period")
    page.refresh()
    buyers = [10 + 5 * ((END - timedelta(days=d)).weekday() >= 5) + (99 - d) % 3 for d in range(7)]
    assert formats.short(30 * sum(buyers)) in page.overview.tiles.tile("visitors").accessibleName()
    assert "upper bound" in page.overview.tiles.tip("visitors")
    assert "sycm_shop_daily_2023.xlsx" in page.overview.tiles.tip("visitors")


def test_that_a_click_on_a_tile_shows_its_metric_in_the_chart(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    page = page_of(stage, qtbot)
    page.overview.tiles.tile("visitors").clicked.emit()
    assert page.overview.chart.shown_metric.name == "visitors"
    assert any(
        "Visitors" in str(column) or "Actual" in str(column) for column in page.overview.chart.chart.table().columns
    )


def test_that_missing_days_stay_gaps_in_the_chart_and_are_named(stage: Stage, qtbot: QtBot) -> None:
    dates = [END - timedelta(days=place) for place in (9, 8, 7, 4, 3, 2, 1, 0)]
    stage.add("shop_daily", {"date": dates, "date_end": dates, "pay_amount": [100] * 8}, kind="daily")
    page = page_of(stage, qtbot)
    stage.context.period = Period(END - timedelta(days=9), END)
    page.refresh()
    rows = page.overview.chart.chart.table().rows
    assert [row[1] for row in rows].count(None) == 2
    page.coverage_button.click()
    texts = [label.text() for label in page.coverage.findChildren(QLabel)]
    assert any("04-24 – 04-25" in text for text in texts)


def test_that_a_week_that_lacks_days_is_drawn_as_a_part_and_says_how_many(stage: Stage, qtbot: QtBot) -> None:
    dates = [END - timedelta(days=place) for place in range(31, -1, -1) if place != 10]
    stage.add("shop_daily", {"date": dates, "date_end": dates, "pay_amount": [100] * 31}, kind="daily")
    page = page_of(stage, qtbot)
    stage.context.period = Period(END - timedelta(days=31), END)  # Monday 03-30 to Thursday
    page.refresh()
    page.overview.chart.chart.grain_chosen.emit(Grain.WEEK.value)
    plot = page.overview.chart.chart.plot
    assert [day.day for day in plot.data().starts] == [30, 6, 13, 20, 27]
    assert plot.data().series[0].parts == {3, 4}  # the last one is cut by the period
    said = [" ".join(row[1] for row in plot.read_out(place)[1]) for place in (2, 3)]
    assert ["1 day missing" in one for one in said] == [False, True]


def test_that_an_import_taken_back_leaves_the_board(stage: Stage, qtbot: QtBot) -> None:
    from shopdesk.app.changes import ActivateImports

    stage.add_shop()
    page = page_of(stage, qtbot)
    assert not page.empty.isVisible()
    stage.workspace.apply(ActivateImports({"shop_daily-0": False}))
    page.refresh()
    assert page.empty.isVisible()


def test_that_weeks_months_and_comparisons_draw_without_a_word(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    page = page_of(stage, qtbot)
    for comparison in Comparison:
        stage.context.comparison = comparison
        for grain in ("week", "month", "day"):
            page.overview.chart.chart.grain_chosen.emit(grain)
            page.refresh()
            assert page.overview.chart.chart.table().rows
    assert page.day() == date(2026, 4, 30)


def test_that_the_chart_starts_with_a_metric_that_has_data(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 10.0, 12.5, 1.0)])
    page = page_of(stage, qtbot)
    assert page.overview.chart.shown_metric.name == "ad_cost"
    assert "12.50" in page.overview.tiles.tile("ad_cost").accessibleName()
    assert "Ads by keyword" in page.overview.tiles.tip("ad_cost")


def test_that_the_board_names_the_same_last_day_as_the_window(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.context.last_day = END - timedelta(days=1)  # payments that came after the last day of the report
    page = page_of(stage, qtbot)
    assert "2026-04-29" in page.as_of.text()
    period = page.period()
    assert period is not None
    assert period.end == END - timedelta(days=1)


def test_that_refunds_taken_from_orders_are_named_as_such(stage: Stage, qtbot: QtBot) -> None:
    paid = [datetime(2026, 4, 29, 9), datetime(2026, 4, 30, 9)]
    numbers: dict[str, object] = {"order_id": ["1", "2"], "paid_at": paid, "paid": [1000, 3000], "refunded": [0, 1500]}
    stage.add("orders", numbers, kind="taobao_order_list")
    page = page_of(stage, qtbot)
    tile = page.overview.tiles.tile("refund_rate")
    assert "50.00%" in tile.accessibleName().replace(" ", "")
    assert "as the orders name them" in page.overview.tiles.tip("refund_rate")


def test_that_a_platform_in_another_currency_is_named_as_not_added(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    spend: dict[str, object] = {"date": [END], "date_end": [END], "campaign": ["a"], "cost": [5000]}
    stage.add("ad_campaign", spend, kind="amazon_campaign", platform="amazon")
    page = page_of(stage, qtbot)
    assert "Amazon Ads not added: another currency" in page.as_of.text()
    assert "—" in page.overview.tiles.tile("ad_cost").accessibleName()


def test_that_a_platform_that_lags_behind_is_the_day_that_sums_reach(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    late = [END - timedelta(days=place) for place in range(20, 1, -1)]
    stage.add("shop_daily", {"date": late, "date_end": late, "pay_amount": [100] * 19}, kind="jdsz", platform="jd")
    page = page_of(stage, qtbot)
    assert page.day() == END - timedelta(days=2)
    assert "data as of 2026-04-28" in page.overview.tiles.tip("pay_amount")


def test_that_a_period_without_figures_borrows_none_from_days_before_it(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.context.period = Period(END + timedelta(days=1), END + timedelta(days=7))
    page = page_of(stage, qtbot)
    assert page.day() is None
    assert page.overview.when.text() == ""
    assert "—" in page.overview.tiles.tile("pay_amount").accessibleName()


def test_that_days_after_today_are_said(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.context.services = replace(bootstrap.services(), today=lambda: END - timedelta(days=3))
    page = page_of(stage, qtbot)
    assert page.as_of.text().startswith("3 days after today: check the dates")


def test_that_what_stands_behind_a_tile_is_there_when_the_mouse_comes(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    page = page_of(stage, qtbot)
    tile = page.overview.tiles.tile("pay_amount")
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Enter))
    assert "data as of 2026-04-30" in tile.toolTip()
    stage.context.period = Period(END - timedelta(days=9), END - timedelta(days=5))
    page.refresh()
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Enter))
    assert "04-25" in tile.toolTip()
