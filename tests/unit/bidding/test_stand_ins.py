"""Bids on the price of a click keep their change in percent, whatever becomes known of the true bid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.stand_ins import bases_of, rebased, stand_ins
from shopdesk.app.bidding.study import baseline, plan_question, study_plan, with_today
from shopdesk.app.bidding.versions import keep_version, restored, taken
from shopdesk.app.jobs import SILENT
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.versions import PlanVersion
from tests.unit.bidding.shops import PLAN as SHOP_PLAN
from tests.unit.bidding.shops import shop, workspace

LIMITS = profile_of("taobao").bids
DAY = date(2026, 6, 1)
PLAN = BidPlan("p", "taobao", "坚果", bids={"a": 110, "b": 90}, bases={"a": 100})


def found(bids: dict[str, float], from_cpc: set[str]) -> Any:
    """A record of nothing but bids."""
    words = SimpleNamespace(cells=SimpleNamespace(names=tuple(bids)), bids=np.array(list(bids.values())))
    return SimpleNamespace(history=SimpleNamespace(words=words), from_cpc=frozenset(from_cpc))


def test_that_a_bid_follows_the_true_one_once_that_is_known() -> None:
    known = rebased(PLAN, {"a": 250, "b": 100}, frozenset(), LIMITS)
    assert known.bids == {"a": 275, "b": 90}
    assert known.bases == {}


def test_that_another_price_of_a_click_leaves_the_percent_as_it_was() -> None:
    later = rebased(PLAN, {"a": 90, "b": 100}, {"a"}, LIMITS)
    assert later.bids["a"] == 99
    assert later.bases == {"a": 90}
    assert rebased(later, {"a": 90, "b": 100}, {"a"}, LIMITS) == later


def test_that_a_plan_without_reports_remembers_what_its_bids_were_made_from() -> None:
    plan = rebased(PLAN, {}, frozenset(), LIMITS)
    (row,) = [
        one
        for one in changes(
            Levers(), plan.levers, plan=plan, profile=profile_of("taobao"), stand_ins=stand_ins(plan, {}, frozenset())
        )
        if one.name == "a"
    ]
    assert (row.is_stand_in, row.step) == (True, 0.10000000000000009)


@given(st.lists(st.integers(-20, 20), min_size=1, max_size=4), st.integers(50, 400), st.integers(100, 900))
def test_that_versions_taken_one_after_another_go_on_from_one_another(
    steps: list[int], price: int, true_bid: int
) -> None:
    record, plan, versions = found({"a": price}, {"a"}), BidPlan("p", "taobao", "坚果"), list[PlanVersion]()
    for number, step in enumerate(steps):
        live = dict(baseline(record, plan, versions).bids)
        bids = {"a": max(LIMITS.least, round(live["a"] * (1 + step / 100)))}
        plan = replace(plan, bids=bids, bases=bases_of(bids, live, record.from_cpc))
        kept = taken(keep_version(plan, versions, name="", made_on=DAY, version_id=str(number)), DAY, None)
        versions.append(kept)
        change = restored(plan, kept, kept)
        plan = next((edit.row for edit in change.edits), plan)
        live = dict(baseline(record, plan, versions).bids)
        assert rebased(plan, live, record.from_cpc, LIMITS).bids == live, "what went out is what runs"
    told = found({"a": float(true_bid)}, set())
    assert baseline(told, plan, versions).bids == {"a": true_bid}, "a known bid counts, not what rested on a guess"
    again = rebased(plan, {"a": true_bid}, frozenset(), LIMITS)
    assert again.bids == {"a": true_bid}


def test_that_an_older_version_goes_back_by_the_percent_between_both() -> None:
    first = taken(keep_version(PLAN, [], name="", made_on=DAY, version_id="1"), DAY, None)
    second = replace(first, version_id="2", number=2, bids={"a": 121}, bases={"a": 110})
    (edit,) = restored(replace(PLAN, bids={"a": 121}), first, second).edits
    assert edit.row is not None
    assert edit.row.bases == {"a": 121}
    assert rebased(edit.row, {"a": 300}, frozenset(), LIMITS).bids["a"] == round(300 * 110 / 121)


def test_that_a_typed_bid_of_today_counts_until_a_report_tells_one() -> None:
    told = found({"a": 100.0, "b": 200.0}, {"a"})
    assert with_today(told, {}) is told
    assert with_today(told, {"b": 150}) is told


def test_that_a_study_works_with_the_typed_bid() -> None:
    made = workspace(shop())
    before = study_plan(plan_question(made, SHOP_PLAN, period=None), made, SILENT)
    key = sorted(before.record.from_cpc)[0]
    plan = replace(SHOP_PLAN, today={key: 777})
    after = study_plan(plan_question(made, plan, period=None), made, SILENT)
    assert after.now.bids[key] == 777
    assert after.record.from_cpc == before.record.from_cpc - {key}
