"""A figure's days cut into the steps that are judged: days where there are enough events, else whole weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.trials.local_level import History

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from shopdesk.domain.kpi.daily import FloatArray

WEEK_DAYS: Final = 7
BEFORE_DAYS: Final = 182
"""Days before the change that the model is fitted to at most; older ones are another shop."""
AFTER_DAYS: Final = 56
"""Days after the change that are judged at most; later the level may be anywhere."""
MIN_EVENTS_A_DAY: Final = 10
"""Events a day from which single days are judged; below, weeks."""
MIN_DAYS: Final = 28
MIN_WEEKS: Final = 8
"""Known steps before the change that a judgement needs."""
MIN_EVENTS_A_STEP: Final = 10
LEAST_DAYS_OF_WEEK: Final = 5
MIN_MEDIAN_ITEMS: Final = 5


@dataclass(frozen=True, slots=True)
class Track:
    """One figure over unbroken days from ``start``: yuan, people or pieces; NaN where the day is missing.

    A ratio has its denominator in ``base`` (None otherwise). ``events`` are the counts that carry the chance.
    """

    start: date
    values: FloatArray
    events: FloatArray
    base: FloatArray | None = None

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=self.values.size - 1)


@dataclass(frozen=True, slots=True)
class Stepped:
    """A track by steps around a change: sums of the known days of each step.

    ``offset`` (half an event's worth) keeps the logarithm of nothing finite. ``days`` is how many days a step holds.
    ``shown`` is the figure a day (a ratio as such) with campaign days, which ``values`` leave out.
    """

    first: date
    length: int
    before: int
    values: FloatArray
    base: FloatArray
    days: FloatArray
    offset: float
    shown: FloatArray
    history: History

    def day(self, step: int) -> date:
        """Return the first day of a step."""
        return self.first + timedelta(days=step * self.length)

    @property
    def known_before(self) -> int:
        """Steps before the change that are known and ordinary."""
        return int((~np.isnan(self.history.logs[: self.before])).sum())


def stepped(
    track: Track, controls: Mapping[str, Track], *, change: date, promoted: NDArray[np.bool_]
) -> Stepped | None:
    """Return a track in steps with its controls, None where the change lies outside its days.

    ``promoted`` marks the campaign days of the track. Controls must have the days of the track. The name of a
    control's series is "sum" or "median".
    """
    at = (change - track.start).days
    if not 0 < at < track.values.size + 1:
        return None
    low, high = max(0, at - BEFORE_DAYS), min(track.values.size, at + AFTER_DAYS)
    known = ~np.isnan(track.values) & ~np.isnan(track.events) & ~promoted
    if track.base is not None:
        known &= np.nan_to_num(track.base) > 0
    window = np.flatnonzero(known[low:at]) + low
    if not window.size:
        return None
    rate = track.events[window].sum() / window.size
    length = 1 if rate >= MIN_EVENTS_A_DAY else WEEK_DAYS
    low = at - (at - low) // length * length
    cut = _Cut(low, low + (high - low) // length * length, length, known)
    offset = 0.5 * track.values[window].sum() / max(track.events[window].sum(), 1.0)
    values, days = cut.sums(track.values), cut.sums(np.ones_like(track.values))
    base = days if track.base is None else cut.sums(track.base)
    per_base = track.events[window].sum() / (window.size if track.base is None else track.base[window].sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log((values + offset) / base)
        chance = 1 / (per_base * base)
    before = (at - low) // length
    start = track.start + timedelta(days=low)
    season = (np.arange(values.size) + start.weekday()) % WEEK_DAYS if length == 1 else None
    series = _control_series(controls, cut, before)
    history = History(logs, chance, before, season, series)
    raw = _Cut(low, cut.high, length, ~np.isnan(track.values))
    with np.errstate(divide="ignore", invalid="ignore"):
        shown = raw.sums(track.values) / raw.sums(np.ones_like(track.values) if track.base is None else track.base)
    shown = np.where(np.isfinite(shown), shown, np.nan)
    return Stepped(start, length, before, values, base, days, float(offset), shown, history)


def enough(cut: Stepped) -> bool:
    """Return whether the time before the change holds enough to judge from."""
    least = MIN_DAYS if cut.length == 1 else MIN_WEEKS
    with np.errstate(divide="ignore"):
        events = 1 / cut.history.chance[: cut.before]
    known = ~np.isnan(events)
    return cut.known_before >= least and float(np.median(events[known])) >= MIN_EVENTS_A_STEP


@dataclass(frozen=True, slots=True)
class _Cut:
    """Days ``low`` to ``high`` (excluded) in steps of ``length``; ``known`` marks the days that count."""

    low: int
    high: int
    length: int
    known: NDArray[np.bool_]

    def sums(self, values: FloatArray) -> FloatArray:
        """Return the sum of the known days of each step, NaN where a step has too few of them."""
        known = self.known[self.low : self.high].reshape(-1, self.length)
        parts = np.where(known, values[self.low : self.high].reshape(-1, self.length), 0.0)
        count = known.sum(axis=1)
        least = min(self.length, LEAST_DAYS_OF_WEEK)
        return np.where(count >= least, np.nan_to_num(parts).sum(axis=1), np.nan)


def _control_series(controls: Mapping[str, Track], cut: _Cut, before: int) -> tuple[tuple[str, FloatArray], ...]:
    """Return what the controls did: their sum, and where there are several the median of their own ratios.

    The sum follows the large ones; the median isn't moved by one of them that has a story of its own.
    """
    if not controls:
        return ()
    days = cut.sums(np.ones(cut.known.size))
    values = [cut.sums(one.values) for one in controls.values()]
    bases = [days if one.base is None else cut.sums(one.base) for one in controls.values()]
    with np.errstate(divide="ignore", invalid="ignore"):
        total = np.log((np.sum(values, axis=0) + 0.5) / (np.sum(bases, axis=0) if _has_base(controls) else days))
        series = [("sum", total)]
        if len(values) >= MIN_MEDIAN_ITEMS:
            logs = np.array([np.log((v + 0.5) / (b + 1.0)) for v, b in zip(values, bases, strict=True)])
            series.append(("median", np.median(logs - np.nanmean(logs[:, :before], axis=1)[:, None], axis=0)))
    return tuple((name, one) for name, one in series if np.isfinite(one[~np.isnan(days)]).all())


def _has_base(controls: Mapping[str, Track]) -> bool:
    return next(iter(controls.values())).base is not None
