"""From reports to the items and pictures of a test: clicks and carts by item, impressions and clicks by picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.record.cells import numbers
from shopdesk.domain.bidding.record.rows import Frames, told
from shopdesk.domain.bidding.stages.item_test import Arm, ItemTest, judge_items
from shopdesk.domain.periods import Period

TABLES: Final = ("ad_item", "ad_keyword", "ad_creative", "ad_audience")
DAYS: Final = 28
MOST_ARMS: Final = 12
"""Items of which a test is judged: those with most clicks."""


class Subject(StrEnum):
    """What is compared."""

    ITEMS = "items"
    PICTURES = "pictures"


class Rate(StrEnum):
    """By which rate."""

    CARTS = "carts"  # carts and favourites per click
    CLICKS = "clicks"  # clicks per impression


@dataclass(frozen=True, slots=True)
class ItemTrial:
    """One test that a plan's reports hold: what is compared by which rate, over how many days, from which table."""

    what: Subject
    rate: Rate
    days: int
    table: str
    test: ItemTest
    left_out: int = 0


def item_tests(frames: Frames, plan: BidPlan) -> tuple[ItemTrial, ...]:
    """Return the tests that the last ``DAYS`` days of a plan's reports hold; none where they name one item or none."""
    found = []
    for table in ("ad_item", "ad_keyword", "ad_audience"):
        one = _tested(frames[table], plan, table, Subject.ITEMS, Rate.CARTS)
        if one is not None:
            found.append(one)
            break
    for rate in Rate:
        one = _tested(frames["ad_creative"], plan, "ad_creative", Subject.PICTURES, rate)
        if one is not None:
            found.append(one)
    return tuple(found)


def _tested(frame: pd.DataFrame, plan: BidPlan, table: str, what: Subject, rate: Rate) -> ItemTrial | None:
    every = told(frame, plan, None, strict=True)
    if every is None or every.whole_account or not every.covered:
        return None
    found = told(frame, plan, Period.last(days=DAYS, until=every.covered[-1]), strict=True)
    if found is None:
        return None
    names = _names(found.rows, "item" if what is Subject.ITEMS else "creative")
    if names is None or names.nunique() < 2:
        return None
    values = numbers(found.rows)
    sums = values.groupby(names.loc[values.index].to_numpy()).sum(min_count=1).sort_values("clicks", ascending=False)
    columns = ("clicks", "carts") if rate is Rate.CARTS else ("impressions", "clicks")
    if not all(sums[column].notna().any() for column in columns):
        return None
    trials, events, cost = (np.nan_to_num(sums[name].to_numpy(dtype=float)) for name in (*columns, "cost"))
    arms = [
        Arm(str(name), float(n), float(k), float(paid))
        for name, n, k, paid in zip(sums.index, trials, events, cost, strict=True)
    ][:MOST_ARMS]
    test = judge_items(arms, days=found.days)
    return ItemTrial(what, rate, found.days, table, test, max(0, len(sums) - MOST_ARMS))


def _names(rows: pd.DataFrame, kind: str) -> pd.Series | None:
    """Return what each row is of: the name, or the id where it has none; None where the report names neither."""
    columns = [name for name in (kind, f"{kind}_id") if name in rows]
    if not columns:
        return None
    names = pd.Series("", index=rows.index, dtype="str")
    for column in columns:
        names = names.where(names != "", rows[column].astype("str").fillna(""))
    return names.where(names != "")
