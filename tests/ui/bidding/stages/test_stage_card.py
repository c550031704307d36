"""测款, 拉新, 收割 and the division of budgets on the screen; what is accepted is one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.assumptions import NOTHING_OWN
from shopdesk.app.bidding.documents import BID_PLANS, add_plans
from shopdesk.app.bidding.stages import StageAnswer, set_budgets
from shopdesk.domain.bidding.plan import BidPlan, Objective
from shopdesk.domain.bidding.stages.acquiring import Click, Later, Missing, NewShare, ShareSource, acquiring
from shopdesk.domain.bidding.stages.arms import ItemTrial, Rate, Subject
from shopdesk.domain.bidding.stages.harvest import AudienceWorth, harvest
from shopdesk.domain.bidding.stages.item_test import Arm, judge_items
from shopdesk.ui.bidding.stages.budget_dialog import TAKE, BudgetDialog
from shopdesk.ui.bidding.stages.card import StageCard
from shopdesk.ui.grid import Action, CellEdit, EditBatch
from tests.ui.fake_shop import FakeShop, context_of

PLAN = BidPlan("taobao:7", "taobao", "坚果", "7", objective=Objective.TEST, daily_budget=20_000)
OTHER = replace(PLAN, plan_id="taobao:8", name="礼盒", campaign_id="8", objective=Objective.NONE)
CLICK = Click(0.04, 9_000, 80, 140)


@pytest.fixture
def shop() -> FakeShop:
    days = pd.date_range("2026-06-01", "2026-06-28")
    tables = []
    for campaign, roi in (("7", 5.0), ("8", 1.5)):
        tables.append(
            pd.DataFrame(
                {
                    "platform": "taobao",
                    "shop": "s",
                    "date": days,
                    "date_end": days,
                    "campaign_id": campaign,
                    "campaign": campaign,
                    "clicks": 130.0,
                    "cost": 20_000,
                    "ad_orders": 20.0,
                    "ad_gmv": int(20_000 * roi),
                }
            )
        )
    made = FakeShop({"ad_campaign": pd.concat(tables, ignore_index=True)})
    add_plans([replace(PLAN, objective=Objective.NONE), OTHER]).apply(made)  # type: ignore[arg-type]
    return made


@pytest.fixture
def card(qtbot: QtBot, shop: FakeShop) -> StageCard:
    made = StageCard(context_of(shop))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, shop: FakeShop) -> Iterator[BudgetDialog]:
    made = BudgetDialog(context_of(shop), plan=PLAN, margin=0.4)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def answer(plan: BidPlan, **named: object) -> StageAnswer:
    fields: dict[str, object] = {"tests": (), "acquiring": None, "harvest": None, "audiences": 0, **named}
    return StageAnswer(plan, bidding=NOTHING_OWN, **fields)  # type: ignore[arg-type]


def test_that_a_test_names_the_best_or_what_an_answer_costs(card: StageCard) -> None:
    found = judge_items([Arm("旧款", 2_000, 100, 90_000), Arm("新款", 2_000, 170, 90_000)], days=14)
    card.show_answer(answer(PLAN, tests=(ItemTrial(Subject.ITEMS, Rate.CARTS, 14, "ad_item", found),)))
    assert "新款" in card.headline.text()
    assert card.items.isVisible()
    assert "1,056 clicks" in card.lines.text()
    open_test = judge_items([Arm("旧款", 400, 22, 60_000), Arm("新款", 400, 26, 60_000)], days=4)
    card.show_answer(answer(PLAN, tests=(ItemTrial(Subject.ITEMS, Rate.CARTS, 4, "ad_item", open_test),)))
    assert "Still open" in card.headline.text()
    assert "yuan" in card.lines.text()


def test_that_missing_reports_are_said_for_each_aim(card: StageCard) -> None:
    card.show_answer(answer(PLAN))
    assert "Import" in card.lines.text()
    nothing = acquiring(None, margin=None, later=Missing.ORDERS, share=None)
    card.show_answer(answer(replace(PLAN, objective=Objective.ACQUIRE), acquiring=nothing))
    assert card.lines.text().count("Missing") == 4
    card.show_answer(answer(replace(PLAN, objective=Objective.HARVEST)))
    assert "audience" in card.headline.text()
    card.show_answer(answer(replace(PLAN, objective=Objective.NONE)))
    assert "aim" in card.headline.text()


def test_that_a_new_customer_raises_what_a_click_may_cost(card: StageCard) -> None:
    share = NewShare(0.7, 80, ShareSource.PLAN)
    found = acquiring(CLICK, margin=0.4, later=Later(5_000, 4_000, 6_500, is_margin=True), share=share)
    card.show_answer(answer(replace(PLAN, objective=Objective.ACQUIRE), acquiring=found))
    assert "2.14" in card.headline.text()
    assert "please check" in card.lines.text()


def test_that_premiums_are_set_in_one_step(card: StageCard, shop: FakeShop) -> None:
    audiences = [AudienceWorth("加购未购", 2.4, 1.9, 3.0, 40), AudienceWorth("高消费", 0.9, 0.8, 1.0, 30)]
    plan = replace(PLAN, objective=Objective.HARVEST)
    card.show_answer(answer(plan, harvest=harvest(audiences, limits=(105, 400)), audiences=2))
    card.apply.click()
    assert shop.rows(BID_PLANS)[("taobao:7",)].audiences == {"加购未购": 160}
    shop.undo()
    assert not shop.rows(BID_PLANS)[("taobao:7",)].audiences
    chance = harvest(audiences, limits=(105, 400), is_chance=True)
    card.show_answer(answer(plan, harvest=chance, audiences=2))
    assert card.headline.text() == "Differences within what chance brings: 100 % is safer"
    assert not card.apply.isVisibleTo(card)


def test_that_accepted_budgets_are_one_step_and_refused_rows_stay(dialog: BudgetDialog, shop: FakeShop) -> None:
    assert dialog.headline.text().startswith("Moving money")
    assert dict(dialog.budgets()) == {"taobao:7": 24_000, "taobao:8": 16_000}
    refused = CellEdit("taobao:8", TAKE, old=True, new=False)
    dialog.grid.edited.emit(EditBatch(Action.TYPE, (refused,)))
    assert dict(dialog.budgets()) == {"taobao:7": 24_000}
    dialog.set.click()
    rows = shop.rows(BID_PLANS)
    assert [rows[(key,)].daily_budget for key in ("taobao:7", "taobao:8")] == [24_000, 20_000]
    shop.undo()
    assert rows[("taobao:7",)].daily_budget == 20_000


def test_that_a_typed_budget_wins_over_the_proposal(dialog: BudgetDialog) -> None:
    typed = CellEdit("taobao:8", "proposed", old=16_000, new=18_000)
    dialog.grid.edited.emit(EditBatch(Action.TYPE, (typed,)))
    assert dialog.budgets()["taobao:8"] == 18_000
    assert "420" in dialog.sums.text()


def test_that_budgets_as_they_are_need_no_step(shop: FakeShop) -> None:
    assert set_budgets(shop, {"taobao:7": 20_000, "gone": 5}).is_empty  # type: ignore[arg-type]
