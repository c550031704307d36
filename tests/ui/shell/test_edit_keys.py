"""The edit menu presses keys on what has the focus: a table or a field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from shopdesk.ui import edit_keys


@pytest.fixture
def actions() -> dict[str, QAction]:
    made = {name: QAction(name) for name in edit_keys.EDIT_KEYS}
    edit_keys.connect(made)
    return made


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = QLineEdit("每日坚果", window)
    window.setCentralWidget(line)
    window.show()
    qtbot.waitExposed(window)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    yield line
    window.close()


def test_that_copying_and_pasting_from_the_menu_acts_on_the_field_with_the_focus(
    actions: dict[str, QAction], field: QLineEdit
) -> None:
    actions["select_all"].trigger()
    actions["copy"].trigger()
    assert QApplication.clipboard().text() == "每日坚果"
    field.end(False)
    actions["paste"].trigger()
    assert field.text() == "每日坚果每日坚果"


def test_that_cutting_and_clearing_from_the_menu_empty_the_selection(
    actions: dict[str, QAction], field: QLineEdit
) -> None:
    actions["select_all"].trigger()
    actions["cut"].trigger()
    assert field.text() == ""
    field.setText("坚果礼盒")
    field.setCursorPosition(0)
    actions["clear"].trigger()
    assert field.text() == "果礼盒"


def test_that_edit_commands_without_a_focus_do_nothing(actions: dict[str, QAction], qapp: QApplication) -> None:
    focus = qapp.focusWidget()
    if focus is not None:
        focus.clearFocus()
    for action in actions.values():
        action.trigger()
