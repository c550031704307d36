"""Figures that public promotion engines and documents state, to the fen."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.referee.promotions import price


def cases_of(file: str, *parts: str) -> list[dict[str, Any]]:
    read = json.loads(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    return [case for part in parts for case in read[part]]


CASES = [
    *cases_of("promotion_cases.json", "cases", "doc_cases"),
    *cases_of("promotion_cases_further.json", "cases", "worked_cases"),
]
"""``worked_cases`` combine the benefits with every field, worked out unit by unit from the words of the schema."""


def numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [numbers(part) for part in value]
    return Decimal(value) if isinstance(value, str) else value


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_that_every_figure_of_the_case_is_met(case: dict[str, Any]) -> None:
    got, expected = price(case), dict(case["expected"])
    any_order = expected.pop("line_discounts_any_order", False)
    for key in ("applied", "gifts"):
        if key in expected:
            assert got[key] == expected.pop(key), key
    if any_order:
        assert sorted(numbers(got["line_discounts"]).values()) == sorted(
            numbers(expected.pop("line_discounts")).values()
        )
    for key, value in numbers(expected).items():
        actual = numbers(got[key])
        if isinstance(value, dict):
            assert set(value) <= set(actual), key
            for name, part in value.items():
                inner = actual[name]
                if isinstance(part, dict):
                    inner = {line: inner.get(line, Decimal(0)) for line in part}
                assert inner == part, (key, name)
        else:
            assert actual == value, key
