"""What was out of the ordinary: how far, how sure, since when, what it meant in yuan, and what caused it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from shopdesk.app.kpi.alert_marks import mark_of
from shopdesk.app.kpi.alert_rules import rules_of
from shopdesk.app.kpi.reports.causes import cause_line
from shopdesk.app.kpi.reports.model import Block, Cell, Column, Entry, Kind, Paragraph, Section, Table, Tone, goodness
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.app.kpi.watching import RECENT_DAYS, ShownAlert
from shopdesk.domain.kpi.alerts.alarms import Alert, alerts_of
from shopdesk.domain.kpi.alerts.judging import judged
from shopdesk.domain.kpi.alerts.verdicts import State
from shopdesk.domain.kpi.alerts.worth import worth_of
from shopdesk.domain.periods import Period

LISTED: Final = 12
WITH_CAUSE: Final = 3
WEEK_DAYS: Final = 7


def alerts(source: ReportSource, span: ReportSpan, *, limit: int = LISTED, causes: int = WITH_CAUSE) -> Section:
    """Return the alerts that touch the period, those with the most money first, each of the first with its cause."""
    words = source.words
    found = _touching(source, span.period)
    if not found:
        return Section("alerts", words("alerts"), (Paragraph(_calm(source, span.period), Tone.NOTE),))
    blocks: list[Block] = [_table(source, found[:limit], left=len(found) - limit)]
    for shown in found[:causes]:
        line = _cause(source, shown.alert, span.period)
        if line:
            blocks.append(Paragraph(words("alert_cause", name=source.metric_name(shown.metric), cause=line)))
    return Section("alerts", words("alerts"), tuple(blocks))


def _calm(source: ReportSource, period: Period) -> str:
    """Say that nothing stood out, of how many figures that can be said, and of how many not."""
    words, few, said = source.words, 0, 0
    for name, rule in rules_of(source.workspace).items():
        watch, metric = source.watches().of(name), source.metrics.get(name)
        if not rule.is_on or watch is None or metric is None:
            continue
        found = judged(source.board.facts, metric, watch, period.end, calendar=source.calendar, rule=rule)
        if found.state in (State.TOO_FEW, State.UNKNOWN):
            few += 1
        else:
            said += 1
    if not said:
        return words("nothing_watched")
    return words("no_alerts", count=said) + (words("some_too_few", count=few) if few else "")


def recent_span(span: ReportSpan) -> ReportSpan:
    """Return the same comparison over the days in which alerts count as recent."""
    period = Period(span.period.end - timedelta(days=RECENT_DAYS - 1), span.period.end)
    return ReportSpan(period, span.before, span.base, span.year_before, span.year_base)


def _touching(source: ReportSource, period: Period) -> list[ShownAlert]:
    watches, found = source.watches(), []
    for name, rule in rules_of(source.workspace).items():
        watch, metric = watches.of(name), source.metrics.get(name)
        if not rule.is_on or watch is None or metric is None:
            continue
        for alert in alerts_of(watch, rule):
            if alert.first <= period.end and alert.last >= period.start:
                worth = worth_of(alert, metric, watches)
                found.append(ShownAlert(alert, metric, worth, mark_of(source.workspace, alert)))
    return sorted(found, key=_order)


def _order(shown: ShownAlert) -> tuple[bool, float, float]:
    size = abs(shown.worth.amount) if shown.worth is not None else 0.0
    return not shown.alert.is_open, -size, -(shown.alert.chance or 0.0)


def _table(source: ReportSource, found: list[ShownAlert], *, left: int) -> Table:
    words = source.words
    columns = (
        Column("name", words("figure"), width=1.5),
        Column("since", words("since"), Kind.DATE, width=1.1),
        Column("value", words("actual")),
        Column("expected", words("expected")),
        Column("gap", words("gap"), Kind.PERCENT, signed=True, width=1.1),
        Column("worth", words("worth"), Kind.MONEY, signed=True, width=1.2),
        Column("chance", words("chance"), Kind.PERCENT, width=0.8),
        Column("state", words("state"), width=1.3),
    )
    notes = [words("alerts_note")]
    if left > 0:
        notes.append(words("more_todo", count=left))
    return Table("alerts", words("alerts"), columns, tuple(_row(source, one) for one in found), note=" ".join(notes))


def _row(source: ReportSource, shown: ShownAlert) -> tuple[Entry, ...]:
    alert, kind = shown.alert, KINDS[shown.metric.unit]
    return (
        source.metric_name(shown.metric),
        alert.since,
        Cell(alert.value, kind),
        Cell(alert.expected, kind),
        Cell(alert.gap, Kind.PERCENT, signed=True, good=goodness(shown.metric.good, alert.gap)),
        None if shown.worth is None else round(shown.worth.amount, 2),
        alert.chance,
        _state(source, shown),
    )


def _state(source: ReportSource, shown: ShownAlert) -> str:
    words, alert = source.words, shown.alert
    texts = [words("alert_open") if alert.is_open else words("alert_over", day=f"{alert.last:%m-%d}")]
    if alert.is_new_level:
        texts.append(words("alert_new_level"))
    if shown.mark.state.value != "new":
        texts.append(words(f"mark_{shown.mark.state}"))
    return words.listed(texts)


def _cause(source: ReportSource, alert: Alert, period: Period) -> str:
    """Return the factors of the alert's days against the same weekdays before."""
    last = min(alert.last, period.end)
    after = Period(min(alert.since, last), last)
    before = after.shifted(days=-WEEK_DAYS * (-(-after.days // WEEK_DAYS)))
    return cause_line(source, alert.metric, before, after)
