"""Where words are bought, and the price that a step up or down starts from."""

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


@dataclass(frozen=True, slots=True)
class Price:
    """What a click is offered in fen: the bid where a report tells it, else what was paid on average."""

    fen: float
    is_bid: bool


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


def prices(library: Library, words: Iterable[str]) -> dict[str, Price]:
    """Return the price of each word: the bid in its busiest place, else its cost a click; words without both lack."""
    wanted = [word for word in dict.fromkeys(words) if word in library.words.index]
    own = library.words.loc[wanted, "cpc"].to_numpy(dtype=float, na_value=np.nan)
    found = {word: Price(cpc * 100, is_bid=False) for word, cpc in zip(wanted, own, strict=True) if cpc > 0}
    rows = library.rows.loc[library.rows["bid"] > 0]
    rows = rows.loc[rows["word"].isin(wanted)] if len(rows) else rows
    if rows.empty:
        return found
    places = _by_place(rows)
    known = places.loc[places["bid"] > 0].sort_values("clicks", kind="stable")
    for key, bid in zip(known.index, known["bid"].to_numpy(dtype=float), strict=True):
        found[str(key[0])] = Price(float(bid), is_bid=True)  # the busiest place comes last
    return found


def _by_place(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the sums of each word and place, with the newest bid known (NaN: none)."""
    grouped = rows.sort_values("date", kind="stable").groupby(["word", *PLACE], dropna=False)
    sums = grouped[["clicks", "orders", "cost"]].sum()
    sums["bid"] = grouped["bid"].last()
    return sums
