"""Budgets and limits per buyer in a replay: as if the engine had priced the orders one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as changed

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.offers import Gift, Offer, OrderAmountOff
from shopdesk.domain.promotions.policy import GroupRule, Policy
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.replay.book import UNKNOWN
from shopdesk.domain.promotions.replay.by_engine import Ask, cart_of, gift_cost, shop_part
from shopdesk.domain.promotions.replay.vector import price_book
from shopdesk.domain.promotions.till import Usage
from tests.unit.promotions.replay.books import Line, book_of
from tests.unit.promotions.replay.offers_drawn import POLICY, SKUS, offers
from tests.unit.promotions.replay.test_agreement import Uses, replay_says

SMALL = st.tuples(st.sampled_from(SKUS), st.sampled_from([500, 1_000, 3_300]), st.integers(1, 3))
ORDERS = st.lists(st.lists(SMALL, min_size=1, max_size=3), min_size=1, max_size=10)


def one_by_one(ask: Ask) -> tuple[list[int], Uses]:
    """Price every order with the engine in the order of the days, telling it what was given before."""
    book = ask.book
    paid = (book.item_price * book.quantity).tolist()
    spent: dict[str, int] = {}
    used: dict[tuple[str, int], int] = {}
    uses: Uses = {}
    by_id = {offer.offer_id: offer for offer in ask.offers}
    for position in np.argsort(book.day, kind="stable").tolist():
        buyer = int(book.buyer[position])
        before = {name: Usage(used.get((name, buyer), 0), spent.get(name, 0)) for name in by_id}
        priced = price_cart(cart_of(ask, position), ask.offers, ask.policy, usage=before)
        first = int(book.starts[position])
        paid[first : first + len(priced.lines)] = [line.payable for line in priced.lines]
        for step in priced.steps:
            if step.is_applied:
                name = step.offer_id
                spent[name] = spent.get(name, 0) + step.taken + sum((g.unit_cost or 0) * g.quantity for g in step.gifts)
                if buyer != UNKNOWN:
                    used[name, buyer] = used.get((name, buyer), 0) + 1
                shares = {first + int(line): off for line, off in step.lines.items()}
                platform = step.taken - shop_part(step.taken, by_id[name])
                uses[position, name] = step.taken, platform, gift_cost(book, step.gifts), shares
    return paid, uses


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ORDERS, offers(), POLICY, st.data())
def test_that_limits_count_from_order_to_order_as_the_engine_does(
    carts: Sequence[Sequence[Line]], drawn: list[Offer], policy: Policy, data: st.DataObject
) -> None:
    limited = [
        changed(
            offer,
            per_buyer=data.draw(st.sampled_from([None, 1, 2])),
            budget=data.draw(st.sampled_from([None, None, 0, 500, 2_000, 7_001])),
        )
        for offer in drawn
    ]
    count = len(carts)
    days = data.draw(st.lists(st.sampled_from(["2026-06-01", "2026-06-02"]), min_size=count, max_size=count))
    buyers = data.draw(st.lists(st.sampled_from([UNKNOWN, 0, 1]), min_size=count, max_size=count))
    book = book_of(carts, days=days, buyers=buyers, shipping=[500] * count)
    ask = Ask(book, limited, policy, book.item_price, np.zeros(book.lines, dtype=np.int64))
    paid, uses = one_by_one(ask)
    priced = price_book(book, limited, policy, by_line=True)
    assert priced.paid.tolist() == paid
    assert replay_says(book, priced) == uses


def test_that_a_budget_ends_within_the_order_that_uses_it_up_and_only_that_one_needs_the_engine() -> None:
    book = book_of([[("A", 10_000, 1)]] * 9)
    priced = price_book(book, [Offer("o", OrderAmountOff(400), budget=1_000)], Policy())
    assert priced.uses[0].taken.tolist() == [400, 400, 200]
    assert priced.by_engine == 1


def test_that_the_next_best_offer_takes_over_when_a_budget_is_gone() -> None:
    book = book_of([[("A", 10_000, 1)]] * 4)
    rivals = [Offer("a", OrderAmountOff(400), group="g", budget=800), Offer("b", OrderAmountOff(100), group="g")]
    priced = price_book(book, rivals, Policy(groups={"g": GroupRule.BEST_OF_ORDER}))
    assert [use.orders.tolist() for use in priced.uses] == [[0, 1], [2, 3]]


def test_that_gifts_count_against_a_budget_by_their_cost() -> None:
    book = book_of([[("A", 10_000, 1)]] * 4)
    priced = price_book(book, [Offer("o", Gift("X", unit_cost=300), budget=700)], Policy())
    assert priced.uses[0].orders.tolist() == [0, 1]


def test_that_a_buyer_gets_an_offer_so_often_and_no_more() -> None:
    book = book_of([[("A", 10_000, 1)]] * 5, buyers=[0, 1, 0, UNKNOWN, UNKNOWN])
    priced = price_book(book, [Offer("o", OrderAmountOff(400), per_buyer=1)], Policy())
    assert priced.uses[0].orders.tolist() == [0, 1, 3, 4]
