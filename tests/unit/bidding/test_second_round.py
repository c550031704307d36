"""A second round of proposals: new reports move a plan on, the same figures don't."""

from __future__ import annotations

from datetime import date, timedelta

from shopdesk.app.bidding.outlook import Outlook, full_levers, live_levers, look_ahead
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.study import plan_question, study_plan
from shopdesk.app.jobs import SILENT
from shopdesk.domain.bidding.forecast.model import Answer
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.versions import PlanVersion
from tests.unit.bidding.shops import PLAN, shop, workspace

PROFILE = profile_of("taobao")


def outlook(taken: tuple[Levers, date] | None = None) -> Outlook:
    made = workspace(shop())
    versions = []
    if taken is not None:
        levers, day = taken
        versions.append(
            PlanVersion("a", PLAN.plan_id, 1, "一", day, day, dict(levers.bids), levers.hours, 1, dict(levers.regions))
        )
    study = study_plan(plan_question(made, PLAN, period=None, versions=versions), made, SILENT)
    return look_ahead(study, PLAN, live_levers(study, PLAN, versions), PROFILE, margin=0.2)


def last_day(one: Outlook) -> date:
    assert one.study.record.last is not None
    return one.study.record.last


def test_that_a_second_round_on_the_same_reports_proposes_nothing_further() -> None:
    first = outlook()
    assert first.proposal is not None
    assert first.proposal.levers != first.live
    second = outlook((full_levers(first.proposal.levers, first.live), last_day(first)))
    assert second.proposal is not None
    assert second.proposal.levers.bids == second.live.bids
    assert second.proposal.levers.hours == second.live.hours
    assert second.forecast is not None
    assert second.forecast.answer is Answer.KEEP


def test_that_a_round_with_new_reports_moves_on_from_what_runs() -> None:
    first = outlook()
    assert first.proposal is not None
    third = outlook((full_levers(first.proposal.levers, first.live), last_day(first) - timedelta(days=20)))
    assert third.proposal is not None
    moved = [key for key, fen in first.live.bids.items() if third.live.bids[key] != fen]
    assert moved
    steps = [abs(third.proposal.levers.bids[key] / third.live.bids[key] - 1) for key in moved]
    assert max(steps) <= 0.21
