"""The form of an offer: every kind's own fields edit it, undo is never undone by a field, limits are one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import GiftStep, LadderStep, OfferDesign, OfferKind
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.terms_dialog import TermsDialog
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import shown

FIELDS = {
    OfferKind.ITEM_PRICE: {"Amount"},
    OfferKind.ITEM_OFF: {"Amount"},
    OfferKind.ITEM_PERCENT: {"Amount"},
    OfferKind.NTH_UNIT: {"Amount", "Which unit"},
    OfferKind.BUNDLE: {"Amount", "How many are chosen"},
    OfferKind.CHOOSE: {"Amount", "How many of them"},
    OfferKind.BUY_GET: {"Amount", "Units bought", "Units given"},
    OfferKind.FREE_POST: {"Threshold"},
    OfferKind.EVERY_OFF: {"Threshold", "Amount"},
    OfferKind.RED_PACKET: {"Threshold", "Amount"},
    OfferKind.POINTS: {"Threshold", "Amount"},
    OfferKind.GIFT: {"Threshold of step 1", "Units of the gift of step 1", "Cost of the gift of step 1"},
}


@pytest.fixture
def page(qtbot: QtBot, shop: FakeShop) -> DesignView:
    return shown(qtbot, shop)


def only(shop: FakeShop) -> OfferDesign:
    (offer,) = shop.rows(OFFERS).values()
    return offer  # type: ignore[no-any-return]


def boxes(page: DesignView) -> dict[str, QDoubleSpinBox]:
    found = page.designer.values.findChildren(QDoubleSpinBox)
    return {box.accessibleName(): box for box in found if not box.isHidden()}


def enter(page: DesignView, name: str, value: float) -> None:
    box = boxes(page)[name]
    box.setValue(value)
    box.editingFinished.emit()


@pytest.mark.parametrize("kind", list(OfferKind))
def test_that_each_kind_has_its_own_fields_and_each_of_them_edits_it(
    page: DesignView, shop: FakeShop, kind: OfferKind
) -> None:
    page.add_offer(kind)
    names = set(boxes(page))
    assert names == FIELDS.get(kind, {"Threshold of step 1", "Discount of step 1"})
    for name in names:
        before = only(shop)
        enter(page, name, 7.0)
        assert only(shop) != before, name


def test_that_gifts_have_steps_with_the_cost_that_is_known(page: DesignView, shop: FakeShop) -> None:
    page.add_offer(OfferKind.GIFT)
    gift = next(
        field for field in page.designer.values.findChildren(QLineEdit) if field.accessibleName() == "Gift of step 1"
    )
    gift.setText("A  A")
    gift.editingFinished.emit()
    assert only(shop).gift_steps[0] == GiftStep(only(shop).threshold, "A", 1, 6_000)
    assert "A" in words.summary(only(shop))


def test_that_undo_is_not_undone_by_the_field_that_has_the_keyboard(page: DesignView, shop: FakeShop) -> None:
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page._edit({"steps": (LadderStep(12_900, 500),)}, "129")
    box = boxes(page)["Threshold of step 1"]
    box.setFocus()
    enter(page, "Threshold of step 1", 159.0)
    assert only(shop).steps[0].minimum == 15_900
    shop.undo()
    assert only(shop).steps[0].minimum == 12_900
    assert boxes(page)["Threshold of step 1"].value() == 129.0


def test_that_thresholds_by_units_and_coupons_by_percent_are_chosen_in_the_form(
    page: DesignView, shop: FakeShop
) -> None:
    page.add_offer(OfferKind.COUPON)
    combos = {box.accessibleName(): box for box in page.designer.values.findChildren(type(page.designer.kind))}
    unit = combos["What the coupon gives"]
    unit.setCurrentIndex(unit.findData("percent"))
    unit.activated.emit(1)
    assert only(shop).takes_percent
    combos = {box.accessibleName(): box for box in page.designer.values.findChildren(type(page.designer.kind))}
    counts = combos["What thresholds count"]
    counts.setCurrentIndex(counts.findData("units"))
    counts.activated.emit(1)
    assert only(shop).by_quantity
    assert page.designer.base_group.isHidden()


def test_that_limits_are_kept_as_one_step_and_told_in_the_form(qtbot: QtBot, page: DesignView, shop: FakeShop) -> None:
    offer = page.add_offer(OfferKind.THRESHOLD_PERCENT)
    dialog = TermsDialog(offer, (), {"x": "新客券"})
    qtbot.addWidget(dialog)
    assert dialog.fields() == {}
    for name, value in (("per_buyer", 1.0), ("budget", 5_000.0), ("cap", 30.0), ("price_min", 10.0)):
        dialog._boxes[name][0].setValue(value)
    dialog._excludes = ("x",)
    dialog.hours[0].setTime(QTime(20, 0))
    fields = dialog.fields()
    assert fields == {
        "per_buyer": 1,
        "budget": 500_000,
        "cap": 3_000,
        "price_min": 1_000,
        "excludes": ("x",),
        "start_minute": 1_200,
    }
    page._edit(fields, "limits")
    assert "5000" in page.designer.limits.text()
    assert "新客券" in words.terms_text(only(shop), {"x": "新客券"})
    dialog._clear()
    assert set(dialog.fields()) == set()


def test_that_only_limits_that_a_kind_has_are_asked(qtbot: QtBot, page: DesignView) -> None:
    for kind, has, lacks in (
        (OfferKind.ITEM_PRICE, "max_units", "cap"),
        (OfferKind.EVERY_OFF, "max_times", "max_units"),
        (OfferKind.POINTS, "cap", "max_times"),
    ):
        dialog = TermsDialog(page.add_offer(kind), (), {})
        qtbot.addWidget(dialog)
        assert has in dialog._boxes
        assert lacks not in dialog._boxes


def test_that_the_limits_say_what_orders_tell_of_those_an_offer_is_for(qtbot: QtBot) -> None:
    dialog = TermsDialog(OfferDesign("a", OfferKind.COUPON, "券", buyers=BuyerKind.NEW), (), {})
    qtbot.addWidget(dialog)
    assert "nobody can be listed" in dialog.buyers_note.text()
    dialog.buyers.setCurrentIndex(dialog.buyers.findData(BuyerKind.RETURNING.value))
    assert "last order" in dialog.buyers_note.text()
    dialog.buyers.setCurrentIndex(0)
    assert dialog.buyers_note.isHidden()
