from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from shopdesk.domain.keywords.lexicon import Lexicon
from shopdesk.domain.keywords.library import Library, library, study
from shopdesk.domain.keywords.places import places_of, prices
from shopdesk.domain.periods import Period

DAYS = pd.to_datetime(["2026-05-01", "2026-05-02"])


def shop(bids: list[float | None]) -> Library:
    """Two plans for 坚果, the second one busier, each on two days."""
    rows = pd.DataFrame(
        {
            "platform": "taobao",
            "shop": "",
            "kind": "wxt_keyword",
            "date": [*DAYS, *DAYS],
            "date_end": [*DAYS, *DAYS],
            "campaign": ["A", "A", "B", "B"],
            "adgroup": "unit",
            "keyword": "坚果",
            "impressions": 900.0,
            "clicks": [10.0, 10.0, 40.0, 40.0],
            "cost": [1000, 1000, 6000, 6000],
            "ad_orders": 1.0,
            "ad_gmv": [9000, 9000, 9000, 9000],
            "bid": bids,
        }
    )
    return library(
        study({"ad_keyword": rows}, Lexicon.of({})), period=Period(date(2026, 5, 1), date(2026, 5, 2)), hand={}
    )


def test_that_places_tell_their_newest_bid() -> None:
    found = places_of(shop([120.0, 125.0, None, None]), "坚果")
    assert [(place.name, place.clicks, place.bid) for place in found] == [
        ("B · unit", 80.0, None),
        ("A · unit", 20.0, 1.25),
    ]


def test_that_a_price_is_the_bid_of_the_busiest_place_that_tells_one() -> None:
    price = prices(shop([120.0, 125.0, 140.0, 150.0]), ["坚果", "unknown"])
    assert set(price) == {"坚果"}
    assert (price["坚果"].fen, price["坚果"].is_bid) == (150.0, True)


def test_that_without_bids_the_cost_of_a_click_is_the_price() -> None:
    price = prices(shop([None, None, None, None]), ["坚果"])["坚果"]
    assert price.fen == pytest.approx(140.0)
    assert not price.is_bid
