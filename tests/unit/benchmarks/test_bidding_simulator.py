"""The simulator of bid plans: its expectations against drawn auctions, and what every score must keep."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.bidding import coverage, second_world
from benchmarks.bidding.auction import CALM, HOT, MARKETS, ORDINARY, PLACES, Market, at, tables
from benchmarks.bidding.boards import Setting, truths
from benchmarks.bidding.history import draw
from benchmarks.bidding.oracle import best_free, best_structured
from benchmarks.bidding.product import daily_volume, history_of, plan_of, today
from benchmarks.bidding.rivals import RIVALS
from benchmarks.bidding.scoring import HOUR_LIMITS, REGION_LIMITS, Plan, Scorer, limited
from benchmarks.bidding.world import OVER_MARKET, flow, world

DRAWS = 400_000


@pytest.mark.parametrize("market", MARKETS, ids=lambda market: market.name)
@pytest.mark.parametrize("z", [-0.4, 0.15, 1.2])
def test_that_expected_clicks_and_payment_are_the_mean_of_drawn_auctions(market: Market, z: float) -> None:
    rivals = np.random.default_rng(7).normal(0, market.sigma, (DRAWS, market.rivals))
    ahead = (rivals > z).sum(1)
    weight = np.append(PLACES, np.zeros(market.rivals + 1))[ahead]
    price = np.where(rivals < z, np.exp(rivals), 0.0).max(1)
    expected = tables(market)
    for table, drawn in ((expected.clicks, weight), (expected.payment, weight * price)):
        error = drawn.std() / np.sqrt(DRAWS)
        assert float(at(table, np.array([z]))[0]) == pytest.approx(drawn.mean(), abs=4.5 * error + 1e-5)


@pytest.mark.parametrize(("market", "elasticity"), [(HOT, 4.2), (ORDINARY, 1.9), (CALM, 1.3)])
def test_that_spend_moves_with_the_bid_as_in_the_market_described(market: Market, elasticity: float) -> None:
    payment = tables(market).payment
    low, high = at(payment, np.array([OVER_MARKET, OVER_MARKET + 0.06]))
    assert np.log(high / low) / 0.06 == pytest.approx(elasticity, abs=0.35)


def test_that_every_plan_spends_what_today_does_and_none_beats_the_best() -> None:
    shop = world(3, ORDINARY, orders=121)
    scorer = Scorer(shop)
    plan, best = best_structured(scorer)
    free = best_free(scorer)
    history = draw(shop, np.random.default_rng(3))
    plans = {name: rival(history) for name, rival in RIVALS.items()} | truths(shop) | {"best": plan}
    for name, one in plans.items():
        outcome = scorer.score(one)
        assert outcome.cost == pytest.approx(scorer.spend, rel=1e-5), name
        assert outcome.profit <= best.profit * (1 + 1e-9), name
    assert free.profit > best.profit


def test_that_todays_bids_score_as_they_stand() -> None:
    shop = world(4, ORDINARY, orders=121)
    outcome = Scorer(shop).score(Scorer(shop).today)
    assert outcome.factor == pytest.approx(1.0, abs=1e-6)
    assert outcome.orders * 4 == pytest.approx(121)


def test_that_a_plan_is_scored_as_a_console_takes_it() -> None:
    shop = world(4, ORDINARY, orders=22)
    kept = limited(RIVALS["raw values"](draw(shop, np.random.default_rng(4))))
    for values, (low, high) in ((kept.hours, HOUR_LIMITS), (kept.regions, REGION_LIMITS)):
        assert values.min() >= low
        assert values.max() <= high
        assert np.allclose(values * 100, np.round(values * 100))


def test_that_reports_are_cuts_of_the_same_four_weeks() -> None:
    shop = world(5, ORDINARY, orders=473)
    history = draw(shop, np.random.default_rng(5))
    week = flow(shop, np.log(shop.bids)[:, None, None])
    for metric in ("impressions", "clicks", "cost", "orders", "revenue", "carts"):
        sums = [float(table[metric].sum()) for table in history.values()]
        assert sums == pytest.approx([sums[0]] * 3)
    clicks = float(history["hour"]["clicks"].sum())
    assert clicks == pytest.approx(4 * float(week.clicks.sum()), abs=5 * clicks**0.5)


def test_that_the_other_worlds_auction_is_the_mean_of_drawn_ones_and_its_spend_is_kept() -> None:
    one = second_world.shop(1)
    best = np.random.default_rng(8).logistic(0, second_world.SMOOTHNESS, DRAWS)
    won, paid = (float(table[0]) for table in second_world.auction(np.array([0.3])))
    price = np.exp(best) * (best < 0.3)
    assert won == pytest.approx((best < 0.3).mean(), abs=4.5 * 0.5 / np.sqrt(DRAWS))
    assert paid == pytest.approx(price.mean(), abs=4.5 * price.std() / np.sqrt(DRAWS) + 1e-4)
    scorer = second_world.Scorer(one)
    today = Plan(one.bids, np.ones(168), np.ones(31))
    assert scorer.profit(scorer.truth()) > scorer.profit(today)
    assert scorer.profit(replace(today, base=3 * one.bids)) == pytest.approx(scorer.profit(today), rel=1e-3)


def test_that_the_products_days_levers_and_bids_are_those_of_the_shop() -> None:
    shop = world(6, ORDINARY, orders=121)
    told = history_of(draw(shop, np.random.default_rng(6)))
    volume = daily_volume(told, np.random.default_rng(6))
    assert told.words is not None
    assert volume.daily_clicks.sum() == pytest.approx(volume.clicks) == pytest.approx(told.words.cells.clicks.sum())
    assert volume.daily_cost.sum() == pytest.approx(told.words.cells.cost.sum())
    assert np.allclose(plan_of(today(told), told).base, shop.bids)


def test_that_leaving_everything_is_foreseen_to_change_nothing() -> None:
    found = coverage.held(Setting(ORDINARY, levels=(121,)), 6)
    gains = [one for one in found if (one.plan, one.metric) == ("unchanged", "gain")]
    assert [(one.held, one.better, one.ratio) for one in gains] == [(True, False, 0.0)]
