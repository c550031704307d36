"""The stacking rules of the platforms, shipped as data beside their other limits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from shopdesk.app.platform_files import platform_files
from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.policy import GroupRule
from shopdesk.domain.promotions.rounding import Allocation, Rounding
from shopdesk.domain.promotions.stacking import Stacking, StackingStage

GENERAL = "taobao"


@cache
def stackings() -> Mapping[str, Stacking]:
    """Return the stacking rules by platform."""
    return {raw["platform"]: parse(raw) for raw in platform_files() if "stacking" in raw}


def stacking_of(platform: str) -> Stacking:
    """Return the rules of a platform, those of Taobao where it has none of its own."""
    return stackings().get(platform) or stackings()[GENERAL]


def parse(raw: Mapping[str, Any]) -> Stacking:
    """Return the rules of one parsed file; raises KeyError or ValueError where the file is wrong."""
    rules = raw["stacking"]
    return Stacking(
        platform=raw["platform"],
        stages=tuple(_stage(stage) for stage in rules["stages"]),
        conflicts=frozenset(frozenset(pair) for pair in rules.get("conflicts", ())),
        most_steps=rules.get("most_steps"),
        allocation=Allocation(rules.get("allocation", Allocation.FLOOR_REST_LAST)),
        percent_rounding=Rounding(rules.get("percent_rounding", Rounding.HALF_UP)),
    )


def _stage(raw: Mapping[str, Any]) -> StackingStage:
    return StackingStage(
        stage=raw["stage"],
        key=raw["key"],
        zh=raw["zh"],
        en=raw["en"],
        kinds=tuple(OfferKind(kind) for kind in raw["kinds"]),
        rule=GroupRule(raw["rule"]) if raw.get("rule") else None,
        is_verified=raw["evidence"] == "E",
    )
