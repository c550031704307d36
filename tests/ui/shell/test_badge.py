"""The number on a tab: what waits there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from shopdesk.app.settings import Settings
from shopdesk.ui.cards import Chip
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.session import Session


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Session(Settings()), expects_shop=True)
    qtbot.addWidget(made)
    made.show()
    return made


def badge(window: MainWindow) -> str | None:
    chip = window.tabs.tabButton(0, QTabBar.ButtonPosition.RightSide)
    return chip.text() if isinstance(chip, Chip) else None


def test_that_a_tab_says_how_many_things_wait_there_until_none_do(window: MainWindow) -> None:
    context = window.session.context
    context.badge_changed.emit("kpi", 2, "2 alerts")
    assert badge(window) == "2"
    context.badge_changed.emit("kpi", 3, "3 alerts")
    assert badge(window) == "3"
    context.badge_changed.emit("kpi", 0, "")
    assert badge(window) is None


def test_that_another_shop_begins_without_badges(window: MainWindow) -> None:
    context = window.session.context
    context.badge_changed.emit("kpi", 2, "2 alerts")
    context.workspace_replaced.emit()
    assert badge(window) is None
