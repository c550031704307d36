"""Which reports are there, for which days, where the gaps are, and what to import next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.catalogue import AD_CUTS, OWN_SHEET, PARTS
from shopdesk.domain.kpi.daily import day_numbers, day_of
from shopdesk.domain.periods import Period

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd

DAILY_TABLES: Final = ("shop_daily", "shop_source", "item_daily", "ad_campaign", "ad_keyword", "search_term")
WANTED: Final = ("shop_daily", "ad_campaign", "ad_keyword", "orders", "costs", "refunds")
"""What the tabs live on, the most useful first."""


@dataclass(frozen=True, slots=True)
class LostColumn:
    """A part that a report told and no longer tells ``since`` a day, though the report goes on: a renamed column.

    ``perhaps`` are columns that nobody knows and that begin just then.
    """

    part: str
    since: date
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """One fact table: rows, first and last day, days there, the missing runs in between and columns that got lost."""

    table: str
    rows: int
    first: date | None
    last: date | None
    days: int
    gaps: tuple[Period, ...] = ()
    lost: tuple[LostColumn, ...] = ()

    @property
    def missing_days(self) -> int:
        """Days missing between the first and the last."""
        return sum(gap.days for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All tables that hold anything, and those worth importing that hold nothing, most useful first."""

    tables: tuple[Covered, ...]
    wanted: tuple[str, ...]
    last: date | None

    def stale(self) -> tuple[Covered, ...]:
        """Return the daily tables that end before the newest day of all."""
        return tuple(
            table
            for table in self.tables
            if table.table in DAILY_TABLES and table.last and self.last and table.last < self.last
        )


def coverage(frames: Mapping[str, pd.DataFrame]) -> Coverage:
    """Return what is covered by the given tables."""
    found = [_covered(name, frame) for name, frame in frames.items() if not frame.empty]
    present = {table.table for table in found}
    missing = tuple(name for name in WANTED if name not in present and not _stands_in(name, present))
    ends = [table.last for table in found if table.last and table.table in DAILY_TABLES]
    ends = ends or [table.last for table in found if table.last and table.table in _MOMENTS]  # a shop of orders only
    return Coverage(tuple(found), missing, max(ends, default=None))


def _stands_in(name: str, present: set[str]) -> bool:
    """A plan report isn't asked for where another cut of the same spend is there."""
    return name == "ad_campaign" and bool(present & {"ad_scene", "ad_adgroup", "ad_item"})


_MOMENTS: Final = {"orders": "created_at", "refunds": "finished_at", "reviews": "reviewed_at"}


def _covered(name: str, frame: pd.DataFrame) -> Covered:
    column = _MOMENTS.get(name, "date")
    if column not in frame.columns:
        return Covered(name, len(frame), None, None, 0)
    rows = frame.loc[frame[column].notna()]
    if "date_end" in rows.columns and column == "date":
        rows = rows.loc[rows["date_end"].isna() | (rows["date"] == rows["date_end"])]
    if rows.empty:
        return Covered(name, len(frame), None, None, 0)
    days = np.unique(day_numbers(rows[column]))
    is_daily = name in DAILY_TABLES
    gaps = _gaps(_days_by_report(name, rows)) if is_daily else ()
    lost = lost_columns(name, rows) if is_daily else ()
    return Covered(name, len(frame), day_of(int(days[0])), day_of(int(days[-1])), int(days.size), gaps, lost)


def _days_by_report(table: str, rows: pd.DataFrame) -> list[NDArray[np.int64]]:
    """Return the days of each report that has a row for every day: one platform's day is none of another's."""
    if table != "shop_daily" or "platform" not in rows.columns:
        return [np.unique(day_numbers(rows["date"]))]
    return [np.unique(day_numbers(group["date"])) for _, group in rows.groupby("platform", sort=True)]


def _gaps(reports: Sequence[NDArray[np.int64]]) -> tuple[Period, ...]:
    """Return the runs of days that a report lacks between its first and its last."""
    lacking = [np.setdiff1d(np.arange(days[0], days[-1] + 1), days) for days in reports]
    missing = np.unique(np.concatenate(lacking))
    runs = np.split(missing, np.flatnonzero(np.diff(missing) > 1) + 1)
    return tuple(Period(day_of(int(run[0])), day_of(int(run[-1]))) for run in runs if run.size)


_CANONICAL: Final = re.compile("[a-z][a-z0-9_]*")

LEAST_LOST_DAYS: Final = 2
"""Days of a report without a column that it had before; a single one may be a slip of the platform."""
USUALLY_TOLD: Final = 0.8
"""Share of the days up to then on which the column was filled: what is rarely filled isn't lost."""


def lost_columns(table: str, rows: pd.DataFrame) -> tuple[LostColumn, ...]:
    """Return the parts that the reports of a platform stop telling while they go on, each with the day after."""
    found: dict[str, LostColumn] = {}
    groups = [rows] if "platform" not in rows.columns else [group for _, group in rows.groupby("platform", sort=True)]
    for group in groups:
        days = day_numbers(group["date"])
        new = _begins(group, days)
        for part, column in _columns_of(table, group):
            since = _lost_since(days, group[column].notna().to_numpy())
            if since is not None:
                found.setdefault(part, LostColumn(part, day_of(since), tuple(new.get(since, ()))))
    return tuple(found.values())


def _columns_of(table: str, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the parts that a table tells, each with its column."""
    own = (OWN_SHEET,) if table == "shop_daily" else ()
    origins_of = ("ads" if table in AD_CUTS else table, *own)
    return [
        (part.name, column)
        for part in PARTS.values()
        for origin in origins_of
        if origin in part.origins
        for column in part.origins[origin].columns
        if column in rows.columns
    ]


def _lost_since(days: NDArray[np.int64], known: NDArray[np.bool_]) -> int | None:
    """Return the first day of the report after the last one that fills a column, None where it isn't lost."""
    if not known.any():
        return None
    end = int(days[known].max())
    later = np.unique(days[days > end])
    if later.size < LEAST_LOST_DAYS:
        return None
    told, before = np.unique(days[known]).size, np.unique(days[days <= end]).size
    return int(later[0]) if told >= USUALLY_TOLD * before else None


def _begins(rows: pd.DataFrame, days: NDArray[np.int64]) -> dict[int, list[str]]:
    """Return the columns under a header that nobody knows by the first day that fills them: they keep their header."""
    found: dict[int, list[str]] = {}
    for column in rows.columns:
        if _CANONICAL.fullmatch(str(column)):
            continue
        known = rows[column].notna().to_numpy()
        if known.any():
            found.setdefault(int(days[known].min()), []).append(str(column))
    return found
