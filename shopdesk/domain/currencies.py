"""Amounts of different currencies are never added: platforms abroad stand apart from those that count in yuan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd

ABROAD: Final[dict[str, str]] = {"amazon": "Amazon Ads", "google_ads": "Google Ads", "microsoft_ads": "Microsoft Ads"}
"""Platforms that bill in the currency of the account, which their reports mostly don't name."""


def set_apart(platforms: Iterable[str]) -> tuple[str, ...]:
    """Return those platforms whose money can't be added to that of the others, sorted; none where all are abroad."""
    known = set(platforms) - {""}
    return tuple(sorted(known & ABROAD.keys())) if known - ABROAD.keys() else ()


def billed_abroad(platforms: Iterable[str]) -> tuple[str, ...]:
    """Return the platforms, sorted, where all of them bill in the currency of their account; none where one doesn't."""
    known = set(platforms) - {""}
    return () if known - ABROAD.keys() else tuple(sorted(known))


def rows_of_one_currency(rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return rows without the platforms that stand apart from the others among them, and these platforms."""
    if "platform" not in rows.columns or rows.empty:
        return rows, ()
    apart = set_apart(rows["platform"].dropna().astype("str").unique())
    return (rows.loc[~rows["platform"].isin(apart)], apart) if apart else (rows, ())


def of_one_currency(frames: Mapping[str, pd.DataFrame]) -> Mapping[str, pd.DataFrame]:
    """Return the tables without the rows of platforms that stand apart; the same tables where none does."""
    found = {
        name: set(frame["platform"].dropna().astype("str").unique())
        for name, frame in frames.items()
        if "platform" in frame.columns and not frame.empty
    }
    apart = set_apart(set().union(*found.values()))
    if not apart:
        return frames
    return {
        name: frame.loc[~frame["platform"].isin(apart)] if found.get(name, set()) & set(apart) else frame
        for name, frame in frames.items()
    }
