"""Pairs found through the door in invented small shops: precision and recall, and what bad input gives."""

from __future__ import annotations

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
