"""All that the alerts panel says: alerts, too little data, new levels, and how often the rules cry wolf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import numpy as np

from shopdesk.app.kpi.alert_rules import rules_of
from shopdesk.app.kpi.board import Board, SourceFiles
from shopdesk.app.kpi.own_days import calendar_of
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.app.kpi.watching import ShownAlert, recent_alerts
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.alerts.alarms import PERCENT, AlertRule, alarm_days
from shopdesk.domain.kpi.alerts.judging import judged
from shopdesk.domain.kpi.alerts.verdicts import State, Verdict
from shopdesk.domain.kpi.alerts.watch import Watch, Watches
from shopdesk.domain.kpi.alerts.worth import AlarmRate, alarm_rate
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, PartSource

LEVEL_DAYS: Final = 28
"""New levels are told of for so long."""


@dataclass(frozen=True, slots=True)
class TooFew:
    """A metric that can't be judged, with the verdict that says why."""

    metric: BoardMetric
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class NewLevel:
    """A metric that is held against a new level since a day: what was expected before and after."""

    metric: BoardMetric
    since: date
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Ended:
    """Metrics without any figure after a day although others go on: nothing was checked since."""

    metrics: tuple[BoardMetric, ...]
    last: date


@dataclass(frozen=True, slots=True)
class Rates:
    """Alarm days a month of the band's rule and of ±percent on the week before, added over the metrics watched."""

    band: AlarmRate
    plain: AlarmRate
    metrics: int
    percent: float


@dataclass(frozen=True, slots=True)
class AlertBoard:
    """The panel's content. ``last`` is the last day with figures, None without any; alerts are numbered from 1.

    ``sources`` are the reports behind each metric that is watched, ``files`` those behind each table.
    """

    alerts: tuple[ShownAlert, ...] = ()
    too_few: tuple[TooFew, ...] = ()
    levels: tuple[NewLevel, ...] = ()
    rates: Rates | None = None
    last: date | None = None
    sources: Mapping[str, tuple[PartSource, ...]] = field(default_factory=dict)
    files: Mapping[str, SourceFiles] = field(default_factory=dict)
    ended: tuple[Ended, ...] = ()

    def waiting(self, today: date) -> tuple[ShownAlert, ...]:
        """Return the open alerts that nobody has dealt with."""
        return tuple(one for one in self.alerts if one.is_waiting(today))


def alert_board(workspace: Workspace, board: Board, watches: Watches) -> AlertBoard:
    """Return what the panel shows of the metrics that a rule is on for."""
    facts = board.facts
    metrics, rules = metrics_of(workspace), rules_of(workspace)
    watched = [
        (metrics[name], watch, rules[name])
        for name, watch in watches.by_metric.items()
        if name in metrics and rules[name].is_on and watch.last_known is not None
    ]
    last = max((watch.day(watch.last_known or 0) for _, watch, _ in watched), default=None)
    alerts = recent_alerts(workspace, watches)
    odd = {one.metric.name for one in alerts if one.alert.is_open}
    return AlertBoard(
        alerts,
        tuple(_too_few(workspace, facts, watched, last)) if last is not None else (),
        tuple(_levels(((m, w) for m, w, _ in watched if m.name not in odd), last)) if last is not None else (),
        _rates([(watch, rule) for _, watch, rule in watched]),
        last,
        {name: facts.sources_of(metrics[name].parts) for name in watches.by_metric if name in metrics},
        board.files,
        _ended(watched, last),
    )


def _ended(watched: Iterable[tuple[BoardMetric, Watch, AlertRule]], last: date | None) -> tuple[Ended, ...]:
    """Return the metrics that end before the newest day, by the day that they end with, the newest first."""
    by_day: dict[date, list[BoardMetric]] = {}
    for metric, watch, _ in watched:
        day = watch.day(watch.last_known or 0)
        if day != last:
            by_day.setdefault(day, []).append(metric)
    return tuple(Ended(tuple(metrics), day) for day, metrics in sorted(by_day.items(), reverse=True))


def _too_few(
    workspace: Workspace, facts: DailyFacts, watched: Iterable[tuple[BoardMetric, Watch, AlertRule]], last: date
) -> Iterable[TooFew]:
    calendar = calendar_of(workspace)
    for metric, watch, rule in watched:
        found = judged(facts, metric, watch, last, calendar=calendar, rule=rule)
        if found.state is State.TOO_FEW:
            yield TooFew(metric, found)


def _levels(watched: Iterable[tuple[BoardMetric, Watch]], last: date) -> Iterable[NewLevel]:
    for metric, watch in watched:
        places = np.flatnonzero(watch.rebased)
        if not places.size or (last - watch.day(int(places[-1]))).days > LEVEL_DAYS:
            continue
        place = int(places[-1])
        after = place + 1
        begun = max(0, place - int(max(watch.reach_days[place], 1)) + 1)
        if after < watch.length and np.isfinite(watch.expected[[begun, after]]).all():
            yield NewLevel(metric, watch.day(begun), float(watch.expected[begun]), float(watch.expected[after]))


def _rates(watched: list[tuple[Watch, AlertRule]]) -> Rates | None:
    pairs = []
    for watch, rule in watched:
        both = [alarm_rate(watch, alarm_days(watch, replace(rule, is_plain=plain))) for plain in (False, True)]
        if both[0] is not None and both[1] is not None:
            pairs.append((both[0], both[1]))
    if not pairs:
        return None
    percents = [rule.percent for _, rule in watched]
    return Rates(
        _added(band for band, _ in pairs),
        _added(plain for _, plain in pairs),
        len(pairs),
        max(set(percents), key=percents.count) if percents else PERCENT,
    )


def _added(rates: Iterable[AlarmRate]) -> AlarmRate:
    known = list(rates)
    return AlarmRate(
        sum(one.alarm_days for one in known), sum(one.within_band for one in known), max(one.days for one in known)
    )
