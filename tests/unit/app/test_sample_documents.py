"""The sample shop's offers and plans: shipped as data, dated by its figures, taken out with them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from shopdesk import assets, cli
from shopdesk.app.bidding.documents import BID_PLANS, new_version_id
from shopdesk.app.bidding.refusals import REFUSED_CHANGES, refuse_changes
from shopdesk.app.bidding.versions import PLAN_VERSIONS, keep_version, stored
from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.kept_board import find_board
from shopdesk.app.kpi.notes import NOTES, DayNote, put_notes
from shopdesk.app.kpi.own_days import calendar_of
from shopdesk.app.kpi.sample import COLLECTIONS as BOARD_COLLECTIONS
from shopdesk.app.kpi.targets import SPRINTS, TARGETS
from shopdesk.app.kpi.trials import CHANGES, answer, items_by_day
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.app.sample import offers_until, removal
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.trials.counterfactual import Outcome
from shopdesk.domain.kpi.trials.items import MOST_CONTROLS
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.io.workspace_file import open_workspace

LAST = date(2026, 6, 22)


def test_that_every_shipped_offer_can_be_priced() -> None:
    stacking = stacking_of("taobao")
    offers = offers_until(LAST)
    assert offers
    assert [problem for offer in offers for problem in problems(offer, stacking)] == []


def test_that_offers_lie_around_the_last_day_with_figures() -> None:
    dated = [offer for offer in offers_until(LAST) if offer.start and offer.end]
    assert len(dated) >= 3
    assert all(abs((offer.start - LAST).days) <= 14 for offer in dated if offer.start)


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "样例 店.shopdesk"
    report = next(assets.path("sample").glob("计划报表*.csv"))
    daily = next(assets.path("sample").glob("*店铺整体*.xls"))
    assert cli.main(["import", str(report), str(daily), "--workspace", str(path), "--sample"]) == cli.OK
    return path


def test_that_the_sample_brings_offers_and_a_plan_for_each_campaign(sample: Path) -> None:
    workspace = Workspace(open_workspace(sample, clock=lambda: datetime(2026, 6, 23)))
    try:
        assert len(workspace.rows(OFFERS)) == len(offers_until(LAST))
        assert len(workspace.rows(BID_PLANS)) == 3
        assert all(record.sample for record in workspace.imports())
    finally:
        workspace.close()


def test_that_the_sample_shows_what_can_be_written_beside_the_board(sample: Path) -> None:
    workspace = Workspace(open_workspace(sample, clock=lambda: datetime(2026, 6, 23)))
    try:
        (target,) = workspace.rows(TARGETS).values()
        assert (target.start, target.end) == (date(2026, 6, 1), date(2026, 6, 30))
        assert target.value == 84_000  # 1.35 times the thirty days before June, one of them without a report
        assert all(len(workspace.rows(one)) for one in (*BOARD_COLLECTIONS, SPRINTS))
    finally:
        workspace.close()


def test_that_removing_the_sample_leaves_no_row_of_it_and_keeps_the_users_own(sample: Path) -> None:
    workspace = Workspace(open_workspace(sample, clock=lambda: datetime(2026, 6, 23)))
    try:
        own = DayNote("mine", LAST, "自己的备注")
        workspace.apply(put_notes([own]))
        workspace.apply(removal(workspace))
        assert list(workspace.rows(NOTES).values()) == [own]
        assert not any(workspace.rows(one) for one in (*BOARD_COLLECTIONS, TARGETS, SPRINTS) if one is not NOTES)
    finally:
        workspace.close()


def test_that_versions_and_refusals_of_the_samples_plans_go_with_it(sample: Path) -> None:
    workspace = Workspace(open_workspace(sample, clock=lambda: datetime(2026, 6, 23)))
    try:
        plan = next(iter(workspace.rows(BID_PLANS).values()))
        version = keep_version(plan, (), name="", made_on=LAST, version_id=new_version_id(plan))
        workspace.apply(stored(version))
        workspace.apply(refuse_changes(workspace, plan.plan_id, ["hours|0|6|0|60"], refused=True))
        workspace.apply(removal(workspace))
        assert not workspace.rows(PLAN_VERSIONS)
        assert not workspace.rows(REFUSED_CHANGES)
    finally:
        workspace.close()


def test_that_removing_the_sample_is_one_step_that_can_be_taken_back(sample: Path) -> None:
    workspace = Workspace(open_workspace(sample, clock=lambda: datetime(2026, 6, 23)))
    try:
        offers, plans = dict(workspace.rows(OFFERS)), dict(workspace.rows(BID_PLANS))
        back = workspace.apply(removal(workspace))
        assert not workspace.rows(OFFERS)
        assert not workspace.rows(BID_PLANS)
        assert not any(record.active for record in workspace.imports())
        workspace.apply(back)
        assert dict(workspace.rows(OFFERS)) == offers
        assert dict(workspace.rows(BID_PLANS)) == plans
        assert all(record.active for record in workspace.imports())
    finally:
        workspace.close()


def test_that_the_sample_change_is_judged_by_its_items_day_by_day_and_leaves_things_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "样例 店.shopdesk"
    reports = [next(assets.path("sample").glob(name)) for name in ("*商品_日_*.xlsx", "*店铺整体*.xls")]
    assert cli.main(["import", *map(str, reports), "--workspace", str(path), "--sample"]) == cli.OK
    workspace = Workspace(open_workspace(path, clock=lambda: datetime(2026, 6, 23)))
    try:
        (change,) = workspace.rows(CHANGES).values()
        items = items_by_day(workspace, SILENT)
        assert items is not None
        assert (items.table, set(change.items) <= items.items.keys()) == ("item_daily", True)
        facts, metric = find_board(workspace, SILENT).board.facts, BOARD[change.metric]
        found = answer(change, (), metric=metric, facts=facts, items=items, calendar=calendar_of(workspace), job=SILENT)
        assert found.outcome is Outcome.NONE
        assert found.placebo.alarms == 0
        assert len(found.controls) == MOST_CONTROLS
    finally:
        workspace.close()
