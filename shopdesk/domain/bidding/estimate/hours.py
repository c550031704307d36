"""The value of a click by hour of the week: a periodic day, weekdays, and what is left of single hours."""

from __future__ import annotations

import numpy as np

from shopdesk.domain.bidding.estimate.belief import factors_of
from shopdesk.domain.bidding.estimate.cells import REGION_PRIOR, WEEK_PRIOR, shrunk
from shopdesk.domain.bidding.estimate.counts import Counts, counts_of
from shopdesk.domain.bidding.estimate.gate import gate_of
from shopdesk.domain.bidding.estimate.history import Cells, Floats
from shopdesk.domain.bidding.estimate.model import Dimension
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY

WEEK = DAYS * HOURS_PER_DAY


def hours_of(cells: Cells | None, *, exponent: float) -> tuple[Dimension | None, Dimension | None]:
    """Return the 168 hours of the week and the 24 of the day, None where no report tells clicks by hour."""
    if cells is None or len(cells) not in (HOURS_PER_DAY, WEEK):
        return None, None
    counts = counts_of(cells)
    if counts.clicks.sum() <= 0:
        return None, None
    hour = np.arange(len(counts.clicks)) % HOURS_PER_DAY
    by_day = counts.folded(hour, HOURS_PER_DAY)
    day = shrunk(by_day, by_day.clicks, prior=REGION_PRIOR, exponent=exponent)
    profile = Dimension(
        factors_of(by_day.names, day, orders=by_day.orders, expected=_expected(by_day)), gate_of(by_day)
    )
    week = day.at(np.tile(np.arange(HOURS_PER_DAY), DAYS))
    if len(cells) == HOURS_PER_DAY:
        of_day = profile.factors
        orders, expected = (np.tile(values / DAYS, DAYS) for values in (of_day.orders, of_day.expected))
        return Dimension(factors_of(_week_names(), week, orders=orders, expected=expected), profile.gate), profile
    weekday = np.repeat(np.arange(DAYS), HOURS_PER_DAY)
    by_weekday = counts.folded(weekday, DAYS)
    weight = np.bincount(weekday, weights=counts.clicks * week.mean, minlength=DAYS).astype(float)
    days = shrunk(by_weekday, weight, prior=WEEK_PRIOR, exponent=exponent)
    week = week.times(days.at(weekday))
    rest = shrunk(counts, counts.clicks * week.mean, prior=WEEK_PRIOR, exponent=exponent)
    week = week.times(rest).against(counts.clicks)
    factors = factors_of(_week_names(), week, orders=counts.orders, expected=_expected(counts))
    return Dimension(factors, gate_of(counts)), profile


def _expected(counts: Counts) -> Floats:
    total = counts.clicks.sum()
    return counts.clicks * (counts.orders.sum() / total) if total > 0 else np.zeros(counts.clicks.size)


def _week_names() -> tuple[str, ...]:
    return tuple(str(place) for place in range(WEEK))
