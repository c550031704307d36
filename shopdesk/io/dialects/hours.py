"""Hours of the day and days of the week in all their spellings; Monday is 1, Sunday 7."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from shopdesk.io.dialects.dates import read_span

MONDAY: Final = 1
SUNDAY: Final = 7
_HOURS: Final = 24
_CLOCK: Final = re.compile(r"^(\d{1,2})(?::(\d{2})(?::\d{2})?|点(?:(\d{2})分|(半))?|时|h)?\s*(am|pm)?$")
_PARTS: Final = re.compile(r"\s*(?:-|~|～|—|–|至|到|\bto\b)\s*")
_DAY_TIME: Final = re.compile(r"^(.*\d)[ t]+(\d{1,2}:\d{2}(?::\d{2})?)$")
_WEEKDAYS: Final = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7,
    "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """One hour text read: ``half`` says that it is a half hour of it; ``day`` where the text names one."""

    hour: int
    half: bool = False
    day: date | None = None


def read_slot(text: str) -> Slot | None:
    """Return the hour that a text names, e.g. ``0点``, ``08:30-09:00``, ``2026-05-01 13:00``; None where none."""
    text = text.strip().lower().removesuffix(".0")
    plain = _clock(text)
    if plain:
        return plain
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) == 2 and (first := _clock(parts[0])) and _is_end(parts[1]):
        return Slot(first.hour, _spans_half(parts[0], parts[1]))
    dated = _DAY_TIME.match(text)
    span = read_span(text)
    if span is None:
        return None
    if span.hour is not None:
        return Slot(span.hour, day=span.start.date())
    return Slot(span.start.hour, day=span.start.date()) if dated and span.start == span.end else None


def read_weekday(text: str, *, sunday_first: bool) -> int | None:
    """Return 1 (Monday) to 7 (Sunday); ``sunday_first`` says that the number 1 means Sunday."""
    text = text.strip().lower().removesuffix(".0")
    if text.isascii() and text.isdigit():
        number = int(text)
        if sunday_first:
            return (number + 5) % 7 + 1 if MONDAY <= number <= SUNDAY else None
        return SUNDAY if number == 0 else number if MONDAY <= number <= SUNDAY else None
    if text[:3] in _WEEKDAYS:
        return _WEEKDAYS[text[:3]]
    return _WEEKDAYS.get(text[-1:]) if re.match(r"^(?:周|星期|礼拜).$", text) else None


def _clock(text: str) -> Slot | None:
    match = _CLOCK.match(text)
    if not match:
        return None
    hour = int(match[1])
    if match[5]:
        hour = hour % 12 + (12 if match[5] == "pm" else 0)
    minutes = 30 if match[4] else int(match[2] or match[3] or 0)
    return Slot(hour, half=minutes != 0) if hour < _HOURS and minutes < 60 else None


def _is_end(text: str) -> bool:
    return _clock(text) is not None or re.match(r"^24(?::00(?::00)?|点|时)?$", text) is not None


def _spans_half(first: str, last: str) -> bool:
    def minutes(text: str) -> int:
        found = re.findall(r"\d+", text)
        return int(found[0]) * 60 + (int(found[1]) if len(found) > 1 else 0)

    has_minutes = ":" in first
    return has_minutes and 0 < minutes(last) - minutes(first) <= 30
