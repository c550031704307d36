"""The view 设计 on an invented shop of two articles: 600 orders around 90 yuan."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from pytestqt.qtbot import QtBot

from shopdesk.domain.periods import Period
from shopdesk.ui.promotions.design_view import DesignView
from tests.ui.fake_shop import FakeShop, context_of

COUNT = 600


def frames(count: int = COUNT, *, costs: bool = True) -> dict[str, pd.DataFrame]:
    dice = np.random.default_rng(3)
    prices = np.round(np.exp(dice.normal(9.1, 0.4, count)) / 100).astype(int) * 100
    ids = [str(n) for n in range(count)]
    skus = ["A" if n % 3 else "B" for n in range(count)]
    lines = pd.DataFrame(
        {
            "order_id": ids,
            "line_id": "1",
            "item_id": skus,
            "sku": skus,
            "title": skus,
            "unit_price": prices,
            "quantity": 1,
        }
    )
    orders = pd.DataFrame(
        {"order_id": ids, "paid_at": pd.date_range("2026-05-01", periods=count, freq="2h"), "paid": prices}
    )
    known = pd.DataFrame({"sku": ["A", "B"], "item_id": ["A", "B"], "title": ["A", "B"], "unit_cost": [6_000, 6_500]})
    return {"orders": orders, "order_lines": lines, "costs": known if costs else known.iloc[:0]}


def shown(qtbot: QtBot, shop: FakeShop) -> DesignView:
    context = context_of(shop)
    context.period = Period(date(2026, 5, 1), date(2026, 6, 30))
    page = DesignView(context)
    qtbot.addWidget(page)
    page.resize(1366, 614)
    shop.listener = lambda _names: page.refresh()
    page.show()
    page.refresh()
    return page
