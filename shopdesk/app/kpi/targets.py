"""The targets and sprints of a shop, and the changes that edit them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from shopdesk import assets
from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, Key
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import Catalogue
from shopdesk.domain.kpi.targets.goal import Direction, Target, next_period
from shopdesk.domain.periods import Period


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target: there is at most one a metric and period. ``value`` as figures have it: yuan, fraction, number."""

    metric: str
    start: date
    end: date
    value: float
    direction: Direction = Direction.AT_LEAST

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.start, self.end)

    def target(self, metrics: Catalogue) -> Target | None:
        """Return it with its metric, None where the metric is no longer known."""
        metric = metrics.get(self.metric)
        return None if metric is None else Target(metric, self.period, self.value, self.direction)


@dataclass(frozen=True, slots=True)
class GoalRow:
    """What one metric of a sprint shall do: a planned change a week as a share of the base, 0 = not begun."""

    metric: str
    changes: tuple[float, ...]
    base: float | None = None  # an own base in place of the measured one


@dataclass(frozen=True, slots=True)
class SprintRow:
    """A sprint; there is at most one that starts on a day. ``template`` is the key that it was made from."""

    start: date
    days: int
    name: str
    goals: tuple[GoalRow, ...] = ()
    template: str = ""
    is_checked: bool = False  # the user has looked through what the template left open

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.start, self.start + timedelta(days=self.days - 1))

    @property
    def weeks(self) -> int:
        """How many weeks its goals plan."""
        return max((len(goal.changes) for goal in self.goals), default=max(1, self.days // 7))


@dataclass(frozen=True, slots=True)
class SprintTemplate:
    """A sprint to start from; ``evidence`` says where it is from and what is left open."""

    key: str
    zh: str
    en: str
    days: int
    goals: tuple[GoalRow, ...]
    is_checked: bool
    evidence_zh: str
    evidence_en: str


TARGETS: Final = Collection("kpi_targets", TargetRow, ("metric", "start", "end"))
SPRINTS: Final = Collection("kpi_sprints", SprintRow, ("start",))


def targets_of(workspace: Workspace) -> list[TargetRow]:
    """Return the targets, the newest period first, in it as they were added."""
    return sorted(workspace.rows(TARGETS).values(), key=lambda row: (row.end, row.start), reverse=True)


def sprints_of(workspace: Workspace) -> list[SprintRow]:
    """Return the sprints, the newest first."""
    return sorted(workspace.rows(SPRINTS).values(), key=lambda row: row.start, reverse=True)


def main_target(rows: Iterable[TargetRow], day: date) -> TargetRow | None:
    """Return the target that a tile shows on a day: sales before others, then the shortest period with that day."""
    held = [row for row in rows if row.start <= day <= row.end]
    return min(held, key=lambda row: (row.metric != "pay_amount", row.end - row.start), default=None)


def put_target(row: TargetRow, *, before: TargetRow | None = None) -> SetRows:
    """Return the change that stores a target in place of another one; empty where nothing differs."""
    if row == before:
        return SetRows(())
    stored = SetRows.put(TARGETS, [row])
    if before is None or TARGETS.key_of(before) == TARGETS.key_of(row):
        return stored
    return SetRows(SetRows.drop(TARGETS, [TARGETS.key_of(before)]).edits + stored.edits)


def set_values(workspace: Workspace, values: Mapping[Key, float]) -> SetRows:
    """Return the change that sets the values of some targets."""
    rows = {key: workspace.row(TARGETS, key) for key in values}
    return SetRows.put(TARGETS, [replace(row, value=values[key]) for key, row in rows.items() if row is not None])


def drop_targets(keys: Iterable[Key]) -> SetRows:
    """Return the change that removes targets."""
    return SetRows.drop(TARGETS, keys)


def continue_targets(workspace: Workspace, keys: Iterable[Key]) -> SetRows:
    """Return the change that sets targets for the period after; those that stand already are left as they are."""
    rows = [row for key in keys if (row := workspace.row(TARGETS, key)) is not None]
    later = [replace(row, start=(after := next_period(row.period)).start, end=after.end) for row in rows]
    return SetRows.put(TARGETS, [row for row in later if workspace.row(TARGETS, TARGETS.key_of(row)) is None])


def put_sprint(row: SprintRow, *, before: SprintRow | None = None) -> SetRows:
    """Return the change that stores a sprint in place of another one; empty where nothing differs."""
    if row == before:
        return SetRows(())
    stored = SetRows.put(SPRINTS, [row])
    if before is None or before.start == row.start:
        return stored
    return SetRows(SetRows.drop(SPRINTS, [SPRINTS.key_of(before)]).edits + stored.edits)


def drop_sprint(row: SprintRow) -> SetRows:
    """Return the change that removes a sprint."""
    return SetRows.drop(SPRINTS, [SPRINTS.key_of(row)])


def from_template(template: SprintTemplate, *, start: date, name: str) -> SprintRow:
    """Return a sprint as a template has it."""
    return SprintRow(start, template.days, name, template.goals, template.key, template.is_checked)


def set_changes(row: SprintRow, metric: str, changes: Mapping[int, float]) -> SprintRow:
    """Return a sprint with planned changes of some weeks (from 0) of one goal set."""
    return replace(
        row, goals=tuple(_with_changes(goal, changes) if goal.metric == metric else goal for goal in row.goals)
    )


def set_base(row: SprintRow, metric: str, base: float | None) -> SprintRow:
    """Return a sprint with an own base of one goal, or (None) with the measured one."""
    return replace(row, goals=tuple(replace(one, base=base) if one.metric == metric else one for one in row.goals))


def _with_changes(goal: GoalRow, changes: Mapping[int, float]) -> GoalRow:
    return replace(goal, changes=tuple(changes.get(at, change) for at, change in enumerate(goal.changes)))


def set_goals(row: SprintRow, metrics: Sequence[str], *, weeks: int) -> SprintRow:
    """Return a sprint with goals for exactly these metrics; new ones have nothing planned yet."""
    known = {goal.metric: goal for goal in row.goals}
    return replace(row, goals=tuple(known.get(name, GoalRow(name, (0.0,) * weeks)) for name in dict.fromkeys(metrics)))


def template(key: str) -> SprintTemplate | None:
    """Return a template by its key."""
    return next((one for one in templates() if one.key == key), None)


@cache
def templates() -> tuple[SprintTemplate, ...]:
    """Return the shipped sprints."""
    return tuple(
        SprintTemplate(
            entry["key"],
            entry["zh"],
            entry["en"],
            int(entry["days"]),
            tuple(GoalRow(goal["metric"], tuple(float(one) for one in goal["changes"])) for goal in entry["goals"]),
            bool(entry["checked"]),
            entry["evidence_zh"],
            entry["evidence_en"],
        )
        for entry in _loaded()["sprint"]
    )


@cache
def _loaded() -> dict[str, Any]:
    import tomllib  # not needed by the tile of the first picture

    with assets.path("sprint_templates.toml").open("rb") as file:
        return tomllib.load(file)
