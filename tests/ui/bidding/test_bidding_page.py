"""The bids page on built frames: plans from reports, edits as undoable steps, limits at the cell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.domain.bidding.week import flat_week
from shopdesk.domain.periods import Period
from shopdesk.ui.bidding.page import BiddingPage
from tests.ui.fake_shop import FakeShop, context_of


@pytest.fixture
def shop() -> FakeShop:
    days = pd.date_range("2026-06-01", "2026-06-28")
    rows = [(day, hour) for day in days for hour in range(24)]
    hourly = pd.DataFrame(
        {
            "platform": "taobao",
            "date": [day for day, _ in rows],
            "date_end": [day for day, _ in rows],
            "hour": [hour for _, hour in rows],
            "campaign_id": "7",
            "campaign": "坚果",
            "clicks": 20.0,
            "cost": 3_000,
            "ad_orders": [1.0 if hour >= 20 else 0.0 for _, hour in rows],
            "ad_gmv": [9_000 if hour >= 20 else 0 for _, hour in rows],
        }
    )
    regions = hourly.drop(columns="hour").assign(region=["浙江", "上海"] * (len(rows) // 2))
    audiences = hourly.drop(columns="hour").assign(audience=["老客", "新客"] * (len(rows) // 2))
    return FakeShop({"ad_hour": hourly, "ad_region": regions, "ad_audience": audiences})


@pytest.fixture
def page(qtbot: QtBot, shop: FakeShop) -> BiddingPage:
    context = context_of(shop)
    context.period = Period(date(2026, 6, 1), date(2026, 6, 28))
    page = BiddingPage(context)
    qtbot.addWidget(page)
    page.resize(1366, 614)
    page.show()
    page.refresh()
    return page


def with_plan(page: BiddingPage) -> Any:
    page.edits.add_drafts(page.edits.drafts())
    page.refresh()
    return page.context.workspace.rows(BID_PLANS)[("taobao:7",)]  # type: ignore[union-attr]


def test_that_reports_become_plans_in_one_step_that_can_be_undone(page: BiddingPage, shop: FakeShop) -> None:
    plan = with_plan(page)
    assert (plan.name, plan.hours) == ("坚果", flat_week(1))
    shop.undo()
    assert not shop.rows(BID_PLANS)


def test_that_typed_cells_are_stored_and_undone(page: BiddingPage, shop: FakeShop) -> None:
    with_plan(page)
    page.desk.centre.hours.show_edit()
    page.desk.centre.hours.grid.select(4, 20, 6, 22)
    page.desk.centre.hours.grid.does.set_to(120)
    stored = shop.rows(BID_PLANS)[("taobao:7",)].hours
    assert [place for place, value in enumerate(stored) if value == 120] == [
        day * 24 + hour for day in (4, 5, 6) for hour in (20, 21, 22)
    ]
    shop.undo()
    assert shop.rows(BID_PLANS)[("taobao:7",)].hours == flat_week(1)


def test_that_a_modifier_beyond_the_platform_is_not_stored(page: BiddingPage, shop: FakeShop) -> None:
    with_plan(page)
    page.desk.centre.hours.show_edit()
    page.desk.centre.hours.grid.select(0, 0, 0, 0)
    page.desk.centre.hours.grid.does.set_to(400)
    assert shop.rows(BID_PLANS)[("taobao:7",)].hours == flat_week(1)


def test_that_a_copied_week_is_told_to_the_board(page: BiddingPage) -> None:
    with_plan(page)
    told: list[str] = []
    page.context.message.connect(told.append)
    page.desk.centre.taken.emit("00:00-24:00:100")
    assert told


def test_that_a_region_of_alimama_is_switched_and_an_audience_raised(page: BiddingPage, shop: FakeShop) -> None:
    with_plan(page)
    page.desk.centre.regions.map.activated.emit("浙江")
    assert shop.rows(BID_PLANS)[("taobao:7",)].regions == {"浙江": 0}
    row = page.desk.centre.audiences.model.row_of_key("老客")
    assert row is not None
    column = page.desk.centre.audiences.model.position("new")
    assert page.desk.centre.audiences.model.setData(page.desk.centre.audiences.model.index(row, column), "130 %")
    assert shop.rows(BID_PLANS)[("taobao:7",)].audiences == {"老客": 130}
    assert not page.desk.centre.audiences.model.setData(page.desk.centre.audiences.model.index(row, column), "101")


def test_that_evidence_follows_the_selection(page: BiddingPage) -> None:
    with_plan(page)
    page.desk.centre.hours.grid.select(0, 20, 6, 23)
    assert page.desk.centre.hours.selected_places() == {(day, hour) for day in range(7) for hour in range(20, 24)}
    page.desk.centre.regions.map.select({"上海"})


def test_that_an_empty_shop_says_what_to_import(qtbot: QtBot) -> None:
    page = BiddingPage(context_of(FakeShop({})))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.empty.isVisible()


def test_that_fields_of_a_plan_are_undoable(page: BiddingPage, shop: FakeShop) -> None:
    with_plan(page)
    page.plans.form.budget.setValue(160)
    page.plans.form.budget.editingFinished.emit()
    assert shop.rows(BID_PLANS)[("taobao:7",)].daily_budget == 16_000
    shop.undo()
    assert shop.rows(BID_PLANS)[("taobao:7",)].daily_budget is None
