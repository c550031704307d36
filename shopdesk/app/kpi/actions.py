"""What the shop decided to do about a figure: who, until when, and the metric that it is judged by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import uuid4

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace


class ActionState(StrEnum):
    """How far an action has come."""

    PLANNED = "planned"
    DONE = "done"  # carried out; from ``started`` on it is judged
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """One action. ``started`` is the first day on which it works, None while it is only planned."""

    action_id: str
    metric: str
    title: str
    owner: str = ""
    due: date | None = None
    state: ActionState = ActionState.PLANNED
    started: date | None = None
    reason: str = ""
    note: str = ""
    created: date | None = None


ACTIONS: Final = Collection("kpi_actions", Action, ("action_id",))


def new_action(metric: str, **fields: Any) -> Action:
    """Return an action with some of its ``fields`` that is stored nowhere yet."""
    return Action(uuid4().hex, metric, **{"title": "", **fields})


def actions_of(workspace: Workspace, metric: str = "") -> list[Action]:
    """Return the actions on a metric (all without one): planned first by due day, then the newest carried out."""
    found = [row for row in workspace.rows(ACTIONS).values() if not metric or row.metric == metric]
    return sorted(found, key=_order)


def _order(action: Action) -> tuple[int, int, str]:
    place = {ActionState.PLANNED: 0, ActionState.DONE: 1, ActionState.DROPPED: 2}[action.state]
    day = action.due or date.max if action.state is ActionState.PLANNED else action.started or date.min
    return place, day.toordinal() * (1 if place == 0 else -1), action.title


def put_action(action: Action) -> SetRows:
    """Return the change that stores an action."""
    return SetRows.put(ACTIONS, [action])


def set_action(action: Action, **fields: Any) -> SetRows:
    """Return the change that sets fields of an action; empty where nothing differs."""
    new = replace(action, **fields)
    return SetRows(()) if new == action else put_action(new)


def carry_out(action: Action, day: date) -> SetRows:
    """Return the change that says an action works from a day on."""
    return set_action(action, state=ActionState.DONE, started=day)


def drop_action(action: Action) -> SetRows:
    """Return the change that removes an action."""
    return SetRows.drop(ACTIONS, [(action.action_id,)])
