from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import library, study
from shopdesk.domain.keywords.mining import Mined, mine
from shopdesk.domain.periods import Comparison, Period

END = date(2026, 4, 30)
MONTH = Period.last(days=28, until=END)
LINES = pd.DataFrame({"sku": ["A"], "quantity": [1], "line_paid": [9000]})
COSTS = pd.DataFrame({"sku": ["A"], "unit_cost": [4500]})


def ads(rows: list[tuple[str, float, float, float]], *, column: str = "keyword", day: date = END) -> pd.DataFrame:
    """Words with clicks, cost in yuan and orders of 90 yuan on one day."""
    frame = pd.DataFrame(rows, columns=[column, "clicks", "cost", "ad_orders"])
    frame["cost"] *= 100
    day_column = pd.to_datetime([day] * len(rows))
    more = {"campaign": "a", "platform": "wxt", "shop": "", "kind": "wxt_keyword"}
    return frame.assign(
        ad_gmv=frame["ad_orders"] * 9000, impressions=frame["clicks"] * 30, date=day_column, date_end=day_column, **more
    )


def searches(rows: list[tuple[str, float, float]]) -> pd.DataFrame:
    """Terms with visitors and buyers of the last week, as one span."""
    frame = pd.DataFrame(rows, columns=["term", "visitors", "pay_buyers"])
    start, end = pd.Timestamp(END - timedelta(days=6)), pd.Timestamp(END)
    return frame.assign(pay_amount=frame["pay_buyers"] * 9000, platform="taobao", date=start, date_end=end)


def mined(frames: dict[str, pd.DataFrame], *, hand: dict[str, Quadrant] | None = None) -> Mined:
    known = study(frames, lexicon(frames, []))
    shown = library(known, period=MONTH, comparison=Comparison.NONE, hand=hand or {}) if known.labels else None
    return mine(known, shown, period=MONTH, hand=hand or {})


def test_that_searches_without_a_bid_are_listed_with_what_a_click_would_be_worth() -> None:
    frames = {
        "ad_keyword": ads([("坚果", 1000, 1000, 40), ("腰果", 1000, 1000, 40)]),
        "search_term": searches([("坚果", 100, 4), ("松子", 300, 24), ("榛子", 300, 0)]),
        "order_lines": LINES,
        "costs": COSTS,
    }
    found = mined(frames).unbought
    assert found is not None
    assert set(found.index) == {"松子", "榛子"}
    assert found.index[0] == "松子"
    assert found.loc["松子", "value"] > found.loc["榛子", "value"] > 0
    assert found.loc["松子", "break_even"] == pytest.approx(found.loc["松子", "value"] * 0.5)
    assert found.loc["松子", "chance"] > found.loc["榛子", "chance"]
    assert found.loc["松子", "organic_amount"] == 24 * 90


def test_that_without_ads_nothing_is_said_of_the_worth_of_a_click() -> None:
    found = mined({"search_term": searches([("松子", 300, 24)])}).unbought
    assert found is not None
    assert found["value"].isna().all()
    assert found.loc["松子", "buyers"] == 24


def test_that_a_bought_word_that_search_brings_is_held_against_the_same_days() -> None:
    frames = {
        "ad_keyword": pd.concat(
            [
                ads([("坚果", 50, 60, 2), ("腰果", 50, 60, 2)]),
                ads([("坚果", 999, 999, 9)], day=END - timedelta(days=20)),
            ]
        ),
        "search_term": searches([("坚果", 150, 4), ("腰果", 3, 0)]),
    }
    found = mined(frames)
    assert found.overlap is not None
    assert found.organic == Period.last(days=7, until=END)
    assert found.overlap.index.tolist() == ["坚果"]
    row = found.overlap.loc["坚果"]
    assert (row["clicks"], row["cost"], row["orders"], row["share"]) == (50, 60, 2, 0.75)


def test_that_searched_terms_that_win_and_that_waste_stand_apart_from_bought_words() -> None:
    wasted = [(f"{name}图片", 300.0, 400.0, 0.0) for name in ("腰果", "松子", "榛子", "开心果")]
    frames = {
        "ad_keyword": ads([("坚果", 1000, 1000, 40)]),
        "ad_search_term": ads([("坚果", 500, 500, 20), ("坚果礼盒", 300, 200, 30), *wasted], column="term"),
        "order_lines": LINES,
        "costs": COSTS,
    }
    found = mined(frames)
    assert found.winning is not None
    assert found.wasted is not None
    assert found.winning.index.tolist() == ["坚果礼盒"]
    assert found.winning.loc["坚果礼盒", "advice"] == "expand"
    assert set(found.wasted.index) == {word for word, *_ in wasted}
    assert set(found.wasted["advice"]) == {"negative"}
    assert (found.wasted["pooled_below"] > 0.9).all()
    assert (found.wasted["advice_money"] > 0).all()


def test_that_a_few_clicks_without_an_order_are_not_excluded_and_name_the_clicks_needed() -> None:
    frames = {
        "ad_keyword": ads([("坚果", 1000, 1000, 40)]),
        "ad_search_term": ads([("坚果", 500, 500, 20), ("坚果礼盒", 300, 200, 12), ("松子图", 6, 6, 0)], column="term"),
        "order_lines": LINES,
        "costs": COSTS,
    }
    found = mined(frames).wasted
    assert found is not None
    assert found.loc["松子图", "advice"] == "hold"
    assert found.loc["松子图", "clicks_needed"] > 0


def test_that_a_list_without_its_report_is_none_and_not_empty() -> None:
    found = mined({"ad_keyword": ads([("坚果", 10, 10, 1)])})
    assert (found.unbought, found.overlap, found.winning, found.wasted) == (None, None, None, None)
    assert mined({}).organic is None


def test_that_a_hand_says_the_quadrant_of_a_search_too() -> None:
    frames = {"ad_keyword": ads([("坚果", 10, 10, 1)]), "search_term": searches([("松子坚果", 30, 2)])}
    found = mined(frames, hand={"松子坚果": Quadrant.BRAND}).unbought
    assert found is not None
    assert found.loc["松子坚果", "quadrant"] == "brand"
