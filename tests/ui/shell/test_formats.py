"""Numbers as the field writes them; unknown is never a number."""

from __future__ import annotations

import ast
import math
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui import formats


@pytest.fixture(autouse=True)
def _chinese() -> None:
    formats.set_language("zh_CN")


@pytest.mark.parametrize("unknown", [None, math.nan, math.inf])
def test_that_unknown_is_a_dash_everywhere(unknown: float | None) -> None:
    writers = (
        formats.full,
        formats.short,
        formats.money,
        formats.percent,
        formats.signed,
        formats.points,
        formats.times,
    )
    assert {write(unknown) for write in writers} == {"—"}
    assert formats.arrow(unknown) == ""


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (0, "0", "0"),
        (1861, "1,861", "1,861"),
        (88.6, "88.60", "88.60"),
        (9999, "9,999", "9,999"),
        (73_100, "7.31 万", "73.1K"),
        (-73_100, "−7.31 万", "−73.1K"),
        (123_456_789, "1.23 亿", "123.5M"),
    ],
)
def test_that_short_numbers_use_the_units_of_the_language(value: float, chinese: str, english: str) -> None:
    assert formats.short(value) == chinese
    formats.set_language("en")
    assert formats.short(value) == english


def test_that_a_share_has_its_sign_behind_a_space() -> None:
    assert formats.percent(0.0207) == "2.07 %"


def test_that_what_rounds_to_nothing_has_no_sign() -> None:
    assert formats.signed(-0.001) == "0"
    assert formats.signed(0.001) == "0"


def test_that_days_of_another_year_name_it() -> None:
    today = date(2026, 6, 22)
    assert formats.span(date(2026, 5, 12), today, today=today) == "05-12 – 06-22"
    assert formats.span(date(2025, 5, 12), today, today=today) == "2025-05-12 – 2026-06-22"
    assert formats.span(today, today, today=today) == "06-22"


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_that_full_numbers_read_back_as_what_they_were(value: float) -> None:
    text = formats.full(value, decimals=2).replace(",", "").replace("−", "-")
    assert float(text) == pytest.approx(value, abs=0.005, rel=1e-12)


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (1_001, "1,001 days"), (None, "— days")]
)
def test_that_a_count_knows_the_form_of_its_noun(count: int | None, text: str) -> None:
    assert "{n} {n:day|days}".format(n=formats.full(count)) == text


def test_that_no_noun_form_is_asked_of_a_bare_number() -> None:
    asked = re.compile(r"\{(\w+):[^}]*\|")
    bare = []
    for path in sorted(Path(formats.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
                continue
            literals = [part.value for part in ast.walk(node.func.value) if isinstance(part, ast.Constant)]
            wanted = {name for text in literals if isinstance(text, str) for name in asked.findall(text)}
            for keyword in node.keywords:
                is_name = isinstance(keyword.value, ast.Name)
                if keyword.arg in wanted and not is_name and not ast.unparse(keyword.value).startswith("formats.full("):
                    bare.append(f"{path.name}:{node.lineno} {keyword.arg}")
    assert bare == []


def test_that_names_are_listed_as_the_language_separates_them() -> None:
    formats.set_language("en")
    assert formats.listed(["Visitors", "Sales"]) == "Visitors, Sales"
    formats.set_language("zh_CN")
    assert formats.listed(["访客数", "支付金额"]) == "访客数、支付金额"
