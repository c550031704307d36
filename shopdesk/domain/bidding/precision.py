"""How sure a rate is by the orders behind it, and how many orders a difference needs to show."""

from __future__ import annotations

import numpy as np
from scipy import special

from shopdesk.domain.gamma_poisson import INTERVAL


def ratio_interval(
    orders: float, clicks: float, *, value_cv: float = 0.0, level: float = INTERVAL
) -> tuple[float, float] | None:
    """Return relative bounds (e.g. .8, 1.24) of a rate seen through ``orders`` orders, None where there is none.

    ``value_cv`` is the coefficient of variation of what an order is worth (0: only the count is uncertain).
    """
    if orders <= 0 or clicks <= 0:
        return None
    spread = float(special.ndtri((1 + level) / 2)) * np.sqrt((1 + value_cv**2) / orders)
    return float(np.exp(-spread)), float(np.exp(spread))


def orders_needed(effect: float, *, level: float = INTERVAL) -> int:
    """Return how many orders a cell needs until a difference of ``effect`` (0.2 = 20 %) leaves the interval."""
    z = float(special.ndtri((1 + level) / 2))
    return int(np.ceil((z / np.log1p(effect)) ** 2))
