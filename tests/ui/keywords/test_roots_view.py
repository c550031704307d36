from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.assumptions import ShopAssumptions, assume
from shopdesk.app.keywords.library import answer, question
from shopdesk.ui import formats
from shopdesk.ui.keywords.roots.view import View
from shopdesk.ui.keywords.view import LibraryState
from tests.ui.stage import Stage

WORDS = [
    ("每日坚果礼盒", "A", 400.0, 700.0, 9.0),
    ("腰果礼盒", "A", 300.0, 500.0, 8.0),
    ("核桃礼盒", "B", 100.0, 100.0, 3.0),
    ("腰果批发", "A", 100.0, 160.0, 4.0),
    ("核桃批发", "A", 90.0, 150.0, 1.0),
]


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


def shown(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    asked = question(stage.workspace, period=None, comparison=stage.context.comparison)
    view.show_library(LibraryState(answer(asked, stage.workspace, SILENT)))
    return view


def test_that_the_root_of_most_spend_is_chosen_with_its_words(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    assert view.roots.model.key(0) == "礼盒"
    assert set(view.words.model.frame.keys) == {"每日坚果礼盒", "腰果礼盒", "核桃礼盒"}


def test_that_choosing_a_root_shows_its_words_and_offers_them_to_the_table(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    view.show_target("批发")
    assert set(view.words.model.frame.keys) == {"腰果批发", "核桃批发"}
    with qtbot.waitSignal(view.wanted) as asked:
        view.open.click()
    assert asked.args[0] == "words"
    assert set(asked.args[1]) == {"腰果批发", "核桃批发"}


def test_that_a_root_wanted_before_the_table_is_there_is_shown_with_it(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = View(stage.context)
    qtbot.addWidget(view)
    view.show_target("批发")
    asked = question(stage.workspace, period=None, comparison=stage.context.comparison)
    view.show_library(LibraryState(answer(asked, stage.workspace, SILENT)))
    assert set(view.words.model.frame.keys) == {"腰果批发", "核桃批发"}


def test_that_without_a_margin_no_root_is_called_worth_its_price(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    column = view.roots.model.position("verdict")
    assert {view.roots.model.text(row, column) for row in range(view.roots.model.rowCount())} == {"—"}


def test_that_a_root_with_a_margin_says_what_a_click_is_worth_beside_its_price(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(assume(ShopAssumptions(margin=0.4)))
    model = shown(stage, qtbot).roots.model
    tip = model.data(model.index(0, 0), int(Qt.ItemDataRole.ToolTipRole))
    row = {name: model.frame.value(name, 0) for name in ("break_even", "cpc")}
    assert f"is worth {formats.money(row['break_even'])} yuan" in tip
    assert f"costs {formats.money(row['cpc'])}" in tip


def test_that_an_empty_shop_offers_the_import(stage: Stage, qtbot: QtBot) -> None:
    view = shown(stage, qtbot)
    assert view.empty.isVisible()
    with qtbot.waitSignal(stage.context.import_requested):
        view.empty.action.click()


def test_that_words_without_a_common_root_say_so(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("腰果", "A", 10.0, 10.0, 1.0), ("核桃", "A", 10.0, 10.0, 0.0)])
    view = shown(stage, qtbot)
    assert view.empty.isVisible()
    assert view.empty.action.isHidden()


def test_that_strange_words_are_shown_and_break_nothing(stage: Stage, qtbot: QtBot) -> None:
    strange = ["<b>nuts</b> box", "<b>nuts</b> bag", "x" * 500, "x" * 500 + " box", "🥜🥜", "🥜🥜 坚果", "\t\x07坚果\n"]
    stage.add_words([(word, "A", 100.0, 100.0, 2.0) for word in strange])
    view = shown(stage, qtbot)
    for root in list(view.roots.model.frame.keys):
        view.show_target(root)
        assert view.roots.minimumSizeHint().width() + view.words.minimumSizeHint().width() < 1300
    tips = [
        view.roots.model.data(view.roots.model.index(row, 0), int(Qt.ItemDataRole.ToolTipRole))
        for row in range(view.roots.model.rowCount())
    ]
    assert any("nuts" in tip for tip in tips)
