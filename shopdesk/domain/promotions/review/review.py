"""A campaign against the weeks before it: better, worse, or 还看不出来.

The verdict goes by the margin where costs tell it, else by what customers paid, and is given where no change lies
outside the 90 % interval, so that of campaigns that change nothing at most about one in ten is called anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.ladders.record import Figure
from shopdesk.domain.promotions.review.days import DaySums, Floats
from shopdesk.domain.promotions.review.effect import Mask, Measured, Ratio, measure
from shopdesk.domain.promotions.review.record import (
    LEAST_BEFORE,
    LEAST_DAYS,
    LEAST_ORDERS,
    SURE,
    CampaignReview,
    Effect,
    Place,
    Verdict,
)

MOST_BEFORE: Final = 28
_HISTORY: Final = 200
_INTERVAL: Final = 0.8
_KNOWN_VISITORS: Final = 0.8
"""Share of the days of both stretches whose visitors must be known before they count."""
_RATIOS: Final = frozenset({Row.ORDER_VALUE, Row.MARGIN_RATE})


@dataclass(frozen=True, slots=True)
class Foretold:
    """A figure that was foretold: before, and the change with its interval, over the orders of the forecast."""

    before: float
    change: Figure


@dataclass(frozen=True, slots=True)
class _Spans:
    before: Mask
    during: Mask
    history: Mask
    ready_on: date
    is_over: bool


def review_campaign(
    days: DaySums | None,
    *,
    start: date | None,
    end: date | None,
    foretold: Mapping[Row, Foretold] | None = None,
) -> CampaignReview:
    """Return the review of a campaign that ran from ``start`` to ``end`` (None: it runs still).

    The weeks before it, at most four, are what it is held against, with the weekdays that it has.
    """
    if start is None:
        return CampaignReview(Verdict.NO_PERIOD)
    if days is None or days.place(start) >= days.days:
        return CampaignReview(Verdict.NOT_STARTED, ready_on=start + timedelta(days=LEAST_DAYS))
    spans = _spans(days, start, end)
    ran, were = int(spans.during.sum()), int(spans.before.sum())
    found = CampaignReview(
        Verdict.CANNOT_TELL,
        period=_period(days, spans.during),
        before=_period(days, spans.before),
        clean=_longest_run(days, spans.before),
        days=ran,
        days_before=were,
        orders=int(days.orders[spans.during].sum()),
        orders_before=int(days.orders[spans.before].sum()),
        ready_on=spans.ready_on,
    )
    if were < LEAST_BEFORE:
        return replace(found, verdict=Verdict.NO_BEFORE)
    if not spans.is_over and ran < LEAST_DAYS:
        return replace(found, verdict=Verdict.TOO_EARLY)
    if min(found.orders, found.orders_before) < LEAST_ORDERS:
        return replace(found, verdict=Verdict.TOO_FEW)
    return _judged(days, spans, found, foretold or {})


def _spans(days: DaySums, start: date, end: date | None) -> _Spans:
    place = np.arange(days.days)
    first = days.place(start)
    last = days.days - 1 if end is None else min(days.place(end), days.days - 1)
    earlier = (place < first) & days.kept
    weeks = np.flatnonzero(earlier)[-MOST_BEFORE:]
    history = np.zeros(days.days, dtype=bool)
    history[np.flatnonzero(earlier)[-_HISTORY:]] = True
    before = np.zeros(days.days, dtype=bool)
    before[weeks] = True
    is_over = end is not None and days.place(end) < days.days
    ready = start + timedelta(days=LEAST_DAYS)
    return _Spans(before, (place >= first) & (place <= last), history, ready, is_over)


def _period(days: DaySums, mask: Mask) -> Period | None:
    at = np.flatnonzero(mask)
    return Period(days.day(int(at[0])), days.day(int(at[-1]))) if len(at) else None


def _longest_run(days: DaySums, mask: Mask) -> Period | None:
    at = np.flatnonzero(mask)
    if not len(at):
        return None
    runs = np.split(at, np.flatnonzero(np.diff(at) > 1) + 1)
    best = max(runs, key=len)
    return Period(days.day(int(best[0])), days.day(int(best[-1])))


def _judged(days: DaySums, spans: _Spans, found: CampaignReview, foretold: Mapping[Row, Foretold]) -> CampaignReview:
    by = _base(days, spans)
    measured: dict[Row, Measured] = {}
    sums: dict[Row, float] = {}
    for row, figure in _figures(days, by).items():
        one = measure(figure, spans.before, spans.during, spans.history, first_weekday=days.first.weekday())
        if one is not None:
            measured[row] = one
            sums[row] = 1.0 if row in _RATIOS else float(figure.x[spans.during].sum())
    judged = Row.MARGIN if Row.MARGIN in measured else Row.REVENUE
    if judged not in measured:
        return replace(found, verdict=Verdict.TOO_FEW)
    effects = {row: _effect(row, one, sums[row]) for row, one in measured.items()}
    effects = {row: _with_promise(one, foretold.get(row), effects, foretold) for row, one in effects.items()}
    one = measured[judged]
    low, high = one.span(2 * SURE - 1)
    verdict = Verdict.CANNOT_TELL
    if one.chance >= SURE:
        verdict = Verdict.BETTER
    elif one.chance <= 1 - SURE:
        verdict = Verdict.WORSE
    return replace(
        found,
        verdict=verdict,
        judged_by=judged,
        chance=one.chance,
        effects=effects,
        least_seen=(high - low) / 2 * sums[judged],
        windows=one.windows,
        traffic=_traffic(days, spans) if by is not None else None,
    )


def _base(days: DaySums, spans: _Spans) -> Floats | None:
    """Return visitors by day where they are known of both stretches; days that lack them get their stretch's mean."""
    filled = days.visitors.copy()
    for mask in (spans.before, spans.during):
        known = np.isfinite(filled[mask]) & (filled[mask] > 0)
        if not known.any() or known.mean() < _KNOWN_VISITORS:
            return None
    known = np.isfinite(filled) & (filled > 0)
    for mask in (spans.before, spans.during, ~(spans.before | spans.during)):
        if (mask & known).any():
            filled[mask & ~known] = filled[mask & known].mean()
    return None if not np.isfinite(filled).all() else filled


def _traffic(days: DaySums, spans: _Spans) -> float:
    """Return visitors a day of the campaign against those of the weeks before."""
    return float(np.nanmean(days.visitors[spans.during]) / np.nanmean(days.visitors[spans.before]))


def _figures(days: DaySums, by: Floats | None) -> dict[Row, Ratio]:
    base = np.ones(days.days) if by is None else by
    found = {
        Row.ORDERS: Ratio(days.orders, base),
        Row.REVENUE: Ratio(days.revenue, base),
        Row.OFF: Ratio(days.off, base),
        Row.ORDER_VALUE: Ratio(days.revenue, days.orders),
    }
    if days.margin is not None:
        found[Row.MARGIN] = Ratio(days.margin, base)
        found[Row.MARGIN_RATE] = Ratio(days.margin, days.income)
    return {row: found[row] for row in Row if row in found}


def _effect(row: Row, one: Measured, size: float) -> Effect:
    low, high = one.span(_INTERVAL)
    change = Figure(one.change * size, low * size, high * size)
    return Effect(row, one.during * size, one.before * size, change, one.chance)


def _with_promise(
    one: Effect, promise: Foretold | None, effects: Mapping[Row, Effect], foretold: Mapping[Row, Foretold]
) -> Effect:
    """Put what was foretold beside an effect, brought to as much business as the days before foresee for these days."""
    scale = _scale(one, promise, effects, foretold)
    if promise is None or scale is None:
        return one
    told = Figure(*(scale * value for value in (promise.change.median, promise.change.low, promise.change.high)))
    place = Place.INSIDE
    if one.change.high < told.low:
        place = Place.BELOW
    elif one.change.low > told.high:
        place = Place.ABOVE
    return replace(one, foretold=told, place=place)


def _scale(
    one: Effect, promise: Foretold | None, effects: Mapping[Row, Effect], foretold: Mapping[Row, Foretold]
) -> float | None:
    if promise is None:
        return None
    if one.row is Row.MARGIN_RATE:
        return 1.0
    by = one.row if one.row in (Row.ORDER_VALUE, Row.ORDERS) else Row.REVENUE
    if by not in effects or by not in foretold or foretold[by].before <= 0:
        return None
    return effects[by].expected / foretold[by].before
