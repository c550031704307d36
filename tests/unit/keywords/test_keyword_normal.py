from __future__ import annotations

from hypothesis import given, settings
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


def test_that_traditional_spellings_meet_the_simplified_ones_by_phrase() -> None:
    assert normalise("電競平板鍵盤滑鼠") == "电竞平板键盘鼠标"
    assert normalise("聖誕咭") == "圣诞卡"
    assert normalise("餅乾") == "饼干"
    assert normalise("乾隆通寶") == "乾隆通宝"
    assert normalise("智慧型手機殼") == "智能手机壳"


def test_that_a_mainland_word_of_shared_signs_stays() -> None:
    assert normalise("桌布防水") == "桌布防水"  # a tablecloth; Taiwan's wallpaper
    assert normalise("名著") == "名著"


def test_that_signs_of_multiplication_and_money_meet() -> None:
    assert normalise("200×300") == normalise("200*300") == normalise("200＊300") == "200x300"
    assert normalise("￥99") == normalise("¥99")


@settings(deadline=None)
@given(st.text(alphabet="滑鼠標乾隆電腦著裡裏行動源資料夾檔案數位相機a1 *×", max_size=12))
def test_that_traditional_words_are_normal_after_one_pass(word: str) -> None:
    once = normalise(word)
    assert normalise(once) == once


@settings(deadline=None)
@given(st.text(max_size=60))
def test_that_normalising_twice_changes_nothing(word: str) -> None:
    once = normalise(word)
    assert normalise(once) == once
