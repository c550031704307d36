"""What is searched and sorted of a column whose texts are made by a hook, or that has few values."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui.grid.columns import Choice, Column, Kind, Row
from shopdesk.ui.grid.frame import GridFrame

REASONS = st.sampled_from(["pays", "dear", None])
NEEDED = st.sampled_from([float("nan"), 3.0, 20.0, 0.0])


def worded(row: Row) -> str:
    return f"{row['why']} {row['needed']}"


@given(st.lists(st.tuples(REASONS, NEEDED), max_size=40))
def test_that_wording_each_set_of_values_once_gives_every_row_its_own_text(
    rows: Sequence[tuple[str | None, float]],
) -> None:
    frame = GridFrame({"why": [row[0] for row in rows], "needed": np.array([row[1] for row in rows], dtype=np.float64)})
    once = Column(name="a", title=str, kind=Kind.CUSTOM, text=worded, text_of=("why", "needed"))
    each = Column(name="b", title=str, kind=Kind.CUSTOM, text=worded)
    assert frame.texts(once).to_pylist() == frame.texts(each).to_pylist()


def test_that_a_text_is_made_once_for_each_set_of_values_it_rests_on() -> None:
    asked: list[str] = []

    def text(row: Row) -> str:
        asked.append(str(row["why"]))
        return str(row["why"])

    frame = GridFrame({"why": ["pays", "dear"] * 500, "word": [f"坚果 {number}" for number in range(1000)]})
    texts = frame.texts(Column(name="why", title=str, kind=Kind.CUSTOM, text=text, text_of=("why",)))
    assert sorted(asked) == ["dear", "pays"]
    assert texts.to_pylist() == ["pays", "dear"] * 500


@given(st.lists(st.one_of(st.none(), st.sampled_from(["brand", "category"])), max_size=30))
def test_that_choices_are_searched_by_their_titles_and_missing_ones_stay_missing(values: list[str | None]) -> None:
    titles = {"brand": "品牌", "category": "品类"}
    choices = [Choice("brand", lambda: "品牌"), Choice("category", lambda: "品类")]
    column = Column(name="quadrant", title=str, kind=Kind.CHOICE, choices=choices)
    found = GridFrame({"quadrant": values}).texts(column).to_pylist()
    assert found == [None if value is None else titles[value] for value in values]


def test_that_a_column_of_texts_with_a_stray_number_is_searched_all_the_same() -> None:
    frame = GridFrame({"word": ["坚果", 12, None]})
    assert frame.texts(Column(name="word", title=str)).to_pylist() == ["坚果", "12", None]
