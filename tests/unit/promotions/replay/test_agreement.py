"""Columns and engine agree: every order of a replay is priced as the engine prices its cart, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.replay.book import OrderBook
from shopdesk.domain.promotions.replay.by_engine import Ask, cart_of, day_of, gift_cost, shop_part
from shopdesk.domain.promotions.replay.priced import Priced
from shopdesk.domain.promotions.replay.vector import price_book
from tests.unit.promotions.replay.books import Line, book_of
from tests.unit.promotions.replay.offers_drawn import CARTS, POLICY, offers

Uses = dict[tuple[int, str], tuple[int, int, int, dict[int, int]]]


def engine_says(ask: Ask) -> tuple[list[int], list[int], Uses]:
    """Price every order with the engine: lines, postage, and by order and offer what it took with its shares."""
    lines: list[int] = []
    shipping: list[int] = []
    uses: Uses = {}
    by_id = {offer.offer_id: offer for offer in ask.offers}
    for position in range(ask.book.orders):
        priced = price_cart(cart_of(ask, position), ask.offers, ask.policy, day=day_of(ask, position))
        lines += [line.payable for line in priced.lines]
        shipping.append(priced.shipping)
        first = int(ask.book.starts[position])
        for step in priced.steps:
            if step.is_applied:
                platform = step.taken - shop_part(step.taken, by_id[step.offer_id])
                shares = {first + int(line): off for line, off in step.lines.items()}
                uses[position, step.offer_id] = step.taken, platform, gift_cost(ask.book, step.gifts), shares
    return lines, shipping, uses


def replay_says(book: OrderBook, priced: Priced) -> Uses:
    """Return the uses of a replay in the same form."""
    uses: Uses = {}
    order_of = book.order_of_line()
    for use in priced.uses:
        for row, position in enumerate(use.orders.tolist()):
            shares = {
                int(line): int(off)
                for line, off in zip(use.lines, use.line_off, strict=True)
                if order_of[line] == position
            }
            uses[position, use.offer_id] = int(use.taken[row]), int(use.platform[row]), int(use.gift_cost[row]), shares
    return uses


def agree(ask: Ask) -> int:
    """Assert that both say the same; return how many orders the columns priced."""
    lines, shipping, uses = engine_says(ask)
    priced = price_book(
        ask.book, ask.offers, ask.policy, prices=ask.prices, floors=ask.floors, dated=ask.dated, by_line=True
    )
    assert priced.paid.tolist() == lines
    assert priced.shipping.tolist() == shipping
    assert replay_says(ask.book, priced) == uses
    return ask.book.orders - priced.by_engine


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CARTS, offers(), POLICY, st.data())
def test_that_replay_and_engine_agree_to_the_fen(
    carts: Sequence[Sequence[Line]], drawn: list[Offer], policy: Policy, data: st.DataObject
) -> None:
    days = data.draw(
        st.lists(st.sampled_from(["2026-05-31", "2026-06-02", "2026-06-05"]), min_size=len(carts), max_size=len(carts))
    )
    post = data.draw(st.lists(st.sampled_from([0, 600, 1_001]), min_size=len(carts), max_size=len(carts)))
    book = book_of(carts, shipping=post, days=days, costs={"A": 300, "B": 0})
    shares = data.draw(st.lists(st.sampled_from([0, 0, 0, 40, 90, 120]), min_size=book.lines, max_size=book.lines))
    floors = book.item_price * np.array(shares, dtype=np.int64) // 100
    agree(Ask(book, drawn, policy, book.item_price, floors, data.draw(st.booleans())))
