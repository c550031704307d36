"""What is left of the sales: refunds, goods and ads taken off, where the costs of the goods are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shopdesk.app.kpi.reports.model import Amount, Block, Kind, Paragraph, Section, Tone, Waterfall
from shopdesk.app.kpi.reports.source import ReportSource
from shopdesk.domain.keywords.margin import line_money, unit_costs
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

MIN_COVERED: Final = 0.5
"""Costs must be known for this share of the money before a profit is stated."""


def profit(source: ReportSource, period: Period) -> Section:
    """Return the bridge from paid amount to contribution."""
    return Section("profit", source.words("profit"), _blocks(source, period))


def _blocks(source: ReportSource, period: Period) -> tuple[Block, ...]:
    words, facts = source.words, source.board.facts
    lines, costs, orders = source.rows("order_lines"), source.rows("costs"), source.rows("orders")
    missing = [name for name, rows in (("order_lines", lines), ("costs", costs), ("orders", orders)) if rows.empty]
    if "pay_amount" not in facts.parts:
        missing.insert(0, "shop_daily")
    if missing:
        return (source.absent(missing, "for_profit"),)
    found = _goods(lines, costs, orders, period)
    amount = figure(facts, BOARD["pay_amount"], period)
    if found is None or amount.value is None:
        return (Paragraph(words("profit_unknown"), Tone.UNKNOWN),)
    share, covered, count = found
    if covered < MIN_COVERED:
        text = words("profit_uncovered", covered=words.value(covered, Kind.PERCENT, decimals=0))
        return (Paragraph(text, Tone.UNKNOWN),)
    steps = [Amount(words("goods_cost"), _cents(-share * amount.value), Kind.MONEY)]
    for name in ("refund_amount", "ad_cost"):
        one = figure(facts, BOARD[name], period)
        if one.value is not None:
            steps.insert(len(steps) - 1, Amount(source.metric_name(BOARD[name]), _cents(-one.value), Kind.MONEY))
    start = _cents(amount.value)
    left = _cents(start + sum(step.value or 0 for step in steps))
    note = words("profit_note", covered=words.value(covered, Kind.PERCENT, decimals=0), count=count)
    return (
        Waterfall(
            "profit",
            words("profit_title"),
            Amount(source.metric_name(BOARD["pay_amount"]), start, Kind.MONEY),
            tuple(steps),
            Amount(words("contribution"), left, Kind.MONEY),
            note,
        ),
    )


def _cents(value: float) -> float:
    return round(value, 2)


def _goods(
    lines: pd.DataFrame, costs: pd.DataFrame, orders: pd.DataFrame, period: Period
) -> tuple[float, float, int] | None:
    """Return cost of goods by yuan sold, the share of the money whose cost is known, and the lines that tell."""
    if "unit_cost" not in costs.columns or "quantity" not in lines.columns or "paid_at" not in orders.columns:
        return None
    days = orders["paid_at"].dt.date
    own = orders.loc[orders["paid_at"].notna() & (days >= period.start) & (days <= period.end)]
    sold = lines.loc[lines["order_id"].isin(own["order_id"])]
    money = line_money(sold, orders)
    if money is None:
        return None
    counted = money.notna() & (money > 0) & sold["quantity"].notna()
    cost = unit_costs(sold, costs)
    known = counted & cost.notna()
    total, revenue = float(money[counted].sum()), float(money[known].sum())
    if total <= 0 or revenue <= 0:
        return None
    goods = float((cost[known] * sold.loc[known, "quantity"]).sum())
    return goods / revenue, revenue / total, int(known.sum())
