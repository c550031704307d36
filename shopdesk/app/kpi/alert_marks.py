"""What the user did about an alert: handled, ignored, later, with a note; a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.alerts.alarms import Alert


class MarkState(StrEnum):
    """What became of an alert."""

    NEW = "new"
    HANDLED = "handled"
    IGNORED = "ignored"
    LATER = "later"  # until a day


@dataclass(frozen=True, slots=True)
class AlertMark:
    """The mark on one alert, which is known by its metric, first day and direction ("up", "down")."""

    metric: str
    first: str
    direction: str
    state: MarkState = MarkState.NEW
    until: date | None = None
    note: str = ""

    def is_waiting(self, today: date) -> bool:
        """Return whether the alert still asks for something on a day."""
        if self.state is MarkState.LATER:
            return self.until is None or today >= self.until
        return self.state is MarkState.NEW


ALERT_MARKS: Final = Collection("kpi_alert_marks", AlertMark, ("metric", "first", "direction"))


def mark_of(workspace: Workspace, alert: Alert) -> AlertMark:
    """Return the mark on an alert, a new one where there is none."""
    return workspace.row(ALERT_MARKS, alert.key) or AlertMark(*alert.key)


def set_mark(mark: AlertMark, **fields: Any) -> SetRows:
    """Return the change that sets fields of a mark; a day to be reminded goes with ``LATER`` alone."""
    new = replace(mark, **fields)
    return SetRows.put(ALERT_MARKS, [new if new.state is MarkState.LATER else replace(new, until=None)])
