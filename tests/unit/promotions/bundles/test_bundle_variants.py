"""One product in several sizes is no set."""

from __future__ import annotations

import pytest

from shopdesk.domain.promotions.bundles.variants import product_key, products


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("每日坚果 750g", "每日坚果 500克【新货】"),
        ("纯棉T恤 白色 L", "纯棉T恤 黑色XL"),
        ("洗衣液 2kg*2瓶", "洗衣液 3L（量贩）"),
        ("Phone case, black", "phone case (blue)"),
    ],
)
def test_that_sizes_colours_and_packs_are_one_product(first: str, second: str) -> None:
    assert product_key(first) == product_key(second)


@pytest.mark.parametrize(
    ("first", "second"), [("每日坚果 500g", "混合坚果 500g"), ("腰果250g", "松子250g"), ("A", "B"), ("500g", "250g")]
)
def test_that_different_goods_stay_different(first: str, second: str) -> None:
    assert product_key(first) != product_key(second)


def test_that_a_listing_joins_what_titles_do_not() -> None:
    found = products([("1", "i", "坚果"), ("2", "i", "礼盒"), ("3", "", "礼盒 2盒"), ("4", "", "腰果"), ("5", "", "")])
    assert found["1"] == found["2"] == found["3"]
    assert len({found["1"], found["4"], found["5"]}) == 3


def test_that_goods_known_by_their_number_only_are_not_joined() -> None:
    found = products([("1001", "", "1001"), ("1002", "", "1002")])
    assert found["1001"] != found["1002"]
