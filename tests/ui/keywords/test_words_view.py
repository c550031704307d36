from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.app.keywords.assumptions import ShopAssumptions
from shopdesk.app.keywords.decisions import DECISIONS, WordDecision, decide
from shopdesk.app.keywords.documents import REFUSED
from shopdesk.app.keywords.saved_views import SAVED_VIEWS
from shopdesk.app.keywords.scatter_lines import scatter_lines
from shopdesk.app.keywords.tags import MARKS
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui import formats
from shopdesk.ui.charts.scatter_places import Places
from shopdesk.ui.grid import finding
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from shopdesk.ui.grid.filters import NumberFilter
from shopdesk.ui.keywords.page import KeywordsPage
from shopdesk.ui.keywords.words.assumptions import AssumptionsDialog
from shopdesk.ui.keywords.words.view import SCATTER, TABLE
from tests.ui.keywords.test_keywords_page import WORDS
from tests.ui.stage import Stage


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
    stage.context.changed.connect(lambda names: made.refresh() if names & made.uses else None)
    return made


def shown(page: KeywordsPage, word: str, column: str) -> str:
    model = page.words.grid.model
    row = model.row_of_key(word)
    assert row is not None
    return model.text(row, model.position(column))


def selected(page: KeywordsPage) -> set[str]:
    return {str(key) for key in page.words.grid.view.selected_keys()}


def loop_around(page: KeywordsPage, *words: str) -> None:
    """Draw a loop around the bubbles of words, as a hand does."""
    chart = page.words.scatter.chart
    places = [chart.data().labels.index(word) for word in words]
    at = [chart.point(place).toPoint() for place in places]
    left, right = min(point.x() for point in at) - 16, max(point.x() for point in at) + 16
    top, bottom = min(point.y() for point in at) - 16, max(point.y() for point in at) + 16
    corners = [QPoint(left, top), QPoint(right, top), QPoint(right, bottom), QPoint(left, bottom), QPoint(left, top)]
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(chart, corner)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=corners[-1])


def test_that_a_loop_in_the_scatter_selects_the_rows_of_the_table(page: KeywordsPage) -> None:
    page.words.show_face(SCATTER)
    loop_around(page, "坚果")
    ringed = {str(key) for key in page.words.scatter.selected_keys()}
    assert "坚果" in ringed
    page.words.show_face(TABLE)
    assert selected(page) == ringed
    page.words.show_face(SCATTER)
    assert page.words.grid.isHidden()


def test_that_the_scatter_shows_the_words_that_the_filters_let_through(page: KeywordsPage) -> None:
    page.words.show_face(SCATTER)
    assert len(page.words.scatter.chart.data().labels) == 6
    page.words.choose_quadrant(Quadrant.COMPETITOR)
    assert [*page.words.scatter.chart.data().labels] == ["三只松鼠坚果"]


def test_that_only_the_selected_words_can_be_shown(page: KeywordsPage) -> None:
    page.words.show_face(SCATTER)
    page.words.scatter.mark({"坚果", "混合坚果"})
    page.words.scatter.only.click()
    assert page.words.grid.model.rowCount() == 2
    page.words.show_face(TABLE)
    page.words.grid.model.clear_filters()
    assert page.words.grid.model.rowCount() == 6


def test_that_a_line_of_the_scatter_stays_where_it_was_put_until_it_is_given_back(
    page: KeywordsPage, stage: Stage, qtbot: QtBot
) -> None:
    page.words.show_face(SCATTER)
    default = page.words.scatter.chart.data().y_axis.line
    page.words.scatter.value_line.setValue(2.5)
    assert page.words.scatter.chart.data().y_axis.line == 2.5
    again = KeywordsPage(stage.context)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    again.words.show_face(SCATTER)
    assert again.words.scatter.chart.data().y_axis.line == 2.5
    again.words.scatter.back.click()
    assert again.words.scatter.chart.data().y_axis.line == default


def test_that_tags_and_notes_typed_in_the_table_are_kept_and_go_back_in_one_step(
    page: KeywordsPage, stage: Stage
) -> None:
    cells = (
        CellEdit("坚果", "tags", None, "送礼, 主推"),
        CellEdit("混合坚果", "tags", None, "送礼"),
        CellEdit("坚果", "note", None, "节后再看"),
    )
    page.words.grid.edited.emit(EditBatch(Action.PASTE, cells))
    assert shown(page, "坚果", "tags") == "送礼, 主推"
    assert shown(page, "坚果", "note") == "节后再看"
    assert stage.workspace.rows(MARKS)[("混合坚果",)].tags == ("送礼",)
    stage.undo.undo()
    assert shown(page, "坚果", "tags") == "—"
    assert not stage.workspace.rows(MARKS)


def test_that_a_tag_on_many_words_is_one_step(page: KeywordsPage, stage: Stage) -> None:
    page.words.edits.add_tag(["坚果", "混合坚果", "坚果礼盒"], "送礼")
    assert shown(page, "坚果礼盒", "tags") == "送礼"
    stage.undo.undo()
    assert not stage.workspace.rows(MARKS)


def test_that_the_library_is_not_computed_again_for_a_tag(page: KeywordsPage) -> None:
    before = page.library()
    page.words.edits.add_tag(["坚果"], "送礼")
    assert page.library() is before


def test_that_a_decision_stands_in_the_table_and_goes_back(page: KeywordsPage, stage: Stage) -> None:
    stage.context.push(decide([WordDecision("坚果", "lower", 138, "2026-05-01T09:00:00")]), "decide")
    assert shown(page, "坚果", "decision") == "Lower to 1.38"
    page.words.edits.take_back(["坚果"])
    assert shown(page, "坚果", "decision") == "—"
    stage.undo.undo()
    assert stage.workspace.rows(DECISIONS)[("坚果",)].bid_fen == 138


def test_that_a_view_of_ones_own_brings_filters_sort_columns_and_card_back(page: KeywordsPage, stage: Stage) -> None:
    words = page.words
    words.grid.model.set_filter("cost", NumberFilter(low=150.0))
    words.grid.view.show_column(words.grid.model.position("tags"), shown=True)
    words.choose_quadrant(Quadrant.CATEGORY)
    words.saved.save("Dear ones")
    rows, columns = words.grid.model.rowCount(), words.grid.view.shown_columns()
    words.choose_quadrant(None)
    words.grid.model.clear_filters()
    words.grid.view.show_column(words.grid.model.position("tags"), shown=False)
    words.saved.show_own(stage.workspace.rows(SAVED_VIEWS)[("Dear ones",)])
    assert words.grid.model.rowCount() == rows
    assert words.grid.view.shown_columns() == columns
    assert words.cards.quadrant is Quadrant.CATEGORY
    assert words.saved.text() == "View: Dear ones ▾"
    words.grid.model.clear_filters()
    assert words.saved.text() == "View: Dear ones * ▾"
    stage.undo.undo()
    assert not stage.workspace.rows(SAVED_VIEWS)


@pytest.mark.parametrize("key", ["top_spend", "earning", "too_dear", "review", "new"])
def test_that_every_shipped_view_names_its_filter_and_can_be_left(page: KeywordsPage, key: str) -> None:
    page.words.saved.show_shipped(key)
    assert len(page.words.grid.chips.chips()) == 1
    page.words.grid.model.clear_filters()
    assert page.words.grid.model.rowCount() == 6


def test_that_new_words_of_a_report_without_a_past_are_not_called_new(page: KeywordsPage) -> None:
    page.words.saved.show_shipped("new")
    assert page.words.grid.model.rowCount() == 0
    assert "Nobody can tell yet" in page.words.bar.text()
    page.words.grid.model.clear_filters()
    assert page.words.bar.text() == ""


NASTY = (
    "<b>坚果</b><img src=x onerror=alert(1)>",
    "坚果" * 250,
    "坚果🥜👨‍👩‍👧 & 礼盒",
    "坚\x07果\u202e礼盒\x00",
    "坚果\n换行\t制表",
    "нут орех くるみ 坚果 nuts",
    "=cmd|'/c calc'!A1",
)


@pytest.fixture
def nasty(stage: Stage, qtbot: QtBot) -> KeywordsPage:
    stage.add_words([*WORDS, *((word, "<i>A</i>", 30.0, 40.0, 1.0) for word in NASTY)])
    made = KeywordsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1366, 614)
    made.show()
    made.refresh()
    return made


def test_that_words_that_look_like_mark_up_or_worse_are_shown_as_they_are(nasty: KeywordsPage) -> None:
    words = nasty.words
    keys = [str(key) for key in words.grid.model.frame.keys]
    assert len(keys) == 5 + len(NASTY)  # what can't be seen makes no other word of 坚果礼盒 and that without it
    for key in keys:
        words.grid.row_changed.emit(key)
        assert words.panel.word == key
        for text in (words.panel.title_label.toolTip(), *(one.toolTip() for one in words.panel.family.links)):
            assert "<b>" not in text
            assert "<img" not in text
        assert "\n" not in words.panel.title_label.text()
        words.panel.grab()
    words.show_face(SCATTER)
    words.scatter.chart._hover(0)
    words.scatter.grab()
    words.edits.add_tag(keys, "<u>送礼</u>")
    words.saved.save("<s>" + "长" * 300)
    assert len(words.saved.text()) <= 30


def test_that_tips_of_cells_are_no_rich_text(nasty: KeywordsPage) -> None:
    model = nasty.words.grid.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            assert not tip or "<b>" not in tip


def test_that_the_panel_accepts_the_advice_and_gives_it_back(page: KeywordsPage, stage: Stage) -> None:
    words = page.words
    library = page.library()
    assert library is not None
    library.words.loc["坚果", "advice"] = "lower"
    library.words.loc["坚果", "advice_step"] = -0.2
    words.grid.row_changed.emit("坚果")
    assert words.panel.accept.text() == "Cut 20 %"
    assert "No report tells the bid" in words.panel.accept.toolTip()
    words.panel.accept.click()
    row = stage.workspace.rows(DECISIONS)[("坚果",)]
    assert (row.bid_fen, row.step) == (None, -0.2)
    assert shown(page, "坚果", "decision") == "Cut 20 %"
    assert not words.panel.accept.isVisible()
    words.panel.taken_back.emit("坚果")
    assert words.panel.accept.isVisible()
    stage.undo.undo()
    stage.undo.undo()
    assert not stage.workspace.rows(DECISIONS)


def test_that_a_word_that_is_left_alone_offers_nothing_to_accept(page: KeywordsPage) -> None:
    page.words.grid.row_changed.emit("混合坚果")
    assert not page.words.panel.accept.isVisible()


def test_that_the_panel_leads_to_relatives(page: KeywordsPage) -> None:
    words = page.words
    words.grid.row_changed.emit("坚果礼盒")
    words.panel.word_wanted.emit("混合坚果")
    assert words.panel.word == "混合坚果"
    words.panel.root_wanted.emit("坚果")
    assert words.grid.model.rowCount() == 6


def test_that_tags_and_note_of_the_panel_are_kept_for_their_word(page: KeywordsPage, stage: Stage) -> None:
    words = page.words
    words.grid.row_changed.emit("坚果")
    words.panel.marks.tags.setText("送礼，主推")
    words.panel.marks.tags.editingFinished.emit()
    words.panel.marks.note.setPlainText("节后再看")
    words.panel.marks.note.left.emit()
    row = stage.workspace.rows(MARKS)[("坚果",)]
    assert (row.tags, row.note) == (("送礼", "主推"), "节后再看")
    words.panel.marks.tags.setText("x" * 40)
    words.panel.marks.tags.editingFinished.emit()
    assert stage.workspace.rows(MARKS)[("坚果",)].tags == ("送礼", "主推")


def test_that_a_term_that_is_no_brand_is_remembered_so(page: KeywordsPage, stage: Stage) -> None:
    page.words.panel.term_named.emit("混合", "")
    assert stage.workspace.rows(REFUSED)
    stage.undo.undo()
    assert not stage.workspace.rows(REFUSED)


def test_that_the_panel_tells_what_hands_have_done(page: KeywordsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    words = page.words
    words.grid.row_changed.emit("坚果")
    monkeypatch.setattr(words.edits, "_clock", lambda: datetime(2026, 5, 1, 9, 0))
    words.panel.quadrant_chosen.emit("坚果", "brand")
    monkeypatch.setattr(words.edits, "_clock", lambda: datetime(2026, 5, 1, 9, 5))
    words.panel.rule_wanted.emit("坚果")
    text = words.panel.history._lines.text()
    assert text.splitlines() == ["2026-05-01 09:05  Brand → back to the rule", "2026-05-01 09:00  Category → Brand"]


def test_that_searching_while_the_scatter_is_shown_brings_the_table_to_the_front(page: KeywordsPage) -> None:
    page.words.show_face(SCATTER)
    page.find_target().show_find()
    assert page.words.face() == TABLE
    assert page.words.grid.isVisible()


def test_that_a_shop_without_orders_gets_no_picture_and_no_return_but_a_reason(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([("坚果", "A", 12.0, 20.0, 0.0), ("每日坚果", "A", 7.0, 9.0, 0.0)])
    made = KeywordsPage(stage.context)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    made.words.show_face(SCATTER)
    assert "No word has won an order" in made.words.scatter.nothing.text()
    assert made.words.scatter.chart.isHidden()
    card = made.words.cards.cards[Quadrant.CATEGORY]
    assert "ROI —" in card.accessibleName()
    assert "too little to judge" in card.interval_text()


def test_that_a_dragged_line_is_remembered_and_the_other_stays_where_it_is_by_itself(
    page: KeywordsPage, stage: Stage
) -> None:
    page.words.show_face(SCATTER)
    chart = page.words.scatter.chart
    at = Places.of(chart.data(), chart.rect().toRectF()).line("y")
    assert at is not None
    start = QPoint(chart.width() - 40, round(at))
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart, start + QPoint(0, 40))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 40))
    kept = scatter_lines(stage.workspace)
    assert kept.ctr is None
    assert kept.value == pytest.approx(chart.data().y_axis.line)
    assert page.words.scatter.back.isVisible()


def chain(page: KeywordsPage) -> list[QWidget]:
    first = page.window()
    found, one = [], first.nextInFocusChain()
    while one is not None and one is not first:
        found.append(one)
        one = one.nextInFocusChain()
    return found


def test_that_tab_follows_the_eye_in_table_and_scatter(page: KeywordsPage) -> None:
    order, words = chain(page), page.words
    table = [*words.cards.cards.values(), words.saved, words.more, words.grid.view, words.panel.accept]
    assert [order.index(one) for one in table] == sorted(order.index(one) for one in table)
    card = words.scatter
    scatter = [*words.cards.cards.values(), card.only, card.clear, card.ctr_line, card.value_line, card.chart]
    assert [order.index(one) for one in scatter] == sorted(order.index(one) for one in scatter)


def test_that_the_advice_follows_what_the_shop_assumes_until_undone(page: KeywordsPage, stage: Stage) -> None:
    assert shown(page, "坚果", "break_even") == "—"
    dialog = AssumptionsDialog(ShopAssumptions(), known=None, parent=page)
    assert dialog.row() == ShopAssumptions()
    dialog.margin.setValue(40.0)
    dialog.spend.setValue(1.4)
    page.words.assumptions.store(dialog.row())
    library = page.library()
    assert library is not None
    assert (library.assumed.margin, library.assumed.spend) == (0.4, 1.4)
    assert shown(page, "坚果", "break_even") != "—"
    page.words._row_chosen("坚果")
    assert "as you set it" in page.words.panel.worth._price.text()
    stage.undo.undo()
    assert shown(page, "坚果", "break_even") == "—"


def test_that_assumptions_go_back_to_what_is_shipped(page: KeywordsPage) -> None:
    own = ShopAssumptions(spend=1.2, cpc=0.5, margin=0.25, brand=1.0, long_tail=0.8)
    dialog = AssumptionsDialog(own, known=None, parent=page)
    assert dialog.row() == own
    dialog.reset.click()
    assert dialog.row() == ShopAssumptions()


def test_that_in_a_large_library_what_find_and_sorting_look_up_is_made_beside_the_window(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "LARGE", 3)
    stage.add_words(WORDS)
    page = KeywordsPage(stage.context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    model = page.words.grid.model
    assert all(finding.is_ready(model, column) for column in model.columns if column.visible)
    model.frame.forget_texts()
    assert not all(finding.is_ready(model, column) for column in model.columns if column.visible)
    QApplication.sendEvent(page.words, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: all(finding.is_ready(model, column) for column in model.columns if column.visible))
