"""The sample shop is what the application shows first: it has to be believable and always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

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
