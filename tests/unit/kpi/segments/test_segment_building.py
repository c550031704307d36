from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.segments.build import build_segments
from shopdesk.domain.kpi.segments.sums import (
    BUYER,
    CAMPAIGN,
    ITEM,
    KEYWORD,
    PLATFORM,
    REGION,
    SOURCE,
    SOURCE_1,
    SegmentSums,
)
from shopdesk.domain.periods import Period
from tests.unit.kpi.kpi_frames import daily, days

DAY = date(2026, 4, 30)


def sources(rows: list[tuple[str, str, str, str, float, int]], **common: Any) -> pd.DataFrame:
    columns = ["carrier", "source_1", "source_2", "source_3", "visitors", "pay_amount"]
    stamp = pd.Timestamp(DAY)
    base = {"date": stamp, "date_end": stamp, "platform": "taobao", "shop": "", "kind": "test", **common}
    return pd.DataFrame(rows, columns=columns).assign(**base)


TREE = [
    ("全店", "平台流量", "汇总", "汇总", 90.0, 1000),
    ("全店", "平台流量", "搜索", "手淘搜索", 60.0, 700),
    ("全店", "平台流量", "推荐", "手淘推荐", 40.0, 300),
    ("全店", "广告流量", "汇总", "汇总", 20.0, 200),
    ("全店", "广告流量", "关键词推广", "关键词推广", 20.0, 200),
    ("商品", "平台流量", "搜索", "手淘搜索", 55.0, 650),
]


def window(frames: dict[str, pd.DataFrame], dimension: str, *, first: date = DAY, last: date = DAY) -> SegmentSums:
    return build_segments(frames).cube(dimension).window(Period(first, last))


def told(sums: SegmentSums, part: str) -> dict[str, float]:
    return dict(zip(sums.labels, sums.of(part).tolist(), strict=True))


def test_that_totals_of_a_level_never_stand_beside_their_parts() -> None:
    frames = {"shop_source": sources(TREE)}
    assert told(window(frames, SOURCE), "pay_amount") == {"关键词推广": 200, "手淘推荐": 300, "手淘搜索": 700}
    assert told(window(frames, SOURCE_1), "pay_amount") == {"平台流量": 1000, "广告流量": 200}


def test_that_carriers_are_added_only_where_the_whole_shop_is_not_told() -> None:
    rows = [("商品", "平台流量", "搜索", "手淘搜索", 5.0, 60), ("短视频", "平台流量", "搜索", "手淘搜索", 1.0, 10)]
    assert told(window({"shop_source": sources(rows)}, SOURCE), "pay_amount") == {"手淘搜索": 70}
    assert told(window({"shop_source": sources(rows)}, SOURCE_1), "pay_amount") == {"平台流量": 70}


def test_that_a_level_without_a_total_of_its_own_is_the_sum_of_its_parts() -> None:
    rows = [row for row in TREE if row[2] != "汇总"]
    assert told(window({"shop_source": sources(rows)}, SOURCE_1), "pay_amount") == {"平台流量": 1000, "广告流量": 200}


def test_that_sources_of_one_name_under_two_parents_are_told_apart() -> None:
    rows = [("全店", "淘内", "其他", "", 1.0, 10), ("全店", "淘外", "其他", "", 2.0, 20)]
    assert told(window({"shop_source": sources(rows)}, SOURCE), "pay_amount") == {"淘内 › 其他": 10, "淘外 › 其他": 20}


def test_that_a_day_on_which_one_of_two_shops_lacks_its_report_is_missing() -> None:
    when = days(3)
    both = [
        daily(when, shop="a", item="x", pay_amount=[1, 2, 4]),
        daily([when[0], when[2]], shop="b", item="x", pay_amount=[10, 40]),
    ]
    found = window({"item_daily": pd.concat(both, ignore_index=True)}, ITEM, first=when[0], last=when[2])
    assert (told(found, "pay_amount"), found.days["pay_amount"]) == ({"x": 55.0}, 2)


def test_that_an_item_keeps_its_figures_when_its_name_changes_and_carries_the_new_name() -> None:
    when = days(2)
    rows = daily(when, item_id="7", item=["old", "new"], pay_amount=[100, 20])
    assert told(window({"item_daily": rows}, ITEM, first=when[0], last=when[1]), "pay_amount") == {"new": 120}


def test_that_two_items_of_one_name_stay_two() -> None:
    rows = pd.concat([daily([DAY], item_id=one, item="nuts", pay_amount=[5]) for one in "78"], ignore_index=True)
    assert told(window({"item_daily": rows}, ITEM), "pay_amount") == {"nuts (7)": 5, "nuts (8)": 5}


def test_that_the_total_of_a_period_never_enters_the_days() -> None:
    rows = daily([DAY], item="x", pay_amount=[5])
    rows["date_end"] = pd.Timestamp(2026, 5, 6)
    assert build_segments({"item_daily": rows}).cubes == {}


def orders(
    paid_at: list[str], *, buyers: list[str] | None = None, platform: str = "taobao", **columns: Any
) -> pd.DataFrame:
    frame = pd.DataFrame({"order_id": [str(n) for n in range(len(paid_at))], "paid_at": pd.to_datetime(paid_at)})
    frame = frame.assign(platform=platform, shop="", kind="test", paid=100, items=1.0, **columns)
    return frame if buyers is None else frame.assign(buyer=buyers)


def test_that_regions_hold_each_order_once_and_people_once_a_day() -> None:
    frame = orders(
        ["2026-04-30 09:00", "2026-04-30 10:00", "2026-04-30 11:00"],
        buyers=["m", "m", "n"],
        region=["浙江", "浙江", None],
    )
    found = window({"orders": frame}, REGION)
    assert told(found, "pay_orders") == {"": 1, "浙江": 2}
    assert told(found, "pay_buyers") == {"": 1, "浙江": 1}


def test_that_a_day_without_orders_had_none() -> None:
    frame = orders(["2026-04-28 09:00", "2026-04-30 09:00"], region="浙江")
    cube = build_segments({"orders": frame}).cube(REGION)
    daily_values = cube.daily("pay_orders", Period(date(2026, 4, 27), DAY), places=[0])
    assert np.array_equal(daily_values, [[np.nan, 1, 0, 1]], equal_nan=True)


def test_that_a_buyer_is_old_who_bought_within_the_look_back_and_new_again_after_it() -> None:
    paid = ["2026-01-01", "2026-02-20", "2026-03-10", "2026-03-10", "2026-03-11", "2026-04-30"]
    frame = orders([f"{day} 09:00" for day in paid], buyers=["x", "m", "m", "n", "n", "m"])
    found = build_segments({"orders": frame})  # 120 days: the look-back is 60
    assert found.look_back_days == 60
    assert found.cube(BUYER).start == date(2026, 3, 10)
    first = window({"orders": frame}, BUYER, first=date(2026, 3, 10), last=date(2026, 3, 11))
    assert told(first, "pay_orders") == {"new": 1, "old": 2}
    assert told(window({"orders": frame}, BUYER), "pay_orders") == {"new": 0, "old": 1}  # 51 days after


def test_that_a_short_history_tells_no_old_buyers() -> None:
    frame = orders(["2026-03-10 09:00", "2026-04-30 09:00"], buyers=["m", "m"])
    assert build_segments({"orders": frame}).cube(BUYER).is_empty


def test_that_the_share_of_old_buyers_does_not_grow_with_the_history_alone() -> None:
    rng = np.random.default_rng(5)
    when = np.sort(rng.integers(0, 400, 6000))
    paid = [str(pd.Timestamp("2025-01-01 09:00") + pd.Timedelta(days=int(day))) for day in when]
    frame = orders(paid, buyers=[str(one) for one in rng.integers(0, 2000, 6000)])
    cube = build_segments({"orders": frame}).cube(BUYER)
    shares = []
    for first in (0, 100):
        period = Period(cube.start + timedelta(days=first), cube.start + timedelta(days=first + 90))
        sums = told(cube.window(period), "pay_orders")
        shares.append(sums["old"] / (sums["old"] + sums["new"]))
    assert shares[1] == pytest.approx(shares[0], abs=0.05)


def test_that_the_platforms_own_new_buyers_count_where_it_tells_their_money() -> None:
    shop = daily([DAY], pay_buyers=[10.0], pay_old_buyers=[3.0], pay_amount=[1000], old_buyer_pay_amount=[400])
    frames = {"shop_daily": shop, "orders": orders(["2026-04-30 09:00"], buyers=["m"])}
    found = window(frames, BUYER)
    assert told(found, "pay_buyers") == {"new": 7, "old": 3}
    assert told(found, "pay_amount") == {"new": 600, "old": 400}


def test_that_items_from_orders_share_out_what_was_paid_to_the_fen() -> None:
    lines = pd.DataFrame({"order_id": ["0", "0"], "title": ["a", "b"], "unit_price": [150, 50], "quantity": [1.0, 1.0]})
    found = window({"orders": orders(["2026-04-30 09:00"]), "order_lines": lines}, ITEM)
    assert told(found, "pay_amount") == {"a": 75, "b": 25}


def test_that_platforms_add_up_to_the_figure_of_the_board() -> None:
    when = days(5)
    frames = {
        "shop_daily": pd.concat(
            [
                daily(when, platform="taobao", pay_amount=[1, 2, 3, 4, 5]),
                daily([when[1], when[3]], platform="jd", pay_amount=[20, 40]),
            ],
            ignore_index=True,
        )
    }
    period = Period(when[0], when[4])
    facts = collect(frames)
    found = window(frames, PLATFORM, first=when[0], last=when[4])
    whole = facts.window("pay_amount", period)
    assert np.nansum(found.of("pay_amount")) == pytest.approx(np.nansum(whole))
    assert found.days["pay_amount"] == int((~np.isnan(whole)).sum())


def test_that_amounts_in_another_currency_are_left_out_and_named() -> None:
    frames = {
        "item_daily": daily([DAY], item="x", pay_amount=[5]),
        "ad_campaign": daily([DAY], platform="amazon", campaign="c", cost=[7]),
    }
    found = build_segments(frames)
    assert found.apart == ("amazon",)
    assert found.cube(PLATFORM).labels == ("taobao",)


def test_that_a_shop_without_any_report_has_no_segments() -> None:
    assert build_segments({}).cubes == {}
    assert build_segments({"orders": pd.DataFrame(), "shop_source": pd.DataFrame()}).cubes == {}


def ads(column: str, rows: list[tuple[str, float, int]]) -> pd.DataFrame:
    stamp = pd.Timestamp(DAY)
    base = {"date": stamp, "date_end": stamp, "platform": "wxt", "shop": "", "kind": "test"}
    return pd.DataFrame(rows, columns=[column, "clicks", "cost"]).assign(**base)


def test_that_plans_and_words_are_two_cuts_of_the_same_spend() -> None:
    plans = ads("campaign", [("拉新", 10.0, 900), ("复购", 5.0, 300)])
    words = ads("keyword", [("坚果 ", 6.0, 500), ("坚果", 1.0, 100), ("榛子", 3.0, 300)])
    frames = {"ad_campaign": plans, "ad_keyword": words}
    assert told(window(frames, CAMPAIGN), "ad_cost") == {"复购": 300, "拉新": 900}
    assert told(window(frames, KEYWORD), "ad_cost") == {"坚果": 600, "榛子": 300}
    found = build_segments(frames)
    assert (found.tables[CAMPAIGN], found.tables[KEYWORD]) == (("ad_campaign",), ("ad_keyword",))
    assert found.cube(PLATFORM).window(Period(DAY, DAY)).of("ad_cost").tolist() == [1200]  # never both


def test_that_a_report_of_words_without_their_column_tells_none() -> None:
    assert build_segments({"ad_keyword": ads("adgroup", [("单元", 6.0, 500)])}).cube(KEYWORD).is_empty
