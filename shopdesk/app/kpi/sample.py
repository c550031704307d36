"""What the sample shop has written beside its board: notes, targets, a sprint, a change and an A/B test to judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.kpi.actions import ACTIONS, Action
from shopdesk.app.kpi.notes import NOTES, DayNote
from shopdesk.app.kpi.targets import SPRINTS, TARGETS, SprintRow, TargetRow, from_template, templates
from shopdesk.app.kpi.trials import CHANGES, EXPERIMENT_DAYS, EXPERIMENTS, Experiment, ExperimentDay, ShopChange
from shopdesk.app.workspace import Workspace

COLLECTIONS: Final[tuple[Collection[Any], ...]] = (NOTES, ACTIONS, CHANGES, EXPERIMENTS, EXPERIMENT_DAYS)
"""Collections whose sample rows are told by their ids."""
ROUND_YUAN: Final = 1000


def board_edits(raw: Mapping[str, Any], *, last: date, amounts: Mapping[date, float]) -> list[RowEdit]:
    """Return the rows of ``sample_documents.toml``, days counted from the last one with figures.

    ``amounts`` are the sales of each day in yuan, which targets are set from.
    """

    def day(offset: int) -> date:
        return last + timedelta(days=offset)

    found = [_edit(NOTES, DayNote(one["id"], day(one["day"]), one["text"])) for one in raw["notes"]]
    found += [_edit(ACTIONS, _action(one, day(one["due"]), last)) for one in raw["actions"]]
    for one in raw["changes"]:
        items, first = tuple(one["items"]), day(one["day"]).isoformat()
        change = ShopChange(one["id"], one["name"], first, one["metric"], items, lift=one["lift"])
        found.append(_edit(CHANGES, change))
    for one in raw["experiments"]:
        found += _experiment(one, day(one["first_day"]))
    found += [_edit(TARGETS, row) for row in _targets(raw["targets"], last, amounts)]
    found += [_edit(SPRINTS, row) for row in _sprints(raw["sprints"], last)]
    return found


def goals_removed(workspace: Workspace, raw: Mapping[str, Any], *, last: date) -> list[RowEdit]:
    """Return the edits that take out the sample's targets and sprints, which have no ids: those still as made."""
    month = last.replace(day=1)
    targets = [row for row in workspace.rows(TARGETS).values() if row.start == month and _is_sample(row, raw)]
    sprints = [row for row in _sprints(raw["sprints"], last) if workspace.row(SPRINTS, SPRINTS.key_of(row)) == row]
    found = [RowEdit(TARGETS, TARGETS.key_of(row), None) for row in targets]
    return found + [RowEdit(SPRINTS, SPRINTS.key_of(row), None) for row in sprints]


def _is_sample(row: TargetRow, raw: Mapping[str, Any]) -> bool:
    return row.metric in {one["metric"] for one in raw["targets"]}


def _edit(collection: Collection[Any], row: Any) -> RowEdit:
    return RowEdit(collection, collection.key_of(row), row)


def _action(raw: Mapping[str, Any], due: date, created: date) -> Action:
    return Action(
        raw["id"], raw["metric"], raw["title"], owner=raw["owner"], due=due, reason=raw["reason"], created=created
    )


def _experiment(raw: Mapping[str, Any], start: date) -> Iterable[RowEdit]:
    made = Experiment(
        raw["id"],
        raw["name"],
        raw["arm_a"],
        raw["arm_b"],
        raw["base"],
        raw["lift"],
        raw["visitors_a_day"],
        start.isoformat(),
    )
    yield _edit(EXPERIMENTS, made)
    for place, entry in enumerate(raw["days"]):
        yield _edit(
            EXPERIMENT_DAYS, ExperimentDay(made.experiment_id, (start + timedelta(days=place)).isoformat(), *entry)
        )


def _targets(raw: Iterable[Mapping[str, Any]], last: date, amounts: Mapping[date, float]) -> Iterable[TargetRow]:
    start = last.replace(day=1)
    end = (start + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    before = sum(
        amount for day, amount in amounts.items() if start - timedelta(days=(end - start).days + 1) <= day < start
    )
    for one in raw:
        value = round(before * one["share"] / ROUND_YUAN) * ROUND_YUAN
        if value > 0:
            yield TargetRow(one["metric"], start, end, float(value))


def _sprints(raw: Iterable[Mapping[str, Any]], last: date) -> Iterable[SprintRow]:
    known = {template.key: template for template in templates()}
    for one in raw:
        template = known[one["template"]]
        yield from_template(template, start=last + timedelta(days=one["first_day"]), name=template.zh)
