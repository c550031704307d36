"""What earlier changes of a plan did: spend by cell in the fortnights before and after, for the elasticity.

Only bids that are known count: those of versions that went to the console, and those that a report by day tells. What
a click cost moves with rivals too, and would tell a wrong elasticity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.dimensions import REGIONS, short_region
from shopdesk.domain.bidding.forecast.elasticity import LEAST_STEP, Change
from shopdesk.domain.bidding.forecast.parts import hourly
from shopdesk.domain.bidding.happened import weekdays_of
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.record.bought import word_keys
from shopdesk.domain.bidding.record.cells import numbers, summed
from shopdesk.domain.bidding.record.rows import Frames, is_daily, told
from shopdesk.domain.bidding.versions import PlanVersion

WINDOW_DAYS: Final = 14
LEAST_DAYS: Final = 4
LEAST_CLICKS: Final = 10.0
"""Cells that moved alike need so many clicks before a change, else their spend after it says nothing."""
ALIKE: Final = 0.02
"""Steps of levers nearer than this (logarithm) are one."""
SCATTER: Final = 2.0
"""Variance of a cell's clicks by their mean."""
MOST_DATES: Final = 4
LEAST_WORDS: Final = 3
_GRIDS: Final = {"ad_hour": "hour", "ad_region": "region"}


@dataclass(frozen=True, slots=True)
class _Daily:
    """Rows of one table by day: day, cell and sums of each, and bids where they are told."""

    days: pd.Series
    keys: pd.Series
    values: pd.DataFrame
    bids: pd.Series | None

    def spent(self, first: date, last: date) -> pd.DataFrame:
        """Return clicks and cost a day by cell over some days."""
        inside = (self.days >= pd.Timestamp(first)) & (self.days <= pd.Timestamp(last))
        return summed(self.values.loc[inside], self.keys.loc[inside])

    def span(self) -> tuple[date, date]:
        """Return the first and the last day."""
        return self.days.min().date(), self.days.max().date()


def past_changes(frames: Frames, plan: BidPlan, versions: Iterable[PlanVersion]) -> list[Change]:
    """Return what is known of each change that reports look back on.

    Before the first version all modifiers were at 100 %; the bids until then aren't known for sure (today's may be
    younger, or the price of a click stands in), so that words speak from the second version on.
    """
    taken = sorted(
        ((version.taken_on, version) for version in versions if version.taken_on is not None),
        key=lambda pair: (pair[0], pair[1].number),
    )
    if not taken and "bid" not in frames["ad_keyword"]:
        return []
    tables = {name: daily for name in ("ad_keyword", *_GRIDS) if (daily := _daily(frames, plan, name)) is not None}
    days = [day for day, _ in taken]
    found = []
    old = Levers()
    for place, (day, version) in enumerate(taken):
        windows = _windows(day, days[:place], days[place + 1 :])
        for name, daily in tables.items():
            found.append(_change(daily, windows, _steps(name, old, version.levers)))
        old = version.levers
    words = tables.get("ad_keyword")
    if words is not None and words.bids is not None:
        found += _told(words, words.bids, days)
    return [change for change in found if change is not None]


def _daily(frames: Frames, plan: BidPlan, name: str) -> _Daily | None:
    found = told(frames[name], plan, None, strict=True)
    if found is None or found.whole_account or not is_daily(found.rows):
        return None
    values = numbers(found.rows)
    rows = found.rows.loc[values.index]
    bids = pd.to_numeric(rows["bid"], errors="coerce").astype("float64") if "bid" in rows else None
    return _Daily(pd.to_datetime(rows["date"]), _keys(rows, name), values, bids)


def _keys(rows: pd.DataFrame, name: str) -> pd.Series:
    if name == "ad_keyword":
        return word_keys(rows)
    column = _GRIDS[name]
    if column not in rows:
        return pd.Series(np.nan, index=rows.index)
    if column == "region":
        return rows[column].map(short_region)
    return weekdays_of(rows) * HOURS_PER_DAY + pd.to_numeric(rows[column], errors="coerce").astype("float64")


def _windows(day: date, earlier: list[date], later: list[date]) -> tuple[date, date, date, date]:
    """Return first and last day before a change and after it; the day itself is half and half."""
    start = max([day - timedelta(days=WINDOW_DAYS), *(one + timedelta(days=1) for one in earlier if one < day)])
    end = min([day + timedelta(days=WINDOW_DAYS), *(one - timedelta(days=1) for one in later if one > day)])
    return start, day - timedelta(days=1), day + timedelta(days=1), end


def _steps(name: str, old: Levers, new: Levers) -> Mapping[object, float]:
    """Return the logarithm of new to old lever by the keys of a table."""
    if name == "ad_keyword":
        pairs = {key: (old.bids.get(key, 0), bid) for key, bid in new.bids.items()}
        return {key: float(np.log(b / a)) for key, (a, b) in pairs.items() if a > 0 and b > 0}
    if name == "ad_hour":
        before, after = hourly(old.hours), hourly(new.hours)
        return {float(k): float(np.log(b / a)) for k, (a, b) in enumerate(zip(before, after, strict=True)) if a * b > 0}
    names = {*old.regions, *new.regions}
    levels = {one: (old.regions.get(one, UNCHANGED_PERCENT), new.regions.get(one, UNCHANGED_PERCENT)) for one in names}
    known: dict[object, float] = {one: float(np.log(b / a)) for one, (a, b) in levels.items() if a > 0 and b > 0}
    return {**dict.fromkeys(REGIONS, 0.0), **known} if known else {}


def _change(daily: _Daily, windows: tuple[date, date, date, date], steps: Mapping[object, float]) -> Change | None:
    """Return what cells spent a day after a change against before, None where too little is known."""
    if not any(abs(step) >= LEAST_STEP for step in steps.values()):
        return None
    first, last = daily.span()
    start, until, since, end = windows
    start, end = max(start, first), min(end, last)
    lengths = (until - start).days + 1, (end - since).days + 1
    if min(lengths) < LEAST_DAYS:
        return None
    old, new = daily.spent(start, until), daily.spent(since, end)
    keys = [key for key in old.index if key in steps]
    alike = [round(steps[key] / ALIKE) * ALIKE for key in keys]
    before, after = (_joined(table, keys, alike) for table in (old, new))
    before = before[before["clicks"] >= LEAST_CLICKS]
    if before.empty:
        return None
    clicks, cost = (before[name].to_numpy(dtype=float) for name in ("clicks", "cost"))
    later, paid = (after[name].reindex(before.index).fillna(0).to_numpy(dtype=float) for name in ("clicks", "cost"))
    price = cost / clicks  # half a click more keeps cells that got none after it
    spend = np.log((paid + price / 2) / lengths[1]) - np.log((cost + price / 2) / lengths[0])
    sd = np.sqrt(SCATTER * (1 / (clicks + 0.5) + 1 / (later + 0.5)))
    moved = sum(abs(step) >= LEAST_STEP for step in alike)
    return Change(before.index.to_numpy(dtype=float), spend, sd, cells=moved)


def _joined(table: pd.DataFrame, keys: list[object], alike: list[float]) -> pd.DataFrame:
    """Return clicks and cost of cells whose levers moved alike: an hour alone has too few clicks to tell anything."""
    rows: pd.DataFrame = table[["clicks", "cost"]].reindex(keys).fillna(0)
    return rows.groupby(np.array(alike)).sum()


def _told(words: _Daily, bids: pd.Series, taken: Iterable[date]) -> Iterator[Change | None]:
    """Return the changes of bids that a report by day tells: of the days on which most words changed."""
    table = pd.DataFrame({"key": words.keys.to_numpy(), "day": words.days.to_numpy(), "bid": bids.to_numpy()})
    table = table[table["bid"] > 0].sort_values("day", kind="stable").drop_duplicates(["key", "day"], keep="last")
    before = table.groupby("key", sort=False)["bid"].shift()
    moved = np.abs(np.log((table["bid"] / before).to_numpy(dtype=float))) >= LEAST_STEP
    counts = table.loc[moved, "day"].value_counts()
    kept: list[date] = []
    for day in counts.index[counts >= LEAST_WORDS]:
        apart = all(abs((day.date() - other).days) >= WINDOW_DAYS for other in (*taken, *kept))
        if apart and len(kept) < MOST_DATES:
            kept.append(day.date())
    for day in sorted(kept):
        # told bids hold from the day on which the report shows them
        windows = _windows(day, [], [])
        old, new = table[table["day"] < pd.Timestamp(day)], table[table["day"] >= pd.Timestamp(day)]
        last = old.drop_duplicates("key", keep="last").set_index("key")["bid"]
        first = new.drop_duplicates("key", keep="first").set_index("key")["bid"]
        both = last.index.intersection(first.index)
        steps = np.log((first.loc[both] / last.loc[both]).to_numpy(dtype=float))
        yield _change(words, windows, {str(key): float(step) for key, step in zip(both, steps, strict=True)})
