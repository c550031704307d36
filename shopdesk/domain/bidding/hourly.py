"""From hourly reports to the days of a plan by hour, and to the usual course of a day from another report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.cuts import one_grain
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.happened import orders_by_hour
from shopdesk.domain.bidding.pacing import HOURS, Course, HourlyDays, Reference
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.record.cells import numbers
from shopdesk.domain.bidding.record.rows import Frames, is_daily, of_platform, told
from shopdesk.domain.bidding.week import resampled

TABLES: Final = ("ad_hour", "shop_hourly", "orders")
LOOKBACK_DAYS: Final = 28
_LEAST_COUNT: Final = 300
"""Clicks, visits or orders that another report must have to give the course of a day."""


@dataclass(frozen=True, slots=True)
class PlanHours:
    """A plan's hours: by day, or only 24 sums of clicks where the report names no days; None where none tells it."""

    days: HourlyDays | None
    totals: Floats | None
    reference: Reference | None


def plan_hours(frames: Frames, plan: BidPlan, *, off: tuple[int, ...]) -> PlanHours:
    """Read the last ``LOOKBACK_DAYS`` days of a plan; ``off``: percents by slot of the week, 0 is switched off."""
    reference = _reference(frames, plan)
    found = told(frames["ad_hour"], plan, None, strict=True)
    if found is None or found.whole_account or "hour" not in found.rows:
        return PlanHours(None, None, reference)
    rows = found.rows
    hours = pd.to_numeric(rows["hour"], errors="coerce")
    rows = rows[((hours >= 0) & (hours < HOURS)).to_numpy(dtype=bool)]
    if rows.empty:
        return PlanHours(None, None, reference)
    values = numbers(rows)
    hour = pd.to_numeric(rows["hour"]).loc[values.index].astype("int64")
    if not is_daily(rows):
        sums = values["clicks"].groupby(hour.to_numpy()).sum()
        return PlanHours(None, np.nan_to_num(sums.reindex(range(HOURS)).to_numpy(dtype=float)), reference)
    return PlanHours(_by_day(rows, values, hour, off), None, reference)


def _by_day(rows: pd.DataFrame, values: pd.DataFrame, hour: pd.Series, off: tuple[int, ...]) -> HourlyDays:
    dates = pd.to_datetime(rows["date"]).loc[values.index]
    recent = (dates > dates.max() - timedelta(days=LOOKBACK_DAYS)).to_numpy()
    values, dates, hour = values[recent], dates[recent], hour[recent]
    days = sorted(dates.unique())
    place = {day: at for at, day in enumerate(days)}
    at = (dates.map(place).to_numpy(dtype=int), hour.to_numpy(dtype=int))
    clicks, cost = np.zeros((len(days), HOURS)), np.zeros((len(days), HOURS))
    np.add.at(clicks, at, np.nan_to_num(values["clicks"].to_numpy(dtype=float)))
    np.add.at(cost, at, np.nan_to_num(values["cost"].to_numpy(dtype=float)))
    shut = np.zeros((len(days), HOURS), dtype=bool)
    if off:
        week = np.array(resampled(off, slots_per_hour=1)).reshape(7, HOURS) == 0
        shut = week[[pd.Timestamp(day).day_of_week for day in days]]
    return HourlyDays(
        tuple(pd.Timestamp(day).date() for day in days),
        clicks,
        cost,
        float(np.nansum(values["orders"].to_numpy(dtype=float))),
        float(np.nansum(values["revenue"].to_numpy(dtype=float))),
        shut,
    )


def _reference(frames: Frames, plan: BidPlan) -> Reference | None:
    """Return how a day goes on in the shop: its visitors, the times of its orders, else the other plans."""
    shop = of_platform(frames["shop_hourly"], plan.platform)
    others = _others(frames, plan)
    for rows, column, source in (
        (shop, "visitors", Course.SHOP),
        (orders_by_hour(of_platform(frames["orders"], plan.platform)), "pay_orders", Course.ORDERS),
        (others, "clicks", Course.OTHERS),
    ):
        if rows.empty or not {"hour", column} <= set(rows.columns):
            continue
        hours = pd.to_numeric(rows["hour"], errors="coerce")
        counts = pd.to_numeric(rows[column], errors="coerce").groupby(hours.to_numpy()).sum()
        found = np.nan_to_num(counts.reindex(range(HOURS)).to_numpy(dtype=float))
        if found.sum() >= _LEAST_COUNT:
            return Reference(found, source)
    return None


def _others(frames: Frames, plan: BidPlan) -> pd.DataFrame:
    rows = one_grain(of_platform(frames["ad_hour"], plan.platform))
    found = told(frames["ad_hour"], plan, None, strict=True)
    return rows.iloc[:0] if found is None or found.whole_account else rows.drop(index=found.rows.index)
