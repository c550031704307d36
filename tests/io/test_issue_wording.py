"""Every issue that the workspace, the import and the export can raise has words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shopdesk import bootstrap
from shopdesk.app.wording import IssueWording
from shopdesk.domain.issues import Issue, Place, Severity

SOURCE = Path(__file__).parents[2] / "shopdesk"
RAISED = re.compile(r"(?:Issue|WorkspaceError)\(\s*\"((?:workspace|import|export)_\w+)\"")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_code_raised_in_the_source_is_worded(language: str) -> None:
    codes = {code for path in SOURCE.rglob("*.py") for code in RAISED.findall(path.read_text("utf-8"))}
    assert len(codes) > 15
    unworded = [code for code in codes if code in bootstrap.wording()(Issue(code, Severity.FILE), language)]
    assert unworded == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_all_that_can_be_wrong_with_a_cart_is_worded(language: str) -> None:
    sources = (SOURCE / "app" / "promotions" / name for name in ("cart_file.py", "benefit_file.py"))
    codes = {code for path in sources for code in re.findall(r'CartFileError\("(\w+)"', path.read_text("utf-8"))}
    assert len(codes) > 15
    worded = [bootstrap.wording()(Issue(f"cart_{code}", Severity.FILE), language) for code in codes]
    assert [text for text in worded if "cart_" in text] == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_all_that_can_be_wrong_with_a_bulksheet_is_worded(language: str) -> None:
    raised = re.compile(r'BulkRefused\("(\w+)"')
    codes = {code for path in SOURCE.rglob("*.py") for code in raised.findall(path.read_text("utf-8"))}
    assert {"no_workbook", "no_sheet"} <= codes
    worded = [bootstrap.wording()(Issue(f"export_bulk_{code}", Severity.FILE), language) for code in codes]
    assert [text for text in worded if "export_" in text] == []


def test_that_places_and_values_stand_in_the_text_and_a_gap_is_left_visible() -> None:
    wording = IssueWording({"x": {"en": "{file} row {row}: {value} of {limit}", "zh": "{row} 行"}})
    issue = Issue("x", Severity.WARNING, Place("a.csv", row=7), value="abc")
    assert wording(issue, "en") == "a.csv row 7: abc of {limit}"
    assert wording(issue, "zh_CN") == "7 行"


def test_that_a_code_without_words_is_shown_with_its_values() -> None:
    assert IssueWording({})(Issue("odd", Severity.INFO, values={"n": 3}), "en") == "odd (n=3)"


def test_that_one_thing_is_worded_in_the_singular() -> None:
    def words(count: int) -> str:
        return bootstrap.wording()(Issue("row_total", Severity.INFO, values={"count": count}), "en")

    assert words(1).startswith("1 total row skipped")
    assert words(2).startswith("2 total rows skipped")


def test_that_the_issue_for_the_rest_says_how_many_more_there_are() -> None:
    issue = Issue("cell_number", Severity.WARNING, Place(column="花费"), values={"count": 37, "listed": 20})
    assert bootstrap.wording()(issue, "en") == "37 more under 花费 like those listed"
    assert "37" in bootstrap.wording()(issue, "zh_CN")
