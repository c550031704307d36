"""The importer rules that concern meaning (reading bytes is tested with the reader)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from shopdesk.app.importing.model import Role
from shopdesk.domain.issues import Severity
from shopdesk.io.dialects import Dialects
from tests.io.dialects.sheets import codes, converted, recognised, rows_of, sheet

ITEM = ["统计日期", "商品ID", "商品名称", "商品访客数", "平均停留时长", "支付金额", "支付件数"]
SHOP = ["统计日期", "访客数", "浏览量", "支付金额", "支付买家数"]
WORDS = [
    "日期",
    "场景ID",
    "场景名字",
    "计划ID",
    "计划名字",
    "词类型",
    "词ID/词包ID",
    "词名字/词包名字",
    "展现量",
    "点击量",
    "花费",
]
ORDERS = [
    "订单编号",
    "买家会员名",
    "总金额",
    "买家实际支付金额",
    "订单状态",
    "收货地址 ",
    "订单创建时间",
    "订单付款时间 ",
]


def word(day: str = "2026-06-18", name: str = "坚果", cost: str = "12.30") -> list[str | None]:
    return [day, "371", "关键词推广", "70011001", "计划", "关键词", f"93{len(name)}", name, "1,000", "12", cost]


@pytest.mark.parametrize("preamble", [0, 1, 4, 5, 7, 10])
def test_that_the_header_row_is_found_by_content_wherever_it_stands(preamble: int) -> None:
    rows = [["生意参谋 导出"], *[[None]] * (preamble - 1)] if preamble else []
    found = recognised([*rows, SHOP, ["2026-06-18", "1", "2", "3", "4"]])
    assert (found.kind, found.header_row) == ("sycm_shop_daily_2023", preamble)


def test_that_header_spelling_does_not_matter() -> None:
    header = [
        "\ufeff日期",
        "场景Id",
        "场景名字 ",
        "计划ID\t",
        "计划\r\n名字",
        "词类型",
        "词 ID／词包ID",
        "词名字/词包名字",
        "展现量",
        "点击量（次）",
        "花费(元)",
    ]
    found = recognised([header, word()])
    assert found.kind == "wxt_keyword"
    assert [column.target for column in found.columns][5:] == [
        "keyword_type",
        "keyword_id",
        "keyword",
        "impressions",
        "clicks",
        "cost",
    ]


def test_that_repeated_headers_are_kept_by_position() -> None:
    result = converted([[*SHOP, "访客数"], ["2026-06-18", "10", "20", "3.00", "4", "7"]])
    assert rows_of(result)[0]["visitors"] == 10.0
    assert rows_of(result)[0]["访客数 (2)"] == 7.0
    assert result.extra_columns == ("访客数 (2)",)


@pytest.mark.parametrize("mark", ["-", "--", " --", "—", "N/A", "null", "nan", "", " "])
def test_that_a_missing_mark_is_missing_and_not_zero(mark: str) -> None:
    result = converted([SHOP, ["2026-06-18", mark, "1", mark, "2"]])
    assert rows_of(result)[0]["visitors"] is None
    assert rows_of(result)[0]["pay_amount"] is None
    assert result.issues == ()


def test_that_no_refund_is_not_a_number_gone_wrong() -> None:
    header = ["子订单编号", "主订单编号", "商品标题", "商品价格", "购买数量", "退款金额"]
    result = converted([header, ["1900000000000000001", "1900000000000000002", "坚果", "12.5", "1", "无退款申请"]])
    assert rows_of(result)[0]["refunded"] is None
    assert result.issues == ()


def test_that_a_bound_is_unknown_and_said() -> None:
    header = ["Campaign", "Day", "Impr.", "Clicks", "Cost", "Search impr. share"]
    result = converted(
        [header, ["A", "2026-09-01", "10", "1", "2.00", "< 10%"], ["B", "2026-09-01", "10", "1", "2", "33%"]]
    )
    assert [row["Search impr. share"] for row in rows_of(result)] == [None, 0.33]
    assert codes(result) == ["cell_bound"]
    assert result.issues[0].severity is Severity.INFO


def test_that_the_per_cent_sign_decides_the_scale_cell_by_cell() -> None:
    header = ["日期", "计划ID", "计划名字", "展现量", "点击量", "点击率"]
    rows = [
        ["2026-06-18", str(i), "计划", "100", "3", text] for i, text in enumerate(["3.88%", "0.03331", "0.5%", "1"])
    ]
    assert [row["ctr"] for row in rows_of(converted([header, *rows]))] == [0.0388, 0.03331, 0.005, 1.0]


def test_that_an_unreadable_figure_is_named_with_its_place_and_the_row_goes_in() -> None:
    result = converted([["标题"], SHOP, ["2026-06-18", "很多", "1", "2", "3"]])
    issue = result.issues[0]
    assert (issue.code, issue.severity, issue.value) == ("cell_number", Severity.WARNING, "很多")
    assert (issue.place.row, issue.place.column, issue.place.sheet) == (3, "访客数", "Sheet1")
    assert rows_of(result)[0]["visitors"] is None
    assert rows_of(result)[0]["page_views"] == 1.0


def test_that_ids_lose_their_wrappers_and_keep_every_digit() -> None:
    texts = ['="1930000000000000017"', "'1930000000000000019", "\t1930000000000000023 ", "1930000000000000029.0", "007"]
    result = converted([ORDERS, *[[text, "b", "1", "1", "交易成功", "江苏省", "2026-06-18", ""] for text in texts]])
    assert [row["order_id"] for row in rows_of(result)] == [
        "1930000000000000017", "1930000000000000019", "1930000000000000023", "1930000000000000029", "007",
    ]  # fmt: skip


def test_that_an_id_damaged_by_excel_refuses_the_row_and_keeps_it_aside() -> None:
    good = ["1930000000000000017", "b", "1", "1", "交易成功", "江苏省南京市某路1号", "2026-06-18 01:02:03", ""]
    result = converted([ORDERS, good, ["1.93E+17", *good[1:]]])
    assert [row["order_id"] for row in rows_of(result)] == ["1930000000000000017"]
    assert [(i.code, i.place.row, i.value) for i in result.issues] == [("row_damaged_id", 3, "1.93E+17")]
    assert result.rejected is not None
    rejected = result.rejected.to_pylist()[0]
    assert (rejected["__row"], rejected["__reason"], rejected["订单编号"]) == (3, "row_damaged_id", "1.93E+17")
    assert rejected["收货地址"] == "江苏"
    assert "买家会员名" not in rejected


def test_that_ids_whose_last_digits_excel_made_zero_are_refused() -> None:
    ids = [f"1930000000000{i:02d}0000" for i in range(11, 16)]
    result = converted([ORDERS, *[[text, "b", "1", "1", "交易成功", "上海", "2026-06-18", ""] for text in ids]])
    assert result.frame.num_rows == 0
    assert set(codes(result)) == {"row_rounded_id"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-04-19", date(2026, 4, 19), date(2026, 4, 19)),
        ("2026/7/31", date(2026, 7, 31), date(2026, 7, 31)),
        ("20260419", date(2026, 4, 19), date(2026, 4, 19)),
        ("2020-02-21 00:00:00", date(2020, 2, 21), date(2020, 2, 21)),
        ("2026年6月1日", date(2026, 6, 1), date(2026, 6, 1)),
        ("46191", date(2026, 6, 18), date(2026, 6, 18)),
        ("2026-05-11~2026-05-17", date(2026, 5, 11), date(2026, 5, 17)),
        ("20260701至20260731", date(2026, 7, 1), date(2026, 7, 31)),
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30)),
        ("Sep 1, 2026", date(2026, 9, 1), date(2026, 9, 1)),
    ],
)
def test_that_a_date_is_read_in_every_form_and_a_range_stays_a_range(text: str, first: date, last: date) -> None:
    row = rows_of(converted([SHOP, [text, "1", "2", "3", "4"]]))[0]
    assert (row["date"], row["date_end"]) == (first, last)


def test_that_an_impossible_date_refuses_the_row() -> None:
    result = converted([SHOP, ["2026-02-30", "1", "2", "3", "4"], ["2026-02-28", "1", "2", "3", "4"]])
    assert result.frame.num_rows == 1
    assert codes(result) == ["row_bad_date"]


def test_that_order_times_keep_their_clock() -> None:
    row = ["1", "b", "1", "1", "交易成功", "上海", "2016/5/23 22:02", "2016-05-23 22:03:04"]
    got = rows_of(converted([ORDERS, row]))[0]
    assert (got["created_at"], got["paid_at"]) == (datetime(2016, 5, 23, 22, 2), datetime(2016, 5, 23, 22, 3, 4))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("【生意参谋平台】流量_2026-06-18_2026-06-20.xls", date(2026, 6, 18), date(2026, 6, 20)),
        ("流量来源-店铺-20260619.xls", date(2026, 6, 19), date(2026, 6, 19)),
        ("流量来源-店铺-日-202606.xls", date(2026, 6, 1), date(2026, 6, 30)),
    ],
)
def test_that_the_file_name_gives_the_days_where_the_sheet_has_none(name: str, first: date, last: date) -> None:
    header = ["流量载体", "一级来源", "二级来源", "三级来源", "四级来源", "访客数", "新访客", "支付金额"]
    row = rows_of(converted([header, ["商品", "搜索", "手淘搜索", "汇总", "汇总", "9", "3", "1"]], file_name=name))[0]
    assert (row["date"], row["date_end"]) == (first, last)


def test_that_a_sheet_without_any_day_asks_for_it() -> None:
    header = ["流量载体", "一级来源", "二级来源", "三级来源", "四级来源", "访客数", "新访客", "支付金额"]
    rows = [header, ["商品", "搜索", "手淘搜索", "汇总", "汇总", "9", "3", "1"]]
    assert recognised(rows).needs_date
    assert codes(converted(rows)) == ["sheet_needs_date"]


def test_that_an_export_stamp_is_only_a_guess_for_the_day() -> None:
    header = [name for name in WORDS if name != "日期"]
    result = converted([header, word()[1:]], file_name="关键词报表_20260619_110309.csv")
    assert rows_of(result)[0]["date"] == date(2026, 6, 19)
    assert codes(result) == ["sheet_date_from_export_stamp"]


@pytest.mark.parametrize("mark", ["合计", "汇总", "总计", "全部", "总体", "Total: Account", "总计：帐号"])
def test_that_total_rows_are_dropped_and_counted(mark: str) -> None:
    result = converted(
        [SHOP, ["2026-06-18", "1", "2", "3", "4"], [mark, "1", "2", "3", "4"], [None, mark, "2", "3", "4"]]
    )
    assert result.frame.num_rows == 1
    assert [(i.code, i.values["count"]) for i in result.issues] == [("row_total", 2)]


def test_that_a_level_subtotal_of_traffic_sources_is_kept() -> None:
    header = ["流量载体", "一级来源", "二级来源", "三级来源", "四级来源", "访客数", "新访客", "支付金额"]
    rows = [
        ["商品", "搜索", "汇总", "汇总", "汇总", "9", "3", "1"],
        [None, None, "手淘搜索", "汇总", "汇总", "8", "2", "1"],
    ]
    result = converted([header, *rows], file_name="流量来源_2026-06-18.xls")
    assert [(row["carrier"], row["source_1"], row["source_2"]) for row in rows_of(result)] == [
        ("商品", "搜索", "汇总"), ("商品", "搜索", "手淘搜索"),
    ]  # fmt: skip


def test_that_the_whole_shop_and_its_carriers_stay_apart() -> None:
    header = ["一级来源", "二级来源", "三级来源", "访客数", "新访客", "下单买家数", "关注店铺人数"]
    result = converted([header, ["搜索", "汇总", "汇总", "9", "3", "1", "2"]], file_name="流量来源_2026-06-18.xls")
    assert result.recognition.kind == "sycm_shop_source"
    assert rows_of(result)[0]["carrier"] == "全店"


def test_that_two_cuts_of_one_spend_go_to_different_tables() -> None:
    plans = [name for name in WORDS if not name.startswith("词")]
    assert recognised([WORDS, word()]).table == "ad_keyword"
    assert recognised([plans, ["2026-06-18", "371", "关键词推广", "7", "计划", "1", "2", "3"]]).table == "ad_campaign"


def test_that_amazons_sales_are_money_and_its_acos_is_not_roas() -> None:
    header = [
        "广告活动编号",
        "广告组编号",
        "关键词编号",
        "关键词文本",
        "顾客搜索词",
        "展示量",
        "点击量",
        "花费",
        "销量",
        "订单数量",
        "商品数量",
    ]
    row = ["1001", "2001", "3001", "nuts", "cashew", "10", "2", "$4.50", "$34,895.00", "3", "4"]
    got = rows_of(converted([header, row], file_name="bulk_2026-06-18.xlsx"))[0]
    assert (got["cost"], got["ad_gmv"], got["ad_orders"], got["商品数量"]) == (450, 3489500, 3.0, 4.0)


def test_that_cells_shifted_by_a_column_refuse_the_row() -> None:
    good = ["2026-06-18", "628100000001", "坚果", "10", "12.5", "99.00", "1"]
    late = ["2026-06-18", "628100000002", "坚果", "10", "43.1%", "99.00", "1"]
    name = ["2026-06-18", "坚果", "628100000003", "10", "12.5", "99.00", "1"]
    result = converted([ITEM, good, late, name])
    assert [row["item_id"] for row in rows_of(result)] == ["628100000001"]
    assert codes(result) == ["row_shifted", "row_shifted"]


def test_that_a_percentage_is_no_amount() -> None:
    result = converted([SHOP, ["2026-06-18", "1", "2", "43.1%", "4"]])
    assert rows_of(result)[0]["pay_amount"] is None
    assert codes(result) == ["cell_percent"]


def test_that_microsofts_preamble_hours_and_footer_are_read() -> None:
    rows = [
        ["Report Name: Hours"], ["Report Time: 3/15/2020"], [None],
        ["TimePeriod", "AccountName", "CampaignName", "Impressions", "Clicks", "Spend"],
        ["2020-03-15|7", "me", "Nuts", "1,000", "10", "1.50"],
        ["3/15/2020 12:00:00 AM|8", "me", "Nuts", "1", "1", "0.50"],
        [None], ["@2020 Microsoft Corporation. All rights reserved. "],
    ]  # fmt: skip
    result = converted(rows)
    assert result.recognition.kind == "msads_hour"
    assert [(r["date"], r["hour"], r["weekday"], r["cost"]) for r in rows_of(result)] == [
        (date(2020, 3, 15), 7, 7, 150), (date(2020, 3, 15), 8, 7, 50),
    ]  # fmt: skip
    assert codes(result) == ["cell_date_order"] or "row_note" in codes(result)


def test_that_microsoft_counts_weekdays_from_sunday() -> None:
    header = ["DayOfWeek", "CampaignName", "Impressions", "Clicks", "Spend"]
    result = converted(
        [header, ["1", "Nuts", "10", "1", "1"], ["2", "Nuts", "10", "1", "1"]],
        kind="msads_hour",
        file_name="x_20260618.csv",
    )
    assert [row["weekday"] for row in rows_of(result)] == [7, 1]


def test_that_jds_hour_spans_are_hours_of_a_day() -> None:
    header = ["点击时间", "计划ID", "推广计划", "展现数", "点击数", "花费", "总订单行"]
    result = converted([header, ["20260324130000~20260324135959", "7", "计划", "10", "2", "1.5", "0"]])
    row = rows_of(result)[0]
    assert (result.recognition.kind, row["date"], row["hour"], row["weekday"]) == (
        "jd_ads_hourly",
        date(2026, 3, 24),
        13,
        2,
    )


def test_that_googles_preamble_gives_the_days_and_its_totals_are_dropped() -> None:
    rows = [
        ["Search keyword report"], ["September 1, 2026 - September 30, 2026"],
        ["Keyword", "Campaign", "Ad group", "Clicks", "Impr.", "CTR", "Cost", "Conv. rate"],
        ["[mixed nuts]", "A", "G", "12", "1,234", "6.00%", "10.00", " --"],
        ['"cashew"', "A", "G", "1", "2", "50%", "1", "0%"],
        ["almond", "A", "G", "1", "2", "50%", "1", "0%"],
        ["Total: Account", None, None, "13", "1,236", "1%", "11.00", "--"],
    ]  # fmt: skip
    result = converted(rows)
    got = rows_of(result)
    assert [(row["keyword"], row["match_type"]) for row in got] == [
        ("mixed nuts", "exact"),
        ("cashew", "phrase"),
        ("almond", "broad"),
    ]
    assert (got[0]["date"], got[0]["date_end"]) == (date(2026, 9, 1), date(2026, 9, 30))
    assert codes(result) == ["row_total"]


def test_that_a_tree_of_provinces_and_cities_is_read() -> None:
    rows = [
        ["省份", "访客数", "成交人数", "成交金额"],
        ["浙江省", "10", "2", "30.00"],
        [" ├─ 杭州市", "6", "1", "20"],
        [" └─ 宁波", "4", "1", "10"],
    ]
    result = converted(rows, file_name="省份城市分析_20260618.csv")
    assert [(row["region"], row["city"]) for row in rows_of(result)] == [
        ("浙江", None),
        ("浙江", "杭州"),
        ("浙江", "宁波"),
    ]


def test_that_identical_rows_count_once_and_of_different_ones_the_last() -> None:
    result = converted([WORDS, word(), word(), word(name="大腰果", cost="1"), word(name="大腰果", cost="2")])
    assert [row["cost"] for row in rows_of(result)] == [1230, 200]
    assert [(issue.code, issue.place.row) for issue in result.issues] == [("row_duplicate", 2), ("row_same_key", 4)]


def test_that_two_equal_lines_of_one_order_are_both_kept() -> None:
    header = ["订单编号", "标题", "价格", "购买数量", "商品属性", "商家编码"]
    result = converted([header, *[["19300001", "坚果", "12.5", "1", "500g", "A-1"]] * 2])
    assert result.frame.num_rows == 2


def test_that_rows_cut_by_device_are_added_up() -> None:
    header = [
        "TimePeriod",
        "CampaignName",
        "AdGroupName",
        "Keyword",
        "DeviceType",
        "Impressions",
        "Clicks",
        "Ctr",
        "Spend",
    ]
    rows = [["2026-06-18", "A", "G", "nuts", device, "10", "2", "20%", "1.50"] for device in ("Computer", "Tablet")]
    result = converted([header, *rows])
    got = rows_of(result)
    assert [(row["impressions"], row["cost"]) for row in got] == [(20.0, 300)]
    assert "ctr" not in got[0] or got[0]["ctr"] is None
    assert codes(result) == ["sheet_rows_joined"]


def test_that_half_hours_are_added_to_their_hour() -> None:
    header = ["日期", "计划ID", "计划名字", "时段", "展现量", "点击量", "花费"]
    rows = [
        ["2026-06-18", "7", "计划", slot, "10", "1", "1.00"] for slot in ("08:00-08:30", "08:30-09:00", "09:00-09:30")
    ]
    got = rows_of(converted([header, *rows]))
    assert [(row["hour"], row["cost"]) for row in got] == [(8, 200), (9, 100)]


def test_that_issues_are_capped_but_counted() -> None:
    rows = [["2026-06-18", f"x{i}", "1", "2", "3"] for i in range(300)]
    dated = [[f"2026-{1 + i // 28:02d}-{1 + i % 28:02d}", *row[1:]] for i, row in enumerate(rows)]
    result = converted([SHOP, *dated])
    assert len(result.issues) == 201
    assert sum(int(issue.values["count"]) for issue in result.issues) == 300
    assert result.frame.num_rows == 300


def test_that_a_douyin_order_is_an_order_and_its_lines() -> None:
    header = [
        "主订单编号",
        "子订单编号",
        "选购商品",
        "商品ID",
        "商家编码",
        "商品数量",
        "商品金额",
        "订单提交时间",
        "支付完成时间",
        "订单状态",
        "订单应付金额",
        "运费",
        "优惠总金额",
        "省",
    ]
    rows = [
        [
            "'6900001",
            "'6900001",
            "坚果",
            "35001",
            "A",
            "1",
            "30.00",
            "2026-06-18 10:00:00",
            "2026-06-18 10:01:00",
            "已完成",
            "28.00",
            "0",
            "2",
            "浙江省",
        ],
        [
            "'6900001",
            "'6900002",
            "腰果",
            "35002",
            "B",
            "2",
            "50.00",
            "2026-06-18 10:00:00",
            "2026-06-18 10:01:00",
            "已完成",
            "49.00",
            "0",
            "1",
            "浙江省",
        ],
    ]
    result = converted([header, *rows])
    order = rows_of(result)
    assert [(o["order_id"], o["payable"], o["paid"], o["items"], o["shop_discount"]) for o in order] == [
        ("6900001", 7700, 7700, 3.0, 300)
    ]
    assert [name for name, _ in result.more] == ["order_lines"]
    lines = result.more[0][1].to_pylist()
    assert [(line["line_id"], line["sku"], line["quantity"], line["line_paid"]) for line in lines] == [
        ("6900001", "A", 1.0, 2800),
        ("6900002", "B", 2.0, 4900),
    ]
    assert "title" not in result.frame.column_names


def test_that_an_amount_repeated_on_each_line_of_an_order_counts_once() -> None:
    header = [
        "主订单编号",
        "子订单编号",
        "选购商品",
        "商品数量",
        "商品金额",
        "订单提交时间",
        "支付完成时间",
        "订单应付金额",
        "运费",
    ]
    rows = [
        ["1", f"1{i}", "坚果", "1", "30.00", "2026-06-18 10:00:00", "2026-06-18 10:01:00", "65.00", "5.00"]
        for i in range(2)
    ]
    order = rows_of(converted([header, *rows], kind="douyin_orders"))
    assert [(o["payable"], o["goods_total"], o["shipping"]) for o in order] == [(6500, 6000, 500)]


def test_that_unknown_figures_keep_their_own_name_and_unknown_text_is_left_out() -> None:
    result = converted([[*SHOP, "会员总数", "心情"], ["2026-06-18", "1", "2", "3", "4", "1,200", "好"]])
    assert rows_of(result)[0]["会员总数"] == 1200.0
    assert "心情" not in result.frame.column_names


def test_that_the_shop_daily_ad_spend_is_the_sum_of_its_products() -> None:
    result = converted(
        [
            [*SHOP, "关键词推广花费", "精准人群推广花费", "智能场景花费"],
            ["2026-06-18", "1", "2", "3", "4", "1.10", "-", "2.20"],
        ]
    )
    row = rows_of(result)[0]
    assert (row["search_ad_cost"], row["display_ad_cost"], row["smart_ad_cost"], row["cost"]) == (110, None, 220, 330)


def test_that_a_mapping_made_by_hand_is_remembered_for_its_headers() -> None:
    raw = sheet([["甲", "乙", "丙"], ["2026-06-18", "12", "34.50"]])
    dialects = Dialects()
    unknown = dialects.recognise(raw, file_name="x.xlsx")
    assert unknown.kind == ""
    mapped = dialects.rebuild(
        raw, unknown, file_name="x.xlsx", kind="generic_shop_daily",
        columns={0: (Role.DIMENSION, "date"), 1: (Role.METRIC, "visitors"), 2: (Role.METRIC, "pay_amount")},
    )  # fmt: skip
    remembered = {mapped.header_signature: dialects.remember(mapped)}
    again = dialects.recognise(
        sheet([["甲", "乙", "丙"], ["2026-06-19", "13", "1"]]), file_name="y.xlsx", remembered=remembered
    )
    assert (again.kind, again.remembered, again.needs_date) == ("generic_shop_daily", True, False)
    row = dialects.convert(raw, again, salt=b"s").frame.to_pylist()[0]
    assert (row["date"], row["visitors"], row["pay_amount"]) == (date(2026, 6, 18), 12.0, 3450)


def test_that_another_header_row_or_kind_can_be_chosen() -> None:
    raw = sheet([SHOP, SHOP, ["2026-06-18", "1", "2", "3", "4"]])
    dialects = Dialects()
    found = dialects.recognise(raw, file_name="x.xlsx")
    assert dialects.rebuild(raw, found, file_name="x.xlsx", header_row=1).header_row == 1
    assert dialects.rebuild(raw, found, file_name="x.xlsx", kind="generic_shop_daily").table == "shop_daily"


def test_that_samples_are_shown_as_they_stand() -> None:
    raw = sheet([SHOP, ["2026-06-18", "1,391", "2", "3", "4"], ["2026-06-19", "1,392", "2", "3", "4"]])
    found = Dialects().recognise(raw, file_name="x.xlsx")
    assert Dialects().samples(raw, found, 1) == ("1,391", "1,392")


def test_that_placements_of_one_campaign_stay_apart() -> None:
    header = [
        "产品",
        "实体层级",
        "操作",
        "广告活动编号",
        "广告活动名称",
        "竞价",
        "广告位",
        "百分比",
        "展示量",
        "点击量",
        "花费",
        "销量",
    ]
    rows = [
        ["商品推广", kind, None, "1001", "A", bid, place, percent, "10", "1", "1.5", "20"]
        for kind, bid, place, percent in [
            ("广告活动", None, None, None),
            ("竞价调整", None, "广告位顶部", "50"),
            ("竞价调整", None, "商品页面", "30%"),
        ]
    ]
    result = converted([header, *rows])
    assert [(row["entity"], row["target_id"], row["percentage"]) for row in rows_of(result)] == [
        ("广告活动", None, None), ("竞价调整", "广告位顶部", 50.0), ("竞价调整", "商品页面", 30.0),
    ]  # fmt: skip


def test_that_a_total_under_a_date_is_dropped_too() -> None:
    header = ["时间", "SKU", "SKU名称", "成交金额", "成交商品件数", "成交转化率", "商品访客数"]
    rows = [
        ["20260618", sku, name, "100", "2", "50.00%", "9"] for sku, name in [("合计", None), ("100012345678", "坚果")]
    ]
    result = converted([header, *rows])
    assert [row["item_id"] for row in rows_of(result)] == ["100012345678"]
    assert codes(result) == ["row_total"]


def test_that_a_table_of_other_figures_takes_its_day_from_the_file_name_or_has_none() -> None:
    rows = [["名称", "交易指数"], ["甲店", "5.6万"]]
    for name, day in (("竞店_20260618.xlsx", date(2026, 6, 18)), ("竞店.xlsx", None)):
        row = rows_of(converted(rows, kind="generic_metric_table", file_name=name))[0]
        assert (row["name"], row["label"], row["交易指数"], row["date"]) == ("竞店", "甲店", 56000.0, day)


REFUND = ["退款编号", "订单编号", "订单付款时间", "退款申请时间", "退款完结时间", "退款总额", "退款状态"]


def refund(number: int, amount: str) -> list[str | None]:
    order, case = f"310000000000000{number:04}", f"320000000000000{number:04}"
    return [case, order, "2026-06-01 10:00:00", "2026-06-02 10:00:00", "2026-06-03 10:00:00", amount, "退款成功"]


def test_that_refunds_all_written_with_a_minus_are_refunds() -> None:
    result = converted([REFUND, refund(1, "-32.90"), refund(2, "0"), refund(3, "-10")])
    assert [row["refunded"] for row in rows_of(result)] == [3290, 0, 1000]
    assert [(i.code, i.values["count"]) for i in result.issues] == [("refund_minus", 2)]


def test_that_the_column_of_refunds_with_a_minus_is_named_in_a_shop_report_too() -> None:
    rows = [["统计日期", "访客数", "支付金额", "成功退款金额"], ["2026-06-01", "10", "100", "-5"]]
    (issue,) = converted(rows, kind="sycm_shop_daily_2023").issues
    assert (issue.code, issue.place.column) == ("refund_minus", "成功退款金额")


def test_that_a_minus_among_refunds_takes_one_back_and_is_said() -> None:
    result = converted([REFUND, refund(1, "32.90"), refund(2, "-10")])
    assert [row["refunded"] for row in rows_of(result)] == [3290, -1000]
    assert [(i.code, i.values["count"]) for i in result.issues] == [("refund_taken_back", 1)]


LIST = ["订单编号", "总金额", "买家实际支付金额", "收货地址", "订单创建时间", "订单付款时间", "退款金额"]


def order(number: int, *, total: str, paid: str, back: str, is_paid: bool = True) -> list[str | None]:
    when = "2026-06-01 10:00:05" if is_paid else None
    return [f"330000000000000{number:04}", total, paid, "浙江省", "2026-06-01 10:00:00", when, back]


def test_that_what_is_left_after_refunds_becomes_what_was_paid_and_is_said() -> None:
    rows = [
        order(1, total="327.70", paid="148.90", back="178.80"),
        order(2, total="64.80", paid="0", back="64.80"),
        order(3, total="53.00", paid="53.00", back="0"),
        order(4, total="20.00", paid="0", back="0", is_paid=False),
    ]
    result = converted([LIST, *rows])
    assert [row["paid"] for row in rows_of(result)] == [32770, 6480, 5300, 0]
    assert [row["refunded"] for row in rows_of(result)] == [17880, 6480, 0, 0]
    assert [(i.code, i.values["count"]) for i in result.issues] == [("paid_after_refunds", 2)]


def test_that_what_was_paid_before_refunds_stays_even_where_a_coupon_makes_one_order_look_otherwise() -> None:
    rows = [
        order(1, total="100.00", paid="50.00", back="50.00"),  # half was paid by a coupon of the platform
        order(2, total="64.80", paid="64.80", back="64.80"),
        order(3, total="53.00", paid="53.00", back="10.00"),
    ]
    result = converted([LIST, *rows])
    assert [row["paid"] for row in rows_of(result)] == [5000, 6480, 5300]
    assert result.issues == ()
