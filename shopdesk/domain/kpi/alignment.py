"""Which days of the year before a period is held against: same date, weekday, lunar day or day of a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar, Occasion
from shopdesk.domain.periods import Comparison, Period

LUNAR_REACH_DAYS: Final = 60
"""Days before and after the lunar new year in which shops follow the lunar rather than the solar calendar."""
YEAR_AGO_DAYS: Final = range(300, 431)
"""How much earlier the same campaign of the year before may have begun: lunar ones move by a month."""


@dataclass(frozen=True, slots=True)
class Base:
    """The compared days and what they really are: a year that is missing is aligned by weekday, and says so."""

    period: Period
    comparison: Comparison
    campaign: Campaign | None = None


def base_of(period: Period, comparison: Comparison, calendar: CampaignCalendar) -> Base | None:
    """Return the days to hold a period against, None for ``Comparison.NONE``."""
    if comparison is Comparison.LUNAR_LAST_YEAR:
        moved = _lunar(period, calendar)
        if moved is not None:
            return Base(moved, comparison)
        comparison = Comparison.WEEKDAY_LAST_YEAR
    elif comparison is Comparison.CAMPAIGN_LAST_YEAR:
        found = _campaign(period, calendar)
        if found is not None:
            return Base(found[0], comparison, found[1])
        comparison = Comparison.WEEKDAY_LAST_YEAR
    compared = period.compared(comparison)
    return None if compared is None else Base(compared, comparison)


def _lunar(period: Period, calendar: CampaignCalendar) -> Period | None:
    """Return the period as many days from the lunar new year before as it is from the nearest one."""
    years = sorted(calendar.lunar_new_years)
    middle = period.start.toordinal() + period.days // 2
    place = min(range(len(years)), key=lambda one: abs(years[one].toordinal() - middle), default=0)
    if place == 0 or abs(years[place].toordinal() - middle) > LUNAR_REACH_DAYS:
        return None
    days = (years[place] - years[place - 1]).days
    return period.shifted(days=-days) if days in YEAR_AGO_DAYS else None


def _campaign(period: Period, calendar: CampaignCalendar) -> tuple[Period, Campaign] | None:
    """Return the period as many days from the first day of the campaign a year before, and that campaign."""
    for campaign in sorted(calendar.within(period), key=lambda one: _rank(one, period.end)):
        earlier = [one for one in calendar.campaigns if one.zh == campaign.zh and _is_year_before(one, campaign)]
        if earlier:
            days = (campaign.start - earlier[-1].start).days
            return period.shifted(days=-days), campaign
    return None


def _is_year_before(one: Campaign, campaign: Campaign) -> bool:
    return (campaign.start - one.start).days in YEAR_AGO_DAYS


def _rank(campaign: Campaign, end: date) -> tuple[bool, bool, int]:
    """The campaign that a period is about: one that its last day belongs to, a promotion, the latest."""
    return not campaign.covers(end), campaign.occasion is not Occasion.PROMOTION, -campaign.start.toordinal()
