"""检查 on the screen: articles too low, clashes that open their offer, carts that go into the test cart."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions import checks
from shopdesk.app.promotions.documents import put_offer
from shopdesk.app.promotions.floors import set_floor_rule
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from shopdesk.ui.grid import Action, CellEdit, EditBatch
from shopdesk.ui.promotions.checks import view as module
from shopdesk.ui.promotions.checks import wording
from shopdesk.ui.promotions.checks.view import View
from shopdesk.ui.promotions.figures import CartItem, CartOrder
from shopdesk.ui.promotions.stacking import dialog
from shopdesk.ui.promotions.stacking.dialog import RulesDialog
from tests.ui.fake_shop import FakeShop, context_of
from tests.unit.promotions.checks.test_check_study import frames

LADDER = OfferDesign(
    "ladder", OfferKind.COUPON, "券", Status.ACTIVE, steps=(LadderStep(9_900, 1_000), LadderStep(19_900, 1_200))
)


def shown(qtbot: QtBot, shop: FakeShop) -> View:
    view = View(context_of(shop))
    qtbot.addWidget(view)
    shop.listener = lambda _names: view.refresh()
    view.resize(1330, 560)
    view.show()
    view.refresh()
    return view


@pytest.fixture
def shop() -> FakeShop:
    shop = FakeShop(frames())
    put_offer(LADDER).apply(shop)  # type: ignore[arg-type]
    set_floor_rule(FloorRule(FloorKind.COST)).apply(shop)  # type: ignore[arg-type]
    return shop


def test_that_the_article_below_its_floor_comes_first_with_figures_and_cart(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    frame = view.prices.model.frame
    assert frame.value("breach", 0) == wording.FLOOR
    assert frame.value("gap", 0) == frame.value("income", 0) - 7_500 < 0
    assert "below the floor" in view.card.headline.text()
    assert "exactly 19.00 yuan" in view.card.how.text()


def test_that_the_cart_goes_into_the_test_cart(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    with qtbot.waitSignal(view.wanted) as asked:
        view.card.action.click()
    page, order = asked.args
    assert page == "design"
    assert isinstance(order, CartOrder)
    assert order.items[0] == CartItem("a", "A", 8_000, 1)
    assert order.day == view._today()


def test_that_a_click_on_a_clash_opens_its_offer(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    with qtbot.waitSignal(view.wanted) as asked:
        view.conflicts.setCurrentRow(0)
    assert asked.args == ["design", "ladder"]
    assert "2 orders of the step before save 20" in view.conflicts.item(0).toolTip()


def test_that_no_floor_is_said_with_a_way_to_set_one(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    assert view.mend.isHidden()
    set_floor_rule(FloorRule()).apply(shop)  # type: ignore[arg-type]
    assert "No lowest price is set" in view.warning.text()
    assert view.mend.isHidden()
    assert not view.floors.isHidden()


def test_that_the_floor_of_an_article_is_set_right_here(
    qtbot: QtBot, shop: FakeShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(qtbot, shop)
    assert [view.prices.model.key(row) for row in range(2)] == ["a", "b"]
    seen: list[object] = []

    class Typed(RulesDialog):
        def exec(self) -> int:
            seen.extend((self.switch.key(), self.floors.grid.view.current_cell()))
            self.floors.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit("b", "own", None, 7_900),)))
            return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(dialog, "RulesDialog", Typed)
    view.prices.view.reveal("b")
    view.card.floor.click()
    assert seen == [dialog.FLOORS, (1, 5)]
    assert shop.names == ["Lowest prices"]
    assert view._rows["b"].floor == 7_900
    assert view._rows["b"].breaks_floor
    shop.undo()
    assert not view._rows["b"].breaks_floor


def test_that_missing_costs_offer_the_import(qtbot: QtBot) -> None:
    shop = FakeShop(frames(costs=False))
    set_floor_rule(FloorRule(FloorKind.COST)).apply(shop)  # type: ignore[arg-type]
    view = shown(qtbot, shop)
    with qtbot.waitSignal(view.context.import_requested):
        view.mend.click()


def test_that_a_shop_without_offers_is_told_what_was_tried(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop(frames()))
    assert view.none.isVisible()
    assert "Tried: 2 articles × 1 stretch" in view.none._sentence.text()


def test_that_an_empty_shop_is_told_what_to_import(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop({}))
    with qtbot.waitSignal(view.context.import_requested):
        view.none.action.click()


def test_that_days_that_were_not_tried_are_told_at_the_top(
    qtbot: QtBot, shop: FakeShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_MOST_WORK", 0)
    soon = OfferDesign("soon", OfferKind.ITEM_OFF, "soon", Status.ACTIVE, value=500)
    put_offer(replace(soon, end=context_of(shop).today() + timedelta(2))).apply(shop)  # type: ignore[arg-type]
    view = shown(qtbot, shop)
    assert "1 later stretch was left out" in view.warning.text()


def test_that_a_list_of_clashes_that_was_cut_says_so(
    qtbot: QtBot, shop: FakeShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = shown(qtbot, shop).conflicts.count()
    monkeypatch.setattr(module, "MOST_FINDINGS", count)
    assert shown(qtbot, shop).conflicts_card.subtitle_label.text() == f"{count}+"
