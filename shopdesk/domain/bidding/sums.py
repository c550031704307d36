"""Sums of what happened in a cell (an hour of the week, a region, an audience), and the ratios made from them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

FIELDS: Final = ("impressions", "clicks", "cost", "orders", "revenue", "carts")
_COLUMNS: Final = {
    "impressions": ("impressions",),
    "clicks": ("clicks",),
    "cost": ("cost",),
    "orders": ("ad_orders", "pay_orders", "pay_buyers"),
    "revenue": ("ad_gmv", "pay_amount"),
    "carts": ("cart_adds", "cart_users"),
}
THIN_CLICKS: Final = 30
THIN_ORDERS: Final = 3


@dataclass(frozen=True, slots=True)
class Sums:
    """What a cell brought; None where the source doesn't say. Money in fen."""

    impressions: float | None = None
    clicks: float | None = None
    cost: float | None = None
    orders: float | None = None
    revenue: float | None = None
    carts: float | None = None

    def __add__(self, other: Sums) -> Sums:
        """Return the sum of two cells; what neither says stays unknown."""
        return Sums(*(_plus(getattr(self, name), getattr(other, name)) for name in FIELDS))

    @property
    def cvr(self) -> float | None:
        """Orders per click."""
        return _ratio(self.orders, self.clicks)

    @property
    def ctr(self) -> float | None:
        """Clicks per impression."""
        return _ratio(self.clicks, self.impressions)

    @property
    def cpc(self) -> float | None:
        """Cost per click, fen."""
        return _ratio(self.cost, self.clicks)

    @property
    def roi(self) -> float | None:
        """Revenue per cost."""
        return _ratio(self.revenue, self.cost)

    @property
    def order_value(self) -> float | None:
        """Revenue per order, fen."""
        return _ratio(self.revenue, self.orders)

    @property
    def is_thin(self) -> bool:
        """Whether too little happened to say anything about rates."""
        if self.clicks is not None:
            return self.clicks < THIN_CLICKS or (self.orders or 0) < THIN_ORDERS
        return (self.orders or 0) < THIN_ORDERS

    def value(self, metric: str) -> float | None:
        """Return a metric by name: a sum, or cvr, ctr, cpc, roi."""
        found: float | None = getattr(self, metric)
        return found


def total(cells: Iterable[Sums]) -> Sums:
    """Return the sum of cells."""
    result = Sums()
    for cell in cells:
        result += cell
    return result


def summed(frame: pd.DataFrame, by: list[str]) -> dict[object, Sums]:
    """Sum a fact frame by columns; keys are tuples, or plain values for one column. Missing metrics stay None."""
    present = {name: next((c for c in options if c in frame), None) for name, options in _COLUMNS.items()}
    columns = {name: column for name, column in present.items() if column is not None}
    if frame.empty or not columns:
        return {}
    values = frame[[*by, *dict.fromkeys(columns.values())]]
    grouped = values.groupby(by if len(by) > 1 else by[0], sort=False, observed=True).sum(min_count=1)
    keys = list(grouped.index)
    arrays = {name: grouped[column].to_numpy(dtype=float, na_value=float("nan")) for name, column in columns.items()}
    return {key: Sums(**{name: _known(array[row]) for name, array in arrays.items()}) for row, key in enumerate(keys)}


def _plus(left: float | None, right: float | None) -> float | None:
    if left is None or right is None:
        return right if left is None else left
    return left + right


def _ratio(above: float | None, below: float | None) -> float | None:
    return None if above is None or not below else above / below


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
