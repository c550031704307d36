"""The ad schedule of Google Ads Editor: ``(Monday[08:00-17:30]);(Friday@80%[08:00-17:30])``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shopdesk.domain.bidding.forms.windows import Window, is_plain, slots_needed, week_of, windows_of
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import ScheduleError, clock, minutes_of

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ERASED: Final = "[]"
"""What Editor takes for "no schedule": runs all the time."""
_WINDOW: Final = re.compile(r"^\(\s*(\w+)\s*(?:@\s*(\d{1,4})\s*%)?\s*\[(\d{1,2}:\d{2})-(\d{1,2}:\d{2})\]\s*\)$")


def to_schedule(cells: Sequence[int]) -> str:
    """Return the schedule: what runs, with its whole percent where it isn't 100; what is off is not named."""
    if is_plain(cells):
        return ERASED
    return ";".join(_text(one) for one in windows_of(cells) if one.percent)


def from_schedule(text: str) -> tuple[int, ...]:
    """Return the week of a schedule; ``ScheduleError`` names the piece that is wrong."""
    if text.strip() in ("", ERASED):
        return (UNCHANGED_PERCENT,) * (DAYS * HOURS_PER_DAY)
    windows = [_window(part.strip()) for part in text.strip().removesuffix(";").split(";")]
    per_hour = slots_needed(minute for one in windows for minute in (one.start, one.end))
    try:
        return week_of(windows, slots_per_hour=per_hour)
    except ValueError as error:
        raise ScheduleError(text[:80]) from error


def _text(one: Window) -> str:
    percent = "" if one.percent == UNCHANGED_PERCENT else f"@{one.percent}%"
    return f"({WEEKDAYS[one.day]}{percent}[{clock(one.start)}-{clock(one.end)}])"


def _window(part: str) -> Window:
    match = _WINDOW.match(part)
    if match is None or match[1].capitalize() not in WEEKDAYS:
        raise ScheduleError(part)
    percent = UNCHANGED_PERCENT if match[2] is None else int(match[2])
    return Window(WEEKDAYS.index(match[1].capitalize()), minutes_of(match[3]), minutes_of(match[4]), percent)
