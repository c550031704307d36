from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.kpi.segments.scan import scan


def shop(orders: dict[tuple[str, str], float], *, visitors: float = 1000.0) -> pd.DataFrame:
    rows = [(source, item, count, visitors) for (source, item), count in orders.items()]
    return pd.DataFrame(rows, columns=["source", "item", "orders", "visitors"])


EVEN = {(source, item): 40.0 for source in "abc" for item in "xyz"}


def changed(**amounts: float) -> pd.DataFrame:
    return shop({key: amounts.get("".join(key), count) for key, count in EVEN.items()})


def test_that_one_combination_that_fell_is_named_as_a_combination() -> None:
    first = scan(
        shop(EVEN), changed(ax=4.0), dimensions=["source", "item"], numerator="orders", denominator="visitors"
    )[0]
    assert first.attributes == {"source": "a", "item": "x"}
    assert (first.before, first.after) == (40.0, 4.0)
    assert first.gap == pytest.approx(-36, abs=1)
    assert not first.is_weak


def test_that_a_source_that_rose_everywhere_is_named_once_and_not_item_by_item() -> None:
    found = scan(
        shop(EVEN),
        changed(bx=90.0, by=90.0, bz=90.0),
        dimensions=["source", "item"],
        numerator="orders",
        denominator="visitors",
    )
    assert found[0].attributes == {"source": "b"}
    assert [one for one in found[1:] if not one.is_weak and not one.is_reading] == []


def test_that_two_causes_are_two_answers_and_their_gaps_do_not_overlap() -> None:
    found = scan(
        shop(EVEN), changed(ax=2.0, cz=130.0), dimensions=["source", "item"], numerator="orders", denominator="visitors"
    )
    assert [dict(one.attributes) for one in found[:2]] == [{"source": "c", "item": "z"}, {"source": "a", "item": "x"}]
    assert found[0].gap == pytest.approx(94, abs=3)
    assert found[1].gap == pytest.approx(-38, abs=3)


def test_that_a_shop_that_moved_as_a_whole_has_no_sure_cause() -> None:
    after = shop({key: count / 2 for key, count in EVEN.items()})
    found = scan(shop(EVEN), after, dimensions=["source", "item"], numerator="orders")
    assert all(one.is_weak for one in found)


def test_that_a_combination_that_vanished_is_found_where_volumes_are_compared() -> None:
    after = shop({key: count for key, count in EVEN.items() if key != ("a", "x")})
    first = scan(shop(EVEN), after, dimensions=["source", "item"], numerator="orders")[0]
    assert (first.attributes, first.after) == ({"source": "a", "item": "x"}, 0.0)


def test_that_a_denominator_that_is_the_same_everywhere_is_no_denominator() -> None:
    before, after = shop(EVEN, visitors=1.0), changed(ax=4.0).assign(visitors=1.0)
    given_ones = scan(before, after, dimensions=["source", "item"], numerator="orders", denominator="visitors")
    assert given_ones == scan(before, after, dimensions=["source", "item"], numerator="orders")


def test_that_the_size_of_the_money_unit_changes_no_answer() -> None:
    before, after = shop(EVEN), changed(ax=4.0)
    orders = scan(before, after, dimensions=["source", "item"], numerator="orders")
    fen = [frame.assign(orders=frame["orders"] * 8860) for frame in (before, after)]
    money = scan(*fen, dimensions=["source", "item"], numerator="orders", unit=8860)
    assert [one.attributes for one in money] == [one.attributes for one in orders]
    assert money[0].gap == pytest.approx(orders[0].gap * 8860)


def test_that_no_value_is_never_an_answer() -> None:
    before = shop(EVEN)
    after = changed(ax=1.0, ay=1.0, az=1.0)
    for frame in (before, after):
        frame.loc[frame["source"] == "a", "source"] = None
    found = scan(before, after, dimensions=["source", "item"], numerator="orders", denominator="visitors")
    assert all(value is not None for one in found for value in one.attributes.values())


@pytest.mark.parametrize("empty", ["before", "after"])
def test_that_nothing_on_one_side_gives_no_answer(empty: str) -> None:
    frames = {"before": shop(EVEN), "after": shop(EVEN)}
    frames[empty] = frames[empty].iloc[:0]
    assert scan(frames["before"], frames["after"], dimensions=["source"], numerator="orders") == ()


CELLS = st.lists(st.integers(0, 60), min_size=9, max_size=9)


@settings(deadline=None, max_examples=60)
@given(CELLS, CELLS, st.booleans(), st.randoms(use_true_random=False))
def test_that_the_order_of_rows_changes_nothing_and_no_answer_comes_twice(
    then: list[int], now: list[int], has_base: bool, random: object
) -> None:
    before, after = (shop(dict(zip(EVEN, map(float, cells), strict=True))) for cells in (then, now))
    after["visitors"] = np.arange(9) * 100.0
    options: dict[str, Any] = {
        "dimensions": ["source", "item"],
        "numerator": "orders",
        "denominator": "visitors" if has_base else "",
    }
    found = scan(before, after, **options)
    again = scan(before.iloc[::-1], after.iloc[::-1], **options)
    assert {tuple(one.attributes.items()) for one in found[:1]} <= {
        tuple(one.attributes.items()) for one in again
    } or found[0].score == pytest.approx(again[0].score)
    names = [tuple(sorted(one.attributes.items())) for one in found]
    assert len(names) == len(set(names)) <= 3
    assert all(np.isfinite([one.score, one.gap, one.expected]).all() for one in found)
