"""What happened by hour of the week, from whichever report tells it; the source and its days are always named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.cuts import one_grain
from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.day import day_gate
from shopdesk.domain.bidding.estimate.history import Cells
from shopdesk.domain.bidding.estimate.model import Gate
from shopdesk.domain.bidding.profiles import HOURS_PER_DAY
from shopdesk.domain.bidding.sums import Sums, summed, total
from shopdesk.domain.currencies import rows_of_one_currency
from shopdesk.domain.periods import Period


class Source(StrEnum):
    """Which table a figure comes from."""

    ADS = "ads"
    SHOP = "shop"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where figures come from: table, days, whether all campaigns had to stand in for one, and rows without weekday."""

    source: Source
    first: date | None
    last: date | None
    whole_account: bool = False
    outside_period: bool = False
    apart: tuple[str, ...] = ()  # platforms left out because they count in another currency


@dataclass(frozen=True, slots=True)
class WeekHappened:
    """Sums by (weekday, hour), Monday 0. ``has_weekdays`` False: only the hour is known and ``hours`` tells it."""

    cells: Mapping[tuple[int, int], Sums]
    hours: Mapping[int, Sums]
    has_weekdays: bool
    evidence: Evidence

    @property
    def total(self) -> Sums:
        """The sum of all hours."""
        return total(self.hours.values())

    def over(self, places: set[tuple[int, int]]) -> Sums:
        """Return the sum over some cells; over their hours where weekdays aren't known."""
        if self.has_weekdays:
            return total(self.cells.get(place, Sums()) for place in places)
        return total(self.hours.get(hour, Sums()) for hour in {hour for _, hour in places})


def week_happened(
    frame: pd.DataFrame, *, source: Source, period: Period | None, campaign: str = ""
) -> WeekHappened | None:
    """Sum a frame by weekday and hour, None where it tells nothing.

    ``frame``: ``ad_hour`` or ``shop_hourly`` (columns date, date_end, weekday, hour) or ``orders`` (paid_at).
    ``campaign`` is a campaign id or name; where the report doesn't name it the whole account stands in.
    """
    if frame.empty:
        return None
    rows = orders_by_hour(frame) if source is Source.ORDERS else frame
    rows, whole_account = of_campaign(rows, campaign)
    rows, outside = within(rows, period)
    rows, apart = rows_of_one_currency(one_grain(rows))
    if rows.empty or "hour" not in rows:
        return None
    hours = pd.to_numeric(rows["hour"], errors="coerce")
    weekdays = weekdays_of(rows)
    rows = rows.assign(_hour=hours, _weekday=weekdays)[hours.notna()]
    by_hour = {int(str(key)): cell for key, cell in summed(rows.astype({"_hour": "int64"}), ["_hour"]).items()}
    has_weekdays = bool(rows["_weekday"].notna().all())
    cells = _by_cell(rows) if has_weekdays else {}
    first, last = days_of(rows)
    evidence = Evidence(source, first, last, whole_account, outside, apart)
    return WeekHappened(cells, by_hour, has_weekdays, evidence)


def hour_gate(happened: WeekHappened) -> Gate | None:
    """Return whether the hours of the day differ by more than chance, None where clicks or orders aren't known."""
    if happened.total.clicks is None or happened.total.orders is None:
        return None
    cells = [happened.hours.get(hour, Sums()) for hour in range(HOURS_PER_DAY)]
    nothing = np.full(HOURS_PER_DAY, np.nan)
    clicks, orders = (
        np.array([getattr(cell, name) or 0.0 for cell in cells], dtype=float) for name in ("clicks", "orders")
    )
    names = tuple(str(hour) for hour in range(HOURS_PER_DAY))
    return day_gate(counts_of(Cells(names, nothing, clicks, nothing, orders, nothing, nothing)))


def of_campaign(frame: pd.DataFrame, campaign: str) -> tuple[pd.DataFrame, bool]:
    """Return the rows of a campaign, or all of them and True where the report doesn't tell campaigns apart."""
    if not campaign:
        return frame, False
    for column in ("campaign_id", "campaign"):
        if column in frame:
            chosen = frame[frame[column] == campaign]
            if not chosen.empty:
                return chosen, False
    return frame, True


def within(frame: pd.DataFrame, period: Period | None) -> tuple[pd.DataFrame, bool]:
    """Return the rows whose days lie in a period, or all and True where none does; undated rows always stay."""
    if period is None or "date" not in frame or frame.empty:
        return frame, False
    start = pd.to_datetime(frame["date"])
    end = pd.to_datetime(frame["date_end"]) if "date_end" in frame else start
    inside = (start >= pd.Timestamp(period.start)) & (end <= pd.Timestamp(period.end))
    chosen = frame[inside | start.isna()]
    return (chosen, False) if not chosen.empty else (frame, True)


def days_of(frame: pd.DataFrame) -> tuple[date | None, date | None]:
    """Return the first and last day of a frame, None where it has no dates."""
    if "date" not in frame:
        return None, None
    start = pd.to_datetime(frame["date"]).min()
    end = pd.to_datetime(frame["date_end" if "date_end" in frame else "date"]).max()
    return (None, None) if pd.isna(start) else (start.date(), end.date())


def orders_by_hour(orders: pd.DataFrame) -> pd.DataFrame:
    """Return order rows as if they were an hourly report: pay_orders, pay_amount (fen), date, hour, weekday."""
    moment = next((name for name in ("paid_at", "created_at") if name in orders and orders[name].notna().any()), None)
    if moment is None:
        return pd.DataFrame()
    stamps = pd.to_datetime(orders[moment])
    paid = orders["paid"] if "paid" in orders else pd.Series(pd.NA, index=orders.index)
    result = pd.DataFrame(
        {
            "date": stamps.dt.normalize(),
            "hour": stamps.dt.hour,
            "weekday": stamps.dt.day_of_week + 1,
            "pay_orders": 1.0,
            "pay_amount": pd.to_numeric(paid, errors="coerce").astype("float64"),
        }
    )
    for column in ("region", "campaign"):
        if column in orders:
            result[column] = orders[column]
    return result[stamps.notna()]


def _by_cell(rows: pd.DataFrame) -> dict[tuple[int, int], Sums]:
    codes = (rows["_weekday"] * HOURS_PER_DAY + rows["_hour"]).astype("int64")
    found = summed(rows.assign(_cell=codes), ["_cell"])
    return {divmod(int(str(code)), HOURS_PER_DAY): cell for code, cell in found.items()}


def weekdays_of(rows: pd.DataFrame) -> pd.Series:
    """Return 0–6 (Monday 0) where known: the report's own weekday (1–7), or that of a single day."""
    named = (
        pd.to_numeric(rows["weekday"], errors="coerce").astype("float64") - 1
        if "weekday" in rows
        else pd.Series(float("nan"), index=rows.index)
    )
    if "date" not in rows:
        return named
    start = pd.to_datetime(rows["date"])
    end = pd.to_datetime(rows["date_end"]) if "date_end" in rows else start
    dated = start.dt.day_of_week.astype("float64").where((start == end) & start.notna())
    return named.where(named.notna(), dated)
