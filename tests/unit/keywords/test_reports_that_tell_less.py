"""Reports that lack a column, or give totals only: what they don't tell must not count as nothing."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.app.keywords.library import default_period
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library, Study, library, study
from shopdesk.domain.keywords.sums import bought_words
from shopdesk.domain.periods import Comparison, Period
from tests.unit.keywords.test_keyword_library import keyword_rows, margin_frames

END = date(2026, 4, 30)
MONTH = Period.last(days=28, until=END)


def days_of(words: list[str], *, clicks: int, orders: float, platform: str = "taobao") -> pd.DataFrame:
    rows = [
        (END - timedelta(days=day), "a", word, float(clicks), clicks * 100.0, orders, orders * 9000)
        for day in range(28)
        for word in words
    ]
    return keyword_rows(rows).assign(platform=platform, kind=f"{platform}_keyword")


def untold(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(ad_orders=np.nan, ad_gmv=np.nan)


def known_of(frame: pd.DataFrame, **more: pd.DataFrame) -> Study:
    frames = {"ad_keyword": frame, **margin_frames(), **more}
    return study(frames, lexicon(frames, []))


def month_of(known: Study) -> Library:
    return library(known, period=MONTH, comparison=Comparison.NONE, hand={})


def test_that_a_report_without_orders_gives_no_return_and_says_why_nothing_is_advised() -> None:
    found = month_of(known_of(untold(days_of(["坚果", "腰果"], clicks=20, orders=1))))
    assert {total.roi for total in found.quadrants} == {None}
    assert set(found.words["advice_reason"]) == {"untold"}
    assert found.words["roi"].isna().all()


def test_that_clicks_of_a_report_without_orders_are_no_clicks_without_orders() -> None:
    told = days_of(["坚果", "腰果", "松子"], clicks=10, orders=0.5)
    alone = month_of(known_of(told)).words
    both = month_of(known_of(pd.concat([told, untold(days_of(["坚果"], clicks=90, orders=0, platform="jd"))]))).words
    assert both.loc["坚果", "clicks"] == 10 * alone.loc["坚果", "clicks"]
    assert both.loc["坚果", "value"] == pytest.approx(alone.loc["坚果", "value"])
    assert both.loc["坚果", "roi"] == pytest.approx(alone.loc["坚果", "roi"])


def test_that_a_quadrant_divides_revenue_by_the_cost_that_it_came_from() -> None:
    told = days_of(["坚果"], clicks=10, orders=0.5)
    other = untold(days_of(["坚果"], clicks=90, orders=0, platform="jd"))
    found = next(t for t in month_of(known_of(pd.concat([told, other]))).quadrants if t.words)
    assert found.cost == pytest.approx(2800)
    assert found.told_cost == pytest.approx(280)
    assert found.roi == pytest.approx(14 * 90 / 280)


def test_that_a_total_speaks_of_its_whole_span() -> None:
    month = keyword_rows(
        [(END - timedelta(days=39), "a", "坚果", 400, 40000, 9, 90000)], date_end=pd.to_datetime([END])
    )
    known = known_of(month)
    assert (known.first, known.last) == (END - timedelta(days=39), END)
    period = default_period(known)
    assert period == Period(END - timedelta(days=39), END)
    assert library(known, period=period, comparison=Comparison.NONE, hand={}).words.loc["坚果", "cost"] == 400.0


def test_that_days_within_the_month_keep_the_month() -> None:
    assert default_period(known_of(days_of(["坚果"], clicks=1, orders=0))) == MONTH


def test_that_the_keyword_a_term_came_through_is_bought() -> None:
    terms = days_of(["坚果", "坚果礼盒"], clicks=20, orders=1).rename(columns={"keyword": "term"})
    terms["keyword"] = "坚果"
    frames = {"ad_search_term": terms, **margin_frames()}
    known = study(frames, lexicon(frames, []))
    assert bought_words(known.rows) == {"坚果"}
    found = month_of(known).words
    assert found.loc["坚果", "advice"] != "expand"
    assert found.loc["坚果礼盒", "advice"] == "expand"


def test_that_quadrants_without_words_have_no_return() -> None:
    found = {total.quadrant: total.roi for total in month_of(known_of(days_of(["坚果"], clicks=9, orders=1))).quadrants}
    assert found[Quadrant.BRAND] is None
