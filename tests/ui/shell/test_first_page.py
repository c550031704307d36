"""What the window shows before a shop is open."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from shopdesk.app.settings import Settings
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.session import Session


def window(qtbot: QtBot, *, expects_shop: bool) -> MainWindow:
    made = MainWindow(Session(Settings()), expects_shop=expects_shop)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_without_a_shop_the_first_page_offers_the_ways_to_begin(qtbot: QtBot) -> None:
    made = window(qtbot, expects_shop=False)
    assert made.stack.currentWidget() is made.first_run


def test_that_the_shop_of_the_last_time_is_awaited_without_offering_to_begin(qtbot: QtBot) -> None:
    made = window(qtbot, expects_shop=True)
    made.tabs.setCurrentIndex(1)
    assert made.stack.currentWidget() is made.hosts["keywords"]
    assert not made.has_first_run


def test_that_a_refused_shop_brings_the_first_page_and_tells_who_connects_it(qtbot: QtBot) -> None:
    made = window(qtbot, expects_shop=True)
    with qtbot.waitSignal(made.first_run_made):
        made.session.refused.emit("damaged", Path("坚果.shopdesk"), "workspace_damaged")
    assert made.stack.currentWidget() is made.first_run
