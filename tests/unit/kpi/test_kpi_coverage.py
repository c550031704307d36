from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from shopdesk.app.kpi.calendar import shipped
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.coverage import LostColumn, coverage
from shopdesk.domain.kpi.grouping import Step, moving_mean, points
from shopdesk.domain.periods import Period
from tests.unit.kpi.kpi_frames import daily, days


def test_that_the_shipped_calendar_knows_618_and_double_eleven_of_every_year() -> None:
    for year in range(2020, 2031):
        assert "618" in [campaign.zh for campaign in shipped().on(date(year, 6, 18))]
        assert "双11" in [campaign.zh for campaign in shipped().on(date(year, 11, 11))]
        assert shipped().on(date(year, 3, 20)) == ()


def test_that_spring_festival_follows_the_moon() -> None:
    for day in (date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17), date(2030, 2, 3)):
        assert [campaign.zh for campaign in shipped().on(day)] == ["春节"]
    assert shipped().on(date(2026, 1, 29)) == ()


def test_that_coverage_names_gaps_and_what_is_missing() -> None:
    when = days(10)
    found = coverage({"shop_daily": daily(when[:4] + when[6:], visitors=[1.0] * 8)})
    (table,) = found.tables
    assert table.gaps == (Period(when[4], when[5]),)
    assert table.missing_days == 2
    assert found.wanted[:2] == ("ad_campaign", "ad_keyword")


def test_that_a_missing_day_of_one_platform_is_not_hidden_by_another() -> None:
    when = days(10)
    own = daily(when, platform="other", asked_users=[1.0] * 10)
    both = pd.concat([daily(when[:4] + when[6:9], visitors=[1.0] * 7), own], ignore_index=True)
    assert coverage({"shop_daily": both}).tables[0].gaps == (Period(when[4], when[5]),)


def test_that_a_renamed_column_is_told_as_lost_with_what_begins_in_its_place() -> None:
    when = days(10)
    columns = {"pay_amount": [100.0] * 6 + [None] * 4, "成交金额": [None] * 6 + [100.0] * 4, "visitors": [9.0] * 10}
    (table,) = coverage({"shop_daily": daily(when, **columns)}).tables
    assert table.lost == (LostColumn("pay_amount", when[6], ("成交金额",)),)
    assert table.gaps == ()


def test_that_a_column_that_is_rarely_filled_or_lacks_one_day_is_not_lost() -> None:
    when = days(10)
    rare = [5.0 if k in (0, 6) else None for k in range(10)]
    late = [5.0] * 9 + [None]
    (table,) = coverage({"shop_daily": daily(when, visitors=[9.0] * 10, pay_buyers=late, refund_amount=rare)}).tables
    assert table.lost == ()


def test_that_a_column_of_another_platform_is_not_lost_where_only_one_goes_on() -> None:
    when = days(10)
    first = daily(when[:5], platform="sycm", visitors=[9.0] * 5, pay_amount=[100.0] * 5)
    second = daily(when, platform="pdd", visitors=[9.0] * 10)
    (table,) = coverage({"shop_daily": pd.concat([first, second], ignore_index=True)}).tables
    assert table.lost == ()


def test_that_weeks_add_sums_and_say_when_they_are_cut() -> None:
    when = days(11, until=date(2026, 4, 30))  # Monday 20 April to Thursday 30 April
    facts = collect({"shop_daily": daily(when, visitors=[10.0] * 11, pay_buyers=[1.0] * 10 + [5.0])})
    found = points(facts, BOARD["pay_cvr"], Period(when[0], when[-1]), Step.WEEK)
    assert [span.days for span in found.periods] == [7, 4]
    assert np.allclose(found.values, [0.1, 8 / 40])
    assert found.whole == (True, False)


def test_that_a_moving_mean_never_spans_a_gap() -> None:
    values = np.array([1.0, 2, 3, np.nan, 5, 6, 7])
    assert moving_mean(values, days=3)[2] == 2.0
    assert np.isnan(moving_mean(values, days=3)[[0, 1, 3, 4, 5]]).all()


def test_that_a_shop_of_orders_only_is_as_new_as_its_orders() -> None:
    when = pd.DatetimeIndex([f"2026-04-{day:02} 10:00" for day in (1, 3)])
    found = coverage({"orders": pd.DataFrame({"order_id": ["a", "b"], "created_at": when})})
    assert found.last == date(2026, 4, 3)
    assert found.stale() == ()
