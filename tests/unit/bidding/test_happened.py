"""Grids of what happened: sums before ratios, sources and days named, thin data said."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from shopdesk.domain.bidding.dimensions import REGIONS, audiences_happened, regions_happened, short_region
from shopdesk.domain.bidding.drafts import draft_plans
from shopdesk.domain.bidding.happened import Source, hour_gate, week_happened
from shopdesk.domain.bidding.precision import orders_needed, ratio_interval
from shopdesk.domain.bidding.sums import Sums
from shopdesk.domain.periods import Period

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def hours(**columns: object) -> pd.DataFrame:
    frame = pd.DataFrame(columns)
    for name in ("date", "date_end"):
        if name in frame:
            frame[name] = pd.to_datetime(frame[name])
    return frame


DATED = hours(
    date=["2026-06-01", "2026-06-08", "2026-06-02"],  # Monday, Monday, Tuesday
    date_end=["2026-06-01", "2026-06-08", "2026-06-02"],
    hour=[20, 20, 9],
    campaign=["甲", "甲", "乙"],
    clicks=[10.0, 30.0, 5.0],
    cost=[1_000, 2_000, 700],
    ad_orders=[1.0, 3.0, None],
    ad_gmv=[5_000, 9_000, None],
)


def test_that_ratios_are_made_from_sums() -> None:
    week = week_happened(DATED, source=Source.ADS, period=JUNE)
    assert week is not None
    cell = week.cells[0, 20]
    assert (cell.clicks, cell.cost, cell.orders) == (40, 3_000, 4)
    assert cell.roi == pytest.approx(14_000 / 3_000)
    assert cell.cvr == pytest.approx(0.1)
    assert week.cells[1, 9].orders is None
    assert week.cells[1, 9].roi is None


def test_that_a_campaign_is_taken_alone_and_an_unknown_one_names_the_account() -> None:
    alone = week_happened(DATED, source=Source.ADS, period=JUNE, campaign="乙")
    assert alone is not None
    assert (alone.total.clicks, alone.evidence.whole_account) == (5, False)
    other = week_happened(DATED, source=Source.ADS, period=JUNE, campaign="丙")
    assert other is not None
    assert (other.total.clicks, other.evidence.whole_account) == (45, True)


def test_that_days_outside_the_period_are_said() -> None:
    week = week_happened(DATED, source=Source.ADS, period=Period(date(2026, 1, 1), date(2026, 1, 7)))
    assert week is not None
    assert week.evidence.outside_period
    assert (week.evidence.first, week.evidence.last) == (date(2026, 6, 1), date(2026, 6, 8))


def test_that_a_period_total_without_weekdays_tells_only_the_hour() -> None:
    frame = hours(date=["2026-06-01"] * 2, date_end=["2026-06-30"] * 2, hour=[1, 2], clicks=[3.0, 4.0])
    week = week_happened(frame, source=Source.ADS, period=JUNE)
    assert week is not None
    assert not week.has_weekdays
    assert week.hours[2].clicks == 4
    assert week.over({(0, 2), (5, 2)}).clicks == 4


def test_that_a_weekday_named_by_the_report_counts() -> None:
    frame = hours(
        date=["2026-06-01"], date_end=["2026-06-30"], weekday=pd.array([7], dtype="Int64"), hour=[0], clicks=[3.0]
    )
    week = week_happened(frame, source=Source.ADS, period=JUNE)
    assert week is not None
    assert week.cells[6, 0].clicks == 3


def test_that_order_times_stand_in_for_a_report() -> None:
    orders = pd.DataFrame(
        {
            "order_id": ["1", "2", "3"],
            "paid_at": pd.to_datetime(["2026-06-07 23:30:00", "2026-06-07 23:31:00", None]),
            "paid": [1_000, 2_000, 0],
            "region": ["浙江", "浙江", "上海"],
        }
    )
    week = week_happened(orders, source=Source.ORDERS, period=JUNE)
    assert week is not None
    assert (week.cells[6, 23].orders, week.cells[6, 23].revenue, week.cells[6, 23].clicks) == (2, 3_000, None)
    assert hour_gate(week) is None
    regions = regions_happened(orders, source=Source.ORDERS, period=JUNE)
    assert regions is not None
    assert [member.name for member in regions.members] == ["浙江"]


def test_that_nothing_gives_nothing() -> None:
    empty = pd.DataFrame()
    assert week_happened(empty, source=Source.ADS, period=None) is None
    assert regions_happened(empty, source=Source.ADS, period=None) is None
    assert audiences_happened(empty, period=None) is None
    assert draft_plans(empty, set(), slots={}) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("广西壮族自治区", "广西"),
        ("北京市", "北京"),
        ("香港特别行政区", "香港"),
        ("浙江", "浙江"),
        ("杭州市", None),
        (None, None),
    ],
)
def test_that_long_names_of_provinces_are_known(name: str | None, short: str | None) -> None:
    assert short_region(name) == short
    assert len(REGIONS) == 34


def test_that_each_campaign_gets_one_plan_the_dearest_first() -> None:
    campaigns = pd.DataFrame(
        {"platform": ["taobao"] * 3, "campaign_id": ["7", "8", "7"], "campaign": ["甲", "乙", "甲"], "cost": [5, 9, 6]}
    )
    plans = draft_plans(campaigns, {("taobao", "9")}, slots={"taobao": 2})
    assert [(plan.name, len(plan.hours)) for plan in plans] == [("甲", 336), ("乙", 336)]
    assert draft_plans(campaigns, {("taobao", "7"), ("taobao", "8")}, slots={}) == []


def test_that_hours_are_held_against_chance_as_one_day() -> None:
    def gate(orders: list[float]) -> bool:
        days = ["2026-06-01"] * 24
        frame = hours(date=days, date_end=days, hour=list(range(24)), clicks=[200.0] * 24, ad_orders=orders)
        week = week_happened(frame, source=Source.ADS, period=JUNE)
        found = hour_gate(week) if week is not None else None
        assert found is not None
        return found.is_open

    assert not gate([4.0, 6.0] * 12)
    assert gate([9.0] * 8 + [1.0] * 16)


def test_that_more_orders_narrow_a_rate() -> None:
    assert ratio_interval(0, 100) is None
    few, many = ratio_interval(10, 300), ratio_interval(1_000, 30_000)
    assert few is not None
    assert many is not None
    assert few[1] - few[0] > many[1] - many[0]
    assert orders_needed(0.2) == 50


def test_that_sums_keep_unknown_unknown() -> None:
    assert (Sums(clicks=1) + Sums(cost=2)).orders is None
    assert (Sums(clicks=1) + Sums(clicks=2)).clicks == 3


def test_that_provinces_and_their_cities_are_not_added() -> None:
    day = pd.Timestamp("2026-06-01")
    rows = [("浙江", None, 100.0), ("浙江", "杭州", 60.0), ("浙江", "宁波", 40.0), ("江苏", "苏州", 5.0)]
    frame = pd.DataFrame(rows, columns=["region", "city", "clicks"]).assign(
        platform="taobao", date=day, date_end=day, ad_orders=1.0
    )
    found = regions_happened(frame, source=Source.ADS, period=JUNE)
    assert found is not None
    assert {member.name: member.sums.clicks for member in found.members} == {"浙江": 100, "江苏": 5}


@pytest.mark.parametrize("table", ["hours", "regions", "audiences"])
def test_that_the_total_of_a_period_is_not_added_to_its_days(table: str) -> None:
    days = pd.date_range("2026-06-01", periods=7)
    daily = pd.DataFrame({"date": days, "date_end": days, "clicks": 10.0, "ad_orders": 1.0})
    total = pd.DataFrame({"date": days[:1], "date_end": days[-1:], "clicks": 70.0, "ad_orders": 7.0})
    later = pd.DataFrame({"date": [days[-1] + pd.Timedelta(days=1)], "clicks": 30.0, "ad_orders": 3.0})
    later["date_end"] = later["date"] + pd.Timedelta(days=6)
    frame = pd.concat([daily, total, later], ignore_index=True)
    frame = frame.assign(hour=9, region="浙江", audience="老客", platform="taobao")
    found = {
        "hours": lambda: week_happened(frame, source=Source.ADS, period=JUNE),
        "regions": lambda: regions_happened(frame, source=Source.ADS, period=JUNE),
        "audiences": lambda: audiences_happened(frame, period=JUNE),
    }[table]()
    assert found is not None
    assert found.total.clicks == 100  # seven days and the week after them; not the week of the seven days again


def test_that_clicks_paid_in_another_currency_stay_apart_and_are_named() -> None:
    frame = DATED.assign(platform=["taobao", "amazon", "taobao"])
    week = week_happened(frame, source=Source.ADS, period=JUNE)
    assert week is not None
    assert (week.total.cost, week.evidence.apart) == (1_700, ("amazon",))
    alone = week_happened(frame.iloc[1:2], source=Source.ADS, period=JUNE)
    assert alone is not None
    assert (alone.total.cost, alone.evidence.apart) == (2_000, ())
