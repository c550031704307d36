"""From a workspace to the pacing of one plan: when its budget runs out, what that costs, which bid would last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shopdesk.app.bidding.versions import PLAN_VERSIONS, last_taken, versions_of
from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.hourly import TABLES, plan_hours
from shopdesk.domain.bidding.pacing import Pacing, PacingOutcome, pacing, pacing_of_totals
from shopdesk.domain.bidding.plan import BidPlan

if TYPE_CHECKING:
    from shopdesk.app.bidding.study import PlanStudy

READ: Final = frozenset({*TABLES, PLAN_VERSIONS.name})


@dataclass(frozen=True, slots=True)
class PacingQuestion:
    """What the pacing of a plan rests on: its budget as set, what of the week is switched off, and its study."""

    plan: BidPlan
    off: tuple[int, ...]
    study: PlanStudy


@dataclass(frozen=True, slots=True)
class PacingAnswer:
    """The answer for a plan."""

    plan: BidPlan
    pacing: Pacing


def pacing_question(workspace: Workspace, study: PlanStudy, plan: BidPlan) -> PacingQuestion:
    """Return a snapshot of the documents, for ``plan_pacing``."""
    live = last_taken(versions_of(workspace, plan.plan_id))
    return PacingQuestion(plan, live.hours if live is not None else (), study)


def plan_pacing(question: PacingQuestion, workspace: Workspace, context: JobContext) -> PacingAnswer:
    """Read the hourly reports and answer; a job's work."""
    frames = {}
    for name in TABLES:
        context.check()
        frames[name] = workspace.frame(name)
    plan, study = question.plan, question.study
    hours = plan_hours(frames, plan, off=question.off)
    if hours.days is not None:
        found = pacing(
            hours.days,
            budget=plan.daily_budget,
            reference=hours.reference,
            margin=study.margin.share if study.margin is not None else None,
            elasticity=(study.elasticity.spend, study.elasticity.spend_sd),
            cpc_elasticity=study.elasticity.cpc,
        )
    elif hours.totals is not None:
        found = pacing_of_totals(hours.totals, hours.reference)
    else:
        found = Pacing(PacingOutcome.NO_REPORT)
    return PacingAnswer(plan, found)
