"""Offers as written down: what is wrong with them and what the engine makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.promotions.stacking import stacking_of, stackings
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.categories import article_categories
from shopdesk.domain.promotions.design import GiftStep, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import beside, to_offers
from shopdesk.domain.promotions.design_problems import DesignCode, exclusion_circles, problems
from shopdesk.domain.promotions.ladder import amount_steps
from shopdesk.domain.promotions.pricing import price_cart

TAOBAO = stacking_of("taobao")
LADDER = OfferDesign("A", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(12_900, 500), LadderStep(19_900, 1_200)))


def paid(*designs: OfferDesign, price: int = 13_890, quantity: int = 1) -> int:
    cart = Cart((CartLine("L1", "nuts", price, quantity),))
    return price_cart(cart, to_offers(designs, TAOBAO), TAOBAO.policy()).payable


def test_that_a_ladder_gives_only_its_highest_step() -> None:
    assert paid(LADDER) == 13_390
    assert paid(LADDER, price=20_000) == 18_800


def test_that_a_switched_off_or_broken_offer_is_not_priced() -> None:
    assert paid(replace(LADDER, status=Status.OFF)) == 13_890
    assert paid(replace(LADDER, steps=())) == 13_890


def test_that_parallel_and_sequential_thresholds_differ() -> None:
    coupon = OfferDesign("C", OfferKind.COUPON, "券", steps=(LadderStep(13_500, 300),))
    assert paid(LADDER, coupon) == 13_390 - 300
    from shopdesk.domain.promotions.offers import Base

    assert paid(LADDER, replace(coupon, base=Base.CURRENT)) == 13_390


def test_that_percentages_are_kept_in_tenths() -> None:
    assert paid(OfferDesign("I", OfferKind.ITEM_PERCENT, "折", value=125), price=1_000) == 875
    step = (LadderStep(2, 200),)
    by_count = OfferDesign("P", OfferKind.THRESHOLD_PERCENT, "满件折", steps=step, by_quantity=True)
    assert paid(by_count, price=1_000, quantity=2) == 1_600


@pytest.mark.parametrize(
    ("design", "code"),
    [
        (replace(LADDER, steps=()), DesignCode.NO_STEPS),
        (replace(LADDER, steps=(LadderStep(100, 100),)), DesignCode.VALUE_ABOVE_MINIMUM),
        (replace(LADDER, steps=(LadderStep(200, 10), LadderStep(100, 20))), DesignCode.STEPS_NOT_RISING),
        (replace(LADDER, steps=(LadderStep(100, 20), LadderStep(200, 20))), DesignCode.VALUE_NOT_RISING),
        (replace(LADDER, start=date(2026, 7, 2), end=date(2026, 7, 1)), DesignCode.ENDS_BEFORE_START),
        (replace(LADDER, steps=tuple(LadderStep(i * 1000, i) for i in range(1, 8))), DesignCode.TOO_MANY_STEPS),
        (OfferDesign("B", OfferKind.BUNDLE, "套餐", skus=("a",), value=1), DesignCode.BUNDLE_TOO_SMALL),
        (OfferDesign("G", OfferKind.GIFT, "赠"), DesignCode.GIFT_MISSING),
        (OfferDesign("I", OfferKind.ITEM_PRICE, "价"), DesignCode.VALUE_MISSING),
        (OfferDesign("B", OfferKind.BUNDLE, "套餐", skus=("a", "b")), DesignCode.VALUE_MISSING),
        (OfferDesign("B", OfferKind.BUNDLE, "套餐", skus=("a", "b"), value=1, choose=2), DesignCode.CHOICE_TOO_LARGE),
        (OfferDesign("C", OfferKind.CHOOSE, "任选", nth=1, value=1), DesignCode.TOO_FEW_PIECES),
        (OfferDesign("N", OfferKind.NTH_UNIT, "半价", nth=0, value=500), DesignCode.TOO_FEW_PIECES),
        (OfferDesign("G", OfferKind.BUY_GET, "买赠", get_quantity=0, value=1000), DesignCode.TOO_FEW_PIECES),
        (OfferDesign("G", OfferKind.GIFT, "赠", gift_steps=(GiftStep(1, ""),)), DesignCode.GIFT_MISSING),
        (
            OfferDesign("G", OfferKind.GIFT, "赠", gift_steps=(GiftStep(2, "a"), GiftStep(2, "b"))),
            DesignCode.STEPS_NOT_RISING,
        ),
        (replace(LADDER, price_min=200, price_max=100), DesignCode.PRICE_RANGE_EMPTY),
        (replace(LADDER, per_buyer=0), DesignCode.LIMIT_TOO_SMALL),
        (replace(LADDER, shop_percent=101), DesignCode.SHARE_OUT_OF_RANGE),
        (
            replace(LADDER, start=date(2026, 7, 1), end=date(2026, 7, 1), start_minute=600, end_minute=600),
            DesignCode.ENDS_BEFORE_START,
        ),
        (
            replace(LADDER, by_percent=True, kind=OfferKind.COUPON, steps=(LadderStep(100, 1001),)),
            DesignCode.PERCENT_TOO_HIGH,
        ),
    ],
)
def test_that_what_is_wrong_is_named(design: OfferDesign, code: DesignCode) -> None:
    assert code in {problem.code for problem in problems(design, TAOBAO)}


def goods(*lines: tuple[str, int, int]) -> Cart:
    return Cart(tuple(CartLine(sku, sku, price, quantity) for sku, price, quantity in lines), 800)


def design(kind: OfferKind, **fields: Any) -> OfferDesign:
    return OfferDesign("O", kind, "O", **fields)


@pytest.mark.parametrize(
    ("offer", "cart", "off"),
    [
        # any three of four for 99.00: the dearest three of the pool, 30 + 40 + 50 = 120
        (
            design(OfferKind.CHOOSE, skus=("a", "b", "c", "d"), nth=3, value=9_900),
            goods(("a", 2_000, 1), ("b", 3_000, 1), ("c", 4_000, 1), ("d", 5_000, 1)),
            2_100,
        ),
        (design(OfferKind.CHOOSE, skus=("a",), nth=3, value=500), goods(("a", 200, 7)), 200),
        (design(OfferKind.CHOOSE, skus=("a",), nth=3, value=500, max_times=1), goods(("a", 200, 7)), 100),
        # the main article and two of three others
        (
            design(OfferKind.BUNDLE, skus=("m", "a", "b", "c"), choose=2, value=6_000),
            goods(("m", 4_000, 1), ("a", 1_000, 1), ("b", 1_500, 1), ("c", 2_000, 1)),
            1_500,
        ),
        # without the main article there is no set
        (
            design(OfferKind.BUNDLE, skus=("m", "a", "b", "c"), choose=2, value=2_000),
            goods(("a", 1_000, 1), ("b", 1_500, 1), ("c", 2_000, 1)),
            0,
        ),
        # two pieces of one article in a set
        (design(OfferKind.BUNDLE, skus=("a", "a", "b"), value=2_000), goods(("a", 900, 2), ("b", 500, 1)), 300),
        # buy two, get one of the same goods; the gift half off
        (design(OfferKind.BUY_GET, buy_quantity=2, value=1000), goods(("a", 900, 6)), 1_800),
        (design(OfferKind.BUY_GET, buy_quantity=2, value=500), goods(("a", 900, 3)), 450),
        (
            design(OfferKind.BUY_GET, skus=("a",), get_skus=("b",), value=1000),
            goods(("a", 900, 2), ("b", 300, 1), ("c", 100, 1)),
            300,
        ),
        # a coupon of 15 %, at most 20 yuan; only goods between 50 and 100 yuan, without tags that are left out
        (
            design(OfferKind.COUPON, by_percent=True, cap=2_000, steps=(LadderStep(10_000, 150),)),
            goods(("a", 20_000, 1)),
            2_000,
        ),
        (
            design(OfferKind.COUPON, price_min=5_000, price_max=10_000, steps=(LadderStep(5_000, 700),)),
            goods(("a", 4_000, 3), ("b", 10_000, 1)),
            700,
        ),
        (design(OfferKind.ITEM_OFF, value=300, max_units=2), goods(("a", 900, 5)), 600),
        (design(OfferKind.RED_PACKET, value=500, threshold=1_000), goods(("a", 900, 1)), 0),
        (design(OfferKind.RED_PACKET, value=500, threshold=1_000), goods(("a", 1_000, 1)), 500),
        (design(OfferKind.POINTS, value=30, cap=200), goods(("a", 10_000, 1)), 200),
        # an amount and a number of pieces together
        (
            design(OfferKind.THRESHOLD_OFF, steps=(LadderStep(1_000, 100, 2), LadderStep(1_000, 250, 3))),
            goods(("a", 600, 2)),
            100,
        ),
    ],
)
def test_that_each_tool_takes_off_what_its_console_would(offer: OfferDesign, cart: Cart, off: int) -> None:
    assert problems(offer, TAOBAO) == []
    assert price_cart(cart, to_offers([offer], TAOBAO), TAOBAO.policy()).discount_total == off


def test_that_tags_choose_the_goods() -> None:
    cart = Cart(
        (
            CartLine("1", "a", 1_000, 1, tags=frozenset({"nuts"})),
            CartLine("2", "b", 1_000, 1, tags=frozenset({"nuts", "new"})),
        )
    )
    offer = design(OfferKind.ITEM_OFF, value=100, tags=("nuts",), excluded_tags=("new",))
    priced = price_cart(cart, to_offers([offer], TAOBAO), TAOBAO.policy())
    assert [line.discount for line in priced.lines] == [100, 0]


def test_that_tags_mean_the_articles_that_carry_them() -> None:
    tags = {"a": frozenset({"nuts"}), "b": frozenset({"nuts", "new"}), "c": frozenset({"tea"})}
    cart = goods(("a", 1_000, 1), ("b", 1_000, 1), ("c", 1_000, 1))

    def off(offer: OfferDesign) -> dict[str, int]:
        priced = price_cart(cart, to_offers([offer], TAOBAO, tags=tags), TAOBAO.policy())
        return {line.sku: line.discount for line in priced.lines if line.discount}

    chosen = design(OfferKind.ITEM_OFF, value=100, tags=("nuts",))
    assert off(chosen) == {"a": 100, "b": 100}
    assert off(replace(chosen, excluded_tags=("new",))) == {"a": 100}
    assert off(replace(chosen, skus=("b", "c"))) == {"b": 100}
    assert off(replace(chosen, tags=("moon",))) == {}
    assert off(replace(chosen, tags=(), excluded_tags=("nuts",))) == {"c": 100}


def test_that_categories_reach_the_skus_of_an_item() -> None:
    items = pd.DataFrame({"item_id": ["1", "1", "2"], "category": ["tea", "nuts", None]})
    lines = pd.DataFrame({"item_id": ["1", "1", "2"], "sku": ["a", "b", "c"]})
    nuts = frozenset({"nuts"})
    assert article_categories(items, lines) == {"1": nuts, "a": nuts, "b": nuts}
    assert article_categories(items, pd.DataFrame()) == {"1": nuts}
    assert article_categories(pd.DataFrame(), lines) == {}


def test_that_a_coupon_and_the_sum_across_shops_both_look_at_the_item_price_and_stop_at_zero() -> None:
    coupon = design(OfferKind.COUPON, steps=(LadderStep(40_000, 38_000),))
    every = replace(design(OfferKind.EVERY_OFF, threshold=40_000, value=5_000), offer_id="E")
    priced = price_cart(goods(("a", 40_000, 1)), to_offers([coupon, every], TAOBAO), TAOBAO.policy())
    assert [step.taken for step in priced.steps] == [38_000, 2_000]


def test_that_a_red_packet_lowers_the_sum_across_shops() -> None:
    packet = design(OfferKind.RED_PACKET, value=500)
    every = replace(design(OfferKind.EVERY_OFF, threshold=20_000, value=2_000), offer_id="E")
    cart = goods(("a", 60_000, 1))
    assert price_cart(cart, to_offers([packet, every], TAOBAO), TAOBAO.policy()).discount_total == 4_500


def test_that_a_gift_of_several_steps_costs_what_its_step_costs() -> None:
    steps = (GiftStep(10_000, "cup", cost=300), GiftStep(20_000, "pot", 2, cost=900))
    offer = design(OfferKind.GIFT, gift_steps=steps)
    priced = price_cart(goods(("a", 25_000, 1)), to_offers([offer], TAOBAO), TAOBAO.policy())
    assert (priced.gifts[0].sku, priced.gift_cost) == ("pot", 1_800)
    assert amount_steps(offer) == [(10_000, 300), (20_000, 1_800)]


def test_that_of_one_campaign_only_the_candidate_stands_beside_what_runs() -> None:
    runs = replace(LADDER, offer_id="runs", status=Status.ACTIVE)
    other = replace(LADDER, offer_id="b", status=Status.ACTIVE, campaign="double 11")
    candidate = replace(LADDER, offer_id="a", status=Status.DRAFT, campaign="double 11")
    assert beside([runs, other, candidate], candidate) == [runs, candidate]
    assert beside([runs, other, candidate], None) == [runs, other]


def test_that_few_of_many_offers_concern_a_cart() -> None:
    designs = [design(OfferKind.ITEM_OFF, value=100, skus=(f"s{i}",)) for i in range(50)]
    assert len(to_offers([*designs, LADDER], TAOBAO, skus={"s3", "other"})) == 2
    ended = replace(LADDER, offer_id="old", end=date(2025, 11, 11))
    soon = replace(LADDER, offer_id="soon", start=date(2026, 11, 11))
    running = to_offers([ended, LADDER, soon], TAOBAO, day=date(2026, 6, 1))
    assert [offer.offer_id for offer in running] == ["A"]


def test_that_circles_of_exclusions_are_named_in_the_order_of_pricing() -> None:
    coupon = OfferDesign("C", OfferKind.COUPON, "C", steps=LADDER.steps, excludes=("A",))
    ladder = replace(LADDER, excludes=("C",))
    outside = OfferDesign("Z", OfferKind.ITEM_OFF, "Z", value=1, excludes=("A",))
    assert exclusion_circles([coupon, outside, ladder], TAOBAO) == [("A", "C")]
    assert exclusion_circles([coupon, replace(ladder, status=Status.OFF)], TAOBAO) == []
    assert exclusion_circles([replace(LADDER, excludes=("A",))], TAOBAO) == []


@given(st.dictionaries(st.sampled_from("ABCDE"), st.frozensets(st.sampled_from("ABCDE"))))
def test_that_of_offers_in_a_circle_one_is_left_at_least(excluded: dict[str, frozenset[str]]) -> None:
    designs = [
        OfferDesign(name, OfferKind.ITEM_OFF, name, value=1, skus=(name,), excludes=tuple(others))
        for name, others in excluded.items()
    ]
    cart = goods(*((name, 1_000, 1) for name in "ABCDE"))
    applied = price_cart(cart, to_offers(designs, TAOBAO), TAOBAO.policy()).applied
    assert bool(applied) == bool(designs)
    for one in applied:
        assert not (excluded[one] & set(applied)) - {one}


def test_that_every_platform_places_every_kind_of_offer() -> None:
    for stacking in stackings().values():
        placed = [kind for stage in stacking.stages for kind in stage.kinds]
        assert sorted(placed) == sorted(OfferKind), stacking.platform
