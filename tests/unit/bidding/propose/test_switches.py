"""Hours that can only be switched: off where money is surely lost, on wherever that can't be told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import History
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.proposal import Proposal, Stay
from shopdesk.domain.bidding.propose.settings import Settings
from shopdesk.domain.bidding.propose.switches import LEAST_HOURS, MOST_HOURS, MOST_STRETCHES
from tests.unit.bidding.past import cells, past

NIGHT = (1, 2, 3, 4, 5)
PAYING, LOSING = 0.8, 0.3
"""Margins at which a click of 1.50 yuan brings 2.40 and 0.90 yuan."""


def shop(seed: int, *, orders: float, night: float, hours: tuple[int, ...] = NIGHT) -> History:
    """Return a plan in which a click at night brings ``night`` times the orders."""
    rng = np.random.default_rng(seed)
    day = np.ones(24)
    day[list(hours)] = night
    clicks = np.round(rng.dirichlet(np.full(168, 20.0)) * orders / 0.03)
    week = cells(tuple(map(str, range(168))), clicks, 0.03 * np.tile(day, 7), rng)
    return replace(past(seed, orders=orders).history, hours=week, regions=None)


def asked(
    history: History,
    *,
    margin: float = PAYING,
    platform: str = "douyin",
    is_smart: bool = False,
    now: tuple[int, ...] = (),
) -> Proposal:
    profile = profile_of(platform)
    return propose(
        estimate(history),
        history,
        Settings(margin),
        profile,
        now=Levers(hours=now),
        is_smart=is_smart,
        slots_per_hour=profile.hours.slots_per_hour,
    )


def off(found: Proposal) -> set[int]:
    """Return the hours that are off, which are the same every day."""
    week = np.array(found.levers.hours).reshape(7, 24, -1)
    assert set(week.ravel().tolist()) <= {0, 100}
    assert (week == week[:1, :, :1]).all()
    return set(np.flatnonzero(week[0, :, 0] == 0).tolist())


@pytest.mark.parametrize(("platform", "is_smart"), [("douyin", False), ("taobao", True)])
def test_that_a_dead_night_goes_off_and_the_rest_stays_on(platform: str, is_smart: bool) -> None:
    found = asked(shop(0, orders=200, night=0.0), platform=platform, is_smart=is_smart)
    assert found.hours is Stay.MOVES
    assert off(found) == set(NIGHT)


def test_that_a_manual_plan_with_percents_never_gets_zero() -> None:
    assert 0 not in asked(shop(0, orders=200, night=0.0), platform="taobao").levers.hours


def test_that_a_night_over_midnight_is_one_stretch() -> None:
    hours = (22, 23, 0, 1, 2)
    assert off(asked(shop(1, orders=400, night=0.0, hours=hours))) == set(hours)


def test_that_weak_hours_that_still_pay_stay_on_and_say_so() -> None:
    for seed in range(6):
        found = asked(shop(seed, orders=400, night=0.85))
        assert not off(found)
        assert found.hours in (Stay.PAYS, Stay.CHANCE)


def test_that_a_plan_that_loses_in_all_hours_alike_is_no_matter_of_hours() -> None:
    counts = [len(off(asked(shop(seed, orders=300, night=1.0), margin=LOSING))) for seed in range(20)]
    assert np.mean([count > 0 for count in counts]) <= 0.15


def test_that_few_orders_switch_nothing_off() -> None:
    for seed in range(6):
        assert not off(asked(shop(seed, orders=10, night=0.0)))


@pytest.mark.parametrize("margin", [float("nan"), 0.0, -1.0])
def test_that_without_a_margin_all_stay_on(margin: float) -> None:
    found = asked(shop(0, orders=200, night=0.0), margin=margin)
    assert (off(found), found.hours) == (set(), Stay.NO_MARGIN)


def test_that_what_is_off_now_stays_off() -> None:
    now = tuple(0 if slot // 2 in (12, 13) else 100 for _ in range(7) for slot in range(48))
    assert off(asked(shop(0, orders=200, night=0.0), now=now)) == {*NIGHT, 12, 13}


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([5.0, 40.0, 300.0, 3000.0]),
    st.floats(0, 1),
    st.sets(st.integers(0, 23), min_size=1, max_size=20),
    st.floats(0.02, 1.0),
)
@settings(max_examples=25, deadline=None)
def test_that_only_few_long_stretches_ever_go_off(
    seed: int, orders: float, night: float, hours: set[int], margin: float
) -> None:
    found = asked(shop(seed, orders=orders, night=night, hours=tuple(hours)), margin=margin)
    gone = off(found)
    assert len(gone) <= MOST_HOURS
    assert bool(gone) == (found.hours is Stay.MOVES)
    starts = [hour for hour in gone if (hour - 1) % 24 not in gone]
    assert len(starts) <= MOST_STRETCHES
    assert all((hour + step) % 24 in gone for hour in starts for step in range(LEAST_HOURS))
