"""With a million words a library fills a gigabyte: one that another has replaced is held by nothing."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.keywords import library
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.keywords.page import VIEWS, KeywordsPage
from shopdesk.ui.keywords.words.view import SCATTER, TABLE
from tests.ui.keywords.test_keywords_page import WORDS
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    made.add_words(WORDS)
    yield made
    made.workspace.close()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> KeywordsPage:
    """The page after every view was shown once, the picture of words and a word in full, too."""
    made = KeywordsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1366, 614)
    made.show()
    made.refresh()
    for name in VIEWS:
        made.show_view(name)
    made.show_view("words")
    made.words.show_face(SCATTER)
    made.words.show_face(TABLE)
    made.words.grid.row_changed.emit("坚果")
    return made


def held(page: KeywordsPage) -> weakref.ref[Library]:
    shown = page.library()
    assert shown is not None
    return weakref.ref(shown)


def is_alive(before: weakref.ref[Library]) -> bool:
    gc.collect()
    return before() is not None


@pytest.mark.parametrize("name", VIEWS)
def test_that_no_view_holds_the_library_before_a_label_by_hand(page: KeywordsPage, name: str) -> None:
    page.show_view(name)
    before = held(page)
    page.words.edits.set_quadrant(["坚果"], Quadrant.BRAND)
    page.refresh()
    assert page.library() is not before()
    assert not is_alive(before)


def test_that_a_large_study_is_never_searched_for_garbage_and_goes_when_facts_change(
    stage: Stage, page: KeywordsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "LARGE", 0)
    frozen = gc.get_freeze_count()
    stage.add_words([("坚果大礼包", "A", 900.0, 2000.0, 40.0)])
    page.refresh()
    try:
        assert gc.get_freeze_count() > frozen
        before = held(page)
        stage.add_words([("坚果小礼包", "A", 90.0, 200.0, 4.0)])
        page.refresh()
        assert before() is None
    finally:
        gc.unfreeze()


def test_that_a_hidden_panel_or_picture_holds_no_library_before(stage: Stage, page: KeywordsPage) -> None:
    page.words.panel.hide()
    before = held(page)
    stage.context.period = Period(END, END)
    page.refresh()
    assert not is_alive(before)


def test_that_a_picture_that_is_looked_at_draws_the_new_words_and_keeps_its_choice(
    stage: Stage, page: KeywordsPage
) -> None:
    page.words.show_face(SCATTER)
    page.words.scatter.mark(["混合坚果"])
    stage.add_words([("坚果大礼包", "A", 900.0, 2000.0, 40.0)])
    before = held(page)
    page.refresh()
    assert page.words.scatter.selected_keys() == ["混合坚果"]
    assert len(page.words.scatter.chart.data().labels) == 7
    assert not is_alive(before)


def test_that_a_change_asked_for_before_its_proposal_is_made_is_shown_then(page: KeywordsPage) -> None:
    word = next(iter(words_of_changes(page)))
    page.words.edits.set_quadrant(["坚果"], Quadrant.BRAND)
    page.refresh()
    grid = page.views["rebuild"].find_target()
    grid.view.clearSelection()
    page.show_view("rebuild", word)
    assert [grid.model.frame.value("word", grid.model.frame.place(key)) for key in grid.view.selected_keys()] == [word]


def words_of_changes(page: KeywordsPage) -> list[str]:
    model = page.views["rebuild"].find_target().model
    return [str(model.frame.value("word", at)) for at in model.order]
