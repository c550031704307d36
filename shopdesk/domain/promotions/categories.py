"""Which categories each article belongs to, as the item reports tell: offers choose goods by them."""

from __future__ import annotations

import pandas as pd


def article_categories(items: pd.DataFrame, lines: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Return the categories by article, both by item and by the skus that its order lines name; {} where none is told.

    ``items`` has item_id and category, ``lines`` item_id and sku; the last category of an item counts.
    """
    if items.empty or not {"item_id", "category"} <= set(items.columns):
        return {}
    told = items[["item_id", "category"]].dropna()
    by_item = {str(item): frozenset({str(name)}) for item, name in zip(told["item_id"], told["category"], strict=True)}
    if lines.empty or not {"item_id", "sku"} <= set(lines.columns):
        return by_item
    pairs = lines[["item_id", "sku"]].dropna().drop_duplicates()
    by_sku = {
        str(sku): by_item[str(item)]
        for item, sku in zip(pairs["item_id"], pairs["sku"], strict=True)
        if str(item) in by_item
    }
    return by_item | by_sku
