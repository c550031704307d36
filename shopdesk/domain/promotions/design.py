"""An offer as the operator writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.offers import MINUTES_OF_DAY, Base

TENTHS = 10  # stored tenths of a percent in one percent


class OfferKind(StrEnum):
    """The tools that consoles offer."""

    ITEM_PRICE = "item_price"  # 单品一口价
    ITEM_OFF = "item_off"  # 单品直降
    ITEM_PERCENT = "item_percent"  # 单品折扣
    NTH_UNIT = "nth_unit"  # 第 N 件折扣
    BUNDLE = "bundle"  # 搭配套餐
    CHOOSE = "choose"  # N 元任选 M 件
    BUY_GET = "buy_get"  # 买 X 送 Y
    THRESHOLD_OFF = "threshold_off"  # 满减 (阶梯)
    THRESHOLD_PERCENT = "threshold_percent"  # 满折 (阶梯)
    GIFT = "gift"  # 满赠
    FREE_POST = "free_post"  # 满包邮
    COUPON = "coupon"  # 店铺优惠券
    EVERY_OFF = "every_off"  # 每满减 (跨店满减)
    PLATFORM_COUPON = "platform_coupon"  # 平台券
    RED_PACKET = "red_packet"  # 店铺红包
    POINTS = "points"  # 淘金币、京豆、积分


class Status(StrEnum):
    """Whether the operator runs an offer or only thinks about it."""

    DRAFT = "draft"
    ACTIVE = "active"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LadderStep:
    """From ``minimum`` (fen, or units) on: ``value`` off (fen, or tenths of a percent).

    ``units`` are needed besides, where a step asks for an amount and a number of units together.
    """

    minimum: int
    value: int
    units: int = 0


@dataclass(frozen=True, slots=True)
class GiftStep:
    """From ``minimum`` (fen, or units) on: so many units of an article for nothing; ``cost`` in fen a unit."""

    minimum: int
    sku: str
    quantity: int = 1
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class OfferDesign:
    """One offer. Money in fen, percentages in tenths of a percent off (125 = 12.5 % off).

    ``steps`` hold the ladder of 满减, 满折 and coupons; ``value`` the single figure of the other kinds (price,
    amount, percent, of 买 X 送 Y what a given unit has off); empty ``skus`` and ``tags`` mean the whole shop.
    ``nth`` is the unit of 第 N 件 and the number of pieces of 任选; of a bundle ``choose`` says how many of the
    goods behind the first one a customer picks, 0 takes all. ``gift_steps`` stand in place of ``gift_sku`` where
    a gift has several steps. ``by_percent`` makes a coupon one of percent. ``max_units`` are those of a line that
    an item price holds for. ``per_buyer`` counts orders, ``budget`` is in fen; ``excludes`` are ids of offers.
    The minutes are those of the first and the last day. ``buyers`` says whom it is for.
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
    by_percent: bool = False
    percent_base: Base = Base.CURRENT
    tags: tuple[str, ...] = ()
    excluded_tags: tuple[str, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    undiscounted_only: bool = False
    choose: int = 0
    buy_quantity: int = 1
    get_quantity: int = 1
    get_skus: tuple[str, ...] = ()
    gift_steps: tuple[GiftStep, ...] = ()
    max_units: int | None = None
    per_buyer: int | None = None
    budget: int | None = None
    excludes: tuple[str, ...] = ()
    start_minute: int = 0
    end_minute: int = MINUTES_OF_DAY
    buyers: BuyerKind = BuyerKind.ANY

    def day_near(self, day: date) -> date:
        """Return the day nearest to another on which it runs: its first or its last one, or the day itself."""
        if self.start is not None and day < self.start:
            return self.start
        return self.end if self.end is not None and day > self.end else day

    @property
    def takes_percent(self) -> bool:
        """Whether its steps take a percentage."""
        return self.kind is OfferKind.THRESHOLD_PERCENT or (self.by_percent and self.kind in COUPONS)


COUPONS = frozenset({OfferKind.COUPON, OfferKind.PLATFORM_COUPON})
LADDERS = frozenset({OfferKind.THRESHOLD_OFF, OfferKind.THRESHOLD_PERCENT}) | COUPONS
SETS = frozenset({OfferKind.BUNDLE, OfferKind.CHOOSE, OfferKind.BUY_GET})
ITEM_LEVEL = frozenset({OfferKind.ITEM_PRICE, OfferKind.ITEM_OFF, OfferKind.ITEM_PERCENT, OfferKind.NTH_UNIT}) | SETS
PERCENT_KINDS = frozenset(
    {
        OfferKind.ITEM_PERCENT,
        OfferKind.NTH_UNIT,
        OfferKind.THRESHOLD_PERCENT,
        OfferKind.BUY_GET,
        OfferKind.POINTS,
    }
)
FROM_THRESHOLD = frozenset({OfferKind.GIFT, OfferKind.FREE_POST, OfferKind.RED_PACKET, OfferKind.POINTS})
"""Kinds that hold from one threshold on (0: always) and have no ladder."""
