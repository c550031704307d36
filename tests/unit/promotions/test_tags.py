"""Customers told apart by their orders, and offers that are for some of them only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.promotions.design_study import Unguessed, unguessed
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.replay.book import UNKNOWN, OrderBook
from shopdesk.domain.promotions.replay.rebuild import rebuild
from shopdesk.domain.promotions.replay.vector import price_book
from shopdesk.domain.promotions.tags import KINDS, buyer_kinds, has_buyers, people_on

STACKING = stacking_of("taobao")
COUPON = OfferDesign("c", OfferKind.COUPON, "券", status=Status.ACTIVE, steps=(LadderStep(5_000, 800),))
LADDER = OfferDesign("l", OfferKind.THRESHOLD_OFF, "满减", status=Status.ACTIVE, steps=(LadderStep(9_000, 500),))


def book_of(rows: list[tuple[str, int]], period: Period | None = None) -> OrderBook:
    """Orders one a day: buyer ("" unknown) and yuan."""
    ids = [f"o{number}" for number in range(len(rows))]
    fen = [100 * yuan for _, yuan in rows]
    orders = pd.DataFrame(
        {
            "order_id": ids,
            "buyer": [buyer for buyer, _ in rows],
            "paid_at": pd.date_range("2026-01-01", periods=len(rows), freq="D"),
            "paid": fen,
        }
    )
    lines = pd.DataFrame({"order_id": ids, "sku": "A", "unit_price": fen, "quantity": 1})
    return rebuild(orders, lines, period=period)


def kinds_of(book: OrderBook) -> list[BuyerKind | None]:
    return [None if code == UNKNOWN else KINDS[code] for code in buyer_kinds(book).tolist()]


def test_that_buyers_are_told_by_what_came_before_and_not_by_what_came_later() -> None:
    few = [(f"x{number}", 40) for number in range(12)]
    book = book_of([*few, ("a", 60), ("a", 200), ("a", 50), ("b", 200), ("b", 30), ("", 500)])
    kinds = dict(zip(book.order_id.tolist(), kinds_of(book), strict=True))
    assert kinds["o0"] is BuyerKind.NEW
    assert [kinds["o12"], kinds["o13"], kinds["o14"]] == [BuyerKind.NEW, BuyerKind.RISING, BuyerKind.RISING]
    assert [kinds["o15"], kinds["o16"]] == [BuyerKind.NEW, BuyerKind.RISING]
    assert kinds["o17"] is None


def test_that_a_short_period_knows_what_its_buyers_paid_before_it() -> None:
    rows = [*((f"x{number}", 40) for number in range(12)), ("a", 200), ("b", 40), ("a", 50), ("b", 60)]
    whole = dict(zip(book_of(rows).order_id.tolist(), kinds_of(book_of(rows)), strict=True))
    short = book_of(rows, Period(date(2026, 1, 15), date(2026, 1, 16)))
    assert short.order_id.tolist() == ["o14", "o15"]
    assert kinds_of(short) == [whole["o14"], whole["o15"]] == [BuyerKind.RISING, BuyerKind.RETURNING]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), st.integers(10, 300)), max_size=25))
def test_that_rising_buyers_are_those_of_a_second_count(rows: list[tuple[str, int]]) -> None:
    book, before = book_of(rows), dict[str, list[int]]()
    kinds = kinds_of(book)
    high = float(np.quantile(book.paid, 0.75)) if rows else 0.0
    for position, (buyer, yuan) in enumerate(rows):
        past = before.setdefault(buyer, [])
        is_rising = bool(buyer and past) and past[-1] > high and past[-1] * len(past) >= sum(past)
        assert (kinds[position] is BuyerKind.RISING) == is_rising
        past.append(100 * yuan)


def test_that_who_pays_less_than_they_used_to_is_no_rising_buyer() -> None:
    few = [(f"x{number}", 40) for number in range(12)]
    book = book_of([*few, ("a", 300), ("a", 60), ("a", 60)])
    assert kinds_of(book)[-1] is BuyerKind.RETURNING


def test_that_people_are_listed_by_their_last_order_and_old_ones_left_out() -> None:
    book = book_of([("a", 50), ("b", 40), ("a", 90), ("", 70)])
    found = people_on(book, date(2026, 1, 10))
    assert [(one.last_order, one.orders, one.spent) for one in found] == [("o2", 2, 14_000), ("o1", 1, 4_000)]
    assert people_on(book, date(2027, 2, 1)) == []
    assert not has_buyers(book_of([("", 50), ("", 60)]))


def test_that_a_coupon_for_new_customers_counts_on_their_orders_only() -> None:
    book = book_of([("a", 60), ("a", 60), ("b", 60), ("", 60)])
    offers = to_offers([replace(COUPON, buyers=BuyerKind.NEW)], STACKING)
    (use,) = price_book(book, offers, STACKING.policy()).uses
    assert book.order_id[use.orders].tolist() == ["o0", "o2"]
    returning = to_offers([replace(COUPON, buyers=BuyerKind.RETURNING)], STACKING)
    (use,) = price_book(book, returning, STACKING.policy()).uses
    assert book.order_id[use.orders].tolist() == ["o1"]


@pytest.mark.parametrize("limits", [{}, {"budget": 2_000}, {"per_buyer": 1}])
def test_that_limits_count_for_those_it_is_for(limits: dict[str, int]) -> None:
    book = book_of([("a", 60), ("a", 60), ("a", 60), ("b", 60), ("b", 60)])
    offers = to_offers([replace(COUPON, buyers=BuyerKind.RETURNING, **limits)], STACKING)  # type: ignore[arg-type]
    (use,) = price_book(book, offers, STACKING.policy()).uses
    taken = use.taken.tolist()
    assert set(book.order_id[use.orders].tolist()) <= {"o1", "o2", "o4"}
    assert sum(taken) == {"budget": 2_000, "per_buyer": 1_600}.get(next(iter(limits), ""), 2_400)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), st.integers(10, 300)), min_size=1, max_size=25),
    st.lists(st.sampled_from(list(BuyerKind)), min_size=2, max_size=2),
)
def test_that_each_order_is_priced_as_if_only_its_offers_were_there(
    rows: list[tuple[str, int]], kinds: list[BuyerKind]
) -> None:
    book = book_of(rows)
    offers = to_offers([replace(COUPON, buyers=kinds[0]), replace(LADDER, buyers=kinds[1])], STACKING)
    together = price_book(book, offers, STACKING.policy())
    own = kinds_of(book)
    for position in range(book.orders):
        open_to = [replace(one, buyers=BuyerKind.ANY) for one in offers if one.buyers.is_for(own[position])]
        alone = price_book(book, open_to, STACKING.policy())
        line = int(book.starts[position])
        assert together.paid[line] == alone.paid[line]


def test_that_no_forecast_is_made_of_an_offer_for_some_buyers() -> None:
    assert unguessed(LADDER, 100) is None
    assert unguessed(replace(LADDER, buyers=BuyerKind.NEW), 100) is Unguessed.LIMITS


def test_that_an_empty_book_has_no_kinds() -> None:
    empty = rebuild(pd.DataFrame(), pd.DataFrame())
    assert buyer_kinds(empty).tolist() == []
    assert people_on(empty, date(2026, 1, 1)) == []
    assert np.array_equal(price_book(empty, to_offers([COUPON], STACKING), STACKING.policy()).paid, [])
