from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.domain.keywords.classify import LabelSource, Quadrant
from shopdesk.domain.keywords.library import COLUMNS, Library, library, study
from shopdesk.domain.keywords.margin import contribution_margin
from shopdesk.domain.periods import Comparison, Period

END = date(2026, 4, 30)
MONTH = Period.last(days=28, until=END)


def keyword_rows(rows: list[tuple[date, str, str, float, float, float, float]], **extra: object) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["date", "campaign", "keyword", "clicks", "cost", "ad_orders", "ad_gmv"])
    frame["date"] = pd.to_datetime(frame["date"])
    if "date_end" not in extra:
        frame["date_end"] = frame["date"]
    return frame.assign(impressions=frame["clicks"] * 30, platform="wxt", shop="", kind="wxt_keyword", **extra)


def answer(frames: dict[str, pd.DataFrame], *, hand: dict[str, Quadrant] | None = None) -> Library:
    known = study(frames, lexicon(frames, []))
    return library(known, period=MONTH, comparison=Comparison.PREVIOUS, hand=hand or {})


def test_that_a_word_is_summed_over_plans_and_spellings() -> None:
    frame = keyword_rows(
        [
            (END, "a", "每日坚果", 10, 1500, 1, 9000),
            (END, "b", "每日 坚果", 5, 500, 0, 0),
            (END, "b", "腰果", 2, 100, 0, 0),
        ]
    )
    words = answer({"ad_keyword": frame}).words
    assert set(COLUMNS) <= set(words.columns)
    row = words.loc["每日坚果"]
    assert (row["clicks"], row["cost"], row["orders"], row["revenue"], row["places"]) == (15, 20.0, 1, 90.0, 2)
    assert row["cpc"] == pytest.approx(20 / 15)


def test_that_cuts_of_the_same_spend_are_never_added() -> None:
    frame = keyword_rows([(END, "a", "坚果", 10, 1000, 1, 9000)])
    terms = frame.rename(columns={"keyword": "term"})
    found = answer({"ad_keyword": frame, "ad_search_term": terms})
    assert found.words.loc["坚果", "cost"] == 10.0
    assert [cut.table for cut in found.used] == ["ad_keyword"]


def test_that_search_terms_of_no_named_platform_are_not_added_to_keywords() -> None:
    frame = keyword_rows([(END, "a", "坚果", 10, 1000, 1, 9000)])
    terms = frame.rename(columns={"keyword": "term"}).assign(platform="other")
    assert answer({"ad_keyword": frame, "ad_search_term": terms}).words.loc["坚果", "cost"] == 10.0
    assert answer({"ad_search_term": terms}).words.loc["坚果", "cost"] == 10.0


def test_that_a_platform_with_totals_only_gives_one_span() -> None:
    spans = keyword_rows(
        [
            (END - timedelta(days=6), "a", "坚果", 10, 1000, 1, 9000),
            (END - timedelta(days=27), "a", "坚果", 70, 7000, 4, 36000),
        ],
        date_end=pd.to_datetime([END, END]),
    )
    found = answer({"ad_keyword": spans})
    assert found.words.loc["坚果", "cost"] == 70.0
    assert found.used[0].period_totals


def test_that_rows_outside_the_period_do_not_count_but_compare() -> None:
    early = END - timedelta(days=30)
    frame = keyword_rows([(END, "a", "坚果", 10, 1000, 1, 3000), (early, "a", "坚果", 10, 1000, 1, 2000)])
    found = answer({"ad_keyword": frame})
    total = next(one for one in found.quadrants if one.quadrant is Quadrant.CATEGORY)
    assert (total.cost, total.roi, total.roi_before) == (10.0, 3.0, 2.0)
    assert total.low is not None
    assert total.low < 3.0 < (total.high or 0)
    assert total.share == 1.0


def test_that_a_hand_label_wins_and_remembers_the_rule() -> None:
    frame = keyword_rows([(END, "a", "三只松鼠坚果", 10, 1000, 1, 3000), (END, "a", "坚果", 10, 1000, 1, 3000)])
    ruled = answer({"ad_keyword": frame})
    assert ruled.labels["三只松鼠坚果"].quadrant is Quadrant.COMPETITOR
    found = answer({"ad_keyword": frame}, hand={"三只松鼠坚果": Quadrant.BRAND})
    label = found.labels["三只松鼠坚果"]
    assert (label.quadrant, label.source, label.values) == (Quadrant.BRAND, LabelSource.HAND, {"rule": "competitor"})


def test_that_a_silenced_name_no_longer_makes_a_competitor() -> None:
    frame = keyword_rows([(END, "a", "洽洽坚果", 10, 1000, 1, 3000), (END, "a", "坚果", 10, 1000, 1, 3000)])
    frames = {"ad_keyword": frame}
    assert study(frames, lexicon(frames, [])).labels["洽洽坚果"].quadrant is Quadrant.COMPETITOR
    entries = [DictionaryTerm("洽洽", "")]
    assert study(frames, lexicon(frames, entries)).labels["洽洽坚果"].quadrant is not Quadrant.COMPETITOR


def test_that_break_even_needs_costs() -> None:
    frame = keyword_rows([(END, "a", "坚果", 100, 10000, 4, 36000), (END, "a", "腰果", 50, 9000, 1, 9000)])
    without = answer({"ad_keyword": frame})
    assert without.margin is None
    assert without.words["break_even"].isna().all()
    assert set(without.words["advice_reason"]) == {"no_margin"}
    lines = pd.DataFrame({"sku": ["A", "A"], "quantity": [1, 1], "line_paid": [9000, 9000], "refunded": [0, 1800]})
    costs = pd.DataFrame({"sku": ["A"], "unit_cost": [4500]})
    found = answer({"ad_keyword": frame, "order_lines": lines, "costs": costs})
    assert found.margin is not None
    assert found.margin.share == pytest.approx((18000 - 1800 - 9000) / 18000)
    assert found.words.loc["坚果", "break_even"] == pytest.approx(found.words.loc["坚果", "value"] * 0.4)
    assert found.words["chance"].between(0, 1).all()


def test_that_nothing_imported_gives_an_empty_library() -> None:
    known = study({}, lexicon({}, []))
    assert known.labels == {}
    found = library(known, period=MONTH, comparison=Comparison.NONE, hand={})
    assert found.words.empty
    assert [total.roi for total in found.quadrants] == [None] * 4


def test_that_the_trend_has_twelve_weeks_that_end_with_the_period() -> None:
    frame = keyword_rows([(END - timedelta(days=7 * week), "a", "坚果", 7, 700, 1, 1400) for week in range(20)])
    found = answer({"ad_keyword": frame})
    assert found.weekly_clicks.shape == (1, 12)
    category = next(one for one in found.quadrants if one.quadrant is Quadrant.CATEGORY)
    assert np.allclose(category.weekly_roi, 2.0)


def test_that_list_prices_are_brought_to_what_the_order_paid() -> None:
    lines = pd.DataFrame(
        {"order_id": ["1", "1", "2"], "sku": ["A", "B", "A"], "quantity": [1, 1, 1], "unit_price": [6000, 4000, 6000]}
    )
    orders = pd.DataFrame({"order_id": ["1", "2"], "paid": [8500, None], "shipping": [500, 0]})
    costs = pd.DataFrame({"sku": ["A", "B"], "unit_cost": [3000, 1000]})
    refunds = pd.DataFrame({"order_id": ["1", "9"], "refunded": [800, 5000]})
    found = contribution_margin({"order_lines": lines, "orders": orders, "costs": costs, "refunds": refunds})
    assert found is not None
    assert found.refund_rate == pytest.approx(0.1)
    assert found.share == pytest.approx(1 - 0.1 - 4000 / 8000)  # order 2 was never paid


def test_that_a_refund_that_was_refused_takes_no_margin() -> None:
    lines = pd.DataFrame({"order_id": ["1"], "sku": ["A"], "quantity": [1], "line_paid": [8000]})
    costs = pd.DataFrame({"sku": ["A"], "unit_cost": [4000]})
    refunds = pd.DataFrame({"order_id": ["1", "1"], "refunded": [800, 8000], "status": ["退款成功", "退款关闭"]})
    found = contribution_margin({"order_lines": lines, "costs": costs, "refunds": refunds})
    assert found is not None
    assert found.share == pytest.approx(1 - 0.1 - 0.5)


def test_that_a_margin_needs_costs_for_half_of_the_sales() -> None:
    lines = pd.DataFrame({"sku": ["A", "B"], "quantity": [1, 1], "line_paid": [1000, 9000]})
    assert contribution_margin({"order_lines": lines, "costs": pd.DataFrame({"sku": ["A"], "unit_cost": [1]})}) is None


def test_that_a_period_without_words_has_all_columns_and_no_rows() -> None:
    frame = keyword_rows([(END - timedelta(days=200), "a", "坚果", 7, 700, 1, 1400)])
    words = answer({"ad_keyword": frame}).words
    assert words.empty
    assert set(COLUMNS) <= set(words.columns)


def test_that_organic_totals_and_days_are_not_added_twice() -> None:
    frame = keyword_rows([(END, "a", "坚果", 7, 700, 1, 1400)])
    days = pd.to_datetime([END, END - timedelta(days=1), END - timedelta(days=6)])
    terms = pd.DataFrame(
        {
            "term": ["坚果"] * 3,
            "visitors": [10.0, 20.0, 90.0],
            "pay_buyers": [1.0, 0.0, 4.0],
            "platform": "taobao",
            "date": days,
            "date_end": pd.to_datetime([END, END - timedelta(days=1), END]),
        }
    )
    words = answer({"ad_keyword": frame, "search_term": terms}).words
    assert words.loc["坚果", ["visitors", "buyers"]].tolist() == [30.0, 1.0]


def test_that_words_bought_in_another_currency_are_not_added() -> None:
    frame = keyword_rows([(END, "a", "坚果", 7, 700, 1, 1400), (END, "b", "坚果", 7, 999, 1, 1400)])
    frame["platform"] = ["wxt", "google_ads"]
    assert answer({"ad_keyword": frame}).words.loc["坚果", "cost"] == 7.0
    assert study({"ad_keyword": frame}, lexicon({"ad_keyword": frame}, [])).apart == ("google_ads",)


def margin_frames() -> dict[str, pd.DataFrame]:
    lines = pd.DataFrame({"sku": ["A"], "quantity": [1], "line_paid": [9000]})
    return {"order_lines": lines, "costs": pd.DataFrame({"sku": ["A"], "unit_cost": [4500]})}


def month_of(words: list[tuple[str, float, float, float]]) -> pd.DataFrame:
    """Words with clicks, cost (yuan) and orders a day, alike on each day of the month."""
    days = [END - timedelta(days=back) for back in range(28)]
    rows = [(day, "a", word, n, cost * 100, y, y * 9000) for day in days for word, n, cost, y in words]
    return keyword_rows(rows)


def test_that_the_last_days_do_not_enter_the_value_and_are_named() -> None:
    frame = month_of([("坚果", 10, 10, 1), ("腰果", 10, 10, 1)])
    late = frame["date"] > pd.Timestamp(END - timedelta(days=3))
    frame.loc[late, ["ad_orders", "ad_gmv"]] = 0.0
    found = answer({"ad_keyword": frame})
    assert found.left_out == 3
    assert found.words.loc["坚果", ["clicks", "worth_clicks", "worth_orders"]].tolist() == [280, 250, 25]
    assert found.words.loc["坚果", "cvr"] == pytest.approx(0.1, rel=0.02)


def test_that_a_word_of_the_last_days_alone_is_judged_by_its_quadrant() -> None:
    new = keyword_rows([(END, "a", "松子", 5, 500, 0, 0)])
    found = answer({"ad_keyword": pd.concat([month_of([("坚果", 10, 10, 1), ("腰果", 10, 10, 1)]), new])}).words
    assert found.loc["松子", ["clicks", "worth_clicks", "worth_orders"]].tolist() == [5, 0, 0]
    assert found.loc["松子", "cvr"] == pytest.approx(0.1, rel=0.15)  # it may be better: its mean lies above the middle


def test_that_a_period_of_a_few_days_keeps_them_all() -> None:
    found = answer({"ad_keyword": keyword_rows([(END, "a", "坚果", 10, 1000, 1, 9000)])})
    assert found.left_out == 0
    assert found.words.loc["坚果", "worth_clicks"] == 10


def test_that_carts_and_favourites_speak_for_a_word_without_orders() -> None:
    names = [f"坚果{number}号" for number in range(40)]
    frame = month_of([(name, 4, 4, 0.1 + 0.2 * (place % 2)) for place, name in enumerate(names)])
    frame["cart_adds"] = frame["ad_orders"] * 10
    frame["item_favs"] = frame["ad_orders"] * 2
    frame.loc[frame["keyword"].isin(names[:2]), ["ad_orders", "ad_gmv"]] = 0.0
    found = answer({"ad_keyword": frame})
    assert found.exponent > 0.5
    assert found.words.loc[names[1], "value"] > 1.3 * found.words.loc[names[0], "value"]
    assert found.words.loc[names[0], "favourites"] == pytest.approx(28 * 0.2)


def test_that_advice_stands_beside_each_word_with_reason_and_money() -> None:
    frames = {
        "ad_keyword": month_of([("坚果", 20, 60, 0.1), ("腰果", 20, 10, 2), ("松子", 1, 1, 0)]),
        **margin_frames(),
    }
    words = answer(frames).words
    assert words.loc["坚果", "advice"] in {"lower", "pause", "negative"}
    assert words.loc["腰果", "advice"] == "raise"
    assert words.loc["坚果", "advice_money_low"] < words.loc["坚果", "advice_money"]
    assert words.loc["坚果", "advice_money"] < words.loc["坚果", "cost"]
    assert words.loc["松子", ["advice", "advice_reason"]].tolist() == ["hold", "unclear"]
    assert words.loc["松子", "clicks_needed"] > 0
    assert np.isnan(words.loc["松子", "advice_money"])


def test_that_money_is_said_for_28_days_whatever_the_period() -> None:
    frames = {"ad_keyword": month_of([("坚果", 60, 180, 0.1), ("腰果", 60, 30, 6)]), **margin_frames()}
    known = study(frames, lexicon(frames, []))
    week = Period.last(days=7, until=END - timedelta(days=7))
    found = library(known, period=week, comparison=Comparison.NONE, hand={}).words.loc["坚果"]
    month = answer(frames).words.loc["坚果"]
    assert found["advice"] != "hold"
    assert 0.5 * month["cost"] < found["advice_money"] < month["cost"]
    assert found["cost"] == pytest.approx(month["cost"] / 4)


def test_that_the_own_brand_is_never_lowered() -> None:
    frames = {"ad_keyword": month_of([("坚果", 20, 60, 0.1), ("腰果", 20, 10, 2)]), **margin_frames()}
    found = answer(frames, hand={"坚果": Quadrant.BRAND}).words.loc["坚果"]
    assert (found["advice"], found["advice_reason"]) == ("hold", "own_brand")
