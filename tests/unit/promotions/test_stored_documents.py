"""Offers and bid plans survive the workspace file unchanged."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.documents import Collection
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.floors import ARTICLE_FLOORS, SHOP_FLOOR, ArticleFloor, ShopFloor
from shopdesk.app.promotions.stacking import STACKINGS, stacking_of
from shopdesk.domain.bidding.plan import BidPlan, Objective, Stage
from shopdesk.domain.bidding.week import flat_week
from shopdesk.domain.promotions.design import GiftStep, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.floors import FloorKind
from shopdesk.domain.promotions.offers import Base
from shopdesk.io.document_table import DocumentTable

OFFER = OfferDesign(
    "a",
    OfferKind.THRESHOLD_OFF,
    "满减",
    Status.ACTIVE,
    start=date(2026, 6, 1),
    skus=("A", "B"),
    steps=(LadderStep(12_900, 500), LadderStep(19_900, 1_200)),
    base=Base.CURRENT,
    cap=None,
)
WHOLE = OfferDesign(
    "b",
    OfferKind.GIFT,
    "满赠",
    campaign="618",
    tags=("坚果",),
    excluded_tags=("新品",),
    price_min=100,
    price_max=9_900,
    undiscounted_only=True,
    steps=(LadderStep(100, 5, 2),),
    gift_steps=(GiftStep(9_900, "cup", 2, 300), GiftStep(19_900, "pot")),
    get_skus=("C",),
    max_units=3,
    per_buyer=1,
    budget=100_000,
    excludes=("a",),
    start_minute=1_200,
    end_minute=120,
    percent_base=Base.LIST,
    by_percent=True,
)
PLAN = BidPlan(
    "taobao:7",
    "taobao",
    "坚果",
    "7",
    Stage.MATURE,
    Objective.HARVEST,
    16_000,
    2,
    flat_week(2),
    {"浙江": 0},
    {"老客": 130},
)


@pytest.mark.parametrize(
    ("collection", "row"),
    [
        (OFFERS, OFFER),
        (OFFERS, WHOLE),
        (BID_PLANS, PLAN),
        (STACKINGS, stacking_of("taobao")),
        (SHOP_FLOOR, ShopFloor(kind=FloorKind.MARGIN, margin=150)),
        (ARTICLE_FLOORS, ArticleFloor("A", 1_990)),
    ],
)
def test_that_a_document_is_read_as_it_was_written(collection: Collection[object], row: object) -> None:
    connection = sqlite3.connect(":memory:")
    table = DocumentTable(collection)
    table.ensure(connection)
    table.put(connection, [row])
    assert list(table.load(connection).values()) == [row]
    connection.close()


def test_that_offers_of_an_older_file_are_read_with_what_was_not_there_yet() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE doc_offers (offer_id TEXT, kind TEXT, name TEXT, steps TEXT, UNIQUE (offer_id))")
    stored = ("a", "threshold_off", "满减", '[{"minimum": 100, "value": 5}]')
    connection.execute("INSERT INTO doc_offers VALUES (?, ?, ?, ?)", stored)
    table = DocumentTable(OFFERS)
    table.ensure(connection)
    expected = OfferDesign("a", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(100, 5),))
    assert list(table.load(connection).values()) == [expected]
    connection.close()
