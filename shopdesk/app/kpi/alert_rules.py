"""When each metric raises an alert: percent, direction, two days in a row, or the plain rule; a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.kpi.documents import chosen_tiles
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.alerts.alarms import PERCENT, AlertRule

LEAST_PERCENT: Final = 0.05
MOST_PERCENT: Final = 0.90


@dataclass(frozen=True, slots=True)
class AlertRuleRow:
    """The rule of one metric; ``percent`` as a fraction. A metric without a row goes by the default."""

    metric: str
    percent: float = PERCENT
    up: bool = True
    down: bool = True
    is_on: bool = True
    two_days: bool = False
    is_plain: bool = False

    @property
    def rule(self) -> AlertRule:
        """The rule as the domain takes it."""
        return AlertRule(self.percent, self.up, self.down, self.is_on, self.two_days, self.is_plain)


ALERT_RULES: Final = Collection("kpi_alert_rules", AlertRuleRow, ("metric",))


def rule_row(workspace: Workspace, metric: str) -> AlertRuleRow:
    """Return the row of a metric; the default watches the metrics that stand as tiles on the board."""
    row = workspace.row(ALERT_RULES, (metric,))
    return row or AlertRuleRow(metric, is_on=metric in chosen_tiles(workspace))


def rules_of(workspace: Workspace) -> Mapping[str, AlertRule]:
    """Return the rule of every metric in force, by name."""
    rows, tiles = workspace.rows(ALERT_RULES), chosen_tiles(workspace)
    return {
        name: rows[name,].rule if (name,) in rows else AlertRule(is_on=name in tiles) for name in metrics_of(workspace)
    }


def set_rule(row: AlertRuleRow, **fields: Any) -> SetRows:
    """Return the change that sets fields of a rule; the percent is kept within 5 and 90."""
    new = replace(row, **fields)
    percent = min(max(new.percent, LEAST_PERCENT), MOST_PERCENT)
    return SetRows.put(ALERT_RULES, [replace(new, percent=percent)])
