"""What a ladder should bring: sources that sum, "none" where nothing pays, and clear answers to poor input."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.promotions.ladders.behaviour import after, further_orders, moves
from shopdesk.domain.promotions.ladders.bunching import without_ladder
from shopdesk.domain.promotions.ladders.choice import choose
from shopdesk.domain.promotions.ladders.draws import COORDINATES, TOLD, Floats, Prior, by_prior
from shopdesk.domain.promotions.ladders.fit import Campaign
from shopdesk.domain.promotions.ladders.forecast import chances, forecast
from shopdesk.domain.promotions.ladders.grid import amounts, extended, singles, thresholds
from shopdesk.domain.promotions.ladders.ground import Ground, prepare
from shopdesk.domain.promotions.ladders.intents import intents_of
from shopdesk.domain.promotions.ladders.record import Belief, Ladder, Objective
from shopdesk.domain.promotions.ladders.terms import Terms, Wish

TERMS = Terms(margin=0.45, fee=0.05, shipping=400)
NOBODY_MOVES = Belief(top_up=0.0, trade_down=0.0, lift=1e-12)
LADDER: Ladder = ((9_900, 500), (15_900, 1_500))
STRANGE = np.array([np.nan, -5.0, 0.0, np.inf, 1e300, 12_345.0])


def values(count: int = 3_000, seed: int = 1) -> npt.NDArray[np.float64]:
    return np.round(np.exp(np.random.default_rng(seed).normal(9.0, 0.5, count)))


def with_bunching(wanted: Floats, *, share: float, seed: int) -> npt.NDArray[np.float64]:
    """Return orders of which a share of those up to 20 yuan below the first step topped up."""
    dice = np.random.default_rng(seed)
    step = LADDER[0][0]
    moving = (wanted < step) & (wanted >= step - 2_000) & (dice.random(len(wanted)) < share)
    return np.where(moving, step + np.round(dice.exponential(800, len(wanted))), wanted)


@pytest.fixture(scope="module")
def ground() -> Ground:
    return prepare(values(), TERMS, Belief())


def test_that_sources_sum_to_the_change_of_profit_in_every_draw(ground: Ground) -> None:
    new, base = ground.weigh(LADDER), ground.without()
    assert new.profit is not None
    assert base.profit is not None
    assert new.parts is not None
    parts = new.parts
    total = parts.windfall + parts.top_up + parts.trade_down + parts.returns + parts.lift
    np.testing.assert_allclose(total, new.profit - base.profit, rtol=1e-9, atol=1e-3)


def test_that_without_movement_the_discount_is_what_a_replay_gives() -> None:
    orders = values()
    still = prepare(orders, TERMS, NOBODY_MOVES)
    still = replace(still, intents=replace(still.intents, ratios=np.ones_like(still.intents.ratios)))
    given_off = 500 * ((orders >= 9_900) & (orders < 15_900)).sum() + 1_500 * (orders >= 15_900).sum()
    told = forecast(LADDER, still, Wish())
    assert told.discount.median == pytest.approx(given_off, rel=1e-9)
    assert told.change_revenue.median == pytest.approx(-given_off, rel=1e-9)
    assert told.change_profit is not None
    assert told.change_profit.median == pytest.approx(-0.95 * given_off, rel=1e-6)


def test_that_profit_is_not_told_without_a_margin() -> None:
    unknown = prepare(values(), Terms(margin=None), Belief())
    told = forecast(LADDER, unknown, Wish())
    assert (told.profit, told.change_profit, told.margin_rate, told.sources) == (None, None, None, None)
    assert told.floor_chance is None
    assert told.break_even_top_up is None
    assert told.change_revenue.low < told.change_revenue.high
    assert choose(unknown, Wish()).best is None
    assert choose(unknown, Wish()).tried == 0
    assert chances([LADDER], unknown, Wish()) == {}


def test_that_no_ladder_is_the_answer_where_nobody_moves() -> None:
    still = prepare(values(), TERMS, NOBODY_MOVES)
    for objective in (Objective.PROFIT, Objective.REVENUE):
        found = choose(still, Wish(objective, margin_floor=0.2))
        assert found.best is None
        assert found.best_chance[()] == pytest.approx(1.0)
        assert found.tried > 100


def test_that_a_ladder_is_found_where_many_order_more() -> None:
    eager = prepare(values(), TERMS, Belief(top_up=0.8, tau=4.0, lift=12.0))
    found = choose(eager, Wish(Objective.PROFIT, most_tiers=2))
    assert found.best is not None
    assert found.best.change_profit is not None
    assert found.best.change_profit.low > 0
    assert len(found.best.ladder) <= 2
    assert sum(found.best_chance.values()) == pytest.approx(1.0)


def test_that_the_margin_floor_holds_in_nine_of_ten_draws() -> None:
    eager = prepare(values(), TERMS, Belief(top_up=0.8, tau=4.0, lift=2.0))
    today = forecast((), eager, Wish()).margin_rate
    assert today is not None
    floor = today.median - 0.01
    found = choose(eager, Wish(Objective.REVENUE, margin_floor=floor))
    assert found.best is not None
    assert found.best.floor_chance is not None
    assert found.best.floor_chance >= 0.9


def test_that_belief_alone_must_be_surer_than_a_campaign_before_revenue_is_advised(ground: Ground) -> None:
    found = choose(ground, Wish(Objective.REVENUE, margin_floor=0.2))
    assert not ground.is_traffic_known
    assert found.best is None or (found.best.better_chance or 0) >= 0.8
    assert choose(replace(ground, is_traffic_known=True), Wish(Objective.REVENUE, margin_floor=0.2)).best is not None


def test_that_the_platforms_limit_of_tiers_is_kept() -> None:
    eager = prepare(values(), TERMS, Belief(top_up=0.8, tau=4.0, lift=12.0))
    for most in (0, 1, 3):
        found = choose(eager, Wish(Objective.PROFIT, most_tiers=most))
        assert all(len(told.ladder) <= most for told in found.candidates)
        assert (found.best is None) == (most == 0)


def test_that_a_campaign_teaches_how_many_top_up() -> None:
    wanted = values(4_000, seed=7)
    learned = []
    for share in (0.0, 0.5):
        campaign = Campaign(with_bunching(wanted, share=share, seed=3), LADDER[:1], traffic=1 / 3)
        found = prepare(values(12_000), TERMS, Belief(), campaign=campaign)
        told = forecast(LADDER[:1], found, Wish())
        learned.append(told.moved[0].orders.median)
        assert found.belief.is_fitted
        assert found.is_traffic_known
        assert sum(found.forms) == pytest.approx(1.0)
    expected = 0.5 * ((values(12_000) < 9_900) & (values(12_000) >= 7_900)).sum()
    assert learned[0] < 0.35 * learned[1]
    assert learned[1] == pytest.approx(expected, rel=0.35)


@pytest.mark.parametrize("form", range(len(TOLD)))
def test_that_orders_speak_of_the_coordinates_told_and_of_no_other(form: int) -> None:
    cells = intents_of(values(400)).cells([step for step, _ in LADDER])
    edges = np.append(cells.start, np.inf)
    dice = np.random.default_rng(1)
    first, other = dice.standard_normal((2, 40, COORDINATES))

    def came(z: Floats) -> Floats:
        draws = Prior(Belief(), (1.2, 1.0), far_spread=0.3).read(z, np.full(len(z), form))
        moved = moves(draws, cells.value, LADDER)
        orders = cells.orders * (1.0 + further_orders(draws, moved, cells.value, cells.orders))
        return after(draws, moved, orders, np.arange(len(cells.value)), edges)

    untold = np.setdiff1d(np.arange(COORDINATES), TOLD[form])
    mixed = first.copy()
    mixed[:, untold] = other[:, untold]
    np.testing.assert_array_equal(came(mixed), came(first))
    speaking = set(TOLD[form]) - {13, 14}  # traffic and season move the orders before the ladder does
    for place in speaking:
        mixed = first.copy()
        mixed[:, place] = other[:, place]
        assert not np.allclose(came(mixed), came(first))


def test_that_what_a_campaign_cannot_tell_stays_as_wide_as_believed() -> None:
    wanted = values(4_000, seed=7)
    moving = (wanted < 9_900) & (wanted > 4_000) & (np.random.default_rng(3).random(len(wanted)) < 0.5)
    strange = np.where(moving, wanted + 7_777.0, wanted)  # as in none of the forms
    found = prepare(values(12_000), TERMS, Belief(), campaign=Campaign(strange, LADDER[:1], traffic=1 / 3))
    for drawn, spread in ((np.log(found.draws.returned), 0.4), (found.draws.add_on, 0.1)):
        assert drawn.std() == pytest.approx(spread, rel=0.2)
    assert len(np.unique(found.draws.trade_down)) > 0.9 * found.draws.count  # particles have parted


def test_that_those_who_land_far_beyond_a_step_are_not_taken_for_further_orders() -> None:
    wanted = values(4_000, seed=7)
    moving = (wanted < 9_900) & (wanted > 5_000) & (np.random.default_rng(3).random(len(wanted)) < 0.5)
    dice = np.random.default_rng(4)
    beyond = np.where(dice.random(4_000) < 0.5, dice.exponential(0.03, 4_000), dice.exponential(0.5, 4_000))
    campaign = Campaign(np.where(moving, 9_900 * (1 + beyond), wanted), LADDER[:1], traffic=1 / 3)
    found = prepare(values(12_000), TERMS, Belief(), campaign=campaign)
    told = forecast(LADDER[:1], found, Wish())
    truly = 0.5 * ((values(12_000) < 9_900) & (values(12_000) > 5_000)).sum()
    assert told.moved[0].orders.low < truly < told.moved[0].orders.high
    assert found.draws.mean_overshoot.mean() == pytest.approx(0.5 * (0.03 + 0.5), abs=0.08)


def test_that_unknown_traffic_leaves_the_lift_wider_than_known_traffic() -> None:
    campaign = Campaign(with_bunching(values(4_000, seed=7), share=0.3, seed=3), LADDER, traffic=1 / 3)
    known = prepare(values(12_000), TERMS, Belief(), campaign=campaign)
    unknown = prepare(values(12_000), TERMS, Belief(), campaign=replace(campaign, traffic=None))
    assert not unknown.is_traffic_known
    widths = [(told.high - told.low) for told in (forecast(LADDER, g, Wish()).change_revenue for g in (known, unknown))]
    assert widths[1] > widths[0]


def test_that_the_bunching_of_an_old_ladder_is_taken_out() -> None:
    wanted = values(12_000)
    seen = with_bunching(wanted, share=0.5, seed=3)
    mended = without_ladder(intents_of(seen), LADDER[:1], Belief()).intents
    weights = np.diff(mended.running_orders)

    def between(orders: Floats, low: int, high: int, weight: Floats | None = None) -> float:
        inside = (orders >= low) & (orders < high)
        return float(inside.sum() if weight is None else weight[inside].sum())

    for low, high in ((8_400, 9_900), (9_900, 11_400)):
        true, was = between(wanted, low, high), between(seen, low, high)
        assert abs(between(mended.values, low, high, weights) - true) < 0.6 * abs(was - true)
    assert mended.orders == pytest.approx(len(wanted))


def test_that_chances_of_candidates_and_none_sum_to_one(ground: Ground) -> None:
    told = chances([LADDER, ((12_900, 500),)], ground, Wish())
    assert set(told) == {(), LADDER, ((12_900, 500),)}
    assert sum(told.values()) == pytest.approx(1.0)


def test_that_the_histogram_after_holds_all_orders_and_moves_them_to_the_step(ground: Ground) -> None:
    edges = list(range(0, 30_000, 1_000))
    before = np.array(forecast((), ground, Wish(), edges=edges).bins_after)
    told = np.array(forecast(LADDER, ground, Wish(), edges=edges).bins_after)
    assert before.sum() == pytest.approx(3_000)
    assert told.sum() >= before.sum()
    assert told[8] < before[8]  # 80 to 90 yuan, below the first step
    assert told[10] > before[10]


def test_that_the_break_even_is_where_the_ladder_pays() -> None:
    belief = Belief(lift=1.5)
    shop = prepare(values(), Terms(margin=0.7), belief)
    ladder: Ladder = ((12_900, 800),)
    point = forecast(ladder, shop, Wish()).break_even_top_up
    assert point is not None
    assert 0 < point < 0.95
    for factor, pays in ((0.5, False), (1.5, True)):
        other = replace(belief, top_up=min(0.95, factor * point))
        prior = Prior(replace(other, lift=0.0))
        middle = prior.middle(1)
        alone = replace(
            shop,
            draws=replace(middle, lift=np.full(1, 1.5)),
            intents=replace(shop.intents, ratios=np.ones((1, shop.intents.ratios.shape[1]))),
        )
        change = forecast(ladder, alone, Wish()).change_profit
        assert change is not None
        assert (change.median > 0) == pays


@pytest.mark.parametrize("orders", [np.zeros(0), STRANGE, np.array([np.nan]), np.full(50, 9_900.0)])
def test_that_poor_input_gives_clear_figures(orders: npt.NDArray[np.float64]) -> None:
    shop = prepare(orders, TERMS, Belief(), campaign=Campaign(STRANGE, LADDER, float("nan")))
    told = forecast(LADDER, shop, Wish(margin_floor=0.1), edges=[0, 5_000])
    figures = [told.orders, told.revenue, told.discount, told.order_value, told.change_revenue, told.change_profit]
    assert all(figure is not None and np.isfinite([figure.low, figure.median, figure.high]).all() for figure in figures)
    assert np.isfinite(told.bins_after).all()
    assert len(told.bins_after) == 2
    choice = choose(shop, Wish())
    assert choice.best is None or choice.best.change_profit is not None


def test_that_orders_of_many_days_are_drawn_by_day() -> None:
    days = np.datetime64("2026-03-01") + np.repeat(np.arange(30), 100)
    even, spiky = values(), values()
    spiky[days == days[0]] = 50_000.0
    by_day = intents_of(spiky, days=days)
    by_order = intents_of(spiky)
    top = int(np.searchsorted(by_day.edges, 50_000.0, side="right")) - 1
    assert by_day.ratios[:, top].std() > 3 * by_order.ratios[:, top].std()
    assert intents_of(even, days=days[:1].repeat(3_000)).ratios.shape[0] == by_order.ratios.shape[0]


@given(
    first=st.integers(2_000, 15_000),
    rise=st.integers(500, 15_000),
    off=st.integers(50, 1_500),
    more=st.integers(1, 2_000),
)
@settings(max_examples=40, deadline=None)
def test_that_no_order_is_lost_or_made_by_moving(first: int, rise: int, off: int, more: int) -> None:
    ladder: Ladder = ((first, off), (first + rise, off + more))
    cells = intents_of(values(400)).cells([first, first + rise])
    prior = Prior(Belief())
    draws = prior.read(*by_prior(np.random.default_rng(1), 40))
    moved = moves(draws, cells.value, ladder)
    assert moved.stay.min() >= 0
    assert moved.up.min() >= 0
    np.testing.assert_allclose(moved.stay + moved.up.sum(axis=0) + moved.down.sum(axis=0), 1.0)
    edges = np.append(cells.start, np.inf)
    came = after(draws, moved, cells.orders, np.arange(len(cells.value)), edges)
    np.testing.assert_allclose(came.sum(axis=1), cells.orders.sum())
    assert (moved.up[0][:, cells.value >= first] == 0).all()


@given(low=st.integers(100, 5_000), spread=st.floats(0.05, 1.2))
@settings(max_examples=40, deadline=None)
def test_that_every_ladder_tried_rises_and_gives_less_than_it_asks(low: int, spread: float) -> None:
    orders = np.sort(np.exp(np.random.default_rng(2).normal(np.log(low * 10), spread, 200)))
    short = singles(orders, None)
    assert len(thresholds(orders)) <= 22
    assert all(0 < off < minimum for ((minimum, off),) in short)
    for longer in extended(short[-1], short):
        assert longer[0][0] < longer[1][0]
        assert longer[0][1] < longer[1][1]
    assert all(amount % 250 == 0 for amount in amounts(9_900, 250))


def test_that_a_step_nobody_reaches_is_never_better_than_none(ground: Ground) -> None:
    far: Ladder = ((100_000_000, 10_000),)
    for objective in Objective:
        wish = Wish(objective)
        assert chances([far], ground, wish) == {(): 1.0, far: 0.0}
        assert forecast(far, ground, wish).better_chance == 0.0
