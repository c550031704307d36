"""What a plan earns at equal spend: bids scaled by one factor until the shop's spend is reached, exact expectations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.bidding.auction import STEP, Floats, at, tables
from benchmarks.bidding.world import MARGIN, World, log_bids

HOUR_LIMITS: Final = (0.30, 2.50)
REGION_LIMITS: Final = (0.50, 2.00)
BID_LIMITS: Final = (0.10, 10.0)
"""Against today's bid: wide, so that words decide and not the limit."""
CLOSE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Plan:
    """Bids in yuan by word (up to one factor) and multipliers by hour of the week and region."""

    base: Floats
    hours: Floats
    regions: Floats


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plan brings a week on average, yuan; ``factor`` is what its bids were multiplied by."""

    factor: float
    cost: float
    clicks: float
    orders: float
    revenue: float

    @property
    def profit(self) -> float:
        """Margin of the revenue less the cost."""
        return MARGIN * self.revenue - self.cost

    @property
    def roi(self) -> float:
        """Revenue by cost."""
        return self.revenue / self.cost


def limited(plan: Plan) -> Plan:
    """Return the plan as a console takes it: whole percent inside the limits."""
    hours, regions = (
        np.clip(np.round(values, 2), *limits)
        for values, limits in ((plan.hours, HOUR_LIMITS), (plan.regions, REGION_LIMITS))
    )
    return Plan(plan.base, hours, regions)


class Scorer:
    """Scores plans in one world at today's spend."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._tables = tables(world.market)
        self._slope = np.gradient(self._tables.payment, STEP)
        self._price = world.searches * np.exp(world.mu)
        ones = np.ones(world.mu.shape[1]), np.ones(world.mu.shape[2])
        self.today = Plan(world.bids, *ones)
        self.spend = float((self._price * at(self._tables.payment, np.log(world.bids)[:, None, None] - world.mu)).sum())

    def score(self, plan: Plan) -> Outcome:
        """Return what the plan, limited and scaled to today's spend, brings."""
        kept = limited(plan)
        return self.score_free(log_bids(kept.base, kept.hours, kept.regions))

    def score_free(self, log_bid: Floats) -> Outcome:
        """Return what bids by cell bring when scaled to today's spend."""
        z = log_bid - self.world.mu
        shift = self._shift(z)
        clicks = at(self._tables.clicks, z + shift) * self.world.searches
        orders = clicks * self.world.cvr
        cost = float((self._price * at(self._tables.payment, z + shift)).sum())
        revenue = float((orders * self.world.aov).sum())
        return Outcome(float(np.exp(shift)), cost, float(clicks.sum()), float(orders.sum()), revenue)

    def _shift(self, z: Floats) -> float:
        """Newton on the logarithm of the spend, kept between the bounds that are already known."""
        low, high, shift = -12.0, 12.0, 0.0
        for _ in range(60):
            cost = float((self._price * at(self._tables.payment, z + shift)).sum())
            gap = np.log(max(cost, 1e-300) / self.spend)
            if abs(gap) < CLOSE:
                break
            low, high = (low, shift) if gap > 0 else (shift, high)
            slope = float((self._price * at(self._slope, z + shift)).sum()) / max(cost, 1e-300)
            step = shift - gap / slope if slope > 0.05 else np.inf
            shift = step if low < step < high else (low + high) / 2
        return float(shift)
