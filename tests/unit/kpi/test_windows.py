from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.kpi.windows import HISTORY_DAYS, ItemFacts, OrderFacts, over_days, over_period
from shopdesk.domain.periods import Period

FIRST = date(2026, 1, 1)
LENGTH = 12
ORDERS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(0, 4), st.integers(0, 500)), min_size=1, max_size=30
)


def facts(orders: list[tuple[int, int, int]], length: int = LENGTH) -> OrderFacts:
    days, buyers, kept = (np.array(column, dtype=np.int64) for column in zip(*orders, strict=True))
    return OrderFacts.of(day_numbers=days, buyers=buyers, kept=kept, first=FIRST, length=length)


def by_buyer(orders: list[tuple[int, int, int]], first: int, last: int) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for day, buyer, _ in orders:
        if first <= day <= last:
            counts[buyer] += 1
    return counts


def plainly(part: str, orders: list[tuple[int, int, int]], end: int, days: int) -> float:
    start = end - days + 1
    now, before = by_buyer(orders, start, end), by_buyer(orders, start - days, start - 1)
    match part:
        case "window_buyers":
            known, value = start >= 0, len(now)
        case "window_orders":
            known, value = start >= 0, sum(now.values())
        case "repeat_buyers":
            known, value = start >= 0, sum(count > 1 for count in now.values())
        case "repeat_orders":
            known, value = start >= 0, sum(count - 1 for count in now.values())
        case "prior_buyers":
            known, value = start - days >= 0, len(before)
        case "rebuyers":
            known, value = start - days >= 0, len(now.keys() & before.keys())
        case "ever_buyers":
            known, value = True, len(by_buyer(orders, 0, end))
        case _:
            known, value = True, sum(kept for day, _, kept in orders if day <= end)
    return float(value) if known else float("nan")


@given(ORDERS, st.integers(1, LENGTH))
@pytest.mark.parametrize(
    "part",
    [
        "window_buyers",
        "window_orders",
        "repeat_buyers",
        "repeat_orders",
        "prior_buyers",
        "rebuyers",
        "ever_buyers",
        "ever_paid",
    ],
)
def test_that_counting_by_runs_is_counting_one_by_one(part: str, orders: list[tuple[int, int, int]], days: int) -> None:
    found = facts(orders).counted(part, days)
    expected = [plainly(part, orders, end, days) for end in range(LENGTH)]
    np.testing.assert_array_equal(found, expected)


def test_that_the_worked_example_of_the_repeat_rate_by_orders_gives_30_percent() -> None:
    # 100 orders; 20 buyers bought twice, 10 of them a third time: 30 repeated orders of 100.
    buyers = [buyer for buyer in range(20) for _ in range(3 if buyer < 10 else 2)]
    buyers += list(range(20, 20 + 100 - len(buyers)))
    known = facts([(place % 10, buyer, 0) for place, buyer in enumerate(buyers)])
    month = Period(FIRST, FIRST + timedelta(days=LENGTH - 1))
    repeated, _ = over_period(known, "repeat_orders", month)
    orders, _ = over_period(known, "window_orders", month)
    assert (repeated, orders) == (30.0, 100.0)


def test_that_a_buyer_is_new_only_where_there_are_orders_long_enough_before() -> None:
    length = HISTORY_DAYS + 40
    known = facts([(0, 1, 0), (HISTORY_DAYS + 35, 1, 0), (HISTORY_DAYS + 36, 2, 0)], length)
    counted = known.counted("first_buyers", 30)
    assert np.isnan(counted[: 30 + HISTORY_DAYS - 1]).all()
    assert counted[-1] == 1.0  # buyer 2; buyer 1 came back


def test_that_a_window_that_begins_before_the_first_order_is_unknown_and_a_period_is_cut_to_what_is_there() -> None:
    known = facts([(0, 1, 0), (3, 1, 0)])
    whole = Period(FIRST, FIRST + timedelta(days=3))
    assert np.isnan(over_days(known, "repeat_buyers", whole, 4)[:3]).all()
    assert over_days(known, "repeat_buyers", whole, 4)[3] == 1.0
    assert over_period(known, "repeat_buyers", whole.shifted(days=-2)) == (0.0, 2)
    assert over_period(known, "repeat_buyers", whole.shifted(days=-30)) == (None, 0)


ITEM_ROWS = st.dictionaries(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(0, 4)), st.booleans(), min_size=1, max_size=30
)


@given(ITEM_ROWS, st.integers(1, LENGTH))
def test_that_items_are_counted_once_over_a_window(rows: dict[tuple[int, int], bool], days: int) -> None:
    known = ItemFacts(
        FIRST,
        LENGTH,
        np.array([day for day, _ in rows]),
        np.array([item for _, item in rows]),
        np.array(list(rows.values())),
    )
    reported = {day for day, _ in rows}
    for part in ("sold_goods", "listed_goods"):
        for end, found in enumerate(known.counted(part, days)):
            window = range(end - days + 1, end + 1)
            items = {item for (day, item), sold in rows.items() if day in window and (sold or part == "listed_goods")}
            if set(window) <= reported:
                assert found == len(items)
            else:
                assert np.isnan(found)
