from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.keywords.advice import Why
from shopdesk.ui import formats
from shopdesk.ui.keywords import advice_wording
from shopdesk.ui.keywords.page import KeywordsPage
from tests.ui.keywords.test_keywords_page import WORDS
from tests.ui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


def test_that_words_without_a_margin_say_above_the_table_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    page = KeywordsPage(stage.context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert "cost list" in page.words.bar.text()
    assert page.words.bar.isVisible()


def test_that_only_what_all_words_lack_is_said() -> None:
    formats.set_language("en")
    assert "no orders or no revenue" in advice_wording.lack([Why.UNTOLD, Why.REVIEW])
    assert advice_wording.lack([Why.NO_MARGIN, Why.UNCLEAR]) == ""
    assert advice_wording.lack([Why.UNCLEAR]) == ""
    assert advice_wording.lack([]) == ""
