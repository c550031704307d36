"""What quadrants usually convert helps shops that know little and gives way to a shop's own orders."""

from __future__ import annotations

import time

import numpy as np
import pytest

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.usual import USUAL_CONVERSION, usual_conversion
from shopdesk.domain.keywords.worth import FloatArray, click_values

NAMES = ("brand",) * 2 + ("category",) * 5 + ("competitor",) * 3 + ("long_tail",) * 6
GROUP = np.unique(NAMES, return_inverse=True)[1].astype(np.int64)


def error(seed: int, *, orders: int, levels: FloatArray, usual: FloatArray | None) -> float:
    """Return how far believed conversions are from the truth, root mean square of the logarithm over clicks."""
    rng = np.random.default_rng(seed)
    rate = levels * np.exp(rng.normal(0, 0.35, len(NAMES)))
    clicks = np.round(rng.dirichlet(np.full(len(NAMES), 2.0)) * orders / 0.03) + 1
    counts = rng.poisson(0.03 * clicks * rate * clicks.sum() / (clicks * rate).sum()).astype(float)
    if not counts.sum():
        return 0.0
    found = click_values(clicks=clicks, orders=counts, revenue_yuan=counts * 100, group=GROUP, usual=usual)
    apart = np.log(found.cvr / rate)
    centre = np.average(apart, weights=clicks)
    return float(np.sqrt(np.average((apart - centre) ** 2, weights=clicks)))


def errors(*, orders: int, levels: FloatArray) -> tuple[float, float]:
    """Return the mean error with what is usual and without."""
    told = [error(seed, orders=orders, levels=levels, usual=usual_conversion(NAMES)) for seed in range(40)]
    plain = [error(seed, orders=orders, levels=levels, usual=None) for seed in range(40)]
    return float(np.mean(told)), float(np.mean(plain))


def test_that_it_helps_a_shop_with_few_orders_that_is_like_others() -> None:
    told, plain = errors(orders=22, levels=usual_conversion(NAMES) ** 1.3)
    assert told < 0.9 * plain


@pytest.mark.parametrize("orders", [100, 500])
def test_that_a_shop_whose_brand_words_convert_no_better_is_not_hurt(orders: int) -> None:
    told, plain = errors(orders=orders, levels=np.ones(len(NAMES)))
    assert told < plain + 0.02


def test_that_a_shop_in_which_all_is_the_other_way_round_overrules_it() -> None:
    told, plain = errors(orders=2000, levels=1 / usual_conversion(NAMES))
    assert told < plain + 0.01


def test_that_names_of_every_kind_are_read_and_a_strange_one_leaves_all_unknown() -> None:
    own = [USUAL_CONVERSION[quadrant] for quadrant in Quadrant]
    for names in (
        [*Quadrant],
        ["品牌词", "类目词", "竞品词", "长尾词"],
        ["Brand", "Category", "competitor", "Long tail"],
    ):
        assert usual_conversion(names).tolist() == own
    assert usual_conversion(["brand", "甲"]).tolist() == [1.0, 1.0]
    assert usual_conversion([]).size == 0


def test_that_words_of_one_quadrant_are_valued_as_if_nothing_were_usual() -> None:
    clicks: FloatArray = np.array([300.0, 500.0, 40.0])
    counts: FloatArray = np.array([9.0, 10.0, 1.0])
    group = np.zeros(3, dtype=np.int64)
    plain, told = (
        click_values(
            clicks=clicks, orders=counts, revenue_yuan=np.asarray(90.0 * counts), group=group, usual=usual
        ).mean
        for usual in (None, usual_conversion(["brand"] * 3))
    )
    assert told == pytest.approx(plain)


def test_that_a_hundred_thousand_words_are_looked_up_without_waiting() -> None:
    started = time.process_time()
    assert usual_conversion(["brand", "long_tail"] * 50_000).sum() == pytest.approx(50_000 * (2.0 + 1.2))
    assert time.process_time() - started < 2.0
