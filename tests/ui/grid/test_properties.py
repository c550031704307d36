"""What holds for any table: order arrays, texts that come back, ranks that agree with sorting."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui.grid import Choice, Column, GridFrame, GridModel, Kind, NumberFilter, SortKey
from shopdesk.ui.grid.collation import text_ranks
from shopdesk.ui.grid.columns import CellError
from shopdesk.ui.grid.copying import plain_texts
from shopdesk.ui.grid.parsing import parse_cell

FEN = Column(name="v", title=lambda: "v", kind=Kind.MONEY_FEN)
VALUES = {
    Kind.MONEY_FEN: st.integers(-(10**12), 10**12),
    Kind.INT: st.integers(-(10**12), 10**12),
    Kind.DATE: st.dates(),
    Kind.BOOL: st.booleans(),
    Kind.TEXT: st.text(min_size=1),
}


@pytest.mark.parametrize("kind", VALUES)
def test_that_a_copied_cell_comes_back_as_the_same_value(kind: Kind) -> None:
    column = Column(name="v", title=lambda: "v", kind=kind)

    @given(VALUES[kind])
    def check(value: object) -> None:
        assert parse_cell(column, column.plain(value)) == value

    check()


@given(st.integers(-(10**8), 10**8).map(lambda n: n / 10**6))
def test_that_a_fraction_survives_to_a_millionth_of_a_percent(value: float) -> None:
    column = Column(name="v", title=lambda: "v", kind=Kind.PERCENT)
    assert math.isclose(parse_cell(column, column.plain(value)), value, abs_tol=1e-12)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.MONEY_FEN, "¥1,234.50", 123450),
        (Kind.MONEY_FEN, "1.2万", 1_200_000),
        (Kind.MONEY_FEN, "３．５元", 350),
        (Kind.INT, "−12", -12),
        (Kind.PERCENT, "3.88%", 0.0388),
        (Kind.PERCENT, "3.88", 0.0388),
        (Kind.INT, "—", None),
        (Kind.DATE, "2026年6月18日", date(2026, 6, 18)),
        (Kind.DATE, "2026/6/18", date(2026, 6, 18)),
        (Kind.BOOL, "是", True),
    ],
)
def test_that_the_forms_people_type_are_understood(kind: Kind, text: str, value: object) -> None:
    assert parse_cell(Column(name="v", title=lambda: "v", kind=kind), text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.MONEY_FEN, "1.234"),
        (Kind.INT, "1.5"),
        (Kind.INT, "1,23"),
        (Kind.INT, "1e5"),
        (Kind.INT, "nan"),
        (Kind.INT, "9" * 30),
        (Kind.RATIO, "5%"),
        (Kind.DATE, "2026-02-30"),
        (Kind.DATE, "明天"),
        (Kind.BOOL, "也许"),
        (Kind.CHOICE, "丁"),
    ],
)
def test_that_a_wrong_text_gives_a_reason(kind: Kind, text: str) -> None:
    column = Column(name="v", title=lambda: "v", kind=kind, choices=(Choice("a", lambda: "甲"),))
    with pytest.raises(CellError, match=r"\w"):
        parse_cell(column, text)


@given(
    st.lists(st.one_of(st.none(), st.integers(-(10**9), 10**9).map(lambda n: n / 10**5)), min_size=1),
    st.sampled_from([Kind.PERCENT, Kind.RATIO, Kind.FLOAT]),
    st.integers(0, 6),
)
def test_that_copying_a_column_gives_what_copying_its_cells_gives(
    values: list[float | None], kind: Kind, decimals: int
) -> None:
    column = Column(name="v", title=lambda: "v", kind=kind, decimals=decimals)
    frame = GridFrame({"v": np.array([math.nan if v is None else v for v in values])})
    one_by_one = [column.plain(frame.value("v", row)) for row in range(len(values))]
    assert plain_texts(frame, column, np.arange(len(values))) == one_by_one


@given(st.lists(st.one_of(st.none(), st.integers(-1000, 1000))), st.booleans(), st.integers(-500, 500))
def test_that_any_sort_and_filter_show_each_passing_row_once_in_order(
    values: list[int | None], descending: bool, low: int
) -> None:
    model = GridModel((FEN,))
    model.set_frame(GridFrame({"v": values}))
    model.set_filter("v", NumberFilter(low=low))
    model.set_sort([SortKey("v", descending=descending)])
    passing = [(value, at) for at, value in enumerate(values) if value is not None and value >= low]
    sign = -1 if descending else 1
    expected = [at for value, at in sorted(passing, key=lambda pair: (sign * pair[0], pair[1]))]
    assert model.order.tolist() == expected


@given(st.lists(st.one_of(st.none(), st.text(max_size=4)), max_size=20))
def test_that_equal_texts_rank_equal_and_missing_has_no_rank(texts: list[str | None]) -> None:
    try:
        array = pa.array(texts, pa.large_string())
    except UnicodeEncodeError:
        return
    ranks = text_ranks(array)
    for left, first in zip(texts, ranks, strict=True):
        assert (left is None) == bool(np.isnan(first))
        for right, second in zip(texts, ranks, strict=True):
            if left is not None and left == right:
                assert first == second


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1), st.data())
def test_that_writing_one_cell_changes_only_that_cell(values: list[int], data: st.DataObject) -> None:
    original = np.array(values)
    before = original.copy()
    frame = GridFrame({"v": original})
    row = data.draw(st.integers(0, len(values) - 1))
    new = data.draw(st.one_of(st.none(), st.integers(-(10**9), 10**9)))
    frame.set_value("v", row, new)
    assert [frame.value("v", at) for at in range(len(values))] == [*values[:row], new, *values[row + 1 :]]
    assert np.array_equal(original, before)
