"""The words that bring money, with what stands behind each: what a title should be found by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.sums import organic
from shopdesk.domain.keywords.worth import FloatArray, click_values
from shopdesk.domain.titles.pieces import Cutter, Piece, Slot

COUNTS: Final = ("clicks", "orders", "visitors", "buyers")
MOST_LOOKED_AT: Final = 100_000
"""Words held against titles, the weightiest first: a million of them would hold the window for seconds an item."""
STEP: Final = 1000
"""Words between two looks whether the answer is still wanted."""


@dataclass(frozen=True, slots=True)
class TitleWord:
    """One word: its pieces, and what it brings in the period.

    ``weight`` is money in yuan, or visits where nobody bought anything yet (``Demand.in_money``). Ads: value per
    click x clicks; free search: value per visitor x visitors; both shrunk, so that luck weighs little.
    """

    word: str
    shown: str
    pieces: tuple[Piece, ...]
    weight: float
    clicks: float
    orders: float
    visitors: float
    buyers: float
    quadrant: str  # empty where the word isn't bought

    @property
    def is_foreign(self) -> bool:
        """Whether somebody else's brand is in it: no title may be found by that."""
        return self.quadrant == Quadrant.COMPETITOR.value or any(piece.foreign for piece in self.pieces)

    @property
    def heads(self) -> tuple[str, ...]:
        """The product names in it."""
        return tuple(piece.word for piece in self.pieces if piece.slot is Slot.HEAD)


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind some words together: their weight and the counts that it was made of."""

    words: int
    weight: float
    clicks: float
    orders: float
    visitors: float
    buyers: float

    @property
    def bought(self) -> float:
        """Orders through ads and buyers from free search, the events that the weight rests on."""
        return self.orders + self.buyers


NOTHING: Final = Backing(0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Demand:
    """The words of the period, the weightiest first; ``in_money`` False where weights are visits.

    ``rest`` are the words beyond ``MOST_LOOKED_AT``, which are counted but held against no title.
    """

    words: tuple[TitleWord, ...]
    in_money: bool
    with_organic: bool
    rest: Backing = NOTHING


def backing(words: list[TitleWord] | tuple[TitleWord, ...]) -> Backing:
    """Return the sums of some words."""
    sums = {name: sum(getattr(word, name) for word in words) for name in ("weight", *COUNTS)}
    return Backing(len(words), **sums)


def demand(
    library: Library,
    frames: Mapping[str, pd.DataFrame],
    cutter: Cutter,
    *,
    most: int = MOST_LOOKED_AT,
    check: Callable[[], None] = lambda: None,
) -> Demand:
    """Return the words of a library's period: bought ones, and those that free search brought by itself.

    ``check`` may raise between the words.
    """
    table = _joined(library, organic(frames, library.period))
    ads, free = _ad_value(library, table), _free_value(table, frames)
    money = np.nan_to_num(ads * table["clicks"]) + np.nan_to_num(free * table["visitors"])
    in_money = bool(money.sum() > 0)
    table["weight"] = money if in_money else (table["clicks"] + table["visitors"]).to_numpy(dtype=float)
    check()
    # The table is in the order of its words, so that equal weights are too.
    ordered = table.sort_values("weight", ascending=False, kind="stable")
    looked_at, rest = ordered.iloc[:most], ordered.iloc[most:]
    counts, weights = looked_at[list(COUNTS)].to_numpy(dtype=float), looked_at["weight"].to_numpy(dtype=float)
    words = []
    for place, (word, shown) in enumerate(zip(looked_at.index, looked_at["shown"], strict=True)):
        if place % STEP == 0:
            check()
        weight = float(weights[place])
        made = _word(str(word), shown=str(shown), weight=weight, counts=counts[place], cutter=cutter, library=library)
        if made.pieces:
            words.append(made)
    left = Backing(len(rest), *(float(rest[name].sum()) for name in ("weight", *COUNTS)))
    return Demand(tuple(words), in_money, bool(table["visitors"].sum() > 0), left)


def _word(word: str, *, shown: str, weight: float, counts: FloatArray, cutter: Cutter, library: Library) -> TitleWord:
    clicks, orders, visitors, buyers = map(float, counts)
    quadrant = library.labels[word].quadrant.value if word in library.labels else ""
    pieces = tuple(piece for piece in cutter.cut(word) if piece.says_something)
    return TitleWord(word, shown, pieces, weight, clicks, orders, visitors, buyers, quadrant)


def _joined(library: Library, free: pd.DataFrame) -> pd.DataFrame:
    own = library.words[["shown", "clicks", "orders"]]
    every = own.index.union(free.index)
    table = own.reindex(every).join(free, how="left")
    table["shown"] = table["shown"].fillna(pd.Series(every, index=every)).astype("str")
    for name in COUNTS:
        table[name] = table[name].astype(float).fillna(0.0)
    return table


def _ad_value(library: Library, table: pd.DataFrame) -> FloatArray:
    return np.asarray(library.words["value"].reindex(table.index).to_numpy(dtype=float, na_value=np.nan))


def _free_value(table: pd.DataFrame, frames: Mapping[str, pd.DataFrame]) -> FloatArray:
    """Value of a visitor from free search: buyers a visitor, shrunk over all words, times the money of a buyer."""
    visitors, buyers = (table[name].to_numpy(dtype=float) for name in ("visitors", "buyers"))
    worth = click_values(
        clicks=visitors,
        orders=np.minimum(buyers, visitors),
        revenue_yuan=buyers * _per_buyer(frames),
        group=np.zeros(len(table), dtype=np.int64),
    )
    return np.asarray(worth.mean)


def _per_buyer(frames: Mapping[str, pd.DataFrame]) -> float:
    """Yuan a buyer of free search, from the report's own sums; 0 where it gives no money."""
    frame = frames.get("search_term")
    if frame is None or not {"pay_amount", "pay_buyers"} <= set(frame.columns):
        return 0.0
    both = frame[["pay_amount", "pay_buyers"]].astype(float).dropna()
    buyers = float(both["pay_buyers"].sum())
    return float(both["pay_amount"].sum()) / 100 / buyers if buyers > 0 else 0.0
