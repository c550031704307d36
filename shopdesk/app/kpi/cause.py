"""What an explanation needs beside the daily facts: segments of both periods, and what happened in the shop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from shopdesk.app.kpi.day_events import events_of
from shopdesk.app.kpi.notes import notes_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.attribution.coincidences import LEAD_DAYS, Coincidence, CoincidenceKind
from shopdesk.domain.kpi.attribution.explain import Question, explain
from shopdesk.domain.kpi.attribution.explanation import Explanation, Unexplained
from shopdesk.domain.kpi.attribution.splits import Segments
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.segments.sums import ITEM, SOURCE
from shopdesk.domain.periods import Period

if TYPE_CHECKING:  # pandas stands behind it
    from shopdesk.domain.kpi.segments.build import SegmentSet

TABLES: Final[Mapping[str, str]] = {SOURCE: "shop_source", ITEM: "item_daily"}
"""The reports that say most about where a change lies, by dimension."""

SHOP_PARTS: Final = frozenset({"visitors", "pay_buyers", "pay_amount", "pay_items", "cart_users"})
"""Parts that these reports tell."""


@dataclass(frozen=True, slots=True)
class MissingReport:
    """A report that would divide the change further; the periods of which it has no day."""

    dimension: str
    table: str
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An explanation, or why there is none, and the reports that would say more."""

    found: Explanation | Unexplained
    missing: tuple[MissingReport, ...] = ()


def answer(
    workspace: Workspace,
    facts: DailyFacts,
    question: Question,
    *,
    calendar: CampaignCalendar,
    segments: SegmentSet | None = None,
    events: Sequence[Coincidence] | None = None,
) -> Answer:
    """Explain a metric's change with all that the shop holds; without ``segments`` by its factors only.

    ``events`` is what ``happened`` tells, for a job: documents are read on the interface thread.
    """
    found = explain(
        facts,
        question,
        calendar=calendar,
        segments=_both(segments, question) if segments is not None else None,
        events=happened(workspace, before=question.before, after=question.after) if events is None else events,
    )
    if segments is None or not isinstance(found, Explanation) or not _is_shop(found):
        return Answer(found)
    return Answer(found, _missing(segments, question))


def happened(workspace: Workspace, *, before: Period, after: Period) -> list[Coincidence]:
    """Return offers, plans and notes of two periods and of the week before the later one."""
    lead = Period(after.start - timedelta(days=LEAD_DAYS), after.end)
    found: dict[Coincidence, None] = {}
    for period in (before, lead):
        for event in events_of(workspace, period):
            kind = CoincidenceKind(event.kind.value)
            found[Coincidence(kind, event.name, event.name, event.day, event.day)] = None
        for note in notes_of(workspace, period):
            found[Coincidence(CoincidenceKind.NOTE, note.text, note.text, note.day, note.day)] = None
    return list(found)


def _is_shop(found: Explanation) -> bool:
    """Return whether the figure is one that sources and items can divide, unlike those of ads or service."""
    return any(part in SHOP_PARTS for factor in found.factors for part in factor.link.parts)


def _both(segments: SegmentSet, question: Question) -> Mapping[str, Segments]:
    return {
        name: Segments(cube.window(question.before), cube.window(question.after))
        for name, cube in segments.cubes.items()
        if not cube.is_empty
    }


def _missing(segments: SegmentSet, question: Question) -> tuple[MissingReport, ...]:
    found = []
    for dimension, table in TABLES.items():
        cube = segments.cube(dimension)
        part = "visitors" if "visitors" in cube.parts else next(iter(cube.parts), "")
        lacking = tuple(
            period for period in (question.before, question.after) if cube.is_empty or not cube.days_known(part, period)
        )
        if lacking:
            found.append(MissingReport(dimension, table, lacking))
    return tuple(found)
