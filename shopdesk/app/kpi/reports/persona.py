"""季度人群: who buys, from the orders of the quarter."""

from __future__ import annotations

from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan

METRICS = ("pay_amount", "pay_buyers", "aov", "old_buyer_share", "old_visitor_share", "refund_rate")


def persona(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a quarter."""
    return [heads(source, span, METRICS)]
