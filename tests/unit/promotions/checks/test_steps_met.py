"""The step that a worst cart stands on is the one that makes its price."""

from __future__ import annotations

import pytest

from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.checks.lowest import lowest_prices
from shopdesk.domain.promotions.checks.record import Reached, Stretch
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers

TAOBAO = stacking_of("taobao")
LADDER = OfferDesign(
    "ladder",
    OfferKind.THRESHOLD_OFF,
    "ladder",
    Status.ACTIVE,
    steps=(LadderStep(5_000, 200), LadderStep(10_000, 2_000), LadderStep(40_000, 4_000)),
)
COUPON = OfferDesign(
    "coupon",
    OfferKind.COUPON,
    "coupon",
    Status.ACTIVE,
    skus=("a",),
    steps=(LadderStep(2_000, 100), LadderStep(8_000, 1_500)),
)
CUT = OfferDesign("cut", OfferKind.ITEM_PERCENT, "cut", Status.ACTIVE, value=100)
PRICES = {"a": 8_000, "b": 3_000, "c": 700}


def searched(*designs: OfferDesign) -> dict[str, Reached]:
    offers = to_offers(designs, TAOBAO)
    stretch = Stretch(None, None, tuple(range(len(offers))))
    return {one.sku: one.price for one in lowest_prices(PRICES, offers, TAOBAO.policy(), stretch, list(PRICES))}


def test_that_of_a_ladder_the_step_is_named_that_takes_the_largest_share() -> None:
    found = searched(LADDER)
    assert found["a"].price == 8_000 * 8 // 10
    for sku in ("a", "b"):
        assert (found[sku].offers, found[sku].steps) == (("ladder",), (10_000,))


@pytest.mark.parametrize("designs", [(LADDER, COUPON), (LADDER, COUPON, CUT)])
def test_that_each_ladder_of_a_combination_is_named_whoever_fills_the_cart(designs: tuple[OfferDesign, ...]) -> None:
    a = searched(*designs)["a"]
    steps = dict(zip(a.offers, a.steps, strict=True))
    assert steps["coupon"] in (2_000, 8_000)
    assert steps["ladder"] in (5_000, 10_000, 40_000)


def test_that_offers_without_steps_name_none() -> None:
    a = searched(CUT)["a"]
    assert (a.price, a.offers, a.steps) == (8_000 * 9 // 10, ("cut",), (0,))
