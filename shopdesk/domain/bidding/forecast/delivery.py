"""What a plan gets of the demand in the days ahead: all of it, or what its daily budget lasts for.

A budget that runs out buys the first hours of the day and loses the later ones, at the same price a click. Several
constraints combine by their minimum; here the budget is the only one that bids don't carry already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.elasticity import growth, price_growth
from shopdesk.domain.bidding.forecast.ground import Ground
from shopdesk.domain.bidding.forecast.parts import OFF, Moved, hour_ratios, moved, unmoved
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY

_NODES: Final = (-np.sqrt(3.0), 0.0, np.sqrt(3.0))
_WEIGHTS: Final = (1 / 6, 2 / 3, 1 / 6)
MOST_SCATTER: Final = 0.6


@dataclass(frozen=True, slots=True)
class Outcome:
    """Expected over the days ahead by draw: spend in fen, clicks, orders and revenue in fen (None: unknown).

    ``limit`` is what the budget allows over these days, None without one.
    """

    spend: Floats
    clicks: Floats
    orders: Floats | None
    revenue: Floats | None
    limit: float | None = None

    def profit(self, margin: float) -> Floats | None:
        """Return what is left of the revenue less the spend; None where either isn't known."""
        if self.revenue is None or not np.isfinite(margin):
            return None
        return margin * self.revenue - self.spend


@dataclass(frozen=True, slots=True)
class Course:
    """How a day's clicks and worth come in as its spend does: shares of the day at growing shares of its spend."""

    spend: Floats
    clicks: Floats
    worth: Floats


def outcome(ground: Ground, levers: Levers, *, days: int) -> Outcome:
    """Return what levers bring in the days ahead."""
    return delivered(ground, moved(ground, levers), levers, days=days)


def delivered(ground: Ground, parts: dict[str, Moved], levers: Levers, *, days: int) -> Outcome:
    """Return what is bought where each dimension has moved so; hours and budget are those of ``levers``."""
    whole = unmoved(ground.eps.size)
    for part in parts.values():
        whole = whole * part
    clicks = ground.clicks * ground.demand * whole.clicks
    spend = ground.clicks * ground.demand * ground.cpc * whole.spend
    worth = ground.clicks * ground.demand * whole.worth
    budget = budget_of(ground, levers)
    bought, paid, gained = _days(ground, (clicks, spend, worth), levers, budget, days=days)
    orders = None if ground.rate is None else gained * ground.rate
    revenue = None if orders is None or ground.order_value is None else orders * ground.order_value
    limit = None if budget is None else float(budget * days)
    return Outcome(paid, bought, orders, revenue, limit)


def budget_of(ground: Ground, levers: Levers) -> int | None:
    """Return what a day may cost: of the levers, else the budget that ran out in the history; None for no limit."""
    if levers.daily_budget is None and ground.is_bound:
        return ground.reference.daily_budget
    return levers.daily_budget


def _days(
    ground: Ground, day: tuple[Floats, Floats, Floats], levers: Levers, budget: int | None, *, days: int
) -> tuple[Floats, Floats, Floats]:
    """Return clicks, spend and worth of all days; ``day`` are those of a mean day by draw."""
    factors = ground.weekdays[(ground.first_weekday + np.arange(days)) % DAYS]
    clicks, spend, worth = day
    if budget is None:
        total = factors.sum()
        return clicks * total, spend * total, worth * total
    kinds, times = np.unique(np.round(factors, 4), return_counts=True)
    scatter = min(MOST_SCATTER, float(np.sqrt(ground.dispersion / max(float(np.median(clicks)), 1.0))))
    sizes = np.concatenate([kinds * np.exp(scatter * node - scatter**2 / 2) for node in _NODES])
    weights = np.concatenate([times * weight for weight in _WEIGHTS])
    weights = weights * days / weights.sum()
    sizes = sizes * factors.sum() / (sizes @ weights)
    wanted = sizes[:, None] * spend
    lasts = np.divide(budget, wanted, out=np.ones_like(wanted), where=wanted > budget)
    course = day_course(ground, levers)
    weight = (weights * sizes)[:, None]
    return (
        clicks * (weight * np.interp(lasts, course.spend, course.clicks)).sum(axis=0),
        spend * (weight * lasts).sum(axis=0),
        worth * (weight * np.interp(lasts, course.spend, course.worth)).sum(axis=0),
    )


def day_course(ground: Ground, levers: Levers) -> Course:
    """Return how a day runs under these hours, from 00:00; evenly where no report tells hours."""
    part = ground.hours
    even = np.array([0.0, 1.0])
    if part is None:
        return Course(even, even, even)
    ratio = hour_ratios(ground.reference.hours, levers.hours)
    eps, eta, bend = (float(np.median(one)) for one in (ground.eps, ground.eta, ground.bend))
    paid = growth(ratio, eps, bend=bend)
    bought = np.exp(paid - price_growth(ratio, eta, bend=ground.elasticity.price_bend)) * (ratio > OFF + 1)
    columns = (part.spend * np.exp(paid), part.clicks * bought, part.worth.mean(axis=1) * bought)
    spend, clicks, worth = (_running(column) for column in columns)
    return Course(spend, clicks, worth)


def _running(values: Floats) -> Floats:
    """Return the share of a mean day that is in by the end of each hour, from 0 to 1."""
    hours = values.reshape(DAYS, HOURS_PER_DAY).sum(axis=0)
    total = hours.sum()
    return np.concatenate([[0.0], np.cumsum(hours) / total]) if total > 0 else np.linspace(0, 1, HOURS_PER_DAY + 1)
