"""帮我找阶梯: says what it lacks to judge by, and is gone once closed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from shopdesk.app.promotions.aims import LadderAim, set_aim
from shopdesk.domain.promotions.design import LadderStep, OfferKind
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.finder.dialog import LadderFinder
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import frames, shown


def finder(qtbot: QtBot, *, costs: bool = True, aim: LadderAim | None = None) -> tuple[LadderFinder, DesignView]:
    shop = FakeShop(frames(costs=costs))
    if aim is not None:
        set_aim(aim).apply(shop)  # type: ignore[arg-type]
    page = shown(qtbot, shop)
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page._edit({"steps": (LadderStep(12_900, 500),)}, "129")
    page.asking.find_ladder()
    dialog = page.asking.dialog
    assert isinstance(dialog, LadderFinder)
    return dialog, page


def test_that_a_floor_without_costs_is_said_to_need_them_and_not_more_orders(qtbot: QtBot) -> None:
    for aim in (LadderAim(), LadderAim(objective=Objective.REVENUE, margin_floor=300)):
        dialog, _page = finder(qtbot, costs=False, aim=aim)
        dialog.search()
        assert "costs are missing" in dialog.headline.text()


def test_that_a_closed_search_is_forgotten_when_another_shop_opens(qtbot: QtBot) -> None:
    dialog, page = finder(qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    page.context.workspace_replaced.emit()
