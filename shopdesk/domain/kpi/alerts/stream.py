"""What the detector looks at: any metric as counts with an exposure, so that few events keep their exact chance.

A day's value is taken as ``count = exp(level + exposure)`` with the chance of a count (Poisson) and the noise of the
day on top (gamma): visitors and orders as they are, a rate as its events given its base, money per buyer as a sum of
so many gamma values. What is no count (other scales, indices) is scaled up until the chance of counting vanishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]
Kind = Literal["count", "money", "rate"]

HEAD_DAYS: Final = 28
"""Known days at the start of a series that settle what it is; nothing is flagged among them."""
CERTAIN: Final = 1e6
"""Typical count of a series without the chance of counting."""
LARGEST: Final = 1e15
"""No figure of a shop is farther from 0: what is counts as missing, before the filter's six digits overflow."""
MIXED: Final = 0.1
"""Up to this share of days below 0 such a day is one without sales: more went back than came in."""
_WHOLE: Final = 1e-6
_STEADY: Final = 0.3
"""Counts that spread less than this share of what Poisson allows are no independent events."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One metric as the detector sees it; all arrays hold one value a day.

    ``counts`` events (scaled), ``exposure`` the logarithm of what they are taken of, ``inverse`` 1 / number of buyers
    where the value is a mean over them (else 0), ``known`` whether the day takes part. ``exp(level) / scale`` is the
    usual value, ``count / steady`` the number of events where there are any.
    """

    counts: FloatArray
    exposure: FloatArray
    inverse: FloatArray
    known: BoolArray
    scale: float
    steady: float = 1.0

    @property
    def is_mean(self) -> bool:
        """Whether the value is a mean over buyers, whose own spread has to be learnt."""
        return bool(self.inverse.any())

    @property
    def warm_day(self) -> int:
        """The first day that may be judged: the one after ``HEAD_DAYS`` known days."""
        return int(np.searchsorted(np.cumsum(self.known), HEAD_DAYS)) + 1


def streams_of(values: FloatArray, *, kind: Kind, counts: FloatArray | None, calm: BoolArray) -> tuple[Stream, ...]:
    """Return the streams of a metric of which nothing but its numbers is known: two for a sum of money, else one.

    ``counts`` are buyers for money, for a rate its base or its events (told apart by what multiplies to whole
    numbers); ``calm`` leaves out the days that are not to be judged by their level (campaigns).
    """
    values = _in_range(values)
    counts = None if counts is None else _in_range(counts)
    known = calm & np.isfinite(values) & (values >= 0)
    if counts is None or not np.isfinite(counts[known]).any():
        return (plain(values, calm=calm, is_count=kind == "count"),)
    if kind == "rate":
        head = _head(known & np.isfinite(counts) & (counts >= 0))
        events = values[head] * counts[head]
        is_base = bool(np.all(np.abs(events - np.round(events)) < 1e-3 * np.maximum(1, events)))
        if is_base and (not head.any() or np.median(counts[head]) >= 1):
            return (rate(values * counts, counts, calm=known),)
        with np.errstate(divide="ignore", invalid="ignore"):
            return (rate(counts, counts / values, calm=known),)
    if kind == "money":
        head = _head(known & (counts > 0) & (values > 0))
        logs = np.log(values[head])
        if head.any() and np.std(logs) < np.std(logs - np.log(counts[head])):
            return (mean(values, counts, calm=calm),)
        return money(values, counts, calm=calm)
    return (plain(values, calm=calm, is_count=True),)


def plain(values: FloatArray, *, calm: BoolArray, is_count: bool) -> Stream:
    """Return a count, or a value without one behind it."""
    values = values if is_count else _without_debts(values)
    known = calm & np.isfinite(values) & (values >= 0)
    nothing = np.zeros(values.size)
    head = values[_head(known)]
    scale = CERTAIN / _typical(head)
    if is_count and head.size and np.all(np.abs(head - np.round(head)) < _WHOLE):
        spread = _dispersion(head)
        scale = 1.0 if spread >= _STEADY else min(scale, 1 / max(spread, _WHOLE))
    return Stream(np.where(known, values * scale, 0.0), nothing, nothing, known, scale)


def rate(events: FloatArray, base: FloatArray, *, calm: BoolArray) -> Stream:
    """Return a share of a base, or how often something came a unit of the base."""
    with np.errstate(invalid="ignore"):
        known = calm & np.isfinite(events) & np.isfinite(base) & (events >= 0) & (base > 0)
    head = _head(known)
    share = min(float(events[head].sum() / base[head].sum()), 0.98) if head.any() else 0.0
    steady = 1 / (1 - share)  # a share spreads less than a count: p (1 - p) / n
    exposure = np.log(np.where(known, base, 1.0)) + np.log(steady)
    return Stream(np.where(known, events * steady, 0.0), exposure, np.zeros(events.size), known, 1.0, steady)


def mean(values: FloatArray, counts: FloatArray, *, calm: BoolArray) -> Stream:
    """Return a mean over so many buyers, clicks or orders."""
    with np.errstate(invalid="ignore"):
        known = calm & np.isfinite(values) & (values >= 0) & np.isfinite(counts) & (counts > 0)
    scale = CERTAIN / _typical(values[_head(known)])
    inverse = np.divide(1.0, counts, out=np.zeros(values.size), where=known)
    return Stream(np.where(known, values * scale, 0.0), np.zeros(values.size), inverse, known, scale)


def money(values: FloatArray, counts: FloatArray, *, calm: BoolArray) -> tuple[Stream, Stream]:
    """Return a sum of money as how many bought, and for how much each."""
    values = _without_debts(values)
    with np.errstate(invalid="ignore"):
        known = calm & np.isfinite(values) & (values >= 0)
    each = np.divide(values, counts, out=np.full(values.size, np.nan), where=known & np.isfinite(counts) & (counts > 0))
    return plain(counts, calm=known, is_count=True), mean(each, counts, calm=calm)


def _in_range(values: FloatArray) -> FloatArray:
    with np.errstate(invalid="ignore"):
        return np.where(np.abs(values) < LARGEST, values, np.nan)


def _without_debts(values: FloatArray) -> FloatArray:
    """Return a sum of money with 0 for the days that end below it: missing they would hide the worst day of a shop.

    From where such days have not been rare the sum has no level that a day could be a multiple of: it is unknown.
    """
    below = values < 0
    days = np.maximum(np.cumsum(np.isfinite(values)), HEAD_DAYS)
    return np.where(np.cumsum(below) > MIXED * days, np.nan, np.maximum(values, 0.0))


def _head(known: BoolArray) -> BoolArray:
    return known & (np.cumsum(known) <= HEAD_DAYS)


def _typical(head: FloatArray) -> float:
    above = head[head > 0]
    return float(np.median(above)) if above.size else 1.0


def _dispersion(head: FloatArray) -> float:
    """Return the variance of week-on-week differences as a share of Poisson's."""
    if head.size <= 14 or not head.any():
        return 1.0
    steps = head[7:] - head[:-7]
    return float((steps**2).mean() / (2 * head.mean()))


@dataclass(frozen=True, slots=True)
class Batch:
    """Several streams over the same days, day first: arrays of shape (days, streams)."""

    counts: FloatArray
    exposure: FloatArray
    inverse: FloatArray
    known: BoolArray
    warm: NDArray[np.int64]
    weekdays: NDArray[np.int64]

    @classmethod
    def of(cls, streams: Sequence[Stream], weekdays: NDArray[np.int64]) -> Batch:
        """Return the streams side by side; ``weekdays`` holds 0 to 6 for each day."""
        return cls(
            np.column_stack([stream.counts for stream in streams]),
            np.column_stack([stream.exposure for stream in streams]),
            np.column_stack([stream.inverse for stream in streams]),
            np.column_stack([stream.known for stream in streams]),
            np.array([stream.warm_day for stream in streams]),
            weekdays,
        )
