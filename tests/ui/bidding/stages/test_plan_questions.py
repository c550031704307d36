"""From a real workspace to the answers about one plan: stage, pacing, review, budgets, also where nothing is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shopdesk.app.bidding.documents import BID_PLANS, add_plans
from shopdesk.app.bidding.pacing import pacing_question, plan_pacing
from shopdesk.app.bidding.review import review_plan, review_question
from shopdesk.app.bidding.stages import budget_question, plan_budgets, plan_stage, stage_question
from shopdesk.app.bidding.study import PlanStudy, plan_question, study_plan
from shopdesk.app.bidding.versions import keep_version, stored, taken
from shopdesk.app.jobs import SILENT
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.drafts import draft_plans
from shopdesk.domain.bidding.pacing import PacingOutcome
from shopdesk.domain.bidding.plan import BidPlan, Objective
from shopdesk.domain.bidding.review.review import Verdict
from shopdesk.domain.bidding.stages.acquiring import Missing
from shopdesk.domain.bidding.stages.budget import BudgetOutcome, Held
from tests.ui.bidding.plan_stage import LAST, TODAY, stage_of


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path: Path = tmp_path_factory.mktemp("shop") / "店.shopdesk"
    stage = stage_of(path)
    plan = draft_plans(stage.workspace.frame("ad_keyword"), set(), slots={})[0]
    stage.workspace.apply(add_plans([plan]))
    yield stage.workspace
    stage.workspace.close()


def study_of(workspace: Workspace, plan: BidPlan) -> PlanStudy:
    return study_plan(plan_question(workspace, plan, period=None), workspace, SILENT)


@pytest.fixture(scope="module")
def study(workspace: Workspace) -> PlanStudy:
    return study_of(workspace, next(iter(workspace.rows(BID_PLANS).values())))


def test_that_each_aim_gets_its_own_answer_or_what_is_missing(workspace: Workspace, study: PlanStudy) -> None:
    def ask(aim: Objective):  # type: ignore[no-untyped-def]
        plan = replace(study.plan, objective=aim)
        return plan_stage(stage_question(workspace, study, plan), workspace, SILENT)

    won = ask(Objective.ACQUIRE).acquiring
    assert won is not None
    assert won.missing == (Missing.ORDERS, Missing.NEW_SHARE)
    assert won.first is not None
    assert won.first > 0
    assert ask(Objective.TEST).tests == ()
    assert ask(Objective.HARVEST).harvest is None
    assert ask(Objective.NONE).acquiring is None


def test_that_pacing_is_read_from_the_plan_s_own_hours(workspace: Workspace, study: PlanStudy) -> None:
    found = plan_pacing(pacing_question(workspace, study, study.plan), workspace, SILENT).pacing
    assert (found.outcome, found.days) == (PacingOutcome.LASTS, 28)
    other = replace(study.plan, name="没有", campaign_id="99")
    unknown = plan_pacing(pacing_question(workspace, study, other), workspace, SILENT).pacing
    assert unknown.outcome is PacingOutcome.NO_REPORT


def test_that_budgets_say_what_they_lack(workspace: Workspace, study: PlanStudy) -> None:
    none = plan_budgets(budget_question(workspace, margin=0.4, plan=study.plan), workspace, SILENT)
    assert none.outcome is BudgetOutcome.NO_BUDGETS
    assert [row.held for row in none.rows] == [Held.NO_BUDGET]


def test_that_a_version_is_reviewed_on_its_own_days(workspace: Workspace, study: PlanStudy) -> None:
    assert review_plan(review_question(workspace, study), workspace, SILENT).reviews == ()
    version = keep_version(study.plan, (), name="", made_on=TODAY, version_id="1")
    workspace.apply(stored(taken(version, LAST - timedelta(days=20), None)))
    answer = review_plan(review_question(workspace, study), workspace, SILENT)
    (one,) = answer.reviews
    assert one.review.verdict in (Verdict.CANNOT_TELL, Verdict.BETTER, Verdict.WORSE, Verdict.TOO_EARLY)
    assert all(day <= LAST - timedelta(days=3) for day in one.review.pairs.after)
    assert answer.margin == pytest.approx(0.4)
    assert answer.table == "ad_keyword"
