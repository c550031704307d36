"""Watches in little room, for keeping: columns as packed bytes; what follows from the facts is made anew."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np

from shopdesk.domain.kpi.alerts.lifts import lifts
from shopdesk.domain.kpi.alerts.watch import Watch, Watches
from shopdesk.domain.kpi.calendar import CampaignCalendar, names_by_day
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import daily_values
from shopdesk.domain.periods import Period

COLUMNS: Final[Mapping[str, str]] = {
    "expected": "<f4",
    "level_sd": "<f4",
    "day_sd": "<f4",
    "freedom": "<f4",
    "events": "<f4",
    "ordinary_days": "<i1",
    "flags": "<i1",
    "weight": "<f4",
    "reach": "<f4",
    "reach_days": "<i1",
    "reach_events": "<f4",
    "rebased": "<i1",
    "week_gap": "<f4",
    "week_sd": "<f4",
    "week_events": "<f4",
}
"""What is kept, in this order, with the type it is kept in."""


def written(watches: Watches) -> dict[str, Any]:
    """Return watches as JSON can hold them."""
    return {name: [watch.start.isoformat(), watch.length, _packed(watch)] for name, watch in watches.by_metric.items()}


def _packed(watch: Watch) -> str:
    raw = b"".join(getattr(watch, name).astype(kind).tobytes() for name, kind in COLUMNS.items())
    return base64.b85encode(zlib.compress(raw, 1)).decode()


def read(
    kept: Mapping[str, Any], facts: DailyFacts, metrics: Mapping[str, BoardMetric], *, calendar: CampaignCalendar
) -> Watches:
    """Return kept watches over these facts; raises ``ValueError`` where they don't fit."""
    period = Period(facts.start, facts.end)
    names = names_by_day(calendar, period)
    found = {}
    for name, (start, length, packed) in kept.items():
        if date.fromisoformat(start) != facts.start or length != facts.length or name not in metrics:
            raise ValueError("kept watches of other days")
        values = daily_values(facts, metrics[name], period)
        columns = _unpacked(packed, length)
        with np.errstate(divide="ignore", invalid="ignore"):
            lift, lift_sd, runs = lifts(np.log(values / columns["expected"]), names)
        found[name] = Watch(
            name=name,
            start=facts.start,
            values=values,
            promoted=calendar.mask(period),
            lift=lift,
            lift_sd=lift_sd,
            lift_runs=runs,
            **columns,
        )
    return Watches(found)


def _unpacked(packed: str, length: int) -> dict[str, Any]:
    raw = zlib.decompress(base64.b85decode(packed))
    columns, place = {}, 0
    for name, kind in COLUMNS.items():
        size = np.dtype(kind).itemsize * length
        column = np.frombuffer(raw[place : place + size], dtype=kind)
        if column.size != length:
            raise ValueError("kept watches are cut off")
        wide = np.float64 if kind == "<f4" else bool if name == "rebased" else np.int64
        columns[name] = column.astype(wide)
        place += size
    return columns
