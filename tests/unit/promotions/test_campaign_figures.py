"""The campaign sheet: every figure worked out a second way from the orders, and gaps said instead of zeros."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from shopdesk.app.promotions.aims import LadderAim, set_aim
from shopdesk.app.promotions.campaign_sheet import Campaign, campaign_sheets, look_at_campaign, price_sheet
from shopdesk.app.promotions.documents import put_offer
from shopdesk.app.promotions.floors import set_floor_rule
from shopdesk.app.services import ExportSheet
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from shopdesk.domain.promotions.ladders.record import Objective
from tests.unit.promotions.test_design_study import Shop

LADDER = OfferDesign("a", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(12_900, 500), LadderStep(19_900, 1_200)))
PRICE = OfferDesign("i", OfferKind.ITEM_PRICE, "一口价", value=6_900, skus=("S3",), status=Status.ACTIVE)
FOR_NEW = OfferDesign(
    "n", OfferKind.COUPON, "新客券", steps=(LadderStep(5_900, 800),), buyers=BuyerKind.NEW, status=Status.ACTIVE
)
PRICES = {"S0": 0, "S1": 1_990, "S2": 3_550, "S3": 7_900, "S4": 12_999, "S5": 1}
COSTS = {"S0": 0, "S1": 800, "S2": 4_000, "S3": 3_000, "S4": 6_000, "S5": 0}
LAST = date(2026, 5, 31)


def frames(count: int = 240, *, costs: bool = True, buyers: bool = True) -> dict[str, pd.DataFrame]:
    """Free goods, goods of a fen and goods sold below their cost; 10,000 units at once; refunds above the payment."""
    dice = np.random.default_rng(11)
    orders: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    for number in range(count):
        names = dice.choice(list(PRICES), size=dice.integers(1, 4), replace=False).tolist()
        units = [10_000 if number % 80 == 7 else int(dice.integers(1, 4)) for _ in names]
        total = sum(PRICES[sku] * quantity for sku, quantity in zip(names, units, strict=True))
        paid_at = pd.Timestamp("2026-05-01") + pd.Timedelta(hours=3 * number)
        orders.append(
            {
                "order_id": f"o{number:04d}",
                "buyer": f"b{dice.integers(0, count // 2)}",
                "status": "交易成功",
                "created_at": paid_at,
                "paid_at": paid_at,
                "goods_total": total,
                "paid": total,
                "payable": total,
                "shipping": 0,
                "refunded": total + 5_000 if number % 50 == 3 else 0,
                "items": sum(units),
            }
        )
        lines += [
            {"order_id": f"o{number:04d}", "sku": sku, "title": f"商品{sku}", "unit_price": PRICES[sku], "quantity": q}
            for sku, q in zip(names, units, strict=True)
        ]
    made = {"orders": pd.DataFrame(orders), "order_lines": pd.DataFrame(lines)}
    if not buyers:
        made["orders"] = made["orders"].drop(columns="buyer")
    if costs:
        rows = [
            {"sku": sku, "title": f"商品{sku}", "unit_cost": COSTS[sku], "list_price": PRICES[sku]} for sku in PRICES
        ]
        made["costs"] = pd.DataFrame(rows)
    return made


def looked_at(
    made: Mapping[str, pd.DataFrame],
    *offers: OfferDesign,
    aim: LadderAim | None = None,
    period: Period | None = None,
    rule: FloorRule | None = None,
) -> Campaign:
    shop = Shop(made)
    if rule is not None:
        shop.push(set_floor_rule(rule))
    for offer in offers:
        shop.push(put_offer(offer))
    if aim is not None:
        shop.push(set_aim(aim))
    return look_at_campaign(shop, offers[0], made_on=date(2026, 6, 1), last=LAST, period=period)  # type: ignore[arg-type]


def sheet_of(campaign: Campaign, name: str) -> ExportSheet:
    return next(sheet for sheet in campaign_sheets(campaign, "en") if sheet.name == name)


def records(sheet: ExportSheet) -> list[dict[str, Any]]:
    heads = [column.header for column in sheet.columns]
    return [dict(zip(heads, row, strict=True)) for row in sheet.rows]


class SecondWay:
    """The same orders in plain Python: item price first, then the ladder, then the coupon of a buyer's first order.

    Orders of nothing but free goods are none to replay.
    """

    def __init__(self, made: Mapping[str, pd.DataFrame]) -> None:
        self.units: dict[str, int] = {}
        self.steps: dict[int, list[int]] = {500: [], 1_200: []}
        self.lowest: dict[str, int] = {}
        self.paid = self.paid_with = self.margin = self.margin_with = self.coupons = self.off_items = 0
        lines = dict(iter(made["order_lines"].groupby("order_id", sort=False)))
        seen: set[str] = set()
        self.orders = 0
        for order in made["orders"].to_dict("records"):
            part, is_new = lines[order["order_id"]], order["buyer"] not in seen
            seen.add(order["buyer"])
            if order["paid"] > 0:
                self.orders += 1
                self._count(part["sku"].tolist(), part["quantity"].tolist(), order, is_new=is_new)

    def _count(self, skus: list[str], quantities: list[int], order: Mapping[Any, Any], *, is_new: bool) -> None:
        prices = [min(PRICES[sku], 6_900) if sku == "S3" else PRICES[sku] for sku in skus]
        amounts = [price * count for price, count in zip(prices, quantities, strict=True)]
        value, cost = sum(amounts), sum(COSTS[sku] * count for sku, count in zip(skus, quantities, strict=True))
        off = 1_200 if value >= 19_900 else 500 if value >= 12_900 else 0
        coupon = 800 if is_new and value >= 5_900 else 0
        if off:
            self.steps[off].append(value)
        shares = amounts
        for part in (off, coupon):
            shares = self._taken(shares, part)
        for sku, count, share in zip(skus, quantities, shares, strict=True):
            self.units[sku] = self.units.get(sku, 0) + count
            self.lowest[sku] = min(self.lowest.get(sku, share), -(-share // count))
        is_back = order["refunded"] > 0
        self.paid += value - coupon
        self.paid_with += value - coupon - off
        self.margin += -cost if is_back else value - coupon - cost
        self.margin_with += -cost if is_back else value - coupon - off - cost
        self.coupons += coupon
        self.off_items += order["goods_total"] - value

    @staticmethod
    def _taken(amounts: Sequence[int], off: int) -> list[int]:
        whole = sum(amounts)
        shares = [off * amount // whole if whole else 0 for amount in amounts]
        for place in reversed(range(len(amounts))):  # odd fen to the last line, no line below zero
            shares[place] += min(off - sum(shares), amounts[place] - shares[place])
        return [amount - share for amount, share in zip(amounts, shares, strict=True)]


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return looked_at(frames(), LADDER, PRICE, FOR_NEW)


@pytest.fixture(scope="module")
def second() -> SecondWay:
    return SecondWay(frames())


def test_that_orders_and_cost_of_each_step_are_those_of_a_second_count(campaign: Campaign, second: SecondWay) -> None:
    rows = records(sheet_of(campaign, "Steps"))
    for row, off in zip(rows, (500, 1_200), strict=True):
        count = len(second.steps[off])
        assert row["Orders that get it, replayed"] == count
        assert row["Share of orders"] == round(count / second.orders, 4)
        assert row["Costs if nobody changes"] == pytest.approx(count * off / 100)


def test_that_every_article_has_the_figures_of_a_second_count(campaign: Campaign, second: SecondWay) -> None:
    rows = records(sheet_of(campaign, "Articles"))
    assert [row["SKU"] for row in rows] == sorted(second.units, key=lambda sku: (-second.units[sku], sku))
    for row in rows:
        sku = row["SKU"]
        price = 6_900 if sku == "S3" else PRICES[sku]
        alone = price - (500 if price >= 12_900 else 0)
        assert row["Units sold, replayed"] == second.units[sku]
        assert row["List price"] == PRICES[sku] / 100
        assert row["Unit cost"] == COSTS[sku] / 100
        assert row["Campaign price"] == price / 100
        assert row["Price of one, all offers"] == alone / 100
        assert row["Price of one, new customers"] == (alone - (800 if price >= 5_900 else 0)) / 100
        assert row["Lowest paid, replayed"] == second.lowest[sku] / 100
        least = row["Least the shop gets"]
        if least is not None:
            assert row["Margin at the lowest"] == pytest.approx(least - COSTS[sku] / 100)
            assert row["Lowest possible"] <= row["Price of one, new customers"]


def test_that_what_is_paid_and_left_without_and_with_it_are_those_of_a_second_count(
    campaign: Campaign, second: SecondWay
) -> None:
    rows = {row["Figure"]: row for row in records(sheet_of(campaign, "Forecast and beliefs")) if row["Candidate"]}
    assert rows["Orders"]["Without it"] == second.orders
    assert rows["Paid"]["Without it"] == second.paid / 100
    assert rows["Offers cost"]["Without it"] == (second.coupons + second.off_items) / 100
    assert rows["Margin"]["Without it"] == second.margin / 100
    assert rows["Order value"]["Without it"] == round(second.paid / second.orders / 100, 2)
    given = rows["of it: given away to orders that were there anyway"]["Change, median"]
    assert given == pytest.approx((second.margin_with - second.margin) / 100)


def test_that_the_price_list_tells_everybody_s_price_and_that_of_new_customers(campaign: Campaign) -> None:
    goods = {row["SKU"]: row for row in records(sheet_of(campaign, "Articles"))}
    for row in records(price_sheet(campaign, "en")):
        shown = goods[row["SKU"]]
        assert all(row[name] == shown[name] for name in row)
    assert {row["SKU"]: row["Price of one, new customers"] for row in records(price_sheet(campaign, "en"))}["S3"] == 61


def test_that_floors_are_those_of_the_rule_and_what_comes_below_them_is_named() -> None:
    campaign = looked_at(frames(), LADDER, rule=FloorRule(FloorKind.MARGIN, 200))
    rows = {row["SKU"]: row for row in records(sheet_of(campaign, "Articles"))}
    for sku, row in rows.items():
        assert row["Floor"] == math.ceil(COSTS[sku] / 0.8) / 100
        is_below = row["Least the shop gets"] is not None and row["Least the shop gets"] < row["Floor"]
        assert (row["Severity"] == "Below the floor") == is_below
    assert rows["S2"]["Severity"] == "Below the floor"
    named = [row["Where"] for row in records(sheet_of(campaign, "Checks")) if row["Severity"] == "Below the floor"]
    assert named == ["S2 商品S2"]


def test_that_without_costs_no_margin_is_told_and_the_sheet_says_what_is_missing() -> None:
    campaign = looked_at(frames(costs=False), LADDER, PRICE)
    rows = {row["Figure"]: row for row in records(sheet_of(campaign, "Forecast and beliefs")) if row["Candidate"]}
    assert rows["Margin"]["Without it"] is None
    assert rows["Margin rate"]["With it"] is None
    assert not any(row["Margin at the lowest"] for row in records(sheet_of(campaign, "Articles")))
    assert any("6 articles have no cost" in row["Says"] for row in records(sheet_of(campaign, "Checks")))


def test_that_an_offer_for_new_customers_is_said_to_be_left_out_where_orders_name_no_buyers() -> None:
    campaign = looked_at(frames(buyers=False), LADDER, FOR_NEW)
    untold = [row for row in records(sheet_of(campaign, "Checks")) if row["What"] == "Buyers can't be told"]
    assert [row["Where"] for row in untold] == ["新客券"]
    paid = next(row for row in records(sheet_of(campaign, "Forecast and beliefs")) if row["Figure"] == "Offers cost")
    assert paid["Without it"] == 0


def test_that_designs_alone_are_a_sheet_that_says_what_to_import_and_no_row_of_zeros() -> None:
    campaign = looked_at({}, LADDER, PRICE, FOR_NEW)
    sheets = {sheet.name: sheet for sheet in campaign_sheets(campaign, "en")}
    assert [row["Offer"] for row in records(sheets["Rules"])] == ["满减", "一口价", "新客券"]
    for row in records(sheets["Steps"]):
        assert row["Orders that get it, replayed"] is None
        assert row["Costs if nobody changes"] is None
        assert row["Rests on"] == "no paid orders"
    assert not [row for row in records(sheets["Forecast and beliefs"]) if row["Candidate"]]
    assert sheets["Articles"].notes == (
        "No article is known yet: import the order lines, or a cost list with list prices.",
    )
    assert sheets["Customers"].notes == ("No paid orders: import the order list.",)
    assert price_sheet(campaign, "en").notes


def test_that_the_sheet_names_what_is_wanted_and_the_chance_to_keep_the_margin() -> None:
    campaign = looked_at(frames(), LADDER, aim=LadderAim(objective=Objective.REVENUE, margin_floor=380))
    sheet = sheet_of(campaign, "Forecast and beliefs")
    assert sheet.notes[-1] == "Chances are by what is wanted: Paid, margin rate at least 38 %."
    kept = [row for row in records(sheet) if row["Figure"] == "Chance of keeping the margin rate wanted"]
    assert len(kept) == 1
    assert 0 <= kept[0]["With it"] <= 1


def test_that_an_offer_for_one_kind_of_customer_lists_them_by_their_last_order() -> None:
    returning = replace(FOR_NEW, offer_id="r", name="老客券", buyers=BuyerKind.RETURNING, status=Status.DRAFT)
    campaign = looked_at(frames(), returning, period=Period(date(2026, 5, 25), LAST))  # the list is of all the year
    people = records(sheet_of(campaign, "List of customers"))
    orders = frames()["orders"]
    orders = orders[orders["paid"] > 0]
    last = orders.groupby("buyer")["order_id"].max()
    assert {row["Last order"] for row in people} == set(last)
    paid = {row["Last order"]: row["Paid in all"] for row in people}
    for buyer, order in last.items():
        assert paid[order] == orders.loc[orders["buyer"] == buyer, "paid"].sum() / 100
