"""Budgets across plans: two ways to the same division, and moves that aren't advised where luck explains them."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.plan import Objective
from shopdesk.domain.bidding.stages.allocation import Taker, divided
from shopdesk.domain.bidding.stages.budget import BudgetOutcome, Held, PlanMoney, share_budget


@st.composite
def takers(draw: st.DrawFn) -> list[Taker]:
    count = draw(st.integers(1, 6))
    made = []
    for _ in range(count):
        low = draw(st.floats(0, 200))
        made.append(Taker(draw(st.floats(0.1, 1_000)), draw(st.floats(0.2, 0.9)), low, low + draw(st.floats(0, 800))))
    return made


def divided_by_steps(takers: Sequence[Taker], total: float, *, step: float) -> Floats:
    """Divide by giving each next ``step`` to the taker that makes most of it."""
    given = np.array([taker.low for taker in takers], dtype=float)
    left = total - given.sum()
    queue = [(-_gain(taker, taker.low, step), place) for place, taker in enumerate(takers) if taker.low < taker.high]
    heapq.heapify(queue)
    while queue and left > 1e-9:
        _, place = heapq.heappop(queue)
        taker = takers[place]
        part = min(step, left, taker.high - given[place])
        given[place] += part
        left -= part
        if given[place] < taker.high - 1e-9:
            heapq.heappush(queue, (-_gain(taker, float(given[place]), step), place))
    return given


def _gain(taker: Taker, spend: float, step: float) -> float:
    """Return what a step brings per unit."""
    part = min(step, taker.high - spend)
    return float(taker.scale * ((spend + part) ** taker.beta - spend**taker.beta) / part)


@settings(deadline=None, max_examples=60)
@given(takers=takers(), share=st.floats(0, 1))
def test_that_the_closed_form_and_the_steps_divide_alike(takers: list[Taker], share: float) -> None:
    low, high = sum(t.low for t in takers), sum(t.high for t in takers)
    total = low + share * (high - low)
    closed = divided(takers, total)
    stepped = divided_by_steps(takers, total, step=1.0)
    assert closed.sum() == pytest.approx(total, rel=1e-6, abs=1e-6)
    assert closed == pytest.approx(stepped, abs=1.5 + 1.5 * len(takers))

    def brings(spends: Floats) -> float:
        return sum(float(t.scale * s**t.beta) for t, s in zip(takers, spends, strict=True))

    assert brings(closed) >= brings(stepped) * (1 - 1e-9)


def test_that_the_last_yuan_brings_the_same_everywhere() -> None:
    three = [Taker(50, 0.6, 0, 1e6), Taker(80, 0.6, 0, 1e6), Taker(40, 0.7, 0, 1e6)]
    spends = divided(three, 3_000)
    marginals = [taker.marginal(spend) for taker, spend in zip(three, spends, strict=True)]
    assert marginals == pytest.approx([marginals[0]] * 3, rel=1e-6)
    assert spends[1] / spends[0] == pytest.approx((80 / 50) ** (1 / 0.4), rel=1e-6)


def plan(
    name: str, *, budget: int | None = 20_000, roi: float = 2.0, orders: float = 120, used: float = 1.0
) -> PlanMoney:
    spend = 28 * 20_000 * used
    return PlanMoney(name, name, budget, 28, spend, roi * spend, orders)


def test_that_money_goes_to_the_plan_that_clearly_makes_more_of_it() -> None:
    found = share_budget([plan("good", roi=5.0, orders=900), plan("poor", roi=1.5, orders=500)], margin=0.4)
    assert found.outcome is BudgetOutcome.MOVE
    good, poor = found.rows
    assert (good.proposed, poor.proposed) == (24_000, 16_000)  # a fifth at most
    assert found.gain is not None
    assert 0 < found.gain.low < found.gain.median < found.gain.high
    assert found.chance is not None
    assert found.chance > 0.95
    free = share_budget([good.plan, poor.plan], margin=0.4, unlocked=True)
    assert (free.rows[0].proposed or 0) > 24_000


def test_that_equal_plans_keep_their_budgets() -> None:
    found = share_budget([plan("a"), plan("b")], margin=0.4)
    assert found.outcome is BudgetOutcome.KEEP
    assert not found.moves


def test_that_a_difference_of_few_orders_is_not_acted_on() -> None:
    found = share_budget([plan("a", roi=2.6, orders=18), plan("b", roi=2.0, orders=14)], margin=0.4)
    assert found.outcome in (BudgetOutcome.CANNOT_TELL, BudgetOutcome.KEEP)
    assert found.chance is not None
    assert found.chance < 0.8


def test_that_tests_and_plans_with_money_left_stay_out_of_it() -> None:
    testing = replace(plan("test", roi=0.5), objective=Objective.TEST)
    lazy = plan("lazy", roi=6.0, used=0.5)
    found = share_budget([plan("a", roi=3.0, orders=400), plan("b", orders=400), testing, lazy], margin=0.4)
    assert [row.held for row in found.rows] == [Held.NOT, Held.NOT, Held.TEST, Held.NOT_SPENT]
    assert [row.proposed for row in found.rows[2:]] == [20_000, 20_000]
    assert sum(row.proposed or 0 for row in found.rows) <= 80_000


def test_that_what_is_missing_is_named() -> None:
    assert share_budget([plan("a", budget=None)], margin=0.4).outcome is BudgetOutcome.NO_BUDGETS
    assert share_budget([plan("a"), plan("b", used=0.3)], margin=0.4).outcome is BudgetOutcome.NOT_BOUND
    assert share_budget([plan("a"), plan("b")], margin=None).outcome is BudgetOutcome.NO_MARGIN
    assert share_budget([plan("a", orders=3), plan("b", orders=2)], margin=0.4).outcome is BudgetOutcome.TOO_FEW
    assert share_budget([plan("a", roi=-0.1), plan("b", roi=0)], margin=0.4).outcome is BudgetOutcome.TOO_FEW
    assert share_budget([], margin=0.4).outcome is BudgetOutcome.NO_BUDGETS


def test_that_a_higher_weight_draws_money() -> None:
    even = [plan("new customers", orders=600), plan("old", orders=600)]
    found = share_budget([replace(even[0], weight=1.6), even[1]], margin=0.4)
    assert (found.rows[0].proposed or 0) > (found.rows[1].proposed or 0)


def test_that_plans_alike_are_seldom_moved_by_luck() -> None:
    """Ten shops of like plans: what chance alone says is mostly left alone."""
    draw = np.random.default_rng(4)
    moved = 0
    for _ in range(60):
        plans = []
        for name in ("a", "b", "c"):
            orders = float(draw.poisson(60))
            revenue = float(draw.gamma(2.8 * max(orders, 1), 9_000 / 2.8))
            plans.append(PlanMoney(name, name, 20_000, 28, 560_000, revenue, orders))
        moved += share_budget(plans, margin=0.4).outcome is BudgetOutcome.MOVE
    assert moved <= 18


@settings(deadline=None, max_examples=40)
@given(
    plans=st.lists(
        st.builds(
            PlanMoney,
            plan_id=st.uuids().map(str),
            name=st.just("p"),
            budget=st.none() | st.integers(0, 10_000_000),
            days=st.sampled_from([0.0, 1.0, 14.0, 28.0]),
            spend=st.floats(0, 1e8),
            revenue=st.floats(-1e6, 1e9),
            orders=st.floats(0, 1e5),
            least=st.none() | st.just(3_000),
        ),
        max_size=5,
    ),
    margin=st.none() | st.floats(0, 1),
    total=st.none() | st.integers(0, 10_000_000),
)
def test_that_any_plans_give_whole_answers(plans: list[PlanMoney], margin: float | None, total: int | None) -> None:
    found = share_budget(plans, margin=margin, total=total)
    assert len(found.rows) == len(plans)
    if found.gain is not None:
        assert np.isfinite([found.gain.low, found.gain.median, found.gain.high]).all()
