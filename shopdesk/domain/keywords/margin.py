"""The share of an order's money that is left after refunds and goods, where the costs are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from shopdesk.domain.refunds import went_through

Frames = Mapping[str, pd.DataFrame]

MIN_COVERED: Final = 0.5
"""Costs must be known for this share of the money before a margin is stated."""


@dataclass(frozen=True, slots=True)
class Margin:
    """Contribution margin as a fraction of paid money, with the share of that money whose cost is known.

    ``stated``: the shop said so itself, and nothing was computed.
    """

    share: float
    covered: float
    lines: int
    refund_rate: float | None
    stated: bool = False


def stated_margin(share: float) -> Margin:
    """Return the margin that a shop states for itself."""
    return Margin(share, covered=0.0, lines=0, refund_rate=None, stated=True)


def contribution_margin(frames: Frames) -> Margin | None:
    """Return the margin over all paid order lines with a known unit cost, after refunds; None where unknown.

    Refunded goods mostly don't come back into stock unopened, so their cost stays.
    """
    lines, costs = frames.get("order_lines"), frames.get("costs")
    if lines is None or costs is None or lines.empty or not {"unit_cost"} <= set(costs.columns):
        return None
    if "quantity" not in lines.columns:
        return None
    money = line_money(lines, frames.get("orders"))
    if money is None:
        return None
    sold = money.notna() & (money > 0) & lines["quantity"].notna()
    cost = unit_costs(lines, costs)
    known = sold & cost.notna()
    total, revenue = float(money[sold].sum()), float(money[known].sum())
    if total <= 0 or revenue < MIN_COVERED * total:
        return None
    refunds = _refund_rate(lines.loc[sold], frames, total=total)
    goods = float((cost[known] * lines.loc[known, "quantity"]).sum())
    share = 1 - (refunds or 0.0) - goods / revenue
    return Margin(share, revenue / total, int(known.sum()), refunds)


def line_money(lines: pd.DataFrame, orders: pd.DataFrame | None) -> pd.Series | None:
    """Return what was paid for each line in fen; list prices are brought to what their order paid."""
    paid = _first(lines, ("line_paid",))
    if paid is not None:
        return paid
    gross = _first(lines, ("line_total",))
    if gross is None and "unit_price" in lines.columns:
        gross = lines["unit_price"].astype(float) * lines["quantity"].astype(float)
    if gross is None or orders is None or not {"order_id", "paid"} <= set(orders.columns):
        return gross
    by_order = orders.drop_duplicates("order_id", keep="last").set_index("order_id")["paid"].astype(float)
    if "shipping" in orders.columns:
        freight = orders.drop_duplicates("order_id", keep="last").set_index("order_id")["shipping"].astype(float)
        by_order = by_order - freight.fillna(0)
    whole = gross.groupby(lines["order_id"]).transform("sum")
    of_order = lines["order_id"].map(by_order).astype(float)
    # An order that isn't among the orders keeps its list price; one that was never paid counts nothing.
    listed = lines["order_id"].isin(by_order.index)
    return gross.where(~listed, gross / whole.where(whole > 0) * of_order.fillna(0))


def _refund_rate(sold: pd.DataFrame, frames: Frames, *, total: float) -> float | None:
    if "refunded" in sold.columns and sold["refunded"].notna().any():
        return float(sold["refunded"].fillna(0).astype(float).sum()) / total
    for table in ("refunds", "orders"):
        frame = frames.get(table)
        if frame is not None and {"order_id", "refunded"} <= set(frame.columns) and frame["refunded"].notna().any():
            done = frame.loc[went_through(frame)] if table == "refunds" else frame
            own = done.loc[done["order_id"].isin(sold["order_id"])] if "order_id" in sold.columns else done
            return float(own["refunded"].fillna(0).astype(float).sum()) / total
    return None


def _first(frame: pd.DataFrame, names: tuple[str, ...]) -> pd.Series | None:
    for name in names:
        if name in frame.columns and frame[name].notna().any():
            return frame[name].astype(float)
    return None


def unit_costs(lines: pd.DataFrame, costs: pd.DataFrame) -> pd.Series:
    """Return the unit cost in fen of each line: by sku, else by item, else by exact title; NaN where unknown."""
    found = pd.Series(float("nan"), index=lines.index)
    for column in ("sku", "item_id", "title"):
        if column not in lines.columns or column not in costs.columns:
            continue
        priced = costs.loc[costs[column].notna() & (costs[column] != "") & costs["unit_cost"].notna()]
        by = priced.groupby(column)["unit_cost"].mean().astype(float)
        found = found.fillna(lines[column].map(by).astype(float))
    return found
