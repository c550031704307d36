from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.keywords.roots import Families, index_roots, root_table
from shopdesk.domain.keywords.worth import FloatArray, click_values

WORDS = ["每日坚果礼盒", "腰果礼盒", "核桃礼盒", "每日坚果批发", "腰果批发", "核桃批发", "每日坚果"]


def families(words: list[str], clicks: FloatArray, orders: FloatArray) -> Families:
    worth = click_values(
        clicks=clicks, orders=orders, revenue_yuan=orders * 90, group=np.zeros(len(words), dtype=np.int64)
    )
    return Families(index_roots(words), words, worth, clicks=clicks, orders=orders)


def test_that_a_root_knows_its_words_and_a_word_its_roots() -> None:
    index = index_roots(WORDS)
    assert set(index.words_of("礼盒")) == {"每日坚果礼盒", "腰果礼盒", "核桃礼盒"}
    assert set(index.roots_of("腰果礼盒")) == {"腰果", "礼盒"}
    assert index.words_of("没有的") == ()


def test_that_of_roots_with_the_same_words_the_longest_stays() -> None:
    roots = index_roots(WORDS).roots
    assert "每日坚果" in roots
    assert "坚果" not in roots
    assert "每日" not in roots


def test_that_a_piece_across_two_tokens_is_no_root() -> None:
    assert "果礼" not in index_roots(WORDS).roots


def test_that_a_number_is_no_root_inside_a_longer_one() -> None:
    index = index_roots(["坚果 30包", "腰果 30包", "核桃 300包"])
    assert "核桃 300包" not in index.words_of("30")


@given(st.permutations(WORDS))
def test_that_roots_do_not_depend_on_the_order_of_the_words(words: list[str]) -> None:
    index = index_roots(words)
    assert index.roots == index_roots(WORDS).roots
    assert {root: set(index.words_of(root)) for root in index.roots} == {
        root: set(index_roots(WORDS).words_of(root)) for root in index.roots
    }


@given(st.lists(st.text(max_size=30), max_size=12))
def test_that_any_text_has_roots_that_stand_in_two_words_at_least(words: list[str]) -> None:
    index = index_roots(dict.fromkeys(words))
    assert all(len(index.words_of(root)) >= 2 for root in index.roots)


def test_that_sums_of_a_root_are_those_of_its_words() -> None:
    import pandas as pd

    clicks = np.array([100.0, 200, 300, 100, 100, 100, 500])
    orders = np.array([3.0, 5, 9, 0, 0, 1, 20])
    found = families(WORDS, clicks, orders)
    frame = pd.DataFrame({"impressions": clicks * 30, "clicks": clicks, "cost": clicks * 1.5, "orders": orders})
    table = root_table(found, frame.assign(revenue=orders * 90), margin=0.4)
    assert table.loc["礼盒", ["words", "clicks", "cost", "orders"]].tolist() == [3, 600, 900, 17]
    assert table.loc["礼盒", "value_low"] < table.loc["礼盒", "value"] < table.loc["礼盒", "value_high"]
    assert table.loc["礼盒", "value"] > table.loc["批发", "value"]
    assert table["chance"].between(0, 1).all()


def test_that_a_word_without_orders_is_judged_with_its_family() -> None:
    stems = [
        f"{name}{kind}" for kind in ("礼盒", "批发") for name in ("腰果", "核桃", "杏仁", "榛子", "松子", "开心果")
    ]
    clicks = np.full(12, 400.0)
    orders = np.array([20.0] * 6 + [1.0] * 6)
    words = [*stems, "瓜子礼盒", "瓜子批发"]
    found = families(words, np.append(clicks, [40.0, 40.0]), np.append(orders, [0.0, 0.0]))
    pooled = found.pooled(price=np.full(14, 2.0))
    assert pooled.root[12:] == ("礼盒", "批发")
    assert pooled.mean[12] > 2 * pooled.mean[13]
    assert pooled.below[13] > 0.9 > 0.1 > pooled.below[12]


def test_that_a_lonely_word_has_no_family() -> None:
    found = families(["腰果", "夏威夷果"], np.array([100.0, 100.0]), np.array([3.0, 4.0]))
    pooled = found.pooled(price=np.array([1.0, 1.0]))
    assert pooled.root == ("", "")
    assert np.isnan(pooled.mean).all()


def test_that_no_order_at_all_says_nothing_of_any_root() -> None:
    found = families(WORDS, np.full(7, 50.0), np.zeros(7))
    mean, _shape = found.value
    assert np.isnan(mean).all()


@pytest.mark.parametrize("words", [[], ["坚果"]])
def test_that_few_words_have_no_roots(words: list[str]) -> None:
    assert index_roots(words).roots == ()
