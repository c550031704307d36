"""What a report page says below the pointer: a cell's sums, a day's values, the sum of a waterfall."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from shopdesk.app.kpi.reports.model import Amount, Chart, Column, Kind, Ratio, Series, Table, Waterfall
from shopdesk.app.kpi.reports.words import Words
from shopdesk.ui.kpi.reports.boxes import Box, RowBox, TextBox
from shopdesk.ui.kpi.reports.chart_box import LABELS, ChartBox, WaterfallBox
from shopdesk.ui.kpi.reports.table_box import HEAD, ROW, TableBox

WIDTH = 9000.0
PLANS = Table(
    "plans",
    "Plans",
    (
        Column("name", "Plan"),
        Column("cost", "Cost", Kind.MONEY),
        Column("clicks", "Clicks", Kind.INTEGER),
        Column("cpc", "CPC", Kind.MONEY, ratio=Ratio("cost", "clicks")),
    ),
    (("Words", 30.0, 20, 1.5), ("Crowds", None, None, None), ("Brand", 8.0, 4, 2.0), ("Rest", 2.0, 1, 2.0)),
    total=("Total", 40.0, 25, 1.6),
)
VISITORS = Chart(
    "chart_visitors",
    "Visitors",
    (date(2026, 5, 1), date(2026, 5, 2)),
    (Series("Now", (10, None), Kind.INTEGER), Series("Before", (7, 8), Kind.INTEGER, dashed=True)),
)


@pytest.fixture
def words(qtbot: QtBot) -> Words:
    """Ask for the application too: texts are measured by its fonts."""
    return Words("en")


def place_of(box: Box, *, left: float = 100.0, top: float = 700.0) -> QRectF:
    return QRectF(left, top, WIDTH, box.height(WIDTH))


def cell(box: Box, row: int, column: int) -> tuple[str, ...]:
    """Ask in the middle of a cell of four equally wide columns; row -1 is the head."""
    place = place_of(box)
    down = HEAD / 2 if row < 0 else HEAD + (row + 0.5) * ROW
    found = box.behind(place, QPointF(place.left() + (column + 0.5) * WIDTH / 4, place.top() + down))
    assert found is not None
    return found.lines


def test_that_a_ratio_of_a_table_tells_the_two_sums_it_is_made_of(words: Words) -> None:
    box = TableBox(PLANS, words)
    assert cell(box, 0, 3) == ("Words · CPC 1.50", "Cost 30.00 ÷ Clicks 20")
    assert cell(box, 4, 3) == ("Total · CPC 1.60", "Cost 40.00 ÷ Clicks 25")
    assert cell(box, -1, 3)[1] == "Cost ÷ Clicks"
    assert cell(box, 0, 1) == ("Words · Cost 30.00",)


def test_that_a_cell_without_a_figure_tells_none(words: Words) -> None:
    assert cell(TableBox(PLANS, words), 1, 3) == ("Crowds · CPC —", "Cost — ÷ Clicks —")


def test_that_the_part_of_a_cut_table_tells_of_its_own_rows(words: Words) -> None:
    parts = TableBox(PLANS, words).cut(WIDTH, HEAD + 2.5 * ROW)
    assert parts is not None
    assert cell(parts[1], 0, 3) == ("Brand · CPC 2.00", "Cost 8.00 ÷ Clicks 4")


def test_that_nothing_is_told_beside_and_below_the_cells_of_a_table(words: Words) -> None:
    box = TableBox(PLANS, words)
    place = place_of(box)
    assert box.behind(place, QPointF(place.left() - 1, place.top() + HEAD)) is None
    assert box.behind(place, QPointF(place.left() + 10, place.bottom() + 1)) is None


def test_that_a_chart_tells_the_day_and_each_series(words: Words) -> None:
    box = ChartBox(VISITORS, words)
    place = place_of(box)
    first = box.behind(place, QPointF(place.left() + LABELS + 10, place.center().y()))
    last = box.behind(place, QPointF(place.right() - 40, place.center().y()))
    assert first is not None
    assert last is not None
    assert first.lines == ("Visitors · 2026-05-01", "Now 10", "Before 7")
    assert last.lines == ("Visitors · 2026-05-02", "Now —", "Before 8")
    assert "visitors" in last.metrics


def test_that_charts_side_by_side_tell_each_of_its_own(words: Words) -> None:
    other = Chart("chart_buyers", "Buyers", VISITORS.labels, (Series("Now", (1, 2), Kind.INTEGER),))
    row = RowBox([ChartBox(VISITORS, words), ChartBox(other, words)], 2)
    place = place_of(row)
    told = [row.behind(place, QPointF(x, place.center().y())) for x in (place.left() + 1000, place.right() - 1000)]
    assert [one.lines[0].split(" · ")[0] for one in told if one is not None] == ["Visitors", "Buyers"]


def test_that_a_waterfall_tells_the_sum_of_its_steps(words: Words) -> None:
    steps = (Amount("Visitors", -30.0, Kind.MONEY), Amount("Conversion", 5.0, Kind.MONEY))
    box = WaterfallBox(
        Waterfall("fall", "Sales", Amount("May", 100.0, Kind.MONEY), steps, Amount("June", 75.0, Kind.MONEY)), words
    )
    found = box.behind(place_of(box), place_of(box).center())
    assert found is not None
    assert found.lines == ("Sales", "May 100.00", "Visitors −30.00", "Conversion +5.00", "= June 75.00")


def test_that_a_text_has_no_figure_of_its_own() -> None:
    assert TextBox("12 orders").behind(QRectF(0, 0, WIDTH, 100), QPointF(10, 10)) is None
