"""The warning beneath the offers: the worst that the checks find, else an overlap, with a way to all checks."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions import checks
from shopdesk.app.promotions.floors import set_article_floor
from shopdesk.domain.promotions.design import OfferKind, Status
from shopdesk.ui.promotions.checks.view import View
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import frames, shown


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
    assert told.args == ["checks", page._current]


def test_that_warning_and_checks_rest_on_one_check(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    study = checks.study_checks

    def counted(question: checks.CheckQuestion, *rest: Any) -> checks.CheckStudy:
        done.append(question.candidate)
        return study(question, *rest)

    monkeypatch.setattr(checks, "study_checks", counted)
    page = shown(qtbot, FakeShop(frames()))
    draft = page.add_offer(OfferKind.ITEM_PRICE)
    page._edit({"value": 100}, "1")
    done.clear()
    view = View(page.context)
    qtbot.addWidget(view)
    view.refresh()
    assert done == [""]
    view.show_target(draft.offer_id)
    assert view.prices.model.frame.value("price", 0) == 100
    view.show_target("")
    page.refresh()
    view.refresh()
    assert done == [""]


def test_that_nothing_found_shows_no_warning(qtbot: QtBot) -> None:
    page = shown(qtbot, FakeShop({}))
    assert page.warning.isHidden()
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.add_offer(OfferKind.THRESHOLD_OFF)
    assert "overlap" in page.warning.text.text()
    page.warning.forget()
    assert page.warning.isHidden()
