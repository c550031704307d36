"""Who bought, from the orders of the period: first item and whether they came again, and order values in bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.app.kpi.reports.model import Block, Chart, Column, Kind, Paragraph, Ratio, Section, Series, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

BANDS_YUAN: Final = (50, 100, 200, 300, 500, 1000)
"""Limits of the bands of order values; an editable habit, no rule. [k]"""
LISTED: Final = 10
FEWEST_BUYERS: Final = 30
"""First-time buyers of an item below which a repeat share says nothing (18 % of pure chance)."""


def price_bands(source: ReportSource, span: ReportSpan) -> Section:
    """Return orders and money by band of order value."""
    words = source.words
    title = words("price_bands")
    paid = _paid(source, span.period)
    if paid is None:
        return Section("price_bands", title, (source.absent(["orders"], "for_buyers"),))
    if paid.empty:
        return Section("price_bands", title, (Paragraph(words("no_orders"), Tone.NOTE),))
    yuan = paid["paid"].astype(float).to_numpy() / 100
    places = np.searchsorted(np.array(BANDS_YUAN), yuan, side="right")
    labels = [_band(source, place) for place in range(len(BANDS_YUAN) + 1)]
    counts = np.bincount(places, minlength=len(labels))
    sums = np.bincount(places, weights=yuan, minlength=len(labels))
    columns = (
        Column("name", words("price_band"), width=1.6),
        Column("orders", words("orders"), Kind.INTEGER),
        Column("amount", words("paid_amount"), Kind.MONEY),
        Column("mean", words("order_mean"), Kind.MONEY, ratio=Ratio("amount", "orders")),
    )
    rows = tuple(
        (label, int(count), round(float(total), 2), float(total) / int(count) if count else None)
        for label, count, total in zip(labels, counts, sums, strict=True)
    )
    whole = (words("total"), len(yuan), round(float(yuan.sum()), 2), float(yuan.mean()))
    chart = Chart(
        "price_bands",
        words("orders"),
        tuple(labels),
        (Series(words("orders"), tuple(float(count) for count in counts), Kind.INTEGER),),
        bars=True,
    )
    return Section("price_bands", title, (Table("price_bands", title, columns, rows, whole), chart))


def _band(source: ReportSource, place: int) -> str:
    if place == 0:
        return source.words("band_below", high=BANDS_YUAN[0])
    if place == len(BANDS_YUAN):
        return source.words("band_above", low=BANDS_YUAN[-1])
    return source.words("band", low=BANDS_YUAN[place - 1], high=BANDS_YUAN[place])


def first_items(source: ReportSource, span: ReportSpan) -> Section:
    """Return what new buyers of the period bought first, and how many of them bought again up to its end."""
    words = source.words
    title = words("first_items")
    orders, lines = source.rows("orders"), source.rows("order_lines")
    if orders.empty or not {"buyer", "paid_at"} <= set(orders.columns) or orders["buyer"].isna().all():
        return Section("first_items", title, (source.absent(["orders"], "for_buyers"),))
    if lines.empty or not {"order_id", "title"} <= set(lines.columns):
        return Section("first_items", title, (source.absent(["order_lines"], "for_first_items"),))
    return Section("first_items", title, _first_items(source, span.period, orders, lines))


def _first_items(source: ReportSource, period: Period, orders: pd.DataFrame, lines: pd.DataFrame) -> tuple[Block, ...]:
    words = source.words
    paid = orders.loc[orders["paid_at"].notna() & orders["buyer"].notna()]
    paid = paid.loc[paid["paid_at"].dt.date <= period.end].sort_values("paid_at", kind="stable")
    first = paid.drop_duplicates("buyer")
    new = first.loc[first["paid_at"].dt.date >= period.start]
    if new.empty:
        return (Paragraph(words("no_new_buyers"), Tone.NOTE),)
    often = paid.groupby("buyer")["order_id"].nunique()
    titles = lines.drop_duplicates("order_id").set_index("order_id")["title"].astype("str")
    item = new["order_id"].map(titles).fillna(words("unknown_item"))
    again = (new["buyer"].map(often) > 1).astype(int)
    grouped = again.groupby(item.to_numpy()).agg(["count", "sum"]).sort_values("count", ascending=False)
    rows = tuple(
        (str(name), int(count), int(came), int(came) / int(count) if count >= FEWEST_BUYERS else None)
        for name, count, came in grouped.head(LISTED).itertuples()
    )
    total = (words("total"), len(new), int(again.sum()), int(again.sum()) / len(new))
    columns = (
        Column("name", words("dimension_item"), width=2.6),
        Column("buyers", words("new_buyers"), Kind.INTEGER),
        Column("again", words("came_again"), Kind.INTEGER),
        Column("share", words("share_again"), Kind.PERCENT),
    )
    notes = [words("first_items_note", fewest=FEWEST_BUYERS)]
    if len(grouped) > LISTED:
        notes.append(words("more_rows", count=len(grouped) - LISTED))
    return (Table("first_items", words("first_items"), columns, rows, total, " ".join(notes)),)


def _paid(source: ReportSource, period: Period) -> pd.DataFrame | None:
    """Return the paid orders of a period, None where no orders are imported."""
    orders = source.rows("orders")
    if orders.empty or not {"paid_at", "paid"} <= set(orders.columns):
        return None
    days = orders["paid_at"].dt.date
    own = orders["paid_at"].notna() & (orders["paid"].fillna(0) > 0)
    found: pd.DataFrame = orders.loc[own & (days >= period.start) & (days <= period.end)]
    return found
