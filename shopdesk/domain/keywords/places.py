"""Where words are bought, and the bid that a step up or down starts from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.keywords.library import Library

PLACE: Final = ("platform", "campaign", "adgroup", "match_type")


@dataclass(frozen=True, slots=True)
class Place:
    """One plan and unit in which a word is bought; money in yuan, ``bid`` None where no report tells it."""

    name: str
    clicks: float
    orders: float
    cost: float
    bid: float | None = None


def places_of(library: Library, word: str) -> list[Place]:
    """Return where a word is bought, most clicks first."""
    rows = library.rows.loc[library.rows["word"] == word]
    if rows.empty:
        return []
    found = []
    sums = _by_place(rows)
    for (_, platform, campaign, adgroup, match), own in zip(sums.index, sums.to_numpy(dtype=float), strict=True):
        name = " · ".join(part for part in (campaign or platform, adgroup, match) if part)
        clicks, orders, cost, bid = (float(value) for value in own)
        found.append(Place(name, clicks, orders, cost / 100, None if np.isnan(bid) else bid / 100))
    return sorted(found, key=lambda place: -place.clicks)


def bids(library: Library, words: Iterable[str]) -> dict[str, float]:
    """Return today's bid of each word in fen, that of its busiest place; words lack whose bid no report tells."""
    rows = library.rows.loc[library.rows["bid"] > 0]
    rows = rows.loc[rows["word"].isin(list(words))] if len(rows) else rows
    if rows.empty:
        return {}
    known = _by_place(rows).sort_values("clicks", kind="stable")
    pairs = zip(known.index, known["bid"].to_numpy(dtype=float), strict=True)
    return {str(key[0]): float(bid) for key, bid in pairs}  # the busiest place comes last


def _by_place(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the sums of each word and place, with the newest bid known (NaN: none)."""
    grouped = rows.sort_values("date", kind="stable").groupby(["word", *PLACE], dropna=False)
    sums = grouped[["clicks", "orders", "cost"]].sum()
    sums["bid"] = grouped["bid"].last()
    return sums
