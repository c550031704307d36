"""What the user edits of the board: which tiles are shown, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import DEFAULT_TILES


@dataclass(frozen=True, slots=True)
class TileChoice:
    """The tiles of a board, in order; one row a board."""

    board: str
    metrics: tuple[str, ...]


TILES: Final = Collection("kpi_tiles", TileChoice, ("board",))
MAIN: Final = "main"


def chosen_tiles(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of the tiles shown; the default where nothing was chosen."""
    row = workspace.row(TILES, (MAIN,))
    known = metrics_of(workspace)
    kept = tuple(name for name in row.metrics if name in known) if row else ()
    return kept or DEFAULT_TILES


def choose_tiles(metrics: Sequence[str]) -> SetRows:
    """Return the change that shows these tiles in this order."""
    return SetRows.put(TILES, [TileChoice(MAIN, tuple(dict.fromkeys(metrics)))])
