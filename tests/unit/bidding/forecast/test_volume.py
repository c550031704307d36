"""How much is to come: the weekday of each day ahead, and demand that a budget has hidden."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.forecast.delivery import outcome
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.ground import Ground, Volume, prepare
from shopdesk.domain.bidding.forecast.model import Metric
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Settings
from tests.unit.bidding.forecast.histories import PRIOR, history, today

HISTORY = history()
MARGIN = Settings(margin=0.4)
SUNDAY = date(2026, 6, 21)


def ground(clicks: np.ndarray, *, price: float = 130.0, reference: Levers | None = None) -> Ground:
    volume = Volume(
        cost=float(clicks.sum() * price),
        clicks=float(clicks.sum()),
        days=clicks.size,
        daily_cost=clicks * price,
        daily_clicks=clicks,
        last=SUNDAY,
    )
    made = prepare(estimate(HISTORY), HISTORY, reference=reference or today(HISTORY), elasticity=PRIOR, volume=volume)
    assert made is not None
    return made


def test_that_a_day_ahead_has_its_own_weekday() -> None:
    week = np.array([100.0, 100, 100, 100, 100, 200, 200])  # Monday first
    own = ground(np.tile(week, 8))
    now = today(HISTORY)
    spend = [float(np.median(outcome(own, now, days=days).spend)) for days in range(1, 8)]
    days = np.diff([0.0, *spend])
    assert days[5] == pytest.approx(2 * days[0], rel=0.2)  # the first day ahead is a Monday
    assert days[:5] == pytest.approx(np.full(5, days[0]), rel=0.05)


def test_that_two_weeks_bring_what_two_weeks_brought() -> None:
    dice = np.random.default_rng(1)
    own = ground(dice.poisson(140, 56).astype(float))
    found = foresee(own, MARGIN, now=today(HISTORY), new=today(HISTORY))
    assert found.unchanged[Metric.CLICKS].median == pytest.approx(14 * 140, rel=0.04)
    assert found.unchanged[Metric.CPC].median == pytest.approx(130, rel=0.02)


def test_that_a_budget_that_ran_out_daily_hides_demand() -> None:
    clicks = np.full(28, 100.0)
    now = today(HISTORY, daily_budget=13_000)
    bound = ground(clicks, reference=now)
    assert bound.is_bound
    spent = 13_000 * 14
    kept = outcome(bound, now, days=14).spend
    assert np.median(kept) == pytest.approx(spent, rel=0.05)
    more = outcome(bound, today(HISTORY, daily_budget=26_000), days=14).spend
    assert np.median(more) > 1.05 * np.median(kept)
    untold = outcome(bound, today(HISTORY), days=14).spend  # levers without a budget keep the one that ran out
    assert np.array_equal(untold, kept)


def test_that_a_budget_out_of_reach_binds_nothing() -> None:
    free = ground(np.full(28, 100.0), reference=today(HISTORY, daily_budget=50_000))
    assert not free.is_bound
    assert (free.demand == 1).all()


def test_that_a_fall_in_price_is_followed() -> None:
    clicks = np.full(56, 100.0)
    price = np.where(np.arange(56) < 28, 200.0, 100.0)
    volume = Volume(
        cost=float((clicks * price).sum()),
        clicks=5_600,
        days=56,
        daily_cost=clicks * price,
        daily_clicks=clicks,
        last=SUNDAY,
    )
    made = prepare(estimate(HISTORY), HISTORY, reference=today(HISTORY), elasticity=PRIOR, volume=volume)
    assert made is not None
    assert np.median(made.cpc) == pytest.approx(100, rel=0.02)
    assert made.cpc.std() > 0.1 * np.median(made.cpc)  # what moved so once may move so again
