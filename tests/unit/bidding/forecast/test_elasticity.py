"""How spend follows bids: the prior, what changes teach, what the price of a click against the bid lets expect."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.bidding.forecast.elasticity import (
    LEAST,
    OWN_SPREAD,
    Change,
    Elasticity,
    apart,
    bends,
    draws,
    growth,
    learn,
    price_growth,
)

PRIOR = Elasticity(1.9, 0.7, 0.9)


def change(slope: float, *, cells: int = 60, sd: float = 0.1, market: float = 0.0, seed: int = 1) -> Change:
    dice = np.random.default_rng(seed)
    bid = dice.uniform(-0.2, 0.2, cells)
    return Change(bid, slope * bid + market + sd * dice.standard_normal(cells), np.full(cells, sd), cells=cells)


def test_that_nothing_learnt_leaves_the_prior() -> None:
    assert learn(PRIOR) == PRIOR
    assert not learn(PRIOR).is_learnt


def test_that_a_change_moves_the_belief_towards_what_it_did() -> None:
    steep = learn(PRIOR, [change(3.2)])
    flat = learn(PRIOR, [change(1.1)])
    assert flat.spend < PRIOR.spend < steep.spend
    assert steep.spend == pytest.approx(3.2, rel=0.15)
    assert steep.spend_sd < PRIOR.spend_sd
    assert (steep.changes, steep.cells) == (1, 60)


def test_that_a_market_that_grew_as_a_whole_is_not_taken_for_elasticity() -> None:
    calm, grown = learn(PRIOR, [change(2.0)]), learn(PRIOR, [change(2.0, market=0.3)])
    assert grown.spend == pytest.approx(calm.spend, rel=0.1)


def test_that_one_step_for_all_teaches_little() -> None:
    bid = np.full(40, 0.1)
    alone = learn(PRIOR, [Change(bid, 0.5 + 1.9 * bid, np.full(40, 0.1))])
    spread = learn(PRIOR, [change(1.9, cells=40)])
    assert alone.spend_sd > 1.5 * spread.spend_sd


def test_that_steps_too_small_to_matter_teach_nothing() -> None:
    assert learn(PRIOR, [Change(np.full(9, 0.01), np.full(9, 0.9), np.full(9, 0.1))]) == PRIOR


def test_that_clicks_that_cost_nearly_the_bid_tell_of_close_rivals() -> None:
    bids = np.full(10, 100.0)
    close, apart = learn(PRIOR, bids=bids, prices=bids * 0.93), learn(PRIOR, bids=bids, prices=bids * 0.6)
    assert apart.spend < PRIOR.spend < close.spend
    assert close.ratio == pytest.approx(0.93)
    assert learn(PRIOR, bids=bids, prices=bids * 1.4) == PRIOR  # dearer than the bid: modifiers stand in between


def test_that_the_plan_moves_as_its_money_does_and_not_as_most_of_its_words_do() -> None:
    bids = np.full(9, 100.0)
    prices = np.where(np.arange(9) < 2, 60.0, 93.0)
    spend = np.where(np.arange(9) < 2, 1_000.0, 1.0)
    by_word, by_money = learn(PRIOR, bids=bids, prices=prices), learn(PRIOR, bids=bids, prices=prices, spend=spend)
    few = learn(PRIOR, bids=bids, prices=np.full(9, 60.0))
    assert by_money.spend == pytest.approx(few.spend, rel=0.02)
    assert by_money.spend < 0.8 * by_word.spend


def test_that_the_nearer_rivals_stand_the_sooner_a_raise_has_passed_them_all() -> None:
    normal = np.linspace(-2, 2, 41)
    calm, hot = (bends(Elasticity(1.9, 0.5, 0.95, ratio=ratio), normal) for ratio in (0.6, 0.9))
    assert np.median(hot) > 3 * np.median(calm)
    assert np.std(np.log(hot)) < np.std(np.log(calm))
    assert np.isfinite(bends(PRIOR, normal)).all()


def test_that_spend_follows_a_bid_as_auctions_of_such_rivals_let_expect() -> None:
    # eight rivals, log sd 1, own bid .15 above their middle, over rivals that differ by .33: drawn by the simulator
    steps = np.array([-0.7, -0.35, 0.35, 0.7, 1.1])
    assert growth(steps, 1.81, bend=0.52) == pytest.approx([-1.57, -0.70, 0.59, 1.09, 1.56], abs=0.06)


def test_that_extreme_prices_tell_less_of_the_market() -> None:
    bids = np.full(10, 100.0)
    spreads = [
        (found := learn(PRIOR, bids=bids, prices=bids * ratio)).spend_sd / found.spend for ratio in (0.76, 0.84, 0.93)
    ]
    assert spreads == sorted(spreads)
    assert spreads[2] > 1.5 * spreads[0]


def test_that_words_whose_prices_differ_are_known_to_follow_their_bids_differently() -> None:
    bids, even = np.full(12, 100.0), np.full(12, 1 / 12)
    alike, own = apart(bids, np.full(12, 80.0), even)
    assert np.allclose(alike, 0)
    assert own < OWN_SPREAD
    steep, wide = apart(bids, np.tile([60.0, 92.0], 6), even)
    assert steep[1] > 0 > steep[0]
    assert steep @ even == pytest.approx(0)
    assert wide > 1.5 * own


def test_that_words_without_bids_or_prices_lie_in_the_middle() -> None:
    nothing = np.full(12, np.nan)
    for bids, prices in ((nothing, np.full(12, 80.0)), (np.full(12, 100.0), nothing)):
        steep, own = apart(bids, prices, np.ones(12))
        assert not steep.any()
        assert own == OWN_SPREAD


@given(st.floats(-3, 3), st.floats(0, 3), st.floats(1.0, 8.0))
def test_that_spend_never_falls_as_bids_rise(step: float, more: float, elasticity: float) -> None:
    assert growth(step + more, elasticity) >= growth(step, elasticity) - 1e-12
    assert price_growth(step + more, 0.9) >= price_growth(step, 0.9) - 1e-12
    assert growth(0.0, elasticity) == 0


@given(st.floats(0.2, 9), st.floats(0, 3))
def test_that_drawn_elasticities_are_never_below_the_least(spend: float, sd: float) -> None:
    drawn = draws(Elasticity(spend, sd, 0.9), np.linspace(-3, 3, 50))
    assert np.isfinite(drawn).all()
    assert drawn.min() >= LEAST
