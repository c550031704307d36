"""The table answers to keys as Excel and WPS do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.ui.grid.desk import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.mark.parametrize(
    ("start", "key", "modifiers", "end"),
    [
        ((1, "bid"), Key.Key_Return, (), (2, "bid")),
        ((1, "bid"), Key.Key_Return, (SHIFT,), (0, "bid")),
        ((1, "bid"), Key.Key_Tab, (), (1, "quad")),
        ((1, "bid"), Key.Key_Backtab, (SHIFT,), (1, "cost")),
        ((3, "note"), Key.Key_Home, (), (3, "word")),
        ((3, "note"), Key.Key_End, (), (3, "on")),
        ((3, "note"), Key.Key_Home, (CTRL,), (0, "word")),
        ((1, "bid"), Key.Key_End, (CTRL,), (5, "on")),
        ((0, "bid"), Key.Key_Down, (CTRL,), (2, "bid")),
        ((3, "bid"), Key.Key_Down, (CTRL,), (4, "bid")),
        ((4, "bid"), Key.Key_Down, (CTRL,), (5, "bid")),
        ((0, "word"), Key.Key_Right, (CTRL,), (0, "quad")),
        ((0, "word"), Key.Key_Up, (), (0, "word")),
    ],
)
def test_that_keys_lead_where_excel_leads(
    desk: Desk, start: tuple[int, str], key: Qt.Key, modifiers: tuple[Qt.KeyboardModifier, ...], end: tuple[int, str]
) -> None:
    desk.at(*start)
    desk.key(key, *modifiers)
    assert desk.current() == end


def test_that_typing_replaces_the_cell_and_enter_goes_down(desk: Desk) -> None:
    desk.at(0, "bid")
    desk.key(Key.Key_2)
    editor = desk.focus_widget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, ".5")
    QTest.keyClick(editor, Key.Key_Return)
    assert desk.model.value(0, 2) == 250
    assert desk.current() == (1, "bid")
    assert [batch.name for batch in desk.batches] == ["Edit a cell"]


def test_that_an_arrow_leaves_a_typed_cell_but_moves_in_an_edited_one(desk: Desk) -> None:
    desk.at(0, "note")
    desk.key(Key.Key_X)
    QTest.keyClick(desk.focus_widget(), Key.Key_Right)
    assert desk.current() == (0, "rate")
    desk.at(1, "note")
    desk.key(Key.Key_F2)
    QTest.keyClick(desk.focus_widget(), Key.Key_Left)
    assert isinstance(desk.focus_widget(), QLineEdit)


def test_that_escape_leaves_the_cell_as_it_was(desk: Desk) -> None:
    desk.at(1, "note")
    desk.key(Key.Key_F2)
    editor = desk.focus_widget()
    QTest.keyClicks(editor, "no")
    QTest.keyClick(editor, Key.Key_Escape)
    assert desk.batches == []
    assert desk.column("note")[1] == "复核"


def test_that_a_wrong_text_stays_open_with_its_reason(desk: Desk) -> None:
    desk.at(0, "bid")
    desk.key(Key.Key_9)
    editor = desk.focus_widget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "999")
    QTest.keyClick(editor, Key.Key_Return)
    assert desk.focus_widget() is editor
    assert "0.05" in editor.accessibleDescription()
    assert desk.batches == []


def test_that_an_input_method_opens_the_editor_with_its_first_letter(desk: Desk) -> None:
    desk.at(0, "note")
    QCoreApplication.sendEvent(desk.view, QInputMethodEvent("j", []))
    editor = desk.view.indexWidget(desk.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert desk.focus_widget() is desk.view  # moving the focus would break the composition off
    QCoreApplication.sendEvent(desk.view, QInputMethodEvent("jian guo", []))
    commit = QInputMethodEvent()
    commit.setCommitString("坚果")
    QCoreApplication.sendEvent(desk.view, commit)
    assert editor.text() == "坚果"
    assert desk.focus_widget() is editor
    QTest.keyClick(editor, Key.Key_Return)
    assert desk.column("note")[0] == "坚果"


def test_that_input_methods_are_on_only_over_cells_that_can_be_edited(desk: Desk) -> None:
    desk.at(0, "note")
    assert desk.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    desk.at(0, "word")
    assert not desk.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_that_choices_open_as_a_list(desk: Desk) -> None:
    desk.at(0, "quad")
    desk.key(Key.Key_F2)
    editor = desk.view.findChild(QComboBox)
    assert editor is not None
    assert [editor.itemText(at) for at in range(editor.count())] == ["品牌词", "长尾词"]
    editor.setCurrentIndex(0)
    editor.activated.emit(0)
    assert desk.model.value(0, 3) == "brand"


def test_that_space_switches_yes_and_no(desk: Desk) -> None:
    desk.at(0, "on")
    desk.key(Key.Key_Space)
    assert desk.model.value(0, 6) is False


def test_that_enter_stays_inside_a_selected_range(desk: Desk) -> None:
    desk.select(0, "bid", 1, "quad")
    desk.view.make_current(1, 2)
    desk.key(Key.Key_Return)
    assert desk.current() == (0, "quad")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Return)
    assert desk.current() == (0, "bid")


def test_that_shift_extends_past_columns_that_have_scrolled_away(desk: Desk) -> None:
    desk.panel.resize(400, 300)
    desk.at(1, "cost")
    for _ in range(5):
        desk.key(Key.Key_Right, SHIFT)
    columns = sorted({column for block in desk.view.blocks() for column in block.columns})
    assert columns == [1, 2, 3, 4, 5, 6]


def test_that_rows_columns_and_everything_can_be_selected(desk: Desk) -> None:
    desk.at(2, "bid")
    desk.key(Key.Key_Space, SHIFT)
    assert [(b.top, b.bottom, b.columns) for b in desk.view.blocks()] == [(2, 2, tuple(range(7)))]
    desk.at(2, "bid")
    desk.key(Key.Key_Space, CTRL)
    assert [(b.top, b.bottom, b.columns) for b in desk.view.blocks()] == [(0, 5, (2,))]
    desk.key(Key.Key_A, CTRL)
    assert desk.view.stats().cells == 42


def test_that_the_table_claims_its_shortcuts_before_the_window(desk: Desk) -> None:
    for key, ours in ((Key.Key_C, True), (Key.Key_D, True), (Key.Key_F, True), (Key.Key_Z, False), (Key.Key_1, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
        event.ignore()
        QCoreApplication.sendEvent(desk.view, event)
        assert event.isAccepted() is ours


def test_that_a_read_only_table_refuses_every_edit(make_desk: object) -> None:
    desk: Desk = make_desk(read_only=True)  # type: ignore[operator]
    desk.at(0, "bid")
    desk.key(Key.Key_2)
    desk.key(Key.Key_Delete)
    desk.clipboard("3")
    desk.key(Key.Key_V, CTRL)
    assert desk.batches == []
    assert "1" in desk.panel.problems.text
