"""What happened by region and by audience; the source and its days are always named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from shopdesk.domain.bidding.cuts import one_grain, provinces_once
from shopdesk.domain.bidding.happened import (
    Evidence,
    Source,
    days_of,
    of_campaign,
    orders_by_hour,
    within,
)
from shopdesk.domain.bidding.sums import Sums, summed, total
from shopdesk.domain.currencies import rows_of_one_currency
from shopdesk.domain.periods import Period

REGIONS: Final = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海",
    "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
    "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西",
    "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门",
)  # fmt: skip
_LONG_ENDS: Final = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市")


@dataclass(frozen=True, slots=True)
class Member:
    """One region or audience and what it brought."""

    name: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Dimension:
    """Members by what they cost (then orders), and the source."""

    members: tuple[Member, ...]
    evidence: Evidence

    @property
    def total(self) -> Sums:
        """The sum of all members."""
        return total(member.sums for member in self.members)

    def member(self, name: str) -> Member | None:
        """Return a member by name."""
        return next((member for member in self.members if member.name == name), None)


def regions_happened(
    frame: pd.DataFrame, *, source: Source, period: Period | None, campaign: str = ""
) -> Dimension | None:
    """Sum ``ad_region`` or ``orders`` by province (canonical short names), None where it tells nothing."""
    if frame.empty:
        return None
    rows = orders_by_hour(frame) if source is Source.ORDERS else frame
    if "region" not in rows:
        return None
    rows = provinces_once(rows)
    rows = rows.assign(_name=rows["region"].map(short_region))
    return _dimension(rows, source=source, period=period, campaign=campaign)


def audiences_happened(frame: pd.DataFrame, *, period: Period | None, campaign: str = "") -> Dimension | None:
    """Sum ``ad_audience`` by audience name, None where it tells nothing."""
    if frame.empty or not {"audience", "audience_id"} & set(frame.columns):
        return None
    name = frame["audience"] if "audience" in frame else frame["audience_id"]
    return _dimension(frame.assign(_name=name), source=Source.ADS, period=period, campaign=campaign)


def short_region(name: object) -> str | None:
    """Return the canonical short name of a province, None for what isn't one."""
    if not isinstance(name, str):
        return None
    text = name.strip()
    for end in _LONG_ENDS:
        if text.endswith(end) and len(text) > len(end) + 1:
            text = text.removesuffix(end)
            break
    return text if text in REGIONS else None


def _dimension(rows: pd.DataFrame, *, source: Source, period: Period | None, campaign: str) -> Dimension | None:
    rows, whole_account = of_campaign(rows, campaign)
    rows, outside = within(rows, period)
    rows, apart = rows_of_one_currency(one_grain(rows[rows["_name"].notna()]))
    if rows.empty:
        return None
    sums = {str(name): cell for name, cell in summed(rows, ["_name"]).items()}
    names = sorted(sums, key=lambda name: (-(sums[name].cost or 0), -(sums[name].orders or 0), name))
    first, last = days_of(rows)
    return Dimension(
        tuple(Member(name, sums[name]) for name in names),
        Evidence(source, first, last, whole_account, outside, apart),
    )
