"""A plan as it stood on a day: kept by name, taken to the console or not, compared and reviewed later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shopdesk.domain.bidding.levers import Levers


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a plan, ``number`` counted from 1; ``taken_on`` None: never exported.

    ``forecast`` holds what was promised when it was taken: ``<metric>.low|median|high`` for the 14 days, money in
    fen, so that a review can be held against it. ``forecast_days`` is their number. ``bases`` are those of the plan.
    """

    version_id: str
    plan_id: str
    number: int
    name: str
    made_on: date
    taken_on: date | None = None
    bids: Mapping[str, int] = field(default_factory=dict)
    hours: tuple[int, ...] = ()
    slots_per_hour: int = 1
    regions: Mapping[str, int] = field(default_factory=dict)
    audiences: Mapping[str, int] = field(default_factory=dict)
    daily_budget: int | None = None
    forecast: Mapping[str, float] = field(default_factory=dict)
    forecast_days: int = 0
    note: str = ""
    bases: Mapping[str, int] = field(default_factory=dict)

    @property
    def levers(self) -> Levers:
        """What the version sets."""
        return Levers(self.bids, self.hours, self.regions, self.audiences, self.daily_budget)
