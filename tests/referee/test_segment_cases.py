"""Planted causes through the door that outside cases use, on seeds that nothing was tuned on."""

from __future__ import annotations

from typing import Final

import pandas as pd
import pytest

from benchmarks.segment_search.cases import case
from tests.referee.kpi import search_segments

SEEDS: Final = range(20_001, 20_081, 2)  # the full report: python -m benchmarks.segment_search


def test_that_planted_causes_are_found_first_and_among_the_first_three() -> None:
    first = among = 0
    for seed in SEEDS:
        one = case(seed)
        found = search_segments(
            one.before,
            one.after,
            dimensions=list(one.dimensions),
            numerator=one.numerator,
            denominator=one.denominator,
        )
        first += found[0] == one.cause
        among += one.cause in found
    assert first >= 0.6 * len(SEEDS)
    assert among >= 0.8 * len(SEEDS)


ROWS = pd.DataFrame({"source": ["a", "b", "c"], "buyers": [30.0, 40.0, 50.0], "visitors": [1000.0, 1000.0, 1000.0]})
ASKED = {"dimensions": ["source"], "numerator": "buyers", "denominator": "visitors"}


def test_that_frames_without_rows_have_no_answer() -> None:
    for before, after in ((ROWS[:0], ROWS), (ROWS, ROWS[:0]), (pd.DataFrame(), pd.DataFrame())):
        assert search_segments(before, after, **ASKED) == []
    assert search_segments(ROWS, ROWS, **ASKED | {"numerator": "visitors"}) == []


@pytest.mark.parametrize("odd", [float("nan"), float("inf")])
def test_that_rows_without_a_figure_are_left_out(odd: float) -> None:
    stray = pd.DataFrame({"source": ["a"], "buyers": [odd], "visitors": [1000.0]})
    after = ROWS.assign(buyers=[30.0, 8.0, 50.0])
    found = search_segments(pd.concat([ROWS, stray]), pd.concat([after, stray]), **ASKED)
    assert found[0] == {"source": "b"}


def test_that_a_dimension_named_twice_is_one() -> None:
    after = ROWS.assign(buyers=[30.0, 8.0, 50.0])
    assert search_segments(ROWS, after, **ASKED | {"dimensions": ["source", "source"]})[0] == {"source": "b"}
