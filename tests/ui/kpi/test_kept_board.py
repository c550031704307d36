"""The board that a shop keeps for its next start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.changes import ActivateImports
from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi import kept_board
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.kept_board import SETTING, FoundBoard, find_board, keep_board
from shopdesk.ui.kpi.page import KpiPage
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.add_shop()
    yield made
    made.workspace.close()


def found(stage: Stage) -> FoundBoard:
    return find_board(stage.workspace, SILENT)


def assert_same(one: Board, other: Board) -> None:
    assert (one.coverage, one.files) == (other.coverage, other.files)
    assert (one.facts.start, one.facts.length, one.facts.totals) == (
        other.facts.start,
        other.facts.length,
        other.facts.totals,
    )
    assert list(one.facts.parts) == list(other.facts.parts)
    for name, part in one.facts.parts.items():
        np.testing.assert_array_equal(part.values, other.facts.parts[name].values)
        assert (part.sources, part.shops) == (other.facts.parts[name].sources, other.facts.parts[name].shops)


def test_that_a_kept_board_is_the_board_that_was_made(stage: Stage) -> None:
    stage.add_words([("坚果", "计划", 10.0, 12.5, 1.0)])
    made = found(stage)
    keep_board(stage.workspace, made)
    kept = found(stage)
    assert not made.is_kept
    assert kept.is_kept
    assert_same(kept.board, made.board)


def test_that_reports_that_stand_apart_and_lost_columns_are_kept(stage: Stage) -> None:
    days = [END - timedelta(days=back) for back in (3, 2, 1, 0)]
    spend = [900, 900, None, None]
    stage.add("shop_daily", {"date": days, "date_end": days, "search_ad_cost": spend}, kind="sycm_shop")
    stage.add("ad_campaign", {"date": [END], "date_end": [END], "campaign": ["甲"], "cost": [50]}, kind="wxt_campaign")
    made = found(stage)
    keep_board(stage.workspace, made)
    kept = found(stage).board
    assert kept.facts.parts["ad_cost"].apart == made.board.facts.parts["ad_cost"].apart != ()
    assert kept.coverage == made.board.coverage


def test_that_orders_and_items_are_kept_to_count_from(stage: Stage) -> None:
    when = [datetime(2026, 4, 1) + timedelta(days=place) for place in (0, 5, 5, 29)]
    paid = [100, 25_000_000_00, 7, 300]  # a difference that four bytes don't hold
    stage.add(
        "orders",
        {
            "order_id": list("abcd"),
            "buyer": ["x", "y", "x", "x"],
            "paid_at": pa.array(when, pa.timestamp("s")),
            "created_at": pa.array(when, pa.timestamp("s")),
            "paid": paid,
            "refunded": [0, 0, 7, 0],
        },
        kind="taobao_order_list",
    )
    days = [END, END]
    stage.add(
        "item_daily",
        {"date": days, "date_end": days, "item_id": ["a", "b"], "pay_items": [1.0, 0.0]},
        kind="sycm_item_all",
    )
    made = found(stage).board.facts
    keep_board(stage.workspace, found(stage))
    kept = found(stage).board.facts
    assert made.orders is not None
    assert made.items is not None
    for one, other, columns in (
        (made.orders, kept.orders, ("days", "buyers", "kept")),
        (made.items, kept.items, ("days", "items", "sold")),
    ):
        assert other is not None
        assert (one.first, one.length, one.sources) == (other.first, other.length, other.sources)
        for column in columns:
            np.testing.assert_array_equal(getattr(one, column), getattr(other, column))
    assert sum(made.orders.kept) == sum(paid) - 7


def test_that_an_import_or_its_taking_back_makes_the_board_anew(stage: Stage) -> None:
    keep_board(stage.workspace, found(stage))
    stage.add_words([("坚果", "计划", 10.0, 12.5, 1.0)])
    assert not found(stage).is_kept
    stage.workspace.apply(ActivateImports({"ad_keyword-1": False}))
    assert found(stage).is_kept
    stage.workspace.apply(ActivateImports({"shop_daily-0": False}))
    assert found(stage).board.facts.is_empty


def test_that_another_version_of_the_program_makes_it_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_board(stage.workspace, found(stage))
    monkeypatch.setattr(kept_board, "__version__", "0.0.0")
    assert not found(stage).is_kept


@pytest.mark.parametrize("text", ["{", "[]", "{}", "null"])
def test_that_a_damaged_board_is_made_anew(stage: Stage, text: str) -> None:
    stage.workspace.store.set_setting(SETTING, text)
    assert found(stage).board.facts.length == 100


def test_that_a_board_of_the_right_key_with_broken_contents_is_made_anew(stage: Stage) -> None:
    key = found(stage).key
    stage.workspace.store.set_setting(SETTING, f'{{"key": "{key}", "board": {{"start": "2026-13-01"}}}}')
    assert not found(stage).is_kept


def test_that_the_page_keeps_the_board_it_made(stage: Stage, qtbot: QtBot) -> None:
    page = KpiPage(stage.context)
    qtbot.addWidget(page)
    page.refresh()
    assert found(stage).is_kept


def test_that_a_shop_opened_to_read_goes_without(stage: Stage) -> None:
    from shopdesk import bootstrap

    made = found(stage)
    reader = bootstrap.open_workspace(stage.workspace.path, read_only=True)
    keep_board(reader, made)
    reader.close()
    assert not found(stage).is_kept
