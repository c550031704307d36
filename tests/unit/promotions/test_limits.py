"""Limits of offers: buyers, budgets, hours, exclusions; and red packets, which lower what later thresholds see."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import (
    Base,
    Condition,
    ConditionKind,
    EveryAmountOff,
    Gift,
    Give,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    Scope,
    ShippingPercentOff,
    Tier,
    UnitAmountOff,
)
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart, StepCode
from shopdesk.domain.promotions.shelf import Shelf
from shopdesk.domain.promotions.till import Usage

DAY = date(2026, 11, 11)


def cart(*prices: int, post: int = 0) -> Cart:
    return Cart(tuple(CartLine(f"L{i}", f"s{i}", price, 1) for i, price in enumerate(prices)), post)


def priced(goods: Cart, *offers: Offer, **usage: Usage) -> PricedCart:
    return price_cart(goods, offers, Policy(), usage=usage)


def test_that_a_buyer_uses_an_offer_as_often_as_it_allows() -> None:
    offer = Offer("C", OrderAmountOff(500), per_buyer=2)
    assert priced(cart(1000), offer, C=Usage(orders=1)).payable == 500
    again = priced(cart(1000), offer, C=Usage(orders=2))
    assert (again.payable, again.steps[0].code) == (1000, StepCode.USED_UP)


def test_that_a_budget_gives_what_is_left_of_it() -> None:
    offer = Offer("C", OrderAmountOff(500), budget=10_000)
    got = priced(cart(1000, 2000, 1000), offer, C=Usage(spent=9_700))
    assert [line.discount for line in got.lines] == [75, 150, 75]
    assert (got.steps[0].taken, got.steps[0].over_budget) == (300, 200)
    spent = priced(cart(1000), offer, C=Usage(spent=10_000))
    assert (spent.payable, spent.steps[0].code) == (1000, StepCode.BUDGET_SPENT)


def test_that_a_budget_holds_for_post_and_gifts_too() -> None:
    post = Offer("P", ShippingPercentOff(Fraction(100)), budget=400)
    assert priced(cart(1000, post=1000), post).shipping == 600
    gift = Offer("G", Gift("cup", 2, unit_cost=300), budget=1_000)
    assert priced(cart(1000), gift, G=Usage(spent=400)).gift_cost == 600
    assert priced(cart(1000), gift, G=Usage(spent=500)).gifts == ()


def test_that_a_budget_respects_floors() -> None:
    goods = Cart((CartLine("a", "a", 1000, 1, floor=950), CartLine("b", "b", 1000, 1)))
    got = priced(goods, Offer("U", UnitAmountOff(300), budget=200))
    assert [line.payable >= floor for line, floor in zip(got.lines, (950, 0), strict=True)] == [True, True]
    assert got.discount_total == 200


@pytest.mark.parametrize(
    ("day", "minute", "code"),
    [
        (date(2026, 11, 10), None, StepCode.NOT_STARTED),
        (DAY, 20 * 60 - 1, StepCode.NOT_STARTED),
        (DAY, 20 * 60, StepCode.APPLIED),
        (DAY, None, StepCode.APPLIED),  # a day alone: it runs on some of it
        (date(2026, 11, 12), 119, StepCode.APPLIED),
        (date(2026, 11, 12), 120, StepCode.ENDED),
        (date(2026, 11, 12), None, StepCode.APPLIED),
        (date(2026, 11, 13), None, StepCode.ENDED),
    ],
)
def test_that_an_offer_runs_from_its_first_minute_to_its_last(day: date, minute: int | None, code: StepCode) -> None:
    offer = Offer("F", OrderAmountOff(1), start=DAY, end=date(2026, 11, 12), start_minute=20 * 60, end_minute=120)
    assert price_cart(cart(100), [offer], Policy(), day=day, minute=minute).steps[0].code is code


def test_that_offers_that_exclude_each_other_leave_the_first() -> None:
    one = Offer("A", OrderAmountOff(100), excludes=frozenset({"B"}))
    two = Offer("B", OrderAmountOff(300), stage=1, excludes=frozenset({"A"}))
    got = priced(cart(1000), two, one)
    assert (got.applied, got.steps[-1].code, got.steps[-1].other) == (("A",), StepCode.CONFLICT, "A")


def test_that_a_circle_of_exclusions_leaves_exactly_its_first() -> None:
    names = ("A", "B", "C")
    ring = [
        Offer(name, OrderAmountOff(100), stage=stage, excludes=frozenset({names[(stage + 1) % 3]}))
        for stage, name in enumerate(names)
    ]
    assert priced(cart(1000), *ring).applied == ("A",)


def test_that_an_excluding_offer_that_is_not_met_excludes_nothing() -> None:
    dear = Condition(ConditionKind.AMOUNT, 9_000)
    one = Offer("A", OrderAmountOff(100), condition=dear, excludes=frozenset({"B"}))
    assert priced(cart(1000), one, Offer("B", OrderAmountOff(300), stage=1)).applied == ("B",)


def test_that_a_red_packet_lowers_what_parallel_thresholds_see() -> None:
    packet = Offer("R", OrderAmountOff(500), stage=1, lowers_base=True)
    coupon = Offer("C", OrderAmountOff(2_000), stage=0)
    every = Offer("X", EveryAmountOff(20_000, 2_000, base=Base.LIST), stage=2)
    assert priced(cart(60_000), coupon, every).discount_total == 2_000 + 6_000  # parallel: 600 stays 600
    assert priced(cart(60_000), coupon, packet, every).discount_total == 2_000 + 500 + 4_000


def test_that_four_parallel_layers_see_the_item_price_alone() -> None:
    offers = [
        Offer("item", UnitAmountOff(1_000), item_level=True),
        Offer("shop", OrderPercentOff(Fraction(10), base=Base.LIST), stage=1),
        Offer(
            "coupon", OrderAmountOff(1_000), stage=2, condition=Condition(ConditionKind.AMOUNT, 29_000, base=Base.LIST)
        ),
        Offer("cross", EveryAmountOff(10_000, 1_000, base=Base.LIST), stage=3),
        Offer("platform", OrderPercentOff(Fraction(5), cap=1_000, base=Base.LIST), stage=4),
    ]
    got = priced(cart(30_000), *offers)
    assert [step.taken for step in got.steps] == [1_000, 2_900, 1_000, 2_000, 1_000]


def test_that_a_step_may_ask_for_an_amount_and_a_number_of_units() -> None:
    steps = (Tier(10_000, Fraction(1_000), 2), Tier(10_000, Fraction(1_800), 3), Tier(20_000, Fraction(3_000), 3))
    offer = Offer("L", Ladder(Measure.ORDER_AMOUNT, Give.ORDER_AMOUNT_OFF, steps))
    assert priced(cart(12_000), offer).discount_total == 0
    assert priced(cart(6_000, 6_000), offer).discount_total == 1_000
    assert priced(cart(4_000, 4_000, 4_000), offer).discount_total == 1_800
    assert priced(cart(10_000, 10_000), offer).discount_total == 1_000
    one = priced(cart(12_000), offer).steps[0]
    assert (one.code, one.missing, one.counts_units, one.threshold) == (StepCode.BELOW_QUANTITY, 1, True, 2)
    both = priced(cart(9_000), offer).steps[0]
    assert (both.code, both.missing, both.missing_units) == (StepCode.BELOW_AMOUNT, 1_000, 1)


def test_that_a_ladder_by_count_and_one_by_amount_stand_in_one_cart() -> None:
    count = Ladder(Measure.ORDER_QUANTITY, Give.ORDER_PERCENT_OFF, (Tier(2, Fraction(10)), Tier(3, Fraction(20))))
    amount = Ladder(Measure.ORDER_AMOUNT, Give.ORDER_AMOUNT_OFF, (Tier(20_000, Fraction(1_500)),), base=Base.LIST)
    got = priced(cart(10_000, 10_000, 4_000), Offer("N", count), Offer("M", amount, stage=1))
    assert [step.taken for step in got.steps] == [4_800, 1_500]


def test_that_the_cost_of_gifts_leaves_the_margin() -> None:
    got = priced(cart(10_000), Offer("G", Gift("cup", 2, unit_cost=300)))
    assert (got.gift_cost, got.margin(4_000)) == (600, 5_400)
    unknown = priced(cart(10_000), Offer("G", Gift("cup")))
    assert (unknown.gift_cost, unknown.margin(4_000)) == (None, None)
    assert got.margin(None) is None


def test_that_partial_refunds_give_back_what_each_unit_cost() -> None:
    goods = Cart((CartLine("a", "a", 1_000, 3), CartLine("b", "b", 500, 2)))
    line, other = priced(goods, Offer("P", OrderAmountOff(1_000))).lines
    assert line.payable + other.payable == 3_000
    assert [line.refund(count) for count in (0, 1, 2, 3)] == [0, 750, 1_500, 2_250]
    assert other.refund(1) == 375
    with pytest.raises(ValueError, match="give back 4"):
        line.refund(4)


def test_that_a_shelf_prices_like_the_whole_list() -> None:
    offers = [
        Offer(f"O{i}", UnitAmountOff(i), scope=Scope(skus=frozenset({f"s{i % 40}"})), item_level=True)
        for i in range(200)
    ]
    offers.append(Offer("all", OrderAmountOff(100), stage=1))
    goods = cart(1_000, 2_000, 3_000)
    assert price_cart(goods, Shelf.of(offers), Policy()).payable == price_cart(goods, offers, Policy()).payable
    assert len(Shelf.of(offers).fitting(goods)) == 16
