"""How Chinese a GBK text is: counted at once, as one would count pair by pair."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.io.reading.text_encoding import DOUBLE_BYTES, FEWEST_CHARACTERS, common_share


def counted(data: bytes) -> float | None:
    common = total = 0
    for lead, trail in DOUBLE_BYTES.findall(data):
        if 0xA1 <= lead <= 0xA9 and trail >= 0xA1:
            continue
        total += 1
        common += 0xB0 <= lead <= 0xD7 and trail >= 0xA1
    return common / total if total >= FEWEST_CHARACTERS else None


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("gb18030", "replace"))))
def test_that_the_share_of_common_characters_is_that_of_a_count_pair_by_pair(data: bytes) -> None:
    assert common_share(data) == counted(data)
