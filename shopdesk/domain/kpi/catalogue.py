"""The figures that the board can show: what each is made of, so that periods add sums and never ratios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shopdesk.domain.metrics import Good, Unit

BOARD_TABLES: Final = (
    "shop_daily",
    "ad_campaign",
    "ad_scene",
    "ad_adgroup",
    "ad_item",
    "ad_keyword",
    "orders",
    "refunds",
    "item_daily",
)
"""The fact tables that the board reads."""

FEN_PARTS: Final = frozenset(
    {"pay_amount", "order_amount", "refund_amount", "old_buyer_pay_amount", "ad_cost", "ad_gmv"}
)
"""Parts whose daily sums are integer fen."""

PEOPLE_PARTS: Final = frozenset(
    {
        "visitors",
        "new_visitors",
        "old_visitors",
        "cart_users",
        "fav_users",
        "order_buyers",
        "pay_buyers",
        "pay_new_buyers",
        "pay_old_buyers",
    }
)
"""Parts that count distinct people: a sum over days is only an upper bound."""

AD_PARTS: Final = {
    "ad_cost": "cost",
    "ad_gmv": "ad_gmv",
    "ad_orders": "ad_orders",
    "ad_clicks": "clicks",
    "ad_impressions": "impressions",
}
"""Parts that come from one cut of the ad reports, with their column there."""


@dataclass(frozen=True, slots=True)
class BoardMetric:
    """One figure: a sum of ``numerator``, or ``numerator / denominator * factor`` over sums of the same days.

    ``count`` names the part whose number of events carries the chance in the figure (buyers for money).
    """

    name: str
    zh: str
    en: str
    unit: Unit
    numerator: str
    denominator: str = ""
    factor: float = 1.0
    good: Good = Good.UP
    count: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The daily parts whose sums give the value."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    @property
    def counts_people(self) -> bool:
        """Whether the figure over several days rests on people counted once a day."""
        return any(part in PEOPLE_PARTS for part in self.parts)


def _sum(name: str, zh: str, en: str, unit: Unit, *, good: Good = Good.UP, count: str = "") -> BoardMetric:
    return BoardMetric(name, zh, en, unit, name, good=good, count=count or name)


BOARD: Final[dict[str, BoardMetric]] = {
    metric.name: metric
    for metric in (
        _sum("pay_amount", "支付金额", "Sales", Unit.MONEY, count="pay_buyers"),
        _sum("visitors", "访客数", "Visitors", Unit.PEOPLE),
        BoardMetric("pay_cvr", "支付转化率", "Conversion", Unit.RATIO, "pay_buyers", "visitors", count="pay_buyers"),
        BoardMetric("aov", "客单价", "Per buyer", Unit.MONEY, "pay_amount", "pay_buyers", count="pay_buyers"),
        _sum("ad_cost", "推广花费", "Ad spend", Unit.MONEY, good=Good.CONTEXT, count="ad_clicks"),
        BoardMetric("ad_roi", "推广 ROI", "Ad ROI", Unit.TIMES, "ad_gmv", "ad_cost", count="ad_orders"),
        BoardMetric(
            "refund_rate",
            "退款率（金额）",
            "Refund rate",
            Unit.RATIO,
            "refund_amount",
            "pay_amount",
            good=Good.DOWN,
            count="refund_orders",
        ),
        _sum("refund_amount", "退款金额", "Refunds", Unit.MONEY, good=Good.DOWN, count="refund_orders"),
        _sum("cart_users", "加购人数", "Cart users", Unit.PEOPLE),
        BoardMetric("cart_rate", "加购率", "Cart rate", Unit.RATIO, "cart_users", "visitors", count="cart_users"),
        _sum("fav_users", "收藏人数", "Favourite users", Unit.PEOPLE),
        _sum("pay_buyers", "支付买家数", "Buyers", Unit.PEOPLE),
        _sum("pay_orders", "支付订单数", "Paid orders", Unit.COUNT),
        _sum("pay_items", "支付件数", "Items paid", Unit.COUNT),
        BoardMetric("order_value", "笔单价", "Order value", Unit.MONEY, "pay_amount", "pay_orders", count="pay_orders"),
        BoardMetric(
            "uv_value", "UV 价值", "Revenue per visitor", Unit.MONEY, "pay_amount", "visitors", count="pay_buyers"
        ),
        BoardMetric("upt", "人均件数", "Items per buyer", Unit.NUMBER, "pay_items", "pay_buyers", count="pay_buyers"),
        _sum("page_views", "浏览量", "Page views", Unit.COUNT),
        _sum("order_buyers", "下单买家数", "Ordering buyers", Unit.PEOPLE),
        _sum("new_visitors", "新访客数", "New visitors", Unit.PEOPLE),
        BoardMetric(
            "old_visitor_share",
            "老访客占比",
            "Returning visitors",
            Unit.RATIO,
            "old_visitors",
            "visitors",
            good=Good.CONTEXT,
            count="old_visitors",
        ),
        BoardMetric(
            "old_buyer_share",
            "老买家占比",
            "Returning buyers",
            Unit.RATIO,
            "pay_old_buyers",
            "pay_buyers",
            good=Good.CONTEXT,
            count="pay_old_buyers",
        ),
        _sum("ad_gmv", "推广成交金额", "Ad revenue", Unit.MONEY, count="ad_orders"),
        _sum("ad_orders", "推广成交笔数", "Ad orders", Unit.COUNT),
        _sum("ad_clicks", "推广点击量", "Ad clicks", Unit.COUNT),
        _sum("ad_impressions", "推广展现量", "Ad impressions", Unit.COUNT),
        BoardMetric("ad_ctr", "推广点击率", "Ad CTR", Unit.RATIO, "ad_clicks", "ad_impressions", count="ad_clicks"),
        BoardMetric(
            "ad_cpc", "平均点击花费", "Ad CPC", Unit.MONEY, "ad_cost", "ad_clicks", good=Good.DOWN, count="ad_clicks"
        ),
        BoardMetric("ad_cvr", "推广转化率", "Ad conversion", Unit.RATIO, "ad_orders", "ad_clicks", count="ad_orders"),
        BoardMetric(
            "tacos",
            "推广费率",
            "Ad cost share",
            Unit.RATIO,
            "ad_cost",
            "pay_amount",
            good=Good.DOWN,
            count="pay_buyers",
        ),
    )
}

DEFAULT_TILES: Final = ("pay_amount", "visitors", "pay_cvr", "aov", "ad_cost", "ad_roi", "refund_rate")

PART_NAMES: Final[dict[str, tuple[str, str]]] = {
    **{metric.numerator: (metric.zh, metric.en) for metric in BOARD.values() if not metric.denominator},
    "old_visitors": ("老访客数", "Returning visitors"),
    "pay_old_buyers": ("支付老买家数", "Returning buyers"),
    "refund_orders": ("退款笔数", "Refunds"),
}
"""Names of the parts in Chinese and English, as formulas say them."""
