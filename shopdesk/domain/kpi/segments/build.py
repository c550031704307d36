"""All cubes of a shop from its imported tables: which report tells each dimension, and never two reports at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.currencies import of_one_currency, set_apart
from shopdesk.domain.kpi.catalogue import AD_PARTS, BOARD_TABLES
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray
from shopdesk.domain.kpi.day_rows import Frames, day_rows, family
from shopdesk.domain.kpi.segments.orders import ORDER_PARTS, by_buyer, by_item, by_region, look_back_days, paid_orders
from shopdesk.domain.kpi.segments.rows import LABEL, cube_of_rows
from shopdesk.domain.kpi.segments.sources import SOURCE_PARTS, first_levels, source_details
from shopdesk.domain.kpi.segments.sums import (
    AD_REGION,
    BUYER,
    CAMPAIGN,
    ITEM,
    KEYWORD,
    NEW_BUYERS,
    OLD_BUYERS,
    PLATFORM,
    QUADRANT,
    REGION,
    SOURCE,
    SOURCE_1,
    SegmentCube,
    empty_cube,
)

if TYPE_CHECKING:
    import pandas as pd

    from shopdesk.domain.kpi.segments.joint import Joint

SEGMENT_TABLES: Final = tuple(dict.fromkeys((*BOARD_TABLES, "shop_source", "order_lines", "ad_region", "ad_item")))
"""The fact tables that segments read."""

ITEM_PARTS: Final = {
    "visitors": "item_visitors",
    "page_views": "item_page_views",
    **{
        part: part
        for part in (
            "cart_users", "fav_users", "order_buyers", "order_amount", "pay_buyers", "pay_amount", "pay_orders",
            "pay_items", "refund_amount", "pay_new_buyers", "pay_old_buyers",
        )
    },
}  # fmt: skip


AD_DIMENSIONS: Final = {CAMPAIGN: "ad_campaign", KEYWORD: "ad_keyword"}
"""The ad report that tells each dimension, in the column of the same name."""

PLATFORM_PARTS: Final = tuple(dict.fromkeys((*SOURCE_PARTS, *ITEM_PARTS, *ORDER_PARTS, "old_visitors", *AD_PARTS)))
"""Parts that are sums of single days; what reaches over many days is never added again."""


@dataclass(frozen=True, slots=True)
class SegmentSet:
    """The cubes by dimension, the tables each was taken from, and platforms left out for their currency.

    ``look_back_days``: within how many days before a buyer has bought to be an old one, where orders tell it.
    ``joints`` are reports that tell several dimensions at once, () where they haven't been read yet.
    """

    cubes: Mapping[str, SegmentCube] = field(default_factory=dict)
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    look_back_days: int = 0
    joints: tuple[Joint, ...] = ()

    def cube(self, dimension: str) -> SegmentCube:
        """Return a cube by dimension, empty where no report tells it."""
        return self.cubes.get(dimension) or empty_cube(dimension)


def build_segments(frames: Frames, *, check: Callable[[], None] = lambda: None) -> SegmentSet:
    """Return the cubes of all dimensions; ``check`` is called between them and may raise to stop."""
    apart = set_apart(_platforms(frames))
    frames = of_one_currency({name: frame for name, frame in frames.items() if name in SEGMENT_TABLES})
    cubes, tables = {}, {}
    orders = paid_orders(frames.get("orders"))
    for build in (_sources, _items, _regions, _ad_regions, _ads, _buyers, _by_platform):
        check()
        for cube, read in build(frames, orders):
            if not cube.is_empty:
                cubes[cube.dimension], tables[cube.dimension] = cube, read
    days = look_back_days(orders) if orders is not None and tables.get(BUYER) == ("orders",) else 0
    return SegmentSet(cubes, tables, apart, days)


_Built = list[tuple[SegmentCube, tuple[str, ...]]]


def _platforms(frames: Frames) -> set[str]:
    found: set[str] = set()
    for frame in frames.values():
        if "platform" in frame.columns:
            found |= set(frame["platform"].dropna().astype("str").unique())
    return found


def _sources(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    rows = day_rows(frames, "shop_source")
    if rows is None or "source_1" not in rows.columns:
        return []
    read = ("shop_source",)
    return [
        (cube_of_rows(SOURCE, source_details(rows), SOURCE_PARTS), read),
        (cube_of_rows(SOURCE_1, first_levels(rows), SOURCE_PARTS), read),
    ]


def _items(frames: Frames, orders: pd.DataFrame | None) -> _Built:
    rows = day_rows(frames, "item_daily")
    if rows is None or not {"item_id", "item"} & set(rows.columns):
        lines = None if orders is None else by_item(orders, frames.get("order_lines"))
        if lines is None:
            return []
        parts = {"pay_amount": "paid", "pay_items": "items"}
        return [(cube_of_rows(ITEM, lines, parts, is_closed=True), ("order_lines", "orders"))]
    labelled = rows.assign(**{LABEL: item_labels(rows)})
    return [(cube_of_rows(ITEM, labelled, item_parts(rows)), ("item_daily",))]


def item_parts(rows: pd.DataFrame) -> Mapping[str, str]:
    """Return the parts that an item report tells, with the column of each."""
    return {**ITEM_PARTS, "visitors": "item_visitors" if "item_visitors" in rows.columns else "visitors"}


def item_labels(rows: pd.DataFrame) -> pd.Series:
    """Return the newest name of each item, with its id where two items share a name."""
    import pandas as pd

    name = rows["item"].astype("str").fillna("") if "item" in rows else pd.Series("", index=rows.index, dtype="str")
    key = rows["item_id"].astype("str").fillna("") if "item_id" in rows else name
    key = key.where(key != "", name)
    newest = name.loc[rows["date"].sort_values(kind="stable").index]
    last = newest.loc[newest != ""].groupby(key).last()
    shared = last.duplicated(keep=False)
    last = last.where(~shared | (last == last.index), last + " (" + last.index.astype("str") + ")")
    return key.map(last).fillna(key)


def _regions(_frames: Frames, orders: pd.DataFrame | None) -> _Built:
    rows = None if orders is None else by_region(orders)
    return [] if rows is None else [(cube_of_rows(REGION, rows, ORDER_PARTS, is_closed=True), ("orders",))]


def _ad_regions(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    from shopdesk.domain.bidding.cuts import provinces_once

    rows = day_rows(frames, "ad_region")
    if rows is None or "region" not in rows.columns:
        return []
    rows = provinces_once(rows)
    rows = rows.assign(**{LABEL: rows["region"].astype("str").fillna("")})
    return [(cube_of_rows(AD_REGION, rows, AD_PARTS), ("ad_region",))]


def _ads(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    built: _Built = []
    for dimension, table in AD_DIMENSIONS.items():
        rows = day_rows(frames, table)
        if rows is not None and dimension in rows.columns:
            named = rows.assign(**{LABEL: rows[dimension].astype("str").fillna("").str.strip()})
            built.append((cube_of_rows(dimension, named, AD_PARTS), (table,)))
    return built


def quadrant_cube(frames: Frames, quadrants: Mapping[str, str]) -> SegmentCube:
    """Return what keywords cost and brought by quadrant; ``quadrants`` names that of each keyword as it is written."""
    rows = day_rows(of_one_currency({name: frames[name] for name in ("ad_keyword",) if name in frames}), "ad_keyword")
    if rows is None or KEYWORD not in rows.columns:
        return empty_cube(QUADRANT)
    words = rows[KEYWORD].astype("str").fillna("").str.strip()
    named = rows.assign(**{LABEL: words.map(quadrants).fillna("")})
    return cube_of_rows(QUADRANT, named, AD_PARTS)


def _buyers(frames: Frames, orders: pd.DataFrame | None) -> _Built:
    """Return new and old buyers as the platform counts them where it tells their money, else as orders show them."""
    given = _given_buyers(frames)
    own = None if orders is None else by_buyer(orders)
    if own is not None and (given is None or "pay_amount" not in given.parts):
        return [(cube_of_rows(BUYER, own, ORDER_PARTS, is_closed=True), ("orders",))]
    return [] if given is None else [(given, ("shop_daily",))]


def _given_buyers(frames: Frames) -> SegmentCube | None:
    import pandas as pd

    rows = day_rows(frames, "shop_daily")
    if rows is None or "pay_old_buyers" not in rows.columns:
        return None
    once = rows.drop_duplicates(["platform", "shop", "date"], keep="last")

    def column(name: str) -> pd.Series:
        return once[name].astype(float) if name in once else pd.Series(np.nan, index=once.index)

    old, old_paid = column("pay_old_buyers"), column("old_buyer_pay_amount")
    new = column("pay_new_buyers").fillna(column("pay_buyers") - old)
    base = once[["platform", "shop", "date"]]
    both = pd.concat(
        [
            base.assign(**{LABEL: OLD_BUYERS}, pay_buyers=old, pay_amount=old_paid),
            base.assign(**{LABEL: NEW_BUYERS}, pay_buyers=new, pay_amount=column("pay_amount") - old_paid),
        ],
        ignore_index=True,
    )
    cube = cube_of_rows(BUYER, both, {"pay_buyers": "pay_buyers", "pay_amount": "pay_amount"})
    return None if cube.is_empty else cube


def _by_platform(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    """Return the daily facts of each market place; a day that the whole shop lacks is missing for all."""
    frames = {name: frame for name, frame in frames.items() if name in BOARD_TABLES}
    joined = collect(frames)
    parts = {part: joined.parts[part] for part in PLATFORM_PARTS if part in joined.parts}
    sources = {one for series in parts.values() for one in series.sources}
    names = sorted({family(one.platform) for one in sources})
    if not names:
        return []
    each = [joined] if len(names) == 1 else [collect(_of_family(frames, name)) for name in names]
    values = {
        part: np.concatenate([_aligned(facts, part, joined, series.values) for facts in each])
        for part, series in parts.items()
    }
    cube = SegmentCube.of(
        PLATFORM,
        names,
        start=joined.start,
        length=joined.length,
        codes=np.repeat(np.arange(len(names), dtype=np.int64), joined.length),
        days=np.tile(np.arange(joined.length, dtype=np.int64), len(names)),
        values=values,
    )
    return [(cube, tuple(sorted({one.table for one in sources})))]


def _aligned(facts: DailyFacts, part: str, joined: DailyFacts, whole: FloatArray) -> FloatArray:
    out = np.full(joined.length, np.nan)
    found = facts.parts.get(part)
    if found is not None:
        shift = (facts.start - joined.start).days
        out[shift : shift + facts.length] = found.values
        out[np.isnan(whole)] = np.nan
    return out


def _of_family(frames: Frames, name: str) -> Frames:
    return {
        table: frame.loc[frame["platform"].astype("str").fillna("").map(family) == name]
        for table, frame in frames.items()
        if "platform" in frame.columns
    }
