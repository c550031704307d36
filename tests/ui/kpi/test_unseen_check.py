"""The check after an import while another tab is shown: the number on the tab is true, nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.changes import ActivateImports
from shopdesk.ui import formats
from shopdesk.ui.kpi.page import KpiPage
from tests.ui.kpi.board_page import page_of
from tests.ui.stage import END, Stage

LAST_DAYS = 3


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.add_shop(days=150)
    yield made
    made.workspace.close()


def page_and_told(stage: Stage, qtbot: QtBot) -> tuple[KpiPage, list[int]]:
    """Return the page as shown, and the numbers that it puts on its tab from now on."""
    page = page_of(stage, qtbot)
    told: list[int] = []
    stage.context.badge_changed.connect(lambda name, count, _what: told.append(count) if name == "kpi" else None)
    return page, told


def add_slump(stage: Stage) -> str:
    dates = [END - timedelta(days=place) for place in range(LAST_DAYS)]  # a later export of the same days
    return stage.add(
        "shop_daily",
        {
            "date": dates,
            "date_end": dates,
            "pay_amount": [20 * 8800] * LAST_DAYS,
            "pay_buyers": [20.0] * LAST_DAYS,
            "visitors": [3000.0] * LAST_DAYS,
        },
        kind="sycm_shop_daily_2023",
    )


def test_that_an_import_behind_another_tab_is_checked_without_drawing(stage: Stage, qtbot: QtBot) -> None:
    page, told = page_and_told(stage, qtbot)
    before = page.overview.tiles.tile("pay_amount").accessibleName()
    page.hide()
    add_slump(stage)
    assert not told  # the shown tab goes first
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] > 0
    assert page.overview.tiles.tile("pay_amount").accessibleName() == before
    page.show()
    page.refresh()
    assert "1,760" in page.overview.tiles.tile("pay_amount").accessibleName()
    assert page.overview.alerts is not None
    assert page.overview.alerts.cards


def test_that_an_import_behind_another_view_is_checked_as_well(stage: Stage, qtbot: QtBot) -> None:
    page, told = page_and_told(stage, qtbot)
    page.show_view("targets")
    add_slump(stage)
    page.refresh()  # the host refreshes what is shown
    assert told
    assert told[-1] > 0


def test_that_taking_back_all_figures_takes_the_number_off(stage: Stage, qtbot: QtBot) -> None:
    slump = add_slump(stage)
    page, told = page_and_told(stage, qtbot)
    page.hide()
    stage.workspace.apply(ActivateImports({slump: False, "shop_daily-0": False}))
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] == 0


def test_that_a_page_that_comes_back_before_the_check_reads_only_once(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shopdesk.ui.kpi import page as module

    page, _told = page_and_told(stage, qtbot)
    reads: list[object] = []
    found = module.find_board
    monkeypatch.setattr(module, "find_board", lambda *given: reads.append(given) or found(*given))
    page.hide()
    add_slump(stage)
    page.show()
    page.refresh()
    qtbot.wait(module.UNSEEN_WAIT_MS + 100)
    assert len(reads) == 1
