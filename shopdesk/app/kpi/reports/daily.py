"""日报: yesterday on one page."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.advertising import advertising
from shopdesk.app.kpi.reports.alerts import alerts, recent_span
from shopdesk.app.kpi.reports.days import charts, detail
from shopdesk.app.kpi.reports.goals import goals
from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.indicators import DAILY_SERVICE
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.pace import month_so_far
from shopdesk.app.kpi.reports.service import service
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.app.kpi.reports.todo import todo
from shopdesk.domain.periods import Period

ALERTS: Final = 3
PLANS: Final = 5
REASONS: Final = 3
TODOS: Final = 5
DETAIL_DAYS: Final = 28


def daily(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a day: the printed page holds the head, the workbook also the days before."""
    return [
        heads(source, span),
        alerts(source, span, limit=ALERTS, causes=ALERTS),
        advertising(source, span, limit=PLANS),
        service(source, span, DAILY_SERVICE, limit=REASONS, is_brief=True),
        todo(source, limit=TODOS),
        month_so_far(source),
        goals(source, span, sprint=False),
        charts(source, span, ("pay_amount",)),
        detail(source, Period.last(days=DETAIL_DAYS, until=span.period.end)),
    ]


def alert_list(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the recent alerts by themselves, for automation."""
    return [alerts(source, recent_span(span)), heads(source, span)]
