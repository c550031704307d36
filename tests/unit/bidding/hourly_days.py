"""Days of a plan by hour that follow a known course, some of them cut short."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.pacing import HourlyDays

FIRST = date(2026, 6, 1)
_SHAPE: Floats = np.array([2, 1, 1, 1, 1, 1, 2, 3, 5, 6, 7, 6, 6, 6, 6, 6, 6, 6, 7, 8, 9, 9, 7, 4], dtype=float)
COURSE: Floats = _SHAPE / _SHAPE.sum()


def hourly(
    a_day: float, days: int = 28, *, seed: int = 1, cpc: float = 150, ends: dict[int, int] | None = None
) -> HourlyDays:
    """Return days that follow the course; ``ends`` gives the first silent hour by place of the day."""
    draw = np.random.default_rng(seed)
    clicks = draw.poisson(a_day * COURSE, size=(days, 24)).astype(float)
    for place, hour in (ends or {}).items():
        clicks[place, hour:] = 0
    all_days = tuple(FIRST + timedelta(days=n) for n in range(days))
    orders = float(draw.poisson(0.04 * clicks.sum()))
    return HourlyDays(all_days, clicks, cpc * clicks, orders, 9_000 * orders, np.zeros((days, 24), dtype=bool))
