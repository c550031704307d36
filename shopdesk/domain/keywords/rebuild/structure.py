"""The structure of today: which word is bought in which ad group, with what it did there in the period."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.keywords.rebuild.model import Bought, Place, Rest, place_of, plain_match
from shopdesk.domain.keywords.rebuild.rest import rest_of
from shopdesk.domain.keywords.sums import METRICS, CutUsed, Frames, within, word_rows
from shopdesk.domain.periods import Period

_TEXTS: Final = (
    "platform", "shop", "kind", "scene", "campaign_id", "campaign", "adgroup_id", "adgroup", "match_type",
    "keyword_id", "keyword_type", "item_id", "item", "entity", "state",
)  # fmt: skip
_GROUP: Final = ("platform", "shop", "scene", "campaign_id", "campaign", "adgroup_id", "adgroup", "word", "match_type")
_SUMS: Final = ("clicks", "cost", "orders", "gmv")
_PACKAGE: Final = "词包"
_BID_COLUMNS: Final = ("Max. CPC", "最高每次点击费用", "出价", "关键词出价")
"""Columns that reports keep under their own header, in yuan."""
_OFF: Final = frozenset({"paused", "archived", "deleted", "暂停", "已暂停", "已归档", "已删除"})
_NEGATIVE_MARKS: Final = ("negative", "否定")

_AT_ONCE: Final = 10_000

Named = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Structure:
    """Every word at every place of the period, most spend first, and how many days the reports cover.

    ``rest`` are the words that are only summed.
    """

    bought: tuple[Bought, ...]
    days: int
    rest: tuple[Rest, ...] = ()


def structure(frames: Frames, used: Sequence[CutUsed], period: Period, *, left: pd.Series | None = None) -> Structure:
    """Return the structure of a period from the cuts that its library was made of.

    ``left`` gives by word the quadrants of those that are only summed.
    """
    tables = {cut.table for cut in used}
    platforms = {cut.platform for cut in used}
    given = ((table, _of_period(frames.get(table), period)) for table in sorted(tables))
    parts = [part for table, frame in given if (part := _rows(frame, table, platforms)) is not None]
    if not parts:
        return Structure((), period.days)
    rows = word_rows(pd.concat(parts, ignore_index=True), period).rows
    summed = _summed(rows)
    rest: tuple[Rest, ...] = ()
    if left is not None and len(left):
        is_left = summed["word"].isin(left.index)
        summed, rest = summed.loc[~is_left], rest_of(summed.loc[is_left], left)
    bids = _bids(frames.get("ad_entity"))
    places: dict[Place, Place] = {}
    found = [_bought(values, bids, places) for values in _records(summed)]
    return Structure(tuple(sorted(found, key=lambda one: (-one.cost, one.key))), _days(rows, period), rest)


def _of_period(frame: pd.DataFrame | None, period: Period) -> pd.DataFrame | None:
    """Return the rows that lie within a period: less to read of a shop's whole history."""
    if frame is None or frame.empty or not {"date", "date_end"} <= set(frame.columns):
        return frame
    return within(frame, period)


def _records(rows: pd.DataFrame) -> Iterator[dict[Hashable, Any]]:
    """Return the rows one by one: all of them at once take more memory than what is made of them."""
    for start in range(0, len(rows), _AT_ONCE):
        yield from rows.iloc[start : start + _AT_ONCE].to_dict("records")


def _days(rows: pd.DataFrame, period: Period) -> int:
    """Return on how many days the rows tell what was spent: a period that is hardly covered is no longer for that."""
    dated = rows.loc[rows["date"].notna()]
    if dated.empty:
        return period.days
    span = (dated["date_end"].fillna(dated["date"]) - dated["date"]).dt.days.max() + 1
    return min(max(int(dated["date"].nunique()), int(span)), period.days)


def negatives_of(frames: Mapping[str, pd.DataFrame]) -> frozenset[tuple[str, str, str]]:
    """Return the negative words that a bulk file lists: platform, campaign (id or name), word in normal spelling."""
    rows = _entities(frames.get("ad_entity"))
    if rows is None:
        return frozenset()
    own = rows.loc[_is_negative(rows)]
    found: set[tuple[str, str, str]] = set()
    for platform, number, name, word in zip(
        own["platform"], own["campaign_id"], own["campaign"], own["word"], strict=True
    ):
        found.update((str(platform), str(campaign), str(word)) for campaign in (number, name) if campaign)
    return frozenset(found)


def campaigns_of_terms(frames: Frames, words: Sequence[str], period: Period) -> Mapping[str, tuple[Place, ...]]:
    """Return in which campaigns search terms (in normal spelling) were seen in a period, most spend first."""
    frame = frames.get("ad_search_term")
    if not words or frame is None or frame.empty or "term" not in frame.columns:
        return {}
    rows = frame.loc[frame["term"].notna()]
    spelled = _spelled(rows["term"].astype("str"))
    after = pd.Timestamp(period.end) + pd.Timedelta(days=1)
    kept = spelled.isin(list(words)) & (rows["date"] >= pd.Timestamp(period.start)) & (rows["date"] < after)
    own = pd.DataFrame({**_texts(rows), "word": spelled, "cost": rows["cost"] if "cost" in rows.columns else 0.0})
    found: dict[str, dict[Place, float]] = {}
    for values in own.loc[kept].to_dict("records"):
        place = Place(
            platform=values["platform"],
            shop=values["shop"],
            scene=values["scene"],
            campaign=values["campaign"] or values["campaign_id"],
            campaign_id=values["campaign_id"],
        )
        spend = found.setdefault(values["word"], {})
        spend[place] = spend.get(place, 0.0) + _known(values["cost"])
    return {word: tuple(sorted(spend, key=lambda place: (-spend[place], place.key))) for word, spend in found.items()}


def budgets_of(frames: Mapping[str, pd.DataFrame]) -> Mapping[tuple[str, str], float]:
    """Return daily budgets in yuan by platform and campaign (id, and name), as a bulk file lists them."""
    frame = frames.get("ad_entity")
    if frame is None or frame.empty or "daily_budget" not in frame.columns:
        return {}
    rows = frame.loc[frame["daily_budget"].notna()]
    found: dict[tuple[str, str], float] = {}
    for column in ("campaign", "campaign_id"):
        if column in rows.columns:
            named = rows.loc[rows[column].notna() & (rows[column] != "")]
            keys = zip(named["platform"].astype("str"), named[column].astype("str"), strict=True)
            found |= dict(zip(keys, (named["daily_budget"].astype(float) / 100).tolist(), strict=True))
    return found


def _rows(frame: pd.DataFrame | None, table: str, platforms: Iterable[str]) -> pd.DataFrame | None:
    if frame is None or frame.empty or "keyword" not in frame.columns:
        return None
    rows = frame.loc[frame["keyword"].notna() & (frame["keyword"] != "") & frame["platform"].isin(list(platforms))]
    if rows.empty:
        return None
    numbers = {
        name: rows[source].to_numpy(dtype=float, na_value=np.nan) if source in rows.columns else np.nan
        for name, source in METRICS.items()
    }
    spans = {name: rows[name] if name in rows.columns else pd.NaT for name in ("date", "date_end")}
    own = pd.DataFrame(
        {**_texts(rows), **spans, **numbers, "table": table, "shown": rows["keyword"].astype("str")}, index=rows.index
    )
    own["word"] = _spelled(own["shown"])
    own["bid"] = _named_bid(rows, table)
    kept = own.loc[(own["word"] != "") & ~_is_negative(own) & ~own["state"].str.casefold().isin(_OFF)]
    return None if kept.empty else kept


def _named_bid(rows: pd.DataFrame, table: str) -> Any:
    """Return the bid in yuan that a report names in a column of its own, NaN where it has none."""
    name = next((name for name in _BID_COLUMNS if name in rows.columns), None)
    if table == "ad_entity" or name is None or not pd.api.types.is_numeric_dtype(rows[name]):
        return np.nan
    return rows[name].to_numpy(dtype=float, na_value=np.nan)


def _texts(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        name: rows[name].astype("str").fillna("") if name in rows.columns else pd.Series("", rows.index, dtype="str")
        for name in _TEXTS
    }


def _spelled(words: pd.Series) -> pd.Series:
    spelling = {shown: normalise(shown) for shown in words.unique()}
    return words.map(spelling).astype("str")


def _is_negative(rows: pd.DataFrame) -> pd.Series:
    found = pd.Series(False, index=rows.index)
    for column in ("entity", "match_type"):
        texts = rows[column].str.casefold()
        for mark in _NEGATIVE_MARKS:
            found |= texts.str.contains(mark, regex=False)
    return found


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a word and place, with the item that cost most there."""
    keyed = rows.assign(cost_known=rows["cost"].fillna(0.0)).sort_values("cost_known", ascending=False, kind="stable")
    grouped = keyed.groupby(list(_GROUP), sort=False, dropna=False)
    sums = grouped[list(_SUMS)].sum(min_count=1)
    firsts = grouped[["shown", "keyword_id", "keyword_type", "item_id", "item"]].first()
    if "bid" in rows.columns:
        sums["bid"] = rows.sort_values("date", kind="stable").groupby(list(_GROUP), dropna=False)["bid"].last()
    return sums.join(firsts).reset_index()


def _bought(values: Mapping[Hashable, Any], bids: Mapping[Named, int], places: dict[Place, Place]) -> Bought:
    """Return a word at its place; ``places`` holds each place once, whatever number of words stand there."""
    named = place_of(values)
    place = places.setdefault(named, named)
    word, match_type = values["word"], values["match_type"]
    names = (
        (place.platform, group, word, plain_match(match_type))
        for group in (f"#{place.adgroup_id}", _group_name(place.campaign, place.adgroup))
    )
    return Bought(
        word=word,
        shown=values["shown"],
        place=place,
        match_type=match_type,
        keyword_id=values["keyword_id"],
        item_id=values["item_id"],
        item=values["item"],
        clicks=_known(values["clicks"]),
        cost=_known(values["cost"]) / 100,
        orders=_known(values["orders"]),
        revenue=_known(values["gmv"]) / 100,
        bid_fen=next((bids[name] for name in names if name in bids), _reported_bid(values)),
        is_package=_PACKAGE in values["keyword_type"],
    )


def _reported_bid(values: Mapping[Hashable, Any]) -> int | None:
    """Return the newest bid in fen that the report itself names, None where it has no such column."""
    bid = values.get("bid", np.nan)
    return None if bid is None or np.isnan(bid) or bid <= 0 else round(100 * bid)


def _known(value: float) -> float:
    return 0.0 if value is None or np.isnan(value) else float(value)


def _entities(frame: pd.DataFrame | None) -> pd.DataFrame | None:
    if frame is None or frame.empty or "keyword" not in frame.columns:
        return None
    rows = frame.loc[frame["keyword"].notna() & (frame["keyword"] != "")]
    if rows.empty:
        return None
    own = pd.DataFrame(_texts(rows), index=rows.index)
    own["word"] = _spelled(rows["keyword"].astype("str"))
    own["bid"] = rows["bid"] if "bid" in rows.columns else np.nan
    return own


def _bids(frame: pd.DataFrame | None) -> Mapping[Named, int]:
    """Return bids in fen by the ad group's id and by its name."""
    rows = _entities(frame)
    if rows is None:
        return {}
    priced = rows.loc[rows["bid"].notna() & ~_is_negative(rows)]
    found: dict[Named, int] = {}
    columns = ("platform", "adgroup_id", "campaign", "adgroup", "word", "match_type", "bid")
    for platform, number, campaign, group, word, match_type, bid in zip(*(priced[c] for c in columns), strict=True):
        for name in (f"#{number}" if number else "", _group_name(campaign, group) if group else ""):
            if name:
                found[str(platform), name, str(word), plain_match(str(match_type))] = int(bid)
    return found


def _group_name(campaign: str, adgroup: str) -> str:
    return f"{campaign}\0{adgroup}"
