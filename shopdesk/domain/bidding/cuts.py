"""One cut of what happened: rows that describe the same spend in another grain are never added to one another."""

from __future__ import annotations

import pandas as pd

_OWNER = ("platform", "shop")


def one_grain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of spans that don't overlap: single days first, then shorter and newer totals, undated last.

    ``frame`` has ``date`` and may have ``date_end``, ``platform`` and ``shop``; a report of a month beside the days of
    the month is the same spend once more.
    """
    if frame.empty or "date" not in frame or "date_end" not in frame:
        return frame
    start = pd.to_datetime(frame["date"])
    end = pd.to_datetime(frame["date_end"]).fillna(start)
    if start.notna().all() and (start == end).all():
        return frame
    owner = _owners(frame)
    spans = pd.DataFrame({"owner": owner, "start": start, "end": end})
    kept = [_apart(own) for _, own in spans.drop_duplicates().groupby("owner", sort=False)]
    chosen = pd.concat(kept).assign(_kept=True)
    marked = spans.merge(chosen, on=["owner", "start", "end"], how="left")["_kept"]
    return frame[marked.notna().to_numpy()]


def provinces_once(frame: pd.DataFrame) -> pd.DataFrame:
    """Return region rows without the cities of provinces that stand there as a whole on the same days."""
    if frame.empty or "city" not in frame or "region" not in frame:
        return frame
    of_city = frame["city"].notna() & (frame["city"] != "")
    whole = frame.loc[~of_city]
    if whole.empty or not of_city.any():
        return frame
    columns = [name for name in (*_OWNER, "date", "date_end", "region") if name in frame]
    known = set(whole[columns].astype("str").itertuples(index=False, name=None))
    listed = pd.Series(
        [key in known for key in frame[columns].astype("str").itertuples(index=False, name=None)], index=frame.index
    )
    return frame[~(of_city & listed)]


def _owners(frame: pd.DataFrame) -> pd.Series:
    owner = pd.Series("", index=frame.index, dtype="str")
    for name in _OWNER:
        if name in frame:
            owner = owner + "\n" + frame[name].astype("str").fillna("")
    return owner


def _apart(spans: pd.DataFrame) -> pd.DataFrame:
    dated = spans[spans["start"].notna()]
    if dated.empty:
        return spans
    days = (dated["end"] - dated["start"]).dt.days
    ordered = dated.assign(_days=days, _age=-dated["end"].astype("int64")).sort_values(["_days", "_age"])
    taken: set[int] = set()
    keep = []
    for first, length in zip(ordered["start"], ordered["_days"], strict=True):
        own = set(range(first.toordinal(), first.toordinal() + int(length) + 1))
        keep.append(taken.isdisjoint(own))
        if keep[-1]:
            taken |= own
    return ordered.loc[keep, ["owner", "start", "end"]]
