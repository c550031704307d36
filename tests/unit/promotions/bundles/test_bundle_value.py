"""Yuan of a set: a discount is given to everyone, so that it has to bring more than it costs."""

from __future__ import annotations

import math
import random
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


def _expected(
    facts: SetFacts, response: Response, discount: int, draws: list[tuple[float, float, float, float]]
) -> float:
    """Work out the mean contribution a month another way: one draw and one article at a time."""
    room, total = sum(facts.open_orders), 0.0
    for gamma, shown, steepness, new in draws:
        rate = gamma * 30 / facts.days
        total -= rate * discount
        for price, cost, open_orders in zip(facts.prices, facts.costs, facts.open_orders, strict=True):
            assert cost is not None
            answer = (1 + response.shown * shown) * math.exp(response.steepness * steepness * discount / price) - 1
            more = min(rate * open_orders / room * answer, open_orders * 30 / facts.days)
            total += more * (min(1.0, max(0.0, response.new + new)) * (price - cost) - discount)
    return total / len(draws)


@pytest.mark.parametrize("seed", range(4))
def test_that_no_price_brings_much_more_than_the_best_one_by_a_second_count(seed: int) -> None:
    dice = random.Random(seed)
    prices = tuple(dice.randint(2_000, 20_000) for _ in range(2 + seed % 2))
    costs = tuple(round(price * dice.uniform(0.1, 0.5)) for price in prices)
    facts = SetFacts(prices, costs, tuple(dice.randint(50, 900) for _ in prices), dice.randint(5, 150), 42)
    response = Response(dice.uniform(0.05, 0.2), dice.uniform(2, 6), dice.uniform(0.6, 1.0))
    draws = [
        (
            dice.gammavariate(facts.together + 0.5, 1.0),
            dice.lognormvariate(0, 0.7),
            dice.lognormvariate(0, 0.4),
            dice.gauss(0, 0.1),
        )
        for _ in range(1_500)
    ]
    most = min(sum(prices) - sum(costs), sum(prices) // 2)
    best = value_of(facts, response).best
    assert best is not None
    highest = max(_expected(facts, response, discount, draws) for discount in range(0, most, most // 40))
    assert _expected(facts, response, best.discount, draws) >= 0.95 * highest
