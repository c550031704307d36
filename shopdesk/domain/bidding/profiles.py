"""What a platform lets an operator set: hours, regions, audiences, budget; read from data, handed in parsed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

UNCHANGED_PERCENT = 100
DAYS = 7
HOURS_PER_DAY = 24
PROPOSED_STEP = 5
"""Percent in which proposals move where a platform's file says nothing else: finer steps earn nothing that can be
measured and make every hour a value of its own to be typed. What an operator types may be any whole percent."""


class Evidence(StrEnum):
    """How sure a limit is: seen at the platform, seen in somebody's tool, read, or only known by hearsay."""

    SEEN = "E"
    THIRD_PARTY = "E-3p"
    READ = "R"
    HEARSAY = "K"
    OWN = "own"  # the shop looked at its console and set the limit itself

    @property
    def is_verified(self) -> bool:
        """Whether the limit may stand without "please check"."""
        return self in (Evidence.SEEN, Evidence.OWN)


class RegionLever(StrEnum):
    """What can be done about a region."""

    NONE = "none"
    ON_OFF = "on_off"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class HourLimits:
    """Hour modifiers in percent of the bid (100 = unchanged), both ends allowed.

    ``can_switch_off`` allows 0; ``switch_only`` allows nothing but 0 and 100; ``one_profile`` means that every
    day has the same hours; ``windows_per_day`` limits the number of different stretches in a day. ``step``: the
    percents that are proposed are multiples of it.
    """

    slots_per_hour: int
    low: int
    high: int
    can_switch_off: bool
    switch_only: bool
    one_profile: bool
    windows_per_day: int | None
    manual_bid_only: bool
    evidence: Evidence
    step: int = PROPOSED_STEP


@dataclass(frozen=True, slots=True)
class RegionLimits:
    """Region modifiers in percent of the bid; 0 is off. Proposals are multiples of ``step``."""

    lever: RegionLever
    low: int
    high: int
    evidence: Evidence
    step: int = PROPOSED_STEP


@dataclass(frozen=True, slots=True)
class AudienceLimits:
    """Audience modifiers in percent of the bid; 100 (no premium) is always allowed. None high: no such lever.

    Proposals are multiples of ``step``.
    """

    low: int
    high: int | None
    evidence: Evidence
    step: int = PROPOSED_STEP


@dataclass(frozen=True, slots=True)
class BidLimits:
    """What one may bid for a click, fen: both ends allowed, in whole steps."""

    least: int
    most: int
    step: int
    evidence: Evidence

    def nearest(self, fen: float) -> int:
        """Return the nearest bid that the platform takes."""
        stepped = round(fen / self.step) * self.step
        return min(max(stepped, self.least), self.most)


@dataclass(frozen=True, slots=True)
class PlacementLimits:
    """Premiums by place of the page (资源位), percent of the bid. ``names`` are the platform's own; () not known."""

    names: tuple[str, ...]
    low: int
    high: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlatformProfile:
    """One platform: names, limits, and the lowest daily budget in fen (None: unknown).

    ``placements`` None: no such lever. A plan keeps the percents of placements that the profile names among those of
    its audiences. ``first_day`` is the weekday (Monday 0) from which a console's file counts, a guess where
    ``first_day_unknown``.
    """

    platform: str
    zh: str
    en: str
    version: str
    hours: HourLimits
    regions: RegionLimits
    audiences: AudienceLimits
    least_budget: int | None
    budget_evidence: Evidence
    bids: BidLimits
    placements: PlacementLimits | None = None
    first_day: int = 0
    first_day_unknown: bool = False

    def hours_for(self, *, is_smart: bool) -> HourLimits:
        """Return the limits of hours of a plan: where the platform bids by itself it may only switch."""
        if is_smart and self.hours.manual_bid_only:
            return replace(self.hours, switch_only=True)
        return self.hours

    @property
    def slots(self) -> int:
        """Number of cells of the week grid."""
        return DAYS * HOURS_PER_DAY * self.hours.slots_per_hour
