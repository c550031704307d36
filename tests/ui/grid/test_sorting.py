"""Clicks on headers walk through the directions of a column."""

from __future__ import annotations

import pytest

from shopdesk.ui.grid.model import SortKey
from shopdesk.ui.grid.sorting import next_sort

WORD, COST = SortKey("word"), SortKey("cost", descending=True)


@pytest.mark.parametrize("downwards_first", [False, True])
def test_that_three_clicks_come_back_to_the_original_order(downwards_first: bool) -> None:
    keys: list[SortKey] = []
    seen = []
    for _ in range(3):
        keys = next_sort(keys, "cost", downwards_first=downwards_first, extend=False)
        seen.append([key.descending for key in keys])
    assert seen == [[downwards_first], [not downwards_first], []]


def test_that_a_click_replaces_the_sort_by_other_columns() -> None:
    assert next_sort([WORD, COST], "quad", downwards_first=False, extend=False) == [SortKey("quad")]


def test_that_extending_keeps_the_ranks_of_the_other_columns() -> None:
    assert next_sort([COST], "word", downwards_first=False, extend=True) == [COST, WORD]
    turned = next_sort([WORD, COST], "word", downwards_first=False, extend=True)
    assert turned == [SortKey("word", descending=True), COST]
    assert next_sort(turned, "word", downwards_first=False, extend=True) == [COST]
