"""Regions at another percent become cloned plans that share the budget."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.forms.clones import divided
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import LimitCode, flat_week

TAOBAO = profile_of("taobao")
EAST, REST, WEST = (
    RegionGroup(("浙江", "上海"), 118, 900.0),
    RegionGroup(("广东",), 100, 2000.0),
    RegionGroup(("新疆", "西藏"), 70, 300.0),
)
PLAN = Levers(bids={"g\ta\t": 120, "g\tb\t": 5}, hours=flat_week(2), regions={"台湾": 0}, daily_budget=50_000)


def test_that_a_clone_has_its_regions_scaled_bids_and_its_share_of_the_budget() -> None:
    found = divided(PLAN, [EAST, WEST], [EAST, REST, WEST], TAOBAO)
    assert [clone.regions for clone in found.clones] == [("浙江", "上海"), ("新疆", "西藏")]
    assert found.clones[0].bids == {"g\ta\t": 142, "g\tb\t": 6}
    assert found.clones[1].bids == {"g\ta\t": 84, "g\tb\t": 5}  # 0.05 yuan is the least
    assert found.original.bids == PLAN.bids
    assert found.original.regions == {"台湾": 0, "浙江": 0, "上海": 0, "新疆": 0, "西藏": 0}
    assert [clone.daily_budget for clone in found.clones] == [16_200, 3_200]
    assert found.original.daily_budget == 30_600


@given(st.integers(0, 200_000), st.permutations([EAST, REST, WEST]), st.sets(st.sampled_from([EAST, REST, WEST])))
def test_that_budgets_of_all_parts_add_up(budget: int, groups: list[RegionGroup], taken: set[RegionGroup]) -> None:
    plan = Levers(daily_budget=budget)
    found = divided(plan, [group for group in groups if group in taken], groups, TAOBAO)
    parts = [found.original.daily_budget, *(clone.daily_budget for clone in found.clones)]
    assert sum(part for part in parts if part is not None) == budget
    assert len(found.clones) == len(taken - {REST})


def test_that_a_share_below_the_least_budget_is_told() -> None:
    found = divided(Levers(daily_budget=10_000), [WEST], [EAST, REST, WEST], TAOBAO)
    assert [clone.problem.code for clone in found.clones if clone.problem] == [LimitCode.BUDGET_TOO_LOW]
    assert found.problem is None


def test_that_nothing_is_divided_without_a_budget_or_a_group() -> None:
    assert divided(Levers(), [EAST], [EAST, REST], TAOBAO).clones[0].daily_budget is None
    assert divided(PLAN, [], [EAST, REST], TAOBAO).original == PLAN
