"""Orders as purchases of people: who bought on which day for how much, what first, from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.customers.bgnbd import Histories
from shopdesk.domain.kpi.daily import FloatArray, day_numbers, day_of

if TYPE_CHECKING:  # heavy
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

TABLES: Final = ("orders", "order_lines", "costs")
WEEK_DAYS: Final = 7
ENOUGH_COSTS: Final = 0.95
"""Share of pieces whose cost must be known before a margin is named."""


@dataclass(frozen=True, slots=True)
class Purchases:
    """One paid order an entry, ordered by buyer and day; orders refunded in full are left out.

    ``buyer`` is a number per person, ``day`` days since 1970, ``yuan`` what was paid less what went back, ``margin``
    that less the goods' cost (NaN where unknown); ``region`` and ``item`` (the order's largest line) texts, "" where
    unknown. ``nameless`` counts paid orders without a buyer.
    """

    buyer: NDArray[np.int64]
    day: NDArray[np.int64]
    yuan: FloatArray
    margin: FloatArray
    region: NDArray[np.object_]
    item: NDArray[np.object_]
    nameless: int = 0

    @property
    def count(self) -> int:
        """Number of orders."""
        return int(self.buyer.size)

    @property
    def buyers(self) -> int:
        """Number of people."""
        return int(np.unique(self.buyer).size)

    @property
    def first(self) -> date:
        """The first day with an order."""
        return day_of(int(self.day.min()))

    @property
    def last(self) -> date:
        """The last day with an order."""
        return day_of(int(self.day.max()))

    @property
    def margin_share(self) -> float:
        """Share of the orders whose margin is known."""
        return float((~np.isnan(self.margin)).mean()) if self.count else 0.0

    def until(self, day: date, *, since: date | None = None) -> Purchases:
        """Return the orders up to a day, from a day on where given."""
        kept = self.day <= _number(day)
        if since is not None:
            kept &= self.day >= _number(since)
        return Purchases(
            self.buyer[kept],
            self.day[kept],
            self.yuan[kept],
            self.margin[kept],
            self.region[kept],
            self.item[kept],
            self.nameless,
        )


@dataclass(frozen=True, slots=True)
class People:
    """One person an entry, as of a day: days since the last purchase, purchases (days on which one bought), yuan."""

    buyer: NDArray[np.int64]
    recency: FloatArray
    frequency: FloatArray
    yuan: FloatArray
    first_place: NDArray[np.int64]  # place of the first order among the purchases


def purchases(frames: Mapping[str, pd.DataFrame]) -> Purchases | None:
    """Return the purchases of a shop, None without paid orders that name their buyer."""
    orders = frames.get("orders")
    if orders is None or orders.empty or not {"paid_at", "paid", "buyer"} <= set(orders.columns):
        return None
    refunded = orders["refunded"].fillna(0) if "refunded" in orders.columns else 0
    net = orders["paid"].fillna(0) - refunded
    paid = orders.assign(net=net).loc[orders["paid_at"].notna() & (net > 0)]
    named = paid["buyer"].astype("str").fillna("").str.strip()
    is_named = ~named.isin(("", "nan", "None"))
    nameless = int((~is_named).sum())
    paid = paid.loc[is_named].assign(person=_people(paid, named).loc[is_named])
    if paid.empty:
        return None
    paid = paid.assign(number=day_numbers(paid["paid_at"].dt.normalize())).sort_values(["person", "paid_at"])
    lines = _by_order(frames, paid)
    yuan = paid["net"].to_numpy(dtype=float) / 100
    cost = lines["cost"].to_numpy(dtype=float) / 100
    region = paid["region"].astype("str").fillna("") if "region" in paid.columns else paid["person"].map(lambda _: "")
    return Purchases(
        np.unique(paid["person"].to_numpy(dtype=object), return_inverse=True)[1].astype(np.int64),
        paid["number"].to_numpy(dtype=np.int64),
        yuan,
        yuan - cost,
        region.to_numpy(dtype=object),
        lines["item"].fillna("").to_numpy(dtype=object),
        nameless,
    )


def people(bought: Purchases, day: date) -> People:
    """Return the people behind some purchases; several orders on one day are one purchase."""
    buyer, first, place = np.unique(bought.buyer, return_index=True, return_inverse=True)
    yuan = np.bincount(place, weights=bought.yuan).astype(float)
    last = np.full(buyer.size, -(2**62), dtype=np.int64)
    np.maximum.at(last, place, bought.day)
    days = np.unique(np.column_stack([place, bought.day]), axis=0)[:, 0]
    frequency = np.bincount(days, minlength=buyer.size).astype(float)
    return People(buyer, (_number(day) - last).astype(float), frequency, yuan, first.astype(np.int64))


def histories(bought: Purchases, day: date) -> tuple[Histories, FloatArray]:
    """Return what the models of repeat buying need as of a day, with the mean yuan of the repeat purchases."""
    days, place = np.unique(np.column_stack([bought.buyer, bought.day]), axis=0, return_inverse=True)
    money = np.bincount(np.ravel(place), weights=bought.yuan)
    _buyer, first, number = np.unique(days[:, 0], return_index=True, return_inverse=True)
    count = np.bincount(number)
    last = first + count - 1
    repeats = (count - 1).astype(float)
    later = np.bincount(number, weights=money) - money[first]
    weeks = (days[last, 1] - days[first, 1]) / WEEK_DAYS
    observed = (_number(day) - days[first, 1]) / WEEK_DAYS
    mean = np.where(repeats > 0, later / np.maximum(repeats, 1), 0.0)
    return Histories(repeats, weeks.astype(float), observed.astype(float)), mean


def quarter_ends(bought: Purchases) -> tuple[date, ...]:
    """Return the last days of the quarters that have orders, ascending; the newest one may still be open."""
    ends, day = [], bought.first
    while day <= bought.last:
        start = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
        following = (start + timedelta(days=95)).replace(day=1)
        ends.append(following - timedelta(days=1))
        day = following
    return tuple(ends)


def quarter_start(end: date) -> date:
    """Return the first day of a quarter by its last."""
    return date(end.year, end.month - 2, 1)


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


def _people(orders: pd.DataFrame, named: pd.Series) -> pd.Series:
    """Return one text a person: the same nickname on two platforms is two people."""
    platform = orders["platform"].astype("str").fillna("") if "platform" in orders.columns else ""
    return platform + "/" + named


def _by_order(frames: Mapping[str, pd.DataFrame], orders: pd.DataFrame) -> pd.DataFrame:
    """Return the largest line and the goods' cost in fen of each order, in the orders' sequence."""
    import pandas as pd

    lines = frames.get("order_lines")
    empty = pd.DataFrame({"item": "", "cost": np.nan}, index=orders.index)
    if lines is None or lines.empty or "order_id" not in lines.columns:
        return empty
    known = lines.loc[lines["order_id"].isin(orders["order_id"].to_list())]
    if known.empty:
        return empty
    quantity = known["quantity"].fillna(1).astype(float) if "quantity" in known.columns else 1.0
    price = known["unit_price"].fillna(0).astype(float) if "unit_price" in known.columns else 0.0
    made = known.assign(amount=price * quantity, cost=_unit_costs(frames, known) * quantity)
    made = made.assign(name=made["title"].astype("str").fillna("") if "title" in made.columns else "")
    made = made.sort_values(["order_id", "amount"], ascending=[True, False])
    item = made.groupby("order_id")["name"].first()
    cost = made.groupby("order_id")["cost"].sum(skipna=False)
    return pd.DataFrame({"item": orders["order_id"].map(item), "cost": orders["order_id"].map(cost)})


def _unit_costs(frames: Mapping[str, pd.DataFrame], lines: pd.DataFrame) -> pd.Series:
    """Return the cost of a piece in fen by code, NaN where the cost list doesn't know it."""
    import pandas as pd

    costs = frames.get("costs")
    unknown = pd.Series(np.nan, index=lines.index)
    if costs is None or costs.empty or "unit_cost" not in costs.columns:
        return unknown
    found = unknown
    for column in ("sku", "item_id"):
        if column in costs.columns and column in lines.columns:
            table = costs.loc[costs[column].notna() & (costs[column] != "")].drop_duplicates(column, keep="last")
            by_code = table.set_index(column)["unit_cost"].astype(float)
            found = found.where(found.notna(), lines[column].map(by_code).astype(float))
    return found
