"""Days of a plan as a review takes them, made with a known change, and the review asked of them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from shopdesk.app.bidding.assumptions import BiddingAssumptions
from shopdesk.app.bidding.review import targets_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.review.days import DayRows
from shopdesk.domain.bidding.review.review import Review, review

START = date(2026, 3, 2)
DAYS = 98
AT = 83
TAKEN = START + timedelta(days=AT)


def rows(
    *,
    orders: float = 10.0,
    seed: int = 1,
    cvr: float = 1.0,
    volume: float = 1.0,
    price: float = 1.0,
    name: str = "plan",
) -> DayRows:
    """Return days of about ``orders`` orders; the factors hold after the change."""
    draw = np.random.default_rng(seed)
    after = np.arange(DAYS) > AT
    clicks = draw.poisson(orders / 0.04 * np.where(after, volume, 1.0), DAYS).astype(float)
    sold: Floats = draw.binomial(clicks.astype(int), 0.04 * np.where(after, cvr, 1.0)).astype(float)
    values: dict[str, Floats] = {
        "impressions": draw.poisson(clicks / 0.03).astype(float) + clicks,
        "clicks": clicks,
        "cost": 150 * clicks * np.where(after, price, 1.0),
        "orders": sold,
        "revenue": 9_000.0 * sold,
    }
    return DayRows(name, tuple(START + timedelta(days=n) for n in range(DAYS)), values)


def ask(own: DayRows | None, *controls: DayRows, margin: float | None = 0.45, **named: object) -> Review:
    asked: dict[str, object] = {
        "taken_on": TAKEN,
        "mature_until": START + timedelta(days=DAYS - 1),
        "promised": {},
        "promised_days": 14,
        "targets": targets_of(BiddingAssumptions()),
        **named,
    }
    return review(own, controls, margin=margin, **asked)  # type: ignore[arg-type]
