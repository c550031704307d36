from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from shopdesk.app.kpi.calendar import shipped
from shopdesk.domain.kpi.alignment import base_of
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar, Occasion
from shopdesk.domain.periods import Comparison, Period

LUNAR, CAMPAIGN, WEEKDAY = (
    Comparison.LUNAR_LAST_YEAR,
    Comparison.CAMPAIGN_LAST_YEAR,
    Comparison.WEEKDAY_LAST_YEAR,
)


def day(year: int, month: int, number: int) -> Period:
    return Period(date(year, month, number), date(year, month, number))


@pytest.mark.parametrize(
    ("asked", "now", "before"),
    [
        (WEEKDAY, day(2026, 6, 22), day(2025, 6, 23)),
        (Comparison.LAST_YEAR, day(2024, 2, 29), day(2023, 2, 28)),
        (LUNAR, day(2026, 2, 17), day(2025, 1, 29)),  # new year's day
        (LUNAR, day(2026, 2, 10), day(2025, 1, 22)),  # a week before
        (LUNAR, day(2024, 1, 20), day(2023, 1, 1)),  # 21 days before
        (LUNAR, day(2023, 1, 5), day(2022, 1, 15)),  # 17 days before, across a longer lunar year
        (CAMPAIGN, day(2026, 11, 11), day(2025, 11, 11)),
        (CAMPAIGN, day(2026, 2, 17), day(2025, 1, 29)),  # the campaign of the spring festival moves with the moon
        (CAMPAIGN, Period(date(2026, 6, 1), date(2026, 6, 18)), Period(date(2025, 6, 1), date(2025, 6, 18))),
    ],
)
def test_that_a_day_is_held_against_its_counterpart(asked: Comparison, now: Period, before: Period) -> None:
    found = base_of(now, asked, shipped())
    assert found is not None
    assert (found.period, found.comparison) == (before, asked)


def test_that_a_campaign_is_aligned_by_its_first_day_where_its_dates_moved() -> None:
    calendar = CampaignCalendar.of(
        [
            Campaign("店庆", "Anniversary", date(2025, 5, 10), date(2025, 5, 12)),
            Campaign("店庆", "Anniversary", date(2026, 5, 20), date(2026, 5, 22)),
            Campaign("五月节", "May", date(2026, 5, 21), date(2026, 5, 21), Occasion.HOLIDAY),
        ]
    )
    found = base_of(day(2026, 5, 21), CAMPAIGN, calendar)
    assert found is not None
    assert found.period == day(2025, 5, 11)
    assert found.campaign is not None
    assert found.campaign.en == "Anniversary"


@pytest.mark.parametrize(
    ("asked", "now"),
    [
        (LUNAR, day(2026, 7, 1)),  # far from the new year
        (LUNAR, day(2035, 2, 1)),  # a year that the table doesn't have
        (LUNAR, day(2019, 2, 5)),  # nothing before it
        (CAMPAIGN, day(2026, 7, 1)),  # no campaign
        (CAMPAIGN, day(2020, 11, 11)),  # no campaign the year before
    ],
)
def test_that_a_day_without_counterpart_is_held_against_the_weekday_and_says_so(asked: Comparison, now: Period) -> None:
    found = base_of(now, asked, shipped())
    assert found is not None
    assert found.comparison is WEEKDAY
    assert found.campaign is None
    assert found.period == now.shifted(days=-364)
    assert found.period.start.weekday() == now.start.weekday()


def test_that_lunar_years_have_the_length_of_lunar_years_and_begin_in_their_season() -> None:
    years = shipped().lunar_new_years
    assert [year.year for year in years] == list(range(2019, 2032))
    for before, after in itertools.pairwise(years):
        assert (after - before).days in {353, 354, 355, 383, 384, 385}
    assert all(date(year.year, 1, 21) <= year <= date(year.year, 2, 20) for year in years)
    spring = [one for one in shipped().campaigns if one.zh == "春节"]
    assert {one.start + timedelta(days=6) for one in spring} <= set(years)


def test_that_nothing_is_compared_where_nothing_was_asked_for() -> None:
    assert base_of(day(2026, 6, 22), Comparison.NONE, shipped()) is None
