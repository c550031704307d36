"""From imported tables to daily parts: which report each figure is taken from, and never from two at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.currencies import of_one_currency
from shopdesk.domain.kpi.catalogue import AD_PARTS, BOARD, BOARD_TABLES
from shopdesk.domain.kpi.daily import (
    DailyFacts,
    PartSource,
    PlatformTotal,
    Strand,
    day_numbers,
    day_of,
    join,
)
from shopdesk.domain.kpi.day_rows import Frames, day_rows, family, settled
from shopdesk.domain.periods import Period
from shopdesk.domain.refunds import went_through

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd


TABLES: Final = BOARD_TABLES

AD_CUTS: Final = ("ad_campaign", "ad_scene", "ad_adgroup", "ad_item", "ad_keyword")
"""Cuts of the same spend, the most complete first."""

SHOP_SPEND: Final = ("search_ad_cost", "display_ad_cost", "smart_ad_cost")
"""Spend by product in the shop report (with its total ``cost``): used only where the platform has no ad report."""

ENOUGH_DAYS: Final = 0.8
"""A cut is taken before a finer one if it covers this share of the days of the best-covered cut."""

SHOP_PARTS: Final = tuple(
    dict.fromkeys(part for metric in BOARD.values() for part in metric.parts if part not in AD_PARTS)
)
ITEM_PARTS: Final = ("pay_amount", "pay_items", "refund_amount")
"""Parts that may be added over items: money and pieces, never people."""


def collect(frames: Frames) -> DailyFacts:
    """Return the daily facts of a shop from its tables (missing tables may be absent or empty)."""
    frames = of_one_currency({name: frame for name, frame in frames.items() if name in TABLES})
    shop = list(_shop_strands(frames))
    spend = list(_ad_strands(frames))
    spend_from = {family(strand.source.platform) for strand in spend}
    spend += [strand for strand in _shop_spend(frames) if family(strand.source.platform) not in spend_from]
    for fallback in (
        _order_strands(frames),
        _refund_strands(frames),
        _order_refund_strands(frames),
        _item_strands(frames),
    ):
        known = {(strand.part, family(strand.source.platform)) for strand in shop}
        shop += [strand for strand in fallback if (strand.part, family(strand.source.platform)) not in known]
    return join(shop + spend, _platform_totals(frames))


def _shop_strands(frames: Frames) -> Iterator[Strand]:
    rows = day_rows(frames, "shop_daily")
    if rows is None:
        return
    once = rows.drop_duplicates(["platform", "shop", "date"], keep="last")
    yield from _strands(once, "shop_daily", {part: part for part in SHOP_PARTS if part in once.columns})


def _ad_strands(frames: Frames) -> Iterator[Strand]:
    cuts = {
        table: rows for table in AD_CUTS if (rows := day_rows(frames, table)) is not None and "cost" in rows.columns
    }
    days: dict[str, dict[str, int]] = {}
    for table, rows in cuts.items():
        spent = rows.loc[rows["cost"].notna()]
        for platform, count in spent.groupby("platform")["date"].nunique().items():
            days.setdefault(str(platform), {})[table] = int(count)
    for platform, by_table in days.items():
        enough = ENOUGH_DAYS * max(by_table.values())
        table = next(name for name in AD_CUTS if by_table.get(name, 0) >= enough)
        rows = cuts[table].loc[cuts[table]["platform"] == platform]
        yield from _strands(rows, table, {part: column for part, column in AD_PARTS.items() if column in rows.columns})


def _shop_spend(frames: Frames) -> Iterator[Strand]:
    rows = day_rows(frames, "shop_daily")
    if rows is None:
        return
    present = [column for column in SHOP_SPEND if column in rows.columns]
    columns = ["cost"] if "cost" in rows.columns and rows["cost"].notna().any() else present
    if not columns:
        return
    once = rows.drop_duplicates(["platform", "shop", "date"], keep="last")
    spend = once[columns].astype(float).sum(axis=1, min_count=1)
    yield from _strands(once.assign(ad_cost=spend), "shop_daily", {"ad_cost": "ad_cost"})


def _order_strands(frames: Frames) -> list[Strand]:
    frame = frames.get("orders")
    if frame is None or frame.empty or not {"paid_at", "paid"} <= set(frame.columns):
        return []
    paid = frame.loc[frame["paid_at"].notna() & (frame["paid"].fillna(0) > 0)]
    if paid.empty:
        return []
    rows = settled(paid).assign(date=paid["paid_at"].dt.normalize(), pay_orders=1.0)
    columns = {"pay_amount": "paid", "pay_orders": "pay_orders"}
    if "items" in rows.columns:
        columns["pay_items"] = "items"
    strands = [*_strands(rows, "orders", columns, closed=True)]
    if "buyer" in rows.columns and rows["buyer"].notna().any():
        buyers = rows.drop_duplicates(["platform", "shop", "date", "buyer"]).assign(pay_buyers=1.0)
        strands += _strands(buyers, "orders", {"pay_buyers": "pay_buyers"}, closed=True)
    return strands


def _refund_strands(frames: Frames) -> list[Strand]:
    import pandas as pd

    frame = frames.get("refunds")
    if frame is None or frame.empty or "refunded" not in frame.columns:
        return []
    moment = frame.get("finished_at", pd.Series(pd.NaT, index=frame.index))
    done = frame.loc[moment.notna() & (frame["refunded"].fillna(0) > 0) & went_through(frame)]
    if done.empty:
        return []
    rows = settled(done).assign(date=moment.loc[done.index].dt.normalize(), refund_orders=1.0)
    return [*_strands(rows, "refunds", {"refund_amount": "refunded", "refund_orders": "refund_orders"}, closed=True)]


def _order_refund_strands(frames: Frames) -> list[Strand]:
    """Return the refunds that the orders themselves name, on the day the order was paid: its own day isn't told."""
    frame = frames.get("orders")
    if frame is None or frame.empty or not {"paid_at", "refunded"} <= set(frame.columns):
        return []
    paid = frame.loc[frame["paid_at"].notna() & frame["refunded"].notna()]
    if paid.empty:
        return []
    some = (paid["refunded"] > 0).astype(float)
    rows = settled(paid).assign(date=paid["paid_at"].dt.normalize(), refund_orders=some)
    return [*_strands(rows, "orders", {"refund_amount": "refunded", "refund_orders": "refund_orders"}, closed=True)]


def _item_strands(frames: Frames) -> list[Strand]:
    rows = day_rows(frames, "item_daily")
    if rows is None:
        return []
    return [*_strands(rows, "item_daily", {part: part for part in ITEM_PARTS if part in rows.columns})]


def _strands(rows: pd.DataFrame, table: str, columns: Mapping[str, str], *, closed: bool = False) -> Iterator[Strand]:
    """Yield one strand a part, platform and shop; ``closed`` means that a day without rows had none (orders)."""
    for (platform, _shop), group in rows.groupby(["platform", "shop"], sort=True):
        days = day_numbers(group["date"])
        kinds = tuple(sorted(set(group["kind"]) - {""}))
        for part, column in columns.items():
            values = group[column].to_numpy(dtype=float, na_value=np.nan)
            known = ~np.isnan(values)
            if not known.any():
                continue
            numbers, sums = _sum_by_day(days[known], values[known], closed=closed)
            first, last = int(numbers[0]), int(numbers[-1])
            source = PartSource(table, str(platform), kinds, day_of(first), day_of(last), int(numbers.size))
            yield Strand(part, source, numbers, sums, closed)


def _sum_by_day(
    days: NDArray[np.int64],
    values: NDArray[np.float64],
    *,
    closed: bool,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    first = int(days.min())
    sums = np.bincount(days - first, weights=values).astype(np.float64)
    seen = np.bincount(days - first) > 0
    if closed:
        seen[:] = True
    kept = np.flatnonzero(seen)
    return (kept + first).astype(np.int64), sums[kept]


def _platform_totals(frames: Frames) -> list[PlatformTotal]:
    import pandas as pd

    frame = frames.get("shop_daily")
    if frame is None or frame.empty or "date_end" not in frame.columns:
        return []
    rows = frame.loc[frame["date"].notna() & frame["date_end"].notna()]
    rows = rows.loc[rows["date"] < rows["date_end"]]
    present = [part for part in SHOP_PARTS if part in rows.columns]
    return [
        PlatformTotal(
            Period(row["date"].date(), row["date_end"].date()),
            str(row.get("platform", "")),
            {part: float(row[part]) for part in present if pd.notna(row[part])},
            str(row.get("kind", "")),
        )
        for _, row in rows.iterrows()
    ]
