from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.decisions import DECISIONS
from shopdesk.app.keywords.library import answer, question
from shopdesk.ui import formats
from shopdesk.ui.keywords.mining.columns import OVERLAP, UNBOUGHT, WASTED, WINNING
from shopdesk.ui.keywords.mining.view import View
from shopdesk.ui.keywords.view import LibraryState
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


def add_searches(stage: Stage, rows: list[tuple[str, float, float]]) -> None:
    stage.add(
        "search_term",
        {
            "date": [END - timedelta(days=6)] * len(rows),
            "date_end": [END] * len(rows),
            "term": [row[0] for row in rows],
            "visitors": [row[1] for row in rows],
            "pay_buyers": [row[2] for row in rows],
        },
        kind="sycm_keyword",
    )


def add_terms(stage: Stage, rows: list[tuple[str, float, float, float]]) -> None:
    stage.add(
        "ad_search_term",
        {
            "date": [END] * len(rows),
            "date_end": [END] * len(rows),
            "term": [row[0] for row in rows],
            "clicks": [row[1] for row in rows],
            "cost": [round(row[2] * 100) for row in rows],
            "ad_orders": [row[3] for row in rows],
            "ad_gmv": [round(row[3] * 9000) for row in rows],
        },
        kind="generic_ad_search_term",
        platform="other",
    )


def shown(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    asked = question(stage.workspace, period=None, comparison=stage.context.comparison)
    view.show_library(LibraryState(answer(asked, stage.workspace, SILENT)))
    return view


def test_that_each_list_without_its_report_names_it_and_offers_the_import(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 100.0, 100.0, 4.0)])
    view = shown(stage, qtbot)
    for name in (UNBOUGHT, OVERLAP, WINNING, WASTED):
        view.show_target(name)
        assert view.empty.isVisible()
        with qtbot.waitSignal(stage.context.import_requested):
            view.empty.action.click()
    assert not view.copy.isEnabled()
    assert not view.save.isEnabled()


def test_that_the_lists_hold_what_their_reports_tell(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 100.0, 100.0, 4.0)])
    add_searches(stage, [("坚果", 50.0, 2.0), ("松子", 80.0, 6.0)])
    add_terms(stage, [("坚果礼盒", 50.0, 50.0, 5.0), ("坚果图片", 60.0, 60.0, 0.0)])
    view = shown(stage, qtbot)
    keys = {name: list(grid.model.frame.keys) for name, grid in view.grids.items()}
    assert keys == {UNBOUGHT: ["松子"], OVERLAP: ["坚果"], WINNING: ["坚果礼盒"], WASTED: ["坚果图片"]}


def test_that_a_list_with_a_report_but_no_word_says_that(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 100.0, 100.0, 4.0)])
    add_searches(stage, [("坚果", 50.0, 2.0)])
    view = shown(stage, qtbot)
    assert view.empty.isVisible()
    assert view.empty.action.isHidden()


def test_that_copied_words_stand_one_a_line(stage: Stage, qtbot: QtBot) -> None:
    add_searches(stage, [("松子", 80.0, 6.0), ("nut  box", 70.0, 0.0)])
    view = shown(stage, qtbot)
    view.copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == ["松子", "nut box"]
    assert "2 words" in view.bar.text()


def test_that_searches_alone_say_nothing_of_the_worth_of_an_ad(stage: Stage, qtbot: QtBot) -> None:
    add_searches(stage, [("松子", 80.0, 6.0)])
    view = shown(stage, qtbot)
    grid = view.grids[UNBOUGHT].model
    assert grid.text(0, grid.position("verdict")) == "—"
    assert grid.text(0, grid.position("value_mid")) == "—"


def test_that_a_word_is_decided_to_be_bought_and_taken_back_as_one_step_each(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 100.0, 100.0, 4.0)])
    add_searches(stage, [("松子", 80.0, 6.0), ("榛子", 70.0, 0.0)])
    view = shown(stage, qtbot)
    state = view._state
    assert state is not None
    stage.context.changed.connect(lambda _names: view.show_library(state))
    view.grids[UNBOUGHT].view.selectAll()
    view.decide.click()
    assert {row.action for row in stage.workspace.rows(DECISIONS).values()} == {"expand"}
    assert view.decide.text() == "Take back 2"
    column = view.grids[UNBOUGHT].model.position("decision")
    assert view.grids[UNBOUGHT].model.text(0, column) == "Buy it"
    view.decide.click()
    assert not stage.workspace.rows(DECISIONS)
    stage.undo.undo()
    assert len(stage.workspace.rows(DECISIONS)) == 2
    stage.undo.undo()
    assert not stage.workspace.rows(DECISIONS)


def test_that_only_words_that_may_be_bought_offer_it(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 100.0, 100.0, 4.0)])
    add_searches(stage, [("坚果", 50.0, 2.0), ("松子", 80.0, 6.0)])
    view = shown(stage, qtbot)
    assert view.decide.isVisible()
    view.show_target(OVERLAP)
    assert not view.decide.isVisible()


def test_that_a_term_is_decided_to_be_excluded(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 100.0, 100.0, 4.0)])
    add_terms(stage, [("坚果礼盒", 50.0, 50.0, 5.0), ("坚果图片", 60.0, 60.0, 0.0)])
    view = shown(stage, qtbot)
    view.show_target(WASTED)
    view.grids[WASTED].view.selectAll()
    assert view.decide.text() == "Exclude 1 word"
    view.decide.click()
    assert {(row.word, row.action) for row in stage.workspace.rows(DECISIONS).values()} == {("坚果图片", "negative")}
