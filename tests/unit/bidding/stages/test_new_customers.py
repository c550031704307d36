"""拉新 in the division of budgets: what new customers bring later counts beside the first orders of other plans."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shopdesk.app.bidding.assumptions import NOTHING_OWN
from shopdesk.app.bidding.stages import BudgetQuestion, plan_budgets
from shopdesk.app.jobs import SILENT
from shopdesk.domain.bidding.plan import Objective
from shopdesk.domain.bidding.stages.budget import BudgetRow
from tests.unit.bidding.shops import PLAN, shop, workspace

NUTS = replace(PLAN, objective=Objective.ACQUIRE, daily_budget=4_000)
FRUIT = replace(PLAN, plan_id="taobao:2", name="果干", campaign_id="2", daily_budget=4_000)


def rows(*, value: int | None, new: float, beta: float = 0.6) -> dict[str, BudgetRow]:
    frames = shop()
    frames["ad_campaign"] = frames["ad_campaign"].assign(ad_buyers=4.0, new_customers=4.0 * new)
    own = replace(NOTHING_OWN, new_customer_value=value, budget_beta=beta)
    question = BudgetQuestion((NUTS, FRUIT), 0.4, own, {NUTS.plan_id: None, FRUIT.plan_id: None})
    return {row.plan.plan_id: row for row in plan_budgets(question, workspace(frames), SILENT).rows}


def test_that_only_plans_that_win_customers_count_what_these_bring_later() -> None:
    found = rows(value=6_000, new=0.5)
    plan = found[NUTS.plan_id].plan
    order = plan.revenue / plan.orders
    assert plan.weight == pytest.approx(1 + NOTHING_OWN.alpha_new * 0.5 * 6_000 / (0.4 * order))
    assert found[FRUIT.plan_id].plan.weight == 1.0


@pytest.mark.parametrize(("value", "new"), [(None, 0.5), (6_000, 0.0)])
def test_that_without_new_customers_or_their_value_the_first_order_counts(value: int | None, new: float) -> None:
    assert rows(value=value, new=new)[NUTS.plan_id].plan.weight == 1.0


def test_that_the_shop_s_own_curve_of_budgets_is_taken() -> None:
    steep, flat = (rows(value=None, new=0.5, beta=beta)[FRUIT.plan_id].marginal for beta in (0.8, 0.4))
    assert steep is not None
    assert flat is not None
    assert steep.median == pytest.approx(2 * flat.median, rel=0.1)
