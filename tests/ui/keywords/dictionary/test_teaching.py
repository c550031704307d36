from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from shopdesk.app.keywords.dictionary import entries, put_entries
from shopdesk.app.keywords.documents import DictionaryTerm, set_quadrant
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.ui import formats
from shopdesk.ui.keywords.dictionary.lesson_dialog import LessonDialog
from shopdesk.ui.keywords.words.view import WordsView
from tests.ui.keywords.dictionary.dictionary_shop import WORDS, answered
from tests.ui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


def words_shown(stage: Stage, qtbot: QtBot) -> WordsView:
    view = WordsView(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    stage.context.changed.connect(lambda _names: view.show_library(answered(stage)))
    view.show_library(answered(stage))
    return view


def lesson_dialog(view: WordsView) -> LessonDialog:
    dialog = view.findChild(LessonDialog)
    assert isinstance(dialog, LessonDialog)
    return dialog


def fill(dialog: LessonDialog, *, name: str, kind: TermKind, spellings: str = "") -> None:
    """Put into the fields what hands would, keys of Chinese signs included."""
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))
    dialog.spellings.setText(spellings)
    dialog.name.setText(name)
    dialog.name.textEdited.emit(name)


def press_offer(view: WordsView) -> LessonDialog:
    view.teach_bar._verbs[0].click()
    return lesson_dialog(view)


def test_that_a_label_by_hand_offers_what_it_teaches_and_nothing_happens_by_itself(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = words_shown(stage, qtbot)
    view.edits.set_quadrant(["沃得隆坚果"], Quadrant.BRAND)
    assert "“沃得隆”" in view.teach_bar.text()
    assert "1 other word changes" in view.teach_bar.text()
    assert entries(stage.workspace) == ()
    dialog = press_offer(view)
    model = dialog.grid.model
    assert [[model.text(0, model.position(name)) for name in ("word", "before", "after", "cost")]] == [
        ["沃得隆腰果", "Competitor", "Brand", "160.00"]
    ]
    dialog.store.click()
    assert entries(stage.workspace) == (DictionaryTerm("沃得隆", "own"),)
    assert view.teach_bar.text() == ""
    assert answered(stage).answer.study.labels["沃得隆腰果"].quadrant is Quadrant.BRAND


def test_that_labels_of_one_step_that_teach_two_names_offer_one_after_the_other(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = words_shown(stage, qtbot)
    view.edits.set_quadrant(["沃得隆坚果", "三只松薯坚果"], Quadrant.BRAND)
    press_offer(view).store.click()
    assert "“三只松薯”" in view.teach_bar.text()
    assert [row.term for row in entries(stage.workspace)] == ["沃得隆"]


def test_that_an_offer_goes_when_its_label_is_taken_back(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = words_shown(stage, qtbot)
    view.edits.set_quadrant(["沃得隆坚果"], Quadrant.BRAND)
    assert view.teach_bar.text()
    stage.undo.undo()
    assert view.teach_bar.text() == ""


def test_that_a_label_that_the_rules_give_anyway_offers_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = words_shown(stage, qtbot)
    same = answered(stage).answer.study.labels["坚果"].quadrant
    view.edits.set_quadrant(["坚果"], same)
    assert view.teach_bar.text() == ""


def test_that_the_entry_can_be_mended_before_it_is_stored(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(put_entries([DictionaryTerm("果山里", "own")]))
    view = words_shown(stage, qtbot)
    view.panel.teach_wanted.emit("沃得隆坚果")
    dialog = lesson_dialog(view)
    fill(dialog, name="沃得隆", kind=TermKind.OWN, spellings="沃德隆, wodelong")
    assert not dialog.store.isEnabled()  # not before it is known what the entry changes
    qtbot.waitUntil(dialog.store.isEnabled)
    assert dialog.grid.model.rowCount() == 2
    dialog.store.click()
    assert entries(stage.workspace)[1:] == (DictionaryTerm("沃得隆", "own", ("沃德隆", "wodelong")),)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_that_a_name_typed_that_the_shop_has_keeps_its_other_spellings(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(put_entries([DictionaryTerm("百草味", "competitor", ("bcw",), note="对手")]))
    view = words_shown(stage, qtbot)
    view.panel.teach_wanted.emit("每日坚果")
    dialog = lesson_dialog(view)
    fill(dialog, name="百草味", kind=TermKind.COMPETITOR, spellings="百草昧")
    qtbot.waitUntil(dialog.store.isEnabled)
    dialog.store.click()
    assert entries(stage.workspace) == (DictionaryTerm("百草味", "competitor", ("bcw", "百草昧"), note="对手"),)


def test_that_the_name_that_the_rules_see_in_a_word_is_suggested(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    view = words_shown(stage, qtbot)
    view.panel.teach_wanted.emit("沃得隆坚果")
    dialog = lesson_dialog(view)
    assert dialog.entry() == DictionaryTerm("沃得隆", "competitor")


def test_that_a_taught_rival_that_is_the_own_brand_is_refused_in_the_dialog(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(put_entries([DictionaryTerm("果山里", "own", ("沃得隆",))]))
    view = words_shown(stage, qtbot)
    view.panel.teach_wanted.emit("每日坚果")
    dialog = lesson_dialog(view)
    fill(dialog, name="沃得隆", kind=TermKind.COMPETITOR)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "own brand and competitor at once" in dialog.problem.text()
    assert not dialog.store.isEnabled()
    dialog.accept()
    assert len(entries(stage.workspace)) == 1


def test_that_words_labelled_elsewhere_by_hand_stay_out_of_what_changes(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    stage.workspace.apply(set_quadrant(["沃得隆腰果"], Quadrant.LONG_TAIL))
    view = words_shown(stage, qtbot)
    view.edits.set_quadrant(["沃得隆坚果"], Quadrant.BRAND)
    dialog = press_offer(view)
    assert dialog.grid.model.rowCount() == 0
    assert "No word of the imported reports changes" in dialog.effect.text()
