"""The detectors that ours is held against, as they are usually built; each sees only days up to the judged one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.alerts.calendar import FIRST
from benchmarks.alerts.shops import Series

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
Rival = Callable[[Series, BoolArray], BoolArray]
"""Takes a series and its campaign days, gives the alarms."""

PERCENT: Final = 0.15
MAD_TO_SD: Final = 1.4826
STL_WEEKS: Final = 12


def percent_of_yesterday(series: Series, promoted: BoolArray) -> BoolArray:  # noqa: ARG001
    """±15 % against the day before."""
    return _percent(series.values, 1)


def percent_of_last_week(series: Series, promoted: BoolArray) -> BoolArray:  # noqa: ARG001
    """±15 % against the same weekday of the week before."""
    return _percent(series.values, 7)


def sigma(series: Series, promoted: BoolArray) -> BoolArray:
    """28-day mean ± 3 sigma, campaign days not known."""
    return _sigma(series.values, np.zeros_like(promoted), 3.0)


def sigma_muted(series: Series, promoted: BoolArray) -> BoolArray:
    """28-day mean ± 3.62 sigma, campaign days left out."""
    return _sigma(series.values, promoted, 3.62)


def seasonal_trend(series: Series, promoted: BoolArray) -> BoolArray:  # noqa: ARG001
    """Robust seasonal-trend split of twelve weeks (after STL), residual beyond 3.5 robust sigma."""
    return _seasonal_trend(series.values, 3.5)


def kalman(series: Series, promoted: BoolArray) -> BoolArray:
    """Local level and week by a Kalman filter, z > 3.3, campaign days not known."""
    return _kalman(series.values, np.zeros_like(promoted), 3.3)


def kalman_muted(series: Series, promoted: BoolArray) -> BoolArray:
    """The same with campaign days missing and z > 3.62: the best known."""
    return _kalman(series.values, promoted, 3.62)


def reference(series: Series, promoted: BoolArray) -> BoolArray:
    """Given the true mean and spread of every day, the new level once the window of a shift is over; z > 3.6."""
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.log(series.values / series.truth) / series.noise
    return (np.abs(z) > 3.6) & ~promoted & ~np.isnan(series.values)


RIVALS: Final[dict[str, Rival]] = {
    "±15 % on yesterday": percent_of_yesterday,
    "±15 % on last week": percent_of_last_week,
    "28-day sigma": sigma,
    "28-day sigma, campaigns muted": sigma_muted,
    "robust seasonal-trend": seasonal_trend,
    "Kalman": kalman,
    "Kalman, campaigns muted": kalman_muted,
    "knows the truth": reference,
}


def _percent(values: FloatArray, back: int) -> BoolArray:
    flags = np.zeros(values.size, dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        flags[back:] = np.abs(values[back:] / values[:-back] - 1) > PERCENT
    return flags & ~np.isnan(values)


def _sigma(values: FloatArray, muted: BoolArray, limit: float) -> BoolArray:
    flags = np.zeros(values.size, dtype=bool)
    calm = np.where(muted, np.nan, values)
    for day in range(28, values.size):
        past = calm[day - 28 : day]
        past = past[~np.isnan(past)]
        if past.size >= 10 and not np.isnan(calm[day]):
            flags[day] = abs(calm[day] - past.mean()) > limit * past.std(ddof=1)
    return flags


def _seasonal_trend(values: FloatArray, limit: float) -> BoolArray:
    """Trend as a median of the days around (of the last days at the end), weekday medians, MAD of the rest."""
    flags = np.zeros(values.size, dtype=bool)
    logs = np.log(np.where(values > 0, values, np.nan))
    length = 7 * STL_WEEKS
    if values.size < length:
        return flags
    windows = np.lib.stride_tricks.sliding_window_view(logs, length)
    edges = np.full((windows.shape[0], 7), np.nan)
    around = np.lib.stride_tricks.sliding_window_view(np.hstack([edges, windows, edges]), 15, axis=1)
    rest = windows - _median(around)
    weeks = rest.reshape(-1, STL_WEEKS, 7)
    rest = (weeks - _median(weeks.transpose(0, 2, 1))[:, None, :]).reshape(-1, length)
    spread = MAD_TO_SD * _median(np.abs(rest))
    flags[length - 1 :] = np.abs(rest[:, -1]) > limit * spread  # False where the day is missing
    return flags


def _median(values: FloatArray) -> FloatArray:
    """Median over the last axis without what is missing."""
    ordered = np.sort(values, axis=-1)
    count = np.maximum((~np.isnan(values)).sum(axis=-1, keepdims=True), 1)
    low, high = (np.take_along_axis(ordered, place, axis=-1) for place in ((count - 1) // 2, count // 2))
    return np.asarray(((low + high) / 2)[..., 0])


_RATIOS: Final = tuple((level, week) for level in (0.003, 0.03, 0.1, 0.3) for week in (1e-5, 1e-3))
"""Variances of the steps of level and week, as shares of the day's noise; the likeliest is chosen once a month."""


def _kalman(values: FloatArray, muted: BoolArray, limit: float) -> BoolArray:
    logs = np.where(muted, np.nan, np.log(values + 0.5 if np.nanmedian(values) > 1 else values + 1e-4))
    errors, scales = _errors(logs)
    flags = np.zeros(values.size, dtype=bool)
    best = 0
    for day in range(28, values.size):
        seen = ~np.isnan(errors[:, 14:day])
        squares = np.where(seen, errors[:, 14:day] ** 2 / scales[:, 14:day], 0.0)
        count = max(1, int(seen[0].sum()))
        noise = squares.sum(axis=1) / count
        if day % 30 == 28:
            steps = np.where(seen, np.log(scales[:, 14:day]), 0.0).sum(axis=1)
            best = int(np.argmin(count * np.log(np.maximum(noise, 1e-12)) + steps))
        z = errors[best, day] / np.sqrt(max(noise[best], 1e-12) * scales[best, day])
        flags[day] = abs(z) > limit  # False where missing
    return flags


def _errors(logs: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the one-step errors and their relative variances, one row a pair of ratios."""
    pairs = np.array(_RATIOS)
    rows = len(pairs)
    first = logs[~np.isnan(logs)][0]
    state = np.zeros((rows, 7))
    state[:, 0] = first
    spread = np.tile(np.diag([100.0] * 7), (rows, 1, 1))
    move = np.zeros((7, 7))
    move[0, 0], move[1, 1:], move[2:, 1:-1] = 1, -1, np.eye(5)
    seen = np.array([1.0, 1, 0, 0, 0, 0, 0])
    errors, scales = np.full((rows, logs.size), np.nan), np.ones((rows, logs.size))
    for day, value in enumerate(logs):
        state = state @ move.T
        spread = move @ spread @ move.T
        spread[:, 0, 0] += pairs[:, 0]
        spread[:, 1, 1] += pairs[:, 1]
        scales[:, day] = spread[:, :2, :2].sum(axis=(1, 2)) + 1
        if np.isnan(value):
            continue
        errors[:, day] = value - state[:, 0] - state[:, 1]
        gain = (spread @ seen) / scales[:, day, None]
        state = state + gain * errors[:, day, None]
        spread = spread - gain[:, :, None] * (seen @ spread)[:, None, :]
    return errors, scales


def promoted_days(days: int, promo: Mapping[date, str]) -> BoolArray:
    """Return the campaign days as a mask over the shop's days."""
    return np.array([FIRST + timedelta(days=shift) in promo for shift in range(days)])
