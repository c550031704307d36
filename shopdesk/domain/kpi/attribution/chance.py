"""How much of a change pure chance could make: counts vary, and a shop's days vary more than counts alone.

The spread of a factor is its variance an event, learnt from how it differed from the same weekday a week before
(quasi-likelihood dispersion, McCullagh & Nelder 1989, ch. 4.5), the largest tenth left out, never below what counts
imply. Days that resemble the day before are worth less than as many days apart, which widens longer periods.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.periods import Period
from shopdesk.domain.student import central_reach

HISTORY_DAYS: Final = 70
MIN_PAIRS: Final = 14
KEPT: Final = 0.9
KEPT_MEAN: Final = 0.6230
"""Mean of the smallest nine tenths of squared standard normal numbers."""
MOST_LIKENESS: Final = 0.9
COUNT_SPREAD: Final = 1.0  # a Poisson count
VALUE_SPREAD: Final = 0.25  # amounts of single orders that differ by half their mean
Z80: Final = 1.2816
Z95: Final = 1.9600
MIN_EVENTS: Final = 10
"""Events on the thinner side below which a change is only arithmetic."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Variance of the logarithm of a figure times its events; ``pairs`` of days it was learnt from (0: counts only).

    ``likeness`` is how much a day resembles the day before (autocorrelation, 0 to 1).
    """

    value: float
    least: float
    pairs: int
    likeness: float = 0.0

    def over(self, days: int) -> Spread:
        """Return the spread of a period: days that resemble their neighbours vary together."""
        rho = self.likeness
        together = sum((1 - lag / days) * rho**lag for lag in range(1, days)) if rho else 0.0
        return replace(self, value=max(self.least, self.value * (1 + 2 * together)))

    def of_shares(self, shares: FloatArray) -> FloatArray:
        """Return the spread of segments with shares of the events: what days add shrinks with them."""
        return np.asarray(self.least + (self.value - self.least) * np.clip(shares, 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Chance:
    """The standard deviation that chance gives an effect, in the unit of the effect."""

    sd: float

    def low80(self, effect: float) -> float:
        """Return the lower end of the 80 % interval."""
        return effect - Z80 * self.sd

    def high80(self, effect: float) -> float:
        """Return the upper end of the 80 % interval."""
        return effect + Z80 * self.sd

    def covers(self, effect: float) -> bool:
        """Return whether chance alone could make the effect (95 %)."""
        return abs(effect) <= Z95 * self.sd

    @classmethod
    def together(cls, parts: list[Chance]) -> Chance:
        """Return the chance in a sum of parts that vary on their own."""
        return cls(math.sqrt(math.fsum(part.sd**2 for part in parts)))


def spread(facts: DailyFacts, link: Link, *, until: date, calendar: CampaignCalendar) -> Spread:
    """Return the spread of a factor from the ten weeks before a day, campaign days left out.

    A factor without a count keeps the least spread: nothing says how much chance is in it.
    """
    least = (
        VALUE_SPREAD if link.is_value and link.denominator else COUNT_SPREAD + (VALUE_SPREAD if link.is_value else 0)
    )
    history = Period(until - timedelta(days=HISTORY_DAYS), until - timedelta(days=1))
    if not link.count:
        return Spread(least, least, 0)
    events = facts.window(link.count, history)
    above = facts.window(link.numerator, history)
    below = facts.window(link.denominator, history) if link.denominator else np.ones(above.size)
    usual = (events > 0) & (above > 0) & (below > 0) & ~calendar.mask(history)
    pairs = usual[7:] & usual[:-7]
    if int(pairs.sum()) < MIN_PAIRS:
        return Spread(least, least, 0)
    logs = np.log(np.where(usual, above, 1.0)) - np.log(np.where(usual, below, 1.0))
    with np.errstate(divide="ignore"):
        expected = 1 / np.where(usual, events, np.nan)
    steps = np.where(pairs, (logs[7:] - logs[:-7]) / np.sqrt(expected[7:] + expected[:-7]), np.nan)
    squares = np.sort(steps[pairs] ** 2)
    found = float(squares[: max(1, int(KEPT * squares.size))].mean()) / KEPT_MEAN
    widened = found * (central_reach(0.95, max(5, squares.size // 2)) / Z95) ** 2
    return Spread(max(least, widened), least, int(pairs.sum()), _likeness(steps))


def _likeness(steps: FloatArray) -> float:
    """Return the correlation of neighbouring days, NaN days left out; none below 0, none from a handful."""
    first, second = steps[:-1], steps[1:]
    both = ~np.isnan(first) & ~np.isnan(second)
    if int(both.sum()) < MIN_PAIRS:
        return 0.0
    top = first[both] * second[both]
    size = float(np.nanmean(steps**2))
    return float(min(MOST_LIKENESS, max(0.0, top.mean() / size))) if size > 0 else 0.0


def variance(value: float | None, *, events: float, spread: float, other: float | None) -> float:
    """Return the variance of a figure that rests on ``events``; a figure of nothing takes that of one event.

    ``other`` is the figure of the other period, which stands in where this one is unknown or 0.
    """
    numbers = [np.array([np.nan if one is None else one]) for one in (value, other)]
    return float(variances(numbers[0], events=np.array([events]), spreads=np.array([spread]), others=numbers[1])[0])


def variances(values: FloatArray, *, events: FloatArray, spreads: FloatArray, others: FloatArray) -> FloatArray:
    """Return the variance of many figures (NaN unknown), as ``variance`` does of one."""
    own, other = np.nan_to_num(values), np.nan_to_num(others)
    level = np.where(own != 0, own, other)
    return np.asarray(level**2 * spreads / np.maximum(1.0, np.nan_to_num(events)))
