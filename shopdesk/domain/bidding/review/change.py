"""What changed and how sure that is: the days after against those before, less what the rest of the shop did too.

Per metric the logarithm of after by before. Its noise comes from the pairs of days themselves (a sandwich of their
residuals: uneven days, orders that come in bunches and prices that differ are all in it), never less than what counts
must scatter: ``(1 + cv²)(1/orders after + 1/orders before)``. The season is unknown with a prior; each control (other
plans, the rest of the shop) is a noisy look at it, so that a small control moves little. A plan also drifts by itself:
how much is learnt from the fortnights before, beside a prior worth a few of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import erfc, exp, log, sqrt
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.review.days import DayRows, Pairs
from shopdesk.domain.student import central_reach

INTERVAL: Final = 0.8
VALUE_CV: Final = 0.6
"""Of what an order is worth; the pairs of days say more where it is more."""
PRICE_CV: Final = 0.5
_PRIOR_WINDOWS: Final = 4.0
_LEAST_DRIFT: Final = 1 / 3


class ReviewMetric(StrEnum):
    """The rows of a review, in their order on the screen."""

    PROFIT = "profit"
    ROI = "roi"
    REVENUE = "revenue"
    ORDERS = "orders"
    COST = "cost"
    CLICKS = "clicks"
    CPC = "cpc"
    CTR = "ctr"
    CVR = "cvr"
    IMPRESSIONS = "impressions"


@dataclass(frozen=True, slots=True)
class _Made:
    """How a metric is made from sums, how far it may swing with the season and drift by itself (logarithms)."""

    above: str
    below: str | None
    season: float
    drift: float


_MADE: Final = {
    ReviewMetric.COST: _Made("cost", None, 0.10, 0.05),
    ReviewMetric.IMPRESSIONS: _Made("impressions", None, 0.10, 0.06),
    ReviewMetric.CLICKS: _Made("clicks", None, 0.10, 0.06),
    ReviewMetric.CPC: _Made("cost", "clicks", 0.04, 0.03),
    ReviewMetric.CTR: _Made("clicks", "impressions", 0.05, 0.03),
    ReviewMetric.CVR: _Made("orders", "clicks", 0.06, 0.03),
    ReviewMetric.ORDERS: _Made("orders", None, 0.10, 0.06),
    ReviewMetric.REVENUE: _Made("revenue", None, 0.10, 0.06),
    ReviewMetric.ROI: _Made("revenue", "cost", 0.06, 0.03),
}
"""Seasons and drifts are general knowledge until a shop's own fortnights say more."""


@dataclass(frozen=True, slots=True)
class Change:
    """One metric: before and after (sums of the paired days, or ratios; money in fen), and what is the plan's doing.

    ``expected`` is what would have been without the change. ``effect`` is relative (0.1: 10 % more) with its 80 %
    interval; ``log_effect`` and ``spread`` are what it is made of, ``noise`` the part of ``spread`` that more days or
    orders make smaller. None where it can't be told. ``controls`` names what told of the season.
    """

    metric: ReviewMetric
    before: float | None
    after: float | None
    expected: float | None = None
    effect: Range | None = None
    log_effect: float | None = None
    spread: float | None = None
    noise: float | None = None
    reach: float = 1.2816
    controls: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether no change lies outside the interval."""
        return self.effect is not None and not self.effect.low <= 0 <= self.effect.high

    def chance_above(self, relative: float) -> float | None:
        """Return how likely the true effect is above a relative one, None where it can't be told."""
        if self.log_effect is None or not self.spread:
            return None
        return 0.5 * erfc((log(1 + relative) - self.log_effect) / (self.spread * sqrt(2)))


@dataclass(frozen=True, slots=True)
class _Seen:
    """The logarithm of after by before, and its variance by noise."""

    log_change: float
    variance: float


def change_of(
    metric: ReviewMetric,
    own: DayRows,
    controls: Sequence[DayRows],
    pairs: Pairs,
    *,
    earlier: Sequence[Pairs] = (),
) -> Change:
    """Return what became of a metric; ``earlier`` are pairs of fortnights in which nothing was changed."""
    made = _MADE[metric]
    before, after = (_value(own, made, days) for days in (pairs.before, pairs.after))
    seen = _seen(own, made, pairs)
    if seen is None or before is None or after is None:
        return Change(metric, before, after)
    drift = _drift(made, own, controls, earlier)
    season, left, names = _season(made, controls, pairs, drift)
    effect = seen.log_change - season
    spread = sqrt(seen.variance + drift + left)
    reach = central_reach(INTERVAL, max(len(pairs) - 1, 1))
    ends = Range(*(exp(effect + side * reach * spread) - 1 for side in (-1, 0, 1)))
    return Change(metric, before, after, before * exp(season), ends, effect, spread, sqrt(seen.variance), reach, names)


def own_swing(
    metric: ReviewMetric, own: DayRows, controls: Sequence[DayRows], earlier: Sequence[Pairs]
) -> list[Change]:
    """Return what would have been said of earlier fortnights, in which nothing was changed."""
    found = []
    for place, pairs in enumerate(earlier):
        others = [one for at, one in enumerate(earlier) if at != place]
        found.append(change_of(metric, own, controls, pairs, earlier=others))
    return [change for change in found if change.effect is not None]


def _value(rows: DayRows, made: _Made, days: Sequence[date]) -> float | None:
    above = rows.at(made.above, days)
    below = rows.at(made.below, days) if made.below is not None else None
    if above is None or not len(days) or (made.below is not None and below is None):
        return None
    if below is None:
        return float(above.sum())
    return float(above.sum() / below.sum()) if below.sum() > 0 else None


def _seen(rows: DayRows, made: _Made, pairs: Pairs) -> _Seen | None:
    """Return the change with its noise, None where a side has nothing or fewer than three pairs are known."""
    count = len(pairs)
    if count < 3:
        return None
    total, residual = 0.0, np.zeros(count)
    for sign, days in ((1, pairs.after), (-1, pairs.before)):
        for name, side in ((made.above, 1), (made.below, -1)):
            if name is None:
                continue
            column = rows.at(name, days)
            if column is None or column.sum() <= 0:
                return None
            total += sign * side * log(float(column.sum()))
            residual += sign * side * column / column.sum()
    return _Seen(total, max(float((residual**2).sum()) * count / (count - 1), _floor(rows, made, pairs)))


def _floor(rows: DayRows, made: _Made, pairs: Pairs) -> float:
    """Return the variance that counting alone makes."""
    if made.above in ("orders", "revenue"):
        counts, factor = _both(rows, "orders", pairs), 1.0 if made.above == "orders" else 1 + VALUE_CV**2
        counts = counts or _both(rows, "clicks", pairs)
    else:
        counts = _both(rows, "clicks", pairs)
        factor = PRICE_CV**2 if made.below == "clicks" else 1.0
    return factor * sum(1 / max(count, 1.0) for count in counts)


def _both(rows: DayRows, name: str, pairs: Pairs) -> tuple[float, ...]:
    columns = [rows.at(name, days) for days in (pairs.before, pairs.after)]
    return tuple(float(column.sum()) for column in columns if column is not None)


def _season(
    made: _Made, controls: Sequence[DayRows], pairs: Pairs, drift: float
) -> tuple[float, float, tuple[str, ...]]:
    """Return what the season did (logarithm), the variance that is left of it, and the controls that told."""
    precision, weighted, names = 1 / made.season**2, 0.0, []
    for control in controls:
        if not set(pairs.after + pairs.before) <= set(control.days):
            continue
        seen = _seen(control, made, pairs)
        if seen is not None:
            weight = 1 / (seen.variance + max(drift, made.drift**2))
            precision += weight
            weighted += weight * seen.log_change
            names.append(control.name)
    return weighted / precision, 1 / precision, tuple(names)


def _drift(made: _Made, own: DayRows, controls: Sequence[DayRows], earlier: Sequence[Pairs]) -> float:
    """Return the variance of what the metric does by itself from fortnight to fortnight, beyond noise and season."""
    total, count = _PRIOR_WINDOWS * made.drift**2, _PRIOR_WINDOWS
    for pairs in earlier:
        seen = _seen(own, made, pairs)
        if seen is not None:
            season, left, _ = _season(made, controls, pairs, made.drift**2)
            total += (seen.log_change - season) ** 2 - seen.variance - left
            count += 1
    return max(total / count, (_LEAST_DRIFT * made.drift) ** 2)


def gain_of(cost: Change, roi: Change, *, margin: float, draws: int = 4_000) -> Floats | None:
    """Return draws of the contribution gained over the paired days, fen: what came less what would have come.

    ``C(m·ROI - 1)`` after, less the same with the cost and ROI that would have been; None where either can't be told.
    """
    if cost.log_effect is None or roi.log_effect is None or cost.after is None or roi.after is None:
        return None
    draw = np.random.default_rng(1).standard_normal((2, draws))
    tail = roi.reach / 1.2816  # few pairs: wider, as Student's t
    moved_cost = cost.log_effect + tail * (cost.spread or 0.0) * draw[0]
    moved_roi = roi.log_effect + tail * (roi.spread or 0.0) * draw[1]
    without = cost.after * np.exp(-moved_cost) * (margin * roi.after * np.exp(-moved_roi) - 1)
    return np.asarray(cost.after * (margin * roi.after - 1) - without)
