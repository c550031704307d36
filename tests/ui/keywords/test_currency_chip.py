from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.ui import formats
from shopdesk.ui.keywords.currency import count_abroad
from shopdesk.ui.keywords.page import KeywordsPage
from shopdesk.ui.keywords.rebuild.view import View
from tests.ui.stage import END, Stage

WORD: dict[str, Any] = {
    "date": [END], "date_end": [END], "campaign": ["A"], "adgroup": ["unit"], "keyword": ["nuts"],
    "impressions": [900.0], "clicks": [90.0], "cost": [9000], "ad_orders": [3.0], "ad_gmv": [27000],
}  # fmt: skip


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()
    count_abroad(is_so=False)


def page_of(stage: Stage, qtbot: QtBot) -> KeywordsPage:
    page = KeywordsPage(stage.context)
    qtbot.addWidget(page)
    page.resize(1366, 614)
    page.show()
    page.refresh()
    return page


def headers(page: KeywordsPage) -> set[str]:
    page.show_view("rebuild")
    rebuild = page.views["rebuild"]
    assert isinstance(rebuild, View)
    return {column.header() for panel in (page.words.grid, rebuild.grid) for column in panel.model.columns}


def test_that_amounts_of_accounts_abroad_are_not_left_as_yuan(stage: Stage, qtbot: QtBot) -> None:
    stage.add("ad_keyword", WORD, kind="gads_keywords", platform="google_ads")
    page = page_of(stage, qtbot)
    assert page.currency.isVisible()
    assert page.currency.text() == "Google Ads: amounts in the account's currency"
    assert "one currency" not in page.currency.toolTip()
    stage.add("ad_keyword", WORD, kind="msads_keywords", platform="microsoft_ads")
    page.refresh()
    assert "one currency" in page.currency.toolTip()
    assert {"Spend ¤", "28 days ≈ ¤"} <= headers(page)
    assert not [name for name in headers(page) if "¥" in name]
    assert "180 ¤" in " ".join(card.spend_text() for card in page.words.cards.cards.values())


def test_that_a_shop_that_counts_in_yuan_reads_nothing_of_currencies(stage: Stage, qtbot: QtBot) -> None:
    stage.add("ad_keyword", WORD, kind="wxt_keyword")
    stage.add("ad_keyword", WORD, kind="gads_keywords", platform="google_ads")
    page = page_of(stage, qtbot)
    assert not page.currency.isVisible()
    assert "Spend ¥" in headers(page)
    assert not [name for name in headers(page) if "¤" in name]
