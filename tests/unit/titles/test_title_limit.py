from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.titles.limit import LimitUnit, TitleLimit, gbk_bytes, outside_gbk


def test_that_chinese_signs_count_two_latin_ones_one_and_emoji_four() -> None:
    assert gbk_bytes("坚果500g") == 8
    assert gbk_bytes("，Ａ") == 4
    assert gbk_bytes("果🔥") == 6
    assert outside_gbk("果🔥𠮷🔥") == ("🔥", "𠮷")
    assert outside_gbk("坚果") == ()


@given(st.text(max_size=80))
def test_that_any_text_is_counted_as_its_parts_are(text: str) -> None:
    assert gbk_bytes(text) == sum(map(gbk_bytes, text))
    inside = "".join(sign for sign in text if sign not in outside_gbk(text))
    assert gbk_bytes(inside) == len(inside.encode("gbk"))


def test_that_a_platform_may_count_characters() -> None:
    limit = TitleLimit("jd", 60, LimitUnit.CHARACTERS, "K")
    assert (limit.length("坚果a"), limit.left("坚" * 61)) == (3, -1)
