"""Offers as written down: what is wrong with them and what the engine makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shopdesk.app.promotions.stacking import stacking_of, stackings
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.design_problems import DesignCode, problems
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
    ],
)
def test_that_what_is_wrong_is_named(design: OfferDesign, code: DesignCode) -> None:
    assert code in {problem.code for problem in problems(design, TAOBAO)}


def test_that_every_platform_places_every_kind_of_offer() -> None:
    for stacking in stackings().values():
        placed = [kind for stage in stacking.stages for kind in stage.kinds]
        assert sorted(placed) == sorted(OfferKind), stacking.platform
