"""The bought words of a plan by their key, and what a click may cost on each today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from shopdesk.domain.bidding.estimate.history import Words
from shopdesk.domain.bidding.record.cells import cells_of, numbers, summed


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word is bought, as the report names it; empty where it doesn't."""

    word: str
    adgroup: str
    match_type: str


@dataclass(frozen=True, slots=True)
class Bought:
    """Words with the place of each key, and the keys whose bid isn't told, so that their CPC stands in."""

    words: Words
    places: Mapping[str, Place]
    from_cpc: frozenset[str]


def bought(
    rows: pd.DataFrame, mature: pd.DataFrame, entities: pd.DataFrame, *, quadrant: Callable[[str], str]
) -> Bought | None:
    """Return the words of a plan's rows; sums are of ``mature`` ones, CPC and places of all.

    ``entities`` are rows of ``ad_entity`` on the platform, which name bids where a report by day doesn't. A word
    that is only in them has been bought, but brought nothing yet.
    """
    rows = rows[_has_word(rows)]
    named = entities[_has_word(entities)] if len(entities) else entities
    if rows.empty and named.empty:
        return None
    keys = word_keys(rows)
    own = word_keys(named)
    places = {**_places(named, own), **_places(rows, keys)}
    order = list(places)
    values = numbers(mature[_has_word(mature)])
    cells = cells_of(summed(values, keys), order)
    if cells is None:
        return None
    everything = summed(numbers(rows), keys).reindex(order)
    bids = _bids(rows, keys, named, own).reindex(order).to_numpy(dtype=float)
    paid = everything["cost"].to_numpy(dtype=float)
    clicks = everything["clicks"].to_numpy(dtype=float)
    price = np.divide(paid, clicks, out=np.full(paid.size, np.nan), where=np.nan_to_num(clicks) > 0)
    stand_in = ~(bids > 0) & (price > 0)
    words = Words(
        cells,
        tuple(quadrant(places[key].word) for key in order),
        np.where(stand_in, price, np.where(bids > 0, bids, np.nan)),
    )
    return Bought(words, places, frozenset(np.array(order, dtype=object)[stand_in].tolist()))


def word_keys(rows: pd.DataFrame) -> pd.Series:
    """Return the key of each row's word: ad group, word and match type, joined by tabs; ids before names."""
    if rows.empty:
        return pd.Series([], index=rows.index, dtype="str")
    group = _text(rows, "adgroup_id").where(lambda text: text != "", _text(rows, "adgroup"))
    word = _text(rows, "keyword_id").where(lambda text: text != "", _text(rows, "keyword"))
    return group + "\t" + word + "\t" + _text(rows, "match_type")


def _has_word(rows: pd.DataFrame) -> pd.Series:
    return _text(rows, "keyword") != ""


def _text(rows: pd.DataFrame, column: str) -> pd.Series:
    if column not in rows:
        return pd.Series("", index=rows.index, dtype="str")
    return rows[column].astype("str").fillna("")


def _places(rows: pd.DataFrame, keys: pd.Series) -> dict[str, Place]:
    if rows.empty:
        return {}
    first = pd.DataFrame(
        {"key": keys, **{name: _text(rows, name) for name in ("keyword", "adgroup", "match_type")}}
    ).drop_duplicates("key")
    return {
        str(key): Place(str(word), str(group), str(match))
        for key, word, group, match in first.itertuples(index=False, name=None)
    }


def _bids(rows: pd.DataFrame, keys: pd.Series, entities: pd.DataFrame, own: pd.Series) -> pd.Series:
    """Return the newest bid of each key in fen: of the report by day, of the bulk file, by the names of both."""
    if "bid" not in rows and "bid" not in entities:
        return pd.Series(dtype=float)
    told = _newest(rows, keys)
    listed = _newest(entities, own)
    by_name = _newest(entities, _names(entities))
    names = _names(rows)
    mapped = pd.Series(names.map(by_name).to_numpy(dtype=float), index=keys.to_numpy())
    first = mapped[~mapped.index.duplicated()]
    return told.combine_first(listed).combine_first(first)


def _newest(rows: pd.DataFrame, keys: pd.Series) -> pd.Series:
    if rows.empty or "bid" not in rows:
        return pd.Series(dtype=float)
    bid = pd.to_numeric(rows["bid"], errors="coerce").astype("float64")
    frame = pd.DataFrame({"key": keys.to_numpy(), "bid": bid.to_numpy()})
    if "date" in rows:
        frame = frame.iloc[np.argsort(pd.to_datetime(rows["date"]).to_numpy(), kind="stable")]
    known = frame[frame["bid"] > 0]
    return known.drop_duplicates("key", keep="last").set_index("key")["bid"]


def _names(rows: pd.DataFrame) -> pd.Series:
    parts = [_text(rows, name) for name in ("adgroup", "keyword", "match_type")]
    return parts[0] + "\t" + parts[1] + "\t" + parts[2]
