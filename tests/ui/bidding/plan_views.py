"""Views of a plan made by hand: a week of evenings that pay, two regions, two audiences, three words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.history import Cells, History, Words
from shopdesk.domain.bidding.estimate.model import Dimension, Factors, Gate, ValueModel, WordValues
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.proposal import Proposal, RegionGroup, Stay
from shopdesk.domain.bidding.record.bought import Place
from shopdesk.domain.bidding.week import flat_week
from shopdesk.ui.bidding.plan_view import PlanView

EVENING = range(20, 23)
NUTS, GIFT, RARE = "u\t坚果\t广泛", "u\t礼盒\t精准", "u\t冷门\t广泛"
WORDS = (NUTS, GIFT, RARE)


def cells(names: tuple[str, ...], clicks: list[float], orders: list[float]) -> Cells:
    many, sold = np.array(clicks, dtype=float), np.array(orders, dtype=float)
    return Cells(names, many * 20, many, many * 150, sold, sold * 9_000, sold * 2)


def factors(names: tuple[str, ...], mean: list[float], orders: list[float]) -> Factors:
    middle, sold = np.array(mean), np.array(orders, dtype=float)
    return Factors(
        names, middle, middle, middle * 0.9, middle * 1.1, np.full(len(names), 0.8), middle * 0, sold, sold * 0.9
    )


def dimension(names: tuple[str, ...], mean: list[float], orders: list[float], *, is_open: bool = True) -> Dimension:
    return Dimension(factors(names, mean, orders), Gate(0.01 if is_open else 0.6, None, is_open))


def value_model(*, is_open: bool = True) -> ValueModel:
    hours = tuple(str(at) for at in range(168))
    mean = [1.32 if at % 24 in EVENING else 0.98 for at in range(168)]
    orders = [0.0 if at % 24 < 6 else 2.0 for at in range(168)]
    words = WordValues(
        WORDS,
        mean=np.array([500.0, 300.0, 400.0]),
        median=np.array([490.0, 290.0, 300.0]),
        low=np.array([400.0, 200.0, 100.0]),
        high=np.array([600.0, 400.0, 900.0]),
        spread=np.array([0.1, 0.2, 0.8]),
        orders=np.array([50.0, 12.0, 0.0]),
        clicks=np.array([1000.0, 400.0, 10.0]),
    )
    return ValueModel(
        words=words,
        hours=dimension(hours, mean, orders, is_open=is_open),
        day_profile=None,
        regions=dimension(("浙江", "上海", "西藏"), [1.1, 0.95, 1.0], [30, 20, 1], is_open=is_open),
        audiences=dimension(("老客", "新客"), [1.2, 1.0], [20, 30], is_open=is_open),
        cart_exponent=0.8,
        revenue_per_click=450.0,
        value_cv=0.6,
    )


def proposed(**changes: Any) -> Proposal:
    hours = tuple(120 if at % 24 in EVENING else 98 for at in range(168))
    plain = Proposal(
        Levers({NUTS: 178, GIFT: 124, RARE: 150}, hours, {}, {"老客": 115}, None),
        words=Stay.MOVES,
        hours=Stay.MOVES,
        regions=Stay.MOVES,
        audiences=Stay.MOVES,
        wanted_regions={"浙江": 110, "上海": 95},
        groups=(RegionGroup(("上海", "西藏"), 95, 900.0), RegionGroup(("浙江",), 110, 600.0)),
        gamma=0.36,
        cut_by_limits=21,
    )
    return replace(plain, **changes)


def plan(**changes: Any) -> BidPlan:
    return replace(BidPlan("p", "taobao", "坚果", hours=flat_week(1)), **changes)


def plan_view(platform: str = "taobao", **changes: Any) -> PlanView:
    """Return a view; ``changes`` are fields of it."""
    history = History(
        Words(
            cells(WORDS, [1000, 400, 10], [50, 12, 0]),
            ("category", "category", "long_tail"),
            np.array([150.0, 155.0, 150.0]),
        ),
        None,
        None,
        None,
        weeks=4.0,
    )
    shown = PlanView(
        plan(platform=platform),
        profile_of(platform),
        history=history,
        model=value_model(),
        proposal=proposed(),
        live=Levers({NUTS: 150, GIFT: 155, RARE: 150}, flat_week(1)),
        places={key: Place(key.split("\t")[1], "u", key.split("\t")[2]) for key in WORDS},
        margin=0.4,
    )
    return replace(shown, **changes)
