"""What a file needs beside a plan is found in the imported reports: names, ids, what the console has now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk import bootstrap, cli
from shopdesk.app.bidding.exporting import Form, Order
from shopdesk.app.bidding.orders import plan_order
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.forms.settled import Settled, settle
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import flat_week
from shopdesk.io.exports.bidding.files import PlanFiles
from tests.io.exports.bidding.plans import DAY
from tests.io.exports.bidding.test_console_files import table, week_in

CRITERIA = """Type,Status,Id,Parent Id,Sub Type,Campaign,Client Id,Modified Time,Target,Bid Adjustment,Name,Radius,\
Unit,From Hour,From Minute,To Hour,To Minute,Latitude,Longitude
Format Version,,,,,,,,,,6.0,,,,,,,,
Campaign DayTime Criterion,Active,551,111,,Nuts,,,Monday,20,,,,0,0,4,0,,
Campaign DayTime Criterion,Deleted,552,111,,Nuts,,,Tuesday,20,,,,0,0,4,0,,
Campaign DayTime Criterion,Active,991,999,,Other,,,Monday,20,,,,0,0,4,0,,
Campaign Location Criterion,Active,77,111,Country,Nuts,,,190,20,,,,,,,,,
"""
KEYWORDS = """Type,Status,Id,Parent Id,Campaign,Ad Group,Client Id,Modified Time,Keyword,Match Type,Bid,Name
Format Version,,,,,,,,,,,6.0
Keyword,Active,901,71,Nuts,Group,,,mixed nuts,Broad,0.5,
Keyword,Active,902,81,Other,Group,,,cashews,Broad,0.5,
"""
WORD = "71\t901\tBroad"
PLAN = BidPlan("p", "microsoft_ads", "Nuts", "111", bids={WORD: 60}, hours=(120, *flat_week(1)[1:]))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    for name, text in (("criteria.csv", CRITERIA), ("keywords.csv", KEYWORDS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert cli.main(["import", str(tmp_path / name), "--workspace", str(tmp_path / "a.shopdesk")]) == cli.OK
    with closing(bootstrap.open_workspace(tmp_path / "a.shopdesk", read_only=True)) as workspace:
        yield workspace


def settled(plan: BidPlan, groups: tuple[RegionGroup, ...] = ()) -> Settled:
    rows = changes(Levers(), plan.levers, plan=plan, profile=profile_of(plan.platform), groups=groups)
    return settle(Levers(), plan.levers, rows, ())


def test_that_ids_and_present_hours_come_from_imported_bulk_files(workspace: Workspace, tmp_path: Path) -> None:
    order = plan_order(workspace, PLAN, now=Levers(), settled=settled(PLAN))
    assert (order.campaign, order.campaign_id) == ("Nuts", "111")
    assert [(one.label, one.new) for one in order.changes if one.lever is Lever.WORDS] == [("mixed nuts", 60)]
    written = PlanFiles().write(Order(form=Form.MICROSOFT_BULK, path=tmp_path / "b.csv", plans=(order,), day=DAY))
    assert written.left_out == ()
    rows = table(tmp_path / "b.csv")
    assert [row["Id"] for row in rows if row["Status"] == "Deleted"] == ["551"]
    assert week_in(rows) == PLAN.hours
    (word,) = table(tmp_path / "b_keywords.csv")[1:]
    assert (word["Id"], word["Keyword"], word["Bid"], word["Status"]) == ("901", "mixed nuts", "0.60", "")


def test_that_a_plan_divided_by_regions_lists_its_clones_and_what_the_original_gives_away(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = BidPlan("t", "taobao", "综合", daily_budget=50_000, bids={"g\ta\t": 100})
    groups = (RegionGroup(("浙江", "上海"), 118, 900.0), RegionGroup(("广东",), 100, 2000.0))
    own = replace(settled(plan, groups), groups=(groups[0],))
    order = plan_order(workspace, plan, now=Levers(daily_budget=50_000), settled=own, groups=groups)
    assert [(clone.regions, clone.percent) for clone in order.clones] == [(("浙江", "上海"), 118)]
    told = [(one.lever, one.name, one.new) for one in order.changes]
    assert told == [
        (Lever.BUDGET, "", 32_700),
        (Lever.WORDS, "g\ta\t", 100),
        (Lever.REGIONS, "浙江", 0),
        (Lever.REGIONS, "上海", 0),
        (Lever.REGIONS, "", 118),
    ]
    PlanFiles().write(Order(form=Form.CHECKLIST, path=tmp_path / "c.xlsx", plans=(order,), day=DAY))
    found = PlanFiles().read_levers(tmp_path / "c.xlsx")["综合"]
    assert (found.regions, found.daily_budget) == ({"浙江": 0, "上海": 0}, 32_700)
    assert len(found.hours) == 168


def test_that_a_new_plan_without_a_campaign_takes_nothing_of_others(workspace: Workspace) -> None:
    plan = replace(PLAN, name="新计划", campaign_id="")
    order = plan_order(workspace, plan, now=Levers(), settled=settled(plan))
    assert (order.campaign, order.campaign_id, order.words, order.criteria) == ("新计划", "", {}, ())
