"""From a plan's marginal reports to the values that its bids follow."""

from __future__ import annotations

from typing import Final

from shopdesk.domain.bidding.estimate.belief import factors_of
from shopdesk.domain.bidding.estimate.cells import AUDIENCE_PRIOR, REGION_PRIOR, belief_of, values_of
from shopdesk.domain.bidding.estimate.counts import Counts, counts_of
from shopdesk.domain.bidding.estimate.day import Exponent
from shopdesk.domain.bidding.estimate.gate import gate_of
from shopdesk.domain.bidding.estimate.history import Cells, History
from shopdesk.domain.bidding.estimate.hours import hours_of
from shopdesk.domain.bidding.estimate.model import Dimension, ValueModel
from shopdesk.domain.bidding.estimate.words import word_values
from shopdesk.domain.joint_counts import JointPrior
from shopdesk.domain.keywords.usual import USUAL_CONVERSION, Usual
from shopdesk.domain.keywords.worth import ORDER_VALUE_CV, order_value_cv

CARTS_TELL: Final = (0.8, 0.25)
"""How far carts speak for orders until a shop's own words tell: mean and sd of the exponent."""
_APART: Final = 0.15  # sd between the exponent of words and that of another dimension


def estimate(history: History, *, usual: Usual = USUAL_CONVERSION) -> ValueModel:
    """Return what is believed of words, hours, regions and audiences; None for what no report tells.

    All of it comes from marginal tables. The exponent of carts is learnt from the words, where most differences are,
    and goes on to the other dimensions as their prior. ``usual`` says what quadrants usually convert.
    """
    words, found = word_values(history.words, usual=usual)
    exponent = CARTS_TELL if found is None else (found, _APART)
    hours, day_profile = hours_of(history, exponent=exponent)
    best = _best_cut(history)
    cv = _value_cv(history)
    return ValueModel(
        words=words,
        hours=hours,
        day_profile=day_profile,
        regions=_dimension(history.regions, REGION_PRIOR, exponent, cv),
        audiences=_dimension(history.audiences, AUDIENCE_PRIOR, exponent, cv),
        cart_exponent=found or 0.0,
        revenue_per_click=_per_click(best),
        value_cv=cv,
    )


def _dimension(cells: Cells | None, prior: JointPrior, exponent: Exponent, cv: float) -> Dimension | None:
    if cells is None or not len(cells):
        return None
    counts = counts_of(cells)
    if counts.clicks.sum() <= 0:
        return None
    belief = belief_of(counts, counts.clicks, prior=prior, exponent=exponent).times(values_of(counts, cv=cv))
    belief = belief.against(counts.clicks)
    factors = factors_of(counts.names, belief, orders=counts.orders, expected=counts.expected)
    return Dimension(factors, gate_of(counts, exponent=exponent[0]))


def _value_cv(history: History) -> float:
    """Return the spread of single order values, from the table with most cells of just one order."""
    tables = (history.words.cells if history.words else None, history.hours, history.regions)
    found = [counts_of(table) for table in tables if table is not None and len(table)]
    most = max(found, key=lambda counts: int((counts.orders == 1).sum()), default=None)
    return order_value_cv(most.orders, most.revenue) if most is not None else ORDER_VALUE_CV


def _best_cut(history: History) -> Counts | None:
    """Return the table that tells most orders: the tables divide the same spend, so the fullest says most."""
    tables = (history.words.cells if history.words else None, history.hours, history.regions)
    found = [counts_of(table) for table in tables if table is not None and len(table)]
    return max(found, key=lambda counts: float(counts.orders.sum()), default=None)


def _per_click(counts: Counts | None) -> float:
    clicks = counts.clicks.sum() if counts is not None else 0.0
    return float(counts.revenue.sum() / clicks) if counts is not None and clicks > 0 else 0.0
