"""What belongs together is found; season, large orders, habit and luck are no proof."""

from __future__ import annotations

import numpy as np
import pytest

from shopdesk.domain.promotions.bundles.baskets import baskets_of
from shopdesk.domain.promotions.bundles.expected import Moments
from shopdesk.domain.promotions.bundles.search import LeftOut, SetTable, find_sets, proven, tail, times_needed
from tests.unit.promotions.bundles.carts import drawn_orders, lines_of


def sets(table: SetTable) -> set[frozenset[str]]:
    return {frozenset(table.names(row)) for row in np.flatnonzero(table.accepted).tolist()}


def test_that_a_pair_that_belongs_together_is_proven_and_no_other() -> None:
    lines = lines_of(drawn_orders(1, 3_000, pair=0.4))
    found = find_sets(*baskets_of(lines["order_id"], lines["sku"], lines["paid_at"]))
    assert sets(found.pairs) == {frozenset({"S03", "S07"})}


@pytest.mark.parametrize("seed", range(4))
def test_that_orders_drawn_by_chance_prove_nothing(seed: int) -> None:
    lines = lines_of(drawn_orders(10 + seed, 2_000))
    found = find_sets(*baskets_of(lines["order_id"], lines["sku"], lines["paid_at"]))
    assert sets(found.pairs) == set()
    assert sets(found.triples) == set()


def test_that_goods_of_one_season_are_no_pair() -> None:
    summer = [40.0 if code in (5, 9) else 1.0 for code in range(60)]
    winter = [0.02 if code in (5, 9) else 1.0 for code in range(60)]
    orders = drawn_orders(3, 900, popular=summer) + drawn_orders(4, 2_700, popular=winter)
    days = [number * 28 // 900 if number < 900 else 28 + (number - 900) * 84 // 2_700 for number in range(3_600)]
    lines = lines_of(orders, days=days)
    found = find_sets(*baskets_of(lines["order_id"], lines["sku"], lines["paid_at"]))
    plain = find_sets(*baskets_of(lines["order_id"], lines["sku"], None))
    pair = frozenset({"S05", "S09"})
    row = next(row for row in range(len(found.pairs)) if frozenset(found.pairs.names(row)) == pair)
    other = next(row for row in range(len(plain.pairs)) if frozenset(plain.pairs.names(row)) == pair)
    assert not found.pairs.accepted[row]
    assert found.pairs.lift[row] == pytest.approx(1, abs=0.2)
    assert plain.pairs.lift[other] > 1.5  # without days the season looks like taste


def test_that_one_customers_habit_is_no_proof() -> None:
    lines = lines_of([*drawn_orders(5, 1_500), *[["S40", "S50"]] * 30])
    habit = lines["order_id"] >= 1_500
    buyer = lines["order_id"].where(~habit, 1_500)
    shown, evidence = baskets_of(lines["order_id"], lines["sku"], lines["paid_at"], buyer)
    found = find_sets(shown, evidence)
    row = next(row for row in range(len(found.pairs)) if set(found.pairs.names(row)) == {"S40", "S50"})
    assert found.pairs.together[row] >= 30  # all orders are shown
    assert not found.pairs.accepted[row]
    assert sets(find_sets(shown).pairs) == {frozenset({"S40", "S50"})}  # thirty people would prove it


def test_that_variants_and_sets_on_sale_are_left_out_and_counted() -> None:
    lines = lines_of(drawn_orders(1, 3_000, pair=0.4))
    baskets = baskets_of(lines["order_id"], lines["sku"], lines["paid_at"])[0]
    product = {"S03": "nuts", "S07": "nuts"}
    variants = find_sets(baskets, left=LeftOut(product))
    on_sale = find_sets(baskets, left=LeftOut(sold=(frozenset({"S03", "S07", "S09"}),)))
    assert (variants.variants, sets(variants.pairs)) == (1, set())
    assert (on_sale.sold, sets(on_sale.pairs)) == (3, set())


def test_that_two_pairs_of_one_article_are_no_triple() -> None:
    draw = np.random.default_rng(8)
    orders = []
    for goods in drawn_orders(6, 4_000):
        further = [*goods]
        if "S00" in goods:
            further += ["S20"] * bool(draw.random() < 0.3) + ["S30"] * bool(draw.random() < 0.3)
        orders.append(list(dict.fromkeys(further)))
    lines = lines_of(orders)
    found = find_sets(*baskets_of(lines["order_id"], lines["sku"], lines["paid_at"]))
    assert {frozenset({"S00", "S20"}), frozenset({"S00", "S30"})} <= sets(found.pairs)
    assert frozenset({"S00", "S20", "S30"}) not in sets(found.triples)


def test_that_three_goods_taken_together_are_a_triple() -> None:
    draw = np.random.default_rng(9)
    orders = [
        [*goods, *[sku for sku in ("S20", "S30") if sku not in goods]]
        if "S00" in goods and draw.random() < 0.15
        else goods
        for goods in drawn_orders(6, 4_000)
    ]
    lines = lines_of(orders)
    found = find_sets(*baskets_of(lines["order_id"], lines["sku"], lines["paid_at"]))
    assert frozenset({"S00", "S20", "S30"}) in sets(found.triples)


def test_that_the_tail_is_that_of_a_poisson_where_the_moments_are() -> None:
    rate = np.array([2.0, 2.0, 2.0])
    found = tail(np.array([1.0, 4.0, 9.0]), Moments(rate, rate, rate))
    assert found[1:] == pytest.approx([0.142877, 0.000237], rel=1e-2)
    assert found[0] == 1  # no more than expected is never remarkable


def test_that_nothing_is_proven_where_nothing_was_left_to_chance() -> None:
    none = np.zeros(1)
    assert tail(np.array([9.0]), Moments(np.array([8.0]), none, none)).tolist() == [1.0]


def test_that_a_wider_spread_of_chance_asks_for_more() -> None:
    rate = np.array([10.0])
    moments = Moments(rate, rate, rate)
    assert tail(np.array([22.0]), moments.spread(0.2))[0] > 10 * tail(np.array([22.0]), moments)[0]


def test_that_benjamini_hochberg_counts_the_sets_that_are_not_listed() -> None:
    p_value = np.array([0.001, 0.02, 0.3])
    assert proven(p_value, 3).tolist() == [True, True, False]
    assert proven(p_value, 40).tolist() == [True, False, False]
    assert proven(p_value, 1_000).tolist() == [False, False, False]


def test_that_orders_wanted_grow_as_the_lift_falls_and_none_help_without_one() -> None:
    def table(together: int) -> SetTable:
        one = np.ones(1)
        return SetTable(
            ("A", "B"), np.array([[0, 1]]), np.array([together]), 5 * one, one, one, one, one > 2, tested=300, least=4
        )

    strong, weak, nothing = (times_needed(table(count), 0.0)[0] for count in (10, 7, 5))
    assert 1 < strong < weak
    assert np.isnan(nothing)
