"""The stacking rules of the platforms, shipped as data beside their other limits, and the shop's own in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.platform_files import platform_files
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.policy import GroupRule, TieBreak
from shopdesk.domain.promotions.rounding import Allocation, Rounding
from shopdesk.domain.promotions.stacking import PairRule, Stacking, StackingStage, stacking_problems

GENERAL: Final = "taobao"
_CHOSEN: Final = "promotions.platform"
_RECENT_ORDERS: Final = 1000
STACKINGS: Final = Collection("stackings", Stacking, ("platform",))


@dataclass(frozen=True, slots=True)
class PlatformChoice:
    """Whose rules hold for the shop, one row; without it the orders tell."""

    platform: str
    key: str = "shop"


PLATFORM_CHOICES: Final = Collection("stacking_platform", PlatformChoice, ("key",))
_PERCENT: Final = {"shop": 100, "platform": 0}


@cache
def stackings() -> Mapping[str, Stacking]:
    """Return the shipped rules by platform."""
    return {raw["platform"]: parse(raw) for raw in platform_files() if "stacking" in raw}


def stacking_of(platform: str) -> Stacking:
    """Return the shipped rules of a platform, those of Taobao where it has none of its own."""
    return stackings().get(platform) or stackings()[GENERAL]


def stacking_for(workspace: Workspace, platform: str) -> Stacking:
    """Return the rules that count: those the shop has edited, else the shipped ones."""
    own = workspace.row(STACKINGS, (platform,))
    return own if own is not None and not stacking_problems(own) else stacking_of(platform)


def platform_of(workspace: Workspace) -> str:
    """Return the platform chosen in the tab, else the one that most of the newest orders came from."""
    row = workspace.row(PLATFORM_CHOICES, ("shop",))
    chosen = row.platform if row is not None else workspace.store.setting(_CHOSEN)  # older files keep a setting
    orders = workspace.frame("orders")
    if chosen or "platform" not in orders:
        return chosen or GENERAL
    seen = orders["platform"].iloc[-_RECENT_ORDERS:].value_counts()
    return str(seen.index[0]) if len(seen) else GENERAL


def choose_platform(platform: str) -> SetRows:
    """Return the change that says whose rules hold for the shop."""
    return SetRows.put(PLATFORM_CHOICES, [PlatformChoice(platform)])


def shop_stacking(workspace: Workspace) -> Stacking:
    """Return the rules that hold for this shop: those of its platform, as edited."""
    return stacking_for(workspace, platform_of(workspace))


def is_own(workspace: Workspace, platform: str) -> bool:
    """Tell whether the shop has edited the rules of a platform."""
    return workspace.row(STACKINGS, (platform,)) is not None


def edit_stacking(stacking: Stacking) -> SetRows:
    """Return the change that stores rules of the shop's own; what is as shipped needs no document.

    Ask ``stacking_problems`` before: ValueError where there is one.
    """
    if stacking_problems(stacking):
        raise ValueError("these stacking rules can't be used")
    if stackings().get(stacking.platform) == stacking:
        return reset_stacking(stacking.platform)
    return SetRows.put(STACKINGS, [stacking])


def reset_stacking(platform: str) -> SetRows:
    """Return the change back to the shipped rules."""
    return SetRows.drop(STACKINGS, [(platform,)])


def parse(raw: Mapping[str, Any]) -> Stacking:
    """Return the rules of one parsed file; raises KeyError or ValueError where the file is wrong."""
    rules = raw["stacking"]
    return Stacking(
        platform=raw["platform"],
        stages=tuple(_stage(stage) for stage in rules["stages"]),
        pairs=tuple(_pair(pair) for pair in rules.get("pairs", ())),
        most_steps=rules.get("most_steps"),
        allocation=Allocation(rules.get("allocation", Allocation.FLOOR_REST_LAST)),
        percent_rounding=Rounding(rules.get("percent_rounding", Rounding.HALF_UP)),
        tie_break=tuple(TieBreak(rule) for rule in rules.get("tie_break", ())),
    )


def _stage(raw: Mapping[str, Any]) -> StackingStage:
    return StackingStage(
        stage=raw["stage"],
        key=raw["key"],
        zh=raw["zh"],
        en=raw["en"],
        kinds=tuple(OfferKind(kind) for kind in raw["kinds"]),
        rule=GroupRule(raw["rule"]) if raw.get("rule") else None,
        is_verified=_is_verified(raw["evidence"]),
        base=Base(raw.get("base", Base.LIST)),
        shop_percent=_PERCENT[raw.get("payer", "shop")],
        lowers_base=bool(raw.get("lowers_base", False)),
        evidence=raw["evidence"],
    )


def _pair(raw: Mapping[str, Any]) -> PairRule:
    left, right = raw["stages"]
    return PairRule(left, right, bool(raw["together"]), _is_verified(raw["evidence"]), raw["evidence"])


def _is_verified(evidence: str) -> bool:
    return evidence == "E"
