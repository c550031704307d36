from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from shopdesk.domain.keywords.first_seen import first_seen, is_new
from shopdesk.domain.keywords.roots import index_roots
from shopdesk.domain.keywords.similar import similar_words
from shopdesk.domain.periods import Period

WORDS = ("每日坚果礼盒", "坚果礼盒", "每日坚果", "葡萄干", "葡萄干礼盒", "孕妇葡萄干", "蓝牙耳机")


def test_that_similar_words_share_roots_and_leave_the_word_itself_out() -> None:
    index = index_roots(WORDS)
    found = similar_words(index, "葡萄干礼盒", among=set(WORDS), most=3)
    assert "葡萄干礼盒" not in found
    assert found[0] in {"葡萄干", "孕妇葡萄干"}
    assert "蓝牙耳机" not in found


def test_that_only_words_of_the_period_are_similar() -> None:
    index = index_roots(WORDS)
    assert similar_words(index, "葡萄干礼盒", among={"坚果礼盒"}, most=3) == ("坚果礼盒",)


def test_that_a_stranger_has_no_similar_words() -> None:
    assert similar_words(index_roots(WORDS), "蓝牙耳机", among=set(WORDS), most=3) == ()
    assert similar_words(index_roots(()), "坚果", among=set(), most=3) == ()


def rows() -> pd.DataFrame:
    days = pd.to_datetime(["2026-04-01", "2026-05-02", "2026-05-03", None])
    return pd.DataFrame({"word": ["坚果", "坚果", "葡萄干", "礼盒"], "date": days})


def test_that_a_word_is_new_where_its_first_day_lies_in_the_period() -> None:
    first = first_seen(rows(), ["坚果", "葡萄干", "礼盒"])
    new = is_new(first, Period(date(2026, 5, 1), date(2026, 5, 28)), since=date(2026, 4, 1))
    assert new.tolist() == [False, True, False]
    assert np.isnat(first[2])


def test_that_nothing_is_new_where_the_reports_begin_with_the_period() -> None:
    first = first_seen(rows(), ["坚果", "葡萄干", "礼盒"])
    assert not is_new(first, Period(date(2026, 4, 1), date(2026, 5, 28)), since=date(2026, 4, 1)).any()
