"""找词: what people search and the shop doesn't buy, and what it buys though they would come anyway, perhaps.

Four lists, each from the report that knows it. Visitors of a search are not clicks of an ad: what an unbought word
would be worth as an ad is its buyers against those of other searches of its quadrant, shrunk, times what a click of
that quadrant brings. Nothing here says what would happen without an ad; only stopping it for a while can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.gamma_poisson import Prior, chance_above, interval, shrink
from shopdesk.domain.keywords.classify import Label, Quadrant, label_all
from shopdesk.domain.keywords.judgement import floats, ratio
from shopdesk.domain.keywords.library import Library, Study, by_hand, library
from shopdesk.domain.keywords.sums import bought_words, organic_rows, sum_words, word_rows
from shopdesk.domain.keywords.worth import FloatArray
from shopdesk.domain.periods import Comparison, Period

LEAST_VISITORS: Final = 10
"""Visitors without an ad from which a bought word is said to be brought by search anyway."""
TERMS: Final = "ad_search_term"
SEARCH_PRIOR: Final = Prior(centre=8.0, low=1.0, high=128.0, steps=29)
"""Buyers that a quadrant's rate is worth against those of a single search."""


@dataclass(frozen=True, slots=True)
class Mined:
    """The lists of a period; a list is None where the report it needs holds nothing of that time.

    ``unbought``: searches without a bid: visitors, carts, buyers, amount (yuan), what a click would be worth (value,
    interval, break-even; NaN without ads to compare with), ``cpc`` that a click of its quadrant costs, ``chance``
    that it would pay. ``overlap``: bought words that search brings, over the days of ``organic``, most spend on such
    visits first: ad clicks, cost (yuan), orders, visitors, buyers and ``share`` of all visits that came without an ad.
    ``winning`` and ``wasted``: terms of ad reports without a bid of their own, with and without orders, as the library
    judges words.
    """

    unbought: pd.DataFrame | None
    overlap: pd.DataFrame | None
    winning: pd.DataFrame | None
    wasted: pd.DataFrame | None
    organic: Period | None
    labels: Mapping[str, Label]


def mine(
    known: Study,
    shown: Library | None,
    *,
    period: Period | None,
    hand: Mapping[str, Quadrant],
    check: Callable[[], None] = lambda: None,
) -> Mined:
    """Return what the reports of a period tell; ``period`` None is all time. ``check`` may raise between the lists."""
    rows = organic_rows(known.frames, period)
    span = _span(rows)
    terms = _terms(known, period, hand, check)
    check()
    bought = bought_words(known.rows)
    searched = _searched(rows)
    labels = {**_labels(known, searched.index, hand, check), **(terms.labels if terms else {})}
    check()
    unbought = overlap = None
    if span is not None:
        unbought = _unbought(searched.loc[~searched.index.isin(bought)], shown, labels)
        overlap = _overlap(known, searched, span, labels)
    free = None if terms is None else terms.words.loc[~terms.words.index.isin(bought)]
    return Mined(
        unbought,
        overlap,
        None if free is None else free.loc[free["orders"] > 0].sort_values("orders", ascending=False, kind="stable"),
        None if free is None else _without_orders(free),
        span,
        labels,
    )


def _span(rows: pd.DataFrame) -> Period | None:
    dated = rows.loc[rows["date"].notna()] if len(rows) else rows
    if dated.empty:
        return None
    return Period(dated["date"].min().date(), dated["date_end"].fillna(dated["date"]).max().date())


def _searched(rows: pd.DataFrame) -> pd.DataFrame:
    grouped = rows.groupby("word", sort=False)
    sums = grouped[["visitors", "buyers", "organic_carts", "organic_amount"]].sum(min_count=1)
    sums.insert(0, "shown", grouped["shown"].first())
    sums["organic_amount"] /= 100
    return sums


def _labels(
    known: Study, words: Iterable[str], hand: Mapping[str, Quadrant], check: Callable[[], None]
) -> dict[str, Label]:
    new = [word for word in words if word not in known.labels]
    found = label_all(new, known.lexicon, known.vocabulary, progress=lambda _share: check())
    made = {**known.labels, **dict(zip(new, found, strict=True))}
    return {word: by_hand(hand[word], own) if word in hand else own for word, own in made.items()}


def _unbought(words: pd.DataFrame, shown: Library | None, labels: Mapping[str, Label]) -> pd.DataFrame:
    made = words.copy()
    made["quadrant"] = [labels[word].quadrant.value for word in made.index.tolist()]
    visitors, buyers = (np.nan_to_num(floats(made, name)) for name in ("visitors", "buyers"))
    rate = _ad_rates(made, shown)
    factor, variance = _factors(visitors, buyers, made)
    value = factor * rate["value"]
    shape = 1 / ((1 + variance / factor**2) * (1 + rate["spread"]) - 1)
    low, high = interval(value, shape)
    made["value"], made["value_low"], made["value_high"] = value, low, high
    made["value_mid"], _ = interval(value, shape, level=0.0)
    margin = shown.margin.share if shown is not None and shown.margin and shown.margin.share > 0 else np.nan
    made["break_even"], made["cpc"] = value * margin, rate["price"]
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = rate["price"] / margin
        made["chance"] = np.where(np.isnan(value) | np.isnan(needed), np.nan, chance_above(value, shape, needed))
    made["rate"] = ratio(buyers, visitors)
    return made.sort_values(["buyers", "visitors"], ascending=False, kind="stable")


def _factors(visitors: FloatArray, buyers: FloatArray, words: pd.DataFrame) -> tuple[FloatArray, FloatArray]:
    """Return how far each word's buyers exceed those of its quadrant's searches, shrunk: mean and variance."""
    factor, variance = np.ones(visitors.size), np.full(visitors.size, 1 / SEARCH_PRIOR.centre)
    codes = words["quadrant"].to_numpy()
    for quadrant in Quadrant:
        of = codes == quadrant.value
        if buyers[of].sum() > 0 and visitors[of].sum() > 0:
            expected = visitors[of] * buyers[of].sum() / visitors[of].sum()
            found = shrink(buyers[of], expected, prior=SEARCH_PRIOR)
            factor[of], variance[of] = found.mean, found.variance
    return factor, variance


def _ad_rates(words: pd.DataFrame, shown: Library | None) -> dict[str, FloatArray]:
    """Return what an ad click of each word's quadrant brings (yuan), its relative variance, and its price."""
    found = {name: np.full(len(words), np.nan) for name in ("value", "spread", "price")}
    if shown is None:
        return found
    codes = words["quadrant"].to_numpy()
    for total in shown.quadrants:
        of = codes == total.quadrant.value
        own = shown.words.loc[shown.words["quadrant"] == total.quadrant.value]
        clicks = np.nan_to_num(floats(own, "clicks"))
        value = np.nan_to_num(floats(own, "value"))
        if total.clicks > 0 and (value * clicks).sum() > 0:
            found["value"][of] = (value * clicks).sum() / clicks.sum()
            found["spread"][of] = 1 / (total.orders + 1)
            found["price"][of] = total.cost / total.clicks
    return found


def _overlap(known: Study, searched: pd.DataFrame, span: Period, labels: Mapping[str, Label]) -> pd.DataFrame:
    ads = sum_words(word_rows(known.rows, span).rows)
    both = ads.join(searched[["visitors", "buyers", "organic_carts"]], how="inner")
    both = both.loc[(both["visitors"] >= LEAST_VISITORS) & (both["clicks"] > 0)].copy()
    both["cost"] /= 100
    both["quadrant"] = [labels[word].quadrant.value for word in both.index.tolist()]
    visits = floats(both, "visitors")
    both["share"] = ratio(visits, visits + floats(both, "clicks"))
    both["cpc"] = ratio(floats(both, "cost"), floats(both, "clicks"))
    at_stake = (both["cost"] * both["share"]).sort_values(ascending=False, kind="stable")
    return both.loc[at_stake.index]


def _terms(
    known: Study, period: Period | None, hand: Mapping[str, Quadrant], check: Callable[[], None]
) -> Library | None:
    """Return the searched terms of ad reports as a library of their own, None where no report has any."""
    rows = known.rows.loc[known.rows["table"] == TERMS]
    if rows.empty:
        return None
    span = period or _span(rows)
    if span is None or word_rows(rows, span).rows.empty:
        return None
    words = [str(word) for word in rows["word"].unique()]
    labels = _labels(known, words, {}, check)
    alone = replace(known, rows=rows, labels={word: labels[word] for word in words})
    return library(alone, period=span, comparison=Comparison.NONE, hand=hand, check=check)


def _without_orders(terms: pd.DataFrame) -> pd.DataFrame:
    """Return terms that cost money and won nothing, the surest first."""
    rows = terms.loc[(terms["cost"] > 0) & ~(terms["orders"] > 0)]
    excluded = rows["advice"] == "negative"
    return (
        rows.assign(_first=excluded)
        .sort_values(["_first", "cost"], ascending=False, kind="stable")
        .drop(columns="_first")
    )
