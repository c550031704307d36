"""Where a pasted block goes in a week."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui.charts.heat_paste import filled, placed

WEEK = [[str(100 + day * 24 + hour) for hour in range(24)] for day in range(7)]


def values(pasted) -> dict[tuple[int, int], str]:
    return {(row, column): text for row, column, text in pasted.cells}


def test_that_one_value_fills_the_selection() -> None:
    assert values(placed([["116"]], (4, 20, 5, 21), columns=24)) == {
        (4, 20): "116",
        (4, 21): "116",
        (5, 20): "116",
        (5, 21): "116",
    }


def test_that_a_selection_which_is_a_multiple_of_the_block_is_tiled() -> None:
    pasted = placed([["1", "2"]], (0, 0, 1, 3), columns=24)
    assert [pasted.cells[at][2] for at in range(8)] == ["1", "2"] * 4
    assert pasted.block == (0, 0, 1, 3)


def test_that_a_selection_which_is_no_multiple_takes_the_block_once() -> None:
    pasted = placed([["1", "2"]], (0, 0, 0, 2), columns=24)
    assert values(pasted) == {(0, 0): "1", (0, 1): "2"}
    assert pasted.block == (0, 0, 0, 1)


def test_that_a_week_of_hours_is_spread_over_half_hours() -> None:
    pasted = values(placed(WEEK, (0, 0, 0, 0), columns=48))
    assert len(pasted) == 7 * 48
    assert pasted[(1, 4)] == pasted[(1, 5)] == WEEK[1][2]


def test_that_a_week_of_half_hours_is_joined_only_where_both_halves_agree() -> None:
    halves = [[text for text in row for _ in range(2)] for row in WEEK]
    assert values(placed(halves, (0, 0, 0, 0), columns=24)) == {
        (day, hour): WEEK[day][hour] for day in range(7) for hour in range(24)
    }
    halves[3][7] = "99"
    pasted = placed(halves, (0, 0, 0, 0), columns=24)
    assert pasted.halves
    assert not pasted.cells


def test_that_headings_of_hours_and_weekdays_are_cut_off() -> None:
    table = [["", *(f"{hour:02d}:00" for hour in range(24))], *(["周一", *row] for row in WEEK)]
    assert values(placed(table, (0, 0, 0, 0), columns=24))[(6, 23)] == WEEK[6][23]
    assert not placed(table, (0, 0, 0, 0), columns=24).lost


def test_that_a_column_of_figures_is_never_taken_for_headings() -> None:
    block = [[*row, "100"] for row in WEEK]
    assert placed(block, (0, 0, 0, 0), columns=24).lost == 7


@given(
    rows=st.integers(1, 9),
    columns=st.integers(1, 30),
    top=st.integers(0, 6),
    left=st.integers(0, 23),
)
def test_that_every_cell_of_a_block_lands_inside_or_is_counted(rows: int, columns: int, top: int, left: int) -> None:
    block = [["100"] * columns for _ in range(rows)]
    pasted = placed(block, (top, left, top, left), columns=24)
    assert len(pasted.cells) + pasted.lost == rows * columns
    assert all(top <= row < 7 and left <= column < 24 for row, column, _ in pasted.cells)


def test_that_a_filled_block_repeats_its_source_upwards_too() -> None:
    repeats = dict(filled((2, 0, 3, 0), (0, 0, 3, 0)))
    assert repeats == {(0, 0): (2, 0), (1, 0): (3, 0), (2, 0): (2, 0), (3, 0): (3, 0)}
