"""Plans divided by regions: foreseen together, and never counted twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.app.bidding.outlook import Outlook, foresee_levers, live_levers, look_ahead, with_groups
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.study import plan_question, study_plan
from shopdesk.app.jobs import SILENT
from shopdesk.domain.bidding.forecast.model import Metric
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from tests.unit.bidding.shops import PLAN, shop, workspace

PROFILE = profile_of("taobao")


@pytest.fixture(scope="module")
def outlook() -> Outlook:
    made = workspace(shop())
    study = study_plan(plan_question(made, PLAN, period=None), made, SILENT)
    return look_ahead(study, PLAN, live_levers(study, PLAN, ()), PROFILE)


def grouped(outlook: Outlook, percent: int) -> tuple[RegionGroup, ...]:
    regions = outlook.study.history.regions
    assert regions is not None
    first, *others = regions.names
    return (RegionGroup((first,), percent, 10.0), RegionGroup(tuple(others), 100, 90.0))


def test_that_a_proposal_is_foreseen_with_the_plans_of_its_groups_of_regions(outlook: Outlook) -> None:
    assert outlook.proposal is not None
    groups = grouped(outlook, 140)
    levers = with_groups(replace(outlook.proposal, groups=groups), outlook.live)
    made = foresee_levers(outlook, levers)
    assert Lever.REGIONS.value in {driver.dimension for driver in made.drivers}


def test_that_a_divided_plan_is_foreseen_with_its_parts_once(outlook: Outlook) -> None:
    (name,), percent = grouped(outlook, 120)[0].names, 120
    own = replace(PLAN, regions={name: 0})
    rest = dict.fromkeys(grouped(outlook, 100)[1].names, 0)
    part = replace(PLAN, plan_id="b", campaign_id="", regions=rest, split_from=PLAN.plan_id, split_percent=percent)
    alone = look_ahead(outlook.study, own, outlook.live, PROFILE)
    both = look_ahead(outlook.study, own, outlook.live, PROFILE, plans=(own, part))
    assert alone.split == {}
    assert both.split == {name: percent}
    assert both.levers.regions[name] == percent
    assert alone.forecast is not None
    assert both.forecast is not None
    assert both.forecast.new[Metric.SPEND].median > both.forecast.unchanged[Metric.SPEND].median
    assert alone.forecast.new[Metric.SPEND].median < alone.forecast.unchanged[Metric.SPEND].median
    out = foresee_levers(both, own.levers)
    assert out.new[Metric.SPEND].median == alone.forecast.new[Metric.SPEND].median, "its own reports show its own part"
    assert not look_ahead(outlook.study, PLAN, outlook.live, PROFILE, plans=(PLAN, part)).split
