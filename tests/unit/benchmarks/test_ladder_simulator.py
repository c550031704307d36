"""The simulated shops answer as their truth says, and the oracle is never beaten by what it looked at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.ladders.oracle import best, truly
from benchmarks.ladders.shops import Response, Setting, shop
from benchmarks.ladders.truth import expected, ordered

SEED = 3


@pytest.mark.parametrize("response", Response)
def test_that_drawn_orders_agree_with_the_exact_expectation(response: Response) -> None:
    own = shop(Setting("any", response), SEED)
    calm = replace(own.economics, fee=0.0, shipping=0.0)
    truth = replace(own.truth, returned=0.0)
    told = expected(truth, own.customers, own.keen, own.dice, own.campaign_ladder, calm)
    steps = np.array([step for step, _ in own.campaign_ladder])
    offs = np.array([0.0, *(off for _, off in own.campaign_ladder)])
    dice = np.random.default_rng(1)
    orders, paid = [], []
    for _ in range(12):
        values = ordered(truth, own.customers, own.campaign_ladder, dice, own.keen)
        orders.append(len(values))
        paid.append(float((values - offs[np.searchsorted(steps, values, side="right")]).sum()))
    count = len(own.customers)
    assert np.mean(orders) / count == pytest.approx(told.orders, rel=0.004)
    assert np.mean(paid) / count == pytest.approx(told.revenue, rel=0.006)


def test_that_where_nobody_moves_a_ladder_only_costs() -> None:
    own = shop(Setting("nobody", no_top_up=True, no_lift=True), SEED)
    none, with_ladder = truly(own, ()), truly(own, ((59.0, 5.0),))
    reached = float((own.customers >= 59.0).mean())
    assert none.revenue - with_ladder.revenue == pytest.approx(5.0 * reached, rel=0.12)  # some fall back to the step
    by_profit, by_revenue = best(own, none.margin_rate - 0.03)
    assert by_profit[0] == ()
    assert by_revenue[0] == ()


def test_that_seeds_repeat_and_differ() -> None:
    first, again, other = (shop(Setting("any"), seed) for seed in (SEED, SEED, SEED + 1))
    assert (first.campaign == again.campaign).all()
    assert first.truth != other.truth
