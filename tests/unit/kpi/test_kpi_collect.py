from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.figures import Basis, ChangeKind, change, daily_values, figure
from shopdesk.domain.periods import Comparison, Period
from tests.unit.kpi.kpi_frames import daily, days


def test_that_a_ratio_over_days_is_made_from_sums() -> None:
    when = days(2)
    facts = collect({"shop_daily": daily(when, visitors=[100.0, 900.0], pay_buyers=[10.0, 9.0])})
    found = figure(facts, BOARD["pay_cvr"], Period(when[0], when[1]))
    assert found.value == pytest.approx(19 / 1000)  # not the mean of 10 % and 1 %
    assert found.basis is Basis.DAY_SUM


def test_that_people_over_several_days_are_named_an_upper_bound_and_one_day_is_exact() -> None:
    when = days(3)
    facts = collect({"shop_daily": daily(when, visitors=[1.0, 2.0, 3.0])})
    assert figure(facts, BOARD["visitors"], Period(when[0], when[2])).basis is Basis.DAY_SUM
    assert figure(facts, BOARD["visitors"], Period(when[2], when[2])).basis is Basis.EXACT


def test_that_the_platforms_own_period_figure_is_taken_for_people() -> None:
    when = days(7)
    rows = daily(when, visitors=[10.0] * 7)
    total = pd.DataFrame(
        {
            "date": pd.to_datetime([when[0]]),
            "date_end": pd.to_datetime([when[6]]),
            "platform": "taobao",
            "shop": "",
            "kind": "week",
            "visitors": [55.0],
        }
    )
    facts = collect({"shop_daily": pd.concat([rows, total], ignore_index=True)})
    found = figure(facts, BOARD["visitors"], Period(when[0], when[6]))
    assert (found.value, found.basis) == (55.0, Basis.PLATFORM)
    assert figure(facts, BOARD["visitors"], Period(when[1], when[6])).value == 60.0


def test_that_a_period_total_never_enters_the_daily_series() -> None:
    when = days(3)
    rows = daily(when, pay_amount=[100, 100, 100])
    rows.loc[1, "date_end"] = pd.Timestamp(when[2])
    facts = collect({"shop_daily": rows})
    assert pd.isna(daily_values(facts, BOARD["pay_amount"], Period(when[0], when[2]))[1])


def test_that_a_missing_day_is_a_gap_and_not_nothing() -> None:
    when = days(5)
    facts = collect({"shop_daily": daily([when[0], when[1], when[4]], pay_amount=[100, 200, 300])})
    found = figure(facts, BOARD["pay_amount"], Period(when[0], when[4]))
    assert (found.value, found.days, found.missing_days) == (6.0, 3, 2)


def test_that_money_is_added_in_fen() -> None:
    when = days(3)
    facts = collect({"shop_daily": daily(when, pay_amount=[10, 20, 1])})
    assert figure(facts, BOARD["pay_amount"], Period(when[0], when[2])).value == 0.31


def test_that_only_one_cut_of_the_spend_is_counted() -> None:
    when = days(4)
    facts = collect(
        {
            "ad_campaign": daily(when, campaign="a", cost=[100] * 4),
            "ad_keyword": daily(when, keyword="w", cost=[70] * 4),
            "ad_item": daily(when, item="i", cost=[90] * 4),
            "shop_daily": daily(when, platform="taobao", search_ad_cost=[95] * 4),
        }
    )
    found = figure(facts, BOARD["ad_cost"], Period(when[0], when[3]))
    assert found.value == 4.0
    assert [source.table for source in found.parts[0].sources] == ["ad_campaign"]


def test_that_spend_of_the_shop_report_stands_apart_from_that_of_the_ad_report() -> None:
    when = days(6)
    facts = collect(
        {
            "ad_campaign": daily(when[3:], campaign="a", cost=[100] * 3),
            "shop_daily": daily(when, platform="taobao", search_ad_cost=[95] * 6),
        }
    )
    (part,) = figure(facts, BOARD["ad_cost"], Period(when[0], when[5])).parts
    assert (part.total, part.days) == (300.0, 3)
    assert [(source.table, source.first) for source in part.apart] == [("shop_daily", when[0])]


def test_that_a_cut_with_few_days_yields_to_one_that_covers_the_time() -> None:
    when = days(40)
    facts = collect(
        {"ad_campaign": daily(when[-3:], cost=[100] * 3), "ad_keyword": daily(when, keyword="w", cost=[70] * 40)}
    )
    assert facts.parts["ad_cost"].sources[0].table == "ad_keyword"


def test_that_platforms_are_added_but_consoles_of_one_market_place_are_not() -> None:
    when = days(2)
    facts = collect(
        {
            "ad_campaign": daily(when, platform="wxt", cost=[100, 100]),
            "ad_item": daily(when, platform="pdd", cost=[10, 10]),
            "shop_daily": daily(when, platform="sycm", search_ad_cost=[100, 100]),
        }
    )
    assert figure(facts, BOARD["ad_cost"], Period(when[0], when[1])).value == 2.2


def test_that_a_nameless_file_belongs_to_the_only_named_shop() -> None:
    when = days(2)
    both = pd.concat(
        [daily(when[:1], shop="果山里", visitors=[5.0]), daily(when, shop="", visitors=[5.0, 6.0])], ignore_index=True
    )
    facts = collect({"shop_daily": both})
    assert figure(facts, BOARD["visitors"], Period(when[0], when[1])).value == 11.0


def test_that_a_table_of_ones_own_beside_the_platforms_report_is_not_added_twice() -> None:
    when = days(3)
    own = daily(when, platform="other", visitors=[100.0, 110.0, 120.0], asked_users=[5.0, 6.0, 7.0])
    both = pd.concat([daily(when[:2], shop="果山里", visitors=[100.0, 110.0]), own], ignore_index=True)
    facts = collect({"shop_daily": both})
    assert daily_values(facts, BOARD["visitors"], Period(when[0], when[1])).tolist() == [100.0, 110.0]
    assert np.isnan(facts.window("visitors", Period(when[2], when[2]))).all()
    assert facts.window("asked_users", Period(when[0], when[2])).tolist() == [5.0, 6.0, 7.0]
    assert [source.platform for source in facts.parts["visitors"].apart] == ["other"]


def test_that_a_general_table_of_another_shop_is_added() -> None:
    when = days(1)
    other = daily(when, platform="other", shop="小红书店", visitors=[7.0])
    both = pd.concat([daily(when, shop="果山里", visitors=[100.0]), other], ignore_index=True)
    assert figure(collect({"shop_daily": both}), BOARD["visitors"], Period(when[0], when[0])).value == 107.0


def test_that_orders_stand_in_where_there_is_no_shop_report() -> None:
    orders = pd.DataFrame(
        {
            "platform": "taobao",
            "shop": "",
            "kind": "orders",
            "buyer": ["a", "a", "b", "c"],
            "paid_at": pd.to_datetime(["2026-04-01 09:00", "2026-04-01 22:00", "2026-04-03 01:00", None]),
            "paid": [1000, 500, 700, 900],
        }
    )
    facts = collect({"orders": orders})
    period = Period(date(2026, 4, 1), date(2026, 4, 3))
    assert daily_values(facts, BOARD["pay_amount"], period).tolist() == [15.0, 0.0, 7.0]
    assert figure(facts, BOARD["pay_buyers"], period).value == 2.0
    assert figure(facts, BOARD["visitors"], period).value is None
    assert facts.parts["pay_amount"].sources[0].table == "orders"


def paid_orders(**columns: object) -> pd.DataFrame:
    times = pd.to_datetime(["2026-04-28 09:00", "2026-04-30 10:00", "2026-04-30 11:00"])
    base = {"platform": "taobao", "shop": "", "kind": "orders", "paid_at": times, "paid": [1000, 3000, 1000]}
    return pd.DataFrame({**base, **columns})


def test_that_refunds_named_by_orders_stand_in_where_no_other_report_tells_them() -> None:
    facts = collect({"orders": paid_orders(refunded=[0, 1500, 0])})
    found = figure(facts, BOARD["refund_rate"], Period(date(2026, 4, 28), date(2026, 4, 30)))
    assert found.value == pytest.approx(0.3)
    assert {source.table for part in found.parts for source in part.sources} == {"orders"}
    assert figure(facts, BOARD["refund_rate"], Period(date(2026, 4, 28), date(2026, 4, 28))).value == 0


def test_that_orders_without_refund_column_leave_refunds_unknown() -> None:
    facts = collect({"orders": paid_orders()})
    assert figure(facts, BOARD["refund_rate"], Period(date(2026, 4, 28), date(2026, 4, 30))).value is None


def test_that_refunds_of_the_refund_list_come_before_those_of_orders() -> None:
    refunds = pd.DataFrame(
        {
            "platform": "taobao",
            "shop": "",
            "kind": "refunds",
            "finished_at": pd.to_datetime(["2026-04-29 09:00", "2026-04-29 10:00"]),
            "refunded": [700, 5000],
            "status": ["退款成功", "退款关闭"],
        }
    )
    facts = collect({"orders": paid_orders(refunded=[0, 1500, 0]), "refunds": refunds})
    found = figure(facts, BOARD["refund_amount"], Period(date(2026, 4, 28), date(2026, 4, 30)))
    assert found.value == 7.0  # a closed refund gave nothing back


def test_that_a_platform_whose_last_days_are_not_in_yet_leaves_them_unknown() -> None:
    when = days(40)
    both = [
        daily(when, platform="taobao", visitors=[100.0] * 40),
        daily(when[:-2], platform="jd", visitors=[80.0] * 38),
    ]
    facts = collect({"shop_daily": pd.concat(both, ignore_index=True)})
    values = daily_values(facts, BOARD["visitors"], Period(when[-3], when[-1]))
    assert values[0] == 180
    assert pd.isna(values[1:]).all()  # 100 would look like a collapse


def test_that_a_platform_given_up_long_ago_does_not_blank_the_others() -> None:
    when = days(40)
    both = [daily(when, platform="taobao", visitors=[100.0] * 40), daily(when[:9], platform="jd", visitors=[80.0] * 9)]
    facts = collect({"shop_daily": pd.concat(both, ignore_index=True)})
    assert list(daily_values(facts, BOARD["visitors"], Period(when[8], when[9]))) == [180, 100]


def test_that_rates_change_in_points_and_amounts_in_shares() -> None:
    when = days(14)
    facts = collect(
        {
            "shop_daily": daily(
                when, visitors=[100.0] * 14, pay_buyers=[2.0] * 7 + [3.0] * 7, pay_amount=[1000] * 7 + [1500] * 7
            )
        }
    )
    period = Period(when[7], when[13])
    rate = change(facts, figure(facts, BOARD["pay_cvr"], period), Comparison.PREVIOUS)
    money = change(facts, figure(facts, BOARD["pay_amount"], period), Comparison.PREVIOUS)
    assert rate is not None
    assert rate.kind is ChangeKind.POINTS
    assert rate.amount == pytest.approx(0.01)
    assert money is not None
    assert (money.kind, money.amount) == (ChangeKind.RELATIVE, 0.5)


def test_that_periods_with_different_gaps_are_compared_by_the_day() -> None:
    when = days(14)
    kept = [day for place, day in enumerate(when) if place != 10]
    facts = collect({"shop_daily": daily(kept, pay_amount=[100] * 13)})
    found = change(facts, figure(facts, BOARD["pay_amount"], Period(when[7], when[13])), Comparison.PREVIOUS)
    assert found is not None
    assert found.per_day
    assert found.amount == pytest.approx(0.0)


def test_that_nothing_imported_gives_no_figure() -> None:
    facts = collect({"shop_daily": pd.DataFrame()})
    assert facts.is_empty
    assert figure(facts, BOARD["pay_amount"], Period(date(2026, 1, 1), date(2026, 1, 7))).value is None


def test_that_platforms_abroad_are_not_added_to_those_that_count_in_yuan() -> None:
    when = days(2)
    both = [daily(when, platform="taobao", cost=[100, 100]), daily(when, platform="amazon", cost=[50, 50])]
    facts = collect({"ad_campaign": pd.concat(both, ignore_index=True)})
    assert figure(facts, BOARD["ad_cost"], Period(when[0], when[1])).value == 2.0
    alone = collect({"ad_campaign": both[1]})
    assert figure(alone, BOARD["ad_cost"], Period(when[0], when[1])).value == 1.0


def test_that_a_platform_imported_since_is_not_taken_for_growth() -> None:
    when = days(40)
    both = [daily(when, platform="taobao", visitors=[100.0] * 40), daily(when[-9:], platform="jd", visitors=[80.0] * 9)]
    facts = collect({"shop_daily": pd.concat(both, ignore_index=True)})
    week = figure(facts, BOARD["visitors"], Period.last(days=7, until=when[-1]))
    found = change(facts, week, Comparison.PREVIOUS)
    assert found is not None
    assert (found.before.value, found.amount) == (860.0, None)
    day = change(facts, figure(facts, BOARD["visitors"], Period(when[-1], when[-1])), Comparison.SAME_WEEKDAY)
    assert day is not None
    assert day.amount == 0  # both platforms on both days


def test_that_few_days_years_after_all_others_can_be_left_out() -> None:
    when = [date(2026, 4, 29), date(2026, 4, 30), date(2099, 1, 1)]
    facts = collect({"shop_daily": daily(when, visitors=[1.0, 2.0, 3.0])})
    near = facts.without_strays(gap_days=700, fewer_than=28)
    assert near.end == date(2026, 4, 30)
    assert near.window("visitors", Period(when[0], when[1])).tolist() == [1.0, 2.0]
    assert facts.days_known(Period(when[0], when[2])) == 3
    assert near.without_strays(gap_days=700, fewer_than=28) is near


def test_that_a_shop_that_opened_again_years_later_keeps_its_new_days() -> None:
    when = [date(2021, 4, 30), *days(28)]
    facts = collect({"shop_daily": daily(when, visitors=[1.0] * 29)})
    assert facts.without_strays(gap_days=700, fewer_than=28) is facts
