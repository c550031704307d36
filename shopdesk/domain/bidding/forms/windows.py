"""A week as windows of equal percent, as consoles that know no slots want it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import gcd

from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import MINUTES_PER_DAY


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one day at one percent: minutes of the day from ``start`` up to ``end`` (1440: midnight)."""

    day: int
    start: int
    end: int
    percent: int


class WindowsOverlap(ValueError):
    """Two windows claim the same minutes, or one lies outside its day or between the slots."""


def windows_of(cells: Sequence[int]) -> tuple[Window, ...]:
    """Return the windows of a week by day, those that are off too; equal neighbours are one."""
    return tuple(window for day in range(DAYS) for window in _of_day(day, cells))


def week_of(windows: Iterable[Window], *, slots_per_hour: int, rest: int = 0) -> tuple[int, ...]:
    """Return the week that windows describe; ``rest`` is the percent of what none names. ``WindowsOverlap``."""
    minutes = 60 // slots_per_hour
    per_day = HOURS_PER_DAY * slots_per_hour
    cells = [-1] * (DAYS * per_day)
    for one in windows:
        inside = 0 <= one.day < DAYS and 0 <= one.start < one.end <= MINUTES_PER_DAY
        if not inside or one.start % minutes or one.end % minutes:
            raise WindowsOverlap(one)
        for slot in range(one.start // minutes, one.end // minutes):
            place = one.day * per_day + slot
            if cells[place] >= 0:
                raise WindowsOverlap(one)
            cells[place] = one.percent
    return tuple(rest if cell < 0 else cell for cell in cells)


def slots_needed(minutes: Iterable[int]) -> int:
    """Return how many slots an hour it takes to tell boundaries (in minutes) apart: 1, 2 or 4."""
    step = 60
    for minute in minutes:
        step = gcd(step, minute)
    return 1 if step >= 60 else 2 if step >= 30 else 4


def is_plain(cells: Sequence[int]) -> bool:
    """Whether a week changes nothing, so that no schedule is needed at all."""
    return all(cell == UNCHANGED_PERCENT for cell in cells)


def _of_day(day: int, cells: Sequence[int]) -> Iterator[Window]:
    per_day = len(cells) // DAYS
    minutes = MINUTES_PER_DAY // per_day
    start = 0
    for percent, run in groupby(cells[day * per_day : (day + 1) * per_day]):
        end = start + sum(1 for _ in run)
        yield Window(day, start * minutes, end * minutes, percent)
        start = end
