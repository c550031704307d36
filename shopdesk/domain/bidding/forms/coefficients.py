"""Weeks as lists of coefficients: seven times 24 of 京东快车, once 24 of 拼多多, and 巨量千川's 336 signs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import ScheduleError, resampled

_PER_PERCENT: Final = 10
"""拼多多 counts in per mille."""
_HALF_HOURS: Final = 2
_SWITCHES: Final = DAYS * HOURS_PER_DAY * _HALF_HOURS


def to_jd(cells: Sequence[int], *, first_day: int = 0) -> str:
    """Return ``timeRangePriceCoef``: day "0" is ``first_day`` (Monday 0), "per" the share of the hours that run.

    Which weekday the console counts as 0 is stated nowhere. Raises ``ScheduleError`` where half hours differ.
    """
    hours = hourly(cells)
    detail = {}
    for number in range(DAYS):
        day = (first_day + number) % DAYS
        detail[str(number)] = {"price_coef": list(hours[day * HOURS_PER_DAY : (day + 1) * HOURS_PER_DAY])}
    share = round(100 * sum(1 for cell in hours if cell) / len(hours), 2)
    return json.dumps({"detail": detail, "per": f"{share:g}%"})


def from_jd(found: Any, *, first_day: int = 0) -> tuple[int, ...]:
    """Return the week of a parsed ``timeRangePriceCoef``; ``ScheduleError`` names what is wrong."""
    week: list[int] = [0] * (DAYS * HOURS_PER_DAY)
    for number in range(DAYS):
        try:
            cells = [_whole(value) for value in found["detail"][str(number)]["price_coef"]]
        except (KeyError, TypeError, ValueError) as error:
            raise ScheduleError(f"detail.{number}") from error
        if len(cells) != HOURS_PER_DAY:
            raise ScheduleError(f"detail.{number}")
        day = (first_day + number) % DAYS
        week[day * HOURS_PER_DAY : (day + 1) * HOURS_PER_DAY] = cells
    return tuple(week)


def to_rates(cells: Sequence[int]) -> str:
    """Return 24 rates in per mille of the bid, which hold for every day; ``ScheduleError`` where days differ."""
    hours = hourly(cells)
    day = hours[:HOURS_PER_DAY]
    if hours != day * DAYS:
        raise ScheduleError("days")
    return json.dumps([{"index": hour, "rate": percent * _PER_PERCENT} for hour, percent in enumerate(day)])


def from_rates(found: Any) -> tuple[int, ...]:
    """Return the week of parsed rates; ``ScheduleError`` names what is wrong."""
    day = [-1] * HOURS_PER_DAY
    for one in found:
        try:
            hour, rate = _whole(one["index"]), _whole(one["rate"])
        except (KeyError, TypeError, ValueError) as error:
            raise ScheduleError(json.dumps(one)[:80]) from error
        if not 0 <= hour < HOURS_PER_DAY or day[hour] >= 0 or rate % _PER_PERCENT:
            raise ScheduleError(json.dumps(one)[:80])
        day[hour] = rate // _PER_PERCENT
    if -1 in day:
        raise ScheduleError(f"index {day.index(-1)}")
    return tuple(day) * DAYS


def to_switches(cells: Sequence[int]) -> str:
    """Return 336 signs, half hours from Monday 00:00: 1 runs, 0 is off.

    All 0 means the same as all 1 to the console: a week that is off can't be said (``ScheduleError``).
    """
    week = resampled(cells, slots_per_hour=_HALF_HOURS)
    if not any(week):
        raise ScheduleError("0" * HOURS_PER_DAY)
    return "".join("1" if cell else "0" for cell in week)


def from_switches(text: str) -> tuple[int, ...]:
    """Return the week of 336 signs; all 0 is all on, as the console takes it."""
    if len(text) != _SWITCHES or set(text) - {"0", "1"}:
        raise ScheduleError(text[:HOURS_PER_DAY])
    if "1" not in text:
        return (UNCHANGED_PERCENT,) * _SWITCHES
    return tuple(UNCHANGED_PERCENT if sign == "1" else 0 for sign in text)


def hourly(cells: Sequence[int]) -> tuple[int, ...]:
    """Return a week by hours without changing it; ``ScheduleError`` where the halves of an hour differ."""
    hours = resampled(cells, slots_per_hour=1)
    if resampled(hours, slots_per_hour=len(cells) // len(hours)) != tuple(cells):
        raise ScheduleError("00:30")
    return hours


def _whole(value: Any) -> int:
    number = float(value)
    if number != int(number) or number < 0 or isinstance(value, bool):
        raise ValueError(value)
    return int(number)
