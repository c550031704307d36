"""What a replay tells: sums that add up, margins only where costs are known, who pays, who reached which step."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from shopdesk.domain.promotions.offers import (
    Condition,
    ConditionKind,
    Gift,
    Give,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
    Tier,
)
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.record import BuyerGroup
from shopdesk.domain.promotions.replay.summary import compare, happened, replay
from tests.unit.promotions.replay.books import book_of

LADDER = Offer(
    "ladder",
    Ladder(
        Measure.ORDER_AMOUNT,
        Give.ORDER_AMOUNT_OFF,
        (Tier(10_000, Fraction(500)), Tier(20_000, Fraction(1_500))),
    ),
    shop_percent=60,
)
COSTS = {"A": 4_000, "B": 1_000}
BOOK = book_of(
    [[("A", 9_000, 1)], [("A", 9_000, 1), ("B", 3_000, 1)], [("A", 9_000, 2), ("B", 3_000, 1)]],
    shipping=[800, 0, 0],
    costs=COSTS,
    days=["2026-06-07", "2026-06-08", "2026-06-14"],
    returning=[0, 1, 1],
)


def test_that_customers_pay_less_and_the_platform_makes_up_for_its_part() -> None:
    found = replay(BOOK, [LADDER], Policy()).totals
    assert (found.goods, found.revenue, found.income) == (42_000, 40_800, 41_600)
    assert (found.shop_off, found.platform_off) == (1_200, 800)
    assert found.margin == 41_600 - (4_000 + 5_000 + 9_000)
    assert (found.orders, found.items, found.items_per_order) == (3, 6, 2.0)


def test_that_each_step_says_who_got_it_and_what_it_took() -> None:
    found = replay(BOOK, [LADDER], Policy())
    assert [(step.minimum, step.orders, step.taken) for step in found.reach] == [(10_000, 1, 500), (20_000, 1, 1_500)]
    assert (found.costs[0].orders, found.costs[0].shop_off, found.costs[0].platform_off) == (2, 1_200, 800)


def test_that_weeks_and_kinds_of_customers_add_up_to_the_whole() -> None:
    found = replay(BOOK, [LADDER], Policy())
    assert set(found.by_week) == {date(2026, 6, 1), date(2026, 6, 8)}
    assert set(found.by_group) == {BuyerGroup.NEW, BuyerGroup.RETURNING}
    for parts in (found.by_week.values(), found.by_group.values()):
        assert sum(part.revenue for part in parts) == found.totals.revenue
        assert sum(part.margin or 0 for part in parts) == found.totals.margin


def test_that_one_unknown_cost_leaves_the_margin_of_the_whole_unknown() -> None:
    book = book_of([[("A", 9_000, 1)], [("C", 9_000, 1)]], costs=COSTS)
    found = replay(book, [LADDER], Policy())
    assert (found.totals.margin, found.totals.without_cost) == (None, 1)
    assert list(found.order_margin) == [5_000, 0]
    assert [thin.position for thin in found.thinnest] == [0]


def test_that_gifts_cost_what_the_offer_or_the_cost_list_says_and_else_nothing_is_known() -> None:
    over = Condition(ConditionKind.AMOUNT, 10_000)
    stated = replay(BOOK, [Offer("g", Gift("X", 2, unit_cost=300), condition=over)], Policy())
    assert (stated.totals.gift_cost, stated.costs[0].gift_cost, stated.costs[0].orders) == (1_200, 1_200, 2)
    listed = replay(BOOK, [Offer("g", Gift("B"), condition=over)], Policy())
    assert listed.totals.gift_cost == 2_000
    unknown = replay(BOOK, [Offer("g", Gift("X"), condition=over)], Policy())
    assert (unknown.totals.margin, unknown.totals.without_cost) == (None, 2)
    assert stated.totals.items == 6


def test_that_refunds_go_back_in_the_share_of_what_was_paid() -> None:
    book = changed(BOOK, refunded=np.array([9_800, 6_000, 0]))
    found = replay(book, [Offer("off", OrderAmountOff(1_000))], Policy())
    assert found.totals.refunded == 8_800 + 5_500
    assert [thin.position for thin in found.thinnest] == [2]


def test_that_what_happened_is_told_from_the_files() -> None:
    book = changed(
        BOOK, shop_off=np.array([0, 700, 0]), platform_off=np.array([0, 300, 0]), paid=BOOK.paid - [0, 1_000, 0]
    )
    found = happened(book)
    assert (found.totals.shop_off, found.totals.platform_off) == (700, 300)
    assert found.totals.income == found.totals.revenue + 300
    difference = compare(found, replay(book, [LADDER], Policy()))
    assert difference.revenue == -1_000
    assert (difference.cheaper, difference.dearer) == (1, 1)
    assert sum(difference.by_week.values()) == difference.margin


def test_that_an_empty_book_has_sums_of_nothing() -> None:
    found = replay(book_of([]), [LADDER], Policy())
    assert (found.totals.orders, found.totals.revenue, found.totals.order_value) == (0, 0, None)
    assert (found.by_week, found.by_group, found.thinnest) == ({}, {}, ())


def test_that_the_thinnest_orders_come_first() -> None:
    book = book_of([[("A", 4_000 + i, 1)] for i in range(200, 0, -1)], costs=COSTS)
    found = replay(book, [], Policy())
    assert [thin.margin for thin in found.thinnest] == list(range(1, 51))
    assert found.totals.margin_rate == pytest.approx(found.totals.margin / found.totals.income)


def test_that_offers_of_other_days_count_only_when_their_days_are_honoured() -> None:
    offer = changed(LADDER, start=date(2026, 6, 10))
    assert replay(BOOK, [offer], Policy()).costs[0].orders == 2
    assert replay(BOOK, [offer], Policy(), dated=True).costs[0].orders == 1
