"""The watch over one metric: what was to be expected of each day, how sure that is, and which days stand out.

One set of figures for all that is said of a metric: the band of the chart, the verdict of the tile and the alerts.
Every figure of a day rests on earlier days only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alerts.stream import BoolArray, FloatArray, IntArray
from shopdesk.domain.kpi.alerts.verdicts import Band
from shopdesk.domain.periods import Period
from shopdesk.domain.student import central_reach

MIN_DAYS: Final = 28
"""Ordinary days that the eight weeks before a day must hold."""
WINDOW_DAYS: Final = 56
MIN_EVENTS: Final = 30
"""Expected events below which a day, or the days of the evidence together, say nothing (18 % of pure chance)."""
WEEK_DAYS: Final = 7
FEWEST_FREEDOM: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """One metric over all days of the facts, one value a day; NaN where unknown.

    ``expected`` in the unit of ``values``; spreads are of the logarithm: ``level_sd`` of what all days share,
    ``day_sd`` of a day by itself, ``freedom`` how heavy its tails are. ``flags`` −1, 0, 1 with ``weight`` of the
    evidence (a logarithm), ``reach_days`` the days it rests on with ``reach_events`` expected events, and ``reach``
    the logarithm of seen by what was usual before them. ``week_gap`` and ``week_sd`` judge the seven days up to it.
    ``lift_runs`` counts earlier campaigns of the same name, whose mean lift and spread follow.
    """

    name: str
    start: date
    values: FloatArray
    expected: FloatArray
    level_sd: FloatArray
    day_sd: FloatArray
    freedom: FloatArray
    events: FloatArray
    ordinary_days: IntArray
    flags: IntArray
    weight: FloatArray
    reach: FloatArray
    reach_days: IntArray
    reach_events: FloatArray
    rebased: BoolArray
    promoted: BoolArray
    week_gap: FloatArray
    week_sd: FloatArray
    week_events: FloatArray
    lift: FloatArray
    lift_sd: FloatArray
    lift_runs: IntArray

    @property
    def length(self) -> int:
        """Number of days."""
        return int(self.values.size)

    @property
    def last_known(self) -> int | None:
        """Place of the last day with a value."""
        known = np.flatnonzero(np.isfinite(self.values))
        return int(known[-1]) if known.size else None

    def place(self, day: date) -> int | None:
        """Return the place of a day, None outside the data."""
        shift = (day - self.start).days
        return shift if 0 <= shift < self.length else None

    def day(self, place: int) -> date:
        """Return the day at a place."""
        return self.start + timedelta(days=place)

    def period(self) -> Period | None:
        """Return all days, None without any."""
        return Period(self.start, self.day(self.length - 1)) if self.length else None

    def spread(self) -> FloatArray:
        """Return the standard deviation of the logarithm of each day around what was expected."""
        return np.sqrt(self.level_sd**2 + self.day_sd**2)

    def limits(self, share: float) -> tuple[FloatArray, FloatArray]:
        """Return the limits between which a share of ordinary days lies."""
        reach = _reach(share, self.freedom) * self.spread()
        return self.expected * np.exp(-reach), self.expected * np.exp(reach)

    def band(self, period: Period) -> Band:
        """Return expected values and limits over a period, which may reach beyond the data."""
        low95, high95 = self.limits(0.95)
        low80, high80 = self.limits(0.80)
        days = np.nan_to_num(self._cut(self.ordinary_days.astype(float), period)).astype(np.int64)
        return Band(
            period,
            self._cut(self.expected, period),
            self._cut(low95, period),
            self._cut(high95, period),
            self._cut(low80, period),
            self._cut(high80, period),
            days,
            self._cut(self.events, period),
        )

    def _cut(self, column: FloatArray, period: Period) -> FloatArray:
        out = np.full(period.days, np.nan)
        shift = (period.start - self.start).days
        low, high = max(0, shift), min(self.length, shift + period.days)
        if low < high:
            out[low - shift : high - shift] = column[low:high]
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Watches:
    """The watches of a shop by the name of the metric; empty before they are computed."""

    by_metric: Mapping[str, Watch] = field(default_factory=dict)

    def of(self, metric: str) -> Watch | None:
        """Return the watch over a metric, None where there is none."""
        return self.by_metric.get(metric)

    def band(self, metric: str, period: Period) -> Band | None:
        """Return the band of a metric over a period, None where it isn't watched."""
        found = self.by_metric.get(metric)
        return None if found is None else found.band(period)


NO_WATCHES: Final = Watches()


def _reach(share: float, freedom: FloatArray) -> FloatArray:
    whole = np.maximum(np.round(freedom), FEWEST_FREEDOM).astype(np.int64)
    known, places = np.unique(whole, return_inverse=True)
    return np.array([central_reach(share, int(one)) for one in known])[places]
