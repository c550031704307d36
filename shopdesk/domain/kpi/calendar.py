"""Campaign days: the dates on which a shop is out of the ordinary for a known reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.periods import Period


class Occasion(StrEnum):
    """What kind of day it is."""

    PROMOTION = "promotion"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Campaign:
    """A run of campaign days with its name in both languages."""

    zh: str
    en: str
    start: date
    end: date
    occasion: Occasion = Occasion.PROMOTION

    def covers(self, day: date) -> bool:
        """Return whether a day belongs to it."""
        return self.start <= day <= self.end

    def name(self, *, chinese: bool) -> str:
        """Return its name in one language."""
        return self.zh if chinese else self.en


@dataclass(frozen=True, slots=True)
class CampaignCalendar:
    """All campaigns known, in order of their first day, and the lunar new years that comparisons align by."""

    campaigns: tuple[Campaign, ...] = ()
    lunar_new_years: tuple[date, ...] = ()

    @classmethod
    def of(cls, campaigns: Iterable[Campaign], *, lunar_new_years: Iterable[date] = ()) -> CampaignCalendar:
        """Return the calendar of some campaigns."""
        ordered = sorted(campaigns, key=lambda campaign: (campaign.start, campaign.end, campaign.zh))
        return cls(tuple(ordered), tuple(lunar_new_years))

    def on(self, day: date) -> tuple[Campaign, ...]:
        """Return the campaigns that a day belongs to."""
        return tuple(campaign for campaign in self.campaigns if campaign.covers(day))

    def within(self, period: Period) -> tuple[Campaign, ...]:
        """Return the campaigns that touch a period."""
        return tuple(c for c in self.campaigns if c.start <= period.end and c.end >= period.start)

    def mask(self, period: Period) -> NDArray[np.bool_]:
        """Return for each day of a period whether it is a campaign day."""
        out = np.zeros(period.days, dtype=bool)
        for campaign in self.within(period):
            low = max(0, (campaign.start - period.start).days)
            high = min(period.days, (campaign.end - period.start).days + 1)
            out[low:high] = True
        return out


def names_by_day(calendar: CampaignCalendar, period: Period) -> list[str]:
    """Return for each day of a period the Chinese name of its first campaign, empty on ordinary days."""
    names = [""] * period.days
    for campaign in reversed(calendar.within(period)):
        low = max(0, (campaign.start - period.start).days)
        high = min(period.days, (campaign.end - period.start).days + 1)
        names[low:high] = [campaign.zh] * (high - low)
    return names


def yearly(*, zh: str, en: str, first: tuple[int, int], last: tuple[int, int], years: Iterable[int]) -> list[Campaign]:
    """Return one campaign a year from a (month, day) to a (month, day) of the same year."""
    return [Campaign(zh, en, date(year, *first), date(year, *last)) for year in years]


def around(
    day: date, *, zh: str, en: str, before_days: int, after_days: int, occasion: Occasion = Occasion.HOLIDAY
) -> Campaign:
    """Return the campaign around a movable feast."""
    return Campaign(zh, en, day - timedelta(days=before_days), day + timedelta(days=after_days), occasion)
