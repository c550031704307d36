"""Targets and sprint goals: where they stand, where they lead, and how sure that is."""

from __future__ import annotations

from typing import Final

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.reports.model import Block, Cell, Column, Entry, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.app.kpi.target_standing import Forecasts, Standing
from shopdesk.app.kpi.targets import TARGETS, SprintRow, TargetRow, sprints_of, targets_of
from shopdesk.domain.kpi.targets.goal import Direction
from shopdesk.domain.kpi.targets.progress import Progress, Verdict
from shopdesk.domain.kpi.targets.sprint import GoalProgress
from shopdesk.domain.periods import Period

KEY: Final = "goals"
_GOOD: Final = {Verdict.ON_COURSE: 1, Verdict.REACHED: 1, Verdict.BEHIND: -1, Verdict.MISSED: -1}
"""Only what can be said of a target is called good or bad; being behind pace today alone is not."""


def goals(source: ReportSource, span: ReportSpan, *, sprint: bool = True) -> Section:
    """Return the targets whose period touches that of the report, and the sprint that runs."""
    words = source.words
    rows = [row for row in targets_of(source.workspace) if _touches(row.period, span.period)]
    running = next((row for row in sprints_of(source.workspace) if _touches(row.period, span.period)), None)
    if not sprint:
        running = None
    if not rows and running is None:
        return Section(KEY, words("goals"), (Paragraph(words("no_goals"), Tone.NOTE),))
    forecasts = Forecasts(source.board.facts, until=source.day, calendar=source.calendar, metrics=source.metrics)
    standing = forecasts.standing(rows, running, SILENT)
    blocks: list[Block] = []
    if rows:
        blocks.append(_targets(source, rows, standing))
    if running is not None and standing.goals:
        blocks.append(_sprint(source, running, standing))
    return Section(KEY, words("goals"), tuple(blocks))


def _touches(own: Period, other: Period) -> bool:
    return own.start <= other.end and own.end >= other.start


def _targets(source: ReportSource, rows: list[TargetRow], standing: Standing) -> Table:
    words = source.words
    columns = (
        Column("name", words("figure"), width=1.3),
        Column("period", words("period"), width=1.7),
        Column("target", words("target")),
        Column("actual", words("actual")),
        Column("pace", words("pace")),
        Column("projected", words("projected"), width=2.5),
        Column("verdict", words("verdict"), width=1.2),
        Column("left", words("days_left"), Kind.INTEGER, width=0.7),
    )
    shown = []
    for row in rows:
        progress = standing.targets.get(TARGETS.key_of(row))
        if progress is not None:
            shown.append(_target_row(source, progress))
    return Table("targets", words("targets_title"), columns, tuple(shown), note=words("targets_note"))


def _target_row(source: ReportSource, progress: Progress) -> tuple[Entry, ...]:
    words, target = source.words, progress.target
    kind = KINDS[target.metric.unit]
    side = "≥ " if target.direction is Direction.AT_LEAST else "≤ "
    return (
        f"{source.metric_name(target.metric)} {side.strip()}",
        words.span(target.period),
        Cell(target.value, kind),
        Cell(progress.actual, kind, good=_GOOD.get(progress.verdict, 0)),
        Cell(progress.pace, kind),
        _projection(source, progress, kind),
        words(f"goal_{progress.verdict}"),
        progress.days_left,
    )


def _projection(source: ReportSource, progress: Progress | GoalProgress, kind: Kind) -> str:
    words, found = source.words, progress.projection
    if found is None:
        return words("goal_too_few") if progress.days_left else ""
    median, low, high = (words.value(value, kind) for value in (found.median, found.low, found.high))
    return words("projection", median=median, low=low, high=high)


def _sprint(source: ReportSource, sprint: SprintRow, standing: Standing) -> Table:
    words = source.words
    columns = (
        Column("name", words("figure"), width=1.3),
        Column("base", words("sprint_base")),
        Column("planned", words("sprint_planned")),
        Column("actual", words("actual")),
        Column("end", words("sprint_end")),
        Column("projected", words("projected"), width=2.5),
        Column("verdict", words("verdict"), width=1.2),
        Column("left", words("days_left"), Kind.INTEGER, width=0.7),
    )
    rows = []
    for progress in standing.goals.values():
        kind = KINDS[progress.goal.metric.unit]
        rows.append(
            (
                source.metric_name(progress.goal.metric),
                Cell(progress.base, kind),
                Cell(progress.planned_to_date, kind),
                Cell(progress.actual, kind),
                Cell(progress.planned, kind),
                _projection(source, progress, kind),
                words(f"goal_{progress.verdict}"),
                progress.days_left,
            )
        )
    title = words("sprint_title", name=sprint.name, when=words.span(sprint.period))
    note = "" if sprint.is_checked else words("sprint_unchecked")
    return Table("sprint", title, columns, tuple(rows), note=note)
