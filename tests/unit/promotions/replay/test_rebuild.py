"""Order files to carts: item prices kept, order-level discounts apart, nothing counted that wasn't paid."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.replay.book import UNKNOWN, OrderBook, PriceBasis
from shopdesk.domain.promotions.replay.rebuild import rebuild

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
TAOBAO_ORDERS = pd.DataFrame(
    {
        "order_id": ["1", "2", "3", "4", "5"],
        "buyer": ["a", "b", "a", "c", "b"],
        "status": ["交易成功", "交易成功", "交易成功", "交易关闭", "交易关闭"],
        "paid_at": pd.to_datetime(["2026-05-20", "2026-06-02", "2026-06-03", None, "2026-06-05"]),
        "created_at": pd.to_datetime(["2026-05-20", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05"]),
        "goods_total": [9_000, 19_000, 5_000, 7_000, 5_000],
        "payable": [9_000, 19_800, 5_000, 7_000, 5_000],
        "paid": [9_000, 19_800, 2_000, 0, 0],
        "shipping": [0, 800, 0, 0, 0],
        "refunded": [0, 0, 3_000, 0, 6_000],
    }
)
TAOBAO_LINES = pd.DataFrame(
    {
        "order_id": ["1", "2", "2", "3", "4", "5"],
        "sku": ["A", "A", "B", "B", "A", "B"],
        "title": ["甲", "甲", "乙", "乙", "甲", "乙"],
        "unit_price": [9_000, 9_000, 5_500, 5_500, 7_000, 5_500],
        "quantity": [1, 1, 2, 1, 1, 1],
    }
)
COSTS = pd.DataFrame({"sku": ["A"], "unit_cost": [4_000], "list_price": [12_000]})


def test_that_what_lines_cost_beyond_the_payment_is_the_discount_of_the_order() -> None:
    book = rebuild(TAOBAO_ORDERS, TAOBAO_LINES, COSTS, JUNE)
    assert list(book.order_id) == ["2", "3", "5"]
    assert list(book.values()) == [20_000, 5_500, 5_500]
    assert list(book.shop_off) == [1_000, 500, 500]
    assert list(book.paid) == [19_800, 5_000, 5_000]
    assert book.basis is PriceBasis.LINE_PRICES


def test_that_a_refund_above_the_payment_is_clipped_and_counted() -> None:
    book = rebuild(TAOBAO_ORDERS, TAOBAO_LINES, COSTS, JUNE)
    assert list(book.refunded) == [0, 3_000, 5_000]
    assert book.clipped_refunds == 1


def test_that_orders_called_off_or_unpaid_stay_out_and_are_counted() -> None:
    orders = TAOBAO_ORDERS.assign(status=["交易成功", "等待买家付款", "交易成功", "交易关闭", "交易关闭"])
    book = rebuild(orders, TAOBAO_LINES, COSTS, JUNE)
    assert (book.unpaid, book.cancelled, book.left_out) == (1, 1, 2)
    assert list(book.order_id) == ["3", "5"]


def test_that_customers_are_known_from_all_orders_of_the_files() -> None:
    book = rebuild(TAOBAO_ORDERS, TAOBAO_LINES, COSTS, JUNE)
    assert dict(zip(book.order_id, book.returning, strict=True)) == {"2": 0, "3": 1, "5": 1}
    nameless = rebuild(TAOBAO_ORDERS.drop(columns="buyer"), TAOBAO_LINES, COSTS, JUNE)
    assert set(nameless.returning) == {UNKNOWN}
    assert set(nameless.buyer) == {UNKNOWN}


def test_that_costs_and_shelf_prices_come_from_the_cost_list_and_stay_unknown_without() -> None:
    book = rebuild(TAOBAO_ORDERS, TAOBAO_LINES, COSTS, JUNE)
    by_sku = {book.skus[code]: place for place, code in enumerate(book.sku)}
    assert (book.cost[by_sku["A"]], book.list_price[by_sku["A"]]) == (4_000, 12_000)
    assert (book.cost[by_sku["B"]], book.list_price[by_sku["B"]]) == (UNKNOWN, 5_500)


def test_that_an_order_without_lines_is_one_line_of_its_total() -> None:
    book = rebuild(TAOBAO_ORDERS, TAOBAO_LINES[TAOBAO_LINES["order_id"] != "2"], COSTS, JUNE)
    assert list(book.values()) == [19_000, 5_500, 5_500]
    assert book.without_lines == 1
    assert book.skus[book.sku[book.starts[0]]] == ""


def test_that_lines_alone_make_orders() -> None:
    lines = TAOBAO_LINES.assign(
        paid_at=pd.Timestamp("2026-06-09"), line_paid=[9_000, 9_000, 10_000, 5_500, 7_000, 5_500]
    )
    book = rebuild(pd.DataFrame(), lines, pd.DataFrame(), JUNE)
    assert book.orders == 5
    assert book.values().sum() == lines["unit_price"].mul(lines["quantity"]).sum()
    assert list(book.shop_off) == [0, 1_000, 0, 0, 0]


def test_that_the_shares_of_the_platform_are_tested_against_the_prices() -> None:
    lines = TAOBAO_LINES.assign(
        line_discount=[0, 500, 0, 0, 0, 0],
        line_paid=[9_000, 7_500, 10_500, 5_000, 7_000, 0],
        order_discount_share=[0, 1_000, 500, 499, 0, 500],
    )
    book = rebuild(TAOBAO_ORDERS, lines, COSTS, JUNE)
    assert book.basis is PriceBasis.PAID_AND_SHARE
    assert book.refused_identity == pytest.approx(1 / 4)  # the refunded line doesn't fit; a fen is rounding
    assert list(book.values()) == [19_500, 5_499, 5_500]
    assert book.list_price[0] == 12_000


def test_that_pinduoduo_totals_are_before_discounts_and_the_platforms_part_stays_apart() -> None:
    orders = pd.DataFrame(
        {
            "order_id": ["1"],
            "paid_at": pd.to_datetime(["2026-06-02"]),
            "goods_total": [10_000],
            "shop_discount": [1_000],
            "platform_discount": [500],
            "shipping": [600],
            "paid": [9_100],
        }
    )
    lines = pd.DataFrame(
        {
            "order_id": ["1"],
            "sku": ["A"],
            "quantity": [3],
            "line_total": [10_000],
            "line_paid": [9_100],
            "line_discount": [1_000],
            "platform_discount": [500],
        }
    )
    for of_lines in (lines, pd.DataFrame()):
        book = rebuild(orders, of_lines, pd.DataFrame(), JUNE)
        assert list(book.values()) == [10_000]
        assert (book.shop_off[0], book.platform_off[0], book.paid[0]) == (1_000, 500, 9_100)


def test_that_prices_which_do_not_divide_by_the_units_make_two_lines_of_whole_fen() -> None:
    lines = pd.DataFrame({"order_id": ["2"], "sku": ["A"], "quantity": [3], "line_total": [10_000]})
    book = rebuild(TAOBAO_ORDERS[TAOBAO_ORDERS["order_id"] == "2"], lines, pd.DataFrame(), JUNE)
    assert list(zip(book.item_price, book.quantity, strict=True)) == [(3_334, 1), (3_333, 2)]


def test_that_douyin_totals_are_kept_without_the_discounts_of_the_order() -> None:
    orders = pd.DataFrame(
        {
            "order_id": ["1"],
            "paid_at": pd.to_datetime(["2026-06-02"]),
            "status": ["已完成"],
            "goods_total": [30_000],
            "payable": [26_000],
            "paid": [26_000],
            "shop_discount": [4_000],
            "shipping": [0],
        }
    )
    lines = pd.DataFrame(
        {
            "order_id": ["1", "1"],
            "sku": ["A", "B"],
            "quantity": [1, 2],
            "line_total": [10_000, 20_000],
            "line_paid": [8_600, 17_400],
            "line_discount": [1_400, 2_600],
        }
    )
    book = rebuild(orders, lines, pd.DataFrame(), JUNE)
    assert (book.values()[0], book.shop_off[0]) == (30_000, 4_000)


def test_that_jd_orders_without_a_time_of_payment_count_once_delivered() -> None:
    orders = pd.DataFrame(
        {
            "order_id": ["1", "2", "3"],
            "kind": "jd",
            "created_at": pd.to_datetime(["2026-06-02", "2026-06-03", "2026-06-04"]),
            "paid_at": pd.to_datetime(["2026-06-02", None, None]),
            "status": ["妥投", "妥投", "等待付款"],
            "payable": [0, 0, 0],
            "paid": [10_300, 5_000, 4_000],
        }
    )
    book = rebuild(orders, pd.DataFrame(), pd.DataFrame(), JUNE)
    assert list(book.values()) == [10_300, 5_000]


def test_that_failed_refunds_take_nothing_back() -> None:
    refunds = pd.DataFrame({"order_id": ["2", "2"], "refunded": [500, 700], "status": ["退款成功", "退款关闭"]})
    book = rebuild(TAOBAO_ORDERS, TAOBAO_LINES, COSTS, JUNE, refunds=refunds)
    assert book.refunded[0] == 500


def test_that_nothing_gives_an_empty_book() -> None:
    book = rebuild(pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), JUNE)
    assert (book.orders, book.lines, book.basis, len(book.starts)) == (0, 0, PriceBasis.NONE, 1)
    assert not len(book.values())


MONEY = st.one_of(st.none(), st.integers(-500, 10**7), st.just(float("nan")), st.just(float("inf")))


@st.composite
def files(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Broken order files: any cell may be missing, negative or no number, lines may lack their order."""
    ids = draw(st.lists(st.sampled_from("abcdefgh"), max_size=8))
    columns = st.sampled_from(["goods_total", "paid", "payable", "shipping", "shop_discount", "platform_discount"])
    orders = pd.DataFrame({"order_id": pd.Series(ids, dtype=object)})
    for column in draw(st.sets(columns)):
        orders[column] = pd.Series(draw(st.lists(MONEY, min_size=len(ids), max_size=len(ids))), dtype=object)
    if draw(st.booleans()):
        days = st.sampled_from([None, "2026-06-01", "2026-06-30 23:59:59", "2026-07-01", "?"])
        orders["paid_at"] = draw(st.lists(days, min_size=len(ids), max_size=len(ids)))
    owners = draw(st.lists(st.sampled_from("abcdefghij"), max_size=12))
    lines = pd.DataFrame(
        {"order_id": pd.Series(owners, dtype=object), "sku": [f"s{i % 3}" for i in range(len(owners))]}
    )
    for column in draw(st.sets(st.sampled_from(["unit_price", "quantity", "line_total", "line_paid", "refunded"]))):
        lines[column] = pd.Series(draw(st.lists(MONEY, min_size=len(owners), max_size=len(owners))), dtype=object)
    return orders, lines


def check(book: OrderBook) -> None:
    """Assert what every reader of a book relies on."""
    assert len(book.starts) == book.orders + 1
    assert book.starts[-1] == book.lines
    assert (np.diff(book.starts) > 0).all()
    assert (book.values() > 0).all()
    assert (book.quantity > 0).all()
    assert (book.list_price >= book.item_price).all()
    assert (book.item_price >= 0).all()
    assert (book.refunded <= book.paid).all()
    for money in (book.shipping, book.shop_off, book.platform_off, book.paid, book.refunded):
        assert (money >= 0).all()


@settings(deadline=None)
@given(files(), st.sampled_from([JUNE, None]))
def test_that_broken_files_still_make_a_sound_book(
    given_files: tuple[pd.DataFrame, pd.DataFrame], period: Period
) -> None:
    orders, lines = given_files
    book = rebuild(orders, lines, pd.DataFrame(), period)
    check(book)
    assert book.left_out == book.unpaid + book.cancelled + book.without_value
