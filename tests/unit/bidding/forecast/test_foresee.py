"""Forecasts: ordered, never NaN, nothing from nothing, parts that add up, and a budget that binds."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.forecast.curve import curve
from shopdesk.domain.bidding.forecast.delivery import outcome
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.ground import prepare
from shopdesk.domain.bidding.forecast.model import Answer, Metric
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Settings
from tests.unit.bidding.forecast.histories import AUDIENCES, PRIOR, cells, changed, ground, history, today

MARGIN = Settings(margin=0.4)
HISTORY = history()
NOW = today(HISTORY)
GROUND = ground(HISTORY)

percents = st.integers(0, 300)
levers = st.builds(
    Levers,
    bids=st.dictionaries(st.sampled_from(sorted(NOW.bids)), st.integers(0, 2_000)),
    hours=st.one_of(st.just(()), st.lists(percents, min_size=168, max_size=168).map(tuple)),
    regions=st.dictionaries(st.sampled_from(("北京", "广东", "nowhere")), percents),
    audiences=st.dictionaries(st.sampled_from(AUDIENCES), percents),
    daily_budget=st.one_of(st.none(), st.integers(1, 10**7)),
)


@settings(max_examples=60, deadline=None)
@given(levers, st.floats(0, 1), st.integers(1, 40))
def test_that_every_figure_is_a_number_and_in_order(new: Levers, margin: float, days: int) -> None:
    found = foresee(GROUND, Settings(margin=margin), now=NOW, new=new, days=days)
    ranges = [*found.unchanged.values(), *found.new.values(), found.gain]
    for one in ranges:
        assert one is not None
        assert all(map(math.isfinite, (one.low, one.median, one.high)))
        assert one.low <= one.median <= one.high
    assert found.chance is not None
    assert 0 <= found.chance <= 1
    assert all(math.isfinite(value) for part in found.drivers for value in (part.orders, part.spend, part.profit))


@settings(max_examples=30, deadline=None)
@given(levers)
def test_that_an_unchanged_plan_gains_exactly_nothing(same: Levers) -> None:
    found = foresee(GROUND, MARGIN, now=same, new=same)
    assert found.gain is not None
    assert (found.gain.low, found.gain.median, found.gain.high) == (0, 0, 0)
    assert found.answer is Answer.KEEP
    assert found.drivers == ()
    assert found.unchanged == found.new


def test_that_a_driver_counts_all_cells_that_move_though_it_names_only_the_largest() -> None:
    changed = replace(NOW, hours=(120,) * 100 + (100,) * 68)
    (hours,) = foresee(GROUND, MARGIN, now=NOW, new=changed).drivers
    assert GROUND.hours is not None
    assert (len(hours.names), hours.count) == (3, np.count_nonzero(GROUND.hours.spend[:100]))


@settings(max_examples=30, deadline=None)
@given(levers)
def test_that_drivers_add_up_to_the_whole(new: Levers) -> None:
    found = foresee(GROUND, MARGIN, now=NOW, new=new)
    before, after = outcome(GROUND, NOW, days=14), outcome(GROUND, new, days=14)
    assert found.gain is not None
    assert before.orders is not None
    assert after.orders is not None
    spend = after.spend.mean() - before.spend.mean()
    assert sum(part.spend for part in found.drivers) == pytest.approx(spend, abs=1e-6 * before.spend.mean())
    orders = after.orders.mean() - before.orders.mean()
    assert sum(part.orders for part in found.drivers) == pytest.approx(orders, abs=1e-6 * before.orders.mean())
    if any(part.profit for part in found.drivers):
        tolerance = 1e-6 * before.spend.mean()
        assert sum(part.profit for part in found.drivers) == pytest.approx(found.gain.median, abs=tolerance)


@settings(max_examples=30, deadline=None)
@given(levers, st.integers(100, 10**6), st.floats(1, 5))
def test_that_more_budget_never_lowers_spend(new: Levers, budget: int, more: float) -> None:
    little = outcome(GROUND, replace(new, daily_budget=budget), days=14)
    much = outcome(GROUND, replace(new, daily_budget=int(budget * more)), days=14)
    assert (much.spend >= little.spend * (1 - 1e-9)).all()
    assert (little.spend <= budget * 14 * (1 + 1e-9)).all()


def test_that_nothing_is_called_better_before_every_weekday_was_seen() -> None:
    better = replace(NOW, bids={key: round(fen * 0.8) for key, fen in NOW.bids.items()})
    poor = Settings(margin=0.02)  # clicks lose money, so that lower bids earn more
    assert foresee(GROUND, poor, now=NOW, new=better).answer is Answer.BETTER
    assert foresee(replace(GROUND, days=6.0), poor, now=NOW, new=better).answer is Answer.CANNOT_TELL


def test_that_without_margin_nothing_is_said_of_profit() -> None:
    found = foresee(GROUND, Settings(margin=math.nan), now=NOW, new=changed(NOW))
    assert Metric.PROFIT not in found.new
    assert Metric.ROI in found.new
    assert (found.gain, found.chance, found.answer) == (None, None, Answer.CANNOT_TELL)


def test_that_a_margin_of_nothing_leaves_the_spend_as_loss() -> None:
    found = foresee(GROUND, Settings(margin=0.0), now=NOW, new=changed(NOW))
    assert found.new[Metric.PROFIT].median == pytest.approx(-found.new[Metric.SPEND].median)
    assert found.new[Metric.PROFIT].low == pytest.approx(-found.new[Metric.SPEND].high)


def test_that_nothing_known_is_answered_with_no_data() -> None:
    found = foresee(None, MARGIN, now=NOW, new=changed(NOW))
    assert (found.answer, found.new, found.gain) == (Answer.NO_DATA, {}, None)


def test_that_without_an_order_only_clicks_and_costs_are_foreseen() -> None:
    silent = history(rate=0.0)
    found = foresee(ground(silent), MARGIN, now=today(silent), new=changed(today(silent)))
    assert set(found.new) == {Metric.SPEND, Metric.CLICKS, Metric.CPC}
    assert (found.answer, found.gain) == (Answer.NO_DATA, None)


def test_that_costs_without_clicks_foresee_nothing() -> None:
    words = HISTORY.words
    assert words is not None
    nothing = np.full(len(words.cells), np.nan)
    bare = replace(HISTORY, words=replace(words, cells=replace(words.cells, clicks=nothing)), hours=None, regions=None)
    bare = replace(bare, audiences=None)
    assert prepare(estimate(bare), bare, reference=NOW, elasticity=PRIOR) is None


def test_that_the_price_limit_costs_what_the_free_plan_earns_more() -> None:
    dear = replace(NOW, bids=dict.fromkeys(NOW.bids, 100))
    found = foresee(GROUND, replace(MARGIN, most_cpc=90), now=NOW, new=NOW, free=dear)
    alone = foresee(GROUND, MARGIN, now=NOW, new=dear)
    assert alone.gain is not None
    assert found.cpc_price == pytest.approx(max(0.0, alone.gain.median))


def test_that_a_budget_that_runs_out_buys_early_hours_only() -> None:
    dice = np.random.default_rng(5)
    hours = cells(tuple(map(str, range(168))), 8_000, dice)
    late = np.where(np.arange(168) % 24 >= 18, 3.0, 0.2)
    late_history = replace(
        HISTORY, hours=replace(hours, orders=hours.clicks * 0.05 * late, revenue=hours.clicks * 450 * late)
    )
    own = ground(late_history)
    half = int(np.median(outcome(own, NOW, days=14).spend) / 14 / 2)
    whole, cut = (outcome(own, replace(NOW, daily_budget=budget), days=14) for budget in (None, half))
    assert whole.orders is not None
    assert cut.orders is not None
    spent = cut.spend.mean() / whole.spend.mean()
    assert spent == pytest.approx(0.5, abs=0.05)
    assert cut.orders.mean() / whole.orders.mean() < 0.8 * spent


def test_that_the_intervals_of_an_unchanged_plan_cover_what_is_seen() -> None:
    hits = dict.fromkeys((Metric.CLICKS, Metric.ORDERS, Metric.REVENUE), 0)
    runs = 120
    model = estimate(HISTORY)  # values play no part in an unchanged plan
    for seed in range(runs):
        dice = np.random.default_rng((seed, 17))
        clicks = int(dice.poisson(4_000))
        own = prepare(model, history(seed, clicks=clicks), reference=NOW, elasticity=PRIOR)
        found = foresee(own, MARGIN, now=NOW, new=NOW)
        seen_clicks = dice.poisson(2_000)
        orders = dice.binomial(seen_clicks, 0.03)
        for metric, seen in ((Metric.CLICKS, seen_clicks), (Metric.ORDERS, orders), (Metric.REVENUE, orders * 8_900)):
            hits[metric] += found.new[metric].low <= seen <= found.new[metric].high
    assert all(0.7 * runs <= count <= 0.97 * runs for count in hits.values())


def test_that_budgets_of_a_curve_rise_and_the_best_earns_most() -> None:
    found = curve(GROUND, MARGIN, new=NOW)
    budgets = [point.daily_budget for point in found.points]
    assert budgets == sorted(set(budgets))
    assert all(point.profit.low <= point.profit.median <= point.profit.high for point in found.points)
    rois = [point.roi.median for point in found.points]
    assert rois == sorted(rois, reverse=True)
    if found.best is not None:
        assert budgets[0] < found.best.median < budgets[-1]


def test_that_a_curve_without_margin_has_no_points() -> None:
    assert curve(GROUND, Settings(margin=math.nan), new=NOW).points == ()
    assert curve(None, MARGIN, new=NOW).points == ()


def test_that_the_same_seed_says_the_same() -> None:
    again = ground(HISTORY)
    assert foresee(again, MARGIN, now=NOW, new=changed(NOW)) == foresee(GROUND, MARGIN, now=NOW, new=changed(NOW))
