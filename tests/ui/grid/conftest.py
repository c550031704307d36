"""A panel that is shown, has the focus and keeps what it sends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.ui import theme
from shopdesk.ui.grid import GridPanel
from tests.ui.grid.desk import COLUMNS, Desk, frame


@pytest.fixture
def make_desk(qtbot: QtBot, qapp: QApplication) -> Callable[..., Desk]:
    theme.apply(qapp, look="light")

    def make(**options: object) -> Desk:
        panel = GridPanel(COLUMNS, title=lambda: "词", **options)  # type: ignore[arg-type]
        qtbot.addWidget(panel)
        panel.set_frame(frame())
        panel.resize(760, 420)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.activateWindow()
        panel.view.setFocus()
        return Desk(panel)

    return make


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()
