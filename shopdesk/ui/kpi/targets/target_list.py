"""The targets as a table: what is wanted, what is there, where it is heading, and the chance."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.app.documents import Key
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.targets import TARGETS, TargetRow
from shopdesk.domain.kpi.catalogue import BOARD, Catalogue
from shopdesk.domain.kpi.targets.progress import Progress, Verdict
from shopdesk.ui import formats
from shopdesk.ui.cards import button
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridPanel, Kind, Problem, Row
from shopdesk.ui.kpi.targets.amounts import Amount, Typed, percent_refused, typed_amount
from shopdesk.ui.kpi.targets.wording import (
    amount_text,
    chance_number,
    days_text,
    period_text,
    projection_text,
    target_tip,
    verdict_name,
    verdict_tone,
)
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.theme import tokens

COLUMNS = ("metric", "period", "value", "actual", "pace", "projected", "chance", "verdict", "left")


class TargetList(GridPanel):
    """``valued`` gives new values by key; ``chosen`` the key of the current row; the verbs ask the view."""

    valued = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._described(), title=lambda: self.tr("Targets"), small=True, parent=parent)
        self._rows: dict[Hashable, TargetRow] = {}
        self._found: Mapping[Key, Progress] = {}
        self._board: Board | None = None
        self._metrics: Catalogue = BOARD
        self.add, self.edit, self.go_on, self.remove = (button(small=True) for _ in range(4))
        self.add.setProperty("primary", True)
        for verb in (self.add, self.edit, self.go_on, self.remove):
            self.right_slot.addWidget(verb)
        self.edited.connect(self._valued)
        self.row_changed.connect(self._chosen)
        self._say()

    def show_targets(
        self, rows: Sequence[TargetRow], found: Mapping[Key, Progress], board: Board, metrics: Catalogue
    ) -> None:
        """Show targets with their progress; ``metrics`` are those in force."""
        self._rows = {TARGETS.key_of(row): row for row in rows}
        self._found, self._board, self._metrics = found, board, metrics
        cells = [self._cells(row, found.get(TARGETS.key_of(row))) for row in rows]
        data: dict[str, list[Any]] = {name: [row[name] for row in cells] for name in COLUMNS}
        self.set_frame(GridFrame(data, keys=list(self._rows)))
        self._chosen(None)

    def chosen_rows(self) -> list[TargetRow]:
        """Return the targets with a selected cell."""
        return [self._rows[key] for key in self.view.selected_keys() if key in self._rows]

    def current(self) -> TargetRow | None:
        """Return the target of the current row, else the first."""
        index = self.view.currentIndex()
        if index.isValid() and index.row() < self.model.rowCount():
            return self._rows.get(self.model.key(index.row()))
        return next(iter(self._rows.values()), None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _described(self) -> tuple[Column, ...]:
        return (
            Column(name="metric", title=lambda: self.tr("Metric"), width=92, grow=1, emphasis=True, tooltip=self._tip),
            Column(name="period", title=lambda: self.tr("Period"), width=70, tooltip=self._tip),
            Column(name="value", title=lambda: self.tr("Target"), kind=Kind.CUSTOM, width=88, right=True,
                   editable=True, parse=typed_amount, text=self._target, sort_value=_amount, tooltip=self._tip,
                   help=lambda: self.tr("Type a number: 100000, 10万, 3.5 %")),
            Column(name="actual", title=lambda: self.tr("To date"), kind=Kind.CUSTOM, width=70, right=True,
                   text=self._actual, sort_value=_amount, tooltip=self._tip),
            Column(name="pace", title=lambda: self.tr("Due by now"), kind=Kind.CUSTOM, width=76, right=True,
                   text=self._pace, sort_value=_amount, tooltip=self._tip,
                   help=lambda: self.tr("What the days so far should have brought, weekdays and campaigns weighed")),
            Column(name="projected", title=lambda: self.tr("Projected [80 %]"), width=150, right=True,
                   tooltip=self._tip),
            Column(name="chance", title=lambda: self.tr("Chance"), kind=Kind.PERCENT, width=64, format=chance_number,
                   tooltip=self._tip, help=lambda: self.tr("Chance to reach the target by the last day")),
            Column(name="verdict", title=lambda: self.tr("Verdict"), width=92, tooltip=self._tip, color=self._color),
            Column(name="left", title=lambda: self.tr("Days left"), width=72, right=True, visible=False),
        )  # fmt: skip

    def _cells(self, row: TargetRow, found: Progress | None) -> dict[str, Any]:
        metric = self._metrics.get(row.metric)
        cells: dict[str, Any] = dict.fromkeys(COLUMNS)
        cells["metric"] = self.tr("removed metric") if metric is None else metric_name(metric)
        cells["period"] = period_text(row.period)
        if metric is not None:
            cells["value"] = Amount(metric, row.value)
        if metric is None or found is None:
            cells["verdict"] = self.tr("this metric can't be projected")
            return cells
        cells["actual"] = None if found.actual is None else Amount(metric, found.actual)
        cells["pace"] = None if found.pace is None else Amount(metric, found.pace)
        is_open = found.verdict not in (Verdict.REACHED, Verdict.MISSED)
        if found.projection is not None and is_open:
            cells["projected"] = projection_text(metric, found.projection)
            cells["chance"] = found.chance
        cells["verdict"] = verdict_name(found.verdict)
        cells["left"] = days_text(found)
        return cells

    def _target(self, row: Row) -> str:
        one = self._rows.get(row.key)
        metric = self._metrics.get(one.metric) if one is not None else None
        if one is None or metric is None:
            return formats.UNKNOWN
        return ("≥ " if one.direction.value == "at_least" else "≤ ") + amount_text(metric, one.value)

    def _actual(self, row: Row) -> str:
        return row["actual"].shown if row["actual"] is not None else formats.UNKNOWN

    def _pace(self, row: Row) -> str:
        return row["pace"].shown if row["pace"] is not None else formats.UNKNOWN

    def _color(self, row: Row) -> str | None:
        found = self._found.get(row.key)
        if found is None:
            return tokens().secondary
        return {"odd": tokens().warn_text, "unknown": tokens().secondary}.get(verdict_tone(found.verdict))

    def _tip(self, row: Row) -> str:
        one, found = self._rows.get(row.key), self._found.get(row.key)
        if one is None or found is None or self._board is None:
            return ""
        return target_tip(one, found, self._board)

    def _valued(self, batch: EditBatch) -> None:
        values: dict[Hashable, float] = {}
        for cell in batch:
            one = self._rows.get(cell.key)
            metric = self._metrics.get(one.metric) if one is not None else None
            if metric is None or not isinstance(cell.new, Typed):
                continue
            value = cell.new.value(metric)
            if value is None:
                self._refuse(cell.key, str(percent_refused(metric_name(metric))))
            else:
                values[cell.key] = value
        if values:
            self.valued.emit(values)

    def _refuse(self, key: Hashable, reason: str) -> None:
        shown = self.model.row_of_key(key)
        self.problems.show_one(Problem((shown or 0) + 1, self.model.column("value").header(), "%", reason))

    def _chosen(self, _key: object) -> None:
        has_rows = bool(self._rows)
        for verb in (self.edit, self.go_on, self.remove):
            verb.setEnabled(has_rows)
        self.chosen.emit(self.current())

    def _say(self) -> None:
        self.add.setText(self.tr("New target…"))
        self.edit.setText(self.tr("Edit…"))
        self.go_on.setText(self.tr("Next period"))
        self.go_on.setToolTip(self.tr("Set the selected targets for the period after as well"))
        self.remove.setText(self.tr("Remove"))


def _amount(cell: Amount | None) -> float | None:
    return None if cell is None else cell.value
