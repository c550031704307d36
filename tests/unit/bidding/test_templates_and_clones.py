"""Kept weeks as documents, and plans cloned for groups of regions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.app.bidding.cloning import CloneName, clone_plans
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.templates import (
    HOUR_TEMPLATES,
    PEAKS,
    HourTemplate,
    drop_template,
    fitted,
    is_own,
    is_shipped,
    keep_template,
    templates,
)
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import flat_week
from tests.ui.fake_shop import FakeShop

CHEAP = RegionGroup(("上海", "西藏"), 95, 900.0)
DEAR = RegionGroup(("浙江",), 110, 600.0)


def by_id(shop: FakeShop) -> dict[str, HourTemplate]:
    return {template.template_id: template for template in templates(shop)}  # type: ignore[arg-type]


def test_that_a_changed_shipped_template_stays_in_its_place_and_comes_back_when_dropped() -> None:
    shop = FakeShop({})
    shipped = by_id(shop)[PEAKS]
    keep_template(replace(shipped, name="双十一")).apply(shop)  # type: ignore[arg-type]
    changed = by_id(shop)[PEAKS]
    assert is_shipped(changed)
    assert is_own(changed)
    drop_template(changed).apply(shop)  # type: ignore[arg-type]
    assert by_id(shop)[PEAKS] == shipped
    assert not is_own(shipped)


def test_that_own_templates_follow_the_shipped_ones() -> None:
    shop = FakeShop({})
    keep_template(HourTemplate("x", "我的", flat_week(2))).apply(shop)  # type: ignore[arg-type]
    names = [template.name for template in templates(shop)]  # type: ignore[arg-type]
    assert names[-1] == "我的"
    assert len(shop.rows(HOUR_TEMPLATES)) == 1


def test_that_a_template_goes_in_as_the_platform_takes_it() -> None:
    week = (10,) * 24 + (300,) * 24 + (100,) * 120
    found, moved = fitted(HourTemplate("x", "x", week), profile_of("taobao").hours, slots_per_hour=2)
    assert len(found) == 336
    assert (found[0], found[48], found[96]) == (30, 250, 100)
    assert moved == 96


def test_that_monday_stands_for_all_days_where_they_must_be_the_same() -> None:
    week = (110,) * 24 + (90,) * 144
    found, moved = fitted(HourTemplate("x", "x", week), profile_of("pdd").hours, slots_per_hour=1)
    assert set(found) == {110}
    assert moved == 0


@pytest.fixture
def plan() -> BidPlan:
    return BidPlan("p", "taobao", "坚果", campaign_id="7", daily_budget=20_000, hours=flat_week(1), regions={"西藏": 0})


def test_that_a_clone_has_its_regions_alone_and_the_original_the_rest(plan: BidPlan) -> None:
    change = clone_plans(
        plan,
        {DEAR: CloneName("q", "坚果 · A")},
        (CHEAP, DEAR),
        profile_of("taobao"),
        bids={"w": 200},
        every_region=("浙江", "上海", "西藏"),
    )
    original, clone = (edit.row for edit in change.edits)
    assert original.regions == {"西藏": 0, "浙江": 0}
    assert clone.regions == {"上海": 0, "西藏": 0}
    assert (original.bids["w"], clone.bids["w"]) == (190, 220)
    assert original.daily_budget + clone.daily_budget == 20_000
    assert clone.campaign_id == ""
    assert original.campaign_id == "7"


def test_that_every_region_that_runs_is_bought_by_exactly_one_plan(plan: BidPlan) -> None:
    every = ("浙江", "上海", "西藏", "北京")
    change = clone_plans(
        plan, {DEAR: CloneName("q", "A")}, (CHEAP, DEAR), profile_of("taobao"), bids={}, every_region=every
    )
    plans = [edit.row for edit in change.edits]
    running = {name: sum(one.regions.get(name, 100) > 0 for one in plans) for name in every}
    assert running == {"浙江": 1, "上海": 1, "西藏": 0, "北京": 1}
