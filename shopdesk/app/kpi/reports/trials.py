"""What was changed and whether it worked: judged changes and A/B tests, with "can't tell yet" as an answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.reports.model import Block, Column, Entry, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.app.kpi.trials import (
    CHANGES,
    EXPERIMENTS,
    Experiment,
    ShopChange,
    answer,
    days_of,
    entries_of,
    items_by_day,
    plan_of,
)
from shopdesk.domain.kpi.trials.experiment import result
from shopdesk.domain.kpi.trials.items import can_judge

RECENT_DAYS: Final = 60
"""Changes older than this are told no more."""
JUDGED: Final = 3
"""Judging takes a second each; the newest are judged."""


def trials(source: ReportSource, span: ReportSpan) -> Section:
    """Return changes and tests that are about the period."""
    words = source.words
    changes, experiments = _recent(source, span), list(source.workspace.rows(EXPERIMENTS).values())
    blocks: list[Block] = []
    if changes:
        blocks.append(_changes(source, changes))
    if experiments:
        blocks.append(_experiments(source, experiments))
    return Section("trials", words("trials"), tuple(blocks) or (Paragraph(words("no_trials"), Tone.NOTE),))


def _recent(source: ReportSource, span: ReportSpan) -> list[ShopChange]:
    first = span.period.start - timedelta(days=RECENT_DAYS)
    rows = source.workspace.rows(CHANGES).values()
    own = [
        row
        for row in rows
        if first <= date.fromisoformat(row.day) <= span.period.end and _can_judge(source, row.metric)
    ]
    return sorted(own, key=lambda row: row.day, reverse=True)[:JUDGED]


def _can_judge(source: ReportSource, name: str) -> bool:
    metric = source.metrics.get(name)
    return metric is not None and can_judge(metric)


def _changes(source: ReportSource, changes: list[ShopChange]) -> Table:
    words = source.words
    items = items_by_day(source.workspace, SILENT) if any(change.items for change in changes) else None
    everything = list(source.workspace.rows(CHANGES).values())
    rows: list[tuple[Entry, ...]] = []
    for change in changes:
        others = [one for one in everything if one.change_id != change.change_id]
        metric, facts = source.metrics[change.metric], source.board.facts
        found = answer(change, others, metric=metric, facts=facts, items=items, calendar=source.calendar, job=SILENT)
        relative = found.judgement.relative
        rows.append(
            (
                change.name,
                date.fromisoformat(change.day),
                source.metric_name(metric),
                words(f"trial_{found.outcome}"),
                relative.middle if relative is not None else None,
                found.judgement.days_left,
            )
        )
    columns = (
        Column("name", words("trial_name"), width=2),
        Column("day", words("first_day"), Kind.DATE),
        Column("metric", words("todo_metric"), width=1.2),
        Column("verdict", words("verdict"), width=1.8),
        Column("effect", words("trial_effect"), Kind.PERCENT, signed=True),
        Column("left", words("days_left"), Kind.INTEGER, width=0.8),
    )
    return Table("changes", words("changes_title"), columns, tuple(rows), note=words("changes_note"))


def _experiments(source: ReportSource, experiments: list[Experiment]) -> Table:
    words = source.words
    rows: list[tuple[Entry, ...]] = []
    for row in sorted(experiments, key=lambda one: one.start, reverse=True):
        entries, _bad = entries_of(days_of(source.workspace, row.experiment_id))
        found = result(plan_of(row), entries)
        arms = found.arms
        rates = [
            buyers / visitors if visitors else None
            for buyers, visitors in ((arms.buyers_a, arms.visitors_a), (arms.buyers_b, arms.visitors_b))
        ]
        rows.append((row.name, words(f"experiment_{found.answer}"), *rates, found.days, found.days_left))
    columns = (
        Column("name", words("trial_name"), width=2),
        Column("verdict", words("verdict"), width=1.8),
        Column("a", words("arm_rate", name="A"), Kind.PERCENT),
        Column("b", words("arm_rate", name="B"), Kind.PERCENT),
        Column("days", words("days"), Kind.INTEGER, width=0.8),
        Column("left", words("days_left"), Kind.INTEGER, width=0.8),
    )
    return Table("experiments", words("experiments_title"), columns, tuple(rows))
