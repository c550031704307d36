from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.keywords.fuzzy import Likeness, names, near, spellings_of

KNOWN = names(["爱丽舍", "三只松鼠", "小度", "adidas", "果山里"])


@pytest.mark.parametrize(
    ("word", "name", "likeness"),
    [
        ("爱立舍机油滤芯", "爱丽舍", Likeness.SOUND),
        ("三只松树坚果", "三只松鼠", Likeness.SOUND),
        ("三只松狮坚果", "三只松鼠", Likeness.ONE_SIGN),
        ("adidsa鞋", None, None),  # two letters off
        ("addidas鞋", "adidas", Likeness.ONE_SIGN),
        ("guoshanli腰果", "果山里", Likeness.LETTERS),
    ],
)
def test_that_what_is_nearly_a_name_is_found(word: str, name: str | None, likeness: Likeness | None) -> None:
    found = near(word, KNOWN)
    assert (found.name if found else None, found.likeness if found else None) == (name, likeness)


@pytest.mark.parametrize("word", ["三只松鼠坚果", "消毒柜", "腰果礼盒", "", "🥜"])
def test_that_a_name_itself_and_ordinary_words_are_no_question(word: str) -> None:
    assert near(word, KNOWN) is None


def test_that_a_chinese_name_has_its_pinyin_and_initials() -> None:
    assert spellings_of("果山里") == ("guoshanli", "gsl")
    assert spellings_of("nike") == ()


@settings(deadline=None)
@given(st.text(max_size=30))
def test_that_any_word_can_be_asked(word: str) -> None:
    found = near(word, KNOWN)
    assert found is None or (found.piece in word and found.piece not in KNOWN.spellings)
