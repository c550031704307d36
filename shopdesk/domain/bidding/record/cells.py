"""Marginal tables of a plan as arrays: sums of rows by hour of the week, region, audience or word."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.estimate.history import Cells, Floats

NUMBERS: Final = ("impressions", "clicks", "cost", "orders", "revenue", "carts")
_COLUMNS: Final = {
    "impressions": ("impressions",),
    "clicks": ("clicks",),
    "cost": ("cost",),
    "orders": ("ad_orders", "pay_orders", "pay_buyers"),
    "revenue": ("ad_gmv", "pay_amount"),
}
_BOTH: Final = "fav_cart_total"


def numbers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the six sums of each row, NaN where it doesn't say; money in fen.

    Rows of a report without orders stay only where no report beside it has them: its clicks are not clicks without
    orders.
    """
    found = {name: _first(rows, options) for name, options in _COLUMNS.items()}
    found["carts"] = _carts(rows)
    frame = pd.DataFrame(found, index=rows.index)
    if "kind" not in rows:
        return frame
    tells = frame["orders"].notna().groupby(rows["kind"].astype("str"), sort=False).transform("any")
    return frame.loc[tells] if tells.any() else frame


def summed(values: pd.DataFrame, keys: pd.Series) -> pd.DataFrame:
    """Return the sums of ``numbers`` by key; what no row of a key says stays NaN."""
    keys = keys.loc[values.index]
    named = keys.notna().to_numpy()
    return values.loc[named].groupby(keys[named].to_numpy(), sort=False).sum(min_count=1)


def cells_of(sums: pd.DataFrame, names: Sequence[Hashable], *, texts: Sequence[str] | None = None) -> Cells | None:
    """Return cells in the order of ``names``, None where no row is of one.

    A cell without a row had nothing of what the report tells elsewhere; a column that it never tells stays NaN.
    """
    ordered = sums.reindex(list(names))
    if ordered.notna().to_numpy().sum() == 0:
        return None
    arrays: dict[str, Floats] = {}
    for name in NUMBERS:
        column = ordered[name].to_numpy(dtype=float)
        arrays[name] = np.maximum(np.nan_to_num(column), 0.0) if np.isfinite(column).any() else column
    return Cells(tuple(texts if texts is not None else map(str, names)), **arrays)


def _first(rows: pd.DataFrame, options: Sequence[str]) -> Floats:
    for name in options:
        if name in rows and rows[name].notna().any():
            return _floats(rows, name)
    return np.full(len(rows), np.nan)


def _carts(rows: pd.DataFrame) -> Floats:
    """Return carts and favourites of each row: the platform's own sum where it gives one."""
    both, carts, favourites = (
        _floats(rows, name) if name in rows else np.full(len(rows), np.nan)
        for name in (_BOTH, "cart_adds", "item_favs")
    )
    added = np.where(np.isnan(carts) & np.isnan(favourites), np.nan, np.nan_to_num(carts) + np.nan_to_num(favourites))
    if np.isnan(added).all() and np.isnan(both).all() and "cart_users" in rows:
        return _floats(rows, "cart_users")
    return np.where(np.isnan(both), added, both)


def _floats(rows: pd.DataFrame, name: str) -> Floats:
    return pd.to_numeric(rows[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
