"""花费节奏: days that ran out are found with their hour and cost; quiet evenings are not taken for an empty purse."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.pacing import (
    Course,
    HourlyDays,
    PacingOutcome,
    Reference,
    pacing,
    pacing_of_totals,
)
from tests.unit.bidding.hourly_days import COURSE, FIRST, hourly


def test_that_the_days_and_hours_are_found_at_which_the_money_was_gone() -> None:
    ends = {3: 15, 9: 16, 10: 15, 20: 17}
    found = pacing(hourly(200, ends=ends), budget=14_000, margin=0.4)
    assert found.outcome is PacingOutcome.RUNS_OUT
    assert {(end.day - FIRST).days: end.hour for end in found.ends} == ends
    assert (found.course, found.median_hour) == (Course.OWN, 15)
    assert found.missed_clicks is not None
    truth = sum(200 * COURSE[hour:].sum() for hour in ends.values())
    assert found.missed_clicks.low < truth < found.missed_clicks.high
    assert found.needed_budget == pytest.approx(200 * 150, rel=0.1)


def test_that_the_bid_that_lasts_follows_the_elasticity() -> None:
    days = hourly(300, ends=dict.fromkeys(range(14), 15))
    found = pacing(days, budget=None, elasticity=(2.0, 1e-6))
    assert found.bid is not None
    assert found.bid.median == pytest.approx(COURSE[:14].sum() ** 0.5, abs=0.04)
    assert found.more_clicks is not None
    assert found.more_clicks.median > 0
    assert not found.is_budget_known
    assert found.budget == pytest.approx(300 * 150 * COURSE[:15].sum(), rel=0.1)


def test_that_quiet_evenings_of_a_small_plan_prove_nothing() -> None:
    found = pacing(hourly(12, days=60, seed=3), budget=3_000)
    assert found.outcome is PacingOutcome.LASTS
    assert not found.ends


def test_that_a_silence_far_below_the_budget_has_another_cause() -> None:
    assert pacing(hourly(200, ends={5: 14}), budget=60_000).outcome is PacingOutcome.LASTS


def test_that_hours_switched_off_are_no_silence() -> None:
    days = hourly(200, ends=dict.fromkeys(range(28), 18))
    off = np.zeros((28, 24), dtype=bool)
    off[:, 18:] = True
    shut = HourlyDays(days.days, days.clicks, days.cost, days.orders, days.revenue, off)
    reference = Reference(COURSE * 10_000, Course.SHOP)
    assert pacing(shut, budget=None, reference=reference).outcome is PacingOutcome.LASTS
    assert pacing(days, budget=None, reference=reference).outcome is PacingOutcome.RUNS_OUT


def test_that_without_a_day_that_lasted_another_report_must_tell_the_course() -> None:
    always = hourly(200, ends=dict.fromkeys(range(28), 15))
    assert pacing(always, budget=None).outcome is PacingOutcome.NO_COURSE
    found = pacing(always, budget=None, reference=Reference(COURSE * 5_000, Course.ORDERS))
    assert (found.outcome, found.course) == (PacingOutcome.RUNS_OUT, Course.ORDERS)
    assert len(found.ends) == 27  # the last day may have been cut off by the export


def capped(seed: int) -> tuple[HourlyDays, dict[date, float]]:
    """Return days of very different demand under a budget that ends some of them, and what each lost by that."""
    draw = np.random.default_rng(seed)
    demand = 150 * np.exp(draw.normal(0, 0.35, 28))
    clicks = draw.poisson(demand[:, None] * COURSE).astype(float)
    room = 160 - np.cumsum(clicks, axis=1)
    kept: Floats = np.where(room >= 0, clicks, np.maximum(room + clicks, 0))
    orders = float(draw.poisson(0.04 * kept.sum()))
    days = tuple(FIRST + timedelta(days=n) for n in range(28))
    made = HourlyDays(days, kept, 150 * kept, orders, 9_000 * orders, np.zeros((28, 24), dtype=bool))
    return made, dict(zip(days, (clicks - kept).sum(axis=1).tolist(), strict=True))


def test_that_the_missed_clicks_lie_in_their_interval_as_often_as_they_should() -> None:
    held, ratios = [], []
    for seed in range(80):
        made, by_day = capped(seed)
        found = pacing(made, budget=24_000)
        if found.missed_clicks is None:
            continue
        lost = sum(by_day[end.day] for end in found.ends)
        held.append(found.missed_clicks.low <= lost <= found.missed_clicks.high)
        ratios.append(found.missed_clicks.median / lost)
    assert len(held) > 60
    assert np.median(ratios) == pytest.approx(1, abs=0.12)
    assert 0.65 <= np.mean(held) <= 0.92


def test_that_totals_by_hour_only_tell_of_a_thin_evening() -> None:
    thin = COURSE * 2_000
    thin[18:] *= 0.4
    shop = Reference(COURSE * 20_000, Course.SHOP)
    found = pacing_of_totals(thin, shop)
    assert found.outcome is PacingOutcome.FADES
    assert (found.late_share or 0) < (found.usual_late_share or 0)
    assert pacing_of_totals(COURSE * 2_000, shop).outcome is PacingOutcome.LASTS
    assert pacing_of_totals(COURSE * 2_000, None).outcome is PacingOutcome.NO_DAYS
    assert pacing_of_totals(COURSE * 20, shop).outcome is PacingOutcome.TOO_FEW


@settings(deadline=None, max_examples=40)
@given(
    days=st.integers(0, 6),
    level=st.floats(0, 100),
    budget=st.none() | st.integers(0, 1_000_000),
    margin=st.none() | st.floats(0, 1),
    seed=st.integers(0, 50),
)
def test_that_any_hours_give_whole_answers(
    days: int, level: float, budget: int | None, margin: float | None, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    ends = {place: int(draw.integers(0, 25)) for place in range(days)}
    made = hourly(level * 10, days, seed=seed, ends=ends) if days else hourly(1, 1)
    found = pacing(made, budget=budget, reference=Reference(COURSE * 100, Course.SHOP), margin=margin)
    for shown in (found.missed_clicks, found.missed_orders, found.missed_profit, found.bid, found.more_clicks):
        assert shown is None or np.isfinite([shown.low, shown.median, shown.high]).all()
