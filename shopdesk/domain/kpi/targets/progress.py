"""How a target stands: pace, projection with its interval, the chance to reach it, and the lines of its chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.targets.goal import Direction, Target
from shopdesk.domain.kpi.targets.lifts import CampaignNote
from shopdesk.domain.kpi.targets.outlook import Outlook, outlook

INTERVAL: Final = (10, 50, 90)
"""Percentiles of the 80 % interval and its median."""
LIKELY: Final = 0.8
"""From this chance on a target counts as on course; below 1 minus it as behind; between them nobody can tell."""


class State(StrEnum):
    """Where a period stands."""

    AHEAD = "ahead"  # its first day lies after the data
    RUNNING = "running"
    OVER = "over"


class Verdict(StrEnum):
    """What can be said of a target."""

    ON_COURSE = "on_course"
    BEHIND = "behind"
    UNCLEAR = "unclear"  # the chance lies between
    REACHED = "reached"
    MISSED = "missed"
    TOO_FEW = "too_few"  # too little history to project
    NO_DATA = "no_data"  # the metric's reports are not there


@dataclass(frozen=True, slots=True)
class Projection:
    """Median and 80 % interval of the value on the last day."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Fan:
    """The lines of the chart, one value a day of the period: cumulated (for ratios sum over sum) to that day.

    ``actual`` ends with the last known day; the fan starts there. NaN where a line says nothing.
    """

    actual: FloatArray
    pace: FloatArray
    low: FloatArray
    median: FloatArray
    high: FloatArray


@dataclass(frozen=True, slots=True)
class Progress:
    """A target's standing. ``pace`` is what the known days should have brought; for ratios the target itself."""

    target: Target
    state: State
    verdict: Verdict
    as_of: date | None
    actual: float | None
    pace: float | None
    projection: Projection | None
    chance: float | None
    days_left: int
    missing: tuple[date, ...]
    campaigns: tuple[CampaignNote, ...]
    ordinary_days: int
    recent_events: float | None
    fan: Fan

    @property
    def is_ahead_of_pace(self) -> bool | None:
        """Whether the known days brought at least what they should; None where that is unknown."""
        if self.actual is None or self.pace is None:
            return None
        return self.actual >= self.pace if self.target.direction is Direction.AT_LEAST else self.actual <= self.pace


def progress(facts: DailyFacts, target: Target, *, until: date, calendar: CampaignCalendar) -> Progress:
    """Return how a target stands with the figures up to ``until``."""
    seen = outlook(facts, target.metric, target.period, until=until, calendar=calendar)
    return progress_of(seen, target)


def progress_of(seen: Outlook, target: Target) -> Progress:
    """Return how a target stands from an outlook of its metric and period."""
    totals = np.empty(0) if seen.is_patchy() else seen.totals()
    totals = totals[np.isfinite(totals)]
    is_complete = bool(seen.known.all())
    projection = chance = None
    if totals.size:
        low, median, high = (float(value) for value in np.percentile(totals, INTERVAL))
        projection = Projection(low, median, high)
        chance = _chance(totals, target)
    return Progress(
        target,
        _state(seen),
        _verdict(seen, chance, is_complete=is_complete),
        seen.as_of,
        seen.actual(),
        _pace(seen, target),
        projection,
        chance,
        seen.days_left,
        seen.missing,
        seen.campaigns,
        seen.ordinary_days,
        seen.recent_events,
        _fan(seen, target),
    )


def verdict_of(chance: float) -> Verdict:
    """Return what a chance before the end says."""
    return Verdict.ON_COURSE if chance >= LIKELY else Verdict.BEHIND if chance <= 1 - LIKELY else Verdict.UNCLEAR


def _chance(totals: FloatArray, target: Target) -> float:
    met = totals >= target.value if target.direction is Direction.AT_LEAST else totals <= target.value
    return float(met.mean())


def _state(seen: Outlook) -> State:
    if seen.as_of is None or seen.as_of < seen.period.start:
        return State.AHEAD
    return State.OVER if seen.as_of >= seen.period.end else State.RUNNING


def _verdict(seen: Outlook, chance: float | None, *, is_complete: bool) -> Verdict:
    if seen.as_of is None or (seen.days_left == 0 and not seen.known.any()):
        return Verdict.NO_DATA
    if chance is None:
        return Verdict.TOO_FEW
    if is_complete:
        return Verdict.REACHED if chance > 0 else Verdict.MISSED
    return verdict_of(chance)


def _pace(seen: Outlook, target: Target) -> float | None:
    if not seen.known.any():
        return None
    return target.value if seen.is_ratio else target.value * float(seen.shares[seen.known].sum())


def _fan(seen: Outlook, target: Target) -> Fan:
    """Return the lines; the actual one leaves missing days out, so it joins the fan only where none is missing."""
    days = seen.period.days
    nothing = np.full(days, np.nan)
    pace = np.full(days, target.value) if seen.is_ratio else target.value * np.cumsum(seen.shares)
    actual = _cumulated(seen.actual_numerator[None, :], seen.actual_exposure[None, :], seen)[0]
    actual = np.where(seen.known, actual, np.nan)
    if not seen.has_draws or seen.known.all():
        return Fan(actual, pace, nothing, nothing, nothing)
    lines = _cumulated(seen.numerator, seen.exposure, seen)
    first = int(np.flatnonzero(~seen.known)[0])
    with np.errstate(invalid="ignore"):
        low, median, high = (_percentile(lines[:, max(0, first - 1) :], share) for share in INTERVAL)
    lead = nothing[: max(0, first - 1)]
    return Fan(actual, pace, *(np.concatenate((lead, line)) for line in (low, median, high)))


def _cumulated(numerator: FloatArray, exposure: FloatArray, seen: Outlook) -> FloatArray:
    above = np.cumsum(np.nan_to_num(numerator), axis=1) * seen.metric.factor
    if not seen.is_ratio:
        return np.asarray(above)
    below = np.cumsum(np.nan_to_num(exposure), axis=1)
    return np.where(below > 0, above / np.where(below > 0, below, 1.0), np.nan)


def _percentile(lines: FloatArray, share: int) -> FloatArray:
    """Return a percentile a day; draws without exposure yet, which only first days have, count as the highest."""
    place = round(share / 100 * (len(lines) - 1))
    return np.asarray(np.partition(lines, place, axis=0)[place])
