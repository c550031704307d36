"""Notes of a record: what is missing, thin or stands in, with the report that would tell more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Cells
from shopdesk.domain.bidding.profiles import HOURS_PER_DAY
from shopdesk.domain.bidding.record.notes import Note, NoteCode
from shopdesk.domain.bidding.record.record import Record

FEW_DAYS: Final = 14
OLD_DAYS: Final = 14
ROUND_DAYS: Final = 7
"""Days of reports after a version before another round rests on anything that the last one hadn't seen."""


def remarks(found: Record, *, margin: float | None, taken: date | None = None) -> tuple[Note, ...]:
    """Return what must be said of a record, the gravest first; ``margin`` as a fraction, None where unknown.

    ``taken`` is the day when the last version went to the console.
    """
    if not found.spans:
        return (Note(NoteCode.NO_REPORTS, "ad_campaign"),)
    unnamed = () if found.is_named else (Note(NoteCode.NO_REPORTS, "ad_campaign"),)
    return (*unnamed, *_round(found, taken), *_money(found, margin), *_time(found), *_tables(found), *_reserves(found))


def _round(found: Record, taken: date | None) -> Iterator[Note]:
    if taken is None or found.last is None:
        return
    days = max(0, (found.last - taken).days)
    if days < ROUND_DAYS:
        yield Note(NoteCode.SAME_FIGURES, "ad_campaign", {"days": days})


def _money(found: Record, margin: float | None) -> Iterator[Note]:
    tables = [cells for cells in _cells(found) if cells is not None]
    if tables and not any(np.nansum(cells.orders) > 0 for cells in tables):
        yield Note(NoteCode.NO_ORDERS, "ad_keyword", {"clicks": max(float(np.nansum(c.clicks)) for c in tables)})
    if tables and not any(np.isfinite(cells.clicks).any() for cells in tables):
        yield Note(NoteCode.ONLY_COSTS, "ad_keyword")
    if tables and not _has_costs(found):
        yield Note(NoteCode.NO_COSTS, "ad_campaign")
    if margin is None:
        yield Note(NoteCode.MARGIN_UNKNOWN, "costs")
    elif margin <= 0:
        yield Note(NoteCode.MARGIN_NEGATIVE, "costs", {"share": margin})


def _has_costs(found: Record) -> bool:
    days = found.days
    if days is not None and (np.nansum(days.cost) > 0 or days.weekly.get("cost", 0.0) > 0):
        return True
    return any(cells is not None and np.nansum(cells.cost) > 0 for cells in _cells(found))


def _time(found: Record) -> Iterator[Note]:
    days = max((weeks * 7 for weeks in found.spans.values() if weeks > 0), default=0.0)
    if not days:
        yield Note(NoteCode.UNDATED)
    elif days < 1.5:
        yield Note(NoteCode.ONE_DAY, values={"days": 1})
    elif days < FEW_DAYS:
        yield Note(NoteCode.FEW_DAYS, values={"days": round(days)})
    if found.newest is not None and found.last is not None and (found.newest - found.last).days >= OLD_DAYS:
        yield Note(NoteCode.OLD, values={"days": (found.newest - found.last).days})


def _tables(found: Record) -> Iterator[Note]:
    history = found.history
    for cells, code, table in (
        (history.words, NoteCode.NO_WORDS, "ad_keyword"),
        (history.hours, NoteCode.NO_HOURS, "ad_hour"),
        (history.regions, NoteCode.NO_REGIONS, "ad_region"),
        (history.audiences, NoteCode.NO_AUDIENCES, "ad_audience"),
    ):
        if cells is None and table not in found.reports:
            yield Note(code, table)
    if history.regions is not None and len(history.regions) == 1:
        yield Note(NoteCode.ONE_REGION, "ad_region")
    if history.hours is not None:
        yield from _hours(history.hours)


def _hours(hours: Cells) -> Iterator[Note]:
    if len(hours) == HOURS_PER_DAY:
        yield Note(NoteCode.NO_WEEKDAYS, "ad_hour")
    seen = np.zeros(HOURS_PER_DAY)
    for numbers in (hours.impressions, hours.clicks, hours.cost):
        seen += np.nan_to_num(numbers).reshape(-1, HOURS_PER_DAY).sum(axis=0)
    if missing := int((seen == 0).sum()):
        yield Note(NoteCode.MISSING_HOURS, "ad_hour", {"hours": missing})


def _reserves(found: Record) -> Iterator[Note]:
    if found.from_cpc:
        yield Note(NoteCode.BIDS_FROM_CPC, "ad_entity", {"words": len(found.from_cpc)})
    for table in sorted(found.stand_in):
        yield Note(NoteCode.WHOLE_ACCOUNT, table)
    if found.left_out:
        yield Note(NoteCode.IMMATURE, values={"days": found.left_out})


def _cells(found: Record) -> tuple[Cells | None, ...]:
    history = found.history
    return (
        history.words.cells if history.words is not None else None,
        history.hours,
        history.regions,
        history.audiences,
    )
