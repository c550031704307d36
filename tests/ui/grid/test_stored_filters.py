from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui.grid.filters import BlankFilter, ChoiceFilter, Filter, NumberFilter, TextFilter, TextTest
from shopdesk.ui.grid.stored_filters import from_text, to_text

numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
filters = st.one_of(
    st.builds(TextFilter, st.sampled_from(TextTest), st.text()),
    st.builds(NumberFilter, numbers, numbers, st.booleans(), st.booleans()),
    st.builds(
        ChoiceFilter,
        st.frozensets(st.none() | st.text()),
        st.frozensets(st.tuples(st.none() | st.text() | st.booleans(), numbers), max_size=3),
    ),
    st.builds(BlankFilter, st.booleans()),
)


@given(filters)
def test_that_a_filter_comes_back_as_it_was(condition: Filter) -> None:
    assert from_text(to_text(condition)) == condition


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"kind": "choice", "texts": [], "blank": false, "worded": [[{}]]}',
        '{"kind": "choice", "texts": [], "blank": false, "worded": 1}',
        '{"kind": "of tomorrow"}',
        '{"kind": "text", "test": "X", "text": ""}',
    ],
)
def test_that_a_text_nobody_can_read_is_no_filter(text: str) -> None:
    assert from_text(text) is None
