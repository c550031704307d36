"""Parts of changes against a reference of its own: exact fractions for Shapley, sixty digits for LMDI."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import permutations
from math import factorial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.referee.kpi import attribute

NAMES = ("visitors", "cvr", "aov", "items")
Side = Sequence[Fraction]

FACTOR = st.one_of(st.just(0.0), st.floats(0.0001, 5000).map(lambda x: round(x, 4)))
SIGNED = st.one_of(FACTOR, FACTOR.map(lambda x: -x))


def exact(values: Sequence[float]) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def product_of(factors: Side) -> Fraction:
    whole = Fraction(1)
    for factor in factors:
        whole *= factor
    return whole


def by_orders(value: Callable[[Side], Fraction], before: Side, after: Side) -> list[float]:
    """Return the mean of each factor's step over all orders of going from before to after."""
    sums = [Fraction(0)] * len(before)
    for order in permutations(range(len(before))):
        now = list(before)
        for place in order:
            start = value(now)
            now[place] = after[place]
            sums[place] += value(now) - start
    return [float(one / factorial(len(before))) for one in sums]


def by_logarithms(before: Side, after: Side) -> list[float]:
    """Return Ang's parts with sixty digits, and by the limit of Wood and Lenzen where a side is 0."""
    start, end = product_of(before), product_of(after)
    if start == 0 or end == 0:
        zeros = [x == 0 for x in (before if start == 0 else after)]
        if start == end:
            return [0.0] * len(before)
        return [float((end - start) / sum(zeros)) if zero else 0.0 for zero in zeros]
    with localcontext() as context:
        context.prec = 60
        logs = [
            (Decimal(b.numerator) / b.denominator * a.denominator / a.numerator).ln()
            for a, b in zip(before, after, strict=True)
        ]
        change = end - start
        mean = Decimal(start.numerator) / start.denominator
        if change:
            mean = Decimal(change.numerator) / change.denominator / sum(logs)
        return [float(mean * log) for log in logs]


def near(parts: Sequence[float], start: Fraction, end: Fraction) -> Any:
    return pytest.approx(parts, rel=1e-9, abs=1e-12 * float(abs(start) + abs(end)) + 1e-300)


def sides_of(names: Sequence[str], before: Sequence[float], after: Sequence[float]) -> dict[str, dict[str, float]]:
    return {"before": dict(zip(names, before, strict=True)), "after": dict(zip(names, after, strict=True))}


@st.composite
def chains(draw: st.DrawFn, values: st.SearchStrategy[float]) -> tuple[list[float], list[float]]:
    count = draw(st.integers(1, 4))
    before = [draw(values) for _ in range(count)]
    return before, [draw(st.one_of(st.just(one), values)) for one in before]


@settings(deadline=None)
@given(chains(FACTOR))
def test_that_a_chain_has_the_parts_of_the_reference_whatever_is_zero(sides: tuple[list[float], list[float]]) -> None:
    before, after = sides
    names = NAMES[: len(before)]
    case = {"kind": "product_chain", "factors": list(names)}
    found = attribute(case | sides_of(names, before, after))
    x0, x1 = exact(before), exact(after)
    start, end = product_of(x0), product_of(x1)
    assert [found["lmdi"][name] for name in names] == near(by_logarithms(x0, x1), start, end)
    assert [found["shapley"][name] for name in names] == near(by_orders(product_of, x0, x1), start, end)


@settings(deadline=None)
@given(chains(SIGNED))
def test_that_negative_factors_have_shapley_parts(sides: tuple[list[float], list[float]]) -> None:
    before, after = sides
    names = NAMES[: len(before)]
    case = {"kind": "product_chain", "factors": list(names)}
    found = attribute(case | sides_of(names, before, after))
    x0, x1 = exact(before), exact(after)
    parts = by_orders(product_of, x0, x1)
    assert [found["shapley"][name] for name in names] == near(parts, product_of(x0), product_of(x1))


@settings(deadline=None)
@given(st.lists(st.tuples(*[FACTOR] * 6), min_size=1, max_size=6))
def test_that_segments_may_appear_and_disappear(rows: list[tuple[float, ...]]) -> None:
    names = NAMES[:3]
    before, after = ({n: [row[k + s] for row in rows] for k, n in enumerate(names)} for s in (0, 3))
    found = attribute({"kind": "segmented_product", "factors": list(names), "before": before, "after": after})
    leaves = [by_logarithms(exact(row[:3]), exact(row[3:])) for row in rows]
    size = sum(product_of(exact(row[:3])) + product_of(exact(row[3:])) for row in rows)
    expected = [sum(leaf[k] for leaf in leaves) for k in range(3)]
    assert [found["lmdi"][name] for name in names] == near(expected, size, Fraction(0))


@pytest.mark.parametrize(
    ("function", "before", "after", "lmdi"),
    [
        ("gmv/cost", {"gmv": 0, "cost": 100}, {"gmv": 300, "cost": 150}, {"gmv": 2.0, "cost": 0.0}),
        ("gmv/cost", {"gmv": 300, "cost": 150}, {"gmv": 0, "cost": 100}, {"gmv": -2.0, "cost": 0.0}),
        ("a*a*b", {"a": 0, "b": 0}, {"a": 2, "b": 3}, {"a": 8.0, "b": 4.0}),
    ],
)
def test_that_a_rate_from_and_to_nothing_is_borne_by_what_was_nothing(
    function: str, before: dict[str, float], after: dict[str, float], lmdi: dict[str, float]
) -> None:
    found = attribute({"kind": "ratio_two_factors", "function": function, "before": before, "after": after})
    assert {name: found["lmdi"][name] for name in lmdi} == pytest.approx(lmdi)


def test_that_a_rate_over_nothing_has_no_parts() -> None:
    case = {"function": "a/b", "before": {"a": 2, "b": 0}, "after": {"a": 4, "b": 5}}
    assert attribute({"kind": "general_function", "factors": ["a", "b"], **case}) == {"shapley": None}
    assert attribute({"kind": "ratio_two_factors", **case}) == {"shapley": None, "printed_rates": [None, 0.8]}


def test_that_a_rate_unknown_before_carries_the_one_after() -> None:
    sides = {"before": {"visitors": 0, "cvr": None, "aov": 90}, "after": {"visitors": 400, "cvr": 0.02, "aov": 90}}
    found = attribute({"kind": "product_chain", "factors": ["visitors", "cvr", "aov"], **sides})
    assert found["lmdi"] == {"visitors": 720.0, "cvr": 0.0, "aov": 0.0, "_total": 720.0}


def test_that_a_difference_takes_its_signs_from_the_values_of_the_case() -> None:
    sides = {"before": {"sales": 100, "subsidy": 10, "refund": 30}, "after": {"sales": 120, "subsidy": 5, "refund": 20}}
    found = attribute({"kind": "difference", "value_before": 80, "value_after": 105, **sides})
    assert found["shapley"] == {"sales": 20.0, "subsidy": -5.0, "refund": 10.0, "_total": 25.0}


def test_that_a_formula_may_hold_powers_and_means() -> None:
    case = {"factors": ["A"], "before": {"A": [1, 3]}, "after": {"A": [2, 4]}, "kind": "general_function"}
    assert attribute(case | {"function": "sum(A**2)/mean(A)"})["shapley"]["A"] == pytest.approx(20 / 3 - 5)


def test_that_shares_of_a_small_change_are_told_to_a_case() -> None:
    found = attribute({"kind": "additive", "before": {"a": 1000, "b": 1000}, "after": {"a": 1003, "b": 999}})
    assert found["explanatory_power"] == {"a": 1.5, "b": -0.5}
