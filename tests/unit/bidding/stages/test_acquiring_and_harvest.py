"""拉新 and 收割: what a click may cost beyond its first order, and less what would have come anyway."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.bidding.stages.acquiring import Click, Later, Missing, NewShare, ShareSource, acquiring
from shopdesk.domain.bidding.stages.harvest import AudienceWorth, harvest

CLICK = Click(orders_per_click=0.04, order_value=9_000, orders=80, cpc=140)
SHARE = NewShare(0.7, 80, ShareSource.PLAN)


def test_that_what_comes_later_is_added_by_the_share_of_new_buyers() -> None:
    found = acquiring(CLICK, margin=0.4, later=Later(5_000, 4_000, 6_500, is_margin=True), share=SHARE, alpha=0.5)
    assert found.first == pytest.approx(0.4 * 0.04 * 9_000)
    assert found.whole == pytest.approx(144 + 0.5 * 5_000 * 0.7 * 0.04)
    assert found.low == pytest.approx(144 + 56)
    assert found.high == pytest.approx(144 + 91)
    assert found.factor == pytest.approx(214 / 144)


def test_that_later_revenue_counts_only_by_its_margin() -> None:
    margin = acquiring(CLICK, margin=0.4, later=Later(2_000, 1, 3, is_margin=True), share=SHARE)
    revenue = acquiring(CLICK, margin=0.4, later=Later(5_000, 1, 3, is_margin=False), share=SHARE)
    assert margin.whole == pytest.approx(revenue.whole)


def test_that_everything_missing_is_named_and_the_rest_still_said() -> None:
    nothing = acquiring(None, margin=None, later=Missing.ORDERS, share=None)
    assert nothing.missing == (Missing.CLICKS, Missing.MARGIN, Missing.ORDERS, Missing.NEW_SHARE)
    some = acquiring(CLICK, margin=0.4, later=Missing.TOO_SHORT, share=SHARE)
    assert (some.missing, some.whole) == ((Missing.TOO_SHORT,), None)
    assert some.first == pytest.approx(144)


def worth(name: str, factor: float) -> AudienceWorth:
    return AudienceWorth(name, factor, 0.8 * factor, 1.2 * factor, 30)


def test_that_buyers_who_would_come_anyway_get_a_smaller_premium() -> None:
    found = harvest([worth("店铺老客", 2.4), worth("高消费人群", 0.9)], limits=(105, 400))
    assert found is not None
    old = next(one for one in found.premiums if one.audience.name == "店铺老客")
    assert old.by_conversion == 267
    assert old.percent == round(100 * 2.4 * 0.4 / 0.9)
    assert found.rest == "高消费人群"


def test_that_no_premium_goes_beyond_break_even() -> None:
    audiences = [worth("a", 2.0), worth("b", 1.0)]
    free = harvest(audiences, limits=(105, 400), click_value=500, base_bid=200)
    capped = harvest(audiences, limits=(105, 400), click_value=150, base_bid=200)
    shut = harvest(audiences, limits=(105, 400), click_value=90, base_bid=200)
    assert free is not None
    assert capped is not None
    assert shut is not None
    assert [one.percent for one in free.premiums] == [200, 100]
    assert [(one.percent, one.is_capped) for one in capped.premiums] == [(150, True), (100, False)]
    assert [one.percent for one in shut.premiums] == [100, 100]


def test_that_differences_which_chance_explains_are_worth_no_premium() -> None:
    found = harvest([worth("a", 2.0), worth("b", 1.0)], limits=(105, 400), is_chance=True)
    assert found is not None
    assert [(one.percent, one.by_conversion) for one in found.premiums] == [(100, 200), (100, 100)]


def test_that_one_audience_or_no_lever_gives_no_answer() -> None:
    assert harvest([worth("a", 2.0)], limits=(105, 400)) is None
    assert harvest([worth("a", 2.0), worth("b", 1.0)], limits=(0, None)) is None


@given(
    factors=st.lists(st.floats(0, 20), min_size=2, max_size=8),
    value=st.none() | st.floats(0, 1e5),
    bid=st.none() | st.floats(1, 1e4),
)
def test_that_premiums_stay_within_limits_and_break_even(
    factors: list[float], value: float | None, bid: float | None
) -> None:
    found = harvest(
        [worth(str(n), factor) for n, factor in enumerate(factors)], limits=(105, 400), click_value=value, base_bid=bid
    )
    assert found is not None
    for one in found.premiums:
        assert one.percent == 100 or 105 <= one.percent <= one.by_conversion <= 400
        if one.percent > 100 and value is not None and bid:
            assert bid * one.percent / 100 <= value * one.audience.factor * one.iota * (1 + 1e-9) + 1e-9
