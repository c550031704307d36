"""The offers page on built frames: exact carts, ladders over real orders, every edit undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.changes import SetRows
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.figures import CartItem
from shopdesk.ui.promotions.goods_picker import GoodsPicker
from tests.ui.fake_shop import FakeShop, context_of
from tests.ui.promotions.design_stage import frames, shown


@pytest.fixture
def shop() -> FakeShop:
    orders = pd.DataFrame(
        {
            "order_id": [str(i) for i in range(200)],
            "paid_at": pd.date_range("2026-06-01", periods=200, freq="3h"),
            "paid": [5_000 + 100 * i for i in range(200)],
        }
    )
    lines = pd.DataFrame(
        {
            "order_id": [str(i // 2) for i in range(400)],
            "sku": ["A", "B"] * 200,
            "title": ["每日坚果", "夏威夷果"] * 200,
            "unit_price": [3_000 + 50 * (i // 2) for i in range(400)],
            "quantity": [1] * 400,
        }
    )
    costs = pd.DataFrame(
        {
            "sku": ["A", "B"],
            "title": ["每日坚果", "夏威夷果"],
            "unit_cost": [2_000, 2_500],
            "list_price": [8_900, 5_990],
        }
    )
    return FakeShop({"orders": orders, "order_lines": lines, "costs": costs})


@pytest.fixture
def page(qtbot: QtBot, shop: FakeShop) -> DesignView:
    context = context_of(shop)
    context.period = Period(date(2026, 6, 1), date(2026, 6, 30))
    page = DesignView(context)
    qtbot.addWidget(page)
    page.resize(1366, 614)
    shop.listener = lambda _names: page.refresh()
    page.show()
    page.refresh()
    return page


def only(shop: FakeShop) -> OfferDesign:
    (offer,) = shop.rows(OFFERS).values()
    return offer  # type: ignore[no-any-return]


def test_that_a_new_offer_is_one_undoable_step(page: DesignView, shop: FakeShop) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    assert only(shop).steps
    shop.undo()
    assert not shop.rows(OFFERS)


def test_that_the_cart_is_priced_to_the_fen_with_its_trace(page: DesignView) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.designer.move_step(0, LadderStep(12_900, 500))
    state = page.cart._state
    assert state is not None
    items = (CartItem("A", "每日坚果", 8_900, 1), CartItem("B", "夏威夷果", 5_990, 1))
    page.cart.changed.emit(replace(state, items=items, day=page.context.today()))
    payable = [page.cart.model.value(row, page.cart.model.position("payable")) for row in range(2)]
    assert sum(payable) == 14_890 - 500
    assert len(page.cart.trace.lines) == 1
    page.designer.move_step(0, LadderStep(20_000, 500))
    assert "51.10" in page.cart.trace.lines[0]


def test_that_the_cart_can_be_edited_like_any_table(page: DesignView) -> None:
    model = page.cart.model
    assert model.rowCount() == 2
    assert model.setData(model.index(0, model.position("quantity")), "3")
    assert page.cart_desk.state is not None
    assert page.cart_desk.state.items[0].quantity == 3
    assert model.setData(model.index(0, model.position("quantity")), "0")
    assert len(page.cart_desk.state.items) == 1


def test_that_dragging_a_line_moves_the_threshold_once(page: DesignView, shop: FakeShop) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    steps = len(shop.undone)
    for value in (131.0, 140.0, 149.0):
        page.histogram.threshold_moved.emit(0, value)
    assert len(shop.undone) == steps
    page.histogram.threshold_released.emit(0, 149.0)
    assert only(shop).steps[0].minimum == 14_900
    assert len(shop.undone) == steps + 1


def test_that_the_form_edits_the_offer(page: DesignView, shop: FakeShop) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.designer.name.setText("端午满减")
    page.designer.name.editingFinished.emit()
    page.designer.status.setCurrentIndex(page.designer.status.findData(Status.ACTIVE.value))
    page.designer.status.activated.emit(0)
    page.designer.add_step.clicked.emit()
    offer = only(shop)
    assert (offer.name, offer.status, len(offer.steps)) == ("端午满减", Status.ACTIVE, 2)
    page.designer.remove_wanted.emit()
    assert not shop.rows(OFFERS)


@pytest.mark.parametrize("kind", list(OfferKind))
def test_that_every_kind_of_offer_has_a_form(page: DesignView, shop: FakeShop, kind: OfferKind) -> None:
    page.add_offer(kind)
    page.designer.kind.setCurrentIndex(page.designer.kind.findData(OfferKind.COUPON.value))
    page.designer.kind.activated.emit(0)
    assert only(shop).kind is OfferKind.COUPON
    assert only(shop).steps


def test_that_overlapping_ladders_are_named(page: DesignView) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.add_offer(OfferKind.THRESHOLD_OFF)
    assert page.warning.isVisibleTo(page)
    first, second, days = page.strip.overlaps()[0]
    assert first.name != second.name
    assert days > 1
    page._edit({"start": page.context.today() + timedelta(days=9)}, "later")
    other = next(offer for offer in page._offers().values() if offer.offer_id != page._current)
    page._choose(other.offer_id)


def test_that_goods_are_searched_and_ticked(qtbot: QtBot, page: DesignView) -> None:
    assert page._figures is not None
    dialog = GoodsPicker(page._figures.goods, ["A"], may_all=True)
    qtbot.addWidget(dialog)
    dialog.search.setText("夏威夷")
    assert [dialog.list.item(row).isHidden() for row in range(2)].count(True) == 1
    assert dialog.picked() == ("A",)


def test_that_an_empty_shop_says_what_to_import(qtbot: QtBot) -> None:
    page = DesignView(context_of(FakeShop({})))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.empty.isVisible()


def test_that_thousands_of_offers_hold_nothing_up(page: DesignView, shop: FakeShop) -> None:
    day = page.context.today()
    many = [
        OfferDesign(
            f"x{i:05}",
            OfferKind.ITEM_OFF,
            f"直降 {i}",
            Status.ACTIVE,
            day,
            day + timedelta(days=i % 30),
            skus=(f"S{i}",),
            value=100,
        )
        for i in range(3_000)
    ]
    shop.push(SetRows.put(OFFERS, many), "many")
    assert len(page.strip.bars()) < 100
    assert len(page.strip.overlaps()) == 0
    page._choose("x02999")
    page._show_offers()
    assert any(bar.offer.offer_id == "x02999" for bar in page.strip.bars())
    assert page.designer.name.text() == "直降 2999"


def test_that_a_shop_whose_orders_have_no_price_is_told_so(qtbot: QtBot) -> None:
    known = frames(20)
    known["order_lines"]["unit_price"] = 0
    known["orders"]["paid"] = 0
    page = shown(qtbot, FakeShop(known))
    assert "20 paid orders have no price" in page.histogram_caption.text()


def test_that_undoing_a_copy_comes_back_to_the_offer_that_was_copied(page: DesignView, shop: FakeShop) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    second = page.add_offer(OfferKind.COUPON)
    page.designer.copy.click()
    assert page._current != second.offer_id
    shop.undo()
    page.refresh()
    assert page._current == second.offer_id
