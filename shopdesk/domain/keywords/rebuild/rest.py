"""Words of a very large account that get no row each: they stay where they are, and count in every sum."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.rebuild.model import Rest, place_of

MOST_WORDS: Final = 100_000
"""So many words of a shop are looked at one by one: nobody reads more rows, and a million of them would fill the
memory of an office computer."""


def looked_at(library: Library, decided: Collection[str], *, most: int = MOST_WORDS) -> pd.DataFrame:
    """Return the rows of the words that are looked at one by one, at most about ``most``, in the library's order.

    Words decided by hand come first, then those with an advice to act on, then those that cost most, had most clicks.
    """
    words = library.words
    if len(words) <= most:
        return words
    by_hand = words.index.isin(list(decided))
    acts = words["advice"].isin([action.value for action in Action if action is not Action.HOLD]).to_numpy(dtype=bool)
    cost, clicks = (np.nan_to_num(words[name].to_numpy(dtype=float, na_value=np.nan)) for name in ("cost", "clicks"))
    first = np.lexsort((-clicks, -cost, ~acts, ~by_hand))[: max(most, int(by_hand.sum()))]
    chosen: pd.DataFrame = words.iloc[np.sort(first)]
    return chosen


def left_over(library: Library, chosen: Iterable[str]) -> pd.Series:
    """Return the quadrants of the words of a library that are not looked at, by word."""
    words = library.words["quadrant"]
    left: pd.Series = words.loc[~words.index.isin(list(chosen))]
    return left


_PLACE: Final = ("platform", "shop", "scene", "campaign_id", "campaign", "adgroup_id", "adgroup")
_SUMS: Final = ("clicks", "cost", "orders", "gmv")


def rest_of(summed: pd.DataFrame, quadrants: pd.Series) -> tuple[Rest, ...]:
    """Return the words of ``summed`` (a row for each word and place, money in fen) by place and quadrant."""
    if summed.empty:
        return ()
    rows = summed.assign(quadrant=summed["word"].map(quadrants).astype("str"))
    grouped = rows.groupby([*_PLACE, "quadrant"], sort=True, dropna=False)
    numbers = grouped.ngroup().to_numpy()
    order = np.argsort(numbers, kind="stable")
    words: list[str] = rows["word"].iloc[order].tolist()
    starts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    sums = grouped[list(_SUMS)].sum().reset_index()
    names = (*_PLACE, "quadrant", *_SUMS)
    columns = (sums[name].tolist() for name in names)
    ends = [*starts[1:].tolist(), len(words)]
    return tuple(
        _rest(dict(zip(names, values, strict=True)), words[start:end])
        for *values, start, end in zip(*columns, starts.tolist(), ends, strict=True)
    )


def _rest(values: dict[Hashable, Any], words: Sequence[str]) -> Rest:
    return Rest(
        place=place_of(values),
        quadrant=values["quadrant"],
        words=tuple(dict.fromkeys(words)),
        clicks=float(values["clicks"]),
        cost=float(values["cost"]) / 100,
        orders=float(values["orders"]),
        revenue=float(values["gmv"]) / 100,
    )
