"""Order values before order-level offers, and what a ladder would meet among them."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.catalogue import goods_of
from shopdesk.domain.promotions.order_values import Basis, bins_for, histogram, order_values, reach

ORDERS = pd.DataFrame(
    {
        "order_id": ["1", "2", "3", "4"],
        "paid_at": pd.to_datetime(["2026-06-01 10:00:00", "2026-06-02 23:59:59", None, "2026-07-01 00:00:00"]),
        "goods_total": [9_000, 20_000, 5_000, 7_000],
        "paid": [9_800, 20_000, 0, 7_000],
    }
)
LINES = pd.DataFrame(
    {"order_id": ["1", "1", "2", "3"], "unit_price": [5_000, 2_500, 22_000, 5_000], "quantity": [1, 2, 1, 1]}
)
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def test_that_line_prices_come_before_order_totals_and_unpaid_orders_stay_out() -> None:
    found = order_values(ORDERS, LINES, JUNE)
    assert found.basis is Basis.LINE_PRICES
    assert list(found.values) == [10_000, 22_000]
    assert (found.first, found.last) == (date(2026, 6, 1), date(2026, 6, 2))


def test_that_shares_of_the_platform_are_the_best_ground() -> None:
    lines = LINES.assign(line_paid=[4_500, 4_500, 20_000, 0], order_discount_share=[500, 500, 2_000, 0])
    assert order_values(ORDERS, lines, JUNE).basis is Basis.PAID_AND_SHARE


def test_that_orders_without_lines_use_their_goods_total() -> None:
    found = order_values(ORDERS, pd.DataFrame(), JUNE)
    assert (found.basis, list(found.values)) == (Basis.ORDER_TOTAL, [9_000, 20_000])


def test_that_a_refunded_order_keeps_the_value_it_was_placed_with() -> None:
    orders = pd.DataFrame(
        {
            "order_id": ["1", "2"],
            "paid_at": pd.to_datetime(["2026-06-01", "2026-06-02"]),
            "payable": [3_800, 5_000],
            "paid": [0, 5_000],
            "shipping": [800, 0],
        }
    )
    assert list(order_values(orders, pd.DataFrame(), JUNE).values) == [3_000, 5_000]


def test_that_no_orders_give_no_figures() -> None:
    found = order_values(pd.DataFrame(), pd.DataFrame(), JUNE)
    assert (found.count, found.mean, found.median) == (0, None, None)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=300))
def test_that_every_order_is_in_one_bin(values: list[int]) -> None:
    ascending = np.sort(np.array(values, dtype=np.int64))
    width, top = bins_for(ascending)
    _, counts = histogram(ascending, width=width, top=top)
    assert counts.sum() == len(values)


def test_that_reach_counts_who_is_there_and_who_is_close() -> None:
    values = np.array([9_000, 11_000, 12_900, 15_000, 19_000, 19_900, 30_000], dtype=np.int64)
    first, second = reach(values, [(12_900, 500), (19_900, 1_200)], near=2_000)
    assert (first.reached, first.at_step, first.near, first.cost) == (5, 3, 1, 1_500)
    assert (second.reached, second.at_step, second.near, second.cost) == (2, 2, 1, 2_400)


def test_that_goods_know_cost_price_and_how_often_they_sold() -> None:
    costs = pd.DataFrame(
        {"sku": ["A", "B"], "title": ["甲", "乙"], "unit_cost": [100, None], "list_price": [None, 900]}
    )
    lines = pd.DataFrame(
        {
            "order_id": ["1", "2"],
            "sku": ["A", "C"],
            "title": ["甲旧", "丙"],
            "unit_price": [500, 700],
            "quantity": [2, 5],
        }
    )
    found = {goods.sku: goods for goods in goods_of(costs, lines)}
    assert (found["A"].list_price, found["A"].unit_cost, found["A"].sold) == (500, 100, 2)
    assert (found["B"].list_price, found["B"].unit_cost) == (900, None)
    assert found["C"].unit_cost is None
    assert next(iter(goods_of(costs, lines))).sku == "C"


def test_that_a_histogram_of_dear_goods_stays_short() -> None:
    values = np.sort(np.array([10**14, 10**15] * 50, dtype=np.int64))
    width, top = bins_for(values)
    edges, counts = histogram(values, width=width, top=top)
    assert len(edges) < 40
    assert counts.sum() == len(values)


@pytest.mark.parametrize(("middle", "spread"), [(2_000_000, 0.03), (500_000, 0.05), (6_000, 0.5), (150, 0.3)])
def test_that_bins_tell_orders_apart_however_dear_the_goods(middle: int, spread: float) -> None:
    values = np.sort(np.random.default_rng(1).normal(middle, middle * spread, 2_000)).clip(1).astype(np.int64)
    width, top = bins_for(values)
    edges, counts = histogram(values, width=width, top=top)
    assert len(edges) <= 125
    assert (counts > 0).sum() >= 10 or width == 100
    assert counts.max() < len(values) / 4 or width == 100


def test_that_orders_that_were_paid_without_a_price_are_counted_apart() -> None:
    orders = pd.DataFrame({"order_id": ["1", "2"], "paid_at": pd.to_datetime(["2026-06-02"] * 2), "paid": [0, 0]})
    lines = pd.DataFrame({"order_id": ["1", "2"], "sku": "A", "title": "A", "unit_price": 0, "quantity": 1})
    found = order_values(orders, lines, JUNE)
    assert (found.count, found.without_value) == (0, 2)
