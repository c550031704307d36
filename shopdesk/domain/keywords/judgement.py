"""Puts worth and advice beside the sums of each word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from shopdesk.domain.keywords.advice import (
    SHIPPED,
    Action,
    Advised,
    Assumptions,
    Case,
    advise,
    chance_below,
    clicks_needed,
)
from shopdesk.domain.keywords.classify import Label, Quadrant
from shopdesk.domain.keywords.margin import Margin
from shopdesk.domain.keywords.roots import Families, Pooled, RootIndex
from shopdesk.domain.keywords.sums import SIGNAL
from shopdesk.domain.keywords.usual import usual_conversion
from shopdesk.domain.keywords.worth import FloatArray, Worth, click_values


@dataclass(frozen=True, slots=True)
class Judged:
    """What the judgement rests on beside the columns it wrote."""

    families: Families
    exponent: float


def judge(
    words: pd.DataFrame,
    mature: pd.DataFrame,
    labels: Mapping[str, Label],
    *,
    roots: RootIndex,
    bought: NDArray[np.bool_],
    margin: Margin | None,
    days: float,
    told: bool = True,
    assumed: Assumptions = SHIPPED,
    check: Callable[[], None] = lambda: None,
) -> Judged:
    """Write worth and advice into ``words``, whose money becomes yuan.

    ``mature`` are the sums of the days whose orders have come in, ``days`` how many days ``words`` was summed over;
    ``bought`` says which words have a bid of their own (the others were only seen as what people searched), ``told``
    whether any report gives orders and revenue; ``check`` may raise between the steps.
    """
    _to_yuan(words)
    behind = mature.reindex(words.index)
    clicks, orders, signal = (floats(behind, name) for name in ("clicks", "orders", SIGNAL))
    codes = {quadrant.value: number for number, quadrant in enumerate(Quadrant)}
    worth = click_values(
        clicks=clicks,
        orders=orders,
        revenue_yuan=floats(behind, "gmv") / 100,
        group=np.array([codes[quadrant] for quadrant in words["quadrant"].tolist()], dtype=np.int64),
        signal=signal,
        usual=usual_conversion(words["quadrant"].tolist(), assumed.usual),
    )
    check()
    for name, seen in (("clicks", clicks), ("orders", orders)):  # a word of the last days alone was judged by none
        words[f"worth_{name}"] = np.where(np.isnan(floats(words, name)), np.nan, np.nan_to_num(seen))
    families = Families(roots, words.index.tolist(), worth, clicks=clicks, orders=orders)
    share = _share(margin)
    _write_worth(words, worth, share)
    check()
    pooled = families.pooled(price=floats(words, "cpc") / share)
    check()
    case = _case(words, worth, pooled, labels, margin=margin, days=days, has_bid=bought, told=told, assumed=assumed)
    _write_advice(words, advise(case), case, pooled, worth)
    return Judged(families, worth.exponent)


def _share(margin: Margin | None) -> float:
    """Return the share that is left of revenue, NaN where it is unknown or nothing is left."""
    return margin.share if margin and margin.share > 0 else float("nan")


def _to_yuan(words: pd.DataFrame) -> None:
    words["cost"] /= 100
    words["gmv"] /= 100
    words["revenue"] = words.pop("gmv")
    words.pop(SIGNAL)


def _write_worth(words: pd.DataFrame, worth: Worth, share: float) -> None:
    clicks, cost = floats(words, "clicks"), floats(words, "cost")
    words["ctr"] = ratio(clicks, floats(words, "impressions"))
    words["cpc"] = ratio(cost, clicks)
    words["roi"] = ratio(floats(words, "revenue"), floats(words, "told_cost"))
    words["value"], words["value_mid"] = worth.mean, worth.median
    words["value_low"], words["value_high"], words["cvr"] = worth.low, worth.high, worth.cvr
    words["break_even"] = worth.mean * share
    words["chance"] = worth.chance_above(floats(words, "cpc") / share)


def _case(
    words: pd.DataFrame,
    worth: Worth,
    pooled: Pooled,
    labels: Mapping[str, Label],
    *,
    margin: Margin | None,
    days: float,
    has_bid: NDArray[np.bool_],
    told: bool,
    assumed: Assumptions,
) -> Case:
    share = _share(margin)
    return Case(
        clicks=np.nan_to_num(floats(words, "clicks")),
        orders=np.nan_to_num(floats(words, "orders")),
        cpc=floats(words, "cpc"),
        value=worth.mean * share,
        shape=worth.shape,
        pooled=pooled.mean * share,
        pooled_shape=pooled.shape,
        root_below=pooled.below,
        own_brand=(words["quadrant"] == Quadrant.BRAND.value).to_numpy(),
        review=np.array([labels[word].needs_review for word in words.index.tolist()], dtype=bool),
        has_bid=has_bid,
        days=days,
        margin=margin.share if margin else None,
        told=told,
        assumed=assumed,
    )


def _write_advice(words: pd.DataFrame, advised: Advised, case: Case, pooled: Pooled, worth: Worth) -> None:
    words["advice"], words["advice_reason"] = advised.action.tolist(), advised.why.tolist()
    words["advice_step"], words["advice_money"] = advised.step, advised.money
    words["advice_money_low"], words["advice_money_high"] = advised.low, advised.high
    words["advice_chance"] = advised.chance
    needed = clicks_needed(value=case.value, shape=case.shape, cpc=case.cpc, per_click=worth.expected)
    words["clicks_needed"] = np.where(words["advice"] == Action.HOLD.value, needed, np.nan)
    words["root"] = list(pooled.root)
    words["pooled_below"] = chance_below(case.pooled, case.pooled_shape, case.cpc)


def ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    """Return a quotient, NaN where there is nothing to divide by."""
    return np.divide(above, below, out=np.full(above.size, np.nan), where=np.nan_to_num(below) > 0)


def floats(words: pd.DataFrame, column: str) -> FloatArray:
    """Return a column as floats, NaN where nothing is known."""
    return words[column].to_numpy(dtype=np.float64, na_value=np.nan)
