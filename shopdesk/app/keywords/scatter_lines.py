"""Where the user has put the lines of the scatter; how one looks at the shop, so it is no undoable edit."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Final

from shopdesk.app.ports import WorkspaceError
from shopdesk.app.workspace import Workspace

SETTING: Final = "keyword_scatter"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScatterLines:
    """``ctr`` as a fraction and ``value`` in yuan a click; None where the line stands where it does by itself."""

    ctr: float | None = None
    value: float | None = None


def scatter_lines(workspace: Workspace) -> ScatterLines:
    """Return where the lines were put last."""
    text = workspace.store.setting(SETTING)
    if not text:
        return ScatterLines()
    try:
        kept = json.loads(text)
        return ScatterLines(_number(kept.get("ctr")), _number(kept.get("value")))
    except (ValueError, AttributeError) as error:
        _log.warning("the lines of the scatter can't be read: %r", error)
        return ScatterLines()


def keep_scatter_lines(workspace: Workspace, lines: ScatterLines) -> None:
    """Remember the lines; a shop that refuses goes without."""
    try:
        workspace.store.set_setting(SETTING, json.dumps(asdict(lines)))
    except WorkspaceError as error:
        _log.warning("the lines of the scatter are not kept: %s", error.code)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and isfinite(value) and value >= 0 else None
