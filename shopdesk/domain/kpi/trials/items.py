"""Items day by day, for judging a change of one of them against the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.catalogue import BOARD, FEN_PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray, day_numbers, day_of
from shopdesk.domain.kpi.day_rows import Frames, day_rows
from shopdesk.domain.kpi.trials.steps import BEFORE_DAYS, MIN_DAYS, Track
from shopdesk.domain.periods import Period

if TYPE_CHECKING:  # heavy
    import pandas as pd

TABLES: Final = ("item_daily", "orders", "order_lines")
METRICS: Final = ("pay_amount", "pay_buyers", "pay_cvr", "visitors", "pay_orders", "pay_items", "cart_users")
"""Figures of the board that a change may be judged by."""
MOST_CONTROLS: Final = 12
MIN_CONTROL_EVENTS: Final = 30
RECENT_DAYS: Final = 14
COLUMNS: Final = {
    "visitors": "item_visitors",
    "pay_buyers": "pay_buyers",
    "pay_amount": "pay_amount",
    "pay_items": "pay_items",
    "cart_users": "cart_users",
}
"""Parts of an item with their column of the item report."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its key (id, else code, else title), what it is called, and one sum a day and part (fen for money)."""

    key: str
    title: str
    parts: Mapping[str, FloatArray]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """All items over the same unbroken days; a day without any row of the report is NaN for all of them."""

    table: str
    start: date
    length: int
    items: Mapping[str, Item]

    @property
    def parts(self) -> frozenset[str]:
        """The parts that are known of items."""
        return frozenset(part for item in self.items.values() for part in item.parts)

    def tells(self, metric: BoardMetric) -> bool:
        """Return whether these items can be judged by a figure."""
        return {*metric.parts, metric.count} <= self.parts


def can_judge(metric: BoardMetric) -> bool:
    """Return whether a change may be judged by a figure: by some of the board, and by own ones of the same kind.

    The model works with logarithms of sums of days, so nothing may be taken away in them.
    """
    if metric.name in BOARD:
        return metric.name in METRICS
    if not metric.count or not metric.is_of_its_day:
        return False
    from shopdesk.domain.kpi.term import is_never_negative

    sums = metric.sums
    return bool(sums) and all(is_never_negative(term) for term in sums)


def item_facts(frames: Frames) -> ItemFacts | None:
    """Return items by day from the item report, else from the lines of paid orders; None without either.

    The item report is taken where it has at least four weeks of days; it alone knows visitors.
    """
    from_report = _from_report(frames)
    if from_report is not None and from_report.length >= MIN_DAYS:
        return from_report
    from_lines = _from_lines(frames)
    return from_lines or from_report


def item_track(facts: ItemFacts, keys: Iterable[str], metric: BoardMetric) -> Track:
    """Return one or several items together as a track; people of several items are added, an upper bound.

    Raises ``KeyError`` for an unknown item or part.
    """
    chosen = [facts.items[key] for key in keys]
    return _track(facts.start, metric, lambda part: np.sum([item.parts[part] for item in chosen], axis=0))


def shop_track(facts: DailyFacts, metric: BoardMetric) -> Track:
    """Return the whole shop's figure as a track; NaN throughout where a part isn't known."""
    whole = Period(facts.start, facts.end)
    return _track(facts.start, metric, lambda part: facts.window(part, whole))


def automatic_controls(
    facts: ItemFacts, metric: BoardMetric, *, change: date, without: Iterable[str]
) -> tuple[str, ...]:
    """Return the items to hold a changed one against: the largest that sold before it, judged before it only."""
    until = min(max((change - facts.start).days, 0), facts.length)
    low = max(0, until - BEFORE_DAYS)
    left_out = set(without)
    sizes = {}
    for key, item in facts.items.items():
        events = item.parts.get(metric.count)
        if key in left_out or events is None:
            continue
        total = float(np.nansum(events[low:until]))
        if total >= MIN_CONTROL_EVENTS and np.nansum(events[max(0, until - RECENT_DAYS) : until]) > 0:
            sizes[key] = total
    return tuple(sorted(sizes, key=lambda key: (-sizes[key], key))[:MOST_CONTROLS])


def yuan_per_unit(
    facts: ItemFacts | DailyFacts, keys: Iterable[str], metric: BoardMetric, change: date
) -> float | None:
    """Return the sales in yuan per unit of a figure's numerator in the four weeks before a change, None if unknown."""
    if metric.numerator in FEN_PARTS:
        return 1.0
    span = Period(change - timedelta(days=MIN_DAYS), change - timedelta(days=1))

    def series(part: str) -> FloatArray:
        if isinstance(facts, DailyFacts):
            return facts.window(part, span)
        low = (span.start - facts.start).days
        known = [facts.items[key].parts[part] for key in keys if part in facts.items[key].parts]
        return np.asarray(np.sum(known, axis=0)[max(0, low) : max(0, low + span.days)]) if known else np.array([])

    if not metric.numerator:
        return None
    money, units = series("pay_amount"), series(metric.numerator)
    if money.size != units.size or not money.size:
        return None
    both = ~np.isnan(money) & ~np.isnan(units)
    total = float(units[both].sum())
    return float(money[both].sum()) / 100 / total if total > 0 else None


def _track(start: date, metric: BoardMetric, series: Callable[[str], FloatArray]) -> Track:
    from shopdesk.domain.kpi.term import evaluate

    values = {part: series(part) / (100 if part in FEN_PARTS else 1) for part in metric.parts}
    above, *below = (evaluate(term, values) for term in metric.sums)
    return Track(start, above, series(metric.count), below[0] if below else None)


def _from_report(frames: Frames) -> ItemFacts | None:
    rows = day_rows(frames, "item_daily")
    if rows is None:
        return None
    present = {part: column for part, column in COLUMNS.items() if column in rows.columns}
    named = rows.assign(key=_keys(rows, ("item_id", "item")), title=_texts(rows, "item"))
    return _facts("item_daily", named, present, closed=False)


def _from_lines(frames: Frames) -> ItemFacts | None:
    """Return the paid lines by item and day; a day between the first and last order without lines sold nothing."""
    lines, orders = frames.get("order_lines"), frames.get("orders")
    if lines is None or lines.empty or orders is None or orders.empty or "paid_at" not in orders.columns:
        return None
    paid = orders.loc[orders["paid_at"].notna() & (orders["paid"].fillna(0) > 0), ["order_id", "paid_at"]]
    joined = lines.drop(columns=["paid_at"], errors="ignore").merge(paid, on="order_id", how="inner")
    if joined.empty or not {"unit_price", "quantity"} <= set(joined.columns):
        return None
    amount = joined["unit_price"].fillna(0).astype(float) * joined["quantity"].fillna(1).astype(float)
    for column in ("line_total", "line_paid"):
        if column in joined.columns:
            amount = joined[column].astype(float).where(joined[column].notna(), amount)
    named = joined.assign(
        key=_keys(joined, ("item_id", "sku", "title")),
        title=_texts(joined, "title"),
        date=joined["paid_at"].dt.normalize(),
        pay_amount=amount,
        pay_items=joined["quantity"].fillna(1).astype(float),
    )
    once = ~named.duplicated(["key", "order_id"])
    present = {"pay_amount": "pay_amount", "pay_items": "pay_items", "pay_orders": "pay_orders"}
    return _facts("order_lines", named.assign(pay_orders=once.astype(float)), present, closed=True)


def _facts(table: str, rows: pd.DataFrame, present: Mapping[str, str], *, closed: bool) -> ItemFacts | None:
    rows = rows.loc[rows["key"] != ""]
    if rows.empty or not present:
        return None
    days = day_numbers(rows["date"])
    first, length = int(days.min()), int(days.max() - days.min()) + 1
    reported = np.ones(length, bool) if closed else np.bincount(days - first, minlength=length) > 0
    items = {}
    for key, places in rows.groupby("key", sort=True).indices.items():
        parts = {}
        for part, column in present.items():
            weights = rows[column].to_numpy(dtype=float, na_value=0.0)[places]
            sums = np.bincount(days[places] - first, weights=weights, minlength=length)
            parts[part] = np.where(reported, sums, np.nan)
        if "pay_orders" in parts:
            parts["pay_buyers"] = parts["pay_orders"]  # lines know orders; a buyer of two on one day counts twice
        titles = rows["title"].to_numpy()[places]
        items[str(key)] = Item(str(key), str(titles[-1]) or str(key), parts)
    return ItemFacts(table, day_of(first), length, items)


def _keys(rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    found = _texts(rows, columns[0])
    for column in columns[1:]:
        found = found.where(found != "", _texts(rows, column))
    return found


def _texts(rows: pd.DataFrame, column: str) -> pd.Series:
    import pandas as pd

    if column not in rows.columns:
        return pd.Series("", index=rows.index, dtype="str")
    return rows[column].astype("str").fillna("").str.strip()
