"""Factors of cells without an order among them: regions, audiences, weekdays, what is left of single hours."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.belief import Belief, nothing_known
from shopdesk.domain.bidding.estimate.counts import Counts
from shopdesk.domain.bidding.estimate.day import Exponent
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.joint_counts import JointPrior, Scale, joint_rates
from shopdesk.domain.keywords.worth import order_values

_ALONE: Final = 1e-3  # one group: its terms say what the levels say already
_EXPONENTS: Final = (0.0, 0.35, 0.6, 0.8, 1.0)


def _prior(cells: Scale, noise: Scale) -> JointPrior:
    return JointPrior(cells=cells, noise=noise, exponents=_EXPONENTS, groups=_ALONE, group_noise=_ALONE)


REGION_PRIOR: Final = _prior(
    Scale(0.2, 0.5, (0.02, 0.06, 0.12, 0.2, 0.3, 0.45), nothing=0.65), Scale(0.08, 0.6, (0.03, 0.08, 0.2))
)
"""Regions lie about .20 apart (logarithm): a region's prior is worth 25 expected orders. The chance that they do not
lie apart at all halves what is lost where they don't (22 and 121 orders), and costs nothing where they do."""
AUDIENCE_PRIOR: Final = _prior(
    Scale(0.3, 0.6, (0.03, 0.1, 0.2, 0.35, 0.55, 0.85), nothing=0.2), Scale(0.15, 0.6, (0.05, 0.15, 0.35))
)
WEEK_PRIOR: Final = _prior(Scale(0.05, 0.6, (0.01, 0.03, 0.06, 0.12, 0.2)), Scale(0.04, 0.6, (0.02, 0.06, 0.15)))
"""Weekdays, and hours of the week after day and weekday, lie about .05 apart: worth 400 expected orders."""
REGION_VALUES: Final = Scale(0.06, 0.6, (0.01, 0.03, 0.06, 0.1, 0.2))
"""How far order values lie apart between regions or audiences."""


def belief_of(counts: Counts, weight: Floats, *, prior: JointPrior, exponent: Exponent) -> Belief:
    """Return what is believed of each cell whose clicks count as ``weight``."""
    known = ~np.isnan(counts.carts)
    carts = np.where(known, counts.carts, 0.0)
    live = weight > 0
    if live.sum() < 2 or (counts.orders.sum() <= 0 and carts.sum() <= 0):
        return nothing_known(weight.size)
    rates = joint_rates(
        np.where(live, counts.orders, 0.0),
        weight if counts.has_orders else weight * 1e-9,
        np.where(live, carts, 0.0),
        np.where(known, weight, 0.0),
        np.zeros(weight.size, dtype=np.int64),
        prior=replace(prior, exponent=exponent),
        against_all=True,
    )
    return Belief(rates.mean, rates.spread2).against(weight)


def values_of(counts: Counts, *, cv: float) -> Belief:
    """Return what an order of each cell brings against the average order."""
    if counts.orders.sum() <= 0 or counts.revenue.sum() <= 0:
        return nothing_known(counts.clicks.size)
    value, spread2 = order_values(counts.orders, counts.revenue, between=REGION_VALUES, cv=cv)
    return Belief(value * (counts.orders.sum() / counts.revenue.sum()), np.maximum(spread2, 0.0))
