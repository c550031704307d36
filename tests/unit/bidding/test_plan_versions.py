"""Versions of a plan: kept, taken to the console, compared and put back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shopdesk import bootstrap
from shopdesk.app.bidding.documents import BID_PLANS, add_plans
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.versions import (
    keep_version,
    last_taken,
    promise_of,
    removed,
    restored,
    stored,
    taken,
    tell_board,
    versions_of,
)
from shopdesk.app.kpi.day_events import DayEventKind, events_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.forecast.model import Answer, Forecast, Metric, Range
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.week import flat_week
from shopdesk.domain.periods import Period

DAY = date(2026, 6, 23)
PLAN = BidPlan(
    "p",
    "taobao",
    "坚果",
    slots_per_hour=2,
    hours=(116, *flat_week(2)[1:]),
    regions={"新疆": 0},
    audiences={"老客": 140},
    bids={"g\ta\t": 120},
    daily_budget=10_000,
    note="夏季",
)
UNKNOWN = Range(float("nan"), float("nan"), float("nan"))
FORECAST = Forecast(
    14, Answer.BETTER, {}, {Metric.SPEND: Range(1.0, 2.0, 3.0), Metric.PROFIT: UNKNOWN}, Range(0.0, 1.0, 2.0), 0.9, ()
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(bootstrap.create_workspace(tmp_path / "a.shopdesk")) as workspace:
        workspace.apply(add_plans([PLAN]))
        yield workspace


def test_that_a_version_is_stored_as_the_plan_stood_and_numbered_on(workspace: Workspace) -> None:
    first = keep_version(PLAN, [], name="上半月", made_on=DAY, version_id="v1")
    workspace.apply(stored(first))
    second = keep_version(PLAN, versions_of(workspace, "p"), name="下半月", made_on=DAY, version_id="v2")
    workspace.apply(stored(second))
    found = versions_of(workspace, "p")
    assert [(one.number, one.name) for one in found] == [(2, "下半月"), (1, "上半月")]
    assert found[1] == first
    assert found[1].levers == PLAN.levers
    assert found[1].slots_per_hour == 2
    undo = workspace.apply(removed(second))
    assert versions_of(workspace, "p") == [first]
    workspace.apply(undo)
    assert len(versions_of(workspace, "p")) == 2


def test_that_a_version_of_settled_levers_says_what_went_out(workspace: Workspace) -> None:
    settled = Levers(hours=flat_week(1), daily_budget=5000)
    found = keep_version(PLAN, [], name="x", made_on=DAY, version_id="v", levers=settled)
    assert found.levers == settled
    assert found.slots_per_hour == 1


def test_that_what_was_promised_is_kept_and_what_was_not_known_is_not(workspace: Workspace) -> None:
    version = taken(keep_version(PLAN, [], name="x", made_on=DAY, version_id="v"), DAY, FORECAST)
    workspace.apply(stored(version))
    (found,) = versions_of(workspace, "p")
    assert (found.taken_on, found.forecast_days) == (DAY, 14)
    assert promise_of(found) == {Metric.SPEND: Range(1.0, 2.0, 3.0)}
    assert promise_of(taken(version, DAY, None)) == {}


def test_that_the_last_version_taken_is_what_runs() -> None:
    made = [keep_version(PLAN, [], name=str(at), made_on=DAY, version_id=str(at)) for at in range(3)]
    numbered = [replace(one, number=at) for at, one in enumerate(made, start=1)]
    assert last_taken(numbered) is None
    numbered[0] = taken(numbered[0], date(2026, 6, 25), None)
    numbered[1] = taken(numbered[1], date(2026, 6, 24), None)
    found = last_taken(numbered)
    assert found is not None
    assert found.number == 1


def test_that_a_version_goes_back_into_the_plan_and_its_note_stays(workspace: Workspace) -> None:
    version = keep_version(PLAN, [], name="x", made_on=DAY, version_id="v")
    edited = replace(PLAN, hours=flat_week(2), regions={}, bids={}, note="秋季")
    workspace.apply(add_plans([edited]))
    undo = workspace.apply(restored(edited, version))
    found = workspace.row(BID_PLANS, ("p",))
    assert found is not None
    assert found.levers == PLAN.levers
    assert found.note == "秋季"
    workspace.apply(undo)
    assert workspace.row(BID_PLANS, ("p",)) == edited
    assert restored(PLAN, version).is_empty


def test_that_two_versions_are_compared_row_by_row() -> None:
    old = keep_version(replace(PLAN, hours=flat_week(1), slots_per_hour=1), [], name="a", made_on=DAY, version_id="a")
    new = keep_version(PLAN, [old], name="b", made_on=DAY, version_id="b")
    found = changes(old.levers, new.levers, plan=PLAN, profile=profile_of("taobao"))
    assert [(one.old, one.new) for one in found] == [(100, 116)]
    assert found[0].block is not None
    assert found[0].block.end == 30


def test_that_the_board_is_told_of_the_day(workspace: Workspace) -> None:
    tell_board(workspace, PLAN, DAY)
    tell_board(workspace, PLAN, DAY)
    (event,) = events_of(workspace, Period(DAY, DAY))
    assert (event.kind, event.name) == (DayEventKind.PLAN_TAKEN, "坚果")
