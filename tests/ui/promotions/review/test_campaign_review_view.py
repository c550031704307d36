"""复盘 on the screen: the verdict with what it rests on; versions kept, compared and put back, one step each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.beliefs import LADDER_BELIEFS
from shopdesk.app.promotions.documents import OFFERS, put_offer, set_fields
from shopdesk.app.promotions.versions import CAMPAIGN_VERSIONS
from shopdesk.domain.promotions.design import LadderStep, Status
from shopdesk.ui.promotions.review.view import View
from tests.ui.fake_shop import FakeShop, context_of
from tests.unit.promotions.review.test_campaign_review import OFFER
from tests.unit.promotions.review.test_campaign_review import shop as orders_of

TODAY = date(2026, 4, 2)


@pytest.fixture(scope="module")
def frames() -> dict[str, pd.DataFrame]:
    made = orders_of()
    return {name: made.frame(name) for name in ("orders", "order_lines", "costs")}


@pytest.fixture
def shown(qtbot: QtBot, frames: dict[str, pd.DataFrame]) -> Callable[..., tuple[View, FakeShop]]:
    def show(*offers: object, of: dict[str, pd.DataFrame] | None = None) -> tuple[View, FakeShop]:
        shop = FakeShop(frames if of is None else of)
        for offer in offers:
            put_offer(offer).apply(shop)  # type: ignore[arg-type]
        context = context_of(shop)
        context.services = SimpleNamespace(today=lambda: TODAY)  # type: ignore[assignment]
        context.last_day = date(2026, 3, 31)
        view = View(context)
        qtbot.addWidget(view)
        shop.listener = lambda _names: view.refresh()
        view.resize(1330, 560)
        view.show()
        view.refresh()
        return view, shop

    return show


def said(view: View) -> str:
    return " ".join(text.text() for text in view.card.empty.findChildren(QLabel))


def test_that_a_review_says_its_verdict_and_what_it_rests_on(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    view, _shop = shown(OFFER)
    card = view.card
    assert card.headline.text().startswith("Can't be told yet")
    assert "349 orders" in card.details.text()
    assert card.model.rowCount() == 6
    assert "From 129" in card.steps.text()
    assert "Visitors of these days aren't known" in card.doubts.text()
    assert card.promise.text().startswith("Nothing was foretold")


def test_that_what_a_campaign_teaches_is_taken_as_one_step(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    view, shop = shown(OFFER)
    assert view.card.take.isEnabled()
    view.card.take.click()
    assert len(shop.rows(LADDER_BELIEFS)) == 1
    assert not view.card.take.isEnabled()
    shop.undo()
    assert not shop.rows(LADDER_BELIEFS)
    assert view.card.take.isEnabled()


def test_that_versions_are_kept_compared_noted_and_put_back(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    view, shop = shown(OFFER)
    view.keep("第一版")
    assert view.versions.list.count() == 1
    assert "V1" in view.versions.list.item(0).text()
    assert not view.versions.restore.isEnabled()
    set_fields(OFFER, steps=(LadderStep(9_900, 300),), end=date(2026, 3, 20)).apply(shop)  # type: ignore[arg-type]
    assert "129−5 → 99−3" in view.versions.details.text()
    (version,) = shop.rows(CAMPAIGN_VERSIONS).values()
    assert version.foretold("a", "revenue") is not None
    assert "Foretold · 满减" in view.versions.details.text()
    view.note(version.version_id, "再看看")
    assert "再看看" in view.versions.details.text()
    view.versions.restore.click()
    assert shop.row(OFFERS, ("a",)) == OFFER
    shop.undo()
    assert shop.row(OFFERS, ("a",)).steps == (LadderStep(9_900, 300),)
    view.versions.remove.click()
    assert view.versions.list.count() == 0
    shop.undo()
    assert view.versions.list.count() == 1


def test_that_a_version_kept_is_looked_at_at_once(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    view, shop = shown(OFFER)
    view.keep("第一版")
    set_fields(OFFER, steps=(LadderStep(9_900, 300),)).apply(shop)  # type: ignore[arg-type]
    view.keep("第二版")
    chosen = view.versions.chosen()
    assert chosen is not None
    assert (chosen.number, chosen.name) == (2, "第二版")
    assert not view.versions.restore.isEnabled()


def test_that_two_versions_are_held_against_each_other(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    view, shop = shown(OFFER)
    view.keep("")
    set_fields(OFFER, steps=(LadderStep(9_900, 300),)).apply(shop)  # type: ignore[arg-type]
    view.keep("")
    set_fields(shop.row(OFFERS, ("a",)), steps=(LadderStep(19_900, 900),)).apply(shop)  # type: ignore[arg-type]
    view.versions.list.selectAll()
    assert view.versions.differs.text() == "From version 1 to version 2"
    assert "129−5 → 99−3" in view.versions.details.text()


def test_that_what_has_not_run_is_said_and_leads_to_design(
    qtbot: QtBot, shown: Callable[..., tuple[View, FakeShop]]
) -> None:
    view, _shop = shown(replace(OFFER, status=Status.DRAFT))
    assert view.card.empty.isVisible()
    with qtbot.waitSignal(view.wanted) as asked:
        view.card.empty.triggered.emit()
    assert asked.args[0] == "design"


def test_that_a_shop_without_orders_or_offers_is_told_what_to_do(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    view, _shop = shown(OFFER, of={})
    assert "No orders are imported" in said(view)
    view, _shop = shown()
    assert "Nothing to look back on yet" in said(view)
    assert view.campaigns.isHidden()


def test_that_another_campaign_is_chosen_by_the_id_of_its_offer(shown: Callable[..., tuple[View, FakeShop]]) -> None:
    second = replace(OFFER, offer_id="b", name="三月下旬", start=date(2026, 3, 16), end=date(2026, 3, 29))
    view, _shop = shown(OFFER, second)
    assert view.campaigns.currentData() == "b"
    view.show_target("a")
    assert view.campaigns.currentData() == "a"
    answer = view.card.answer()
    assert answer is not None
    assert answer.offer == OFFER
