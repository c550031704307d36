"""Sharing over many orders at once gives what sharing over one gives."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.replay.allot import fill, percent_of
from shopdesk.domain.promotions.rounding import Allocation, Rounding, water_fill, whole

SEGMENTS = st.lists(
    st.tuples(
        st.integers(0, 400) | st.integers(0, 10**6),
        st.lists(
            st.tuples(st.integers(0, 50) | st.integers(0, 10**6), st.integers(0, 60) | st.integers(0, 10**6)),
            min_size=1,
            max_size=6,
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None, max_examples=400)
@given(SEGMENTS, st.sampled_from(Allocation))
def test_that_many_orders_are_shared_as_each_alone(
    segments: list[tuple[int, list[tuple[int, int]]]], rule: Allocation
) -> None:
    expected = [part for total, lines in segments for part in water_fill(total, *zip(*lines, strict=True), rule)]
    starts = np.cumsum([0, *(len(lines) for _, lines in segments)])[:-1]
    flat = np.array([pair for _, lines in segments for pair in lines], dtype=np.int64)
    found = fill(np.array([total for total, _ in segments]), flat[:, 0], flat[:, 1], starts, rule)
    assert found.tolist() == expected


def test_that_amounts_too_large_for_a_product_stay_exact() -> None:
    weights, caps, total = np.array([10**11, 3 * 10**11, 1]), np.array([10**12] * 3), np.array([123_456_789_012, 1])
    found = fill(total, weights, caps, np.array([0, 2]), Allocation.FLOOR_REST_LAST)
    assert found.tolist() == [
        *water_fill(123_456_789_012, weights[:2].tolist(), caps[:2].tolist(), Allocation.FLOOR_REST_LAST),
        1,
    ]


@given(
    st.lists(st.integers(0, 10**17), max_size=5), st.fractions(0, 100, max_denominator=10**4), st.sampled_from(Rounding)
)
def test_that_percentages_are_rounded_as_one_by_one(amounts: list[int], percent: Fraction, rounding: Rounding) -> None:
    found = percent_of(np.array(amounts, dtype=np.int64), percent, rounding)
    assert found.tolist() == [whole(amount * percent / 100, rounding) for amount in amounts]
