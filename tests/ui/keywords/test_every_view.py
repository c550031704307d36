from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.ui import formats
from shopdesk.ui.keywords.page import VIEWS, KeywordsPage
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
    made = KeywordsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1366, 614)
    made.show()
    made.refresh()
    return made


def words_shown(page: KeywordsPage, name: str) -> str:
    view = page.views[name]
    return " ".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("name", VIEWS)
def test_that_every_view_of_an_empty_shop_says_what_goes_there(page: KeywordsPage, name: str) -> None:
    page.show_view(name)
    assert page.stack.currentWidget() is page.views[name]
    assert len(words_shown(page, name)) > 20
    assert page.view_name() == name


@pytest.mark.parametrize("name", VIEWS)
def test_that_every_view_follows_words_language_and_another_shop(page: KeywordsPage, stage: Stage, name: str) -> None:
    page.show_view(name)
    stage.add_words(WORDS)
    page.refresh()
    page.words.edits.add_tag(["坚果"], "送礼")
    page.refresh()
    QCoreApplication.sendEvent(page.views[name], QEvent(QEvent.Type.LanguageChange))
    QCoreApplication.sendEvent(page.views[name], QEvent(QEvent.Type.PaletteChange))
    page.grab()
    stage.context.workspace_replaced.emit()
    assert set(page.views) == {"words"}
    assert page.view_name() == "words"


def test_that_the_switch_names_every_view(page: KeywordsPage) -> None:
    texts = [button.text() for button in page.switch.findChildren(QPushButton)]
    assert len(texts) == len(VIEWS)
    assert all(texts)


def test_that_a_word_with_the_name_of_a_view_is_shown_as_a_word(page: KeywordsPage, stage: Stage) -> None:
    stage.add_words([*WORDS, ("titles", "A", 10.0, 10.0, 0.0)])
    page.refresh()
    page.show_target(("words", "titles"))
    assert page.view_name() == "words"
    assert page.words.panel.word == "titles"
