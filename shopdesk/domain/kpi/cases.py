"""What orders, refunds, reviews and costs say day by day: tables with one row a case rather than one a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.catalogue import PARTS
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries, PartSource, Strand, day_numbers, day_of
from shopdesk.domain.kpi.day_rows import Frames, day_rows, family, settled
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.kpi.strands import strands
from shopdesk.domain.kpi.windows import DAY_WINDOW, ItemFacts, OrderFacts, WindowFacts, over_days
from shopdesk.domain.periods import Period
from shopdesk.domain.refunds import went_through

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd

GOOD_SCORE: Final = 4
"""Stars of five from which a review counts as positive."""
BAD_SCORE: Final = 2
"""Stars of five up to which a review counts as negative."""


def order_strands(frames: Frames) -> list[Strand]:
    """Return sales, orders, items and the day's buyers from the orders, on the day of payment."""
    paid = _paid(frames)
    if paid is None:
        return []
    rows = paid.assign(pay_orders=1.0)
    columns = {"pay_amount": "paid", "pay_orders": "pay_orders"}
    if "items" in rows.columns:
        columns["pay_items"] = "items"
    found = [*strands(rows, "orders", columns, closed=True)]
    if "buyer" in rows.columns and rows["buyer"].notna().any():
        buyers = rows.drop_duplicates(["platform", "shop", "date", "buyer"]).assign(pay_buyers=1.0)
        found += strands(buyers, "orders", {"pay_buyers": "pay_buyers"}, closed=True)
    return found


def _paid(frames: Frames) -> pd.DataFrame | None:
    """Return the paid orders on the day of payment."""
    frame = frames.get("orders")
    if frame is None or frame.empty or not {"paid_at", "paid"} <= set(frame.columns):
        return None
    paid = frame.loc[frame["paid_at"].notna() & (frame["paid"].fillna(0) > 0)]
    return None if paid.empty else settled(paid).assign(date=paid["paid_at"].dt.normalize())


def refund_strands(frames: Frames) -> list[Strand]:
    """Return the refunds on the day they went through, and how long they took."""
    done = _refunded(frames, "finished_at")
    if done is None:
        return []
    columns = {"refund_amount": "refunded", "refund_orders": "refund_orders"}
    if "applied_at" in done.columns and done["applied_at"].notna().any():
        seconds = (done["finished_at"] - done["applied_at"]).dt.total_seconds()
        seconds = seconds.where(seconds >= 0)
        done = done.assign(refund_seconds=seconds.fillna(0.0), timed_refunds=seconds.notna().astype(float))
        columns |= {"refund_seconds": "refund_seconds", "timed_refunds": "timed_refunds"}
    return [*strands(done, "refunds", columns, closed=True)]


def late_refund_strands(frames: Frames) -> list[Strand]:
    """Return the refunds of the refund list on the day of payment, for shops whose orders don't name refunds."""
    done = _refunded(frames, "paid_at")
    if done is None:
        return []
    columns = {"refund_amount_paid_day": "refunded", "refund_orders_paid_day": "refund_orders"}
    return [*strands(done, "refunds", columns, closed=True)]


def _refunded(frames: Frames, moment: str) -> pd.DataFrame | None:
    frame = frames.get("refunds")
    if frame is None or frame.empty or not {"refunded", moment} <= set(frame.columns):
        return None
    done = frame.loc[frame[moment].notna() & (frame["refunded"].fillna(0) != 0) & went_through(frame)]
    if done.empty:
        return None
    some = (done["refunded"] > 0).astype(float)  # one with a minus took a refund back: its money counts, it is no case
    return settled(done).assign(date=done[moment].dt.normalize(), refund_orders=some)


def order_refund_strands(frames: Frames) -> list[Strand]:
    """Return the refunds that the orders themselves name, on the day the order was paid: its own day isn't told.

    They are the refunds by pay day; where no report has refunds by their own day they stand in for those, too.
    """
    frame = frames.get("orders")
    if frame is None or frame.empty or not {"paid_at", "refunded"} <= set(frame.columns):
        return []
    paid = frame.loc[frame["paid_at"].notna() & frame["refunded"].notna()]
    if paid.empty:
        return []
    some = (paid["refunded"] > 0).astype(float)
    rows = settled(paid).assign(date=paid["paid_at"].dt.normalize(), refund_orders=some)
    both = {"refund_amount": "refunded", "refund_orders": "refund_orders"}
    both |= {f"{part}_paid_day": column for part, column in both.items()}
    return [*strands(rows, "orders", both, closed=True)]


def review_strands(frames: Frames) -> list[Strand]:
    """Return the imported reviews by day: how many, good, bad, and their scores."""
    frame = frames.get("reviews")
    if frame is None or frame.empty or "reviewed_at" not in frame.columns:
        return []
    seen = frame.loc[frame["reviewed_at"].notna()]
    if seen.empty:
        return []
    rows = settled(seen).assign(date=seen["reviewed_at"].dt.normalize(), reviews=1.0)
    columns = ["reviews"]
    if "score" in seen.columns and seen["score"].notna().any():
        score = seen["score"].astype(float)
        rows = rows.assign(
            good_reviews=(score >= GOOD_SCORE).astype(float),
            bad_reviews=(score <= BAD_SCORE).astype(float),
            scored_reviews=score.notna().astype(float),
            score_points=score.fillna(0.0),
        )
        columns += ["good_reviews", "bad_reviews", "scored_reviews", "score_points"]
    return [*strands(rows, "reviews", {column: column for column in columns}, closed=True)]


def cost_strands(frames: Frames) -> list[Strand]:
    """Return the cost of the goods sold by day; a day with a line whose cost is unknown has none."""
    lines, costs, paid = frames.get("order_lines"), frames.get("costs"), _paid(frames)
    if lines is None or costs is None or paid is None or "unit_cost" not in costs.columns:
        return []
    if not {"order_id", "quantity"} <= set(lines.columns) or "order_id" not in paid.columns:
        return []
    from shopdesk.domain.keywords.margin import unit_costs

    of_order = paid.drop_duplicates("order_id", keep="last").set_index("order_id")["date"]
    sold = settled(lines.assign(cost=unit_costs(lines, costs) * lines["quantity"].astype(float)))
    rows = sold.assign(date=sold["order_id"].map(of_order))
    rows = rows.loc[rows["date"].notna()]
    unknown = rows.loc[rows["cost"].isna(), "date"].unique()
    return [*strands(rows.loc[~rows["date"].isin(unknown)], "order_lines", {"goods_cost": "cost"})]


# --- what must be counted anew for each period


def with_counted(facts: DailyFacts, frames: Frames) -> DailyFacts:
    """Return facts with orders and items to count from, and a 30-day series of each part that they give."""
    orders, items = order_facts(frames), item_facts(frames)
    if facts.is_empty or (orders is None and items is None):
        return facts
    parts = dict(facts.parts)
    whole = Period(facts.start, facts.end)
    for found, kind in ((orders, RollUp.ORDERS), (items, RollUp.ITEMS)):
        for part in PARTS.values() if found is not None else ():
            if found is not None and part.roll_up is kind and part.origins:
                parts[part.name] = _series(found, part.name, whole)
    return replace(facts, parts=parts, orders=orders, items=items)


def _series(facts: WindowFacts, part: str, whole: Period) -> PartSeries:
    values = over_days(facts, part, whole, DAY_WINDOW)
    values.flags.writeable = False
    return PartSeries(values, facts.sources)


def order_facts(frames: Frames) -> OrderFacts | None:
    """Return all paid orders with a known buyer, None where there are none.

    A buyer is the same in two shops of one market place; market places don't know each other's buyers.
    """
    paid = _paid(frames)
    if paid is None or "buyer" not in paid.columns:
        return None
    rows = paid.loc[paid["buyer"].notna() & (paid["buyer"].astype("str") != "")]
    if rows.empty:
        return None
    days = day_numbers(rows["date"])
    everything = day_numbers(paid["date"])  # orders without a buyer still tell that the day was exported
    first, last = int(everything.min()), int(everything.max())
    kept = rows["paid"].to_numpy(dtype=np.int64)
    if "refunded" in rows.columns:
        kept = kept - rows["refunded"].fillna(0).to_numpy(dtype=np.int64)
    whose = rows["platform"].map(family) + "\0" + rows["buyer"].astype("str")
    buyers = whose.factorize()[0].astype(np.int64)
    return OrderFacts.of(
        day_numbers=days - first,
        buyers=buyers,
        kept=kept,
        first=day_of(first),
        length=last - first + 1,
        sources=_sources(rows, "orders"),
    )


def item_facts(frames: Frames) -> ItemFacts | None:
    """Return the items of the daily item reports, None where there are none."""
    rows = day_rows(frames, "item_daily")
    money = [] if rows is None else [column for column in ("pay_items", "pay_amount") if column in rows.columns]
    key = [] if rows is None else [column for column in ("item_id", "item") if column in rows.columns]
    if rows is None or not money or not key:
        return None
    rows = rows.loc[rows[key[0]].notna()]
    if rows.empty:
        return None
    paid = (rows[money].astype(float).fillna(0) > 0).any(axis=1)
    whose = rows["platform"] + "\0" + rows["shop"] + "\0" + rows[key[0]].astype("str")
    once = rows.assign(whose=whose.factorize()[0], paid=paid).sort_values("paid")
    once = once.drop_duplicates(["date", "whose"], keep="last")
    days = day_numbers(once["date"])
    first, last = int(days.min()), int(days.max())
    return ItemFacts(
        day_of(first),
        last - first + 1,
        days - first,
        once["whose"].to_numpy(dtype=np.int64),
        once["paid"].to_numpy(dtype=np.bool_),
        _sources(rows, "item_daily"),
    )


def _sources(rows: pd.DataFrame, table: str) -> tuple[PartSource, ...]:
    found = []
    for platform, group in rows.groupby("platform", sort=True):
        days = np.unique(day_numbers(group["date"]))
        kinds = tuple(sorted(set(group["kind"]) - {""}))
        found.append(
            PartSource(table, str(platform), kinds, day_of(int(days[0])), day_of(int(days[-1])), int(days.size))
        )
    return tuple(found)
