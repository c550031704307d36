"""From a plan's marginal reports to the values that its bids follow."""

from __future__ import annotations

import numpy as np

from shopdesk.domain.bidding.estimate.belief import factors_of
from shopdesk.domain.bidding.estimate.cells import REGION_PRIOR, shrunk
from shopdesk.domain.bidding.estimate.counts import Counts, counts_of
from shopdesk.domain.bidding.estimate.gate import gate_of
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History
from shopdesk.domain.bidding.estimate.hours import hours_of
from shopdesk.domain.bidding.estimate.model import Dimension, ValueModel
from shopdesk.domain.bidding.estimate.words import word_values
from shopdesk.domain.keywords.worth import order_value_cv


def estimate(history: History) -> ValueModel:
    """Return what is believed of words, hours, regions and audiences; None for what no report tells."""
    completeness = _completeness(history)
    words, exponent = word_values(history.words, completeness=completeness)
    if words is None or exponent == 0.0:
        exponent = 0.8
    hours, day_profile = hours_of(history.hours, exponent=exponent)
    best = _best_cut(history)
    return ValueModel(
        words=words,
        hours=hours,
        day_profile=day_profile,
        regions=_dimension(history.regions, exponent),
        audiences=_dimension(history.audiences, exponent),
        cart_exponent=exponent,
        revenue_per_click=_per_click(best) / completeness,
        value_cv=order_value_cv(best.orders, best.revenue) if best is not None else 0.6,
    )


def _dimension(cells: Cells | None, exponent: float) -> Dimension | None:
    if cells is None or not len(cells):
        return None
    counts = counts_of(cells)
    if counts.clicks.sum() <= 0:
        return None
    belief = shrunk(counts, counts.clicks, prior=REGION_PRIOR, exponent=exponent)
    expected = counts.clicks * (counts.orders.sum() / counts.clicks.sum())
    return Dimension(factors_of(counts.names, belief, orders=counts.orders, expected=expected), gate_of(counts))


def _best_cut(history: History) -> Counts | None:
    """Return the table that tells most orders: the tables divide the same spend, so the fullest says most."""
    tables = (history.words.cells if history.words else None, history.hours, history.regions)
    found = [counts_of(table) for table in tables if table is not None and len(table)]
    return max(found, key=lambda counts: float(counts.orders.sum()), default=None)


def _per_click(counts: Counts | None) -> float:
    clicks = counts.clicks.sum() if counts is not None else 0.0
    return float(counts.revenue.sum() / clicks) if counts is not None and clicks > 0 else 0.0


def _completeness(history: History) -> float:
    """Return the share of its orders that the period has: the last days are still waiting for theirs."""
    known: Floats = np.asarray(history.maturity, dtype=float)
    known = np.clip(known[np.isfinite(known)], 0.0, 1.0)
    days = max(history.weeks * 7, 1.0)
    missing = min(float((1 - known).sum()), 0.9 * days)
    return 1 - missing / days
