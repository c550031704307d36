from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.calendar import shipped
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.segments.view import DAYS, SEARCH, View
from shopdesk.ui.kpi.view import BoardState, CauseRequest
from tests.ui.stage import END, Stage

NAMES = ("搜索", "推荐", "购物车")
WEEK = Period(END - timedelta(days=6), END)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    formats.set_language("zh_CN")
    made.workspace.close()


def add_sources(stage: Stage, *, days: int = 28, lost: float = 0.4) -> None:
    """Sources by day; the visitors of 搜索 fall to ``lost`` in the last week."""
    dates = [END - timedelta(days=back) for back in range(days - 1, -1, -1)]
    cells = [(day, name) for day in dates for name in NAMES]
    came = [600 * (lost if name == "搜索" and day >= WEEK.start else 1.0) for day, name in cells]
    stage.add(
        "shop_source",
        {
            "date": [day for day, _ in cells],
            "date_end": [day for day, _ in cells],
            "carrier": ["全店"] * len(cells),
            "source_1": ["平台流量"] * len(cells),
            "source_2": [name for _, name in cells],
            "visitors": came,
            "cart_users": [count / 10 for count in came],
            "pay_buyers": [count / 20 for count in came],
            "pay_amount": [round(count / 20) * 8800 for count in came],
        },
        kind="sycm_shop_source",
    )


def state(stage: Stage, *, period: Period = WEEK, comparison: Comparison = Comparison.PREVIOUS) -> BoardState:
    return BoardState(board(stage.workspace, SILENT), period, period.end, comparison, shipped())


def view_of(stage: Stage, qtbot: QtBot, shown: BoardState) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1280, 540)
    view.show_board(shown)
    view.show()
    return view


def cells(view: View, name: str) -> dict[str, str]:
    model = view.table.model
    at = model.position(name)
    return {
        str(model.index(row, model.position("label")).data()): str(model.index(row, at).data())
        for row in range(model.rowCount())
    }


def test_that_segments_stand_with_change_share_and_effect(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    assert cells(view, "value")["搜索"] == "7,392.00"
    assert cells(view, "change") == {"推荐": "0.0", "购物车": "0.0", "搜索": "−60.0"}
    assert cells(view, "effect")["搜索"] == "−11,088.00"


def test_that_a_cell_tells_its_formula_its_sums_its_days_and_its_files(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    view.show_target("pay_cvr")
    model = view.table.model
    labels = [str(model.index(row, model.position("label")).data()) for row in range(model.rowCount())]
    tip = str(model.index(labels.index("搜索"), model.position("value")).data(Qt.ItemDataRole.ToolTipRole))
    assert "Conversion = Buyers ÷ Visitors" in tip
    assert "04-24 – 04-30: Buyers 84 ÷ Visitors 1,680 (7 of 7 days have this report)" in tip
    assert ".xlsx" in tip


def test_that_the_total_row_is_the_whole_and_of_a_rate_no_sum(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    total = view.table.total_row
    assert total is not None
    assert [total.text(name) for name in ("value", "change", "effect")] == ["44,352.00", "−20.0", "−11,088.00"]
    view.show_target("pay_cvr")
    assert [total.text(name) for name in ("value", "change", "share")] == ["5.00", "0.00", "100.0"]


def test_that_a_dimension_without_report_says_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("region")
    assert view.empty.isVisible()
    with qtbot.waitSignal(stage.context.import_requested):
        view.empty.action.click()


def test_that_a_report_that_begins_too_late_says_since_when(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage, days=5)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    assert "5 of 7 days have this report" in view.note.text()
    assert "the report begins 2026-04-26" in view.note.text()
    assert set(cells(view, "change").values()) == {"—"}


def test_that_periods_of_other_lengths_are_compared_by_the_day(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage, days=12)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    assert "changes by the day: 7 days now, 5 before" in view.note.text()
    assert cells(view, "change")["推荐"] == "0.0"


def test_that_the_funnel_follows_the_current_segment(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    assert [step.name for step in view.funnel.funnel.steps()] == ["Visitors", "Buyers"]  # the shop report has no carts
    view.table.view.move_to(0, 0)
    first = view.funnel.funnel.steps()
    assert [step.name for step in first] == ["Visitors", "Cart users", "Buyers"]
    assert first[0].value == 4200


def test_that_two_metrics_stand_as_bars_and_a_line_of_the_shop_then_of_the_current_segment(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage))
    view.show_target("source")
    assert view.both.title.text() == "whole shop"
    assert view.both.table().columns[1:] == ("Sales yuan", "Conversion")
    view.table.view.move_to(0, 0)
    assert view.both.title.text() in NAMES
    assert view.both.table().text(0, 2) == "5.00 %"


def test_that_the_charts_of_segments_go_by_days_weeks_and_months(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    view = view_of(stage, qtbot, state(stage, period=Period(END - timedelta(days=27), END)))
    view.show_target("source")
    by_day, both_by_day = view.chart.table(), view.both.table()
    view.chart.grain_chosen.emit("week")
    by_week = view.chart.table()
    assert len(by_week.rows) < len(by_day.rows)
    assert len(view.both.table().rows) == len(by_week.rows) < len(both_by_day.rows)
    assert view.both.grains.key() == view.chart.grains.key() == "week"
    view.table.view.move_to(0, 0)
    assert {view.both.table().text(row, 2) for row in range(len(view.both.table().rows))} == {"5.00 %"}
    view.both.grain_chosen.emit("month")
    assert len(view.chart.table().rows) == len({(day.year, day.month) for day in days_shown()})


def days_shown() -> list[date]:
    return [END - timedelta(days=back) for back in range(28)]


def test_that_the_search_names_the_source_that_fell_and_leads_to_its_cause(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    shown = state(stage)
    view = view_of(stage, qtbot, shown)
    view.search_button.click()
    texts = view.findings.texts()
    assert texts[0] == "1  搜索 · Visitors"
    assert texts[1].startswith("about −")
    with qtbot.waitSignal(view.wanted) as asked:
        view.findings.cause_wanted.emit()
    before = Period(WEEK.start - timedelta(days=7), WEEK.start - timedelta(days=1))
    assert asked.args == ["cause", CauseRequest("pay_amount", before, WEEK)]


def test_that_the_search_says_so_where_nothing_stands_out_or_nothing_is_compared(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage, lost=1.0)
    view = view_of(stage, qtbot, state(stage))
    view.search()
    assert view.findings.texts()[0].startswith("Nothing moved differently")
    view.show_board(state(stage, comparison=Comparison.NONE))
    view.search()
    assert view.findings.texts() == ["Choose what to compare with: a change needs two periods."]


def test_that_an_old_answer_goes_when_the_period_changes(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    shown = state(stage)
    view = view_of(stage, qtbot, shown)
    view.search()
    assert "搜索" in view.findings.texts()[0]
    view.parts.choose(DAYS)
    view.parts.chosen.emit(DAYS)
    earlier = Period(date(2026, 4, 10), date(2026, 4, 16))
    view.show_board(BoardState(shown.board, earlier, earlier.end, shown.comparison, shown.calendar))
    assert view.findings.texts()[0].startswith("Looks through")


def test_that_what_moved_is_searched_when_it_is_looked_at_and_anew_for_other_days(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_sources(stage)
    shown = state(stage)
    view = view_of(stage, qtbot, shown)
    view.parts.choose(SEARCH)
    view.parts.chosen.emit(SEARCH)
    assert view.findings.texts()[0] == "1  搜索 · Visitors"
    before = Period(WEEK.start - timedelta(days=7), WEEK.start - timedelta(days=1))
    view.show_board(BoardState(shown.board, before, before.end, shown.comparison, shown.calendar))
    assert view.findings.texts()[0].startswith("Nothing moved differently")


def add_item_sources(stage: Stage) -> None:
    """Two items of 搜索 on the last day; together they hold 20 yuan less than the shop's report by source."""
    span = {"date": [END] * 2, "date_end": [END] * 2}
    stage.add(
        "shop_source",
        {
            **span,
            "source_1": ["平台流量"] * 2,
            "source_2": ["搜索", "推荐"],
            "visitors": [600.0, 300.0],
            "pay_amount": [90_000, 40_000],
        },
        kind="sycm_shop_source",
    )
    stage.add("item_source", {**span, "item_id": ["1", "2"], "item": ["坚果", "果干"], "source_1": ["平台流量"] * 2,
                              "source_2": ["搜索"] * 2, "visitors": [400.0, 250.0], "pay_amount": [60_000, 28_000]},
              kind="sycm_item_source")  # fmt: skip


def test_that_a_line_is_divided_further_and_the_note_says_what_its_parts_leave(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    add_item_sources(stage)
    view = view_of(stage, qtbot, state(stage, period=Period(END, END)))
    view.show_target("source")
    assert not view.path.further.isEnabled()
    view.table.chosen.emit("推荐")
    assert not view.path.further.isEnabled()
    view.table.chosen.emit("搜索")
    assert view.path.further.isEnabled()
    view.divide("item")
    assert cells(view, "value") == {"坚果": "600.00", "果干": "280.00"}
    assert "搜索 › Items" in view.path.text.text()
    assert "搜索 as a whole 900.00, these parts 880.00, two reports differ by 20.00" in view.note.text()
    view.go_back()
    assert cells(view, "value") == {"搜索": "900.00", "推荐": "400.00"}
    assert not view.path.back.isVisible()


def test_that_a_shop_without_segments_shows_its_platform(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    view = view_of(stage, qtbot, state(stage))
    assert view.dimensions.key() == "platform"
    assert cells(view, "share") == {"Taobao and Tmall": "100.0"}


def test_that_ads_are_shown_by_plan_and_by_keyword_one_cut_at_a_time(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    figures = {"date": [END] * 2, "date_end": [END] * 2, "clicks": [10.0, 5.0], "cost": [900, 300]}
    stage.add("ad_campaign", {**figures, "campaign": ["拉新", "复购"]}, kind="wxt_campaign")
    stage.add("ad_keyword", {**figures, "keyword": ["坚果", "榛子"], "cost": [500, 100]}, kind="wxt_keyword")
    view = view_of(stage, qtbot, state(stage, period=Period(END, END)))
    view.show_target("ad_cost")
    for dimension, cost in (
        ("campaign", {"拉新": "9.00", "复购": "3.00"}),
        ("keyword", {"坚果": "5.00", "榛子": "1.00"}),
    ):
        view.show_target(dimension)
        assert cells(view, "value") == cost
    assert "other ads are not in it" in view.note.text()
    assert view.minimumSizeHint().width() <= 1280
