"""Whether the differences of a dimension are more than chance: where they aren't, a plan had better stay at 100 %."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy import special

from shopdesk.domain.bidding.estimate.counts import Counts
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.estimate.model import Gate

CHANCE_LIMIT: Final = 0.2  # p at or below which differences are more than chance
LEAST_EXPECTED: Final = 3.0  # cells are merged for the test until each expects this many orders


def gate_of(counts: Counts) -> Gate:
    """Test a dimension by its orders and by its carts; where neither can be tested the gate stays closed."""
    p_orders = chance(counts.orders, counts.clicks)
    known = ~np.isnan(counts.carts)
    p_carts = chance(counts.carts[known], counts.clicks[known])
    gate = Gate(p_orders, p_carts, is_open=False)
    p_value = gate.p_value
    return Gate(p_orders, p_carts, is_open=p_value is not None and p_value <= CHANCE_LIMIT)


def chance(events: Floats, weight: Floats) -> float | None:
    """Return the p-value of Pearson's test that events follow their weights, None where it can't be made."""
    total = weight.sum()
    if total <= 0 or events.sum() <= 0:
        return None
    merged = _merged(events, weight * (events.sum() / total))
    if len(merged) < 2:
        return None
    y, e = np.array(merged).T
    return float(special.chdtrc(len(merged) - 1, float(((y - e) ** 2 / e).sum())))


def _merged(y: Floats, expected: Floats) -> list[tuple[float, float]]:
    """Join neighbouring cells until each expects ``LEAST_EXPECTED`` events; the rest joins the last."""
    merged: list[tuple[float, float]] = []
    events_open = expected_open = 0.0
    for k, e in zip(y.tolist(), expected.tolist(), strict=True):
        if e <= 0:
            continue
        events_open, expected_open = events_open + k, expected_open + e
        if expected_open >= LEAST_EXPECTED:
            merged.append((events_open, expected_open))
            events_open = expected_open = 0.0
    if expected_open and merged:
        last = merged.pop()
        merged.append((last[0] + events_open, last[1] + expected_open))
    return merged
