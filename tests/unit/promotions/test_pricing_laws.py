"""The engine's laws: shares sum, floors hold, order of lines is irrelevant, more is never cheaper, best is best."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import (
    Base,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    EveryAmountOff,
    Gift,
    GiftLadder,
    GiftTier,
    Give,
    Ladder,
    Measure,
    NthUnit,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    PerGroup,
    RoundAt,
    Scope,
    SetPrice,
    SetShipping,
    SetUnitPrice,
    Several,
    ShippingAmountOff,
    ShippingPercentOff,
    Slot,
    Tier,
    UnitAmountOff,
    UnitLimits,
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import GroupRule, Policy, TieBreak
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.domain.promotions.rounding import Allocation
from shopdesk.domain.promotions.till import Usage

SKUS = ("a", "b", "c")
percents = st.integers(0, 100).map(Fraction)
amounts = st.integers(0, 30_000)
counts = st.integers(1, 4)
bases = st.sampled_from(Base)
scopes = st.builds(
    Scope,
    skus=st.frozensets(st.sampled_from(SKUS), max_size=2),
    undiscounted_only=st.booleans(),
    price_max=st.none() | amounts,
)
tiers = st.lists(
    st.builds(Tier, st.integers(1, 40_000), st.integers(0, 100).map(Fraction), st.integers(0, 3)), max_size=3
).map(tuple)
limits = st.builds(UnitLimits, st.none() | counts, st.none() | counts, st.booleans())

order_level: st.SearchStrategy[Benefit] = st.one_of(
    st.builds(OrderAmountOff, amounts),
    st.builds(OrderPercentOff, percents, st.none() | amounts, bases),
    st.builds(EveryAmountOff, st.integers(100, 20_000), amounts, st.none() | counts, bases),
    st.builds(
        Ladder,
        st.sampled_from([Measure.ORDER_AMOUNT, Measure.ORDER_QUANTITY]),
        st.sampled_from([Give.ORDER_AMOUNT_OFF, Give.ORDER_PERCENT_OFF]),
        tiers,
        st.integers(0, 50).map(Fraction),
        bases,
        percent_base=bases,
        cap=st.none() | amounts,
    ),
)
by_unit: st.SearchStrategy[Benefit] = st.one_of(
    st.builds(UnitAmountOff, amounts),
    st.builds(UnitPercentOff, percents, bases, st.just(RoundAt.UNIT)),
    st.builds(SetUnitPrice, amounts),
)
slots = st.builds(Slot, st.builds(Scope, skus=st.frozensets(st.sampled_from(SKUS), min_size=1)), st.integers(1, 2))
sets: st.SearchStrategy[Benefit] = st.one_of(
    st.builds(BundlePrice, counts, amounts),
    st.builds(SetPrice, st.lists(slots, min_size=1, max_size=2).map(tuple), amounts),
    st.builds(BuyGet, scopes, counts, scopes, counts, st.none() | amounts, percents),
    st.builds(NthUnit, counts, percents, st.none() | counts),
    st.just(CheapestUnitFree()),
)
benefits: st.SearchStrategy[Benefit] = st.one_of(
    order_level,
    by_unit,
    sets,
    st.builds(UnitAmountOff, amounts, limits),
    st.builds(UnitPercentOff, percents, bases, st.sampled_from(RoundAt), limits=limits),
    st.builds(PerGroup, counts, amounts, percents),
    st.builds(Ladder, st.sampled_from(Measure), st.sampled_from(Give), tiers),
    st.builds(ShippingPercentOff, percents),
    st.builds(ShippingAmountOff, amounts),
    st.builds(SetShipping, amounts),
    st.builds(Gift, st.just("g"), unit_cost=st.none() | amounts),
    st.builds(GiftLadder, st.lists(st.builds(GiftTier, amounts, st.builds(Gift, st.just("g"))), max_size=2).map(tuple)),
    st.builds(Several, st.lists(by_unit | order_level, max_size=2).map(tuple)),
)
lines = st.lists(
    st.builds(
        CartLine,
        st.just(""),
        st.sampled_from(SKUS),
        st.integers(0, 30_000),
        st.integers(0, 7),
        floor=st.none() | st.integers(0, 20_000),
        discountable=st.sampled_from([True, True, True, False]),
        selected=st.sampled_from([True, True, True, False]),
    ),
    max_size=5,
)
carts = st.builds(
    lambda rows, post: Cart(tuple(replace(row, line=f"L{i}") for i, row in enumerate(rows)), post), lines, amounts
)
policies = st.builds(
    Policy,
    st.sampled_from(Allocation),
    groups=st.dictionaries(st.sampled_from(["g", "h"]), st.sampled_from(GroupRule)),
    tie_break=st.lists(st.sampled_from(TieBreak), unique=True).map(tuple),
)


@st.composite
def offers_of(draw: st.DrawFn, kinds: st.SearchStrategy[Benefit], most: int = 4) -> list[Offer]:
    found = draw(st.lists(kinds, max_size=most))
    names = [f"P{i}" for i in range(len(found))]
    return [
        Offer(
            name,
            benefit,
            stage=draw(st.integers(0, 2)),
            priority=draw(st.integers(0, 2)),
            item_level=draw(st.booleans()),
            group=draw(st.sampled_from(["", "g", "h"])),
            scope=draw(scopes),
            max_applications=draw(st.sampled_from([1, 2, None])),
            excludes=draw(st.frozensets(st.sampled_from(names), max_size=1)) if draw(st.booleans()) else frozenset(),
            lowers_base=draw(st.booleans()),
            budget=draw(st.none() | amounts),
        )
        for name, benefit in zip(names, found, strict=True)
    ]


def check_books(goods: Cart, priced: PricedCart) -> None:
    floors = {item.line: min(item.floor or 0, item.unit_price) for item in goods.lines}
    for item in priced.lines:
        assert sum(item.shares.values()) == item.discount
        assert sum(count for count, _, _ in item.units) == item.quantity
        assert all(now >= floors[item.line] for _, now, _ in item.units)
        assert sum(item.unit_discounts()) == item.discount
        assert sum(item.refund(count + 1) - item.refund(count) for count in range(item.quantity)) == item.payable
    assert 0 <= priced.shipping <= goods.shipping_fee
    assert priced.payable == priced.goods_total - priced.discount_total + priced.shipping
    off_goods = sum(step.before - step.after for step in priced.steps)
    assert off_goods == priced.discount_total
    for step in priced.steps:
        assert step.before - step.after == sum(step.lines.values())
        assert step.taken >= sum(step.lines.values())
        assert step.not_given >= 0


@given(carts, offers_of(benefits), policies)
def test_that_the_books_balance_whatever_is_offered(goods: Cart, offers: list[Offer], policy: Policy) -> None:
    priced = price_cart(goods, offers, policy)
    check_books(goods, priced)
    assert {step.offer_id for step in priced.steps} == {offer.offer_id for offer in offers}
    untouched = [item for item in goods.lines if not item.discountable and item.selected]
    assert all(line.discount == 0 for line in priced.lines if line.line in {item.line for item in untouched})


@given(carts, offers_of(benefits), policies, st.integers(0, 40_000))
def test_that_budgets_are_never_overdrawn(goods: Cart, offers: list[Offer], policy: Policy, spent: int) -> None:
    usage = {offer.offer_id: Usage(spent=spent) for offer in offers}
    priced = price_cart(goods, offers, policy, usage=usage)
    check_books(goods, priced)
    taken = {step.offer_id: step.taken for step in priced.steps}
    for offer in offers:
        if offer.budget is not None:
            assert taken.get(offer.offer_id, 0) <= max(0, offer.budget - spent)


@given(carts, offers_of(order_level), st.randoms(use_true_random=False), st.sampled_from(Allocation))
def test_that_the_order_of_lines_does_not_change_what_is_paid(
    goods: Cart, offers: list[Offer], dice: Random, rule: Allocation
) -> None:
    offers = [replace(offer, scope=Scope(), budget=None) for offer in offers]
    shuffled = list(goods.lines)
    dice.shuffle(shuffled)
    left = price_cart(goods, offers, Policy(rule))
    right = price_cart(replace(goods, lines=tuple(shuffled)), offers, Policy(rule))
    assert left.payable == right.payable


@given(carts, st.lists(by_unit, max_size=4), st.data())
def test_that_more_units_are_never_cheaper_where_every_unit_is_priced_alike(
    goods: Cart, kinds: list[Benefit], data: st.DataObject
) -> None:
    offers = [Offer(f"P{i}", kind, group=data.draw(st.sampled_from(["", "g"]))) for i, kind in enumerate(kinds)]
    policy = Policy(groups={"g": GroupRule.BEST_PER_LINE})
    if goods.lines:
        place = data.draw(st.integers(0, len(goods.lines) - 1))
        grown = [
            replace(line, quantity=line.quantity + 1) if at == place else line for at, line in enumerate(goods.lines)
        ]
        more = price_cart(replace(goods, lines=tuple(grown)), offers, policy)
        assert more.payable >= price_cart(goods, offers, policy).payable


@given(carts, offers_of(order_level | by_unit), st.sampled_from([GroupRule.BEST_OF_ORDER, GroupRule.BEST_PER_LINE]))
def test_that_the_best_of_a_group_is_no_worse_than_any_member_alone(
    goods: Cart, offers: list[Offer], rule: GroupRule
) -> None:
    members = [replace(offer, stage=0, group="g", item_level=False, excludes=frozenset()) for offer in offers]
    policy = Policy(groups={"g": rule})
    together = price_cart(goods, members, policy).payable
    assert all(together <= price_cart(goods, [member], policy).payable for member in members)


@given(carts, st.lists(sets | by_unit, max_size=4))
def test_that_sets_and_item_prices_together_are_no_worse_than_any_alone(goods: Cart, kinds: list[Benefit]) -> None:
    policy = Policy(groups={"g": GroupRule.BEST_PER_LINE})
    members = [Offer(f"P{i}", kind, group="g", item_level=True, max_applications=None) for i, kind in enumerate(kinds)]
    priced = price_cart(goods, members, policy)
    assert all(priced.payable <= price_cart(goods, [member], policy).payable for member in members)


@pytest.mark.parametrize("rule", [GroupRule.BEST_OF_ORDER, GroupRule.BEST_PER_LINE, None])
@given(goods=carts, kinds=st.lists(by_unit | st.builds(OrderAmountOff, amounts), max_size=4))
def test_that_removing_an_offer_of_a_single_stage_never_lowers_the_price(
    rule: GroupRule | None, goods: Cart, kinds: list[Benefit]
) -> None:
    policy = Policy(groups={"g": rule} if rule else {})
    if rule is None:  # what stacks in one stage: amounts, since a percentage of what is left depends on the others
        kinds = [kind for kind in kinds if isinstance(kind, UnitAmountOff | OrderAmountOff)]
    offers = [Offer(f"P{i}", kind, group="g") for i, kind in enumerate(kinds)]
    whole = price_cart(goods, offers, policy).payable
    for missing in offers:
        assert price_cart(goods, [offer for offer in offers if offer is not missing], policy).payable >= whole
