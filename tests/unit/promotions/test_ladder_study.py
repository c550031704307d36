"""From files to forecasts: margin only where costs are known, campaigns that are too small teach nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import cast

import numpy as np
import pandas as pd
import pytest

from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.beliefs import NOTHING_OWN, LadderBelief, steps_of
from shopdesk.app.promotions.ladder_study import LadderStudy, Taught, shop_terms, study_ladders, traffic_between
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.replay.book import OrderBook
from shopdesk.domain.promotions.replay.rebuild import rebuild

CLEAN = Period(date(2026, 3, 1), date(2026, 3, 30))
CAMPAIGN = Period(date(2026, 4, 1), date(2026, 4, 10))
TAUGHT = replace(
    NOTHING_OWN,
    baseline_start=CLEAN.start,
    baseline_end=CLEAN.end,
    campaign_start=CAMPAIGN.start,
    campaign_end=CAMPAIGN.end,
    campaign_steps=steps_of(((9_900, 500),)),
    traffic=1.0,
)


class Files:
    """Stands in for a workspace: hands out frames."""

    def __init__(self, **frames: pd.DataFrame) -> None:
        self._frames = frames

    def frame(self, name: str) -> pd.DataFrame:
        return self._frames.get(name, pd.DataFrame())


def orders_of(first: date, days: int, a_day: int, name: str) -> pd.DataFrame:
    dice = np.random.default_rng(days)
    stamps = [datetime.combine(first, datetime.min.time()) + timedelta(days=n // a_day) for n in range(days * a_day)]
    values = np.round(np.exp(dice.normal(9.0, 0.5, len(stamps)))).astype(int)
    ids = [f"{name}{n}" for n in range(len(stamps))]
    return pd.DataFrame({"order_id": ids, "paid_at": pd.to_datetime(stamps), "goods_total": values, "paid": values})


ORDERS = pd.concat([orders_of(CLEAN.start, 30, 20, "c"), orders_of(CAMPAIGN.start, 10, 20, "k")], ignore_index=True)


def lines_of(orders: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "order_id": orders["order_id"],
            "line_id": "1",
            "item_id": ["A" if n % 2 else "B" for n in range(len(orders))],
            "sku": "",
            "unit_price": orders["goods_total"],
            "quantity": 1,
        }
    )


def book_of(costs: pd.DataFrame | None = None) -> OrderBook:
    return rebuild(ORDERS, lines_of(ORDERS), pd.DataFrame() if costs is None else costs, CLEAN)


def study(own: LadderBelief, orders: pd.DataFrame) -> LadderStudy:
    return study_ladders(own, book_of(), cast("Workspace", Files(orders=orders, order_lines=lines_of(orders))), SILENT)


def traffic(shop_daily: pd.DataFrame) -> float | None:
    return traffic_between(cast("Workspace", Files(shop_daily=shop_daily)), CLEAN, CAMPAIGN)


def test_that_margin_is_told_only_where_most_costs_are_known() -> None:
    both = pd.DataFrame({"item_id": ["A", "B"], "sku": ["", ""], "unit_cost": [4_000, 4_000]})
    terms, costed = shop_terms(replace(NOTHING_OWN, fee=0.05, shipping=300), book_of(both))
    assert costed == pytest.approx(1.0)
    book = book_of(both)
    assert terms.margin == pytest.approx(1 - 4_000 * book.orders / book.values().sum())
    assert (terms.fee, terms.shipping) == (0.05, 300)
    terms, costed = shop_terms(NOTHING_OWN, book_of(both[:1]))
    assert terms.margin is None
    assert 0.3 < costed < 0.7


def test_that_a_named_campaign_teaches_and_one_with_few_orders_does_not() -> None:
    taught = study(TAUGHT, ORDERS)
    assert taught.taught is Taught.CAMPAIGN
    assert taught.ground.belief.is_fitted
    assert (taught.baseline_orders, taught.campaign_orders) == (600, 200)
    few = ORDERS[: 600 + 20]
    poor = study(TAUGHT, few)
    assert poor.taught is Taught.TOO_FEW
    assert not poor.ground.belief.is_fitted
    none = study(NOTHING_OWN, ORDERS)
    assert none.taught is Taught.BELIEFS


def test_that_traffic_is_known_only_where_most_days_are_reported() -> None:
    days = pd.date_range(CLEAN.start, CAMPAIGN.end)
    visitors = pd.DataFrame({"date": days, "date_end": days, "visitors": 100.0})
    visitors.loc[visitors["date"] >= "2026-04-01", "visitors"] = 150.0
    month = pd.DataFrame({"date": [days[0]], "date_end": [days[-1]], "visitors": [9e9]})
    told = pd.concat([visitors, month], ignore_index=True)
    assert traffic(told) == pytest.approx(1.5)
    assert traffic(told[:20]) is None
    assert traffic(pd.DataFrame()) is None
