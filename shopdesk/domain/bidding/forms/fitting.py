"""The nearest week that a platform takes: within its percents, one day for all, or few windows a day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.profiles import DAYS, HourLimits
from shopdesk.domain.bidding.propose.partition import partition
from shopdesk.domain.bidding.propose.steps import Bounds
from shopdesk.domain.bidding.week import check_week, clamped


def fitted(cells: Sequence[int], limits: HourLimits, *, clicks: Sequence[float] | None = None) -> tuple[int, ...]:
    """Return the week nearest to ``cells`` that breaks no limit; what is off stays off.

    ``clicks`` of each slot say what weighs (None: all the same): windows are cut where that costs least, exactly.
    A day that is off and on more often than it may have windows stays as it is: nobody knows which hours to give up.
    """
    week = tuple(clamped(cell, limits) for cell in cells)
    weights = np.ones(len(week)) if clicks is None else np.maximum(np.asarray(clicks, dtype=np.float64), 0.0)
    if limits.one_profile:
        week = _one_day(week, weights, limits)
    if limits.windows_per_day is None or not check_week(week, limits):
        return week
    per_day = len(week) // DAYS
    days = (slice(day * per_day, (day + 1) * per_day) for day in range(DAYS))
    return tuple(cell for day in days for cell in _few(week[day], weights[day], limits, limits.windows_per_day))


def _one_day(week: tuple[int, ...], weights: Floats, limits: HourLimits) -> tuple[int, ...]:
    """Return the days as their weighted mean; an hour is off where it is off on every day."""
    values = np.array(week, dtype=np.float64).reshape(DAYS, -1)
    running = weights.reshape(DAYS, -1) * (values > 0) + 1e-9 * (values > 0)
    total = running.sum(axis=0)
    mean = np.divide((values * running).sum(axis=0), total, out=np.zeros_like(total), where=total > 0)
    day = tuple(clamped(round(float(value)), limits) if value > 0 else 0 for value in mean)
    return day * DAYS


def _few(day: Sequence[int], weights: Floats, limits: HourLimits, most: int) -> list[int]:
    """Return one day in at most ``most`` running windows; stretches that are off are no windows."""
    gaps = sum(1 for is_on, _ in groupby(day, key=bool) if not is_on)
    values = np.array(day, dtype=np.float64)
    on = values > 0
    allowed = Bounds(np.where(on, float(limits.low), 0.0), np.where(on, float(limits.high), 0.0))
    result = list(day)
    for piece in partition(values, weights, most + gaps, allowed):
        result[piece.start : piece.end] = [round(piece.value)] * (piece.end - piece.start)
    return result
