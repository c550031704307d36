"""Offers and bid plans survive the workspace file unchanged."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.documents import Collection
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.bidding.plan import BidPlan, Objective, Stage
from shopdesk.domain.bidding.week import flat_week
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
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


@pytest.mark.parametrize(("collection", "row"), [(OFFERS, OFFER), (BID_PLANS, PLAN)])
def test_that_a_document_is_read_as_it_was_written(collection: Collection[object], row: object) -> None:
    connection = sqlite3.connect(":memory:")
    table = DocumentTable(collection)
    table.ensure(connection)
    table.put(connection, [row])
    assert list(table.load(connection).values()) == [row]
    connection.close()
