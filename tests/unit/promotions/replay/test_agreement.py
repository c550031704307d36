"""Columns and engine agree: every order of a replay is priced as the engine prices its cart, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.offers import (
    Condition,
    ConditionKind,
    EveryAmountOff,
    NthUnit,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    Scope,
)
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.replay.book import OrderBook
from shopdesk.domain.promotions.replay.by_engine import Ask, cart_of, day_of, gift_cost, shop_part
from shopdesk.domain.promotions.replay.priced import Priced
from shopdesk.domain.promotions.replay.vector import price_book
from shopdesk.domain.promotions.rounding import Allocation
from tests.unit.promotions.replay.books import Line, book_of
from tests.unit.promotions.replay.offers_drawn import CARTS, POLICY, SKUS, offers, rivals

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


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
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


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(CARTS, rivals(), POLICY, st.data())
def test_that_offers_which_compete_for_lines_agree_too(
    carts: Sequence[Sequence[Line]], drawn: list[Offer], policy: Policy, data: st.DataObject
) -> None:
    book = book_of(carts)
    shares = data.draw(st.lists(st.sampled_from([0, 0, 40, 100]), min_size=book.lines, max_size=book.lines))
    agree(Ask(book, drawn, policy, book.item_price, book.item_price * np.array(shares, dtype=np.int64) // 100))


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(CARTS, st.lists(offers(), min_size=4, max_size=5), POLICY)
def test_that_it_stays_so_with_more_offers_than_are_looked_at_one_by_one(
    carts: Sequence[Sequence[Line]], drawn: list[list[Offer]], policy: Policy
) -> None:
    book = book_of(carts, shipping=[600] * len(carts))
    many = [replace(offer, offer_id=f"{part}{offer.offer_id}") for part, some in enumerate(drawn) for offer in some]
    agree(Ask(book, many, policy, book.item_price, np.zeros(book.lines, dtype=np.int64)))


def test_that_the_usual_layers_of_a_platform_need_no_engine() -> None:
    stacking = stacking_of("taobao")
    steps = (LadderStep(9_900, 500), LadderStep(19_900, 1_500))
    designs = [
        OfferDesign("price", OfferKind.ITEM_PRICE, "", skus=("A",), value=4_000),
        OfferDesign("off", OfferKind.ITEM_OFF, "", skus=("B", "C"), value=300),
        OfferDesign("percent", OfferKind.ITEM_PERCENT, "", skus=("D",), value=125),
        OfferDesign("ladder", OfferKind.THRESHOLD_OFF, "", steps=steps),
        OfferDesign("pieces", OfferKind.THRESHOLD_PERCENT, "", steps=(LadderStep(3, 100),), by_quantity=True),
        OfferDesign("coupon", OfferKind.COUPON, "", steps=(LadderStep(5_900, 300),)),
        OfferDesign("packet", OfferKind.RED_PACKET, "", value=100),
        OfferDesign("every", OfferKind.EVERY_OFF, "", threshold=20_000, value=2_000),
        OfferDesign("platform", OfferKind.PLATFORM_COUPON, "", steps=(LadderStep(8_800, 500),)),
        OfferDesign("gift", OfferKind.GIFT, "", gift_sku="X", gift_cost=100, threshold=9_900),
        OfferDesign("post", OfferKind.FREE_POST, "", threshold=6_900),
    ]
    made = to_offers(designs, stacking)
    assert len(made) == len(designs)
    carts = [
        [(sku, 1_000 * price + 90, units) for sku in SKUS[:size]]
        for price in (1, 5, 9)
        for units in (1, 4)
        for size in (1, 3, 5)
    ]
    book = book_of(carts, shipping=[800] * len(carts), costs=dict.fromkeys("ABCDE", 500))
    floors = np.full(book.lines, 700, dtype=np.int64)
    assert agree(Ask(book, made, stacking.policy(), book.item_price, floors)) == book.orders


def test_that_ten_thousand_units_and_goods_for_nothing_stay_exact() -> None:
    book = book_of([[("A", 99_999, 10_000), ("B", 0, 10_000)], [("B", 0, 1)], [("C", 1, 10_000)]])
    shared = [
        Offer("percent", OrderPercentOff(Fraction(100, 3))),
        Offer("amount", OrderAmountOff(12_345_678)),
        Offer("every", EveryAmountOff(3, 1)),
        Offer("second", NthUnit(2, Fraction(50))),
    ]
    for rule in Allocation:
        ask = Ask(book, shared, Policy(rule), book.item_price, np.zeros(book.lines, dtype=np.int64))
        assert agree(ask) > 0


def test_that_a_stop_is_heard_between_offers() -> None:
    book = book_of([[("A", 5_000, 1)]])
    heard: list[float] = []

    def progress(share: float) -> None:
        heard.append(share)
        if len(heard) == 3:
            raise InterruptedError

    many = [Offer(f"o{number}", OrderAmountOff(1)) for number in range(100)]
    with pytest.raises(InterruptedError):
        price_book(book, many, Policy(), progress=progress)
    assert heard == sorted(heard)
    assert heard[-1] < 0.1


@pytest.mark.parametrize("needed", [0, 1, 2, 3])
def test_that_they_agree_on_how_many_units_a_cart_must_contain(needed: int) -> None:
    carts = [[("A", 500, units), ("B", 9_000, 1)] for units in (1, 2, 3)] + [[("B", 9_000, 1)]]
    book = book_of(carts, shipping=[0] * len(carts))
    asked = Condition(ConditionKind.CONTAINS, needed, scope=Scope(skus=frozenset({"A"})))
    offer = Offer("P", OrderAmountOff(300), condition=asked, max_applications=None)
    assert agree(Ask(book, [offer], Policy(), book.item_price, np.zeros(book.lines, dtype=np.int64))) == len(carts)
