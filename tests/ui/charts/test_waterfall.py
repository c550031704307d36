from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from shopdesk.ui import theme
from shopdesk.ui.charts.waterfall import Bar, Role, Waterfall

BARS = (
    Bar("Before", 100.0, "100", Role.LEVEL),
    Bar("Visitors", -20.0, "▼ −20", low=-30.0, high=-10.0),
    Bar("Conversion", 5.0, "▲ +5", low=-3.0, high=13.0, is_chance=True, note="within chance"),
    Bar("After", 85.0, "85", Role.LEVEL),
)


@pytest.fixture
def chart(qtbot: QtBot) -> Waterfall:
    made = Waterfall()
    qtbot.addWidget(made)
    made.resize(400, 220)
    made.set_bars(BARS)
    return made


def rows_of(chart: Waterfall, colour: str, x: int) -> list[int]:
    image = chart.image(scale=1)
    return [y for y in range(image.height()) if image.pixelColor(x, y).name() == colour.lower()]


def test_that_a_step_hangs_where_the_value_before_it_ends(chart: Waterfall) -> None:
    grey = chart.image(scale=1).pixelColor(50, 150).name()
    before, after = rows_of(chart, grey, 50), rows_of(chart, grey, 350)
    step = rows_of(chart, theme.tokens().down, 150)
    assert min(step) == pytest.approx(min(before), abs=1)
    share = (max(step) - min(step)) / (max(before) - min(before))
    assert share == pytest.approx(0.2, abs=0.02)
    assert (max(after) - min(after)) / (max(before) - min(before)) == pytest.approx(0.85, abs=0.02)


def test_that_the_twin_holds_value_interval_and_note_of_every_bar(chart: Waterfall) -> None:
    assert chart.table().rows == (
        ("Before", 100.0, None, None, ""),
        ("Visitors", -20.0, -30.0, -10.0, ""),
        ("Conversion", 5.0, -3.0, 13.0, "within chance"),
        ("After", 85.0, None, None, ""),
    )


def test_that_arrow_keys_move_along_the_bars_and_say_them(chart: Waterfall, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == ("3 of 4: Conversion ▲ +5, 80 % interval −3 … 13, within chance")
    with qtbot.waitSignal(chart.bar_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [2]


def test_that_a_click_chooses_the_bar_under_it(chart: Waterfall, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.bar_chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(150, 100))
    assert chosen.args == [1]


def test_that_small_steps_on_large_values_are_still_seen(chart: Waterfall) -> None:
    chart.set_bars((Bar("a", 10_000, "", Role.LEVEL), Bar("b", -100, ""), Bar("c", 9_900, "", Role.LEVEL)))
    assert len(rows_of(chart, theme.tokens().down, 200)) > 20


@pytest.mark.parametrize(
    "bars",
    [
        (),
        (Bar("a", 0.0, "0", Role.LEVEL), Bar("b", 0.0, "0"), Bar("c", 0.0, "0", Role.LEVEL)),
        (Bar("a", -5.0, "−5", Role.LEVEL), Bar("b", 12.0, "+12"), Bar("c", 7.0, "7", Role.LEVEL)),
        (
            Bar("a", 5.0, "5", Role.LEVEL),
            Bar("b", -9.0, "−9", low=-math.inf, high=math.nan),
            Bar("c", -4.0, "", Role.LEVEL),
        ),
    ],
)
def test_that_any_bars_are_drawn(chart: Waterfall, bars: tuple[Bar, ...]) -> None:
    chart.set_bars(bars)
    assert not chart.image().isNull()
