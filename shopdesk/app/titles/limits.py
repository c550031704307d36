"""How long titles may be: the platforms' files, then what the shop knows better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from shopdesk.app.platform_files import platform_files
from shopdesk.app.titles.documents import OwnLimit
from shopdesk.domain.titles.limit import LimitUnit, TitleLimit

MAIN = "taobao"


@cache
def shipped_limits() -> Mapping[str, TitleLimit]:
    """Return the limits by platform, for platforms whose file has one; Taobao's comes first."""
    found = {
        raw["platform"]: TitleLimit(
            raw["platform"], raw["title"]["most"], LimitUnit(raw["title"]["unit"]), raw["title"]["evidence"]
        )
        for raw in platform_files()
        if "title" in raw
    }
    return {MAIN: found[MAIN], **found}


def platform_names() -> Mapping[str, tuple[str, str]]:
    """Return the Chinese and English name of each platform that has a limit, as sellers call the market place."""
    return {raw["platform"]: (raw["title"]["zh"], raw["title"]["en"]) for raw in platform_files() if "title" in raw}


def limits(own: Iterable[OwnLimit]) -> Mapping[str, TitleLimit]:
    """Return the limits in force by platform; the shop's own are marked."""
    edited = {
        row.platform: TitleLimit(row.platform, row.most, LimitUnit(row.unit), "E", own=True)
        for row in own
        if row.unit in set(LimitUnit)
    }
    return {**shipped_limits(), **edited}
