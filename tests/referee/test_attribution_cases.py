"""Worked examples of exact decomposition, several of them as printed in publications."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from tests.referee.kpi import attribute

CASES = json.loads(Path(__file__).with_name("attribution_cases.json").read_text(encoding="utf-8"))["cases"]


def differences(expected: Any, actual: Any, tolerance: float, place: str = "") -> list[str]:
    if isinstance(expected, dict):
        found = []
        for key, value in expected.items():
            if not key.endswith("note"):
                if key not in actual:
                    found.append(f"{place}/{key} is missing")
                else:
                    found += differences(value, actual[key], tolerance, f"{place}/{key}")
        return found
    if isinstance(expected, list) and not all(isinstance(one, str) for one in expected):
        if len(expected) != len(actual):
            return [f"{place}: {len(actual)} values for {len(expected)}"]
        return [
            line
            for i, (one, other) in enumerate(zip(expected, actual, strict=True))
            for line in differences(one, other, tolerance, f"{place}[{i}]")
        ]
    if isinstance(expected, int | float):
        is_met = math.isclose(expected, actual, rel_tol=0, abs_tol=tolerance)
        return [] if is_met else [f"{place}: {actual} for {expected}"]
    return [] if expected == actual else [f"{place}: {actual} for {expected}"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_that_every_figure_of_the_case_is_met(case: dict[str, Any]) -> None:
    given = {key: value for key, value in case.items() if key != "expected"}
    assert differences(case["expected"], attribute(given), case["tolerance"]) == []


def test_that_a_whole_without_change_has_no_shares_and_nothing_over_nothing_no_rate() -> None:
    calm = {"kind": "adtributor", "forecast_actual": {"device": {"pc": [50, 60], "mobile": [50, 40]}}}
    assert {one["ep"] for one in attribute(calm)["by_element"]["device"].values()} == {None}
    none = attribute({"kind": "aggregation", "days": [{"visitors": 0, "buyers": 0}]})
    assert none == {"ratio_of_sums": None, "mean_of_daily_ratios": None, "mean_of_ratios": None}


@pytest.mark.parametrize(
    "clicks", [([0, 0], [0, 0]), ([0, 5], [0, 0]), ([0, 0], [5, 0]), ([5, 0], [0, 5]), ([3, 3], [0, 0])]
)
@pytest.mark.parametrize("sales", [([0, 0], [0, 0]), ([1, 2], [3, 0])])
def test_that_a_rate_over_nothing_has_no_parts_and_is_never_told_as_one(
    clicks: tuple[list[int], list[int]], sales: tuple[list[int], list[int]]
) -> None:
    data = {
        name: {"rev": [sales[0][place], sales[1][place]], "clk": [clicks[0][place], clicks[1][place]]}
        for place, name in enumerate("AB")
    }
    found = attribute({"kind": "ratio_segments", "data": data})
    json.dumps(found, allow_nan=False)
    if not sum(clicks[0]) or not sum(clicks[1]):
        assert found["true_change"] is None
        assert found["shapley"] is None
