"""周报: the last whole week against the one before."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.advertising import advertising
from shopdesk.app.kpi.reports.ahead import ahead
from shopdesk.app.kpi.reports.alerts import alerts
from shopdesk.app.kpi.reports.causes import causes
from shopdesk.app.kpi.reports.days import charts, detail
from shopdesk.app.kpi.reports.goals import goals
from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.indicators import LIVE, SERVICE, VIDEO, where_known
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.rankings import ranking
from shopdesk.app.kpi.reports.service import service
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.app.kpi.reports.todo import todo
from shopdesk.app.kpi.reports.trials import trials
from shopdesk.app.kpi.reports.year import year
from shopdesk.domain.kpi.segments.sums import ITEM, SOURCE
from shopdesk.domain.periods import Period

DETAIL_DAYS: Final = 28
AHEAD_DAYS: Final = 14


def weekly(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a week."""
    return [
        heads(source, span),
        year(source, span),
        charts(source, span),
        alerts(source, span),
        causes(source, span),
        ranking(source, span, SOURCE),
        ranking(source, span, ITEM),
        advertising(source, span),
        service(source, span, SERVICE),
        *where_known(source, span, "live", LIVE),
        *where_known(source, span, "video", VIDEO),
        goals(source, span),
        trials(source, span),
        todo(source),
        ahead(source, days=AHEAD_DAYS),
        detail(source, Period.last(days=DETAIL_DAYS, until=span.period.end)),
    ]
