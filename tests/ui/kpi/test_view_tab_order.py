"""Tab goes through the views of the board as the eye does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.calendar import shipped
from shopdesk.app.kpi.trials import ShopChange, put
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.cause.view import CauseView
from shopdesk.ui.kpi.customers.view import View as CustomersView
from shopdesk.ui.kpi.reports.view import View as ReportsView
from shopdesk.ui.kpi.segments.view import View as SegmentsView
from shopdesk.ui.kpi.trials.view import View as TrialsView
from shopdesk.ui.kpi.view import BoardState, BoardView
from tests.ui.kpi.reports.report_shop import fill
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = fill(Stage(tmp_path / "shop.shopdesk"))
    yield made
    made.workspace.close()
    formats.set_language("zh_CN")


def shown(view: BoardView, stage: Stage, qtbot: QtBot) -> None:
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    period = Period(END - timedelta(days=27), END)
    view.show_board(BoardState(board(stage.workspace, SILENT), period, END, Comparison.PREVIOUS, shipped()))


def stops(view: QWidget) -> list[QWidget]:
    """What Tab reaches in a view, in its order."""
    found = []
    one = view.nextInFocusChain()
    while one is not view and one not in found:
        found.append(one)
        one = one.nextInFocusChain()
    return [
        stop
        for stop in found
        if view.isAncestorOf(stop) and stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def assert_in_order(view: QWidget, parts: Sequence[QWidget]) -> None:
    """Each part holds stops, and all stops of one part come before those of the next."""
    reached = stops(view)
    spans = []
    for part in parts:
        own = [place for place, stop in enumerate(reached) if stop is part or part.isAncestorOf(stop)]
        assert own, part
        spans.append((min(own), max(own)))
    assert spans == sorted(spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_that_segments_go_from_the_switch_over_the_table_to_the_chart(stage: Stage, qtbot: QtBot) -> None:
    view = SegmentsView(stage.context)
    shown(view, stage, qtbot)
    assert_in_order(view, (view.dimensions, view.metrics, view.search_button, view.table, view.parts, view.chart))


def test_that_trials_go_from_the_switch_over_the_list_to_the_fields(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put(ShopChange("c", "New image", (END - timedelta(days=20)).isoformat())))
    view = TrialsView(stage.context)
    shown(view, stage, qtbot)
    changes = view.changes
    assert_in_order(view, (view.switch, changes.add, changes.list, changes.form, changes.remove))


def test_that_reports_go_from_the_kind_over_the_day_to_the_pages(stage: Stage, qtbot: QtBot) -> None:
    view = ReportsView(stage.context)
    shown(view, stage, qtbot)
    assert_in_order(view, (view.kind, view.earlier, view.day, view.language, view.pdf, view.excel, view.preview))


def test_that_customers_go_from_the_switch_over_the_matrix_to_the_classes(stage: Stage, qtbot: QtBot) -> None:
    view = CustomersView(stage.context)
    shown(view, stage, qtbot)
    assert_in_order(view, (view.switch, view.quarters, view.verbs, view.matrix, view.classes, view.rename))


def test_that_causes_go_from_the_flow_over_the_tree_to_what_is_done_about_it(stage: Stage, qtbot: QtBot) -> None:
    view = CauseView(stage.context)
    shown(view, stage, qtbot)
    card = view.card
    assert_in_order(
        view, (view.flow, view.metric_choice, view.periods, card.verbs, card.waterfall, card.tree, card.side)
    )
    reached = stops(card.side)
    assert reached[-1] is card.side.act
