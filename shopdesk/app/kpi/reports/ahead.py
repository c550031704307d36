"""What comes next: the campaign days of the days after the report."""

from __future__ import annotations

from datetime import timedelta

from shopdesk.app.kpi.reports.model import Column, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource
from shopdesk.domain.periods import Period


def ahead(source: ReportSource, *, days: int) -> Section:
    """Return the campaigns that touch the next days."""
    words = source.words
    first = source.day + timedelta(days=1)
    coming = source.calendar.within(Period(first, source.day + timedelta(days=days)))
    title = words("ahead", count=days)
    if not coming:
        return Section("ahead", title, (Paragraph(words("nothing_ahead"), Tone.NOTE),))
    columns = (
        Column("name", words("campaign"), width=2),
        Column("start", words("first_day"), Kind.DATE),
        Column("end", words("last_day"), Kind.DATE),
    )
    rows = tuple((words.pair(one.zh, one.en), one.start, one.end) for one in coming)
    return Section("ahead", title, (Table("ahead", title, columns, rows),))
