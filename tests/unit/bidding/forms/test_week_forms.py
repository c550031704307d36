"""Every form that a console or a browser helper takes a week in reads back identically."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.bidding.forms.coefficients import to_jd, to_rates, to_switches
from shopdesk.domain.bidding.forms.google_schedule import to_schedule
from shopdesk.domain.bidding.forms.grid import slot_names, week_rows
from shopdesk.domain.bidding.forms.launch import to_launch
from shopdesk.domain.bidding.forms.reading import WeekForm, in_slots, read_week
from shopdesk.domain.bidding.week import ScheduleError, resampled, to_text

percents = st.sampled_from([0, 30, 64, 100, 100, 116, 250])
weeks = st.sampled_from([1, 2]).flatmap(
    lambda per_hour: st.lists(percents, min_size=168 * per_hour, max_size=168 * per_hour).map(tuple)
)
hours = st.lists(percents, min_size=168, max_size=168).map(tuple)
days = st.lists(percents, min_size=24, max_size=24).map(lambda day: tuple(day) * 7)


def same(read: tuple[int, ...], cells: tuple[int, ...]) -> bool:
    """Whether two weeks are equal, whichever is finer."""
    return resampled(read, slots_per_hour=2) == resampled(cells, slots_per_hour=2)


@given(weeks)
def test_that_the_text_and_the_launch_periods_read_back(cells: tuple[int, ...]) -> None:
    for text, form in ((to_text(cells), WeekForm.TEXT), (to_launch(cells), WeekForm.LAUNCH)):
        found = read_week(text)
        assert same(found.cells, cells)
        assert found.form is form


@given(hours, st.integers(0, 6))
def test_that_the_coefficients_of_jd_read_back_from_any_first_day(cells: tuple[int, ...], first_day: int) -> None:
    found = read_week(to_jd(cells, first_day=first_day), first_day=first_day)
    assert (found.cells, found.form) == (cells, WeekForm.JD)


@given(days)
def test_that_the_rates_of_a_day_read_back(cells: tuple[int, ...]) -> None:
    found = read_week(to_rates(cells))
    assert (found.cells, found.form) == (cells, WeekForm.RATES)


@given(weeks.filter(any))
def test_that_switches_and_the_schedule_of_google_read_back(cells: tuple[int, ...]) -> None:
    on_off = tuple(100 if cell else 0 for cell in cells)
    assert same(read_week(to_switches(cells)).cells, on_off)
    if set(cells) == {100}:
        return
    found = read_week(to_schedule(cells))
    assert same(found.cells, cells)
    assert found.form is WeekForm.SCHEDULE


@given(weeks, st.booleans(), st.booleans())
def test_that_a_pasted_table_reads_back_turned_either_way(
    cells: tuple[int, ...], has_heads: bool, turned: bool
) -> None:
    rows = [[str(cell) for cell in day] for day in week_rows(cells)]
    if has_heads:
        names = slot_names(len(cells) // 168)
        rows = [["", *names], *([f"周{day}", *row] for day, row in zip("一二三四五六日", rows, strict=True))]
    if turned:
        rows = [list(column) for column in zip(*rows, strict=True)]
    found = read_week("\n".join("\t".join(row) for row in rows))
    assert (found.cells, found.form) == (cells, WeekForm.GRID)


def test_that_a_launch_period_is_written_as_the_platform_writes_it() -> None:
    day = [0] * 17 + [35] + [100] * 2 + [0] * 28
    found = json.loads(to_launch((*day * 6, *[100] * 48)))["launchPeriodList"]
    assert [one["dayOfWeek"] for one in found] == [1, 2, 3, 4, 5, 6, 7]
    assert found[0]["timeSpanList"] == [
        {"discount": 35, "time": "08:30-09:00"},
        {"discount": 100, "time": "09:00-10:00"},
    ]
    assert found[6]["timeSpanList"] == [{"discount": 100, "time": "00:00-24:00"}]


def test_that_jd_gets_seven_lists_of_24_and_the_share_of_hours_that_run() -> None:
    found = json.loads(to_jd((0,) * 24 + (100,) * 144, first_day=6))
    assert set(found["detail"]) == set("0123456")
    assert found["detail"]["1"] == {"price_coef": [0] * 24}  # day "0" is Sunday, so that Monday is "1"
    assert found["per"] == "85.71%"
    assert json.loads(to_jd((100,) * 168))["per"] == "100%"


def test_that_pinduoduo_gets_one_day_in_per_mille_and_no_other() -> None:
    assert json.loads(to_rates((100,) * 23 + (116,) + ((100,) * 23 + (116,)) * 6))[-1] == {"index": 23, "rate": 1160}
    with pytest.raises(ScheduleError):
        to_rates((116,) + (100,) * 167)
    with pytest.raises(ScheduleError):
        to_jd((116, 100) + (100,) * 334)


def test_that_switches_are_336_half_hours_and_never_all_off_because_that_means_all_on() -> None:
    assert to_switches((0,) + (64,) * 167) == "00" + "1" * 334
    with pytest.raises(ScheduleError):
        to_switches((0,) * 168)
    assert set(read_week("0" * 336).cells) == {100}


def test_that_google_gets_percents_only_where_they_differ_and_an_erased_schedule_for_a_plain_week() -> None:
    week = (100,) * 8 + (80,) * 16 + (0,) * 24 + (100,) * 120
    assert to_schedule(week).startswith("(Monday[00:00-08:00]);(Monday@80%[08:00-24:00]);(Wednesday[00:00-24:00]);")
    assert to_schedule((100,) * 168) == "[]"
    published = "(Monday[08:00-17:30]);(Wednesday[08:00-17:30]);(Friday@80%[08:00-17:30])"
    found = read_week(published)
    assert found.slots_per_hour == 2
    assert to_schedule(found.cells) == published


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "{not json",
        '{"launchPeriodList": []}',
        '{"launchPeriodList": [{"dayOfWeek": 8, "timeSpanList": [{"discount": 35, "time": "08:30-09:00"}]}]}',
        '{"launchPeriodList": [{"dayOfWeek": 1, "timeSpanList": [{"discount": 3.5, "time": "08:30-09:00"}]}]}',
        '{"launchPeriodList": [{"dayOfWeek": 1, "timeSpanList": [{"discount": 35, "time": "09:00-08:30"}]}]}',
        '{"launchPeriodList": [{"dayOfWeek": 1, "timeSpanList": [{"discount": 35, "time": "00:00-09:00"},'
        '{"discount": 36, "time": "08:00-10:00"}]}]}',
        '{"detail": {"0": {"price_coef": [100]}}}',
        '[{"index": 0, "rate": 1000}]',
        '[{"index": 0, "rate": 1005}]',
        "1" * 335,
        "(Monday[08:00-17:77])",
        "(Someday[08:00-17:00])",
        "(Monday[08:00-17:00]);(Monday[16:00-18:00])",
        "08:00-09:00:100;0",
        "1\t2\t3",
        "\n".join(["\t".join(["100"] * 24)] * 6),
        "\n".join(["\t".join(["100"] * 12 + ["x"] + ["100"] * 11)] * 7),
    ],
)
def test_that_a_broken_week_is_refused_with_the_piece_that_is_wrong(text: str) -> None:
    with pytest.raises(ScheduleError):
        read_week(text)


def test_that_a_week_is_taken_as_coarse_as_it_is_but_never_coarser() -> None:
    hourly, halves = (100,) * 23 + (116,), (100,) * 47 + (116,)
    assert in_slots(hourly * 7, least=1, most=2) == hourly * 7
    assert in_slots(resampled(hourly * 7, slots_per_hour=2), least=1, most=1) == hourly * 7
    assert in_slots(hourly * 7, least=2, most=2) == resampled(hourly * 7, slots_per_hour=2)
    assert in_slots(halves * 7, least=1, most=2) == halves * 7
    with pytest.raises(ScheduleError):
        in_slots(halves * 7, least=1, most=1)
