"""Each row says in words what stands behind it, and says nothing where no report does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from shopdesk.app.bidding.reasons import reasons_of
from shopdesk.domain.bidding.estimate.model import Dimension, Factors, Gate, ValueModel, WordValues
from shopdesk.domain.bidding.forms.change import Block, Change, Lever

GATE = Gate(0.01, None, True)


def dimension(names: tuple[str, ...], means: list[float]) -> Dimension:
    mean = np.array(means)
    one = np.ones(len(means))
    return Dimension(Factors(names, mean, mean, mean - 0.1, mean + 0.1, one, one, 5 * one, one), GATE)


def model(**parts: Dimension | WordValues | None) -> ValueModel:
    known = {"words": None, "hours": None, "day_profile": None, "regions": None, "audiences": None, **parts}
    return ValueModel(**known, cart_exponent=0.0, revenue_per_click=200.0, value_cv=0.5)  # type: ignore[arg-type]


HOURS = dimension(tuple(map(str, range(168))), [1.0 + at / 1000 for at in range(168)])
EVENING = Change(lever=Lever.HOURS, key="h", old=100, new=116, block=Block(4, 4, 1200, 1290))
REGION = Change(lever=Lever.REGIONS, key="r", name="浙江", label="浙江", old=100, new=120)
WORD = Change(lever=Lever.WORDS, key="w", name="g\ta\t", label="坚果", old=100, new=120)
VALUES = WordValues(("g\ta\t",), *(np.array([value]) for value in (250.0, 240.0, 180.0, 320.0, 0.3, 12.0, 90.0)))


def test_that_a_block_of_hours_tells_the_span_of_its_values_and_all_their_orders() -> None:
    long = Change(lever=Lever.HOURS, key="l", old=100, new=116, block=Block(4, 5, 1200, 1320))
    found = reasons_of([EVENING, long], model(hours=HOURS), margin=None, language="zh_CN")
    assert found == {
        "h": "每次点击的价值约为平均的 1.12 倍（依据 10 单）",  # 20:00 and, half of it, 21:00
        "l": "每次点击的价值约为平均的 1.12–1.14 倍（依据 20 单）",
    }


def test_that_one_cell_tells_its_interval() -> None:
    found = reasons_of([REGION], model(regions=dimension(("浙江",), [1.2])), margin=None, language="en")
    assert found == {"r": "a click is worth about 1.20 times the average (80 % interval 1.10–1.30, 5 orders)"}


def test_that_a_cell_without_an_order_says_that_its_value_comes_from_others() -> None:
    none = dimension(("浙江",), [0.9])
    factors = replace(none.factors, orders=np.zeros(1))
    found = reasons_of([REGION], model(regions=replace(none, factors=factors)), margin=None, language="zh_CN")
    assert found == {"r": "尚无成交，参照相近的：每次点击的价值约为平均的 0.90 倍"}


def test_that_a_word_tells_its_sales_a_click_and_what_is_left_where_the_margin_is_known() -> None:
    told = reasons_of([WORD], model(words=VALUES), margin=0.4, language="zh_CN")["w"]
    assert told == "每次点击约带来 2.50 元成交（80% 区间 1.80–3.20，依据 12 单），扣除成本后约值 1.00 元"
    assert "扣除" not in reasons_of([WORD], model(words=VALUES), margin=float("nan"), language="zh_CN")["w"]


def test_that_nothing_is_said_where_no_report_says_anything() -> None:
    unknown = dimension(("浙江",), [float("nan")])
    rows = [EVENING, REGION, WORD]
    assert reasons_of(rows, model(regions=unknown), margin=0.4, language="zh_CN") == {}
    assert reasons_of(rows, None, margin=0.4, language="zh_CN") == {}
    back = Change(lever=Lever.REGIONS, key="b", name="新疆", label="新疆", old=0, new=100)
    assert reasons_of([back], None, margin=None, language="zh_CN") == {"b": "恢复 100%"}
