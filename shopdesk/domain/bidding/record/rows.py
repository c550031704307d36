"""Which rows of a report speak of one plan: its platform, its campaign, its days, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from shopdesk.domain.bidding.cuts import one_grain
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.currencies import rows_of_one_currency
from shopdesk.domain.kpi.day_rows import family
from shopdesk.domain.periods import Period

Frames = Mapping[str, pd.DataFrame]

GENERAL: Final = "other"
"""The platform of general tables, which may be of any console."""
_CAMPAIGN: Final = ("campaign_id", "campaign")


@dataclass(frozen=True, slots=True)
class Told:
    """Rows of one report; ``whole_account``: they are of all campaigns, because it names none or not this one.

    ``of_others``: it names campaigns, but not this one, so that its spend is no measure of the plan's. ``covered``
    are the days that the report speaks of on this platform, also those without a row of the plan; none where its rows
    say no day.
    """

    rows: pd.DataFrame
    whole_account: bool
    of_others: bool
    covered: tuple[date, ...]

    @property
    def days(self) -> int:
        """How many days the report speaks of, 0 where it doesn't say."""
        return len(self.covered)

    @property
    def weeks(self) -> float:
        """How long the report speaks of, NaN where it doesn't say."""
        return self.days / 7 if self.days else float("nan")


def of_platform(frame: pd.DataFrame, platform: str) -> pd.DataFrame:
    """Return the rows of a platform's market place, else those of general reports, in one currency."""
    if frame.empty or "platform" not in frame:
        return frame
    names = frame["platform"].dropna().astype("str").unique()
    own = frame[
        frame["platform"].isin([name for name in names if family(name) == family(platform)]).to_numpy(dtype=bool)
    ]
    if own.empty and platform == GENERAL:
        own = frame
    elif own.empty:
        own = frame[frame["platform"].isin([name for name in names if family(name) == GENERAL]).to_numpy(dtype=bool)]
    return rows_of_one_currency(own)[0]


def within_days(frame: pd.DataFrame, period: Period | None) -> pd.DataFrame:
    """Return the rows whose days lie in a period, and those that say no day."""
    if period is None or "date" not in frame or frame.empty:
        return frame
    start = pd.to_datetime(frame["date"])
    end = pd.to_datetime(frame["date_end"]).fillna(start) if "date_end" in frame else start
    inside = (start >= pd.Timestamp(period.start)) & (end <= pd.Timestamp(period.end))
    return frame[(inside | start.isna()).to_numpy(dtype=bool)]


def told(frame: pd.DataFrame, plan: BidPlan, period: Period | None, *, strict: bool) -> Told | None:
    """Return what a report says of a plan, None where nothing.

    A report that names no campaign speaks of the whole account. One that names campaigns but not this one does so
    too, unless ``strict``: words and spend of other campaigns are never this plan's.
    """
    rows = one_grain(within_days(of_platform(frame, plan.platform), period))
    if rows.empty:
        return None
    days = covered_days(rows)
    columns = [name for name in _CAMPAIGN if name in rows and (rows[name].fillna("") != "").any()]
    if not columns or (not plan.campaign_id and not _matches(rows, columns, plan).any()):
        return Told(rows, whole_account=True, of_others=False, covered=days)
    own = rows[_matches(rows, columns, plan)]
    if not own.empty:
        return Told(own, whole_account=False, of_others=False, covered=days)
    return None if strict else Told(rows, whole_account=True, of_others=True, covered=days)


def covered_days(rows: pd.DataFrame) -> tuple[date, ...]:
    """Return the days that rows speak of, sorted; totals speak of their whole span."""
    if "date" not in rows or rows.empty:
        return ()
    spans = rows[["date", "date_end"] if "date_end" in rows else ["date"]].drop_duplicates()
    start = pd.to_datetime(spans["date"])
    end = pd.to_datetime(spans["date_end"]).fillna(start) if "date_end" in spans else start
    known = start.notna()
    days: set[int] = set()
    for first, last in zip(start[known], end[known], strict=True):
        days.update(range(first.toordinal(), last.toordinal() + 1))
    return tuple(map(date.fromordinal, sorted(days)))


def is_daily(rows: pd.DataFrame) -> bool:
    """Return whether every row is of a single day."""
    if "date" not in rows or rows.empty:
        return False
    start = pd.to_datetime(rows["date"])
    end = pd.to_datetime(rows["date_end"]).fillna(start) if "date_end" in rows else start
    return bool((start.notna() & (start == end)).all())


def last_day(rows: pd.DataFrame) -> date | None:
    """Return the last day that rows speak of, None where they say none."""
    column = "date_end" if "date_end" in rows else "date"
    if column not in rows or rows.empty:
        return None
    last = pd.to_datetime(rows[column]).max()
    return None if pd.isna(last) else last.date()


def _matches(rows: pd.DataFrame, columns: list[str], plan: BidPlan) -> NDArray[np.bool_]:
    names = {"campaign_id": {plan.campaign_id}, "campaign": {plan.campaign_id, plan.name}}
    found = np.zeros(len(rows), dtype=bool)
    for column in columns:
        found |= rows[column].isin(names[column] - {""}).to_numpy(dtype=bool)
    return found
