from __future__ import annotations

import pytest

from shopdesk.domain.keywords.rebuild.model import Place, Row, RowKind
from shopdesk.domain.keywords.rebuild.settled import total_money


def rows(count: int) -> list[Row]:
    place = Place(platform="taobao", shop="", scene="", campaign="A", campaign_id="1", adgroup="u", adgroup_id="2")
    return [
        Row(
            kind=RowKind.PAUSED,
            key=str(number),
            quadrant="category",
            word=str(number),
            shown=str(number),
            source=place,
            money=10.0,
            money_low=4.0,
            money_high=18.0,
        )
        for number in range(count)
    ]


def test_that_one_row_keeps_its_interval() -> None:
    found = total_money(rows(1))
    assert found is not None
    assert (found.low, found.middle, found.high) == pytest.approx((4.0, 10.0, 18.0))


def test_that_doubt_common_to_all_rows_does_not_even_out() -> None:
    one, many = total_money(rows(1)), total_money(rows(400))
    assert one is not None
    assert many is not None
    width = (many.high - many.low) / many.middle
    assert width > 0.5 * (one.high - one.low) / one.middle
    assert width < (one.high - one.low) / one.middle


def test_that_no_row_with_money_gives_no_sum() -> None:
    assert total_money([]) is None
