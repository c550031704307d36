import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from shopdesk.ui.charts.histogram import Bins, Histogram, Threshold


@pytest.fixture
def histogram(qtbot):
    widget = Histogram()
    qtbot.addWidget(widget)
    widget.set_values(np.arange(0, 400, 0.5), bin_width=10, overflow=300)
    widget.set_thresholds([Threshold(129, "129 - 5"), Threshold(199, "199 - 12")])
    widget.resize(640, 220)
    widget.show()
    return widget


def test_that_bins_hold_every_known_value_and_the_last_is_open():
    bins = Bins.of(np.array([0.0, 9.99, 10.0, 299.0, 300.0, 5000.0, np.nan]), width=10, overflow=300)
    assert bins.counts.sum() == 6
    assert bins.counts[0] == 2
    assert bins.counts[-1] == 2
    assert bins.name(30) == "300+"
    assert bins.name(12) == "120–130"


def test_that_dragging_tells_while_moving_and_once_on_release(histogram, qtbot):
    moved, released = [], []
    histogram.threshold_moved.connect(lambda i, v: moved.append((i, v)))
    histogram.threshold_released.connect(lambda i, v: released.append((i, v)))
    at = round(histogram.line_x(0))
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(at, 100))
    QTest.mouseMove(histogram, QPoint(at + 10, 100))
    QTest.mouseMove(histogram, QPoint(at + 20, 100))
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(at + 20, 100))
    assert len(moved) == 2
    assert moved[0][1] > 129
    assert released == [moved[-1]]
    assert float(moved[-1][1]).is_integer()


def test_that_a_line_never_passes_its_neighbour(histogram):
    at = round(histogram.line_x(0))
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(at, 100))
    QTest.mouseMove(histogram, QPoint(630, 100))
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(630, 100))
    assert histogram.thresholds()[0].value == 198


def test_that_keys_move_a_line_by_one_and_by_ten(histogram, qtbot):
    with qtbot.waitSignal(histogram.threshold_released) as told:
        QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert told.args == [0, 130]
    QTest.keyClick(histogram, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert histogram.thresholds()[0].value == 120
    QTest.keyClick(histogram, Qt.Key.Key_Up)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert histogram.thresholds()[1].value == 200


def test_that_the_twin_equals_the_bars_and_the_second_layer(histogram):
    arriving = np.zeros(31)
    arriving[13] = 7
    histogram.set_moves(arriving=arriving, leaving=np.zeros(31))
    rows = histogram.table().rows
    assert [row[1] for row in rows] == [int(n) for n in histogram.bins().counts]
    assert rows[13][2] == 7


def test_that_a_second_layer_of_another_length_is_refused(histogram):
    with pytest.raises(ValueError, match="31"):
        histogram.set_moves(arriving=[1.0], leaving=[1.0])


def test_that_nothing_to_count_is_drawn(histogram):
    histogram.set_values([], bin_width=10, overflow=300)
    assert not histogram.image().isNull()
    assert not any(row[1] for row in histogram.table().rows)


def test_that_lines_beyond_the_axis_stand_side_by_side_in_its_last_bar_and_can_be_taken(histogram, qtbot):
    histogram.set_thresholds([Threshold(400, "400 − 5"), Threshold(900, "900 − 12")], snap=10)
    near, far = histogram.line_x(0), histogram.line_x(1)
    assert near < far <= histogram.width() - 12
    with qtbot.waitSignal(histogram.threshold_released) as released:
        at = QPoint(round(far) - 10, 6)  # on its flag, which ends at the line
        qtbot.mousePress(histogram, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=at)
    assert released.args == [1, 900]
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert histogram.thresholds()[1].value == 900
