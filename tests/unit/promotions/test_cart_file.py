"""The JSON door of the pricing engine."""

from __future__ import annotations

import json

import pytest

from shopdesk.app.promotions.benefit_file import CartFileError
from shopdesk.app.promotions.cart_file import price_json

CART = {
    "cart": {"lines": [{"line": "L1", "sku": "nuts", "unit_price": "89.00", "qty": 2}], "shipping_fee": "10"},
    "promotions": [{"id": "P", "benefit": {"type": "order_amount_off", "value": "5"}}],
}


def test_that_a_cart_is_priced_with_its_trace() -> None:
    answer = price_json(json.dumps(CART))
    assert (answer["payable"], answer["discount_total"], answer["shipping"]) == ("183.00", "5.00", "10.00")
    assert answer["trace"][0]["code"] == "applied"


def test_that_conditions_nested_without_end_are_refused() -> None:
    deep = '{"type": "all", "of": [' * 5_000 + '{"type": "always"}' + "]}" * 5_000
    text = json.dumps(CART).replace('{"id": "P"', '{"condition": ' + deep + ', "id": "P"')
    with pytest.raises(CartFileError):
        price_json(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"cart": {"lines": [{"line": "a", "unit_price": "x"}]}}',
        '{"cart": {"lines": [{"line": "a", "unit_price": "1.005"}]}}',
        '{"cart": {"lines": [{"line": "a", "unit_price": "1"}]}, "promotions": [{"id": "P", "benefit": {"type": 1}}]}',
        '{"cart": {"lines": [{"line": "a", "unit_price": "-1"}]}}',
        '{"cart": 3}',
        '{"cart": {"lines": []}, "day": "yesterday"}',
    ],
)
def test_that_what_is_no_cart_is_refused_in_words(text: str) -> None:
    with pytest.raises(CartFileError):
        price_json(text)
