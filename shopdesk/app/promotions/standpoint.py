"""The day that offers are looked at from: today, or where the figures of the shop end if these are old."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_STALE_DAYS: Final = 7


def standpoint(today: date, last: date | None) -> date:
    """Return today, or the ``last`` day with figures where that lies more than a week back, so that it is in view."""
    return today if last is None or (today - last).days <= _STALE_DAYS else last


def next_day(today: date, last: date | None) -> date:
    """Return the first day that an offer could still change: today, or the day after old figures end."""
    day = standpoint(today, last)
    return day if day == today else day + timedelta(days=1)
