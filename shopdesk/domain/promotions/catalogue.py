"""The goods a cart can be filled with: from the cost list first, then from what was sold."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Goods:
    """One article: list price and cost in fen, None where unknown; ``sold`` units in the order lines."""

    sku: str
    title: str
    list_price: int | None
    unit_cost: int | None
    sold: int


def goods_of(costs: pd.DataFrame, lines: pd.DataFrame) -> list[Goods]:
    """Return the articles, those sold most first; a price not in the cost list is the last one sold at."""
    table = _merge(_from_costs(costs), _from_lines(lines))
    return sorted(table, key=lambda goods: (-goods.sold, goods.sku))


def _from_costs(costs: pd.DataFrame) -> dict[str, Goods]:
    if costs.empty:
        return {}
    found = {}
    for row in costs.to_dict("records"):
        sku = _text(row.get("sku")) or _text(row.get("item_id"))
        if sku:
            found[sku] = Goods(
                sku, _text(row.get("title")) or sku, _fen(row.get("list_price")), _fen(row.get("unit_cost")), 0
            )
    return found


def _from_lines(lines: pd.DataFrame) -> dict[str, Goods]:
    if lines.empty or "unit_price" not in lines:
        return {}
    sku = next((name for name in ("sku", "item_id", "title") if name in lines and lines[name].notna().any()), None)
    if sku is None:
        return {}
    sold = lines.assign(
        _title=lines["title"] if "title" in lines else lines[sku],
        _quantity=lines.get("quantity", 1),
    )
    grouped = (
        sold[sold[sku].notna()]
        .groupby(sku, sort=False)
        .agg(title=("_title", "last"), price=("unit_price", "last"), quantity=("_quantity", "sum"))
    )
    return {
        str(key): Goods(str(key), _text(row.title) or str(key), _fen(row.price), None, int(float(str(row.quantity))))
        for key, row in zip(grouped.index, grouped.itertuples(index=False), strict=True)
    }


def _merge(listed: dict[str, Goods], sold: dict[str, Goods]) -> list[Goods]:
    merged = dict(sold)
    for sku, goods in listed.items():
        other = sold.get(sku)
        merged[sku] = Goods(
            sku,
            goods.title,
            goods.list_price if goods.list_price is not None else other.list_price if other else None,
            goods.unit_cost,
            other.sold if other else 0,
        )
    return list(merged.values())


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _fen(value: object) -> int | None:
    return None if value is None or pd.isna(value) else int(value)  # type: ignore[call-overload]
