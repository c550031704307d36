"""The share of an order's money that is left after the goods, where the costs are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Margin:
    """Contribution margin as a fraction, with the share of sold money whose cost is known."""

    share: float
    covered: float
    lines: int
    after_refunds: bool


MIN_COVERED = 0.5
"""Costs must be known for this share of the money before a margin is stated."""


def contribution_margin(frames: Mapping[str, pd.DataFrame]) -> Margin | None:
    """Return the margin over all order lines with a known unit cost, after refunds; None where unknown."""
    lines, costs = frames.get("order_lines"), frames.get("costs")
    if lines is None or costs is None or lines.empty or costs.empty or "unit_cost" not in costs.columns:
        return None
    if "quantity" not in lines.columns:
        return None
    money = _first(lines, ("line_paid", "line_total"))
    if money is None:
        return None
    cost = _unit_costs(lines, costs)
    sold = money.notna() & (money > 0) & lines["quantity"].notna()
    known = sold & cost.notna()
    total = float(money[sold].sum())
    revenue = float(money[known].sum())
    if total <= 0 or revenue / total < MIN_COVERED:
        return None
    refunded = lines["refunded"].fillna(0)[known] if "refunded" in lines.columns else None
    kept = revenue - (float(refunded.sum()) if refunded is not None else 0.0)
    # Refunded goods mostly don't come back into stock unopened, so their cost stays.
    goods = float((cost[known] * lines.loc[known, "quantity"]).sum())
    return Margin((kept - goods) / revenue, revenue / total, int(known.sum()), refunded is not None)


def _first(frame: pd.DataFrame, names: tuple[str, ...]) -> pd.Series | None:
    for name in names:
        if name in frame.columns and frame[name].notna().any():
            return frame[name].astype(float)
    return None


def _unit_costs(lines: pd.DataFrame, costs: pd.DataFrame) -> pd.Series:
    """Return the unit cost in fen of each line: by sku, else by item, else by exact title; NaN where unknown."""
    found = pd.Series(float("nan"), index=lines.index)
    for column in ("sku", "item_id", "title"):
        if column not in lines.columns or column not in costs.columns:
            continue
        priced = costs.loc[costs[column].notna() & (costs[column] != "") & costs["unit_cost"].notna()]
        by = priced.groupby(column)["unit_cost"].mean().astype(float)
        found = found.fillna(lines[column].map(by).astype(float))
    return found
