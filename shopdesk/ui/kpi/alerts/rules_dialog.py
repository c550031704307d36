"""The rules of all metrics as a table: percent, direction, kind, and what each would raise on the shop's past."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from shopdesk.app.changes import Together
from shopdesk.app.kpi.alert_rules import (
    ALERT_RULES,
    LEAST_PERCENT,
    MOST_PERCENT,
    AlertRuleRow,
    rule_row,
    set_rule,
)
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.domain.kpi.alerts.alarms import alarm_days
from shopdesk.domain.kpi.alerts.watch import Watch, Watches
from shopdesk.domain.kpi.alerts.worth import alarm_rate
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import GridDialog
from shopdesk.ui.grid import Choice, Column, EditBatch, GridFrame, GridPanel, Kind
from shopdesk.ui.kpi.wording import metric_name

BOTH: Final = "both"
UP: Final = "up"
DOWN: Final = "down"
BAND: Final = "band"
PLAIN: Final = "plain"
COLUMNS: Final = ("metric", "on", "kind", "percent", "direction", "two_days", "band", "plain", "false")


class RulesDialog(GridDialog):
    """A row a metric; what a rule would raise stands at the right."""

    def __init__(self, context: UiContext, watches: Watches, parent: QWidget | None = None) -> None:
        super().__init__(context, uses=ALERT_RULES.name, parent=parent)
        self._watches = watches
        self.resize(960, 560)
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Alert rules"), small=True)
        self.grid.edited.connect(self._edited)
        self._start(self.grid)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="metric", title=lambda: self.tr("Metric"), width=190, grow=1, emphasis=True),
            Column(name="on", title=lambda: self.tr("Alert"), kind=Kind.BOOL, editable=True, width=56),
            Column(name="kind", title=lambda: self.tr("Rule"), kind=Kind.CHOICE, editable=True, choices=self._kinds,
                   width=104, help=lambda: self.tr("Own band: outside what is normal for this metric, and past the "
                                                   "percent. Plain: past the percent on the week before.")),
            Column(name="percent", title=lambda: self.tr("Past"), unit=lambda: "%", kind=Kind.PERCENT, editable=True,
                   required=True, decimals=0, minimum=LEAST_PERCENT * 100, maximum=MOST_PERCENT * 100, width=64),
            Column(name="direction", title=lambda: self.tr("Direction"), kind=Kind.CHOICE, editable=True,
                   choices=self._directions, width=84),
            Column(name="two_days", title=lambda: self.tr("2 days"), kind=Kind.BOOL, editable=True, width=64,
                   help=lambda: self.tr("For small shops: the second day in a row raises the alert")),
            Column(name="band", title=lambda: self.tr("Band / month"), kind=Kind.FLOAT, decimals=1, width=84,
                   additive=False, help=lambda: self.tr("Alarm days a month of the own band on this shop's last year")),
            Column(name="plain", title=lambda: self.tr("Plain / month"), kind=Kind.FLOAT, decimals=1, width=84,
                   additive=False,
                   help=lambda: self.tr("Alarm days a month of the plain rule on this shop's last year")),
            Column(name="false", title=lambda: self.tr("False"), kind=Kind.FLOAT, decimals=1, width=84,
                   additive=False, help=lambda: self.tr("Alarm days of the plain rule within the metric's 95 % band")),
        )  # fmt: skip

    def _kinds(self) -> tuple[Choice, ...]:
        return (Choice(BAND, lambda: self.tr("Own band")), Choice(PLAIN, lambda: self.tr("Plain, on last week")))

    def _directions(self) -> tuple[Choice, ...]:
        return (
            Choice(BOTH, lambda: self.tr("Both")),
            Choice(DOWN, lambda: self.tr("Falls only")),
            Choice(UP, lambda: self.tr("Rises only")),
        )

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Alert rules"))
        self._intro.setText(
            self.tr(
                "An alert needs three things: the figure lies outside this metric's own normal band, past the percent, "
                "and enough orders or visitors stand behind it. The tiles of the board are watched from the start. "
                "At the right: how many alarm days a month each rule would have raised on this shop's own past."
            )
        )
        self.close_button.setText(self.tr("Close"))

    def _fill(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        metrics = metrics_of(workspace)
        rows = [rule_row(workspace, name) for name in self._watches.by_metric if name in metrics]
        rows.sort(key=lambda row: not row.is_on)
        cells = [self._cells(row, metric_name(metrics[row.metric])) for row in rows]
        data: dict[str, list[Any]] = {name: [one[name] for one in cells] for name in COLUMNS}
        self.grid.set_frame(GridFrame(data, keys=[row.metric for row in rows]))

    def _cells(self, row: AlertRuleRow, name: str) -> dict[str, Any]:
        watch = self._watches.by_metric[row.metric]
        return {
            "metric": name,
            "on": row.is_on,
            "kind": PLAIN if row.is_plain else BAND,
            "percent": row.percent,
            "direction": BOTH if row.up and row.down else UP if row.up else DOWN,
            "two_days": row.two_days,
            **_rates(row, watch),
        }

    def _edited(self, batch: EditBatch) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        rows: dict[str, AlertRuleRow] = {}
        for cell in batch:
            metric = str(cell.key)
            rows[metric] = _edited_row(rows.get(metric) or rule_row(workspace, metric), cell.column, cell.new)
        self._context.push(Together(tuple(set_rule(row) for row in rows.values())), batch.name)


def _edited_row(row: AlertRuleRow, column: str, value: Any) -> AlertRuleRow:
    match column:
        case "on":
            return replace(row, is_on=bool(value))
        case "kind":
            return replace(row, is_plain=value == PLAIN)
        case "percent":
            return replace(row, percent=float(value))
        case "direction":
            return replace(row, up=value != DOWN, down=value != UP)
        case _:
            return replace(row, two_days=bool(value))


def _rates(row: AlertRuleRow, watch: Watch) -> dict[str, float | None]:
    """Return alarm days a month of both rules on the shop's past, as the row's percent and directions have them."""
    rule = replace(row.rule, is_on=True)
    band, plain = (alarm_rate(watch, alarm_days(watch, replace(rule, is_plain=one))) for one in (False, True))
    return {
        "band": None if band is None else band.alarm_days,
        "plain": None if plain is None else plain.alarm_days,
        "false": None if plain is None else plain.within_band,
    }
