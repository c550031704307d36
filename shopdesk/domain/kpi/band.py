"""The normal band of a figure: what a day of this weekday usually looks like, and whether a day is out of it.

For each day only the eight weeks before it count, campaign days left out: a weekday factor (medians of
the logarithm), the level of the last four weeks, and a robust spread that is never taken smaller than
the chance in the number of events behind the figure (1 / events) and 3 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.figures import daily_values
from shopdesk.domain.periods import Period
from shopdesk.domain.student import central_reach

WEEKS: Final = 8
WINDOW_DAYS: Final = 7 * WEEKS
LEVEL_DAYS: Final = 28
MIN_DAYS: Final = 28
"""Ordinary days that the eight weeks must hold."""
MIN_EVENTS: Final = 30
"""Expected events a day below which a single day says nothing (about 18 % of pure chance)."""
FLOOR: Final = 0.03
NOTABLE: Final = 0.15
"""A gap smaller than this share of the expected value is never called out of the ordinary."""
MAD_TO_SD: Final = 1.4826
FIT_LOSS: Final = float(np.sqrt(WINDOW_DAYS / (WINDOW_DAYS - 7)))
"""Seven weekday medians are fitted to the window, which makes its residuals too small by this factor."""


class State(StrEnum):
    """What the band says of one day."""

    NORMAL = "normal"
    ABOVE = "above"
    BELOW = "below"
    UNCLEAR = "unclear"  # a notable gap that chance could explain
    TOO_FEW = "too_few"  # too few events or days for a verdict
    CAMPAIGN = "campaign"  # a campaign day is shown, not judged
    UNKNOWN = "unknown"  # the day or what carries its chance is missing


@dataclass(frozen=True, slots=True)
class Band:
    """Expected value, 80 % and 95 % limits for each day of a period; NaN where no band can be given."""

    period: Period
    expected: FloatArray
    low95: FloatArray
    high95: FloatArray
    low80: FloatArray
    high80: FloatArray
    ordinary_days: NDArray[np.int64]
    expected_events: FloatArray


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the band says of a day, with the figures it says it from."""

    state: State
    day: date
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    ordinary_days: int = 0
    expected_events: float | None = None
    campaigns: tuple[str, ...] = ()
    days: int = 1  # how many days, up to ``day``, the verdict is of


def normal_band(facts: DailyFacts, metric: BoardMetric, period: Period, *, calendar: CampaignCalendar) -> Band:
    """Return the band of a metric over a period; the band of a day rests on earlier days only."""
    long = Period(period.start - timedelta(days=WINDOW_DAYS), period.end)
    values = daily_values(facts, metric, long)
    events = facts.window(metric.count, long)
    promoted = calendar.mask(long)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where((values > 0) & ~promoted, np.log(values), np.nan)
    calm_events = np.where(promoted, np.nan, events)
    windows = np.lib.stride_tricks.sliding_window_view(logs, WINDOW_DAYS)[: period.days]
    event_windows = np.lib.stride_tricks.sliding_window_view(calm_events, WINDOW_DAYS)[: period.days]
    # The day itself is seven days after the first column of its last week, so column 0 is its own weekday.
    weekly = windows.reshape(period.days, WEEKS, 7)
    by_weekday = _median(weekly, axis=1)
    factor = by_weekday - _mean(by_weekday)[:, None]
    calm = (weekly - factor[:, None, :]).reshape(period.days, WINDOW_DAYS)
    level = _median(calm[:, -LEVEL_DAYS:], axis=1)
    spread = MAD_TO_SD * FIT_LOSS * _median(np.abs(calm - _median(calm, axis=1)[:, None]), axis=1)
    same_weekday = event_windows.reshape(period.days, WEEKS, 7)[:, :, 0]
    expected_events = _median(same_weekday, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = np.where(expected_events > 0, 1 / expected_events, np.nan)
    sd = np.sqrt(np.fmax(spread**2, np.nan_to_num(chance) + FLOOR**2))
    ordinary = (~np.isnan(windows)).sum(axis=1)
    expected = np.where(ordinary >= MIN_DAYS, np.exp(level + factor[:, 0]), np.nan)
    wide = _reach(0.95, ordinary) * sd
    narrow = _reach(0.80, ordinary) * sd
    return Band(
        period,
        expected,
        expected * np.exp(-wide),
        expected * np.exp(wide),
        expected * np.exp(-narrow),
        expected * np.exp(narrow),
        ordinary,
        expected_events,
    )


def verdict(
    facts: DailyFacts, metric: BoardMetric, day: date, *, calendar: CampaignCalendar, band: Band | None = None
) -> Verdict:
    """Return what the band says of one day; ``band`` may be given where it is known already."""
    one = Period(day, day)
    within = band or normal_band(facts, metric, one, calendar=calendar)
    place = (day - within.period.start).days
    value = float(daily_values(facts, metric, one)[0])
    events = float(within.expected_events[place])
    campaigns = tuple(campaign.zh for campaign in calendar.on(day))
    found = Verdict(
        State.UNKNOWN,
        day,
        _known(within.expected[place]),
        _known(within.low95[place]),
        _known(within.high95[place]),
        int(within.ordinary_days[place]),
        _known(events),
        campaigns,
    )
    return Verdict(_state(found, value, within, place), *_tail(found))


def _tail(found: Verdict) -> tuple[date, float | None, float | None, float | None, int, float | None, tuple[str, ...]]:
    return (
        found.day,
        found.expected,
        found.low,
        found.high,
        found.ordinary_days,
        found.expected_events,
        found.campaigns,
    )


def _state(found: Verdict, value: float, band: Band, place: int) -> State:
    if np.isnan(value) or found.expected_events is None:
        return State.UNKNOWN
    if found.campaigns:
        return State.CAMPAIGN
    if found.expected is None or found.expected_events < MIN_EVENTS:
        return State.TOO_FEW
    notable = abs(value / found.expected - 1) >= NOTABLE
    if not notable:
        return State.NORMAL
    if value > band.high95[place]:
        return State.ABOVE
    if value < band.low95[place]:
        return State.BELOW
    inside = band.low80[place] <= value <= band.high80[place]
    return State.NORMAL if inside else State.UNCLEAR


def _known(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def _reach(share: float, days: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return half the width of a central interval in standard deviations, wider for few days."""
    freedom = np.maximum(days - 8, 3)
    known, places = np.unique(freedom, return_inverse=True)
    return np.array([central_reach(share, int(one)) for one in known])[places]


def _median(values: FloatArray, *, axis: int) -> FloatArray:
    """Median over an axis that skips NaN and is NaN (silently) where nothing is known."""
    ordered = np.sort(values, axis=axis)  # NaN go last
    count = (~np.isnan(values)).sum(axis=axis, keepdims=True)
    low = np.take_along_axis(ordered, np.maximum((count - 1) // 2, 0), axis=axis)
    high = np.take_along_axis(ordered, count // 2, axis=axis) if values.shape[axis] > 1 else low
    middle = np.where(count % 2 == 1, low, high)
    return np.asarray(((low + middle) / 2).squeeze(axis))


def _mean(values: FloatArray) -> FloatArray:
    known = ~np.isnan(values)
    count = known.sum(axis=1)
    total = np.where(known, values, 0.0).sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
