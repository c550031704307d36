"""What single offers do to a cart, step by step; the laws that hold for all of them are in ``test_pricing_laws``."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import (
    Base,
    Condition,
    ConditionKind,
    Gift,
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
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import GroupRule, Policy
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import StepCode
from shopdesk.domain.promotions.rounding import Allocation, share, water_fill


def line(name: str, price: int, quantity: int = 1, floor: int | None = None, sku: str = "") -> CartLine:
    return CartLine(name, sku or name, price, quantity, floor=floor)


def cart(*lines: CartLine, post: int = 0) -> Cart:
    return Cart(lines, post)


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.sampled_from(Allocation))
def test_that_a_shared_amount_is_given_out_to_the_fen(total: int, weights: list[int], rule: Allocation) -> None:
    parts = share(total, weights, rule)
    assert sum(parts) == (total if sum(weights) else 0)
    assert all(part >= 0 for part in parts)
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if not weight)


@given(st.integers(0, 10**6), st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 10**5)), min_size=1, max_size=8))
def test_that_water_filling_stops_at_the_caps(total: int, parts: list[tuple[int, int]]) -> None:
    weights, caps = [w for w, _ in parts], [c for _, c in parts]
    given_out = water_fill(total, weights, caps, Allocation.FLOOR_REST_LAST)
    room = sum(cap for weight, cap in parts if weight)
    assert sum(given_out) == min(total, room)
    assert all(part <= cap for part, cap in zip(given_out, caps, strict=True))


def test_that_three_parallel_layers_look_at_the_item_price_and_come_off_one_after_another() -> None:
    full = Condition(ConditionKind.AMOUNT, 30_000, base=Base.LIST)
    offers = [
        Offer(f"P{i}", OrderAmountOff(off), stage=i, condition=full) for i, off in enumerate((5_000, 4_000, 3_000))
    ]
    priced = price_cart(cart(line("L1", 30_000)), offers, Policy())
    assert priced.payable == 18_000
    assert [step.taken for step in priced.steps] == [5_000, 4_000, 3_000]


def test_that_the_same_layers_in_sequence_stop_once_the_sum_falls_below() -> None:
    full = Condition(ConditionKind.AMOUNT, 30_000, base=Base.CURRENT)
    offers = [Offer(f"P{i}", OrderAmountOff(5_000), stage=i, condition=full) for i in range(2)]
    priced = price_cart(cart(line("L1", 32_000)), offers, Policy())
    assert priced.payable == 27_000
    assert priced.steps[1].code is StepCode.BELOW_AMOUNT
    assert priced.steps[1].missing == 3_000


def test_that_an_item_offer_lowers_the_list_base_of_the_coupon() -> None:
    coupon = Offer(
        "C", OrderAmountOff(1_000), stage=1, condition=Condition(ConditionKind.AMOUNT, 10_000, base=Base.LIST)
    )
    item = Offer("I", SetUnitPrice(9_900), item_level=True)
    priced = price_cart(cart(line("L1", 12_000)), [item, coupon], Policy())
    assert priced.payable == 9_900
    assert priced.steps[-1].missing == 100


def test_that_an_item_offer_on_other_goods_changes_no_later_threshold() -> None:
    off = Offer("off", OrderAmountOff(1000), stage=0)
    other = Offer("other", UnitAmountOff(100), stage=1, item_level=True, scope=Scope(skus=frozenset({"b"})))
    full = Condition(ConditionKind.AMOUNT, 10_000, base=Base.LIST)
    coupon = Offer("coupon", OrderAmountOff(500), stage=2, condition=full)
    own = price_cart(cart(line("a", 10_000)), [off, coupon], Policy())
    assert own.payable == 8500
    assert price_cart(cart(line("a", 10_000)), [off, other, coupon], Policy()).payable == own.payable


def test_that_a_set_of_two_out_of_three_is_priced_by_its_dearest_pieces() -> None:
    choice = Slot(Scope(skus=frozenset({"a", "b", "c"})), 2)
    fixed = Slot(Scope(skus=frozenset({"d"})))
    offer = Offer("S", SetPrice((choice, fixed), 10_000), max_applications=None)
    goods = cart(*(line(name, price) for name, price in (("a", 3_000), ("b", 5_000), ("c", 4_000), ("d", 6_000))))
    priced = price_cart(goods, [offer], Policy())
    assert priced.payable == 3_000 + 10_000
    assert {item.line: item.discount for item in priced.lines}["a"] == 0


def test_that_a_set_repeats_as_often_as_its_pieces_last() -> None:
    slots = (Slot(Scope(skus=frozenset({"a"}))), Slot(Scope(skus=frozenset({"b"}))))
    offer = Offer("S", SetPrice(slots, 1_000), max_applications=None)
    priced = price_cart(cart(line("a", 800, 3), line("b", 700, 2)), [offer], Policy())
    assert priced.payable == 2 * 1_000 + 800


def test_that_the_second_piece_at_half_price_halves_the_cheaper_of_each_pair() -> None:
    priced = price_cart(cart(line("a", 1_000, 2), line("b", 600, 1)), [Offer("N", NthUnit(2, Fraction(50)))], Policy())
    assert priced.discount_total == 500


def test_that_ten_thousand_units_are_priced_to_the_fen() -> None:
    priced = price_cart(cart(line("a", 333, 10_000)), [Offer("P", OrderAmountOff(1))], Policy())
    assert priced.payable == 3_330_000 - 1
    assert priced.lines[0].units == ((1, 332, 333), (9_999, 333, 333))


def test_that_only_the_best_offer_of_a_group_applies_and_the_other_says_why() -> None:
    policy = Policy(groups={"coupon": GroupRule.BEST_OF_ORDER})
    offers = [Offer("A", OrderAmountOff(500), group="coupon"), Offer("B", OrderAmountOff(800), group="coupon")]
    priced = price_cart(cart(line("a", 10_000)), offers, policy)
    assert priced.applied == ("B",)
    refused = next(step for step in priced.steps if step.offer_id == "A")
    assert (refused.code, refused.other) == (StepCode.NOT_BEST, "B")


def test_that_each_line_takes_its_own_best_item_offer() -> None:
    policy = Policy(groups={"item": GroupRule.BEST_PER_LINE})
    offers = [
        Offer("fixed", UnitAmountOff(300), group="item", item_level=True),
        Offer("percent", UnitPercentOff(Fraction(10)), group="item", item_level=True),
    ]
    priced = price_cart(cart(line("cheap", 1_000), line("dear", 9_000)), offers, policy)
    assert {item.line: item.discount for item in priced.lines} == {"cheap": 300, "dear": 900}


def test_that_conflicting_kinds_do_not_stack() -> None:
    policy = Policy(conflicts=frozenset({frozenset({"shop", "coupon"})}))
    offers = [Offer("A", OrderAmountOff(100), kind="shop"), Offer("B", OrderAmountOff(200), kind="coupon", stage=1)]
    priced = price_cart(cart(line("a", 1_000)), offers, policy)
    assert priced.applied == ("A",)
    assert priced.steps[-1].code is StepCode.CONFLICT


def test_that_a_discount_that_floors_refuse_is_reported() -> None:
    priced = price_cart(cart(line("a", 1_000, floor=900)), [Offer("P", OrderAmountOff(300))], Policy())
    assert priced.payable == 900
    assert priced.steps[0].not_given == 200


def test_that_offers_outside_their_days_say_when_they_run() -> None:
    offers = [
        Offer("soon", OrderAmountOff(1), start=date(2026, 7, 10)),
        Offer("gone", OrderAmountOff(1), end=date(2026, 6, 1)),
    ]
    priced = price_cart(cart(line("a", 100)), offers, Policy(), day=date(2026, 6, 25))
    assert [(step.code, step.day) for step in priced.steps] == [
        (StepCode.NOT_STARTED, "2026-07-10"),
        (StepCode.ENDED, "2026-06-01"),
    ]


def test_that_a_ladder_names_the_next_step() -> None:
    ladder = Ladder(
        Measure.ORDER_AMOUNT,
        Give.ORDER_AMOUNT_OFF,
        (Tier(12_900, Fraction(500)), Tier(19_900, Fraction(1_200))),
    )
    priced = price_cart(cart(line("a", 13_890)), [Offer("L", ladder)], Policy())
    step = priced.steps[0]
    assert (step.code, step.taken, step.missing, step.next_minimum) == (StepCode.APPLIED, 500, 6_010, 19_900)
    below = price_cart(cart(line("a", 10_000)), [Offer("L", ladder)], Policy()).steps[0]
    assert (below.code, below.missing) == (StepCode.BELOW_AMOUNT, 2_900)


def test_that_a_refund_gives_back_what_the_unit_itself_cost() -> None:
    priced = price_cart(cart(line("a", 1_000, 3), line("b", 500)), [Offer("P", OrderAmountOff(350))], Policy())
    item = priced.lines[0]
    assert item.refund(1) + item.refund(3) - item.refund(1) == item.payable
    assert item.refund(1) == 900


def test_that_the_platform_part_of_a_discount_is_shop_income() -> None:
    priced = price_cart(cart(line("a", 10_000)), [Offer("P", OrderAmountOff(1_001), shop_percent=50)], Policy())
    assert priced.payable == 8_999
    assert priced.shop_income == 9_499


def test_that_a_gift_adds_nothing_to_pay() -> None:
    priced = price_cart(cart(line("a", 10_000)), [Offer("G", Gift("nuts", unit_cost=300))], Policy())
    assert priced.payable == 10_000
    assert priced.gifts[0].sku == "nuts"


def test_that_a_negative_price_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        line("a", -1)


@pytest.mark.parametrize(("units", "code"), [(0, StepCode.NOT_IN_CART), (1, StepCode.BELOW_QUANTITY), (2, None)])
def test_that_a_cart_must_contain_as_many_units_as_are_asked_for(units: int, code: StepCode | None) -> None:
    asked = Condition(ConditionKind.CONTAINS, 2, scope=Scope(skus=frozenset({"a"})))
    lines = [line("b", 10_000), *([line("a", 1_000, units)] if units else [])]
    (step,) = price_cart(cart(*lines), [Offer("P", OrderAmountOff(500), condition=asked)], Policy()).steps
    assert step.is_applied == (code is None)
    assert code in (None, step.code)
    assert units != 1 or (step.threshold, step.reached) == (2, 1)
