"""An offer as the operator writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopdesk.domain.promotions.offers import Base

TENTHS = 10  # stored tenths of a percent in one percent


class OfferKind(StrEnum):
    """The tools that consoles offer."""

    ITEM_PRICE = "item_price"  # 单品一口价
    ITEM_OFF = "item_off"  # 单品直降
    ITEM_PERCENT = "item_percent"  # 单品折扣
    NTH_UNIT = "nth_unit"  # 第 N 件折扣
    BUNDLE = "bundle"  # 搭配套餐
    THRESHOLD_OFF = "threshold_off"  # 满减 (阶梯)
    THRESHOLD_PERCENT = "threshold_percent"  # 满折 (阶梯)
    GIFT = "gift"  # 满赠
    FREE_POST = "free_post"  # 满包邮
    COUPON = "coupon"  # 店铺优惠券
    EVERY_OFF = "every_off"  # 每满减 (跨店满减)
    PLATFORM_COUPON = "platform_coupon"  # 平台券


class Status(StrEnum):
    """Whether the operator runs an offer or only thinks about it."""

    DRAFT = "draft"
    ACTIVE = "active"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LadderStep:
    """From ``minimum`` (fen, or units) on: ``value`` off (fen, or tenths of a percent)."""

    minimum: int
    value: int


@dataclass(frozen=True, slots=True)
class OfferDesign:
    """One offer. Money in fen, percentages in tenths of a percent off (125 = 12.5 % off).

    ``steps`` hold the ladder of 满减, 满折 and coupons; ``value`` the single figure of the other kinds (price,
    amount, percent, postage share); empty ``skus`` mean the whole shop.
    """

    offer_id: str
    kind: OfferKind
    name: str
    status: Status = Status.DRAFT
    start: date | None = None
    end: date | None = None
    skus: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    steps: tuple[LadderStep, ...] = ()
    by_quantity: bool = False
    value: int = 0
    nth: int = 2
    cap: int | None = None
    max_times: int | None = None
    threshold: int = 0
    base: Base = Base.LIST
    shop_percent: int = 100
    gift_sku: str = ""
    gift_cost: int | None = None
    note: str = ""
    campaign: str = ""  # candidates of one campaign share it: at most one of them counts at a time


LADDERS = frozenset({OfferKind.THRESHOLD_OFF, OfferKind.THRESHOLD_PERCENT, OfferKind.COUPON, OfferKind.PLATFORM_COUPON})
ITEM_LEVEL = frozenset(
    {OfferKind.ITEM_PRICE, OfferKind.ITEM_OFF, OfferKind.ITEM_PERCENT, OfferKind.NTH_UNIT, OfferKind.BUNDLE}
)
PERCENT_KINDS = frozenset({OfferKind.ITEM_PERCENT, OfferKind.NTH_UNIT, OfferKind.THRESHOLD_PERCENT})
