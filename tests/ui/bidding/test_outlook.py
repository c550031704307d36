"""What a studied plan proposes and should bring: of what is set, else of the proposal, row by row in money."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shopdesk.app.bidding.documents import differs_from
from shopdesk.app.bidding.outlook import (
    Outlook,
    foresee_levers,
    full_levers,
    live_levers,
    look_ahead,
    price_changes,
    taken_parts,
    together_of,
)
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.study import plan_question, study_plan
from shopdesk.app.bidding.versions import keep_version, taken
from shopdesk.app.jobs import SILENT
from shopdesk.domain.bidding.forecast.model import Metric
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.forms.settled import settle
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import flat_week
from shopdesk.domain.periods import Period
from tests.ui.bidding.plan_stage import LAST, TODAY, stage_of

PROFILE = profile_of("taobao")
PLAN = BidPlan("taobao:7", "taobao", "坚果", "7", hours=flat_week(1))


@pytest.fixture(scope="module")
def outlook(tmp_path_factory: pytest.TempPathFactory) -> Outlook:
    workspace = stage_of(Path(tmp_path_factory.mktemp("shop")) / "店.shopdesk").workspace
    period = Period(LAST - timedelta(days=41), LAST)
    study = study_plan(plan_question(workspace, PLAN, period=period), workspace, SILENT)
    return look_ahead(study, PLAN, live_levers(study, PLAN, ()), PROFILE)


def test_that_an_unchanged_plan_foresees_its_proposal_and_a_changed_one_itself(outlook: Outlook) -> None:
    assert outlook.is_of_proposal
    edited = replace(PLAN, hours=(90, *flat_week(1)[1:]))
    again = look_ahead(outlook.study, edited, outlook.live, PROFILE)
    assert not again.is_of_proposal
    assert again.can_take


def test_that_a_budget_alone_is_no_edit_but_binds_the_proposal(outlook: Outlook) -> None:
    tight = look_ahead(outlook.study, replace(PLAN, daily_budget=3_000), outlook.live, PROFILE)
    assert tight.is_of_proposal
    assert tight.levers.daily_budget == 3_000
    assert tight.forecast is not None
    assert outlook.forecast is not None
    spend = next(iter(tight.forecast.new))
    assert tight.forecast.new[spend].median <= outlook.forecast.new[spend].median


def test_that_the_curve_is_worked_out_once_for_all_budgets(outlook: Outlook) -> None:
    tight = look_ahead(outlook.study, PLAN, outlook.live, PROFILE, before=outlook)
    assert tight.curve is outlook.curve
    richer = look_ahead(outlook.study, PLAN, outlook.live, PROFILE, margin=0.6, before=outlook)
    assert richer.curve is not outlook.curve
    assert richer.settings.margin == 0.6


def test_that_a_taken_proposal_leaves_nothing_to_take(outlook: Outlook) -> None:
    assert outlook.proposal is not None
    fields = taken_parts(outlook.proposal, tuple(Lever))
    plan = replace(PLAN, **fields)  # type: ignore[arg-type]
    assert not look_ahead(outlook.study, plan, outlook.live, PROFILE).can_take


def test_that_what_went_out_is_what_runs(outlook: Outlook) -> None:
    version = taken(
        keep_version(replace(PLAN, daily_budget=9_000), (), name="", made_on=TODAY, version_id="1"), TODAY, None
    )
    live = live_levers(outlook.study, PLAN, [version])
    assert live.daily_budget == 9_000
    assert live_levers(outlook.study, PLAN, ()).daily_budget is None
    assert live.bids == outlook.live.bids


def test_that_each_row_has_its_own_money_and_doing_nothing_brings_nothing(outlook: Outlook) -> None:
    new = full_levers(outlook.levers, outlook.live)
    rows = changes(outlook.live, new, plan=PLAN, profile=PROFILE)
    money = price_changes(outlook, outlook.live, new, rows)
    assert set(money) <= {row.key for row in rows}
    assert money
    assert all(one.profit.low <= one.profit.median <= one.profit.high for one in money.values())
    kept = foresee_levers(outlook, outlook.live)
    assert kept.gain is not None
    assert kept.gain.median == 0


def test_that_a_plan_differs_from_what_runs_by_what_it_sets(outlook: Outlook) -> None:
    live = outlook.live
    assert not differs_from(PLAN, live)
    assert not differs_from(replace(PLAN, hours=flat_week(2), slots_per_hour=2), live)
    assert differs_from(replace(PLAN, bids={next(iter(live.bids)): 999}), live)
    assert differs_from(replace(PLAN, regions={"浙江": 0}), live)
    assert differs_from(replace(PLAN, daily_budget=5_000), live)


def test_that_bids_for_cents_stay_and_little_is_left_by_it(outlook: Outlook) -> None:
    assert outlook.proposal is not None
    every = replace(outlook.study, bidding=replace(outlook.study.bidding, least_gain=0))
    free = look_ahead(every, PLAN, outlook.live, PROFILE)
    dear = replace(outlook.study, bidding=replace(outlook.study.bidding, least_gain=10_000_000))
    none = look_ahead(dear, PLAN, outlook.live, PROFILE)
    assert free.proposal is not None
    assert none.proposal is not None
    moved = {key for key, fen in free.proposal.levers.bids.items() if fen != outlook.live.bids.get(key)}
    assert moved
    assert set(none.proposal.left) == moved, "nothing is worth a hundred thousand yuan here"
    assert all(none.proposal.levers.bids[key] == outlook.live.bids[key] for key in moved)
    assert none.proposal.words is Stay.SMALL
    assert set(outlook.proposal.left) <= moved
    least = max(outlook.study.bidding.least_gain, 0.0005 * spend_of(outlook))
    assert all(0 <= fen < least for fen in outlook.proposal.left.values())


def spend_of(outlook: Outlook) -> float:
    assert outlook.forecast is not None
    return 1.05 * outlook.forecast.unchanged[Metric.SPEND].high


def test_that_each_part_that_moves_is_foreseen_alone(outlook: Outlook) -> None:
    assert outlook.proposal is not None
    moving = {lever for lever in Lever if getattr(outlook.proposal, lever.value, None) is Stay.MOVES}
    assert set(outlook.alone) == moving - ({Lever.REGIONS} if not outlook.proposal.groups else set())


def test_that_a_part_that_bids_fall_for_is_foreseen_with_them(outlook: Outlook) -> None:
    assert outlook.proposal is not None
    bound = replace(outlook.proposal, raised=frozenset(("hours",)))
    assert together_of(bound) == {Lever.WORDS, Lever.HOURS}
    assert not together_of(replace(bound, words=Stay.SMALL)), "no bid falls for it"
    assert not outlook.together
    assert outlook.joint is None


def test_that_rows_that_rest_on_others_are_weighed_within_the_plan(outlook: Outlook) -> None:
    assert outlook.proposal is not None
    new = full_levers(outlook.proposal.levers, outlook.live)
    rows = changes(outlook.live, new, plan=PLAN, profile=PROFILE)
    row = next(one for one in rows if one.lever is Lever.WORDS)
    bound = replace(outlook, together=frozenset((Lever.WORDS,)))
    alone, within = (price_changes(one, outlook.live, new, rows)[row.key] for one in (outlook, bound))
    assert (alone.within, within.within) == (False, True)
    rest = settle(outlook.live, new, rows, [row.key]).levers
    whole, without = (foresee_levers(outlook, levers).gain for levers in (new, rest))
    assert whole is not None
    assert without is not None
    assert within.profit.median == pytest.approx(whole.median - without.median, abs=0.05 * abs(whole.median))
