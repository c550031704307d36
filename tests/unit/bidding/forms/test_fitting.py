"""A week that a platform refuses becomes the nearest one that it takes."""

from __future__ import annotations

from itertools import combinations, groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of, profiles
from shopdesk.domain.bidding.forms.fitting import fitted
from shopdesk.domain.bidding.week import check_week

weeks = st.lists(st.integers(0, 1200), min_size=168, max_size=168).filter(any)
GOOGLE = profile_of("google_ads").hours


@pytest.mark.parametrize("platform", sorted(profiles()))
@settings(max_examples=15, deadline=None)
@given(week=weeks.map(lambda cells: [max(cell, 1) for cell in cells]))
def test_that_a_week_that_runs_all_the_time_always_fits(platform: str, week: list[int]) -> None:
    limits = profile_of(platform).hours
    found = fitted(week, limits)
    assert check_week(found, limits) == []
    assert fitted(found, limits) == found


@settings(max_examples=25, deadline=None)
@given(week=weeks)
def test_that_nothing_that_is_off_is_switched_on(week: list[int]) -> None:
    found = fitted(week, GOOGLE)
    assert all(new == 0 for old, new in zip(week, found, strict=True) if old == 0)
    assert all(new > 0 for old, new in zip(week, found, strict=True) if old)


def test_that_a_gap_takes_no_window_from_what_runs() -> None:
    day = [80, 0, *[100] * 4, 110, 120, 130, 140, *[150] * 14]
    found = fitted(day * 7, GOOGLE)
    assert sum(1 for cell, _ in groupby(found[:24]) if cell) == 6
    assert (found[0], found[1]) == (80, 0)


def test_that_a_day_with_too_many_gaps_is_left_to_its_owner() -> None:
    day = [100, 0] * 12
    assert fitted(day * 7, GOOGLE) == tuple(day * 7)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(50, 200), min_size=9, max_size=9),
    st.lists(st.integers(1, 60), min_size=24, max_size=24),
)
def test_that_no_other_cut_of_a_day_is_nearer(levels: list[int], clicks: list[int]) -> None:
    day = [levels[hour * 9 // 24] for hour in range(24)]
    found = fitted(day * 7, GOOGLE, clicks=[float(count) for count in clicks] * 7)[:24]

    def error(cuts: tuple[int, ...], values: list[float] | None = None) -> float:
        total = 0.0
        for at, (start, end) in enumerate(zip((0, *cuts), (*cuts, 24), strict=True)):
            weight = sum(clicks[start:end])
            mean = sum(clicks[slot] * day[slot] for slot in range(start, end)) / weight
            level = mean if values is None else values[at]
            total += sum(clicks[slot] * (day[slot] - level) ** 2 for slot in range(start, end))
        return total

    edges = [hour for hour in range(1, 24) if day[hour] != day[hour - 1]]
    best = min((error(cuts) for cuts in combinations(edges, min(5, len(edges)))), default=0.0)
    cuts = tuple(hour for hour in range(1, 24) if found[hour] != found[hour - 1])
    rounding = sum(clicks) * 0.25  # a whole percent is at most half a percent off
    assert error(cuts, [float(found[start]) for start in (0, *cuts)]) <= best + rounding + 1e-6


def test_that_one_day_for_all_is_their_mean_by_clicks() -> None:
    week = [100] * 24 + [120] * 24 + [0] * 120
    clicks = [30.0] * 24 + [10.0] * 24 + [50.0] * 120
    assert set(fitted(week, profile_of("pdd").hours, clicks=clicks)) == {105}
