"""预算分配: what moving money between plans would bring, and whether that can be told from leaving all as it is.

A plan that spends ``s`` a day brings ``R = R₀ (s / s₀)^β`` of revenue. What is doubted is drawn: today's return of each
plan (few orders; drawn towards the others by how much they have), and β. Moves are those of the expected best
division; their gain is that of the same moves in every drawn world, so that luck in the figures isn't promised on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from shopdesk.domain import gamma_poisson
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.plan import Objective
from shopdesk.domain.bidding.propose.settings import MOST_STEP
from shopdesk.domain.bidding.stages.allocation import Taker, divided

BETA: Final = (0.6, 0.08)
"""How revenue follows spend, mean and standard deviation [K: 请核对]: .5–.7 until a shop's own changes tell."""
RETURN_CENTRE: Final = 25.0
"""Orders that the common return is worth beside a plan's own: plans differ by about a fifth."""
SURE: Final = 0.8
"""Chance of a gain from which moving money is advised."""
LEAST_ORDERS: Final = 30
"""Orders of all plans together below which nothing is advised."""
BINDING: Final = 0.85
"""Share of its budget that a plan must spend before a higher budget can bring anything."""
VALUE_CV: Final = 0.6
STEP_FEN: Final = 1_000
"""Budgets are proposed in whole tens of yuan."""
UNLOCKED_STEP: Final = 0.6
_DRAWS: Final = 4_000
_BETA_RANGE: Final = (0.3, 0.9)


class BudgetOutcome(StrEnum):
    """What may be said of moving money."""

    MOVE = "move"
    KEEP = "keep"  # 不动更好
    CANNOT_TELL = "cannot_tell"  # there may be a gain, it can't be told from none
    TOO_FEW = "too_few"  # too few orders
    NOT_BOUND = "not_bound"  # fewer than two plans spend what they may
    NO_BUDGETS = "no_budgets"
    NO_MARGIN = "no_margin"


class Held(StrEnum):
    """Why a plan's budget stays."""

    NOT = ""
    TEST = "test"  # a test of items needs what it has
    NOT_SPENT = "not_spent"  # it doesn't spend what it may: more budget brings nothing
    NO_REPORT = "no_report"
    NO_BUDGET = "no_budget"


@dataclass(frozen=True, slots=True)
class PlanMoney:
    """A plan with what it has a day: budget in fen (None unknown), and what its reports say over ``days`` days.

    ``spend``, ``revenue`` in fen over these days. ``weight`` is what its revenue counts beside others (a new customer
    more, an order that would have come anyway less).
    """

    plan_id: str
    name: str
    budget: int | None
    days: float
    spend: float
    revenue: float
    orders: float
    objective: Objective = Objective.NONE
    weight: float = 1.0
    least: int | None = None


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One plan's proposal: fen a day, what the next yuan brings (contribution per yuan), the gain of its own move."""

    plan: PlanMoney
    proposed: int | None
    held: Held
    marginal: Range | None
    gain: Range | None


@dataclass(frozen=True, slots=True)
class BudgetAnswer:
    """``gain``: contribution a day in fen of all moves together, 80 % interval; ``chance`` that it is above 0."""

    outcome: BudgetOutcome
    rows: tuple[BudgetRow, ...] = ()
    gain: Range | None = None
    chance: float | None = None
    orders: float = 0.0

    @property
    def moves(self) -> tuple[BudgetRow, ...]:
        """The rows whose budget would change."""
        return tuple(row for row in self.rows if row.proposed is not None and row.proposed != row.plan.budget)


def share_budget(
    plans: Sequence[PlanMoney],
    *,
    margin: float | None,
    total: int | None = None,
    beta: tuple[float, float] = BETA,
    unlocked: bool = False,
) -> BudgetAnswer:
    """Return how the budgets of plans should be divided; ``total`` fen a day (None: what they have together).

    ``margin`` is the contribution of revenue (fraction). Per review a budget moves at most a fifth unless ``unlocked``.
    """
    held = [_held(plan) for plan in plans]
    free = [plan for plan, why in zip(plans, held, strict=True) if why is Held.NOT]
    orders = sum(plan.orders for plan in free)
    failed = _refused(plans, free, margin)
    if failed is not None or margin is None:
        kept = tuple(BudgetRow(plan, plan.budget, why, None, None) for plan, why in zip(plans, held, strict=True))
        return BudgetAnswer(failed or BudgetOutcome.NO_MARGIN, kept, orders=orders)
    world = _world(free, margin, beta)
    now = np.array([plan.budget for plan in free], dtype=float)
    asked = float(total) if total is not None else float(now.sum())
    new = _rounded(divided(_takers(free, world, asked=asked, unlocked=unlocked), asked), now, asked)
    gains = world.gain(now, new)
    marginals = world.marginal()
    rows = {
        plan.plan_id: BudgetRow(
            plan,
            int(new[at]),
            Held.NOT,
            _range(marginals[:, at]),
            _range(gains[:, at]) if new[at] != now[at] else None,
        )
        for at, plan in enumerate(free)
    }
    together = gains.sum(axis=1)
    chance = float((together > 0).mean())
    outcome = _outcome(new, now, together, chance)
    shown = tuple(
        rows.get(plan.plan_id) or BudgetRow(plan, plan.budget, why, None, None)
        for plan, why in zip(plans, held, strict=True)
    )
    return BudgetAnswer(outcome, shown, _range(together), chance, orders)


@dataclass(frozen=True, slots=True)
class _World:
    """Drawn worlds (rows) of plans (columns): weighted contribution a day at today's spend (fen), β; that spend."""

    value: Floats
    beta: Floats
    spend: Floats

    def gain(self, now: Floats, new: Floats) -> Floats:
        """Return contribution less cost gained by each plan (fen a day) in each world."""
        after = self.spend * new / now
        return np.asarray(self.value * ((new / now) ** self.beta - 1) - (after - self.spend))

    def marginal(self) -> Floats:
        """Return the contribution of the next yuan in each world."""
        return np.asarray(self.value * self.beta / self.spend)


def _world(free: Sequence[PlanMoney], margin: float, beta: tuple[float, float]) -> _World:
    """Draw what isn't known; fixed, so that the same figures give the same answer."""
    draw = np.random.default_rng(1)
    spend, revenue, orders, days, weight = (
        np.array([getattr(plan, name) for plan in free], dtype=float)
        for name in ("spend", "revenue", "orders", "days", "weight")
    )
    revenue = np.maximum(revenue, 0.0)  # more refunds than sales tell no less than nothing sold
    common = revenue.sum() / spend.sum()
    value_of_order = revenue.sum() / max(orders.sum(), 1.0)
    expected = spend * common / value_of_order
    seen = revenue / value_of_order  # orders by their money
    inflation = 1 + VALUE_CV**2  # an order's value varies: its count alone would seem too sure
    prior = gamma_poisson.Prior(centre=RETURN_CENTRE, low=2.0, high=2_000.0, steps=50)
    found = gamma_poisson.shrink(seen / inflation, expected / inflation, prior=prior)
    shape = found.mean**2 / found.variance
    factor = draw.gamma(shape, found.mean / shape, size=(_DRAWS, spend.size))
    curve = np.clip(draw.normal(beta[0], beta[1], size=(_DRAWS, spend.size)), *_BETA_RANGE)
    a_day = spend / days
    return _World(margin * weight * common * factor * a_day, curve, a_day)


def _takers(free: Sequence[PlanMoney], world: _World, *, asked: float, unlocked: bool) -> list[Taker]:
    """Return the plans as takers of budget, with the expected return of each."""
    step = UNLOCKED_STEP if unlocked else MOST_STEP
    budgets = np.array([plan.budget for plan in free], dtype=float)
    scale_of_all = asked / budgets.sum()
    values = (world.value * budgets**-world.beta).mean(axis=0)
    curves = world.beta.mean(axis=0)
    takers = []
    for plan, budget, value, curve in zip(free, budgets, values, curves, strict=True):
        high = (1 + step) * budget * max(1.0, scale_of_all)
        low = max((1 - step) * budget * min(1.0, scale_of_all), float(plan.least or 0))
        takers.append(Taker(float(value), float(curve), min(low, high), high))
    return takers


def _rounded(wished: Floats, now: Floats, asked: float) -> Floats:
    """Return whole tens of yuan that together stay within what is asked; what would hardly move stays as it is."""
    stays = np.abs(wished - now) < STEP_FEN / 2
    result = np.where(stays, now, np.floor(wished / STEP_FEN) * STEP_FEN)
    moving = np.flatnonzero(~stays)
    room = min(asked - now[stays].sum(), wished[moving].sum() + STEP_FEN / 2) - result[moving].sum()
    rests = wished[moving] - result[moving]
    for place in moving[np.argsort(-rests)][: max(0, int(room // STEP_FEN))]:
        result[place] += STEP_FEN
    return np.asarray(result)


def _outcome(new: Floats, now: Floats, together: Floats, chance: float) -> BudgetOutcome:
    if np.array_equal(new, now):
        return BudgetOutcome.KEEP
    if chance >= SURE:
        return BudgetOutcome.MOVE
    return BudgetOutcome.CANNOT_TELL if float(np.median(together)) > 0 else BudgetOutcome.KEEP


def _refused(plans: Sequence[PlanMoney], free: Sequence[PlanMoney], margin: float | None) -> BudgetOutcome | None:
    if all(not plan.budget for plan in plans):
        return BudgetOutcome.NO_BUDGETS
    if len(free) < 2:
        return BudgetOutcome.NOT_BOUND
    if sum(plan.orders for plan in free) < LEAST_ORDERS or sum(plan.revenue for plan in free) <= 0:
        return BudgetOutcome.TOO_FEW
    return BudgetOutcome.NO_MARGIN if margin is None or margin <= 0 else None


def _held(plan: PlanMoney) -> Held:
    if plan.objective is Objective.TEST:
        return Held.TEST
    if not plan.budget:
        return Held.NO_BUDGET
    if plan.days <= 0 or plan.spend <= 0:
        return Held.NO_REPORT
    return Held.NOT if plan.spend / plan.days >= BINDING * plan.budget else Held.NOT_SPENT


def _range(draws: Floats) -> Range:
    low, middle, high = (float(value) for value in np.quantile(draws, [0.1, 0.5, 0.9]))
    return Range(low, middle, high)
