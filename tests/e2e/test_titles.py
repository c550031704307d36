"""An operator mends a title in the real window: proposal, what is true, draft, proof; then starts the program again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from shopdesk import cli
from shopdesk.app.titles.documents import DRAFTS, PROOFS
from shopdesk.ui.driver import Driver
from shopdesk.ui.keywords.page import KeywordsPage
from shopdesk.ui.keywords.titles.view import View
from tests.e2e.test_thin_shops import SHOPS, shown_texts

Start = Callable[[], Driver]


def titles_of(driver: Driver) -> View:
    page = cast("KeywordsPage", driver.show_page("keywords"))
    page.show_view("titles")
    driver.wait("the titles", lambda: "titles" in page.views)
    driver.settle()
    return cast("View", page.views["titles"])


def test_that_a_title_is_put_together_kept_proven_and_there_again_after_a_restart(start: Start) -> None:
    driver = start()
    driver.open_sample()
    view = titles_of(driver)
    composer = view.composer
    item = composer.item
    assert item in composer.found.titles  # type: ignore[union-attr]
    first = composer.proposals[0]
    composer.say_fit(first.unconfirmed[0], fits=False)
    driver.settle()
    assert all(first.unconfirmed[0] not in one.title for one in composer.proposals)
    composer.offers.view.move_to(0, 0)
    composer.use.click()
    title = composer.current_title()
    assert title != item
    composer.keep.click()
    view.show_panel("check")
    view.checker.paste.setPlainText(f"{title}\n明星同款{item}\n国家级{item}")
    view.checker.run.click()
    driver.settle()
    view.checker.grid.view.move_to(1, 0)
    view.checker.proof.source.setText("合同 12")
    view.checker.proof.keep.click()
    driver.settle()
    view.show_panel("match")
    driver.settle()
    assert view.matcher.items.model.rowCount() == len(composer.found.titles)  # type: ignore[union-attr]
    driver.raise_failures()

    again = start()
    again.wait("the shop of before", lambda: again.session.workspace is not None)
    workspace = again.session.workspace
    assert workspace is not None
    assert [row.title for row in workspace.rows(DRAFTS).values()] == [title]
    assert [row.source for row in workspace.rows(PROOFS).values()] == ["合同 12"]
    view = titles_of(again)
    view.composer.open_item(item)
    assert view.composer.current_title() == title
    again.raise_failures()


@pytest.mark.parametrize("name", ["one day", "only orders", "only keywords"])
def test_that_titles_of_a_thin_shop_say_something_true(start: Start, tmp_path: Path, name: str) -> None:
    shop = tmp_path / "薄 店.shopdesk"
    for number, text in enumerate(SHOPS[name]):
        report = tmp_path / f"报表 {number}.csv"
        report.write_text(text, encoding="utf-8-sig")
        assert cli.main(["import", str(report), "--workspace", str(shop)]) == cli.OK
    driver = start()
    driver.open(shop)
    driver.window.resize(1366, 738)
    view = titles_of(driver)
    for panel in view.panels:
        view.show_panel(panel)
        driver.settle()
        texts = shown_texts(view)
        assert texts
        assert not [text for text in texts if re.search(r"\bnan\b|\binf\b|None|NaT|\{[a-z]+\}", text, re.IGNORECASE)]
        assert driver.window.width() == 1366, panel
        view.grab()
    driver.raise_failures()
