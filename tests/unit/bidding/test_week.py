"""The week grid: limits at the cell, resolution, and the text form that consoles read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of, profiles
from shopdesk.domain.bidding.week import (
    LimitCode,
    ScheduleError,
    check_audience,
    check_cell,
    check_region,
    check_week,
    clamped,
    flat_week,
    from_text,
    resampled,
    to_text,
)

TAOBAO = profile_of("taobao").hours
weeks = st.sampled_from([1, 2]).flatmap(
    lambda per_hour: st.tuples(
        st.just(per_hour),
        st.lists(st.sampled_from([0, 30, 100, 100, 250]), min_size=168 * per_hour, max_size=168 * per_hour),
    )
)


@given(weeks)
def test_that_the_text_form_reads_back_identically(week: tuple[int, list[int]]) -> None:
    per_hour, cells = week
    assert from_text(to_text(cells), slots_per_hour=per_hour) == tuple(cells)


def test_that_equal_neighbours_are_one_span_and_a_day_off_is_zero() -> None:
    cells = [100] * 12 + [250] * 12 + [0] * 24 + [100] * 120
    assert to_text(cells).startswith("00:00-12:00:100,12:00-24:00:250;0;00:00-24:00:100;")


@pytest.mark.parametrize(
    "text",
    ["x", "00:00-12:00:100;0", "00:00-12:10:100", "12:00-11:00:100", "00:00-25:00:100", "00:00-12:00", ";;;;;;;;"],
)
def test_that_a_broken_schedule_is_refused(text: str) -> None:
    with pytest.raises(ScheduleError):
        from_text(text, slots_per_hour=2)


def test_that_one_day_stands_for_the_week_and_chinese_marks_are_read() -> None:
    assert from_text("00:00-24:00:120", slots_per_hour=1) == (120,) * 168
    assert from_text("00：00-24：00：120；", slots_per_hour=1) == (120,) * 168
    assert from_text("all", slots_per_hour=2) == flat_week(2)


@given(weeks)
def test_that_a_finer_week_joins_back_to_the_same(week: tuple[int, list[int]]) -> None:
    per_hour, cells = week
    assert resampled(resampled(cells, slots_per_hour=2), slots_per_hour=per_hour) == (
        tuple(cells) if per_hour == 1 else resampled(cells, slots_per_hour=2)
    )


@pytest.mark.parametrize(
    ("value", "code"), [(29, LimitCode.TOO_LOW), (251, LimitCode.TOO_HIGH), (30, None), (250, None), (0, None)]
)
def test_that_alimama_takes_30_to_250_and_off(value: int, code: LimitCode | None) -> None:
    problem = check_cell(value, TAOBAO)
    assert (problem.code if problem else None) == code


def test_that_platform_shapes_of_a_week_are_enforced() -> None:
    uneven = [100] * 167 + [120]
    assert check_week(uneven, profile_of("pdd").hours)[-1].code is LimitCode.DAYS_DIFFER
    many = [100, 120] * 84
    assert check_week(many, profile_of("google_ads").hours)[-1].code is LimitCode.TOO_MANY_WINDOWS
    assert check_week([99] * 336, profile_of("douyin").hours)[0].code is LimitCode.SWITCH_ONLY
    assert check_cell(90, profile_of("amazon").hours) is not None
    assert not check_week(flat_week(2), TAOBAO)


def test_that_regions_of_alimama_are_on_or_off_and_audiences_only_rise() -> None:
    profile = profile_of("taobao")
    assert check_region(120, profile.regions) is not None
    assert check_region(0, profile.regions) is None
    assert check_audience(104, profile.audiences) is not None
    assert check_audience(100, profile.audiences) is None
    assert check_audience(120, profile_of("douyin").audiences) is not None


@given(st.integers(-50, 1200), st.sampled_from(sorted(profiles())))
def test_that_a_clamped_modifier_is_always_taken(value: int, platform: str) -> None:
    limits = profile_of(platform).hours
    assert check_cell(clamped(value, limits), limits) is None


def test_that_an_unknown_platform_gets_wide_unverified_limits() -> None:
    profile = profile_of("nowhere")
    assert not profile.hours.evidence.is_verified
    assert check_cell(500, replace(profile.hours)) is None
