from __future__ import annotations

from datetime import date

import pandas as pd

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.lexicon import Lexicon
from shopdesk.domain.keywords.library import Library, library, study
from shopdesk.domain.keywords.places import bids, places_of
from shopdesk.domain.keywords.rebuild.verdicts import Decision, verdicts
from shopdesk.domain.periods import Period

DAYS = pd.to_datetime(["2026-05-01", "2026-05-02"])


def shop(told: list[float | None]) -> Library:
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
            "bid": told,
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


def test_that_todays_bid_is_that_of_the_busiest_place_that_tells_one() -> None:
    assert bids(shop([120.0, 125.0, 140.0, 150.0]), ["坚果", "unknown"]) == {"坚果": 150.0}
    assert bids(shop([120.0, 125.0, None, None]), ["坚果"]) == {"坚果": 125.0}


def test_that_without_reported_bids_there_is_none() -> None:
    assert bids(shop([None, None, None, None]), ["坚果"]) == {}


def test_that_the_step_that_was_accepted_stays_where_the_advice_is_another_now() -> None:
    library = shop([None, None, None, None])
    found = verdicts(library, {"坚果": Decision(Action.LOWER, step=-0.2)})
    assert library.words.loc["坚果", "advice"] != "lower"
    assert found["坚果"].step == -0.2
