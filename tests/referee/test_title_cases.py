"""Titles judged by hand through the door that outside titles use."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest

from tests.referee.keywords import check_title

HERE: Final = Path(__file__).parent
PARTS: Final = ("seen", "held_out", "fresh", "third", "fourth", "fifth", "sixth", "seventh")
EXPECTED: Final = {"block": "hit", "warn": "warn", "": "ok"}


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def verdict(title: str) -> str:
    levels = {str(finding["level"]) for finding in check_title(title)}
    return EXPECTED["block" if "block" in levels else "warn" if "warn" in levels else ""]


@pytest.mark.parametrize("case", rows("ad_law_cases"), ids=lambda case: case["text"])
def test_that_a_title_is_judged_as_stated(case: dict[str, str]) -> None:
    assert verdict(case["text"]) == case["expect"], case["why"]


def test_that_every_term_of_the_first_list_keeps_its_level() -> None:
    for row in rows("ad_law_seed_terms"):
        assert verdict(row["term"]) == EXPECTED[row["level"]], row["term"]


@pytest.mark.parametrize("name", [f"ad_law_{part}" for part in PARTS])
def test_that_titles_written_before_the_list_knew_them_are_judged_rightly(name: str) -> None:
    """Exact at first sight: held out 110 of 113, fresh 138 of 141, third 107 of 121, fourth 98 of 100, fifth 70 of 73,
    sixth 55 of 60, seventh 27 of 30."""
    cases = [(case["expect"], verdict(case["text"])) for case in rows(name)]
    flagged = [(wanted, got) for wanted, got in cases if got != "ok"]
    wrong = [(wanted, got) for wanted, got in cases if wanted != "ok"]
    assert sum(wanted == got for wanted, got in cases) >= 0.95 * len(cases)
    assert sum(wanted != "ok" for wanted, _ in flagged) >= 0.95 * len(flagged)  # precision
    assert sum(got != "ok" for _, got in wrong) >= 0.95 * len(wrong)  # recall


def test_that_a_finding_names_term_level_and_rule() -> None:
    (finding,) = check_title("国家级品质羽绒服女")
    assert finding["level"] == "block"
    assert "广告法" in str(finding["rule"])
    assert "国家级" in str(finding["term"])


def test_that_odd_titles_are_looked_at_without_harm() -> None:
    for odd in ("", " ", "🔥" * 500, "<b>x</b>\x00\x1b", "最" * 2000, "\ud800", "a" * 5000, "最\u200b佳"):
        assert isinstance(check_title(odd), list)
    assert verdict("最\u200b佳吹风机") == "hit"
