"""What the past of a metric says of days to come, and draws of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import FEN_PARTS, BoardMetric, roll_up
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.kpi.targets.level import Belief, believe
from shopdesk.domain.kpi.targets.lifts import Lifts, learn
from shopdesk.domain.kpi.targets.rhythm import Rhythm, Series, dispersion_of_sizes, rhythm, weekday_numbers
from shopdesk.domain.periods import Period

Places: TypeAlias = NDArray[np.int64]

RUNS: Final = 1000
"""Draws of a period's rest: a chance of one half is then known to 1.6 points."""
FEWER_RUNS: Final = 400
LONG_DAYS: Final = 130
"""Rests longer than this are drawn fewer times: a year of days at full number takes too long."""
LONGEST_DAYS: Final = 550
MANY_EVENTS: Final = 40
"""From so many events a day on their chance is as good as normal."""
SEED: Final = 20260618
"""The same draws every time: a figure must not change because it is looked at again."""


@dataclass(frozen=True, slots=True)
class SeriesFit:
    """One series with its rhythm and the lifts of its campaigns."""

    series: Series
    rhythm: Rhythm
    lifts: Lifts

    def shape(self, period: Period, calendar: CampaignCalendar) -> FloatArray:
        """Return weekday factor times campaign lift of each day."""
        weekdays = self.rhythm.weekdays[weekday_numbers(period.start, period.days)]
        return np.asarray(weekdays * np.exp(self.lifts.over(period, calendar).logs))

    @property
    def logs(self) -> FloatArray:
        """The log of each day's value without its weekday, NaN where it says nothing."""
        return np.asarray(np.log(np.maximum(self.rhythm.baseline, 1e-12)) + self.rhythm.residuals)

    def means(
        self, belief: Belief, random: np.random.Generator, *, period: Period, places: Places, calendar: CampaignCalendar
    ) -> FloatArray:
        """Return draws × places of the mean a unit of exposure; ``places`` are days of the period, ascending."""
        ahead = places + (period.start - self.series.end).days  # days after the last known one; 0 and less lie behind
        runs = RUNS if ahead[-1] <= LONG_DAYS else FEWER_RUNS
        out = belief.paths(random, runs=runs, days=max(int(ahead[-1]), 1))[:, np.maximum(ahead, 1) - 1]
        lifts = self.lifts.over(period, calendar)
        out += lifts.logs[places]
        for first, length, error in lifts.spans:
            within = (places >= first) & (places < first + length)
            if within.any():
                out[:, within] += random.standard_normal((runs, 1)) * error
        errors = 1 + random.standard_normal((runs, 7)) * self.rhythm.weekday_errors / self.rhythm.weekdays
        factors = self.rhythm.weekdays * np.maximum(errors, 0.05)
        weekdays = weekday_numbers(period.start, period.days)[places]
        return np.asarray(np.exp(np.clip(out, -60, 60)) * factors[:, weekdays])

    def counted(self, random: np.random.Generator, means: FloatArray) -> FloatArray:
        """Return draws around means that hold the chance in the number of events."""
        if self.rhythm.events_per_unit <= 0:
            return means
        events = means * (self.rhythm.events_per_unit / self.series.dispersion)
        if events.min() >= MANY_EVENTS:
            return np.asarray(means * (1 + random.standard_normal(means.shape) / np.sqrt(events)))
        shape = np.maximum(events, 1e-9)
        return np.asarray(random.gamma(shape) * (means / shape))


@dataclass(frozen=True, slots=True)
class Fit:
    """A metric's value a unit of exposure and, for ratios, its exposure (the denominator a day)."""

    main: SeriesFit
    exposure: SeriesFit | None

    @property
    def leading(self) -> SeriesFit:
        """What the days of a period share by: the exposure of a ratio, else the metric itself."""
        return self.main if self.exposure is None else self.exposure

    def shape(self, period: Period, calendar: CampaignCalendar) -> FloatArray:
        """Return how much of the leading series each day of a period brings, an ordinary day being 1."""
        return self.leading.shape(period, calendar)


def fit(facts: DailyFacts, metric: BoardMetric, *, as_of: date, calendar: CampaignCalendar) -> Fit:
    """Return what the days up to ``as_of`` say."""
    past = Period(facts.start, as_of)
    above, below = amounts(facts, metric, past)
    is_calm = ~calendar.mask(past)
    events = facts.window(metric.count, past) if metric.count else np.full(past.days, np.nan)
    dispersion = 1.0
    if metric.count and metric.numerator != metric.count:
        sizes = dispersion_of_sizes(np.nan_to_num(above), np.nan_to_num(events))
        dispersion = max(sizes, 0.01) if metric.count == metric.denominator else 1 + sizes
    series = Series(past.start, above, below, events, dispersion, is_calm)
    main = _series_fit(series, calendar, is_rate=metric.is_ratio)
    if not metric.is_ratio:
        return Fit(main, None)
    # Money has no count of its own here: that of the metric tells at least how fine-grained it is.
    own = below if metric.denominator and metric.denominator not in FEN_PARTS else events
    each_day = np.where(np.isfinite(below), 1.0, np.nan)
    return Fit(main, _series_fit(Series(past.start, below, each_day, own, 1.0, is_calm), calendar, is_rate=False))


def draw(fitted: Fit, period: Period, places: Places, *, calendar: CampaignCalendar) -> tuple[FloatArray, FloatArray]:
    """Return draws × days of a period of numerator and exposure, filled at ``places``.

    Where too little is known there are no draws. A missing day behind the last known one is drawn from where the
    level stands now.
    """
    ahead = int(places[-1]) + (period.start - fitted.main.series.end).days
    if not fitted.main.rhythm.is_enough or ahead > LONGEST_DAYS:
        return np.empty((0, period.days)), np.empty((0, period.days))
    random = np.random.default_rng(SEED)
    both = [fitted.main] if fitted.exposure is None else [fitted.main, fitted.exposure]
    beliefs = believe([one.logs for one in both], [one.rhythm.chance for one in both])
    means = fitted.main.means(beliefs[0], random, period=period, places=places, calendar=calendar)
    exposure = np.ones((len(means), period.days))
    if fitted.exposure is not None:
        drawn = fitted.exposure.means(beliefs[1], random, period=period, places=places, calendar=calendar)
        exposure[:, places] = fitted.exposure.counted(random, drawn)
    numerator = np.zeros((len(means), period.days))
    numerator[:, places] = fitted.main.counted(random, means * exposure[:, places])
    return numerator, exposure


def can_project(metric: BoardMetric) -> bool:
    """Return whether a metric is a sum of daily sums or a ratio of two, so that days of it can be drawn and added."""
    if metric.window_days or any(roll_up(part) not in (RollUp.SUM, RollUp.PEOPLE) for part in metric.parts):
        return False
    return not metric.formula or bool(metric.sums)


def amounts(facts: DailyFacts, metric: BoardMetric, period: Period) -> tuple[FloatArray, FloatArray]:
    """Return numerator and exposure a day in shown units (yuan); exposure 1 where the metric is a sum.

    Raises ``ValueError`` for a metric that can't be projected.
    """
    values = {part: facts.window(part, period) / (100 if part in FEN_PARTS else 1) for part in metric.parts}
    if metric.formula:
        from shopdesk.domain.kpi.term import evaluate

        sums = [evaluate(term, values) for term in metric.sums]
        if not sums:
            raise ValueError(f"no target can be set for {metric.name}")
    else:
        sums = [values[part] for part in metric.parts]
    if len(sums) == 1:
        return sums[0], np.where(np.isfinite(sums[0]), 1.0, np.nan)
    both = np.isfinite(sums[0]) & np.isfinite(sums[1])
    return np.where(both, sums[0], np.nan), np.where(both, sums[1], np.nan)


def last_known(facts: DailyFacts, metric: BoardMetric, until: date) -> date | None:
    """Return the last day up to ``until`` on which all parts of a metric are known."""
    if facts.is_empty or until < facts.start:
        return None
    known = np.flatnonzero(np.isfinite(amounts(facts, metric, Period(facts.start, until))[0]))
    return facts.start + timedelta(days=int(known[-1])) if known.size else None


def _series_fit(series: Series, calendar: CampaignCalendar, *, is_rate: bool) -> SeriesFit:
    found = rhythm(series)
    return SeriesFit(series, found, learn(series, found, calendar, is_rate=is_rate))
