"""A week as a table of cells: seven rows of 24 or 48 percents as a workbook or a clipboard holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY
from shopdesk.domain.bidding.week import MINUTES_PER_DAY, ScheduleError, clock

_LENGTHS: Final = (HOURS_PER_DAY, 2 * HOURS_PER_DAY)
_OFF: Final = frozenset({"off", "关", "关闭", "停", "停投", "不投放"})


def slot_names(slots_per_hour: int) -> tuple[str, ...]:
    """Return the beginnings of the slots of a day: 00:00, 00:30 …"""
    step = 60 // slots_per_hour
    return tuple(clock(minute) for minute in range(0, MINUTES_PER_DAY, step))


def week_rows(cells: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the seven days of a week, Monday first."""
    per_day = len(cells) // DAYS
    return [tuple(cells[day * per_day : (day + 1) * per_day]) for day in range(DAYS)]


def from_rows(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the week in a table of texts, with or without heads and turned either way; ``ScheduleError``.

    Days stand Monday first. Text around the numbers (names of days and hours, notes) is passed over.
    """
    found = _seven([_numbers(row) for row in rows])
    if found is None:
        width = max((len(row) for row in rows), default=0)
        turned = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
        found = _seven([_numbers(row) for row in turned])
    if found is None:
        raise ScheduleError("7 × 24 / 48")
    return tuple(value for day in found for value in day)


def _seven(rows: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]] | None:
    """Return the one run of exactly seven full days of one length."""
    for length in _LENGTHS:
        days = [row for row in rows if len(row) == length]
        if len(days) == DAYS:
            return days
    return None


def _numbers(row: Sequence[str]) -> tuple[int, ...]:
    """Return the percents of a row, () where a word or a gap stands among them."""
    cells = [_percent(cell) for cell in row]
    while cells and cells[0] is None:
        cells.pop(0)
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cell for cell in cells if cell is not None) if None not in cells else ()


def _percent(cell: str) -> int | None:
    text = cell.strip().rstrip("%％").strip()
    if text.casefold() in _OFF:
        return 0
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
