"""The week grid of a plan: integer percent per slot, its limits, and the text form that consoles understand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from shopdesk.domain.bidding.profiles import (
    DAYS,
    HOURS_PER_DAY,
    UNCHANGED_PERCENT,
    AudienceLimits,
    HourLimits,
    RegionLever,
    RegionLimits,
)

MINUTES_PER_DAY = 1440
_SPAN = re.compile(r"^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2}):(\d{1,4})$")


class LimitCode(StrEnum):
    """Why a modifier can't be set on a platform."""

    TOO_LOW = "modifier_too_low"
    TOO_HIGH = "modifier_too_high"
    SWITCH_ONLY = "modifier_switch_only"
    NO_LEVER = "modifier_no_lever"
    DAYS_DIFFER = "modifier_days_differ"
    TOO_MANY_WINDOWS = "modifier_too_many_windows"
    ALL_OFF = "modifier_all_off"
    BID_TOO_LOW = "bid_too_low"
    BID_TOO_HIGH = "bid_too_high"
    BID_STEP = "bid_step"
    BUDGET_TOO_LOW = "budget_too_low"


@dataclass(frozen=True, slots=True)
class LimitProblem:
    """Something that the platform refuses: a modifier at slot ``place`` (None: the whole grid), or a bid or budget.

    ``value``, ``low`` and ``high`` are percents, of bids and budgets fen; of ``BID_STEP`` low is the step.
    """

    code: LimitCode
    place: int | None
    value: int
    low: int = 0
    high: int = 0


class ScheduleError(ValueError):
    """A schedule text can't be read; ``part`` is the piece that is wrong."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def flat_week(slots_per_hour: int) -> tuple[int, ...]:
    """Return a week where nothing is changed."""
    return (UNCHANGED_PERCENT,) * (DAYS * HOURS_PER_DAY * slots_per_hour)


def place_of(weekday: int, slot: int, *, slots_per_hour: int) -> int:
    """Return the position of a slot; Monday is 0."""
    return weekday * HOURS_PER_DAY * slots_per_hour + slot


def resampled(cells: Sequence[int], *, slots_per_hour: int) -> tuple[int, ...]:
    """Return the same week at another resolution; joining half hours keeps the rounded mean (0 only where both are)."""
    old = len(cells) // (DAYS * HOURS_PER_DAY)
    if old == slots_per_hour:
        return tuple(cells)
    if slots_per_hour % old == 0:
        return tuple(cell for cell in cells for _ in range(slots_per_hour // old))
    step = old // slots_per_hour
    pieces = (cells[start : start + step] for start in range(0, len(cells), step))
    return tuple((sum(piece) + step // 2) // step for piece in pieces)


def check_cell(value: int, limits: HourLimits, *, place: int | None = None) -> LimitProblem | None:
    """Return what the platform has against a modifier, None where nothing."""
    if limits.switch_only:
        allowed = value in (0, UNCHANGED_PERCENT)
        return None if allowed else LimitProblem(LimitCode.SWITCH_ONLY, place, value)
    if value == 0 and limits.can_switch_off:
        return None
    if value < limits.low:
        return LimitProblem(LimitCode.TOO_LOW, place, value, limits.low, limits.high)
    if value > limits.high:
        return LimitProblem(LimitCode.TOO_HIGH, place, value, limits.low, limits.high)
    return None


def check_week(cells: Sequence[int], limits: HourLimits) -> list[LimitProblem]:
    """Return every problem of a week grid on a platform, cell by cell, then of the whole."""
    problems = [check_cell(value, limits, place=place) for place, value in enumerate(cells)]
    found = [problem for problem in problems if problem is not None]
    per_day = len(cells) // DAYS
    days = [tuple(cells[day * per_day : (day + 1) * per_day]) for day in range(DAYS)]
    if cells and not any(cells):
        found.append(LimitProblem(LimitCode.ALL_OFF, None, 0))
    if limits.one_profile and len(set(days)) > 1:
        found.append(LimitProblem(LimitCode.DAYS_DIFFER, None, 0))
    if limits.windows_per_day is not None:
        windows = _windows(days)
        if windows > limits.windows_per_day:
            found.append(LimitProblem(LimitCode.TOO_MANY_WINDOWS, None, windows, high=limits.windows_per_day))
    return found


def check_region(value: int, limits: RegionLimits) -> LimitProblem | None:
    """Return what the platform has against a region modifier."""
    if limits.lever is RegionLever.NONE:
        return None if value == UNCHANGED_PERCENT else LimitProblem(LimitCode.NO_LEVER, None, value)
    if limits.lever is RegionLever.ON_OFF:
        return None if value in (0, UNCHANGED_PERCENT) else LimitProblem(LimitCode.SWITCH_ONLY, None, value)
    return within(value, limits.low, limits.high)


def check_audience(value: int, limits: AudienceLimits) -> LimitProblem | None:
    """Return what the platform has against an audience modifier."""
    if value == UNCHANGED_PERCENT:
        return None
    if limits.high is None:
        return LimitProblem(LimitCode.NO_LEVER, None, value)
    return within(value, limits.low, limits.high)


def within(value: int, low: int, high: int) -> LimitProblem | None:
    """Return the problem of a percent outside its limits; 0 (off) is none."""
    if value == 0:
        return None
    if value < low:
        return LimitProblem(LimitCode.TOO_LOW, None, value, low, high)
    return LimitProblem(LimitCode.TOO_HIGH, None, value, low, high) if value > high else None


def clamped(value: int, limits: HourLimits) -> int:
    """Return the nearest modifier that the platform takes; a running slot is never switched off by it."""
    if limits.switch_only:
        return UNCHANGED_PERCENT if value > 0 else 0
    if value <= 0 and limits.can_switch_off:
        return 0
    return min(max(value, limits.low), limits.high)


def to_text(cells: Sequence[int]) -> str:
    """Return ``00:00-12:00:100,12:00-24:00:250;…``, Monday first; equal neighbours are one span, a day off is ``0``."""
    per_day = len(cells) // DAYS
    minutes = MINUTES_PER_DAY // per_day
    days = []
    for day in range(DAYS):
        spans, start = [], 0
        for value, run in groupby(cells[day * per_day : (day + 1) * per_day]):
            end = start + sum(1 for _ in run)
            if value:
                spans.append(f"{clock(start * minutes)}-{clock(end * minutes)}:{value}")
            start = end
        days.append(",".join(spans) or "0")
    return ";".join(days)


def from_text(text: str, *, slots_per_hour: int) -> tuple[int, ...]:
    """Read the text form; what no span names is off (0). One day stands for all; raises ``ScheduleError``."""
    stripped = text.strip().replace("；", ";").replace("，", ",").replace("：", ":").removesuffix(";")
    if stripped.lower() == "all":
        return flat_week(slots_per_hour)
    parts = [part.strip() for part in stripped.split(";")]
    if len(parts) == 1:
        parts *= DAYS
    if len(parts) != DAYS:
        raise ScheduleError(text)
    return tuple(value for part in parts for value in _day(part, slots_per_hour))


def _windows(days: Sequence[Sequence[int]]) -> int:
    """Return the most windows of a day: where one slot is set, every running one must be named, else it is off."""
    if all(value == UNCHANGED_PERCENT for day in days for value in day):
        return 0
    return max(sum(1 for value, _ in groupby(day) if value) for day in days)


def clock(minutes: int) -> str:
    """Return a minute of the day as 08:30; midnight at the end of a day is 24:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes_of(text: str) -> int:
    """Return the minute of the day of a clock time; ``ScheduleError`` where it is none."""
    hours, colon, minutes = text.strip().partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and int(minutes) < 60):
        raise ScheduleError(text)
    found = int(hours) * 60 + int(minutes)
    if found > MINUTES_PER_DAY:
        raise ScheduleError(text)
    return found


def _day(part: str, slots_per_hour: int) -> list[int]:
    cells = [0] * (HOURS_PER_DAY * slots_per_hour)
    if part == "0":
        return cells
    minutes = 60 // slots_per_hour
    for span in part.split(","):
        match = _SPAN.match(span.strip())
        if match is None:
            raise ScheduleError(span)
        start_hour, start_minute, end_hour, end_minute, value = map(int, match.groups())
        start, end = start_hour * 60 + start_minute, end_hour * 60 + end_minute
        if start >= end or end > MINUTES_PER_DAY or start % minutes or end % minutes:
            raise ScheduleError(span)
        for slot in range(start // minutes, end // minutes):
            cells[slot] = value
    return cells
