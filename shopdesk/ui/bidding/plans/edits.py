"""Every edit of a plan as one undoable step: what the cards ask for, worded and pushed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from shopdesk.app.bidding.documents import (
    BID_PLANS,
    add_plans,
    remove_plan,
    set_audiences,
    set_fields,
    set_hours,
    set_regions,
)
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.kpi.day_events import DayEvent, DayEventKind, record_event
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import ScheduleError, check_week, flat_week, from_text, resampled, to_text
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.context import UiContext

if TYPE_CHECKING:  # pandas stands behind it
    from shopdesk.app.changes import Change

CAMPAIGN_TABLES = ("ad_campaign", "ad_hour", "ad_region", "ad_keyword", "ad_audience")


class PlanEdits(QObject):
    """Works on the chosen plan; ``revealed`` tells which plan an undo or redo touched, ``refused`` what can't go in."""

    revealed = Signal(str)
    refused = Signal(str)

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.current = ""

    def plans(self) -> Mapping[str, BidPlan]:
        """Return the shop's plans by id."""
        workspace = self._context.workspace
        if workspace is None:
            return {}
        return {plan.plan_id: plan for plan in workspace.rows(BID_PLANS).values()}

    def plan(self) -> BidPlan | None:
        """Return the chosen plan."""
        return self.plans().get(self.current)

    def drafts(self) -> list[BidPlan]:
        """Return an unchanged plan for each campaign of the reports that has none yet."""
        from shopdesk.domain.bidding.drafts import draft_plans

        workspace = self._context.workspace
        if workspace is None:
            return []
        known = {(plan.platform, plan.campaign_id) for plan in self.plans().values()}
        found: dict[str, BidPlan] = {}
        for table in CAMPAIGN_TABLES:
            for plan in draft_plans(workspace.frame(table), known, slots={}):
                found.setdefault(plan.plan_id, plan)
            if found:
                break
        return list(found.values())

    def add_drafts(self, drafts: list[BidPlan]) -> None:
        """Store plans made from the reports, as one step."""
        name = self.tr("Add {count} {count:plan|plans}").format(count=formats.full(len(drafts)))
        self.push(add_plans(drafts), name, drafts[0].plan_id)

    def add_empty(self, platform: str) -> None:
        """Store an unchanged plan for a platform and choose it."""
        plan = BidPlan(
            plan_id=uuid4().hex,
            platform=platform,
            name=self.tr("Plan {number}").format(number=len(self.plans()) + 1),
            hours=flat_week(1),
        )
        self.current = plan.plan_id
        self.push(add_plans([plan]), self.tr("Add {name}").format(name=plan.name), plan.plan_id)

    def remove(self, plan: BidPlan) -> None:
        """Remove a plan."""
        self.push(remove_plan(plan), self.tr("Remove {name}").format(name=plan.name), plan.plan_id)

    def set_fields(self, fields: Mapping[str, Any], name: str) -> None:
        """Set fields of the chosen plan under a name that says which."""
        plan = self.plan()
        if plan is not None:
            self.push(set_fields(plan, **fields), name, plan.plan_id)

    def set_hours(self, edits: Mapping[int, int]) -> None:
        """Set some slots of the week, percent by slot."""
        plan = self.plan()
        if plan is None:
            return
        values = set(edits.values())
        text = (
            self.tr("{count} {count:hour|hours} to {value} %")
            if len(values) == 1
            else self.tr("change {count} {count:hour|hours}")
        )
        name = text.format(count=formats.full(len(edits)), value=next(iter(values), 0))
        self.push(set_hours(plan, edits), name, plan.plan_id)

    def set_regions(self, edits: Mapping[str, int]) -> None:
        """Set some regions, percent by name."""
        plan = self.plan()
        if plan is not None:
            name = self.tr("change {count} {count:region|regions}").format(count=formats.full(len(edits)))
            self.push(set_regions(plan, edits), name, plan.plan_id)

    def set_audiences(self, edits: Mapping[str, int]) -> None:
        """Set some audiences, percent by name."""
        plan = self.plan()
        if plan is not None:
            name = self.tr("change {count} {count:audience|audiences}").format(count=formats.full(len(edits)))
            self.push(set_audiences(plan, edits), name, plan.plan_id)

    def reset_hours(self) -> None:
        """Set the whole week to unchanged."""
        self.set_week(lambda plan: (UNCHANGED_PERCENT,) * len(plan.hours), self.tr("all hours to 100 %"))

    def copy_day(self, day: int) -> None:
        """Let every day be as one of them (0: Monday)."""

        def week(plan: BidPlan) -> tuple[int, ...]:
            per_day = len(plan.hours) // DAYS
            return plan.hours[day * per_day : (day + 1) * per_day] * DAYS

        self.set_week(week, self.tr("copy a day to all days"))

    def resample(self, slots_per_hour: int) -> None:
        """Cut the week finer or coarser."""
        plan = self.plan()
        if plan is not None:
            hours = resampled(plan.hours, slots_per_hour=slots_per_hour)
            name = self.tr("half hours") if slots_per_hour > 1 else self.tr("whole hours")
            self.push(set_fields(plan, hours=hours, slots_per_hour=slots_per_hour), name, plan.plan_id)

    def copy_text(self) -> None:
        """Put the week on the clipboard as the console writes it."""
        plan = self.plan()
        if plan is not None:
            QGuiApplication.clipboard().setText(to_text(plan.hours))
            self.note_taken(plan)
            self._context.message.emit(self.tr("The week of {name} is on the clipboard.").format(name=plan.name))

    def paste_text(self) -> None:
        """Take the week from the clipboard; what is no schedule or beyond the limits is told and left."""
        plan = self.plan()
        if plan is None:
            return
        try:
            hours = from_text(QGuiApplication.clipboard().text(), slots_per_hour=plan.slots_per_hour)
        except ScheduleError as error:
            self.refused.emit(self.tr("Not a schedule: {part}").format(part=error.part[:40]))
            return
        profile = profile_of(plan.platform)
        found = check_week(hours, profile.hours)
        if found:
            self.refused.emit(words.problem_text(found[0], profile))
            return
        self.set_week(lambda _plan: hours, self.tr("paste a week"))

    def set_week(self, week: Callable[[BidPlan], tuple[int, ...]], name: str) -> None:
        """Set the whole week to what is made of the chosen plan."""
        plan = self.plan()
        if plan is not None:
            self.push(set_fields(plan, hours=week(plan)), name, plan.plan_id)

    def note_taken(self, plan: BidPlan) -> None:
        """Remember for the board's chart that the plan went to the console on this day."""
        workspace, services = self._context.workspace, self._context.services
        if workspace is not None and services is not None:
            record_event(workspace, DayEvent(services.today(), DayEventKind.PLAN_TAKEN, plan.name))

    def push(self, change: Change, name: str, plan_id: str) -> None:
        """Do a change of a plan; undo and redo bring that plan into view."""
        self._context.push(change, name, reveal=lambda: self._reveal(plan_id))

    def _reveal(self, plan_id: str) -> None:
        self._context.page_requested.emit("bidding", plan_id)
        if plan_id in self.plans():
            self.current = plan_id
        self.revealed.emit(plan_id)
