"""A shop in a real workspace with words, hours and regions of one campaign, and its page of bids."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.keywords.assumptions import ShopAssumptions, assume
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.periods import Period
from shopdesk.ui.bidding.page import BiddingPage
from tests.ui.stage import Stage

LAST = date(2026, 6, 22)
TODAY = date(2026, 6, 23)
DAYS = 56
PLAN = "taobao:7"
WORDS = {"每日坚果": 0.06, "坚果礼盒": 0.01, "混合坚果": 0.04, "夏威夷果": 0.02}


def stage_of(path: Path, *, bid: int = 200) -> Stage:
    """Return a shop whose evenings and whose first word sell best; its margin is known; ``bid`` 0: no report tells."""
    stage = Stage(path)
    dice = np.random.default_rng(7)
    days = [LAST - timedelta(days=DAYS - 1 - place) for place in range(DAYS)]
    campaign = {"campaign_id": "7", "campaign": "坚果"}
    words = [(day, word, rate) for day in days for word, rate in WORDS.items()]
    clicks = dice.poisson(20, len(words)).astype(float)
    orders = np.array([dice.binomial(int(c), rate) for c, (_, _, rate) in zip(clicks, words, strict=True)], dtype=float)
    stage.add(
        "ad_keyword",
        {
            **_days([day for day, *_ in words], campaign),
            "adgroup": ["单元"] * len(words),
            "keyword": [word for _, word, _ in words],
            "bid": [bid] * len(words),
            **_figures(clicks, orders),
        },
        kind="wxt_keyword",
    )
    hours = [(day, hour) for day in days for hour in range(24)]
    clicks = dice.poisson(4, len(hours)).astype(float)
    orders = np.array(
        [dice.binomial(int(c), 0.08 if 20 <= hour < 23 else 0.02) for c, (_, hour) in zip(clicks, hours, strict=True)],
        dtype=float,
    )
    stage.add(
        "ad_hour",
        {
            **_days([day for day, _ in hours], campaign),
            "hour": [float(hour) for _, hour in hours],
            **_figures(clicks, orders),
        },
        kind="wxt_hour",
    )
    stage.workspace.apply(assume(ShopAssumptions(margin=0.4)))
    stage.context.services = SimpleNamespace(today=lambda: TODAY, bid_files=None)  # type: ignore[assignment]
    return stage


def page_of(stage: Stage, qtbot: QtBot) -> BiddingPage:
    """Return the page with the plan of the campaign, drawn."""
    stage.context.period = Period(LAST - timedelta(days=41), LAST)
    page = BiddingPage(stage.context)
    qtbot.addWidget(page)
    page.resize(1366, 614)
    page.show()
    page.edits.add_drafts(page.edits.drafts())
    page.refresh()
    return page


def stored(page: BiddingPage) -> BidPlan:
    """Return the plan as the workspace holds it."""
    workspace = page.context.workspace
    assert workspace is not None
    return workspace.rows(BID_PLANS)[(PLAN,)]


def _days(days: list[date], campaign: dict[str, str]) -> dict[str, Any]:
    return {"date": days, "date_end": days, **{name: [value] * len(days) for name, value in campaign.items()}}


def _figures(clicks: Any, orders: Any) -> dict[str, Any]:
    return {
        "impressions": clicks * 20,
        "clicks": clicks,
        "cost": [int(value) for value in clicks * 150],
        "ad_orders": orders,
        "ad_gmv": [int(value) for value in orders * 9_000],
    }
