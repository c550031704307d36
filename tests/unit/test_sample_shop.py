"""The sample shop is what the application shows first: it has to be believable and always the same."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.sample_shop.by_day import ITEM_HEADER, SOURCE_HEADER, days_before, item_rows, source_rows
from benchmarks.sample_shop.files import write
from benchmarks.sample_shop.shop import Shape, make
from shopdesk import assets


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sample")
    write(make(Shape()), target)
    return target


def test_that_the_shipped_sample_is_what_its_seed_makes(folder: Path) -> None:
    shipped = {path.name: path.read_bytes() for path in assets.path("sample").iterdir()}
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert shipped.keys() == made.keys()
    assert [name for name in made if made[name] != shipped[name]] == []


def test_that_the_sample_stays_small_enough_to_ship(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.iterdir()) < 2_500_000


def test_that_every_daily_figure_of_the_orders_comes_from_the_orders() -> None:
    shop = make(Shape(order_count=500, word_count=40))
    paid = shop.orders[shop.orders["state"] > 0]
    recent = shop.daily[shop.daily["date"] >= paid["created"].min().normalize()]
    due = (paid["goods_fen"] - paid["off_fen"] + paid["shipping_fen"]).sum() / 100
    assert recent["pay_amount"].sum() == pytest.approx(due)


def test_that_the_spend_of_the_keyword_plans_is_the_spend_of_their_words() -> None:
    shop = make(Shape(order_count=300, word_count=40))
    words = shop.clicks.groupby("date")["cost"].sum()
    plans = shop.plans[(shop.plans["plan"] < 2) & shop.plans["date"].isin(words.index)].groupby("date")["cost"].sum()
    assert plans.to_numpy() == pytest.approx(words.to_numpy())


def test_that_the_sources_of_a_day_add_up_to_the_shop_and_their_totals_to_their_parts() -> None:
    shop = make(Shape(order_count=400, word_count=40))
    rows = pd.DataFrame(source_rows(shop), columns=list(SOURCE_HEADER))
    totals = shop.daily.assign(day=shop.daily["date"].astype(str)).set_index("day").loc[rows["统计日期"].unique()]
    for is_total in (True, False):
        level = rows[(rows["二级来源"] == "汇总") == is_total].groupby("统计日期")
        for column, name in (("访客数", "visitors"), ("支付买家数", "pay_buyers"), ("支付金额", "pay_amount")):
            assert level[column].sum().to_numpy() == pytest.approx(totals[name].to_numpy())


def test_that_the_items_of_a_day_sold_what_the_orders_say() -> None:
    shop = make(Shape(order_count=400, word_count=40))
    rows = pd.DataFrame(item_rows(shop), columns=list(ITEM_HEADER))
    orders = shop.orders.assign(order=range(len(shop.orders)))
    sold = shop.lines.merge(orders[orders["state"] > 0][["order", "created"]], on="order")
    covered = sold["created"].dt.date.isin(days_before(shop))
    assert rows["支付件数"].sum() == sold.loc[covered, "quantity"].sum()
    assert (rows["支付买家数"] <= rows["商品访客数"]).all()
