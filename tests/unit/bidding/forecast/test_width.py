"""How wide forecasts are: by what words' prices tell of them, by how far levers move, by what prices did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, History
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.ground import Ground, Volume, prepare
from shopdesk.domain.bidding.forecast.model import Metric, Range
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Settings
from tests.unit.bidding.forecast.histories import PRIOR, changed, ground, history, today

HISTORY = history()
MARGIN = Settings(margin=0.4)


def dearer(cells: Cells, prices: np.ndarray) -> Cells:
    return replace(cells, cost=cells.clicks * prices)


def priced(prices: np.ndarray) -> History:
    assert HISTORY.words is not None
    return replace(HISTORY, words=replace(HISTORY.words, cells=dearer(HISTORY.words.cells, prices)))


def raised(percent: int, of: History) -> Levers:
    now = today(of)
    return replace(now, bids={name: bid * percent // 100 for name, bid in now.bids.items()})


def range_of(own: Ground, of: History, new: Levers, metric: Metric) -> Range:
    return foresee(own, MARGIN, now=today(of), new=new).new[metric]


def width(found: Range) -> float:
    return (found.high - found.low) / found.median


def test_that_a_plan_left_alone_is_as_sure_whatever_words_may_do() -> None:
    own = ground(HISTORY)
    assert own.words is not None
    sure = replace(own, words=replace(own.words, steep=None, own=0.0))
    now = today(HISTORY)
    assert foresee(own, MARGIN, now=now, new=now) == foresee(sure, MARGIN, now=now, new=now)


def test_that_far_moves_widen_the_range_and_leave_its_middle() -> None:
    own = ground(HISTORY)
    assert own.words is not None
    own, sure = (replace(own, words=replace(own.words, steep=None, own=spread)) for spread in (0.4, 0.0))
    now = today(HISTORY)
    near = replace(now, bids=changed(now).bids)
    far = replace(now, bids={name: round(160 * (bid / 160) ** 3) for name, bid in near.bids.items()})
    added = []
    for new in (near, far):
        found, least = (range_of(one, HISTORY, new, Metric.SPEND) for one in (own, sure))
        assert abs(found.median / least.median - 1) < 0.03
        added.append(width(found) ** 2 - width(least) ** 2)
    assert added[1] > 4 * added[0] > 0


def test_that_words_whose_prices_differ_make_spend_and_price_after_a_raise_less_sure() -> None:
    alike, unlike = priced(np.full(12, 125.0)), priced(np.tile([90.0, 148.0], 6))
    for metric in (Metric.SPEND, Metric.CPC):
        ranges = [range_of(ground(of), of, raised(130, of), metric) for of in (alike, unlike)]
        assert width(ranges[1]) > 1.05 * width(ranges[0])


def prices_known(weekly: np.ndarray, *, clicks: float = 2_000.0, of: History = HISTORY) -> float:
    days = np.full(weekly.size * 7, clicks)
    cost = days * np.repeat(weekly, 7)
    volume = Volume(
        cost=float(cost.sum()),
        clicks=float(days.sum()),
        days=float(days.size),
        daily_cost=cost,
        daily_clicks=days,
        last=date(2026, 6, 21),
    )
    made = prepare(estimate(of), of, reference=today(of), elasticity=PRIOR, volume=volume)
    assert made is not None
    return float(np.std(np.log(made.cpc)))


def test_that_each_quiet_week_makes_the_price_surer_and_each_restless_one_less_sure() -> None:
    quiet = [prices_known(np.full(weeks, 130.0)) for weeks in (2, 4, 12)]
    assert quiet == sorted(quiet, reverse=True)
    assert prices_known(130 * np.exp(0.1 * np.tile([1.0, -1.0], 2))) > 3 * quiet[1]


def test_that_few_clicks_of_unlike_words_leave_their_price_open() -> None:
    unlike = priced(np.tile([60.0, 200.0], 6))
    few, many = (prices_known(np.full(4, 130.0), clicks=clicks, of=unlike) for clicks in (10.0, 2_000.0))
    assert few > 2 * many
    assert prices_known(np.full(4, 130.0), clicks=10.0) < 0.6 * few


def test_that_rivals_are_taken_to_bid_more_where_a_click_is_worth_more() -> None:
    assert HISTORY.regions is not None
    rich = np.where(np.arange(len(HISTORY.regions)) < 10, 4.0, 1.0)
    orders = np.round(HISTORY.regions.clicks * 0.03 * rich)
    told = replace(HISTORY, regions=replace(HISTORY.regions, orders=orders, revenue=orders * 8_900.0))
    now, names = today(told), HISTORY.regions.names
    own = ground(told)
    assert own.regions is not None
    even = replace(own, regions=replace(own.regions, steep=None))

    def added(places: tuple[str, ...]) -> float:
        new = replace(now, regions=dict.fromkeys(places, 120))
        return foresee(own, MARGIN, now=now, new=new).new[Metric.SPEND].median - (
            foresee(even, MARGIN, now=now, new=new).new[Metric.SPEND].median
        )

    assert added(names[:10]) > 0 > added(names[10:])


def test_that_dear_words_fall_and_rise_further_with_their_bids() -> None:
    of = priced(np.tile([90.0, 148.0], 6))
    now = today(of)
    cheap, dear = (
        range_of(ground(of), of, replace(now, bids={**now.bids, **dict.fromkeys(list(now.bids)[at::2], 128)}), metric)
        for at, metric in ((0, Metric.SPEND), (1, Metric.SPEND))
    )
    kept = range_of(ground(of), of, now, Metric.SPEND)
    parts = [1 - one.median / kept.median for one in (cheap, dear)]
    assert of.words is not None
    shares = [float(of.words.cells.cost[at::2].sum() / of.words.cells.cost.sum()) for at in (0, 1)]
    assert parts[1] / shares[1] > 1.2 * parts[0] / shares[0]
