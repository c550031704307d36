import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from shopdesk.ui import formats
from shopdesk.ui.charts.scatter import Scatter
from shopdesk.ui.charts.scatter_data import ScatterAxis, ScatterData, ScatterGroup
from shopdesk.ui.charts.scatter_places import Places, shown


def points(**changes):
    options = {
        "labels": ("a", "b", "c", "d", "e"),
        "x": np.array([1.0, 9.0, 1.0, 9.0, np.nan]),
        "y": np.array([8.0, 8.0, 2.0, 2.0, 5.0]),
        "group": np.array([0, 0, 1, 1, 0]),
        "groups": (ScatterGroup("Brand", "brand"), ScatterGroup("Category", "category")),
        "x_axis": ScatterAxis("Spend", formats.full, line=5.0),
        "y_axis": ScatterAxis("Value", formats.times, line=5.0),
        "low": np.array([7.0, 7.0, 1.0, 1.0, 4.0]),
        "high": np.array([9.0, 9.0, 3.0, 3.0, 6.0]),
    } | changes
    return ScatterData(**options)


@pytest.fixture
def scatter(qtbot):
    scatter = Scatter()
    qtbot.addWidget(scatter)
    scatter.set_data(points())
    scatter.resize(500, 400)
    scatter.show()
    return scatter


def test_that_quadrants_count_the_points_that_have_a_place(scatter):
    assert scatter.quadrant_counts() == (1, 1, 1, 1)


def test_that_hovering_reads_the_point_with_its_interval(scatter):
    QTest.mouseMove(scatter, scatter.point(1).toPoint())
    assert "80 % interval 7.00 – 9.00" in scatter.accessibleDescription()


def test_that_a_rectangle_selects_what_lies_inside(scatter, qtbot):
    a, c = scatter.point(0).toPoint(), scatter.point(2).toPoint()
    with qtbot.waitSignal(scatter.selected) as told:
        QTest.mousePress(scatter, Qt.MouseButton.LeftButton, pos=a - QPoint(12, 15))
        QTest.mouseMove(scatter, c + QPoint(15, 12))
        QTest.mouseRelease(scatter, Qt.MouseButton.LeftButton, pos=c + QPoint(15, 12))
    assert told.args == [(0, 2)]


def test_that_a_quadrant_line_can_be_dragged(scatter, qtbot):
    line = Places.of(scatter.data(), scatter.rect().toRectF()).line("x")
    start = QPoint(round(line), 60)
    with qtbot.waitSignals([scatter.line_moved, scatter.line_released]):
        QTest.mousePress(scatter, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(scatter, start + QPoint(40, 0))
        QTest.mouseRelease(scatter, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    assert scatter.data().x_axis.line > 5


def test_that_the_twin_holds_all_points_and_unknown_places_stay_unknown(scatter):
    table = scatter.table()
    assert len(table.rows) == 5
    assert table.rows[4][2] is None
    assert table.rows[1][:4] == ("b", "Brand", 9.0, 8.0)


def test_that_a_logarithmic_axis_leaves_out_what_has_no_logarithm(scatter):
    data = points(x=np.array([0.0, 10, 100, 1000, -5]), x_axis=ScatterAxis("Spend", formats.full, 10, True))
    scatter.set_data(data)
    assert list(shown(data, frozenset())) == [False, True, True, True, False]
    assert not scatter.image().isNull()


def test_that_keys_walk_along_x_and_mark(scatter):
    QTest.keyClick(scatter, Qt.Key.Key_Right)
    QTest.keyClick(scatter, Qt.Key.Key_Space)
    assert len(scatter.selection()) == 1


def test_that_30000_points_are_drawn(scatter):
    rng = np.random.default_rng(1)
    n = 30_000
    many = points(
        labels=tuple(map(str, range(n))),
        x=rng.random(n),
        y=rng.random(n),
        group=rng.integers(0, 2, n),
        size=rng.random(n),
        low=np.empty(0),
        high=np.empty(0),
    )
    scatter.set_data(many)
    assert not scatter.grab().isNull()
