"""The flat pieces: what the keyboard goes through, and what a tile says where it is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.ui.cards import Segmented, Tile, set_tab_order
from shopdesk.ui.charts.sparkline import Sparkline


def stops_from(first: QWidget) -> list[QWidget]:
    """Return what Tab goes through from a widget on until it is there again."""
    found, at = [first], first.nextInFocusChain()
    while at is not None and at is not first:
        found.append(at)
        at = at.nextInFocusChain()
    return found


def test_that_tab_follows_the_order_given_also_past_a_combo_and_through_what_was_made_later(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    switch, combo, last = Segmented(), QComboBox(), QPushButton("last")
    combo.addItems(["one", "two"])
    combo.view()
    for widget in (last, combo, switch):
        row.addWidget(widget)
    switch.set_items([("a", "A"), ("b", "B")])
    set_tab_order(switch, QLabel("no stop", window), combo, last)
    wanted = [*switch.findChildren(QPushButton), combo, last]
    assert [one for one in stops_from(wanted[0]) if one in wanted] == wanted


@pytest.mark.parametrize(("width", "is_shown"), [(220, True), (140, False)])
def test_that_a_long_figure_pushes_its_line_away_before_it_is_cut(qtbot: QtBot, width: int, is_shown: bool) -> None:
    tile, line = Tile(), Sparkline()
    qtbot.addWidget(tile)
    tile.set_sparkline(line)
    tile.resize(width, tile.height())
    tile.set_figure("121.39 %")
    tile.show()
    assert line.isVisible() is is_shown
