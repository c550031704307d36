import math

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from shopdesk.ui import theme
from shopdesk.ui.charts.export import copy_table
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.heat_legend import HeatLegend
from shopdesk.ui.charts.interval_bar import Interval, IntervalBar, interval_scale
from shopdesk.ui.charts.sparkline import Sparkline
from shopdesk.ui.charts.table_twin import TableTwinDialog


@pytest.fixture
def line(qtbot):
    line = Sparkline()
    qtbot.addWidget(line)
    line.set_values([3, math.nan, 5, 4], labels=["6-01", "6-08", "6-15", "6-22"])
    return line


def test_that_a_sparkline_twin_keeps_unknown_values_unknown(line):
    assert line.table().rows == (("6-01", 3.0), ("6-08", None), ("6-15", 5.0), ("6-22", 4.0))


def test_that_a_sparkline_says_its_range_and_last_value(line):
    assert line.accessibleDescription() == "3 values, lowest 3, highest 5, last 4"


@pytest.mark.parametrize("values", [[], [math.nan], [1.0], [2.0, 2.0, 2.0], [math.nan, 1.0, math.nan]])
def test_that_any_sparkline_is_drawn(line, values):
    line.set_values(values)
    assert not line.image().isNull()


def test_that_a_table_goes_to_the_clipboard_as_excel_reads_it(line):
    copy_table(line.table())
    assert QGuiApplication.clipboard().text().split("\n")[:3] == ["Time\tValue", "6-01\t3", "6-08\t—"]


def test_that_an_interval_is_spoken_with_its_line(qtbot):
    bar = IntervalBar(labels=True)
    qtbot.addWidget(bar)
    bar.set_interval(Interval(3.23, 4.55, 6.18, 2.56), scale_low=0, scale_high=9)
    assert bar.accessibleDescription() == "median 4.55, 80 % interval 3.23 to 6.18, Break-even 2.56"
    assert [row[1] for row in bar.table().rows] == [3.23, 4.55, 6.18, 2.56]


def test_that_the_median_tick_stands_at_its_value(qtbot):
    bar = IntervalBar()
    qtbot.addWidget(bar)
    bar.resize(202, 20)
    bar.set_interval(Interval(2, 5, 8), scale_low=0, scale_high=10)
    image = bar.image(scale=1)
    accent = theme.tokens().accent.lower()
    columns = [x for x in range(202) if image.pixelColor(x, 10).name() == accent]
    assert columns
    assert np.mean(columns) == pytest.approx(100.5, abs=1.5)


@pytest.mark.parametrize("interval", [None, Interval(-5, 20, 60, 99), Interval(math.nan, math.nan, math.nan)])
def test_that_unknown_and_outlying_intervals_are_drawn(qtbot, interval):
    bar = IntervalBar(labels=interval is None)
    qtbot.addWidget(bar)
    bar.resize(120, 40)
    bar.set_interval(interval, scale_low=0, scale_high=10)
    assert not bar.image().isNull()


def test_that_one_wide_interval_does_not_flatten_the_common_scale():
    many = [Interval(1, 2, 3, 2)] * 20 + [Interval(0, 3, 500, 2)]
    assert interval_scale(many)[1] < 10


def test_that_the_twin_window_shows_every_cell_and_sorts_by_value(line, qtbot):
    dialog = TableTwinDialog(line.table(), title="Visitors")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Visitors"
    shown, table = dialog.view.grid, line.table()
    assert shown.rowCount() == len(table.rows)
    at = len(table.columns) - 1
    assert [shown.text(row, at) for row in range(3)] == [table.text(row, at) for row in range(3)]
    dialog.view.sort_by(at)
    values = [row[at] for row in table.rows if row[at] is not None]
    assert shown.value(0, at) == max(values)


def test_that_every_canvas_offers_picture_and_table(line):
    menu = line.build_menu()
    assert len([a for a in menu.actions() if a.text()]) == 4


def test_that_a_heat_legend_says_its_ends(qtbot):
    legend = HeatLegend()
    qtbot.addWidget(legend)
    legend.set_scale(HeatScale(80, 120, 100), suffix=" %", thin="few orders, drawn to 100")
    assert legend.accessibleDescription() == "80 – 120 % few orders, drawn to 100"
    assert not legend.image().isNull()
