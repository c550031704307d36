"""Which changes of a plan the operator keeps from the console; they stay in the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RefusedChange:
    """One refused row of a plan's diff, by the row's own key."""

    plan_id: str
    change: str


REFUSED_CHANGES: Final = Collection("bid_refused_changes", RefusedChange, ("plan_id", "change"))


def refused_changes(workspace: Workspace, plan_id: str) -> frozenset[str]:
    """Return the keys of the rows that are refused in a plan."""
    return frozenset(row.change for row in workspace.rows(REFUSED_CHANGES).values() if row.plan_id == plan_id)


def refuse_changes(workspace: Workspace, plan_id: str, keys: Iterable[str], *, refused: bool) -> SetRows:
    """Return the change that refuses rows or takes them again; empty where nothing differs."""
    known = refused_changes(workspace, plan_id)
    wanted = [key for key in dict.fromkeys(keys) if (key in known) is not refused]
    if refused:
        return SetRows.put(REFUSED_CHANGES, [RefusedChange(plan_id, key) for key in wanted])
    return SetRows.drop(REFUSED_CHANGES, [(plan_id, key) for key in wanted])
