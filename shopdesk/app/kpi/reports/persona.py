"""季度人群: who buys, from the orders of the quarter."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.buyers import first_items, price_bands
from shopdesk.app.kpi.reports.customer_groups import customer_groups
from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.indicators import CUSTOMERS, indicator_section
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.rankings import ranking
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.kpi.segments.sums import BUYER, REGION

METRICS: Final = ("pay_amount", "pay_buyers", "aov", "old_buyer_share", "old_visitor_share", "refund_rate")


def persona(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a quarter."""
    return [
        heads(source, span, METRICS),
        *customer_groups(source, span),
        indicator_section(source, span, "customers", CUSTOMERS),
        ranking(source, span, BUYER),
        first_items(source, span),
        price_bands(source, span),
        ranking(source, span, REGION),
    ]
