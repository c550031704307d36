"""Whether a return on ads has truly changed between two periods, or chance could have done it."""

from __future__ import annotations

from typing import Final

from scipy.special import betainc

KNOWN: Final = 0.9
"""Chance of a rise (or of a fall) from which a change is told: an 80 % interval of the difference leaves 0 out."""


def chance_of_rise(*, orders: float, roi: float, orders_before: float, roi_before: float, cv: float) -> float:
    """Return the probability that the return is higher now than it was before.

    Both returns are Gamma with ``(orders + 1/2) / (1 + cv²)`` as shape, as in ``worth.ratio_interval``; ``roi`` are
    their means (half an order included). For independent Gammas ``X2 / (X1 + X2)`` is Beta, so that the
    probability is exact.
    """
    shape, shape_before = ((count + 0.5) / (1 + cv**2) for count in (orders, orders_before))
    bound = roi * shape_before / (roi_before * shape)
    return float(betainc(shape_before, shape, bound / (1 + bound)))
