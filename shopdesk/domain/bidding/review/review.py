"""复盘: a plan two weeks later, in one verdict: better, worse, or 还看不出来 with the orders that are still missing.

The verdict goes by profit where the margin is known, else by ROI, and takes the 80 % interval at its word: it is given
where no change lies outside. Of plans that change nothing about one in ten is then called better and one worse; every
other row shows its interval and is not judged, so that nobody finds a success by looking at ten of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, log
from statistics import NormalDist
from typing import Final

import numpy as np

from shopdesk.domain.bidding.forecast.model import Metric, Range
from shopdesk.domain.bidding.review.change import Change, ReviewMetric, change_of, gain_of, own_swing
from shopdesk.domain.bidding.review.days import DayRows, Pairs, paired
from shopdesk.domain.bidding.review.live import Live, LiveAnswer
from shopdesk.domain.bidding.review.targets import TargetAnswer, judge_target

SURE: Final = 0.9
"""Chance from which a plan is called better (or, of the other side, worse)."""
LEAST_DAYS: Final = 7
LEAST_ORDERS: Final = 5
"""Orders that the days before and those after must have."""
MOST_WINDOWS: Final = 6
MOST_TIMES: Final = 10.0
"""Who would have to wait for this many times the orders of the compared days is told that waiting is vain."""
_FORTNIGHT: Final = 14


class Verdict(StrEnum):
    """What may be said."""

    BETTER = "better"
    WORSE = "worse"
    CANNOT_TELL = "cannot_tell"
    TOO_EARLY = "too_early"  # too few days since
    TOO_FEW = "too_few"  # too few orders
    NO_BEFORE = "no_before"  # no report of the days before
    NO_REPORT = "no_report"  # no daily report of the plan


class Place(StrEnum):
    """Where what happened lies against what was promised."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Kept:
    """One promised metric and what happened, over the days that are known (sums in fen or counts; ratios as such)."""

    metric: Metric
    promised: Range
    happened: float
    place: Place


@dataclass(frozen=True, slots=True)
class Review:
    """One version's review.

    ``gain`` in fen over the compared days. ``orders_needed`` more orders would settle an effect as large as it looks
    (at least ``worth``), None where no number would: the plan swings as much by itself. ``days_needed`` at today's
    rate. ``false_alarms`` of ``windows`` earlier fortnights without a change would have been called one.
    ``left_out`` are campaign days.
    """

    verdict: Verdict
    taken_on: date
    pairs: Pairs
    judged_by: ReviewMetric = ReviewMetric.PROFIT
    changes: Mapping[ReviewMetric, Change] | None = None
    chance: float | None = None
    gain: Range | None = None
    kept: tuple[Kept, ...] = ()
    targets: tuple[TargetAnswer, ...] = ()
    live: LiveAnswer | None = None
    orders_needed: int | None = None
    days_needed: int | None = None
    windows: int = 0
    false_alarms: int = 0
    left_out: tuple[date, ...] = ()
    ready_on: date | None = None


def review(
    own: DayRows | None,
    controls: Sequence[DayRows],
    *,
    taken_on: date,
    mature_until: date,
    margin: float | None,
    promised: Mapping[Metric, Range],
    promised_days: int,
    targets: Mapping[ReviewMetric, float],
    other_changes: Sequence[date] = (),
    left_out: Sequence[date] = (),
    live: LiveAnswer | None = None,
    days: int = _FORTNIGHT,
) -> Review:
    """Return the review of a plan taken on a day.

    ``mature_until`` is the last day whose orders have come in, ``other_changes`` the days on which other versions of
    this plan were taken, ``left_out`` campaign days (taken in again where too few days were left).
    """
    ready = taken_on + timedelta(days=days)
    if own is None or not own.days:
        return Review(Verdict.NO_REPORT, taken_on, Pairs((), ()), ready_on=ready)
    until = min([mature_until, *(day - timedelta(days=1) for day in other_changes if day > taken_on)])
    pairs, dropped = _pairs(own, taken_on, until, left_out, days)
    if len(pairs) < LEAST_DAYS:
        is_known = any(taken_on - timedelta(days=21) <= day < taken_on for day in own.days)
        verdict = Verdict.TOO_EARLY if is_known else Verdict.NO_BEFORE
        return Review(verdict, taken_on, pairs, live=live, ready_on=ready, left_out=dropped)
    earlier = _earlier(own, taken_on, [taken_on, *other_changes], left_out)
    changes: dict[ReviewMetric, Change] = {
        metric: change_of(metric, own, controls, pairs, earlier=earlier)
        for metric in ReviewMetric
        if metric is not ReviewMetric.PROFIT
    }
    found = Review(Verdict.TOO_FEW, taken_on, pairs, changes=changes, live=live, left_out=dropped, ready_on=ready)
    found = replace(
        found,
        judged_by=ReviewMetric.PROFIT if margin is not None else ReviewMetric.ROI,
        kept=_kept(changes, promised, promised_days, len(pairs), margin),
        targets=tuple(judge_target(metric, target, changes) for metric, target in targets.items()),
    )
    orders = changes[ReviewMetric.ORDERS]
    if min(orders.before or 0.0, orders.after or 0.0) < LEAST_ORDERS:
        return found
    swings = own_swing(ReviewMetric.ROI, own, controls, earlier)
    found = replace(found, windows=len(swings), false_alarms=sum(change.is_clear for change in swings))
    return _judged(found, changes, margin, worth=targets.get(ReviewMetric.ROI, 0.08))


def with_live(found: Review, live: LiveAnswer | None) -> Review:
    """Return a review with what is known of the console: figures of a plan that isn't there are not its doing."""
    found = replace(found, live=live)
    is_absent = live is not None and live.live is Live.NOT_SEEN
    if is_absent and found.verdict in (Verdict.BETTER, Verdict.WORSE):
        return replace(found, verdict=Verdict.CANNOT_TELL)
    return found


def _pairs(
    own: DayRows, taken_on: date, until: date, left_out: Sequence[date], days: int
) -> tuple[Pairs, tuple[date, ...]]:
    """Return the pairs without campaign days; with them where hardly any were left."""
    some = paired(taken_on, own.days, until=until, left_out=left_out, days=days)
    every = paired(taken_on, own.days, until=until, days=days)
    if len(some) == len(every) or len(some) < LEAST_DAYS <= len(every):
        return every, ()
    return some, tuple(sorted(set(every.after + every.before) - set(some.after + some.before)))


def _earlier(own: DayRows, taken_on: date, changed: Sequence[date], left_out: Sequence[date]) -> list[Pairs]:
    """Return earlier fortnights, newest first, that no change of the plan lies in."""
    found = []
    for number in range(1, MOST_WINDOWS + 1):
        at = taken_on - timedelta(days=_FORTNIGHT * number + 1)
        first, last = at - timedelta(days=20), at + timedelta(days=_FORTNIGHT)
        if any(first <= day <= last for day in changed):
            continue
        pairs = paired(at, own.days, until=last, left_out=left_out)
        if len(pairs) >= LEAST_DAYS:
            found.append(pairs)
    return found


def _judged(found: Review, changes: Mapping[ReviewMetric, Change], margin: float | None, *, worth: float) -> Review:
    roi, cost = changes[ReviewMetric.ROI], changes[ReviewMetric.COST]
    gains = gain_of(cost, roi, margin=margin) if margin is not None else None
    if gains is not None:
        low, middle, high = (float(value) for value in np.quantile(gains, [0.1, 0.5, 0.9]))
        chance: float | None = float((gains > 0).mean())
        found = replace(found, gain=Range(low, middle, high))
    else:
        chance = roi.chance_above(0.0)
        found = replace(found, judged_by=ReviewMetric.ROI)
    if chance is None:
        return found
    verdict = Verdict.BETTER if chance >= SURE else Verdict.WORSE if chance <= 1 - SURE else Verdict.CANNOT_TELL
    found = replace(found, verdict=verdict, chance=chance)
    return _with_need(found, changes, worth) if verdict is Verdict.CANNOT_TELL else found


def _with_need(found: Review, changes: Mapping[ReviewMetric, Change], worth: float) -> Review:
    """Add how many orders are still missing until an effect as large as it looks would leave its interval."""
    roi, orders = changes[ReviewMetric.ROI], changes[ReviewMetric.ORDERS].after
    if roi.spread is None or not roi.noise or not orders:
        return found
    clear = abs(NormalDist().inv_cdf(min(max(found.chance or 0.5, 1e-6), 1 - 1e-6)))
    effect = max(clear * roi.spread, log(1 + abs(worth)))  # of ROI; profit is as clear
    allowed = (effect / roi.reach) ** 2 - (roi.spread**2 - roi.noise**2)
    if allowed <= 0:
        return found
    needed = max(1, ceil(orders * (roi.noise**2 / allowed - 1)))
    if needed > MOST_TIMES * orders:
        return found
    days = ceil(needed / (orders / len(found.pairs)))
    return replace(found, orders_needed=needed, days_needed=days)


def _kept(
    changes: Mapping[ReviewMetric, Change],
    promised: Mapping[Metric, Range],
    promised_days: int,
    days: int,
    margin: float | None,
) -> tuple[Kept, ...]:
    """Return promise and outcome of each promised metric; sums are promised for as many days as happened."""
    share = days / promised_days if promised_days else 1.0
    found = []
    for metric in Metric:
        happened = _happened(changes, metric, margin)
        one = promised.get(metric)
        if one is None or happened is None:
            continue
        shown = _scaled(one, share, is_ratio=metric in (Metric.CPC, Metric.ROI))
        place = Place.BELOW if happened < shown.low else Place.ABOVE if happened > shown.high else Place.INSIDE
        found.append(Kept(metric, shown, happened, place))
    return tuple(found)


def _scaled(one: Range, share: float, *, is_ratio: bool) -> Range:
    """Return a promise for a share of its days: chance weighs more in fewer days."""
    middle = one.median if is_ratio else share * one.median
    reach = share**-0.5 if is_ratio else share**0.5
    return Range(middle - reach * (one.median - one.low), middle, middle + reach * (one.high - one.median))


def _happened(changes: Mapping[ReviewMetric, Change], metric: Metric, margin: float | None) -> float | None:
    if metric is not Metric.PROFIT:
        return changes[ReviewMetric(metric.value)].after
    cost, revenue = changes[ReviewMetric.COST].after, changes[ReviewMetric.REVENUE].after
    return None if margin is None or cost is None or revenue is None else margin * revenue - cost
