"""The platform profiles shipped as data: one file a platform."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from shopdesk.app.platform_files import platform_files
from shopdesk.domain.bidding.profiles import (
    PROPOSED_STEP,
    AudienceLimits,
    BidLimits,
    Evidence,
    HourLimits,
    PlacementLimits,
    PlatformProfile,
    RegionLever,
    RegionLimits,
)

OTHER = "other"


@cache
def profiles() -> Mapping[str, PlatformProfile]:
    """Return the profiles by platform; ``other`` is always there."""
    found = map(parse, platform_files())
    return {profile.platform: profile for profile in found}


def profile_of(platform: str) -> PlatformProfile:
    """Return the profile of a platform, the general one where it has none."""
    return profiles().get(platform) or profiles()[OTHER]


def parse(raw: Mapping[str, Any]) -> PlatformProfile:
    """Return the profile of one parsed file; raises KeyError or ValueError where the file is wrong."""
    return PlatformProfile(
        platform=raw["platform"],
        zh=raw["zh"],
        en=raw["en"],
        version=raw["version"],
        hours=_hours(raw["hours"]),
        regions=_regions(raw["regions"]),
        audiences=_audiences(raw["audiences"]),
        least_budget=raw["budget"].get("least_fen"),
        budget_evidence=Evidence(raw["budget"]["evidence"]),
        bids=_bids(raw["keywords"]),
        placements=_placements(raw["placements"]) if "placements" in raw else None,
        first_day_unknown=raw.get("first_day_unknown", False),
    )


def _hours(raw: Mapping[str, Any]) -> HourLimits:
    return HourLimits(
        slots_per_hour=raw["slots_per_hour"],
        low=raw["low"],
        high=raw["high"],
        can_switch_off=raw["can_switch_off"],
        switch_only=raw.get("switch_only", False),
        one_profile=raw.get("one_profile", False),
        windows_per_day=raw.get("windows_per_day"),
        manual_bid_only=raw.get("manual_bid_only", False),
        evidence=Evidence(raw["evidence"]),
        step=_step(raw),
    )


def _regions(raw: Mapping[str, Any]) -> RegionLimits:
    evidence = Evidence(raw["evidence"])
    return RegionLimits(RegionLever(raw["lever"]), raw.get("low", 0), raw.get("high", 0), evidence, _step(raw))


def _audiences(raw: Mapping[str, Any]) -> AudienceLimits:
    return AudienceLimits(raw.get("low", 0), raw.get("high"), Evidence(raw["evidence"]), _step(raw))


def _step(raw: Mapping[str, Any]) -> int:
    return int(raw.get("proposed_step", PROPOSED_STEP))


def _bids(raw: Mapping[str, Any]) -> BidLimits:
    evidence = Evidence(raw["evidence"])
    return BidLimits(raw["least_bid_fen"], raw["most_bid_fen"], raw["bid_step_fen"], evidence)


def _placements(raw: Mapping[str, Any]) -> PlacementLimits:
    return PlacementLimits(tuple(raw.get("names", ())), raw["low"], raw["high"], Evidence(raw["evidence"]))
