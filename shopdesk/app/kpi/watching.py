"""The check after every import: watches over all metrics, kept with the shop, and the alerts that are open."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.alert_marks import AlertMark, mark_of
from shopdesk.app.kpi.alert_rules import rules_of
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.kept_board import board_key
from shopdesk.app.kpi.own_days import calendar_of
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.app.ports import WorkspaceError
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.alerts.alarms import DEFAULT_RULE, Alert, alerts_of
from shopdesk.domain.kpi.alerts.watch import NO_WATCHES, Watches
from shopdesk.domain.kpi.alerts.worth import Worth, worth_of
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    from shopdesk.domain.kpi.catalogue import BoardMetric
    from shopdesk.domain.kpi.daily import DailyFacts

SETTING: Final = "kept_watches"
RULES: Final = 1
"""Raised whenever watches come out differently from the same figures within one program version."""
RECENT_DAYS: Final = 14
"""Alerts that ended longer before the last day are history."""
MOST_EARLIER: Final = 9
"""So many alerts of its history a metric shows at most."""
STRAY_GAP_DAYS: Final = 2 * 366
STRAY_DAYS: Final = 28
"""Fewer days that come so long after all others are slips in a date; they could not be judged anyway."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FoundWatches:
    """Watches and what they rest on; ``is_kept`` where they came out of the shop ready-made."""

    watches: Watches
    key: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class ShownAlert:
    """An alert with all that is said of it: its metric, what it meant in yuan, and the user's mark."""

    alert: Alert
    metric: BoardMetric
    worth: Worth | None
    mark: AlertMark

    def is_waiting(self, today: date) -> bool:
        """Return whether it is open and nobody has dealt with it."""
        return self.alert.is_open and self.mark.is_waiting(today)


def find_watches(workspace: Workspace, board: Board, context: JobContext) -> FoundWatches:
    """Return the kept watches where they still count, else compute them; a job's work, which never writes."""
    key = watches_key(workspace)
    kept = _kept(workspace, board, key)
    if kept is not None:
        return FoundWatches(kept, key, is_kept=True)
    from shopdesk.domain.kpi.alerts.watch_shop import watch_shop

    context.check()
    found = watch_shop(_watched(board), metrics_of(workspace).values(), calendar=calendar_of(workspace))
    return FoundWatches(found, key, is_kept=False)


def _watched(board: Board) -> DailyFacts:
    """Return the days that are watched: a slip in one year must not make a check of decades that never ends."""
    return board.facts.without_strays(gap_days=STRAY_GAP_DAYS, fewer_than=STRAY_DAYS)


def watches_key(workspace: Workspace) -> str:
    """Return what watches rest on as one short text: imports, campaign days, own formulas."""
    days = [[one.zh, one.start.isoformat(), one.end.isoformat()] for one in calendar_of(workspace).campaigns]
    formulas = [[name, metric.formula] for name, metric in metrics_of(workspace).items() if metric.formula]
    parts = [RULES, board_key(workspace.imports()), days, formulas]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def keep_watches(workspace: Workspace, found: FoundWatches) -> None:
    """Store watches that were computed; a shop that refuses goes without."""
    if found.is_kept:
        return
    from shopdesk.app.kpi.kept_watches import written

    try:
        workspace.store.set_setting(SETTING, json.dumps({"key": found.key, "watches": written(found.watches)}))
    except WorkspaceError as error:
        _log.warning("the watches are not kept: %s", error.code)


def _kept(workspace: Workspace, board: Board, key: str) -> Watches | None:
    text = workspace.store.setting(SETTING)
    if not text:
        return None
    from shopdesk.app.kpi.kept_watches import read

    try:
        kept = json.loads(text)
        if kept["key"] != key:
            return None
        return read(kept["watches"], _watched(board), metrics_of(workspace), calendar=calendar_of(workspace))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        _log.warning("the kept watches can't be read and are made anew: %r", error)
        return None


def recent_alerts(workspace: Workspace, watches: Watches) -> tuple[ShownAlert, ...]:
    """Return alerts that are open or ended lately, open ones first, then by money and by how sure."""
    rules, found = rules_of(workspace), []
    metrics = metrics_of(workspace)
    for name, watch in watches.by_metric.items():
        rule, last = rules.get(name, DEFAULT_RULE), watch.last_known
        if not rule.is_on or last is None or name not in metrics:
            continue
        newest = watch.day(last)
        for alert in alerts_of(watch, rule):
            if _is_recent(alert, newest):
                worth = worth_of(alert, metrics[name], watches)
                found.append(ShownAlert(alert, metrics[name], worth, mark_of(workspace, alert)))
    return tuple(sorted(found, key=_order))


def _is_recent(alert: Alert, newest: date) -> bool:
    return alert.is_open or (newest - alert.last).days <= RECENT_DAYS


def earlier_alerts(workspace: Workspace, watches: Watches, name: str, period: Period) -> tuple[ShownAlert, ...]:
    """Return the alerts of one metric that are history and touch a period, the newest first."""
    watch, metric = watches.of(name), metrics_of(workspace).get(name)
    rule = rules_of(workspace).get(name, DEFAULT_RULE)
    if watch is None or metric is None or watch.last_known is None or not rule.is_on:
        return ()
    newest = watch.day(watch.last_known)
    found = [
        alert
        for alert in alerts_of(watch, rule)
        if not _is_recent(alert, newest) and alert.first <= period.end and alert.last >= period.start
    ]
    return tuple(
        ShownAlert(alert, metric, worth_of(alert, metric, watches), mark_of(workspace, alert))
        for alert in reversed(found[-MOST_EARLIER:])
    )


def _order(shown: ShownAlert) -> tuple[bool, int, float, float]:
    size = abs(shown.worth.amount) if shown.worth is not None else 0.0
    return not shown.alert.is_open, -shown.alert.last.toordinal(), -size, -(shown.alert.chance or 0.0)


def waiting_count(workspace: Workspace, watches: Watches, today: date) -> int:
    """Return how many open alerts nobody has dealt with: the number on the tab."""
    return sum(shown.is_waiting(today) for shown in recent_alerts(workspace, watches))


def check_shop(workspace: Workspace, context: JobContext) -> tuple[ShownAlert, ...]:
    """Read the shop, watch it, and return its recent alerts: the whole check without a window."""
    from shopdesk.app.kpi.kept_board import find_board

    board = find_board(workspace, context).board
    watches = NO_WATCHES if board.facts.is_empty else find_watches(workspace, board, context).watches
    return recent_alerts(workspace, watches)


class WatchesOnce:
    """Watches that are found when they are first asked for: a report of a month needs none."""

    def __init__(self, workspace: Workspace, board: Board, context: JobContext) -> None:
        self._workspace, self._board, self._context = workspace, board, context
        self._found: Watches | None = None

    def again(self, context: JobContext) -> WatchesOnce:
        """Return these for another job: what was found stays, what isn't yet can be cancelled with that job."""
        self._context = context
        return self

    def __call__(self) -> Watches:
        """Return the watches of the shop."""
        if self._found is None:
            is_empty = self._board.facts.is_empty
            found = NO_WATCHES if is_empty else find_watches(self._workspace, self._board, self._context).watches
            self._found = found
        return self._found
