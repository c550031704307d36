"""Small shops for tests of alerts: daily sums with a week, noise, and what a test puts into them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import numpy as np

from shopdesk.domain.kpi.alerts.watch import Watches
from shopdesk.domain.kpi.alerts.watch_shop import watch_shop
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries

START = date(2025, 1, 6)
WEEK = np.array([1.0, 0.95, 0.92, 0.97, 1.05, 1.25, 1.2])
NO_CAMPAIGNS = CampaignCalendar()
METRICS = ("pay_amount", "visitors", "pay_cvr", "aov")


@cache
def ordinary(days: int = 150, buyers: int = 90, seed: int = 1) -> DailyFacts:
    """A shop on which nothing happens."""
    dice = np.random.default_rng(seed)
    week = WEEK[np.arange(days) % 7]
    visitors = dice.poisson(buyers * 33 * week * np.exp(dice.normal(0, 0.05, days))).astype(float)
    bought = dice.binomial(visitors.astype(int), 0.03).astype(float)
    spent = np.round(bought * 8800 * np.exp(dice.normal(0, 0.04, days)))
    return with_parts({"visitors": visitors, "pay_buyers": bought, "pay_amount": spent})


def with_parts(parts: Mapping[str, np.ndarray]) -> DailyFacts:
    length = len(next(iter(parts.values())))
    return DailyFacts(START, length, {name: PartSeries(np.asarray(part, float), ()) for name, part in parts.items()})


def changed(facts: DailyFacts, first: int, factors: Mapping[str, np.ndarray | float], days: int = 1) -> DailyFacts:
    """Multiply parts of some days, whole numbers kept."""
    parts = {name: part.values.copy() for name, part in facts.parts.items()}
    for name, factor in factors.items():
        parts[name][first : first + days] = np.round(parts[name][first : first + days] * factor)
    return with_parts(parts)


def cut(facts: DailyFacts, days: int) -> DailyFacts:
    return with_parts({name: part.values[:days] for name, part in facts.parts.items()})


def watches(facts: DailyFacts, calendar: CampaignCalendar = NO_CAMPAIGNS) -> Watches:
    return watch_shop(facts, [BOARD[name] for name in METRICS], calendar=calendar)


def day(place: int) -> date:
    return START + timedelta(days=place)
