"""A week as windows of equal percent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.bidding.forms.windows import (
    Window,
    WindowsOverlap,
    is_plain,
    slots_needed,
    week_of,
    windows_of,
)

percents = st.sampled_from([0, 50, 80, 100, 130])
weeks = st.lists(percents, min_size=168, max_size=168).map(tuple)


@given(weeks)
def test_that_windows_make_the_same_week(cells: tuple[int, ...]) -> None:
    assert week_of(windows_of(cells), slots_per_hour=1) == cells


def test_that_a_plain_week_needs_no_window() -> None:
    assert is_plain((100,) * 168)
    assert not is_plain((100,) * 167 + (0,))


def test_that_overlapping_windows_are_refused() -> None:
    with pytest.raises(WindowsOverlap):
        week_of([Window(0, 0, 120, 100), Window(0, 60, 180, 100)], slots_per_hour=1)
    with pytest.raises(WindowsOverlap):
        week_of([Window(0, 0, 90, 100)], slots_per_hour=1)
    assert slots_needed([0, 90, 1440]) == 2
    assert slots_needed([15]) == 4
