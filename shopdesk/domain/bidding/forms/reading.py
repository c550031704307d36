"""A week read back from a text that somebody pasted or a console gave, whichever of the known forms it has."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from shopdesk.domain.bidding.forms.coefficients import from_jd, from_rates, from_switches
from shopdesk.domain.bidding.forms.google_schedule import WEEKDAYS, from_schedule
from shopdesk.domain.bidding.forms.grid import from_rows
from shopdesk.domain.bidding.forms.launch import LIST, from_launch
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY
from shopdesk.domain.bidding.week import ScheduleError, from_text, resampled

_SWITCHES: Final = re.compile(r"^[01]{336}$")
_TIME: Final = re.compile(r"\d{1,2}[:：]\d{2}\s*-\s*\d{1,2}[:：]\d{2}")
_ALL_OFF: Final = re.compile(r"^0([;；]0){6}[;；]?$")
_HALF_HOURS: Final = 2


class WeekForm(StrEnum):
    """How a week was written."""

    TEXT = "text"
    LAUNCH = "launch"
    JD = "jd"
    RATES = "rates"
    SWITCHES = "switches"
    SCHEDULE = "schedule"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class ReadWeek:
    """A week as it was read: percent by slot, Monday 00:00 first, how fine it is, and the form that it had."""

    cells: tuple[int, ...]
    slots_per_hour: int
    form: WeekForm


def read_week(text: str, *, first_day: int = 0) -> ReadWeek:
    """Return the week in a text; ``ScheduleError`` names the piece that is wrong.

    ``first_day`` is the weekday (Monday 0) that 京东's file begins with.
    """
    stripped = text.strip().lstrip("\ufeff")
    if stripped[:1] in ("{", "["):
        return _json(stripped, first_day)
    if _SWITCHES.match(stripped):
        return read(from_switches(stripped), WeekForm.SWITCHES)
    if any(f"({day}" in stripped for day in WEEKDAYS):
        return read(from_schedule(stripped), WeekForm.SCHEDULE)
    if _TIME.search(stripped) or _ALL_OFF.match(stripped) or stripped.casefold() == "all":
        return read(coarsest(from_text(stripped, slots_per_hour=_HALF_HOURS)), WeekForm.TEXT)
    return read(from_rows([re.split(r"[\t,;]", line) for line in stripped.splitlines()]), WeekForm.GRID)


def read(cells: tuple[int, ...], form: WeekForm) -> ReadWeek:
    """Return a week with its resolution."""
    return ReadWeek(cells, len(cells) // (DAYS * HOURS_PER_DAY), form)


def in_slots(cells: tuple[int, ...], *, least: int, most: int) -> tuple[int, ...]:
    """Return a week at the coarsest of ``least`` to ``most`` slots an hour that changes nothing of it.

    ``ScheduleError`` where it tells finer slots apart than ``most``.
    """
    plain = coarsest(cells) if len(cells) == DAYS * HOURS_PER_DAY * _HALF_HOURS else cells
    per_hour = max(len(plain) // (DAYS * HOURS_PER_DAY), least)
    if per_hour > most:
        raise ScheduleError("00:30")
    return resampled(plain, slots_per_hour=per_hour)


def coarsest(cells: tuple[int, ...]) -> tuple[int, ...]:
    """Return a week of half hours by hours where no hour is divided."""
    hours = resampled(cells, slots_per_hour=1)
    return hours if resampled(hours, slots_per_hour=_HALF_HOURS) == cells else cells


def _json(text: str, first_day: int) -> ReadWeek:
    try:
        found: Any = json.loads(text)
    except ValueError as error:
        raise ScheduleError(text[:80]) from error
    if isinstance(found, dict) and "detail" in found:
        return read(from_jd(found, first_day=first_day), WeekForm.JD)
    if isinstance(found, list) and found and isinstance(found[0], dict) and "rate" in found[0]:
        return read(from_rates(found), WeekForm.RATES)
    if isinstance(found, dict) and LIST not in found:
        raise ScheduleError(text[:80])
    return read(from_launch(found), WeekForm.LAUNCH)
