"""Alerts: runs of days that stand out from a metric's own band, past the user's percent and with enough behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alerts.stream import BoolArray, FloatArray, IntArray
from shopdesk.domain.kpi.alerts.watch import MIN_EVENTS, Watch
from shopdesk.domain.student import central_reach

PERCENT: Final = 0.15
LASTING_DAYS: Final = 5
"""Evidence over so many days or more speaks of a slow change rather than of single days."""
CAMPAIGN_SHARE: Final = 0.99
"""A campaign day stands out from earlier ones of its name when beyond this share of them."""
_CHANCES: Final = (
    (-30.0, 0.01), (3.0, 0.10), (4.75, 0.24), (5.25, 0.45), (5.75, 0.70), (6.5, 0.80), (7.5, 0.93), (9.0, 0.96),
    (12.0, 0.99),
)  # fmt: skip
"""Most evidence of a run of alarm days, and the share of such runs that belonged to an event in synthetic shops."""


@dataclass(frozen=True, slots=True)
class AlertRule:
    """When a metric raises an alert. ``percent`` as a fraction; ``is_plain`` is ±percent on a week before, no band."""

    percent: float = PERCENT
    up: bool = True
    down: bool = True
    is_on: bool = True
    two_days: bool = False
    is_plain: bool = False


DEFAULT_RULE: Final = AlertRule()


@dataclass(frozen=True, slots=True)
class Alert:
    """One run of alarm days. ``first`` never changes as days go by; ``since`` is where its evidence begins.

    ``gap`` share by which the last day differs from ``expected``; ``chance`` that it is no chance, None under the plain
    rule; ``is_lasting`` where a slow or lasting change is meant, ``is_new_level`` once later days are held against the
    new level, ``is_campaign`` where a campaign is held against earlier ones of its name.
    """

    metric: str
    first: date
    last: date
    since: date
    direction: int
    days: int
    value: float
    expected: float
    gap: float
    chance: float | None
    is_open: bool
    is_lasting: bool = False
    is_new_level: bool = False
    is_campaign: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What marks of the user hang on."""
        return self.metric, self.first.isoformat(), "up" if self.direction > 0 else "down"


def alarm_days(watch: Watch, rule: AlertRule = DEFAULT_RULE) -> IntArray:
    """Return −1, 0 or 1 for each day."""
    if not rule.is_on:
        return np.zeros(watch.length, dtype=np.int64)
    days = _plain_days(watch, rule.percent) if rule.is_plain else _band_days(watch, rule.percent)
    days = np.where((days > 0) & rule.up | (days < 0) & rule.down, days, 0)
    return np.where(_repeated(watch, days), days, 0) if rule.two_days else days


def _band_days(watch: Watch, percent: float) -> IntArray:
    enough = watch.reach_events >= MIN_EVENTS
    notable = _notable(watch.reach, percent)
    days = np.where(enough & notable & ~watch.promoted, watch.flags, 0)
    return np.where(watch.promoted, campaign_days(watch, percent), days)


def campaign_days(watch: Watch, percent: float) -> IntArray:
    """Return −1 or 1 for campaign days that stand out from at least three earlier ones of the same name."""
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = np.log(watch.values / watch.expected) - watch.lift
    runs = np.maximum(watch.lift_runs - 1, 1)
    reach = np.array([central_reach(CAMPAIGN_SHARE, int(one)) for one in range(1, int(runs.max(initial=1)) + 1)])[
        runs - 1
    ]
    spread = np.sqrt(watch.lift_sd**2 + watch.spread() ** 2)
    far = (np.abs(gap) > reach * spread) & _notable(gap, percent) & (watch.events >= MIN_EVENTS)
    return np.where(far, np.sign(np.nan_to_num(gap)), 0).astype(np.int64)


def _notable(gap: FloatArray, percent: float) -> BoolArray:
    return np.asarray(np.abs(np.expm1(gap)) >= percent)


def _plain_days(watch: Watch, percent: float) -> IntArray:
    days = np.zeros(watch.length, dtype=np.int64)
    with np.errstate(divide="ignore", invalid="ignore"):
        change = watch.values[7:] / watch.values[:-7] - 1
    far = np.isfinite(change) & (np.abs(change) >= percent)
    days[7:] = np.where(far, np.sign(np.nan_to_num(change)), 0).astype(np.int64)
    return days


def _repeated(watch: Watch, days: IntArray) -> BoolArray:
    """Return where the known day before was an alarm of the same direction."""
    known = np.flatnonzero(np.isfinite(watch.values))
    again = np.zeros(days.size, dtype=bool)
    again[known[1:]] = days[known[1:]] == days[known[:-1]]
    return again


def alerts_of(watch: Watch, rule: AlertRule = DEFAULT_RULE) -> tuple[Alert, ...]:
    """Return all alerts of a metric, oldest first."""
    days = alarm_days(watch, rule)
    return tuple(_alert(watch, rule, run, int(days[run[0]])) for run in _runs(watch, days))


def _runs(watch: Watch, days: IntArray) -> Iterator[list[int]]:
    """Yield runs of alarm days of one direction; days without a value don't end a run, a new level does."""
    run: list[int] = []
    for place in np.flatnonzero(np.isfinite(watch.values)).tolist():
        goes_on = bool(run) and days[place] == days[run[-1]] and not watch.rebased[run[-1]]
        if run and not goes_on:
            yield run
            run = []
        if days[place]:
            run.append(place)
    if run:
        yield run


def _alert(watch: Watch, rule: AlertRule, run: list[int], direction: int) -> Alert:
    first, last = run[0], run[-1]
    reach_days = 1 if rule.is_plain or watch.promoted[first] else int(watch.reach_days[first])
    gap, expected = _last_gap(watch, rule, last)
    best = run[int(np.argmax(watch.weight[run]))]
    is_campaign = bool(watch.promoted[last]) and not rule.is_plain
    return Alert(
        watch.name,
        watch.day(first),
        watch.day(last),
        watch.day(first) - timedelta(days=reach_days - 1),
        direction,
        len(run),
        float(watch.values[last]),
        expected,
        gap,
        None if rule.is_plain else CAMPAIGN_SHARE if is_campaign else chance_of(float(watch.weight[best])),
        last == watch.last_known,
        not rule.is_plain and not is_campaign and int(watch.reach_days[best]) >= LASTING_DAYS,
        bool(watch.rebased[run].any()) and not rule.is_plain,
        is_campaign,
    )


def _last_gap(watch: Watch, rule: AlertRule, last: int) -> tuple[float, float]:
    """Return by which share the last day differs from what it is held against, and that value."""
    value = float(watch.values[last])
    if rule.is_plain:
        expected = float(watch.values[last - 7])
    elif watch.promoted[last]:
        expected = float(watch.expected[last] * np.exp(watch.lift[last]))
    else:
        expected = value / float(np.exp(watch.reach[last]))
    return (value / expected - 1 if expected > 0 else float(np.sign(value))), expected


def chance_of(weight: float) -> float:
    """Return how surely a run of this most weight belongs to something real, as measured on synthetic shops."""
    weights, shares = zip(*_CHANCES, strict=True)
    return float(np.interp(weight, weights, shares))
