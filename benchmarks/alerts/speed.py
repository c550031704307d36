"""How long the check after an import takes: all metrics of the board over three years, filled up to eighty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np

from benchmarks.measuring import seconds
from shopdesk.domain.kpi.alerts.watch_shop import watch_shop
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD, PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries

DAYS: Final = 1095
METRICS: Final = 80


def seconds_of_a_check() -> float:
    """Return the seconds of one check."""
    facts, metrics = _facts(), _metrics()
    return seconds(lambda: watch_shop(facts, metrics, calendar=CampaignCalendar()))


def _facts() -> DailyFacts:
    dice = np.random.default_rng(1)
    week = 1 + 0.1 * np.sin(np.arange(DAYS) * 2 * np.pi / 7)
    parts = {name: PartSeries(dice.poisson(dice.uniform(50, 5000) * week).astype(float), ()) for name in PARTS}
    return DailyFacts(date(2023, 7, 1), DAYS, parts)


def _metrics() -> list[BoardMetric]:
    known = [metric for metric in BOARD.values() if metric.is_of_its_day]
    more = [replace(known[place % len(known)], name=f"copy_{place}") for place in range(METRICS - len(known))]
    return known[:METRICS] + more
