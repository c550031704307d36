"""What an alert has meant in yuan so far: money against what was to be expected, with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alerts.alarms import Alert
from shopdesk.domain.kpi.alerts.stream import FloatArray, IntArray
from shopdesk.domain.kpi.alerts.watch import Watch, Watches
from shopdesk.domain.kpi.catalogue import FEN_PARTS, BoardMetric
from shopdesk.domain.student import central_reach

SALES: Final = "pay_amount"
FACTORS: Final = frozenset({"visitors", "pay_cvr", "aov", "pay_buyers", "pay_orders", "order_value", "uv_value"})
"""Metrics that sales follow in proportion, the others as they were."""
SHARE: Final = 0.80


@dataclass(frozen=True, slots=True)
class Worth:
    """Yuan more (or, negative, less) than expected over the days of an alert, with the 80 % interval.

    ``is_sales`` where a factor's gap was turned into sales with the other factors as expected.
    """

    amount: float
    low: float
    high: float
    is_sales: bool


def worth_of(alert: Alert, metric: BoardMetric, watches: Watches) -> Worth | None:
    """Return what the alert has meant so far, None where the metric moves no money or it can't be told."""
    watch, is_money = watches.of(alert.metric), _is_money(metric)
    sales = watches.of(SALES)
    if watch is None or not (is_money or (metric.name in FACTORS and sales is not None)):
        return None
    first, last = watch.place(alert.since), watch.place(alert.last)
    if first is None or last is None:
        return None
    days = np.arange(first, last + 1)
    # what was to be expected before the alert's days began: later ones may have followed a slow change
    reached = float(watch.expected[last]) or 1.0
    share = alert.expected / reached if reached > 0 and np.isfinite(reached) and not alert.is_campaign else 1.0
    expected = watch.expected[days] * np.where(watch.promoted[days], np.exp(np.nan_to_num(watch.lift[days])), 1.0)
    expected = expected * np.linspace(1.0, share, days.size)
    known = np.isfinite(expected) & np.isfinite(watch.values[days]) & (expected > 0)
    if is_money:
        return _worth(watch, days[known], expected[known], watch.values[days][known] - expected[known], is_sales=False)
    base = sales.expected[days] if sales is not None else expected
    known &= np.isfinite(base)
    ratio = watch.values[days][known] / expected[known] - 1
    return _worth(watch, days[known], base[known], ratio * base[known], is_sales=True)


def _is_money(metric: BoardMetric) -> bool:
    return not metric.denominator and not metric.formula and metric.numerator in FEN_PARTS


def _worth(watch: Watch, days: IntArray, base: FloatArray, gaps: FloatArray, *, is_sales: bool) -> Worth | None:
    """Sum the gaps; days share the error of the level and have their own chance each."""
    if not days.size:
        return None
    shared = float((base * watch.level_sd[days]).sum())
    own = float(np.sqrt(((base * watch.day_sd[days]) ** 2).sum()))
    freedom = max(3, round(float(watch.freedom[days[-1]])))
    reach = central_reach(SHARE, freedom) * float(np.hypot(shared, own))
    amount = float(gaps.sum())
    return Worth(amount, amount - reach, amount + reach, is_sales)


@dataclass(frozen=True, slots=True)
class AlarmRate:
    """How often a rule would have raised an alarm on this shop's own days, a month.

    ``within_band`` are alarm days without evidence whose value lay within the metric's own 95 % band: false alarms as
    far as that can be told. ``days`` is how many days it was tried on.
    """

    alarm_days: float
    within_band: float
    days: int


def alarm_rate(watch: Watch, alarms: IntArray, *, last_days: int = 365) -> AlarmRate | None:
    """Return the rate over the last year of judged ordinary days, None without thirty of them."""
    low, high = watch.limits(0.95)
    judged = np.isfinite(watch.expected) & np.isfinite(watch.values) & ~watch.promoted
    judged[: max(0, watch.length - last_days)] = False
    days = int(judged.sum())
    if days < 30:
        return None
    raised = judged & (alarms != 0)
    within = raised & (watch.values >= low) & (watch.values <= high) & (watch.flags == 0)
    return AlarmRate(int(raised.sum()) * 30 / days, int(within.sum()) * 30 / days, days)
