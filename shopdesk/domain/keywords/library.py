"""The library of a period: every bought word with label, sums and worth, and the four quadrants above them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.currencies import rows_of_one_currency
from shopdesk.domain.keywords.advice import SHIPPED, Assumptions
from shopdesk.domain.keywords.change import chance_of_rise
from shopdesk.domain.keywords.classify import Confidence, Label, LabelSource, Quadrant, Vocabulary, label_all, learn
from shopdesk.domain.keywords.judgement import floats, judge, ratio
from shopdesk.domain.keywords.lexicon import Lexicon
from shopdesk.domain.keywords.margin import Margin, contribution_margin, stated_margin
from shopdesk.domain.keywords.roots import Families, RootIndex, index_roots
from shopdesk.domain.keywords.sums import (
    CutUsed,
    Frames,
    ad_rows,
    bought_words,
    mature_rows,
    organic,
    sum_words,
    told_rows,
    weekly,
    word_rows,
)
from shopdesk.domain.keywords.worth import FloatArray, order_value_cv, ratio_interval
from shopdesk.domain.periods import Comparison, Period


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Study:
    """What does not depend on the period: all ad rows, the label of every word, the roots, the margin.

    ``lexicon`` and ``vocabulary`` label other words by the same rules, e.g. those that people searched.
    """

    rows: pd.DataFrame
    labels: Mapping[str, Label]
    roots: RootIndex
    margin: Margin | None
    frames: Frames
    first: date | None
    last: date | None
    apart: tuple[str, ...]  # platforms left out because they count in another currency
    lexicon: Lexicon = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)


@dataclass(frozen=True, slots=True)
class QuadrantTotal:
    """One quadrant over the period, money in yuan.

    ``roi`` and its 80 % interval are None without spend, and where no report tells revenue.
    """

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
    rise_chance: float | None = None  # that the return is truly higher than in the compared period
    told_cost: float = 0.0  # of the reports that tell orders and revenue: what ``roi`` is made of


@dataclass(frozen=True, slots=True, weakref_slot=True)
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
    left_out: int  # last days that the values leave out, because their orders are still coming in
    exponent: float  # how far carts and favourites speak for orders, 0 where none are reported
    families: Families = field(repr=False)
    rows: pd.DataFrame = field(repr=False)
    assumed: Assumptions = SHIPPED

    @property
    def break_even_roi(self) -> float | None:
        """The return at which ads pay exactly the goods, None where the margin is unknown."""
        return 1 / self.margin.share if self.margin and self.margin.share > 0 else None


LEARNING: Final = 0.15
"""Share of a study's time that learning the shop's own words takes."""
TEXT_COLUMNS: Final = frozenset({"shown", "quadrant", "advice", "advice_reason", "root"})
COLUMNS: Final = (
    "shown",
    "quadrant",
    "impressions",
    "clicks",
    "cost",  # yuan
    "told_cost",  # of the reports that tell orders and revenue
    "orders",
    "revenue",  # yuan
    "carts",
    "favourites",
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
    "worth_clicks",  # those that the value was made of
    "worth_orders",
    "advice",  # an Action, with its reason (Why), the step of the bid (-0.2) and yuan in 28 days
    "advice_reason",
    "advice_step",
    "advice_money",
    "advice_money_low",
    "advice_money_high",
    "advice_chance",  # that the advice brings more than it takes
    "clicks_needed",  # more clicks without an order until a click surely doesn't pay
    "root",  # the family that speaks for the word, empty for none
    "pooled_below",  # chance that a click doesn't pay, judged with that family
    "visitors",  # search visitors without ads
    "buyers",
)


def study(frames: Frames, lexicon: Lexicon, *, progress: Callable[[float], None] | None = None) -> Study:
    """Return all ad rows with labels by rule and dictionary; a job's work for large shops, which tells its progress."""
    rows, apart = rows_of_one_currency(ad_rows(frames))
    volumes = rows.groupby("word")["impressions"].sum(min_count=1) if len(rows) else pd.Series(dtype=float)
    words = [str(word) for word in volumes.index]
    sizes = volumes.to_numpy(dtype=float).tolist()
    tell = progress if progress is not None else lambda _share: None
    vocabulary = learn(words, sizes, titles=titles(frames), progress=lambda share: tell(LEARNING * share))
    found = label_all(
        words, lexicon, vocabulary, volumes=sizes, progress=lambda share: tell(LEARNING + (1 - LEARNING) * share)
    )
    tell(1.0)
    labels = dict(zip(words, found, strict=True))
    first, last = _covered(rows)
    roots, margin = index_roots(labels), contribution_margin(frames)
    return Study(rows, labels, roots, margin, frames, first, last, apart, lexicon, vocabulary)


def _covered(rows: pd.DataFrame) -> tuple[date | None, date | None]:
    """Return first and last day that rows speak of; a total speaks of its whole span."""
    dated = rows.loc[rows["date"].notna()] if len(rows) else rows
    if dated.empty:
        return None, None
    return dated["date"].min().date(), dated["date_end"].fillna(dated["date"]).max().date()


def titles(frames: Frames) -> tuple[str, ...]:
    """Return the distinct item titles that any table knows, sorted."""
    found: set[str] = set()
    for table, column in (("order_lines", "title"), ("costs", "title"), ("item_daily", "item")):
        frame = frames.get(table)
        if frame is not None and column in frame.columns:
            found.update(str(title) for title in frame[column].dropna().unique() if title)
    return tuple(sorted(found))


def library(
    known: Study,
    *,
    period: Period,
    comparison: Comparison = Comparison.PREVIOUS,
    hand: Mapping[str, Quadrant],
    assumed: Assumptions = SHIPPED,
    check: Callable[[], None] = lambda: None,
) -> Library:
    """Return the library of a period; a label set by hand wins over every rule, a stated margin over the computed.

    ``check`` may raise between the steps, each of which takes seconds for a million words.
    """
    margin = known.margin if assumed.margin is None else stated_margin(assumed.margin)
    taken = word_rows(known.rows, period)
    labels = {
        word: by_hand(hand[word], known.labels[word]) if word in hand else own for word, own in known.labels.items()
    }
    check()
    sums = sum_words(taken.rows)
    check()
    words = sums.copy()
    words["quadrant"] = [labels[word].quadrant.value for word in words.index.tolist()]
    words = words.join(organic(known.frames, period))
    told = told_rows(taken.rows)
    told_sums = _sums_of(told, taken.rows, sums)
    words["told_cost"] = told_sums["cost"].reindex(words.index) / 100
    mature, left_out = mature_rows(told, last=known.last)
    bought = bought_words(known.rows)
    judged = judge(
        words,
        _sums_of(mature, told, told_sums),
        labels,
        roots=known.roots,
        bought=np.array([word in bought for word in words.index.tolist()], dtype=bool),
        margin=margin,
        days=_days(taken.rows, period),
        told=bool(len(told)),
        assumed=assumed,
        check=check,
    )
    check()
    compared = period.compared(comparison)
    before = told_rows(word_rows(known.rows, compared).rows) if compared else known.rows.iloc[:0]
    until = pd.Timestamp(period.end)
    history = taken_history(known.rows, taken.used)
    by_word = weekly(history, until=until, key="word")
    check()
    totals = _quadrants(words, before, told_rows(history), labels, until)
    return Library(
        period,
        compared,
        words,
        {word: labels[word] for word in words.index.tolist()},
        totals,
        margin,
        taken.used,
        by_word["clicks"],
        by_word["orders"],
        left_out,
        judged.exponent,
        judged.families,
        taken.rows,
        assumed,
    )


def _sums_of(part: pd.DataFrame, whole: pd.DataFrame, sums: pd.DataFrame) -> pd.DataFrame:
    """Return the sums of some rows; those of the whole where none was left out, as is usual."""
    return sums if len(part) == len(whole) else sum_words(part)


def _days(rows: pd.DataFrame, period: Period) -> float:
    """Return how many days the rows of a period span, at most its length."""
    dated = rows.loc[rows["date"].notna()] if len(rows) else rows
    if dated.empty:
        return float(period.days)
    last = dated["date_end"].fillna(dated["date"]).max()
    return float(min((last - dated["date"].min()).days + 1, period.days))


def by_hand(quadrant: Quadrant, ruled: Label) -> Label:
    """Return the label that a hand has set; it keeps what the rule would have said."""
    return Label(quadrant, "hand", {"rule": ruled.quadrant.value}, Confidence.HIGH, LabelSource.HAND)


def taken_history(rows: pd.DataFrame, used: tuple[CutUsed, ...]) -> pd.DataFrame:
    """Return the daily rows of all time of the cuts that a period was taken from, with what ``weekly`` reads."""
    if rows.empty or not used:
        return rows.iloc[:0]
    daily = rows["date"].notna() & (rows["date_end"].isna() | (rows["date"] == rows["date_end"]))
    chosen = np.zeros(len(rows), dtype=bool)
    for cut in used:
        chosen |= ((rows["table"] == cut.table) & (rows["platform"] == cut.platform)).to_numpy()
    read = ["word", "platform", "kind", "date", "clicks", "orders", "cost", "gmv"]
    kept: pd.DataFrame = rows[read].loc[daily.to_numpy() & chosen]
    return kept


def _quadrants(
    words: pd.DataFrame, before: pd.DataFrame, history: pd.DataFrame, labels: Mapping[str, Label], until: pd.Timestamp
) -> tuple[QuadrantTotal, ...]:
    quadrant_of = {word: own.quadrant.value for word, own in labels.items()}
    trend = weekly(history.assign(quadrant=history["word"].map(quadrant_of)), until=until, key="quadrant")
    grouped = before.assign(quadrant=before["word"].map(quadrant_of)).groupby("quadrant")
    earlier = grouped[["gmv", "cost", "orders"]].sum()
    spend = float(words["cost"].sum())
    orders, revenue = np.nan_to_num(floats(words, "orders")), np.nan_to_num(floats(words, "revenue"))
    cv = order_value_cv(orders, revenue)
    shop_value = revenue.sum() / orders.sum() if orders.sum() > 0 else None
    found = []
    for quadrant in Quadrant:
        own = words.loc[words["quadrant"] == quadrant.value]
        sums = {name: float(own[name].sum()) for name in ("cost", "told_cost", "orders", "clicks", "revenue")}
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
                _rise_chance(sums, earlier, quadrant, shop_value=shop_value, cv=cv),
                sums["told_cost"],
            )
        )
    return tuple(found)


def _roi(
    sums: Mapping[str, float], *, shop_value: float | None, cv: float
) -> tuple[float | None, float | None, float | None]:
    cost = sums["told_cost"]
    if cost <= 0:
        return None, None, None
    value = sums["revenue"] / sums["orders"] if sums["orders"] > 0 else shop_value
    roi = sums["revenue"] / cost
    if value is None:
        return roi, None, None
    low, high = ratio_interval(orders=sums["orders"], order_value=value, cost=cost, cv=cv)
    return roi, low, high


def _before(earlier: pd.DataFrame, quadrant: Quadrant) -> float | None:
    own = earlier.loc[earlier.index == quadrant.value]
    cost = float(own["cost"].sum())
    return float(own["gmv"].sum()) / cost if cost > 0 else None


def _rise_chance(
    sums: Mapping[str, float], earlier: pd.DataFrame, quadrant: Quadrant, *, shop_value: float | None, cv: float
) -> float | None:
    """Return the chance that a quadrant's return has risen, None where one of the periods has no spend."""
    own = earlier.loc[earlier.index == quadrant.value]
    before = {name: float(own[name].sum()) for name in ("cost", "orders", "gmv")}
    if not before["cost"] > 0 or not sums["told_cost"] > 0 or shop_value is None:
        return None
    value = sums["revenue"] / sums["orders"] if sums["orders"] > 0 else shop_value
    value_before = before["gmv"] / 100 / before["orders"] if before["orders"] > 0 else shop_value
    if not value > 0 or not value_before > 0:
        return None
    return chance_of_rise(
        orders=sums["orders"],
        roi=(sums["orders"] + 0.5) * value / sums["told_cost"],
        orders_before=before["orders"],
        roi_before=(before["orders"] + 0.5) * value_before / (before["cost"] / 100),
        cv=cv,
    )


def _weekly_roi(trend: Mapping[str, pd.DataFrame], quadrant: Quadrant) -> FloatArray:
    cost = trend["cost"]
    if quadrant.value not in cost.index:
        return np.full(cost.shape[1], np.nan)
    place = [*cost.index].index(quadrant.value)
    spent = cost.to_numpy(dtype=float)[place]
    return ratio(np.nan_to_num(trend["gmv"].to_numpy(dtype=float)[place]), spent)
