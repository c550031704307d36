"""Widths of columns: a wide window is filled, a chosen width stays and is remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from shopdesk.ui.grid import GridView
from shopdesk.ui.grid.layout import apply_layout, layout_of
from tests.ui.grid.desk import Desk


def resize(desk: Desk, width: int) -> None:
    desk.panel.resize(width, 420)
    QApplication.processEvents()


def total(view: GridView) -> int:
    return sum(view.columnWidth(section) for section in view.shown_columns())


def test_that_columns_fill_a_wide_window_and_scroll_in_a_narrow_one(desk: Desk) -> None:
    for width in (1200, 900, 1500):
        resize(desk, width)
        assert total(desk.view) == desk.view.viewport().width()
    resize(desk, 400)
    assert desk.view.columnWidth(0) == 120
    assert desk.view.horizontalScrollBar().maximum() > 0


def test_that_only_columns_that_may_grow_take_the_room(desk: Desk) -> None:
    before = [desk.view.columnWidth(section) for section in range(1, 7)]
    resize(desk, 1400)
    assert [desk.view.columnWidth(section) for section in range(1, 7)] == before


def test_that_a_chosen_width_stays_when_the_window_changes(desk: Desk) -> None:
    desk.view.horizontalHeader().resizeSection(0, 150)
    for width in (1400, 800, 1200):
        resize(desk, width)
        assert desk.view.columnWidth(0) == 150


def test_that_a_chosen_width_is_remembered_and_a_lent_one_is_not(make_desk: Callable[..., Desk]) -> None:
    first = make_desk()
    resize(first, 1400)
    first.view.horizontalHeader().resizeSection(2, 133)
    kept = layout_of(first.view)
    second = make_desk()
    resize(second, 900)
    apply_layout(second.view, kept)
    assert second.view.columnWidth(2) == 133
    assert second.view.widths.is_chosen(2)
    assert not second.view.widths.is_chosen(0)
    assert total(second.view) == second.view.viewport().width()


def test_that_hiding_a_column_gives_its_room_to_the_growing_one(desk: Desk) -> None:
    resize(desk, 1200)
    desk.view.show_column(4, shown=False)
    assert total(desk.view) == desk.view.viewport().width()
    desk.view.show_column(4, shown=True)
    assert desk.view.columnWidth(4) == 160
