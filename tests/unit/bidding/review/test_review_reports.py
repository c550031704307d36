"""What the days, hours and items of a plan are in reports: its own, never another's, and what they are held against."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from shopdesk.domain.bidding.hourly import plan_hours
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.pacing import Course
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.review.days import paired
from shopdesk.domain.bidding.review.live import Live, went_live
from shopdesk.domain.bidding.review.reports import OTHERS, SHOP, TABLES, cuts_of, review_days
from shopdesk.domain.bidding.stages.arms import Rate, Subject, item_tests

PLAN = BidPlan("taobao:7", "taobao", "坚果", "7")
DAYS = pd.date_range("2026-05-01", "2026-06-14")


def report(campaign: str, clicks: float, **columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "platform": "taobao",
            "shop": "s",
            "kind": "k",
            "date": DAYS,
            "date_end": DAYS,
            "campaign_id": campaign,
            "campaign": campaign,
            "impressions": 30 * clicks,
            "clicks": clicks,
            "cost": 150 * clicks,
            "ad_orders": clicks / 25,
            "ad_gmv": 9_000 * clicks / 25,
            **columns,
        }
    )


def frames(**tables: pd.DataFrame) -> dict[str, pd.DataFrame]:
    empty = pd.DataFrame()
    names = (*TABLES, "shop_hourly", "orders", "ad_item", "ad_creative")
    return {name: tables.get(name, empty) for name in names}


def test_that_a_plan_is_held_against_the_other_plans_and_the_rest_of_the_shop() -> None:
    ads = pd.concat([report("7", 100.0), report("8", 50.0), report("9", 20.0)], ignore_index=True)
    shop = pd.DataFrame(
        {"platform": "taobao", "shop": "s", "date": DAYS, "date_end": DAYS, "visitors": 400.0, "pay_buyers": 20.0}
    )
    found = review_days(frames(ad_campaign=ads, shop_daily=shop), PLAN, changed={"9"})
    assert found.own is not None
    assert found.own.values["clicks"].tolist() == [100.0] * len(DAYS)
    by = {control.name: control for control in found.controls}
    assert by[OTHERS].values["clicks"][0] == 50.0  # plan 9 was changed itself
    assert by[SHOP].values["clicks"][0] == pytest.approx(400 - 170)
    assert by[SHOP].values["orders"][0] == pytest.approx(20 - 170 / 25)
    assert "cost" not in by[SHOP].values


def test_that_a_report_of_other_plans_tells_nothing_of_this_one() -> None:
    assert review_days(frames(ad_campaign=report("8", 50.0)), PLAN).own is None
    totals = report("7", 50.0).assign(date=DAYS[0], date_end=DAYS[-1]).head(1)
    assert review_days(frames(ad_campaign=totals), PLAN).own is None
    assert review_days(frames(), PLAN).own is None


def test_that_days_without_a_row_are_days_without_spend() -> None:
    ads = pd.concat([report("7", 100.0).drop(index=[5]), report("8", 50.0)], ignore_index=True)
    found = review_days(frames(ad_campaign=ads), PLAN)
    assert found.own is not None
    assert found.own.days[5] == date(2026, 5, 6)
    assert found.own.values["clicks"][5] == 0.0


def hours(evening: float) -> pd.DataFrame:
    rows = report("7", 10.0)
    made = [
        rows.assign(hour=hour, weekday=rows["date"].dt.day_of_week + 1, clicks=evening if hour >= 18 else 10.0)
        for hour in range(24)
    ]
    return pd.concat(made, ignore_index=True)


def test_that_clicks_by_hour_show_a_plan_that_went_live() -> None:
    taken = date(2026, 5, 20)
    table = hours(10.0)
    after = (table["date"] > pd.Timestamp(taken)) & (table["hour"] >= 18)
    table.loc[after, "clicks"] = 14.0
    told = frames(ad_hour=table)
    days = tuple(day.date() for day in DAYS)
    pairs = paired(taken, days, until=days[-1])
    new = Levers(hours=tuple(140 if slot % 24 >= 18 else 100 for slot in range(168)))
    old = Levers(hours=(100,) * 168)
    cuts = cuts_of(told, PLAN, pairs, old=old, new=new)
    assert [cut.name for cut in cuts] == ["hours"]
    assert went_live(cuts, is_changed=True).live is Live.YES
    half = Levers(hours=tuple(value for value in new.hours for _ in range(2)))
    assert went_live(cuts_of(told, PLAN, pairs, old=old, new=half), is_changed=True).live is Live.YES


def test_that_hours_come_by_day_with_the_shop_s_own_course_beside() -> None:
    orders = pd.DataFrame(
        {
            "platform": "taobao",
            "order_id": [str(n) for n in range(600)],
            "paid_at": pd.Timestamp("2026-05-03 20:10:00"),
            "paid": 9_000,
        }
    )
    found = plan_hours(frames(ad_hour=hours(12.0), orders=orders), PLAN, off=(0,) * 168)
    assert found.days is not None
    assert found.days.clicks.shape == (28, 24)
    assert found.days.clicks[0, 20] == 12.0
    assert found.days.off.all()
    assert found.reference is not None
    assert (found.reference.source, found.reference.counts[20]) == (Course.ORDERS, 600)
    totals = hours(12.0).drop(columns=["date", "date_end", "weekday"])
    summed = plan_hours(frames(ad_hour=totals), PLAN, off=())
    assert summed.days is None
    assert summed.totals is not None
    assert summed.totals[20] == pytest.approx(12.0 * len(DAYS))


def test_that_items_and_pictures_of_a_plan_become_tests() -> None:
    items = pd.concat(
        [
            report("7", 40.0, item="旧款", item_id="1", cart_adds=2.0, item_favs=0.0),
            report("7", 40.0, item="新款", item_id="2", cart_adds=4.0, item_favs=0.0),
        ],
        ignore_index=True,
    )
    pictures = pd.concat([report("7", 10.0, creative="A"), report("7", 12.0, creative="B")], ignore_index=True)
    found = item_tests(frames(ad_item=items, ad_creative=pictures), PLAN)
    assert [(one.what, one.rate) for one in found] == [(Subject.ITEMS, Rate.CARTS), (Subject.PICTURES, Rate.CLICKS)]
    best = found[0].test.best
    assert best is not None
    assert (best.arm.name, best.arm.trials, best.arm.events) == ("新款", 28 * 40.0, 28 * 4.0)
    assert np.isfinite(found[0].test.usual_chance or 0)
    assert item_tests(frames(ad_item=items[items["item_id"] == "1"]), PLAN) == ()
