"""From a workspace to the stage of a plan: 测款, 拉新 or 收割, and how budgets should be divided among plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.app.bidding.assumptions import BIDDING_ASSUMPTIONS, BiddingAssumptions, bidding_assumptions
from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.limits import profile_in
from shopdesk.app.changes import SetRows
from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.audience_kinds import AudienceKind, audience_kind
from shopdesk.domain.bidding.plan import BidPlan, Objective
from shopdesk.domain.bidding.record.cells import numbers
from shopdesk.domain.bidding.record.rows import Frames, told
from shopdesk.domain.bidding.stages.acquiring import (
    AcquiringAnswer,
    Click,
    Later,
    Missing,
    NewShare,
    ShareSource,
    acquiring,
)
from shopdesk.domain.bidding.stages.arms import TABLES as TEST_TABLES
from shopdesk.domain.bidding.stages.arms import ItemTrial, item_tests
from shopdesk.domain.bidding.stages.budget import BudgetAnswer, PlanMoney, share_budget
from shopdesk.domain.bidding.stages.harvest import AudienceWorth, HarvestAnswer, harvest
from shopdesk.domain.currencies import billed_abroad, of_one_currency
from shopdesk.domain.kpi.customers.purchases import TABLES as CUSTOMER_TABLES
from shopdesk.domain.kpi.customers.purchases import Purchases, purchases
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

    from shopdesk.app.bidding.study import PlanStudy
    from shopdesk.domain.bidding.profiles import PlatformProfile

MONEY_TABLES: Final = ("ad_campaign", "ad_keyword", "ad_audience", "ad_hour")
READ: Final = frozenset({*TEST_TABLES, *CUSTOMER_TABLES, *MONEY_TABLES, BID_PLANS.name, BIDDING_ASSUMPTIONS.name})
"""What the answers rest on beside the study of a plan."""
MONEY_DAYS: Final = 28
_NEW_DAYS: Final = 28


@dataclass(frozen=True, slots=True)
class StageQuestion:
    """What the stage of one plan rests on."""

    plan: BidPlan
    study: PlanStudy
    bidding: BiddingAssumptions
    profile: PlatformProfile


@dataclass(frozen=True, slots=True)
class StageAnswer:
    """What is known of each stage; the card shows that of the plan's aim. None: not asked for."""

    plan: BidPlan
    tests: tuple[ItemTrial, ...]
    acquiring: AcquiringAnswer | None
    harvest: HarvestAnswer | None
    audiences: int
    bidding: BiddingAssumptions
    has_lever: bool = True
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class BudgetQuestion:
    """What a division of budgets rests on; ``total`` fen a day, None: what the plans have together."""

    plans: tuple[BidPlan, ...]
    margin: float | None
    bidding: BiddingAssumptions
    least: Mapping[str, int | None]
    total: int | None = None
    unlocked: bool = False


def stage_question(workspace: Workspace, study: PlanStudy, plan: BidPlan) -> StageQuestion:
    """Return a snapshot of the documents, for ``plan_stage``."""
    return StageQuestion(plan, study, bidding_assumptions(workspace), profile_in(workspace, plan.platform))


def plan_stage(question: StageQuestion, workspace: Workspace, context: JobContext) -> StageAnswer:
    """Answer for the aim of the plan; a job's work, some seconds where customers are asked for."""
    context.report(None, "")
    plan, study = question.plan, question.study
    tests: tuple[ItemTrial, ...] = ()
    won = None
    if plan.objective is Objective.TEST:
        tests = item_tests(_frames(workspace, TEST_TABLES, context), plan)
    if plan.objective is Objective.ACQUIRE:
        won = _acquiring(question, workspace, context)
    reaped = None
    audiences = study.model.audiences if study.model is not None else None
    if plan.objective is Objective.HARVEST and audiences is not None:
        reaped = _harvest(question)
    count = len(audiences.factors.names) if audiences is not None else 0
    has_lever = question.profile.audiences.high is not None
    margin = study.margin.share if study.margin is not None else None
    return StageAnswer(plan, tests, won, reaped, count, question.bidding, has_lever, margin)


def budget_question(
    workspace: Workspace, *, margin: float | None, plan: BidPlan, total: int | None = None, unlocked: bool = False
) -> BudgetQuestion:
    """Return the plans that share money with ``plan``: those whose platforms bill in its currency."""
    abroad = billed_abroad((plan.platform,))
    plans = tuple(one for one in workspace.rows(BID_PLANS).values() if billed_abroad((one.platform,)) == abroad)
    least = {one.plan_id: profile_in(workspace, one.platform).least_budget for one in plans}
    return BudgetQuestion(plans, margin, bidding_assumptions(workspace), least, total, unlocked)


def plan_budgets(question: BudgetQuestion, workspace: Workspace, context: JobContext) -> BudgetAnswer:
    """Return how the budgets should be divided; a job's work."""
    context.report(None, "")
    frames = _frames(workspace, MONEY_TABLES, context)
    money = [_money(frames, plan, question) for plan in question.plans]
    if any(plan.objective is Objective.ACQUIRE for plan in question.plans):
        money = _with_new_customers(money, frames, question, workspace, context)
    return share_budget(
        money,
        margin=question.margin,
        total=question.total,
        beta=(question.bidding.budget_beta, question.bidding.budget_beta_sd),
        unlocked=question.unlocked,
    )


def set_budgets(workspace: Workspace, budgets: Mapping[str, int]) -> SetRows:
    """Return the one change that gives plans (by id) new daily budgets, fen."""
    rows = {one.plan_id: one for one in workspace.rows(BID_PLANS).values()}
    changed = [
        replace(rows[plan_id], daily_budget=fen)
        for plan_id, fen in budgets.items()
        if plan_id in rows and rows[plan_id].daily_budget != fen
    ]
    return SetRows.put(BID_PLANS, changed)


def _frames(workspace: Workspace, tables: Iterable[str], context: JobContext) -> dict[str, pd.DataFrame]:
    frames = {}
    for name in tables:
        context.check()
        frames[name] = workspace.frame(name)
    return frames


# --- 拉新


def _acquiring(question: StageQuestion, workspace: Workspace, context: JobContext) -> AcquiringAnswer:
    frames = _frames(workspace, (*CUSTOMER_TABLES, *MONEY_TABLES), context)
    bought = purchases(of_one_currency({name: frames[name] for name in CUSTOMER_TABLES}))
    own = question.bidding.new_customer_value
    context.check()
    later = Later(own, own, own, is_margin=True) if own is not None else _later(bought)
    study = question.study
    return acquiring(
        _click(study),
        margin=study.margin.share if study.margin is not None else None,
        later=later,
        share=_new_share(frames, question.plan, bought),
        alpha=question.bidding.alpha_new,
    )


def _click(study: PlanStudy) -> Click | None:
    days = study.record.days
    if days is None or not days.days:
        return None
    clicks, orders = float(days.clicks.sum()), float(days.orders.sum())
    if clicks <= 0 or orders <= 0:
        return None
    return Click(orders / clicks, float(days.revenue.sum()) / orders, orders, float(days.cost.sum()) / clicks)


def _later(bought: Purchases | None) -> Later | Missing:
    """Return what a buyer who has bought once just now brings in the year to come, by the model of the customers."""
    if bought is None:
        return Missing.ORDERS
    from shopdesk.domain.kpi.customers.value import MIN_OBSERVED_WEEKS, Refusal, model_value

    found = model_value(bought, bought.last)
    if isinstance(found, Refusal):
        if found.is_unfit:
            return Missing.UNFIT
        return Missing.TOO_SHORT if found.weeks < MIN_OBSERVED_WEEKS else Missing.TOO_FEW_REPEATERS
    value = 100 * found.new_value
    low, high = (value * end / found.value if found.value > 0 else value for end in (found.low, found.high))
    return Later(value, low, high, found.is_margin)


def _new_share(frames: Frames, plan: BidPlan, bought: Purchases | None) -> NewShare | None:
    """Return the share of new buyers: of the plan where its report tells it, else first orders of the shop."""
    for table in MONEY_TABLES:
        found = told(frames[table], plan, None, strict=True)
        if found is None or found.whole_account or not {"new_customers", "ad_buyers"} <= set(found.rows.columns):
            continue
        new, buyers = (float(found.rows[name].fillna(0).sum()) for name in ("new_customers", "ad_buyers"))
        if buyers > 0:
            return NewShare(min(1.0, new / buyers), buyers, ShareSource.PLAN)
    if bought is None or not bought.count:
        return None
    first = np.full(int(bought.buyer.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, bought.buyer, bought.day)
    recent = bought.day > bought.day.max() - _NEW_DAYS
    is_first = bought.day == first[bought.buyer]
    return NewShare(float(is_first[recent].mean()), float(recent.sum()), ShareSource.ORDERS)


# --- 收割


def _harvest(question: StageQuestion) -> HarvestAnswer | None:
    study = question.study
    if study.model is None or study.model.audiences is None:
        return None
    factors = study.model.audiences.factors
    audiences = [
        AudienceWorth(name, float(mean), float(low), float(high), float(orders))
        for name, mean, low, high, orders in zip(
            factors.names, factors.mean, factors.low, factors.high, factors.orders, strict=True
        )
    ]
    click, limits = _click(study), question.profile.audiences
    margin = study.margin.share if study.margin is not None else None
    return harvest(
        audiences,
        limits=(limits.low, limits.high),
        click_value=None if margin is None else margin * study.model.revenue_per_click,
        base_bid=click.cpc if click is not None else None,
        iotas={kind: question.bidding.increment(kind) for kind in AudienceKind},
        is_chance=not study.model.audiences.gate.is_open,
    )


# --- budgets


def _money(frames: Frames, plan: BidPlan, question: BudgetQuestion) -> PlanMoney:
    """Return what a plan spent and brought in the last ``MONEY_DAYS`` days of its coarsest report."""
    least = question.least[plan.plan_id]
    nothing = PlanMoney(plan.plan_id, plan.name, plan.daily_budget, 0.0, 0.0, 0.0, 0.0, plan.objective, 1.0, least)
    for table in MONEY_TABLES:
        every = told(frames[table], plan, None, strict=True)
        if every is None or every.whole_account or not every.covered:
            continue
        recent = Period.last(days=MONEY_DAYS, until=every.covered[-1])
        found = told(frames[table], plan, recent, strict=True)
        if found is None or not found.days:
            continue
        sums = numbers(found.rows)[["cost", "revenue", "orders"]].sum()
        weight = _weight(frames, plan, recent, question.bidding)
        return replace(
            nothing,
            days=float(found.days),
            spend=float(sums["cost"]),
            revenue=float(sums["revenue"]),
            orders=float(sums["orders"]),
            weight=weight,
        )
    return nothing


def _with_new_customers(
    money: list[PlanMoney],
    frames: Frames,
    question: BudgetQuestion,
    workspace: Workspace,
    context: JobContext,
) -> list[PlanMoney]:
    """Return the plans with what new customers of 拉新 bring later, where the orders of the shop tell it."""
    bought = purchases(of_one_currency(_frames(workspace, CUSTOMER_TABLES, context)))
    own = question.bidding.new_customer_value
    context.check()
    later = Later(own, own, own, is_margin=True) if own is not None else _later(bought)
    plans = {plan.plan_id: plan for plan in question.plans}
    found = []
    for one in money:
        weight = one.weight
        if one.objective is Objective.ACQUIRE and one.orders > 0 and one.revenue > 0:
            answer = acquiring(
                Click(1.0, one.revenue / one.orders, one.orders, None),  # per order: clicks cancel out
                margin=question.margin if question.margin and question.margin > 0 else None,
                later=later,
                share=_new_share(frames, plans[one.plan_id], bought),
                alpha=question.bidding.alpha_new,
            )
            weight = max(1.0, answer.factor) if answer.factor is not None else weight
        found.append(replace(one, weight=weight))
    return found


def _weight(frames: Frames, plan: BidPlan, period: Period, bidding: BiddingAssumptions) -> float:
    """Return what share of a harvest's orders ads truly bring, by its audiences; 1 for every other aim."""
    found = told(frames["ad_audience"], plan, period, strict=True) if plan.objective is Objective.HARVEST else None
    if found is None or found.whole_account or "audience" not in found.rows:
        return 1.0
    orders = np.nan_to_num(numbers(found.rows)["orders"].to_numpy(dtype=float))
    names = found.rows["audience"].loc[numbers(found.rows).index].fillna("").astype("str")
    shares = np.array([bidding.increment(audience_kind(name)) for name in names])
    return float(orders @ shares / orders.sum()) if orders.sum() > 0 else 1.0
