"""The board's page as the window shows it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from shopdesk.ui.kpi.page import KpiPage
from tests.ui.stage import Stage


def page_of(stage: Stage, qtbot: QtBot) -> KpiPage:
    """Return the page of a shop, shown at the size of a small window."""
    page = KpiPage(stage.context)
    qtbot.addWidget(page)
    page.resize(1366, 614)
    page.show()
    page.refresh()
    return page
