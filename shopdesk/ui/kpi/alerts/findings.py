"""What the panel says of the alerts, with the sentence why below each: a job's work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.alert_board import AlertBoard, alert_board
from shopdesk.app.kpi.cause import answer
from shopdesk.app.kpi.segments import segments
from shopdesk.app.kpi.watching import ShownAlert
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.alerts.watch import Watches
from shopdesk.domain.kpi.attribution.explain import Question
from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.ui.kpi.cause import wording
from shopdesk.ui.kpi.view import BoardState, CauseRequest

AlertKey = tuple[str, str, str]
MOST_CAUSES: Final = 6
"""So many alerts get their sentence; further ones are a click away."""


@dataclass(frozen=True, slots=True)
class AlertFindings:
    """The panel's content, the watches it rests on, and the sentence why by the alert's key."""

    board: AlertBoard
    watches: Watches
    causes: Mapping[AlertKey, str]


def find_alerts(
    workspace: Workspace, state: BoardState, question_of: Callable[[ShownAlert], CauseRequest], job: JobContext
) -> AlertFindings:
    """Return what is out of the ordinary, and why."""
    board = alert_board(workspace, state.board, state.watches)
    open_ones = [one for one in board.alerts if one.alert.is_open][:MOST_CAUSES]
    cut = segments(workspace, job) if open_ones else None
    causes: dict[AlertKey, str] = {}
    for shown in open_ones:
        job.check()
        asked = question_of(shown)
        question = Question(shown.metric, asked.before, asked.after)
        found = answer(workspace, state.board.facts, question, calendar=state.calendar, segments=cut).found
        if isinstance(found, Explanation) and len(found.factors) > 1:
            causes[shown.alert.key] = wording.sentence(found)
    return AlertFindings(board, state.watches, causes)
