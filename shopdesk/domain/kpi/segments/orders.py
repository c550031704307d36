"""What orders tell by region, by new and old buyers, and by item: each order in exactly one segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shopdesk.domain.kpi.day_rows import settled
from shopdesk.domain.kpi.segments.rows import LABEL
from shopdesk.domain.kpi.segments.sums import NEW_BUYERS, OLD_BUYERS

if TYPE_CHECKING:
    import pandas as pd

ORDER_PARTS: Final = {
    "pay_amount": "paid",
    "pay_orders": "pay_orders",
    "pay_items": "items",
    "pay_buyers": "pay_buyers",
    "refund_amount": "refunded",
}
"""Parts of paid orders with their columns; refunds stand on the day the order was paid, as the orders name them."""


def paid_orders(frame: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return the paid orders with the day they were paid on, None where there are none."""
    if frame is None or frame.empty or not {"paid_at", "paid"} <= set(frame.columns):
        return None
    paid = frame.loc[frame["paid_at"].notna() & (frame["paid"].fillna(0) > 0)]
    if paid.empty:
        return None
    return settled(paid).assign(date=paid["paid_at"].dt.normalize(), pay_orders=1.0)


def by_region(orders: pd.DataFrame) -> pd.DataFrame | None:
    """Return the orders labelled by province (empty where it isn't told), None where no order tells it."""
    if "region" not in orders.columns or orders["region"].isna().all():
        return None
    return counting_buyers(orders.assign(**{LABEL: orders["region"].astype("str").fillna("")}))


MOST_LOOK_BACK_DAYS: Final = 365
LEAST_LOOK_BACK_DAYS: Final = 30


def look_back_days(orders: pd.DataFrame) -> int:
    """Return how many days back an order is looked for to call a buyer old: half of the history, at most a year.

    The same for every day: with all of the history behind each day, later days would always have more old buyers.
    """
    history = int((orders["date"].max() - orders["date"].min()).days) + 1
    return min(MOST_LOOK_BACK_DAYS, history // 2)


def by_buyer(orders: pd.DataFrame) -> pd.DataFrame | None:
    """Return the orders labelled old (the buyer bought in the days of the look-back before) or new.

    Days without a whole look-back before them are left out; None without buyers or with too short a history.
    """
    if "buyer" not in orders.columns or orders["buyer"].isna().all():
        return None
    days = look_back_days(orders)
    if days < LEAST_LOOK_BACK_DAYS:
        return None
    import pandas as pd

    known = orders.loc[orders["buyer"].notna()]
    visits = known[["platform", "buyer", "date"]].drop_duplicates().sort_values("date", kind="stable")
    gap = visits.groupby(["platform", "buyer"])["date"].diff()
    labels = visits.assign(**{LABEL: (gap <= pd.Timedelta(days=days)).map({True: OLD_BUYERS, False: NEW_BUYERS})})
    judged = known.merge(labels, on=["platform", "buyer", "date"])
    judged = judged.loc[judged["date"] >= orders["date"].min() + pd.Timedelta(days=days)]
    return None if judged.empty else counting_buyers(judged.assign(**{LABEL: judged[LABEL].astype("str")}))


def by_item(orders: pd.DataFrame, lines: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return order lines labelled by item, the paid amount of each order divided by what its lines cost."""
    if lines is None or lines.empty or "order_id" not in lines.columns:
        return None
    name = next((one for one in ("title", "item_id", "sku") if one in lines and lines[one].notna().any()), None)
    cost = _line_cost(lines)
    if name is None or cost is None:
        return None
    own = lines.assign(_cost=cost, **{LABEL: lines[name].astype("str").fillna("")})
    own = own.assign(items=own["quantity"] if "quantity" in own else float("nan"))[
        ["order_id", LABEL, "_cost", "items"]
    ]
    joined = own.merge(orders[["order_id", "platform", "shop", "date", "paid"]], on="order_id")
    whole = joined.groupby("order_id")["_cost"].transform("sum")
    return None if joined.empty else joined.assign(paid=joined["paid"] * joined["_cost"] / whole.where(whole > 0))


def _line_cost(lines: pd.DataFrame) -> pd.Series | None:
    for name in ("line_paid", "line_total"):
        if name in lines.columns and lines[name].notna().all():
            return lines[name].astype(float)
    if {"unit_price", "quantity"} <= set(lines.columns):
        return lines["unit_price"].astype(float) * lines["quantity"].astype(float)
    return None


def counting_buyers(orders: pd.DataFrame) -> pd.DataFrame:
    """Return the orders with 1 at the first of each buyer, day and label, so that sums count people once a day."""
    if "buyer" not in orders.columns or orders["buyer"].isna().any():
        return orders
    again = orders.duplicated(["platform", "shop", "date", LABEL, "buyer"])
    return orders.assign(pay_buyers=(~again).astype(float))
