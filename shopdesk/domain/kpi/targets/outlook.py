"""What a metric has brought and may still bring over a period: known days as they are, the others drawn at random.

Everything that judges a target (progress, sprint goals, suggestions) is read from the same draws, so that chance,
interval and fan always agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.targets.fit import amounts, draw, fit, last_known
from shopdesk.domain.kpi.targets.lifts import CampaignNote
from shopdesk.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Outlook:
    """Days of a period: what is known, what is drawn, and how the days share an additive metric.

    Amounts are in shown units (yuan). ``numerator`` and ``exposure`` are draws × days, equal in all draws where the day
    is known; exposure is 1 a day for sums. Without enough history there are no draws (0 rows).
    """

    metric: BoardMetric
    period: Period
    as_of: date | None  # last day on which all parts are known
    known: NDArray[np.bool_]
    actual_numerator: FloatArray  # a day, NaN where unknown
    actual_exposure: FloatArray
    numerator: FloatArray
    exposure: FloatArray
    shares: FloatArray  # of each day in an ordinary total of the period; they add up to 1
    campaigns: tuple[CampaignNote, ...]
    ordinary_days: int
    recent_events: float | None
    dispersion: float
    events_per_unit: float  # events per shown unit of the numerator

    @property
    def has_draws(self) -> bool:
        """Whether the unknown days could be drawn."""
        return self.numerator.shape[0] > 0

    @property
    def is_ratio(self) -> bool:
        """Whether the metric is a ratio of sums."""
        return self.metric.is_ratio

    @property
    def missing(self) -> tuple[date, ...]:
        """Days up to the last known one that have no figure."""
        if self.as_of is None:
            return ()
        last = (self.as_of - self.period.start).days
        places = np.flatnonzero(~self.known[: max(0, last + 1)])
        return tuple(self.period.start + timedelta(days=int(place)) for place in places)

    @property
    def days_left(self) -> int:
        """Days of the period after the last known one."""
        if self.as_of is None:
            return self.period.days
        return min(self.period.days, max(0, (self.period.end - self.as_of).days))

    def is_patchy(self, days: NDArray[np.bool_] | None = None) -> bool:
        """Return whether most of the days (of some, all by default) up to the last known one have no figure."""
        if self.as_of is None:
            return True
        gone = np.arange(self.period.days) <= (self.as_of - self.period.start).days
        gone = gone if days is None else gone & days
        return bool(2 * (self.known & gone).sum() < gone.sum())

    def totals(self, days: NDArray[np.bool_] | slice = slice(None)) -> FloatArray:
        """Return the value over some days (all by default) in each draw; NaN where its exposure is 0."""
        above = self.numerator[:, days].sum(axis=1) * self.metric.factor
        if not self.is_ratio:
            return np.asarray(above)
        below = self.exposure[:, days].sum(axis=1)
        return np.where(below > 0, above / np.where(below > 0, below, 1.0), np.nan)

    def actual(self, days: NDArray[np.bool_] | None = None) -> float | None:
        """Return the value over the known ones of some days (all by default), None where none is known."""
        chosen = self.known if days is None else self.known & days
        if not chosen.any():
            return None
        above = float(self.actual_numerator[chosen].sum()) * self.metric.factor
        if not self.is_ratio:
            return above
        below = float(self.actual_exposure[chosen].sum())
        return above / below if below > 0 else None


def outlook(
    facts: DailyFacts, metric: BoardMetric, period: Period, *, until: date, calendar: CampaignCalendar
) -> Outlook:
    """Return the outlook of a metric over a period from the figures up to ``until``."""
    as_of = last_known(facts, metric, until)
    above, below = amounts(facts, metric, period)
    known = np.isfinite(above) & np.isfinite(below)
    known[max(0, (until - period.start).days + 1) :] = False
    above, below = np.where(known, above, np.nan), np.where(known, below, np.nan)
    if as_of is None:
        none, even = np.empty((0, period.days)), np.full(period.days, 1 / period.days)
        return Outlook(metric, period, None, known, above, below, none, none, even, (), 0, 0.0, 1.0, 0.0)
    fitted = fit(facts, metric, as_of=as_of, calendar=calendar)
    shape = fitted.shape(period, calendar)
    if known.all():
        numerator, exposure = above[None, :], below[None, :]
    else:
        numerator, exposure = draw(fitted, period, np.flatnonzero(~known), calendar=calendar)
        numerator[:, known], exposure[:, known] = above[known], below[known]
    main = fitted.main
    return Outlook(
        metric,
        period,
        as_of,
        known,
        above,
        below,
        numerator,
        exposure,
        shape / shape.sum(),
        main.lifts.notes(period, calendar),
        main.rhythm.ordinary_days,
        main.rhythm.recent_events,
        main.series.dispersion,
        main.rhythm.events_per_unit,
    )
