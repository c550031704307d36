"""Shops as frames, for tests of what is made of reports: whole ones, and such as miss nearly everything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

import numpy as np
import pandas as pd

from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.record.record import TABLES
from shopdesk.domain.keywords.sums import TABLES as WORD_TABLES

PLAN = BidPlan("taobao:1", "taobao", "坚果", campaign_id="1")
Frames = dict[str, pd.DataFrame]


class ReadShop:
    """What a study reads of a workspace: frames and documents that somebody else has filled."""

    def __init__(self, frames: Mapping[str, pd.DataFrame], documents: Mapping[str, Any] | None = None) -> None:
        self._frames, self._documents = frames, documents or {}

    def frame(self, name: str) -> pd.DataFrame:
        return self._frames.get(name, pd.DataFrame())

    def rows(self, collection: Collection[Any]) -> Mapping[Any, Any]:
        rows = self._documents.get(collection.name, ())
        return {collection.key_of(row): row for row in rows}


def workspace(frames: Mapping[str, pd.DataFrame], documents: Mapping[str, Any] | None = None) -> Workspace:
    return cast("Workspace", ReadShop(frames, documents))


def nothing() -> Frames:
    return {name: pd.DataFrame() for name in dict.fromkeys((*TABLES, *WORD_TABLES))}


def sums(rows: pd.DataFrame, dice: np.random.Generator, *, clicks: float = 8.0, rate: float = 0.04) -> pd.DataFrame:
    """Return rows with counts and money as reports have them; money in fen."""
    count = len(rows)
    got = dice.poisson(clicks, count).astype(float)
    orders = dice.binomial(got.astype(int), rate).astype(float)
    return rows.assign(
        impressions=got * 20 + dice.poisson(30, count),
        clicks=got,
        cost=(got * dice.integers(80, 200, count)).astype("int64"),
        ad_orders=orders,
        ad_gmv=(orders * dice.integers(5_000, 12_000, count)).astype("int64"),
        cart_adds=dice.binomial(got.astype(int), 0.1).astype(float),
        item_favs=dice.binomial(got.astype(int), 0.05).astype(float),
    )


def rows(days: int, cells: Mapping[str, list[Any]], *, campaign: str = "1", platform: str = "taobao") -> pd.DataFrame:
    """Return one row a day and cell, from Monday 2026-04-06 on."""
    dates = pd.date_range("2026-04-06", periods=days)
    count = len(next(iter(cells.values())))
    base = pd.DataFrame({"date": np.repeat(dates, count)})
    base["date_end"] = base["date"]
    base["kind"], base["platform"], base["shop"] = "made", platform, "店"
    base["campaign_id"], base["campaign"] = campaign, {"1": "坚果", "2": "果干"}.get(campaign, campaign)
    for name, values in cells.items():
        base[name] = values * days
    return base


def shop(*, days: int = 42, rate: float = 0.04, seed: int = 1) -> Frames:
    """Return the frames of a whole shop with two campaigns, drawn once and copied: a test may change its own."""
    return {name: frame.copy() for name, frame in _drawn(days, rate, seed).items()}


@lru_cache(maxsize=8)
def _drawn(days: int, rate: float, seed: int) -> Frames:
    dice = np.random.default_rng(seed)
    words = {"adgroup_id": ["7"] * 4, "adgroup": ["单元"] * 4, "keyword_id": ["11", "12", "13", "14"]}
    words |= {"keyword": ["混合坚果", "夏威夷果 奶油味", "每日坚果", "腰果"], "match_type": ["broad"] * 4}
    frames = nothing()
    two = ("1", "2")
    frames["ad_keyword"] = pd.concat(sums(rows(days, words, campaign=one), dice, rate=rate) for one in two)
    frames["ad_hour"] = pd.concat(
        sums(rows(days, {"hour": list(range(24))}, campaign=one), dice, clicks=1.4, rate=rate) for one in two
    )
    frames["ad_region"] = pd.concat(
        sums(rows(days, {"region": ["浙江", "广东", "北京"]}, campaign=one), dice, clicks=11, rate=rate) for one in two
    )
    frames["ad_audience"] = sums(rows(days, {"audience": ["加购未购15天", "店铺老客"]}), dice, clicks=5, rate=rate)
    frames["ad_campaign"] = pd.concat(
        sums(rows(days, {"scene": [""]}, campaign=one), dice, clicks=33, rate=rate) for one in two
    )
    return {name: frame.reset_index(drop=True) for name, frame in frames.items()}
