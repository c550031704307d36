"""Shrinkage takes chance out: little evidence stays near 1, much evidence speaks for itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.gamma_poisson import Prior, chance_above, interval, shrink

PRIOR = Prior(centre=8.0, low=1.0, high=128.0, steps=29)


def test_that_strong_evidence_for_equal_cells_gives_a_strong_prior() -> None:
    rng = np.random.default_rng(3)
    expected = np.full(200, 20.0)
    same = shrink(rng.poisson(expected).astype(float), expected, prior=PRIOR)
    apart = shrink(rng.poisson(expected * rng.gamma(2, 0.5, 200)).astype(float), expected, prior=PRIOR)
    assert same.strength > 2 * apart.strength


@given(
    st.lists(st.tuples(st.integers(0, 200), st.floats(0.01, 200)), min_size=1, max_size=30),
)
def test_that_every_factor_lies_between_its_own_rate_and_one(cells: list[tuple[int, float]]) -> None:
    events, expected = (np.array(side, dtype=float) for side in zip(*cells, strict=True))
    found = shrink(events, expected, prior=PRIOR)
    own = events / expected
    assert (found.mean >= np.minimum(own, 1) - 1e-9).all()
    assert (found.mean <= np.maximum(own, 1) + 1e-9).all()
    assert (found.variance > 0).all()


def test_that_a_cell_that_expects_nothing_stays_at_one() -> None:
    found = shrink(np.array([0.0, 30.0]), np.array([0.0, 20.0]), prior=PRIOR)
    assert found.mean[0] == pytest.approx(1)


def test_that_the_interval_leaves_a_tenth_on_either_side() -> None:
    mean, shape = np.array([2.0]), np.array([5.0])
    low, high = interval(mean, shape)
    assert chance_above(mean, shape, low)[0] == pytest.approx(0.9)
    assert chance_above(mean, shape, high)[0] == pytest.approx(0.1)


@given(st.lists(st.tuples(*(st.one_of(st.just(float("nan")), st.floats(0.1, 50)) for _ in range(3))), max_size=20))
def test_that_a_chance_is_unknown_exactly_where_something_it_rests_on_is(
    cells: list[tuple[float, float, float]],
) -> None:
    mean, shape, threshold = np.array(cells, dtype=float).reshape(-1, 3).T
    found = chance_above(mean, shape, threshold)
    assert np.array_equal(np.isnan(found), np.isnan(mean) | np.isnan(shape) | np.isnan(threshold))
    alone = [float(chance_above(*np.array([[one], [two], [three]]))[0]) for one, two, three in cells]
    assert np.array_equal(found, np.array(alone, dtype=float), equal_nan=True)
