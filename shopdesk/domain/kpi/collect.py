"""From imported tables to daily parts: which report each figure is taken from, and never from two at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shopdesk.domain.currencies import of_one_currency
from shopdesk.domain.kpi.cases import (
    cost_strands,
    late_refund_strands,
    order_refund_strands,
    order_strands,
    refund_strands,
    review_strands,
    with_counted,
)
from shopdesk.domain.kpi.catalogue import AD_CUTS, AD_PARTS, BOARD_TABLES, OWN_SHEET, PARTS
from shopdesk.domain.kpi.daily import DailyFacts, PartSource, PlatformTotal, Strand, join
from shopdesk.domain.kpi.day_rows import Frames, day_rows, family
from shopdesk.domain.kpi.strands import strands
from shopdesk.domain.periods import Period

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd


TABLES: Final = BOARD_TABLES

SHOP_SPEND: Final = ("search_ad_cost", "display_ad_cost", "smart_ad_cost")
"""Spend by product in the shop report (with its total ``cost``): used only where the platform has no ad report."""

UNNAMED: Final = "other"
"""The platform of general tables."""

ENOUGH_DAYS: Final = 0.8
"""A cut is taken before a finer one if it covers this share of the days of the best-covered cut."""


def collect(frames: Frames) -> DailyFacts:
    """Return the daily facts of a shop from its tables (missing tables may be absent or empty)."""
    frames = of_one_currency({name: frame for name, frame in frames.items() if name in TABLES})
    shop, twice = _shop_strands(frames)
    spend = list(_ad_strands(frames))
    spend_from = {family(strand.source.platform) for strand in spend}
    of_shop = list(_shop_spend(frames))
    spend += [strand for strand in of_shop if family(strand.source.platform) not in spend_from]
    apart = tuple(dict.fromkeys(one.source for one in of_shop if family(one.source.platform) in spend_from))
    for fallback in (
        order_strands(frames),
        refund_strands(frames),
        order_refund_strands(frames),
        late_refund_strands(frames),
        cost_strands(frames),
        review_strands(frames),
        _table_strands(frames, "item_daily"),
        _table_strands(frames, "ad_creative"),
    ):
        known = {(strand.part, family(strand.source.platform)) for strand in shop}
        shop += [strand for strand in fallback if not _is_told(strand, known)]
    facts = _beside(join(shop + spend, _platform_totals(frames)), "ad_cost", apart)
    for strand in twice:
        facts = _beside(facts, strand.part, (strand.source,))
    return with_counted(facts, frames)


def _beside(facts: DailyFacts, part: str, apart: tuple[PartSource, ...]) -> DailyFacts:
    """Return the facts with the reports that tell a part as well but aren't joined with its own."""
    series = facts.parts.get(part)
    if series is None or not apart:
        return facts
    return replace(facts, parts={**facts.parts, part: replace(series, apart=apart)})


def _is_told(strand: Strand, known: set[tuple[str, str]]) -> bool:
    """Return whether another report tells the same: one of its market place, or one of which either is unnamed.

    A general table doesn't say which platform it is of; added to a platform's own report it would count twice.
    """
    own = family(strand.source.platform)
    return any(part == strand.part and (place == own or UNNAMED in (place, own)) for part, place in known)


def _shop_strands(frames: Frames) -> tuple[list[Strand], list[Strand]]:
    """Return what shop reports tell, and what a general table tells beside the platform's own report of the shop.

    The latter would count twice: who keeps a table copies figures of the platform into it.
    """
    rows = day_rows(frames, "shop_daily")
    if rows is None:
        return [], []
    once = rows.drop_duplicates(["platform", "shop", "date"], keep="last")
    columns = _part_columns(once, "shop_daily") | _part_columns(once, OWN_SHEET)
    is_named = once["platform"] != UNNAMED
    may_copy = ~is_named & once["shop"].isin({"", *once.loc[is_named, "shop"]})
    told = [part for part, values in columns.items() if values.loc[is_named].notna().any()]
    copied = {part: columns[part].where(may_copy) for part in told}
    own = columns | {part: columns[part].mask(may_copy) for part in told}
    return _strands_of(once, own), _strands_of(once, copied)


def _strands_of(rows: pd.DataFrame, columns: Mapping[str, pd.Series]) -> list[Strand]:
    return [*strands(rows.assign(**columns), "shop_daily", {part: part for part in columns})]


def _table_strands(frames: Frames, table: str) -> list[Strand]:
    """Return what may be added over the rows of a day: the parts that name the table as their origin."""
    rows = day_rows(frames, table)
    if rows is None:
        return []
    columns = _part_columns(rows, table)
    return [*strands(rows.assign(**columns), table, {part: part for part in columns})]


def _part_columns(rows: pd.DataFrame, table: str) -> dict[str, pd.Series]:
    """Return the parts that a table has columns for; a mean becomes a sum by what it was weighted with."""
    found = {}
    for part in PARTS.values():
        origin = part.origins.get(table)
        column = next((name for name in origin.columns if name in rows.columns), None) if origin else None
        if origin is None or column is None or (origin.weight and origin.weight not in rows.columns):
            continue
        values = rows[column].astype(float)
        found[part.name] = values * rows[origin.weight].astype(float) if origin.weight else values
    return found


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
        yield from strands(rows, table, {part: column for part, column in AD_PARTS.items() if column in rows.columns})


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
    yield from strands(once.assign(ad_cost=spend), "shop_daily", {"ad_cost": "ad_cost"})


def _platform_totals(frames: Frames) -> list[PlatformTotal]:
    import pandas as pd

    frame = frames.get("shop_daily")
    if frame is None or frame.empty or "date_end" not in frame.columns:
        return []
    rows = frame.loc[frame["date"].notna() & frame["date_end"].notna()]
    rows = rows.loc[rows["date"] < rows["date_end"]]
    rows = rows.assign(**_part_columns(rows, "shop_daily"), **_part_columns(rows, OWN_SHEET))
    present = [part for part in PARTS if part in rows.columns]
    return [
        PlatformTotal(
            Period(row["date"].date(), row["date_end"].date()),
            str(row.get("platform", "")),
            {part: float(row[part]) for part in present if pd.notna(row[part])},
            str(row.get("kind", "")),
        )
        for _, row in rows.iterrows()
    ]
