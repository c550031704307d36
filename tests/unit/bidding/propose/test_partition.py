"""The exact cut of a row into few pieces, against trying all cuts."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.propose.partition import partition
from shopdesk.domain.bidding.propose.regions import groups_of
from shopdesk.domain.bidding.propose.steps import Bounds

rows = st.lists(st.tuples(st.integers(30, 200), st.integers(0, 50)), min_size=1, max_size=8)


def error(values: Floats, weights: Floats, pieces: list[tuple[int, int, float]]) -> float:
    return float(sum((weights[a:b] * (values[a:b] - value) ** 2).sum() for a, b, value in pieces))


def best_of_all(values: Floats, weights: Floats, most: int, bounds: Bounds) -> float:
    found = np.inf
    for count in range(1, most + 1):
        for cuts in combinations(range(1, values.size), count - 1):
            edges = [0, *cuts, values.size]
            total = 0.0
            for a, b in pairwise(edges):
                low, high = bounds.low[a:b].max(), bounds.high[a:b].min()
                if low > high:
                    total = np.inf
                    break
                weight = weights[a:b].sum()
                mean = (weights[a:b] * values[a:b]).sum() / weight if weight > 0 else values[a:b].mean()
                total += error(values, weights, [(a, b, float(np.clip(mean, low, high)))])
            found = min(found, total)
    return float(found)


@given(rows, st.integers(1, 4), st.sampled_from([5.0, 40.0, 500.0]))
@settings(max_examples=120, deadline=None)
def test_that_no_other_cut_is_better(row: list[tuple[int, int]], most: int, step: float) -> None:
    values, weights = (np.array(column, dtype=float) for column in zip(*row, strict=True))
    weights = weights if weights.sum() > 0 else np.ones(values.size)
    bounds = Bounds(values - step, values + step)
    found = partition(values, weights, most, bounds)
    best = best_of_all(values, weights, most, bounds)
    if not found:
        assert best == np.inf
        return
    assert [piece.start for piece in found] == [0, *(piece.end for piece in found[:-1])]
    assert found[-1].end == values.size
    assert len(found) <= most
    for piece in found:
        assert bounds.low[piece.start : piece.end].max() <= piece.value <= bounds.high[piece.start : piece.end].min()
    got = error(values, weights, [(piece.start, piece.end, piece.value) for piece in found])
    assert got == pytest.approx(best, abs=1e-3 + 1e-6 * best)


def test_that_three_levels_are_found_and_thin_groups_are_refused() -> None:
    names = tuple(f"r{k}" for k in range(9))
    percents = np.array([120.0, 82, 100, 80, 121, 99, 119, 81, 101])
    found = groups_of(names, percents, np.full(9, 100.0), weeks=4)
    assert [group.percent for group in found] == [81, 100, 120]
    assert sorted(name for group in found for name in group.names) == sorted(names)
    assert [group.clicks for group in found] == [300, 300, 300]
    thin = np.where(percents > 110, 20.0, 100.0)
    assert len(groups_of(names, percents, thin, weeks=4)) == 2
    assert groups_of(names, percents, np.full(9, 10.0), weeks=4) == ()
    assert len(groups_of(names, percents, np.full(9, 10.0), weeks=0.4)) == 3
    assert groups_of(names, np.full(9, 100.0) + np.arange(9) / 10, np.full(9, 100.0), weeks=4) == ()
