"""The page around a studied plan: propose, take, try, keep, compare; each step one undo, nothing lost on the way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.assumptions import BIDDING_ASSUMPTIONS, bidding_assumptions
from shopdesk.app.bidding.versions import PLAN_VERSIONS, keep_version, taken
from shopdesk.app.bidding.versions import stored as record
from shopdesk.app.keywords.assumptions import shop_assumptions
from shopdesk.domain.bidding.audience_kinds import AudienceKind
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.plan import BidPlan, Objective
from shopdesk.domain.bidding.propose.settings import Strength
from shopdesk.ui.bidding.forecast.assumptions import AssumptionsDialog
from shopdesk.ui.bidding.page import BiddingPage
from shopdesk.ui.bidding.plans.list import PlanList
from tests.ui.bidding.plan_stage import LAST, TODAY, page_of, stage_of, stored
from tests.ui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return stage_of(tmp_path / "店.shopdesk")


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> BiddingPage:
    return page_of(stage, qtbot)


def test_that_a_plan_without_edits_shows_what_the_proposal_would_bring(page: BiddingPage) -> None:
    outlook = page.foresight.outlook
    assert outlook is not None
    assert outlook.is_of_proposal
    assert outlook.can_take
    assert outlook.forecast is not None
    assert page.desk.side.panel.rows.isVisible()
    assert "nan" not in page.desk.side.panel.answer.accessibleName().lower()


def test_that_the_proposal_is_taken_whole_in_one_step_and_goes_back_in_one(page: BiddingPage, stage: Stage) -> None:
    before = stored(page)
    page.verbs.take()
    page.refresh()
    taken = stored(page)
    assert taken.bids
    assert taken != before
    assert page.foresight.outlook is not None
    assert not page.foresight.outlook.is_of_proposal
    assert not page.foresight.outlook.can_take
    stage.undo.undo()
    assert stored(page) == before


def test_that_a_part_of_the_proposal_leaves_the_others_alone(page: BiddingPage) -> None:
    before = stored(page)
    page.verbs.take((Lever.WORDS,))
    assert stored(page).bids
    assert stored(page).hours == before.hours


def test_that_a_slider_is_tried_without_a_step_and_kept_with_one(page: BiddingPage, stage: Stage) -> None:
    from dataclasses import replace

    steps = stage.undo.position()
    sliders = page.desk.side.panel.sliders
    sliders.moved.emit(replace(sliders.value(), daily_budget=5_000))
    assert stage.undo.position() == steps
    assert page.foresight.outlook is not None
    assert page.foresight.outlook.plan.daily_budget == 5_000
    sliders.settled.emit("daily_budget", 5_000, "Daily budget")
    assert stored(page).daily_budget == 5_000
    sliders.settled.emit("strength", Strength.LOW, "Strength")
    assert stored(page).strength is Strength.LOW
    stage.undo.undo()
    stage.undo.undo()
    assert stored(page).daily_budget is None


def test_that_the_margin_is_kept_for_the_whole_shop_and_foreseen_with(page: BiddingPage, stage: Stage) -> None:
    page.desk.side.panel.sliders.settled.emit("margin", 0.55, "Margin")
    page.refresh()
    assert shop_assumptions(stage.workspace).margin == 0.55
    assert page.foresight.outlook is not None
    assert page.foresight.outlook.settings.margin == 0.55


def test_that_versions_are_kept_named_and_put_back(page: BiddingPage, stage: Stage) -> None:
    page.verbs.take()
    kept = stored(page)
    page.keeper.keep("周末版")
    page.refresh()
    version = next(iter(stage.workspace.rows(PLAN_VERSIONS).values()))
    assert (version.name, version.bids) == ("周末版", kept.bids)
    page.verbs.restore()
    assert not stored(page).bids
    page.keeper.restore(version.version_id)
    assert stored(page).bids == kept.bids
    assert page.plans.versions.list.count() == 2


def test_that_the_chosen_plan_is_there_again_after_a_restart(page: BiddingPage, stage: Stage, qtbot: QtBot) -> None:
    page.edits.add_empty("jd")
    page.refresh()
    second = page.edits.current
    page._choose("taobao:7")
    page._choose(second)
    again = BiddingPage(stage.context)
    qtbot.addWidget(again)
    again.refresh()
    assert again.edits.current == second


def test_that_a_plan_without_reports_says_what_to_import(page: BiddingPage) -> None:
    page.edits.add_empty("jd")
    page.refresh()
    panel = page.desk.side.panel
    assert panel.reasons.isVisible()
    assert panel.reasons.text()
    assert not panel.rows.isVisible()
    assert not panel.take.isVisible()


def test_that_settings_of_a_plan_are_named_steps(page: BiddingPage, stage: Stage) -> None:
    page.plans.form.edited.emit({"objective": Objective.HARVEST, "is_smart": True}, "Aim")
    assert stored(page).is_smart
    assert stage.undo.undo_name() == "Aim · 坚果"


def test_that_a_version_that_went_out_is_reviewed_and_its_verdict_stands_in_the_lists(
    page: BiddingPage, stage: Stage
) -> None:
    plan = stored(page)
    out = taken(keep_version(plan, (), name="", made_on=TODAY, version_id="1"), LAST - timedelta(days=17), None)
    page.edits.push(record(out), "export", plan.plan_id)
    page.refresh()
    answer = page.looking_back.answer
    assert answer is not None
    assert [one.version.version_id for one in answer.reviews] == ["1"]
    assert page.plans.versions.note.text()
    page.show_view("after")
    page.refresh()
    assert page.views["after"].review.headline.text()  # type: ignore[attr-defined]
    assert page.views["after"].pacing.isVisible()  # type: ignore[attr-defined]


def test_that_stage_and_budgets_follow_the_chosen_plan(page: BiddingPage) -> None:
    page.plans.form.edited.emit({"objective": Objective.HARVEST, "daily_budget": 9_000}, "Aim")
    page.refresh()
    page.show_view("money")
    page.refresh()
    view = page.views["money"]
    assert view.stage.headline.text()  # type: ignore[attr-defined]
    dialog = view.stage.budget_dialog()  # type: ignore[attr-defined]
    assert dialog is not None
    assert dialog.headline.text()
    dialog.reject()
    dialog.deleteLater()


def test_that_assumptions_are_stored_as_one_step_and_shipped_ones_need_no_document(
    page: BiddingPage, stage: Stage, qtbot: QtBot
) -> None:
    dialog = AssumptionsDialog(stage.context, study=page.foresight.study)
    qtbot.addWidget(dialog)
    steps = stage.undo.position()
    dialog.store()
    assert stage.undo.position() == steps, "nothing was changed"
    dialog.spend.setValue(2.4)
    dialog.shares[AudienceKind.BUYERS].setValue(30)
    dialog.targets["target_roi"].setValue(12)
    dialog.store()
    assert stage.undo.position() == steps + 1
    own = bidding_assumptions(stage.workspace)
    assert own.increment(AudienceKind.BUYERS) == 0.3
    assert own.target_roi == 0.12
    assert shop_assumptions(stage.workspace).spend == 2.4
    page.refresh()
    assert page.foresight.study is not None
    assert page.foresight.study.bidding == own
    stage.undo.undo()
    assert not stage.workspace.rows(BIDDING_ASSUMPTIONS)


def test_that_a_plan_looked_at_before_is_there_without_reading_its_reports_again(
    page: BiddingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shopdesk.app.bidding import study

    first = page.foresight.study
    page.edits.add_empty("jd")
    page.refresh()
    assert page.foresight.study is not first
    monkeypatch.setattr(study, "study_plan", lambda *_: pytest.fail("the reports were read again"))
    page.edits.current = "taobao:7"
    page.refresh()
    assert page.foresight.study is first


def test_that_campaigns_of_one_name_are_told_apart_by_their_ids(qtbot: QtBot) -> None:
    plans = [
        BidPlan("taobao:1", "taobao", "坚果", campaign_id="70011001"),
        BidPlan("taobao:2", "taobao", "坚果", campaign_id="70011002"),
        BidPlan("jd:1", "jd", "坚果", campaign_id="5"),
    ]
    shown = PlanList()
    qtbot.addWidget(shown)
    shown.set_plans(plans, {}, current="taobao:1")
    told = [shown.item(at).toolTip().splitlines()[1] for at in range(shown.count())]
    assert told[0] != told[1]
    assert "70011001" in told[0]
    assert "5" not in told[2], "its platform tells it apart"
