"""周报: the last whole week against the one before."""

from __future__ import annotations

from shopdesk.app.kpi.reports.advertising import advertising
from shopdesk.app.kpi.reports.bridge import bridge
from shopdesk.app.kpi.reports.days import charts, detail
from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.service import service
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.periods import Period

DETAIL_DAYS = 28


def weekly(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a week."""
    return [
        heads(source, span),
        charts(source, span),
        bridge(source, span),
        advertising(source, span),
        service(source, span.period),
        detail(source, Period.last(days=DETAIL_DAYS, until=span.period.end)),
    ]
