"""The value of a click by hour of the week: a periodic day, weekdays, and what is left of single hours."""

from __future__ import annotations

from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.belief import factors_of
from shopdesk.domain.bidding.estimate.cells import WEEK_PRIOR, belief_of
from shopdesk.domain.bidding.estimate.counts import Counts, Places, counts_of
from shopdesk.domain.bidding.estimate.day import Exponent, Hint, day_belief, day_gate
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History
from shopdesk.domain.bidding.estimate.model import Dimension
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY

WEEK: Final = DAYS * HOURS_PER_DAY
SHOP_CONVERSION: Final = (0.5, 0.3)
"""How far the shop's own conversion by hour is taken to hold for clicks on ads, until their orders tell: mean, sd."""
SHOP_ORDERS: Final = (0.0, 0.3)
"""The same of the shop's orders by searches. Orders without visitors mostly tell when people are about, not when they
buy: they start at nothing and count as far as the orders of ads bear them out."""


def hours_of(history: History, *, exponent: Exponent) -> tuple[Dimension | None, Dimension | None]:
    """Return the 168 hours of the week and the 24 of the day, None where no report tells clicks by hour."""
    counts = _week_of(history.hours)
    if history.hours is None or counts is None:
        return None, None
    by_day = counts.folded(np.arange(len(history.hours)) % HOURS_PER_DAY, HOURS_PER_DAY)
    day = day_belief(by_day, exponent=exponent, hints=_hints(history, by_day))
    gate = day_gate(by_day, exponent=exponent[0])
    profile = Dimension(factors_of(by_day.names, day, orders=by_day.orders, expected=by_day.expected), gate)
    week = day.at(np.tile(np.arange(HOURS_PER_DAY), DAYS))
    names = tuple(str(place) for place in range(WEEK))
    if len(history.hours) == HOURS_PER_DAY:
        orders, expected = (np.tile(values / DAYS, DAYS) for values in (by_day.orders, by_day.expected))
        return Dimension(factors_of(names, week, orders=orders, expected=expected), gate), profile
    weekday: Places = np.repeat(np.arange(DAYS), HOURS_PER_DAY)
    weight = np.bincount(weekday, weights=counts.clicks * week.mean, minlength=DAYS).astype(float)
    days = belief_of(counts.folded(weekday, DAYS), weight, prior=WEEK_PRIOR, exponent=exponent)
    week = week.times(days.at(weekday))
    rest = belief_of(counts, counts.clicks * week.mean, prior=WEEK_PRIOR, exponent=exponent)
    week = week.times(rest).against(counts.clicks)
    factors = factors_of(names, week, orders=counts.orders, expected=counts.expected)
    return Dimension(factors, gate), profile


def _week_of(cells: Cells | None) -> Counts | None:
    if cells is None or len(cells) not in (HOURS_PER_DAY, WEEK):
        return None
    counts = counts_of(cells)
    return counts if counts.clicks.sum() > 0 else None


def _hints(history: History, by_day: Counts) -> list[Hint]:
    """Return what the shop's own reports say of the day; visitors with buyers make its orders alone superfluous."""
    shop = _week_of(history.shop_hours)
    if shop is not None and shop.orders.sum() > 0:
        return [_hint(shop, SHOP_CONVERSION)]
    cells = history.order_hours
    if cells is None or len(cells) not in (HOURS_PER_DAY, WEEK) or history.hours is None:
        return []
    about = _folded(np.nan_to_num(history.hours.impressions))
    about = about if about.sum() > 0 else by_day.clicks
    orders = np.where(about > 0, _folded(np.nan_to_num(cells.orders)), 0.0)
    if orders.sum() <= 0:
        return []
    nothing = np.full(HOURS_PER_DAY, np.nan)
    return [_hint(Counts(by_day.names, about, nothing, orders, nothing, nothing, has_orders=True), SHOP_ORDERS)]


def _hint(counts: Counts, believed: tuple[float, float]) -> Hint:
    folded = counts.folded(np.arange(counts.clicks.size) % HOURS_PER_DAY, HOURS_PER_DAY)
    return Hint(np.log(day_belief(folded, exponent=(0.0, 1.0)).mean), *believed)


def _folded(values: Floats) -> Floats:
    return np.asarray(np.maximum(values, 0.0).reshape(-1, HOURS_PER_DAY).sum(axis=0), dtype=float)
