import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from shopdesk.ui.charts.heat_colours import HeatScale, cell_colour, cell_text_colour, contrast
from shopdesk.ui.charts.heat_grid import HeatGrid
from shopdesk.ui.charts.heat_model import HeatAction, HeatLayer, HeatLimits
from shopdesk.ui.tokens import DARK, LIGHT

SCALE = HeatScale(80, 120, 100)


def layer(columns=24, **changes):
    options = {"suffix": " %", "limits": HeatLimits(30, 250, off=True)} | changes
    return HeatLayer(np.full((7, columns), 100.0), SCALE, **options)


@pytest.fixture
def grid(qtbot):
    grid = HeatGrid()
    qtbot.addWidget(grid)
    grid.set_layer(layer())
    grid.resize(grid.sizeHint())
    grid.show()
    grid.told = []
    grid.messages = []
    grid.edited.connect(lambda edit: grid.told.append(list(edit.cells)))
    grid.refused.connect(grid.messages.append)
    return grid


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("scale", [SCALE, HeatScale(0, 120)], ids=["diverging", "one hue"])
@pytest.mark.parametrize("thin", [False, True])
def test_that_figures_on_every_step_keep_a_contrast_of_4_5(look, scale, thin):
    for value in np.linspace(scale.low, scale.high, 201):
        ground = cell_colour(float(value), scale, thin=thin, look=look)
        assert contrast(ground, cell_text_colour(thin=thin, look=look)) >= 4.5


def test_that_one_pasted_block_is_one_batch(grid):
    QGuiApplication.clipboard().setText("110\t111\n112 %\t113\n")
    grid.select(4, 20, 4, 20)
    grid.does.paste()
    assert grid.told == [[(4, 20, 110), (4, 21, 111), (5, 20, 112), (5, 21, 113)]]
    assert grid.selected() == (4, 20, 5, 21)


def test_that_one_pasted_value_fills_the_selection(grid):
    QGuiApplication.clipboard().setText("116")
    grid.select(0, 0, 1, 2)
    grid.does.paste()
    assert len(grid.told[0]) == 6


def test_that_cells_outside_the_limits_stay_and_are_named_while_the_rest_goes_in(grid):
    QGuiApplication.clipboard().setText("29\t250\tabc\t0")
    grid.select(0, 8, 0, 8)
    grid.does.paste()
    assert grid.told == [[(0, 9, 250), (0, 11, 0)]]
    assert "2 cells" in grid.messages[0]
    assert "Mon 08:00" in grid.messages[0]
    assert "30–250 %" in grid.messages[0]


def test_that_pasted_cells_beyond_sunday_are_counted(grid):
    QGuiApplication.clipboard().setText("101\n102\n103")
    grid.select(6, 0, 6, 0)
    grid.does.paste()
    assert grid.told == [[(6, 0, 101)]]
    assert "2 cells" in grid.messages[0]


def test_that_a_copied_block_pastes_back_identically(grid):
    grid.cells.apply([(r, c, 90.0 + r + c) for r in range(3) for c in range(3)], HeatAction.TYPE)
    grid.select(0, 0, 2, 2)
    grid.does.copy()
    grid.select(3, 10, 3, 10)
    grid.does.paste()
    values = grid.cells.layer.values
    assert np.array_equal(values[0:3, 0:3], values[3:6, 10:13])


def test_that_plus_and_minus_nudge_by_five_and_stop_at_the_limits(grid):
    grid.cells.apply([(0, 0, 248.0), (0, 1, 0.0)], HeatAction.TYPE)
    grid.told.clear()
    grid.select(0, 0, 0, 2)
    QTest.keyClicks(grid, "+")
    assert grid.told == [[(0, 0, 250), (0, 2, 105)]]
    QTest.keyClicks(grid, "-")
    assert grid.told[1] == [(0, 0, 245), (0, 2, 100)]


def test_that_delete_gives_back_100(grid):
    grid.cells.apply([(0, 0, 130.0)], HeatAction.TYPE)
    grid.select(0, 0, 0, 0)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.told[-1] == [(0, 0, 100)]


def test_that_the_fill_handle_repeats_the_block(grid):
    grid.cells.apply([(0, 0, 110.0), (0, 1, 120.0)], HeatAction.TYPE)
    grid.told.clear()
    grid.select(0, 0, 0, 1)
    handle = grid._handle().center()
    target = grid.visualRect(grid.cells.index(0, 5)).center()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=handle)
    QTest.mouseMove(grid.viewport(), target)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert grid.told == [[(0, 2, 110), (0, 3, 120), (0, 4, 110), (0, 5, 120)]]
    assert grid.selected() == (0, 0, 0, 5)


def test_that_typing_opens_the_editor_and_enter_goes_down(grid, qtbot):
    grid.select(2, 3, 2, 3)
    QTest.keyClicks(grid, "1")
    qtbot.waitUntil(lambda: grid.viewport().focusWidget() is not None)
    editor = grid.viewport().focusWidget()
    editor.setText("125")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.told == [[(2, 3, 125)]])
    assert grid.currentIndex().row() == 3


def test_that_a_layer_without_limits_can_only_be_read(grid):
    grid.set_layer(layer(limits=None))
    QGuiApplication.clipboard().setText("116")
    grid.select(0, 0, 1, 2)
    grid.does.paste()
    QTest.keyClicks(grid, "+")
    assert grid.told == []
    assert not grid.cells.flags(grid.cells.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_that_a_cell_is_spoken_with_day_hour_and_value(grid):
    index = grid.cells.index(0, 8)
    assert grid.cells.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Mon 08:00 100 %"


def test_that_the_tooltip_shows_what_stands_behind(grid):
    grid.set_layer(layer(evidence=lambda r, c: f"{r + c} orders"))
    assert "8 orders" in grid.cells.data(grid.cells.index(0, 8), Qt.ItemDataRole.ToolTipRole)


def test_that_half_hours_have_48_columns(grid):
    grid.set_layer(layer(48))
    assert grid.cells.columnCount() == 48
    assert grid.cells.cell_name(0, 17) == "Mon 08:30"
    grid.select(4, 40, 6, 45)
    assert grid.selected_name() == "Fri–Sun 20:00–23:00"


def test_that_all_hours_fit_their_least_width_without_scrolling(grid):
    assert grid.horizontalScrollBar().maximum() == 0
    assert grid.horizontalHeader().sectionSize(0) >= 31


def test_that_an_unknown_cell_is_a_dash(grid):
    values = np.full((7, 24), 100.0)
    values[0, 0] = np.nan
    grid.set_layer(HeatLayer(values, SCALE))
    assert grid.cells.text(0, 0) == "—"
    assert grid.table().rows[0][1] is None


def test_that_a_drag_selects_a_block(grid):
    first, last = (grid.visualRect(grid.cells.index(*at)).center() for at in ((4, 20), (6, 22)))
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(grid.viewport(), last - QPoint(3, 3))
    QTest.mouseMove(grid.viewport(), last)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert grid.selected() == (4, 20, 6, 22)
    assert len(grid.selected_values()) == 9


def test_that_the_menu_shows_its_keys_and_locks_what_a_read_only_layer_forbids(grid):
    grid.set_layer(layer(limits=None))
    actions = {a.text().split("\t")[0]: a for a in grid.build_menu().actions()}
    assert not actions["Paste"].isEnabled()
    assert actions["Copy"].isEnabled()
    assert not actions["Copy"].shortcut().isEmpty()


def test_that_a_typed_number_fills_the_selection_and_keeps_it(grid, qtbot):
    grid.select(4, 20, 6, 22)
    QTest.keyClicks(grid, "1")
    qtbot.waitUntil(lambda: grid.viewport().focusWidget() is not None)
    editor = grid.viewport().focusWidget()
    editor.setText("116")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(grid.told))
    assert grid.told == [[(row, column, 116) for row in (4, 5, 6) for column in (20, 21, 22)]]
    assert grid.selected() == (4, 20, 6, 22)


def test_that_a_number_beyond_the_limits_is_refused_for_the_whole_selection(grid, qtbot):
    grid.select(0, 0, 0, 1)
    QTest.keyClicks(grid, "4")
    qtbot.waitUntil(lambda: grid.viewport().focusWidget() is not None)
    editor = grid.viewport().focusWidget()
    editor.setText("400")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(grid.messages))
    assert grid.told == []
    assert "Mon 00:00" in grid.messages[0]


def test_that_headers_select_a_whole_day_and_a_whole_hour(grid):
    down, across = grid.verticalHeader(), grid.horizontalHeader()
    at = QPoint(5, down.sectionViewportPosition(5) + 5)
    QTest.mouseClick(down.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert grid.selected() == (5, 0, 5, 23)
    at = QPoint(across.sectionViewportPosition(20) + 5, 5)
    QTest.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert grid.selected() == (0, 20, 6, 20)


def test_that_cells_which_can_only_be_switched_take_plus_as_on_and_minus_as_off(grid):
    grid.set_layer(layer(limits=HeatLimits(100, 100, off=True)))
    grid.select(0, 0, 0, 1)
    QTest.keyClicks(grid, "-")
    assert grid.told == [[(0, 0, 0), (0, 1, 0)]]
    QTest.keyClicks(grid, "+")
    assert grid.told[1] == [(0, 0, 100), (0, 1, 100)]
    grid.does.set_to(80)
    assert "100 %" in grid.messages[0]
    assert "30" not in grid.messages[0]


def test_that_cut_copies_and_gives_back_100(grid):
    grid.cells.apply([(0, 0, 130.0)], HeatAction.TYPE)
    grid.select(0, 0, 0, 0)
    QTest.keyClick(grid, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "130"
    assert grid.told[-1] == [(0, 0, 100)]


def test_that_changed_and_wrong_cells_are_spoken(grid):
    marks = np.zeros((7, 24), dtype=bool)
    marks[0, 8] = True
    grid.set_layer(layer(marked=marks, wrong=marks))
    assert grid.cells.spoken(0, 8) == "Mon 08:00 100 % changed beyond the limits"
    assert "changed" not in grid.cells.spoken(0, 9)


def test_that_tab_goes_right_and_leaves_the_week_at_the_end_of_a_day(qtbot):
    window, grid, after = QWidget(), HeatGrid(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(grid)
    column.addWidget(after)
    window.show()
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(2, 22))
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 23)
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
