"""What each word got in a period: sums over plans and units, from one cut of the spend per platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.periods import Period

Frames = Mapping[str, pd.DataFrame]

TABLES: Final = (
    "refunds",
    "ad_keyword",
    "ad_search_term",
    "ad_entity",
    "search_term",
    "order_lines",
    "orders",
    "costs",
    "item_daily",
)
"""The fact tables that the library reads."""

CUTS: Final = {"ad_keyword": "keyword", "ad_search_term": "term", "ad_entity": "keyword"}
"""Cuts of the same spend and their word column, the preferred one first."""

UNNAMED: Final = "other"
"""Platform of a general report. Its search terms may be another cut of what is bought by keyword elsewhere, so that
they are added to no keywords."""

METRICS: Final = {
    "impressions": "impressions",
    "clicks": "clicks",
    "cost": "cost",
    "orders": "ad_orders",
    "gmv": "ad_gmv",
    "carts": "cart_adds",
    "favourites": "item_favs",
}
"""Our sums and their columns in the ad reports; ``cost`` and ``gmv`` are fen. ``bid`` (fen) stands beside them."""

SIGNAL: Final = "signal"
"""Carts and favourites together, where a report gives either: the second sign of what a click is worth."""

PLACES: Final = ("scene", "campaign", "adgroup", "match_type")
WEEKS: Final = 12
IMMATURE_DAYS: Final = 3
"""Days at the end of the data whose orders are still coming in: Amazon's own bid rules leave out as many."""
MATURE_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class CutUsed:
    """Which rows of a platform were taken."""

    table: str
    platform: str
    kinds: tuple[str, ...]
    rows: int
    period_totals: bool  # rows that cover a span, because there are no daily ones


@dataclass(frozen=True, slots=True)
class WordRows:
    """The ad rows of a period with ``word`` in normal spelling and ``shown`` as imported, money in fen."""

    rows: pd.DataFrame
    used: tuple[CutUsed, ...]


def ad_rows(frames: Frames) -> pd.DataFrame:
    """Return all ad rows that carry a word, of every cut, with ``table`` and the word in normal spelling.

    ``through`` is the keyword that a searched term came through, in normal spelling, empty where none is told.
    """
    worded = [
        frame.assign(table=table)
        for table, column in CUTS.items()
        if (frame := _worded(frames.get(table), column)) is not None
    ]
    if not worded:
        return pd.DataFrame(
            {name: [] for name in ("word", "shown", "table", "platform", *METRICS, "bid", SIGNAL, "through")}
        )
    rows = pd.concat(worded, ignore_index=True)
    spelling = {shown: normalise(shown) for shown in rows["shown"].unique()}
    rows["word"] = rows["shown"].map(spelling).astype("str")
    bought = {shown: normalise(shown) for shown in rows["through"].unique()}
    rows["through"] = rows["through"].map(bought).astype("str")
    return rows.loc[rows["word"] != ""].reset_index(drop=True)


def word_rows(rows: pd.DataFrame, period: Period) -> WordRows:
    """Return those of ``ad_rows`` that lie within a period: one cut a platform, daily rows before totals."""
    if rows.empty:
        return WordRows(rows, ())
    inside = within(rows, period)
    taken: list[pd.DataFrame] = []
    used: list[CutUsed] = []
    seen: set[str] = set()
    for table in CUTS:
        for platform, group in inside.loc[inside["table"] == table].groupby("platform", sort=True):
            if platform in seen or (seen and table == "ad_search_term" and platform == UNNAMED):
                continue
            seen.add(str(platform))
            kept, totals = _daily_or_totals(group)
            taken.append(kept)
            used.append(CutUsed(table, str(platform), tuple(sorted(set(kept["kind"]) - {""})), len(kept), totals))
    if len(taken) == 1:
        return WordRows(taken[0], tuple(used))
    return WordRows(pd.concat(taken) if taken else inside, tuple(used))


def told_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of those reports that tell orders and revenue.

    A report without these columns doesn't say that none came: its clicks must not count as clicks without orders, nor
    its cost as cost without revenue. Single empty cells of a report that tells some are zeros.
    """
    if rows.empty:
        return rows
    report = rows.groupby(["platform", "kind"], sort=False)
    told = (report["orders"].transform("count") > 0) & (report["gmv"].transform("count") > 0)
    return rows if told.all() else rows.loc[told]


def bought_words(rows: pd.DataFrame) -> frozenset[str]:
    """Return the words that have a bid of their own: those of keyword reports, and those that terms came through."""
    terms = (rows["table"] == "ad_search_term").to_numpy(dtype=bool)
    return frozenset(rows.loc[~terms, "word"].unique()) | frozenset(rows.loc[terms, "through"].unique()) - {""}


def _worded(frame: pd.DataFrame | None, column: str) -> pd.DataFrame | None:
    if frame is None or frame.empty or column not in frame.columns:
        return None
    words = frame[column]
    rows = frame.loc[words.notna() & (words != "")]
    if rows.empty:
        return None
    numbers = {
        name: rows[source].to_numpy(dtype=float, na_value=np.nan) if source in rows.columns else np.nan
        for name, source in {**METRICS, "bid": "bid"}.items()
    }
    numbers[SIGNAL] = _signal(rows)
    texts = {name: _text(rows, name) for name in ("platform", "shop", "kind", *PLACES)}
    texts["through"] = _text(rows, "keyword")
    spans = {name: rows[name] if name in rows.columns else pd.NaT for name in ("date", "date_end")}
    return pd.DataFrame({"shown": rows[column].astype("str"), **texts, **spans, **numbers}, index=rows.index)


def _signal(rows: pd.DataFrame) -> NDArray[np.float64]:
    """Return carts and favourites of each row: the platform's own sum where it gives one."""
    both, carts, favourites = (
        rows[name].to_numpy(dtype=float, na_value=np.nan) if name in rows.columns else np.full(len(rows), np.nan)
        for name in ("fav_cart_total", "cart_adds", "item_favs")
    )
    added = np.where(np.isnan(carts) & np.isnan(favourites), np.nan, np.nan_to_num(carts) + np.nan_to_num(favourites))
    return np.where(np.isnan(both), added, both)


def mature_rows(rows: pd.DataFrame, *, last: date | None) -> tuple[pd.DataFrame, int]:
    """Return the rows whose orders have come in, and how many of the last days were left out.

    Orders are booked on the day of the click, some of them days later, so that the last ``IMMATURE_DAYS`` of the
    data show fewer than they will. They stay in where they hold more than a fifth of the clicks, and where rows are
    totals of a span.
    """
    if last is None or rows.empty:
        return rows, 0
    daily = rows["date"].notna() & (rows["date_end"].isna() | (rows["date"] == rows["date_end"]))
    if not daily.all():
        return rows, 0
    until = pd.Timestamp(last) - pd.Timedelta(days=IMMATURE_DAYS)
    kept = rows.loc[rows["date"] <= until]
    days = int(rows.loc[rows["date"] > until, "date"].nunique())
    if not days or kept["clicks"].sum() < MATURE_SHARE * rows["clicks"].sum():
        return rows, 0
    return kept, days


def _text(rows: pd.DataFrame, column: str) -> pd.Series:
    if column not in rows.columns:
        return pd.Series("", index=rows.index, dtype="str")
    return rows[column].astype("str").fillna("")


def within(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the rows that lie within a period, with those of no day."""
    start, after = pd.Timestamp(period.start), pd.Timestamp(period.end + timedelta(days=1))
    end = rows["date_end"].fillna(rows["date"])
    undated = rows["date"].isna()
    return rows.loc[undated | ((rows["date"] >= start) & (end < after))]


def reaches_into(rows: pd.DataFrame, period: Period) -> bool:
    """Return whether any of ``ad_rows`` speaks of a day of a period, be it as part of a longer total."""
    ends = rows["date_end"].fillna(rows["date"])
    return bool(((rows["date"] <= pd.Timestamp(period.end)) & (ends >= pd.Timestamp(period.start))).any())


def _daily_or_totals(rows: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Return the daily rows of a platform, else the newest span of totals: spans may overlap, so only one."""
    daily = rows["date"].notna() & (rows["date_end"].isna() | (rows["date"] == rows["date_end"]))
    if daily.any():
        return (rows if daily.all() else rows.loc[daily]), False
    dated = rows.loc[rows["date"].notna()]
    if dated.empty:
        return rows, True
    newest = dated["date_end"].max()
    last = dated.loc[dated["date_end"] == newest]
    return last.loc[last["date"] == last["date"].min()], True


def sum_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a word: ``word`` (index), ``shown`` (its most frequent spelling) and sums, NaN where none."""
    if rows.empty:
        nothing = {name: pd.Series(dtype=float) for name in (*METRICS, SIGNAL, "places")}
        return pd.DataFrame({"shown": pd.Series(dtype="str"), **nothing})
    grouped = rows.groupby("word", sort=False)
    sums = grouped[[*METRICS, SIGNAL]].sum(min_count=1)
    first = grouped["shown"].first()
    sums.insert(0, "shown", first)
    sums["places"] = rows.drop_duplicates(["word", "platform", "campaign", "adgroup"]).groupby("word").size()
    return sums


def weekly(rows: pd.DataFrame, *, until: pd.Timestamp, key: str, weeks: int = WEEKS) -> dict[str, pd.DataFrame]:
    """Return clicks, orders, cost and gmv of each value of a column in each of the last weeks, newest last.

    ``rows`` are daily; weeks are runs of seven days that end with ``until``; NaN where nothing is known.
    """
    names = ("clicks", "orders", "cost", "gmv")
    nothing = {name: pd.DataFrame(columns=range(weeks), dtype=float) for name in names}
    if rows.empty:
        return nothing
    recent = rows.loc[(rows["date"] <= until) & (rows["date"] > until - pd.Timedelta(days=7 * weeks))]
    if recent.empty:
        return nothing
    week = weeks - 1 - (until - recent["date"]).dt.days // 7
    sums = recent.assign(week=week).groupby([key, "week"])[list(names)].sum(min_count=1)
    return {name: sums[name].unstack("week").reindex(columns=range(weeks)) for name in names}


def organic(frames: Frames, period: Period) -> pd.DataFrame:
    """Return what searches brought without ads: ``visitors`` and ``buyers`` a word (upper bounds over days)."""
    rows = organic_rows(frames, period)
    return rows.groupby("word")[["visitors", "buyers"]].sum(min_count=1)


ORGANIC: Final = {
    "visitors": "visitors",
    "buyers": "pay_buyers",
    "organic_carts": "cart_users",
    "organic_amount": "pay_amount",
}
"""What a report of search terms without ads gives; ``organic_amount`` is fen."""


def organic_rows(frames: Frames, period: Period | None) -> pd.DataFrame:
    """Return the rows of searches without ads within a period (None: of all time), one span of totals a platform."""
    frame = frames.get("search_term")
    if frame is None or frame.empty or "term" not in frame.columns:
        nothing = {name: pd.Series(dtype=float) for name in ORGANIC}
        return pd.DataFrame({"word": pd.Series(dtype="str"), "shown": pd.Series(dtype="str"), **nothing})
    named = frame.loc[frame["term"].notna()]
    inside = named if period is None else within(named, period)
    parts = [_daily_or_totals(group)[0] for _, group in inside.groupby("platform", sort=True)]
    rows = pd.concat(parts) if parts else inside
    spelling = {term: normalise(str(term)) for term in rows["term"].unique()}
    columns = {
        new: rows[old].to_numpy(dtype=float, na_value=np.nan) if old in rows.columns else np.nan
        for new, old in ORGANIC.items()
    }
    spans = {name: rows[name] if name in rows.columns else pd.NaT for name in ("date", "date_end")}
    words = rows["term"].map(spelling).astype("str")
    made = pd.DataFrame({"word": words, "shown": rows["term"].astype("str"), **columns, **spans}, index=rows.index)
    return made.loc[made["word"] != ""]
