"""A week as windows of equal percent, and the best week with only so many windows a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
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
        step = int(np.gcd(step, minute))
    return 1 if step >= 60 else 2 if step >= 30 else 4


def is_plain(cells: Sequence[int]) -> bool:
    """Whether a week changes nothing, so that no schedule is needed at all."""
    return all(cell == UNCHANGED_PERCENT for cell in cells)


def most_windows(cells: Sequence[int]) -> int:
    """Return the most windows that a day needs where what no window names is off; none for a plain week."""
    if is_plain(cells):
        return 0
    running = (window.day for window in windows_of(cells) if window.percent)
    return max((sum(1 for _ in own) for _, own in groupby(running)), default=0)


def joined(cells: Sequence[int], *, most: int, weights: Sequence[float] | None = None) -> tuple[int, ...]:
    """Return the week nearest to ``cells`` with at most ``most`` windows a day; what is off stays off.

    Optimal segmentation by dynamic programming: least sum of squared differences of log percent, each slot weighted
    by its clicks (``weights``, parallel to the cells; one each where none are known). A window gets the weighted
    geometric mean of its slots, rounded. Where stretches that are off leave more runs than ``most``, the weakest runs
    are switched off too.
    """
    per_day = len(cells) // DAYS
    share = np.ones(len(cells)) if weights is None else np.maximum(np.asarray(weights, dtype=np.float64), 0.0)
    result: list[int] = []
    for day in range(DAYS):
        span = slice(day * per_day, (day + 1) * per_day)
        result += _joined_day(tuple(cells[span]), share[span] + 1e-9, most)
    return tuple(result)


def _of_day(day: int, cells: Sequence[int]) -> Iterator[Window]:
    per_day = len(cells) // DAYS
    minutes = MINUTES_PER_DAY // per_day
    start = 0
    for percent, run in groupby(cells[day * per_day : (day + 1) * per_day]):
        end = start + sum(1 for _ in run)
        yield Window(day, start * minutes, end * minutes, percent)
        start = end


def _joined_day(day: tuple[int, ...], weights: Floats, most: int) -> list[int]:
    if sum(1 for percent, _ in groupby(day) if percent) <= most:
        return list(day)
    runs = _runs(day)
    strength = [float(weights[start:end].sum()) for start, end in runs]
    kept = sorted(sorted(range(len(runs)), key=lambda at: -strength[at])[:most])
    runs = [runs[at] for at in kept]
    result = [0] * len(day)
    for (start, end), pieces in zip(runs, _shares(day, weights, runs, most), strict=True):
        logs = np.log(np.asarray(day[start:end], dtype=np.float64))
        for first, last in _segments(logs, weights[start:end], pieces):
            mean = float(np.average(logs[first:last], weights=weights[start + first : start + last]))
            result[start + first : start + last] = [round(float(np.exp(mean)))] * (last - first)
    return result


def _runs(day: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches that are on, as slots from and up to."""
    runs, start = [], 0
    for is_on, run in groupby(day, key=bool):
        end = start + sum(1 for _ in run)
        if is_on:
            runs.append((start, end))
        start = end
    return runs


def _shares(day: Sequence[int], weights: Floats, runs: Sequence[tuple[int, int]], most: int) -> tuple[int, ...]:
    """Return how many windows each run gets so that the error of all is least."""
    costs = [_errors(np.log(np.asarray(day[a:b], dtype=np.float64)), weights[a:b], most) for a, b in runs]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for cost in costs:
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for used, (total, shares) in best.items():
            for pieces, error in enumerate(cost, start=1):
                if used + pieces <= most:
                    candidate = (total + error, (*shares, pieces))
                    found[used + pieces] = min(found.get(used + pieces, candidate), candidate)
        best = found
    return min(best.values())[1]


def _table(logs: Floats, weights: Floats, most: int) -> tuple[Floats, np.ndarray[tuple[int, ...], np.dtype[np.int64]]]:
    """Return the least error of the first ``j`` slots in ``k`` pieces, and where the last piece begins."""
    count = len(logs)
    mass = np.concatenate([[0.0], np.cumsum(weights)])
    first = np.concatenate([[0.0], np.cumsum(weights * logs)])
    second = np.concatenate([[0.0], np.cumsum(weights * logs * logs)])
    best = np.full((most + 1, count + 1), np.inf)
    cut = np.zeros((most + 1, count + 1), dtype=np.int64)
    best[0, 0] = 0.0
    for pieces in range(1, most + 1):
        for end in range(1, count + 1):
            starts = np.arange(end)
            sums = first[end] - first[starts]
            error = second[end] - second[starts] - sums * sums / (mass[end] - mass[starts])
            total = best[pieces - 1, starts] + np.maximum(error, 0.0)
            at = int(np.argmin(total))
            best[pieces, end], cut[pieces, end] = total[at], at
    return best, cut


def _errors(logs: Floats, weights: Floats, most: int) -> list[float]:
    best, _ = _table(logs, weights, min(most, len(logs)))
    return [float(best[pieces, len(logs)]) for pieces in range(1, len(best))]


def _segments(logs: Floats, weights: Floats, pieces: int) -> list[tuple[int, int]]:
    pieces = min(pieces, len(logs))
    _, cut = _table(logs, weights, pieces)
    found, end = [], len(logs)
    for left in range(pieces, 0, -1):
        start = int(cut[left, end])
        found.append((start, end))
        end = start
    return found[::-1]
