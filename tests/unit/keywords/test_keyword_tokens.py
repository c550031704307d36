from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.keywords.tokens import tokens


def test_that_chinese_is_segmented_and_latin_stays_whole() -> None:
    assert tokens("孕妇每日坚果无添加") == ("孕妇", "每日", "坚果", "无", "添加")
    assert tokens("iphone13钢化膜 2.5kg usb-c") == ("iphone13", "钢化", "膜", "2.5kg", "usb-c")


def test_that_signs_without_a_meaning_are_no_tokens() -> None:
    assert tokens("🥜 <!> ,") == ()


def test_that_threads_get_the_same_answer() -> None:
    words = ["三只松鼠每日坚果", "廉邦铁锅", "儿童雨衣女童防水"] * 50
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tokens, words)) == [tokens(word) for word in words]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_that_tokens_stand_in_the_word_in_order(word: str) -> None:
    position = 0
    for token in tokens(word):
        position = word.index(token, position) + len(token)
