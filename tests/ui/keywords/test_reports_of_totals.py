from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.keywords.page import KeywordsPage
from tests.ui.stage import END, Stage


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[KeywordsPage]:
    formats.set_language("en")
    stage = Stage(tmp_path / "totals.shopdesk")
    first = datetime.combine(END - timedelta(days=39), datetime.min.time()).date()
    stage.add(
        "ad_keyword",
        {
            "date": [first, first],
            "date_end": [END, END],
            "campaign": ["A", "A"],
            "keyword": ["坚果", "每日坚果"],
            "impressions": [900.0, 900.0],
            "clicks": [60.0, 40.0],
            "cost": [6000, 4000],
            "ad_orders": [3.0, 1.0],
            "ad_gmv": [27000, 9000],
        },
        kind="wxt_keyword",
    )
    made = KeywordsPage(stage.context)
    qtbot.addWidget(made)
    made.show()
    yield made
    stage.workspace.close()


def test_that_totals_longer_than_the_period_are_named_as_such(page: KeywordsPage) -> None:
    page.context.period = Period.last(days=28, until=END)
    page.refresh()
    assert page.words.grid.model.rowCount() == 0
    assert "are totals" in page.words.bar.text()
    assert "03-22" in page.words.bar.text()


def test_that_a_period_that_holds_the_span_shows_its_words(page: KeywordsPage) -> None:
    page.context.period = None
    page.refresh()
    assert page.words.grid.model.rowCount() == 2
    assert "are totals" not in page.words.bar.text()
