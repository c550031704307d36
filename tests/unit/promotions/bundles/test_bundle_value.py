"""Yuan of a set: a discount is given to everyone, so that it has to bring more than it costs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.bundles.value import Response, SetFacts, Verdict, value_of

NUTS = SetFacts(prices=(6_000, 4_000), costs=(2_000, 1_500), open_orders=(400, 300), together=60, days=90)


def test_that_without_a_cost_nothing_is_said_in_yuan() -> None:
    value = value_of(replace(NUTS, costs=(2_000, None)), Response())
    assert (value.verdict, value.advised, value.curve) == (Verdict.NO_MARGIN, None, ())


def test_that_thin_margins_are_told_to_give_no_discount() -> None:
    value = value_of(replace(NUTS, costs=(5_200, 3_500)), Response())
    assert value.verdict is Verdict.NO_DISCOUNT
    assert value.advised is not None
    assert value.advised.discount == 0


def test_that_customers_who_hardly_look_at_prices_get_none() -> None:
    assert value_of(NUTS, Response(steepness=0.2)).verdict is Verdict.NO_DISCOUNT


def test_that_a_discount_is_advised_where_it_surely_brings_more() -> None:
    value = value_of(NUTS, Response(steepness=8.0, new=1.0))
    assert value.verdict is Verdict.DISCOUNT
    assert value.advised is not None
    assert value.advised.discount > 0
    assert value.advised.contribution.median > value.curve[0].contribution.median


def test_that_a_discount_that_may_as_well_lose_is_not_advised() -> None:
    value = value_of(NUTS, Response())
    assert value.verdict is Verdict.UNCLEAR
    assert value.advised is not None
    assert value.best is not None
    assert value.advised.discount == 0 < value.best.discount


def test_that_orders_which_take_the_set_today_get_the_discount_too() -> None:
    value = value_of(NUTS, Response(shown=0.0, steepness=0.0))
    step = value.at(500)
    assert step is not None
    assert step.given == pytest.approx(500 * 60 / 90 * 30, rel=0.05)
    assert step.contribution.median == pytest.approx(-step.given, rel=0.1)
    assert step.further.median == 0


def test_that_an_article_given_away_has_no_value_to_tell() -> None:
    assert value_of(replace(NUTS, prices=(6_000, 0)), Response()).verdict is Verdict.NO_MARGIN


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 200_000), st.integers(0, 250_000)), min_size=2, max_size=3),
    st.integers(1, 5_000),
    st.integers(1, 900),
)
def test_that_no_set_is_offered_below_its_cost_and_every_interval_is_in_order(
    goods: list[tuple[int, int]], together: int, days: int
) -> None:
    prices, costs = (tuple(one[side] for one in goods) for side in (0, 1))
    facts = SetFacts(prices, costs, tuple(range(10, 10 + len(goods))), together, days)
    value = value_of(facts, Response())
    assert value.curve[0].discount == 0
    for step in value.curve:
        assert step.discount == 0 or sum(prices) - step.discount >= sum(costs)
        assert step.contribution.low <= step.contribution.median <= step.contribution.high
        assert 0 <= step.beats_none <= 1
