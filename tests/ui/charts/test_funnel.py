import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from shopdesk.ui.charts.funnel import Funnel, FunnelStep

STEPS = (
    FunnelStep("Visitors", 8445, 5931),
    FunnelStep("Cart users", 695, 522, 0.0823, 0.088, "may be chance"),
    FunnelStep("Buyers", 328, None, 0.472),
)


@pytest.fixture
def funnel(qtbot):
    widget = Funnel()
    qtbot.addWidget(widget)
    widget.set_steps(STEPS, before_name="last week")
    widget.resize(460, 240)
    widget.show()
    return widget


def test_that_the_table_twin_holds_every_figure_and_dashes_for_what_is_unknown(funnel):
    table = funnel.table()
    assert [table.text(1, c) for c in range(7)] == [
        "Cart users", "695", "522", "8.23 %", "8.80 %", "▼ 0.57 pp", "may be chance",
    ]  # fmt: skip
    assert [table.text(2, c) for c in (2, 4, 5)] == ["—", "—", "—"]
    assert table.columns[2] == "last week"


def test_that_keys_walk_the_steps_and_tell_each(funnel):
    assert funnel.accessibleDescription().startswith("Visitors 8,445")
    QTest.keyClick(funnel, Qt.Key.Key_Down)
    assert "8.23 % of the step above" in funnel.accessibleDescription()
    assert "may be chance" in funnel.accessibleDescription()
    for _ in range(5):
        QTest.keyClick(funnel, Qt.Key.Key_Down)
    assert funnel.accessibleDescription().startswith("Buyers 328")


def test_that_a_click_takes_the_step_under_it(funnel):
    QTest.mouseClick(funnel, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert funnel.accessibleDescription().startswith("Cart users")


def test_that_the_picture_has_no_focus_mark(funnel):
    funnel.setFocus()
    with_focus = funnel.image()
    funnel.clearFocus()
    assert with_focus == funnel.image()


@pytest.mark.parametrize("steps", [(), (FunnelStep("Visitors", 0, 0),), (FunnelStep("Visitors", 5, 10),)])
def test_that_few_or_no_people_are_drawn_without_trouble(funnel, steps):
    funnel.set_steps(steps)
    assert not funnel.image().isNull()
    assert len(funnel.table().rows) == len(steps)


def test_that_no_bar_leaves_the_chart_where_the_compared_period_was_larger(funnel):
    funnel.set_steps([FunnelStep("Visitors", 10, 1000)], before_name="before")
    image = funnel.image(scale=1)
    edge = {image.pixelColor(image.width() - 1, y).name() for y in range(image.height())}
    assert len(edge) == 1
