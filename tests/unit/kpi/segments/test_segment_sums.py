from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.kpi.segments.sums import SegmentCube, empty_cube
from shopdesk.domain.periods import Period

START = date(2024, 2, 26)  # a leap day lies within


def cube_of(rows: list[tuple[int, int, float]], *, labels: int = 3, length: int = 10) -> SegmentCube:
    codes, days, values = (np.array(column) for column in zip(*rows, strict=True))
    return SegmentCube.of(
        "item",
        [str(place) for place in range(labels)],
        start=START,
        length=length,
        codes=codes.astype(np.int64),
        days=days.astype(np.int64),
        values={"pay_amount": values.astype(float)},
    )


def span(first: int, last: int) -> Period:
    return Period(START + timedelta(days=first), START + timedelta(days=last))


ROWS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 9), st.one_of(st.integers(0, 10**9).map(float), st.just(np.nan))),
    min_size=1,
    max_size=40,
)


@given(ROWS, st.integers(-4, 12), st.integers(0, 12))
def test_that_a_window_is_the_sum_of_the_known_cells_in_it(
    rows: list[tuple[int, int, float]], first: int, more: int
) -> None:
    cube = cube_of(rows)
    found = cube.window(span(first, first + more))
    inside = [row for row in rows if first <= row[1] <= first + more]
    known = [row for row in inside if not np.isnan(row[2])]
    assert found.days.get("pay_amount", 0) == len({day for _, day, _ in known})
    for label in range(3):
        own = [value for code, _, value in known if code == label]
        got = found.of("pay_amount")[label]
        if own:
            assert got == sum(own)
        elif not known or any(code == label for code, _, _ in inside):
            assert np.isnan(got)
        else:
            assert got == 0


@given(ROWS, st.integers(-4, 12), st.integers(0, 12))
def test_that_the_days_of_a_window_add_up_to_its_sum(rows: list[tuple[int, int, float]], first: int, more: int) -> None:
    cube, period = cube_of(rows), span(first, first + more)
    daily = cube.daily("pay_amount", period, places=range(3))
    assert daily.shape == (3, period.days)
    total = cube.window(period).of("pay_amount")
    assert np.nansum(daily, axis=1) == pytest.approx(np.nan_to_num(total))


def test_that_a_day_without_report_is_missing_and_a_label_without_row_brought_nothing() -> None:
    cube = cube_of([(0, 0, 5.0), (1, 0, 7.0), (0, 2, 6.0)])
    daily = cube.daily("pay_amount", span(0, 3), places=[0, 1])
    assert np.array_equal(daily, [[5, np.nan, 6, np.nan], [7, np.nan, 0, np.nan]], equal_nan=True)
    assert np.isnan(cube.window(span(1, 1)).of("pay_amount")).all()


def test_that_a_part_that_no_report_tells_is_unknown_for_every_label() -> None:
    found = cube_of([(0, 0, 5.0)]).window(span(0, 1))
    assert np.isnan(found.of("visitors")).all()
    assert len(found.of("visitors")) == 3


def test_that_an_empty_cube_answers_every_period() -> None:
    found = empty_cube("region").window(span(0, 400))
    assert found.labels == ()
    assert found.sums == {}
    assert empty_cube("region").is_empty
