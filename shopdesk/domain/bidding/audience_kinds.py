"""What an audience has in common with the shop already: buyers would partly have come without ads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class AudienceKind(StrEnum):
    """How close an audience is to the shop."""

    NEW = "new"
    VISITORS = "visitors"
    CART = "cart"
    BUYERS = "buyers"


INCREMENTALITY: Final[Mapping[AudienceKind, float]] = MappingProxyType(
    {AudienceKind.NEW: 1.0, AudienceKind.VISITORS: 0.8, AudienceKind.CART: 0.6, AudienceKind.BUYERS: 0.4}
)
"""Share of the orders through ads that would not have come without them; general knowledge, to be checked (请核对)."""

_SIGNS: Final = (
    (AudienceKind.BUYERS, ("老客", "已购", "购买", "成交", "复购", "会员", "老买家", "customer", "purchase", "buyer")),
    (AudienceKind.CART, ("加购", "收藏", "购物车", "cart", "wish", "favo")),
    (AudienceKind.VISITORS, ("访客", "浏览", "访问", "点击", "看过", "到店", "visitor", "viewed", "views", "remarket")),
)
_NEW: Final = ("新客", "潜客", "拉新", "new customer", "similar", "lookalike", "相似")
_UNBOUGHT: Final = ("未购", "未成交", "未下单")


def audience_kind(name: str) -> AudienceKind:
    """Return the kind that a name tells of; an audience without a sign is taken as new to the shop.

    加购未购 has not bought: what stands before 未购 says how close it is.
    """
    text = name.casefold()
    if any(sign in text for sign in _NEW) and not any(sign in text for sign in ("老客", "老买家")):
        return AudienceKind.NEW
    for sign in _UNBOUGHT:
        text = text.replace(sign, "")
    for kind, signs in _SIGNS:
        if any(sign in text for sign in signs):
            return kind
    return AudienceKind.NEW
