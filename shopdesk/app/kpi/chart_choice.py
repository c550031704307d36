"""What the main chart shows beside its first metric; how the user looks at the shop, so it is no undoable edit."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from shopdesk.app.ports import WorkspaceError
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Comparison

SETTING: Final = "kpi_chart"
MOST_METRICS: Final = 6
MOST_UNITS: Final = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """``beside`` are metrics shown with the first one, ``overlays`` compared periods beside that of the tool bar.

    ``bars`` draws the figures of the first unit as bars: the combination chart.
    """

    beside: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    bars: bool = False

    def compared(self) -> tuple[Comparison, ...]:
        """Return the overlays that are still known."""
        known = {one.value for one in Comparison}
        return tuple(Comparison(name) for name in self.overlays if name in known)


def chart_choice(workspace: Workspace) -> ChartChoice:
    """Return what was chosen last, the plain chart where nothing was."""
    text = workspace.store.setting(SETTING)
    if not text:
        return ChartChoice()
    try:
        kept = json.loads(text)
        return ChartChoice(tuple(kept["beside"]), tuple(kept["overlays"]), bool(kept["bars"]))
    except (ValueError, KeyError, TypeError) as error:
        _log.warning("the chart's choice can't be read: %r", error)
        return ChartChoice()


def keep_chart_choice(workspace: Workspace, choice: ChartChoice) -> None:
    """Remember a choice; a shop that refuses goes without."""
    try:
        workspace.store.set_setting(SETTING, json.dumps(asdict(choice)))
    except WorkspaceError as error:
        _log.warning("the chart's choice is not kept: %s", error.code)


def unit_of(metric: BoardMetric) -> Unit:
    """Return the axis a metric stands on: people and events are both counted."""
    return Unit.COUNT if metric.unit is Unit.PEOPLE else metric.unit


def may_join(metric: BoardMetric, shown: Sequence[BoardMetric]) -> bool:
    """Return whether a metric may be added: six at most, on two units at most."""
    units = {unit_of(one) for one in (*shown, metric)}
    return metric in shown or (len(shown) < MOST_METRICS and len(units) <= MOST_UNITS)
