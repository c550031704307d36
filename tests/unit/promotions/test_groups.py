"""Offers of one group: which one wins, what a tie decides, and what counts together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import (
    Base,
    EveryAmountOff,
    Give,
    Ladder,
    Measure,
    NthUnit,
    Offer,
    OrderAmountOff,
    Scope,
    SetPrice,
    SetUnitPrice,
    Slot,
    Tier,
    UnitAmountOff,
)
from shopdesk.domain.promotions.policy import GroupRule, Policy, TieBreak
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import StepCode
from shopdesk.domain.promotions.till import Usage

BEST = Policy(groups={"g": GroupRule.BEST_OF_ORDER})
EACH = Policy(groups={"g": GroupRule.BEST_PER_LINE})
POOL = Policy(groups={"g": GroupRule.POOL_EQUAL})


def cart(*lines: tuple[str, int, int]) -> Cart:
    return Cart(tuple(CartLine(sku, sku, price, quantity) for sku, price, quantity in lines))


def only(*skus: str) -> Scope:
    return Scope(skus=frozenset(skus))


def ladder(minimum: int, value: int) -> Ladder:
    return Ladder(Measure.ORDER_AMOUNT, Give.ORDER_AMOUNT_OFF, (Tier(minimum, Fraction(value)),))


def pair(price: int, *skus: str) -> SetPrice:
    return SetPrice(tuple(Slot(only(sku)) for sku in skus), price)


def ties(*rules: TieBreak) -> Policy:
    return Policy(groups={"g": GroupRule.BEST_OF_ORDER}, tie_break=rules)


SMALL = Offer("b", ladder(100, 500), group="g", end=date(2026, 7, 1))
LARGE = Offer("a", ladder(900, 500), group="g", end=date(2026, 8, 1))
FACE = Offer("c", OrderAmountOff(5000), group="g", end=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("rules", "winner"),
    [
        ((), "b"),  # the one given first
        ((TieBreak.THRESHOLD,), "a"),
        ((TieBreak.EXPIRY,), "b"),
        ((TieBreak.ID,), "a"),
        ((TieBreak.EXPIRY, TieBreak.THRESHOLD), "b"),
    ],
)
def test_that_equal_offers_are_told_apart_by_the_policy(rules: tuple[TieBreak, ...], winner: str) -> None:
    assert price_cart(cart(("x", 1000, 1)), [SMALL, LARGE], ties(*rules)).applied == (winner,)


def test_that_the_face_value_decides_where_the_goods_cap_both() -> None:
    low = Offer("a", OrderAmountOff(500), group="g")
    assert price_cart(cart(("x", 400, 1)), [low, FACE], ties(TieBreak.FACE_VALUE, TieBreak.ID)).applied == ("c",)


def test_that_a_set_and_item_prices_share_the_units_between_them() -> None:
    offers = [
        Offer("set", pair(1500, "a", "b"), group="g", item_level=True, max_applications=None),
        Offer("price", SetUnitPrice(800), group="g", item_level=True, scope=only("a")),
    ]
    priced = price_cart(cart(("a", 1000, 3), ("b", 1000, 1)), offers, EACH)
    assert priced.payable == 1500 + 2 * 800
    assert priced.applied == ("set", "price")


def test_that_a_set_gives_way_where_item_prices_save_more() -> None:
    offers = [
        Offer("set", pair(1900, "a", "b"), group="g", item_level=True, max_applications=None),
        Offer("price", UnitAmountOff(300), group="g", item_level=True, scope=only("b")),
    ]
    priced = price_cart(cart(("a", 1000, 1), ("b", 1000, 1)), offers, EACH)
    assert priced.payable == 1700
    refused = next(step for step in priced.steps if step.offer_id == "set")
    assert (refused.code, refused.other) == (StepCode.NOT_BEST, "price")


def test_that_of_overlapping_sets_those_are_taken_that_save_most_together() -> None:
    offers = [
        Offer("ab", pair(1200, "a", "b"), group="g", item_level=True),  # saves 800, but blocks both others
        Offer("bc", pair(1500, "b", "c"), group="g", item_level=True),  # 500
        Offer("ad", pair(1500, "a", "d"), group="g", item_level=True),  # 500
    ]
    goods = cart(("a", 1000, 1), ("b", 1000, 1), ("c", 1000, 1), ("d", 1000, 1))
    assert price_cart(goods, offers, EACH).discount_total == 1000


def test_that_thresholds_on_different_goods_both_hold() -> None:
    offers = [
        Offer("dresses", ladder(20_000, 1500), group="g", scope=only("a")),
        Offer("shoes", ladder(10_000, 1000), group="g", scope=only("b")),
    ]
    assert price_cart(cart(("a", 20_000, 1), ("b", 10_000, 1)), offers, EACH).discount_total == 2500


def test_that_goods_count_for_one_threshold_only() -> None:
    offers = [
        Offer("shop", ladder(30_000, 3000), group="g"),
        Offer("shoes", ladder(10_000, 1000), group="g", scope=only("b")),
    ]
    priced = price_cart(cart(("a", 20_000, 1), ("b", 10_000, 1)), offers, EACH)
    assert (priced.discount_total, priced.applied) == (3000, ("shop",))


def test_that_a_line_that_gets_no_fen_of_an_offer_is_taken_all_the_same() -> None:
    offers = [Offer("a", OrderAmountOff(2), group="g"), Offer("b", OrderAmountOff(1), group="g")]
    assert price_cart(cart(("x", 1000, 1), ("y", 1000, 1), ("z", 1000, 1)), offers, EACH).discount_total == 2


def test_that_every_nth_unit_leaves_single_units_to_item_prices() -> None:
    offers = [
        Offer("half", NthUnit(2, Fraction(50)), group="g", item_level=True),
        Offer("off", UnitAmountOff(100), group="g", item_level=True),
    ]
    priced = price_cart(cart(("a", 1000, 3)), offers, EACH)
    assert priced.payable == 1000 + 500 + 900


def test_that_equal_steps_of_two_offers_count_their_goods_together() -> None:
    offers = [
        Offer("one", EveryAmountOff(30_000, 5000, base=Base.LIST), group="g", scope=only("a")),
        Offer("two", EveryAmountOff(30_000, 5000, base=Base.LIST), group="g", scope=only("b")),
        Offer("other", EveryAmountOff(20_000, 3000, base=Base.LIST), group="g", scope=only("c")),
    ]
    priced = price_cart(cart(("a", 20_000, 1), ("b", 10_000, 1), ("c", 20_000, 1), ("d", 99_000, 1)), offers, POOL)
    assert {line.sku: line.discount for line in priced.lines} == {"a": 3333, "b": 1667, "c": 3000, "d": 0}
    pooled = next(step for step in priced.steps if step.offer_id == "two")
    assert (pooled.code, pooled.other) == (StepCode.POOLED, "one")


def test_that_goods_of_two_pools_count_once() -> None:
    offers = [
        Offer("one", EveryAmountOff(10_000, 1000), group="g"),
        Offer("two", EveryAmountOff(5_000, 400), group="g"),
    ]
    assert price_cart(cart(("a", 10_000, 1)), offers, POOL).discount_total == 1000


def test_that_a_budget_takes_a_coupon_out_of_the_race() -> None:
    offers = [
        Offer("rich", OrderAmountOff(900), group="g", budget=10_000),
        Offer("poor", OrderAmountOff(500), group="g"),
    ]
    priced = price_cart(cart(("a", 5000, 1)), offers, BEST, usage={"rich": Usage(spent=9_800)})
    assert priced.applied == ("poor",)


def test_that_the_other_members_say_why_they_did_nothing() -> None:
    offers = [
        Offer("won", ladder(1000, 300), group="g"),
        Offer("less", ladder(1000, 200), group="g"),
        Offer("far", ladder(9000, 800), group="g"),
        Offer("gone", OrderAmountOff(50), group="g", scope=only("z")),
    ]
    steps = {step.offer_id: step for step in price_cart(cart(("a", 5000, 1)), offers, BEST).steps}
    assert [steps[name].code for name in ("won", "less", "far", "gone")] == [
        StepCode.APPLIED,
        StepCode.NOT_BEST,
        StepCode.BELOW_AMOUNT,
        StepCode.NOT_IN_CART,
    ]
    assert (steps["far"].missing, steps["far"].next_value) == (4000, "800")
