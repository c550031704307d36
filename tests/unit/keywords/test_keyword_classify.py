from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.keywords.lexicons import lexicon_of, shipped_modifiers, shipped_trades
from shopdesk.domain.keywords.classify import (
    Confidence,
    LabelSource,
    Quadrant,
    certainty,
    classify,
    label,
    label_all,
    learn,
)
from shopdesk.domain.keywords.harvest import own_names, trades_of
from shopdesk.domain.keywords.lexicon import Lexicon, TermKind

TITLES = [
    "果山里每日坚果500g原味",
    "果山里混合坚果散装",
    "果山里腰果250g",
    "果山里坚果礼盒送礼",
    "果山里夏威夷果奶油味",
]
HEADS = ["坚果", "每日坚果", "坚果礼盒", "腰果", "夏威夷果", "混合坚果"]
WORDS = [
    *HEADS,
    *(f"{head}{rest}" for head in HEADS for rest in ("500g", "批发", "散装", "年货送礼")),
    "果山里旗舰店",
    "果山里每日坚果",
    "三只松鼠坚果",
    "孕妇每日坚果无添加",
    "沃得隆坚果",
]


def lexicon() -> Lexicon:
    shipped = shipped_modifiers()
    return Lexicon.of(
        {
            TermKind.OWN: ["果山里"],
            TermKind.COMPETITOR: ["三只松鼠", "TCL"],
            TermKind.SCENE: shipped["scene"],
            TermKind.ATTRIBUTE: shipped["attribute"],
            TermKind.MARKETING: shipped["marketing"],
        }
    )


def labels(words: list[str] = WORDS) -> dict[str, object]:
    return dict(zip(words, classify(words, lexicon(), titles=TITLES), strict=True))


def test_that_own_brand_beats_competitor_and_both_beat_the_rest() -> None:
    words = [*WORDS, "果山里和三只松鼠坚果哪个好"]
    found = dict(zip(words, classify(words, lexicon(), titles=TITLES), strict=True))
    assert found["果山里和三只松鼠坚果哪个好"].quadrant is Quadrant.BRAND
    assert found["果山里每日坚果"].quadrant is Quadrant.BRAND
    assert found["三只松鼠坚果"].quadrant is Quadrant.COMPETITOR
    assert found["三只松鼠坚果"].values == {"term": "三只松鼠"}
    assert found["三只松鼠坚果"].source is LabelSource.DICTIONARY


def test_that_two_modifiers_beside_the_head_make_a_long_tail_word() -> None:
    found = classify(WORDS, lexicon(), titles=TITLES)[WORDS.index("孕妇每日坚果无添加")]
    assert found.quadrant is Quadrant.LONG_TAIL
    assert found.reason == "modifiers"
    assert found.values == {"modifiers": "孕妇、无添加", "count": 2, "head": "每日坚果"}


def test_that_a_product_name_is_a_category_word() -> None:
    found = dict(zip(WORDS, classify(WORDS, lexicon(), titles=TITLES), strict=True))
    for head in ("坚果", "每日坚果", "腰果", "腰果批发"):
        assert found[head].quadrant is Quadrant.CATEGORY


def test_that_an_unknown_beginning_asks_for_review() -> None:
    found = dict(zip(WORDS, classify(WORDS, lexicon(), titles=TITLES), strict=True))
    stranger = found["沃得隆坚果"]
    assert (stranger.reason, stranger.values["term"], stranger.needs_review) == ("unknown_name", "沃得隆", True)
    assert stranger.quadrant is Quadrant.COMPETITOR
    assert stranger.confidence is not Confidence.HIGH
    assert not found["混合坚果"].needs_review  # stands in the shop's own titles


def test_that_a_refused_name_takes_its_parts_with_it() -> None:
    words = ["沃得隆坚果", "沃得隆铺子坚果"]
    refused = lexicon_of(words, TITLES, [], refused=["沃得隆铺子"])
    whole, longer = classify(words, refused, titles=TITLES)
    assert whole.values["term"] == "沃得隆"
    assert not longer.needs_review


def test_that_signs_without_a_letter_are_no_word_and_hardly_sure() -> None:
    for found in classify(["", "😀", "!!!", "、、"], lexicon()):
        assert (found.reason, found.confidence) == ("no_word", Confidence.LOW)
        assert certainty(found) <= 0.2


def test_that_a_latin_name_is_never_cut_out_of_a_longer_word() -> None:
    found = classify(["tcl电视", "retcl电视"], lexicon())
    assert [one.values["term"] for one in found] == ["tcl", "retcl"]
    assert [one.reason for one in found] == ["competitor", "unknown_name"]


def test_that_a_rare_word_with_one_modifier_is_long_tail_and_a_big_one_is_not() -> None:
    words = [*WORDS, "儿童腰果"]
    small = [1000.0] * len(WORDS) + [3.0]
    large = [1000.0] * len(WORDS) + [90000.0]
    assert classify(words, lexicon(), volumes=small, titles=TITLES)[-1].reason == "modifier_rare"
    assert classify(words, lexicon(), volumes=large, titles=TITLES)[-1].quadrant is Quadrant.CATEGORY


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=15), st.randoms(use_true_random=False))
def test_that_every_word_gets_a_label_whatever_the_order(words: list[str], order: random.Random) -> None:
    first = dict(zip(words, classify(words, lexicon()), strict=True))
    shuffled = list(words)
    order.shuffle(shuffled)
    assert dict(zip(shuffled, classify(shuffled, lexicon()), strict=True)) == first


def test_that_the_shop_name_and_its_titles_give_the_own_brand() -> None:
    assert own_names(shops=["果山里坚果旗舰店"], titles=[], heads=["坚果"]) == ("果山里",)
    assert own_names(shops=[], titles=TITLES) == ("果山里",)
    assert own_names(shops=[], titles=["腰果", "坚果", "松子", "核桃", "榛子"]) == ()


def test_that_names_of_another_trade_stay_out() -> None:
    assert [trade.zh for trade in trades_of(WORDS, shipped_trades())] == ["坚果零食"]


def test_that_a_head_named_twice_is_no_modifier_of_itself_and_single_signs_between_blanks_count() -> None:
    lexicon = lexicon_of([], [], [])
    twice, apart = (label(word, lexicon, learn([word])) for word in ("核桃 纸皮核桃", "项链 金 粗"))
    assert twice.quadrant is Quadrant.CATEGORY
    assert (apart.quadrant, apart.values["modifiers"]) == (Quadrant.LONG_TAIL, "金、粗")


def test_that_words_with_the_same_label_share_it_and_others_keep_their_own() -> None:
    own, vocabulary = lexicon(), learn(WORDS, titles=TITLES)
    found = label_all([*WORDS, "坚果散装", "坚果散装"], own, vocabulary)
    assert found[-1] is found[-2]
    assert found == [label(word, own, vocabulary) for word in [*WORDS, "坚果散装", "坚果散装"]]
