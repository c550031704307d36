"""Spans of days and what they are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Comparison(StrEnum):
    """What a period is held against."""

    PREVIOUS = "previous"  # the same number of days just before
    SAME_WEEKDAY = "same_weekday"  # seven days earlier (whole weeks for longer periods)
    LAST_YEAR = "last_year"  # the same dates a year earlier
    WEEKDAY_LAST_YEAR = "weekday_last_year"  # 52 weeks earlier: the same weekdays
    LUNAR_LAST_YEAR = "lunar_last_year"  # as many days from the lunar new year before
    CAMPAIGN_LAST_YEAR = "campaign_last_year"  # the same days of the same campaign a year before
    NONE = "none"

    @property
    def without_calendar(self) -> Comparison:
        """What ``Period.compared`` compares: without a calendar, lunar and campaign days become weekdays."""
        by_calendar = self in (Comparison.LUNAR_LAST_YEAR, Comparison.CAMPAIGN_LAST_YEAR)
        return Comparison.WEEKDAY_LAST_YEAR if by_calendar else self

    @property
    def of_one_day(self) -> Comparison:
        """What a single day is held against: the day before has another weekday and says little."""
        return Comparison.SAME_WEEKDAY if self is Comparison.PREVIOUS else self


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends before it starts: {self.start} {self.end}")

    @property
    def days(self) -> int:
        """Number of days, at least 1."""
        return (self.end - self.start).days + 1

    def shifted(self, *, days: int) -> Period:
        """Return the period moved by whole days."""
        step = timedelta(days=days)
        return Period(self.start + step, self.end + step)

    def compared(self, comparison: Comparison) -> Period | None:
        """Return the period to hold this one against, None for ``Comparison.NONE``.

        Lunar and campaign days need a calendar (``domain.kpi.alignment``); without one the weekdays are kept.
        """
        match comparison.without_calendar:
            case Comparison.PREVIOUS:
                return self.shifted(days=-self.days)
            case Comparison.SAME_WEEKDAY:
                weeks = -(-self.days // 7)
                return self.shifted(days=-7 * weeks)
            case Comparison.LAST_YEAR:
                return Period(_year_before(self.start), _year_before(self.end))
            case Comparison.WEEKDAY_LAST_YEAR:
                return self.shifted(days=-_YEAR_OF_WEEKS_DAYS)
            case _:
                return None

    @classmethod
    def last(cls, *, days: int, until: date) -> Period:
        """Return the ``days`` days that end with ``until``."""
        return cls(until - timedelta(days=days - 1), until)


_YEAR_OF_WEEKS_DAYS: Final = 364


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
