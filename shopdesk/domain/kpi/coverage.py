"""Which reports are there, for which days, where the gaps are, and what to import next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.daily import day_numbers, day_of
from shopdesk.domain.periods import Period

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd

DAILY_TABLES: Final = ("shop_daily", "shop_source", "item_daily", "ad_campaign", "ad_keyword", "search_term")
WANTED: Final = ("shop_daily", "ad_campaign", "ad_keyword", "orders", "costs", "refunds")
"""What the tabs live on, the most useful first."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One fact table: rows, first and last day, days there and the missing runs in between."""

    table: str
    rows: int
    first: date | None
    last: date | None
    days: int
    gaps: tuple[Period, ...] = ()

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
    gaps = _gaps(days) if name in DAILY_TABLES else ()
    return Covered(name, len(frame), day_of(int(days[0])), day_of(int(days[-1])), int(days.size), gaps)


def _gaps(days: NDArray[np.int64]) -> tuple[Period, ...]:
    breaks = np.flatnonzero(np.diff(days) > 1)
    return tuple(Period(day_of(int(days[i]) + 1), day_of(int(days[i + 1]) - 1)) for i in breaks)
