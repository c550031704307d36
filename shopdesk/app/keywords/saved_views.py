"""Ways of looking at the table of words that the user has named: filters, sort and columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace

LONGEST_NAME: Final = 40  # characters


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view: ``filters`` hold each column's filter as JSON, ``sort`` column names (``-`` before: descending),
    ``columns`` the shown columns from left to right, ``quadrant`` the card that filters (empty: none).
    """

    name: str
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    quadrant: str = ""
    shipped: str = ""  # the shipped view whose own filter it keeps


SAVED_VIEWS: Final = Collection("keyword_views", SavedView, ("name",))


def saved_views(workspace: Workspace) -> tuple[SavedView, ...]:
    """Return the user's views by name."""
    return tuple(sorted(workspace.rows(SAVED_VIEWS).values(), key=lambda view: view.name))


def save_view(view: SavedView) -> SetRows:
    """Return the change that keeps a view; one of the same name is replaced."""
    return SetRows.put(SAVED_VIEWS, [view])


def delete_view(name: str) -> SetRows:
    """Return the change that forgets a view."""
    return SetRows.drop(SAVED_VIEWS, [(name,)])
