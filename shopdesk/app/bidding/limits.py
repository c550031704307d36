"""Limits that a shop found in its own console: they win over the shipped ones, and setting them can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.profiles import (
    DAYS,
    UNCHANGED_PERCENT,
    Evidence,
    PlatformProfile,
    RegionLever,
)

Shipped = TypeVar("Shipped", int, int | None)

MOST_PERCENT: Final = 10_000
MOST_FEN: Final = 10_000_000
MOST_WINDOWS: Final = 48


class LimitUnit(StrEnum):
    """What a limit is counted in."""

    PERCENT = "percent"
    FEN = "fen"
    COUNT = "count"
    WEEKDAY = "weekday"  # Monday 0


class LimitField(StrEnum):
    """A limit that the shop may set itself; the value is its field in ``OwnLimits``."""

    HOUR_LOW = "hour_low"
    HOUR_HIGH = "hour_high"
    WINDOWS = "windows"
    FIRST_DAY = "first_day"
    REGION_LOW = "region_low"
    REGION_HIGH = "region_high"
    AUDIENCE_LOW = "audience_low"
    AUDIENCE_HIGH = "audience_high"
    PLACEMENT_HIGH = "placement_high"
    BID_LEAST = "bid_least"
    BID_MOST = "bid_most"
    BID_STEP = "bid_step"
    LEAST_BUDGET = "least_budget"


UNITS: Final[Mapping[LimitField, LimitUnit]] = {
    **dict.fromkeys(LimitField, LimitUnit.PERCENT),
    LimitField.WINDOWS: LimitUnit.COUNT,
    LimitField.FIRST_DAY: LimitUnit.WEEKDAY,
    LimitField.BID_LEAST: LimitUnit.FEN,
    LimitField.BID_MOST: LimitUnit.FEN,
    LimitField.BID_STEP: LimitUnit.FEN,
    LimitField.LEAST_BUDGET: LimitUnit.FEN,
}


@dataclass(frozen=True, slots=True)
class OwnLimits:
    """What a shop set of one platform; None: as shipped. Percents of the bid, money in fen.

    ``version`` is that of the shipped limits when these were set, so that newer ones can be told.
    """

    platform: str
    version: str = ""
    hour_low: int | None = None
    hour_high: int | None = None
    windows: int | None = None
    first_day: int | None = None
    region_low: int | None = None
    region_high: int | None = None
    audience_low: int | None = None
    audience_high: int | None = None
    placement_high: int | None = None
    bid_least: int | None = None
    bid_most: int | None = None
    bid_step: int | None = None
    least_budget: int | None = None


OWN_LIMITS: Final = Collection("bid_own_limits", OwnLimits, ("platform",))


class LimitFault(StrEnum):
    """Why a shop's own limit can't be."""

    OUT_OF_RANGE = "out_of_range"
    LOW_ABOVE_HIGH = "low_above_high"
    EXCLUDES_UNCHANGED = "excludes_unchanged"  # 100 % must stay possible


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One limit as the editor shows it: what is shipped (None unknown) and how sure, and the shop's own."""

    field: LimitField
    unit: LimitUnit
    shipped: int | None
    evidence: Evidence
    own: int | None


def own_limits(workspace: Workspace, platform: str) -> OwnLimits:
    """Return what the shop set of a platform, nothing where it didn't."""
    return workspace.row(OWN_LIMITS, (platform,)) or OwnLimits(platform)


def profile_in(workspace: Workspace, platform: str) -> PlatformProfile:
    """Return the profile of a platform with the shop's own limits in it."""
    return merged(profile_of(platform), own_limits(workspace, platform))


def merged(profile: PlatformProfile, own: OwnLimits) -> PlatformProfile:
    """Return a profile with a shop's own limits; what it set counts as checked."""
    return replace(
        profile,
        hours=replace(
            profile.hours,
            low=_or(own.hour_low, profile.hours.low),
            high=_or(own.hour_high, profile.hours.high),
            windows_per_day=_or(own.windows, profile.hours.windows_per_day),
            evidence=_seen(profile.hours.evidence, own.hour_low, own.hour_high, own.windows),
        ),
        regions=replace(
            profile.regions,
            low=_or(own.region_low, profile.regions.low),
            high=_or(own.region_high, profile.regions.high),
            evidence=_seen(profile.regions.evidence, own.region_low, own.region_high),
        ),
        audiences=replace(
            profile.audiences,
            low=_or(own.audience_low, profile.audiences.low),
            high=_or(own.audience_high, profile.audiences.high),
            evidence=_seen(profile.audiences.evidence, own.audience_low, own.audience_high),
        ),
        placements=None
        if profile.placements is None
        else replace(
            profile.placements,
            high=_or(own.placement_high, profile.placements.high),
            evidence=_seen(profile.placements.evidence, own.placement_high),
        ),
        bids=replace(
            profile.bids,
            least=_or(own.bid_least, profile.bids.least),
            most=_or(own.bid_most, profile.bids.most),
            step=_or(own.bid_step, profile.bids.step),
            evidence=_seen(profile.bids.evidence, own.bid_least, own.bid_most, own.bid_step),
        ),
        least_budget=_or(own.least_budget, profile.least_budget),
        budget_evidence=_seen(profile.budget_evidence, own.least_budget),
        first_day=_or(own.first_day, profile.first_day),
        first_day_unknown=profile.first_day_unknown and own.first_day is None,
    )


def limit_rows(profile: PlatformProfile, own: OwnLimits) -> tuple[LimitRow, ...]:
    """Return the limits of a shipped profile that can be set, with the shop's own beside them."""
    return tuple(
        LimitRow(field, UNITS[field], shipped, evidence, getattr(own, field.value))
        for field, (shipped, evidence) in _shipped(profile).items()
    )


def fault(profile: PlatformProfile, own: OwnLimits) -> LimitFault | None:
    """Return why a shop's own limits can't be; None where they can."""
    for field in LimitField:
        value = getattr(own, field.value)
        if value is not None and not _range(field)[0] <= value <= _range(field)[1]:
            return LimitFault.OUT_OF_RANGE
    found = merged(profile, own)
    pairs = [(found.hours.low, found.hours.high), (found.bids.least, found.bids.most)]
    if found.regions.lever is RegionLever.PERCENT:
        pairs.append((found.regions.low, found.regions.high))
    if found.audiences.high is not None:
        pairs.append((found.audiences.low, found.audiences.high))
    if any(low > high for low, high in pairs):
        return LimitFault.LOW_ABOVE_HIGH
    return None if found.hours.low <= UNCHANGED_PERCENT <= found.hours.high else LimitFault.EXCLUDES_UNCHANGED


def set_own_limits(own: OwnLimits) -> SetRows:
    """Return the change that stores what a shop set; a platform of which it set nothing needs no document.

    ``fault`` says beforehand whether it can be.
    """
    if own == OwnLimits(own.platform, own.version):
        return SetRows.drop(OWN_LIMITS, [(own.platform,)])
    return SetRows.put(OWN_LIMITS, [own])


def with_limit(own: OwnLimits, field: LimitField, value: int | None) -> OwnLimits:
    """Return the limits with one of them set, under the version of the limits that are shipped now."""
    if getattr(own, field.value) == value:
        return own
    values: dict[str, Any] = {field.value: value, "version": profile_of(own.platform).version}
    return replace(own, **values)


def _or(own: int | None, shipped: Shipped) -> int | Shipped:
    return shipped if own is None else own


def _seen(evidence: Evidence, *own: int | None) -> Evidence:
    return evidence if all(value is None for value in own) else Evidence.OWN


def _shipped(profile: PlatformProfile) -> dict[LimitField, tuple[int | None, Evidence]]:
    hours, regions, audiences, bids = profile.hours, profile.regions, profile.audiences, profile.bids
    found: dict[LimitField, tuple[int | None, Evidence]] = {}
    if not hours.switch_only:
        found |= {LimitField.HOUR_LOW: (hours.low, hours.evidence), LimitField.HOUR_HIGH: (hours.high, hours.evidence)}
    if hours.windows_per_day is not None:
        found[LimitField.WINDOWS] = (hours.windows_per_day, hours.evidence)
    if profile.first_day_unknown:
        found[LimitField.FIRST_DAY] = (profile.first_day, Evidence.HEARSAY)
    if regions.lever is RegionLever.PERCENT:
        found |= {
            LimitField.REGION_LOW: (regions.low, regions.evidence),
            LimitField.REGION_HIGH: (regions.high, regions.evidence),
        }
    if audiences.high is not None:
        found |= {
            LimitField.AUDIENCE_LOW: (audiences.low, audiences.evidence),
            LimitField.AUDIENCE_HIGH: (audiences.high, audiences.evidence),
        }
    if profile.placements is not None and profile.placements.names:
        found[LimitField.PLACEMENT_HIGH] = (profile.placements.high, profile.placements.evidence)
    found |= {
        LimitField.BID_LEAST: (bids.least, bids.evidence),
        LimitField.BID_MOST: (bids.most, bids.evidence),
        LimitField.BID_STEP: (bids.step, bids.evidence),
        LimitField.LEAST_BUDGET: (profile.least_budget, profile.budget_evidence),
    }
    return found


def _range(field: LimitField) -> tuple[int, int]:
    match UNITS[field]:
        case LimitUnit.PERCENT:
            return 1, MOST_PERCENT
        case LimitUnit.FEN:
            return 1, MOST_FEN
        case LimitUnit.COUNT:
            return 1, MOST_WINDOWS
        case LimitUnit.WEEKDAY:
            return 0, DAYS - 1
