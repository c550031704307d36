from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from shopdesk.app.jobs import SILENT, Cancelled, JobContext
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.app.keywords.library import Answer
from shopdesk.app.titles.answer import Titles, answer_titles
from shopdesk.domain.keywords.library import library, study
from shopdesk.domain.periods import Period
from shopdesk.domain.titles.demand import demand

END = date(2026, 4, 30)


def ads(rows: list[tuple[str, float, float]]) -> pd.DataFrame:
    """Clicks and orders of words on the last day, 90 yuan an order."""
    frame = pd.DataFrame(rows, columns=["keyword", "clicks", "ad_orders"])
    day = pd.Timestamp(END)
    return frame.assign(
        date=day, date_end=day, campaign="a", adgroup="u", cost=frame["clicks"] * 100, impressions=frame["clicks"] * 30,
        ad_gmv=frame["ad_orders"] * 9000, platform="wxt", shop="", kind="wxt_keyword",
    )  # fmt: skip


def searches(rows: list[tuple[str, float, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["term", "visitors", "pay_buyers"])
    day = pd.Timestamp(END)
    return frame.assign(
        date=day, date_end=day, pay_amount=frame["pay_buyers"] * 10_000, platform="taobao", shop="", kind="sycm_keyword"
    )


def answered(frames: dict[str, pd.DataFrame]) -> Titles:
    known = study(frames, lexicon(frames, []))
    found = library(known, period=Period.last(days=28, until=END), hand={}) if known.labels else None
    return answer_titles(Answer(known, found), SILENT)


def costs(titles: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"item_id": "", "sku": "", "title": titles, "unit_cost": 1000})


def test_that_a_words_weight_is_shrunk_value_times_clicks_and_visitors() -> None:
    found = answered(
        {
            "ad_keyword": ads([("腰果礼盒", 200, 10), ("腰果", 100, 5)]),
            "search_term": searches([("腰果", 50, 5), ("开心果", 50, 0)]),
        }
    )
    by_word = {word.word: word for word in found.demand.words}
    assert found.demand.in_money
    assert (by_word["腰果"].clicks, by_word["腰果"].visitors, by_word["腰果"].buyers) == (100, 50, 5)
    assert by_word["腰果礼盒"].weight == pytest.approx(200 * 0.05 * 90, rel=0.25)
    assert by_word["腰果"].weight > 100 * 0.05 * 90 * 0.75
    assert 0 < by_word["开心果"].weight < by_word["腰果"].weight


def test_that_without_any_order_visits_are_the_weight() -> None:
    found = answered({"ad_keyword": ads([("腰果礼盒", 200, 0), ("腰果", 100, 0)])})
    assert not found.demand.in_money
    assert [(word.word, word.weight) for word in found.demand.words] == [("腰果礼盒", 200), ("腰果", 100)]


def test_that_a_rivals_word_is_no_aim_and_titles_meet_the_others() -> None:
    found = answered(
        {
            "ad_keyword": ads([("腰果礼盒", 200, 10), ("腰果", 100, 5), ("三只松鼠腰果", 300, 20)]),
            "costs": costs(["腰果 礼盒装", "手工皂"]),
        }
    )
    match = {one.title: one for one in found.coverage.matches}
    assert match["腰果 礼盒装"].covered.words == 2
    assert match["腰果 礼盒装"].share == 1
    assert match["手工皂"].share is None
    assert found.coverage.everything.words == 2
    assert found.coverage.uncovered == ()


def test_that_uncovered_words_stand_by_weight_with_the_items_of_their_product() -> None:
    found = answered(
        {
            "ad_keyword": ads([("腰果礼盒", 200, 10), ("腰果", 100, 5), ("开心果", 50, 9)]),
            "costs": costs(["腰果250g", "腰果500g"]),
        }
    )
    assert [(one.word.word, one.titles) for one in found.coverage.uncovered] == [("腰果礼盒", 2), ("开心果", 0)]


def test_that_a_shop_without_words_still_has_its_titles() -> None:
    found = answered({"costs": costs(["腰果250g"])})
    assert found.titles == ("腰果250g",)
    assert found.demand.words == ()
    assert found.coverage.matches[0].share is None


def test_that_of_a_huge_account_the_weightiest_words_are_held_against_titles_and_the_others_counted() -> None:
    frames = {"ad_keyword": ads([(f"腰果{number}号", 100 + number, 5) for number in range(20)])}
    found = answered(frames)
    known = study(frames, lexicon(frames, []))
    some = demand(library(known, period=Period.last(days=28, until=END), hand={}), frames, found.cutter, most=5)
    assert [word.word for word in some.words] == [word.word for word in found.demand.words[:5]]
    left = found.demand.words[5:]
    assert some.rest.words == 15
    assert some.rest.weight == pytest.approx(sum(word.weight for word in left))
    assert (some.rest.clicks, some.rest.orders) == (sum(word.clicks for word in left), 75)
    assert found.demand.rest.words == 0


def test_that_reading_titles_ends_where_it_is_cancelled_whatever_the_step() -> None:
    frames = {"ad_keyword": ads([("腰果", 100, 5), ("腰果礼盒", 100, 5)]), "costs": costs(["腰果250g", "手工皂"])}
    known = study(frames, lexicon(frames, []))
    shop = Answer(known, library(known, period=Period.last(days=28, until=END), hand={}))
    turns = [0]

    def counted() -> bool:
        turns[0] += 1
        return False

    answer_titles(shop, JobContext(report=lambda _share, _text: None, is_cancelled=counted, rest=lambda _s: False))
    assert turns[0] >= 6
    for turn in range(turns[0]):
        left = [turn]

        def stopped(left: list[int] = left) -> bool:
            left[0] -= 1
            return left[0] < 0

        with pytest.raises(Cancelled):
            answer_titles(
                shop, JobContext(report=lambda _share, _text: None, is_cancelled=stopped, rest=lambda _s: False)
            )
