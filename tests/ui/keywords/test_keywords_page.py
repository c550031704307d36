from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.documents import DICTIONARY, HAND_LABELS
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.page import KeywordsPage
from tests.ui.stage import Stage

WORDS = [
    ("坚果", "A", 400.0, 700.0, 9.0),
    ("每日坚果", "A", 300.0, 500.0, 8.0),
    ("每日坚果", "B", 100.0, 100.0, 3.0),
    ("坚果礼盒", "A", 100.0, 160.0, 4.0),
    ("三只松鼠坚果", "A", 90.0, 150.0, 1.0),
    ("孕妇坚果无添加", "B", 20.0, 22.0, 0.0),
    ("混合坚果", "A", 50.0, 70.0, 2.0),
]


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> KeywordsPage:
    stage.add_words(WORDS)
    made = KeywordsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1366, 614)
    made.show()
    made.refresh()
    return made


def shown(page: KeywordsPage, word: str, column: str) -> object:
    frame = page.words.grid.model.frame
    place = frame.place(word)
    assert place is not None
    return frame.value(column, place)


def reason_of(page: KeywordsPage, word: str) -> str:
    row = page.words.grid.model.row_of_key(word)
    assert row is not None
    return page.words.grid.model.text(row, page.words.grid.model.position("reason"))


def test_that_an_empty_shop_offers_the_import(stage: Stage, qtbot: QtBot) -> None:
    empty = KeywordsPage(stage.context)
    qtbot.addWidget(empty)
    empty.show()
    empty.refresh()
    assert empty.words.empty.isVisible()
    with qtbot.waitSignal(stage.context.import_requested):
        empty.words.empty.action.click()


def test_that_no_view_says_there_are_no_words_before_they_are_read(stage: Stage, qtbot: QtBot) -> None:
    class LaterJobs:
        def __init__(self) -> None:
            self.started: list[Callable[[], None]] = []

        def start(self, _name: str, work: Any, done: Any, _failed: Any = None) -> Callable[[], None]:
            self.started.append(lambda: done(work(SILENT)))
            return lambda: None

    jobs = LaterJobs()
    stage.add_words(WORDS)
    stage.context.jobs = jobs
    page = KeywordsPage(stage.context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.waiting.isVisible()
    assert not page.words.empty.isVisible()
    page.waiting.action.click()  # as after a cancel
    jobs.started[-1]()
    assert not page.waiting.isVisible()
    assert page.words.grid.isVisible()


def test_that_words_are_summed_over_plans_and_labelled_with_reasons(page: KeywordsPage) -> None:
    assert shown(page, "每日坚果", "clicks") == 400.0
    assert shown(page, "三只松鼠坚果", "quadrant") == "competitor"
    assert "三只松鼠" in reason_of(page, "三只松鼠坚果")
    assert shown(page, "孕妇坚果无添加", "quadrant") == "long_tail"


def test_that_a_word_without_orders_has_a_value_and_a_wide_interval(page: KeywordsPage) -> None:
    low, high = shown(page, "孕妇坚果无添加", "value_low"), shown(page, "孕妇坚果无添加", "value_high")
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert 0 < low < high
    assert shown(page, "孕妇坚果无添加", "orders") == 0.0


def test_that_break_even_is_a_dash_until_costs_are_there(page: KeywordsPage) -> None:
    column = page.words.grid.model.position("break_even")
    assert page.words.grid.model.text(0, column) == "—"
    assert "cost list" in page.words.cards.cards[Quadrant.CATEGORY].toolTip()


def test_that_a_card_filters_the_table_and_again_shows_all(page: KeywordsPage) -> None:
    page.words.cards.cards[Quadrant.COMPETITOR].clicked.emit("competitor")
    assert page.words.grid.model.rowCount() == 1
    assert page.words.cards.cards[Quadrant.COMPETITOR].is_chosen()
    page.words.cards.cards[Quadrant.COMPETITOR].clicked.emit("competitor")
    assert page.words.grid.model.rowCount() == 6
    page.words.choose_quadrant(Quadrant.CATEGORY)
    page.words.grid.model.clear_filters()
    assert not page.words.cards.cards[Quadrant.CATEGORY].is_chosen()


def test_that_a_quadrant_set_by_hand_is_one_step_that_can_be_undone(stage: Stage, page: KeywordsPage) -> None:
    page.words.edits.set_quadrant(["坚果", "每日坚果"], Quadrant.BRAND)
    page.refresh()
    assert shown(page, "坚果", "quadrant") == "brand"
    assert "by hand" in reason_of(page, "坚果")
    stage.undo.undo()
    page.refresh()
    assert shown(page, "坚果", "quadrant") == "category"
    assert not stage.workspace.rows(HAND_LABELS)


def test_that_a_pasted_column_of_quadrants_is_one_step(stage: Stage, page: KeywordsPage) -> None:
    cells = tuple(CellEdit(word, "quadrant", "category", "long_tail") for word in ("坚果", "混合坚果"))
    page.words.grid.edited.emit(EditBatch(Action.PASTE, cells))
    page.refresh()
    assert shown(page, "混合坚果", "quadrant") == "long_tail"
    stage.undo.undo()
    assert not stage.workspace.rows(HAND_LABELS)


def test_that_a_hand_label_survives_a_new_import_and_clearing_gives_it_back(stage: Stage, page: KeywordsPage) -> None:
    page.words.edits.set_quadrant(["三只松鼠坚果"], Quadrant.CATEGORY)
    stage.add_words([("三只松鼠坚果", "C", 10.0, 9.0, 0.0)])
    page.refresh()
    assert shown(page, "三只松鼠坚果", "quadrant") == "category"
    page.words.grid.edited.emit(EditBatch(Action.CLEAR, (CellEdit("三只松鼠坚果", "quadrant", "category", None),)))
    page.refresh()
    assert shown(page, "三只松鼠坚果", "quadrant") == "competitor"


def test_that_the_word_panel_tells_label_worth_weeks_and_places(page: KeywordsPage, qtbot: QtBot) -> None:
    page.words.grid.row_changed.emit("每日坚果")
    assert page.words.panel.isVisible()
    texts = " ".join(label.text() for label in page.words.panel.findChildren(QLabel))
    assert "每日坚果" in texts
    assert "11 orders / 400 clicks" in texts
    assert "B · unit" in texts
    with qtbot.waitSignal(page.words.panel.quadrant_chosen):
        page.words.panel.label.quadrant.activated.emit(0)
    page.refresh()
    assert shown(page, "每日坚果", "quadrant") == "brand"


def test_that_an_answered_question_becomes_a_dictionary_entry(stage: Stage, page: KeywordsPage) -> None:
    page.words.panel.term_named.emit("混合", "competitor")
    page.refresh()
    assert shown(page, "混合坚果", "quadrant") == "competitor"
    stage.undo.undo()
    page.refresh()
    assert shown(page, "混合坚果", "quadrant") == "category"
    assert not stage.workspace.rows(DICTIONARY)


def test_that_totals_are_sums_and_ratios_of_sums(page: KeywordsPage) -> None:
    row = page.words.grid.total_row
    assert row is not None
    assert row.text("clicks") == "1,060"
    assert row.text("cpc") == f"{1702 / 1060:.2f}"
    assert row.text("word") == "Total 6 words"


def test_that_a_period_without_words_says_which_days_there_are(stage: Stage, page: KeywordsPage) -> None:
    stage.context.period = Period(date(2025, 1, 1), date(2025, 1, 31))
    page.refresh()
    assert page.words.grid.model.rowCount() == 0
    assert "01-01 – 01-31" in page.words.bar.text()
    assert "04-30" in page.words.bar.text()
    stage.context.period = None
    page.refresh()
    assert "There are no words" not in page.words.bar.text()


def test_that_the_exported_table_holds_what_is_shown_as_numbers(page: KeywordsPage) -> None:
    page.words.choose_quadrant(Quadrant.COMPETITOR)
    sheet = sheet_of(page.words.grid.view, name="Words")
    heads = [column.header for column in sheet.columns]
    row = dict(zip(heads, sheet.rows[0], strict=True))
    assert len(sheet.rows) == 1
    assert (row["Word"], row["Quadrant and reason"], row["Clicks"]) == ("三只松鼠坚果", "Competitor", 90)
    assert row["Spend ¥"] == 150.0
    assert row["Max CPC"] is None
