"""A week as windows, and the best week with only so many of them a day."""

from __future__ import annotations

from itertools import combinations
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.forms.windows import (
    Window,
    WindowsOverlap,
    joined,
    most_windows,
    slots_needed,
    week_of,
    windows_of,
)

percents = st.sampled_from([0, 50, 80, 100, 130])
weeks = st.lists(percents, min_size=168, max_size=168).map(tuple)


@given(weeks)
def test_that_windows_make_the_same_week(cells: tuple[int, ...]) -> None:
    assert week_of(windows_of(cells), slots_per_hour=1) == cells


@settings(max_examples=25)
@given(weeks, st.integers(1, 7))
def test_that_a_joined_week_has_few_windows_and_switches_nothing_on(cells: tuple[int, ...], most: int) -> None:
    found = joined(cells, most=most)
    assert most_windows(found) <= most
    assert all(new == 0 for old, new in zip(cells, found, strict=True) if old == 0)
    running = [cell for cell in cells if cell]
    assert all(min(running) <= cell <= max(running) for cell in found if cell)


def test_that_a_week_that_already_fits_stays_as_it_is() -> None:
    cells = (80,) * 8 + (100,) * 4 + (0,) * 4 + (137,) * 8 + (100,) * 144
    assert joined(cells, most=3) == cells


@settings(max_examples=20)
@given(st.lists(st.sampled_from([50, 80, 100, 130]), min_size=7, max_size=7), st.lists(st.integers(1, 50), min_size=7))
def test_that_no_other_division_of_a_day_is_nearer(values: list[int], clicks: list[int]) -> None:
    day = [values[hour * 7 // 24] for hour in range(24)]
    weights = [float(clicks[hour % len(clicks)]) for hour in range(24)]
    found = joined(tuple(day * 7), most=3, weights=weights * 7)[:24]

    def error(cuts: tuple[int, ...]) -> float:
        total = 0.0
        for start, end in zip((0, *cuts), (*cuts, 24), strict=True):
            own = [(weights[at], log(day[at])) for at in range(start, end)]
            mean = sum(weight * value for weight, value in own) / sum(weight for weight, _ in own)
            total += sum(weight * (value - mean) ** 2 for weight, value in own)
        return total

    best = min(error(cuts) for cuts in combinations(range(1, 24), 2))
    cuts = tuple(at for at in range(1, 24) if found[at] != found[at - 1])
    rounding = sum(weights) * 0.02**2  # whole percents
    assert error(cuts) <= best + rounding if len(cuts) <= 2 else False


def test_that_the_weakest_stretch_is_switched_off_where_gaps_leave_too_many() -> None:
    day = (100, 0, *(120,) * 5, 0, *(110,) * 16)
    found = joined(day * 7, most=2)[:24]
    assert found == (0, 0, *(120,) * 5, 0, *(110,) * 16)


def test_that_overlapping_windows_are_refused() -> None:
    with pytest.raises(WindowsOverlap):
        week_of([Window(0, 0, 120, 100), Window(0, 60, 180, 100)], slots_per_hour=1)
    with pytest.raises(WindowsOverlap):
        week_of([Window(0, 0, 90, 100)], slots_per_hour=1)
    assert slots_needed([0, 90, 1440]) == 2
    assert slots_needed([15]) == 4
