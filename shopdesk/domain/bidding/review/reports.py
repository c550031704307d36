"""From reports to the days of a review: the plan's own, those of the other plans, those of the rest of the shop."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.cuts import one_grain
from shopdesk.domain.bidding.dimensions import short_region
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.happened import weekdays_of
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.record.bought import word_keys
from shopdesk.domain.bidding.record.cells import numbers
from shopdesk.domain.bidding.record.rows import Frames, is_daily, of_platform, told
from shopdesk.domain.bidding.review.days import SUMS, DayRows, Pairs
from shopdesk.domain.bidding.review.live import Cut

TABLES: Final = ("ad_campaign", "ad_keyword", "ad_audience", "ad_hour", "ad_region", "shop_daily")
OTHERS: Final = "others"
"""The other plans of the platform."""
SHOP: Final = "shop"
"""What the shop sold without its ads."""
_Keys: TypeAlias = Callable[[pd.DataFrame], pd.Series]
_OF_PLAN: Final = ("ad_campaign", "ad_keyword", "ad_audience", "ad_hour", "ad_region")
_NAMED: Final = {"regions": "ad_region", "audiences": "ad_audience"}
_KEYS: Final[dict[str, _Keys]] = {
    "regions": lambda rows: rows["region"].map(short_region),
    "audiences": lambda rows: rows["audience"],
}
_OF_SHOP: Final = {"clicks": ("visitors",), "orders": ("pay_buyers", "pay_orders"), "revenue": ("pay_amount",)}


@dataclass(frozen=True, slots=True)
class ReviewDays:
    """The plan's days, its controls, and the table that both were read from; ``own`` None: no daily report of it."""

    own: DayRows | None
    controls: tuple[DayRows, ...] = ()
    table: str = ""


def review_days(frames: Frames, plan: BidPlan, *, changed: Collection[str] = ()) -> ReviewDays:
    """Return the days of a plan and what tells of the season; ``changed`` names campaigns that are no control.

    These are plans that were changed in the same weeks, by campaign id or name.
    """
    for table in _OF_PLAN:
        found = told(frames[table], plan, None, strict=True)
        if found is None or found.whole_account or not is_daily(found.rows):
            continue
        own = _day_rows("", found.rows, found.covered)
        if own is None:
            continue
        whole = one_grain(of_platform(frames[table], plan.platform))
        others = whole.drop(index=found.rows.index)
        named = [others[name].isin(changed) for name in ("campaign_id", "campaign") if name in others]
        for mask in named:
            others = others[~mask.loc[others.index]]
        controls = [_day_rows(OTHERS, others, found.covered), _shop(frames, plan, whole, found.covered)]
        return ReviewDays(own, tuple(one for one in controls if one is not None), table)
    return ReviewDays(None)


def cuts_of(frames: Frames, plan: BidPlan, pairs: Pairs, *, old: Levers, new: Levers) -> list[Cut]:
    """Return what clicks say of each dimension in which two sets of levers differ."""
    before, after = set(pairs.before), set(pairs.after)
    hours = _hours(frames, plan, before, after)
    cuts = []
    if hours is not None and old.hours and new.hours:
        cuts.append(Cut("hours", *hours, _hourly(old.hours), _hourly(new.hours)))
    words = _by_name(frames["ad_keyword"], plan, before, after, word_keys)
    if words is not None:
        names = words[0]
        was = np.array([float(old.bids.get(name, np.nan)) for name in names])
        now = np.array([float(new.bids.get(name, old.bids.get(name, np.nan))) for name in names])
        cuts.append(Cut("words", words[1], words[2], was, np.where(np.isnan(now), -1.0, now)))
    for name, table in _NAMED.items():
        cells = _by_name(frames[table], plan, before, after, _KEYS[name])
        if cells is not None:
            was, now = (_percents(getattr(levers, name), cells[0]) for levers in (old, new))
            cuts.append(Cut(name, cells[1], cells[2], was, now))
    return cuts


def _percents(levers: Mapping[str, int], names: list[str]) -> Floats:
    return np.array([float(levers.get(name, UNCHANGED_PERCENT)) for name in names])


def _day_rows(name: str, rows: pd.DataFrame, covered: Iterable[date]) -> DayRows | None:
    """Sum rows by day; a covered day after the first one without a row had nothing."""
    if rows.empty:
        return None
    values = numbers(rows)
    dates = pd.to_datetime(rows["date"]).loc[values.index]
    sums = values.groupby(dates.to_numpy()).sum(min_count=1)
    first = sums.index.min().date()
    days = tuple(day for day in covered if day >= first)
    filled = sums.reindex(pd.DatetimeIndex(days))
    columns: dict[str, Floats] = {
        metric: np.nan_to_num(filled[metric].to_numpy(dtype=float)) for metric in SUMS if filled[metric].notna().any()
    }
    return DayRows(name, days, columns) if columns else None


def _shop(frames: Frames, plan: BidPlan, ads: pd.DataFrame, covered: Iterable[date]) -> DayRows | None:
    """Return what the shop sold and who came to it beside the ads, on days that both reports tell."""
    shop = of_platform(frames["shop_daily"], plan.platform)
    if shop.empty or not is_daily(shop):
        return None
    bought = _day_rows("", ads, covered)
    if bought is None:
        return None
    dates = pd.to_datetime(shop["date"])
    known = {day.date() for day in dates}
    days = tuple(day for day in bought.days if day in known)
    columns: dict[str, Floats] = {}
    for metric, names in _OF_SHOP.items():
        column = next((name for name in names if name in shop and shop[name].notna().any()), None)
        paid = bought.at(metric, days)
        if column is None or paid is None:
            continue
        sums = pd.to_numeric(shop[column], errors="coerce").astype("float64").groupby(dates.to_numpy()).sum(min_count=1)
        columns[metric] = np.maximum(
            np.nan_to_num(sums.reindex(pd.DatetimeIndex(days)).to_numpy(dtype=float)) - paid, 0
        )
    return DayRows(SHOP, days, columns) if days and columns else None


def _hours(frames: Frames, plan: BidPlan, before: set[date], after: set[date]) -> tuple[Floats, Floats] | None:
    found = told(frames["ad_hour"], plan, None, strict=True)
    if found is None or found.whole_account or not is_daily(found.rows) or "hour" not in found.rows:
        return None
    rows = found.rows
    cells = weekdays_of(rows) * HOURS_PER_DAY + pd.to_numeric(rows["hour"], errors="coerce")
    return _two(rows, cells, before, after, list(range(7 * HOURS_PER_DAY)))


def _by_name(
    frame: pd.DataFrame, plan: BidPlan, before: set[date], after: set[date], keys: _Keys
) -> tuple[list[str], Floats, Floats] | None:
    found = told(frame, plan, None, strict=True)
    if found is None or found.whole_account or not is_daily(found.rows):
        return None
    try:
        named = keys(found.rows)
    except KeyError:  # the report lacks the column
        return None
    names = sorted({str(name) for name in named.dropna()})
    two = _two(found.rows, named, before, after, names)
    return None if two is None else (names, *two)


def _two(
    rows: pd.DataFrame, keys: pd.Series, before: set[date], after: set[date], order: list[Any]
) -> tuple[Floats, Floats] | None:
    values = numbers(rows)
    clicks = values["clicks"]
    if not clicks.notna().any():
        return None
    days = pd.to_datetime(rows["date"]).loc[values.index].dt.date
    keys = keys.loc[values.index]
    made = []
    for side in (before, after):
        chosen = days.isin(side)
        sums = clicks[chosen].groupby(keys[chosen].to_numpy()).sum()
        made.append(np.nan_to_num(sums.reindex(order).to_numpy(dtype=float)))
    return made[0], made[1]


def _hourly(hours: tuple[int, ...]) -> Floats:
    """Return percents by hour of the week, half hours averaged."""
    return np.asarray(np.array(hours, dtype=float).reshape(7 * HOURS_PER_DAY, -1).mean(axis=1))
