"""月报: a month against the one before and the year before, with what is left of the sales."""

from __future__ import annotations

from shopdesk.app.kpi.reports.advertising import advertising
from shopdesk.app.kpi.reports.bridge import bridge
from shopdesk.app.kpi.reports.days import charts, detail
from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.profit import profit
from shopdesk.app.kpi.reports.service import service
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.app.kpi.reports.year import year


def monthly(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a month."""
    return [
        heads(source, span),
        year(source, span),
        charts(source, span),
        bridge(source, span),
        profit(source, span.period),
        advertising(source, span),
        service(source, span.period),
        detail(source, span.period),
    ]
