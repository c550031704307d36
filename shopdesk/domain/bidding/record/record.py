"""From the reports of a workspace to what is known of one plan: its history as arrays, its days, its notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.cuts import provinces_once
from shopdesk.domain.bidding.dimensions import short_region
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History
from shopdesk.domain.bidding.happened import orders_by_hour, weekdays_of
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY
from shopdesk.domain.bidding.record.bought import Bought, Place, bought
from shopdesk.domain.bidding.record.cells import cells_of, numbers, summed
from shopdesk.domain.bidding.record.rows import Frames, Told, is_daily, last_day, of_platform, told, within_days
from shopdesk.domain.periods import Period

TABLES: Final = (
    "ad_campaign",
    "ad_keyword",
    "ad_entity",
    "ad_hour",
    "ad_region",
    "ad_audience",
    "shop_hourly",
    "orders",
)
"""The fact tables that a plan is made from."""

LOOKBACK_DAYS: Final = 84
"""Values rest on so many days even where the board shows fewer: a bid needs more orders than a look at a week."""
MATURITY_DAYS: Final = 3
MATURE_SHARE: Final = 0.8
"""Last days are left out of the values only where the others hold this share of the clicks."""
_VOLUME: Final = ("ad_campaign", "ad_keyword", "ad_hour", "ad_audience", "ad_region")
_DAILY: Final = ("cost", "clicks", "orders", "revenue")
DEFAULT_WEEKS: Final = 4.0
"""Taken for the weights of evidence where no report says its days; nothing is foreseen then."""


@dataclass(frozen=True, slots=True)
class Days:
    """What a plan spent day by day, parallel arrays, money in fen; a day of the report without rows has zeros.

    ``table`` is the report they come from. Empty where only totals are known; ``weekly`` then gives cost, clicks,
    orders and revenue of a week (NaN unknown).
    """

    table: str
    weekly: Mapping[str, float]
    days: tuple[date, ...] = ()
    cost: Floats = field(default_factory=lambda: np.zeros(0))
    clicks: Floats = field(default_factory=lambda: np.zeros(0))
    orders: Floats = field(default_factory=lambda: np.zeros(0))
    revenue: Floats = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True)
class Record:
    """All that reports say of one plan.

    ``learnt`` are the days that values rest on, ``spans`` the weeks of each table, ``stand_in`` the tables in which
    the whole account stands in for the plan, ``left_out`` the last days whose orders are still coming in,
    ``places`` names each word key, ``from_cpc`` the keys whose bid no report tells. ``newest`` is the last day on
    which any report of the platform has figures, ``last`` the last day of this plan. ``reports`` are the tables that
    have any rows of the platform. ``is_named``: a report speaks of this plan, or names no plans at all.
    """

    history: History
    days: Days | None
    learnt: Period | None
    spans: Mapping[str, float]
    stand_in: frozenset[str]
    left_out: int
    places: Mapping[str, Place]
    from_cpc: frozenset[str]
    reports: frozenset[str]
    is_named: bool
    newest: date | None
    last: date | None


def record(
    frames: Frames,
    plan: BidPlan,
    *,
    period: Period | None,
    quadrant: Callable[[str], str],
    maturity_days: int = MATURITY_DAYS,
) -> Record:
    """Return what the reports say; ``frames`` holds every table of ``TABLES``, ``quadrant`` labels a word."""
    learnt = _learnt(frames, plan, period)
    tables = {name: told(frames[name], plan, learnt, strict=name in _STRICT) for name in _VOLUME}
    known = {name: found for name, found in tables.items() if found is not None}
    newest = max(filter(None, (last_day(of_platform(frames[name], plan.platform)) for name in _VOLUME)), default=None)
    cut, left_out = _maturity(known, newest, maturity_days)
    mature = {name: _until(found.rows, cut) for name, found in known.items()}
    words = _words(frames, plan, tables["ad_keyword"], mature.get("ad_keyword"), quadrant=quadrant)
    spans = {name: _weeks(mature[name], found) for name, found in known.items()}
    history = History(
        words=words.words if words is not None else None,
        hours=_hours(mature.get("ad_hour")),
        regions=_regions(mature.get("ad_region")),
        audiences=_audiences(mature.get("ad_audience")),
        weeks=_history_weeks(spans),
        shop_hours=_hours(within_days(of_platform(frames["shop_hourly"], plan.platform), learnt), visitors=True),
        order_hours=_order_hours(within_days(of_platform(frames["orders"], plan.platform), learnt)),
    )
    return Record(
        history=history,
        days=_days(known),
        learnt=learnt,
        spans=spans,
        stand_in=frozenset(name for name, found in known.items() if found.whole_account),
        left_out=left_out,
        places=words.places if words is not None else {},
        from_cpc=words.from_cpc if words is not None else frozenset(),
        reports=frozenset(name for name in _VOLUME if not of_platform(frames[name], plan.platform).empty),
        is_named=any(not found.of_others for found in known.values()),
        newest=newest,
        last=max(filter(None, (last_day(found.rows) for found in known.values())), default=None),
    )


_STRICT: Final = frozenset({"ad_campaign", "ad_keyword", "ad_audience"})


def _learnt(frames: Frames, plan: BidPlan, period: Period | None) -> Period | None:
    """Return the days to learn from: up to the end of the period shown, at least ``LOOKBACK_DAYS`` long."""
    ends = [last_day(found.rows) for name in _VOLUME if (found := told(frames[name], plan, None, strict=False))]
    newest = max(filter(None, ends), default=None)
    if newest is None:
        return None
    until = newest if period is None or period.end > newest else period.end
    lookback = Period.last(days=LOOKBACK_DAYS, until=until)
    if period is not None and period.start < lookback.start:
        lookback = Period(period.start, until)
    if any(told(frames[name], plan, lookback, strict=False) is not None for name in _VOLUME):
        return lookback
    return Period.last(days=LOOKBACK_DAYS, until=newest)


def _maturity(known: Mapping[str, Told], newest: date | None, days: int) -> tuple[date | None, int]:
    """Return the last day whose orders have come in, None where no day is left out, and how many days are."""
    if newest is None or not days:
        return None, 0
    rows = next((known[name].rows for name in _VOLUME if name in known and is_daily(known[name].rows)), None)
    if rows is None:
        return None, 0
    until = newest - timedelta(days=days)
    clicks = numbers(rows)["clicks"]
    day = pd.to_datetime(rows["date"]).loc[clicks.index]
    kept = float(clicks[day <= pd.Timestamp(until)].sum())
    late = int(day[day > pd.Timestamp(until)].nunique())
    return (until, late) if late and kept >= MATURE_SHARE * float(clicks.sum()) else (None, 0)


def _until(rows: pd.DataFrame, last: date | None) -> pd.DataFrame:
    if last is None or not is_daily(rows):
        return rows
    return rows[(pd.to_datetime(rows["date"]) <= pd.Timestamp(last)).to_numpy(dtype=bool)]


def _weeks(mature: pd.DataFrame, found: Told) -> float:
    """Return the weeks that the values of a table speak of; days left out don't count, days without rows do."""
    if not found.days or not is_daily(found.rows):
        return found.weeks
    lost = pd.to_datetime(found.rows["date"]).nunique() - pd.to_datetime(mature["date"]).nunique()
    return (found.days - lost) / 7


def _history_weeks(spans: Mapping[str, float]) -> float:
    return next((spans[name] for name in ("ad_keyword", *_VOLUME) if spans.get(name, 0.0) > 0), DEFAULT_WEEKS)


def _words(
    frames: Frames, plan: BidPlan, found: Told | None, mature: pd.DataFrame | None, *, quadrant: Callable[[str], str]
) -> Bought | None:
    listed = told(frames["ad_entity"], plan, None, strict=True)
    entities = listed.rows if listed is not None else frames["ad_entity"].iloc[:0]
    if found is None or mature is None:
        return bought(entities.iloc[:0].assign(), entities, entities, quadrant=quadrant) if len(entities) else None
    return bought(found.rows, mature, entities, quadrant=quadrant)


def _hours(rows: pd.DataFrame | None, *, visitors: bool = False) -> Cells | None:
    if rows is None or rows.empty or "hour" not in rows:
        return None
    hours = pd.to_numeric(rows["hour"], errors="coerce").astype("float64")
    rows = rows[((hours >= 0) & (hours < HOURS_PER_DAY)).to_numpy(dtype=bool)]
    if rows.empty:
        return None
    hours, days = hours.loc[rows.index], weekdays_of(rows)
    values = numbers(rows)
    if visitors:
        values = _of_shop(rows, values)
    if days.notna().all():
        keys = (days * HOURS_PER_DAY + hours).astype("int64")
        return cells_of(summed(values, keys), range(DAYS * HOURS_PER_DAY))
    return cells_of(summed(values, hours.astype("int64")), range(HOURS_PER_DAY))


def _of_shop(rows: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """Return the shop's own visitors as clicks and its buyers as orders."""
    named = {"clicks": "visitors", "orders": "pay_buyers"}
    found = {
        name: pd.to_numeric(rows[column], errors="coerce").astype("float64")
        for name, column in named.items()
        if column in rows
    }
    return values.assign(**found)


def _order_hours(orders: pd.DataFrame) -> Cells | None:
    if orders.empty:
        return None
    return _hours(orders_by_hour(orders))


def _regions(rows: pd.DataFrame | None) -> Cells | None:
    if rows is None or rows.empty or "region" not in rows:
        return None
    rows = provinces_once(rows)
    return _by_name(rows, rows["region"].map(short_region))


def _audiences(rows: pd.DataFrame | None) -> Cells | None:
    if rows is None or rows.empty:
        return None
    column = next((name for name in ("audience", "audience_id") if name in rows), None)
    if column is None:
        return None
    return _by_name(rows, rows[column].astype("object").where(rows[column].fillna("") != ""))


def _by_name(rows: pd.DataFrame, names: pd.Series) -> Cells | None:
    sums = summed(numbers(rows), names)
    if sums.empty:
        return None
    weight = sums["cost"] if sums["cost"].notna().any() else sums["clicks"]
    order = sums.index[np.lexsort((sums.index.astype("str"), -weight.fillna(0).to_numpy(dtype=float)))]
    return cells_of(sums, list(order))


def _days(known: Mapping[str, Told]) -> Days | None:
    """Return the plan's spend by day from the coarsest report that tells it; its own before the whole account's."""
    ranked = sorted(
        (name for name in known if not known[name].of_others),
        key=lambda name: (known[name].whole_account, _VOLUME.index(name)),
    )
    for name in ranked:
        found = known[name]
        values = numbers(found.rows)
        if not values["cost"].notna().any():
            continue
        weekly = {column: _rate(values[column], found.weeks) for column in _DAILY}
        if not is_daily(found.rows):
            return Days(name, weekly)
        return _by_day(name, values, found, weekly)
    return None


def _by_day(name: str, values: pd.DataFrame, found: Told, weekly: Mapping[str, float]) -> Days:
    """A plan begins with its first row; from then on a covered day without a row spent nothing."""
    dates = pd.to_datetime(found.rows["date"])
    sums = values.groupby(dates.loc[values.index].to_numpy()).sum(min_count=1)
    days = [day for day in found.covered if day >= dates.min().date()]
    filled = sums.reindex(pd.DatetimeIndex(days))
    columns = {column: np.nan_to_num(filled[column].to_numpy(dtype=float)) for column in _DAILY}
    return Days(name, weekly, tuple(days), **columns)


def _rate(column: pd.Series, weeks: float) -> float:
    return float(column.sum() / weeks) if column.notna().any() and weeks > 0 else float("nan")
