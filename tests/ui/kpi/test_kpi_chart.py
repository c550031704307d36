from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from shopdesk.app.kpi import day_events
from shopdesk.app.kpi.day_events import DayEvent, DayEventKind, record_event
from shopdesk.app.kpi.own_days import OwnDays, put_days
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.charts.day_data import Grain, Style
from shopdesk.ui.kpi.chart.card import USES, ChartCard
from shopdesk.ui.kpi.page import KpiPage
from tests.ui.kpi.board_page import page_of
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.add_shop()
    yield made
    made.workspace.close()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> KpiPage:
    return page_of(stage, qtbot)


@pytest.fixture
def card(page: KpiPage) -> ChartCard:
    return page.overview.chart


def names(card: ChartCard) -> list[str]:
    return [one.name for one in card.chart.plot.data().series]


def test_that_a_second_unit_goes_to_the_right_axis_and_a_third_is_refused(card: ChartCard) -> None:
    card.set_beside("pay_cvr", shown=True)
    card.set_beside("visitors", shown=True)
    data = card.chart.plot.data()
    assert names(card)[:2] == ["Sales", "Conversion"]
    assert [data.is_right(one) for one in data.series[:2]] == [False, True]
    assert "Visitors" not in names(card)


def test_that_a_metric_beside_stays_after_the_page_is_made_anew(card: ChartCard, stage: Stage, qtbot: QtBot) -> None:
    card.set_beside("aov", shown=True)
    again = page_of(stage, qtbot)
    assert names(again.overview.chart)[:2] == ["Sales", "Per buyer"]


def test_that_weeks_are_laid_over_one_another_by_weekday(card: ChartCard, stage: Stage) -> None:
    card.chart.grain_chosen.emit(Grain.WEEKDAY.value)
    data, table = card.chart.plot.data(), card.chart.table()
    assert [row[0] for row in table.rows] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert len(data.series) == 5  # 28 days that end on a Thursday touch five weeks
    day = END - timedelta(days=7)
    single = card.metrics()[0]
    card.chart.grain_chosen.emit(Grain.DAY.value)
    by_day = dict(zip(card.chart.plot.data().starts, card.chart.plot.data().series[0].values, strict=True))
    assert data.series[1].values[day.weekday()] == by_day[day]
    assert single.name == "pay_amount"


def test_that_two_compared_periods_can_be_laid_over_the_period(card: ChartCard, stage: Stage) -> None:
    stage.context.comparison = Comparison.PREVIOUS
    card.set_overlay(Comparison.SAME_WEEKDAY, shown=True)
    assert [one.style for one in card.chart.plot.data().series].count(Style.DASHED) == 2


def test_that_a_note_hangs_on_its_day_and_one_undo_takes_it_off(card: ChartCard, page: KpiPage, stage: Stage) -> None:
    day = END - timedelta(days=3)
    card.put_note(day, "  new main\nimage ")
    page.refresh()
    assert [(flag.day, flag.text) for flag in card.chart.plot.data().flags] == [(day, "new main image")]
    stage.undo.undo()
    page.refresh()
    assert card.chart.plot.data().flags == ()


def test_that_the_context_menu_offers_a_note_for_the_day_under_the_crosshair(card: ChartCard) -> None:
    menu = QMenu()
    card.chart.plot.menu_built.emit(menu, END)
    assert any("04-30" in action.text() for action in menu.actions())


def test_that_offers_and_plans_taken_out_show_as_flags(card: ChartCard, page: KpiPage, stage: Stage) -> None:
    event = DayEvent(END, DayEventKind.PLAN_TAKEN, "main plan")
    record_event(stage.workspace, event)
    record_event(stage.workspace, event)
    page.refresh()
    assert [flag.text for flag in card.chart.plot.data().flags] == ["bids taken out: main plan"]


def test_that_a_column_which_the_report_lost_is_flagged_on_its_day_and_named_above_and_beside(
    tmp_path: Path, qtbot: QtBot
) -> None:
    formats.set_language("en")
    renamed = Stage(tmp_path / "renamed.shopdesk")
    days = [END - timedelta(days=back) for back in range(99, -1, -1)]
    sales: list[int | None] = [90_000] * 90 + [None] * 10
    figures = {"visitors": [900.0] * 100, "pay_buyers": [30.0] * 100, "pay_amount": sales}
    renamed.add("shop_daily", {"date": days, "date_end": days} | figures, kind="sycm_shop")
    renamed.context.period = Period(days[60], END)
    page = page_of(renamed, qtbot)
    qtbot.waitUntil(lambda: "No figures after" in said_beside(page))
    page.overview.show_metric("pay_amount")
    flags = [(flag.text, flag.day) for flag in page.overview.chart.chart.plot.data().flags]
    assert ("column gone: Sales", days[90]) in flags
    assert page.as_of.text().startswith("Column gone: Sales")
    assert "Sales" in said_beside(page)


def said_beside(page: KpiPage) -> str:
    return " ".join(one.text() for one in page.overview.findChildren(QLabel))


def test_that_damaged_events_are_left_out_and_the_chart_still_stands(stage: Stage) -> None:
    stage.workspace.store.set_setting(day_events.SETTING, '[["yesterday", "?", 3]]')
    assert day_events.events_of(stage.workspace, Period(END, END)) == []


def test_that_the_chart_listens_to_the_offers_it_shows() -> None:
    assert OFFERS.name in USES


def test_that_own_campaign_days_are_tinted_and_named(page: KpiPage, card: ChartCard, stage: Stage) -> None:
    own = OwnDays("1", "店庆", "Anniversary", END - timedelta(days=5), END - timedelta(days=4))
    stage.workspace.apply(put_days([own]))
    page.refresh()
    assert "Anniversary" in [one.name for one in card.chart.plot.data().campaigns]
