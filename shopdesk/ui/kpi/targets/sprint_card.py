"""The sprint board: goals by weeks with plan and actual, where each is heading, and what can be said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.targets import SprintRow, set_base, set_changes
from shopdesk.app.kpi.targets import template as template_of
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric, Catalogue
from shopdesk.domain.kpi.targets.sprint import GoalProgress, GoalWeek, weeks_of
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, Chip, button, label
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridModel, GridView, Kind, Row
from shopdesk.ui.kpi.targets.amounts import Amount, Share, Typed, share_text, typed_base, typed_share
from shopdesk.ui.kpi.targets.wording import amount_text, goal_tip, goal_verdict, projection_text, wanted_text
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.theme import tokens

FIXED = ("metric", "base", "date", "projected", "verdict")


class SprintCard(Card):
    """``changed`` gives an edited sprint and the step's name; ``template_wanted``, ``edit_wanted`` ask for dialogs."""

    changed = Signal(object, str)
    removed = Signal(object)
    template_wanted = Signal()
    edit_wanted = Signal(object)
    chosen = Signal(object)  # the first day of another sprint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._row: SprintRow | None = None
        self._found: Mapping[str, GoalProgress] = {}
        self._board: Board | None = None
        self._metrics: Catalogue = BOARD
        self._until = date.min
        self.which = QComboBox()
        self.which.setProperty("small", True)
        self.which.activated.connect(lambda place: self.chosen.emit(self.which.itemData(place)))
        self.check = Chip()
        self.new, self.edit, self.remove = (button(small=True) for _ in range(3))
        for widget in (self.check, self.which, self.new, self.edit, self.remove):
            self.add_action(widget)
        self.model = GridModel((), self)
        self.view = GridView(self.model, self, small=True)
        self.caption = label("", "caption", wrap=True)
        self.caption.setContentsMargins(12, 4, 12, 6)
        self._empty_text = label("", "secondary", wrap=True)
        self.start = button(small=True)
        self._lay_out()
        self.new.clicked.connect(self.template_wanted)
        self.start.clicked.connect(self.template_wanted)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._row))
        self.remove.clicked.connect(lambda: self.removed.emit(self._row))
        self.model.edited.connect(self._edited)
        self._say()

    def show_sprint(
        self,
        row: SprintRow | None,
        found: Mapping[str, GoalProgress],
        board: Board,
        *,
        metrics: Catalogue,
        until: date,
        others: Sequence[SprintRow],
    ) -> None:
        """Show a sprint with the progress of its goals; ``others`` are all sprints to choose from."""
        self._row, self._found, self._board, self._until = row, found, board, until
        self._metrics = metrics
        self._fill_choice(others)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        full, empty = QWidget(), QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.caption)
        line = QHBoxLayout(empty)
        line.setContentsMargins(12, 12, 12, 12)
        line.setSpacing(12)
        line.addWidget(self._empty_text, 1)
        line.addWidget(self.start)
        self._pages = QStackedLayout()
        self._pages.addWidget(empty)
        self._pages.addWidget(full)
        self.body.addLayout(self._pages)

    def _fill_choice(self, others: Sequence[SprintRow]) -> None:
        self.which.clear()
        for one in others:
            self.which.addItem(f"{one.name} {formats.span(one.period.start, one.period.end)}", one.start)
        self.which.setVisible(len(others) > 1)
        if self._row is not None:
            self.which.setCurrentIndex(self.which.findData(self._row.start))

    def _draw(self) -> None:
        self._say()
        row = self._row
        self._pages.setCurrentIndex(0 if row is None else 1)
        for widget in (self.edit, self.remove, self.new):
            widget.setVisible(row is not None)
        self.check.setVisible(row is not None and not row.is_checked)
        if row is None:
            return
        columns = self._columns(row)
        if [(one.name, one.header()) for one in columns] != [(one.name, one.header()) for one in self.model.columns]:
            self.model.set_columns(columns)
        cells = [self._cells(goal.metric, row) for goal in row.goals]
        names = [column.name for column in columns]
        self.model.set_frame(
            GridFrame({name: [one[name] for one in cells] for name in names}, keys=[goal.metric for goal in row.goals])
        )
        self._write_caption(row)

    def _columns(self, row: SprintRow) -> tuple[Column, ...]:
        weeks = [
            Column(name=f"week{at}", title=partial(self._week_title, at), kind=Kind.CUSTOM, width=120, right=True,
                   editable=True, parse=typed_share, text=partial(_shown, f"week{at}"),
                   tooltip=partial(self._week_tip, at), sort_value=_change, help=self._week_help)
            for at in range(len(weeks_of(row.period, row.weeks)))
        ]  # fmt: skip
        return (
            Column(name="metric", title=lambda: self.tr("Goal"), width=112, grow=1, emphasis=True, tooltip=self._tip),
            Column(name="base", title=lambda: self.tr("Base"), kind=Kind.CUSTOM, width=76, right=True, editable=True,
                   parse=typed_base, text=self._base, sort_value=_value, tooltip=self._tip,
                   help=self._base_help),
            *weeks,
            Column(name="date", title=lambda: self.tr("To date: plan / actual"), width=136, right=True,
                   tooltip=self._tip),
            Column(name="projected", title=lambda: self.tr("Projected [80 %]"), width=140, right=True,
                   tooltip=self._tip),
            Column(name="verdict", title=lambda: self.tr("Verdict"), width=200, grow=2, tooltip=self._tip,
                   color=self._color),
        )  # fmt: skip

    def _week_title(self, at: int) -> str:
        row = self._row
        weeks = weeks_of(row.period, row.weeks) if row is not None else ()
        if at >= len(weeks):
            return ""
        return self.tr("Week {number} {span}").format(number=at + 1, span=_short_span(weeks[at].start, weeks[at].end))

    def _week_help(self) -> str:
        return self.tr("Plan / actual. Type the planned change against the base, e.g. −5 % or 10; 0 = not begun yet.")

    def _cells(self, name: str, row: SprintRow) -> dict[str, Any]:
        metric, found = self._metrics.get(name), self._found.get(name)
        goal = next(one for one in row.goals if one.metric == name)
        weeks = weeks_of(row.period, row.weeks)
        cells: dict[str, Any] = {"metric": self.tr("removed metric") if metric is None else metric_name(metric)}
        changes = [*goal.changes, *(0.0 for _ in weeks)]
        if metric is None or found is None:
            cells |= {f"week{at}": Share(changes[at], share_text(changes[at])) for at in range(len(weeks))}
            cells |= {"base": None, "date": None, "projected": None}
            return cells | {"verdict": self.tr("this metric can't be projected")}
        known = [*found.weeks]
        for at in range(len(weeks)):
            text = _week_text(known[at], found) if at < len(known) else formats.UNKNOWN
            cells[f"week{at}"] = Share(changes[at], text)
        cells["base"] = None if found.base is None else Amount(metric, found.base)
        pair = (amount_text(metric, found.planned_to_date), amount_text(metric, found.actual))
        cells["date"] = None if found.actual is None else " / ".join(pair)
        cells["projected"] = None if found.projection is None else projection_text(metric, found.projection)
        wanted = wanted_text(metric, self._board.facts) if self._board is not None else ""
        cells["verdict"] = wanted or goal_verdict(found, until=self._until)[0]
        return cells

    def _base_help(self) -> str:
        return self.tr("The same number of days just before the start; type another one, or clear it")

    def _base(self, row: Row) -> str:
        found = self._found.get(str(row.key))
        if row["base"] is None:
            return formats.UNKNOWN
        return f"{row['base'].shown} *" if found is not None and found.goal.base is not None else str(row["base"].shown)

    def _color(self, row: Row) -> str | None:
        found = self._found.get(str(row.key))
        if found is None:
            return tokens().secondary
        tone = goal_verdict(found, until=self._until)[1]
        return {"odd": tokens().warn_text, "unknown": tokens().secondary}.get(tone)

    def _tip(self, row: Row) -> str:
        found = self._found.get(str(row.key))
        return goal_tip(found, self._board) if found is not None and self._board is not None else ""

    def _week_tip(self, at: int, row: Row) -> str:
        found = self._found.get(str(row.key))
        if found is None or at >= len(found.weeks):
            return ""
        week, metric = found.weeks[at], found.goal.metric
        plan, actual = (amount_text(metric, one) for one in (week.planned, week.actual))
        return self.tr("{span}: planned {change} = {plan}; actual {actual} from {known} of {days} days").format(
            span=formats.span(week.period.start, week.period.end),
            change=share_text(week.change),
            plan=plan,
            actual=actual,
            known=week.known_days,
            days=week.period.days,
        )

    def _write_caption(self, row: SprintRow) -> None:
        parts = []
        made_from = template_of(row.template)
        if made_from is not None and not row.is_checked:
            parts.append(made_from.evidence_zh if formats.language() == "zh_CN" else made_from.evidence_en)
        parts.append(self.tr("Plan and actual are sum over sum of the same days; a week at 0 % has not begun."))
        self.caption.setText(" ".join(parts))

    def _edited(self, batch: EditBatch) -> None:
        row = self._row
        if row is None:
            return
        changes: dict[str, dict[int, float]] = {}
        new = row
        for cell in batch:
            name = str(cell.key)
            if cell.column == "base":
                new = _with_base(new, self._metrics.get(name), cell.new)
            else:
                changes.setdefault(name, {})[int(cell.column.removeprefix("week"))] = cell.new.change
        for name, by_week in changes.items():
            new = set_changes(_padded(new), name, by_week)
        if new != row:
            self.changed.emit(new, self.tr("Edit the plan of the sprint"))

    def _say(self) -> None:
        row = self._row
        if row is None:
            self.set_title(self.tr("Sprint"))
        else:
            self.set_title(row.name, self._days(row))
        self.check.set_state(self.tr("please check"), "warn")
        self.new.setText(self.tr("New sprint…"))
        self.edit.setText(self.tr("Edit…"))
        self.remove.setText(self.tr("Remove"))
        self.start.setText(self.tr("Start from a template…"))
        self.view.setAccessibleName(self.tr("Goals of the sprint by weeks"))
        self.which.setAccessibleName(self.tr("Sprint"))
        self._empty_text.setText(
            self.tr(
                "A sprint moves a few metrics within four weeks, e.g. cost per click −5 %, click rate +10 %, ROI +8 %. "
                "Each goal is held against its own plan week by week, with the chance to make it."
            )
        )

    def _days(self, row: SprintRow) -> str:
        span = formats.span(row.period.start, row.period.end)
        gone = (self._until - row.start).days + 1
        if gone <= 0:
            return self.tr("{span} · not begun").format(span=span)
        if gone >= row.days:
            return self.tr("{span} · over").format(span=span)
        return self.tr("{span} · day {day} of {days}, {left} left").format(
            span=span, day=gone, days=row.days, left=row.days - gone
        )


def _shown(column: str, row: Row) -> str:
    cell = row[column]
    return formats.UNKNOWN if cell is None else str(cell.shown)


def _change(cell: Share | None) -> float | None:
    return None if cell is None else cell.change


def _week_text(week: GoalWeek, found: GoalProgress) -> str:
    metric = found.goal.metric
    return f"{amount_text(metric, week.planned)} / {amount_text(metric, week.actual)}"


def _short_span(start: date, end: date) -> str:
    return f"{start.month}-{start.day:02}–{end.month}-{end.day:02}"


def _with_base(row: SprintRow, metric: BoardMetric | None, typed: Typed | None) -> SprintRow:
    """Return a sprint with an own base of one goal, or the measured one where nothing sensible was typed."""
    if metric is None:
        return row
    return set_base(row, metric.name, (typed.value(metric) if typed is not None else None) or None)


def _value(cell: Amount | None) -> float | None:
    return None if cell is None else cell.value


def _padded(row: SprintRow) -> SprintRow:
    """Return a sprint whose goals plan every week."""
    weeks = row.weeks
    return replace(
        row,
        goals=tuple(replace(one, changes=(*one.changes, *(0.0,) * (weeks - len(one.changes)))) for one in row.goals),
    )
