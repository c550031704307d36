"""Pairs found through the door in invented small shops: precision and recall, and what bad input gives."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from benchmarks.bundles.scoring import score
from benchmarks.bundles.shops import Form, shop
from tests.referee.promotions import find_bundles

COLUMNS = ["sku_a", "sku_b", "together", "expected", "lift", "p_value", "accepted"]


@pytest.mark.parametrize("form", [Form.SEASON, Form.STEADY, Form.GROUPS])
def test_that_planted_pairs_are_found_and_hardly_others(form: Form) -> None:
    reached = []
    for seed in (101, 102):
        one = shop(seed, form)
        found = find_bundles(one.lines[["order_id", "sku", "paid_at"]])
        accepted = found[found["accepted"]]
        pairs = frozenset((min(pair), max(pair)) for pair in zip(accepted["sku_a"], accepted["sku_b"], strict=True))
        reached.append(score(pairs, one))
    assert sum(one.precision for one in reached) / len(reached) >= 0.85
    assert sum(one.recall for one in reached) / len(reached) >= 0.80


def test_that_every_pair_in_four_orders_is_listed_with_its_figures() -> None:
    lines = pd.DataFrame(
        {
            "order_id": [number for number in range(40) for _ in range(2)],
            "sku": [sku for number in range(40) for sku in (1, 2 + number % 8)],
            "paid_at": pd.Timestamp("2026-01-01"),
        }
    )
    found = find_bundles(lines)
    assert list(found.columns) == COLUMNS
    assert len(found) == 8
    assert set(found["together"]) == {5}
    assert ({*found["sku_a"]} | {*found["sku_b"]}) == {*range(1, 10)}  # as they were handed in
    assert not found["accepted"].any()  # all that is bought is bought with the first


@pytest.mark.parametrize(
    "lines",
    [
        pd.DataFrame(),
        pd.DataFrame({"order_id": [], "sku": [], "paid_at": []}),
        pd.DataFrame({"order_id": ["1"], "sku": ["A"], "paid_at": ["2026-01-01"]}),
        pd.DataFrame({"order_id": ["1", None], "sku": ["A", None], "paid_at": [None, "no day"]}),
        pd.DataFrame({"order_id": ["1"] * 3_000, "sku": range(3_000), "paid_at": "2026-01-01"}),
    ],
)
def test_that_hardly_any_input_gives_an_empty_list(lines: pd.DataFrame) -> None:
    found = find_bundles(lines)
    assert list(found.columns) == COLUMNS
    assert found.empty


@pytest.fixture(scope="module")
def lines() -> pd.DataFrame:
    return shop(101, Form.SEASON).lines[["order_id", "sku", "paid_at"]]


def codes(column: pd.Series) -> pd.Series:
    return pd.Series(pd.factorize(column)[0], index=column.index)


def halves(column: pd.Series, first: Callable[[object], object], second: Callable[[object], object]) -> pd.Series:
    """Return a column read cell by cell, every other value in another way."""
    told = [(first, second)[place % 2](value) for place, value in enumerate(column)]
    return pd.Series(told, index=column.index, dtype=object)


@pytest.mark.parametrize(
    "paid_at",
    [
        lambda day: halves(day, lambda one: str(one)[:10], lambda one: f"{str(one)[:10]} 10:30:00"),
        lambda day: day.dt.strftime("%Y/%m/%d %H:%M"),
        lambda day: day.dt.date,
        lambda day: day.dt.to_period("D"),
        lambda day: (day - pd.Timestamp("1970-01-01")).dt.days,
        lambda day: (day - pd.Timestamp("1970-01-01")).dt.total_seconds(),
        lambda day: day.dt.strftime("%Y%m%d").astype("int64"),
    ],
    ids=["mixed texts", "slashes", "dates", "periods", "numbered days", "seconds", "written days"],
)
def test_that_days_of_any_type_keep_a_season_from_passing_for_taste(
    lines: pd.DataFrame, paid_at: Callable[[pd.Series], pd.Series]
) -> None:
    pd.testing.assert_frame_equal(find_bundles(lines.assign(paid_at=paid_at(lines["paid_at"]))), find_bundles(lines))


def test_that_goods_and_orders_of_any_type_are_the_same_goods_and_orders(lines: pd.DataFrame) -> None:
    wanted = find_bundles(lines).drop(columns=["sku_a", "sku_b"])
    numbers = codes(lines["sku"])
    for sku in (numbers, numbers.astype("float64"), halves(numbers, int, str), lines["sku"].astype("category")):  # type: ignore[arg-type]
        found = find_bundles(lines.assign(sku=sku, order_id=codes(lines["order_id"]).astype(str)))
        pd.testing.assert_frame_equal(found.drop(columns=["sku_a", "sku_b"]), wanted)


def test_that_a_line_twice_counts_once_and_that_rows_may_bear_any_names(lines: pd.DataFrame) -> None:
    twice = pd.concat([lines, lines.head(500)])
    pd.testing.assert_frame_equal(find_bundles(twice), find_bundles(lines))


@pytest.mark.parametrize("name", ["order_id", "sku", "paid_at"])
def test_that_a_missing_column_is_named(lines: pd.DataFrame, name: str) -> None:
    with pytest.raises(ValueError, match=f"missing: {name}"):
        find_bundles(lines.drop(columns=name))
