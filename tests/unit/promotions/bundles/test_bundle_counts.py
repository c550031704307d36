"""Pairs and triples are counted exactly, whatever the orders."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.bundles.baskets import MOST_GOODS, Baskets, baskets_of
from shopdesk.domain.promotions.bundles.counts import frequent, joint_counts, triple_counts
from shopdesk.domain.promotions.bundles.expected import Chance
from tests.unit.promotions.bundles.carts import drawn_orders, lines_of

ORDERS = st.lists(st.lists(st.sampled_from("ABCDEFGH"), min_size=1, max_size=7), min_size=1, max_size=40)


def baskets(orders: list[list[str]]) -> Baskets:
    lines = lines_of(orders)
    return baskets_of(lines["order_id"], lines["sku"], lines["paid_at"])[0]


def by_hand(orders: list[list[str]], size: int, least: int) -> dict[tuple[str, ...], int]:
    counted = Counter(goods for order in orders for goods in combinations(sorted(set(order)), size))
    return {goods: count for goods, count in counted.items() if count >= least}


@settings(deadline=None)
@given(ORDERS, st.integers(1, 4))
def test_that_pairs_are_those_counted_by_hand(orders: list[list[str]], least: int) -> None:
    one = baskets(orders)
    a, b, together = frequent(joint_counts(one), least=least)
    found = {tuple(sorted((one.skus[x], one.skus[y]))): int(n) for x, y, n in zip(a, b, together, strict=True)}
    assert found == by_hand(orders, 2, least)


@settings(deadline=None)
@given(ORDERS, st.integers(1, 4))
def test_that_triples_are_those_counted_by_hand(orders: list[list[str]], least: int) -> None:
    one = baskets(orders)
    a, b, _together = frequent(joint_counts(one), least=least)
    goods, together, _met = triple_counts(one, (a, b), least=least)
    found = {tuple(sorted(one.skus[code] for code in row)): int(n) for row, n in zip(goods, together, strict=True)}
    assert found == by_hand(orders, 3, least)


@settings(deadline=None)
@given(ORDERS)
def test_that_chance_gives_as_many_meetings_in_all_as_there_were(orders: list[list[str]]) -> None:
    one = baskets(orders)
    if not one.carts:
        return
    everything = np.arange(len(one.skus))
    mean, variance = Chance(one).block(everything)
    upper = np.triu_indices(len(everything), 1)
    meetings = (one.sizes() * (one.sizes() - 1) / 2).sum()
    assert mean[upper].sum() <= meetings * 1.001  # an article that holds half of all places has no partner for each
    assert (variance >= 0).all()


def test_that_chance_gives_as_many_triples_in_all_as_there_were() -> None:
    one = baskets(drawn_orders(2, 600, goods=12))
    goods = np.array(list(combinations(range(len(one.skus)), 3)))
    sizes = one.sizes()
    there = (sizes * (sizes - 1) * (sizes - 2) / 6).sum()
    assert Chance(one).triples(goods[:, 0], goods[:, 1], goods[:, 2]).sum() == pytest.approx(there)


def test_that_an_article_twice_in_an_order_is_once_in_it() -> None:
    assert baskets([["A", "A", "B"], ["A", "B", "B"]]).sizes().tolist() == [2, 2]


def test_that_wholesale_orders_are_left_out_and_told() -> None:
    one = baskets([[f"S{number}" for number in range(MOST_GOODS + 1)], ["S1", "S2"]])
    assert (one.carts, one.wholesale, one.orders) == (1, 1, 2)


def test_that_lines_without_order_sku_or_payment_fall_out() -> None:
    lines = pd.DataFrame(
        {
            "order_id": ["1", "1", None, "2", "3", "3"],
            "sku": ["A", "B", "A", None, "A", "B"],
            "paid_at": ["2026-01-01", "2026-01-01", "2026-01-01", "2026-01-01", None, None],
        }
    )
    one, _evidence = baskets_of(lines["order_id"], lines["sku"], lines["paid_at"])
    assert (one.orders, one.carts) == (1, 1)


def test_that_nothing_gives_nothing() -> None:
    empty = pd.Series([], dtype=object)
    one, evidence = baskets_of(empty, empty, empty)
    assert one is evidence
    assert frequent(joint_counts(one), least=1)[0].size == 0
