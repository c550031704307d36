"""The customers view: from orders alone, in both parts, and what it says without them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.class_names import CLASS_WORDS, ClassWords, set_words
from shopdesk.app.kpi.reports.model import Table
from shopdesk.app.kpi.reports.source import ReportKind
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.customers.persona import Cut
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui.kpi.customers.class_dialog import ClassDialog
from shopdesk.ui.kpi.customers.view import PERSONA, View
from shopdesk.ui.kpi.view import BoardState
from tests.ui.kpi.reports.report_shop import block, report
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    made.workspace.close()


def add_orders(stage: Stage, *, orders: int = 400, buyers: int = 120, days: int = 200, named: bool = True) -> None:
    draw = np.random.default_rng(4)
    numbers = draw.integers(0, days, orders)
    paid = [datetime.combine(END - timedelta(days=int(n)), datetime.min.time()) for n in numbers]
    people = [f"code{draw.integers(buyers)}" if named else "" for _ in range(orders)]
    amounts = [int(one) for one in draw.integers(2_000, 20_000, orders)]
    columns = {
        "order_id": [str(n) for n in range(orders)],
        "buyer": people,
        "paid_at": paid,
        "paid": amounts,
        "refunded": [0] * orders,
        "region": ["浙江" if n % 3 else "广东" for n in range(orders)],
    }
    stage.add("orders", columns, kind="taobao_order_list")
    lines = {
        "order_id": columns["order_id"],
        "sku": ["A"] * orders,
        "title": ["每日坚果" if n % 2 else "榛子" for n in range(orders)],
        "unit_price": amounts,
        "quantity": [1.0] * orders,
    }
    stage.add("order_lines", lines, kind="taobao_order_detail")


def shown(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    draw(view, stage)
    return view


def draw(view: View, stage: Stage) -> None:
    period = Period.last(days=28, until=END)
    view.show_board(BoardState(board(stage.workspace, SILENT), period, END, Comparison.PREVIOUS, CampaignCalendar()))


@pytest.mark.parametrize("named", [False, None])
def test_that_without_orders_that_name_buyers_the_export_to_import_is_named(
    stage: Stage, qtbot: QtBot, named: bool | None
) -> None:
    stage.add_shop()
    if named is not None:
        add_orders(stage, named=named)
    view = shown(stage, qtbot)
    assert view.empty.isVisible()
    assert "已卖出的宝贝" in view.empty._sentence.text()
    with qtbot.waitSignal(stage.context.import_requested):
        view.empty.action.click()


def test_that_matrix_and_classes_count_the_same_buyers(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    frame = view.classes.model.frame
    total = sum(frame.value("count", row) for row in range(len(frame)))
    assert len(frame) == 8
    assert total == sum(row[2] for row in view.matrix.table().rows)
    assert "usual advice" in view.class_text.text().lower()
    assert "Counted from paid orders" in view.class_text.toolTip()
    assert "taobao_order_list" in view.class_text.toolTip()
    assert "taobao_order_list" in view.caveat.toolTip()


def test_that_a_forecast_from_too_few_repeat_buyers_is_refused_in_words(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    assert view.model_text.text().startswith("No forecast: ")
    assert "200 are needed" in view.model_text.text()
    assert "import the cost list" in view.value_text.text()


def test_that_a_shop_whose_buyers_come_back_gets_a_value_with_its_range(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage, orders=1500, buyers=700)
    view = shown(stage, qtbot)
    assert view.model_text.text().startswith("Next 52 weeks: ")
    assert "95 %" in view.model_text.text()
    assert "BG/NBD" in view.model_text.toolTip()


def test_that_quarters_can_be_chosen_and_the_first_has_nothing_before_it(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    names = [view.quarters.itemText(place) for place in range(view.quarters.count())]
    assert names == ["2026 Q2 to 04-30", "2026 Q1", "2025 Q4"]
    assert view.classes.model.frame.value("change", 0) is not None
    view.quarters.setCurrentIndex(2)
    view.quarters.activated.emit(2)
    assert view.classes.model.frame.value("change", 0) is None
    assert "Orders begin on" in view.caveat.text()


def test_that_personas_of_each_cut_share_out_the_buyers_of_the_quarter(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    view.show_target(PERSONA)
    sums = []
    for cut in (Cut.REGION, Cut.BAND, Cut.ITEM):
        view.cuts.choose(cut.value)
        view.cuts.chosen.emit(cut.value)
        frame = view.personas.model.frame
        sums.append(sum(frame.value("buyers", row) for row in range(len(frame))))
    assert len(set(sums)) == 1
    assert sums[0] > 0


def test_that_the_cells_of_the_matrix_can_be_walked_by_keys(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    before = view.matrix.accessibleDescription()
    qtbot.keyClick(view.matrix, Qt.Key.Key_Left)
    assert view.matrix.accessibleDescription() != before
    assert not view.matrix.image().isNull()


def test_that_other_orders_are_read_anew(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    view = shown(stage, qtbot)
    assert view.empty.isVisible()
    add_orders(stage)
    draw(view, stage)
    assert not view.empty.isVisible()
    assert date.fromisoformat(view.caveat.text()[16:26]) > date(2025, 9, 1)


def test_that_a_class_gets_the_shops_own_words_as_an_undoable_step(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    stage.workspace.subscribe(lambda names: draw(view, stage) if names & View.uses else None)
    view.edit_class()
    (dialog,) = view.findChildren(ClassDialog)
    assert dialog.name.placeholderText() == "重要价值"
    assert dialog.name.text() == ""
    dialog.name.setText("  老铁  ")
    dialog.advice.setText("先给新品")
    dialog.store.click()
    assert "老铁" in {view.classes.model.frame.value("name", row) for row in range(8)}
    assert view.class_text.text().startswith("老铁: ")
    assert view.class_text.text().endswith("What to do: 先给新品")  # one's own needs no checking
    moves = [view.classes.model.frame.value("came", row) for row in range(8)]
    assert any("老铁" in text for text in moves)
    stage.undo.undo()
    assert "重要价值" in view.class_text.text()
    assert "please check" in view.class_text.text()


def test_that_empty_words_take_the_shipped_ones_and_a_taken_name_is_refused(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    stage.workspace.apply(set_words(stage.workspace, ClassWords("champions", "老铁")))
    view = shown(stage, qtbot)
    view.edit_class()
    (dialog,) = view.findChildren(ClassDialog)
    dialog.name.setText("重要发展")
    assert not dialog.store.isEnabled()
    assert dialog.problem.isVisible()
    dialog.name.setText("")
    dialog.store.click()
    assert not stage.workspace.rows(CLASS_WORDS)


def test_that_reports_use_the_shops_own_words(stage: Stage, qapp: object) -> None:
    stage.add_shop()
    add_orders(stage)
    stage.workspace.apply(set_words(stage.workspace, ClassWords("champions", "老铁", "先给新品")))
    made = report(stage, ReportKind.PERSONA)  # in the first month of a quarter
    row = block(made, Table, "classes").rows[0]
    assert (row[0], row[-1]) == ("老铁", "先给新品")


def test_that_every_figure_of_the_buyers_tells_what_it_is_made_of_and_which_files(stage: Stage, qtbot: QtBot) -> None:
    add_orders(stage)
    view = shown(stage, qtbot)
    counted = sum(view.classes.model.frame.value("count", row) for row in range(8))
    cells = [
        str(view.classes.model.index(0, view.classes.model.position(name)).data(Qt.ItemDataRole.ToolTipRole))
        for name in ("name", "count", "share", "yuan")
    ]
    assert all(
        f"of {counted} buyers" in tip and "taobao_order_list" in tip and "taobao_order_detail" in tip for tip in cells
    )
    view.show_target(PERSONA)
    tip = str(view.personas.model.index(0, view.personas.model.position("share")).data(Qt.ItemDataRole.ToolTipRole))
    assert "buyers of 2026 Q2" in tip
    assert "taobao_order_list" in tip
    assert "taobao_order_list" in view.value_text.toolTip()
