from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.keywords.change import KNOWN, chance_of_rise

counts = st.floats(0, 5_000)
returns = st.floats(0.01, 100)


def test_that_nothing_changed_is_a_coin() -> None:
    assert chance_of_rise(orders=30, roi=2.0, orders_before=30, roi_before=2.0, cv=0.6) == pytest.approx(0.5)


@given(orders=counts, roi=returns, orders_before=counts, roi_before=returns)
def test_that_a_rise_one_way_is_a_fall_the_other_way(
    orders: float, roi: float, orders_before: float, roi_before: float
) -> None:
    up = chance_of_rise(orders=orders, roi=roi, orders_before=orders_before, roi_before=roi_before, cv=0.6)
    down = chance_of_rise(orders=orders_before, roi=roi_before, orders_before=orders, roi_before=roi, cv=0.6)
    assert up + down == pytest.approx(1.0, abs=1e-9)


def test_that_it_agrees_with_drawn_returns() -> None:
    rng = np.random.default_rng(5)
    shapes = [(12 + 0.5) / 1.36, (7 + 0.5) / 1.36]
    now, before = (rng.gamma(shape, mean / shape, 400_000) for shape, mean in zip(shapes, (2.4, 1.8), strict=True))
    found = chance_of_rise(orders=12, roi=2.4, orders_before=7, roi_before=1.8, cv=0.6)
    assert found == pytest.approx(float((now > before).mean()), abs=0.004)


def test_that_a_few_orders_more_are_not_yet_a_change_but_many_are() -> None:
    few = chance_of_rise(orders=6, roi=2.4, orders_before=4, roi_before=1.8, cv=0.6)
    many = chance_of_rise(orders=600, roi=2.4, orders_before=400, roi_before=1.8, cv=0.6)
    assert few < KNOWN < many
