"""回放 on the screen: sums that agree with the engine, what is unknown said, orders that go into the test cart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.candidates import remember_choice
from shopdesk.app.promotions.documents import OFFERS, put_offer, set_fields
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import beside, to_offers
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.figures import CartItem, CartOrder
from shopdesk.ui.promotions.replay import frames, tables
from shopdesk.ui.promotions.replay.view import DATED, View
from tests.ui.fake_shop import FakeShop, context_of

ORDERS = 120
TODAY = OfferDesign(
    "today",
    OfferKind.COUPON,
    "Coupon",
    status=Status.ACTIVE,
    start=date(2026, 6, 3),
    end=date(2026, 6, 15),
    steps=(LadderStep(6_000, 300),),
)
DRAFT = OfferDesign(
    "draft",
    OfferKind.THRESHOLD_OFF,
    "Ladder",
    steps=(LadderStep(7_100, 200), LadderStep(9_900, 800), LadderStep(15_900, 2_000)),
)


def shop_frames(*, costs: bool = True) -> dict[str, pd.DataFrame]:
    orders = pd.DataFrame(
        {
            "order_id": [f"o{i}" for i in range(ORDERS)],
            "paid_at": pd.date_range("2026-06-01", periods=ORDERS, freq="3h"),
            "paid": [3_000 + 50 * i + 4_000 for i in range(ORDERS)],
            "buyer": [f"b{i % 70}" for i in range(ORDERS)],
        }
    )
    lines = pd.DataFrame(
        {
            "order_id": [f"o{i // 2}" for i in range(2 * ORDERS)],
            "sku": ["A", "B"] * ORDERS,
            "title": ["每日坚果", "夏威夷果"] * ORDERS,
            "unit_price": [price for i in range(ORDERS) for price in (3_000 + 50 * i, 4_000)],
            "quantity": [1] * (2 * ORDERS),
        }
    )
    refunds = pd.DataFrame({"order_id": ["o7"], "refunded": [1_000], "status": ["退款成功"]})
    found = {"orders": orders, "order_lines": lines, "refunds": refunds}
    if costs:
        found["costs"] = pd.DataFrame({"sku": ["A", "B"], "unit_cost": [2_000, 2_500]})
    return found


def shown(qtbot: QtBot, shop: FakeShop, *designs: OfferDesign) -> View:
    for design in designs:
        shop.push(put_offer(design), "")
    view = View(context_of(shop))
    qtbot.addWidget(view)
    shop.listener = lambda _names: view.refresh()
    view.resize(1330, 560)
    view.show()
    view.refresh()
    return view


@pytest.fixture
def shop() -> FakeShop:
    return FakeShop(shop_frames())


def rows_of(view: View, part: str) -> list[dict[str, Any]]:
    view.tables.show_part(part)
    panel = view.tables.panel()
    assert panel is not None
    frame = panel.model.frame
    return [{name: frame.value(name, row) for name in frame.names} for row in range(len(frame))]


def columns_of(view: View, part: str) -> set[str]:
    view.tables.show_part(part)
    panel = view.tables.panel()
    assert panel is not None
    return {column.name for column in panel.model.columns}


def totals_of(view: View) -> dict[str, dict[str, Any]]:
    frame = view.totals.model.frame
    rows = [{name: frame.value(name, row) for name in frame.names} for row in range(len(frame))]
    return {row["scenario"]: row for row in rows}


def test_that_totals_stand_side_by_side_and_the_change_is_the_candidates(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, TODAY, DRAFT)
    assert list(totals_of(view)) == [frames.HAPPENED, frames.TODAY, frames.CHANGE]
    view.show_target("draft")
    rows = totals_of(view)
    assert list(rows) == [frames.HAPPENED, frames.TODAY, frames.CANDIDATE, frames.CHANGE]
    assert rows[frames.HAPPENED]["orders"] == ORDERS
    for name in ("revenue", "margin", "shop_off"):
        assert rows[frames.CHANGE][name] == rows[frames.CANDIDATE][name] - rows[frames.TODAY][name] != 0


@pytest.mark.parametrize("part", [tables.WEEKS, tables.CUSTOMERS])
def test_that_parts_add_up_to_the_totals(qtbot: QtBot, shop: FakeShop, part: str) -> None:
    view = shown(qtbot, shop, TODAY, DRAFT)
    view.show_target("draft")
    rows, totals = rows_of(view, part), totals_of(view)
    assert len(rows) > 1
    for scenario in (frames.HAPPENED, frames.TODAY, frames.CANDIDATE, frames.CHANGE):
        for figure in ("revenue", "margin"):
            assert sum(row[f"{figure}_{scenario}"] for row in rows) == totals[scenario][figure]


def test_that_the_candidate_that_design_looks_at_is_followed_until_another_is_chosen(
    qtbot: QtBot, shop: FakeShop
) -> None:
    remember_choice(shop, "draft")  # type: ignore[arg-type]
    view = shown(qtbot, shop, TODAY, DRAFT)
    assert view.choice.currentData() == "draft"
    view.choice.setCurrentIndex(0)
    view.choice.activated.emit(0)
    assert frames.CANDIDATE not in totals_of(view)
    view.refresh()
    assert view.choice.currentData() == ""


def test_that_an_offer_in_use_is_no_candidate(qtbot: QtBot, shop: FakeShop) -> None:
    remember_choice(shop, "today")  # type: ignore[arg-type]
    view = shown(qtbot, shop, TODAY, DRAFT)
    assert view.choice.findData("today") < 0
    assert frames.CANDIDATE not in totals_of(view)


def test_that_offers_tell_what_they_take_and_who_bears_it(qtbot: QtBot, shop: FakeShop) -> None:
    shared = OfferDesign(
        "p", OfferKind.PLATFORM_COUPON, "P", status=Status.ACTIVE, steps=(LadderStep(5_000, 400),), shop_percent=25
    )
    view = shown(qtbot, shop, TODAY, shared, DRAFT)
    view.show_target("draft")
    rows = {row["offer"]: row for row in rows_of(view, tables.OFFERS)}
    assert set(rows) == {"today", "p", "draft"}
    assert rows["p"]["platform_today"] == 3 * rows["p"]["shop_today"] > 0
    assert rows["draft"]["orders_today"] is None
    total = totals_of(view)[frames.CANDIDATE]
    assert sum(row["shop_candidate"] for row in rows.values()) == total["shop_off"]
    assert sum(row["platform_candidate"] for row in rows.values()) == total["platform_off"]


def test_that_the_cost_of_gifts_has_its_column_once_one_is_given(qtbot: QtBot, shop: FakeShop) -> None:
    gift = OfferDesign("g", OfferKind.GIFT, "G", threshold=9_000, gift_sku="B", gift_cost=700)
    view = shown(qtbot, shop, TODAY, gift)
    assert "gift_today" not in columns_of(view, tables.OFFERS)
    view.show_target("g")
    assert "gift_candidate" in columns_of(view, tables.OFFERS)
    (row,) = (row for row in rows_of(view, tables.OFFERS) if row["offer"] == "g")
    assert row["gift_candidate"] == 700 * row["orders_candidate"] > 0
    assert totals_of(view)[frames.CHANGE]["margin"] == -row["gift_candidate"]


def test_that_each_step_counts_the_orders_that_stop_at_it(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, DRAFT)
    view.show_target("draft")
    steps = {row["step"]: row for row in rows_of(view, tables.TIERS)}
    values = [7_000 + 50 * i for i in range(ORDERS)]
    assert steps[9_900]["orders_candidate"] == sum(9_900 <= value < 15_900 for value in values)
    assert steps[9_900]["taken_candidate"] == 800 * steps[9_900]["orders_candidate"]
    assert steps[15_900]["orders_candidate"] == 0
    panel = view.tables.panel()
    assert panel is not None
    place = [column.name for column in panel.model.columns].index("step")
    panel.view.sort_by(place)
    panel.view.sort_by(place)
    assert panel.model.key(0) == "draft\n15900"  # by the amount, not by its words


def test_that_a_thin_order_goes_into_the_cart_at_what_the_replay_paid(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, TODAY, DRAFT)
    view.show_target("draft")
    thin = rows_of(view, tables.THIN)
    assert [row["margin"] for row in thin] == sorted(row["margin"] for row in thin)
    panel = view.tables.panel()
    assert panel is not None
    panel.view.move_to(2, 0)
    with qtbot.waitSignal(view.wanted) as asked:
        view.tables.open.click()
    name, order = asked.args
    assert (name, order.offer_id) == ("design", "draft")
    assert isinstance(order, CartOrder)
    stacking = stacking_of("taobao")
    offers = to_offers(beside([TODAY, DRAFT], DRAFT), stacking)
    cart = Cart(
        tuple(CartLine(str(i), item.sku, item.price, item.quantity) for i, item in enumerate(order.items)),
        order.shipping,
    )
    assert price_cart(cart, offers, stacking.policy(), day=TODAY.start).payable == thin[2]["revenue"]


def test_that_design_takes_an_order_of_the_replay_into_its_test_cart(qtbot: QtBot, shop: FakeShop) -> None:
    shop.push(put_offer(DRAFT), "")
    design = DesignView(context_of(shop))
    qtbot.addWidget(design)
    design.refresh()
    order = CartOrder((CartItem("A", "每日坚果", 12_000, 1),), 600, "draft")
    design.show_target(order)
    state, priced = design.cart_desk.state, design.cart_desk.priced
    assert state is not None
    assert priced is not None
    assert (state.items, state.shipping) == (order.items, 600)


def test_that_offers_may_count_on_their_days_only(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, replace(TODAY, end=date(2026, 6, 9)))
    is_over = totals_of(view)[frames.TODAY]["shop_off"]
    view.when.choose(DATED)
    view.when.chosen.emit(DATED)
    days = [date(2026, 6, 1 + i // 8) for i in range(ORDERS)]
    within = sum(date(2026, 6, 3) <= day <= date(2026, 6, 9) for day in days)
    assert totals_of(view)[frames.TODAY]["shop_off"] == 300 * within
    assert is_over == 0


def test_that_refunds_go_back_in_the_share_that_they_did(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, DRAFT)
    view.show_target("draft")
    (row,) = rows_of(view, tables.REFUNDS)
    assert (row["order"], row["day"], row["refunded"]) == ("o7", date(2026, 6, 1), 1_000)
    assert row["refunded_today"] == 1_000
    assert row["share"] == pytest.approx(1_000 / row["paid"])


def test_that_what_was_left_out_is_counted_with_its_reason(qtbot: QtBot) -> None:
    given = shop_frames()
    given["orders"]["paid_at"] = given["orders"]["paid_at"].where(given["orders"].index >= 5)
    given["orders"]["paid"] = given["orders"]["paid"].where(given["orders"].index >= 5, 0)
    given["orders"]["status"] = ["等待买家付款" if i < 5 else "交易成功" for i in range(ORDERS)]
    view = shown(qtbot, FakeShop(given), TODAY)
    counts = {row["what"]: row["count"] for row in rows_of(view, tables.LEFT_OUT)}
    assert counts["used"] == ORDERS - 5
    assert counts["unpaid"] == 5
    panel = view.tables.panel()
    assert panel is not None
    column = next(one for one in panel.model.columns if one.name == "why")
    assert all(panel.model.frame.texts(column).to_pylist())


def test_that_lines_whose_figures_do_not_fit_are_told_by_their_share(qtbot: QtBot) -> None:
    given = shop_frames()
    lines = given["order_lines"]
    lines["line_discount"] = 0
    lines["order_discount_share"] = 100
    lines["line_paid"] = lines["unit_price"] - 100
    given["order_lines"] = lines.assign(line_paid=lines["line_paid"].where(lines.index % 10 > 0, 1_111))
    view = shown(qtbot, FakeShop(given), TODAY)
    (row,) = (row for row in rows_of(view, tables.LEFT_OUT) if row["what"] == "identity")
    assert row["share"] == pytest.approx(0.1)
    panel = view.tables.panel()
    assert panel is not None
    column = next(one for one in panel.model.columns if one.name == "share")
    assert "10.0" in panel.model.frame.texts(column).to_pylist()[-1]


def test_that_without_costs_margins_stay_empty_and_the_cost_list_is_asked_for(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop(shop_frames(costs=False)), TODAY)
    assert totals_of(view)[frames.TODAY]["margin"] is None
    assert view.warning.isVisible()
    assert not rows_of(view, tables.THIN)
    assert "import a cost list" in view.tables.note.text()
    assert not view.tables.open.isEnabled()
    with qtbot.waitSignal(view.context.import_requested):
        view.mend.click()
    view.tables.show_part(tables.WEEKS)
    assert view.tables.chart.table().rows


def test_that_the_change_of_the_margin_needs_no_costs(qtbot: QtBot) -> None:
    changes = []
    for costs in (True, False):
        view = shown(qtbot, FakeShop(shop_frames(costs=costs)), TODAY, DRAFT)
        view.show_target("draft")
        weeks = [row["margin_change"] for row in rows_of(view, tables.WEEKS)]
        changes.append((totals_of(view)[frames.CHANGE]["margin"], weeks))
    assert changes[0] == changes[1]
    assert changes[0][0] < 0


def test_that_gifts_of_unknown_cost_leave_the_change_open(qtbot: QtBot) -> None:
    gift = OfferDesign("g", OfferKind.GIFT, "G", threshold=9_000, gift_sku="Z")
    view = shown(qtbot, FakeShop(shop_frames(costs=False)), TODAY, gift)
    view.show_target("g")
    assert totals_of(view)[frames.CHANGE]["margin"] is None


def test_that_an_incomplete_candidate_is_named_and_not_priced(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, TODAY, DRAFT)
    view.show_target("draft")
    shop.push(set_fields(DRAFT, steps=()), "")
    assert frames.CANDIDATE not in totals_of(view)
    assert "isn't complete yet" in view.warning.text()
    shop.undo()
    assert frames.CANDIDATE in totals_of(view)


def test_that_an_empty_shop_says_what_to_import(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop({}), TODAY)
    assert view.empty.isVisible()
    with qtbot.waitSignal(view.context.import_requested):
        view.empty.action.click()


def test_that_every_part_is_a_sheet(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop, TODAY, DRAFT)
    view.show_target("draft")
    sheets = view.tables.sheets()
    assert len(sheets) == len({sheet.name for sheet in sheets}) == len(tables.PARTS)
    assert all(len(row) == len(sheet.columns) for sheet in sheets for row in sheet.rows)
    steps, left_out = sheets[tables.PARTS.index(tables.TIERS)], sheets[tables.PARTS.index(tables.LEFT_OUT)]
    assert [row[1] for row in steps.rows if row[0] == "Ladder"] == ["from 71 yuan", "from 99 yuan", "from 159 yuan"]
    assert "can't be tested" in left_out.rows[-1]
    assert shop.rows(OFFERS)
