"""Forms of offers: fields by kind, and figures that keep their sense when kind or measure change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.design import GiftStep, LadderStep, OfferDesign, OfferKind
from shopdesk.domain.promotions.design_problems import DesignCode, problems
from shopdesk.domain.promotions.form import (
    Measured,
    Term,
    as_kind,
    can_count,
    gift_steps_of,
    measured,
    terms_of,
    with_measure,
    with_percent,
)

LADDER = OfferDesign(
    "a", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(12_900, 500), LadderStep(19_900, 1_200)), skus=("A", "B")
)
STACKING = stacking_of("taobao")


@pytest.mark.parametrize("kind", list(OfferKind))
@pytest.mark.parametrize(
    "start", [LADDER, replace(LADDER, kind=OfferKind.THRESHOLD_PERCENT, steps=(LadderStep(9_900, 50),))]
)
def test_that_another_kind_is_complete_but_for_prices_and_gifts(start: OfferDesign, kind: OfferKind) -> None:
    new = replace(start, **as_kind(start, kind))
    assert new.kind is kind
    codes = {problem.code for problem in problems(new, STACKING)}
    missing = {OfferKind.GIFT: {DesignCode.GIFT_MISSING}}
    prices = (OfferKind.ITEM_PRICE, OfferKind.BUNDLE, OfferKind.CHOOSE)
    assert codes == missing.get(kind, {DesignCode.VALUE_MISSING} if kind in prices else set())


def test_that_an_amount_becomes_a_percentage_of_about_the_same_worth_and_back() -> None:
    percent = replace(LADDER, **as_kind(LADDER, OfferKind.THRESHOLD_PERCENT))
    assert [step.value for step in percent.steps] == [40, 60]
    again = replace(percent, **as_kind(percent, OfferKind.THRESHOLD_OFF))
    assert [step.value for step in again.steps] == [500, 1_200]


def test_that_a_coupon_takes_either_an_amount_or_a_percentage() -> None:
    coupon = replace(LADDER, kind=OfferKind.COUPON)
    percent = replace(coupon, **with_percent(coupon, by_percent=True))
    assert percent.takes_percent
    assert not problems(percent, STACKING)
    assert Term.CAP in terms_of(percent)
    assert Term.CAP not in terms_of(coupon)
    assert with_percent(coupon, by_percent=False) == {}


@pytest.mark.parametrize("wanted", list(Measured))
def test_that_thresholds_count_amounts_units_or_both(wanted: Measured) -> None:
    new = replace(LADDER, **with_measure(LADDER, wanted))
    assert measured(new) is wanted
    assert not problems(new, STACKING)
    back = replace(new, **with_measure(new, Measured.AMOUNT))
    assert measured(back) is Measured.AMOUNT
    assert not problems(back, STACKING)


def test_that_only_kinds_with_thresholds_choose_what_they_count() -> None:
    assert can_count(OfferKind.ITEM_PRICE) == ()
    assert Measured.BOTH not in can_count(OfferKind.GIFT)
    assert Measured.BOTH in can_count(OfferKind.COUPON)


def test_that_a_single_gift_is_the_first_step() -> None:
    offer = OfferDesign("g", OfferKind.GIFT, "满赠", threshold=9_900, gift_sku="G", gift_cost=300)
    assert gift_steps_of(offer) == (GiftStep(9_900, "G", 1, 300),)
    steps = (GiftStep(9_900, "G"), GiftStep(19_900, "H"))
    assert gift_steps_of(replace(offer, gift_steps=steps)) == steps


def test_that_a_bundle_has_no_exclusions_and_only_prices_limit_units() -> None:
    assert Term.EXCLUDED not in terms_of(replace(LADDER, kind=OfferKind.BUNDLE))
    assert Term.MAX_UNITS in terms_of(replace(LADDER, kind=OfferKind.ITEM_PRICE))
    assert Term.BASE not in terms_of(replace(LADDER, by_quantity=True))
