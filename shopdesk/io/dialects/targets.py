"""What a column can be taken as, table by table: the type of each target and its name in both languages."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from shopdesk.domain.facts import TABLES


class Form(Enum):
    """How the text of a target is read."""

    TEXT = auto()
    ID = auto()
    DATE = auto()
    TIME = auto()
    HOUR = auto()
    WEEKDAY = auto()
    REGION = auto()
    CITY = auto()
    BUYER = auto()
    FEN = auto()
    NUMBER = auto()
    RATIO = auto()
    SCORE = auto()


_FORMS: Final[dict[str, Form]] = {
    "date": Form.DATE, "date_start": Form.DATE, "date_end": Form.DATE, "hour": Form.HOUR, "weekday": Form.WEEKDAY,
    "region": Form.REGION, "city": Form.CITY, "buyer": Form.BUYER, "sku": Form.ID,
    "created_at": Form.TIME, "paid_at": Form.TIME, "applied_at": Form.TIME, "finished_at": Form.TIME,
    "reviewed_at": Form.TIME, "score": Form.SCORE,
    "goods_total": Form.FEN, "paid": Form.FEN, "payable": Form.FEN, "shipping": Form.FEN, "shop_discount": Form.FEN,
    "platform_discount": Form.FEN, "refunded": Form.FEN, "unit_price": Form.FEN, "line_total": Form.FEN,
    "line_paid": Form.FEN, "line_discount": Form.FEN, "order_discount_share": Form.FEN, "unit_cost": Form.FEN,
    "list_price": Form.FEN, "items": Form.NUMBER, "quantity": Form.NUMBER,
    "bid": Form.FEN, "default_bid": Form.FEN, "daily_budget": Form.FEN, "bid_modifier": Form.RATIO,
    "percentage": Form.RATIO, "radius": Form.NUMBER, "from_hour": Form.NUMBER, "from_minute": Form.NUMBER,
    "to_hour": Form.NUMBER, "to_minute": Form.NUMBER,
}  # fmt: skip

_DOCUMENTS: Final[dict[str, tuple[str, ...]]] = {
    "orders": (
        "buyer", "status", "created_at", "paid_at", "region", "goods_total", "paid", "payable", "shipping",
        "shop_discount", "platform_discount", "refunded", "items",
    ),
    "order_lines": (
        "properties", "status", "created_at", "paid_at", "unit_price", "quantity", "line_total", "line_paid",
        "line_discount", "order_discount_share", "platform_discount", "refunded",
    ),
    "refunds": (
        "item_id", "sku", "title", "applied_at", "finished_at", "paid_at", "refunded", "status", "reason",
        "refund_kind",
    ),
    "costs": ("title", "unit_cost", "list_price"),
    "item_daily": ("category",),
    "reviews": ("sku", "score", "follow_up"),
    "ad_entity": (
        "operation", "state", "sub_type", "target", "placement", "percentage", "bid", "default_bid", "bid_modifier",
        "daily_budget", "bidding_strategy", "sku", "schedule", "radius", "from_hour", "from_minute", "to_hour",
        "to_minute",
    ),
}  # fmt: skip

LABELS: Final[dict[str, tuple[str, str]]] = {
    "date": ("日期", "Date"), "date_start": ("开始日期", "First day"), "date_end": ("结束日期", "Last day"),
    "hour": ("小时", "Hour"), "weekday": ("星期", "Weekday"), "region": ("省份", "Province"), "city": ("城市", "City"),
    "carrier": ("流量载体", "Carrier"), "source_1": ("一级来源", "Source, level 1"),
    "source_2": ("二级来源", "Source, level 2"), "source_3": ("三级来源", "Source, level 3"),
    "source_4": ("四级来源", "Source, level 4"), "item_id": ("商品ID", "Item ID"), "item": ("商品名称", "Item"),
    "scene_id": ("场景ID", "Scene ID"), "scene": ("场景", "Scene"), "campaign_id": ("计划ID", "Campaign ID"),
    "campaign": ("计划", "Campaign"), "adgroup_id": ("单元ID", "Ad group ID"), "adgroup": ("单元", "Ad group"),
    "keyword_type": ("词类型", "Keyword type"), "keyword_id": ("词ID", "Keyword ID"), "keyword": ("关键词", "Keyword"),
    "match_type": ("匹配方式", "Match type"), "term": ("搜索词", "Search term"),
    "audience_id": ("人群ID", "Audience ID"), "audience": ("人群", "Audience"),
    "creative_id": ("创意ID", "Creative ID"), "creative": ("创意", "Creative"), "entity": ("层级", "Entity"),
    "target_id": ("定向ID", "Target ID"), "target": ("定向", "Target"), "order_id": ("订单编号", "Order number"),
    "line_id": ("子订单编号", "Line number"), "sku": ("商家编码 / 货号", "SKU"), "title": ("商品名称", "Title"),
    "properties": ("规格", "Properties"), "status": ("状态", "Status"), "created_at": ("下单时间", "Ordered at"),
    "paid_at": ("付款时间", "Paid at"), "buyer": ("买家 (只存不可还原的代码)", "Buyer (kept as a code only)"),
    "goods_total": ("商品总价", "Goods total"), "paid": ("实付金额", "Paid"), "payable": ("应付金额", "Payable"),
    "shipping": ("运费", "Shipping"), "shop_discount": ("店铺优惠", "Shop discount"),
    "platform_discount": ("平台优惠", "Platform discount"), "refunded": ("退款金额", "Refunded"),
    "items": ("件数", "Items"), "unit_price": ("单价", "Unit price"), "quantity": ("数量", "Quantity"),
    "line_total": ("商品金额", "Line total"), "line_paid": ("商品实付", "Line paid"),
    "line_discount": ("商品优惠", "Line discount"), "order_discount_share": ("订单优惠分摊", "Share of order discount"),
    "refund_id": ("退款编号", "Refund number"), "applied_at": ("退款申请时间", "Applied at"),
    "finished_at": ("退款完结时间", "Finished at"), "reason": ("退款原因", "Reason"),
    "refund_kind": ("售后类型", "Refund type"), "unit_cost": ("成本", "Unit cost"),
    "list_price": ("标价", "List price"),
    "review_id": ("评价ID", "Review ID"), "reviewed_at": ("评价时间", "Reviewed at"), "score": ("评分", "Score"),
    "text": ("评价内容", "Review"), "follow_up": ("追评", "Follow-up"), "name": ("表名", "Table name"),
    "label": ("名称", "Label"), "operation": ("操作", "Operation"), "state": ("状态", "State"),
    "sub_type": ("子类型", "Sub type"), "placement": ("广告位", "Placement"), "percentage": ("百分比", "Percentage"),
    "bid": ("出价", "Bid"), "default_bid": ("默认出价", "Default bid"), "bid_modifier": ("出价调整", "Bid adjustment"),
    "daily_budget": ("日预算", "Daily budget"), "bidding_strategy": ("竞价方案", "Bidding strategy"),
    "schedule": ("投放时段", "Ad schedule"), "radius": ("半径", "Radius"), "from_hour": ("开始小时", "From hour"),
    "from_minute": ("开始分钟", "From minute"), "to_hour": ("结束小时", "To hour"),
    "to_minute": ("结束分钟", "To minute"), "category": ("类目", "Category"),
}  # fmt: skip

UNDATED_DAY: Final = {
    "orders": ("created_at", "paid_at"),
    "order_lines": ("created_at", "paid_at"),
    "refunds": ("applied_at", "finished_at"),
    "reviews": ("reviewed_at",),
}


def form_of(target: str) -> Form:
    """Return how a dimension or document target is read."""
    if target in _FORMS:
        return _FORMS[target]
    return Form.ID if target.endswith("_id") else Form.TEXT


def targets_of(table: str) -> tuple[str, ...]:
    """Return the dimension and document targets of a fact table, key columns first."""
    fact = TABLES[table]
    span = ("date", "date_start", "date_end") if fact.dated else ()
    return tuple(dict.fromkeys((*span, *fact.dimensions, *_DOCUMENTS.get(table, ()))))
