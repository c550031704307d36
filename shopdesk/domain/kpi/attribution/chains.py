"""What each figure of the board is a product of, so that its change can be divided among the factors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from shopdesk.domain.kpi.catalogue import BOARD, FEN_PARTS, PARTS, BoardMetric, roll_up
from shopdesk.domain.kpi.parts import Kind, RollUp
from shopdesk.domain.metrics import Good, Unit


@dataclass(frozen=True, slots=True)
class Link:
    """One factor: a sum, or a ratio of two sums; ``count`` names the part whose events carry its chance ("": none).

    ``is_divisor`` says that the chain divides by the shown figure (ROI = … ÷ 平均点击花费).
    """

    key: str
    zh: str
    en: str
    unit: Unit
    numerator: str
    denominator: str = ""
    count: str = ""
    is_divisor: bool = False
    good: Good = Good.UP

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts whose sums give the figure."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    @property
    def is_value(self) -> bool:
        """Whether it is an amount an event (money), which varies more freely than a count does."""
        return self.numerator in FEN_PARTS

    @property
    def counts_people(self) -> bool:
        """Whether its sums count distinct people."""
        return any(roll_up(part) is RollUp.PEOPLE for part in self.parts)


Chain: TypeAlias = tuple[Link, ...]

UNITS: Final = {
    Kind.MONEY: Unit.MONEY,
    Kind.PEOPLE: Unit.PEOPLE,
    Kind.COUNT: Unit.COUNT,
    Kind.SECONDS: Unit.SECONDS,
    Kind.POINTS: Unit.NUMBER,
}


def own_link(metric: BoardMetric) -> Link:
    """Return a metric as a single factor: what is left where it is no product, and what segments divide."""
    return Link(
        metric.name,
        metric.zh,
        metric.en,
        metric.unit,
        metric.numerator,
        metric.denominator,
        metric.count,
        good=metric.good,
    )


def part_link(name: str, *, count: str = "") -> Link:
    """Return a part as a factor; without a ``count`` its chance is that of the part's own events."""
    part = PARTS.get(name)
    if part is None:
        return Link(name, name, name, Unit.NUMBER, name, count=count)
    events = part.count if part.kind is Kind.MONEY else name
    return Link(name, part.zh, part.en, UNITS[part.kind], name, count=count or events)


def _board(name: str) -> Link:
    return own_link(BOARD[name])


def _ratio(key: str, zh: str, en: str, unit: Unit, of: str, by: str, *, count: str) -> Link:
    return Link(key, zh, en, unit, of, by, count)


def _below(link: Link) -> Link:
    return replace(link, is_divisor=True)


_VISITORS: Final = _board("visitors")
_CVR: Final = _board("pay_cvr")
_AOV: Final = _board("aov")
_UPT: Final = _board("upt")
_UNIT_PRICE: Final = _board("unit_price")
_ORDER_VALUE: Final = _board("order_value")
_PAY_ORDERS: Final = _board("pay_orders")
_ORDERED: Final = _board("order_rate")
_CARTED: Final = _board("cart_rate")
_CTR: Final = _board("ad_ctr")
_CPC: Final = _board("ad_cpc")
_AD_CVR: Final = _board("ad_cvr")
_CLICKS: Final = _board("ad_clicks")
_IMPRESSIONS: Final = _board("ad_impressions")
_ORDERS_EACH: Final = _ratio(
    "orders_per_buyer", "人均笔数", "Orders per buyer", Unit.NUMBER, "pay_orders", "pay_buyers", count="pay_buyers"
)
_PAID: Final = _ratio(
    "order_pay_rate",
    "下单后支付率",
    "Paid after ordering",
    Unit.RATIO,
    "pay_buyers",
    "order_buyers",
    count="pay_buyers",
)
_CART_PAID: Final = _ratio(
    "cart_pay_rate",
    "支付人数比加购",
    "Buyers per cart user",
    Unit.RATIO,
    "pay_buyers",
    "cart_users",
    count="pay_buyers",
)
_NEW_SHARE: Final = _ratio(
    "new_visitor_share", "新访客占比", "New visitor share", Unit.RATIO, "new_visitors", "visitors", count="new_visitors"
)
_AD_VALUE: Final = _ratio(
    "ad_order_value", "推广笔单价", "Ad order value", Unit.MONEY, "ad_gmv", "ad_orders", count="ad_orders"
)
_COST_PER_VIEW: Final = _ratio(
    "ad_cost_per_view", "单次展现花费", "Cost per view", Unit.MONEY, "ad_cost", "ad_impressions", count="ad_clicks"
)
_AD_SHARE: Final = _ratio(
    "ad_gmv_share", "推广成交占比", "Ad share of sales", Unit.RATIO, "ad_gmv", "pay_amount", count="ad_orders"
)
_REFUNDED: Final = _ratio(
    "refund_order_share",
    "退款笔数占比",
    "Orders refunded",
    Unit.RATIO,
    "refund_orders",
    "pay_orders",
    count="refund_orders",
)
_REFUND_EACH: Final = _ratio(
    "refund_value", "每笔退款", "Per refund", Unit.MONEY, "refund_amount", "refund_orders", count="refund_orders"
)

CHAINS: Final[dict[str, tuple[Chain, ...]]] = {
    "pay_amount": ((_VISITORS, _CVR, _AOV), (_PAY_ORDERS, _ORDER_VALUE)),
    "pay_buyers": ((_VISITORS, _CVR),),
    "pay_orders": ((_VISITORS, _CVR, _ORDERS_EACH),),
    "pay_items": ((_VISITORS, _CVR, _UPT), (_PAY_ORDERS, _board("items_per_order"))),
    "uv_value": ((_CVR, _AOV),),
    "pay_cvr": ((_ORDERED, _PAID), (_CARTED, _CART_PAID)),
    "aov": ((_UNIT_PRICE, _UPT), (_ORDER_VALUE, _ORDERS_EACH)),
    "order_value": ((_UNIT_PRICE, _board("items_per_order")),),
    "cart_users": ((_VISITORS, _CARTED),),
    "fav_users": ((_VISITORS, _board("fav_rate")),),
    "order_buyers": ((_VISITORS, _ORDERED),),
    "page_views": ((_VISITORS, _board("pv_per_visitor")),),
    "new_visitors": ((_VISITORS, _NEW_SHARE),),
    "search_visitors": ((_VISITORS, _board("search_share")),),
    "refund_rate": ((_REFUNDED, _REFUND_EACH, _below(_ORDER_VALUE)),),
    "refund_amount": ((_PAY_ORDERS, _REFUNDED, _REFUND_EACH),),
    "ad_cost": ((_IMPRESSIONS, _CTR, _CPC), (_CLICKS, _CPC)),
    "ad_clicks": ((_IMPRESSIONS, _CTR),),
    "ad_gmv": ((_CLICKS, _AD_CVR, _AD_VALUE),),
    "ad_orders": ((_CLICKS, _AD_CVR),),
    "ad_roi": ((_AD_CVR, _AD_VALUE, _below(_CPC)),),
    "acos": ((_CPC, _below(_AD_CVR), _below(_AD_VALUE)),),
    "ad_cost_per_order": ((_CPC, _below(_AD_CVR)),),
    "ad_cpc": ((_COST_PER_VIEW, _below(_CTR)),),
    "tacos": ((_AD_SHARE, _below(_board("ad_roi"))),),
}
"""Chains by metric, the preferred one first; the next stands in where its reports are missing."""


def chains_of(metric: BoardMetric) -> Iterator[Chain]:
    """Yield the known ways to write a metric as a product of figures, the preferred one first."""
    if not metric.window_days:
        yield from CHAINS.get(metric.name, ())
