from __future__ import annotations

import numpy as np
import pytest

from shopdesk.domain.keywords.worth import click_values, ratio_interval
from tests.unit.keywords.word_world import world


def worth_of(clicks: list[float], orders: list[float], revenue: list[float], group: list[int] | None = None):  # type: ignore[no-untyped-def]
    return click_values(
        clicks=np.array(clicks),
        orders=np.array(orders),
        revenue_yuan=np.array(revenue),
        group=np.array(group or [0] * len(clicks)),
    )


def test_that_no_order_in_twenty_clicks_is_not_worthless() -> None:
    found = worth_of([20, 1000, 800], [0, 40, 30], [0, 3600, 2700])
    assert 0.6 * found.mean[1] < found.mean[0] < found.mean[1]
    assert found.high[0] > found.mean[1]
    assert found.low[0] < found.low[1]


def test_that_many_clicks_outweigh_the_quadrant() -> None:
    found = worth_of([20_000, 1000, 800], [2000, 40, 30], [180_000, 3600, 2700])
    assert found.cvr[0] == pytest.approx(0.1, rel=0.02)


def test_that_words_are_pulled_to_their_own_quadrant() -> None:
    found = worth_of([5, 2000, 5, 2000], [0, 200, 0, 20], [0, 18_000, 0, 1800], [0, 0, 1, 1])
    assert found.mean[0] > 3 * found.mean[2]


def test_that_nothing_is_claimed_without_any_order() -> None:
    assert np.isnan(worth_of([10, 20], [0, 0], [0, 0]).mean).all()


def test_that_the_interval_holds_the_truth_eight_times_in_ten() -> None:
    rng = np.random.default_rng(7)
    inside = []
    for _ in range(8):
        theta = rng.gamma(8, 1 / 8, 300)
        clicks = rng.integers(5, 600, 300).astype(float)
        orders = rng.poisson(clicks * 0.03 * theta).astype(float)
        values = np.array([rng.gamma(4, 22.5, int(count)).sum() for count in orders])
        found = worth_of(clicks.tolist(), orders.tolist(), values.tolist())
        truth = 0.03 * theta * 90
        inside.append(((found.low <= truth) & (truth <= found.high)).mean())
    assert 0.75 <= np.mean(inside) <= 0.90


def test_that_the_chance_falls_as_the_price_rises() -> None:
    found = worth_of([500, 400], [15, 12], [1400, 1000])
    cheap, dear = found.chance_above(np.array([0.5, 0.5])), found.chance_above(np.array([6.0, 6.0]))
    assert (cheap > 0.99).all()
    assert (dear < 0.05).all()
    assert np.isnan(found.chance_above(np.array([np.nan, 1.0]))[0])


def test_that_the_roi_interval_stays_open_without_orders() -> None:
    low, high = ratio_interval(orders=0, order_value=90, cost=30, cv=0.6)
    assert 0 <= low < 0.2
    assert high > 1
    low, high = ratio_interval(orders=400, order_value=90, cost=9000, cv=0.6)
    assert low < 4.0 < high
    assert high - low < 0.8


@pytest.mark.parametrize("orders", [25, 120, 500])
def test_that_carts_bring_values_nearer_to_the_truth_and_leave_the_interval_true(orders: int) -> None:
    raw, plain, carts, covered = [], [], [], []
    for seed in range(12):
        shop = world(seed, orders=orders)
        seen = np.divide(shop.revenue, shop.clicks, out=np.zeros(shop.clicks.size), where=shop.clicks > 0)
        raw.append(shop.error(seen))
        plain.append(shop.error(shop.worth(carts=False).mean))
        carts.append(shop.error(shop.worth().mean))
        covered.append(shop.covered(shop.worth()))
    assert np.mean(carts) < np.mean(plain) < 0.5 * np.mean(raw)
    assert 0.75 <= np.mean(covered) <= 0.88


def test_that_carts_that_tell_nothing_lose_their_say_as_orders_come_in() -> None:
    few = np.mean([world(seed, orders=25, carts_tell=False).worth().exponent for seed in range(6)])
    many = np.mean([world(seed, orders=2000, carts_tell=False).worth().exponent for seed in range(6)])
    telling = np.mean([world(seed, orders=2000).worth().exponent for seed in range(6)])
    assert many < 0.2 < few
    assert telling > 0.75


def test_that_without_carts_nothing_is_taken_from_them() -> None:
    shop = world(1, orders=120)
    unknown = np.full(shop.clicks.size, np.nan)
    without = shop.worth(carts=False)
    found = click_values(
        clicks=shop.clicks, orders=shop.orders, revenue_yuan=shop.revenue, group=shop.group, signal=unknown
    )
    assert found.exponent == 0
    assert np.array_equal(found.mean, without.mean)
