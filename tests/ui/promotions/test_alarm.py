"""The warning beneath the offers: the worst that the checks find, else an overlap, with a way to all checks."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.floors import set_article_floor
from shopdesk.domain.promotions.design import OfferKind, Status
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.test_candidates import frames, shown


def test_that_an_article_below_its_floor_is_said_with_a_way_to_the_checks(qtbot: QtBot) -> None:
    shop = FakeShop(frames())
    page = shown(qtbot, shop)
    page.add_offer(OfferKind.ITEM_PRICE)
    page._edit({"value": 5_000, "status": Status.ACTIVE}, "50")
    shop.push(set_article_floor("A", 6_000), "floor")
    assert not page.warning.isHidden()
    assert "10.00" in page.warning.text.text()
    with qtbot.waitSignal(page.wanted) as told:
        page.warning.more.click()
    assert told.args == ["checks", None]


def test_that_nothing_found_shows_no_warning(qtbot: QtBot) -> None:
    page = shown(qtbot, FakeShop({}))
    assert page.warning.isHidden()
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.add_offer(OfferKind.THRESHOLD_OFF)
    assert "overlap" in page.warning.text.text()
    page.warning.forget()
    assert page.warning.isHidden()
