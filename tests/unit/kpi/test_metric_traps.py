from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.dictionary import OwnFormula, dictionary
from shopdesk.domain.kpi.figures import Basis, change, daily_values, figure, is_known
from shopdesk.domain.metrics import Good, Unit
from shopdesk.domain.periods import Comparison, Period
from tests.unit.kpi.kpi_frames import daily, days

END = date(2026, 4, 30)


def orders(rows: list[tuple[date, str, int]], *, platform: str = "taobao", **more: Any) -> pd.DataFrame:
    when, buyers, paid = zip(*rows, strict=True)
    stamps = pd.to_datetime(list(when))
    return pd.DataFrame(
        {
            "order_id": [f"{platform}{place}" for place in range(len(rows))],
            "paid_at": stamps,
            "created_at": stamps,
            "buyer": list(buyers),
            "paid": list(paid),
            "platform": platform,
            "shop": "",
            "kind": "orders",
            **more,
        }
    )


def value(facts: DailyFacts, name: str, period: Period) -> float | None:
    return figure(facts, BOARD[name], period).value


def test_that_sales_per_buyer_and_per_order_are_two_figures() -> None:
    when = days(1)
    facts = collect({"shop_daily": daily(when, pay_amount=[60000], pay_buyers=[3.0], pay_orders=[4.0])})
    one = Period(when[0], when[0])
    assert (value(facts, "aov", one), value(facts, "order_value", one)) == (200.0, 150.0)


def test_that_refund_rates_by_money_and_by_cases_and_by_refund_day_and_pay_day_differ() -> None:
    when = days(30, until=END)
    shop = daily(when, pay_amount=[100000] * 30, pay_orders=[0.0] * 28 + [125.0, 112.0])
    refunds = pd.DataFrame(
        {
            "finished_at": pd.to_datetime([when[-2]] * 10 + [when[-1]] * 15),
            "applied_at": pd.to_datetime([when[-3]] * 25),
            "paid_at": pd.to_datetime([when[0]] * 25),
            "refunded": [4000] * 25,
            "platform": "taobao",
            "shop": "",
            "kind": "refunds",
        }
    )
    facts = collect({"shop_daily": shop, "refunds": refunds})
    last = Period(END, END)
    assert value(facts, "refund_rate_count", last) == pytest.approx(25 / 237)  # (10 + 15) / (125 + 112)
    assert value(facts, "refund_rate", last) == pytest.approx(600 / 1000)
    assert value(facts, "refund_rate_paid_day", last) is None  # nothing paid that day is known to be refunded
    assert value(facts, "refund_rate_paid_day", Period(when[0], when[0])) == pytest.approx(1000 / 1000)
    assert value(facts, "refund_speed", Period(when[-2], when[-1])) == pytest.approx((10 * 1 + 15 * 2) / 25)


def test_that_a_refund_taken_back_is_subtracted_and_is_no_case() -> None:
    when = days(2, until=END)
    refunds = pd.DataFrame(
        {
            "finished_at": pd.to_datetime([when[0], when[1], when[1]]),
            "refunded": [4000, 3000, -1500],
            "platform": "taobao",
            "shop": "",
            "kind": "refunds",
        }
    )
    facts = collect({"shop_daily": daily(when, pay_amount=[100000] * 2), "refunds": refunds})
    both = Period(when[0], when[1])
    assert value(facts, "refund_amount", both) == 55.0
    assert value(facts, "net_sales", both) == 1945.0
    assert value(facts, "refund_orders", both) == 2.0


def test_that_a_rolling_rate_is_made_from_the_sums_of_its_window() -> None:
    when = days(60, until=END)
    facts = collect({"shop_daily": daily(when, pay_orders=[10.0] * 60), "refunds": one_refund(when[40])})
    values = daily_values(facts, BOARD["refund_rate_count"], Period(when[40], when[40]))
    assert values[0] != values[0]  # refunds are known from that day only
    values = daily_values(facts, BOARD["ad_roi"], Period(when[0], when[-1]))
    assert pd.isna(values).all()


def one_refund(day: date) -> pd.DataFrame:
    return pd.DataFrame(
        {"finished_at": pd.to_datetime([day]), "refunded": [100], "platform": "taobao", "shop": "", "kind": "r"}
    )


def test_that_bounce_and_stay_are_weighted_by_visitors() -> None:
    when = days(2)
    facts = collect(
        {"shop_daily": daily(when, visitors=[100.0, 900.0], bounce_rate=[0.9, 0.5], avg_stay_seconds=[10.0, 60.0])}
    )
    both = Period(when[0], when[1])
    assert value(facts, "bounce", both) == pytest.approx((90 + 450) / 1000)
    assert value(facts, "avg_stay", both) == pytest.approx((1000 + 54000) / 1000)


def test_that_a_shop_score_is_its_newest_and_never_a_mean_or_sum() -> None:
    when = days(4)
    scores = [4.9, 4.8, None, None]
    facts = collect({"shop_daily": daily(when, visitors=[1.0] * 4, 描述相符评分=scores)})
    found = figure(facts, BOARD["dsr_desc"], Period(when[0], when[3]))
    assert (found.value, found.basis, found.missing_days) == (4.8, Basis.NEWEST, 0)
    two = pd.concat([daily(when, shop=shop, visitors=[1.0] * 4, 描述相符评分=scores) for shop in "ab"])
    facts = collect({"shop_daily": two})
    assert value(facts, "dsr_desc", Period(when[0], when[3])) is None
    assert value(facts, "visitors", Period(when[3], when[3])) == 2.0


def test_that_the_repeat_rate_of_a_period_is_counted_from_orders_and_not_from_days() -> None:
    when = days(60, until=END)
    rows = [(day, f"b{place % 45}", 1000) for place, day in enumerate(when)]
    facts = collect({"orders": orders(rows)})
    month = Period(when[30], when[59])
    found = figure(facts, BOARD["repeat_users"], month)
    assert found.basis is Basis.RECOUNTED
    assert found.value == 0.0  # every buyer came once within 30 days
    assert figure(facts, BOARD["repeat_users_period"], Period(when[0], when[59])).value == pytest.approx(15 / 45)
    assert figure(facts, BOARD["rebuy"], month).value == pytest.approx(15 / 30)
    day = figure(facts, BOARD["repeat_users"], Period(END, END))
    assert (day.rests_on, day.value) == (month, found.value)


def test_that_a_buyer_in_two_shops_of_a_market_place_is_one_and_market_places_stay_apart() -> None:
    when = days(2, until=END)
    rows = [(when[0], "x", 1000), (when[1], "x", 1000)]
    one = orders(rows, shop=["a", "b"])
    both = Period(*when)
    assert figure(collect({"orders": one}), BOARD["repeat_users_period"], both).value == 1.0
    apart = pd.concat([orders(rows[:1]), orders(rows[1:], platform="jd")])
    assert figure(collect({"orders": apart}), BOARD["repeat_users_period"], both).value == 0.0


def test_that_lifetime_value_is_all_money_kept_by_all_buyers_so_far() -> None:
    when = days(3, until=END)
    known = orders([(when[0], "x", 1000), (when[1], "x", 3000), (when[2], "y", 2000)], refunded=[0, 1000, 0])
    facts = collect({"orders": known})
    assert value(facts, "ltv", Period(when[1], when[1])) == pytest.approx(30.0)
    assert value(facts, "ltv", Period(when[0], when[2])) == pytest.approx(25.0)


def test_that_the_margin_of_a_day_with_an_unknown_cost_is_unknown() -> None:
    when = days(2, until=END)
    sold = orders([(when[0], "x", 1000), (when[1], "y", 1000)])
    lines = pd.DataFrame(
        {
            "order_id": sold["order_id"],
            "sku": ["a", "b"],
            "quantity": [1.0, 1.0],
            "platform": "taobao",
            "shop": "",
            "kind": "l",
        }
    )
    costs = pd.DataFrame({"sku": ["a"], "unit_cost": [400], "platform": "taobao", "shop": "", "kind": "c"})
    facts = collect({"orders": sold.assign(refunded=0), "order_lines": lines, "costs": costs})
    assert value(facts, "gross_margin", Period(when[0], when[0])) == pytest.approx(0.6)
    assert value(facts, "gross_margin", Period(when[1], when[1])) is None


def test_that_imported_reviews_are_not_added_to_those_the_shop_report_counts() -> None:
    when = days(1, until=END)
    listed = pd.DataFrame(
        {
            "reviewed_at": pd.to_datetime([END, END, END]),
            "score": [5.0, 1.0, 3.0],
            "platform": "other",
            "shop": "",
            "kind": "reviews",
        }
    )
    alone = collect({"reviews": listed})
    one = Period(END, END)
    assert value(alone, "bad_rate", one) == pytest.approx(1 / 3)
    assert value(alone, "avg_score", one) == pytest.approx(3.0)
    both = collect({"reviews": listed, "shop_daily": daily(when, visitors=[1.0], 评价数=[7.0])})
    assert value(both, "reviews", one) == 7.0


def test_that_click_rates_and_returns_are_made_from_sums_over_plans_and_days() -> None:
    when = days(2, until=END)
    plans = pd.concat(
        [
            daily(
                when, campaign="a", cost=[100, 300], ad_gmv=[900, 300], clicks=[10.0, 10.0], impressions=[100.0, 900.0]
            ),
            daily(when, campaign="b", cost=[600, 0], ad_gmv=[300, 0], clicks=[30.0, 0.0], impressions=[1000.0, 0.0]),
        ]
    )
    facts = collect({"ad_campaign": plans})
    both = Period(*when)
    assert value(facts, "ad_ctr", both) == pytest.approx(50 / 2000)
    assert value(facts, "ad_roi", both) == pytest.approx(1.5)
    assert value(facts, "acos", both) == pytest.approx(1 / 1.5)
    assert value(facts, "ad_cpm", both) == pytest.approx(10.0 / 2000 * 1000)


def test_that_items_sold_over_a_window_are_counted_once() -> None:
    when = days(30, until=END)
    rows = [
        daily(when, item_id=item, pay_items=[sold if place == 3 else 0.0 for place in range(30)])
        for item, sold in (("a", 2.0), ("b", 0.0), ("c", 1.0), ("d", 0.0))
    ]
    facts = collect({"item_daily": pd.concat(rows)})
    assert value(facts, "sell_through", Period(END, END)) == pytest.approx(2 / 4)
    assert value(facts, "sell_through_period", Period(END, END)) == 0.0


def test_that_own_metrics_are_figures_like_the_shipped_ones() -> None:
    when = days(2, until=END)
    facts = collect(
        {"shop_daily": daily(when, pay_amount=[10000, 30000], pay_buyers=[2.0, 3.0], visitors=[10.0, 40.0])}
    )
    made = dictionary([OwnFormula("own", "毛收", "Net", "pay_amount - visitors * 0 * uv_value", Unit.MONEY, Good.UP)])
    assert made.wrong == {}
    own = made.metrics["own"]
    assert figure(facts, own, Period(*when)).value == pytest.approx(400.0)
    assert daily_values(facts, own, Period(*when)).tolist() == [100.0, 300.0]
    assert is_known(facts, own)
    assert not is_known(facts, BOARD["net_sales"])


def test_that_sums_of_unequal_days_are_compared_by_the_day_and_rates_are_not() -> None:
    when = days(14, until=END)
    money = [10000] * 14
    money[2] = None  # type: ignore[call-overload]
    facts = collect({"shop_daily": daily(when, pay_amount=money, refund_amount=[1000] * 14)})
    week = Period.last(days=7, until=END)
    for name, by_day in (("net_sales", True), ("refund_rate", False)):
        found = change(facts, figure(facts, BOARD[name], week), Comparison.PREVIOUS)
        assert found is not None
        assert (found.per_day, found.amount) == (by_day, pytest.approx(0.0)), name


def test_that_a_metric_without_any_report_is_unknown_and_never_nothing() -> None:
    facts = collect({"shop_daily": daily(days(3, until=END), visitors=[1.0] * 3)})
    for metric in BOARD.values():
        found = figure(facts, metric, Period(END - timedelta(days=2), END))
        if not is_known(facts, metric):
            assert (found.value, found.days) == (None, 0), metric.name
            assert pd.isna(daily_values(facts, metric, Period(END, END))).all()


@pytest.mark.parametrize(
    ("before", "after", "clear"), [(30.0, 36.0, False), (30.0, 80.0, True), (3000.0, 3060.0, False)]
)
def test_that_a_change_is_clear_only_where_chance_can_hardly_explain_it(
    before: float, after: float, clear: bool
) -> None:
    when = days(2, until=END)
    facts = collect({"shop_daily": daily(when, pay_amount=[before * 5000, after * 5000], pay_buyers=[before, after])})
    found = change(facts, figure(facts, BOARD["pay_amount"], Period(END, END)), Comparison.PREVIOUS)
    assert found is not None
    assert found.is_clear is clear


def test_that_a_change_whose_events_are_unknown_is_never_clear() -> None:
    when = days(2, until=END)
    facts = collect({"shop_daily": daily(when, pay_amount=[100, 90000])})
    found = change(facts, figure(facts, BOARD["pay_amount"], Period(END, END)), Comparison.PREVIOUS)
    assert found is not None
    assert (found.is_clear, found.amount) == (False, pytest.approx(899.0))


def test_that_the_people_of_several_shops_are_named_an_upper_bound_even_on_one_day() -> None:
    when = days(1, until=END)
    two = pd.concat([daily(when, shop=shop, visitors=[10.0], pay_amount=[100]) for shop in "ab"])
    facts = collect({"shop_daily": two})
    one = Period(END, END)
    assert figure(facts, BOARD["visitors"], one).basis is Basis.SHOP_SUM
    assert figure(facts, BOARD["uv_value"], one).basis is Basis.SHOP_SUM
    assert figure(facts, BOARD["pay_amount"], one).basis is Basis.EXACT


def test_that_the_bounce_rate_of_item_pages_is_another_one_than_that_of_the_shop() -> None:
    when = days(1, until=END)
    items = pd.concat(
        [
            daily(when, item_id="a", item_visitors=[90.0], bounce_rate=[0.9]),
            daily(when, item_id="b", item_visitors=[10.0], bounce_rate=[0.1]),
        ]
    )
    facts = collect({"item_daily": items, "shop_daily": daily(when, visitors=[80.0], bounce_rate=[0.5])})
    one = Period(END, END)
    assert value(facts, "item_bounce", one) == pytest.approx((81 + 1) / 100)
    assert value(facts, "bounce", one) == pytest.approx(0.5)


def test_that_a_general_refund_list_is_not_added_to_what_the_platform_reports_itself() -> None:
    when = days(1, until=END)
    listed = one_refund(END).assign(platform="other")
    shop = daily(when, pay_amount=[1000], refund_amount=[100])
    assert value(collect({"shop_daily": shop, "refunds": listed}), "refund_amount", Period(END, END)) == 1.0
    assert value(collect({"refunds": listed}), "refund_amount", Period(END, END)) == 1.0
    jd = one_refund(END).assign(platform="jd")
    assert value(collect({"shop_daily": shop, "refunds": jd}), "refund_amount", Period(END, END)) == 2.0


def test_that_a_formula_that_grows_beyond_all_numbers_is_unknown() -> None:
    when = days(2, until=END)
    facts = collect({"shop_daily": daily(when, pay_amount=[100000, 200000])})
    formula = "pay_amount / 0." + "0" * 150 + "1 * pay_amount / 0." + "0" * 160 + "1"
    metric = BoardMetric("own", "大", "big", Unit.NUMBER, "", formula=formula)
    both = Period(when[0], when[1])
    assert figure(facts, metric, both).value is None
    assert np.isnan(daily_values(facts, metric, both)).all()
