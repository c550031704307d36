"""Column sets that operators choose: narrower than a full export, still the same report."""

# ruff: noqa: E501  a header row reads best in one line

from __future__ import annotations

import pyarrow as pa
import pytest

from shopdesk.app.importing.model import RawSheet
from shopdesk.io.dialects import Dialects
from shopdesk.io.dialects.catalogue import dialects
from tests.io.dialects.sheets import sheet

_DAY_WORDS = ("日期", "时间", "Date", "Day", "TimePeriod")
CASES = [
    (
        "x.csv",
        "ad_keyword",
        "日期,场景ID,场景名字,计划ID,计划名字,单元ID,单元名字,宝贝ID,宝贝名称,词类型,词 ID/词包ID,词名字/词包名字,展现量,点击量,花费,点击率,总成交金额,平均展现排名",
    ),
    ("x.csv", "ad_keyword", "日期,计划名称,关键词,展现量,点击量,花费,点击率,平均点击花费,投入产出比"),
    ("x.csv", "ad_keyword", "关键词,展现,点击,消耗,成交笔数,成交金额"),
    ("x.csv", "ad_keyword", "关键词,平均展现排名,展现量,点击量,点击率,花费,平均点击花费,总成交金额"),
    ("x.csv", "ad_hour", "日期,小时,展现量,点击量,花费,总成交金额"),
    ("x.csv", "ad_hour", "时段,展现量,点击量,花费,总成交金额,总成交笔数"),
    ("x.csv", "ad_region", "省份,展现量,点击量,花费,总成交金额,总成交笔数"),
    ("x.csv", "ad_region", "日期,计划ID,计划名字,地域名称,展现量,点击量,花费"),
    ("x.csv", "ad_region", "日期,计划ID,计划名字,城市,展现量,点击量,花费"),
    ("x.csv", "ad_audience", "日期,人群包名称,展现量,点击量,花费"),
    ("x.csv", "ad_campaign", "日期,场景ID,场景名字,计划ID,计划名字,花费"),
    ("x.csv", "ad_item", "日期,计划ID,计划名字,单元ID,单元名字,主体ID,主体类型,主体名称,展现量,点击量,花费"),
    ("x.csv", "shop_daily", "统计日期,访客数,支付金额"),
    ("x.csv", "shop_daily", "日期,访客数,支付金额,支付买家数,支付转化率,客单价"),
    ("x.csv", "item_daily", "统计日期,商品ID,商品名称,访客数,支付金额"),
    ("x.csv", "item_daily", "统计日期,商品ID,商品名称,货号,商品状态,商品访客数,商品浏览量,支付件数,支付金额"),
    ("x.csv", "search_term", "搜索词,访客数,支付买家数,支付金额"),
    ("x.csv", "search_term", "统计日期,关键词,访客数,浏览量,支付买家数,支付金额"),
    ("x.csv", "shop_hourly", "统计日期,统计小时,访客数,支付金额"),
    ("x.csv", "shop_hourly", "时段,访客数,支付买家数,支付金额"),
    ("x.csv", "shop_source", "一级来源,二级来源,访客数,下单买家数,支付金额"),
    ("x.csv", "shop_source", "流量来源,访客数,支付买家数,支付金额"),
    (
        "x.csv",
        "orders",
        "订单编号,买家会员名,买家应付货款,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量",
    ),
    ("x.csv", "order_lines", "订单编号,宝贝标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码"),
    (
        "x.csv",
        "order_lines",
        "子订单编号,主订单编号,买家会员名,支付单号,商品标题,商品价格,购买数量,外部系统编号,商品属性,套餐信息,联系方式备注,订单状态,商家编码,支付详情,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,商品ID",
    ),
    ("x.csv", "orders", "订单号,下单时间,实付金额"),
    ("x.csv", "order_lines", "订单号,商品编码,商品名称,数量,单价,下单时间"),
    ("x.csv", "costs", "商品编码,成本价"),
    ("x.csv", "costs", "货号,品名,规格,进价,现价,备注"),
    ("x.csv", "costs", "SKU,成本"),
    ("x.csv", "costs", "商品ID,SKU,商品标题,成本价"),
    ("x.csv", "costs", "商品ID,商品名称,成本,售价"),
    ("x.csv", "reviews", "评价内容,评价时间,评分"),
    ("x.csv", "reviews", "星级,评论,时间"),
    ("x.csv", "reviews", "评论内容,追加评论,评分,日期,SKU,用户昵称,商家回复,平台"),
    ("x.csv", "reviews", "评价ID,评价内容,评价时间,评价情感,追评内容,买家昵称,订单ID,商品标题,商品ID"),
    ("x.csv", "refunds", "退款编号,订单编号,退款申请时间,退款完结时间,退款总额,退款状态,买家退款原因"),
    ("x.csv", "ad_keyword", "日期,账户名称,推广计划,推广单元,关键词,展现数,点击数,花费,总订单行,总订单金额,转化率,ROI"),
    ("x.csv", "ad_campaign", "日期,推广计划,展现数,点击数,花费,总订单行,总订单金额"),
    ("x.csv", "item_daily", "时间,SPU,SPU名称,成交金额,成交商品件数,商品访客数"),
    ("x.csv", "shop_daily", "时间,成交金额,成交商品件数,成交单量,成交客户数,访客数,浏览量,成交转化率"),
    ("x.csv", "ad_item", "日期,商品ID,商品名称,推广名称,花费(元),交易额(元),实际投产比,成交笔数,曝光量,点击量"),
    (
        "x.csv",
        "orders",
        "订单号,商品,订单状态,商品总价（元）,用户实付金额（元）,商家实收金额（元）,商品数量（件）,省,支付时间,商品ID,商品规格",
    ),
    ("x.csv", "ad_campaign", "Campaign,Impr.,Clicks,CTR,Cost,Conversions"),
    (
        "x.csv",
        "ad_search_term",
        "Search term,Match type,Added/Excluded,Campaign,Ad group,Clicks,Impr.,CTR,Avg. CPC,Cost",
    ),
    (
        "x.csv",
        "ad_search_term",
        "搜索字词,匹配类型,已添加/已排除,广告系列,广告组,点击次数,展示次数,点击率,平均每次点击费用,费用,转化次数",
    ),
    ("x.csv", "ad_keyword", "关键字,匹配类型,广告系列,广告组,点击次数,展示次数,点击率,平均每次点击费用,费用"),
    ("x.csv", "ad_campaign", "广告系列,日期,展示次数,点击次数,费用,转化次数,转化价值"),
    ("x.csv", "ad_region", "Region (User location),Campaign,Clicks,Impr.,Cost"),
    ("x.csv", "ad_hour", "Day,Hour of the day,Campaign,Clicks,Impr.,Cost"),
    ("x.csv", "ad_keyword", "Gregorian date,Campaign name,Ad group,Keyword,Impr.,Clicks,Spend"),
    ("x.csv", "ad_campaign", "TimePeriod,CampaignName,Impressions,Clicks,Spend"),
    (
        "x.csv",
        "ad_search_term",
        "Start Date,End Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate",
    ),
    ("x.csv", "ad_campaign", "Date,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales,7 Day Total Orders (#)"),
    ("x.csv", "ad_hour", "日期,小时,账户,推广计划,展现,点击,消费"),
    (
        "x.csv",
        "ad_creative",
        "视频ID,视频标题,发布时间,达人昵称,视频观看次数,用户支付金额(元),退款金额(元),带货商品ID,点赞数,完播率",
    ),
    ("x.csv", "ad_item", "状态,商品名称,推广单元类型,计划名称,默认出价,展现量,点击量,花费"),
    ("x.csv", "shop_daily", "日期,销售额,订单数,访客数"),
    ("x.csv", "ad_campaign", "日期,总花费,推广计划,展现数,点击数,总订单金额"),
    (
        "单品_612345678901_2026-06-18.xls",
        "item_source",
        "一级来源,二级来源,访客数,浏览量,加购人数,支付买家数,支付金额,支付件数",
    ),
    ("x.csv", "ad_campaign", "日期,营销场景,花费,全站交易额,全站投产比,全站订单行"),
    (
        "x.csv",
        "orders",
        "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台优惠,商家优惠,支付方式,收件人,省,市,订单提交时间,支付完成时间,订单状态",
    ),
    ("x.csv", "shop_daily", "统计时间,访客数,支付买家数,支付金额"),
    ("客服日表.csv", "shop_daily", "日期,咨询人数,咨询后支付人数"),
    ("x.csv", "shop_daily", "日期,描述相符评分,服务态度评分,物流服务评分,未处理差评数"),
    ("x.csv", "shop_daily", "Date,People who asked,Buyers who had asked,Live sales"),
    ("x.csv", "shop_daily", "时间,成交金额,成交商品件数,成交单量,成交客户数,访客数,浏览量,成交转化率"),
]


@pytest.mark.parametrize(("file_name", "table", "headers"), CASES)
def test_that_a_choice_of_columns_is_recognised(file_name: str, table: str, headers: str) -> None:
    names = headers.split(",")
    dated = [any(word in name for word in _DAY_WORDS) and "7 Day" not in name for name in names]
    row = ["2026-06-18" if is_day else "1" for is_day in dated]
    assert Dialects().recognise(sheet([names, row]), file_name=file_name).table == table


def test_that_a_time_column_of_hours_makes_an_hourly_report() -> None:
    rows = [
        ["统计时间", "访客数", "支付买家数", "支付金额"],
        *[[f"{hour:02d}:00", "1", "2", "3"] for hour in range(24)],
    ]
    assert Dialects().recognise(sheet(rows), file_name="x_2026-06-18.xls").table == "shop_hourly"


@pytest.mark.parametrize(
    "headers",
    [
        "日期,品牌,交易指数,流量指数",
        "日期,场次,场观人数",
        "日期,客服昵称,咨询人数",
        "店铺名称,交易指数,搜索人气",
        "Column 1,Column 2",
        "a",
        "",
    ],
)
def test_that_figures_of_no_known_kind_are_left_to_the_user(headers: str) -> None:
    names = headers.split(",")
    found = Dialects().recognise(sheet([names, ["1"] * len(names)]), file_name="x.csv")
    assert found.kind == ""
    assert found.candidates[-1][0] == "generic_metric_table"


@pytest.mark.parametrize(
    "cells",
    [pa.table({}), pa.table({"c0": pa.array([], pa.string())}), pa.table({"c0": pa.array([None], pa.string())})],
)
def test_that_a_sheet_without_cells_is_unknown_and_breaks_nothing(cells: pa.Table) -> None:
    raw = RawSheet("Sheet1", cells)
    found = Dialects().recognise(raw, file_name="x.csv")
    assert found.kind == ""
    assert Dialects().convert(raw, found, salt=b"s").frame.num_rows == 0
    assert Dialects().samples(raw, found, 0) == ()


@pytest.mark.parametrize("kind", [info.kind for info in Dialects().kinds()])
def test_that_a_header_without_rows_gives_an_empty_frame(kind: str) -> None:
    raw = sheet([list(dialects()[kind].headers)])
    found = Dialects().rebuild(
        raw, Dialects().recognise(raw, file_name="x_20260618.csv"), file_name="x_20260618.csv", kind=kind
    )
    result = Dialects().convert(raw, found, salt=b"s")
    assert result.frame.num_rows == 0
    assert [issue.code for issue in result.issues] == ["sheet_no_rows"]
