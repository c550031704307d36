"""The shop's plans, the chosen one, and every edit of a plan as one undoable step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from shopdesk.app.bidding.documents import BID_PLANS, add_plans, remove_plan, set_fields
from shopdesk.app.kpi.day_events import DayEvent, DayEventKind, record_event
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.week import flat_week
from shopdesk.ui import formats
from shopdesk.ui.context import UiContext

if TYPE_CHECKING:  # pandas stands behind it
    from shopdesk.app.changes import Change

CAMPAIGN_TABLES = ("ad_campaign", "ad_hour", "ad_region", "ad_keyword", "ad_audience")


class PlanEdits(QObject):
    """Works on the chosen plan; ``revealed`` tells which plan an undo or redo touched."""

    revealed = Signal(str)

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
        """Set fields of the chosen plan, under a name that says what."""
        plan = self.plan()
        if plan is not None:
            self.push(set_fields(plan, **fields), f"{name} · {plan.name}", plan.plan_id)

    def change(self, change: Change, name: str) -> None:
        """Do a change that has to do with the chosen plan: templates, plans cloned from it."""
        plan = self.plan()
        if plan is not None:
            self.push(change, f"{name} · {plan.name}", plan.plan_id)

    def note_taken(self) -> None:
        """Remember for the board's chart that the chosen plan went to the console on this day."""
        plan = self.plan()
        workspace, services = self._context.workspace, self._context.services
        if plan is not None and workspace is not None and services is not None:
            record_event(workspace, DayEvent(services.today(), DayEventKind.PLAN_TAKEN, plan.name))

    def push(self, change: Change, name: str, plan_id: str) -> None:
        """Do a change of a plan; undo and redo bring that plan into view."""
        self._context.push(change, name, reveal=lambda: self._reveal(plan_id))

    def _reveal(self, plan_id: str) -> None:
        self._context.page_requested.emit("bidding", plan_id)
        if plan_id in self.plans():
            self.current = plan_id
        self.revealed.emit(plan_id)
