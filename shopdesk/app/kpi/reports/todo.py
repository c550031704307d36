"""What is to be done: the actions that somebody took on, by day, and those that are overdue."""

from __future__ import annotations

from shopdesk.app.kpi.actions import Action, ActionState, actions_of
from shopdesk.app.kpi.reports.model import Column, Entry, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource


def todo(source: ReportSource, *, limit: int = 10) -> Section:
    """Return the planned actions, the earliest due first."""
    words = source.words
    planned = [action for action in actions_of(source.workspace) if action.state is ActionState.PLANNED]
    if not planned:
        return Section("todo", words("todo"), (Paragraph(words("nothing_to_do"), Tone.NOTE),))
    columns = (
        Column("due", words("due"), Kind.DATE, width=1.1),
        Column("title", words("todo_title"), width=3.4),
        Column("metric", words("todo_metric"), width=1.4),
        Column("owner", words("owner")),
        Column("state", words("state")),
    )
    rows = tuple(_row(source, action) for action in planned[:limit])
    note = words("more_todo", count=len(planned) - limit) if len(planned) > limit else ""
    return Section("todo", words("todo"), (Table("todo", words("todo"), columns, rows, note=note),))


def _row(source: ReportSource, action: Action) -> tuple[Entry, ...]:
    words = source.words
    metric = source.metrics.get(action.metric)
    today = source.made_at.date()
    state = words("overdue") if action.due is not None and action.due < today else words("planned")
    name = source.metric_name(metric) if metric is not None else ""
    return (action.due, action.title or words("untitled"), name, action.owner, state)
