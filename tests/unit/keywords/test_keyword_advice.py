from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from shopdesk.domain.keywords.advice import (
    Action,
    Case,
    Why,
    advise,
    clicks_needed,
    mean_of_step,
    money_of_step,
    money_of_stopping,
)
from shopdesk.domain.keywords.worth import FloatArray
from tests.unit.keywords.word_world import MARGIN, WordWorld, world


def case(*, value: list[float], cpc: list[float], clicks: list[float], shape: float = 30.0) -> Case:
    count = len(value)
    unknown, no = np.full(count, np.nan), np.zeros(count, dtype=bool)
    return Case(
        clicks=np.array(clicks),
        orders=np.full(count, 5.0),
        cpc=np.array(cpc),
        value=np.array(value),
        shape=np.full(count, shape),
        pooled=unknown,
        pooled_shape=unknown,
        root_below=unknown,
        own_brand=no,
        review=no,
        has_bid=~no,
        days=28.0,
        margin=0.4,
    )


def advised_of(shop: WordWorld, cpc: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return for each word whether something is advised, and the yuan stated."""
    worth = shop.worth()
    made = advise(
        replace(
            case(value=[1.0] * cpc.size, cpc=cpc.tolist(), clicks=shop.clicks.tolist()),
            value=worth.mean * MARGIN,
            shape=worth.shape,
            cpc=np.where(shop.clicks > 0, cpc, np.nan),
        )
    )
    acted = made.action != Action.HOLD
    return acted.astype(float), np.where(acted, _gained(made.step, shop, cpc), 0.0) - np.nan_to_num(made.money)


def _gained(step: FloatArray, shop: WordWorld, cpc: FloatArray) -> FloatArray:
    """What really comes of it, where the elasticity of spend is its mean; stopping saves all."""
    value, known = shop.truth * MARGIN, np.nan_to_num(step)
    bids = shop.clicks * (value * ((1 + known) ** 1.0 - 1) - cpc * ((1 + known) ** 1.9 - 1))
    return np.where(np.isnan(step), shop.clicks * (cpc - value), bids)


def test_that_a_word_worth_far_more_than_its_price_is_raised_and_a_dear_one_lowered() -> None:
    made = advise(case(value=[5.0, 0.85, 1.0], cpc=[1.0, 1.4, 1.0], clicks=[500, 500, 500]))
    assert made.action.tolist() == ["raise", "lower", "hold"]
    assert made.step[0] == 0.2
    assert made.step[1] == -0.2
    assert np.isnan(made.money[2])
    assert made.why[2] == Why.UNCLEAR
    assert (made.low[:2] < made.money[:2]).all()
    assert (made.money[:2] < made.high[:2]).all()


def test_that_a_hopeless_word_is_paused_and_its_money_is_the_cost_less_what_it_brought() -> None:
    made = advise(case(value=[0.3], cpc=[1.0], clicks=[400]))
    assert made.action.tolist() == ["pause"]
    assert made.money[0] == pytest.approx(400 * 0.7, rel=0.03)


def test_that_a_root_that_does_not_pay_either_excludes_the_word() -> None:
    known = case(value=[0.3], cpc=[1.0], clicks=[400])
    rooted = replace(known, pooled=np.array([0.3]), pooled_shape=np.array([40.0]), root_below=np.array([0.97]))
    assert advise(rooted).action.tolist() == ["negative"]
    paying = replace(rooted, pooled=np.array([1.2]))
    assert advise(paying).action.tolist() != ["negative"]


def test_that_a_searched_term_without_a_bid_is_excluded_or_bought_and_never_bid_on() -> None:
    known = case(value=[0.4, 4.0, 1.0], cpc=[1.0, 1.0, 1.0], clicks=[300, 300, 300])
    made = advise(replace(known, has_bid=np.zeros(3, dtype=bool)))
    assert made.action.tolist() == ["negative", "expand", "hold"]
    assert made.why[0] == Why.DEAR  # it has no root that could say more
    assert np.isnan(made.step).all()


def test_that_a_term_is_not_bought_for_what_its_quadrant_wins() -> None:
    known = replace(case(value=[4.0], cpc=[1.0], clicks=[300]), has_bid=np.array([False]))
    assert advise(replace(known, orders=np.array([1.0]))).action.tolist() == ["hold"]
    assert advise(replace(known, orders=np.array([2.0]))).action.tolist() == ["expand"]


def test_that_a_term_is_not_excluded_for_its_root_alone() -> None:
    known = replace(case(value=[1.2], cpc=[1.0], clicks=[300]), has_bid=np.array([False]))
    rooted = replace(known, pooled=np.array([0.3]), pooled_shape=np.array([40.0]), root_below=np.array([0.99]))
    assert advise(rooted).action.tolist() == ["hold"]


def test_that_own_brand_and_open_questions_are_left_to_the_shop() -> None:
    known = case(value=[0.3, 0.3, 5.0], cpc=[1.0, 1.0, 1.0], clicks=[400, 400, 400])
    made = advise(replace(known, own_brand=np.array([True, False, False]), review=np.array([False, True, True])))
    assert made.action.tolist() == ["hold"] * 3
    assert made.why.tolist() == [Why.OWN_BRAND, Why.REVIEW, Why.REVIEW]
    assert np.isnan(made.money).all()


def test_that_a_few_yuan_are_not_worth_a_change() -> None:
    made = advise(case(value=[0.3], cpc=[1.0], clicks=[5]))
    assert made.why.tolist() == [Why.SMALL]


def test_that_missing_figures_are_named() -> None:
    known = case(value=[np.nan, 1.0], cpc=[1.0, np.nan], clicks=[10, 0])
    assert advise(known).why.tolist() == [Why.NO_ORDERS, Why.NO_CLICKS]
    assert advise(replace(known, margin=None)).why.tolist() == [Why.NO_MARGIN, Why.NO_CLICKS]
    assert advise(replace(known, margin=-0.1)).why.tolist() == [Why.LOSING, Why.NO_CLICKS]


def test_that_lowering_a_word_that_pays_well_costs_money() -> None:
    sure = {"clicks": np.array([500.0]), "seen": np.array([500.0]), "cpc": np.array([1.0]), "shape": np.array([60.0])}
    assert money_of_step(-0.2, value=np.array([4.0]), **sure).median[0] < 0
    assert money_of_step(-0.2, value=np.array([0.5]), **sure).median[0] > 0
    assert money_of_stopping(value=np.array([4.0]), **sure).high[0] < 0


def test_that_clicks_without_an_order_lead_to_a_verdict() -> None:
    value, shape, rate = np.array([1.5]), np.array([8.0]), np.array([0.03])
    needed = clicks_needed(value=value, shape=shape, cpc=np.array([1.0]), per_click=rate)
    after = value * (shape / rate) / (shape / rate + needed)  # so many more clicks without an order
    assert 0 < needed[0] < 1000
    assert clicks_needed(value=after, shape=shape, cpc=np.array([1.0]), per_click=rate)[0] == 0


@pytest.mark.parametrize("orders", [25, 120, 500])
def test_that_of_words_that_break_even_exactly_one_in_twenty_is_acted_on_at_most(orders: int) -> None:
    acted = []
    for seed in range(12):
        shop = world(seed, orders=orders)
        acted.append(advised_of(shop, shop.truth * MARGIN)[0].mean())
    assert np.mean(acted) <= 0.05


def test_that_the_money_stated_for_a_shop_with_real_differences_is_what_comes_of_it() -> None:
    stated, missed = 0.0, 0.0
    for seed in range(12):
        shop = world(seed, orders=120)
        prices = 1.26 * np.exp(np.random.default_rng(seed + 100).normal(0, 0.35, shop.clicks.size))
        acted, gap = advised_of(shop, prices)
        assert acted.sum() > 0
        missed += gap.sum()
        worth = shop.worth()
        made = advise(
            replace(
                case(value=[1.0] * prices.size, cpc=prices.tolist(), clicks=shop.clicks.tolist()),
                value=worth.mean * MARGIN,
                shape=worth.shape,
                cpc=np.where(shop.clicks > 0, prices, np.nan),
            )
        )
        stated += float(np.nansum(made.money))
    assert abs(missed) < 0.15 * stated


def test_that_four_in_five_months_lie_within_the_money_stated() -> None:
    rng = np.random.default_rng(5)
    count, clicks, cpc, shape = 400, 60.0, np.full(400, 1.5), np.full(400, 12.0)
    value = np.full(count, 0.8)
    known = {"clicks": np.full(count, clicks), "seen": np.full(count, clicks), "cpc": cpc, "value": value}
    found = money_of_stopping(**known, shape=shape)
    truth = rng.gamma(shape, value / shape)
    next_month = rng.poisson(rng.gamma(clicks, 1.0, count))
    gained = next_month * (cpc - truth)
    assert 0.74 < np.mean((found.low <= gained) & (gained <= found.high)) < 0.86


def test_that_few_clicks_leave_more_doubt_than_many_of_the_same_month() -> None:
    sure = {name: np.full(2, at) for name, at in {"clicks": 100.0, "cpc": 1.5, "value": 0.8, "shape": 200.0}.items()}
    found = money_of_step(-0.2, seen=np.array([10.0, 1000.0]), **sure)
    assert np.diff(found.high - found.low)[0] < 0


@pytest.mark.parametrize("step", [-0.2, 0.1])
def test_that_the_mean_by_which_steps_are_chosen_is_that_of_their_money(step: float) -> None:
    rng = np.random.default_rng(3)
    known = {"clicks": rng.gamma(2.0, 30.0, 50), "cpc": rng.gamma(3.0, 0.5, 50), "value": rng.gamma(2.0, 0.7, 50)}
    found = money_of_step(step, seen=known["clicks"] / 2, shape=rng.gamma(2.0, 2.0, 50) + 0.3, **known)
    assert mean_of_step(step, **known) == pytest.approx(found.mean, rel=1e-9, abs=1e-9)


def test_that_the_median_and_interval_are_those_of_the_product_of_all_doubts() -> None:
    value, shape, clicks = np.array([0.8]), np.array([6.0]), np.array([40.0])
    found = money_of_stopping(clicks=clicks, seen=clicks, cpc=np.array([1.5]), value=value, shape=shape)
    shares = (np.arange(9) + 0.5) / 9
    worth, number = stats.gamma.ppf(shares, 6.0), stats.gamma.ppf(shares, 20.0)
    gains = np.outer(1.5 - 0.8 * worth / worth.mean(), 40.0 * number / number.mean())
    expected = np.quantile(gains, (0.1, 0.5, 0.9), method="hazen")
    assert [found.low[0], found.median[0], found.high[0]] == pytest.approx(expected.tolist())
