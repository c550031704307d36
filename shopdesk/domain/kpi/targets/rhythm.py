"""The rhythm of a daily series: its slow baseline, its weekdays, and the chance in a day.

A series is a numerator over an exposure, so that sums (exposure 1 a day) and ratios (exposure = the denominator)
go one way and a ratio is always sum over sum. Campaign days take no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.daily import FloatArray

HALF_WINDOW_DAYS: Final = 14
WEEKDAY_DAYS: Final = 182
MIN_DAYS: Final = 28
"""Ordinary days of the last eight weeks without which nothing is projected."""
RECENT_DAYS: Final = 56
MIN_EVENTS: Final = 30
"""Events in those eight weeks without which nothing is projected."""
WEEKDAY_SPREAD: Final = 0.2
"""How far weekdays of shops usually lie apart (standard deviation of the factor), for shrinkage."""
MAD_TO_SD: Final = 1.4826
FAR: Final = 3.5
"""Residuals are cut at this many standard deviations: one odd day must not carry the level."""
FLOOR: Final = 0.02
MOST_DISPERSION: Final = 20.0


@dataclass(frozen=True, slots=True)
class Series:
    """Daily sums from ``start`` to the last known day: numerator, exposure, events; NaN where missing.

    ``dispersion`` is the variance of the numerator per event over the square of its mean per event: 1 for
    counts, more for money. ``is_calm`` marks days that are no campaign day.
    """

    start: date
    numerator: FloatArray
    exposure: FloatArray
    events: FloatArray
    dispersion: float
    is_calm: NDArray[np.bool_]

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=len(self.numerator) - 1)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a day without a campaign brings: baseline per unit of exposure, times its weekday's factor."""

    baseline: FloatArray  # a day of the series, in numerator per exposure
    weekdays: FloatArray  # seven factors from Monday, mean 1
    weekday_errors: FloatArray  # their standard errors
    residuals: FloatArray  # value / expected - 1, cut at ``FAR``; NaN on campaign and missing days
    chance: FloatArray  # variance of a residual from the number of events alone
    events_per_unit: float  # events per unit of numerator
    ordinary_days: int
    recent_events: float | None  # None where the events aren't reported: their chance is then part of the noise

    @property
    def is_enough(self) -> bool:
        """Whether a projection may rest on it."""
        has_events = self.recent_events is None or self.recent_events >= MIN_EVENTS
        return self.ordinary_days >= MIN_DAYS and has_events


def rhythm(series: Series) -> Rhythm:
    """Return the rhythm of a series; one with too little data has a baseline all the same, but isn't ``is_enough``."""
    known = _known(series)
    numerator = np.where(known, series.numerator, 0.0)
    exposure = np.where(known, series.exposure, 0.0)
    events = np.where(known, np.nan_to_num(series.events), 0.0)
    days = weekday_numbers(series.start, len(numerator))
    per_unit = float(events[-RECENT_DAYS:].sum() / numerator[-RECENT_DAYS:].sum()) if numerator.any() else 0.0
    if not np.isfinite(per_unit):
        per_unit = 0.0
    factors, errors = np.ones(7), np.full(7, WEEKDAY_SPREAD)
    baseline = _baseline(numerator, exposure)
    residuals = np.full(len(numerator), np.nan)
    chance = np.zeros(len(numerator))
    for _ in range(2):  # the baseline of a first round still carries the weekdays of uneven windows
        expected = baseline * factors[days] * exposure
        chance = _chance(expected, per_unit, series.dispersion)
        residuals = _residuals(numerator, expected, known, chance)
        factors, errors = _weekdays(residuals, days, factors)
        baseline = _baseline(numerator / factors[days], exposure)
    expected = baseline * factors[days] * exposure
    chance = _chance(expected, per_unit, series.dispersion)
    residuals = _residuals(numerator, expected, known, chance)
    recent = known[-RECENT_DAYS:]
    return Rhythm(
        baseline,
        factors,
        errors,
        residuals,
        chance,
        per_unit,
        int(recent.sum()),
        float(events[-RECENT_DAYS:].sum()) if np.isfinite(series.events).any() else None,
    )


def dispersion_of_sizes(amounts: FloatArray, events: FloatArray) -> float:
    """Return the squared coefficient of variation of one event's size, from daily means (median, robust)."""
    usable = (events > 0) & (amounts > 0)
    if usable.sum() < MIN_DAYS:
        return 1.0
    sizes = np.log(amounts[usable] / events[usable])[-WEEKDAY_DAYS:]
    scaled = (sizes - np.median(sizes)) * np.sqrt(events[usable][-WEEKDAY_DAYS:])
    return float(min(MOST_DISPERSION, (MAD_TO_SD * np.median(np.abs(scaled))) ** 2))


def weekday_numbers(start: date, count: int) -> NDArray[np.int64]:
    """Return the weekday (Monday 0) of each day."""
    return np.asarray((np.arange(count, dtype=np.int64) + start.weekday()) % 7)


def _known(series: Series) -> NDArray[np.bool_]:
    usable = np.isfinite(series.numerator) & (np.nan_to_num(series.exposure) > 0)
    return np.asarray(usable & series.is_calm & (np.nan_to_num(series.numerator) >= 0))


def _baseline(numerator: FloatArray, exposure: FloatArray) -> FloatArray:
    """Return the moving sum over sum; where a window is nearly empty, that of the nearest that isn't."""
    count = len(numerator)
    low = np.maximum(np.arange(count) - HALF_WINDOW_DAYS, 0)
    high = np.minimum(np.arange(count) + HALF_WINDOW_DAYS + 1, count)
    sums = [
        (total := np.concatenate(([0.0], np.cumsum(part))))[high] - total[low]
        for part in (numerator, exposure, (exposure > 0).astype(float))
    ]
    usable = (sums[2] >= HALF_WINDOW_DAYS / 2) & (sums[0] > 0)
    if not usable.any():
        whole = exposure.sum()
        return np.full(count, numerator.sum() / whole if whole > 0 else 0.0)
    places = np.flatnonzero(usable)
    return np.asarray(np.interp(np.arange(count), places, sums[0][places] / sums[1][places]))


def _chance(expected: FloatArray, per_unit: float, dispersion: float) -> FloatArray:
    events = expected * per_unit
    return np.where(events > 0, dispersion / np.maximum(events, 0.05), 0.0)


def _residuals(numerator: FloatArray, expected: FloatArray, known: NDArray[np.bool_], chance: FloatArray) -> FloatArray:
    usable = known & (expected > 0)
    raw = np.where(usable, numerator / np.where(expected > 0, expected, 1.0) - 1, np.nan)
    if not usable.any():
        return raw
    recent = raw[usable][-WEEKDAY_DAYS:]
    spread = MAD_TO_SD * float(np.median(np.abs(recent - np.median(recent))))
    sd = np.sqrt(np.maximum(spread**2, chance + FLOOR**2))
    return np.asarray(np.clip(raw, -FAR * sd, FAR * sd))


def _weekdays(residuals: FloatArray, days: NDArray[np.int64], factors: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return seven factors and their errors: means of what is left, shrunk towards 1 by what chance explains."""
    recent, of = residuals[-WEEKDAY_DAYS:], days[-WEEKDAY_DAYS:]
    usable = np.isfinite(recent)
    counts = np.bincount(of[usable], minlength=7)
    sums = np.bincount(of[usable], weights=recent[usable], minlength=7)
    raw = factors * (1 + sums / np.maximum(counts, 1))
    spread = float(np.var(recent[usable])) if usable.any() else 1.0
    noise = spread / np.maximum(counts, 1)
    kept = np.where(counts > 0, WEEKDAY_SPREAD**2 / (WEEKDAY_SPREAD**2 + noise), 0.0)
    shrunk = 1 + (raw - 1) * kept
    shrunk = np.maximum(shrunk, 0.02)
    return shrunk / shrunk.mean(), np.sqrt(np.where(counts > 0, noise * kept, WEEKDAY_SPREAD**2))
