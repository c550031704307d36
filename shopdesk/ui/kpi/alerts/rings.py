"""What the chart and the tab show of alerts: rings on a metric's days, and the number on the tab."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shopdesk.app.kpi.alert_board import AlertBoard
from shopdesk.app.kpi.watching import ShownAlert
from shopdesk.ui.charts.day_data import Ring


def rings(alerts: Iterable[ShownAlert], metric: str, *, today: date) -> tuple[Ring, ...]:
    """Return the rings of a metric among alerts as they are numbered; those that don't wait are grey."""
    return tuple(
        Ring(number, shown.alert.first, shown.alert.last, closed=not shown.is_waiting(today))
        for number, shown in enumerate(alerts, start=1)
        if shown.metric.name == metric
    )


def badge_count(board: AlertBoard, today: date) -> int:
    """Return how many open alerts nobody has dealt with."""
    return len(board.waiting(today))
