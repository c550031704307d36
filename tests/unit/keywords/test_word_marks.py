from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.keywords.decisions import decision
from shopdesk.app.keywords.tags import LONGEST_TAG, MOST_TAGS, SEPARATOR, note_from, tags_from


@pytest.mark.parametrize(
    "text", ["送礼,主推", "送礼，主推", " 送礼 、 主推 ", "送礼;主推;", "送礼\n主推\n送礼", "送礼|主推"]
)
def test_that_tags_are_read_however_they_are_separated(text: str) -> None:
    assert tags_from(text) == ("送礼", "主推")


@given(st.text(max_size=120))
def test_that_tags_written_down_are_read_back_the_same(text: str) -> None:
    try:
        tags = tags_from(text)
    except ValueError:
        return
    assert tags_from(SEPARATOR.join(tags)) == tags
    assert all(tag and len(tag) <= LONGEST_TAG for tag in tags)


def test_that_too_many_and_too_long_tags_are_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        tags_from(",".join(str(number) for number in range(MOST_TAGS + 1)))
    with pytest.raises(ValueError, match="long"):
        tags_from("x" * (LONGEST_TAG + 1))


def test_that_a_note_keeps_its_lines_and_loses_what_can_not_be_seen() -> None:
    assert note_from(" 节后\r\n再看\x07\u202e ") == "节后\n再看"


def test_that_an_accepted_step_becomes_a_bid_in_whole_fen() -> None:
    made = decision("坚果", advice="raise", step=0.1, today_fen=125.0, decided_at="2026-05-01T09:00:00")
    assert made is not None
    assert made.bid_fen == 137  # 137.5, and never beyond the step
    cheap = decision("坚果", advice="lower", step=-0.2, today_fen=0.4, decided_at="")
    assert cheap is not None
    assert cheap.bid_fen == 1


def test_that_a_decision_without_a_known_bid_names_the_step() -> None:
    made = decision("坚果", advice="lower", step=-0.2, today_fen=None, decided_at="")
    assert made is not None
    assert (made.bid_fen, made.step) == (None, -0.2)


@pytest.mark.parametrize("advice", ["hold", "", "unheard of"])
def test_that_an_advice_that_asks_for_nothing_can_not_be_accepted(advice: str) -> None:
    assert decision("坚果", advice=advice, step=None, today_fen=100.0, decided_at="") is None
