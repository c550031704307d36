"""What the program itself knows to have happened on a day: offers that began or ended, plans taken to the console."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shopdesk.app.ports import WorkspaceError
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period

SETTING: Final = "day_events"
OFFERS_MODULE: Final = "shopdesk.app.promotions.documents"
"""Costly to import: whoever draws before it is loaded goes without events at first."""
MOST_EVENTS: Final = 400
"""The oldest give way: a plan may be taken to the console every day."""

_log = logging.getLogger(__name__)


class DayEventKind(StrEnum):
    """What happened."""

    OFFER_BEGINS = "offer_begins"
    OFFER_ENDS = "offer_ends"
    PLAN_TAKEN = "plan_taken"


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something on a day; ``name`` is that of the offer or plan."""

    day: date
    kind: DayEventKind
    name: str


def record_event(workspace: Workspace, event: DayEvent) -> None:
    """Remember an event once a day: a log and no edit, so that an undo leaves it. A shop that refuses goes without."""
    known = _recorded(workspace)
    if event in known:
        return
    texts = [[one.day.isoformat(), one.kind.value, one.name] for one in [*known, event][-MOST_EVENTS:]]
    try:
        workspace.store.set_setting(SETTING, json.dumps(texts, ensure_ascii=False))
    except WorkspaceError as error:
        _log.warning("the event is not kept: %s", error.code)


def events_of(workspace: Workspace, period: Period) -> list[DayEvent]:
    """Return the events of a period by day; imports the offers' module."""
    from shopdesk.app.promotions.documents import OFFERS

    found = list(_recorded(workspace))
    for offer in workspace.rows(OFFERS).values():
        if offer.start is not None:
            found.append(DayEvent(offer.start, DayEventKind.OFFER_BEGINS, offer.name))
        if offer.end is not None:
            found.append(DayEvent(offer.end, DayEventKind.OFFER_ENDS, offer.name))
    within = [event for event in found if period.start <= event.day <= period.end]
    return sorted(within, key=lambda event: (event.day, event.kind, event.name))


def _recorded(workspace: Workspace) -> list[DayEvent]:
    text = workspace.store.setting(SETTING)
    if not text:
        return []
    try:
        return [
            DayEvent(date.fromisoformat(day), DayEventKind(kind), str(name)) for day, kind, name in json.loads(text)
        ]
    except (ValueError, TypeError) as error:
        _log.warning("the events can't be read: %r", error)
        return []
