"""What hand-made and damaged sheets do: merged cells, shifted rows, hours under a date header, names of zips."""

from __future__ import annotations

from datetime import date

import pytest

from tests.io.dialects.sheets import codes, converted, recognised, rows_of

PLANS = ["日期", "计划ID", "计划名字", "展现量", "点击量", "花费", "总成交金额"]
ITEMS = ["统计日期", "商品ID", "商品名称", "商品访客数", "商品详情页跳出率", "商品收藏人数", "支付金额"]


def item(number: int, *figures: str) -> list[str | None]:
    return ["2026-06-18", f"61234567890{number}", "裙", *figures]


def test_that_a_day_merged_over_its_rows_holds_for_all_of_them() -> None:
    rows = [
        [day if plan == 1 else None, str(plan), f"P{plan}", "100", "5", "1.5", "9.9"]
        for day in ("2026-06-01", "2026-06-02")
        for plan in (1, 2, 3)
    ]
    found = converted([PLANS, *rows])
    assert [row["date"].day for row in rows_of(found)] == [1, 1, 1, 2, 2, 2]
    assert codes(found) == ["sheet_merged_filled"]


def test_that_a_plan_merged_within_a_merged_day_is_filled_too() -> None:
    headers = ["日期", "计划ID", "计划名字", "关键词", "展现量", "点击量", "花费"]
    rows = [["2026-06-01", "1", "P1", "a"], [None, None, None, "b"], [None, "2", "P2", "a"], [None, None, None, "b"]]
    found = converted([headers, *[[*row, "100", "5", "1.5"] for row in rows]])
    assert [(row["campaign_id"], row["keyword"]) for row in rows_of(found)] == [
        ("1", "a"), ("1", "b"), ("2", "a"), ("2", "b"),
    ]  # fmt: skip


def test_that_a_day_missing_here_and_there_is_not_guessed() -> None:
    rows = [[None if day == 3 else f"2026-06-{day:02d}", "1", "P", "1", "1", "1", "1"] for day in range(1, 8)]
    found = converted([PLANS, *rows])
    assert (found.frame.num_rows, codes(found)) == (6, ["row_no_date"])


def test_that_a_row_whose_per_cent_sign_moved_is_refused() -> None:
    rows = [
        item(1, "100", "40.00%", "3", "9.90"),
        item(2, "100", "50.00%", "3", "9.90"),
        item(3, "", "100", "50.00%", "3"),
    ]
    found = converted([ITEMS, *rows])
    assert [row["item_id"][-1] for row in rows_of(found)] == ["1", "2"]
    assert [(issue.code, issue.place.row, issue.place.column) for issue in found.issues] == [
        ("row_shifted", 4, "商品收藏人数")
    ]


def test_that_a_per_cent_sign_in_a_count_alone_empties_only_that_cell() -> None:
    found = converted([ITEMS, item(1, "100", "40.00%", "3%", "9.90"), item(2, "100", "50.00%", "3", "9.90")])
    assert [(row["fav_users"], row["pay_amount"]) for row in rows_of(found)] == [(None, 990), (3, 990)]
    assert codes(found) == ["cell_percent"]


def test_that_a_percentage_is_no_amount_of_an_order() -> None:
    found = converted(
        [["订单号", "下单时间", "实付金额"], ["A1", "2026-06-18 10:00", "12%"], ["A2", "2026-06-18", "3"]]
    )
    assert [row["paid"] for row in rows_of(found)] == [None, 300]
    assert codes(found) == ["cell_percent"]


def test_that_whole_hours_under_a_time_header_make_an_hourly_report() -> None:
    rows = [[f"2026-05-0{day} {hour:02d}:00", "10", "2", "33.30"] for day in (1, 2) for hour in range(24)]
    found = converted([["时间", "访客数", "支付买家数", "支付金额"], *rows])
    assert found.recognition.table == "shop_hourly"
    assert {(row["date"].day, row["hour"]) for row in rows_of(found)} == {(d, h) for d in (1, 2) for h in range(24)}


def test_that_days_written_with_midnight_stay_days() -> None:
    rows = [[f"2026-05-{day:02d} 00:00:00", "10", "20", "2", "33.30"] for day in range(1, 9)]
    assert recognised([["日期", "访客数", "浏览量", "支付买家数", "支付金额"], *rows]).table == "shop_daily"


@pytest.mark.parametrize("header", ["会员首购人数", "会员\r\n首购人数", " 会员首购人数 ", "会员 首购人数"])
def test_that_an_unknown_figure_has_one_name_however_its_header_is_written(header: str) -> None:
    found = converted([[*PLANS, header], ["2026-06-01", "1", "P", "1", "1", "1", "1", "7"]])
    assert rows_of(found)[0]["会员首购人数"] == 7


def test_that_brackets_of_either_width_name_the_same_unknown_figure() -> None:
    headers = [
        "日期",
        "商品ID",
        "商品名称",
        "推广名称",
        "曝光量",
        "点击量",
        "总花费(元)",
        "交易额(元)",
        "关注花费（元）",
    ]
    found = converted([headers, ["2026-06-01", "612345678901", "裙", "P", "1", "1", "1", "1", "7"]])
    assert rows_of(found)[0]["关注花费(元)"] == 7


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("计划_2026-06-18.zip/计划报表.csv", date(2026, 6, 18)),
        ("计划_2026-06-18.zip/2026-06-17/计划报表.csv", date(2026, 6, 17)),
        ("计划_2026-06-18.zip/计划报表_2026-06-16.csv", date(2026, 6, 16)),
    ],
)
def test_that_a_report_without_days_takes_them_from_its_zip(name: str, days: date) -> None:
    found = recognised([PLANS[1:], ["1", "P", "1", "1", "1", "1"]], file_name=name)
    assert found.date_from_name == (days, days)


@pytest.mark.parametrize("cut", ["关键词", "省份", "小时", "计划名称", "人群"])
def test_that_turnover_in_an_advertising_report_is_that_of_the_advertising(cut: str) -> None:
    value = {"省份": "浙江", "小时": "9"}.get(cut, "x")
    found = converted([["日期", cut, "展现", "点击", "消耗", "成交笔数", "成交金额"], ["2026-06-01", value, *"12345"]])
    row = rows_of(found)[0]
    assert (row["ad_orders"], row["ad_gmv"], "pay_amount" in row) == (4, 500, False)
