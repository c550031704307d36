"""Kinds of cases that public engines test, with the arithmetic by hand: each goes through the text of a cart."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from shopdesk.app.promotions.benefit_file import CartFileError
from shopdesk.app.promotions.cart_file import price_case

X = {"skus": ["x"]}
EVERY_GIFT = {"type": "gift", "sku": "g"}


def line(name: str, price: str, quantity: int = 1, **fields: Any) -> dict[str, Any]:
    return {"line": name, "sku": name, "unit_price": price, "qty": quantity} | fields


def priced(lines: list[dict[str, Any]], *promotions: dict[str, Any], post: str = "0", **case: Any) -> dict[str, Any]:
    named = [{"id": f"P{place}"} | promotion for place, promotion in enumerate(promotions, start=1)]
    return price_case({"cart": {"lines": lines, "shipping_fee": post}, "promotions": named} | case)


def buy_get(bought: int, given: int, *, buy: Any = None, get: Any = None, **offer: Any) -> dict[str, Any]:
    rules = {
        "buy": {"scope": buy or X, "qty": bought},
        "get": {"scope": get or X, "qty": given} | offer.pop("gift", {}),
    }
    return {"benefit": {"type": "buy_get"} | rules} | offer


def off(value: str, **offer: Any) -> dict[str, Any]:
    return {"benefit": {"type": "order_amount_off", "value": value}} | offer


def percent(value: str, **offer: Any) -> dict[str, Any]:
    return {"benefit": {"type": "order_percent_off", "percent": value}} | offer


@pytest.mark.parametrize(
    ("units", "first", "second"),
    [
        (2, "0.00", "0.00"),  # three are needed
        (3, "5.00", "0.00"),  # 2 bought, 1 given: none left
        (5, "5.00", "0.00"),
        (6, "10.00", "0.00"),
        (7, "10.00", "0.00"),
        (9, "10.00", "5.00"),  # six by the first offer, three by the second
        (1000, "10.00", "5.00"),
    ],
)
def test_that_two_offers_of_sets_never_share_a_unit(units: int, first: str, second: str) -> None:
    got = priced([line("x", "5", units)], buy_get(2, 1, max_applications=2), buy_get(2, 1, max_applications=1))
    assert (got["per_promotion"]["P1"]["x"], got["per_promotion"]["P2"]["x"]) == (first, second)


def test_that_large_lots_leave_the_rest_to_the_next_offer() -> None:
    got = priced(
        [line("a", "2.50", 540, sku="x"), line("b", "2.50", 540, sku="x")],
        buy_get(50, 1000),
        buy_get(10, 20, gift={"percent": "20"}),
    )
    # 50 of a bought; 490 of a and 510 of b free; of the 30 left 10 bought and 20 given at 20 %
    assert got["per_promotion"]["P1"] == {"a": "1225.00", "b": "1275.00"}
    assert got["per_promotion"]["P2"] == {"a": "0.00", "b": "10.00"}


def test_that_one_offer_repeats_until_its_goods_are_used_up() -> None:
    gift = {"skus": ["g"]}
    got = priced(
        [line("g", "250", 11), line("x", "250", 11)],
        buy_get(2, 1, get=gift, max_applications=None),
        buy_get(1, 1, get=gift, max_applications=None),
    )
    assert got["per_promotion"]["P1"]["g"] == "1250.00"  # five times two bought
    assert got["per_promotion"]["P2"]["g"] == "250.00"  # one x is left to buy


@pytest.mark.parametrize("order", list(permutations(["t", "o", "p"])))
def test_that_the_unit_to_be_given_is_not_bought_first(order: tuple[str, ...]) -> None:
    got = priced(
        [line(name, "1000") for name in order], buy_get(2, 1, buy={"skus": ["t", "o", "p"]}, get={"skus": ["t"]})
    )
    assert got["line_discounts"] == {"t": "1000.00", "o": "0.00", "p": "0.00"}


def test_that_a_gift_is_given_whole_or_not_at_all() -> None:
    assert priced([line("x", "1000", 3)], buy_get(2, 2))["discount_total"] == "0.00"


def test_that_a_given_unit_has_at_most_its_value_off() -> None:
    got = priced([line("x", "1000", 3), line("y", "500")], buy_get(1, 2, gift={"value": "200"}))
    assert got["line_discounts"] == {"x": "400.00", "y": "0.00"}


@pytest.mark.parametrize(
    ("lines", "promotion", "discounts"),
    [
        # 3 × 7.00 for 20.00: 1.00 off, odd fen on the last line
        (
            [line("a", "7"), line("b", "7"), line("c", "7")],
            {"benefit": {"type": "bundle_price", "qty": 3, "price": "20"}},
            {"a": "0.33", "b": "0.33", "c": "0.34"},
        ),
        # worth less than the price of the set
        ([line("a", "5", 4)], {"benefit": {"type": "bundle_price", "qty": 3, "price": "20"}}, {"a": "0.00"}),
        # the cheapest of four
        (
            [line("a", "4", 2), line("b", "2", 2)],
            {"condition": {"type": "amount", "value": "10"}, "benefit": {"type": "cheapest_unit_free"}},
            {"a": "0.00", "b": "2.00"},
        ),
        # every third unit free, twice
        (
            [line("a", "4", 5), line("b", "2")],
            {
                "condition": {"type": "quantity", "value": 3},
                "max_applications": None,
                "benefit": {"type": "cheapest_unit_free"},
            },
            {"a": "4.00", "b": "2.00"},
        ),
        # two units in all, the cheapest first
        (
            [line("e", "100", 3), line("c", "50", 5), line("m", "75", 2)],
            {"benefit": {"type": "unit_amount_off", "value": "10", "max_units_order": 2, "pick": "cheapest_first"}},
            {"e": "0.00", "c": "20.00", "m": "0.00"},
        ),
        # 25 % of the five cheapest: 2 × 12.50 + 3 × 15.00
        (
            [line("a", "50", 2), line("b", "60", 3), line("c", "100", 4)],
            {"benefit": {"type": "unit_percent_off", "percent": "25", "max_units_order": 5, "pick": "cheapest_first"}},
            {"a": "25.00", "b": "45.00", "c": "0.00"},
        ),
        # one unit of each line
        (
            [line("a", "100"), line("b", "150", 5)],
            {"benefit": {"type": "unit_amount_off", "value": "200", "max_units_line": 1}},
            {"a": "100.00", "b": "150.00"},
        ),
        # 15 % of 650 = 97.50, at most 50: 9.23 / 17.69 / 23.08 with the odd fen last
        (
            [line("a", "120"), line("b", "230"), line("c", "300")],
            {"benefit": {"type": "order_percent_off", "percent": "15", "cap": "50"}},
            {"a": "9.23", "b": "17.69", "c": "23.08"},
        ),
        # the step of each line by its own units: 3 → 10 %, 5 → 20 %
        (
            [line("a", "10", 2), line("b", "10", 3), line("c", "10", 5)],
            {
                "benefit": {
                    "type": "tiers",
                    "measure": "line_quantity",
                    "give": "line_percent_off",
                    "tiers": [{"min": 3, "value": "10"}, {"min": 5, "value": "20"}],
                }
            },
            {"a": "0.00", "b": "3.00", "c": "10.00"},
        ),
        # groups of three in the order of the lines: 2 of a, 1 of b; 30 % from 40 on
        (
            [line("a", "10", 2), line("b", "20")],
            {
                "benefit": {
                    "type": "per_group",
                    "group_size": 3,
                    "percent_tiers": {
                        "base": "10",
                        "tiers": [{"min": "20", "value": "20"}, {"min": "40", "value": "30"}],
                    },
                }
            },
            {"a": "6.00", "b": "6.00"},
        ),
        # what may not be discounted counts for no threshold
        (
            [line("a", "60"), line("n", "60", discountable=False)],
            off("10", condition={"type": "amount", "value": "100"}),
            {"a": "0.00", "n": "0.00"},
        ),
        # more than 100 is not 100
        ([line("a", "100")], off("10", condition={"type": "amount", "value": "100", "op": "gt"}), {"a": "0.00"}),
        # a coupon of 50 % on two kinds of goods, at most 0.70; the line not selected is not bought
        (
            [
                line("a", "1", 2, tags=["s"]),
                line("b", "0.50", 3, tags=["s"]),
                line("c", "0.30", 4),
                line("d", "0.60", 5, tags=["s"], selected=False),
            ],
            {
                "scope": {"tags": ["s"]},
                "condition": {"type": "amount", "value": "3.50", "scope": {"tags": ["s"]}},
                "benefit": {"type": "order_percent_off", "percent": "50", "cap": "0.70"},
            },
            {"a": "0.40", "b": "0.30", "c": "0.00", "d": "0.00"},
        ),
    ],
)
def test_that_each_line_has_its_share(
    lines: list[dict[str, Any]], promotion: dict[str, Any], discounts: dict[str, str]
) -> None:
    assert priced(lines, promotion)["line_discounts"] == discounts


@pytest.mark.parametrize(
    ("headphones", "discount", "shares"),
    [
        ("29", "12", {"cup": "10.00", "key": "1.00", "mouse": "0.00", "phones": "1.00"}),
        ("26", "12", {"cup": "7.00", "key": "1.00", "mouse": "0.00", "phones": "4.00"}),
        ("26", "20", {"cup": "10.00", "key": "1.00", "mouse": "0.00", "phones": "4.00"}),  # 5 can't be given
    ],
)
def test_that_floors_pass_the_rest_on(headphones: str, discount: str, shares: dict[str, str]) -> None:
    lines = [
        line("cup", "10"),
        line("key", "20", floor_unit_price="19"),
        line("mouse", "50", floor_unit_price="50"),
        line("phones", "30", floor_unit_price=headphones),
    ]
    got = priced(lines, off(discount))
    assert got["line_discounts"] == shares
    given = sum(map(float, shares.values()))
    assert got["trace"][0].get("not_given", "0.00") == f"{float(discount) - given:.2f}"


def test_that_a_floor_of_an_item_offer_is_reported_too() -> None:
    got = priced(
        [line("a", "50", floor_unit_price="45")],
        {"benefit": {"type": "unit_percent_off", "percent": "50", "round_at": "unit"}},
    )
    assert (got["payable"], got["trace"][0]["not_given"]) == ("45.00", "20.00")


def test_that_several_offers_stop_at_one_floor() -> None:
    got = priced([line("a", "20", 2, floor_unit_price="15")], percent("20"), off("4", stage=1))
    assert got["per_promotion"] == {"P1": {"a": "8.00"}, "P2": {"a": "2.00"}}


def test_that_free_post_is_given_once_and_is_no_discount_on_goods() -> None:
    free = {"type": "shipping_percent_off", "percent": "100"}
    got = priced(
        [line("m", "20", 4)],
        {"condition": {"type": "amount", "value": "70"}, "benefit": free},
        {"condition": {"type": "amount", "value": "50"}, "benefit": free},
        post="10",
    )
    assert (got["payable"], got["shipping"], got["discount_total"], got["applied"]) == ("80.00", "0.00", "0.00", ["P1"])


def test_that_post_looks_at_what_is_left_of_the_goods() -> None:
    got = priced(
        [line("m", "20", 4)],
        off("15"),
        {
            "stage": 1,
            "condition": {"type": "amount", "value": "70"},
            "benefit": {"type": "shipping_percent_off", "percent": "50"},
        },
        {"stage": 2, "benefit": {"type": "shipping_amount_off", "value": "3"}},
        {"stage": 3, "benefit": {"type": "set_shipping", "value": "5"}},
        post="10",
    )
    assert (got["shipping"], got["applied"]) == ("5.00", ["P1", "P3", "P4"])
    assert got["trace"][1]["missing"] == "5.00"


def test_that_one_offer_takes_off_goods_and_post() -> None:
    got = priced(
        [line("j", "100", 7, tags=["J"])],
        {
            "condition": {"type": "amount", "value": "500"},
            "benefit": {
                "type": "all",
                "of": [
                    {"type": "unit_amount_off", "value": "10", "scope": {"tags": ["J"]}},
                    {"type": "all", "of": [{"type": "shipping_percent_off", "percent": "100"}, EVERY_GIFT]},
                ],
            },
        },
        post="10",
    )
    assert (got["payable"], got["shipping"], got["gifts"]) == ("630.00", "0.00", [{"sku": "g", "qty": 1}])


@pytest.mark.parametrize(
    ("threshold", "paid", "applied"), [("50", "80.00", ["P2"]), ("500", "90.00", ["P1"]), ("100", "80.00", ["P2"])]
)
def test_that_an_exclusive_offer_that_is_not_met_excludes_nothing(
    threshold: str, paid: str, applied: list[str]
) -> None:
    got = priced(
        [line("a", "100")],
        off("10", priority=9),
        off("20", exclusive=True, condition={"type": "amount", "value": threshold}),
    )
    assert (got["payable"], got["applied"]) == (paid, applied)


def test_that_equal_priorities_keep_the_given_order() -> None:
    assert priced([line("a", "100")], off("10", priority=3), percent("20", priority=3))["payable"] == "72.00"
    assert priced([line("a", "100")], percent("20", priority=3), off("10", priority=3))["payable"] == "70.00"


def test_that_nested_conditions_are_judged_each_on_its_goods() -> None:
    both = {
        "type": "all",
        "of": [
            {"type": "contains", "scope": {"skus": ["a"]}},
            {
                "type": "any",
                "of": [{"type": "quantity", "value": 9}, {"type": "amount", "value": "30", "scope": {"skus": ["b"]}}],
            },
        ],
    }
    assert priced([line("a", "10"), line("b", "30")], off("5", condition=both))["payable"] == "35.00"
    missing = priced([line("a", "10"), line("b", "25")], off("5", condition=both))
    assert (missing["payable"], missing["trace"][0]["missing"]) == ("35.00", "5.00")


def test_that_all_off_leaves_no_fen() -> None:
    got = priced([line("a", "3.33", 3), line("b", "0.01"), line("z", "0", 2)], percent("100"), post="5")
    assert (got["payable"], got["discount_total"]) == ("5.00", "10.00")
    assert got["unit_discounts"]["a"] == ["3.33"] * 3


@pytest.mark.parametrize(
    ("digits", "price", "value", "shares"),
    [(0, "333", "100", ["34", "33", "33"]), (3, "1.005", "0.001", ["0.001", "0.000", "0.000"])],
)
def test_that_money_without_or_with_three_decimals_is_exact(
    digits: int, price: str, value: str, shares: list[str]
) -> None:
    got = priced([line("a", price, 3)], off(value), money={"minor_digits": digits})
    assert got["unit_discounts"]["a"] == shares


@pytest.mark.parametrize(("currency", "discount"), [("JPY", "2"), ("KWD", "1.500"), ("CNY", "1.50")])
def test_that_a_currency_brings_its_own_decimals(currency: str, discount: str) -> None:
    assert priced([line("a", "15")], percent("10"), money={"currency": currency})["discount_total"] == discount


@pytest.mark.parametrize(
    ("payer", "income"),
    [("platform", "92.00"), ({"shop": 40, "platform": 60}, "90.00"), ("shop", "87.00")],
)
def test_that_the_shop_gets_what_the_platform_pays(payer: Any, income: str) -> None:
    got = priced([line("a", "80"), line("n", "20", discountable=False)], percent("10"), off("5", stage=1, payer=payer))
    assert (got["payable"], got["shop_income"]) == ("87.00", income)


@pytest.mark.parametrize(
    ("measured", "shares"),
    [
        ({}, {"a": "15.00", "b": "0.00"}),  # 250 in all
        ({"measure_scope": {"skus": ["b"]}}, {"a": "15.00", "b": "0.00"}),
        ({"measure_scope": {"skus": ["a"]}}, {"a": "10.00", "b": "0.00"}),
    ],
)
def test_that_tiers_may_climb_on_other_goods_than_they_discount(
    measured: dict[str, Any], shares: dict[str, str]
) -> None:
    steps = {"measure": "order_amount", "give": "line_percent_off", "base_value": "10"}
    tiers = {"type": "tiers", "tiers": [{"min": "150", "value": "15"}]} | steps | measured
    got = priced([line("a", "100"), line("b", "150")], {"scope": {"skus": ["a"]}, "benefit": tiers})
    assert got["line_discounts"] == shares


def test_that_tiers_inside_several_benefits_climb_on_the_whole_cart_too() -> None:
    tiers = {"type": "tiers", "measure": "order_amount", "give": "order_amount_off"}
    several = {"type": "all", "of": [tiers | {"tiers": [{"min": "200", "value": "15"}]}]}
    got = priced([line("a", "100"), line("b", "150")], {"scope": {"skus": ["a"]}, "benefit": several})
    assert got["line_discounts"] == {"a": "15.00", "b": "0.00"}


@pytest.mark.parametrize("pick", ["cheapest_first", None])
def test_that_a_limit_on_units_holds_for_each_time_the_condition_fits(pick: str | None) -> None:
    benefit = {"type": "unit_percent_off", "percent": "20", "max_units_order": 1, "pick": pick}
    offer = {"condition": {"type": "quantity", "value": 3}, "benefit": benefit}
    cart = [line("a", "1", 7)]
    assert priced(cart, offer)["discount_total"] == "0.20"
    assert priced(cart, offer | {"max_applications": None})["discount_total"] == "0.40"


def test_that_units_with_a_limit_are_those_that_another_offer_left_alone() -> None:
    def limited(share: str) -> dict[str, Any]:
        return {"benefit": {"type": "unit_percent_off", "percent": share, "max_units_line": 1}}

    got = priced([line("a", "50", 3), line("b", "50")], limited("30"), limited("10"))
    assert got["per_promotion"] == {"P1": {"a": "15.00", "b": "15.00"}, "P2": {"a": "5.00", "b": "3.50"}}
    assert got["unit_discounts"]["a"] == ["15.00", "5.00", "0.00"]


@pytest.mark.parametrize(
    "benefit",
    [
        {"type": "cheapest_unit_free"},
        {"type": "bundle_price", "qty": 2, "price": "7"},
        {"type": "unit_amount_off", "value": "5", "max_units_order": 1, "pick": "cheapest_first"},
    ],
)
def test_that_what_costs_nothing_is_never_the_cheapest_unit(benefit: dict[str, Any]) -> None:
    assert priced([line("gift", "0", 2), line("a", "5"), line("b", "7")], {"benefit": benefit})["payable"] == "7.00"


def test_that_what_an_offer_takes_itself_makes_no_line_discounted() -> None:
    both = {
        "type": "all",
        "of": [{"type": "unit_amount_off", "value": "1"}, {"type": "order_amount_off", "value": "2"}],
    }
    fresh = {"undiscounted_only": True}
    assert priced([line("a", "10")], {"scope": fresh, "benefit": both})["payable"] == "7.00"
    assert priced([line("a", "10")], off("1"), {"scope": fresh, "benefit": both})["payable"] == "9.00"


def test_that_groups_take_the_units_of_the_largest_lines() -> None:
    got = priced(
        [line("a", "10"), line("b", "20", 3)], {"benefit": {"type": "per_group", "group_size": 3, "value": "1"}}
    )
    assert got["line_discounts"] == {"a": "0.00", "b": "3.00"}


def test_that_an_article_named_by_a_condition_brings_one_gift_each() -> None:
    contains = {"condition": {"type": "contains", "scope": X}, "benefit": EVERY_GIFT}
    cart = [line("x", "10", 3), line("y", "10", 5)]
    assert priced(cart, contains)["gifts"] == [{"sku": "g", "qty": 1}]
    assert priced(cart, contains | {"max_applications": 2})["gifts"] == [{"sku": "g", "qty": 2}]
    assert priced(cart, contains | {"max_applications": None})["gifts"] == [{"sku": "g", "qty": 3}]


def test_that_null_says_as_much_as_nothing() -> None:
    article = line("a", "10", 2, tags=None, selected=None, discountable=None, floor_unit_price=None)
    offer = off("3", scope=None, condition=None, stage=None, priority=None, exclusive=None, payer=None)
    got = priced([article], offer, policy={"allocation": None, "percent_round": None, "unit_split": None}, money=None)
    assert got["payable"] == "17.00"


def test_that_gifts_of_one_article_are_counted_together() -> None:
    got = priced(
        [line("a", "100", 3)],
        {"condition": {"type": "amount", "value": "100"}, "max_applications": None, "benefit": EVERY_GIFT},
        {"benefit": {"type": "gift", "sku": "g", "qty": 2, "unit_cost": "3"}},
    )
    assert got["gifts"] == [{"sku": "g", "qty": 5}]


def test_that_only_the_gift_of_the_highest_step_is_added() -> None:
    steps = [{"min": "100", "sku": "cup"}, {"min": "200", "sku": "pot"}]
    promotion = {"benefit": {"type": "gift_tiers", "tiers": steps}}
    assert priced([line("a", "250")], promotion)["gifts"] == [{"sku": "pot", "qty": 1}]
    below = priced([line("a", "150")], promotion)
    assert (below["gifts"], below["trace"][0]["missing"]) == ([{"sku": "cup", "qty": 1}], "50.00")


def test_that_ten_thousand_units_in_sets_are_priced_to_the_fen() -> None:
    got = priced(
        [line("x", "5", 10_000), line("y", "7", 10_000)],
        {"max_applications": None, "benefit": {"type": "bundle_price", "qty": 3, "price": "14.01"}},
    )
    # 3333 sets of 3 x save 0.99, one of x + 2 y saves 4.99 (1.31 and 3.68), 3332 of 3 y save 6.99
    assert got["discount_total"] == f"{(3333 * 99 + 499 + 3332 * 699) / 100:.2f}"


def test_that_two_promotions_of_one_name_or_endless_lines_are_refused() -> None:
    with pytest.raises(CartFileError, match="same_id"):
        priced([line("a", "10")], off("1", id="P"), off("2", id="P"))
    with pytest.raises(CartFileError, match="units"):
        priced([line("a", "10", 10**9)], off("1"))


@pytest.mark.parametrize(
    "change",
    [
        {"benefit": {"type": "order_amount_off", "value": "-5"}},
        {"benefit": {"type": "order_percent_off", "percent": "-5"}},
        {"benefit": {"type": "order_amount_off", "value": "NaN"}},
        {"benefit": {"type": "nth_unit", "nth": 0, "percent": "50"}},
        {"benefit": {"type": "every_amount_off", "step": "0", "value": "1"}},
        {"benefit": {"type": "buy_get", "buy": {"qty": 0}, "get": {"qty": 1}}},
        {"benefit": {"type": "mystery"}},
        {"condition": {"type": "quantity", "value": "1.5"}},
        {"payer": {"shop": 40, "platform": 40}},
        {"scope": {"skus": "a"}},
        {"benefit": {"type": "tiers", "tiers": [{"min": "x", "value": "1"}]}},
        {"start": "soon"},
    ],
)
def test_that_what_makes_no_sense_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(CartFileError):
        priced([line("a", "10")], off("1") | change)
