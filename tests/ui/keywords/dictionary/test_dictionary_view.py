from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.app.importing.model import RawSheet
from shopdesk.app.keywords.dictionary import entries, put_entries, refuse, refused, rows_of
from shopdesk.app.keywords.documents import DictionaryTerm, is_compatible
from shopdesk.ui import formats
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from shopdesk.ui.keywords.dictionary.preview import PreviewDialog
from shopdesk.ui.keywords.dictionary.view import QUESTIONS, View
from shopdesk.ui.keywords.page import KeywordsPage
from tests.ui.keywords.dictionary.dictionary_shop import WORDS, shown
from tests.ui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


def texts(view: View, column: str) -> list[str]:
    model = view.lists.grid.model
    return [model.text(row, model.position(column)) for row in range(model.rowCount())]


def type_into(view: View, key: str, column: str, new: Any) -> None:
    """Send what a cell's editor would send."""
    view.lists.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit(key, column, None, new),)))


def asked(view: View) -> list[str]:
    model = view.questions.grid.model
    return [model.text(row, model.position("term")) for row in range(model.rowCount())]


def questions_name(view: View) -> str:
    return next(one.text() for one in view.switch.findChildren(QPushButton) if one.property("key") == QUESTIONS)


def choose(view: View, term: str) -> None:
    model = view.questions.grid.model
    view.questions.grid.view.move_to(asked(view).index(term), model.position("term"))


def test_that_a_name_is_added_to_the_list_shown_with_the_words_that_rest_on_it(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    view.lists.new_name.setText(" 沃得隆 ")
    view.lists.add_button.click()
    assert entries(stage.workspace) == (DictionaryTerm("沃得隆", "competitor"),)
    assert view.lists.new_name.text() == ""
    row = texts(view, "term").index("沃得隆")
    assert (texts(view, "words")[row], texts(view, "cost")[row]) == ("2", "260.00")
    stage.undo.undo()
    assert entries(stage.workspace) == ()
    assert "沃得隆" not in texts(view, "term")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("果", "too short"),
        ("🥜🥜", "no letter or digit"),
        ("<script>alert(1)</script>", "< or >"),
        ("长" * 60, "too long"),
        ("三只松鼠", "already"),
        ("果山里", "own brand and competitor at once"),
    ],
)
def test_that_a_name_that_can_t_go_in_stays_in_its_field_with_the_reason(
    stage: Stage, qtbot: QtBot, text: str, said: str
) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("果山里", "own"), DictionaryTerm("三只松鼠", "competitor")]))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    view.lists.new_name.setText(text)
    view.lists.add_button.click()
    assert said in view.lists.grid.problems.text
    assert view.lists.new_name.text() == text
    assert len(entries(stage.workspace)) == 2


def test_that_spellings_are_edited_in_the_cell_and_a_rename_keeps_them(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("沃隆", "competitor")]))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    type_into(view, "沃隆", "aliases", "wolong、沃龙")
    type_into(view, "沃隆", "term", "沃隆食品")
    assert entries(stage.workspace) == (DictionaryTerm("沃隆食品", "competitor", ("wolong", "沃龙")),)


def test_that_clearing_a_row_empties_its_spellings_but_neither_its_name_nor_what_it_is(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("沃隆", "competitor", ("wolong",))]))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    view.lists.grid.view.select_rows_of(0, 0)
    view.lists.grid.view.actions_.clear()
    assert entries(stage.workspace) == (DictionaryTerm("沃隆", "competitor"),)
    assert "must not be blank" in view.lists.grid.problems.text


def test_that_what_a_term_is_can_be_typed_by_its_name(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("沃隆", "competitor")]))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    model = view.lists.grid.model
    model.setData(model.index(0, model.position("kind")), "Ordinary word")
    assert entries(stage.workspace) == (DictionaryTerm("沃隆", ""),)


def test_that_two_entries_that_would_name_each_other_are_told_at_the_cell(stage: Stage, qtbot: QtBot) -> None:
    kept = [DictionaryTerm("三只松鼠", "competitor", ("松鼠",)), DictionaryTerm("小松鼠", "competitor")]
    stage.workspace.apply(put_entries(kept))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    type_into(view, "小松鼠", "aliases", "松鼠")
    assert "“松鼠” is a spelling of “三只松鼠” already" in view.lists.grid.problems.text
    assert "小松鼠" in view.lists.grid.problems.text
    assert list(entries(stage.workspace)) == kept


def test_that_a_shipped_name_is_confirmed_silenced_and_given_back(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words([*WORDS, ("百草味坚果", "A", 50.0, 90.0, 1.0)])
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    row = texts(view, "term").index("百草味")
    assert texts(view, "origin")[row] == "shipped, please check"
    view.lists.reveal("百草味")
    actions = {action.text(): action for action in view.lists.menu().actions()}
    assert not actions["Remove own entries"].isEnabled()
    actions["Silence (an ordinary word)"].trigger()
    assert entries(stage.workspace) == (DictionaryTerm("百草味", ""),)
    assert "百草味" not in texts(view, "term")
    view.show_panel("ordinary")
    assert texts(view, "term") == ["百草味"]
    view.lists.reveal("百草味")
    next(one for one in view.lists.menu().actions() if one.text() == "Remove own entries").trigger()
    view.show_panel("competitor")
    assert "百草味" in texts(view, "term")


def test_that_confirming_a_shipped_name_as_competitor_makes_it_the_shop_s(stage: Stage, qtbot: QtBot) -> None:
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    view.lists.reveal("百草味")
    menu = view.lists.menu()
    (kinds,) = menu.findChildren(QMenu)
    next(one for one in kinds.actions() if one.text() == "Competitor").trigger()
    assert entries(stage.workspace) == (DictionaryTerm("百草味", "competitor"),)
    assert texts(view, "origin")[0] == "yours"


def test_that_pinyin_becomes_a_spelling_but_short_initials_don_t(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("沃隆", "competitor"), DictionaryTerm("百草味", "competitor")]))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    view.lists.grid.view.select_rows_of(0, 1)
    next(one for one in view.lists.menu().actions() if one.text() == "Add pinyin and initials").trigger()
    assert {row.term: row.aliases for row in entries(stage.workspace)} == {
        "沃隆": ("wolong",),
        "百草味": ("baicaowei", "bcw"),
    }


def test_that_a_refused_name_stands_among_ordinary_words_and_can_be_asked_about_again(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(refuse(["沃得隆"]))
    view = shown(stage, qtbot)
    view.show_panel("ordinary")
    assert texts(view, "term") == ["沃得隆"]
    view.lists.reveal("沃得隆")
    next(one for one in view.lists.menu().actions() if one.text() == "Remove own entries").trigger()
    assert refused(stage.workspace) == ()
    assert "沃得隆" in asked(view)


def test_that_pasted_names_are_previewed_and_go_in_as_one_step(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("果山里", "own")]))
    view = shown(stage, qtbot)
    view.show_panel("competitor")
    QGuiApplication.clipboard().setText("品牌\t别名\n百草味\tbcw\n果山里\t\n<b>\t\n来伊份\t\n")
    view.lists.paste_button.click()
    dialog = view.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    assert [row.term for row in dialog.chosen()] == ["百草味", "来伊份"]
    model = dialog.grid.model
    told = [model.text(row, model.position("what")) for row in range(model.rowCount())]
    assert sum("own brand and competitor at once" in text for text in told) == 1
    dialog.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit("来伊份", "take", True, False),)))
    dialog.take_button.click()
    assert [row.term for row in entries(stage.workspace)] == ["果山里", "百草味"]
    stage.undo.undo()
    assert [row.term for row in entries(stage.workspace)] == ["果山里"]


def test_that_a_file_that_the_export_wrote_brings_the_same_entries(stage: Stage, qtbot: QtBot) -> None:
    kept = [DictionaryTerm("百草味", "competitor", ("bcw",)), DictionaryTerm("果山里", "own")]
    view = shown(stage, qtbot)
    rows = rows_of(kept)
    cells = pa.table({f"c{place}": [row[place] for row in rows] for place in range(len(rows[0]))})
    prepared = SimpleNamespace(sheet=RawSheet("词典", cells), file_issues=())
    importing = SimpleNamespace(prepare=lambda *_args: [prepared])
    stage.context.services = SimpleNamespace(importing=lambda: importing)  # type: ignore[assignment]
    view.read_file(Path("names.xlsx"))
    dialog = view.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    dialog.take_button.click()
    assert list(entries(stage.workspace)) == kept


def test_that_a_file_without_a_table_says_so(stage: Stage, qtbot: QtBot) -> None:
    view = shown(stage, qtbot)
    importing = SimpleNamespace(prepare=lambda *_args: [SimpleNamespace(sheet=None, file_issues=())])
    stage.context.services = SimpleNamespace(importing=lambda: importing)  # type: ignore[assignment]
    view.read_file(Path("names.xlsx"))
    assert view.bar.text() == "“names.xlsx” holds no table."


def test_that_a_question_is_answered_by_its_key_and_the_next_one_waits(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    view.show_panel(QUESTIONS)
    before = asked(view)
    assert "沃得隆" in before
    choose(view, "沃得隆")
    view.activateWindow()
    view.questions.grid.view.setFocus()
    qtbot.waitUntil(view.questions.grid.view.hasFocus)
    with qtbot.waitSignal(view.questions.answered):
        QTest.keyClick(view.questions.grid.view, Qt.Key.Key_2)
    assert entries(stage.workspace) == (DictionaryTerm("沃得隆", "competitor"),)
    assert asked(view) == [term for term in before if term != "沃得隆"]
    view.show_panel("own")
    stage.context.page_requested.connect(lambda _page, target: view.show_target(target[1]))
    stage.undo.undo()
    assert asked(view) == before
    assert view.switch.key() == QUESTIONS
    assert [one.term for one in view.questions.chosen()] == ["沃得隆"]


def test_that_a_refused_question_is_remembered(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    choose(view, "沃得隆")
    view.questions.answers[2].click()
    assert refused(stage.workspace) == ("沃得隆",)
    assert "沃得隆" not in asked(view)


def test_that_a_misspelling_becomes_a_spelling_of_the_name_that_it_resembles(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(put_entries([DictionaryTerm("三只松鼠", "competitor")]))
    view = shown(stage, qtbot)
    choose(view, "三只松薯")
    assert "sounds like “三只松鼠”" in view.questions.evidence.text()
    view.questions.answers[1].click()
    assert entries(stage.workspace) == (DictionaryTerm("三只松鼠", "competitor", ("三只松薯",)),)


def test_that_the_switch_counts_the_questions_that_wait(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    waiting = len(asked(view))
    assert questions_name(view) == f"Is it a brand? ({waiting})"
    view.questions.grid.view.selectAll()
    view.questions.answers[2].click()
    assert questions_name(view) == "Is it a brand?"
    assert view.questions.empty.isVisibleTo(view.questions)


def test_that_the_rule_of_accessory_shops_tells_what_it_moves_before_it_is_switched(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(put_entries([DictionaryTerm("苹果", "competitor")]))
    view = shown(stage, qtbot)
    assert "1 word changes its quadrant: 20.00 yuan" in view.rules.effect.text()
    view.rules.compatible.click()
    assert is_compatible(stage.workspace)
    stage.undo.undo()
    assert not is_compatible(stage.workspace)
    assert not view.rules.compatible.isChecked()


def test_that_a_shop_without_words_keeps_its_dictionaries_and_says_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_entries([DictionaryTerm("果山里", "own")]))
    view = shown(stage, qtbot)
    assert texts(view, "term") == ["果山里"]
    assert texts(view, "words") == ["—"]
    view.show_panel(QUESTIONS)
    with qtbot.waitSignal(stage.context.import_requested):
        view.questions.empty.action.click()


def test_that_every_text_follows_the_language(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = shown(stage, qtbot)
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.lists.add_button.text() == "Add"


def test_that_the_page_tells_how_many_names_wait_before_the_dictionaries_are_opened(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    page = KeywordsPage(stage.context)
    qtbot.addWidget(page)
    page.refresh()
    names = [one.text() for one in page.switch.findChildren(QPushButton) if one.property("key") == "dictionary"]
    assert names == [f"Dictionaries ({len(asked(shown(stage, qtbot)))})"]


# --- teaching
