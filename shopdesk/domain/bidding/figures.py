"""What happened in a plan, cut by hour, region and audience: worked out from frames that nobody changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from shopdesk.domain.bidding.dimensions import Dimension, audiences_happened, regions_happened
from shopdesk.domain.bidding.estimate.model import Gate
from shopdesk.domain.bidding.happened import Source, WeekHappened, hour_gate, week_happened
from shopdesk.domain.periods import Period

FRAMES = ("ad_hour", "shop_hourly", "orders", "ad_region", "ad_audience")


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """Weeks by source, regions, audiences, and whether the hours of the advertising week differ."""

    weeks: Mapping[Source, WeekHappened]
    regions: Dimension | None
    audiences: Dimension | None
    hours: Gate | None

    def week(self, source: Source | None = None) -> WeekHappened | None:
        """Return the week of a source, or of the best there is."""
        if source is not None and source in self.weeks:
            return self.weeks[source]
        return next((self.weeks[kind] for kind in Source if kind in self.weeks), None)


def plan_figures(frames: Mapping[str, pd.DataFrame], period: Period | None, campaign: str) -> PlanFigures:
    """Return what happened in one campaign; ``frames`` holds every table of ``FRAMES``."""
    tables = {Source.ADS: "ad_hour", Source.SHOP: "shop_hourly", Source.ORDERS: "orders"}
    weeks = {}
    for source, table in tables.items():
        week = week_happened(
            frames[table], source=source, period=period, campaign=campaign if source is Source.ADS else ""
        )
        if week is not None:
            weeks[source] = week
    regions = regions_happened(frames["ad_region"], source=Source.ADS, period=period, campaign=campaign)
    if regions is None:
        regions = regions_happened(frames["orders"], source=Source.ORDERS, period=period)
    ads = weeks.get(Source.ADS)
    return PlanFigures(
        weeks,
        regions,
        audiences_happened(frames["ad_audience"], period=period, campaign=campaign),
        hour_gate(ads) if ads is not None else None,
    )
