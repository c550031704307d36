"""One view within 经营看板: what each gets to draw from, and how one asks for another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.app.kpi.board import Board
from shopdesk.domain.kpi.alerts.alarms import AlertRule
from shopdesk.domain.kpi.alerts.watch import NO_WATCHES, Watches
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui.context import UiContext

AFTER_PICTURE_S: Final = 0.1
"""What nobody waits for begins this much later: it would else hold the interpreter while tiles and chart are drawn."""


@dataclass(frozen=True, slots=True)
class BoardState:
    """What all views show at one moment: the joined facts, the period with its base, and the days named.

    ``day`` is the last complete day of the period, None where no leading figure is known. ``period`` is at
    most as long as the user chose; ``board.facts`` hold all days. ``watches`` say what was to be expected of each day
    (empty for the moment in which they are computed), ``rules`` when a metric raises an alert.
    """

    board: Board
    period: Period
    day: date | None
    comparison: Comparison
    calendar: CampaignCalendar
    watches: Watches = NO_WATCHES
    rules: Mapping[str, AlertRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CauseRequest:
    """Asks the cause view why a metric differs between two periods."""

    metric: str
    before: Period
    after: Period


class BoardView(QWidget):
    """A page within the board. It is made when it is first shown and told of every change while it is shown.

    Heavy work belongs in a ``LatestJob``; edits go through ``context.push``. ``wanted`` asks the board for
    another view by its key (overview, cause, segments, targets, trials, customers, reports) and hands
    over what to show there, e.g. a ``CauseRequest``.
    """

    uses: frozenset[str] = frozenset()  # document collections that the view shows beside the facts
    wanted = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_board(self, state: BoardState) -> None:
        """Draw from the state; called when shown and when facts, documents, period or comparison changed."""
        raise NotImplementedError

    def show_target(self, target: object) -> None:
        """Bring into view what another view asked for with ``wanted``."""

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches, None where the view has none."""
        return None
