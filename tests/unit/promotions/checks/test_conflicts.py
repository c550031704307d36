"""What is wrong with offers is found, and nothing is found where nothing is."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.checks.conflicts import Sold, conflicts
from shopdesk.domain.promotions.checks.finding import Finding, FindingCode
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status

STACKING = stacking_of("taobao")
TODAY = date(2026, 6, 25)
PRICES = {"a": 5_000, "b": 8_000, "c": 12_000}


def offer(kind: OfferKind, name: str = "", **fields: object) -> OfferDesign:
    name = name or kind.value
    return OfferDesign(name, kind, name, Status.ACTIVE, **fields)  # type: ignore[arg-type]


def ladder(
    *steps: tuple[int, int], kind: OfferKind = OfferKind.COUPON, name: str = "", **fields: object
) -> OfferDesign:
    return offer(OfferKind.COUPON, name, steps=tuple(LadderStep(*step) for step in steps), **fields)


def sold(*values: int) -> Sold:
    count = len(values)
    return Sold(("a",), np.zeros(count, np.int64), np.array(values, np.int64), np.arange(count + 1, dtype=np.int64))


def found(*designs: OfferDesign, orders: Sold | None = None) -> list[Finding]:
    return conflicts(designs, STACKING, prices=PRICES, tags={}, sold=orders or sold(), today=TODAY)


def codes(*designs: OfferDesign, orders: Sold | None = None) -> set[FindingCode]:
    return {finding.code for finding in found(*designs, orders=orders)}


def test_that_a_sound_ladder_has_no_findings() -> None:
    assert codes(ladder((12_900, 500), (19_900, 1_200)), orders=sold(*range(5_000, 25_000, 500))) == set()


def test_that_a_second_step_worth_less_than_two_orders_is_named_with_its_figures() -> None:
    (finding,) = found(ladder((9_900, 1_000), (19_900, 1_200)))
    assert finding.code is FindingCode.STEP_SPLIT
    assert finding.values == {"step": 2, "minimum": 19_900, "value": 1_200, "times": 2, "split": 2_000}


def test_that_steps_nobody_or_everybody_reaches_are_told_only_of_enough_orders() -> None:
    steps = ladder((1_000, 100), (90_000, 9_000))
    assert codes(steps, orders=sold(*[5_000] * 40)) == {FindingCode.STEP_ALWAYS, FindingCode.STEP_NEVER}
    assert codes(steps, orders=sold(*[5_000] * 5)) == set()


def test_that_two_coupons_on_common_days_overlap_and_apart_they_do_not() -> None:
    first = ladder((5_000, 300), name="1", start=TODAY, end=TODAY + timedelta(9))
    second = ladder((9_000, 900), name="2", start=TODAY + timedelta(5), end=TODAY + timedelta(20), skus=("a", "b"))
    (finding,) = found(first, second)
    assert (finding.code, finding.days, finding.values) == (FindingCode.OVERLAP, 5, {"common": 2})
    later = ladder((9_000, 900), name="3", start=TODAY + timedelta(10), end=TODAY + timedelta(20))
    assert codes(first, later) == set()


def test_that_a_coupon_that_another_always_beats_never_counts() -> None:
    (finding,) = found(ladder((9_900, 500), name="weak"), ladder((9_900, 800), name="strong"))
    assert (finding.code, finding.offer_id, finding.other) == (FindingCode.NEVER_COUNTS, "weak", "strong")


def test_that_a_bundle_dearer_than_its_discounted_parts_is_serious() -> None:
    bundle = offer(OfferKind.BUNDLE, skus=("a", "b"), value=12_500)
    assert codes(bundle) == set()
    cut = offer(OfferKind.ITEM_OFF, skus=("a",), value=1_000)
    (finding,) = [one for one in found(bundle, cut) if one.code is FindingCode.BUNDLE_DEARER]
    assert finding.values == {"price": 12_500, "parts": 12_000}
    at_sum = offer(OfferKind.BUNDLE, skus=("a", "b"), value=12_000)  # a set shown without a discount
    assert FindingCode.BUNDLE_DEARER not in {one.code for one in found(at_sum, cut)}


@pytest.mark.parametrize(
    ("design", "code"),
    [
        (ladder((9_900, 500), end=TODAY - timedelta(1)), FindingCode.OVER),
        (ladder(), FindingCode.NOT_PRICED),
        (ladder((9_900, 500), skus=("gone",)), FindingCode.NO_GOODS),
        (ladder((9_900, 500), skus=("a", "gone")), FindingCode.UNKNOWN_GOODS),
        (ladder((9_900, 500), excluded=("a", "b", "c")), FindingCode.NO_GOODS),
        (offer(OfferKind.GIFT, gift_sku="g", threshold=9_900), FindingCode.GIFT_COST),
    ],
)
def test_that_single_offers_tell_what_is_wrong_with_them(design: OfferDesign, code: FindingCode) -> None:
    assert codes(design) == {code}


def test_that_circular_exclusions_are_named_once() -> None:
    one = ladder((9_900, 500), name="1", excludes=("2",))
    two = offer(OfferKind.RED_PACKET, "2", value=300, excludes=("1",))
    circles = [finding for finding in found(one, two) if finding.code is FindingCode.CIRCLE]
    assert [finding.circle for finding in circles] == [("1", "2")]


def test_that_ten_thousand_offers_are_checked() -> None:
    many = [ladder((9_900, 500), name=str(n), skus=(f"s{n % 3_000}",)) for n in range(10_000)]
    assert len(found(*many)) == 500
