"""What each word got in a period: sums over plans and units, from one cut of the spend per platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.periods import Period

Frames = Mapping[str, pd.DataFrame]

TABLES: Final = (
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

METRICS: Final = {
    "impressions": "impressions",
    "clicks": "clicks",
    "cost": "cost",
    "orders": "ad_orders",
    "gmv": "ad_gmv",
    "carts": "cart_adds",
}
"""Our sums and their columns in the ad reports; ``cost`` and ``gmv`` are fen."""

PLACES: Final = ("scene", "campaign", "adgroup", "match_type")
WEEKS: Final = 12


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


def word_rows(frames: Frames, period: Period) -> WordRows:
    """Return the ad rows that lie within a period: one cut a platform, daily rows before period totals."""
    taken: list[pd.DataFrame] = []
    used: list[CutUsed] = []
    seen: set[str] = set()
    for table, column in CUTS.items():
        frame = _worded(frames.get(table), column)
        if frame is None:
            continue
        within = _within(frame, period)
        for platform, rows in within.groupby("platform", sort=True):
            if platform in seen:
                continue
            seen.add(str(platform))
            kept, totals = _daily_or_totals(rows)
            taken.append(kept)
            used.append(CutUsed(table, str(platform), tuple(sorted(set(kept["kind"]) - {""})), len(kept), totals))
    return WordRows(_joined(taken), tuple(used))


def _worded(frame: pd.DataFrame | None, column: str) -> pd.DataFrame | None:
    if frame is None or frame.empty or column not in frame.columns:
        return None
    words = frame[column]
    rows = frame.loc[words.notna() & (words != "")]
    if rows.empty:
        return None
    numbers = {
        name: rows[source].to_numpy(dtype=float, na_value=np.nan) if source in rows.columns else np.nan
        for name, source in METRICS.items()
    }
    texts = {name: _text(rows, name) for name in ("platform", "shop", "kind", *PLACES)}
    spans = {name: rows[name] if name in rows.columns else pd.NaT for name in ("date", "date_end")}
    return pd.DataFrame({"shown": rows[column].astype("str"), **texts, **spans, **numbers}, index=rows.index)


def _text(rows: pd.DataFrame, column: str) -> pd.Series:
    if column not in rows.columns:
        return pd.Series("", index=rows.index, dtype="str")
    return rows[column].astype("str").fillna("")


def _within(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    start, after = pd.Timestamp(period.start), pd.Timestamp(period.end + timedelta(days=1))
    end = rows["date_end"].fillna(rows["date"])
    undated = rows["date"].isna()
    return rows.loc[undated | ((rows["date"] >= start) & (end < after))]


def _daily_or_totals(rows: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Return the daily rows of a platform, else the newest span of totals: spans may overlap, so only one."""
    daily = rows["date"].notna() & (rows["date_end"].isna() | (rows["date"] == rows["date_end"]))
    if daily.any():
        return rows.loc[daily], False
    dated = rows.loc[rows["date"].notna()]
    if dated.empty:
        return rows, True
    newest = dated["date_end"].max()
    last = dated.loc[dated["date_end"] == newest]
    return last.loc[last["date"] == last["date"].min()], True


def _joined(taken: list[pd.DataFrame]) -> pd.DataFrame:
    if not taken:
        return pd.DataFrame({name: [] for name in ("word", "shown", *METRICS)})
    rows = pd.concat(taken, ignore_index=True)
    spelling = {shown: normalise(shown) for shown in rows["shown"].unique()}
    rows["word"] = rows["shown"].map(spelling).astype("str")
    return rows.loc[rows["word"] != ""]


def sum_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a word: ``word`` (index), ``shown`` (its most frequent spelling) and sums, NaN where none."""
    if rows.empty:
        return pd.DataFrame({"shown": pd.Series(dtype="str"), **{name: pd.Series(dtype=float) for name in METRICS}})
    grouped = rows.groupby("word", sort=False)
    sums = grouped[list(METRICS)].sum(min_count=1)
    first = grouped["shown"].first()
    sums.insert(0, "shown", first)
    sums["places"] = rows.drop_duplicates(["word", "platform", "campaign", "adgroup"]).groupby("word").size()
    return sums


def weekly(rows: pd.DataFrame, keys: pd.Series, *, until: pd.Timestamp, weeks: int = WEEKS) -> dict[str, pd.DataFrame]:
    """Return clicks, orders, cost and gmv a key (word, quadrant) in each of the last weeks, newest last.

    ``keys`` holds the key of each row; weeks are runs of seven days that end with ``until``.
    """
    dated = rows["date"].notna() & (rows["date"] <= until)
    week = (until - rows.loc[dated, "date"]).dt.days // 7
    recent = week < weeks
    place = (weeks - 1 - week[recent]).rename("week")
    key = keys.loc[place.index].rename("key")
    sums = rows.loc[place.index].groupby([key, place])[["clicks", "orders", "cost", "gmv"]].sum(min_count=1)
    return {
        name: sums[name].unstack("week").reindex(columns=range(weeks)) for name in ("clicks", "orders", "cost", "gmv")
    }


def organic(frames: Frames, period: Period) -> pd.DataFrame:
    """Return what searches brought without ads: ``visitors`` and ``buyers`` a word (upper bounds over days)."""
    frame = frames.get("search_term")
    if frame is None or frame.empty or "term" not in frame.columns:
        return pd.DataFrame({"visitors": pd.Series(dtype=float), "buyers": pd.Series(dtype=float)})
    rows = _within(frame.loc[frame["term"].notna()], period)
    spelling = {term: normalise(str(term)) for term in rows["term"].unique()}
    columns = {
        new: rows[old].to_numpy(dtype=float, na_value=np.nan) if old in rows.columns else np.nan
        for new, old in {"visitors": "visitors", "buyers": "pay_buyers"}.items()
    }
    named = pd.DataFrame({"word": rows["term"].map(spelling).astype("str"), **columns}, index=rows.index)
    return named.groupby("word")[["visitors", "buyers"]].sum(min_count=1)
