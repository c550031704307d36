"""590 queries written for this test, half of them never looked at while rules were made (part ``held``)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from shopdesk.app.keywords import lexicons
from tests.referee.keywords import classify

NAMED = frozenset({"brand", "competitor"})
SPLITS = 5
"""Ways to choose the half of the names that the dictionaries know."""


@dataclass(frozen=True, slots=True)
class Query:
    kind: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float


def held_out() -> list[Query]:
    lines = (Path(__file__).parent / "keyword_queries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Query(kind, text, name) for part, kind, text, name in rows if part == "held"]


QUERIES = held_out()


def labels(seed: int) -> tuple[list[str], frozenset[str]]:
    """Return the quadrants by dictionaries of half of the names, and that half."""
    names = sorted({query.name for query in QUERIES if query.name})
    random.Random(seed).shuffle(names)
    half = frozenset(names[::2])
    own = sorted(half)[::5]
    found = classify(
        [query.text for query in QUERIES],
        own_brands=own,
        competitors=sorted(half - set(own)),
        titles=[],
        volumes=None,
    )
    return [one["quadrant"] for one in found], half


def score(*, unseen_only: bool) -> Score:
    hits = called = there = 0
    for seed in range(SPLITS):
        found, half = labels(seed)
        for query, quadrant in zip(QUERIES, found, strict=True):
            if unseen_only and query.name in half:
                continue
            hits += quadrant in NAMED and query.kind == "brand"
            called += quadrant in NAMED
            there += query.kind == "brand"
    return Score(hits / called, hits / there)


@pytest.fixture
def names_taken_out() -> Iterator[None]:
    """The shipped lists without every name of the queries: as if no list knew any of them."""
    gone = {query.name for query in QUERIES}
    kept = tuple(
        replace(trade, names=tuple(name for name in trade.names if name not in gone))
        for trade in lexicons.shipped_trades()
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicons, "shipped_trades", lambda: kept)
        lexicons._about.cache_clear()
        yield
    lexicons._about.cache_clear()


def test_that_names_outside_the_dictionaries_are_found_without_calling_ordinary_words_names() -> None:
    found = score(unseen_only=True)
    assert found.precision >= 0.85
    assert found.recall >= 0.75


@pytest.mark.usefixtures("names_taken_out")
def test_that_names_that_no_list_knows_are_still_found() -> None:
    found = score(unseen_only=False)
    assert found.precision >= 0.85
    assert found.recall >= 0.75


def test_that_long_tail_and_category_are_told_apart() -> None:
    found, _half = labels(0)
    plain = [(query.kind, quadrant) for query, quadrant in zip(QUERIES, found, strict=True) if query.kind != "brand"]
    assert sum(kind == quadrant for kind, quadrant in plain) / len(plain) >= 0.82


def test_that_an_unconfirmed_name_asks_for_review_with_less_confidence() -> None:
    known, unknown = classify(
        ["廉朵芙面霜", "薇朵诺面霜"], own_brands=[], competitors=["廉朵芙"], titles=[], volumes=None
    )
    assert (known["quadrant"], known["needs_review"]) == ("competitor", False)
    assert (unknown["quadrant"], unknown["needs_review"]) == ("competitor", True)
    assert 0 < unknown["confidence"] < known["confidence"] <= 1


def test_that_any_input_gets_an_answer() -> None:
    words = ["", "坚" * 500, "🥜", "<b>x</b>", "\x00\x07", "mixed 混合 слово", " "]
    found = classify(words, own_brands=["", "果"], competitors=[" "], titles=["", "x"], volumes=None)
    assert len(found) == len(words)
    assert classify([], own_brands=[], competitors=[], titles=[], volumes=None) == []


def test_that_a_volume_nobody_knows_is_no_volume() -> None:
    words = ["坚果", "腰果"]
    alone = classify(words, own_brands=[], competitors=[], titles=[], volumes=None)
    assert classify(words, own_brands=[], competitors=[], titles=[], volumes=[None, None]) == alone
    assert len(classify(words, own_brands=[], competitors=[], titles=[], volumes=[None, 3])) == 2


def test_that_a_brand_that_is_a_product_word_too_is_asked_about_where_nothing_tells_which_is_meant() -> None:
    words = ["坚果礼盒", "坚果官方旗舰店", "三只松鼠坚果"]
    unclear, meant, other = classify(words, own_brands=[], competitors=["坚果", "三只松鼠"], titles=[], volumes=None)
    assert (unclear["quadrant"], unclear["needs_review"]) == ("competitor", True)
    assert unclear["confidence"] < meant["confidence"]
    assert (meant["quadrant"], meant["needs_review"]) == ("competitor", False)
    assert (other["quadrant"], other["needs_review"]) == ("competitor", False)


def test_that_an_own_brand_that_is_a_competitor_too_is_the_own_brand() -> None:
    (found,) = classify(["三只松鼠坚果"], own_brands=["三只松鼠"], competitors=["三只松鼠"], titles=[], volumes=None)
    assert found["quadrant"] == "brand"


def test_that_spellings_of_all_kinds_meet_the_dictionaries() -> None:
    words = ["ＮＩＫＥ　运动鞋", "三隻松鼠堅果", "nike running shoes", "🥜三只松鼠🥜", "retcl"]
    found = classify(words, own_brands=["nike"], competitors=["三只松鼠", "tcl"], titles=["", "🥜"], volumes=[1] * 5)
    assert [one["quadrant"] for one in found[:4]] == ["brand", "competitor", "brand", "competitor"]
    assert "tcl" not in found[4]["reason"].split("=")
