"""The library of a period: every bought word with label, sums and worth, and the four quadrants above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.currencies import rows_of_one_currency
from shopdesk.domain.keywords.classify import Confidence, Label, LabelSource, Quadrant, label, learn
from shopdesk.domain.keywords.lexicon import Lexicon
from shopdesk.domain.keywords.margin import Margin, contribution_margin
from shopdesk.domain.keywords.sums import CutUsed, Frames, ad_rows, organic, sum_words, weekly, word_rows
from shopdesk.domain.keywords.worth import FloatArray, click_values, order_value_cv, ratio_interval
from shopdesk.domain.periods import Comparison, Period

SURE: Final = 0.9
"""Chance from which a word is called worth (or not worth) what a click costs."""


class Advice(StrEnum):
    """What the chance of a profit says of the price of a click; nothing where margin or clicks are missing."""

    ROOM = "room"  # worth more than it costs: the bid has room
    DEAR = "dear"  # costs more than it is worth
    UNCLEAR = "unclear"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Study:
    """What does not depend on the period: all ad rows, the label of every word, the margin."""

    rows: pd.DataFrame
    labels: Mapping[str, Label]
    margin: Margin | None
    frames: Frames
    first: date | None
    last: date | None
    apart: tuple[str, ...] = ()  # platforms left out because they count in another currency


@dataclass(frozen=True, slots=True)
class QuadrantTotal:
    """One quadrant over the period; money in yuan, ``roi`` and its 80 % interval None without spend."""

    quadrant: Quadrant
    words: int
    cost: float
    share: float | None
    orders: float
    clicks: float
    revenue: float
    roi: float | None
    low: float | None
    high: float | None
    roi_before: float | None
    weekly_roi: FloatArray


@dataclass(frozen=True, slots=True)
class Library:
    """The answer of the tab. ``words`` is indexed by word; see ``COLUMNS`` for what it holds."""

    period: Period
    compared: Period | None
    words: pd.DataFrame
    labels: Mapping[str, Label]
    quadrants: tuple[QuadrantTotal, ...]
    margin: Margin | None
    used: tuple[CutUsed, ...]
    weekly_clicks: pd.DataFrame
    weekly_orders: pd.DataFrame
    rows: pd.DataFrame = field(repr=False)

    @property
    def break_even_roi(self) -> float | None:
        """The return at which ads pay exactly the goods, None where the margin is unknown."""
        return 1 / self.margin.share if self.margin and self.margin.share > 0 else None


COLUMNS: Final = (
    "shown",
    "quadrant",
    "impressions",
    "clicks",
    "cost",  # yuan
    "orders",
    "revenue",  # yuan
    "carts",
    "places",
    "ctr",
    "cpc",  # yuan
    "roi",
    "value",  # yuan of revenue a click, shrunk: mean, then 80 % interval and median
    "value_low",
    "value_mid",
    "value_high",
    "cvr",  # shrunk
    "break_even",  # yuan a click
    "chance",  # that a click earns more than it costs
    "advice",
    "visitors",  # search visitors without ads
    "buyers",
)


def study(frames: Frames, lexicon: Lexicon) -> Study:
    """Return all ad rows with labels by rule and dictionary; a job's work for large shops."""
    rows, apart = rows_of_one_currency(ad_rows(frames))
    volumes = rows.groupby("word")["impressions"].sum(min_count=1) if len(rows) else pd.Series(dtype=float)
    words = [str(word) for word in volumes.index]
    sizes = volumes.to_numpy(dtype=float)
    vocabulary = learn(words, sizes.tolist(), titles=titles(frames))
    labels = {word: label(word, lexicon, vocabulary, volume=size) for word, size in zip(words, sizes, strict=True)}
    days = rows["date"].dropna() if len(rows) else pd.Series(dtype="datetime64[ns]")
    first, last = (days.min().date(), days.max().date()) if len(days) else (None, None)
    return Study(rows, labels, contribution_margin(frames), frames, first, last, apart)


def titles(frames: Frames) -> tuple[str, ...]:
    """Return the distinct item titles that any table knows, sorted."""
    found: set[str] = set()
    for table, column in (("order_lines", "title"), ("costs", "title"), ("item_daily", "item")):
        frame = frames.get(table)
        if frame is not None and column in frame.columns:
            found.update(str(title) for title in frame[column].dropna().unique() if title)
    return tuple(sorted(found))


def library(
    known: Study, *, period: Period, comparison: Comparison = Comparison.PREVIOUS, hand: Mapping[str, Quadrant]
) -> Library:
    """Return the library of a period; a label set by hand wins over every rule."""
    taken = word_rows(known.rows, period)
    labels = {
        word: by_hand(hand[word], known.labels[word]) if word in hand else own for word, own in known.labels.items()
    }
    words = sum_words(taken.rows)
    words["quadrant"] = [labels[word].quadrant.value for word in words.index]
    words = words.join(organic(known.frames, period))
    _add_worth(words, known.margin)
    compared = period.compared(comparison)
    before = word_rows(known.rows, compared).rows if compared else known.rows.iloc[:0]
    until = pd.Timestamp(period.end)
    by_word = weekly(taken_history(known.rows, taken.used), until=until, key="word")
    totals = _quadrants(words, before, taken_history(known.rows, taken.used), labels, until)
    return Library(
        period,
        compared,
        words,
        {word: labels[word] for word in words.index},
        totals,
        known.margin,
        taken.used,
        by_word["clicks"],
        by_word["orders"],
        taken.rows,
    )


def by_hand(quadrant: Quadrant, ruled: Label) -> Label:
    """Return the label that a hand has set; it keeps what the rule would have said."""
    return Label(quadrant, "hand", {"rule": ruled.quadrant.value}, Confidence.HIGH, LabelSource.HAND)


def taken_history(rows: pd.DataFrame, used: tuple[CutUsed, ...]) -> pd.DataFrame:
    """Return the daily rows of all time of the cuts that a period was taken from."""
    if rows.empty or not used:
        return rows.iloc[:0]
    daily = rows["date"].notna() & (rows["date_end"].isna() | (rows["date"] == rows["date_end"]))
    chosen = np.zeros(len(rows), dtype=bool)
    for cut in used:
        chosen |= ((rows["table"] == cut.table) & (rows["platform"] == cut.platform)).to_numpy()
    kept: pd.DataFrame = rows.loc[daily.to_numpy() & chosen]
    return kept


def _add_worth(words: pd.DataFrame, margin: Margin | None) -> None:
    words["cost"] /= 100
    words["gmv"] /= 100
    words["revenue"] = words.pop("gmv")
    clicks, orders, revenue, cost = (_floats(words, name) for name in ("clicks", "orders", "revenue", "cost"))
    codes = {quadrant.value: number for number, quadrant in enumerate(Quadrant)}
    group = np.array([codes[quadrant] for quadrant in words["quadrant"]], dtype=np.int64)
    worth = click_values(clicks=clicks, orders=orders, revenue_yuan=revenue, group=group)
    words["ctr"] = _ratio(clicks, _floats(words, "impressions"))
    words["cpc"] = _ratio(cost, clicks)
    words["roi"] = _ratio(revenue, cost)
    words["value"], words["value_mid"] = worth.mean, worth.median
    words["value_low"], words["value_high"], words["cvr"] = worth.low, worth.high, worth.cvr
    share = margin.share if margin and margin.share > 0 else np.nan
    words["break_even"] = worth.mean * share
    words["chance"] = worth.chance_above(_floats(words, "cpc") / share)
    words["advice"] = [_advice(chance) for chance in words["chance"]]


def _advice(chance: float) -> str:
    if np.isnan(chance):
        return Advice.NONE.value
    if chance >= SURE:
        return Advice.ROOM.value
    return Advice.DEAR.value if chance <= 1 - SURE else Advice.UNCLEAR.value


def _ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    return np.divide(above, below, out=np.full(above.size, np.nan), where=np.nan_to_num(below) > 0)


def _quadrants(
    words: pd.DataFrame, before: pd.DataFrame, history: pd.DataFrame, labels: Mapping[str, Label], until: pd.Timestamp
) -> tuple[QuadrantTotal, ...]:
    quadrant_of = {word: own.quadrant.value for word, own in labels.items()}
    trend = weekly(history.assign(quadrant=history["word"].map(quadrant_of)), until=until, key="quadrant")
    earlier = before.assign(quadrant=before["word"].map(quadrant_of)).groupby("quadrant")[["gmv", "cost"]].sum()
    spend = float(words["cost"].sum())
    orders, revenue = np.nan_to_num(_floats(words, "orders")), np.nan_to_num(_floats(words, "revenue"))
    cv = order_value_cv(orders, revenue)
    shop_value = revenue.sum() / orders.sum() if orders.sum() > 0 else None
    found = []
    for quadrant in Quadrant:
        own = words.loc[words["quadrant"] == quadrant.value]
        sums = {name: float(own[name].sum()) for name in ("cost", "orders", "clicks", "revenue")}
        roi, low, high = _roi(sums, shop_value=shop_value, cv=cv)
        share = sums["cost"] / spend if spend > 0 else None
        roi_before = _before(earlier, quadrant)
        weekly_roi = _weekly_roi(trend, quadrant)
        found.append(
            QuadrantTotal(
                quadrant,
                len(own),
                sums["cost"],
                share,
                sums["orders"],
                sums["clicks"],
                sums["revenue"],
                roi,
                low,
                high,
                roi_before,
                weekly_roi,
            )
        )
    return tuple(found)


def _roi(
    sums: Mapping[str, float], *, shop_value: float | None, cv: float
) -> tuple[float | None, float | None, float | None]:
    if sums["cost"] <= 0:
        return None, None, None
    value = sums["revenue"] / sums["orders"] if sums["orders"] > 0 else shop_value
    roi = sums["revenue"] / sums["cost"]
    if value is None:
        return roi, None, None
    low, high = ratio_interval(orders=sums["orders"], order_value=value, cost=sums["cost"], cv=cv)
    return roi, low, high


def _before(earlier: pd.DataFrame, quadrant: Quadrant) -> float | None:
    own = earlier.loc[earlier.index == quadrant.value]
    cost = float(own["cost"].sum())
    return float(own["gmv"].sum()) / cost if cost > 0 else None


def _weekly_roi(trend: Mapping[str, pd.DataFrame], quadrant: Quadrant) -> FloatArray:
    cost = trend["cost"]
    if quadrant.value not in cost.index:
        return np.full(cost.shape[1], np.nan)
    place = [*cost.index].index(quadrant.value)
    spent = cost.to_numpy(dtype=float)[place]
    return _ratio(np.nan_to_num(trend["gmv"].to_numpy(dtype=float)[place]), spent)


def _floats(words: pd.DataFrame, column: str) -> FloatArray:
    return words[column].to_numpy(dtype=np.float64, na_value=np.nan)
