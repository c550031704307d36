"""What orders were worth before order-level offers: the ground that a ladder of thresholds stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from shopdesk.domain.periods import Period

Fen = npt.NDArray[np.int64]


class Basis(StrEnum):
    """How the value of an order was found, best first."""

    PAID_AND_SHARE = "paid_and_share"  # what lines paid plus their share of order-level offers
    LINE_PRICES = "line_prices"  # price × quantity less the line's own discount
    ORDER_TOTAL = "order_total"  # the order's goods total plus its order-level discounts
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OrderValues:
    """Values of paid orders in fen, ascending; ``left_out`` orders weren't paid or have no value."""

    values: Fen
    basis: Basis
    first: date | None
    last: date | None
    left_out: int

    @property
    def count(self) -> int:
        """Number of orders."""
        return len(self.values)

    @property
    def mean(self) -> float | None:
        """Mean value in fen, None without orders."""
        return float(self.values.mean()) if self.count else None

    @property
    def median(self) -> float | None:
        """Median value in fen, None without orders."""
        return float(np.median(self.values)) if self.count else None


@dataclass(frozen=True, slots=True)
class StepReach:
    """What a step of a ladder meets today: orders at or above it (and below the next), and close below it.

    ``cost`` is what the step would give to orders that are there already, fen.
    """

    minimum: int
    reached: int
    at_step: int
    near: int
    cost: int


def order_values(orders: pd.DataFrame, lines: pd.DataFrame, period: Period | None) -> OrderValues:
    """Return the value of each paid order after item-level and before order-level offers.

    ``orders``: order_id, paid_at, goods_total, paid, shipping, shop_discount, platform_discount (fen, all but the
    id may be missing); ``lines``: order_id, unit_price, quantity, line_discount, line_paid, order_discount_share.
    """
    paid, first, last = _paid(orders, period)
    if paid.empty:
        return OrderValues(np.zeros(0, dtype=np.int64), Basis.NONE, None, None, len(orders))
    by_order, basis = _from_lines(lines, paid)
    if by_order is None:
        by_order, basis = _from_orders(paid), Basis.ORDER_TOTAL
    known = by_order[by_order.notna() & (by_order > 0)]
    values = np.sort(known.to_numpy(dtype=np.float64)).round().astype(np.int64)
    return OrderValues(values, basis if len(values) else Basis.NONE, first, last, len(paid) - len(values))


def histogram(values: Fen, *, width: int, top: int) -> tuple[Fen, Fen]:
    """Return the left edges (fen) and the counts of bins; the last bin holds everything from ``top`` on."""
    edges = np.arange(0, top + width, width, dtype=np.int64)
    counts = np.bincount(np.minimum(values, top) // width, minlength=len(edges))[: len(edges)]
    return edges, counts.astype(np.int64)


def bins_for(values: Fen) -> tuple[int, int]:
    """Return a bin width and the start of the open last bin in fen: round figures that show 98 % of the orders."""
    if not len(values):
        return 1000, 30_000
    top = float(np.quantile(values, 0.98))
    steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000]
    width = next((step for step in steps if top / step <= 34), steps[-1])
    return width, max(width, int(np.ceil(top / width)) * width)


def reach(values: Fen, steps: Sequence[tuple[int, int]], *, near: int) -> list[StepReach]:
    """Return what each (minimum, amount off) in rising order meets among ascending values; ``near`` in fen."""
    result = []
    minima = [minimum for minimum, _ in steps]
    for place, (minimum, off) in enumerate(steps):
        above = _from(values, minimum)
        next_above = _from(values, minima[place + 1]) if place + 1 < len(steps) else 0
        close = _from(values, max(0, minimum - near)) - above
        result.append(StepReach(minimum, above, above - next_above, close, off * (above - next_above)))
    return result


def _from(values: Fen, minimum: int) -> int:
    return int(len(values) - np.searchsorted(values, minimum, side="left"))


def _paid(orders: pd.DataFrame, period: Period | None) -> tuple[pd.DataFrame, date | None, date | None]:
    if orders.empty or "order_id" not in orders:
        return orders.iloc[:0], None, None
    stamp = next((name for name in ("paid_at", "created_at") if name in orders and orders[name].notna().any()), None)
    if stamp is None:
        return orders, None, None
    days = pd.to_datetime(orders[stamp])
    mask = days.notna()
    if period is not None:
        end = pd.Timestamp(period.end) + pd.Timedelta(days=1)
        mask &= (days >= pd.Timestamp(period.start)) & (days < end)
    chosen = days[mask]
    if chosen.empty:
        return orders.iloc[:0], None, None
    return orders[mask], chosen.min().date(), chosen.max().date()


def _from_lines(lines: pd.DataFrame, paid: pd.DataFrame) -> tuple[pd.Series | None, Basis]:
    if lines.empty or "order_id" not in lines:
        return None, Basis.NONE
    own = lines[lines["order_id"].isin(paid["order_id"])]
    if own["order_id"].nunique() < len(paid) // 2:
        return None, Basis.NONE
    basis, value = Basis.PAID_AND_SHARE, _sum(own, "line_paid", "order_discount_share")
    if value is None:
        basis, value = Basis.LINE_PRICES, _priced(own)
    if value is None:
        return None, Basis.NONE
    return value.groupby(own["order_id"]).sum(min_count=1), basis


def _sum(frame: pd.DataFrame, *columns: str) -> pd.Series | None:
    if any(column not in frame or not frame[column].notna().any() for column in columns):
        return None
    total = _number(frame, columns[0])
    for column in columns[1:]:
        total = total + _number(frame, column).fillna(0)
    return total


def _priced(lines: pd.DataFrame) -> pd.Series | None:
    if not {"unit_price", "quantity"} <= set(lines.columns):
        return None
    value = _number(lines, "unit_price") * _number(lines, "quantity")
    if "line_discount" in lines:
        value = value - _number(lines, "line_discount").fillna(0)
    return value if value.notna().any() else None


def _from_orders(orders: pd.DataFrame) -> pd.Series:
    """Return goods totals; what is to be paid stands before what was paid, which is 0 once all was refunded."""
    column = next((c for c in ("goods_total", "payable", "paid") if c in orders and orders[c].notna().any()), None)
    if column is None:
        return pd.Series(float("nan"), index=orders.index)
    value = _number(orders, column)
    if column != "goods_total" and "shipping" in orders:
        value = value - _number(orders, "shipping").fillna(0)
    for column in ("shop_discount", "platform_discount"):
        if column in orders:
            value = value + _number(orders, column).fillna(0)
    return value


def _number(frame: pd.DataFrame, column: str) -> pd.Series:
    return pd.to_numeric(frame[column], errors="coerce").astype("float64")
