"""The shop and the view that most tests of the offers start from; others bring their own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.promotions.design import LadderStep, OfferKind
from shopdesk.ui.promotions.design_view import DesignView
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import frames, shown


@pytest.fixture
def shop() -> FakeShop:
    return FakeShop(frames())


@pytest.fixture
def page(qtbot: QtBot, shop: FakeShop) -> DesignView:
    page = shown(qtbot, shop)
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page._edit({"steps": (LadderStep(12_900, 500),)}, "129")
    return page
