"""搭配 on the screen: the list, the chosen set with its price, and the offer made of it as one undoable step."""

from __future__ import annotations

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.bundles import BUNDLE_RESPONSE
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.promotions.design import OfferKind, Status
from shopdesk.ui.promotions.bundles.columns import MADE, PROVEN, UNPROVEN
from shopdesk.ui.promotions.bundles.view import View
from tests.ui.fake_shop import FakeShop, context_of
from tests.unit.promotions.bundles.carts import drawn_orders, lines_of

PAIR = {"S03", "S07"}


def frames(orders: list[list[str]], *, costs: bool = True) -> dict[str, pd.DataFrame]:
    lines = lines_of(orders)
    lines = lines.assign(
        order_id=lines["order_id"].astype(str), title="果铺" + lines["sku"], unit_price=4_900, quantity=1
    )
    found = {
        "orders": lines.drop_duplicates("order_id")[["order_id", "paid_at"]],
        "order_lines": lines,
    }
    if costs:
        skus = sorted(set(lines["sku"]))
        found["costs"] = pd.DataFrame({"sku": skus, "unit_cost": [2_000] * len(skus)})
    return found


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
    return FakeShop(frames(drawn_orders(1, 3_000, pair=0.4)))


def test_that_the_proven_pair_stands_first_and_is_chosen(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    model = view.sets.model
    first = model.key(0)
    assert set(str(first).split("\n")) == PAIR
    assert model.frame.value("standing", 0) == PROVEN
    assert UNPROVEN in {model.frame.value("standing", row) for row in range(len(model.frame))}
    assert "S03" in view.card.title_label.text()
    assert view.card.headline.text().startswith("Bought together in")
    assert view.card.make.property("primary")


def test_that_the_slider_says_price_and_yuan_at_each_discount(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    view.card.slider.setValue(0)
    without = (view.card.price.text(), view.card._lines[1][1].text())
    view.card.slider.setValue(view.card.slider.maximum())
    assert view.card.discount() > 0
    assert view.card.price.text() != without[0] == "98.00"
    assert view.card._lines[1][1].text() != without[1]


def test_that_a_set_is_made_as_a_draft_in_one_step_and_goes_with_undo(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    view.card.slider.setValue(3)
    discount = view.card.discount()
    with qtbot.waitSignal(view.wanted) as asked:
        view.card.make.click()
    (offer,) = shop.rows(OFFERS).values()
    assert asked.args == ["design", offer.offer_id]
    assert (offer.kind, offer.status, offer.value) == (OfferKind.BUNDLE, Status.DRAFT, 9_800 - discount)
    assert set(offer.skus) == PAIR
    assert view.sets.model.frame.value("standing", 0) == MADE
    with qtbot.waitSignal(view.wanted) as opened:
        view.card.make.click()
    assert opened.args == ["design", offer.offer_id]  # no second one is made
    assert len(shop.rows(OFFERS)) == 1
    shop.undo()
    assert not shop.rows(OFFERS)
    assert view.sets.model.frame.value("standing", 0) == PROVEN


def test_that_an_assumption_is_a_step_that_changes_the_yuan(qtbot: QtBot, shop: FakeShop) -> None:
    view = shown(qtbot, shop)
    before = view.sets.model.frame.value("worth", 0)
    view.card.assumptions.shown.setValue(40)
    view.card.assumptions.shown.editingFinished.emit()
    after = view.sets.model.frame.value("worth", 0)
    assert after > 2 * before
    assert len(shop.rows(BUNDLE_RESPONSE)) == 1
    shop.undo()
    assert view.sets.model.frame.value("worth", 0) == before
    assert view.card.assumptions.shown.value() == 10


def test_that_a_missing_cost_is_said_and_no_yuan_shown(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop(frames(drawn_orders(1, 3_000, pair=0.4), costs=False)))
    assert view.sets.model.frame.value("worth", 0) is None
    assert "import the cost list" in view.card.advice.text()
    assert view.card.value.isHidden()
    with qtbot.waitSignal(view.context.import_requested):
        view.card.mend.click()


def test_that_few_orders_are_told_how_many_are_lacking(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop(frames([["A", "B"], ["A"], ["B", "C"]])))
    assert view.empty.isVisible()
    assert "about 12 orders" in view.empty._sentence.text()


def test_that_an_empty_shop_is_told_what_to_import(qtbot: QtBot) -> None:
    shop = FakeShop({})
    view = shown(qtbot, shop)
    asked = []
    view.context.import_requested.connect(lambda: asked.append(1))
    assert "Import the orders" in view.empty._sentence.text()
    view.empty.action.click()
    assert asked


def test_that_unproven_sets_are_shown_without_a_discount_to_give(qtbot: QtBot) -> None:
    view = shown(qtbot, FakeShop(frames(drawn_orders(7, 400, goods=20))))
    assert view.sets.isVisible()
    assert "0 proven" in view.sets._title.text()
    assert view.card.headline.text().startswith("Can't tell yet")
    assert view.card.value.isHidden()
    assert not view.card.make.property("primary")
