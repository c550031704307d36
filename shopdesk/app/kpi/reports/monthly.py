"""月报: a month against the one before and the year before, with what is left of the sales."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.advertising import advertising
from shopdesk.app.kpi.reports.ahead import ahead
from shopdesk.app.kpi.reports.causes import causes
from shopdesk.app.kpi.reports.competitors import competitors
from shopdesk.app.kpi.reports.days import charts, detail
from shopdesk.app.kpi.reports.goals import goals
from shopdesk.app.kpi.reports.heads import heads
from shopdesk.app.kpi.reports.indicators import CUSTOMERS, GOODS, LIVE, SERVICE, VIDEO, indicator_section, where_known
from shopdesk.app.kpi.reports.model import Section
from shopdesk.app.kpi.reports.profit import profit
from shopdesk.app.kpi.reports.rankings import ranking
from shopdesk.app.kpi.reports.service import service
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.app.kpi.reports.todo import todo
from shopdesk.app.kpi.reports.trials import trials
from shopdesk.app.kpi.reports.year import year
from shopdesk.domain.kpi.segments.sums import BUYER, ITEM, REGION, SOURCE

AHEAD_DAYS: Final = 31
DIMENSIONS: Final = (SOURCE, ITEM, BUYER, REGION)


def monthly(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections of a month."""
    return [
        heads(source, span),
        year(source, span),
        goals(source, span),
        charts(source, span),
        causes(source, span),
        profit(source, span.period),
        *(ranking(source, span, dimension) for dimension in DIMENSIONS),
        advertising(source, span),
        service(source, span, SERVICE),
        *where_known(source, span, "live", LIVE),
        *where_known(source, span, "video", VIDEO),
        indicator_section(source, span, "goods", GOODS),
        indicator_section(source, span, "customers", CUSTOMERS),
        competitors(source),
        trials(source, span),
        todo(source),
        ahead(source, days=AHEAD_DAYS),
        detail(source, span.period),
    ]
