"""Where each plan of the shop stands, from its versions and edits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from shopdesk.app.bidding.documents import differs_from
from shopdesk.app.bidding.versions import last_taken, versions_of
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.ui import formats
from shopdesk.ui.bidding.looking_back import LookingBack
from shopdesk.ui.bidding.plans.status import PlanStatus, Standing
from shopdesk.ui.context import UiContext


def standings(context: UiContext, plans: Mapping[str, BidPlan], back: LookingBack) -> dict[str, PlanStatus]:
    """Return the standing of each plan by its id; ``back`` knows the reviews of those looked at."""
    return {plan_id: _standing(context, plan, back) for plan_id, plan in plans.items()}


def _standing(context: UiContext, plan: BidPlan, back: LookingBack) -> PlanStatus:
    workspace = context.workspace
    live = last_taken(versions_of(workspace, plan.plan_id)) if workspace is not None else None
    if live is None:
        return PlanStatus(Standing.DRAFT if plan.is_changed else Standing.UNCHANGED)
    reason = QCoreApplication.translate("PlanStandings", "version {number}, exported on {day}").format(
        number=live.number, day=formats.full_day(live.taken_on)
    )
    if differs_from(plan, live.levers):
        return PlanStatus(Standing.DRAFT, reason=reason)
    verdict, days = back.live_verdict(plan.plan_id), back.days_left(plan.plan_id)
    if verdict:
        return PlanStatus(Standing.REVIEWED, verdict=verdict, reason=reason)
    return PlanStatus(Standing.NEEDS_DAYS if days else Standing.RUNNING, days=days, reason=reason)
