"""The step that a worst cart stands on is the one that makes its price."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.checks.lowest import lowest_prices
from shopdesk.domain.promotions.checks.record import CartPart, Reached, Stretch
from shopdesk.domain.promotions.checks.steps_met import steps_met
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy

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


def searched(*designs: OfferDesign) -> tuple[dict[str, Reached], list[Offer], Policy]:
    offers, policy = to_offers(designs, TAOBAO), TAOBAO.policy()
    stretch = Stretch(None, None, tuple(range(len(offers))))
    return {one.sku: one.price for one in lowest_prices(PRICES, offers, policy, stretch, list(PRICES))}, offers, policy


def test_that_of_a_ladder_the_step_is_named_that_takes_the_largest_share() -> None:
    found, offers, policy = searched(LADDER)
    assert steps_met([found["a"], found["b"]], offers, policy) == [{"ladder": 10_000}, {"ladder": 10_000}]
    assert found["a"].price == 8_000 * 8 // 10


@pytest.mark.parametrize("designs", [(LADDER, COUPON), (LADDER, COUPON, CUT)])
def test_that_each_ladder_of_a_combination_is_named_whoever_fills_the_cart(designs: tuple[OfferDesign, ...]) -> None:
    found, offers, policy = searched(*designs)
    (a,) = steps_met([found["a"]], offers, policy)
    assert set(a) == {one for one in found["a"].offers if one != "cut"} >= {"ladder", "coupon"}
    assert a["coupon"] in (2_000, 8_000)


def test_that_a_cart_whose_price_can_not_be_told_names_no_step() -> None:
    _, offers, policy = searched(LADDER)
    strange = Reached(1, 1, (CartPart("a", 1, 8_000),), ("ladder",))
    assert steps_met([strange], offers, policy) == [{}]


def test_that_offers_without_a_choice_of_steps_need_no_name() -> None:
    found, offers, policy = searched(CUT)
    assert steps_met([found["a"]], offers, policy) == [{}]
    assert found["a"].price == 8_000 * Fraction(9, 10)
