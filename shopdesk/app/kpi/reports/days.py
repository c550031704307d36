"""The days of the period as one table, and the course of the main figures as charts."""

from __future__ import annotations

from datetime import timedelta
from math import isnan
from typing import Final

from shopdesk.app.kpi.reports.heads import has_parts, own_tiles, part_name
from shopdesk.app.kpi.reports.model import Chart, Column, Kind, Marked, Ratio, Section, Series, Table, Value
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.domain.kpi.catalogue import FEN_PARTS, BoardMetric
from shopdesk.domain.kpi.figures import daily_values
from shopdesk.domain.kpi.grouping import days_of
from shopdesk.domain.periods import Period

DETAIL: Final = (
    "pay_amount", "visitors", "page_views", "pay_buyers", "pay_items", "cart_users", "refund_amount", "ad_cost",
    "ad_gmv", "ad_clicks", "ad_impressions", "pay_cvr", "aov", "uv_value", "refund_rate", "ad_roi", "ad_ctr", "ad_cpc",
)  # fmt: skip
CHARTED: Final = ("pay_amount", "visitors", "pay_cvr", "ad_roi")
LOOK_BACK_DAYS: Final = 28
"""Days that the chart of a single day looks back over."""


def detail(source: ReportSource, period: Period) -> Section:
    """Return one row a day; ratios carry their formula, so that the workbook makes them anew."""
    words = source.words
    names = (*DETAIL, *(name for name in own_tiles(source) if source.metrics[name].is_of_its_day))
    metrics = [source.metrics[name] for name in names if has_parts(source, source.metrics[name])]
    shown = {metric.name for metric in metrics}
    columns = [Column("date", words("date"), Kind.DATE)]
    series = []
    for part in dict.fromkeys(part for metric in metrics for part in metric.parts):
        if part not in shown:
            kind = Kind.MONEY if part in FEN_PARTS else Kind.INTEGER
            columns.append(Column(part, part_name(words, part), kind))
            values = source.board.facts.window(part, period)
            series.append(values / 100 if part in FEN_PARTS else values)
    for metric in metrics:
        columns.append(_column(source, metric))
        series.append(daily_values(source.board.facts, metric, period))
    rows: list[tuple[Value, ...]] = [
        (day, *(known(float(values[place])) for values in series)) for place, day in enumerate(days_of(period))
    ]
    note = words("gaps_are_empty")
    table = Table("detail", words("detail"), tuple(columns), tuple(rows), note=note, pages=False)
    return Section("detail", words("detail"), (table,))


def _column(source: ReportSource, metric: BoardMetric) -> Column:
    ratio = Ratio(*_both(metric), metric.factor) if metric.is_ratio and all(_both(metric)) else None
    return Column(metric.name, source.metric_name(metric), KINDS[metric.unit], good=metric.good, ratio=ratio)


def _both(metric: BoardMetric) -> tuple[str, str]:
    """Return the two parts that a ratio is made of; empty where its sums are of several parts."""
    from shopdesk.domain.kpi.term import Name

    match metric.sums:
        case (Name(above), Name(below)):
            return above, below
    return metric.numerator, metric.denominator


def charts(source: ReportSource, span: ReportSpan, metrics: tuple[str, ...] = CHARTED) -> Section:
    """Return the course of some metrics day by day, with the days before beside."""
    period, before = span.period, span.before
    if period.days == 1:
        period = Period(period.end - timedelta(days=LOOK_BACK_DAYS - 1), period.end)
        before = period.shifted(days=-LOOK_BACK_DAYS)
    known_metrics = [source.metrics[name] for name in metrics if has_parts(source, source.metrics[name])]
    blocks = tuple(_chart(source, metric, period, before, span) for metric in known_metrics)
    words = source.words
    return Section("charts", words("charts"), blocks or (source.absent(["shop_daily"], "for_heads"),))


def _chart(source: ReportSource, metric: BoardMetric, period: Period, before: Period, span: ReportSpan) -> Chart:
    facts, words, kind = source.board.facts, source.words, KINDS[metric.unit]
    now = daily_values(facts, metric, period)
    earlier = daily_values(facts, metric, Period(before.start, before.start + timedelta(days=period.days - 1)))
    name = source.metric_name(metric)
    series = [Series(words("this_period"), tuple(known(float(value)) for value in now), kind)]
    old = tuple(known(float(value)) for value in earlier)
    if any(value is not None for value in old):
        base = words("days_before", count=period.days) if span.period.days == 1 else span.base
        series.append(Series(base, old, kind, dashed=True))
    return Chart(f"chart_{metric.name}", name, tuple(days_of(period)), tuple(series), marks=_marks(source, period))


def _marks(source: ReportSource, period: Period) -> tuple[Marked, ...]:
    return tuple(
        Marked(
            source.words.pair(campaign.zh, campaign.en),
            max(0, (campaign.start - period.start).days),
            min(period.days - 1, (campaign.end - period.start).days),
        )
        for campaign in source.calendar.within(period)
    )


def known(value: float) -> float | None:
    """Return a number, None where it is NaN."""
    return None if isnan(value) else value
