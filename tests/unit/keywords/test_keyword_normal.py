from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.keywords.normal import MAX_LENGTH, normalise


def test_that_spellings_of_one_word_meet() -> None:
    assert normalise("ＮＩＫＥ　运动鞋") == normalise("nike 运动鞋") == normalise("Nike运动鞋") == "nike运动鞋"
    assert normalise("[running shoes]") == normalise('"Running  Shoes"') == "running shoes"
    assert normalise("+running +shoes") == "running shoes"
    assert normalise(" 每日 坚果\t500G ") == "每日坚果500g"
    assert normalise("坚果\x00零食\u200b") == "坚果零食"


def test_that_a_word_of_500_signs_and_markup_survive() -> None:
    assert len(normalise("坚" * 5000)) == MAX_LENGTH
    assert normalise("<b>坚果</b>🥜") == "<b>坚果</b>🥜"


@given(st.text(max_size=60))
def test_that_normalising_twice_changes_nothing(word: str) -> None:
    once = normalise(word)
    assert normalise(once) == once
