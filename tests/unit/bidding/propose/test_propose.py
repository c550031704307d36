"""Proposals: within every limit, never nonsense, each platform in its own form."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History
from shopdesk.domain.bidding.estimate.model import Dimension, ValueModel
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import RegionLever
from shopdesk.domain.bidding.propose.audiences import premiums
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.proposal import Proposal, Stay
from shopdesk.domain.bidding.propose.settings import Settings, Strength
from shopdesk.domain.bidding.week import check_audience, check_region, check_week
from tests.unit.bidding.past import KEYS, REGIONS, audiences, past

PLATFORMS = ("taobao", "jd", "pdd", "douyin", "google_ads", "microsoft_ads", "amazon", "other")
HISTORY = replace(past(0, orders=500).history, audiences=audiences([4000, 6000, 2000], [40, 120, 120]))
MODEL = estimate(HISTORY)
FREE = Settings(1.0, unlocked=True)


def opened(model: ValueModel, *, is_open: bool = True) -> ValueModel:
    def swung(dimension: Dimension | None) -> Dimension | None:
        return dimension and replace(dimension, gate=replace(dimension.gate, is_open=is_open))

    return replace(model, hours=swung(model.hours), regions=swung(model.regions), audiences=swung(model.audiences))


def proposal(
    platform: str = "other",
    setting: Settings = FREE,
    *,
    model: ValueModel | None = None,
    history: History = HISTORY,
    now: Levers | None = None,
    is_smart: bool = False,
) -> Proposal:
    profile = profile_of(platform)
    return propose(
        model or opened(MODEL),
        history,
        setting,
        profile,
        now=now or Levers(),
        is_smart=is_smart,
        slots_per_hour=profile.hours.slots_per_hour,
    )


def bids_of(found: Proposal) -> Floats:
    return np.array([found.levers.bids.get(key, 180) for key in KEYS], dtype=float)


@given(
    st.sampled_from(PLATFORMS),
    st.sampled_from(list(Strength)),
    st.booleans(),
    st.sampled_from([None, 3_000, 40_000]),
    st.sampled_from([None, 60, 160]),
    st.sampled_from([0.05, 0.4, 1.0]),
)
@settings(max_examples=60, deadline=None)
def test_that_every_proposal_is_within_the_limits_of_platform_and_step(
    platform: str, strength: Strength, unlocked: bool, budget: int | None, cpc: int | None, margin: float
) -> None:
    profile = profile_of(platform)
    setting = Settings(margin, budget, cpc, strength=strength, unlocked=unlocked)
    found = proposal(platform, setting)
    levers = found.levers
    assert len(levers.hours) == profile.slots
    assert not check_week(levers.hours, profile.hours)
    assert profile.hours.switch_only or 0 not in levers.hours
    assert all(check_region(value, profile.regions) is None for value in levers.regions.values())
    assert all(check_audience(value, profile.audiences) is None for value in levers.audiences.values())
    assert all(profile.bids.least <= bid <= profile.bids.most for bid in levers.bids.values())
    if not unlocked:
        for value in (*levers.hours, *levers.regions.values(), *levers.audiences.values()):
            assert 80 <= value <= 120 or (value == 0 and profile.hours.switch_only)
        assert all(144 <= bid <= 216 for bid in levers.bids.values())


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_that_a_step_starts_from_what_is_set_now(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hours = tuple(rng.integers(1, 300, 168).tolist())
    regions = dict(zip(REGIONS, rng.integers(0, 300, 31).tolist(), strict=True))
    bids = dict(zip(KEYS, rng.integers(10, 900, 12).tolist(), strict=True))
    found = proposal(setting=Settings(0.4), now=Levers(bids, hours, regions)).levers
    pairs = [*zip(hours, found.hours, strict=True), *((regions[name], found.regions[name]) for name in REGIONS)]
    for before, after in [*pairs, *((bids[key], found.bids.get(key, bids[key])) for key in KEYS)]:
        assert before * 0.8 <= after <= before * 1.2 or abs(after - before) < 1


def test_that_closed_gates_mean_100_percent_and_say_chance() -> None:
    found = proposal(model=opened(MODEL, is_open=False))
    assert (
        set(found.levers.hours) == set(found.levers.regions.values()) == set(found.levers.audiences.values()) == {100}
    )
    assert (found.hours, found.regions, found.audiences, found.words) == (Stay.CHANCE,) * 3 + (Stay.MOVES,)
    ungated = proposal(setting=replace(FREE, gate=False), model=opened(MODEL, is_open=False))
    assert ungated.levers == proposal().levers


def test_that_bids_follow_values_and_the_same_money_in_another_unit_changes_nothing() -> None:
    found = proposal()
    assert MODEL.words is not None
    bids = bids_of(found)
    assert np.corrcoef(np.log(bids), np.log(MODEL.words.mean))[0, 1] > 0.999

    def dearer(cells: Cells | None) -> Cells | None:
        return cells and replace(cells, cost=cells.cost * 10, revenue=cells.revenue * 10)

    assert HISTORY.words is not None
    words = dearer(HISTORY.words.cells)
    assert words is not None
    history = History(
        replace(HISTORY.words, cells=words, bids=HISTORY.words.bids * 10),
        dearer(HISTORY.hours),
        dearer(HISTORY.regions),
        dearer(HISTORY.audiences),
        4.0,
    )
    other = proposal(model=opened(estimate(history)), history=history)
    assert other.levers.hours == found.levers.hours
    assert bids_of(other) == pytest.approx(bids * 10, abs=6)


def test_that_the_lowest_of_budget_margin_and_price_counts() -> None:
    plain = proposal()
    assert MODEL.words is not None

    def total(one: Proposal) -> float:
        return float(bids_of(one).sum())

    rich, poor = (proposal(setting=replace(FREE, daily_budget=fen)) for fen in (10_000_000, 10_000))
    assert total(poor) < total(plain) < total(rich)
    assert rich.gamma > plain.gamma > poor.gamma
    for key, value in zip(KEYS, MODEL.words.mean.tolist(), strict=True):
        assert rich.levers.bids[key] <= value + 1
    slim = proposal(setting=replace(FREE, margin=0.05, daily_budget=10_000_000))
    assert total(slim) < 0.2 * total(rich)
    guarded = proposal(setting=replace(FREE, most_cpc=150))
    assert np.std(np.log(bids_of(guarded))) < np.std(np.log(bids_of(plain)))
    cheap = proposal(setting=replace(FREE, most_cpc=75))
    assert total(cheap) < total(guarded)
    assert np.ptp(cheap.levers.hours) <= np.ptp(plain.levers.hours)


def test_that_strength_says_how_far_a_plan_follows() -> None:
    low, medium, high = (proposal(setting=replace(FREE, strength=one)) for one in Strength)
    assert np.ptp(low.levers.hours) < np.ptp(medium.levers.hours) < np.ptp(high.levers.hours)
    spreads = [np.std(np.log(bids_of(one))) for one in (low, medium)]
    assert spreads[0] < spreads[1]


def test_that_each_platform_gets_the_form_it_has() -> None:
    hour = np.array(proposal().levers.hours, dtype=float)
    half = proposal("taobao")
    assert half.levers.hours[::2] == half.levers.hours[1::2] == tuple(np.clip(hour, 30, 250).astype(int).tolist())
    assert half.levers.regions == {}
    assert 2 <= len(half.groups) <= 3
    assert set(half.wanted_regions) == set(REGIONS)
    one_day = proposal("pdd").levers.hours
    assert one_day == one_day[:24] * 7
    windows = proposal("google_ads").levers.hours
    assert max(len(list(groupby(windows[day : day + 24]))) for day in range(0, 168, 24)) <= 6
    assert np.corrcoef(windows, hour)[0, 1] > 0.9
    assert proposal("douyin").hours is Stay.PAYS
    assert proposal("taobao", is_smart=True).hours is Stay.PAYS
    assert set(proposal("taobao", is_smart=True).levers.hours) == {100}
    assert proposal("amazon").regions is Stay.NO_LEVER


def test_that_where_schedules_only_raise_the_base_falls_so_that_the_product_is_the_wish() -> None:
    plain, raised = proposal(), proposal("amazon")
    assert min(raised.levers.hours) == 100
    products = [np.outer(bids_of(one), one.levers.hours).astype(float) for one in (plain, raised)]
    ratio = products[1] / products[0]
    assert ratio.std() / ratio.mean() < 0.03


def test_that_premiums_stand_on_the_coldest_audience() -> None:
    values, bought = np.array([0.8, 0.82, 1.2, 1.6]), np.array([100.0, 100.0, 100.0, 0.0])
    found, rest = premiums(values, bought, overlap=2.0, highest_only=True)
    assert rest == 0.8
    assert found.tolist() == pytest.approx([1.0, 1.0, 1.5, 1.0])
    both, _ = premiums(values, bought, overlap=2.0, highest_only=False)
    assert both[2] == pytest.approx(1.5**0.5)
    alone, rest = premiums(values[:1], bought[:1], overlap=1.0, highest_only=True)
    assert (alone.tolist(), rest) == ([1.0], 1.0)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("margin", [0.4, 0.0, float("nan"), -1.0])
def test_that_nothing_known_changes_nothing_and_says_why(platform: str, margin: float) -> None:
    empty = History(None, None, None, None, 0.0)
    found = proposal(platform, Settings(margin, 5_000, 100), model=estimate(empty), history=empty)
    assert set(found.levers.hours) == {100}
    assert not found.levers.bids
    assert found.words is Stay.NO_REPORT
    assert found.hours in (Stay.NO_REPORT, Stay.NO_LEVER)


def test_that_each_missing_thing_has_its_reason() -> None:
    assert proposal(setting=Settings(0.0)).words is Stay.NO_MARGIN
    assert HISTORY.words is not None

    def silent(cells: Cells | None) -> Cells | None:
        nothing = np.full(len(cells or ()), np.nan)
        return cells and replace(cells, orders=nothing, revenue=nothing, carts=nothing)

    words = silent(HISTORY.words.cells)
    assert words is not None
    history = History(replace(HISTORY.words, cells=words), silent(HISTORY.hours), silent(HISTORY.regions), None, 4.0)
    found = proposal(model=estimate(history), history=history)
    assert (found.words, found.hours, found.regions) == (Stay.NO_ORDERS,) * 3
    assert found.audiences is Stay.NO_REPORT
    assert HISTORY.regions is not None
    one = replace(HISTORY.regions, clicks=np.where(np.arange(31) == 0, 5000.0, 0.0))
    history = replace(HISTORY, regions=one)
    assert proposal(model=estimate(history), history=history).regions is Stay.ONE_CELL
    unknown = replace(HISTORY, words=replace(HISTORY.words, bids=np.full(12, np.nan)))
    assert proposal(history=unknown).words is Stay.NO_BIDS
    assert profile_of("amazon").regions.lever is RegionLever.NONE


@given(
    st.lists(st.tuples(st.integers(50, 4000), st.integers(1, 90)), min_size=2, max_size=6),
    st.floats(0.1, 0.9),
    st.integers(50, 400),
    st.sampled_from(["taobao", "jd", "pdd", "amazon", "other"]),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_that_without_bids_of_words_a_proposal_earns_no_less_than_today(
    told: list[tuple[int, int]], margin: float, price: int, platform: str, unlocked: bool
) -> None:
    clicks, orders = ([float(pair[at]) for pair in told] for at in (0, 1))
    cells = audiences(clicks, orders)
    history = replace(HISTORY, words=None, audiences=replace(cells, cost=cells.clicks * price))
    model = opened(estimate(history))
    found = proposal(platform, Settings(margin, unlocked=unlocked), model=model, history=history)
    for part, own, percents in (
        (history.audiences, model.audiences, [found.levers.audiences.get(name, 100) for name in cells.names]),
        (history.hours, model.hours, list(found.levers.hours)),
    ):
        assert part is not None
        assert own is not None
        gained = profit(part, own, model, margin, np.array(percents) / 100)
        assert gained.sum() >= -1e-6
        is_one_day = profile_of(platform).hours.one_profile and part is history.hours
        if not is_one_day:  # there a day stands for seven
            rises = np.array(percents).reshape(len(part), -1).max(axis=1) > 100
            assert (gained[rises] >= -1e-6).all(), "no single raise loses"


def profit(cells: Cells, dimension: Dimension, model: ValueModel, margin: float, ratio: Floats) -> Floats:
    """What the percents of each cell bring over those of today, by the elasticities that are believed (fen)."""
    slots = ratio.reshape(len(cells), -1)
    brings = margin * model.revenue_per_click * cells.clicks * dimension.factors.mean
    gained = brings[:, None] * (slots**1.0 - 1) - cells.cost[:, None] * (slots**1.9 - 1)
    return np.asarray(gained.mean(axis=1))


def test_that_premiums_which_earn_less_than_they_spend_are_left_out_and_the_reason_is_said() -> None:
    history = replace(HISTORY, words=None)
    assert history.audiences is not None
    dear = replace(history, audiences=replace(history.audiences, cost=history.audiences.clicks * 100_000))
    found = proposal("taobao", Settings(0.3, unlocked=True), model=opened(estimate(dear)), history=dear)
    assert set(found.levers.audiences.values()) == {100}
    assert found.audiences is Stay.NOT_WORTH
    cheap = replace(history, audiences=replace(history.audiences, cost=history.audiences.clicks))
    assert proposal("taobao", FREE, model=opened(estimate(cheap)), history=cheap).audiences is Stay.MOVES
    nobody = proposal("taobao", Settings(float("nan")), model=opened(estimate(dear)), history=dear)
    assert nobody.audiences is Stay.MOVES, "without a margin nothing can be said against it"


@given(st.integers(0, 2**32 - 1), st.sampled_from(["other", "pdd", "jd", "google_ads", "amazon"]), st.booleans())
@settings(max_examples=20, deadline=None)
def test_that_percents_are_proposed_in_steps_and_stay_where_their_wish_is_near(
    seed: int, platform: str, unlocked: bool
) -> None:
    rng = np.random.default_rng(seed)
    day = rng.integers(90, 116, 24).tolist()
    profile = profile_of(platform)
    now = Levers(hours=tuple(max(profile.hours.low, value) for value in day * 7))
    found = proposal(platform, Settings(0.4, unlocked=unlocked), now=now).levers.hours
    assert all(percent % profile.hours.step == 0 or percent in now.hours for percent in found)
    fine = replace(profile, hours=replace(profile.hours, step=1))
    exact = propose(
        opened(MODEL), HISTORY, Settings(0.4, unlocked=unlocked), fine, now=now, is_smart=False, slots_per_hour=1
    ).levers.hours
    assert len(list(groupby(found))) <= len(list(groupby(exact)))


def test_that_hours_rise_no_further_than_they_pay_beside_the_bids() -> None:
    assert HISTORY.hours is not None
    assert HISTORY.words is not None
    dear = replace(
        HISTORY,
        hours=replace(HISTORY.hours, cost=HISTORY.hours.clicks * 100_000),
        words=replace(HISTORY.words, cells=replace(HISTORY.words.cells, cost=HISTORY.words.cells.clicks * 100_000)),
    )
    found = proposal("amazon", Settings(0.3), model=opened(estimate(dear)), history=dear)
    assert found.hours is Stay.NOT_WORTH
    assert set(found.levers.hours) == {100}
    assert not found.raised
    assert found.most_share == pytest.approx(1.0, abs=0.01)
    cheap = proposal("amazon")
    assert "hours" in cheap.raised
    assert cheap.most_share < 0.95
