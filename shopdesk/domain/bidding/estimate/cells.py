"""Factors of exchangeable cells (regions, audiences, weekdays, what is left of single hours) from orders and carts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.belief import Belief, nothing_known
from shopdesk.domain.bidding.estimate.counts import Counts
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.gamma_poisson import Prior, shrink

REGION_PRIOR: Final = Prior(centre=25.0, low=1.0, high=5000.0, steps=60)
WEEK_PRIOR: Final = Prior(centre=400.0, low=1.0, high=5000.0, steps=60)
CARTS_TELL: Final = 4.0


def shrunk(counts: Counts, weight: Floats, *, prior: Prior, exponent: float) -> Belief:
    """Return what is believed of each cell whose clicks count as ``weight``."""
    if weight.sum() <= 0:
        return nothing_known(weight.size)
    first = nothing_known(weight.size)
    if counts.has_carts and exponent > 0:
        known = ~np.isnan(counts.carts)
        carts = np.where(known, counts.carts, 0.0)
        e = np.where(known, weight, 0.0)
        found = shrink(carts, e * (carts.sum() / e.sum()), prior=prior)
        mean = found.mean**exponent
        first = Belief(mean, exponent**2 * found.variance / found.mean**2)
        prior = replace(prior, centre=prior.centre * CARTS_TELL)
    expected = weight * first.mean
    if counts.orders.sum() <= 0:
        return first.against(weight)
    found = shrink(counts.orders, expected * (counts.orders.sum() / expected.sum()), prior=prior)
    return first.times(Belief(found.mean, found.variance / found.mean**2)).against(weight)
