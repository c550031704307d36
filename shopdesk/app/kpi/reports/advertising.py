"""Paid search by plan: spend and what it brought."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.model import Kind, Paragraph, Ratio, Section, Tone
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.app.kpi.reports.tables import Made, Summed, sums_of, table_of
from shopdesk.app.kpi.reports.words import Words
from shopdesk.domain.metrics import Good

CUTS: Final = (("ad_campaign", "campaign"), ("ad_scene", "scene"), ("ad_adgroup", "campaign"), ("ad_item", "item"))
"""Ad reports that may stand for the whole spend, with the column that names a row; never added to one another."""
LISTED: Final = 12


def advertising(source: ReportSource, span: ReportSpan, *, limit: int = LISTED) -> Section:
    """Return the ads of the period by plan."""
    words = source.words
    title = words("advertising")
    for cut, name in CUTS:
        rows = source.day_rows(cut, span.period)
        if rows.empty or "cost" not in rows.columns:
            continue
        sums = sums_of(rows, name, _sums(words))
        if not sums.by:
            continue
        names = sorted(sums.by, key=lambda one: -(sums.by[one].get("cost") or 0))
        note = words("more_rows", count=len(names) - limit) if len(names) > limit else ""
        table = table_of(
            "advertising", title, words(f"ad_by_{name}"), sums, (*_sums(words), *_ratios(words)),
            names=names[:limit], total=words("total"), note=note,
        )  # fmt: skip
        return Section("advertising", title, (table,))
    known = any(len(source.workspace.frame(cut)) for cut, _name in CUTS)
    block = Paragraph(words("no_ads_in_period"), Tone.NOTE) if known else source.absent(["ad_campaign"], "for_ads")
    return Section("advertising", title, (block,))


def _sums(words: Words) -> tuple[Summed, ...]:
    return (
        Summed("cost", words("cost"), "cost", Kind.MONEY, fen=True),
        Summed("impressions", words("impressions"), "impressions", Kind.INTEGER),
        Summed("clicks", words("clicks"), "clicks", Kind.INTEGER),
        Summed("orders", words("ad_orders"), "ad_orders", Kind.INTEGER),
        Summed("gmv", words("ad_gmv"), "ad_gmv", Kind.MONEY, fen=True),
    )


def _ratios(words: Words) -> tuple[Made, ...]:
    return (
        Made("ctr", words("ctr"), Kind.PERCENT, Ratio("clicks", "impressions"), Good.UP),
        Made("cpc", "CPC", Kind.MONEY, Ratio("cost", "clicks"), Good.DOWN),
        Made("roi", "ROI", Kind.TIMES, Ratio("gmv", "cost"), Good.UP),
    )
