"""The cart tester: goods pasted from a spreadsheet, floors that hold, limits that a buyer has used up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.candidates import NO_CANDIDATE
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.floors import set_article_floor
from shopdesk.app.promotions.versions import CAMPAIGN_VERSIONS
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.compared import NONE
from shopdesk.domain.promotions.design import LadderStep, OfferKind
from shopdesk.ui.promotions.cart_paste import items_from
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.figures import CartItem, CartOrder
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import shown

GOODS = (
    Goods(sku="A-1", title="每日坚果 750g", unit_cost=4_000, list_price=8_900, sold=1),
    Goods(sku="B-2", title="夏威夷果 500g", unit_cost=3_000, list_price=5_990, sold=1),
    Goods(sku="C-3", title="夏威夷果 250g", unit_cost=2_000, list_price=3_990, sold=1),
)


@pytest.fixture
def page(qtbot: QtBot, shop: FakeShop) -> DesignView:
    page = shown(qtbot, shop)
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page._edit({"steps": (LadderStep(9_900, 5_000),)}, "99")
    state = page.cart_desk.state
    assert state is not None
    page.cart_desk.set_state(replace(state, items=(CartItem("A", "A", 10_000, 1),), day=page.context.today()))
    return page


def test_that_copied_cells_become_lines() -> None:
    text = "商品\t件数\t单价\nA-1\t2\t79.00\n夏威夷果 500g\t59.9\t3\n坚果\n夏威夷果\t1\n没有的\t4\n"
    items, unknown = items_from(text, GOODS)
    assert items == [
        CartItem("A-1", "每日坚果 750g", 7_900, 2),
        CartItem("B-2", "夏威夷果 500g", 5_990, 3),
        CartItem("A-1", "每日坚果 750g", 8_900, 1),
    ]
    assert unknown == ["夏威夷果", "没有的"]


def test_that_pasting_adds_to_the_cart_and_names_what_is_unknown(qtbot: QtBot, page: DesignView) -> None:
    QGuiApplication.clipboard().setText("B\t2\t61.50\nnothing like it\t1")
    with qtbot.waitSignal(page.context.message) as told:
        page.cart.paste.click()
    assert "nothing like it" in told.args[0]
    assert page.cart_desk.state is not None
    assert page.cart_desk.state.items[-1] == CartItem("B", "B", 6_150, 2)


def test_that_the_cart_never_goes_below_a_floor_and_says_so(page: DesignView, shop: FakeShop) -> None:
    assert page.cart_desk.priced is not None
    assert page.cart_desk.priced.payable == 5_000
    assert "floor" not in page.cart.margin.text()
    shop.push(set_article_floor("A", 8_000), "floor")
    assert page.cart_desk.priced.payable == 8_000
    assert "1 line at the floor" in page.cart.margin.text()
    assert "20.00" in page.cart.trace.lines[0] or "30.00" in page.cart.trace.lines[0]


def choose_buyer(page: DesignView, key: str) -> None:
    page.cart.buyer.setCurrentIndex(page.cart.buyer.findData(key))
    page.cart.buyer.activated.emit(0)


def test_that_an_offer_for_new_customers_is_for_them_only(page: DesignView) -> None:
    page._edit({"buyers": BuyerKind.NEW}, "new")
    assert "new customers" in page.designer.limits.text()
    choose_buyer(page, "new")
    assert page.cart_desk.priced is not None
    assert page.cart_desk.priced.discount_total == 5_000
    choose_buyer(page, "returning")
    assert page.cart_desk.priced.discount_total == 0
    assert "new customers only" in page.cart.trace.lines[-1]


def test_that_a_buyer_who_has_used_a_limit_pays_the_whole_price(page: DesignView) -> None:
    page._edit({"per_buyer": 1}, "limit")
    assert page.cart_desk.priced is not None
    assert page.cart_desk.priced.discount_total == 5_000
    choose_buyer(page, "used")
    assert page.cart_desk.priced.discount_total == 0
    assert "used" in page.cart.trace.lines[0]


def test_that_a_decision_is_kept_with_what_was_known(page: DesignView, shop: FakeShop) -> None:
    page.decide(NONE)
    (version,) = shop.rows(CAMPAIGN_VERSIONS).values()
    assert version.chosen == "none"
    assert version.orders > 0
    shop.undo()
    assert not shop.rows(CAMPAIGN_VERSIONS)
    assert shop.rows(OFFERS)


def test_that_a_day_is_offered_on_which_the_offer_looked_at_runs(page: DesignView) -> None:
    assert page.cart.off_day.isHidden()
    today = page.context.today()
    page._edit({"start": today + timedelta(7), "end": today + timedelta(9)}, "later")
    assert not page.cart.off_day.isHidden()
    assert "starts on" in page.cart.off_day.text.text()
    page.cart.off_day.move_day.click()
    assert page.cart_desk.state is not None
    assert page.cart_desk.state.day == today + timedelta(7)
    assert page.cart_desk.priced is not None
    assert page.cart_desk.priced.discount_total == 5_000
    assert page.cart.off_day.isHidden()
    page.cart_desk.set_state(replace(page.cart_desk.state, day=today + timedelta(30)))
    assert "ended on" in page.cart.off_day.text.text()
    page._choose_candidate(NO_CANDIDATE)
    page.refresh()
    assert page.cart.off_day.isHidden()


def test_that_a_cart_of_the_checks_comes_with_its_day_and_buyer_and_without_the_draft(page: DesignView) -> None:
    today = page.context.today()
    order = CartOrder((CartItem("A", "A", 12_000, 1),), 0, "", today + timedelta(3), BuyerKind.NEW)
    page.show_target(order)
    state = page.cart_desk.state
    assert state is not None
    assert (state.day, state.buyer) == (today + timedelta(3), BuyerKind.NEW)
    page.refresh()
    assert page.cart_desk.priced is not None
    assert page.cart_desk.priced.payable == 12_000
