"""A group of figures as a table: now, before, change; those that no report gives are named, with what to import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shopdesk.app.kpi.reports.heads import change_cell, has_parts
from shopdesk.app.kpi.reports.model import Absent, Block, Cell, Column, Entry, Section, Table
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.domain.kpi.catalogue import PARTS, BoardMetric
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.kpi.parts import RollUp

SERVICE: Final = (
    "dsr_desc", "dsr_serv", "dsr_logi", "refund_rate", "refund_rate_count", "refund_speed", "dispute_rate", "good_rate",
    "neg_open", "neg_24h", "first_reply", "reply_rate",
)  # fmt: skip
DAILY_SERVICE: Final = ("dsr_desc", "dsr_serv", "dsr_logi", "refund_rate", "neg_open")
GOODS: Final = ("sell_through_period", "new_sell_through", "sold_out", "stock_days")
CUSTOMERS: Final = (
    "pay_buyers", "first_buyer_share", "repeat_users_period", "repeat_users_90", "repeat_order_share_period", "rebuy",
    "old_buyer_sales_share", "ltv", "cac",
)  # fmt: skip
LIVE: Final = ("live_gpm", "live_uv_value", "live_stay", "live_enter", "live_item_ctr", "live_pay", "live_fan")
VIDEO: Final = ("vid_plays", "vid_finish", "vid_5s", "vid_like", "vid_engage")


def indicators(source: ReportSource, span: ReportSpan, key: str, names: Sequence[str]) -> tuple[Block, ...]:
    """Return the figures of a group as blocks: the table of those known and a note on each that isn't."""
    words = source.words
    metrics = [source.metrics[name] for name in names if name in source.metrics]
    known = [metric for metric in metrics if has_parts(source, metric)]
    blocks: list[Block] = []
    if known:
        columns = (
            Column("name", words("figure"), width=2),
            Column("now", words("this_period")),
            Column("before", words("value_before")),
            Column("change", span.base),
        )
        rows = tuple(_row(source, span, metric) for metric in known)
        blocks.append(Table(key, words(f"indicators_{key}"), columns, rows))
    unknown = [metric for metric in metrics if metric not in known]
    if unknown:
        blocks.append(_absent(source, unknown))
    return tuple(blocks)


def indicator_section(source: ReportSource, span: ReportSpan, key: str, names: Sequence[str]) -> Section:
    """Return a group of figures as a section of its own."""
    return Section(key, source.words(f"indicators_{key}"), indicators(source, span, key, names))


def where_known(source: ReportSource, span: ReportSpan, key: str, names: Sequence[str]) -> list[Section]:
    """Return a group that only some shops have (live streams, videos); nothing where no figure of it is there."""
    known = [name for name in names if name in source.metrics and has_parts(source, source.metrics[name])]
    return [indicator_section(source, span, key, names)] if known else []


def _row(source: ReportSource, span: ReportSpan, metric: BoardMetric) -> tuple[Entry, ...]:
    facts, kind = source.board.facts, KINDS[metric.unit]
    now, before = figure(facts, metric, span.period), figure(facts, metric, span.before)
    name = source.metric_name(metric)
    return (name, Cell(now.value, kind), Cell(before.value, kind), change_cell(facts, now, before))


def _absent(source: ReportSource, metrics: Sequence[BoardMetric]) -> Absent:
    """Return which figures no report gives, and the reports that would give them."""
    words, facts = source.words, source.board.facts
    missing = [part for metric in metrics for part in metric.parts if part not in facts.parts]
    tables = list(dict.fromkeys(table for part in missing for table in _tables(part)))
    lacking = [table for table in tables if table not in source.board.files]
    text = words(
        "indicators_absent" if lacking else "indicators_columns",
        names=words.listed([source.metric_name(metric) for metric in metrics]),
        tables=words.listed([source.table_name(table) for table in lacking or tables]),
    )
    return Absent(text, (lacking or tables or [""])[0])


def _tables(part: str) -> tuple[str, ...]:
    """Return the table that would best give a part; windows are made from orders or items."""
    known = PARTS.get(part)
    if known is None:
        return ()
    if known.roll_up.is_window:
        return ("orders",) if known.roll_up is RollUp.ORDERS else ("item_daily",)
    return tuple("ad_campaign" if table == "ads" else table for table in known.tables[:1])
