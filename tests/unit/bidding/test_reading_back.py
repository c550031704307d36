"""A checklist that comes back: it sets what it names and leaves the rest of the plan alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.app.bidding.reading_back import fields_back
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.week import flat_week

PLAN = BidPlan(
    "p", "taobao", "坚果", hours=flat_week(1), regions={"浙江": 0, "新疆": 0}, audiences={"老客": 120}, bids={"a": 100}
)


def test_that_what_a_checklist_names_is_set_and_all_else_stays() -> None:
    found = Levers({"b": 150}, (), {"浙江": 100, "西藏": 0}, {"新客": 110}, 5_000)
    back = replace(PLAN, **fields_back(PLAN, found))
    assert back.bids == {"a": 100, "b": 150}
    assert back.regions == {"新疆": 0, "西藏": 0}, "100 needs no entry"
    assert back.audiences == {"老客": 120, "新客": 110}
    assert back.daily_budget == 5_000
    assert back.hours == PLAN.hours


@pytest.mark.parametrize("slots", [1, 2])
def test_that_a_week_comes_back_at_the_finer_of_both_resolutions(slots: int) -> None:
    week = tuple(100 + at % 20 for at in range(168 * slots))
    back = replace(PLAN, **fields_back(PLAN, Levers(hours=week)))
    assert (back.slots_per_hour, back.hours) == (slots, week)
    assert back.daily_budget == PLAN.daily_budget
    halves = replace(PLAN, slots_per_hour=2, hours=flat_week(2))
    assert len(replace(halves, **fields_back(halves, Levers(hours=week))).hours) == 336


def test_that_an_empty_checklist_changes_nothing() -> None:
    assert replace(PLAN, **fields_back(PLAN, Levers())) == PLAN
