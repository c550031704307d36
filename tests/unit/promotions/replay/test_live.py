"""The slider's histogram says the same as a replay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.offers import Base, Give, Ladder, Measure, Offer, Tier
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.live import Histogram, live
from shopdesk.domain.promotions.replay.summary import replay
from tests.unit.promotions.replay.books import book_of

STEPS = st.lists(
    st.tuples(st.integers(0, 300).map(lambda yuan: 100 * yuan), st.integers(1, 9_000)), min_size=1, max_size=4,
    unique_by=lambda step: step[0],
).map(sorted)  # fmt: skip
VALUES = st.lists(st.tuples(st.integers(1, 400), st.booleans()), min_size=1, max_size=30)


@settings(deadline=None)
@given(VALUES, STEPS, st.sampled_from([100, 0, 33]), st.sampled_from([1, 100]))
def test_that_the_slider_is_exact_on_whole_yuan(
    orders: Sequence[tuple[int, bool]], steps: list[tuple[int, int]], shop_percent: int, fen: int
) -> None:
    book = book_of(
        [[("A", 100 * yuan if fen == 100 else 10_000 + yuan, 1)] for yuan, _ in orders],
        shipping=[yuan % 3 * 100 for yuan, _ in orders],
        costs={"A": 50},
    )
    book = replace(book, refunded=np.where([back for _, back in orders], book.paid, 0))
    if fen == 1:  # any values: exact where no amount is above its order
        steps = [(minimum, min(off, 9_000)) for minimum, off in steps]
    ladder = Ladder(
        Measure.ORDER_AMOUNT,
        Give.ORDER_AMOUNT_OFF,
        tuple(Tier(minimum, Fraction(off)) for minimum, off in steps),
        base=Base.LIST,
    )
    exact = replay(book, [Offer("L", ladder, shop_percent=shop_percent)], Policy())
    found = live(Histogram.of(book), steps, shop_percent=shop_percent, offer_id="L")
    if all(off <= value for (_, off), value in zip(steps, [int(book.values().min())] * len(steps), strict=True)):
        assert (found.income, found.platform_off) == (exact.totals.income, exact.totals.platform_off)
        assert found.margin == exact.totals.margin
    assert found.reach == tuple(exact.reach)
    assert found.revenue == exact.totals.revenue


def test_that_the_margin_is_unknown_where_a_cost_is() -> None:
    book = book_of([[("A", 10_000, 1)], [("B", 10_000, 1)]], costs={"A": 50})
    found = live(Histogram.of(book), [(5_000, 500)])
    assert (found.margin, found.cost) == (None, 1_000)


def test_that_an_empty_book_has_an_empty_histogram() -> None:
    found = live(Histogram.of(book_of([])), [(5_000, 500), (9_000, 900)])
    assert (found.cost, found.revenue, found.margin) == (0, 0, 0)
