"""Profit and ROI over daily budgets: every bid scaled by one factor until the spend meets the budget."""

from __future__ import annotations

from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.delivery import Outcome, delivered
from shopdesk.domain.bidding.forecast.elasticity import growth, price_growth
from shopdesk.domain.bidding.forecast.ground import HORIZON_DAYS, Ground
from shopdesk.domain.bidding.forecast.model import Curve, CurvePoint, Range
from shopdesk.domain.bidding.forecast.parts import moved
from shopdesk.domain.bidding.forecast.seen import spread
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Settings

LOWEST: Final = 0.2
HIGHEST: Final = 3.0
POINTS: Final = 25
"""Budgets looked at, from ``LOWEST`` to ``HIGHEST`` times what the levers spend by themselves."""
YUAN_FEN: Final = 100
MOST_STEP: Final = 8.0
_HALVINGS: Final = 30
_UNLIMITED: Final = 10**15


def curve(ground: Ground | None, settings: Settings, *, new: Levers, days: int = HORIZON_DAYS) -> Curve:
    """Return expected profit and ROI (80 % of what may truly be, without the luck of the days) at growing budgets.

    Bids follow the budget: whatever is true, they are all scaled until the spend is the budget, as an operator does
    week by week, so that it lasts the day. Beyond the spend that was seen this is an extrapolation with the
    elasticity. The best budget is that of each draw; None where it lies at an end of what was looked at. Without a
    margin or revenue there are no points.
    """
    if ground is None or ground.order_value is None or not np.isfinite(settings.margin):
        return Curve((), None, None)
    free = delivered(ground, moved(ground, new), Levers(hours=new.hours, daily_budget=_UNLIMITED), days=days)
    spend = float(np.median(free.spend)) / days
    if not spend > YUAN_FEN or not free.spend.min() > 0:
        return Curve((), None, None)
    budgets = _round(spend * np.geomspace(LOWEST, HIGHEST, POINTS))
    found = [_at(ground, free, budget, days=days) for budget in budgets]
    profits = np.stack([_profit(one, settings.margin) for one in found])
    points = tuple(
        CurvePoint(int(budget), spread(profit), spread(_roi(one)))
        for budget, one, profit in zip(budgets, found, profits, strict=True)
    )
    return Curve(points, _best(budgets, profits), _diminishing(budgets, profits))


def _at(ground: Ground, free: Outcome, budget: float, *, days: int) -> Outcome:
    """Return the outcome where bids are scaled until the spend is the budget."""
    wanted = np.log(budget * days / free.spend)
    step = _step(ground, wanted)
    bought = np.exp(wanted - price_growth(step, ground.eta, bend=ground.elasticity.price_bend))
    orders = None if free.orders is None else free.orders * bought
    revenue = None if free.revenue is None else free.revenue * bought
    return Outcome(np.full(wanted.size, budget * days), free.clicks * bought, orders, revenue)


def _step(ground: Ground, wanted: Floats) -> Floats:
    """Return by how much bids must move (logarithm) in each draw until the spend's logarithm does so."""
    low, high = np.full(wanted.size, -MOST_STEP), np.full(wanted.size, MOST_STEP)
    for _ in range(_HALVINGS):
        between = (low + high) / 2
        short = growth(between, ground.eps, bend=ground.bend) < wanted
        low, high = np.where(short, between, low), np.where(short, high, between)
    return np.asarray((low + high) / 2, dtype=float)


def _profit(found: Outcome, margin: float) -> Floats:
    profit = found.profit(margin)
    return np.zeros_like(found.spend) if profit is None else profit


def _roi(found: Outcome) -> Floats:
    revenue = np.zeros_like(found.spend) if found.revenue is None else found.revenue
    roi = np.divide(revenue, found.spend, out=np.zeros_like(revenue), where=found.spend > 0)
    return np.asarray(roi, dtype=float)


def _best(budgets: Floats, profits: Floats) -> Range | None:
    best = budgets[np.argmax(profits, axis=0)]
    found = spread(best)
    inside = budgets[0] < found.median < budgets[-1]
    return found if inside else None


def _diminishing(budgets: Floats, profits: Floats) -> int | None:
    """Return the first budget from which the next yuan no longer earns a yuan back, None where it isn't reached."""
    medians = np.median(profits, axis=1)
    falling = np.flatnonzero(np.diff(medians) < 0)
    if not falling.size or falling[0] == 0:
        return None
    return int(budgets[falling[0]])


def _round(budgets: Floats) -> Floats:
    """Whole yuan, two figures and a half: nobody sets a budget of 137.42 yuan."""
    size = 10.0 ** np.floor(np.log10(budgets)) / 20
    step = np.maximum(size, YUAN_FEN)
    return np.asarray(np.unique(np.round(budgets / step) * step), dtype=float)
